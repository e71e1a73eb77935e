import { EventEmitter } from 'node:events'
import { writeFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { gzipSync } from 'node:zlib'
import { DataFactory, Parser } from 'n3'
import { createGraph, ISSUE_CODES, type Issue } from 'statecraft'
import {
  type ReadJsonLdOptions,
  type ReadTextOptions,
  readJsonLd,
  readQuads,
  readRdf,
  type TextFormat,
  toTriG,
  toTurtle,
} from 'statecraft/rdf'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { statecraft, useFolder } from '../cli/run'
import { by, entity, graphOf, source, statement, states } from '../records'

/*
 * RDF that means harm, or is broken: nothing throws, what is fine is kept, what is not is told, and nothing says more than
 * it did.
 */

const PREFIXES = `
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix sc: <https://w3id.org/statecraft/ns#> .
@prefix scp: <https://w3id.org/statecraft/ns/statement#> .
@prefix scs: <https://w3id.org/statecraft/ns/object#> .
@prefix state: <https://w3id.org/statecraft/id/state/> .
@prefix stmt: <https://w3id.org/statecraft/id/stmt/> .
@prefix : <http://example.org/> .
`
const PERSON = '<http://xmlns.com/foaf/0.1/Person>'
const TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'

type Raw = { readonly [field: string]: unknown }
type Found = { readonly records: Raw[]; readonly issues: readonly Issue[] }

/** Every issue can be told to people. */
function expectTold(issues: readonly Issue[]): void {
  for (const { code, severity, message } of issues) {
    expect(ISSUE_CODES).toHaveProperty(code)
    expect(severity).toBe(ISSUE_CODES[code][0])
    expect(message).not.toBe('')
    expect(message.length).toBeLessThan(1000)
  }
}

function parse(text: string | Uint8Array | Iterable<string | Uint8Array>, options: ReadTextOptions): Found {
  const found = readRdf(text, options)
  const records = [...found] as Raw[]
  expectTold(found.issues)
  return { records, issues: found.issues }
}

const read = (turtle: string, options: Partial<ReadTextOptions> = {}) =>
  parse(PREFIXES + turtle, { format: 'turtle', ...options })

/** What a graph takes of it: the ids of entities, statements in short, and codes of what was wrong. */
function load(turtle: string, options: Partial<ReadTextOptions> = {}) {
  const kg = createGraph()
  const { issues } = kg.load(readRdf(PREFIXES + turtle, { format: 'turtle', ...options }))
  expectTold(issues)
  return {
    kg,
    issues,
    codes: issues.map(({ code }) => code),
    ids: [...kg.entities()].map(({ id }) => id).sort(),
    statements: [...kg.view({ status: LEVELS }).statements()].map(
      ({ subject, relation, object, status }) => `${subject} ${relation} ${object} ${status.level}`,
    ),
  }
}

async function readLd(
  document: Parameters<typeof readJsonLd>[0],
  options?: ReadJsonLdOptions,
): Promise<Found> {
  const found = readJsonLd(document, options)
  const records: Raw[] = []
  for await (const record of found) records.push(record as Raw) // as it stands there
  expectTold(found.issues)
  return { records, issues: found.issues }
}

const LEVELS = ['asserted', 'alleged', 'announced', 'predicted', 'denied'] as const
const codes = ({ issues }: Found) => issues.map(({ code }) => code)
const idsOf = ({ records }: Found) => records.flatMap(({ id }) => (id === undefined ? [] : [id]))
const statementsOf = ({ records }: Found) => records.filter(({ relation }) => relation !== undefined)

/** Runs something that has to be done soon: quadratic work on these inputs takes minutes. */
function soon<T>(run: () => T, milliseconds = 5000): T {
  const start = performance.now()
  const result = run()
  expect(performance.now() - start).toBeLessThan(milliseconds)
  return result
}

const cut = (text: string, size: number) =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size))

const OWN_KEYS = Object.getOwnPropertyNames(Object.prototype)

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(OWN_KEYS)
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

