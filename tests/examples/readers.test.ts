import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser } from 'n3'
import oxigraph from 'oxigraph'
import { createGraph } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { toNQuads, toNTriples, toTriG, toTurtle } from 'statecraft/rdf'
import { describe, expect, test } from 'vitest'

/** Independent readers agree on how much the worked example says. */
const lines = readFileSync(new URL('../../examples/tehran-pyongyang/graph.jsonl', import.meta.url), 'utf8')
const load = (text: string) => {
  const kg = createGraph()
  kg.load(readJsonl(text))
  return kg
}
const kg = load(lines)

const present = spawnSync('rapper', ['--version']).status === 0
const required = process.env.STATECRAFT_PARTS === 'required'
if (!present && !required) console.log('skipped: rapper (Debian raptor2-utils) is not installed')

const formats = [
  ['turtle', toTurtle, 'text/turtle', 'turtle'],
  ['trig', toTriG, 'application/trig', 'trig'],
  ['ntriples', toNTriples, 'application/n-triples', 'ntriples'],
  ['nquads', toNQuads, 'application/n-quads', 'nquads'],
] as const

describe.each(formats)('%s', (_, write, mediaType, rapperFormat) => {
  const text = write(kg)
  const quads = new Parser({ format: mediaType }).parse(text)

  test('is read by n3 and oxigraph to the same number of quads, with no blank node', () => {
    const store = new oxigraph.Store()
    store.load(text, { format: mediaType })
    expect(store.size).toBe(quads.length)
    expect(quads.length).toBeGreaterThan(1000)
    expect(
      quads.filter((quad) => [quad.subject, quad.object].some((term) => term.termType === 'BlankNode')),
    ).toEqual([])
  })

  test.skipIf(!present && !required)('is read by raptor to the same number', () => {
    const folder = mkdtempSync(join(tmpdir(), 'statecraft-rapper-'))
    try {
      const path = join(folder, 'graph')
      writeFileSync(path, text)
      const out = execFileSync('rapper', ['-q', '-i', rapperFormat, '-o', 'nquads', path], {
        encoding: 'utf8',
      })
      expect(out.trimEnd().split('\n')).toHaveLength(quads.length)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('is the same bytes again, and from shuffled records', () => {
    expect(write(kg)).toBe(text)
    const [header, ...records] = lines.trimEnd().split('\n')
    const shuffled = [...records]
      .sort((a, b) => (a.slice(-9) + a.length < b.slice(-9) + b.length ? -1 : 1))
      .reverse()
    expect(shuffled).not.toEqual(records)
    expect(write(load([header, ...shuffled].join('\n')))).toBe(text)
  })
})
