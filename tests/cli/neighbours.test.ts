import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { SAMPLE, statecraft, useFolder } from './run'

const EXAMPLE = fileURLToPath(new URL('../../examples/tehran-pyongyang/graph.jsonl', import.meta.url))
const at = useFolder({ 'sample.jsonl': SAMPLE })

const neighbours = (...argv: string[]) => statecraft(['neighbours', EXAMPLE, ...argv])

describe('statecraft neighbours', () => {
  it('prints each statement with another entity, what it is worth and who says so', async () => {
    expect(await neighbours('person:kim-jong-un')).toEqual({
      code: 0,
      stdout: [
        'Kim Jong Un ─seeks ties with→ Iran      asserted · Deutsche Welle in Elaph, §2',
        'Kim Jong Un ─leads→ North Korea      asserted · Deutsche Welle in Elaph, §2',
        '',
      ].join('\n'),
      stderr: '',
    })
  })

  it('keeps the statements of a relation together, along it before against it', async () => {
    const { stdout } = await neighbours('state:IR', '--via', '^sanctions,supplies,^supplies')
    const ways = stdout
      .trim()
      .split('\n')
      .map((line) => /[─←]\w+/.exec(line)?.[0])
    expect(ways.length).toBeGreaterThan(8)
    expect(ways.filter((way, i) => way !== ways[i - 1])).toEqual(['←sanctions', '─supplies', '←supplies'])
  })

  it('tells of those whom a source leaves unnamed, too', async () => {
    const { stdout } = await neighbours('state:KP', '--via', '^sanctions')
    // Row 6 and row 29 of the example: who imposes them is not said.
    expect(stdout.match(/unnamed/g)).toHaveLength(2)
  })

  it('tells what follows by the rules of the ontology, if asked', async () => {
    const found = (await neighbours('place:tehran', '--via', '^locatedIn', '--json')).stdout
    expect(JSON.parse(found).paths).toEqual([
      { steps: [{ statement: expect.any(String), forward: false }], level: 'asserted', disputed: false },
    ])
    // The exhibition is in Tehran, and so in Iran; the consulate in Damascus, and so in Syria.
    const { stdout } = await neighbours('state:IR', '--via', '^locatedIn', '--infer')
    expect(stdout).toContain('Iran ←located in (inferred)─ the exhibition in Tehran      asserted')
  })

  it('tells where a limit cut it short', async () => {
    const { stdout, stderr } = await neighbours('state:KP', '--limit', '3')
    expect(stdout.trim().split('\n')).toHaveLength(3)
    expect(stderr).toBe('… cut short by limit: there may be more\n')
    const { complete, paths } = JSON.parse((await neighbours('state:KP', '--limit', '3', '--json')).stdout)
    expect([complete, paths.length]).toEqual([false, 3])
  })

  it('says in words that there is nothing', async () => {
    const alone = await statecraft(['neighbours', at('sample.jsonl'), 'vessel:one'])
    expect(alone).toEqual({ code: 0, stdout: '', stderr: 'no statement of vessel:one found\n' })
  })

  it('ends with 2 for a mistake, before it reads the data where it can', async () => {
    const none = at('none.jsonl')
    const mistakes: [argv: string[], told: RegExp][] = [
      [[none, 'Iran'], /'Iran' has no prefix/],
      [[none, 'state:IR', '--via', 'suplies'], /did you mean supplies\?/],
      [[none, 'state:IR', '--max-steps', '2'], /unknown option '--max-steps'/],
      [[none, 'state:IR'], /ENOENT/],
      [[at('sample.jsonl'), 'state:KR'], /nobody speaks of 'state:KR'.*did you mean state:/],
    ]
    for (const [argv, told] of mistakes) {
      const { code, stdout, stderr } = await statecraft(['neighbours', ...argv])
      expect([code, stdout], argv.join(' ')).toEqual([2, ''])
      expect(stderr, argv.join(' ')).toMatch(told)
    }
  })
})
