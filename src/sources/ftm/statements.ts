import { canonicalLanguage } from '../../model/text'
import type { SourceContext } from '../input/context'
import type { SourceFile } from '../input/files'
import { type Cells, type TableShape, tableRows } from './columns'
import { addTo, type Node } from './node'
import { isA, narrowest } from './schemata'

/** `statements.csv`: a row a value. */
const SHAPE: TableShape = {
  title: 'statements.csv',
  required: ['canonical_id', 'entity_id', 'schema', 'prop', 'value'],
  others: ['id', 'prop_type', 'dataset', 'lang', 'original_value', 'external', 'first_seen', 'last_seen'],
}

/** The property of rows that say that there is an entity. */
const ID = 'id'

/**
 * The entities of `statements.csv`: what stands in rows one after another with one `canonical_id` is one. The rows
 * themselves are kept: who says what, in what language, since when.
 */
export async function* readStatements(file: SourceFile, context: SourceContext): AsyncGenerator<Node> {
  let rows: Cells[] = []
  let canonical: string | undefined
  let line: number | undefined
  for await (const cells of tableRows(file, context, SHAPE)) {
    const id = cells.get('canonical_id') ?? cells.get('entity_id')
    if (id === undefined || !cells.has('schema') || !cells.has('prop')) {
      const record = [...cells.values()].join(' | ').slice(0, 500)
      context.tell('bad-id', 'a statement does not say of what it is; it is left out', { record })
      continue
    }
    const at = context.line
    if (id !== canonical) {
      context.line = line
      if (canonical !== undefined) yield entityOf(canonical, rows, context)
      context.line = at
      rows = []
      canonical = id
      line = at
    }
    rows.push(cells)
  }
  context.line = line
  if (canonical !== undefined) yield entityOf(canonical, rows, context)
}

function entityOf(id: string, rows: readonly Cells[], context: SourceContext): Node {
  const schemata = distinct(rows, 'schema')
  const schema = narrowest(schemata) ?? ''
  const odd = schemata.find((one) => !isA(schema, one))
  if (odd !== undefined) {
    const message = `'${id.slice(0, 80)}' is a ${schema.slice(0, 80)} and a ${odd.slice(0, 80)}: the first stands`
    context.tell('conflict', message)
  }
  const properties = new Map<string, string[]>()
  const said = new Map<string, Set<string>>()
  const languages = new Map<string, Set<string>>()
  for (const cells of rows) {
    const [property = '', value] = [cells.get('prop'), cells.get('value')]
    if (property === ID || value === undefined) continue
    addTo(properties, property, [value])
    note(said, `${property} ${value}`, cells.get('dataset'))
    note(languages, `${property} ${value}`, cells.get('lang'))
  }
  const seen = { first_seen: edge(rows, 'first_seen', -1), last_seen: edge(rows, 'last_seen', 1) }
  return {
    id,
    schema,
    properties,
    rest: {
      datasets: distinct(rows, 'dataset'),
      referents: distinct(rows, 'entity_id').filter((one) => one !== id),
      ...Object.fromEntries(Object.entries(seen).filter(([, date]) => date !== undefined)),
      statements: rows.map((cells) => Object.fromEntries(cells)),
    },
    saidBy: (property, value) => [...(said.get(`${property} ${value}`) ?? [])],
    languageOf: (property, value) => {
      const [language, ...others] = languages.get(`${property} ${value}`) ?? []
      return language === undefined || others.length > 0 ? undefined : canonicalLanguage(language)
    },
  }
}

function distinct(rows: readonly Cells[], column: string): string[] {
  return [...new Set(rows.flatMap((cells) => cells.get(column) ?? []))]
}

/** The first (-1) or last (1) of the dates in a column: they are written so that their order is that of letters. */
function edge(rows: readonly Cells[], column: string, side: -1 | 1): string | undefined {
  const dates = rows.flatMap((cells) => cells.get(column) ?? []).sort()
  return side < 0 ? dates[0] : dates.at(-1)
}

function note(notes: Map<string, Set<string>>, key: string, value: string | undefined): void {
  if (value === undefined) return
  const there = notes.get(key)
  if (there) there.add(value)
  else notes.set(key, new Set([value]))
}
