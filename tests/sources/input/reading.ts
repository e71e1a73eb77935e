import type { Issue } from 'statecraft'
import { SourceContext, type SourceOptions } from '../../../src/sources/input/context'
import { filesOf, type SourceInput } from '../../../src/sources/input/files'

/** What came of an input, and what was wrong in it. */
export interface Read<T> {
  readonly items: T[]
  readonly issues: Issue[]
  /** `line code`, in the order of the telling. */
  readonly told: string[]
}

/** Reads one file with a reader of files, bit by bit in chunks of a size. */
export async function readAll<T>(
  input: SourceInput,
  read: (file: ReturnType<typeof filesOf>[number], context: SourceContext) => AsyncIterable<T>,
  options: SourceOptions = {},
): Promise<Read<T>> {
  const files = filesOf(input)
  const issues: Issue[] = []
  const context = new SourceContext(files, 1, options, (found) => issues.push(found))
  const items: T[] = []
  for await (const item of read(files[0]!, context)) items.push(item)
  return { items, issues, told: issues.map(({ line, code }) => `${line} ${code}`) }
}

/** Bytes, a few at a time. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
export const utf8 = (text: string) => new TextEncoder().encode(text)
