import { openInput } from '../node'
import { UsageError } from './exit'
import type { Io } from './io'

/** Larger than any query that somebody wrote. */
const MOST = 16 * 1024 * 1024

/**
 * A JSON value that a file holds.
 *
 * @param path of the file; `-` is the standard input
 * @throws UsageError for what is no JSON, with its place; the system's error where it cannot be read
 */
export async function readJson(path: string, { stdin, signal }: Io): Promise<unknown> {
  const name = path === '-' ? 'the standard input' : path
  const input = await openInput(path, { stdin, signal })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  try {
    for await (const chunk of input.chunks) {
      if (input.bytesRead > MOST) throw new UsageError(`${name} is larger than 16 MiB`)
      text += decoder.decode(chunk, { stream: true })
    }
    text += decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${name} is not UTF-8`)
    throw error
  } finally {
    await input.close()
  }
  try {
    return JSON.parse(text)
  } catch {
    const before = text.slice(0, firstBad(text)).split('\n')
    throw new UsageError(
      `${name} is not JSON: line ${before.length}, column ${before.at(-1)!.length + 1}: ${seen(text, before)}`,
    )
  }
}

function seen(text: string, before: readonly string[]): string {
  const [found] = text.slice(before.join('\n').length)
  return found === undefined ? 'it ends too early' : `unexpected ${JSON.stringify(found)}`
}

/** Where a text stops being the beginning of JSON: not every message of the engine tells. */
function firstBad(text: string): number {
  let [good, bad] = [0, text.length + 1]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isBeginning(text.slice(0, middle))) good = middle
    else bad = middle
  }
  return good
}

/** Whether JSON may begin so: what is wrong with it is at most that it ends. */
function isBeginning(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const { message } = error as SyntaxError // what JSON.parse throws
    if (/end of JSON|Unterminated/i.test(message)) return true
    return Number(/position (\d+)/.exec(message)?.[1] ?? -1) >= text.length
  }
}
