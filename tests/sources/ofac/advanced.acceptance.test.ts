import { existsSync, readFileSync } from 'node:fs'
import { readOfacAdvancedXml, readOfacCsv, readOfacEnhancedXml, readOfacLegacyXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { type Loaded, loaded } from '../loaded'
import { file, folder } from './files'

// Counts are of Python over the same files, by ElementTree and `csv.reader`: parties by kind; names by kind, each once a
// party (in capitals where the advanced XML has them in lower case); pairs of a number and a tag of a programme (561List is
// 561-Related), and how many of these are in one, two, three or all four of the files.
const FOLDER = '../shared/data/lists'

function counts({ kg }: Loaded) {
  const all = [...kg.entities()].filter(({ id }) => id.startsWith('ofac:'))
  const names = all.flatMap((party) => party.names ?? [])
  return {
    all,
    types: ['Person', 'Organization', 'Actor'].map(
      (type) => all.filter((party) => party.type === type).length,
    ),
    names: ['primary', 'alias', 'former', 'weak'].map(
      (kind) => names.filter((name) => name.kind === kind).length,
    ),
    born: all.filter(({ born }) => born !== undefined).length,
  }
}

/** How many claims name each list, and all that they say is done. */
function byList({ kg }: Loaded) {
  const lists = new Map<string, { count: number; measures: Set<string> }>()
  for (const { claims } of [...kg.statements()].filter(({ relation }) => relation === 'designates')) {
    for (const { list, measures } of claims) {
      const there = lists.get(String(list)) ?? { count: 0, measures: new Set() }
      lists.set(String(list), there)
      there.count++
      for (const measure of Array.isArray(measures) ? measures : []) there.measures.add(String(measure))
    }
  }
  return Object.fromEntries(
    [...lists].map(([name, { count, measures }]) => [name, [count, [...measures].sort()] as const]),
  )
}

describe.skipIf(!existsSync(FOLDER))('the whole lists of OFAC in XML', () => {
  const bytes = (path: string) => readFileSync(`${FOLDER}/${path}`)
  const enhanced = () => readOfacEnhancedXml(bytes('ofac-enhanced-xml/cons_enhanced-2025-01-10.xml'))
  const advanced = () => readOfacAdvancedXml(bytes('ofac-advanced-xml/cons_advanced-2020-03-17.xml'))
  const legacy = () =>
    readOfacLegacyXml(file('consolidated.xml', bytes('ofac-legacy-xml/consolidated-2018-04-06.xml')))
  const flat = () => readOfacCsv(folder(`${FOLDER}/ofac-cons-csv/2025-12`), { published: '2025-12-01' })

  it('consolidated, 2025-01, enhanced', async () => {
    const list = await loaded(enhanced())
    const { types, names, born, all } = counts(list)
    // And HAMAS, which stands on the SDN List.
    expect(types).toEqual([80, 363, 1])
    // Three former names that are weak, too, are former.
    expect(names).toEqual([443, 968, 145, 68])
    expect(born).toBe(75)
    expect(all.filter(({ founded }) => founded !== undefined)).toHaveLength(29)
    expect(list.links('designates')).toHaveLength(525)
    expect(list.report).toMatchObject({ errors: 0, dropped: 0, counts: { dangling: 1 }, warnings: 1 })
    const scripts = all.flatMap((party) => (party.names ?? []).map(({ script }) => script))
    expect(['Cyrl', 'Hans', 'Hant'].map((one) => scripts.filter((script) => script === one).length)).toEqual([
      39, 5, 1,
    ])
    // Each tag stands on the one list of its party that it can stand on.
    expect(byList(list)).toEqual({
      'source:ofac-ssi': [286, ['sectoral-restrictions']],
      'source:ofac-sdn': [79, expect.arrayContaining(['asset-freeze'])],
      'source:ofac-ns-plc': [78, ['financial-restrictions']],
      'source:ofac-ns-cmic': [68, ['investment-ban']],
      'source:ofac-ns-mbs': [12, expect.not.arrayContaining(['asset-freeze'])],
      'source:ofac-capta': [1, ['correspondent-account-restrictions']],
      'source:ofac-fse': [1, expect.not.arrayContaining(['asset-freeze'])],
    })
    const owned = list.links('ownsOrControls')
    expect([owned.length, list.links('actsFor')]).toEqual([278 + 4, ['ofac:9647 → ofac:4695']])
    // By their names in the file, owner and what is owned:
    expect(owned).toEqual(
      expect.arrayContaining([
        // VTB BANK PUBLIC JOINT STOCK COMPANY, of which VTB FACTORING LTD is 'Owned or Controlled By'
        'ofac:17013 → ofac:18733',
        // PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA: SETELEM BANK LIMITED LIABILITY COMPANY
        'ofac:17018 → ofac:18710',
        // STATE CORPORATION ROSTEC: UNITED INSTRUMENT MANUFACTURING CORPORATION
        'ofac:17260 → ofac:18787',
        // PUBLIC JOINT STOCK COMPANY GAZPROM: YAMALGAZINVEST, ZAO
        'ofac:17250 → ofac:19676',
        // HUAWEI INVESTMENT & HOLDING CO., LTD. 'Owns, controls, or operates' HUAWEI TECHNOLOGIES CO., LTD.
        'ofac:32087 → ofac:30947',
        // CHINA COMMUNICATIONS CONSTRUCTION GROUP (LIMITED): CHINA COMMUNICATIONS CONSTRUCTION COMPANY LIMITED
        'ofac:32072 → ofac:30930',
        // CHINA ELECTRONICS CORPORATION: NANJING PANDA ELECTRONICS COMPANY LIMITED
        'ofac:30932 → ofac:32128',
      ]),
    )
  })

  it('consolidated, 2020-03, advanced', async () => {
    const list = await loaded(advanced())
    const { types, names, born, all } = counts(list)
    expect(types).toEqual([82, 293, 0])
    expect(names).toEqual([375, 801, 84, 29])
    expect(born).toBe(77)
    // 73 years of birth and four days.
    expect(all.filter(({ born }) => /^\d{4}$/.test(String(born)))).toHaveLength(73)
    expect(all.filter(({ born }) => /^\d{4}-\d\d-\d\d$/.test(String(born)))).toHaveLength(4)
    expect(list.links('designates')).toHaveLength(384)
    expect(list.report).toMatchObject({ errors: 0, dropped: 0, warnings: 0 })
    const owned = list.links('ownsOrControls')
    expect(owned).toHaveLength(276)
    // By their names in the file, owner and what is owned:
    expect(owned).toEqual(
      expect.arrayContaining([
        // Open Joint-Stock Company Rosneft Oil Company: OJSC ORENBURGNEFT
        'ofac:17022 → ofac:18267',
        // Vnesheconombank: VEB ASIA LIMITED
        'ofac:17015 → ofac:18295',
        // Sberbank of Russia: JSC SBERBANK OF RUSSIA
        'ofac:17018 → ofac:18715',
        // VTB BANK OAO: VTB CAPITAL HOLDING CJSC
        'ofac:17013 → ofac:18729',
        // ROSTEC: AKTSIONERNOE OBSHCHESTVO RT-OKHRANA
        'ofac:17260 → ofac:18785',
        // OPEN JOINT STOCK COMPANY GAZPROM: GAZPROM TELEKOM, OOO
        'ofac:17250 → ofac:19654',
        // Bank of Moscow: BPO PECHATNIKI, OAO
        'ofac:17017 → ofac:20000',
        // AK TRANSNEFT OAO: GIPROTRUBOPROVOD, AO
        'ofac:17254 → ofac:22392',
      ]),
    )
    // Of the 759 entries, 375 are on the Consolidated List, nobody's only one; the others are each one list of a listing.
    const counted = Object.entries(byList(list)).map(([name, [count]]) => [name, count])
    expect(Object.fromEntries(counted)).toEqual({
      'source:ofac-ssi': 290,
      'source:ofac-ns-plc': 78,
      'source:ofac-sdn': 9,
      'source:ofac-fse': 6,
      'source:ofac-capta': 1,
    })
  })

  const editions = {
    flat: { source: 'source:ofac-consolidated-2025-12-01', records: flat },
    legacy: { source: 'source:ofac-consolidated-2018-04-06', records: legacy },
    advanced: { source: 'source:ofac-consolidated-2020-03-17', records: advanced },
    enhanced: { source: 'source:ofac-consolidated-2025-01-10', records: enhanced },
  } as const

  // What is on one side alone changed between the editions: the 13599 and FSE-SY parties went, CMIC and menu-based ones
  // came; of those on both, up to 86 came under E.O. 14024 (RUSSIA-EO14024), and Rosneft Trading under E.O. 13850. Labels
  // that differ are of companies that OFAC renamed: GAZPROMBANK OAO, GAZPROMBANK JOINT STOCK COMPANY; KOMSOMOLSKY became KOMSOMOLSKIY.
  it.each([
    ['enhanced', 'flat', { shared: 442, equal: 441, both: 523, one: 1, other: 11 }],
    ['advanced', 'legacy', { shared: 373, equal: 373, both: 380, one: 1, other: 0 }],
    ['advanced', 'enhanced', { shared: 366, equal: 314, both: 370, one: 0, other: 78 }],
    ['legacy', 'enhanced', { shared: 364, equal: 312, both: 366, one: 0, other: 79 }],
    ['advanced', 'flat', { shared: 365, equal: 312, both: 368, one: 1, other: 89 }],
    ['legacy', 'flat', { shared: 364, equal: 311, both: 365, one: 1, other: 90 }],
  ] as const)('%s and %s give one party and one listing', async (one, other, expected) => {
    const labels = async (edition: keyof typeof editions) => {
      const { kg } = await loaded(editions[edition].records())
      const parties = [...kg.entities()].filter(({ id, type }) => /^ofac:\d+$/.test(id) && type !== 'Actor')
      return new Map(parties.map(({ id, label }) => [id, label?.und]))
    }
    const [ones, others] = [await labels(one), await labels(other)]
    const shared = [...ones.keys()].filter((id) => others.has(id))
    const { kg } = await loaded([editions[one].records(), editions[other].records()])
    const all = [...kg.statements()].filter(({ relation }) => relation === 'designates')
    const sources = all
      .filter(({ object }) => shared.includes(String(object)))
      .map(({ claims }) => claims.map(({ source }) => source).sort())
    const of = (...names: readonly (keyof typeof editions)[]) => {
      const wanted = names.map((name) => editions[name].source).sort()
      return sources.filter((found) => found.join() === wanted.join()).length
    }
    const counts = { both: of(one, other), one: of(one), other: of(other) }
    const equal = shared.filter((id) => ones.get(id) === others.get(id)).length
    expect({ shared: shared.length, equal, ...counts }).toEqual(expected)
    expect(sources).toHaveLength(counts.both + counts.one + counts.other)
    // One statement a party and programme, in the merged graph as in each.
    expect(new Set(all.map(({ object, programme }) => `${object} ${programme}`)).size).toBe(all.length)
  })

  it('one graph of four formats: a party once, a listing once, a claim of each', async () => {
    const { kg } = await loaded([legacy(), advanced(), enhanced(), flat()])
    const claims = [0, 0, 0, 0, 0]
    for (const { relation, claims: made } of kg.statements()) {
      if (relation !== 'designates') continue
      claims[made.length]!++
      expect(new Set(made.map(({ source }) => source)).size).toBe(made.length)
    }
    expect(claims).toEqual([0, 278, 170, 4, 365])
    const parties = [...kg.entities()].filter(({ id }) => id.startsWith('ofac:'))
    expect(parties.filter(({ sources }) => sources?.length === 4)).toHaveLength(364)
  })
})
