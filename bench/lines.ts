import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { generate } from './generate'

/** What is measured, as the command line says. */
export interface Options {
  readonly seed: number
  readonly statements: number
  readonly rounds: number
}

export function readOptions(args: readonly string[]): Options {
  const number = (name: string, otherwise: number): number => {
    const at = args.indexOf(`--${name}`)
    return at < 0 ? otherwise : Number(args[at + 1])
  }
  return { seed: number('seed', 1), statements: number('statements', 1_000_000), rounds: number('rounds', 5) }
}

/** The file of records for these options; made where it is not there yet. */
export function recordFile({ seed, statements }: Options): string {
  const path = `out/bench-${seed}-${statements}.jsonl`
  if (existsSync(path)) return path
  mkdirSync('out', { recursive: true })
  const file = openSync(`${path}.part`, 'w')
  let text = ''
  for (const record of generate(seed, statements)) {
    text += `${JSON.stringify(record)}\n`
    if (text.length > 1 << 20) {
      writeSync(file, text)
      text = ''
    }
  }
  writeSync(file, text)
  closeSync(file)
  renameSync(`${path}.part`, path)
  return path
}

/** The bytes of a file in pieces, as a reader gets them. */
export function* chunks(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  for (;;) {
    const buffer = new Uint8Array(1 << 16)
    const size = readSync(file, buffer)
    if (size === 0) break
    yield buffer.subarray(0, size)
  }
  closeSync(file)
}

/** The lines of a file that are wanted, one at a time. */
export function* lines(path: string, wanted = (_: string) => true): Generator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for (const chunk of chunks(path)) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop()!
    // A part of a text keeps all of it: a copy does not.
    for (const part of parts) if (wanted(part)) yield Buffer.from(part).toString()
  }
  if (rest !== '' && wanted(rest)) yield rest
}

/** Milliseconds that something takes, and what it gives. */
export function timed<T>(run: () => T): { readonly ms: number; readonly result: T } {
  const start = performance.now()
  const result = run()
  return { ms: performance.now() - start, result }
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

/** Bytes in use, on the heap and beside it, once what is not needed is gone. */
export function bytesInUse(): number {
  for (let i = 0; i < 4; i++) globalThis.gc!()
  // `external` includes `arrayBuffers`.
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
