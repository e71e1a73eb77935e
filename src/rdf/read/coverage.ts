import type * as Rdf from '@rdfjs/types'
import type { Relation } from '../../ontology/ontology'
import type { Lexicon } from '../lexicon'
import type { QuadSet } from './quad-set'
import { keyOf } from './term-dictionary'

/** Ends by the key of what leads to them. */
type Ends = Map<string, Set<string>>

/** What the quads say of one relation. */
interface Stated {
  /** By statements. */
  readonly statements: Ends
  /** Who has a statement of which the object is not there: it may be any. */
  readonly open: ReadonlySet<string>
  /** By plain triples; only of symmetric relations. */
  readonly direct: Ends
}

/** Which plain triples say no more than a statement does, or than the same triple the other way round. */
export class Coverage {
  readonly #set: QuadSet
  readonly #lexicon: Lexicon
  readonly #isCut: boolean
  readonly #stated = new Map<string, Stated>()

  /** @param isCut whether more was to come, which could not be read */
  constructor(set: QuadSet, lexicon: Lexicon, isCut: boolean) {
    this.#set = set
    this.#lexicon = lexicon
    this.#isCut = isCut
  }

  /** Whether a statement may have been cut off: those of symmetric relations stand with one end, the triple with both. */
  isOpen(relation: Relation, predicate: Rdf.Term): boolean {
    const isOwn = predicate.value === this.#lexicon.relation(relation.name).direct.value
    return this.#isCut && isOwn && relation.symmetric === true
  }

  /** Whether a statement of the relation is between the two, or may be: its object may have been cut off. */
  covers(subject: Rdf.Term, relation: Relation, object: Rdf.Term): boolean {
    const { statements, open } = this.#of(relation)
    const [from, to] = [keyOf(subject), keyOf(object)]
    if (open.has(from) || has(statements, from, to)) return true
    return relation.symmetric === true && (open.has(to) || has(statements, to, from))
  }

  /** Whether a triple of a symmetric relation stands there the other way round too, and is read there. */
  repeats(subject: Rdf.Term, relation: Relation, object: Rdf.Term): boolean {
    const [from, to] = [keyOf(subject), keyOf(object)]
    return relation.symmetric === true && to < from && has(this.#of(relation).direct, to, from)
  }

  #of(relation: Relation): Stated {
    const known = this.#stated.get(relation.name)
    if (known) return known
    const terms = this.#lexicon.relation(relation.name)
    const objects = this.#ends(terms.object)
    const statements: Ends = new Map()
    const open = new Set<string>()
    for (const [from, nodes] of this.#ends(terms.statement)) {
      for (const node of nodes) {
        const ends = objects.get(node)
        if (!ends) open.add(from)
        else for (const end of ends) add(statements, from, end)
      }
    }
    const direct: Ends = relation.symmetric ? this.#ends(terms.direct) : new Map()
    const stated = { statements, open, direct }
    this.#stated.set(relation.name, stated)
    return stated
  }

  #ends({ value }: Rdf.NamedNode): Ends {
    const ends: Ends = new Map()
    for (const { subject, object } of this.#set.withPredicate(value)) add(ends, keyOf(subject), keyOf(object))
    return ends
  }
}

function add(ends: Ends, from: string, to: string): void {
  const known = ends.get(from)
  if (known) known.add(to)
  else ends.set(from, new Set([to]))
}

function has(ends: Ends, from: string, to: string): boolean {
  return ends.get(from)?.has(to) === true
}
