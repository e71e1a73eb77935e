import { readFileSync } from 'node:fs'
import { readOfacAdvancedXml, readOfacCsv, readOfacEnhancedXml, readOfacLegacyXml } from 'statecraft/sources'
import { expect, it } from 'vitest'
import { loaded } from '../loaded'
import { folder } from './files'

const xml = (path: string) => readFileSync(`tests/fixtures/${path}`)
const readers = {
  legacy: () => readOfacLegacyXml(xml('ofac/legacy/consolidated-2018-04-06.xml')),
  advanced: () => readOfacAdvancedXml(xml('ofac/advanced/cons_advanced-2020-03-17.xml')),
  enhanced: () => readOfacEnhancedXml(xml('ofac/enhanced/cons_enhanced-2025-01-10.xml')),
  flat: () => readOfacCsv(folder('tests/fixtures/ofac/cons-2025-12'), { published: '2025-12-01' }),
}

// In all four excerpts, seven years apart.
const IN_ALL = [
  ['ofac:9639', 'programme:ofac-ns-plc', 'source:ofac-ns-plc'],
  ['ofac:15268', 'programme:ofac-561-related', 'source:ofac-capta'],
  ['ofac:17016', 'programme:ofac-ukraine-eo13662', 'source:ofac-ssi'],
] as const

it('makes one party and one listing of what four formats say, with a claim of each', async () => {
  const all = await loaded(Object.values(readers).map((read) => read()))
  for (const [id, programme, list] of IN_ALL) {
    const [listing, ...more] = all.listings(id).filter((one) => one.programme === programme)
    expect(more).toEqual([])
    expect(listing?.occurrence).toBe('')
    expect(listing?.claims.map(({ source }) => source).sort()).toEqual([
      'source:ofac-consolidated-2018-04-06',
      'source:ofac-consolidated-2020-03-17',
      'source:ofac-consolidated-2025-01-10',
      'source:ofac-consolidated-2025-12-01',
    ])
    // The flat files and the legacy XML do not name the list; what they have tells it.
    expect(listing?.claims.map((claim) => claim.list)).toEqual(Array(4).fill(list))
    expect(all.kg.entity(id)?.sources).toHaveLength(4)
  }
})

it('gives a party the same names in each, apart from other scripts and what was changed', async () => {
  const [legacy, advanced] = [await loaded(readers.legacy()), await loaded(readers.advanced())]
  for (const id of ['ofac:9639', 'ofac:15268', 'ofac:17016', 'ofac:17526', 'ofac:18267']) {
    expect(advanced.kg.entity(id)?.label).toEqual(legacy.kg.entity(id)?.label)
    expect(advanced.kg.entity(id)?.names).toEqual(legacy.kg.entity(id)?.names)
    expect(advanced.kg.entity(id)?.born).toEqual(legacy.kg.entity(id)?.born)
    expect(advanced.kg.entity(id)?.identifiers).toEqual(legacy.kg.entity(id)?.identifiers)
  }
  const [enhanced, flat] = [await loaded(readers.enhanced()), await loaded(readers.flat())]
  for (const id of ['ofac:9639', 'ofac:9647', 'ofac:15268', 'ofac:27016']) {
    expect(enhanced.kg.entity(id)?.label).toEqual(flat.kg.entity(id)?.label)
    expect(enhanced.kg.entity(id)?.names).toEqual(flat.kg.entity(id)?.names)
    expect(enhanced.kg.entity(id)?.born).toEqual(flat.kg.entity(id)?.born)
  }
})

it('gives a region that is no country in one way, whatever the format has it as', async () => {
  // The flat files and the legacy XML have it where the country stands, `Region: Gaza`; the others as a part, `REGION`.
  for (const read of [readers.enhanced, readers.flat]) {
    expect((await loaded(read())).kg.entity('ofac:9647')?.addresses).toEqual([{ region: 'Gaza' }])
  }
  expect((await loaded(readers.advanced())).kg.entity('ofac:9659')?.addresses).toContainEqual({
    city: 'Jabaliya',
    region: 'Gaza',
  })
  const legacy = (country: string) =>
    loaded(
      readOfacLegacyXml(`<sdnList><publshInformation/><sdnEntry><uid>9659</uid><lastName>HAMAD</lastName>
        <sdnType>Individual</sdnType><programList><program>NS-PLC</program></programList><addressList><address>
        <city>Jabaliya</city><country>${country}</country></address></addressList></sdnEntry></sdnList>`),
    )
  for (const region of ['Gaza', 'Crimea', 'Kafia Kingi', 'Northern Mali']) {
    const { kg } = await legacy(`Region: ${region}`)
    expect(kg.entity('ofac:9659')?.addresses).toEqual([{ city: 'Jabaliya', region }])
  }
  expect((await legacy('Region:')).kg.entity('ofac:9659')?.addresses).toEqual([
    { city: 'Jabaliya', country: 'Region:' },
  ])
})
