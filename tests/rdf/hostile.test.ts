import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { type Core, createGraph, type Graph } from 'statecraft'
import { serialize, toNTriples, toQuads, toTurtle, writeRecords } from 'statecraft/rdf'
import { describe, expect, test } from 'vitest'
import { isIri } from '../../src/model/iri'
import { inLanguage, iri, literal } from '../../src/rdf/terms'
import { by, entity, graphOf, source, statement, states } from '../records'
import { FORMATS, line, n3Lines, oxigraphLines } from './parse'

/** Both parsers must read all four formats as exactly the quads that were meant. */
function expectExact(kg: Graph<Core>): void {
  for (const format of FORMATS) {
    const text = [...serialize(kg, { format })].join('')
    const quads = [...toQuads(kg, { graphs: format === 'trig' || format === 'nquads' })]
    const expected = [...new Set(quads.map(line))].sort()
    expect(n3Lines(text, format), `${format}, n3`).toEqual(expected)
    expect(oxigraphLines(text, format), `${format}, oxigraph`).toEqual(expected)
    expect(expected.some((one) => one.includes('BlankNode'))).toBe(false)
    expect([...serialize(kg, { format })].join('')).toBe(text)
  }
}

const IDS = [
  'source:a%3E%20%3Chttp:',
  "person:o'brien",
  'person:(x);y,z=1&*!$@+',
  'person:a/b//c/',
  'person:a:b:c',
  'person:.a.',
  'person:a..b',
  'person:-a',
  'person:~',
  'person:%41',
  'person:김정은',
  'person:😀',
  'person:a😀.b',
  'urn:isbn',
  'http:x',
  'iri:urn:isbn:123',
  'iri:http://example.org/?q=1&r=a#frag/?',
  'iri:http://[2001:db8::1]:80/x',
  'iri:https://w3id.org/statecraft/id/person/',
  'iri:sc:supplies',
  'iri:state:KP',
  'iri:stmt:x',
  'iri:mailto:a@b.c',
  'rdf:x',
  'prov:x',
  'x--1:y',
]
const TEXTS = [
  'a "quoted" text',
  "it's",
  '"""',
  "'''",
  'ends in a quote"',
  'back\\slash \\" \\n \\u0041',
  'line\nline\r\nline\ttab',
  'كوريا الشمالية ‏(‪x‬)',
  '😀 𐍈 \u{1f1f0}\u{1f1f5}',
  '<http://x> . <a> <b> <c> .',
  '@prefix x: <y> .',
  '"@en',
  '"^^<http://x>',
  '\u007f\u0085\u2028\ufeff',
  '',
  ' ',
  '--ltr',
]

