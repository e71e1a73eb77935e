import { idProblem, PrefixMap } from '../model/id'
import type { Ontology } from '../ontology/ontology'
import type { Vocabulary } from '../ontology/typing'
import { STATEMENT_ID } from '../ontology/values'
import { Lens } from '../store/lens'
import { type Row, Store } from '../store/store'
import { View } from './view'

/**
 * Makes a check of queries by what needs no data: names, types, values, what can never fit. What has the form of an id
 * is taken for one that is there, of any type.
 *
 * The verdict is a view's own: the query is put to one that holds nothing.
 *
 * @param ontology the vocabulary that queries speak
 * @returns a function that throws what `execute` throws; it keeps nothing of the queries
 *
 * @example
 * ```ts
 * const check = queryChecker(core)
 * check({ find: 'paths', from: 'state:IR', to: 'state:KP', via: 'suplies' }) // throws: did you mean supplies?
 * ```
 */
export function queryChecker<D extends Vocabulary>(ontology: Ontology<D>): (query: unknown) => void {
  return (query) => {
    // A store for each, since it would keep every id that it was ever asked for.
    const store = new AnyStore(ontology as unknown as Ontology, new PrefixMap()) // it knows no names of its own
    new View(new Lens(store)).execute(query as never) // the boundary: `execute` checks it
  }
}

/** Knows every id of which there is nothing to know, so that only what is wrong whatever the data is refused. */
class AnyStore extends Store {
  override findEntity(id: string): Row {
    const known = this.prefixes.canonical(id)
    return idProblem(known) === undefined ? this.entityRow(known) : 0
  }

  override findStatement(id: string): Row {
    return STATEMENT_ID.test(id) ? ANY : 0
  }
}

/** Some statement: they are not told apart. */
const ANY: Row = 1
