import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as Rdf from '@rdfjs/types'
import jsonld from 'jsonld'
import { Parser } from 'n3'
import oxigraph from 'oxigraph'
import { createGraph } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { RDF_FORMATS, type RdfFormat, serialize, toQuads } from 'statecraft/rdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** Independent readers agree on what the worked example says in RDF: the same quads, term by term. */

const lines = readFileSync(new URL('../../examples/tehran-pyongyang/graph.jsonl', import.meta.url), 'utf8')
const load = (text: string) => {
  const kg = createGraph()
  kg.load(readJsonl(text))
  return kg
}
const kg = load(lines)
const write = (format: RdfFormat, from = kg) => [...serialize(from, { format })].join('')

const required = process.env.STATECRAFT_PARTS === 'required'
const rapper = spawnSync('rapper', ['--version']).status === 0
const python = ['python3', '/usr/bin/python3'].find(
  (path) => spawnSync(path, ['-c', 'import rdflib']).status === 0,
)
if (!rapper && !required) console.log('skipped: rapper (Debian raptor2-utils) is not installed')
if (!python && !required) console.log('skipped: rdflib (Debian python3-rdflib) is not installed')

/** What a format is called by others; null where they do not read it. */
const NAMES = {
  turtle: { media: 'text/turtle', rapper: 'turtle', rdflib: 'turtle' },
  trig: { media: 'application/trig', rapper: 'trig', rdflib: 'trig' },
  ntriples: { media: 'application/n-triples', rapper: 'ntriples', rdflib: 'nt' },
  nquads: { media: 'application/n-quads', rapper: 'nquads', rdflib: 'nquads' },
  jsonld: { media: 'application/ld+json', rapper: null, rdflib: 'json-ld' },
} as const satisfies Record<RdfFormat, object>

type Term = readonly [kind: string, value: string, language?: string, datatype?: string]
const STRING = 'http://www.w3.org/2001/XMLSchema#string'
const JSON_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON'

/** One line a quad, in order: no blank node is among them, so the set of them is the canonical one. */
function canonical(quads: Iterable<readonly [Term, Term, Term, string]>): string[] {
  return [...new Set([...quads].map((quad) => JSON.stringify(quad)))].sort()
}

function termOf(term: Rdf.Term): Term {
  if (term.termType !== 'Literal') return [term.termType, term.value]
  // Readers may write language tags in lower case; JSON may have other white space.
  const value = term.datatype.value === JSON_TYPE ? JSON.stringify(JSON.parse(term.value)) : term.value
  const language = (term.language ?? '').toLowerCase() // JSON-LD's processor leaves it out where there is none
  return ['Literal', value, language, language ? '' : (term.datatype?.value ?? STRING)]
}

const ofRdfJs = (quads: Iterable<Rdf.BaseQuad>) =>
  canonical(
    [...quads].map(
      ({ subject, predicate, object, graph }) =>
        [termOf(subject), termOf(predicate), termOf(object), graph.value] as const,
    ),
  )

const hasGraphs = (format: RdfFormat) => format === 'trig' || format === 'nquads'
const expected = (format: RdfFormat) => ofRdfJs(toQuads(kg, { graphs: hasGraphs(format) }))

let folder: string
const fileOf = (format: RdfFormat) => join(folder, `graph.${format}`)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'statecraft-readers-'))
  for (const format of RDF_FORMATS) writeFileSync(fileOf(format), write(format))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(RDF_FORMATS)('%s', (format) => {
  const quads = expected(format)

  test('says more than a thousand things, without a blank node', () => {
    expect(quads.length).toBeGreaterThan(1000)
    expect(quads.filter((quad) => quad.includes('BlankNode'))).toEqual([])
  })

  test.skipIf(format === 'jsonld')('is read by n3 as just these quads', () => {
    expect(ofRdfJs(new Parser({ format: NAMES[format].media }).parse(write(format)))).toEqual(quads)
  })

  test('is read by oxigraph as just these quads', () => {
    const read = oxigraph.parse(write(format), { format: NAMES[format].media })
    expect(ofRdfJs(read as unknown as Rdf.Quad[])).toEqual(quads) // its own RDF/JS types
  })

  test.runIf(format === 'jsonld')('is read by jsonld as just these quads', async () => {
    const read = await jsonld.toRDF(JSON.parse(write(format)))
    expect(ofRdfJs(read as unknown as Rdf.Quad[])).toEqual(quads) // plain data, with the fields of RDF/JS terms
  })

  test.skipIf(NAMES[format].rapper === null || (!rapper && !required))(
    'is read by raptor as just these quads',
    () => {
      const name = String(NAMES[format].rapper)
      const read = execFileSync('rapper', ['-q', '-i', name, '-o', 'nquads', fileOf(format)], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      })
      expect(ofRdfJs(new Parser({ format: 'application/n-quads' }).parse(read))).toEqual(quads)
    },
  )
})

test.skipIf(!python && !required)('are read by rdflib as just these quads, all five', () => {
  const script = fileURLToPath(new URL('read_with_rdflib.py', import.meta.url))
  const files = RDF_FORMATS.flatMap((format) => [fileOf(format), NAMES[format].rdflib])
  const read = JSON.parse(
    execFileSync(python ?? 'python3', [script, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 }),
  ) as Record<string, [Term, Term, Term, string][]>
  for (const format of RDF_FORMATS)
    expect(canonical(read[fileOf(format)] ?? []), format).toEqual(expected(format))
})

test.each(RDF_FORMATS)('%s is the same bytes again, and from shuffled records', (format) => {
  const text = write(format)
  expect(write(format)).toBe(text)
  const [header, ...records] = lines.trimEnd().split('\n')
  const shuffled = [...records]
    .sort((a, b) => (a.slice(-9) + a.length < b.slice(-9) + b.length ? -1 : 1))
    .reverse()
  expect(shuffled).not.toEqual(records)
  expect(write(format, load([header, ...shuffled].join('\n')))).toBe(text)
})
