/** What can be written: text is written as UTF-8. */
export type Output = string | Uint8Array
export type Outputs = Output | Iterable<Output> | AsyncIterable<Output>

/** Characters that are gathered before they are written: a call a line would cost more than the line. */
const BATCH = 64 * 1024

/** The same text and bytes in fewer and larger pieces. */
export async function* batched(chunks: Outputs): AsyncGenerator<Output> {
  let text = ''
  for await (const chunk of typeof chunks === 'string' || chunks instanceof Uint8Array ? [chunks] : chunks) {
    if (typeof chunk === 'string') {
      text += chunk
      if (text.length < BATCH) continue
      // A character that is cut in two stays together.
      const last = text.charCodeAt(text.length - 1)
      const end = last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length
      yield text.slice(0, end)
      text = text.slice(end)
    } else {
      if (text !== '') yield text
      text = ''
      if (chunk.length > 0) yield chunk
    }
  }
  if (text !== '') yield text
}
