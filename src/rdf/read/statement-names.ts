import type * as Rdf from '@rdfjs/types'
import { digest, ID_BASE } from '../../model/id'
import { Problem } from '../../model/problem'
import { isStatement } from '../../model/record'
import type { RecordReader } from '../../ontology/reader'
import { readHandle, STATEMENT_ID } from '../../ontology/values'
import { identified } from '../write/statement'
import type { Decoding } from './decoding'
import { keyOf } from './quad-set'
import { decodeStatement } from './statement'

const STATEMENTS = `${ID_BASE}stmt/`

/**
 * What statements are called by those that speak of them: their ids, where the IRI of their node is made of that;
 * handles, where somebody wrote or changed the file by hand and it is not.
 */
export class StatementNames {
  readonly #decoding: Decoding
  readonly #reader: RecordReader
  readonly #known = new Map<string, string>()
  /** Nodes of which some statement speaks. */
  readonly #spokenOf = new Set<string>()
  readonly #silent: Decoding

  constructor(decoding: Decoding, reader: RecordReader) {
    this.#decoding = decoding
    this.#reader = reader
    this.#silent = { ...decoding, budget: { left: 0 }, report: () => {} }
    const { lexicon, set } = decoding
    for (const [name, { kind }] of Object.entries(lexicon.ontology.definition.properties)) {
      if (kind !== 'statement' && kind !== 'thing') continue
      for (const { object } of set.withPredicate(lexicon.term(name).value)) this.#spokenOf.add(keyOf(object))
    }
  }

  /** The id or handle by which others name a statement; undefined where the term is none. */
  of(node: Rdf.Term): string | undefined {
    const key = keyOf(node)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const given = node.value.startsWith(STATEMENTS)
      ? `stmt:${node.value.slice(STATEMENTS.length)}`
      : undefined
    if (!this.#isHere(node)) return given !== undefined && STATEMENT_ID.test(given) ? given : undefined
    this.#known.set(key, this.#handle(node)) // while it is worked out: statements may speak of each other in a circle
    const id = this.#idOf(node)
    if (id !== undefined && id === given) this.#known.set(key, id)
    return this.#known.get(key)
  }

  /** The handle that a statement has to bear: where others speak of it, and its id is not what its node is called. */
  ref(node: Rdf.Term): string | undefined {
    if (!this.#spokenOf.has(keyOf(node))) return undefined
    const name = this.of(node)
    return name === undefined || STATEMENT_ID.test(name) ? undefined : name
  }

  #isHere(node: Rdf.Term): boolean {
    const { set, roles } = this.#decoding
    return set.about(node).some(({ predicate }) => roles.of(predicate)?.is === 'object')
  }

  #handle(node: Rdf.Term): string {
    const local = node.value.slice(STATEMENTS.length)
    const usable = node.value.startsWith(STATEMENTS) && !(readHandle(local) instanceof Problem)
    return usable ? local : `s-${digest(keyOf(node))}`
  }

  /** The id that follows from what is said. */
  #idOf(node: Rdf.Term): string | undefined {
    const { lexicon, set, roles } = this.#decoding
    for (const { predicate } of set.about(node)) {
      const role = roles.of(predicate)
      if (role?.is !== 'object') continue
      const [subject] = set.subjectsOf(lexicon.relation(role.relation).statement.value, node)
      if (!subject) return undefined
      const raw = decodeStatement(node, lexicon.ontology.relation(role.relation), subject, this.#silent)
      const record = raw && this.#reader.read(raw)
      return record && isStatement(record) ? identified(record, lexicon.ontology).id : undefined
    }
    return undefined
  }
}
