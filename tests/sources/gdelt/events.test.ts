import { core, createGraph, PrefixMap, RecordReader } from 'statecraft'
import { type GdeltCounts, readGdeltEvents } from 'statecraft/sources'
import { describe, expect, test } from 'vitest'
import { count, EXCERPT, inShort, read, row } from './reading'

describe('events of an export', () => {
  // Counted in Python from the rows and the list of codes in the documentation, with ISO 3166 for the states.
  test('are read, joined by day, pair and root code, and counted', async () => {
    let counts: GdeltCounts | undefined
    const { statements, issues } = await read(EXCERPT, {
      onCounts: (found) => {
        counts = found
      },
    })
    expect(counts).toMatchObject({
      events: 75,
      pairs: 59,
      taken: 42,
      byRelation: { accuses: 2, attacks: 5, cooperatesWith: 2, meets: 8, threatens: 1, visits: 11 },
      byUnmappedCode: { '010': 2, '026': 3, '050': 2, '086': 5, '110': 1 },
    })
    expect(statements.map(inShort).sort()).toEqual([
      'announces state:AE meets state:US 2019-10-24',
      'announces state:AU meets state:GB 2019-10-24',
      'announces state:BR meets state:CN 2019-09-24',
      'announces state:BY cooperatesWith state:RU 2019-10-24',
      'asserts state:AF attacks state:US 2019-10-24',
      'asserts state:AF meets state:RU 2019-10-24',
      'asserts state:AT attacks state:AF 2019-10-24',
      'asserts state:AU attacks state:IT 2019-10-24',
      'asserts state:BR visits state:CN 2019-10-24',
      'asserts state:BY accuses state:LT 2019-10-24',
      'asserts state:CA threatens state:AU 2018-10-24',
      'asserts state:CN meets state:US 2019-10-23',
      'asserts state:CN visits state:BR 2019-10-24',
      'asserts state:GB visits state:BE 2019-10-24',
      'asserts state:GB visits state:SA 2019-09-24',
      'asserts state:RU meets state:SY 2019-10-23',
      'asserts state:RU meets state:TR 2019-10-23',
    ])
    expect(issues.map(({ code, message }) => `${code}: ${message}`).sort()).toEqual([
      'unmapped: CAMEO 010 (make public statement): what is stated is not coded: 2 events',
      'unmapped: CAMEO 026 (appeal): a request, whatever the answer: 3 events',
      'unmapped: CAMEO 050 (engage in diplomatic cooperation): it is not coded over what, or for how long: 2 events',
      'unmapped: CAMEO 086 (yield): to ease something is not to end or suspend it: 5 events',
      'unmapped: CAMEO 110 (disapprove): neither denounced nor accused: 1 event',
      'unmapped: the country code AFR (Africa) is no state: 17 events',
    ])
  })

  test('of regions and territories are taken where that is asked', async () => {
    let counts: GdeltCounts | undefined
    const { statements, issues } = await read(EXCERPT, {
      pairs: 'different-countries',
      onCounts: (found) => {
        counts = found
      },
    })
    expect(counts).toMatchObject({ pairs: 59, taken: 59 })
    expect(counts!.byRelation).toEqual({
      accuses: 2,
      attacks: 5,
      cooperatesWith: 2,
      meets: 10,
      threatens: 2,
      visits: 13,
    })
    expect(Object.values(counts!.byUnmappedCode).reduce((a, b) => a + b)).toBe(25)
    expect(statements).toHaveLength(21)
    expect(statements.map(inShort)).toContain('asserts grouping:africa threatens state:RU 2019-10-24')
    expect(issues.some(({ message }) => message.includes('AFR'))).toBe(false)
  })

  test('load without an error, and lose nothing on the way', async () => {
    const kg = createGraph()
    const report = await kg.load(readGdeltEvents(EXCERPT, { pairs: 'different-countries' }))
    expect(report.errors).toBe(0)
    expect(report.counts).toEqual({ unmapped: 10 })
    expect(count(kg)).toBe(21)

    const found: string[] = []
    const reader = new RecordReader(core, {
      prefixes: new PrefixMap(),
      report: ({ message }) => found.push(message),
    })
    const { all } = await read(EXCERPT, { pairs: 'different-countries' })
    for (const record of all) {
      // Entities come from the reference data, whose lists of identifiers a reader puts in order.
      const kept = reader.read(record)
      expect(kept).toMatchObject('relation' in record ? record : { id: record.id, label: record.label })
    }
    expect(found).toEqual([])
  })

  test('tell number, mentions, codes, actors and articles in one claim, by machine, on that day', async () => {
    const { statements } = await read(EXCERPT)
    const visit = statements.find(({ subject, object }) => subject === 'state:GB' && object === 'state:SA')!
    // The rows of 24 September 2019 between GBR and SAU: two make a visit (042), two host one (043).
    const rows = EXCERPT.split('\n').map((line) => line.split('\t'))
    const same = rows.filter(
      (cells) => cells[1] === '20190924' && ['GBR SAU', 'SAU GBR'].includes(`${cells[7]} ${cells[17]}`),
    )
    expect(same).toHaveLength(4)
    expect(visit.claims).toEqual([
      {
        stance: 'asserts',
        source: 'source:gdelt-2-events',
        at: `event ${same[0]![0]}`,
        said: '2019-10-24',
        method: 'machine',
        when: '2019-09-24',
        extra: {
          rootCode: '04',
          codes: { '042': 2, '043': 2 },
          events: same.map(([id]) => id),
          mentions: same.reduce((sum, cells) => sum + Number(cells[31]), 0),
          actors: [...new Set(same.map((cells) => `${cells[5]} ${cells[15]}`))],
          articles: [...new Set(same.map((cells) => cells[60]))],
        },
      },
    ])
  })

  test('are certain on their day, and on no other', async () => {
    const kg = createGraph()
    await kg.load(readGdeltEvents(row({ code: '042' })))
    const on = (asOf: string) => count(kg.view({ asOf, certain: true }))
    expect([on('2019-10-23'), on('2019-10-24'), on('2019-10-25')]).toEqual([0, 1, 0])
  })
})