describe('IRIs', () => {
  test.each([
    ['a space', 'http://example.org/a b'],
    ['an angle bracket', 'http://example.org/a>b'],
    ['an escaped angle bracket', 'http://example.org/\\u003e'],
    ['a quote', 'http://example.org/"'],
    ['a line end', 'http://example.org/\n'],
    ['NUL', 'http://example.org/\0'],
    ['an escaped NUL', 'http://example.org/\\u0000'],
  ])('with %s end the reading of Turtle, and what came before is kept', (_, iri) => {
    const { ids, issues } = load(`:ok a foaf:Person ; foaf:name "OK" .
      <${iri}> a foaf:Person ; foaf:name "X" . :after a foaf:Person ; foaf:name "Y" .`)
    expect(ids).toEqual(['iri:http://example.org/ok'])
    expect(issues).toMatchObject([{ code: 'bad-rdf' }])
    expect(issues[0]?.line).toBeGreaterThan(PREFIXES.split('\n').length - 1)
  })

  test.each([
    ['a bad percent-encoding', 'http://example.org/%zz'],
    ['a lone surrogate', 'http://example.org/\ud800'],
    ['a bidirectional override', 'http://example.org/\u202egro'],
    ['a private use character', 'http://example.org/\ue000'],
    ['10,000 characters under a prefix', `https://w3id.org/statecraft/id/person/${'a'.repeat(10_000)}`],
    ['no scheme', 'relative'],
    ['a name of objects', '__proto__'],
    ['another', 'constructor'],
    ['a namespace that is reserved', 'https://w3id.org/statecraft/id/claim/x'],
    ['Unicode not in normal form C', 'https://w3id.org/statecraft/id/person/e\u0301'],
  ])('with %s are no ids: the others are loaded', (_, iri) => {
    const { ids, codes } = load(
      `<${iri}> a foaf:Person ; foaf:name "X" . :ok a foaf:Person ; foaf:name "OK" .`,
    )
    expect(ids).toEqual(['iri:http://example.org/ok'])
    expect(codes.filter((code) => code !== 'bad-id')).toEqual([])
  })

  test('that are relative are made whole by a base, whatever they are called', () => {
    const { kg, ids } = load(`@base <http://example.org/> .
      <__proto__> a foaf:Person ; foaf:name "P" ; <constructor> <toString> ; <__proto__> "polluted" .`)
    expect(ids).toEqual(['iri:http://example.org/__proto__'])
    expect(kg.entity(ids[0]!)?.extra).toEqual({
      'http://example.org/__proto__': ['polluted'],
      'http://example.org/constructor': [{ '@id': 'http://example.org/toString' }],
    })
  })

  test('that look alike are not the same', () => {
    const { ids } = load(`state:KP a sc:State ; rdfs:label "North Korea" .
      <https://w3id.org/statecraft/id/state/\u041a\u0420> a sc:State ; rdfs:label "Cyrillic letters" .
      <https://w3id.org/statecraft/id/st\u0430te/KP> a sc:State ; rdfs:label "a Cyrillic a" .`)
    expect(ids).toEqual([
      'iri:https://w3id.org/statecraft/id/st\u0430te/KP',
      'state:KP',
      'state:\u041a\u0420',
    ])
  })

  test('may be predicates called like what objects have', () => {
    const { kg } =
      load(`@prefix x: <x:> . :a a foaf:Person ; foaf:name "A" ; x:__proto__ "p" ; sc:__proto__ 1 ; sc:constructor 2 ;
      sc:identifier-__proto__ "3" ; sc:identifier-constructor "4" .`)
    const { extra, identifiers } = kg.entity('iri:http://example.org/a') ?? {}
    expect(Object.keys(extra ?? {}).sort()).toEqual([
      'https://w3id.org/statecraft/ns#__proto__',
      'https://w3id.org/statecraft/ns#constructor',
      'x:__proto__',
    ])
    expect(identifiers).toBeUndefined()
  })

  test('in RDF/JS that look like blank nodes, literals or nothing are refused one by one', () => {
    const { namedNode, quad, literal } = DataFactory
    const [type, person] = [namedNode(TYPE.slice(1, -1)), namedNode(PERSON.slice(1, -1))]
    const name = namedNode('http://xmlns.com/foaf/0.1/name')
    const subjects = ['_:b0', '"x"', '', '<<x>>', ' ', 'http://example.org/ok']
    const quads = subjects.flatMap((iri) => [
      quad(namedNode(iri), type, person),
      quad(namedNode(iri), name, literal(iri)),
    ])
    const kg = createGraph()
    const { counts } = kg.load(readQuads(quads))
    expect([...kg.entities()].map(({ id, label }) => [id, label])).toEqual([
      ['iri:http://example.org/ok', { und: 'http://example.org/ok' }],
    ])
    expect(counts).toEqual({ 'bad-id': 5 })
  })
})

describe('texts', () => {
  test('that try to close their literal are texts', () => {
    const label = 'x" . state:A sc:attacks state:B . #'
    const { kg, statements } = load(`:a a foaf:Person ; foaf:name ${JSON.stringify(label)} .`)
    expect(kg.label('iri:http://example.org/a')).toBe(label)
    expect(statements).toEqual([])
  })

  test('with what no text may have are left out, and the entity is kept', () => {
    const { ids, codes } = load(
      ':a a foaf:Person ; foaf:name "a\0b" . :b a foaf:Person ; foaf:name "a\ud800" .',
    )
    expect(ids).toHaveLength(2)
    expect(codes).toEqual(['bad-text', 'missing-field', 'bad-text', 'missing-field'])
  })

  test('in languages that are none are left out, one by one', async () => {
    const names = ['__proto__', 'constructor', 'en"^^<x>', 'x y', 'en'].map((tag) => ({
      '@value': tag,
      '@language': tag,
    }))
    const kg = createGraph()
    const document = {
      '@id': 'http://example.org/a',
      '@type': PERSON.slice(1, -1),
      'http://xmlns.com/foaf/0.1/name': names,
    }
    const { counts } = await kg.load(readJsonLd(JSON.stringify(document)))
    expect(kg.entity('iri:http://example.org/a')?.label).toEqual({ en: 'en' })
    expect(Object.keys(counts)).toEqual(['bad-text'])
  })

  test('of 10 MB are read at once, in whatever pieces they come', () => {
    const long = 'x'.repeat(10_000_000)
    const turtle = `${PREFIXES}:a a foaf:Person ; foaf:name "${long}" .`
    const line = `<http://example.org/a> ${TYPE} ${PERSON} .\n<http://example.org/a> <http://xmlns.com/foaf/0.1/name> "${long}" .\n`
    for (const [format, text] of [
      ['turtle', turtle],
      ['nquads', line],
    ] as const) {
      for (const pieces of [[text], cut(text, 65_536), cut(text, 1000)]) {
        const { records, issues } = soon(() => parse(pieces, { format }))
        expect(issues).toEqual([])
        expect(JSON.stringify(records[0]?.label)).toHaveLength(10_000_000 + '{"und":""}'.length)
      }
    }
  })

  test('with line ends of any system are what they were', () => {
    const text = `${PREFIXES}:a a foaf:Person ;\n  foaf:name """a\nb""" .\n:b a foaf:Person ; foaf:name "B" .\n`
    const { records, issues } = parse(text.replaceAll('\n', '\r\n'), { format: 'turtle' })
    expect(issues).toEqual([])
    expect(records.map(({ label }) => label)).toEqual([{ und: 'a\r\nb' }, { und: 'B' }])
  })
})

