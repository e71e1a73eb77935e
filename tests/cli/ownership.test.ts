import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { statecraft, useFolder } from './run'

const GRAPH = [
  '{"type":"State","id":"state:US","label":"United States"}',
  '{"type":"Person","id":"person:x","label":{"en":"X","ar":"س"}}',
  '{"type":"Company","id":"company:a","label":"A"}',
  '{"type":"Company","id":"company:b","label":"B"}',
  '{"type":"Dataset","id":"source:r","label":"Register","published":"2024-06-01"}',
  '{"relation":"designates","subject":"state:US","object":"person:x","claims":[{"stance":"asserts","source":"source:r","at":"1","measures":["asset-freeze"],"when":"2022-03-01/.."}]}',
  '{"relation":"owns","subject":"person:x","object":"company:a","claims":[{"stance":"asserts","source":"source:r","at":"2","share":50}]}',
  '{"relation":"owns","subject":"company:a","object":"company:b","claims":[{"stance":"asserts","source":"source:r","at":"3","share":49.99}]}',
].join('\n')

describe('statecraft ownership', () => {
  const path = useFolder({ 'graph.jsonl': GRAPH })
  const ask = (...flags: string[]) =>
    statecraft(['ownership', path('graph.jsonl'), '--as-of', '2024-06-01', ...flags])

  test('prints verdicts, owners and chains, the rule, the caveat and the sources', async () => {
    const { code, stdout, stderr } = await ask()
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/A \(company:a\) +blocked +50 % +X 50 % \(listed\)/)
    expect(stdout).toMatch(/B \(company:b\) +below +49\.99 % +A 49\.99 % \(owned\) +X → A/)
    expect(stdout).toContain('1 blocked, 0 undetermined, 1 below, 0 no-finding')
    expect(stdout).toContain('Rule: OFAC, Revised Guidance, 13 August 2014')
    expect(stdout).toContain('Not legal advice, and not a clearance')
    expect(stdout).toContain('Sources: Register, 1; Register, 2; Register, 3')
  })

  test('gives all of it as JSON', async () => {
    const { stdout } = await ask('--json')
    const { day, rule, findings } = JSON.parse(stdout)
    expect([day, rule.id]).toEqual(['2024-06-01', 'us-ofac'])
    expect(findings[0]).toMatchObject({ entity: 'company:a', verdict: 'blocked', low: 50, high: 50 })
    expect(findings[0].basis.statements).toHaveLength(2)
  })

  test('draws owners with their shares', async () => {
    const { code } = await ask('--svg', '-o', path('owners.svg'))
    const svg = readFileSync(path('owners.svg'), 'utf8')
    expect(code).toBe(0)
    expect(svg).toContain('owns 49.99 %')
    expect(svg).toContain('A: blocked, 50 %')
  })

  test('says of a rule, a measure or a day that there is none', async () => {
    expect((await ask('--rule', 'un')).code).toBe(2)
    expect((await ask('--measure', 'freeze')).stderr).toContain("there is no measure 'freeze'")
    const early = await statecraft(['ownership', path('graph.jsonl'), '--as-of', '2001-01-01'])
    expect([early.code, early.stderr]).toEqual([
      2,
      expect.stringContaining("no rule 'us-ofac' was in force on 2001-01-01"),
    ])
  })
})
