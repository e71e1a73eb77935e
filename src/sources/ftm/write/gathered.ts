import type { ClaimRecord, EntityRecord, StatecraftRecord, StatementRecord } from '../../../model/record'
import { isStatement } from '../../../model/record'
import { coreId } from '../ids'
import { type Fields, type Properties, textsOf } from '../node'
import { isFields } from '../read-node'
import { narrowest } from '../schemata'

/** Records, or a view that has them. */
export type RecordsInput = Iterable<StatecraftRecord> | { records(): Iterable<StatecraftRecord> }

/** What is kept of an entity of FollowTheMoney that a record came from. */
export interface Residue {
  readonly id: string
  readonly schema: string
  readonly properties: Properties
  readonly rest: Fields
  /** It was put together from several: what is kept of each adds to what the record says, and does not replace it. */
  readonly joined: boolean
}

/** All records, in the order of their coming: an entity that came in parts is one. */
export class Gathered {
  readonly entities = new Map<string, EntityRecord>()
  readonly statements: StatementRecord[] = []

  constructor(input: RecordsInput) {
    for (const record of 'records' in input ? input.records() : input) {
      if (isStatement(record)) this.statements.push(record)
      else {
        const there = this.entities.get(record.id)
        this.entities.set(record.id, there ? joined(there, record) : record)
      }
    }
  }
}

/** What is kept of the entities that a record came from; undefined where it came from none. */
export function residueOfRecord(record: EntityRecord): Residue | undefined {
  const all = residuesIn(record.extra)
  // The entity whose id the record goes by is the one that the others were taken for.
  const own = all.find(({ id }) => coreId(id) === record.id) ?? all[0]
  return own && all.length > 1 ? joinResidues(own, all) : own
}

/** Whether a record stands for an entity that its data named, and did not have. */
export function isPlaceholder({ extra }: EntityRecord): boolean {
  const kept = keptIn(extra)
  return kept.length > 0 && kept.every(({ dangling }) => dangling === true)
}

/** What is kept of a link: on one of the claims that it made. */
export function residuesIn(extra: ClaimRecord['extra']): Residue[] {
  return keptIn(extra).flatMap(({ id, schema, properties, ...rest }) => {
    if (typeof id !== 'string' || typeof schema !== 'string') return []
    const given = isFields(properties) ? Object.entries(properties) : []
    const lists = given.map(([property, values]): [string, readonly string[]] => [
      property,
      Array.isArray(values) ? values.filter((one) => typeof one === 'string') : [],
    ])
    return [{ id, schema, properties: new Map(lists), rest, joined: false }]
  })
}

/** The ids of the links that a claim came from. */
export function linksOf({ extra }: ClaimRecord): string[] {
  return [...new Set(keptIn(extra).flatMap(({ id }) => (typeof id === 'string' ? id : [])))]
}

/** `extra.ftm`: one, or several where records were joined. */
function keptIn(extra: ClaimRecord['extra']): Fields[] {
  const kept = extra !== undefined && Object.hasOwn(extra, 'ftm') ? extra.ftm : undefined
  return [kept].flat().filter(isFields)
}

/** What is kept of several entities, as of one of them. */
export function joinResidues(own: Residue, all: readonly Residue[]): Residue {
  const properties = new Map<string, readonly string[]>()
  for (const one of all) {
    for (const [property, values] of one.properties) {
      properties.set(property, [...new Set([...(properties.get(property) ?? []), ...values])])
    }
  }
  // Of what only one of them had to take back, the other may have had it.
  for (const [property, values] of properties) if (values.length === 0) properties.delete(property)
  const lists = (field: string) => all.flatMap(({ rest }) => textsOf(rest, field))
  const others = all.map(({ id }) => id)
  const referents = [...new Set([...lists('referents'), ...others])].filter((id) => id !== own.id)
  const datasets = [...new Set(lists('datasets'))]
  const ownRest = Object.fromEntries(all.toReversed().flatMap(({ rest }) => Object.entries(rest)))
  return {
    id: own.id,
    schema: narrowest([...new Set([own.schema, ...all.map(({ schema }) => schema)])]) ?? own.schema,
    properties,
    rest: {
      ...ownRest,
      ...own.rest,
      ...(referents.length > 0 ? { referents } : {}),
      ...(datasets.length > 0 ? { datasets } : {}),
    },
    joined: true,
  }
}

/** Two records of one entity: lists are joined, of all else the first stands. */
function joined(first: EntityRecord, second: EntityRecord): EntityRecord {
  const both: Record<string, unknown> = { ...second, ...first }
  for (const field of ['names', 'identifiers', 'addresses', 'sameAs', 'sources'] as const)
    if (first[field] && second[field]) both[field] = [...first[field], ...second[field]]
  const kept = [...keptIn(first.extra), ...keptIn(second.extra)]
  if (kept.length > 0) both.extra = { ...second.extra, ...first.extra, ftm: kept }
  return both as unknown as EntityRecord // the boundary: as both were, field by field
}
