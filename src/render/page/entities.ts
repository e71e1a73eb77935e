import type { EntityRecord } from '../../model/record'
import type { Property } from '../../ontology/ontology'
import { labelOf } from '../../query/cite'
import { nodeKindOf } from '../../query/show/kinds'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import type { EntityData, Fact } from './data'
import { factsOf, line, linkOf, valueInWords } from './values'

/**
 * What a page tells of an entity.
 *
 * @param typeOf the place of a type's label
 * @param sourceOf the place of an entity
 */
export function entityData(
  lens: Lens,
  row: Row,
  typeOf: (label: string) => number,
  sourceOf: (row: Row) => number,
  languages?: readonly string[],
): EntityData {
  const { store } = lens
  const { ontology } = store
  const types = store.typesOf(row)
  const record: Partial<EntityRecord> = store.entity(row) ?? {}
  const {
    type: _,
    id,
    label,
    names,
    identifiers,
    description,
    sources,
    unnamed,
    url,
    published,
    ...fields
  } = record
  const shown = labelOf(lens, row, languages)
  const properties = new Map<string, Property>(types.flatMap((type) => [...ontology.fields(type)]))
  const link = linkOf(url)
  const facts: Fact[] = [
    ...factsOf(lens, fields, properties, languages),
    ...(url === undefined || link !== undefined ? [] : ([['URL', line(String(url))]] as const)),
  ]
  const others = [
    ...Object.entries(label ?? {})
      .filter(([, text]) => text !== shown)
      .map(([language, text]) => [line(text), language === 'und' ? '' : language] as const),
    ...(names ?? []).map(
      ({ text, lang, kind }) => [line(text), [lang, kind].filter(Boolean).join(', ')] as const,
    ),
  ]
  return {
    id: id ?? store.idOf(row),
    kind: nodeKindOf(store, row),
    types: types.map((type) => typeOf(ontology.types.get(type)?.label ?? words(type))),
    label: line(shown),
    ...some('names', others),
    ...(description === undefined ? {} : { description: valueInWords(lens, 'text', description, languages) }),
    ...some('facts', facts),
    ...some(
      'identifiers',
      (identifiers ?? []).map(({ scheme, value, country, when, valid }): Fact => {
        const more = [country, when, valid === false ? 'not valid' : undefined].filter(Boolean).join(', ')
        return [line(scheme), line(more === '' ? value : `${value} (${more})`)]
      }),
    ),
    ...some(
      'sources',
      (sources ?? []).map((id) => sourceOf(store.findEntity(id))).filter((at) => at >= 0),
    ),
    ...(link === undefined ? {} : { url: link }),
    ...(typeof published === 'string' ? { published: line(published) } : {}),
    ...(unnamed ? { unnamed } : {}),
  }
}

function some<K extends string, T>(key: K, list: readonly T[]): { [P in K]?: readonly T[] } {
  return list.length === 0 ? {} : ({ [key]: list } as { [P in K]: readonly T[] }) // as named
}

/** `ArmedGroup` → "armed group". */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter, at) => (at > 0 ? ' ' : '') + letter.toLowerCase())
}