describe('what is nested, shared or without end', () => {
  const DEEP = 100_000
  const person = (said: string) =>
    `:a a foaf:Person ; foaf:name "A" ; :p ${said} . :b a foaf:Person ; foaf:name "B" .`

  test.each([
    ['blank nodes', '[ :p '.repeat(DEEP), ']'.repeat(DEEP)],
    ['lists', '('.repeat(DEEP), ')'.repeat(DEEP)],
  ])('%s are kept as deep as that makes sense, and the rest is told', (_, open, close) => {
    const found = soon(() => read(person(`${open} 1 ${close}`)))
    expect(idsOf(found)).toEqual(['iri:http://example.org/a', 'iri:http://example.org/b'])
    expect(codes(found)).toEqual(['truncated'])
    const { codes: told } = load(person(`${'[ :p '.repeat(50)} 1 ${']'.repeat(50)}`))
    expect(told).toEqual(['truncated'])
  })

  test('people in people, 2000 deep, are read', () => {
    const found = soon(() =>
      read(
        `:a a foaf:Person ; org:reportsTo ${'[ a foaf:Person ; org:reportsTo '.repeat(2000)} :a ${']'.repeat(2000)} .`,
      ),
    )
    expect(new Set(idsOf(found)).size).toBe(2001)
  })

  test('triple terms end the reading, and what came before is kept', () => {
    const found = read(
      `:a a foaf:Person ; foaf:name "A" . :b :p ${'<<( :a :b '.repeat(DEEP)} 1 ${')>>'.repeat(DEEP)} .`,
    )
    expect(idsOf(found)).toEqual(['iri:http://example.org/a'])
    expect(codes(found)).toEqual(['bad-rdf'])
  })

  test('blank nodes that many share are not walked through again and again', () => {
    const links = Array.from({ length: 60 }, (_, i) => `_:b${i} :p _:b${i + 1} ; :q _:b${i + 1} .`)
    const found = soon(() => read(`${person('_:b0')} ${links.join('\n')}`))
    expect(idsOf(found)).toHaveLength(2)
    const people = links.map((link, i) => `_:b${i} a foaf:Person . ${link}`)
    expect(new Set(idsOf(soon(() => read(people.join('\n'))))).size).toBe(60)
  })

  test('blank nodes that lead back to themselves are kept once', () => {
    const { kg } = load(person('_:b . _:b :q _:c . _:c :q _:b'))
    expect(kg.entity('iri:http://example.org/a')?.extra).toEqual({
      'http://example.org/p': [{ 'http://example.org/q': [{ 'http://example.org/q': [{ '@id': '_:' }] }] }],
    })
  })

  test('lists that do not end are no lists', () => {
    const { kg, codes } =
      load(`:a a foaf:Person ; foaf:name "A" ; :cyclic _:l ; :open _:m ; :forked _:n ; :empty () ; :fine ( 1 ) .
      _:l rdf:first "x" ; rdf:rest _:l . _:m rdf:first "y" ; rdf:rest :nowhere .
      _:n rdf:first "z" ; rdf:rest () , ( "w" ) .`)
    expect(codes).toEqual([])
    const extra = kg.entity('iri:http://example.org/a')?.extra as Raw
    const said = (name: string) => JSON.stringify(extra[`http://example.org/${name}`])
    for (const name of ['cyclic', 'open', 'forked']) expect(said(name)).toContain('#first')
    expect(said('empty')).toBe('[{"@id":"http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"}]')
    expect(said('fine')).toContain('"@list":[{"@value":"1"')
  })

  test('lists that do not end, as values of a field, are read as far as they go', () => {
    const found = read(`:a a sc:Treaty ; rdfs:label "A" ; sc:obligations _:l .
      _:l rdf:first sc:obligation-defence ; rdf:rest _:m . _:m rdf:first sc:obligation-neutrality ; rdf:rest _:l .`)
    expect(found.records).toMatchObject([{ obligations: ['defence', 'neutrality'] }])
  })

  test('a triple that is repeated 100,000 times is one', () => {
    const lines = `<http://example.org/a> ${TYPE} ${PERSON} .\n`.repeat(100_000)
    expect(soon(() => parse(lines, { format: 'ntriples' })).records).toHaveLength(1)
    const { records } = soon(() =>
      parse(PREFIXES + 'state:A sc:supplies state:B .\n'.repeat(100_000), { format: 'turtle' }),
    )
    expect(records).toHaveLength(1)
  })

  test('a statement with 10,000 claims is read', () => {
    const claims = Array.from(
      { length: 10_000 },
      (_, i) => `:c${i} sc:about :s ; sc:stance sc:alleges ; sc:at "${i}" .`,
    )
    const { records } = soon(() =>
      read(`state:A scp:supplies :s . :s scs:supplies state:B . ${claims.join('\n')}`),
    )
    expect(records).toHaveLength(1)
    expect(records[0]?.claims).toHaveLength(10_000)
  })

  test('an entity that very many statements, triples and nodes hang on is read in time', () => {
    const many = <T>(one: (i: number) => T) => Array.from({ length: 5000 }, (_, i) => one(i))
    const covered = `state:A ${many((i) => `sc:supplies :b${i} ; scp:supplies :s${i}`).join(' ; ')} .
      ${many((i) => `:s${i} scs:supplies :b${i} . :c${i} sc:about :s${i} ; sc:stance sc:denies .`).join('\n')}`
    const { records } = soon(() => read(covered))
    expect(records).toHaveLength(5000)
    expect(new Set(records.flatMap(({ claims }) => (claims as Raw[]).map(({ stance }) => stance)))).toEqual(
      new Set(['denies']),
    )
    const members = many((i) => `[] a foaf:Person ; foaf:name "${i}" ; org:memberOf _:o .`).join('\n')
    const found = soon(() =>
      read(
        `_:o a foaf:Organization ; foaf:name "O" ; ${many((i) => `rdfs:label "x"@en-x-a${i}`).join(' ; ')} . ${members}`,
      ),
    )
    expect(found.records).toHaveLength(10_001)
  })
})

