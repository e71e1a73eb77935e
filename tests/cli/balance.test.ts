import { describe, expect, test } from 'vitest'
import { statecraft, useFolder } from './run'

const state = (code: string) => `{"type":"State","id":"state:${code}","label":{"en":"${code}-land"}}`
const tie = (a: string, relation: string, b: string, fields = '') =>
  `{"relation":"${relation}","subject":"state:${a}","object":"state:${b}"${fields},"claims":[{"stance":"asserts","by":"state:A"}]}`

const GRAPH = [
  ...['A', 'B', 'C'].map(state),
  tie('A', 'rivals', 'B', ',"when":"2000/2002"'),
  tie('A', 'rivals', 'C', ',"when":"2000/2001"'),
  tie('B', 'rivals', 'C', ',"when":"2000/2000"'),
  tie('B', 'supports', 'C', ',"when":"2001/2001"'),
  '',
].join('\n')

describe('statecraft balance', () => {
  const at = useFolder({ 'graph.jsonl': GRAPH })

  test('prints the actors of a graph, its triads, frustration and blocs, and the caveat', async () => {
    const { code, stdout } = await statecraft(['balance', at('graph.jsonl'), '--as-of', '2000-06-01'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/A-land +1[AB] +0 +2 +0 +0 +0 +1 +0\.000 +1\.000/)
    expect(stdout).toContain('Triads: 0 +++, 0 ++−, 0 +−−, 1 −−−; balanced: 0.000 strongly, 1.000 weakly')
    expect(stdout).toContain('Frustrated: 1 (normalised 0.667)')
    expect(stdout).toContain('unknown, not neutral')
  })

  test('over years it has a row a year, as JSON too, and signs and levels are taken', async () => {
    const years = ['balance', at('graph.jsonl'), '--years', '2000-2002']
    const table = (await statecraft(years)).stdout
    expect(table).toMatch(/2000 +3 +0 +3 +0 +0 +0 +1 +0\.000 +1\.000 +1 /)
    expect(table).toMatch(/2002 +2 +0 +1 +0 +0 +0 +0 +· +· +0 /)
    const signed = await statecraft([...years, '--signs', 'supports=+,attacks=0', '--json'])
    const { graphs, signs } = JSON.parse(signed.stdout)
    expect(graphs.map((graph: { triads: number[] }) => graph.triads)).toEqual([
      [0, 0, 0, 1],
      [0, 0, 1, 0],
      [0, 0, 0, 0],
    ])
    expect(signs.map(({ relation }: { relation: string }) => relation)).toEqual([
      'alliedWith',
      'rivals',
      'sanctions',
      'supports',
    ])
    const none = await statecraft([...years, '--levels', 'predicted', '--json'])
    expect(JSON.parse(none.stdout).leftOut).toMatchObject([{ why: 'level' }])
  })

  test('draws a chart over years, and else the network', async () => {
    const chart = await statecraft(['balance', at('graph.jsonl'), '--years', '2000-2002', '--svg'])
    expect(chart.stdout).toContain('statecraft-series')
    const network = await statecraft(['balance', at('graph.jsonl'), '--svg'])
    expect(network.stdout).toContain('A-land')
    expect(network.stdout).not.toContain('statecraft-series')
  })

  test.each([
    [['--years', '2000'], 'As 1816-2012'],
    [['--years', '2002-2000'], 'did you mean [2000, 2002]'],
    [['--signs', 'supports'], 'as supports=+'],
    [['--signs', 'suports=+'], 'supports'],
    [['--levels', 'denied'], "no level of a tie 'denied'"],
    [['--actors', 'people'], 'states, all'],
  ])('refuses %j, and says what would do', async (flags, told) => {
    const { code, stdout, stderr } = await statecraft(['balance', at('graph.jsonl'), ...flags])
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(told)
  })
})
