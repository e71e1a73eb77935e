import { mintId } from '../../model/id'
import { programme } from '../../reference/programmes'
import { jurisdiction } from '../../reference/states'
import type { RawRecord } from '../input/records'
import type { Body, Edition, Link, List, Listing, ListProgramme, Party } from './party'

/**
 * Writes parties and links of one edition of a list as records: the list, its edition and publisher, programmes and
 * jurisdictions come once, before what speaks of them.
 */
export class ListRecords {
  readonly #edition: Edition
  /** The edition as a source. */
  readonly source: string
  readonly #written = new Set<string>()

  constructor(edition: Edition) {
    this.#edition = edition
    const { list, published } = edition
    this.source = published === undefined ? list.id : mintId('source', `${list.id.slice(7)}-${published}`)
  }

  /** The list, its edition and its publisher: also where nobody stands on it. */
  *head(): Generator<RawRecord> {
    const { list, published } = this.#edition
    yield* this.#list(list)
    if (this.source === list.id || this.#written.has(this.source)) return
    this.#written.add(this.source)
    yield {
      type: 'SanctionsList',
      id: this.source,
      label: { en: `${list.label}, ${published}` },
      published,
      coverage: published,
      publisher: list.publisher.id,
    }
    yield {
      relation: 'partOf',
      subject: this.source,
      object: list.id,
      occurrence: '',
      claims: [this.#claim(undefined)],
    }
  }

  /** A party, with where it belongs and its listings. */
  *party(party: Party): Generator<RawRecord> {
    yield* this.head()
    const { listings, ties = [], names, ...fields } = party
    const [primary] = names
    const label = primary ? { [primary.lang ?? 'und']: primary.text } : { en: `${party.id} (no name given)` }
    // The primary one, too: where lists are merged, one label stands, and all names are kept.
    yield { ...fields, label, names, sources: [this.source] }
    for (const { relation, jurisdiction: id, kind } of ties) {
      yield* this.jurisdiction(id)
      const claim = this.#claim(listings[0]?.entry, kind === undefined ? {} : { kind })
      yield { relation, subject: party.id, object: id, occurrence: '', claims: [claim] }
    }
    for (const listing of listings) yield* this.#listing(party.id, listing)
  }

  /** A link between two parties. */
  *link({ relation, subject, object, details, entry }: Link): Generator<RawRecord> {
    yield* this.head()
    yield { relation, subject, object, occurrence: '', claims: [this.#claim(entry, details)] }
  }

  /** What stands for a party that a link names and no entry is about: an actor, by name alone. */
  *placeholder(id: string, name: string): Generator<RawRecord> {
    if (this.#written.has(id)) return
    this.#written.add(id)
    yield* this.head()
    yield { type: 'Actor', id, label: { und: name }, sources: [this.source] }
  }

  /** A state or territory, or the organisation in whose name a list is. */
  *jurisdiction(id: string): Generator<RawRecord> {
    if (this.#written.has(id)) return
    this.#written.add(id)
    const record = SENDERS.get(id) ?? jurisdiction(id)
    if (record) yield record
  }

  *#listing(party: string, listing: Listing): Generator<RawRecord> {
    const { sender, programme, list = this.#edition.list, authority = list.publisher } = listing
    yield* this.jurisdiction(sender)
    yield* this.#list(list)
    yield* this.#body(authority)
    if (programme) yield* this.#programme(programme, authority)
    const { measures, legalBasis, listed, ended, entry, secondaryRisk, reason, occurrence = '' } = listing
    yield {
      relation: 'designates',
      subject: sender,
      object: party,
      ...(programme ? { programme: programme.id } : {}),
      occurrence,
      claims: [
        this.#claim(entry, {
          when: `${listed ?? ''}/${ended ?? '..'}`,
          list: list.id,
          entry,
          ...(measures.length === 0 ? {} : { measures }),
          authority: authority.id,
          ...(legalBasis === undefined ? {} : { legalBasis }),
          ...(listed === undefined ? {} : { listed }),
          ...(secondaryRisk === undefined ? {} : { secondaryRisk }),
          ...(reason === undefined ? {} : { reason }),
        }),
      ],
    }
  }

  /** Lists speak of the present: what they say holds when they come out, since a day that they seldom tell. */
  #claim(entry: string | undefined, details: { readonly [detail: string]: unknown } = {}): RawRecord {
    const at = entry === undefined ? {} : { at: entry }
    return { stance: 'asserts', source: this.source, ...at, when: '/..', ...details }
  }

  *#list({ id, label, url, publisher }: List): Generator<RawRecord> {
    yield* this.#body(publisher)
    if (this.#written.has(id)) return
    this.#written.add(id)
    yield {
      type: 'SanctionsList',
      id,
      label: { en: label },
      publisher: publisher.id,
      ...(url === undefined ? {} : { url }),
    }
  }

  *#body({ id, type, label, of }: Body): Generator<RawRecord> {
    if (this.#written.has(id)) return
    this.#written.add(id)
    yield { type, id, label: { en: label } }
    if (of === undefined) return
    yield* this.jurisdiction(of)
    yield { relation: 'agencyOf', subject: id, object: of, occurrence: '', claims: [this.#claim(undefined)] }
  }

  *#programme({ id, label, partOf }: ListProgramme, authority: Body): Generator<RawRecord> {
    if (this.#written.has(id)) return
    this.#written.add(id)
    yield { type: 'SanctionsProgramme', id, label: { en: label } }
    const claims = [this.#claim(undefined)]
    yield { relation: 'issuedBy', subject: id, object: authority.id, occurrence: '', claims }
    if (partOf === undefined) return
    const whole = programme(partOf)
    if (whole && !this.#written.has(partOf)) yield whole
    this.#written.add(partOf)
    // By our own table: the list does not say so.
    const derived = [{ ...this.#claim(undefined), method: 'derived' }]
    yield { relation: 'partOf', subject: id, object: partOf, occurrence: '', claims: derived }
  }
}

/** Organisations in whose name lists are. */
const SENDERS: ReadonlyMap<string, RawRecord> = new Map(
  [['organization:un', 'United Nations'] as const, ['organization:eu', 'European Union'] as const].map(
    ([id, en]) => [id, { type: 'IntergovernmentalOrganization', id, label: { en } }],
  ),
)
