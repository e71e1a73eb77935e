"""
What `jupyter nbconvert --execute` needs to keep everything that a cell shows.

Deno's kernel (2.8.2 and later) now and then says that it is done with a cell before it has sent what the cell shows, and
nbclient drops what comes after that. So a moment is waited for it.
"""

from queue import Empty

from nbclient import NotebookClient

MOMENT = 0.5  # seconds

until_done = NotebookClient._async_poll_output_msg


async def until_silent(self, parent_msg_id, cell, cell_index):
    await until_done(self, parent_msg_id, cell, cell_index)
    try:
        while True:
            message = await self.kc.iopub_channel.get_msg(timeout=MOMENT)
            if message["parent_header"].get("msg_id") == parent_msg_id:
                self.process_message(message, cell, cell_index)
    except Empty:
        pass


NotebookClient._async_poll_output_msg = until_silent
