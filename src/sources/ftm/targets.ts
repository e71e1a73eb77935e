import { splitList } from '../csv/split'
import type { SourceContext } from '../input/context'
import type { SourceFile } from '../input/files'
import { type Cells, type TableShape, tableRows } from './columns'
import { UNTOLD } from './identifiers'
import type { Node } from './node'
import { isA } from './schemata'

/** `targets.simple.csv`: a row an entity. */
const SHAPE: TableShape = {
  title: 'targets.simple.csv',
  required: ['id', 'schema', 'name'],
  others: [
    'aliases',
    'birth_date',
    'countries',
    'addresses',
    'identifiers',
    'sanctions',
    'phones',
    'emails',
    'program_ids',
    'dataset',
    'first_seen',
    'last_seen',
    'last_change',
  ],
}

/** Columns of lists, and the properties that they are. */
const PROPERTIES: readonly (readonly [column: string, property: string])[] = [
  ['aliases', 'alias'],
  ['countries', 'country'],
  ['addresses', 'address'],
  ['identifiers', UNTOLD],
  ['phones', 'phone'],
  ['emails', 'email'],
  ['program_ids', 'programId'],
]

/** Columns that are fields of an entity beside its properties. */
const FIELDS: readonly string[] = ['first_seen', 'last_seen', 'last_change']

/** The entities of `targets.simple.csv`: all of them are targets. */
export async function* readTargets(file: SourceFile, context: SourceContext): AsyncGenerator<Node> {
  for await (const cells of tableRows(file, context, SHAPE)) {
    const id = cells.get('id')
    const schema = cells.get('schema')
    if (id === undefined || schema === undefined) {
      const record = [...cells.values()].join(' | ').slice(0, 500)
      context.tell('bad-id', 'a row has no id or no schema; it is left out', { record })
    } else yield { id, schema, properties: propertiesOf(cells, schema), rest: restOf(cells) }
  }
}

function propertiesOf(cells: Cells, schema: string): Map<string, readonly string[]> {
  const properties = new Map<string, readonly string[]>()
  const put = (property: string, values: readonly string[]) => {
    if (values.length > 0) properties.set(property, [...new Set(values)])
  }
  // The name is one cell, not a list: it may have a semicolon.
  put('name', [cells.get('name') ?? []].flat())
  for (const [column, property] of PROPERTIES) put(property, list(cells, column))
  put(isA(schema, 'Person') ? 'birthDate' : 'date', list(cells, 'birth_date'))
  return properties
}

function restOf(cells: Cells): { readonly [field: string]: unknown } {
  const others = [...cells].filter(([column]) => FIELDS.includes(column) || isUnknown(column))
  const datasets = list(cells, 'dataset')
  const sanctions = list(cells, 'sanctions')
  return {
    ...Object.fromEntries(others),
    ...(datasets.length > 0 ? { datasets } : {}),
    ...(sanctions.length > 0 ? { sanctions } : {}),
    target: true,
  }
}

function isUnknown(column: string): boolean {
  return !SHAPE.required.includes(column) && !SHAPE.others.includes(column)
}

/** Lists are apart by semicolons; a value that has one itself stands in quotes. */
function list(cells: Cells, column: string): readonly string[] {
  return splitList(cells.get(column) ?? '', ';', '"')
}
