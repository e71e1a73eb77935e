import type { Lexicon } from '../lexicon'
import { iri, literal, Quad } from '../terms'

/**
 * The namespaces of ids that are not the default ones, as `<namespace> sc:idPrefix "prefix"`: not all formats have prefixes, and
 * whoever reads the file shall give entities the ids that they had.
 */
export function prefixQuads(lexicon: Lexicon): Quad[] {
  const predicate = lexicon.term('idPrefix')
  return Object.entries(lexicon.prefixes.named()).map(
    ([prefix, namespace]) => new Quad(iri(namespace), predicate, literal(prefix)),
  )
}
