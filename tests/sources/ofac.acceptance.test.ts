import { existsSync, readFileSync } from 'node:fs'
import { readOfacCsv, readOfacLegacyXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { type Loaded, loaded } from './loaded'
import { file, folder } from './ofac/files'

// Counts are of Python over the same files: `csv.reader` on the flat files, remarks joined with their comments and cut at
// '; ' (a dot at the end of the last item is dropped, unless only the name with it is a primary one), regular expressions on
// the items; ElementTree on the XML.
const FOLDER = '../shared/data/lists'

function parties({ kg }: Loaded) {
  const all = [...kg.entities()].filter(({ id }) => id.startsWith('ofac:'))
  const names = all.flatMap((party) => party.names ?? [])
  return {
    all,
    byType: (type: string) => all.filter((party) => party.type === type).length,
    names: (kind: string) => names.filter((name) => name.kind === kind).length,
    ids: (scheme: string) =>
      all.flatMap((party) => party.identifiers ?? []).filter((id) => id.scheme === scheme).length,
  }
}

describe.skipIf(!existsSync(FOLDER))('the whole lists of OFAC', () => {
  const sdn = () => readOfacCsv(folder(`${FOLDER}/ofac-sdn-csv/2021-07`), { published: '2021-07-20' })
  const cons = () => readOfacCsv(folder(`${FOLDER}/ofac-cons-csv/2025-12`), { published: '2025-12-01' })
  const legacy = () =>
    readOfacLegacyXml(
      file('consolidated.xml', readFileSync(`${FOLDER}/ofac-legacy-xml/consolidated-2018-04-06.xml`)),
    )

  it('SDN, 2021-07, flat', async () => {
    let aliases = 0
    let weak = 0
    const records = sdn()
    const counted = {
      issues: records.issues,
      async *[Symbol.asyncIterator]() {
        for await (const record of records) {
          const names = Array.isArray(record.names) ? record.names : []
          const count = (kind: string) => names.filter((name) => name.kind === kind).length
          // Weak names that were given up stand beside the listed ones that were.
          const extra = record.extra as { weakFormerNames?: string[] } | undefined
          aliases += count('alias') + count('former') - (extra?.weakFormerNames?.length ?? 0)
          weak += count('weak')
          yield record
        }
      },
    }
    const list = await loaded(counted as unknown as typeof records)
    const { byType, ids } = parties(list)
    expect(['Person', 'Organization', 'Vessel', 'Aircraft'].map(byType)).toEqual([4620, 3673, 406, 277])
    expect([aliases, weak]).toEqual([11_910, 2_417])
    expect(list.links('linkedTo')).toHaveLength(3_408)
    const codes = records.issues.map(({ code }) => code)
    expect(codes.filter((code) => code === 'ambiguous')).toHaveLength(2)
    expect(codes.filter((code) => code === 'dangling')).toHaveLength(7)
    expect(codes).toHaveLength(9)
    expect(list.links('linkedTo').filter((link) => /→ ofac:\d+$/.test(link))).toHaveLength(3_399)
    expect(list.links('designates')).toHaveLength(10_759)
    expect(list.links('flaggedBy')).toHaveLength(388)
    expect(['imo', 'passport', 'x-wallet'].map(ids)).toEqual([399, 1_536, 97])
    expect(list.report.errors).toBe(0)
    expect(list.report.dropped).toBe(0)
  })

  it('consolidated, 2025-12, flat', async () => {
    const list = await loaded(cons())
    const { all, names } = parties(list)
    expect(all).toHaveLength(442)
    // 1,073 listed, 69 weak and three weak ones that were given up.
    expect([names('alias') + names('former'), names('weak')]).toEqual([1_073 + 3, 69])
    // 52 of the 574 addresses say nothing.
    expect(all.flatMap((party) => party.addresses ?? [])).toHaveLength(522)
    expect(list.links('linkedTo')).toHaveLength(283)
    expect(list.links('designates')).toHaveLength(534)
    expect(list.report.errors).toBe(0)
  })

  it('consolidated, 2018-04, legacy XML', async () => {
    const list = await loaded(legacy())
    const { byType, names } = parties(list)
    expect(['Person', 'Organization', 'Vessel'].map(byType)).toEqual([94, 471, 74])
    // One of the 45 weak ones stands twice at one party.
    expect([names('alias'), names('former'), names('weak')]).toEqual([1_024, 186, 44])
    expect(list.links('linkedTo')).toHaveLength(365)
    expect(list.links('designates')).toHaveLength(647)
    const claims = [...list.kg.statements()].flatMap(({ claims }) => claims)
    expect(claims.filter(({ list }) => list === 'source:ofac-eo-13599')).toHaveLength(264)
    expect(list.report.errors).toBe(0)
  })

  it('gives a party the same id and its listing the same statement in both', async () => {
    const listings = (list: Loaded) =>
      new Set(
        [...list.kg.statements()].filter(({ relation }) => relation === 'designates').map(({ id }) => id),
      )
    const [flat, xml] = await Promise.all([loaded(cons()), loaded(legacy())])
    const [one, other] = [listings(flat), listings(xml)]
    // 364 pairs of a number and a tag are in both; of one more, the tag was renamed.
    expect([...one].filter((id) => other.has(id))).toHaveLength(365)
  })
})
