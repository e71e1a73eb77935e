import { core, type Property, type Relation } from 'statecraft'

/**
 * Records for measuring: as many statements as asked for, a quarter as many entities, the same for the same seed.
 * Shares are those of the data that the library is for: mostly companies and persons, while states are what most
 * statements are about; one claim on four statements of five; a time on most.
 *
 * @param seed any whole number
 * @param statements how many
 * @returns entities, then statements; loading them raises no issue
 */
export function* generate(seed: number, statements: number): Generator<object> {
  const world = new World(random(seed), Math.ceil(statements / 4))
  yield* world.entities()
  for (let i = 0; i < statements; i++) yield world.statement()
}

/** Numbers from 0 to 1 (mulberry32, Tommy Ettinger 2017, public domain). */
export function random(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Of a type: per mille of all entities, prefix of ids, and how often it stands at an end that takes it. */
const TYPES: { readonly [type: string]: readonly [share: number, prefix: string, weight: number] } = {
  State: [1, 'state', 40],
  Territory: [2, 'territory', 4],
  Organization: [10, 'organization', 2],
  IntergovernmentalOrganization: [2, 'organization', 5],
  Alliance: [0.4, 'alliance', 2],
  Grouping: [0.4, 'grouping', 1],
  Government: [2, 'government', 4],
  ArmedForce: [5, 'armed-force', 3],
  ArmedGroup: [5, 'armed-group', 3],
  PoliticalParty: [5, 'party', 1],
  Agency: [2, 'agency', 1],
  GovernmentAgency: [15, 'agency', 5],
  NewsAgency: [5, 'agency', 2],
  Company: [380, 'company', 25],
  ResearchInstitution: [10, 'organization', 1],
  Person: [260, 'person', 12],
  Expert: [10, 'person', 1],
  Official: [40, 'person', 6],
  Vessel: [60, 'vessel', 6],
  Aircraft: [15, 'aircraft', 2],
  CryptoWallet: [10, 'x-wallet', 1],
  BankAccount: [10, 'x-account', 1],
  Security: [10, 'x-security', 1],
  Technology: [4, 'technology', 3],
  WeaponSystem: [4, 'technology', 2],
  Commodity: [6, 'commodity', 5],
  Sector: [0.5, 'sector', 1],
  LegalInstrument: [3, 'x-act', 1],
  Treaty: [6, 'treaty', 2],
  Resolution: [6, 'resolution', 2],
  SanctionsProgramme: [1, 'programme', 2],
  Event: [30, 'event', 3],
  SanctionsCase: [2, 'event', 1],
  Place: [30, 'place', 3],
  Article: [40, 'source', 3],
  Document: [12, 'source', 1],
  Dataset: [0.8, 'source', 1],
  SanctionsList: [0.4, 'source', 1],
}

/** How often a relation is met, where it is not once. */
const OFTEN: { readonly [relation: string]: number } = {
  owns: 10,
  directs: 9,
  registeredIn: 8,
  supplies: 8,
  exportsTo: 8,
  designates: 6,
  votesOn: 6,
  meets: 6,
  visits: 5,
  memberOf: 5,
  citizenOf: 5,
  locatedIn: 5,
  sanctions: 4,
  partyTo: 3,
  flaggedBy: 3,
  familyOf: 3,
  associateOf: 3,
  linkedTo: 3,
  accuses: 3,
  condemns: 3,
  threatens: 2,
  alliedWith: 2,
}

const CLAIMANTS = [
  'NewsAgency',
  'NewsAgency',
  'NewsAgency',
  'GovernmentAgency',
  'Expert',
  'Official',
  'State',
]
const STANCES: readonly (readonly [stance: string, share: number])[] = [
  ['asserts', 88],
  ['alleges', 6],
  ['announces', 3],
  ['predicts', 2],
  ['denies', 1],
]
const WORDS = (
  'after the deal shipment of parts for missile oil through port under cover company says to have agreed with ' +
  'ministry on transfer export licence bank account frozen since talks in border trade vessel renamed flag changed ' +
  'panel report found delivery delayed payment gold crew technicians training rejected as baseless denied by envoy'
).split(' ')
const SYLLABLES =
  'al an bar cho dar el fan gor han ir jin kal lin mar nor os pyo qad ren sul tan uz vol wei yar zhe'.split(
    ' ',
  )
const ARABIC = 'شركة وزارة سفينة بنك طهران موسكو الشرق للتجارة النفط الدولية القابضة مجموعة'.split(' ')

type Choices<T> = readonly (readonly [value: T, weight: number])[]
type Fields = { [field: string]: unknown }

class World {
  readonly #random: () => number
  /** Ids by type. */
  readonly #ids = new Map<string, string[]>()
  readonly #relations: Choices<Relation>
  /** Concrete types below those that are asked for. */
  readonly #below = new Map<string, Choices<string>>()
  /** What was stated: the same again would be joined with it. */
  readonly #said = new Set<string>()
  /** Handles of statements that others may speak of. */
  readonly #refs: string[] = []
  #claims = 0

  constructor(random: () => number, entities: number) {
    this.#random = random
    this.#relations = [...core.relations.values()].map((relation) => [relation, OFTEN[relation.name] ?? 1])
    for (const [type, [share]] of Object.entries(TYPES)) {
      this.#ids.set(type, Array<string>(Math.max(3, Math.round((entities * share) / 1000))).fill(''))
    }
  }

  *entities(): Generator<object> {
    let number = 0
    for (const [type, ids] of this.#ids) {
      const prefix = TYPES[type]![1]
      for (let i = 0; i < ids.length; i++) {
        const name = this.#name()
        // As a state is known by its code, and others by a name or a number.
        ids[i] =
          type === 'State'
            ? `state:S${i}`
            : `${prefix}:${name.toLowerCase().replaceAll(' ', '-')}-${++number}`
        yield this.#entity(type, ids[i]!, name, i)
      }
    }
  }

  #entity(type: string, id: string, name: string, i: number): object {
    const record: Fields = { type, id, label: { en: name } }
    if (this.#chance(0.1)) record.label = { en: name, ar: this.#words(ARABIC, 2, 4) }
    if (this.#chance(0.15)) record.aliases = { en: [this.#name()] }
    if (type === 'Vessel') record.identifiers = { imo: String(1_000_000 + i) }
    else if (type === 'Company' && this.#chance(0.3)) {
      record.identifiers = { registration: String(Math.floor(this.#random() * 1e9)) }
    }
    if (core.isA(type, 'Person') && this.#chance(0.5)) record.born = String(1930 + this.#upTo(70))
    if (core.isA(type, 'Source')) {
      record.published = this.#day()
      record.publisher = this.#of('NewsAgency')
    }
    if (type === 'Event') record.when = this.#day()
    return record
  }

  statement(): object {
    for (;;) {
      const relation = this.#pick(this.#relations)
      const subject = this.#entityOf(relation.from)
      const object = this.#entityOf(relation.alike ? [this.#typeOf(subject)] : relation.to)
      if (subject === object) continue
      const when = this.#chance(0.7) ? this.#when() : undefined
      const occurrence = when?.split('/')[0] ?? ''
      const qualifiers = this.#chance(0.4) ? this.#qualifiers(relation) : {}
      const ends = relation.symmetric ? [subject, object].sort() : [subject, object]
      const meant = Object.fromEntries(relation.defaults.map((property) => [property.name, property.default]))
      const key = JSON.stringify([relation.index, ends, occurrence, { ...meant, ...qualifiers }])
      if (this.#said.has(key)) continue
      this.#said.add(key)
      const record: Fields = { relation: relation.name, subject, object, ...qualifiers }
      if (this.#chance(0.01)) {
        record.ref = `s${this.#said.size}`
        this.#refs.push(record.ref as string)
      }
      const claims = this.#claimsOf(relation)
      // Three of four as writers write them, with details on the claims; the others as people do.
      if (this.#chance(0.75)) {
        record.occurrence = occurrence
        if (when) for (const claim of claims) claim.when = when
      } else if (when) record.when = when
      record.claims = claims
      return record
    }
  }

  #claimsOf(relation: Relation): Fields[] {
    const many = this.#chance(0.2) ? 2 + this.#upTo(3) : 1
    const detailed = this.#chance(0.2)
    return Array.from({ length: many }, () => {
      const stance = this.#pick(STANCES)
      const claim: Fields = { stance }
      if (this.#chance(0.6)) claim.by = this.#of(CLAIMANTS[this.#upTo(CLAIMANTS.length)]!)
      if (claim.by === undefined || this.#chance(0.95)) claim.source = this.#entityOf(['Source'])
      claim.at = `p. ${1 + this.#upTo(400)}, no. ${++this.#claims}`
      if (this.#chance(0.2)) claim.said = this.#day()
      if (relation.name === 'sanctions' && stance !== 'denies') {
        claim.measures = this.#values(relation.details.get('measures')!)
      }
      if (detailed) this.#details(relation, claim)
      return claim
    })
  }

  #details(relation: Relation, claim: Fields): void {
    const own = [...relation.details.values()].filter(
      ({ name }) => !['when', 'reason', 'note', 'currency'].includes(name),
    )
    if (own.length > 0 && this.#chance(0.6)) {
      const property = own[this.#upTo(own.length)]!
      claim[property.name] = this.#values(property)
      if (property.name === 'value') claim.currency = 'USD'
    } else if (this.#chance(0.5)) claim.reason = { en: this.#words(WORDS, 5, 12) }
    else if (this.#chance(0.4)) claim.note = { en: this.#words(WORDS, 4, 8) }
    else claim.confidence = this.#upTo(100) / 100
  }

  /** One defining qualifier, sometimes the event too. */
  #qualifiers(relation: Relation): Fields {
    const own = [...relation.defining.values()].filter(
      ({ kind, name }) => name !== 'event' && (kind !== 'statement' || this.#refs.length > 0),
    )
    const property = own.length > 0 && this.#chance(0.8) ? own[this.#upTo(own.length)] : undefined
    return {
      ...(property && { [property.name]: this.#values(property) }),
      ...((!property || this.#chance(0.1)) && { event: this.#of('Event') }),
    }
  }

  #values(property: Property): unknown {
    if (!property.many || property.kind === 'text') return this.#value(property)
    return this.#chance(0.7)
      ? [this.#value(property)]
      : [...new Set([this.#value(property), this.#value(property)])].sort()
  }

  #value(property: Property): unknown {
    switch (property.kind) {
      case 'entity':
        return this.#entityOf(
          property.of.length > 0 ? property.of : ['Technology', 'Commodity', 'Event', 'Sector'],
        )
      case 'choice':
        return [...property.values!][this.#upTo(property.values!.size)]
      case 'statement':
        return this.#refs[this.#upTo(this.#refs.length)]
      case 'thing':
        return this.#refs.length > 0 && this.#chance(0.2)
          ? this.#refs[this.#upTo(this.#refs.length)]
          : this.#of('Event')
      case 'date':
        return this.#day()
      case 'number':
        return this.#upTo(1e6) * 100
      case 'share':
        return this.#upTo(101)
      case 'boolean':
        return this.#chance(0.5)
      case 'text':
        return { en: this.#words(WORDS, 2, 5) }
      default:
        return `${WORDS[this.#upTo(WORDS.length)]} ${this.#upTo(50)}`
    }
  }

  // Times

  #when(): string {
    if (this.#chance(0.5)) return this.#single()
    const year = 1990 + this.#upTo(30)
    const end = year + 1 + this.#upTo(6)
    const kind = this.#random()
    if (kind < 0.3) return `${year}/${end}`
    if (kind < 0.5) return `${year}/..`
    if (kind < 0.65) return `${this.#day(year)}/..`
    if (kind < 0.8) return `${this.#day(year).slice(0, 7)}/${this.#day(end).slice(0, 7)}`
    return `${this.#day(year)}/${this.#day(end)}`
  }

  #single(): string {
    const kind = this.#random()
    if (kind < 0.55) return this.#day()
    if (kind < 0.75) return this.#day().slice(0, 7)
    if (kind < 0.95) return this.#day().slice(0, 4)
    return kind < 0.98 ? `${this.#day().slice(0, 4)}~` : `[..${this.#day().slice(0, 7)}]`
  }

  #day(year = 1990 + this.#upTo(36)): string {
    const two = (n: number) => String(n).padStart(2, '0')
    return `${year}-${two(1 + this.#upTo(12))}-${two(1 + this.#upTo(28))}`
  }

  // Chance

  #chance(share: number): boolean {
    return this.#random() < share
  }

  /** A whole number below another. */
  #upTo(limit: number): number {
    return Math.floor(this.#random() * limit)
  }

  #pick<T>(choices: Choices<T>): T {
    let left = this.#random() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of choices) {
      left -= weight
      if (left < 0) return value
    }
    return choices[0]![0]
  }

  /** An entity of a type; some are spoken of much more than others. */
  #of(type: string): string {
    const ids = this.#ids.get(type)!
    return ids[Math.floor(ids.length * this.#random() ** 2)]!
  }

  #entityOf(types: readonly string[]): string {
    const key = types.join(' ')
    let concrete = this.#below.get(key)
    if (!concrete) {
      concrete = Object.entries(TYPES)
        .filter(([type]) => types.some((asked) => core.isA(type, asked)))
        .map(([type, [, , weight]]) => [type, weight] as const)
      this.#below.set(key, concrete)
    }
    return this.#of(this.#pick(concrete))
  }

  /** A type that takes an entity and others like it. */
  #typeOf(id: string): string {
    const prefix = id.slice(0, id.indexOf(':'))
    const type = Object.keys(TYPES).find((type) => TYPES[type]![1] === prefix)!
    return core.lineage(type).at(-1)!
  }

  #name(): string {
    const word = () => {
      const syllables = Array.from(
        { length: 2 + this.#upTo(2) },
        () => SYLLABLES[this.#upTo(SYLLABLES.length)]!,
      )
      const joined = syllables.join('')
      return joined[0]!.toUpperCase() + joined.slice(1)
    }
    return `${word()} ${word()}`
  }

  #words(from: readonly string[], least: number, most: number): string {
    const length = least + this.#upTo(most - least + 1)
    return Array.from({ length }, () => from[this.#upTo(from.length)]!).join(' ')
  }
}
