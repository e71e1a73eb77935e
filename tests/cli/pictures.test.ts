import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { SAMPLE, statecraft, useFolder } from './run'

const EXAMPLE = fileURLToPath(new URL('../../examples/tehran-pyongyang/graph.jsonl', import.meta.url))
/** So many states, each of which visits every other: more paths than anybody can wait for. */
const CLIQUE = Array.from({ length: 40 }, (_, i) => `state:S${i}`)
const at = useFolder({
  'clique.jsonl': [
    '{"type":"NewsAgency","id":"agency:a","label":"A"}',
    ...CLIQUE.map((id) => JSON.stringify({ type: 'State', id, label: id })),
    ...CLIQUE.flatMap((subject) =>
      CLIQUE.filter((object) => object !== subject).map((object) =>
        JSON.stringify({
          relation: 'visits',
          subject,
          object,
          claims: [{ stance: 'asserts', by: 'agency:a' }],
        }),
      ),
    ),
  ].join('\n'),
  'sample.jsonl': SAMPLE,
  'query.json': '{ "where": [{ "relation": "supplies", "subject": "?who", "object": "?whom" }] }',
})
const OIL = [EXAMPLE, 'state:IR', 'state:KP', '--via', 'supplies', '--item', 'commodity:oil']
const edges = (svg: string) => svg.match(/class="statecraft-edge"/g)?.length ?? 0

describe('answers on the command line', () => {
  it('are drawn in one picture', async () => {
    const { code, stdout, stderr } = await statecraft(['path', ...OIL, '--svg'])
    expect([code, stderr, stdout.slice(0, 4)]).toEqual([0, '', '<svg'])
    // Row 32 of the example: Iran to Russia, and Russia to North Korea; and the direct way, if there is one.
    expect(stdout).toContain('supplies oil')
    expect(stdout).toContain('predicted')
    expect(edges(stdout)).toBeGreaterThanOrEqual(2)
  })

  it('are written to a file, complete or not at all', async () => {
    const file = at('oil.svg')
    const { code, stdout } = await statecraft(['path', ...OIL, '--svg', '-o', file])
    expect([code, stdout]).toEqual([0, ''])
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s)
    const lines = at('oil.txt')
    await statecraft(['path', ...OIL, '--output', lines])
    expect(readFileSync(lines, 'utf8')).toMatch(/^Iran ─supplies oil→ Russia ─supplies oil→ North Korea {6}/)
    const none = at('none.svg')
    const failed = await statecraft(['path', EXAMPLE, 'state:XX', 'state:KP', '--svg', '-o', none])
    expect([failed.code, existsSync(none)]).toEqual([2, false])
  })

  it('are a document with the picture and a table', async () => {
    const { stdout } = await statecraft(['match', at('sample.jsonl'), at('query.json'), '--html'])
    expect(stdout).toMatch(/^<!doctype html>.*<meta charset="utf-8">.*<svg.*<table>.*<th [^>]*>whom<\/th>/s)
    expect(stdout).toContain('<title>2 matches</title>')
  })

  it('are a page of what they rest on', async () => {
    const { code, stdout } = await statecraft(['path', ...OIL, '--page'])
    expect(code).toBe(0)
    expect(stdout.slice(0, 15)).toBe('<!doctype html>')
    expect(stdout).toContain('supplies oil')
    expect(stdout.includes('"condemns"')).toBe(false)
  })

  it('show what stands around an entity, in its order, as many as are asked for, and say how many more', async () => {
    const lines = (await statecraft(['neighbours', EXAMPLE, 'state:KP'])).stdout.trim().split('\n').length
    const all = await statecraft(['neighbours', EXAMPLE, 'state:KP', '--svg'])
    expect(all.stderr).toBe(`… and ${lines - 20} more\n`)
    const some = await statecraft(['neighbours', EXAMPLE, 'state:KP', '--svg', '--limit', '3'])
    expect(edges(some.stdout)).toBe(3)
    expect(some.stderr).toBe('… cut short by limit: there may be more\n')
  })

  it('are not called none where they were not searched for', async () => {
    const unsearched = await statecraft(['path', ...OIL, '--budget', '0', '--svg'])
    expect(unsearched.stdout).toContain('cut short by budget')
    expect(unsearched.stderr).toBe('… cut short by budget: there may be more\n')
  })

  it('stop where they are interrupted, and leave no file', async () => {
    const file = at('all.html')
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 300)
    const interrupted = statecraft(
      [
        'path',
        at('clique.jsonl'),
        'state:S0',
        'state:S1',
        '--max-steps',
        '9',
        '--page',
        '--limit',
        '9999999',
        '-o',
        file,
      ],
      '',
      stop.signal,
    )
    expect((await interrupted).code).not.toBe(0)
    expect(existsSync(file)).toBe(false)
  })

  it('speak the language that is asked for', async () => {
    const { stdout } = await statecraft(['path', ...OIL, '--svg', '--lang', 'ar'])
    expect(stdout).toContain('كوريا الشمالية')
  })

  it('say so where there are none', async () => {
    const { code, stdout, stderr } = await statecraft(['path', ...OIL, '--status', 'asserted', '--svg'])
    expect([code, edges(stdout), stderr]).toEqual([0, 0, 'no path of at most 4 steps found\n'])
  })

  it('have one form at a time', async () => {
    const { code, stderr } = await statecraft(['path', ...OIL, '--svg', '--page'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/--svg.*cannot be used with.*--page|--page.*cannot be used with.*--svg/)
  })
})

describe('statecraft page', () => {
  it('makes one file of a graph, or of a view of it', async () => {
    const file = at('graph.html')
    const { code, stdout } = await statecraft(['page', EXAMPLE, '-o', file, '--title', 'Tehran & Pyongyang'])
    expect([code, stdout]).toEqual([0, ''])
    const html = readFileSync(file, 'utf8')
    expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toMatch(/^Tehran &(amp|#38); Pyongyang$/)
    expect(html).toContain('person:daniel-pinkston')
    const asserted = await statecraft(['page', EXAMPLE, '--status', 'asserted'])
    expect(asserted.stdout).toContain('person:daniel-pinkston')
    expect(asserted.stdout.length).toBeLessThan(html.length)
  })
})
