import { describe, expect, test } from 'vitest'
import { read, row } from './reading'

describe('actors', () => {
  test.each([
    ['ROM', 'state:RO'],
    ['TMP', 'state:TL'],
    ['MTN', 'state:ME'],
    ['PSE', 'state:PS'],
    ['TWN', 'state:TW'],
    ['COD', 'state:CD'],
    ['AUT', 'state:AT'],
  ])('%s is %s', async (code, id) => {
    const { statements } = await read(row({ code: '042', from: code, to: 'RUS' }))
    expect(statements[0]!.subject).toBe(id)
  })

  test.each(['EUR', 'WST', 'HKG', 'GZS', 'XYZ', 'rus', '__p'])('%s is no state', async (code) => {
    const { statements, issues } = await read(row({ code: '042', from: code, to: 'RUS' }))
    expect(statements).toEqual([])
    expect(issues).toMatchObject([{ code: 'unmapped', message: expect.stringContaining(code) }])
  })

  test.each([
    ['', 'RUS'],
    ['RUS', ''],
    ['RUS', 'RUS'],
    ['', ''],
  ])("'%s' and '%s' are no pair, and no trouble", async (from, to) => {
    const { statements, issues } = await read(row({ code: '190', from, to }))
    expect([statements, issues]).toEqual([[], []])
  })

  test('a territory imposes no sanctions: the relation does not take it', async () => {
    const { issues } = await read(row({ code: '163', from: 'HKG' }), { pairs: 'different-countries' })
    expect(issues).toMatchObject([
      { code: 'unmapped', message: expect.stringMatching(/^CAMEO 163 .*Hong Kong/) },
    ])
  })
})
