import type { ClaimRecord, EntityRecord, StatementRecord } from '../../../model/record'
import { core } from '../../../ontology/core'
import { schemaOf } from '../core-types'
import { ADDRESS, countryCode, tieProperty } from '../countries'
import { ftmIdOf, PREFIX } from '../ids'
import { addTo } from '../node'
import { isA } from '../schemata'
import type { BornLink, BornThing } from './born'
import { foreignSchema } from './foreign-things'
import { type Gathered, isPlaceholder, linksOf, residueOfRecord, residuesIn } from './gathered'
import { MintedIds } from './ids'
import { writtenAs } from './relations'

/** A statement that is written as a link of its own. */
export interface PlannedLink {
  readonly statement: StatementRecord
  readonly claims: readonly ClaimRecord[]
}

/** What is to be written as what: links as they came, properties that statements say, links that are new. */
export class Plan {
  /** Things that came as FollowTheMoney, by id. */
  readonly born = new Map<string, BornThing>()
  /** Links that came as FollowTheMoney, by their id there. */
  readonly links = new Map<string, BornLink>()
  /** Properties that statements say, by the id of the entity. */
  readonly ties = new Map<string, Map<string, string[]>>()
  readonly designations: PlannedLink[] = []
  readonly others: PlannedLink[] = []
  /** What others name as whoever publishes, lists or sends, and what they are under: texts and codes there. */
  readonly values = new Set<string>()
  readonly #gathered: Gathered
  readonly #minted: MintedIds
  readonly #untold: (what: string) => void
  readonly #owned = new Set<string>()

  constructor(gathered: Gathered, untold: (what: string) => void) {
    this.#gathered = gathered
    this.#untold = untold
    for (const [id, record] of gathered.entities) {
      const residue = residueOfRecord(record)
      if (residue) this.born.set(id, { record, residue })
      if (typeof record.publisher === 'string') this.values.add(record.publisher)
      for (const source of record.sources ?? []) this.values.add(source)
    }
    this.#minted = new MintedIds([...this.born.values()].map(({ residue }) => residue.id))
    for (const statement of gathered.statements) this.#take(statement)
  }

  /** The id of an entity in FollowTheMoney. */
  idOf(id: string): string {
    const born = this.born.get(id)
    if (born) return born.residue.id
    // What was never there keeps the id by which it was named.
    return this.#gathered.entities.has(id) && !id.startsWith(`${PREFIX}:`)
      ? this.#minted.of(id)
      : this.#plain(id)
  }

  #plain(id: string): string {
    return id.startsWith(`${PREFIX}:`) ? ftmIdOf(id) : this.#minted.of(id)
  }

  /** The schema of an entity; undefined where it is not there, or has none. */
  schemaOf(id: string): string | undefined {
    const born = this.born.get(id)
    if (born) return born.residue.schema
    const record = this.#gathered.entities.get(id)
    return record && !isPlaceholder(record) ? foreignSchema(record, this.#owned.has(id)) : undefined
  }

  #take(statement: StatementRecord): void {
    const { relation, subject, object } = statement
    if (typeof statement.programme === 'string') this.values.add(statement.programme)
    if (relation === 'designates') this.values.add(subject)
    const others: ClaimRecord[] = []
    for (const claim of statement.claims) {
      if (claim.source !== undefined) this.values.add(claim.source)
      if (typeof claim.authority === 'string') this.values.add(claim.authority)
      // What is only predicted or alleged, and what was withdrawn, would stand there as a fact.
      if (claim.stance !== 'asserts' || claim.withdrawn !== undefined) {
        const why =
          claim.withdrawn === undefined
            ? `not asserted: ${relation} (${claim.stance})`
            : `withdrawn: ${relation}`
        this.#untold(`what is ${why}`)
        continue
      }
      const links = linksOf(claim)
      for (const link of links) this.#row(link, statement, claim)
      if (links.length === 0) others.push(claim)
    }
    if (others.length === 0) return
    const record = this.#gathered.entities.get(object)
    const code = record && isJurisdiction(record) ? countryCode(object) : undefined
    if (code !== undefined && this.#tie(statement, others, code)) this.values.add(object)
    else if (
      relation === 'locatedIn' &&
      this.schemaOf(object) === 'Address' &&
      this.schemaOf(subject) !== undefined
    )
      this.#add(subject, ADDRESS, this.idOf(object))
    else if (relation === 'designates') this.designations.push({ statement, claims: others })
    else if (writtenAs(relation, 'Thing', 'Thing') === undefined) this.#untold(`the relation '${relation}'`)
    else this.others.push({ statement, claims: others })
    if (['owns', 'ownsOrControls', 'controls'].includes(relation)) this.#owned.add(object)
  }

  /** Whether a statement about a jurisdiction is a property of its subject. */
  #tie({ relation, subject }: StatementRecord, claims: readonly ClaimRecord[], code: string): boolean {
    const schema = this.schemaOf(subject)
    if (schema === undefined) return false
    const properties = claims.flatMap(({ kind, at }) => tieProperty(schema, relation, kind, at) ?? [])
    for (const property of properties) this.#add(subject, property, code)
    return properties.length > 0
  }

  #add(id: string, property: string, value: string): void {
    const ties = this.ties.get(id) ?? new Map<string, string[]>()
    addTo(ties, property, [value])
    this.ties.set(id, ties)
  }

  #row(id: string, { relation, subject, object }: StatementRecord, claim: ClaimRecord): void {
    const link: BornLink = this.links.get(id) ?? { rows: [], residues: [] }
    link.rows.push({ relation, subject: this.idOf(subject), object: this.idOf(object), details: claim })
    for (const residue of residuesIn(claim.extra)) if (residue.id === id) link.residues.push(residue)
    this.links.set(id, link)
  }
}

function isJurisdiction({ type }: EntityRecord): boolean {
  return [type].flat().some((one) => core.isA(one, 'Jurisdiction'))
}

/** Whether an entity is written wherever it stands, rather than only as the end of a link. */
export function standsAlone(record: EntityRecord, values: ReadonlySet<string>): boolean {
  const schema = schemaOf(record.type)
  if (schema === undefined || values.has(record.id) || isJurisdiction(record)) return false
  return (
    !isA(schema, 'Document') || [record.type].flat().some((type) => type === 'Article' || type === 'Document')
  )
}
