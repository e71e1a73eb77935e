import type { Address, Identifier, Name } from '../../model/record'
import type { SourceContext } from '../input/context'
import { type Between, oneOf } from '../lists/dates'
import type { Listing, Party, Tie } from '../lists/party'
import { jurisdictionNamed } from './countries'
import { dateOfText } from './dates'
import { FACTS, type Place } from './fact-kinds'
import { identifierOf, type PartyDocument, textOfDocument } from './identifiers'
import { measuresStated, type StatedMeasures } from './measures'
import type { PartyType } from './parties'

/**
 * What an entry says of its party, gathered fact by fact: the same kinds of facts stand in the remarks of the flat files,
 * in the id lists of the legacy XML, and as features and documents in the advanced and enhanced XML. What has no field of
 * its own is kept under `extra`, in the same words in all formats.
 */
export class PartyFacts {
  readonly #type: PartyType
  readonly #context: SourceContext
  readonly #names: Name[] = []
  readonly #identifiers: Identifier[] = []
  readonly #addresses: Address[] = []
  readonly #born: (string | Between)[] = []
  readonly #founded: (string | Between)[] = []
  readonly #ties = new Map<string, Tie>()
  readonly #extra = new Map<string, Set<string>>()
  readonly #stated: StatedMeasures[] = []
  readonly #listed: { readonly about: string; readonly date: string }[] = []
  #gender: string | undefined
  #secondaryRisk: boolean | undefined
  #notOnSdn = false

  constructor(type: PartyType, context: SourceContext) {
    this.#type = type
    this.#context = context
  }

  /** What is stated of measures, listing and risk: what `listingsOf` takes. */
  get listing(): {
    readonly stated: readonly StatedMeasures[]
    readonly listed: readonly { readonly about: string; readonly date: string }[]
    readonly secondaryRisk: boolean | undefined
    readonly notOnSdn: boolean
  } {
    return {
      stated: this.#stated,
      listed: this.#listed,
      secondaryRisk: this.#secondaryRisk,
      notOnSdn: this.#notOnSdn,
    }
  }

  /** A name; the first is the primary one. */
  name(text: string, kind: Name['kind'], more: Pick<Name, 'lang' | 'script'> = {}): void {
    if (text !== '') this.#names.push({ text, kind, ...more })
  }

  /** A name that OFAC itself calls weak; one that it was known by before counts as former. */
  weakName(text: string, isFormer: boolean): void {
    this.name(text, isFormer ? 'former' : 'weak')
    if (isFormer) this.note('weakFormerNames', text)
  }

  /** An address; one without any part is none. */
  address(address: Address): void {
    if (Object.keys(address).length > 0) this.#addresses.push(address)
  }

