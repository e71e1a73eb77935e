import type * as Rdf from '@rdfjs/types'
import { RDF, XSD } from '../words'
import type { QuadSet } from './quad-set'

/** How deep blank nodes are followed; foreign data may be nested 32 deep in a record. */
const MAX_DEPTH = 12

/** How many foreign triples may still be kept; it is counted down, and below zero what was not kept. */
export interface Budget {
  left: number
}

/** Foreign fields: predicate → values, as expanded JSON-LD writes them. */
export type Foreign = { [predicate: string]: unknown[] }

/** Without a prototype: predicates are foreign, and `__proto__` is a key like any other. */
export function emptyForeign(): Foreign {
  return Object.create(null)
}

/** Keeps a triple as it is: under its predicate, as long as the budget lasts. */
export function keep(
  foreign: Foreign,
  predicate: Rdf.Term,
  object: Rdf.Term,
  set: QuadSet,
  budget: Budget,
): void {
  if (--budget.left < 0) return
  const values = Object.hasOwn(foreign, predicate.value) ? foreign[predicate.value]! : []
  values.push(termOf(object, set, budget, []))
  foreign[predicate.value] = values
}

/** What is said of a blank node, and of those that it leads to. */
export function describe(node: Rdf.Term, set: QuadSet, budget: Budget): unknown {
  return termOf(node, set, budget, [])
}

/** A term as expanded JSON-LD has it; blank nodes by what is said of them. */
function termOf(term: Rdf.Term, set: QuadSet, budget: Budget, path: readonly string[]): unknown {
  switch (term.termType) {
    case 'NamedNode':
      return { '@id': term.value }
    case 'Literal':
      if (term.language) return { '@value': term.value, '@language': term.language }
      if (term.datatype.value === XSD.string.value) return term.value
      return { '@value': term.value, '@type': term.datatype.value }
    case 'Quad':
      return path.length > MAX_DEPTH
        ? '…'
        : {
            '@triple': [term.subject, term.predicate, term.object].map((part) =>
              termOf(part, set, budget, [...path, '<<>>']),
            ),
          }
    default:
      return nodeOf(term, set, budget, path)
  }
}

function nodeOf(node: Rdf.Term, set: QuadSet, budget: Budget, path: readonly string[]): unknown {
  if (path.includes(node.value) || path.length > MAX_DEPTH) return { '@id': '_:' } // in a circle, or without end
  const within = [...path, node.value]
  const list = listOf(node, set)
  if (list) {
    budget.left -= list.length
    return { '@list': budget.left < 0 ? [] : list.map((item) => termOf(item, set, budget, within)) }
  }
  const said = emptyForeign()
  for (const { predicate, object } of set.about(node)) {
    if (--budget.left < 0) break
    const values = Object.hasOwn(said, predicate.value) ? said[predicate.value]! : []
    values.push(termOf(object, set, budget, within))
    said[predicate.value] = values
  }
  return said
}

/** The items of an RDF list, as far as it is one; undefined where the node is no list. */
export function listOf(head: Rdf.Term, set: QuadSet): Rdf.Term[] | undefined {
  const items: Rdf.Term[] = []
  const seen = new Set<string>()
  let node = head
  while (node.value !== RDF.nil.value) {
    if (seen.has(node.value)) return items // it leads back into itself
    seen.add(node.value)
    const said = set.about(node)
    const first = said.find(({ predicate }) => predicate.value === RDF.first.value)
    const rest = said.find(({ predicate }) => predicate.value === RDF.rest.value)
    if (!first) return items.length > 0 ? items : undefined
    items.push(first.object)
    if (!rest) return items
    node = rest.object
  }
  return items
}
