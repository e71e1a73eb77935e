import type * as Rdf from '@rdfjs/types'
import type { Chunk } from '../../model/chunks'
import { type Issue, StatecraftError } from '../../model/issue'
import type { RdfFormat } from '../formats'
import { jsonLdQuads } from './jsonld'
import { textSource } from './text'

/** How a text is parsed. */
export interface ParseOptions {
  readonly format: RdfFormat
  /** Takes what could not be read, and goes on. Where it is not given, the first error is thrown. */
  readonly report?: (found: Issue) => void
}

/**
 * The quads of a text as they stand there: for whoever wants RDF and no records, as {@link checkShapes} does.
 *
 * @param chunks bytes (UTF-8) or text, cut anywhere
 * @param options the format, and what takes the trouble
 * @returns RDF/JS quads, bit by bit; of JSON-LD all at once
 * @throws {@link StatecraftError} at the first error, where there is no `report`
 *
 * @example
 * ```ts
 * import { parseQuads } from 'statecraft/rdf'
 *
 * const text = '<urn:a:1> <urn:a:2> "three" .'
 * for await (const { object } of parseQuads([text], { format: 'ntriples' })) console.log(object.value) // three
 * ```
 */
export async function* parseQuads(
  chunks: Iterable<Chunk> | AsyncIterable<Chunk>,
  { format, report = throwIt }: ParseOptions,
): AsyncGenerator<Rdf.BaseQuad> {
  if (format === 'jsonld') {
    for await (const quads of jsonLdQuads(chunks, {}, report)) yield* quads
    return
  }
  const source = textSource(format, report)
  for await (const chunk of chunks) {
    yield* source.quads(chunk)
    if (source.refused()) break
  }
  yield* source.end()
}

function throwIt(found: Issue): never {
  throw new StatecraftError(found)
}
