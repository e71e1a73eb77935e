import type { Address, EntityRecord, Identifier, StatementRecord } from '../../../model/record'
import { addressOf } from '../addresses'
import { ADDRESS } from '../countries'
import { identifiersOf, isIdentification } from '../documents'
import { edgeProperties, type Row } from '../edge'
import { addTo, type FtmEntity, type Properties, restored, valuesOf } from '../node'
import { type Lent, NOTHING_LENT, thingProperties } from '../thing'
import { joinResidues, type Residue } from './gathered'

/** Properties of entities that statements say, by the id of the entity here. */
export type Ties = ReadonlyMap<string, Properties>

/** A record of a thing that came as FollowTheMoney, with what was kept of it. */
export interface BornThing {
  readonly record: EntityRecord
  readonly residue: Residue
}

/** Things that came as FollowTheMoney, as they were. */
export class BornThings {
  readonly #things: ReadonlyMap<string, BornThing>
  readonly #ties: Ties
  readonly #byFtmId = new Map<string, string>()
  readonly #identifiers = new Map<string, Identifier[]>()

  /** @param things by their id here */
  constructor(things: ReadonlyMap<string, BornThing>, ties: Ties) {
    this.#things = things
    this.#ties = ties
    for (const [id, { residue }] of things) {
      this.#byFtmId.set(residue.id, id)
      for (const referent of [residue.rest.referents ?? []].flat()) {
        if (typeof referent === 'string' && !this.#byFtmId.has(referent)) this.#byFtmId.set(referent, id)
      }
    }
    for (const thing of things.values()) this.#lend(thing)
  }

  *entities(): Generator<FtmEntity> {
    for (const thing of this.#things.values()) {
      yield entityOf(thing.residue, this.#propertiesOf(thing, this.#lentTo(thing)))
    }
  }

  /** What documents say of their holders. */
  #lend(thing: BornThing): void {
    const { schema } = thing.residue
    if (!isIdentification(schema)) return
    const properties = this.#propertiesOf(thing, NOTHING_LENT)
    const identifiers = identifiersOf(schema, properties)
    for (const holder of valuesOf(properties, 'holder')) {
      const id = this.#byFtmId.get(holder)
      if (id === undefined) continue
      const there = this.#identifiers.get(id) ?? []
      for (const identifier of identifiers) there.push(identifier)
      this.#identifiers.set(id, there)
    }
  }

  #lentTo({ record, residue }: BornThing): Lent {
    const named = new Set([
      ...valuesOf(this.#ties.get(record.id) ?? new Map(), ADDRESS),
      ...valuesOf(residue.properties, ADDRESS),
    ])
    const addresses = [...named].flatMap((id): Address[] => {
      const there = this.#things.get(this.#byFtmId.get(id) ?? '')
      const address =
        there?.residue.schema === 'Address' ? addressOf(this.#propertiesOf(there, NOTHING_LENT)) : undefined
      return address ? [address] : []
    })
    return { identifiers: this.#identifiers.get(record.id) ?? [], addresses }
  }

  #propertiesOf({ record, residue }: BornThing, lent: Lent): Properties {
    const said = thingProperties(record, residue.schema, lent)
    for (const [property, values] of this.#ties.get(record.id) ?? []) addTo(said, property, values)
    return withResidue(said, residue)
  }
}

/** A link that came as FollowTheMoney: the claims that it made, and what was kept of it. */
export interface BornLink {
  readonly rows: Row[]
  readonly residues: Residue[]
}

/**
 * A link as it was.
 *
 * @param guess the schema of such a statement, where a view left out the claim on which it was kept
 */
export function bornLink(
  id: string,
  { rows, residues }: BornLink,
  guess: (relation: StatementRecord['relation']) => string | undefined,
): FtmEntity | undefined {
  const [first, ...others] = residues
  const residue = first && others.length > 0 ? joinResidues(first, residues) : first
  const schema = residue?.schema ?? guess(rows[0]?.relation ?? '')
  if (schema === undefined) return undefined
  // What a sanction said was kept, all of it.
  const isWhole = schema === 'Sanction' && residue !== undefined
  const said = isWhole ? new Map<string, string[]>() : edgeProperties(schema, rows)
  const kept = residue ?? { id, schema, properties: new Map(), rest: {}, joined: false }
  return entityOf(kept, withResidue(said, kept))
}

/** What the record says, with what was kept: of a property that is kept, that alone. */
function withResidue(said: Map<string, string[]>, { properties, joined }: Residue): Properties {
  if (!joined) return restored(said, properties)
  for (const [property, values] of properties) addTo(said, property, values)
  return said
}

/** An entity in the usual order of its fields. */
export function entityOf(
  { id, schema, rest }: Pick<Residue, 'id' | 'schema' | 'rest'>,
  properties: Properties,
): FtmEntity {
  const { caption, ...others } = rest
  return {
    id,
    ...(caption === undefined ? {} : { caption }),
    schema,
    properties: Object.fromEntries(properties),
    ...others,
  } as FtmEntity // the boundary: fields beside these are as they were read
}
