import { canonicalJson } from '../../model/canonical'
import { digest } from '../../model/id'
import { issue } from '../../model/issue'
import type { Text } from '../../model/text'
import { CODECS, encodeText, type SimpleKind, type Valued } from '../codec'
import type { Lexicon } from '../lexicon'
import { type Iri, type ObjectTerm, termKey } from '../terms'
import { RDF } from '../words'
import type { Block, Encoding } from './block'

/**
 * Adds what a field, qualifier or detail says of a subject: a triple for each value; or, where the order of the values
 * matters, one to a list.
 */
export function addValues(
  block: Block,
  subject: Iri,
  valued: Valued & { readonly ordered?: boolean },
  value: unknown,
  { lexicon, report }: Encoding,
): void {
  if (value === undefined) return
  const { name, kind, many, ordered } = valued
  const objects: ObjectTerm[] = []
  for (const one of many && Array.isArray(value) ? value : [value]) {
    if (kind === 'text') {
      objects.push(...encodeText(one as Text, many)) // as a reader read it
      continue
    }
    const object = CODECS[kind as SimpleKind].encode(one, valued, lexicon) // names and the like are `nodes.ts`'s
    if (object) objects.push(object)
    else report(issue('dangling', `no statement here is called '${String(one)}'`, { path: [name] }))
  }
  const predicate = lexicon.field(name)
  if (ordered && objects.length > 0) block.add(subject, predicate, addList(block, objects, lexicon))
  else for (const object of objects) block.add(subject, predicate, object)
}

/** An RDF list of nodes that are named by what follows from there on. */
function addList(block: Block, objects: readonly ObjectTerm[], lexicon: Lexicon): Iri {
  let rest: Iri = RDF.nil
  for (const object of [...objects].reverse()) {
    const node = lexicon.node(digest(canonicalJson(['list', termKey(object), rest.value])))
    block.describe(node, RDF.first, object)
    block.describe(node, RDF.rest, rest)
    rest = node
  }
  return rest
}
