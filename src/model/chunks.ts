/** Bytes (UTF-8) or text, cut anywhere. */
export type Chunk = string | Uint8Array

/** The chunks of a stream, in browsers too in which a stream is not iterable yet. */
export async function* chunksOf(stream: ReadableStream<Chunk>): AsyncGenerator<Chunk> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}
