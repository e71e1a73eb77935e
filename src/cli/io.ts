import type { Writable } from 'node:stream'

/** A stream that may be a terminal. */
export type Terminal = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** What a command reads from and writes to: of the process, or of a test. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>
  /** For results alone. */
  readonly stdout: Terminal
  /** For progress, issues and summaries. */
  readonly stderr: Terminal
  /** Stops the command; a file that it was writing does not come to be. */
  readonly signal?: AbortSignal
}

/** Writes a line for people, beside the results. */
export function say(io: Io, line: string): void {
  io.stderr.write(`${line}\n`)
}
