/** What a regime of the Security Council does to whoever stands on its list. */
export interface Regime {
  /** The resolutions whose measures apply to parties on the list, with their paragraphs. */
  readonly legalBasis: string
  /** Measures on all parties. */
  readonly measures: readonly string[]
  /** Measures on natural persons, beside these. */
  readonly onPersons?: readonly string[]
}

const FREEZE = ['asset-freeze']
const FREEZE_AND_ARMS = ['asset-freeze', 'arms-embargo']
const TRAVEL = ['travel-ban']

/**
 * Regimes by the `UN_LIST_TYPE` of their entries, with the measures that follow from being listed. Where a regime has an
 * arms embargo on a state or on all armed groups of a country, that does not follow from the list, and is not here: so of
 * the DRC (resolution 1807, paragraph 1), Darfur (1591, paragraph 7), Libya, South Sudan, Iraq, the Central African
 * Republic and North Korea. For Libya and the Houthis the entries themselves say which measures apply: see
 * {@link statedMeasures}.
 *
 * Source: the resolutions, https://main.un.org/securitycouncil/en/content/resolutions-0
 */
const REGIMES: { readonly [listType: string]: Regime } = {
  'Al-Qaida': {
    legalBasis: 'S/RES/2253 (2015), paragraph 2; S/RES/2368 (2017), paragraph 1',
    measures: FREEZE_AND_ARMS,
    onPersons: TRAVEL,
  },
  Taliban: {
    legalBasis: 'S/RES/1988 (2011), paragraph 1; S/RES/2255 (2015), paragraph 1',
    measures: FREEZE_AND_ARMS,
    onPersons: TRAVEL,
  },
  // Freeze and transfer of funds; the regime has no travel ban.
  Iraq: { legalBasis: 'S/RES/1483 (2003), paragraph 23', measures: FREEZE },
  DRC: { legalBasis: 'S/RES/1807 (2008), paragraphs 9 and 11', measures: FREEZE, onPersons: TRAVEL },
  Sudan: { legalBasis: 'S/RES/1591 (2005), paragraph 3 (d) and (e)', measures: FREEZE, onPersons: TRAVEL },
  DPRK: { legalBasis: 'S/RES/1718 (2006), paragraph 8 (d) and (e)', measures: FREEZE, onPersons: TRAVEL },
  // On the list of resolution 1737 (2006), which resolution 2231 (2015) took over.
  Iran: {
    legalBasis: 'S/RES/2231 (2015), annex B, paragraph 6 (c) and (e)',
    measures: FREEZE,
    onPersons: TRAVEL,
  },
  Libya: {
    legalBasis: 'S/RES/1970 (2011), paragraphs 15 and 17; S/RES/1973 (2011), paragraph 19',
    measures: FREEZE,
    onPersons: TRAVEL,
  },
  Somalia: {
    legalBasis: 'S/RES/1844 (2008), paragraphs 1, 3 and 7',
    measures: FREEZE_AND_ARMS,
    onPersons: TRAVEL,
  },
  CAR: { legalBasis: 'S/RES/2134 (2014), paragraphs 30 and 32', measures: FREEZE, onPersons: TRAVEL },
  // Guinea-Bissau: a travel ban alone.
  GB: { legalBasis: 'S/RES/2048 (2012), paragraph 4', measures: [], onPersons: TRAVEL },
  SouthSudan: { legalBasis: 'S/RES/2206 (2015), paragraphs 9 and 12', measures: FREEZE, onPersons: TRAVEL },
  // Freeze and travel ban by 2140; the targeted arms embargo by 2216 on whoever the Committee has listed under it.
  Yemen: {
    legalBasis: 'S/RES/2140 (2014), paragraphs 11 and 15; S/RES/2216 (2015), paragraph 14',
    measures: FREEZE_AND_ARMS,
    onPersons: TRAVEL,
  },
  Haiti: {
    legalBasis: 'S/RES/2653 (2022), paragraphs 3, 6 and 11',
    measures: FREEZE_AND_ARMS,
    onPersons: TRAVEL,
  },
}

/** The regime whose list it is; undefined for a list type that is not known. */
export function regimeOf(listType: string): Regime | undefined {
  return Object.hasOwn(REGIMES, listType) ? REGIMES[listType] : undefined
}

/** How comments name measures, within brackets. */
const STATED = [
  ['asset freeze', 'asset-freeze'],
  ['travel ban', 'travel-ban'],
  ['arms embargo', 'arms-embargo'],
] as const

const IN_BRACKETS = /\(\s*((?:(?:targeted )?(?:asset freeze|travel ban|arms embargo)[\s,]*)+)\)/gi
const PURSUANT = /pursuant to (paragraphs? [^(.]*? of resolution \d+(?: \(\d{4}\))?)/gi

/**
 * What a comment itself says of the measures: "Listed pursuant to paragraphs 15 and 17 of resolution 1970 (Travel Ban,
 * Asset Freeze)". It goes before the table.
 *
 * @returns undefined where the comment names no measures
 */
export function statedMeasures(
  comment: string,
): { readonly measures: readonly string[]; readonly legalBasis: string | undefined } | undefined {
  const named = [...comment.matchAll(IN_BRACKETS)].map(([, inside = '']) => inside.toLowerCase()).join(' ')
  const measures = STATED.filter(([words]) => named.includes(words)).map(([, measure]) => measure)
  if (measures.length === 0) return undefined
  const cited = [...new Set([...comment.matchAll(PURSUANT)].map(([, basis = '']) => basis))]
  return { measures, legalBasis: cited.length > 0 ? cited.join('; ') : undefined }
}
