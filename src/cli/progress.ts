import { basename } from 'node:path'
import { SingleBar } from 'cli-progress'
import { printable } from '../model/issue'
import type { Input } from '../node'
import type { Progress } from '../sources'
import type { Io } from './io'

/** A bar that shows how far a reading has come. */
export interface ProgressBar {
  /** Takes what a source says of itself, which knows better than its input how often it reads. */
  readonly onProgress: (progress: Progress) => void
  /** Takes the bar away. */
  readonly done: () => void
}

/** Shows how far a file was read, how fast, and how long it will take: on a terminal alone. */
export function showProgress(input: Input, io: Io): ProgressBar {
  if (!io.stderr.isTTY || !input.size) return { onProgress: () => {}, done: () => {} }
  let told: Progress | undefined
  const name = printable(basename(input.name))
  const bar = new SingleBar({
    format: `${name} {bar} {percentage}%  {rate} MB/s  {eta_formatted} left`,
    stream: io.stderr,
    clearOnComplete: true,
    hideCursor: true,
  })
  const start = performance.now()
  bar.start(input.size, 0, { rate: '…' })
  const show = () => {
    const bytes = told?.bytes ?? input.bytesRead
    const total = told?.total ?? input.size ?? bytes
    bar.setTotal(total)
    const rate = (bytes / 1000 / Math.max(1, performance.now() - start)).toFixed(1) // bytes a ms are kB a second
    bar.update(Math.min(bytes, total), { rate })
  }
  const timer = setInterval(show, 100)
  return {
    onProgress: (progress) => {
      told = progress
    },
    done: () => {
      clearInterval(timer)
      bar.stop()
    },
  }
}
