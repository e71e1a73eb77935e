import { STANCES } from '../../model/claim'
import type { ClaimRecord, EntityRecord, Name, StatementRecord } from '../../model/record'
import { given, grouped, idOf, rowsOf, sourcesOf } from '../table'
import { allCodes, identifiersFrom } from './codes'
import { FORMAL_NAMES } from './data/formal-names'
import { PUBLISHERS, SOURCES } from './data/sources'
import { SPELLS } from './data/spells'
import { ADMINISTRATIONS, SUCCESSIONS } from './data/statements'
import { otherEnglishNames } from './english'
import { englishLabels } from './jurisdictions'
import { labelOf, translationsOf } from './names'

/** The source of each list of states, by its name in the table of spells. */
const LISTS: { readonly [list: string]: string } = {
  cow: 'source:cow-states-2016',
  gw: 'source:gleditsch-ward-states',
  un: 'source:un-member-states',
}

/**
 * The states and territories of the world since 1816, as records for a graph: ISO 3166-1, Kosovo, the former countries
 * of ISO 3166-3, the 217 states of the Correlates of War, those that only Gleditsch and Ward or the United Nations
 * list, and the territories that sanctions programmes name. Each has its names and its codes, with dates where they
 * passed on; states have the spells in which they were on a list (`existed`). Statements say which state succeeds which
 * (`succeeds`, with its kind), and who holds or claims a territory (`administers`), each by the source that says so.
 *
 * A `State` is on one of those lists at some time, which is a key for data and no verdict. A state may have been on a
 * list in several spells (Poland). Germany is one state throughout, with the codes of both lists; the USSR and Russia
 * are two, and so are Yugoslavia until 1992, and what called itself so until 2003 and then Serbia and Montenegro, and
 * Serbia. That colonies became independent, the tables do not say.
 *
 * @returns records in a fixed order, made one after another; they load without issues
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { states } from 'statecraft/reference'
 *
 * const kg = createGraph()
 * kg.load(states()).issues // []
 * kg.entity('state:SUHH')?.label // { en: 'Soviet Union', ar: 'الاتحاد السوفيتي', … }
 * ```
 *
 * Sources: `reference-data/NOTICE.md`.
 */
export function* states(): Generator<EntityRecord | StatementRecord> {
  yield* publishersAndSources()
  yield* jurisdictions()
  yield* successions()
  yield* administrations()
}

function* publishersAndSources(): Generator<EntityRecord> {
  for (const [id = '', type = '', label = ''] of rowsOf(PUBLISHERS)) yield { type, id, label: { en: label } }
  yield* sourcesOf(SOURCES)
}

function* jurisdictions(): Generator<EntityRecord> {
  const identifiers = identifiersFrom(allCodes())
  const english = grouped(otherEnglishNames(), ({ id }) => id)
  const formal = translationsOf(FORMAL_NAMES)
  const spells = grouped(rowsOf(SPELLS), ([key = '']) => idOf(key))
  for (const id of englishLabels().keys()) {
    const names: Name[] = []
    for (const { text, kind } of english.get(id) ?? []) {
      if (kind === 'alias' || kind === 'former') names.push({ text, lang: 'en', kind })
    }
    for (const [lang, text] of Object.entries(formal.get(id) ?? {})) names.push({ text, lang, kind: 'alias' })
    const codes = identifiers.get(id) ?? []
    const lists = spells.get(id) ?? []
    const sources = [
      // Kosovo has codes of the form, but ISO does not list it: of its numbers it has none.
      ...(codes.some(({ scheme }) => scheme === 'm49' || scheme === 'x-iso3166-3')
        ? ['source:iso-3166']
        : []),
      ...lists.flatMap(([, list = '']) => LISTS[list] ?? []),
    ]
    yield {
      type: id.startsWith('state:') ? 'State' : 'Territory',
      id,
      label: labelOf(id) ?? {},
      ...(names.length > 0 ? { names } : {}),
      ...(codes.length > 0 ? { identifiers: codes } : {}),
      ...(sources.length > 0 ? { sources } : {}),
      ...(lists.length > 0 ? { existed: lists.flatMap(([, , ...spells]) => spells) } : {}),
    }
  }
}

function successions(): Iterable<StatementRecord> {
  return statements(
    SUCCESSIONS,
    ([subject = '', object = '', kind, date, stance, by, source, method, note]) => ({
      statement: { relation: 'succeeds', subject: idOf(subject), object: idOf(object), kind, occurrence: '' },
      // Whoever succeeds another is its successor from then on.
      claim: claimOf({ stance, by, source, when: date && `${date}/..`, method, note }),
    }),
  )
}

function administrations(): Iterable<StatementRecord> {
  return statements(
    ADMINISTRATIONS,
    ([subject = '', object = '', basis, when, stance, by, source, at, method, note]) => ({
      statement: {
        relation: 'administers',
        subject: idOf(subject),
        object: idOf(object),
        basis,
        occurrence: '',
      },
      claim: claimOf({ stance, by, source, at, when, method, note }),
    }),
  )
}

interface Row {
  readonly statement: Pick<StatementRecord, 'relation' | 'subject' | 'object' | 'occurrence'>
  readonly claim: ClaimRecord
}

/** The statements of a table: rows that say the same are claims of one. */
function* statements(table: string, read: (fields: string[]) => Row): Generator<StatementRecord> {
  const rows = rowsOf(table).map(read)
  for (const same of grouped(rows, ({ statement }) => JSON.stringify(statement)).values()) {
    const [first] = same
    if (first) yield { ...first.statement, claims: same.map(({ claim }) => claim) }
  }
}

type Fields = { readonly [field: string]: string | undefined }

function claimOf({ stance, source, note, ...fields }: Fields): ClaimRecord {
  return {
    stance: STANCES.find((known) => known === stance) ?? 'asserts',
    ...given({ ...fields, source: `source:${source}` }),
    ...(note ? { note: { en: note } } : {}),
  }
}