describe('foreign triples', () => {
  const bulk = (many: number) =>
    `:a a foaf:Person ; foaf:name "A" ; ${Array.from({ length: many }, (_, i) => `:p "${i}"`).join(' ; ')} .`
  const kept = ({ records }: Found) =>
    (records[0]?.extra as { readonly [key: string]: unknown[] } | undefined)?.['http://example.org/p']?.length

  test('are kept up to 10,000; how many more there were is told once', () => {
    const full = read(bulk(10_000))
    expect([kept(full), codes(full)]).toEqual([10_000, []])
    const over = read(bulk(10_003))
    expect([kept(over), codes(over)]).toEqual([10_000, ['truncated']])
    expect(over.issues[0]?.message).toMatch(/^3 foreign triples /)
  })

  test('are kept as far as one asks', () => {
    expect(kept(read(bulk(5), { foreign: 2 }))).toBe(2)
    expect(read(bulk(5), { foreign: 0 }).records).toEqual([
      { type: 'Person', id: 'iri:http://example.org/a', label: { und: 'A' } },
    ])
  })
})

describe('a file that ends too early', () => {
  const few = [
    ...states('A', 'B'),
    statement('A', 'supplies', 'B', [by('state:B', 'predicts', { withdrawn: '2024-06', at: 'ä' })], {
      route: 'r',
    }),
    statement('A', 'attacks', 'B', [by('state:A', 'denies')]),
  ]
  const kg = graphOf(
    few,
    entity('Person', 'person:x', { names: [{ text: 'Икс', lang: 'ru', script: 'Cyrl', kind: 'weak' }] }),
    source('s', '2024-05'),
    statement('B', 'alliedWith', 'A', [
      by('person:x', 'alleges', { source: 'source:s', likelihood: [5, 20] }),
    ]),
    statement('B', 'opposes', 'A', [by('person:x', 'asserts'), by('state:B', 'denies', { said: '2024' })]),
  )
  const direct = ['asserted', 'alleged', 'announced', 'predicted'] as const
  const byHand = `
    state:A scp:attacks _:s ; sc:attacks state:B . state:A a sc:State ; rdfs:label "A" .
    _:s scs:attacks state:B ; sc:weapon :w , :v .
    [ sc:about _:s ; sc:stance sc:denies ; prov:wasAttributedTo state:A ; sc:said "2024-05-07" ] .
    [] sc:about _:s ; sc:stance sc:alleges ; prov:wasAttributedTo :x ; sc:withdrawn "2024-06" .
    state:B scp:alliedWith [ scs:alliedWith state:A ; sc:occurrence "1" ] .`

  /** What is said of each thing: entities by id, statements by what makes them one, with their claims. */
  function saidBy(records: readonly Raw[]): Map<string, Set<string>> {
    return new Map(
      records.map(({ claims, ...rest }) =>
        claims === undefined
          ? [`entity ${rest.id}`, new Set(Object.entries(rest).map((field) => JSON.stringify(field)))]
          : [JSON.stringify(rest), new Set((claims as Raw[]).map((claim) => JSON.stringify(claim)))],
      ),
    )
  }

  test.each([
    ['Turtle', 'turtle', toTurtle(kg, { direct })],
    ['TriG', 'trig', toTriG(graphOf(few), { direct })],
    ['Turtle written by hand', 'turtle', PREFIXES + byHand],
  ] as const)('of %s, at whatever byte, says less and nothing else', (_, format, text) => {
    const bytes = new TextEncoder().encode(text)
    // Blank nodes are called by what is said of them: here only statements and claims, which have no ids.
    const whole = saidBy(parse(bytes, { format }).records)
    expect(whole.size).toBeGreaterThan(1)
    for (let end = text.lastIndexOf('@prefix'); end < bytes.length; end++) {
      const { records, issues } = parse(bytes.subarray(0, end), { format })
      const start = new TextDecoder().decode(bytes.subarray(0, end))
      const more = [...saidBy(records)].flatMap(([key, said]) =>
        [key, ...said]
          .filter((one) => one !== key && !whole.get(key)?.has(one))
          .concat(whole.has(key) ? [] : key),
      )
      expect(more, `at ${end}`).toEqual([])
      // Where a sentence ends nothing is wrong to be seen.
      const isWhole = /(?:^|[.}]|\n#[^\n]*|\. #[^\n]*)\s*$/.test(start)
      const told = issues.filter(({ code }) => code === 'bad-rdf')
      if (!isWhole) expect(told, `at ${end}: ${start.slice(-40)}`).toHaveLength(1)
      for (const { line } of told) expect(line).toBeLessThanOrEqual(start.split('\n').length)
    }
  })

  test('tells that a denial may be gone, and asserts nothing by itself', () => {
    const text = `${PREFIXES}:z sc:alliedWith :a . :a sc:alliedWith :z ; scp:alliedWith :s .
      :s scs:alliedWith :z . :c sc:about :s ; sc:stance sc:predicts .`
    const whole = parse(text, { format: 'turtle' })
    expect(statementsOf(whole)).toMatchObject([{ claims: [{ stance: 'predicts' }] }])
    // The triple stands with both of its ends, the statement with one: it may have been in what is missing.
    const found = parse(text.slice(0, text.indexOf(':a sc:alliedWith') + 5), { format: 'turtle' })
    expect(statementsOf(found)).toEqual([])
    expect(codes(found).sort()).toEqual(['bad-rdf', 'truncated'])
  })

  test('of JSON-LD gives nothing, and says where', async () => {
    const text =
      '{"@id":"http://example.org/a","@type":"http://xmlns.com/foaf/0.1/Person","http://example.org/p":["b"]}'
    for (let end = 1; end < text.length; end++) {
      const found = await readLd(text.slice(0, end))
      expect(found).toMatchObject({
        records: [],
        issues: [{ code: 'bad-json', hint: 'is the file cut short?' }],
      })
    }
  })
})

