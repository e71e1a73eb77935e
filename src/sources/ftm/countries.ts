import { core } from '../../ontology/core'
import { jurisdictionId } from '../../reference/states'
import { fits } from './core-types'
import { type Properties, valuesOf } from './node'
import { hasProperty } from './schemata'

/** That an entity belongs to a jurisdiction, or is at an address: a property of it there, a statement here. */
export interface Tie {
  readonly property: string
  readonly relation: string
  readonly kind?: string
  /** The id of the jurisdiction or place. */
  readonly object: string
}

interface Rule {
  readonly property: string
  /** Relations of which the first is taken that entities of the type may have. */
  readonly relations: readonly string[]
  readonly kind?: string
}

/**
 * Properties that name countries. `country` is an association of which nothing more is told, so it is `linkedTo`; of an
 * address or event it is where that is.
 */
const RULES: readonly Rule[] = [
  { property: 'nationality', relations: ['citizenOf'], kind: 'nationality' },
  { property: 'citizenship', relations: ['citizenOf'], kind: 'citizenship' },
  { property: 'flag', relations: ['flaggedBy'] },
  { property: 'jurisdiction', relations: ['registeredIn', 'linkedTo'] },
  { property: 'mainCountry', relations: ['linkedTo'] },
  { property: 'country', relations: ['linkedTo', 'locatedIn'] },
]

/** The property of an entity that names the `Address` where it is. */
export const ADDRESS = 'addressEntity'

/**
 * The jurisdictions that an entity names, as statements.
 *
 * @param unknown told of codes that stand for no jurisdiction here
 */
export function readTies(
  type: string,
  schema: string,
  properties: Properties,
  unknown: (code: string, property: string) => void,
): Tie[] {
  return RULES.flatMap(({ property, relations, kind }) => {
    if (!hasProperty(schema, property)) return []
    const relation = relations.find((one) => fits(type, core.relation(one).from))
    if (relation === undefined) return []
    return valuesOf(properties, property).flatMap((code) => {
      const object = jurisdictionId(code)
      if (object !== undefined)
        return [{ property, relation, object, ...(kind === undefined ? {} : { kind }) }]
      unknown(code, property)
      return []
    })
  })
}

/**
 * The property that a statement about a jurisdiction is written as.
 *
 * @param at the place that the claim gives: where it came from FollowTheMoney, it ends in the property
 * @returns undefined where entities of this schema have none
 */
export function tieProperty(
  schema: string,
  relation: string,
  kind: unknown,
  at: string | undefined,
): string | undefined {
  const stated = at?.slice(at.lastIndexOf(' ') + 1)
  const fitting = RULES.filter(
    (rule) => rule.relations.includes(relation) && hasProperty(schema, rule.property),
  )
  return (
    fitting.find(({ property }) => property === stated) ??
    fitting.find((rule) => rule.kind === kind) ??
    // What an aircraft is flagged by, or where a ship is registered, is a country all the same.
    fitting.find(({ property }) => property !== 'mainCountry')
  )?.property
}

/** The code of a jurisdiction in FollowTheMoney: `kp`, `suhh`, `ua-cri`; undefined where it has none. */
export function countryCode(id: string): string | undefined {
  return /^(?:state|territory):([A-Z]{2}(?:[A-Z]{2}|-[A-Z]{3})?)$/.exec(id)?.[1]?.toLowerCase()
}
