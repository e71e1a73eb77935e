import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { statecraft, useFolder } from './run'

const EXAMPLE = fileURLToPath(new URL('../../examples/tehran-pyongyang/graph.jsonl', import.meta.url))
const at = useFolder()

/** What `match` prints of the worked example, for a query that comes by the standard input. */
const match = (query: object, ...argv: string[]) =>
  statecraft(['match', EXAMPLE, '-', ...argv], JSON.stringify(query))

// Which states that supply Russia are themselves under sanctions of the United States?
const SUPPLIERS = {
  where: [
    { relation: 'supplies', subject: '?a', object: 'state:RU', item: '?item' },
    { relation: 'sanctions', subject: 'state:US', object: '?a' },
  ],
  entities: { '?a': 'State' },
  select: ['?a'],
}

describe('statecraft match', () => {
  it('prints each match, what it is worth and who says so', async () => {
    const { code, stdout, stderr } = await match(SUPPLIERS, '--status', 'asserted,alleged')
    expect([code, stderr]).toEqual([0, ''])
    // Row 13 of the example, by the United States (§6); the sanctions of rows 12 and 16.
    expect(stdout).toMatch(/^a: Iran {6}alleged · .*United States in Elaph, §6.*\n$/)
  })

  it('writes JSON, from a query in a file, with or without what it is to find', async () => {
    for (const query of [SUPPLIERS, { find: 'match', ...SUPPLIERS }]) {
      writeFileSync(at('query.json'), `\uFEFF${JSON.stringify(query)}`)
      const { stdout } = await statecraft(['match', EXAMPLE, at('query.json'), '--json'])
      const { matches, complete } = JSON.parse(stdout)
      expect(complete).toBe(true)
      expect(matches).toMatchObject([{ row: { a: 'state:IR' }, level: 'alleged', disputed: false }])
    }
  })

  it('says in words that nothing meets it, and where it was cut short', async () => {
    expect(await match(SUPPLIERS, '--status', 'asserted')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'nothing meets the pattern\n',
    })
    const everything = { where: [{ relation: 'supplies', subject: '?a', object: '?b' }] }
    const { stdout, stderr } = await match(everything, '--limit', '2')
    expect(stdout.trim().split('\n')).toHaveLength(2)
    expect(stderr).toBe('… cut short by limit: there may be more\n')
    // The limit of the query itself counts as well.
    expect((await match({ ...everything, limit: 1 })).stdout.trim().split('\n')).toHaveLength(1)
  })

  it('counts in groups, and writes Markdown', async () => {
    const { stdout } = await match(
      { where: [{ relation: 'supplies', subject: '?a', object: 'state:KP' }], groupBy: ['?a'] },
      '--markdown',
    )
    expect(stdout).toMatch(/^- \*\*.*Russia: 1\*\*: 1 predicted · Daniel Pinkston in Elaph, §16\n$/)
  })

  it('ends with 2 for what is no JSON, and tells where', async () => {
    const mistakes: [text: string, told: string][] = [
      ['{"where":[{"relation" "supplies"}]}', 'line 1, column 23'],
      ['{\n  "where": x\n}', 'line 2, column 12'],
      ['{\n  "where": [1, 2', 'line 2, column 17: it ends too early'],
      ['{"where": []}}', 'line 1, column 14'],
      ['', 'line 1, column 1: it ends too early'],
    ]
    for (const [text, told] of mistakes) {
      writeFileSync(at('query.json'), text)
      const { code, stdout, stderr } = await statecraft(['match', at('none.jsonl'), at('query.json')])
      expect([code, stdout], text).toEqual([2, ''])
      expect(stderr, text).toContain(`query.json is not JSON: ${told}`)
    }
  })

  it('ends with 2 for what cannot be asked, before it reads the data', async () => {
    const [first] = SUPPLIERS.where
    const mistakes: [query: unknown, told: RegExp][] = [
      [[SUPPLIERS], /there is no query/],
      [{ find: 'paths', from: 'state:IR', to: 'state:KP' }, /its `find` is not "match"/],
      [{ ...SUPPLIERS, wher: [] }, /no option 'wher'.*did you mean where\?/],
      [{ where: [] }, /a statement to be met/],
      [{ where: [{ ...first, relation: 'suplies' }] }, /did you mean supplies\?/],
      [{ where: [{ ...first, itm: 'commodity:oil' }] }, /did you mean item\?/],
      [{ where: [{ ...first, subject: 'Iran' }] }, /neither a variable nor an id/],
      [{ where: [first, { relation: 'sanctions', subject: 'state:US', object: '?item' }] }, /can never be/],
      [{ ...SUPPLIERS, asOf: '2023-02-29' }, /bad-date/],
      [
        JSON.parse('{"where":[{"relation":"supplies","subject":"?a","object":"?b","__proto__":"?c"}]}'),
        /__proto__/,
      ],
    ]
    for (const [query, told] of mistakes) {
      const { code, stdout, stderr } = await statecraft(
        ['match', at('none.jsonl'), '-'],
        JSON.stringify(query),
      )
      expect([code, stdout], stderr).toEqual([2, ''])
      expect(stderr).toMatch(told)
    }
    expect((await statecraft(['match', '-', '-'])).stderr).toContain('read once')
    expect((await statecraft(['match', EXAMPLE, at('none.json')])).stderr).toContain('ENOENT')
    expect((await match({ where: [{ ...first, object: 'state:RUS' }] })).stderr).toContain(
      'did you mean state:RU?',
    )
  })
})
