import { randomBytes } from 'node:crypto'
import { type FileHandle, lstat, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { batched, type Outputs } from './batch'
import { systemError } from './input'

/** How to write a file. */
export interface WriteOptions {
  /** Stops the writing between two chunks: nothing of it remains. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Writes a file that is complete or absent: under a temporary name in the same folder, then renamed. What stood
 * there before stands until then, and stays if the chunks end in an error. The mode of an existing file is kept,
 * a symbolic link stays one, and what is no file (a pipe, `/dev/null`) is written to as it is.
 *
 * @param path where to
 * @param chunks text (written as UTF-8) or bytes, at hand or still to come
 * @param options a signal that stops it
 * @throws what the chunks throw, the signal's reason, or the system's error (`ENOENT` where there is no such
 * folder, `EACCES`, `ENOSPC`…)
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { jsonlLines } from 'statecraft/jsonl'
 * import { writeFileAtomically } from 'statecraft/node'
 *
 * await writeFileAtomically('graph.jsonl', jsonlLines(createGraph()))
 * ```
 */
export async function writeFileAtomically(
  path: string,
  chunks: Outputs,
  options: WriteOptions = {},
): Promise<void> {
  const { signal } = options
  signal?.throwIfAborted()
  const target = await targetOf(path)
  const there = await stat(target).catch(missing)
  if (there?.isDirectory()) throw systemError('EISDIR', 'is a folder', path)
  if (there && !there.isFile()) {
    const file = await open(target, 'w')
    return await writeTo(file, chunks, signal).finally(() => file.close())
  }
  const temporary = join(
    dirname(target),
    `.${basename(target).slice(0, 200)}.${randomBytes(6).toString('hex')}.tmp`,
  )
  // Nobody else's: `wx` fails where something of this name is there already.
  const file = await open(temporary, 'wx')
  try {
    try {
      if (there) await file.chmod(there.mode & 0o7777)
      await writeTo(file, chunks, signal)
      await file.sync()
    } finally {
      await file.close()
    }
    signal?.throwIfAborted()
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(target))
}

async function writeTo(file: FileHandle, chunks: Outputs, signal: AbortSignal | undefined): Promise<void> {
  for await (const chunk of batched(chunks)) {
    signal?.throwIfAborted()
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten
  }
}

/** What a path stands for: the end of its symbolic links, whether or not there is something. */
async function targetOf(path: string): Promise<string> {
  const real = await realpath(path).catch(missing)
  if (real !== undefined) return real
  const link = await lstat(path).catch(missing)
  return link?.isSymbolicLink() ? await targetOf(resolve(dirname(path), await readlink(path))) : resolve(path)
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

/** So that the new name outlives a loss of power; not every system lets a folder be synced. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r')
    await folder.sync().finally(() => folder.close())
  } catch {
    // The file is complete, and has its name: that is all that can be done here.
  }
}
