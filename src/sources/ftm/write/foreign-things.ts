import type { EntityRecord } from '../../../model/record'
import { pickText } from '../../../model/text'
import { schemaOf } from '../core-types'
import { countryCode } from '../countries'
import { datasetName } from '../datasets'
import { addTo, type FtmEntity, type Properties } from '../node'
import { NOTHING_LENT, thingProperties } from '../thing'
import { entityOf } from './born'

/** The names of data sets that sources are written as. */
export function datasetsOf(sources: Iterable<string>): string[] {
  const names = [...sources].map(
    (id) => datasetName(id) ?? id.slice(id.indexOf(':') + 1).replace(/[^\p{L}\p{N}]+/gu, '_'),
  )
  return [...new Set(names)].sort()
}

/** The schema of an entity that did not come as FollowTheMoney; undefined where there is none. */
export function foreignSchema({ type }: EntityRecord, isOwned: boolean): string | undefined {
  const schema = schemaOf(type)
  // What can be owned is a company, by the definition of the schema.
  return isOwned && (schema === 'Organization' || schema === 'LegalEntity') ? 'Company' : schema
}

/**
 * An entity that did not come as FollowTheMoney.
 *
 * @param untold told of what cannot be said there
 */
export function foreignThing(
  record: EntityRecord,
  id: string,
  schema: string,
  ties: Properties,
  untold: (what: string) => void,
): FtmEntity {
  const said = thingProperties(withoutCodes(record), schema, NOTHING_LENT, untold)
  const code = countryCode(record.id)
  if (code !== undefined) addTo(said, 'country', [code])
  const named = new Set(
    ['name', 'alias', 'weakAlias', 'previousName'].flatMap((property) => said.get(property) ?? []),
  )
  const labels = Object.values(record.label ?? {}).filter((label) => !named.has(label))
  const properties = new Map<string, string[]>()
  // The label first, since the first name is the one that is shown.
  if (schema !== 'Address' || named.size > 0 || !said.has('full')) addTo(properties, 'name', labels)
  for (const [property, values] of [...said, ...ties]) addTo(properties, property, values)
  if (record.extra !== undefined && Object.keys(record.extra).some((field) => field !== 'ftm'))
    untold('fields under extra')
  const caption = pickText(record.label)
  const datasets = datasetsOf(record.sources ?? [])
  return entityOf(
    {
      id,
      schema,
      rest: { ...(caption === undefined ? {} : { caption }), ...(datasets.length > 0 ? { datasets } : {}) },
    },
    properties,
  )
}

/** A jurisdiction is known by its code there: its others are not said, and not missed. */
function withoutCodes(record: EntityRecord): EntityRecord {
  if (countryCode(record.id) === undefined || record.identifiers === undefined) return record
  return { ...record, identifiers: record.identifiers.filter(({ scheme }) => !CODES.includes(scheme)) }
}

const CODES: readonly string[] = ['iso2', 'iso3', 'm49', 'x-iso3166-3']
