import { describe, expect, test } from 'vitest'
import { statecraft, useFolder } from './run'

const SANCTIONS =
  '{"relation":"sanctions","subject":"state:A","object":"state:B","when":"2014-03-17/..","measures":["arms-embargo"],"claims":[{"stance":"asserts","by":"state:A"}]}'
const flow = (year: number, value: number, reporter: string) =>
  `{"relation":"exportsTo","subject":"state:C","object":"state:B","when":"${year}","claims":[{"stance":"asserts","by":"state:${reporter}","value":${value},"currency":"USD","reporter":"state:${reporter}"}]}`

const GRAPH = [
  ...['A', 'B', 'C'].map((code) => `{"type":"State","id":"state:${code}","label":{"en":"${code}-land"}}`),
  SANCTIONS,
  ...[flow(2012, 80, 'C'), flow(2013, 100, 'C'), flow(2015, 120, 'C')],
  ...[flow(2013, 90, 'B'), flow(2015, 45, 'B')],
  '',
].join('\n')

describe('statecraft third-parties', () => {
  const at = useFolder({ 'graph.jsonl': GRAPH })
  const ask = (...flags: string[]) => statecraft(['third-parties', at('graph.jsonl'), ...flags])
  const ends = ['--sender', 'state:A', '--target', 'state:B']

  test('prints what each side reports, on how many years it rests, and the caveat', async () => {
    const { code, stdout } = await ask(...ends)
    expect(code).toBe(0)
    expect(stdout).toContain('Exports to B-land around the sanctions of A-land')
    expect(stdout).toMatch(/C-land +exporter +USD +90 \(2 of 3 years\) +120 \(1 of 3 years\) +1\.33 +rose/)
    expect(stdout).toMatch(
      /C-land +importer +USD +90 \(1 of 3 years\) +45 \(1 of 3 years\) +0\.500 +not-risen/,
    )
    expect(stdout).toContain('not because of them')
  })

  test('takes the id of the statement, and the conventions', async () => {
    const { sanction, parties } = JSON.parse((await ask(...ends, '--json')).stdout)
    expect(parties[0].verdict).toBe('figures-differ')
    const flags = ['--years', '1', '--threshold', '1.2', '--reporter', 'exporter', '--json']
    const one = JSON.parse((await ask(sanction, ...flags)).stdout)
    expect(one).toMatchObject({ sanction, threshold: 1.2, before: [2013], after: [2015] })
    expect(one.parties[0]).toMatchObject({ verdict: 'not-risen', flows: [{ ratio: 1.2 }] })
    const after = JSON.parse((await ask(sanction, '--imposition-year', 'after', '--json')).stdout)
    expect(after.after).toEqual([2014, 2015, 2016])
    const early = JSON.parse((await ask(sanction, '--as-of', '2015-06-01', '--json')).stdout)
    expect(early.parties[0].verdict).toBe('undetermined')
  })

  test.each([
    [[], 'whose sanctions, and on whom?'],
    [['--sender', 'state:A'], 'whose sanctions, and on whom?'],
    [['stmt:x', ...['--sender', 'state:A']], 'named twice'],
    [['stmt:x'], "there is no statement 'stmt:x'"],
    [['--sender', 'state:B', '--target', 'state:A'], 'this view has no sanctions'],
    [['--sender', 'state:A', '--target', 'state:B', '--threshold', '0'], 'above 0'],
    [['--sender', 'state:A', '--target', 'state:B', '--reporter', 'both'], 'exporter, importer'],
    [['--sender', 'state:A', '--target', 'state:B', '--as-of', '2013-01-01'], 'this view has no sanctions'],
  ])('refuses %j, and says what would do', async (flags, told) => {
    const { code, stdout, stderr } = await ask(...flags)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(told)
  })
})
