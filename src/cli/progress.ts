import { basename } from 'node:path'
import { SingleBar } from 'cli-progress'
import { printable } from '../model/issue'
import type { Input } from '../node'
import type { Io } from './io'

/**
 * Shows how far a file was read, on a terminal alone.
 *
 * @returns what takes the bar away
 */
export function showProgress(input: Input, io: Io): () => void {
  if (!io.stderr.isTTY || !input.size) return () => {}
  const { size } = input
  const name = printable(basename(input.name))
  const bar = new SingleBar({
    format: `${name} {bar} {percentage}%  {eta_formatted} left`,
    stream: io.stderr,
    clearOnComplete: true,
    hideCursor: true,
  })
  bar.start(size, 0)
  const timer = setInterval(() => bar.update(Math.min(input.bytesRead, size)), 100)
  return () => {
    clearInterval(timer)
    bar.stop()
  }
}
