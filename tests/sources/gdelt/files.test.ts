import { type ClaimRecord, createGraph } from 'statecraft'
import { readGdeltEvents } from 'statecraft/sources'
import { describe, expect, test } from 'vitest'
import { count, read, row } from './reading'

describe('files', () => {
  const file = (name: string, text: string) => ({
    name,
    async *bytes() {
      yield text
    },
  })

  test('of one day are joined; what was taken up on another day is another claim', async () => {
    const one = file('a.export.CSV', row({ id: '1', code: '040' }))
    const two = file(
      'b.export.CSV',
      row({ id: '2', code: '041' }) + row({ id: '3', code: '040', added: '20191025000000' }),
    )
    const { statements } = await read([one, two])
    const claims = statements.flatMap(({ claims }) => claims)
    expect(claims.map(({ at, said, extra }: ClaimRecord) => [at, said, extra?.events])).toEqual([
      ['event 1', '2019-10-24', ['1', '2']],
      ['event 3', '2019-10-25', ['3']],
    ])
    const kg = createGraph()
    await kg.load(readGdeltEvents([one, two]))
    expect(count(kg)).toBe(1)
  })

  test('events of two root codes that say the same are two claims', async () => {
    const kg = createGraph()
    await kg.load(readGdeltEvents(row({ id: '1', code: '183' }) + row({ id: '2', code: '190' })))
    const [only] = kg.statements()
    expect(only!.claims.map(({ at }) => at).sort()).toEqual(['event 1', 'event 2'])
  })

  test('with a row of names, or with Windows line ends, are read', async () => {
    const names = ['GLOBALEVENTID', ...new Array(60).fill('X')].join('\t')
    const { statements, issues } = await read(`${names}\r\n${row({ code: '042' }).replace('\n', '\r\n')}`)
    expect([statements.length, issues]).toEqual([1, []])
  })

  test('an event that is there twice is taken once, and told', async () => {
    const { statements, issues } = await read(row({ code: '042' }) + row({ code: '042' }))
    expect(statements[0]!.claims[0]!.extra).toMatchObject({ events: ['900000001'], mentions: 2 })
    expect(issues).toMatchObject([{ code: 'conflict', line: 2 }])
  })

  test('are told with their line where they are bad, and good rows around are kept', async () => {
    const rows = [
      row({ id: '1', code: '042' }),
      'one\ttwo\n',
      row({ id: '3', code: '042', day: '20190230', from: 'USA' }),
      row({ id: '4', code: '042', added: 'yesterday' }),
      row({ id: 'x', code: '042' }),
      row({ id: '6', code: '042', from: 'FRA', url: 'not "closed' }),
    ]
    const { statements, issues } = await read(rows.join(''))
    expect(statements.map(({ subject }) => subject)).toEqual(['state:BY', 'state:FR'])
    expect(issues.map(({ code, line }) => [code, line])).toEqual([
      ['bad-csv', 2],
      ['bad-date', 3],
      ['bad-date', 4],
      ['bad-value', 5],
    ])
  })

  test('that are cut off lose their last row', async () => {
    const { statements, issues } = await read(
      (row({ code: '042' }) + row({ id: '2', code: '190' })).slice(0, -60),
    )
    expect(statements).toHaveLength(1)
    expect(issues).toMatchObject([{ code: 'cut-off', line: 2 }])
  })

  test.each([
    ['GDELT 1.0', `${new Array(58).fill('1').join('\t')}\n`, /1\.0/],
    ['a Knowledge Graph', `20191024143000-0\t${new Array(26).fill('').join('\t')}\n`, /Knowledge Graph/],
    ['commas', `1,20191024${','.repeat(59)}\n`, /no export/],
    ['a web page', '<!DOCTYPE html><html></html>', /HTML/],
  ])('of %s are refused', async (_, text, message) => {
    const { statements, issues } = await read(text)
    expect(statements).toEqual([])
    expect(issues).toMatchObject([{ code: 'wrong-format', message: expect.stringMatching(message) }])
  })

  test('whose codes a spreadsheet took for numbers are mended, and told once', async () => {
    const rows = row({ id: '1', code: '42', root: '4' }) + row({ id: '2', code: '36', root: '3' })
    const { statements, issues } = await read(rows)
    expect(statements.map(({ relation }) => relation)).toEqual(['visits', 'meets'])
    expect(issues).toMatchObject([{ code: 'bad-value', line: 1 }])
  })

  test('that are empty say nothing', async () => {
    const { all, issues } = await read('')
    expect([all.map(({ type }) => type), issues]).toEqual([['Organization', 'Dataset'], []])
  })
})
