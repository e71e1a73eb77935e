/** A graph as the data that the queries ask, in stores of Oxigraph. */
import oxigraph from 'oxigraph'
import type { Graph } from 'statecraft'
import { toTriG, toTurtle } from 'statecraft/rdf'

/** What a query can be asked of: as its second comment line says. */
export const DATA = ['Turtle', 'Turtle, schemas/ontology.ttl', 'Turtle with --reify rdf12', 'TriG'] as const
export type Data = (typeof DATA)[number]

/** What a query answers: a table, in which what is not bound is empty. */
export interface Answer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The SPARQL 1.1 Query Results JSON Format, as far as it is used. */
interface Results {
  readonly head: { readonly vars: readonly string[] }
  readonly results: {
    readonly bindings: readonly { readonly [variable: string]: { readonly value: string } }[]
  }
}

/**
 * Asks queries of a graph.
 *
 * @param ontology the text of schemas/ontology.ttl
 * @returns what asks; each kind of data is loaded when it is first asked
 */
export function asker(kg: Graph, ontology: string): (query: string, data?: Data) => Answer {
  const texts: { readonly [data in Data]: () => [text: string, format: string][] } = {
    Turtle: () => [[toTurtle(kg), 'text/turtle']],
    'Turtle, schemas/ontology.ttl': () => [
      [toTurtle(kg), 'text/turtle'],
      [ontology, 'text/turtle'],
    ],
    'Turtle with --reify rdf12': () => [[toTurtle(kg, { reify: 'rdf12' }), 'text/turtle']],
    TriG: () => [[toTriG(kg), 'application/trig']],
  }
  const stores = new Map<Data, oxigraph.Store>()
  const storeOf = (data: Data): oxigraph.Store => {
    const known = stores.get(data)
    if (known) return known
    const store = new oxigraph.Store()
    for (const [text, format] of texts[data]()) store.load(text, { format })
    stores.set(data, store)
    return store
  }
  return (query, data = 'Turtle') => {
    // The boundary: to SELECT, which all of them are, Oxigraph answers with this format where it is asked for.
    const json = storeOf(data).query(query, { results_format: 'json' }) as string
    const { head, results } = JSON.parse(json) as Results
    const rows = results.bindings.map((row) => head.vars.map((name) => row[name]?.value ?? ''))
    return { columns: head.vars, rows }
  }
}
