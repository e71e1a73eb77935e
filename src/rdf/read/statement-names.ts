import type * as Rdf from '@rdfjs/types'
import { digest, ID_BASE } from '../../model/id'
import { Problem } from '../../model/problem'
import { isStatement } from '../../model/record'
import type { RecordReader } from '../../ontology/reader'
import { readHandle, STATEMENT_ID } from '../../ontology/values'
import { identified } from '../write/statement'
import type { Decoding } from './decoding'
import { listOf } from './foreign'
import { decodeStatement } from './statement'
import { keyOf } from './term-dictionary'

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
    const statement = (term: Rdf.Term) => this.of(term)
    this.#silent = { ...decoding, statement, budget: { left: 0, tooDeep: 0 }, report: () => {} }
    for (const predicate of decoding.roles.speaking) {
      for (const { object } of decoding.set.withPredicate(predicate))
        for (const node of this.#items(object)) this.#spokenOf.add(keyOf(node))
    }
  }

  /** The id or handle by which others name a statement; undefined where the term is none. */
  of(node: Rdf.Term): string | undefined {
    const known = this.#known.get(keyOf(node))
    if (known !== undefined) return known
    if (this.#isHere(node)) this.#workOut(node)
    else {
      const given = givenId(node)
      if (given !== undefined && STATEMENT_ID.test(given)) return given
    }
    return this.#known.get(keyOf(node))
  }

  /** The handle that a statement has to bear: where others speak of it, and its id is not what its node is called. */
  ref(node: Rdf.Term): string | undefined {
    if (!this.#spokenOf.has(keyOf(node))) return undefined
    const name = this.of(node)
    return name === undefined || STATEMENT_ID.test(name) ? undefined : name
  }

  /**
   * Names a statement, and before it those that it speaks of: its id is made of theirs. Not by calling itself, since the
   * chain may be as long as the file.
   */
  #workOut(node: Rdf.Term): void {
    const open = [node]
    for (let at = open.at(-1); at; at = open.at(-1)) {
      const key = keyOf(at)
      if (!this.#known.has(key)) {
        this.#known.set(key, this.#handle(at)) // for now, and for good where they speak of each other in a circle
        for (const one of this.#quoted(at)) {
          if (!this.#known.has(keyOf(one)) && this.#isHere(one)) open.push(one)
        }
        continue
      }
      open.pop()
      const id = this.#idOf(at)
      if (id !== undefined && id === givenId(at)) this.#known.set(key, id)
    }
  }

  /** The statements that a statement speaks of. */
  #quoted(node: Rdf.Term): Rdf.Term[] {
    const said = this.#decoding.set.about(node)
    return said.flatMap(({ predicate, object }) =>
      this.#decoding.roles.speaking.has(predicate.value) ? this.#items(object) : [],
    )
  }

  #items(object: Rdf.Term): Rdf.Term[] {
    return listOf(object, this.#decoding.set) ?? [object]
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

/** What the IRI of a node says that the statement's id is. */
function givenId({ value }: Rdf.Term): string | undefined {
  return value.startsWith(STATEMENTS) ? `stmt:${value.slice(STATEMENTS.length)}` : undefined
}
