import { describe, expect, test } from 'vitest'
import { statecraft, useFolder } from './run'

const state = (code: string) => `{"type":"State","id":"state:${code}","label":{"en":"${code}-land"}}`
const pact = (a: string, b: string, cowType: string) =>
  `{"relation":"alliedWith","subject":"state:${a}","object":"state:${b}","when":"1900/1905","claims":[{"stance":"asserts","by":"state:A","cowType":"${cowType}"}]}`
const vote = (a: string, resolution: number, cast: string) =>
  `{"relation":"votesOn","subject":"state:${a}","object":"resolution:${resolution}","vote":"${cast}","when":"190${resolution}-05-05","claims":[{"stance":"asserts","by":"state:A"}]}`

const GRAPH = [
  ...['A', 'B', 'C'].map(state),
  ...[1, 2].map((n) => `{"type":"Resolution","id":"resolution:${n}","label":{"en":"R${n}"}}`),
  pact('A', 'C', 'defence'),
  pact('B', 'C', 'entente'),
  ...[vote('A', 1, 'yes'), vote('B', 1, 'yes'), vote('A', 2, 'yes'), vote('B', 2, 'absent')],
  '',
].join('\n')

describe('statecraft similarity', () => {
  const at = useFolder({ 'graph.jsonl': GRAPH, 'cinc.json': '{"state:C":0.5}', 'list.json': '[1]' })
  const ask = (...flags: string[]) =>
    statecraft(['similarity', at('graph.jsonl'), 'state:A', 'state:B', ...flags])

  test('prints the measures, each third, the conventions and the caveat', async () => {
    const { code, stdout } = await ask('--year', '1903')
    expect(code).toBe(0)
    // A has 3 0 3, B 0 3 1: 1 − 2·(3 + 3 + 2)/(3·3).
    expect(stdout).toContain('Similarity of A-land (a) and B-land (b) in pledges, 1903: S −0.778')
    expect(stdout).toMatch(/C-land +3 +1 +1 +2 +asserted/)
    expect(stdout).toContain('each has a defence pact with itself')
    expect(stdout).toContain('forecasts nothing')
  })

  test('takes the day of the view, weights and conventions', async () => {
    const found = await ask('--as-of', '1903-01-01', '--self', 'exclude', '--distance', 'squared', '--json')
    // Over C alone, 3 and 1: 1 − 2·4/9.
    expect(JSON.parse(found.stdout)).toMatchObject({
      s: expect.closeTo(1 / 9, 12),
      n: 1,
      years: [1903, 1903],
    })
    const weighted = await ask('--year', '1903', '--weights', at('cinc.json'), '--json')
    // Only C has a weight: 1 − 2·2/3.
    expect(JSON.parse(weighted.stdout)).toMatchObject({ s: expect.closeTo(-1 / 3, 12), n: 1 })
    const few = await ask('--year', '1903', '--universe', 'state:A,state:C', '--json')
    expect(JSON.parse(few.stdout)).toMatchObject({ n: 2 })
  })

  test('prints a row a year', async () => {
    const { stdout } = await ask('--years', '1905-1906')
    expect(stdout).toMatch(/1905 +−0\.778 /)
    // 3 0 0 and 0 3 0: 1 − 2·6/9.
    expect(stdout).toMatch(/1906 +−0\.333 /)
  })

  test('compares votes, also of absence', async () => {
    const votes = await ask('--over', 'votes', '--json')
    expect(JSON.parse(votes.stdout)).toMatchObject({ s: 1, n: 1 })
    const absent = await ask('--over', 'votes', '--period', '1901-1902', '--absent', 'abstain', '--json')
    // 2 2 and 2 1: 1 − 2·1/(2·2).
    expect(JSON.parse(absent.stdout)).toMatchObject({ s: 0.5, n: 2, years: [1901, 1902] })
  })

  test('reads what only may be so where asked to', async () => {
    const { stdout } = await ask('--year', '1903', '--levels', 'predicted', '--json')
    expect(JSON.parse(stdout).leftOut).toHaveLength(2)
  })

  test.each([
    [[], 'pledges are compared in a year'],
    [['--year', '1903', '--years', '1903-1904'], 'cannot be used with'],
    [['--years', '1903'], 'As 1816-2012'],
    [['--over', 'trade'], 'pledges, votes'],
    [['--year', '1903', '--absent', 'abstain'], 'absent says nothing about pledges'],
    [['--year', '1903', '--levels', 'denied'], 'denied'],
    [['--year', '1903', '--weights', 'nowhere.json'], 'cannot read weights'],
  ])('refuses %j, and says what would do', async (flags, told) => {
    const { code, stdout, stderr } = await ask(...flags)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(told)
  })

  test('refuses weights that are none', async () => {
    const { code, stderr } = await ask('--year', '1903', '--weights', at('list.json'))
    expect(code).toBe(2)
    expect(stderr).toContain('holds no weights')
  })
})
