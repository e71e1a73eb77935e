import { readFileSync } from 'node:fs'
import oxigraph from 'oxigraph'
import { createGraph } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { toTurtle } from 'statecraft/rdf'
import { expect, test } from 'vitest'

/** The queries of docs/rdf.md, as they stand there, on the worked example. */
const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const queries = [...file('docs/rdf.md').matchAll(/```sparql\n([\s\S]*?)```/g)].map((match) => match[1]!)
const kg = createGraph()
kg.load(readJsonl(file('examples/tehran-pyongyang/graph.jsonl')))
const turtle = toTurtle(kg)
const store = new oxigraph.Store()
store.load(turtle, { format: 'text/turtle' })
const prefixes = [...turtle.matchAll(/^@prefix (.*)\.$/gm)].map((match) => `PREFIX ${match[1]}`).join('\n')

const ask = (query: string) =>
  (store.query(`${prefixes}\n${query}`) as Map<string, oxigraph.Term>[]).map((row) =>
    [...row.values()].map((term) => term.value.replace(/^https:\/\/w3id\.org\/statecraft\/(id\/|ns#)/, '')),
  )

test('answer as the fact sheet does', () => {
  expect(queries).toHaveLength(4)
  const [supplied, oil, certain, denials] = queries.map(ask)
  expect(supplied).toEqual([['state/IR']]) // row 26 alone
  expect(oil?.sort()).toEqual([
    ['state/IR', 'state/RU', 'person/daniel-pinkston', 'source/elaph-2024', '§16'],
    ['state/RU', 'state/KP', 'person/daniel-pinkston', 'source/elaph-2024', '§16'],
  ])
  const [row] = [...kg.view({ asOf: '2024-04-20', certain: true }).statements()]
  expect(certain).toEqual([[row!.id.replace(':', '/'), 'Sanctions']]) // row 12
  expect(denials?.map(([who]) => who).sort()).toEqual(['agency/ir-mfa', 'agency/kcna']) // rows 9 and 17
})
