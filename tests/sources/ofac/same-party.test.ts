import { readFileSync } from 'node:fs'
import { createGraph } from 'statecraft'
import { readOfacCsv, readOfacLegacyXml } from 'statecraft/sources'
import { expect, it } from 'vitest'
import { loaded } from '../loaded'
import { folder } from './files'

const CONS = 'tests/fixtures/ofac/cons-2025-12'
const LEGACY = readFileSync('tests/fixtures/ofac/legacy/consolidated-2018-04-06.xml')

const flat = () => readOfacCsv(folder(CONS), { published: '2025-12-01' })
const legacy = () => readOfacLegacyXml(LEGACY)

// On both, eight years apart: 9639, 9647, 15268 and 17016.
it('makes one party and one listing of what two formats say, with a claim of each', async () => {
  const [one, other] = [await loaded(flat()), await loaded(legacy())]
  const both = await loaded([flat(), legacy()])
  for (const [id, programme] of [
    ['ofac:9639', 'programme:ofac-ns-plc'],
    ['ofac:9647', 'programme:ofac-ns-plc'],
    ['ofac:15268', 'programme:ofac-561-related'],
    ['ofac:17016', 'programme:ofac-ukraine-eo13662'],
  ] as const) {
    const find = ({ listings }: typeof both) =>
      listings(id).filter((listing) => listing.programme === programme)
    expect(find(one)).toHaveLength(1)
    expect(find(one)[0]?.id).toBe(find(other)[0]?.id)
    const [listing, ...more] = find(both)
    expect(more).toEqual([])
    expect(listing?.id).toBe(find(one)[0]?.id)
    expect(listing?.claims.map(({ source }) => source).sort()).toEqual([
      'source:ofac-consolidated-2018-04-06',
      'source:ofac-consolidated-2025-12-01',
    ])
  }
  expect(both.kg.entity('ofac:9639')?.label).toEqual({ und: 'HANIYA, Ismail Abdul Salah' })
  expect(both.kg.entity('ofac:9639')?.sources).toHaveLength(2)
})

it('gives the same graph in whatever order the files come', async () => {
  const graphOf = async (...records: ReturnType<typeof flat>[]) => {
    const kg = createGraph()
    for (const one of records) await kg.load(one)
    return [...kg.statements()].map(({ id }) => id).sort()
  }
  expect(await graphOf(flat(), legacy())).toEqual(await graphOf(legacy(), flat()))
})
