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
    const lists = new Map<unknown, number>()
    for (const { relation, claims } of list.kg.statements()) {
      if (relation !== 'designates') continue
      for (const claim of claims) lists.set(claim.list, (lists.get(claim.list) ?? 0) + 1)
    }
    expect(Object.fromEntries(lists)).toEqual({
      'source:ofac-ssi': 290,
      'source:ofac-ns-plc': 78,
      'source:ofac-sdn': 9,
      'source:ofac-fse': 6,
      'source:ofac-capta': 1,
    })
  })

  it('one graph of four formats: a party once, a listing once, a claim of each', async () => {
    const { kg } = await loaded([legacy(), advanced(), enhanced(), flat()])
    const claims = [0, 0, 0, 0, 0]
    for (const one of kg.statements()) if (one.relation === 'designates') claims[one.claims.length]!++
    expect(claims).toEqual([0, 278, 170, 4, 365])
    const parties = [...kg.entities()].filter(({ id }) => id.startsWith('ofac:'))
    expect(parties.filter(({ sources }) => sources?.length === 4)).toHaveLength(364)
  })

  it('gives a party the same label whatever it is read from, where nobody changed it between', async () => {
    const labels = async (records: ReturnType<typeof flat>) =>
      new Map([...(await loaded(records)).kg.entities()].map(({ id, label }) => [id, JSON.stringify(label)]))
    const same = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) => {
      const both = [...one.keys()].filter((id) => /^ofac:/.test(id) && other.has(id))
      return [both.length, both.filter((id) => one.get(id) === other.get(id)).length]
    }
    // Two of the 375 are not in the list of 2018.
    expect(same(await labels(advanced()), await labels(legacy()))).toEqual([373, 373])
    // KOMSOMOLSKY became KOMSOMOLSKIY.
    expect(same(await labels(enhanced()), await labels(flat()))).toEqual([442, 441])
  })
})