describe('bytes', () => {
  const turtle = new TextEncoder().encode(`${PREFIXES}:a a foaf:Person ; foaf:name "김" .`)
  const json = new TextEncoder().encode(
    '{"@id":"http://example.org/a","@type":"http://xmlns.com/foaf/0.1/Person"}',
  )
  const utf16 = (bytes: Uint8Array) => Buffer.from(`\ufeff${new TextDecoder().decode(bytes)}`, 'utf16le')
  const one = (bytes: Uint8Array) => Array.from(bytes, (byte) => Uint8Array.of(byte))

  test('of other encodings are refused with one word, however they are cut', async () => {
    for (const make of [utf16, gzipSync]) {
      for (const pieces of [(bytes: Uint8Array) => [bytes], one]) {
        const found = parse(pieces(make(turtle)), { format: 'turtle' })
        expect(found).toMatchObject({
          records: [],
          issues: [{ code: 'bad-encoding', hint: 'save it as UTF-8' }],
        })
        const ld = await readLd(pieces(make(json)))
        expect(ld).toMatchObject({ records: [], issues: [{ code: 'bad-encoding' }] })
      }
    }
  })

  test('after a byte order mark are read', async () => {
    const bom = Uint8Array.of(0xef, 0xbb, 0xbf)
    expect(parse(one(Buffer.concat([bom, turtle])), { format: 'turtle' }).records).toMatchObject([
      { label: { und: '김' } },
    ])
    expect((await readLd(Buffer.concat([bom, json]))).records).toHaveLength(1)
  })

  test('that are not UTF-8 are told, and the rest is read', () => {
    const bad = Buffer.concat([
      turtle,
      Buffer.from(' :b a foaf:Person ; foaf:name "x'),
      Uint8Array.of(0xff),
      Buffer.from('" .'),
    ])
    const found = parse(bad, { format: 'turtle' })
    expect(found.records.map(({ label }) => label)).toEqual([{ und: '김' }, { und: 'x\ufffd' }])
    expect(codes(found)).toEqual(['bad-encoding'])
  })

  test('that are none are no records', async () => {
    for (const format of ['turtle', 'trig', 'ntriples', 'nquads'] as TextFormat[]) {
      expect(parse('', { format })).toEqual({ records: [], issues: [] })
      expect(parse(new Uint8Array(), { format })).toEqual({ records: [], issues: [] })
    }
    expect(await readLd('')).toEqual({ records: [], issues: [] })
  })
})

describe('N-Quads with bad lines', () => {
  const good = (id: string) => `<http://example.org/${id}> ${TYPE} ${PERSON} .`
  const bad = [
    '<http://example.org/x> "y" .',
    '<a b> <c> <d> .',
    'garbage',
    `<x:${'y'.repeat(1000)}> <z`,
    '"',
    '\ud800\0',
  ]

  test('are read but for these, and each is told with its number', () => {
    const lines = bad.flatMap((line, i) => [good(`a${i}`), line])
    for (const end of ['\n', '\r\n']) {
      const text = lines.join(end)
      for (const pieces of [[text], cut(text, 7), cut(text, 100)]) {
        const found = parse(pieces, { format: 'nquads' })
        expect(idsOf(found)).toEqual(bad.map((_, i) => `iri:http://example.org/a${i}`))
        expect(found.issues.map(({ code, line }) => [code, line])).toEqual(
          bad.map((_, i) => ['bad-rdf', 2 * i + 2]),
        )
        expect(found.issues.every(({ record }) => record !== undefined && record.length <= 500)).toBe(true)
      }
    }
  })

  test('tell of blank lines, comments and a last line without end nothing', () => {
    expect(parse(`\n\n# x\n${good('a')} # y\n\n${good('b')}`, { format: 'nquads' })).toMatchObject({
      issues: [],
      records: [{}, {}],
    })
  })
})

describe('triples that are not asserted', () => {
  const ends = 'state:A a sc:State ; rdfs:label "A" . state:B a sc:State ; rdfs:label "B" .'

  test('make no statement: triple terms, reifiers, quoted triples', () => {
    const { statements } = load(`${ends} :r rdf:reifies <<( state:A sc:attacks state:B )>> ; :said "x" .
      << state:A sc:threatens state:B >> :by :y . << state:A sc:opposes state:B ~ :z >> :by :y .
      :p a foaf:Person ; foaf:name "P" ; :q <<( state:A org:memberOf state:B )>> .`)
    expect(statements).toEqual([])
  })

  test('are kept as terms where an entity speaks of them', () => {
    const { kg } = load(`${ends} state:A :denies <<( state:A sc:attacks state:B )>> .`)
    const id = (name: string) => ({ '@id': `https://w3id.org/statecraft/${name}` })
    expect(kg.entity('state:A')?.extra).toEqual({
      'http://example.org/denies': [{ '@triple': [id('id/state/A'), id('ns#attacks'), id('id/state/B')] }],
    })
  })

  test('are told apart from annotated ones, which are', () => {
    const { statements } = load(`${ends} state:A sc:rivals state:B {| :by :y |} .`)
    expect(statements).toEqual(['state:A rivals state:B asserted'])
  })

  test('as subjects in RDF/JS are told, and nothing is lost beside', () => {
    const { quad, namedNode } = DataFactory
    const fine = new Parser().parse(PREFIXES + ends)
    const [first] = fine
    const asserted = readQuads([
      quad(first as never, namedNode('http://example.org/p'), namedNode('http://example.org/o')),
      ...fine,
    ])
    expect([...asserted]).toHaveLength(2)
    expect(asserted.issues.map(({ code }) => code)).toEqual(['unknown-type'])
  })
})

describe('literals where nodes are asked', () => {
  test('are no ends, no qualifiers and no classes, whatever they say', () => {
    const { ids, statements, codes } =
      load(`state:A a sc:State ; rdfs:label "A" ; sc:attacks "state:B" ; scp:supplies :s .
      state:B a sc:State ; rdfs:label "B" . :s scs:supplies "state:B" . :c sc:about :s ; sc:stance sc:asserts .
      :x a "https://w3id.org/statecraft/ns#State" , "http://xmlns.com/foaf/0.1/Person" ; rdfs:label "X" .`)
    expect(ids).toEqual(['state:A', 'state:B'])
    expect(statements).toEqual([])
    expect(codes.sort()).toEqual(['bad-id', 'bad-id', 'unknown-type'])
  })

  test('are asked for texts: nodes are no labels', () => {
    const { records } = read(
      `:a a foaf:Person ; foaf:name <http://example.org/n>, [ :p 1 ] ; rdfs:label [] ; foaf:nick _:n .`,
    )
    expect(records).toHaveLength(1)
    expect(Object.keys(records[0]!)).toEqual(['type', 'id', 'extra'])
  })
})

