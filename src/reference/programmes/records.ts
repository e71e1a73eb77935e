import type { ClaimRecord, EntityRecord, StatecraftRecord, StatementRecord } from '../../model/record'
import { measureOf } from './measures'
import { COMPILED, ENDED, ONGOING, OPENSANCTIONS, READINGS } from './source'
import {
  type CountryMeasures,
  countryMeasuresTable,
  issuerTable,
  type Programme,
  programmeTable,
} from './tables'

/**
 * Programmes of sanctions, and what is often taken for one: 261 entities of type `SanctionsProgramme`, with who issued
 * them (`issuedBy`), what they are about (`concerns`), and, where a measure falls on a country as such, a `sanctions`
 * statement. Load them with `states()`, which has the jurisdictions that they speak of.
 *
 * - That a programme concerns a country does not say that it is a sanction on it: the EU's measures over Ukraine list
 *   those who undermine its integrity, and a blocking statute protects against the acts of the country it concerns.
 *   `kind` says what a programme is aimed at, and whether it is one of sanctions at all.
 * - `sanctions` goes from the state or organisation in whose name a programme is to a jurisdiction, only where a row
 *   that was checked by hand says so (`reference-data/programmes/country-measures.csv`): an embargo on its trade, arms,
 *   finance, transport or services, or on its government. Programmes that freeze assets of listed parties and keep them
 *   out give `concerns` alone. Such a claim is our reading of the legal act that it names (`method: 'derived'`).
 * - Everything holds on 8 June 2026, and on other days perhaps: when a programme began is not told. Of what has ended
 *   it is only said that it held at some time before; an act that dates its own end or beginning is cited for it.
 * - Programmes without territories may still be about one, and states that are not among the senders may still have
 *   sanctions: what is not said here is not known, rather than not so.
 *
 * @returns records, sources and issuers first, in an order that does not change
 *
 * @see NOTICE.md of `reference-data`, for the origin (OpenSanctions, MIT licence), and for what was corrected
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { programmes, states } from 'statecraft/reference'
 *
 * const kg = createGraph()
 * kg.load(states())
 * kg.load(programmes())
 * const on = kg.match((m) =>
 *   m.where('?sender', 'sanctions', 'state:KP', { programme: '?programme', measures: 'arms-embargo' }),
 * )
 * for (const { row } of on) console.log(row.sender, row.programme) // organization:eu programme:EU-PRK …
 * ```
 */
export function* programmes(): Generator<StatecraftRecord> {
  yield* sources()
  yield* issuers()
  const onCountries = countryMeasuresTable()
  for (const programme of programmeTable()) {
    yield entityOf(programme)
    yield issuedBy(programme)
    for (const object of programme.concerns) yield concerns(programme, object)
    for (const row of onCountries) if (row.programme === programme.key) yield sanctions(programme, row)
  }
}

/**
 * One programme, as what speaks of it needs it: its name and kind.
 *
 * @param id as `programme:US-IRAN`
 * @returns undefined where there is none of that id
 *
 * @example
 * ```ts
 * import { programme } from 'statecraft/reference'
 *
 * programme('programme:US-IRAN')?.label // { en: 'Iran Sanctions' }
 * ```
 */
export function programme(id: string): EntityRecord | undefined {
  byId ??= new Map(programmeTable().map((row) => [row.id, row]))
  const found = byId.get(id)
  return found && { type: 'SanctionsProgramme', id, label: { en: found.title }, kind: found.kind }
}

let byId: ReadonlyMap<string, Programme> | undefined

function* sources(): Generator<EntityRecord> {
  const times = { coverage: COMPILED }
  yield {
    type: 'Organization',
    id: 'organization:opensanctions',
    label: { en: 'OpenSanctions' },
  }
  yield {
    type: 'Dataset',
    id: OPENSANCTIONS,
    label: { en: 'OpenSanctions, metadata of sanctions programmes' },
    url: 'https://www.opensanctions.org/programs/',
    publisher: 'organization:opensanctions',
    published: `[${COMPILED}..]`,
    ...times,
  }
  yield {
    type: 'Dataset',
    id: READINGS,
    label: { en: 'Statecraft, what programmes of sanctions put on countries as such' },
    ...times,
  }
}

/** Organisations in whose name programmes are; states come with `states()`. */
const ORGANIZATIONS: readonly (readonly [id: string, label: string])[] = [
  ['organization:eu', 'European Union'],
  ['organization:un', 'United Nations'],
]

function* issuers(): Generator<StatecraftRecord> {
  for (const [id, en] of ORGANIZATIONS) yield { type: 'IntergovernmentalOrganization', id, label: { en } }
  for (const { type, id, label, sender } of issuerTable()) {
    yield { type, id, label: { en: label }, sources: [OPENSANCTIONS] }
    if (AGENCIES.has(type)) yield statement('agencyOf', id, sender, [stated(ONGOING)])
  }
}

const AGENCIES = new Set(['Agency', 'GovernmentAgency'])

function entityOf(programme: Programme): EntityRecord {
  const { id, title, kind, general, status, measures, aliases, url, elsewhere } = programme
  return {
    type: 'SanctionsProgramme',
    id,
    label: { en: title },
    ...(aliases.length === 0 ? {} : { names: aliases.map((text) => ({ text, kind: 'alias' as const })) }),
    kind,
    ...(measures.length === 0 ? {} : { measures: measures.flatMap((term) => measureOf(term) ?? []) }),
    ...(url === '' ? {} : { url }),
    sources: [OPENSANCTIONS],
    extra: {
      status,
      ...(general ? { general } : {}),
      ...(elsewhere.length === 0 ? {} : { elsewhere }),
    },
  }
}

function issuedBy(programme: Programme): StatementRecord {
  return statement('issuedBy', programme.id, programme.issuer.id, [stated(spellOf(programme))])
}

function concerns(programme: Programme, object: string): StatementRecord {
  const when = spellOf(programme)
  const claim = programme.corrected ? derived(when) : stated(when)
  return statement('concerns', programme.id, object, [claim])
}

function sanctions(programme: Programme, row: CountryMeasures): StatementRecord {
  const { target, measures, scope, legalBasis, note } = row
  const { id, issuer } = programme
  const when = row.when === '' ? spellOf(programme) : row.when
  // A spell that begins on a stated day may follow an earlier one.
  const occurrence = /^\d{4}-\d\d-\d\d(?=\/)/.exec(when)?.[0] ?? ''
  const details = {
    measures,
    scope,
    authority: issuer.id,
    legalBasis,
    ...(note === '' ? {} : { note: { en: note } }),
  }
  const claims = [{ ...derived(when), ...details }]
  return { relation: 'sanctions', subject: issuer.sender, object: target, programme: id, occurrence, claims }
}

function statement(
  relation: string,
  subject: string,
  object: string,
  claims: readonly ClaimRecord[],
): StatementRecord {
  return { relation, subject, object, occurrence: '', claims }
}

function stated(when: string): ClaimRecord {
  return { stance: 'asserts', source: OPENSANCTIONS, when }
}

function derived(when: string): ClaimRecord {
  return { stance: 'asserts', source: READINGS, method: 'derived', when }
}

function spellOf({ status }: Programme): string {
  return status === 'active' ? ONGOING : ENDED
}
