import { existsSync, readFileSync } from 'node:fs'
import { type EntityRecord, isStatement } from 'statecraft'
import { programmes } from 'statecraft/reference'
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
