import { existsSync, readFileSync } from 'node:fs'
import { type EntityRecord, isStatement } from 'statecraft'
import { programmeByAlias, programmes } from 'statecraft/reference'
import { describe, expect, it } from 'vitest'

const FILE = new URL('../../../shared/data/programmes/programmes.json', import.meta.url)

interface Given {
  readonly key: string
  readonly title: string
  readonly url: string
  readonly status: string
  readonly targetTerritories: readonly string[]
  readonly measures: readonly string[]
  readonly aliases: readonly string[]
}

/** What we correct: see reference-data/programmes/corrections.csv. */
const CORRECTED = new Map([
  ['AU-YUGO yucs', 'csxx'],
  ['SECO-YUGO yucs', 'csxx'],
  ['UN-SC1533 cg', 'cd'],
])

describe.skipIf(!existsSync(FILE))('the programmes of the whole file', () => {
  // The boundary: the file is what its folder says.
  const given = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Given[]) : []
  const records = [...programmes()]

  it('are all there, with titles, addresses, status, aliases and as many measures', () => {
    const ours = new Map(
      records.filter((one): one is EntityRecord => !isStatement(one)).map((one) => [one.id, one]),
    )
    for (const { key, title, url, status, aliases, measures } of given) {
      const entity = ours.get(`programme:${key}`)
      if (key !== 'UA-WS-KIDNAPPERS') expect(entity?.label).toEqual({ en: title.trim() })
      expect(entity?.url).toBe(url)
      expect(entity?.extra?.status).toBe(status)
      expect((entity?.names ?? []).map(({ text }) => text)).toEqual(aliases)
      expect([entity?.measures ?? []].flat()).toHaveLength(measures.length)
    }
  })

  it('concern each territory that the file gives, and nothing else', () => {
    const pairs = given.flatMap(({ key, targetTerritories }) =>
      targetTerritories
        .filter((code) => code !== 'zz' && code !== 'ip')
        .map((code) => `${key} ${(CORRECTED.get(`${key} ${code}`) ?? code).toUpperCase()}`),
    )
    const said = records
      .filter(isStatement)
      .filter(({ relation }) => relation === 'concerns')
      .map(
        ({ subject, object }) =>
          `${subject.slice(10)} ${object.slice(object.indexOf(':') + 1).toUpperCase()}`,
      )
    expect(said.sort()).toEqual(pairs.sort())
  })
})

const LISTS = new URL('../../../shared/data/lists/', import.meta.url)

describe.skipIf(!existsSync(LISTS))('the names that whole lists have for programmes', () => {
  const found = (path: string, name: RegExp) =>
    [...readFileSync(new URL(path, LISTS), 'latin1').matchAll(name)].map(([, one = '']) => one.trim())
  const none = (names: readonly string[], issuer: string) =>
    [...new Set(names)].filter((name) => programmeByAlias(name, issuer).ids.length === 0).sort()

  // In Python, by `csv`: 67 tags in the SDN list, 11 in the consolidated one, 70 in both.
  it('tags of OFAC are known but for three programmes that had ended, or that the metadata do not have', () => {
    const column = /^\d+,"(?:[^"]|"")*",(?:"[^"]*"|-0- ),"([^"]*)"/gm
    const cells = ['ofac-sdn-csv/2021-07/sdn.csv', 'ofac-cons-csv/2025-12/cons_prim.csv'].flatMap((file) =>
      found(file, column),
    )
    const tags = cells.flatMap((cell) => cell.split('] [')).map((tag) => tag.trim())
    expect(new Set(tags).size).toBe(70)
    expect(none(tags, 'agency:ofac')).toEqual(['BURUNDI', 'HIFPAA', 'ZIMBABWE'])
    expect(none(tags, 'state:US')).toEqual(['BURUNDI', 'HIFPAA', 'ZIMBABWE'])
  })

  it.each([
    ['ofac-legacy-xml/consolidated-2018-04-06.xml', /<program>(.*?)<\/program>/g, 'agency:ofac', 7],
    [
      'ofac-enhanced-xml/cons_enhanced-2025-01-10.xml',
      /<sanctionsProgram [^>]*>(.*?)<\/sanctionsProgram>/g,
      'agency:ofac',
      13,
    ],
    ['un/consolidated-2018-08-24.xml', /<UN_LIST_TYPE>(.*?)<\/UN_LIST_TYPE>/g, 'organization:un', 13],
    ['un/consolidated-2025-04-19.xml', /<UN_LIST_TYPE>(.*?)<\/UN_LIST_TYPE>/g, 'organization:un', 13],
    ['uk/ofsi-conlist-excerpt-2026-08-02.xml', /<RegimeName>(.*?)<\/RegimeName>/g, 'state:GB', 2],
    ['uk/uksl-xml-AFG0055.xml', /<RegimeName>(.*?)<\/RegimeName>/g, 'state:GB', 1],
    ['ch/seco-trimmed-3targets-2026-08-27.xml', /<program-key[^>]*>(.*?)<\/program-key>/g, 'agency:seco', 2],
    ['eu/fsf-xml-1.1-entity507.xml', / programme="(.*?)"/g, 'organization:eu', 1],
  ] as const)('all of %s', (file, name, issuer, count) => {
    const names = new Set(found(file, name))
    expect(names.size).toBe(count)
    expect(none([...names], issuer)).toEqual([])
  })
})
