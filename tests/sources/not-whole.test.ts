import { readFileSync } from 'node:fs'
import { diff, readSnapshot, type SnapshotInput } from 'statecraft/history'
import {
  readEuXml,
  readOfacCsv,
  readOfacLegacyXml,
  readSecoXml,
  readUkCsv,
  readUkXml,
  readUnXml,
} from 'statecraft/sources'
import { describe, expect, it } from 'vitest'

const text = (name: string) => readFileSync(`tests/fixtures/${name}`, 'utf8')
const codesOf = async (records: SnapshotInput) =>
  (await readSnapshot(records)).issues.map(({ code, message }) => `${code}: ${message}`)

describe('a list whose elements have other names than they had', () => {
  it.each([
    ['un/made-up.xml', readUnXml, 'INDIVIDUAL', /<INDIVIDUALS> .*<PARTY>/],
    ['un/made-up.xml', readUnXml, 'ENTITY', /<ENTITIES> .*<PARTY>/],
    ['eu/made-up.xml', readEuXml, 'sanctionEntity', /<PARTY>/],
    ['uk/made-up.xml', readUkXml, 'Designation', /<PARTY>/],
    ['uk/ofsi-conlist-excerpt-2026-08-02.xml', readUkXml, 'FinancialSanctionsTarget', /<PARTY>/],
    ['seco/made-up.xml', readSecoXml, 'target', /<PARTY>/],
    ['ofac/legacy/sdn-excerpt-2026-07-30.xml', readOfacLegacyXml, 'sdnEntry', /<PARTY>/],
  ] as const)('says so once, and delists nobody: %s', async (name, read, element, message) => {
    const whole = await readSnapshot(read(text(name), { published: '2026' }))
    const renamed = text(name).replace(new RegExp(`<(/?)${element}(?=[ >])`, 'g'), '<$1PARTY')
    const newer = await readSnapshot(read(renamed, { published: '2026' }))
    const told = newer.issues.filter((issue) => /PARTY/.test(issue.message))
    expect(told).toMatchObject([
      { code: 'bad-xml', message: expect.stringMatching(message), line: expect.any(Number) },
    ])
    expect(diff(whole, newer).delisted).toEqual([])
    expect(whole.issues.filter(({ message: m }) => /is not read/.test(m))).toEqual([])
  })

  it('says nothing where nobody is listed', async () => {
    const empty =
      '<CONSOLIDATED_LIST dateGenerated="2025-04-19T00:00:00Z"><INDIVIDUALS/><ENTITIES> </ENTITIES></CONSOLIDATED_LIST>'
    expect(await codesOf(readUnXml(empty))).toEqual([])
  })
})

it.each([
  ['un/made-up.xml', readUnXml, 'LISTED_ON'],
  ['eu/made-up.xml', readEuXml, 'birthdate'],
  ['seco/made-up.xml', readSecoXml, 'other-information'],
  ['ofac/legacy/sdn-excerpt-2026-07-30.xml', readOfacLegacyXml, 'addressList'],
] as const)('a field under another name is told, once: %s', async (name, read, field) => {
  const changed = text(name).replace(new RegExp(`<(/?)${field}(?=[ />])`, 'g'), `<$1${field}X`)
  const told = async (list: string) =>
    (await codesOf(read(list, { published: '2026' }))).filter((line) => line.includes(`${field}X`))
  expect(await told(text(name))).toEqual([])
  expect(await told(changed)).toEqual([
    `unknown-field: an entry has a <${field}X>, which is not known; it is kept under extra`,
  ])
})

describe('a list that does not say readably when it was published', () => {
  it.each([
    ['un/made-up.xml', readUnXml, /dateGenerated="[^"]*"/, 'dateGenerated="1446-10-21H"'],
    ['eu/made-up.xml', readEuXml, /generationDate="[^"]*"/, 'generationDate="1446-10-21H"'],
    ['seco/made-up.xml', readSecoXml, / date="[^"]*"/, ' date="1446-10-21H"'],
    ['uk/made-up.xml', readUkXml, /<DateGenerated>[^<]*/, '<DateGenerated>1446-10-21H'],
    ['uk/made-up.csv', readUkCsv, /Report Date: [^,\r\n"]*/, 'Report Date: 1446-10-21H'],
  ] as const)('is told: %s', async (name, read, date, instead) => {
    const changed = text(name).replace(date, instead)
    expect(changed).not.toBe(text(name))
    expect((await codesOf(read(changed))).filter((line) => /1446-10-21H/.test(line))).toEqual([
      "bad-date: the date of publication '1446-10-21H' is no date of our calendar",
    ])
  })
})

it('a list of changes says nothing by its silence; remarks that are cut off are no loss of parties', async () => {
  const whole = await readSnapshot(readSecoXml(text('seco/seco-trimmed-3targets-2026-08-27.xml')))
  const delta = text('seco/seco-trimmed-3targets-2026-08-27.xml')
    .replace('list-type="whole-list"', 'list-type="amendment"')
    .replace(/<target [\s\S]*<\/target>/, '')
  const newer = await readSnapshot(readSecoXml(delta))
  expect([whole.complete, newer.complete]).toEqual([true, false])
  const remarks = `${'x'.repeat(999)}y`
  const cut = `1,"A","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${remarks}"\r\n`
  const sdn = await readSnapshot(readOfacCsv(cut, { published: '2021' }))
  expect(sdn.issues.map(({ code }) => code)).toContain('truncated')
  expect(sdn.complete).toBe(true)
})
