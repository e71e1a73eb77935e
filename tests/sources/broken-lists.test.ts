import { readFileSync } from 'node:fs'
import { createGraph } from 'statecraft'
import { toJsonl } from 'statecraft/jsonl'
import { readRdf, toTurtle } from 'statecraft/rdf'
import {
  readEuXml,
  readOfacAdvancedXml,
  readOfacEnhancedXml,
  readSecoXml,
  readUkCsv,
  readUkXml,
  readUnXml,
} from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from './loaded'

const LISTS = [
  ['un/consolidated-2025-04-19.excerpt.xml', readUnXml],
  ['un/made-up.xml', readUnXml],
  ['uk/made-up.xml', readUkXml],
  ['uk/ofsi-conlist-excerpt-2026-08-02.xml', readUkXml],
  ['uk/made-up.csv', readUkCsv],
  ['eu/made-up.xml', readEuXml],
  ['seco/made-up.xml', readSecoXml],
  ['ofac/advanced/cons_advanced-2020-03-17.xml', readOfacAdvancedXml],
  ['ofac/enhanced/cons_enhanced-2025-01-10.xml', readOfacEnhancedXml],
] as const

/** Numbers that look like chance, the same each time: the generator of Park and Miller. */
function* chance(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647
    yield state
  }
}

describe.each(LISTS)('%s', (name, read) => {
  const bytes = readFileSync(`tests/fixtures/${name}`)
  const whole = loaded(read(bytes))

  it('gives no party that is not in it, wherever it is cut off', async () => {
    const ids = new Set([...(await whole).kg.entities()].map(({ id }) => id))
    const numbers = chance(1)
    for (let i = 0; i < 30; i++) {
      const end = numbers.next().value % bytes.length
      const { kg, report } = await loaded(read(bytes.subarray(0, end)))
      // Entries without a key, of which some fixtures have one or two, and what is cut off, are all that is dropped.
      const { 'bad-id': keyless = 0, 'cut-off': cutOff = 0 } = report.counts
      expect(report.dropped).toBeLessThanOrEqual(keyless + cutOff)
      // A key, or a day, of which only a part came would be another one: what is cut off is left out.
      for (const { id } of kg.entities()) if (!id.startsWith('source:')) expect(ids).toContain(id)
      // Nothing is held back: what came whole is there.
      if (end === 0) expect(kg.entities()).toHaveLength(0)
    }
  })

  it('is read on where bytes are wrong', async () => {
    const numbers = chance(2)
    for (let i = 0; i < 30; i++) {
      const damaged = Uint8Array.from(bytes)
      for (let n = 0; n < 5; n++) damaged[numbers.next().value % bytes.length] = numbers.next().value % 256
      const { report } = await loaded(read(damaged))
      // Records of ours are well formed whatever is in them: only what no text may have is refused.
      const refused = report.issues.filter(({ code }) => code === 'bad-value').map(({ message }) => message)
      for (const message of refused) expect(message).toMatch(/which no text may have|the address is empty/)
      expect(report.counts['unknown-type'] ?? 0).toBe(0)
      expect(report.counts['bad-domain'] ?? 0).toBe(0)
      expect(report.counts['bad-range'] ?? 0).toBe(0)
    }
  })

  it('says the same in RDF', async () => {
    const { kg } = await whole
    const again = createGraph()
    const report = again.load(readRdf(toTurtle(kg), { format: 'turtle' }))
    expect(report.errors).toBe(0)
    expect(toJsonl(again)).toBe(toJsonl(kg))
  })

  it('gives the same whatever chunks it comes in', async () => {
    for (const size of [1, 13, 1000]) {
      const chunks = (async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
      })()
      const { kg } = await loaded(read(chunks))
      expect(toJsonl(kg)).toBe(toJsonl((await whole).kg))
    }
  })
})