  /** A date of birth, as EDTF, or two between which it was; of what is no person, it is kept as it is. */
  born(date: string | Between): void {
    if (this.#type === 'Person') this.#born.push(date)
    else this.note('born', typeof date === 'string' ? date : date.join('..'))
  }

  /** A document or number. */
  document(document: PartyDocument): void {
    const { identifier, whole } = identifierOf(document, this.#type)
    this.#identifiers.push(identifier)
    if (!whole) this.note('documents', textOfDocument(document))
  }

  /**
   * A fact of one of the kinds that OFAC has.
   *
   * @param kind as OFAC names it: `Gender`, `Secondary sanctions risk:`, `Birthdate`
   * @param value what it says
   * @returns whether the kind is a known one: where not, nothing was taken
   */
  fact(kind: string, value: string): boolean {
    const key = keyOf(kind)
    const stated = measuresStated(key, value)
    if (stated) this.#stated.push(stated)
    const day = /^listing date \((?:(cmic)|eo (\d+) directive \w+)\)$/.exec(key)
    if (day) this.#listedOn(day[1] ? 'CMIC' : `EO${day[2]}`, value)
    const place = FACTS.get(key)
    if (place === undefined) {
      if (!stated && !day) return false
      this.note('sanctionsInformation', `${kind} ${value}`)
      return true
    }
    this.#put(place, kind, value)
    return true
  }

  /** Keeps what has no field, under `extra`; said twice, it counts once. */
  note(field: string, text: string): void {
    if (text === '') return
    const there = this.#extra.get(field)
    if (there) there.add(text)
    else this.#extra.set(field, new Set([text]))
  }

  /** The party, with its listings. */
  party(id: string, listings: readonly Listing[]): Party {
    const born = oneOf(this.#born)
    // More dates than one expression takes: what each is stands beside.
    const dates = this.#born.map((date) => (typeof date === 'string' ? date : date.join('..')))
    if (dates.some((date) => !born?.includes(date))) for (const date of dates) this.note('datesOfBirth', date)
    const founded = oneOf(this.#founded)
    return {
      id,
      type: this.#type,
      names: this.#names,
      ...(this.#identifiers.length > 0 ? { identifiers: this.#identifiers } : {}),
      ...(this.#addresses.length > 0 ? { addresses: this.#addresses } : {}),
      ...(born === undefined ? {} : { born }),
      ...(founded === undefined ? {} : { founded }),
      ...(this.#gender === undefined ? {} : { gender: this.#gender }),
      ties: [...this.#ties.values()],
      listings,
      ...(this.#extra.size > 0 ? { extra: this.#kept() } : {}),
    }
  }

  #kept(): { readonly [field: string]: readonly string[] } {
    return Object.fromEntries([...this.#extra].map(([field, texts]) => [field, [...texts]]))
  }

  #put(place: Place, kind: string, value: string): void {
    if (place === 'born') this.#date(value, 'datesOfBirth', (date) => this.born(date))
    else if (place === 'founded' && this.#type === 'Organization') {
      this.#date(value, 'founded', (date) => this.#founded.push(date))
    } else if (place === 'gender') this.#setGender(value)
    else if (place === 'risk') this.#setRisk(kind, value)
    else if (place === 'nationality' || place === 'citizenship') {
      this.#tie(
        'Person',
        'citizenOf',
        value,
        place,
        place === 'citizenship' ? 'citizenships' : 'nationalities',
      )
    } else if (place === 'registered') {
      this.#tie('Organization', 'registeredIn', value, undefined, 'nationalitiesOfRegistration')
    } else if (place === 'flag') this.#tie('Vessel', 'flaggedBy', value, undefined, 'flags')
    else if (place === 'information') this.note('sanctionsInformation', `${kind} ${value}`)
    else this.note(typeof place === 'string' ? place : place.extra, value)
  }

  #date(value: string, otherwise: string, take: (date: string | Between) => void): void {
    const date = dateOfText(value)
    if (date !== undefined) take(date)
    else {
      this.note(otherwise, value)
      this.#context.tellKept('bad-date', `'${value.slice(0, 80)}' is not a date; it is kept as it stands`)
    }
  }

  #setGender(value: string): void {
    const gender = /^(?:male|female)$/i.test(value) ? value.toLowerCase() : undefined
    if (gender === undefined || this.#type !== 'Person') this.note('gender', value)
    else if (this.#gender !== undefined && this.#gender !== gender) this.note('gender', value)
    else this.#gender = gender
  }

  #setRisk(kind: string, value: string): void {
    this.note('sanctionsInformation', `${kind} ${value}`)
    if (/not subject to secondary sanctions/i.test(value)) {
      this.#secondaryRisk ??= false
      if (/not on the SDN list/i.test(value)) this.#notOnSdn = true
    } else if (/^secondary sanctions risk/i.test(kind) || /subject to secondary sanctions/i.test(value)) {
      this.#secondaryRisk = true
    }
  }

  #listedOn(about: string, value: string): void {
    const date = dateOfText(value)
    if (typeof date === 'string') this.#listed.push({ about, date })
  }

  /** Where a party belongs, if it is of the type that belongs there; of several ways to belong, citizenship counts. */
  #tie(
    type: PartyType,
    relation: Tie['relation'],
    country: string,
    kind: string | undefined,
    otherwise: string,
  ): void {
    const id =
      this.#type === type || (type === 'Vessel' && this.#type === 'Aircraft')
        ? jurisdictionNamed(country)
        : undefined
    if (id === undefined) {
      this.note(otherwise, country)
      return
    }
    const key = `${relation} ${id}`
    const there = this.#ties.get(key)
    if (there && kind !== undefined && there.kind !== kind) this.note('nationalities', country)
    if (there && kind !== 'citizenship') return
    this.#ties.set(key, { relation, jurisdiction: id, ...(kind === undefined ? {} : { kind }) })
  }
}

/** How a kind is looked up: its name without what stands between it and its value. */
export function keyOf(kind: string): string {
  return kind
    .trim()
    .replace(/\s*[:-]$/, '')
    .toLowerCase()
}