describe('forged triples', () => {
  const TRUE = `state:A a sc:State ; rdfs:label "A" ; scp:attacks :s . state:B a sc:State ; rdfs:label "B" . :s scs:attacks state:B .
    :c sc:about :s ; sc:stance sc:denies ; prov:wasAttributedTo state:A .`

  test('make no part of an entity, so that it and its statements disappear', () => {
    for (const forged of [
      'state:A sc:about :s .',
      'state:A rdf:first 1 .',
      'state:A scs:attacks state:B .',
      'state:A a sc:Claim , sc:Attacks , sc:Name .',
    ]) {
      const { ids, statements } = load(`${TRUE} ${forged}`)
      expect(ids, forged).toEqual(['state:A', 'state:B'])
      expect(statements, forged).toEqual(['state:A attacks state:B denied'])
    }
  })

  test('do not choose between two stances: such a claim counts as none', () => {
    const { statements, codes } = load(`${TRUE} :c sc:stance sc:asserts .`)
    expect(statements).toEqual([])
    expect(codes).toEqual(['bad-value', 'bad-value', 'no-claims'])
  })

  test('do not make another statement of one', () => {
    for (const forged of [
      ':s scs:attacks state:A .',
      'state:B scp:attacks :s .',
      ':s sc:occurrence "1", "2" .',
      ':s sc:event :e , :f .',
    ]) {
      const { statements, codes } = load(`${TRUE} ${forged}`)
      expect(statements, forged).toEqual([])
      expect(codes.length, forged).toBeGreaterThan(0)
    }
  })

  test('of standing and bounds are not read', () => {
    const { kg, statements } = load(
      `${TRUE} :s sc:status sc:asserted ; sc:disputed false ; sc:certainFrom "1900-01-01" ; sc:possibleUntil "1900-01-02" .`,
    )
    expect(statements).toEqual(['state:A attacks state:B denied'])
    expect(JSON.stringify([...kg.statements()])).not.toContain('1900')
  })

  test('in another graph are claims beside the others, by whoever they name', () => {
    const found = parse(
      `${PREFIXES} ${TRUE} :evil { :d sc:about :s ; sc:stance sc:asserts ; prov:wasAttributedTo :evil }`,
      { format: 'trig' },
    )
    expect(statementsOf(found)).toMatchObject([
      {
        claims: [
          { stance: 'denies', by: 'state:A' },
          { stance: 'asserts', by: 'iri:http://example.org/evil' },
        ],
      },
    ])
  })

  test('that give a statement the name of another do not merge the two', () => {
    const kg = graphOf(states('A', 'B', 'C'), statement('A', 'attacks', 'B', [by('state:B', 'asserts')]))
    const [{ id } = { id: '' }] = [...kg.statements()]
    const forged = `${PREFIXES} state:C scp:accuses :t . :t scs:accuses state:A ; sc:of ${id} . :e sc:about :t ; sc:stance sc:asserts ; prov:wasAttributedTo state:C .
      state:B scp:attacks ${id} . ${id} scs:attacks state:C . :d sc:about ${id} ; sc:stance sc:asserts ; prov:wasAttributedTo state:A .`
    expect(kg.load(readRdf(forged, { format: 'turtle' })).issues).toEqual([])
    const found = [...kg.statements()]
    expect(found.find((one) => one.id === id)).toMatchObject({
      subject: 'state:A',
      object: 'state:B',
      claims: [{ by: 'state:B' }],
    })
    const attack = found.find(({ subject }) => subject === 'state:B')
    expect(attack?.id).not.toBe(id)
    // Within that file the name means what the file says it does.
    expect(found.find(({ relation }) => relation === 'accuses')).toMatchObject({ of: attack?.id })
  })

  test('by which statements speak of each other in a circle are told, and the others are kept', () => {
    const { statements, codes } =
      load(`${TRUE} state:A scp:accuses :x , :y . :x scs:accuses state:B ; sc:of :y . :y scs:accuses state:B ; sc:of :x .
      :cx sc:about :x ; sc:stance sc:asserts ; prov:wasAttributedTo state:A . :cy sc:about :y ; sc:stance sc:asserts ; prov:wasAttributedTo state:A .`)
    expect(statements).toEqual(['state:A attacks state:B denied'])
    expect(codes).toEqual(['statement-cycle', 'statement-cycle'])
  })
})

