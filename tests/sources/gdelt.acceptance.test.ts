import { existsSync, readFileSync } from 'node:fs'
import { type GdeltCounts, readGdeltEvents } from 'statecraft/sources'
import { describe, expect, test } from 'vitest'

const FILE = '../shared/data/gdelt/20191024143000.first400.export.CSV'

/*
 * Counted in Python over the whole file: rows split at tabs; two actor country codes that differ (59); both in ISO 3166
 * or CAMEO's own code for a state (42: in the other 17, one is AFR); codes by the table in docs/sources/gdelt.md.
 */
describe.skipIf(!existsSync(FILE))('the first 400 events of an export', () => {
  test('are 59 of two countries, 42 of them of two states, in 17 statements', async () => {
    let counts: GdeltCounts | undefined
    const records = readGdeltEvents(readFileSync(FILE), {
      onCounts: (found) => {
        counts = found
      },
    })
    let statements = 0
    for await (const record of records) if ('relation' in record) statements++
    expect(counts).toMatchObject({
      events: 400,
      pairs: 59,
      taken: 42,
      byRelation: { accuses: 2, attacks: 5, cooperatesWith: 2, meets: 8, threatens: 1, visits: 11 },
      byUnmappedCode: { '010': 2, '026': 3, '050': 2, '086': 5, '110': 1 },
    })
    expect(statements).toBe(17)
    expect(records.issues.map(({ code }) => code)).toEqual(new Array(6).fill('unmapped'))
  })
})
