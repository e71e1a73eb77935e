import type * as Rdf from '@rdfjs/types'
import { issue } from '../../model/issue'
import { RDF, XSD } from '../words'
import type { Budget, Decoding, RawRecord } from './decoding'
import type { QuadSet } from './quad-set'

/** How deep blank nodes are followed; foreign data may be nested 32 deep in a record. */
const MAX_DEPTH = 12

/** What the cells of lists are, where that is said. */
const LIST = RDF.first.value.replace(/first$/, 'List')

/** A node of which nothing more is told. */
const NAMELESS = { '@id': '_:' } as const

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

/** Puts foreign fields under `extra`, beside what the record has there. */
export function addExtra(record: RawRecord, foreign: Foreign, { report }: Decoding): void {
  if (Object.keys(foreign).length === 0) return
  const { extra = {} } = record
  const isObject = typeof extra === 'object' && extra !== null && !Array.isArray(extra)
  if (!isObject) report(issue('bad-value', 'extra is a JSON object', { path: ['extra'] }))
  record.extra = Object.fromEntries([...Object.entries(isObject ? extra : {}), ...Object.entries(foreign)])
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
      if (path.length > MAX_DEPTH) return tooDeep(budget)
      return {
        '@triple': [term.subject, term.predicate, term.object].map((part) =>
          termOf(part, set, budget, [...path, '<<>>']),
        ),
      }
    default:
      return nodeOf(term, set, budget, path)
  }
}

function nodeOf(node: Rdf.Term, set: QuadSet, budget: Budget, path: readonly string[]): unknown {
  if (path.includes(node.value)) return { ...NAMELESS } // in a circle
  if (path.length > MAX_DEPTH) return tooDeep(budget)
  const within = [...path, node.value]
  const list = listOf(node, set)
  if (list && isWhole(node, set)) {
    budget.left -= list.length
    // A list that is not kept is not an empty one.
    if (budget.left < 0) return { ...NAMELESS }
    return { '@list': list.map((item) => termOf(item, set, budget, within)) }
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

function tooDeep(budget: Budget): unknown {
  budget.tooDeep++
  return { ...NAMELESS }
}

/** Whether a list ends, and says nothing but its items: else it is kept as the nodes that it is. */
function isWhole(head: Rdf.Term, set: QuadSet): boolean {
  const seen = new Set<string>()
  for (let node = head; node.value !== RDF.nil.value; ) {
    const said = set.about(node).filter(({ object }) => object.value !== LIST)
    const rest = said.find(({ predicate }) => predicate.value === RDF.rest.value)
    const isCell = said.length === 2 && said.some(({ predicate }) => predicate.value === RDF.first.value)
    if (!rest || !isCell || seen.has(node.value)) return false
    seen.add(node.value)
    node = rest.object
  }
  return true
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
