import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { statecraft, useFolder } from './run'

const EXAMPLE = fileURLToPath(new URL('../../examples/tehran-pyongyang/graph.jsonl', import.meta.url))
const OIL = ['state:IR', 'state:KP', '--item', 'commodity:oil']

const state = (code: string) => `{"type":"State","id":"state:${code}","label":{"en":"${code}-land"}}`
const supply = (a: string, b: string, day: string) =>
  `{"relation":"supplies","subject":"state:${a}","object":"state:${b}","item":"commodity:oil","when":"${day}","claims":[{"stance":"asserts","by":"state:S"}]}`

const GRAPH = [
  ...['A', 'B', 'C', 'T', 'S'].map(state),
  '{"type":"Commodity","id":"commodity:oil","label":{"en":"oil"}}',
  '{"relation":"sanctions","subject":"state:S","object":"state:T","item":"commodity:oil","measures":["export-control"],"when":"2020-01-01/2022-12-31","claims":[{"stance":"asserts","by":"state:S"}]}',
  supply('A', 'B', '2021-03-01'),
  supply('B', 'T', '2021-06-01'),
  supply('B', 'C', '2021-03-01'),
  supply('C', 'T', '2021-06-01'),
  '',
].join('\n')

describe('statecraft evasion', () => {
  const at = useFolder({ 'graph.jsonl': GRAPH })

  test('finds the oil route of the example, marked predicted, and says what it is not', async () => {
    const { code, stdout } = await statecraft(['evasion', EXAMPLE, ...OIL])
    expect(code).toBe(0)
    expect(stdout).toContain(
      'Iran ─supplies oil→ Russia ─supplies oil→ North Korea  predicted (our reading)  no date  not stated  possibly (unnamed senders',
    )
    expect(stdout).toContain('A route is an indicator of risk: no finding of evasion, and no legal advice.')
    expect(stdout).toContain('Sources: Daniel Pinkston in Elaph, §16')
  })

  test('as JSON, with limits, and under a view', async () => {
    const ask = async (...flags: string[]) => {
      const argv = ['evasion', at('graph.jsonl'), 'state:A', 'state:T', '--item', 'commodity:oil', '--json']
      const { stdout } = await statecraft([...argv, ...flags])
      const { routes, complete } = JSON.parse(stdout)
      return [routes.map(({ entities }: { entities: string[] }) => entities.join(' ')), complete]
    }
    const [short, long] = ['state:A state:B state:T', 'state:A state:B state:C state:T']
    expect(await ask()).toEqual([[short, long], true])
    expect(await ask('--max-steps', '2')).toEqual([[short], true])
    expect(await ask('--limit', '1')).toEqual([[short], false])
    expect(await ask('--as-of', '2021-05-31')).toEqual([[], true])
    expect(await ask('--status', 'alleged')).toEqual([[], true])
  })

  test('draws the legs and the embargo', async () => {
    const { stdout } = await statecraft(['evasion', EXAMPLE, ...OIL, '--svg'])
    expect(stdout).toMatch(/^<svg /)
    for (const name of ['Iran', 'Russia', 'North Korea', 'unnamed senders']) expect(stdout).toContain(name)
  })

  test.each([
    [['state:IR', 'state:KP'], "required option '--item <id>'"],
    [['state:IR', 'state:XX', '--item', 'commodity:oil'], "nobody speaks of 'state:XX' here"],
    [[...OIL, '--max-steps', '1'], 'maxSteps is a whole number from 2 to 8'],
    [[...OIL, '--limit', 'many'], 'It is a number'],
  ])('%j is refused', async (argv, message) => {
    const { code, stdout, stderr } = await statecraft(['evasion', EXAMPLE, ...argv])
    expect(code).not.toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toContain(message)
  })
})