describe('prefixes of ids', () => {
  test('that cannot be are refused one by one, and the others are taken', () => {
    const found = readRdf(
      `${PREFIXES} <https://fine.example/> sc:idPrefix "fine" . <https://fine.example/x/> sc:idPrefix "inner" .
      <javascript:alert(1)> sc:idPrefix "js" . <https://p.example/> sc:idPrefix "__proto__" . <https://q.example/> sc:idPrefix "stmt" , "constructor-" , "Q" .
      <https://w3id.org/statecraft/> sc:idPrefix "all" . <https://r.example/> sc:idPrefix "fine" . [] sc:idPrefix "blank" .
      <https://fine.example/a> a foaf:Person ; foaf:name "A" .`,
      { format: 'turtle' },
    )
    const kg = createGraph()
    kg.load(found)
    expect([...kg.entities()]).toMatchObject([{ id: 'fine:a' }])
    expect(found.prefixes).toEqual({ 'constructor-': 'https://q.example/', fine: 'https://fine.example/' })
    expect(found.issues.map(({ code, path }) => [code, path?.[0]])).toEqual(
      Array(8).fill(['bad-id', 'prefixes']),
    )
  })

  test('that two files define differently are not mixed up', () => {
    const kg = createGraph()
    const file = (host: string) =>
      readRdf(
        `${PREFIXES} <https://${host}/> sc:idPrefix "p" . <https://${host}/1> a foaf:Person ; foaf:name "${host}" .`,
        { format: 'turtle' },
      )
    expect(kg.load(file('one.example')).issues).toEqual([])
    const { counts } = kg.load(file('two.example'))
    expect(kg.label('p:1')).toBe('one.example')
    expect(kg.label('iri:https://two.example/1')).toBe('two.example')
    expect(counts).toEqual({ 'bad-id': 1 })
  })

  test('cannot make an entity of the graph out of another’s', () => {
    const kg = createGraph()
    kg.load([{ type: 'State', id: 'state:KP', label: { en: 'North Korea' } }])
    const evil = `${PREFIXES} <https://evil.example/> sc:idPrefix "state" .
      <https://evil.example/KP> a sc:State ; rdfs:label "Evil"@fr .
      <https://w3id.org/statecraft/id/state/KP> a sc:State ; rdfs:label "조선"@ko .`
    const { issues } = kg.load(readRdf(evil, { format: 'turtle' }))
    expect(issues.map(({ code }) => code)).toEqual(['bad-id'])
    expect(kg.entity('state:KP')?.label).toEqual({ en: 'North Korea', ko: '조선' })
    expect(kg.entity('iri:https://evil.example/KP')?.label).toEqual({ fr: 'Evil' })
  })
})

describe('foreign data that is given as such', () => {
  test('is an object of JSON or left out, and what is foreign beside it is kept', () => {
    const json = (text: string) => `${JSON.stringify(text)}^^rdf:JSON`
    const extras = ['not json', '[1]', '1', 'null', '"x"', `${'['.repeat(1000)}${']'.repeat(1000)}`, '{']
    for (const extra of extras) {
      const { kg, codes } = load(
        `:a a foaf:Person ; foaf:name "A" ; sc:extra ${json(extra)} ; :p "q" . :b a foaf:Person ; foaf:name "B" ; sc:extra ${json(extra)} .`,
      )
      expect(kg.entity('iri:http://example.org/a')?.extra, extra).toEqual({ 'http://example.org/p': ['q'] })
      expect(kg.entity('iri:http://example.org/b')?.extra, extra).toBeUndefined()
      expect(
        codes.every((code) => code === 'bad-value'),
        extra,
      ).toBe(true)
    }
  })

  test('may be called as it likes, but not be nested without end', () => {
    const deep = `{"deep":${'['.repeat(1000)}${']'.repeat(1000)},"__proto__":{"polluted":1},"constructor":2}`
    const { kg, codes } = load(
      `:a a foaf:Person ; foaf:name "A" ; sc:extra ${JSON.stringify(deep)}^^rdf:JSON .`,
    )
    expect(Object.entries(kg.entity('iri:http://example.org/a')?.extra ?? {})).toEqual([
      ['__proto__', { polluted: 1 }],
      ['constructor', 2],
    ])
    expect(codes).toEqual(['bad-value'])
  })
})