describe('hostile input', () => {
  test('in ids is written so that both parsers read it back', () => {
    const kg = createGraph()
    kg.load(IDS.flatMap((id) => entity('Person', id)))
    kg.load(
      IDS.slice(1).map((id, i) => ({
        ...statement('', 'rivals', '', [by(id, 'asserts')]),
        subject: id,
        object: IDS[i],
      })),
    )
    expectExact(kg)
    const subjects = new Set([...toQuads(kg)].map(({ subject }) => subject.value))
    for (const id of IDS) expect(subjects).toContain(kg.prefixes.iri(id))
  })

  test('that looks like a prefixed name is not taken for one', () => {
    const kg = graphOf(states('KP'), entity('Person', 'iri:state:KP'))
    expect(toTurtle(kg)).toContain('\n<state:KP> a sc:Person;')
    expect(toTurtle(kg)).toContain('\n<https://w3id.org/statecraft/id/state/KP> a sc:State;')
  })

  test('in texts is written so that both parsers read it back', () => {
    const texts = Object.fromEntries(TEXTS.map((text, i) => [`x-t${i}`.replace('x-', 'en-x-'), text]))
    const kg = graphOf(
      entity('Expert', 'person:x', {
        description: texts,
        names: TEXTS.map((text) => ({ text, kind: 'weak' })),
      }),
      states('A', 'B'),
      source('s', '2024'),
      statement(
        'A',
        'rivals',
        'B',
        TEXTS.map((at) => by('person:x', 'asserts', { at, source: 'source:s', note: at })),
        {
          occurrence: TEXTS[0],
        },
      ),
    )
    expectExact(kg)
    const values = new Set([...toQuads(kg)].map(({ object }) => object.value))
    for (const text of TEXTS) expect(values).toContain(text)
  })

  test('in prefixes and namespaces is written so that both parsers read it back', () => {
    const kg = createGraph(undefined, {
      prefixes: {
        skos: 'http://www.w3.org/2004/02/skos/core#',
        prov: 'https://example.org/prov/',
        w: 'http://www.w3.org/2002/',
        q: "https://example.org/it's(a)?x=",
        urn: 'urn:x:',
      },
    })
    kg.load(
      ['skos:altLabel', 'prov:a', 'w:07/owl', 'w:x', 'q:a', 'q:a/b', 'urn:a', 'iri:urn:y'].map((id) =>
        entity('Person', id),
      ),
    )
    expectExact(kg)
    expect(toTurtle(kg)).not.toContain('@prefix prov: <https://example.org/prov/>')
  })

  test('of very many prefixes does not declare them all', () => {
    const kg = graphOf(Array.from({ length: 300 }, (_, i) => entity('Person', `p${i}:x`)))
    expect(toTurtle(kg).match(/@prefix/g)).toHaveLength(256)
    expectExact(kg)
  })

  test.each([
    'iri:https://example.org/a#b#c',
    'iri:https://example.org/a[0]',
    'iri:https://[::::]/',
    'iri:https://w3id.org/statecraft/id/stmt/abc',
    'iri:https://w3id.org/statecraft/id/claim/abc',
    'iri:https://w3id.org/statecraft/id/name/abc',
  ])('%s is no IRI of an entity: bad-id', (id) => {
    const kg = createGraph()
    kg.load([entity('Person', id)])
    // Either the graph did not take it, or the export refuses it.
    if (kg.entity(id)) expect(() => toTurtle(kg)).toThrow(/^bad-id: /)
    else expect(toTurtle(kg)).toBe('')
  })

  test.each([
    'a b',
    'http://x/<',
    'http://x/>',
    'http://x/"',
    'http://x/\\u003e',
    'http://x/{',
    'http://x/\n',
    'x',
    '',
    'http://x/%4',
    'http://x/\ud800',
    'http://x/\ufffe',
  ])('%j cannot be made an IRI', (text) => expect(() => iri(text)).toThrow(/^bad-id: /))

  test.each(['\0', 'a\ud800b', '\udc00', '\u0001', '\uffff', '\u{1fffe}'])(
    '%j cannot be made a literal',
    (text) => {
      expect(() => literal(text)).toThrow(/^bad-text: /)
      expect(() => inLanguage(text, 'en')).toThrow(/^bad-text: /)
    },
  )

  test('cannot be made a language tag', () => {
    for (const tag of ['', 'en us', 'en--ltr', 'en . <a>', '-en'])
      expect(() => inLanguage('x', tag)).toThrow(/^bad-text: /)
  })

  test('in foreign fields that no literal can hold is escaped', () => {
    const extra = { a: '\0\ud800\ufffe\u{1ffff}\ufdd0', '\uffff': 1 }
    const kg = graphOf(entity('Person', 'person:x', { extra }))
    expectExact(kg)
    const json =
      [...toQuads(kg)].find(({ predicate }) => predicate.value.endsWith('#extra'))?.object.value ?? ''
    expect(JSON.parse(json)).toEqual(extra)
  })
})

describe('isIri', () => {
  const pieces = fc.constantFrom(..."/?#[]:@%41.-_~!$&'()*+,;=aZ09é😀".match(/%41|./gu)!, '//', '[::1]', '%')
  test('lets nothing through that oxigraph refuses', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = `s:${parts.join('')}`
        fc.pre(isIri(text))
        expect(oxigraphLines(`<${text}> <urn:a:b> <${text}> .`, 'ntriples')).toHaveLength(1)
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    'https://example.org',
    'https://example.org/a/b?c=d#e',
    'urn:isbn:123',
    'mailto:a@b.c',
    'http://user:pw@[2001:db8::7]:8080/~x',
    'https://例え.jp/é',
    'x:',
  ])('takes %s', (text) => expect(isIri(text)).toBe(true))
})

