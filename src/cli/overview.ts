import type { Ontology } from '../ontology/ontology'
import { table, width } from './text'

/** What there is: types as a tree, relations with their ends, lists. */
export function overview(ontology: Ontology, columns: number): string {
  const { definition } = ontology
  const types = [...tree(ontology, undefined, '')]
  const relations = [...ontology.relations.values()].map(
    ({ name, from, to, symmetric, aspect, definition }) => [
      name,
      `${ends(from)} ${symmetric ? '–' : '→'} ${ends(to)}`,
      aspect === 'event' ? 'event' : '',
      definition,
    ],
  )
  const lists = Object.entries(definition.lists).map(([name, { definition, values }]) => [
    name,
    Object.keys(values).length,
    definition,
  ])
  return [
    'Types\n',
    cut(table(types, '  '), columns),
    '\n\nRelations: subject → object; – either way\n',
    cut(table(relations, '  '), columns),
    '\n\nLists: number of values\n',
    cut(table(lists, '  '), columns),
    '\n\nstatecraft ontology <name> tells all about one of them, a property, or a value of a list.\n',
  ].join('')
}

function* tree(ontology: Ontology, parent: string | undefined, indent: string): Generator<[string, string]> {
  for (const [name, type] of ontology.types) {
    if (type.extends !== parent) continue
    yield [indent + name, type.definition]
    yield* tree(ontology, name, `${indent}  `)
  }
}

/** Relations that take many types say so in full when they are asked for. */
function ends(types: readonly string[]): string {
  return types.length > 3 ? `${types.slice(0, 2).join(' / ')} / …` : types.join(' / ')
}

/** Lines that end where the terminal does. */
function cut(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => (width(line) > columns ? `${[...line].slice(0, columns - 1).join('')}…` : line))
    .join('\n')
}
