import { byCodeUnits } from '../../model/canonical'
import { type Iri, type Quad, termKey } from '../terms'
import { RDF } from '../words'

/** By graph (the default one first), subject, predicate (`rdf:type` first) and object, in code units. */
function compareQuads(a: Quad, b: Quad): number {
  return (
    compare(a.graph, b.graph) ||
    compare(a.subject, b.subject) ||
    comparePredicates(a.predicate, b.predicate) ||
    (a.object === b.object ? 0 : byCodeUnits(termKey(a.object), termKey(b.object)))
  )
}

function compare(a: { readonly value: string }, b: { readonly value: string }): number {
  return a === b ? 0 : byCodeUnits(a.value, b.value)
}

function comparePredicates(a: Iri, b: Iri): number {
  if (a.value === b.value) return 0
  if (a.value === RDF.type.value) return -1
  return b.value === RDF.type.value ? 1 : byCodeUnits(a.value, b.value)
}

/** The quads in the one order in which they are written, each once. */
export function inOrder(quads: Iterable<Quad>): Quad[] {
  const sorted = [...quads].sort(compareQuads)
  return sorted.filter((quad, i) => i === 0 || compareQuads(sorted[i - 1] ?? quad, quad) !== 0)
}
