import { describe, expect, test } from 'vitest'
import { statecraft, useFolder } from './run'

const claim = (fields = '') => `"claims":[{"stance":"asserts","by":"state:US"${fields}}]`
const GRAPH = [
  '{"type":"State","id":"state:US","label":{"en":"United States"}}',
  '{"type":"Person","id":"person:x","label":{"en":"X"}}',
  '{"type":"Person","id":"person:y","label":{"en":"Y"}}',
  '{"type":"Person","id":"person:z","label":{"en":"Z"}}',
  '{"type":"Company","id":"company:a","label":{"en":"A Ltd"}}',
  `{"relation":"designates","subject":"state:US","object":"person:x",${claim(',"measures":["asset-freeze"],"when":"2020-01-01/.."')}}`,
  `{"relation":"owns","subject":"person:x","object":"company:a",${claim(',"share":60')}}`,
  `{"relation":"familyOf","subject":"person:x","object":"person:y",${claim()}}`,
  `{"relation":"familyOf","subject":"person:y","object":"person:z",${claim()}}`,
  '',
].join('\n')

describe('statecraft exposure', () => {
  const at = useFolder({ 'graph.jsonl': GRAPH })
  const ask = (...argv: string[]) => statecraft(['exposure', at('graph.jsonl'), ...argv])

  test('prints reach and indicators apart, with chains, sources and the caveat', async () => {
    const owned = await ask('company:a', '--as-of', '2024-01-01')
    expect(owned.code).toBe(0)
    expect(owned.stdout).toMatch(/^Exposure of A Ltd to sanctions on 2024-01-01/)
    expect(owned.stdout).toMatch(/reach +ownership \(us-ofac: 60 %\)/)
    expect(owned.stdout).toContain('A Ltd ←owns─ X ←designates─ United States')
    expect(owned.stdout).toContain('Not legal advice, and not a clearance')
    expect((await ask('person:y', '--as-of', '2024-01-01')).stdout).toMatch(
      /indicator +family: .*Y ─.*─ X ←designates─ United States/,
    )
  })

  test('before the listing there is no finding', async () => {
    const { stdout } = await ask('company:a', '--as-of', '2019-12-31')
    expect(stdout).toContain('Reach in law: no finding')
  })

  test('takes the number of steps and rules, as JSON', async () => {
    const json = async (...argv: string[]) => JSON.parse((await ask(...argv, '--json')).stdout)
    expect((await json('person:z', '--as-of', '2024-01-01')).indicators).toHaveLength(1)
    const near = await json('person:z', '--as-of', '2024-01-01', '--max-steps', '1')
    expect(near).toMatchObject({ maxSteps: 1, indicators: [] })
    const rules = await json('company:a', '--as-of', '2024-01-01', '--rules', 'uk,eu')
    expect(rules).toMatchObject({ rules: ['uk', 'eu'], reach: [] })
    expect(await json('person:x', '--as-of', '2024-01-01')).toMatchObject({ reach: [{ way: 'listing' }] })
  })

  test('draws the chains', async () => {
    const { stdout } = await ask('company:a', '--as-of', '2024-01-01', '--svg')
    expect(stdout).toMatch(/^<svg/)
    expect(stdout).toContain('A Ltd')
  })

  test('what it cannot ask is an error', async () => {
    const unknown = await ask('company:b')
    expect(unknown.code).not.toBe(0)
    expect(unknown.stderr).toContain("nobody speaks of 'company:b'")
    expect((await ask('company:a', '--rules', 'mars')).stderr).toContain("'mars'")
    expect((await ask('company:a', '--max-steps', '0')).code).not.toBe(0)
  })
})
