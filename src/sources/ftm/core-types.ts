import { core } from '../../ontology/core'
import { isA, lineageOf } from './schemata'

/** Schemata that have no counterpart of their own in the ontology, and what they are nearest to. */
const NEAREST: { readonly [schema: string]: string } = {
  LegalEntity: 'Actor',
  Territory: 'Jurisdiction',
  // A post: whoever holds it belongs to it.
  Position: 'Organization',
  Address: 'Place',
  Project: 'Event',
  CourtCase: 'Event',
  CallForTenders: 'Event',
  Identification: 'Document',
}

/** A record of a data set that nothing else fits: no path runs through it. */
const RECORD = 'Source'

const types = core.types

/** Schema → type, by the counterparts of the ontology. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ...[...types].flatMap(([type, { counterparts = [] }]) =>
    counterparts.filter((one) => one.startsWith('ftm:')).map((one): [string, string] => [one.slice(4), type]),
  ),
  ...Object.entries(NEAREST),
])

/** Type → schema: the first one that is told of it. */
const SCHEMATA: ReadonlyMap<string, string> = new Map([
  ...[...TYPES].reverse().map(([schema, type]): [string, string] => [type, schema]),
  // Written as what FollowTheMoney has had all along: a state is party to links.
  ['Jurisdiction', 'PublicBody'],
  ['Government', 'PublicBody'],
])

const byCache = new Map<string, string>()

/**
 * The type of entities of a schema: its counterpart, or that of the nearest schema that it extends; `Source`, a record,
 * where there is none.
 */
export function coreTypeOf(schema: string): string {
  const known = byCache.get(schema)
  if (known !== undefined) return known
  const found = lineageOf(schema).find((one) => TYPES.has(one))
  const type = (found === undefined ? undefined : TYPES.get(found)) ?? RECORD
  if (byCache.size < 1000) byCache.set(schema, type) // names of schemata come from foreign input
  return type
}

/** The schema that entities of a type, or of several, are written as; undefined where there is none. */
export function schemaOf(type: string | readonly string[]): string | undefined {
  const found = [type].flat().flatMap((one) => {
    const fitting = core.lineage(one).find((ancestor) => SCHEMATA.has(ancestor))
    return fitting === undefined ? [] : (SCHEMATA.get(fitting) ?? [])
  })
  // Of a news agency that is a company, the company says more.
  return found.find((one) => found.every((other) => isA(one, other))) ?? found[0]
}

/** Whether an entity of a type may stand where one of these is asked for. */
export function fits(type: string, asked: readonly string[]): boolean {
  return asked.some((one) => core.isA(type, one))
}
