import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { SAMPLE, statecraft, useFolder } from './run'

const EXAMPLE = fileURLToPath(new URL('../../examples/tehran-pyongyang/graph.jsonl', import.meta.url))
const at = useFolder({ 'sample.jsonl': SAMPLE })

/** What `path` prints of the worked example. */
const path = (...argv: string[]) => statecraft(['path', EXAMPLE, ...argv])
const OIL = ['state:IR', 'state:KP', '--via', 'supplies', '--item', 'commodity:oil']

describe('statecraft path', () => {
  it('and the other queries stand in the help', async () => {
    const { stdout } = await statecraft(['--help'])
    for (const command of ['path', 'neighbours', 'match'])
      expect(stdout).toMatch(new RegExp(`\\n  ${command} `))
    const { code, stdout: own } = await statecraft(['path', '--help'])
    expect(code).toBe(0)
    for (const told of ['--via', '--max-steps', '--shortest', '--also', '--as-of', 'Exit codes', 'Examples'])
      expect(own).toContain(told)
  })

  it('tells how oil can get from Iran to North Korea: by a prediction, read between its lines', async () => {
    const told =
      'Iran ─supplies oil→ Russia ─supplies oil→ North Korea      predicted (our reading) · Daniel Pinkston in Elaph, §16\n'
    expect(await path(...OIL)).toEqual({ code: 0, stdout: told, stderr: '' })
    // The same, said step by step.
    const steps = ['state:IR', 'state:KP', '--sequence', 'aids/supplies,supplies', '--item', 'commodity:oil']
    expect((await path(...steps)).stdout).toBe(told)
    expect((await path(...OIL, '--through', 'state:RU')).stdout).toBe(told)
  })

  it('says in words that there is none, which is no error', async () => {
    const none = { code: 0, stdout: '', stderr: 'no path of at most 4 steps found\n' }
    expect(await path(...OIL, '--status', 'asserted')).toEqual(none)
    expect(await path(...OIL, '--avoid', 'state:RU')).toEqual(none)
    expect((await path(...OIL, '--max-steps', '1')).stderr).toBe('no path of one step found\n')
    const { stdout } = await path(...OIL, '--status', 'asserted', '--json')
    expect(JSON.parse(stdout)).toEqual({ paths: [], complete: true })
  })

  it('writes JSON: statements by id, the way they are gone, and whether that is all', async () => {
    const { code, stdout, stderr } = await path('state:US', 'state:KP', '--max-steps', '1', '--json')
    expect([code, stderr]).toEqual([0, ''])
    const { paths, complete } = JSON.parse(stdout)
    expect(complete).toBe(true)
    // North Korea opposes (§3) and condemns (§10) the United States: two statements, both gone backwards.
    expect(paths).toEqual([
      {
        steps: [{ statement: expect.stringMatching(/^stmt:/), forward: false }],
        level: 'asserted',
        disputed: false,
      },
      {
        steps: [{ statement: expect.stringMatching(/^stmt:/), forward: false }],
        level: 'asserted',
        disputed: false,
      },
    ])
    expect(stdout).toBe(`${JSON.stringify({ paths, complete }, null, 2)}\n`)
  })

  it('tells where a limit cut the answer short, in each form', async () => {
    const cut = ['state:US', 'state:KP', '--limit', '1']
    const text = await path(...cut)
    expect(text.stdout.trim().split('\n')).toHaveLength(1)
    expect(text.stderr).toBe('… cut short by limit: there may be more\n')
    expect(JSON.parse((await path(...cut, '--json')).stdout)).toMatchObject({ complete: false })
    expect((await path(...cut, '--markdown')).stdout).toMatch(
      /\n\n… cut short by limit: there may be more\n$/,
    )
    expect((await path(...cut, '--budget', '0', '--limit', '0')).stderr).toContain('cut short by')
  })

  it('gives only the shortest, all of them, where these are asked for', async () => {
    const { stdout } = await path('person:kim-jong-un', 'state:US', '--shortest', '--status', 'asserted')
    // By Iran: condemns (§10) and four rounds of sanctions; by North Korea: condemns (§10) and opposes (§3).
    const ways = stdout.trim().split('\n')
    expect(ways).toHaveLength(7)
    for (const way of ways)
      expect(way).toMatch(
        /^Kim Jong Un ─(seeks ties with→ Iran|leads→ North Korea) [←─][^─]*[→─] United States {6}asserted/,
      )
  })

  it('takes types and lists for ends, and labels in another language', async () => {
    const { stdout } = await path(
      'State,person:kim-jong-un',
      'state:KP',
      '--via',
      'supplies,leads',
      '--max-steps',
      '1',
      '--lang',
      'ar',
    )
    expect(stdout.split('\n').map((line) => line.split('      ')[0])).toEqual([
      '\u2068كيم جونغ أون\u2069 ─leads→ \u2068كوريا الشمالية\u2069',
      '\u2068روسيا\u2069 ─supplies \u2068النفط\u2069→ \u2068كوريا الشمالية\u2069',
      '',
    ])
  })

  it('writes Markdown with each step and its source', async () => {
    expect((await path(...OIL, '--markdown')).stdout).toBe(
      [
        '- **Iran ─supplies oil→ Russia ─supplies oil→ North Korea**',
        '',
        '  1. Iran ─supplies oil→ Russia: predicted (our reading) · Daniel Pinkston in Elaph, §16',
        '  2. Russia ─supplies oil→ North Korea: predicted (our reading) · Daniel Pinkston in Elaph, §16',
        '',
      ].join('\n'),
    )
  })

  it('reads further files, and the standard input, as one graph', async () => {
    const [entities, statements] = [SAMPLE.split('\n').slice(0, 7), SAMPLE.split('\n').slice(7)]
    writeFileSync(at('entities.jsonl'), entities.join('\n'))
    const argv = ['path', '-', 'state:KP', 'state:IR', '--also', at('entities.jsonl'), '--via', 'hasTiesWith']
    expect(await statecraft(argv, statements.join('\n'))).toMatchObject({
      code: 0,
      stdout: 'North Korea ─has ties with─ Iran      asserted · Deutsche Welle, §1\n',
    })
    expect((await statecraft([...argv, '--also', '-'])).stderr).toContain('read once')
  })

  it('shows foreign labels as text', async () => {
    const evil =
      '{"type":"State","id":"state:XX","label":"\\u001b[31m\\nX"}\n{"relation":"opposes","subject":"state:XX","object":"state:KP","claims":[{"stance":"asserts","by":"state:KP"}]}'
    writeFileSync(at('evil.jsonl'), evil.replace('\\u001b', '\\u202e'))
    const { stdout } = await statecraft([
      'path',
      at('sample.jsonl'),
      '--also',
      at('evil.jsonl'),
      'state:XX',
      'state:KP',
      '--max-steps',
      '1',
    ])
    expect(stdout).toBe('\\u{202e}[31m X ─opposes→ North Korea      asserted · North Korea\n')
  })

  it('ends with 2 for what cannot be asked, before it reads the data', async () => {
    const mistakes: [argv: string[], told: RegExp][] = [
      [['state:IR', 'state:KP', '--via', 'suplies'], /no relation 'suplies'.*did you mean supplies\?/],
      [['state:IR', 'state:KP', '--sequence', 'supplies,^sanction'], /did you mean sanctions\?/],
      [['state:IR', 'state:KP', '--sequence', 'supplies//aids'], /separated by slashes/],
      [['state:IR', 'state:KP', '--via', ','], /separated by commas/],
      [['state:IR', 'state:KP', '--max-steps', '0'], /from 1 to 32/],
      [['state:IR', 'state:KP', '--max-steps', '100'], /from 1 to 32/],
      [['state:IR', 'state:KP', '--max-steps', 'four'], /a number/],
      [['state:IR', 'state:KP', '--limit', '-1'], /at least 0/],
      [['state:IR', 'state:KP', '--direction', 'sideways'], /one of any, out, in/],
      [['state:IR', 'state:KP', '--weight', 'confidense'], /did you mean confidence\?/],
      [['state:IR', 'state:KP', '--time-respecting', 'yes'], /possibly, certainly/],
      [['state:IR', 'state:KP', '--status', 'aserted'], /did you mean asserted\?/],
      [['state:IR', 'state:KP', '--as-of', '2023-02-29'], /bad-date/],
      [['state:IR', 'state:KP', '--json', '--markdown'], /cannot be used with/],
      [['Sate', 'state:KP'], /no type 'Sate' \(did you mean State\?\)/],
      [['Iran', 'state:KP'], /no type 'Iran' \(an id has a prefix, as state:KP/],
      [['state:IR', 'state:K P'], /an id takes no U\+0020/],
      [['state:IR', 'state:KP', '--through', 'state:IR'], /an end of the path/],
      [['state:IR', 'state:KP', '--via', '^supplies', '--direction', 'out'], /exclude each other/],
      [['State', 'State', '--sequence', 'needs,supplies'], /no path goes on/],
    ]
    for (const [argv, told] of mistakes) {
      const { code, stdout, stderr } = await statecraft(['path', at('none.jsonl'), ...argv])
      expect([code, stdout], argv.join(' ')).toEqual([2, ''])
      expect(stderr, argv.join(' ')).toMatch(told)
    }
  })

  it('ends with 2 for who is not there, and for what nobody of the kind can do', async () => {
    const missing = await path('state:IRR', 'state:KP')
    expect([missing.code, missing.stdout]).toEqual([2, ''])
    expect(missing.stderr).toContain('did you mean state:IR?')
    const never = await path('commodity:oil', 'state:KP', '--via', 'supplies')
    expect([never.code, never.stdout]).toEqual([2, ''])
    expect(never.stderr).toContain('bad-domain')
  })

  it('ends with 1 where there are errors in the data, with what is good in it', async () => {
    writeFileSync(at('bad.jsonl'), `${SAMPLE}{"type":"Sate","id":"state:US","label":"US"}\n`)
    const { code, stdout, stderr } = await statecraft([
      'path',
      at('bad.jsonl'),
      'state:KP',
      'state:IR',
      '--via',
      'hasTiesWith',
    ])
    expect(code).toBe(1)
    expect(stdout).toContain('has ties with')
    expect(stderr).toContain('unknown-type')
  })

  it('answers question 5 of the worked example as one command', async () => {
    const { stdout } = await path('state:US', 'state:KP', '--max-steps', '3', '--status', 'asserted')
    const lines = stdout.trim().split('\n')
    expect(lines.length).toBeGreaterThan(2)
    // Each has who says it; none is more than three steps, and none leans on what is not asserted.
    for (const line of lines) {
      expect(line).toMatch(/ {6}asserted( \(our reading\))?(, disputed)? · \S/)
      expect(line.split('      ')[0]!.match(/─/g)!.length).toBeLessThanOrEqual(6)
    }
  })

  it('is interrupted', async () => {
    const stopped = await statecraft(['path', EXAMPLE, ...OIL], '', AbortSignal.abort('SIGINT'))
    expect([stopped.code, stopped.stdout]).toEqual([130, ''])
  })
})