describe('JSON-LD', () => {
  const A = {
    '@id': 'http://example.org/a',
    '@type': 'http://xmlns.com/foaf/0.1/Person',
    'http://xmlns.com/foaf/0.1/name': 'A',
  }

  describe('that names contexts', () => {
    beforeEach(() => {
      const refuse = () => {
        throw new Error('a request was made')
      }
      vi.stubGlobal('fetch', vi.fn(refuse))
      for (const module of [http, https])
        for (const name of ['request', 'get'] as const) vi.spyOn(module, name).mockImplementation(refuse)
    })
    afterEach(() => {
      expect(fetch).not.toHaveBeenCalled()
      for (const module of [http, https])
        for (const name of ['request', 'get'] as const) expect(module[name]).not.toHaveBeenCalled()
      vi.unstubAllGlobals()
      vi.restoreAllMocks()
    })
    const REMOTE = 'https://evil.example/context'

    test.each([
      ['by itself', { '@context': REMOTE, ...A }],
      ['in a list', { '@context': [{}, REMOTE], ...A }],
      ['deep inside', { ...A, 'http://example.org/p': [{ 'http://example.org/q': { '@context': REMOTE } }] }],
      ['by import', { '@context': { '@version': 1.1, '@import': REMOTE }, ...A }],
      [
        'for a property',
        { '@context': { p: { '@id': 'http://example.org/p', '@context': REMOTE } }, ...A, p: {} },
      ],
      [
        'for a property that is not there',
        { '@context': { p: { '@id': 'http://example.org/p', '@context': REMOTE } }, ...A },
      ],
      [
        'for a class',
        { '@context': { P: { '@id': 'http://example.org/P', '@context': [REMOTE] } }, ...A, '@type': 'P' },
      ],
    ])('of the network %s, is refused, and no request is made', async (_, document) => {
      const found = await readLd(JSON.stringify(document))
      expect(found.records).toEqual([])
      expect(found.issues).toMatchObject([{ code: 'bad-rdf', hint: expect.stringContaining('contexts') }])
      expect(found.issues[0]?.message).toContain(REMOTE)
    })

    test.each([
      'file:///etc/passwd',
      '__proto__',
      'constructor',
      'data:application/json,{}',
      '//evil.example',
      'relative',
    ])('%s is refused too', async (iri) => {
      const found = await readLd(JSON.stringify({ '@context': iri, ...A }), { base: 'http://example.org/' })
      expect(found).toMatchObject({ records: [], issues: [{ code: 'bad-rdf' }] })
    })

    test('that were given are used; one that names itself, or one that was not given, is refused', async () => {
      const contexts = {
        [REMOTE]: { '@context': { name: 'http://xmlns.com/foaf/0.1/name' } },
        'https://evil.example/self': { '@context': 'https://evil.example/self' },
        'https://evil.example/other': { '@context': 'https://evil.example/there' },
      }
      const { '@id': id, '@type': type } = A
      const read = (iri: string) =>
        readLd(JSON.stringify({ '@context': iri, '@id': id, '@type': type, name: 'K' }), { contexts })
      expect((await read(REMOTE)).records).toEqual([
        { type: 'Person', id: 'iri:http://example.org/a', label: { und: 'K' } },
      ])
      for (const name of ['self', 'other'])
        expect(await read(`https://evil.example/${name}`)).toMatchObject({
          records: [],
          issues: [{ code: 'bad-rdf' }],
        })
    })

    test('that are null are none', async () => {
      expect(await readLd(JSON.stringify({ '@context': null, ...A }))).toMatchObject({
        issues: [],
        records: [{ label: { und: 'A' } }],
      })
    })
  })

  test.each([
    ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"http://example.org/p":'.repeat(100_000) + 1 + '}'.repeat(100_000)],
    ['contexts', `{"@context":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['lists, as deep as may be', '['.repeat(499) + ']'.repeat(499)],
    ['objects, as deep as may be', '{"http://example.org/p":'.repeat(499) + 1 + '}'.repeat(499)],
  ])('of nested %s is refused, or read, but does not throw', async (_, text) => {
    const { records } = await readLd(text)
    expect(records).toEqual([])
  })

  test('in memory that leads back into itself is refused', async () => {
    const circle: { [key: string]: unknown } = { ...A }
    circle['http://example.org/p'] = [circle, circle]
    expect(codes(await readLd(circle))).toEqual(['bad-rdf'])
  })

  test.each(['1', 'null', '"x"', 'true', '{', 'x', '{"@id":1}', '{"@context":5}', '{"@type":{}}'])(
    '%s is no document, and told',
    async (text) => {
      const found = await readLd(text)
      expect(found.records).toEqual([])
      expect(found.issues).toHaveLength(1)
    },
  )

  test('that is a list, or holds other things than nodes, is read as far as it has any', async () => {
    expect((await readLd(JSON.stringify([null, 1, 'x', [], {}, A]))).records).toHaveLength(1)
    expect((await readLd([null, A] as object)).records).toHaveLength(1)
    expect((await readLd('[]')).records).toEqual([])
  })

  test('with keys that objects have harms nothing', async () => {
    const text = `{"@context":{"@vocab":"http://example.org/","__proto__":"http://example.org/p"},"@id":"http://example.org/a",
      "@type":"http://xmlns.com/foaf/0.1/Person","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"t","hasOwnProperty":1}`
    const { records } = await readLd(text)
    expect(Object.keys(records[0]?.extra as Raw)).toEqual(
      expect.arrayContaining(['http://example.org/constructor', 'http://example.org/toString']),
    )
  })

  test('tells what no triple can be made of, each once', async () => {
    const people = ['relative', 'http://example.org/a b'].flatMap((id) => [
      { ...A, '@id': id, unknown: 1 },
      { ...A, '@id': id },
    ])
    const found = await readLd(JSON.stringify([...people, { ...A, alias: 'B' }]))
    expect(idsOf(found)).toEqual(['iri:http://example.org/a'])
    const told = found.issues
      .map(({ code, message }) => [code, message.slice(0, message.indexOf(' is '))])
      .sort()
    expect(told).toEqual([
      ['bad-id', "'http://example.org/a b'"],
      ['bad-id', "'relative'"],
      ['bad-rdf', "'alias'"],
      ['bad-rdf', "'unknown'"],
    ])
  })
})

describe('a stream of quads', () => {
  const quads = new Parser().parse(`${PREFIXES} :a a foaf:Person . :b a foaf:Person .`)

  test('that fails midway ends with its error, not in silence', async () => {
    async function* failing() {
      yield* quads
      throw new Error('the connection was lost')
    }
    await expect(async () => {
      for await (const _ of readQuads(failing()));
    }).rejects.toThrow('the connection was lost')
    const stream = Object.assign(new EventEmitter(), { read: () => null })
    setTimeout(() => {
      stream.emit('data', quads[0])
      stream.emit('error', new Error('the connection was lost'))
    })
    await expect(createGraph().load(readQuads(stream as never))).rejects.toThrow('the connection was lost')
  })
})

describe('the command', () => {
  const at = useFolder()

  test('says where a file was cut, and keeps what came before', async () => {
    writeFileSync(at('x.ttl'), `${PREFIXES}:a a foaf:Person ; foaf:name "A" .\n:b a foaf:Person ; foaf:na`)
    const { code, stdout, stderr } = await statecraft(['validate', at('x.ttl')])
    expect(code).toBe(1)
    expect(stdout).toMatch(/line 14: bad-rdf: .*is the file cut short\?/)
    expect(stderr).toContain('1 entity, 0 statements, 0 claims, 1 record dropped')
  })

  test('asks nobody for a context', async () => {
    vi.stubGlobal('fetch', () => {
      throw new Error('a request was made')
    })
    writeFileSync(
      at('x.jsonld'),
      '{"@context":"https://contexts.example/schema","@type":"Person","name":"Kim"}',
    )
    const { code, stderr } = await statecraft(['convert', at('x.jsonld'), '--to', 'jsonl'])
    vi.unstubAllGlobals()
    expect(code).toBe(1)
    expect(stderr).toContain('https://contexts.example/schema would have to be fetched')
  })

  test('shows hostile names harmlessly', async () => {
    writeFileSync(
      at('x.nq'),
      `<http://example.org/\u202e\u001b[31m> ${TYPE} ${PERSON} .\n\u001b[2J\n<http://example.org/a> ${TYPE} ${PERSON} .\n`,
    )
    const { stdout } = await statecraft(['validate', at('x.nq')])
    expect(stdout).toMatch(/line 2: bad-rdf/)
    expect(stdout).not.toContain('\u001b')
    expect(stdout).not.toContain('\u202e')
  })
})
