import { issuerTable, programmeTable, tagTable } from './tables'

/** Programmes that a name may stand for: one, several or none. */
export interface ProgrammeMatches {
  /** Ids of programmes in code-unit order, as `programme:US-IRAN`. */
  readonly ids: readonly string[]
}

/**
 * Finds programmes by a name that lists and laws have for them: a tag of OFAC (`SDGT`), a programme code of the EU
 * (`TAQA`), a regime of the United Kingdom or the number of its regulations (`SI 2020/948`), a programme key of SECO
 * (`North Korea`) or a number of the Swiss Classified Compilation (`SR 946.231.127.6`), a list type of the UN
 * (`Al-Qaida`), an executive order, a title, or the key itself. Nothing is guessed: what is not in the tables is not
 * found, and what several programmes are called is found as several. Case, blanks, a leading "The", the shapes of
 * apostrophes and dashes, and "Executive Order" or "E.O." for "EO" make no difference.
 *
 * @param alias the name, as the list has it
 * @param issuer the id of a state or organisation (`state:US`), to find only what is in its name, or of an agency
 *   (`agency:ofac`), to find only what it issues or its lists name; where not given, everything is looked through
 * @returns ids; several where the name alone does not tell: OFAC's `UKRAINE-EO13662` is used for blocked parties
 *   and for those under sectoral directives, and the list on which a party stands decides
 *
 * @example
 * ```ts
 * import { programmeByAlias } from 'statecraft/reference'
 *
 * programmeByAlias('SDGT', 'state:US').ids // ['programme:US-TERR']
 * programmeByAlias('DPRK').ids // ['programme:GB-DPRK', 'programme:UN-SC1718', 'programme:US-NK']
 * programmeByAlias('DPRK', 'organization:un').ids // ['programme:UN-SC1718']
 * programmeByAlias('Unknown').ids // []
 * ```
 */
export function programmeByAlias(alias: string, issuer?: string): ProgrammeMatches {
  index ??= makeIndex()
  const entries = index.get(folded(alias)) ?? []
  const fitting = issuer === undefined ? entries : entries.filter((entry) => entry.parties.includes(issuer))
  return { ids: [...new Set(fitting.map((entry) => entry.id))].sort() }
}

/** That a name stands for a programme, in the lists and laws of these. */
interface Entry {
  readonly id: string
  readonly parties: readonly string[]
}

let index: ReadonlyMap<string, readonly Entry[]> | undefined

function makeIndex(): ReadonlyMap<string, readonly Entry[]> {
  const entries = new Map<string, Entry[]>()
  const put = (alias: string, entry: Entry) => {
    const name = folded(alias)
    const there = entries.get(name)
    if (there) there.push(entry)
    else entries.set(name, [entry])
  }
  for (const { id, key, title, aliases, issuer } of programmeTable()) {
    const entry = { id, parties: [issuer.id, issuer.sender] }
    for (const alias of [key, title, ...aliases]) put(alias, entry)
  }
  const senders = new Map(issuerTable().map(({ id, sender }) => [id, sender]))
  for (const { publisher, tag, programmes } of tagTable()) {
    const parties = [publisher, senders.get(publisher) ?? publisher]
    for (const key of programmes) put(tag, { id: `programme:${key}`, parties })
  }
  return entries
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(/^the (?=.)/, '')
    .replace(/^(?:executive order|e\. ?o\.) ?(?=\d)/, 'eo ')
}