describe('any graph', () => {
  const safe = fc
    .string({ unit: 'grapheme-composite', maxLength: 20 })
    .map((text) => text.normalize('NFC').replace(/[\p{Cc}\p{Cs}\p{Cn}\p{Co}]/gu, ''))
  const local = fc.oneof(
    fc
      .string({ unit: fc.constantFrom(..."abZ019-._~!$&'()*+,;=:@/"), minLength: 1, maxLength: 12 })
      .filter((text) => text.length > 0),
    fc.constantFrom('%3E', 'é', '金正恩', '😀'),
  )
  const ids = fc
    .tuple(fc.constantFrom('person', 'x', 'urn', 'rdf', 'sc2'), local)
    .map(([p, l]) => `${p}:${l}`)
  const languages = fc.constantFrom('en', 'zh-Hans', 'ar', 'und', 'sr-Latn-RS', 'de-1996')

  test('survives both parsers exactly, in all formats', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id: ids, text: safe, language: languages, other: safe }), {
          minLength: 1,
          maxLength: 4,
          selector: ({ id }) => id,
        }),
        (people) => {
          const kg = createGraph()
          kg.load(
            people.map(({ id, text, language, other }) => ({
              type: 'Expert',
              id,
              label: { [language]: text },
              names: [{ text: other, lang: language, kind: 'former', script: 'Latn' }],
              extra: { [other]: text },
            })),
          )
          kg.load(
            people.map(({ id, text }) => ({
              relation: 'associateOf',
              subject: id,
              object: people[0]?.id,
              occurrence: text,
              claims: [{ stance: 'asserts', by: id, at: text, note: text }],
            })),
          )
          expectExact(kg)
          const turtle = toTurtle(kg)
          const labels = people.map(({ id, text, language }) => {
            const label =
              language === 'und' ? '^^http://www.w3.org/2001/XMLSchema#string' : `@${language.toLowerCase()}`
            const predicate = 'NamedNode http://www.w3.org/2000/01/rdf-schema#label'
            return `NamedNode ${kg.prefixes.iri(id)} ${predicate} ${JSON.stringify(text)}${label} DefaultGraph `
          })
          expect(n3Lines(turtle, 'turtle')).toEqual(expect.arrayContaining(labels))
          expect(oxigraphLines(turtle, 'turtle')).toEqual(expect.arrayContaining(labels))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('gives the same bytes whatever the order of its records', () => {
    const lines = readFileSync('examples/tehran-pyongyang/graph.jsonl', 'utf8').trim().split('\n')
    const records = lines.slice(1).map((text) => JSON.parse(text) as object)
    const write = (all: object[]) => {
      const kg = createGraph(undefined, { source: 'source:editors' })
      kg.load(all)
      return FORMATS.map((format) => [...serialize(kg, { format })].join(''))
    }
    const expected = write(records)
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        expect(write(shuffled)).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })

  test('as large as the example is read by both parsers', () => {
    const lines = readFileSync('examples/tehran-pyongyang/graph.jsonl', 'utf8').trim().split('\n')
    const kg = createGraph(undefined, { source: 'source:editors' })
    kg.load(lines.slice(1).map((text) => JSON.parse(text) as object))
    expectExact(kg)
    expect(toNTriples(kg).split('\n').length).toBeGreaterThan(1000)
  })
})

test('a record that cannot be written does not stop a stream', async () => {
  const issues: string[] = []
  const records = [
    entity('Person', 'iri:https://w3id.org/statecraft/id/stmt/x'),
    entity('Person', 'person:x'),
  ]
  let text = ''
  for await (const piece of writeRecords(records, {
    format: 'turtle',
    report: ({ code }) => issues.push(code),
  })) {
    text += piece
  }
  expect(issues).toEqual(['bad-id'])
  expect(n3Lines(text, 'turtle')).toHaveLength(2)
})
