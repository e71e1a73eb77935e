import { readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020'
import fc from 'fast-check'
import { core, defineOntology, extendOntology } from 'statecraft'
import { type JsonSchema, toJsonSchema } from 'statecraft/jsonl'
import { recordSchema } from 'statecraft/zod'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { TEXT } from '../../src/jsonl/schema/patterns'
import { stringProblem } from '../../src/model/text'
import { entity, mutated, statement } from '../zod/generators'

const RUNS = Number(process.env.STATECRAFT_RUNS ?? 250)

/** A validator apart from this library; of `edtf` it knows no more than the name. */
function compiled(schema: JsonSchema) {
  const ajv = new Ajv({
    strict: true,
    strictRequired: false, // what is required is not always described in the same place
    allowUnionTypes: true,
    ownProperties: true,
    allErrors: true,
    formats: { edtf: () => true },
    code: { optimize: false }, // quicker to compile
  })
  return ajv.compile(schema)
}

const schema = toJsonSchema(core)
const byJsonSchema = compiled(schema)
const byZod = recordSchema(core)
/** Whether each of the two takes a record. */
const verdicts = (record: unknown) => ({ json: byJsonSchema(record), zod: byZod.safeParse(record).success })
const both = (verdict: boolean) => ({ json: verdict, zod: verdict })

const kp = { type: 'State', id: 'state:KP', label: { en: 'North Korea', ko: '조선' } }
const supply = {
  relation: 'supplies',
  subject: 'state:KP',
  object: 'state:IR',
  item: 'technology:nuclear',
  claims: [{ stance: 'asserts', by: 'person:daniel-pinkston', source: 'source:elaph-2024', at: '§14' }],
}
const sanctions = { relation: 'sanctions', subject: 'state:US', object: 'state:KP' }
const claim = (fields: object) => ({ ...supply, claims: [{ stance: 'asserts', ...fields }] })

describe('the schema takes, as a reader does,', () => {
  it.each<[string, unknown]>([
    ['an entity', kp],
    ['a plain string as a text', { ...kp, label: 'x', description: '' }],
    [
      'null for what is absent',
      { ...kp, names: null, aliases: null, identifiers: null, existed: null, foo: null },
    ],
    [
      'names in all their forms',
      { ...kp, names: ['DPRK', { text: 'y', lang: 'ko', script: 'Latn', kind: 'former' }] },
    ],
    ['one name instead of a list', { ...kp, names: { text: 'y', lang: null, script: null, kind: null } }],
    ['aliases by language', { ...kp, aliases: { en: ['N. Korea', 'DPRK'], 'zh-hans': '朝鲜', und: null } }],
    [
      'identifiers as a map',
      { ...kp, identifiers: { iso2: 'KP', cow: [731, '731'], 'x-mine': 'a', m49: 408 } },
    ],
    ['a scheme that is none, of which nothing is said', { ...kp, identifiers: { iso4: null, iso5: [] } }],
    [
      'identifiers as a list',
      { ...kp, identifiers: [{ scheme: 'tax', value: 1, country: 'KP', when: '2001/2011', valid: false }] },
    ],
    ['addresses', { ...kp, addresses: ['', { city: 'Pyongyang', country: null }] }],
    ['a single value where several may stand', { ...kp, existed: '1948-09-09/..', sameAs: 'wikidata:Q423' }],
    ['several', { ...kp, existed: ['1948', '19XX'], sources: ['source:a', 'iri:https://example.org/a?b#c'] }],
    ['any foreign data', { ...kp, extra: { rank: [1, { deep: null }] } }],
    ['an unnamed actor', { type: 'Person', id: 'person:x', unnamed: true, sameAs: null }],
    ['an unnamed actor with an empty label', { type: 'Person', id: 'person:x', unnamed: true, label: {} }],
    ['an ancestor beside its descendant', { ...kp, type: ['Jurisdiction', 'State', 'Actor'] }],
    [
      'two types with the fields of both',
      { type: ['Official', 'Expert'], id: 'p:x', label: 'X', expertise: 'y', born: '1950~' },
    ],
    ['a state that is also a territory', { ...kp, type: ['State', 'Territory'] }],
    ['a point', { type: 'Place', id: 'place:x', label: 'x', point: { lat: -90, lon: 125.7, name: 'x' } }],
    [
      'a URL in capitals',
      { type: 'Article', id: 'source:x', label: 'x', url: 'HTTPS://example.org/é', language: 'EN-us' },
    ],
    ['a statement', supply],
    ['what is derived, whatever it is', { ...supply, id: 5, status: [], ...claim({ id: {} }) }],
    [
      'details at the top',
      { ...supply, when: '2024-21', reason: { en: 'x' }, stage: 'delivered', quantity: 5 },
    ],
    ['details on a claim', claim({ when: '[..2024-05]', note: 'x', stage: null, value: 1e300 })],
    [
      'a claim in full',
      claim({
        via: 'a:b',
        said: '2024',
        withdrawn: '2025-01-01',
        likelihood: 'likely',
        confidence: 0.5,
        credibility: 6,
        method: 'derived',
        extra: {},
      }),
    ],
    ['a range for a likelihood', claim({ likelihood: [0, 49.5] })],
    ['an occurrence and a ref', { ...supply, occurrence: '', ref: 'zeile-1_ä.朝' }],
    [
      'a share as a number',
      { relation: 'owns', subject: 'a:b', object: 'c:d', claims: [{ stance: 'asserts', share: 25 }] },
    ],
    [
      'a share as a range',
      { relation: 'owns', subject: 'a:b', object: 'c:d', share: [25, 49.9], claims: [{ stance: 'denies' }] },
    ],
    ['a denial without what is required', { ...sanctions, claims: [{ stance: 'denies' }] }],
    [
      'what is required on the claim',
      { ...sanctions, claims: [{ stance: 'asserts', measures: 'travel-ban' }] },
    ],
    [
      'what is required at the top',
      { ...sanctions, measures: ['travel-ban'], claims: [{ stance: 'asserts' }, { stance: 'alleges' }] },
    ],
    [
      'a reference to a statement',
      {
        relation: 'accuses',
        subject: 'a:b',
        object: 'c:d',
        of: `stmt:${'a'.repeat(26)}`,
        claims: [{ stance: 'asserts' }],
      },
    ],
    ['an id at the limit of its length', { ...kp, id: `x:${'a'.repeat(512)}` }],
  ])('%s', (_, record) => {
    expect(verdicts(record)).toEqual(both(true))
  })
})

describe('the schema refuses, as a reader does,', () => {
  it.each<[string, unknown]>([
    ['what is no object', 'x'],
    ['a list', []],
    ['null', null],
    ['an object that says neither what it is nor what it states', {}],
    ['a type that there is not', { ...kp, type: 'Sate' }],
    ['a type that objects inherit', { ...kp, type: 'constructor' }],
    ['no type among none', { ...kp, type: [] }],
    ['a list of types in a list', { ...kp, type: [['State']] }],
    ['types that nothing is of at once', { ...kp, type: ['State', 'Vessel'] }],
    ['subtypes that are disjoint', { ...kp, type: ['Person', 'State'] }],
    ['types in conflict among three', { ...kp, type: ['Jurisdiction', 'Actor', 'Company'] }],
    ['a field of another type', { ...kp, founded: '1948' }],
    [
      'a field of one type where it is of another',
      { type: 'Official', id: 'p:x', label: 'X', expertise: 'y' },
    ],
    ['a key that objects inherit', { ...kp, constructor: 1 }],
    [
      'a key that is a prototype',
      JSON.parse('{"type":"State","id":"state:KP","label":"x","__proto__":{"a":1}}'),
    ],
    ['no label', { ...kp, label: null }],
    ['no text in the label', { ...kp, label: {} }],
    ['a label in no language', { ...kp, label: { e: 'x' } }],
    ['a label that is a list', { ...kp, label: ['x'] }],
    ['a text with a control character', { ...kp, label: 'x\u0000' }],
    ['a text with half a character', { ...kp, label: { en: '\ud800' } }],
    ['a text with a noncharacter', { ...kp, description: '\u{1ffff}' }],
    ['a language of which nothing is said', { ...kp, label: { en: null } }],
    ['a date that is none', { ...kp, existed: ['1948', '1948-13'] }],
    ['a month with too many days', { ...kp, existed: '1948-04-31' }],
    ['null in a list', { ...kp, existed: [null] }],
    ['a date as a number', { ...kp, existed: 1948 }],
    ['no id', { type: 'State', label: 'x' }],
    ['null for an id', { ...kp, id: null }],
    ['an id without a prefix', { ...kp, id: 'North Korea' }],
    ['an id with a reserved prefix', { ...kp, id: 'stmt:x' }],
    ['an id with nothing after its prefix', { ...kp, id: 'state:' }],
    ['an id that is too long', { ...kp, id: `x:${'a'.repeat(513)}` }],
    ['an id with a line end', { ...kp, id: 'state:KP\n' }],
    ['an IRI that is not absolute', { ...kp, id: 'iri:foo' }],
    ['an IRI without a host', { ...kp, id: 'iri:http:// x' }],
    ['an IRI that is derived here', { ...kp, id: 'iri:https://w3id.org/statecraft/id/stmt/x' }],
    ['a scheme that there is not', { ...kp, identifiers: { iso4: 'KP' } }],
    ['an identifier of another form', { ...kp, identifiers: { iso2: 'kp' } }],
    ['the same in a list', { ...kp, identifiers: [{ scheme: 'iso2', value: 'kp' }] }],
    ['a number of too few digits', { ...kp, identifiers: { m49: 8 } }],
    ['an empty identifier', { ...kp, identifiers: { tax: '' } }],
    [
      'a part of an identifier that there is not',
      { ...kp, identifiers: [{ scheme: 'tax', value: '1', x: null }] },
    ],
    ['an empty address', { ...kp, addresses: [{ city: null }] }],
    ['a part of an address that there is not', { ...kp, addresses: [{ city: 'x', planet: 'y' }] }],
    ['a kind of name that there is not', { ...kp, names: [{ text: 'x', kind: 'old' }] }],
    ['a name without a text', { ...kp, names: [{ lang: 'en' }] }],
    ['a script that is none', { ...kp, names: { text: 'x', script: 'latin' } }],
    ['aliases in no language', { ...kp, aliases: { '!': null } }],
    ['an unnamed actor that is merged', { ...kp, unnamed: true, sameAs: [] }],
    ['extra that is no object', { ...kp, extra: [] }],
    ['unnamed that is neither true nor false', { ...kp, unnamed: 'yes' }],
    ['a point beyond the poles', { type: 'Place', id: 'place:x', label: 'x', point: { lat: 91, lon: 0 } }],
    ['a URL of another scheme', { type: 'Article', id: 'source:x', label: 'x', url: 'ftp://example.org/' }],
    ['a URL with a blank', { type: 'Article', id: 'source:x', label: 'x', url: 'https://a b' }],
    ['a relation that there is not', { ...supply, relation: 'suplies' }],
    [
      'a key that objects inherit, on a statement',
      { ...sanctions, constructor: 1, claims: [{ stance: 'denies' }] },
    ],
    ['a key that objects inherit, on a claim', claim({ toString: 1 })],
    ['null for a relation', { ...kp, relation: null }],
    ['a qualifier that there is not', { ...supply, itm: 'technology:x' }],
    ['a qualifier of another relation', { ...supply, standing: 'member' }],
    ['several values where one is taken', { ...supply, item: ['technology:x'] }],
    ['a value that is not on the list', { ...supply, stage: 'deliverd' }],
    ['a currency in small letters', { ...supply, currency: 'usd' }],
    ['null for an end', { ...supply, object: null }],
    ['a type beside a relation', { ...supply, type: 'State' }],
    ['nobody who claims it', { ...supply, claims: [] }],
    ['claims that are no list', { ...supply, claims: { stance: 'asserts' } }],
    ['a claim that is none', { ...supply, claims: ['x'] }],
    ['a claim without a stance', { ...supply, claims: [{ by: 'a:b' }] }],
    ['a stance that is null', claim({ stance: null })],
    ['a qualifier on a claim', claim({ item: 'a:b' })],
    ['a bad detail on a claim', claim({ when: '2024-13' })],
    ['a likelihood in other words', claim({ likelihood: 'maybe' })],
    ['a likelihood above certainty', claim({ likelihood: 101 })],
    ['a confidence in percent', claim({ confidence: 50 })],
    ['half a grade of credibility', claim({ credibility: 1.5 })],
    ['an occurrence that is too long', { ...supply, occurrence: 'x'.repeat(257) }],
    ['a ref with a blank', { ...supply, ref: 'row 12' }],
    [
      'a reference to no statement',
      { relation: 'accuses', subject: 'a:b', object: 'c:d', of: 'stmt:x', claims: [{ stance: 'asserts' }] },
    ],
    [
      'a claim without what is required',
      { ...sanctions, claims: [{ stance: 'denies' }, { stance: 'asserts' }] },
    ],
    [
      'a claim with nothing of what is required',
      { ...sanctions, measures: null, claims: [{ stance: 'asserts', measures: [] }] },
    ],
  ])('%s', (_, record) => {
    expect(verdicts(record)).toEqual(both(false))
  })
})

/** A record as a file has it: JSON knows no infinite numbers. */
const asJson = (record: object): unknown => JSON.parse(JSON.stringify(record))

/** What stands at a place of a record. */
function at(record: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    record,
  )
}

const CALENDAR =
  /ends before it starts|cannot be counted|has \d\d days, not \d\d|^no day fits|^the year 0 has no sign/

/** Whether an issue is of a kind that JSON Schema cannot express, as `toJsonSchema` lists them. */
function isBeyondJsonSchema(record: unknown, issue: z.core.$ZodIssue): boolean {
  const code = 'params' in issue ? issue.params?.code : undefined
  const value = at(record, issue.path)
  if (code === 'bad-date') return CALENDAR.test(issue.message)
  if (code === 'bad-text') return issue.message.startsWith('there are two texts in')
  if (code === 'bad-id') return issue.message.startsWith('the id is not in Unicode normal form C')
  if (code !== 'bad-value' || !Array.isArray(value)) return false
  const isRange = issue.message.startsWith('a range is') || issue.message.startsWith('a likelihood is')
  const [low, high, ...more]: readonly unknown[] = value
  return isRange && more.length === 0 && Number(high) >= 0 && Number(high) < Number(low) && Number(low) <= 100
}

describe('what JSON Schema cannot express', () => {
  it.each<[string, unknown]>([
    ['29 February', { ...kp, existed: '2023-02-29' }],
    ['a day that fits no X', { ...kp, existed: 'X9X3-02-29' }],
    ['an end before a start', { ...kp, existed: '2024/2023' }],
    ['a year 0 with a sign', { ...kp, existed: '-0000' }],
    ['a day too far from now', { ...kp, existed: 'Y-17E7' }],
    ['a range that ends before it starts', claim({ likelihood: [20, 10] })],
    ['a language under two spellings', { ...kp, label: { 'en-us': 'x', 'en-US': 'y' } }],
    ['an id that is not in normal form C', { ...kp, id: 'x:a\u0308' }],
  ])('is taken here and refused there: %s', (_, record) => {
    expect(byJsonSchema(record)).toBe(true)
    const issues = byZod.safeParse(record).error?.issues ?? []
    expect(issues.map((issue) => isBeyondJsonSchema(record, issue))).toEqual([true])
  })
})

describe('the schema and zod', () => {
  it('take records as they should be, and refuse those that lack something', () => {
    let taken = 0
    fc.assert(
      fc.property(fc.oneof(entity, statement), (record) => {
        const { json, zod } = verdicts(record)
        expect(json).toBe(zod)
        if (zod) taken++
      }),
      { numRuns: RUNS },
    )
    expect(taken).toBeGreaterThan(RUNS / 4)
  })

  it('agree about records that something happened to', () => {
    const tally = { taken: 0, refused: 0 }
    fc.assert(
      fc.property(mutated.map(asJson), (record) => {
        const issues = byZod.safeParse(record).error?.issues ?? []
        tally[issues.length === 0 ? 'taken' : 'refused']++
        const isTaken = byJsonSchema(record)
        if (issues.length === 0) expect(isTaken).toBe(true)
        // What is beyond it may hide what is not: 2024-02-30 is no day, and has more than February ever has.
        if (issues.some((issue) => !isBeyondJsonSchema(record, issue))) expect(isTaken).toBe(false)
      }),
      { numRuns: 3 * RUNS },
    )
    // Neither verdict is rare, or the property would say little.
    expect(Math.min(tally.taken, tally.refused)).toBeGreaterThan(RUNS / 4)
  })
})

describe('the schema', () => {
  it('takes the records of the example', () => {
    const [, ...lines] = readFileSync('examples/tehran-pyongyang/graph.jsonl', 'utf8').trim().split('\n')
    expect(lines.length).toBeGreaterThan(100)
    for (const line of lines) expect(byJsonSchema(JSON.parse(line)), line).toBe(true)
  })

  it('defines every type, relation and list under its name, in the words of the ontology', () => {
    const { types, relations, lists } = core.definition
    const names = [types, relations, lists].flatMap((part) => Object.keys(part))
    expect(Object.keys(schema.$defs ?? {})).toEqual(expect.arrayContaining(names))
    expect(schema.$defs?.ArmedGroup).toEqual({
      title: 'armed group',
      description: 'an armed organisation that is no force of a state: rebels, militias, terrorists',
      type: 'object',
      $ref: '#/$defs/Organization',
    })
    expect(schema.$defs?.supplies).toMatchObject({
      title: 'supplies',
      description: relations.supplies.definition,
      properties: { item: { title: 'item', $ref: '#/$defs/id' } },
    })
    expect(schema.$defs?.supplyStage?.enum).toEqual([...Object.keys(lists.supplyStage.values), null])
  })

  it('is the same JSON each time, and has the name and version it is given', () => {
    expect(JSON.stringify(toJsonSchema(core))).toBe(JSON.stringify(schema))
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
    expect(schema).not.toHaveProperty('$id')
    const named = toJsonSchema(core, { id: 'https://example.org/records', version: '1.2.3' })
    expect(named).toMatchObject({ $id: 'https://example.org/records', $comment: 'version 1.2.3' })
  })

  it('says where a record is wrong, and no more than that', () => {
    const errorsOf = (record: unknown) => {
      byJsonSchema(record)
      const found = byJsonSchema.errors ?? []
      return found
        .filter(({ keyword }) => keyword !== 'if')
        .map((error) => [error.instancePath, error.message])
    }
    expect(errorsOf({ ...kp, foo: 1 })).toEqual([['/foo', 'must be null']])
    expect(errorsOf({ ...sanctions, claims: [{ stance: 'asserts' }] })).toEqual([
      ['/claims/0', "must have required property 'measures'"],
    ])
    expect(errorsOf({ ...kp, type: ['State', 'Vessel'] })[0]).toEqual([
      '/type/1',
      'must be equal to one of the allowed values',
    ])
    expect(errorsOf(claim({ method: 'guess' }))).toEqual([
      ['/claims/0/method', 'must be equal to one of the allowed values'],
    ])
  })

  it('tells a text character by character as a reader does', () => {
    const pattern = new RegExp(TEXT, 'u')
    const differing = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => {
      const character = String.fromCodePoint(code)
      return pattern.test(character) !== (stringProblem(character) === undefined)
    })
    expect(differing).toEqual([])
  })
})

describe('values that have a grammar of their own', () => {
  it('are languages where Intl takes them, unless something is there twice', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'en',
        'EN',
        'Latn',
        '419',
        'u',
        't',
        'x',
        'a',
        '0',
        'ca',
        'm0',
        'rozaj',
        '1994',
        'd0',
        'abcdefghi',
      ),
      fc.stringMatching(/^[a-z0-9]{1,8}$/),
    )
    const tag = fc
      .tuple(fc.constantFrom('en', 'ZH', 'cmn', 'x', 'abcd'), fc.array(piece, { maxLength: 4 }))
      .map(([first, pieces]) => [first, ...pieces].join('-'))
    const tally = { taken: 0, refused: 0 }
    fc.assert(
      fc.property(
        fc.oneof({ weight: 9, arbitrary: tag }, fc.constantFrom('', 'en-', 'en_US', 'i-klingon')),
        (tag) => {
          const record = { type: 'Article', id: 'source:x', label: 'x', language: tag }
          const { json, zod } = verdicts(record)
          tally[zod ? 'taken' : 'refused']++
          if (zod) expect(json).toBe(true)
          const pieces = tag.toLowerCase().split('-')
          if (!zod && new Set(pieces).size === pieces.length) expect(json).toBe(false)
        },
      ),
      { numRuns: 2 * RUNS },
    )
    expect(Math.min(tally.taken, tally.refused)).toBeGreaterThan(RUNS / 20)
  })

  it('are ids where a reader takes them, unless they are not in normal form C', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'iri:',
        'https:',
        'urn:',
        '//',
        '/',
        'example.org',
        '[::1]',
        '@',
        ':8',
        '?',
        '#',
        '%C3',
        '%',
        ':',
      ),
      fc.constantFrom(
        'state:',
        'stmt:',
        'a-1:',
        'A:',
        'x',
        'é',
        '朝',
        '\u{1f600}',
        '\u200d',
        '\u200e',
        '\u2028',
        '\ue000',
        ' ',
        '"',
      ),
      fc.constantFrom('https://w3id.org/statecraft/id/', 'claim/', 'state/'),
    )
    const id = fc
      .tuple(
        fc.constantFrom('', 'state:', 'iri:', 'iri:https://', 'iri:urn:'),
        fc.array(piece, { maxLength: 5 }),
      )
      .map(([start, pieces]) => start + pieces.join(''))
      .filter((id) => id.normalize('NFC') === id)
    const tally = { taken: 0, refused: 0 }
    fc.assert(
      fc.property(id, (id) => {
        const { json, zod } = verdicts({ ...kp, id })
        expect(json).toBe(zod)
        tally[zod ? 'taken' : 'refused']++
      }),
      { numRuns: 2 * RUNS },
    )
    expect(Math.min(tally.taken, tally.refused)).toBeGreaterThan(RUNS / 10)
  })
})

describe('an ontology of one’s own', () => {
  it('has a schema with what an extension adds', () => {
    const mine = extendOntology(core, {
      lists: {
        berth: {
          definition: 'where a ship lies',
          values: { constructor: { definition: 'x' }, '1': { definition: 'y' } },
        },
      },
      properties: { berth: { kind: 'choice', list: 'berth', definition: 'where it lies' } },
      types: {
        Port: {
          extends: 'Place',
          definition: 'where ships load and unload',
          fields: { berth: { many: true } },
        },
      },
      relations: {
        callsAt: { from: ['Vessel'], to: ['Port'], definition: 'puts in at', details: { berth: {} } },
      },
    })
    const takes = compiled(toJsonSchema(mine))
    const port = { type: 'Port', id: 'port:nampo', label: 'Nampo', point: { lat: 38.7, lon: 125.4 } }
    const call = {
      relation: 'callsAt',
      subject: 'imo:1',
      object: 'port:nampo',
      claims: [{ stance: 'asserts' }],
    }
    expect(takes({ ...port, berth: ['constructor', '1'] })).toBe(true)
    expect(takes({ ...port, berth: 'toString' })).toBe(false)
    expect(takes({ ...call, berth: '1' })).toBe(true)
    expect(takes({ ...call, berth: 1 })).toBe(false)
    expect(takes(kp)).toBe(true)
    expect(byJsonSchema(port)).toBe(false)
  })

  it('may use the names of definitions for its relations and lists', () => {
    const odd = defineOntology({
      iri: 'https://example.org/odd#',
      vocabularies: {},
      lists: {
        date: { definition: 'a fruit', values: { medjool: { definition: 'a large one' } } },
        text: { definition: 'a list that is empty', values: {} },
      },
      properties: {
        fruit: { kind: 'choice', list: 'date', definition: 'which' },
        nothing: { kind: 'choice', list: 'text', definition: 'none' },
        when: { kind: 'date', definition: 'when' },
      },
      types: { Thing: { definition: 'anything', fields: { fruit: {}, when: {}, nothing: {} } } },
      everyRelation: { defining: {}, details: { when: {} } },
      relations: {
        entity: { from: ['Thing'], to: ['Thing'], definition: 'speaks to' },
        date: { from: ['Thing'], to: ['Thing'], definition: 'goes out with', details: { fruit: {} } },
      },
    })
    const takes = compiled(toJsonSchema(odd))
    const thing = { type: 'Thing', id: 'a:b', label: 'x' }
    const date = { relation: 'date', subject: 'a:b', object: 'a:c', claims: [{ stance: 'asserts' }] }
    expect(takes({ ...thing, fruit: 'medjool', when: '2024', nothing: null })).toBe(true)
    expect(takes({ ...thing, nothing: 'x' })).toBe(false)
    expect(takes({ ...thing, when: 'medjool' })).toBe(false)
    expect(takes({ ...date, fruit: 'medjool', when: '2024' })).toBe(true)
    expect(takes({ ...date, relation: 'entity' })).toBe(true)
    expect(takes({ ...date, relation: 'entity', fruit: 'medjool' })).toBe(false)
    expect(takes({ ...date, fruit: '2024' })).toBe(false)
  })

  it('may have types that use one field in different ways: the last of the most special ones counts', () => {
    const fields = defineOntology({
      iri: 'https://example.org/fields#',
      vocabularies: {},
      lists: {
        one: { definition: 'x', values: { a: { definition: 'x' } } },
        two: { definition: 'x', values: { b: { definition: 'x' } } },
      },
      properties: { kind: { kind: 'choice', list: 'one', definition: 'which' } },
      types: {
        Root: { definition: 'x', fields: { kind: {} } },
        Alpha: { extends: 'Root', definition: 'x', fields: { kind: { list: 'two', many: true } } },
        Beta: { extends: 'Root', definition: 'x' },
        Gamma: { extends: 'Root', definition: 'x', fields: { kind: { list: 'two' } } },
      },
      everyRelation: { defining: {}, details: {} },
      relations: {},
    })
    const takes = compiled(toJsonSchema(fields))
    const zod = recordSchema(fields)
    const of = (type: string | string[], kind: unknown) => ({ type, id: 'a:b', label: 'x', kind })
    const rows: [type: string | string[], kind: unknown, verdict: boolean][] = [
      ['Root', 'a', true],
      ['Root', 'b', false],
      ['Alpha', ['b'], true],
      ['Alpha', 'a', false],
      [['Root', 'Alpha'], ['b'], true],
      [['Root', 'Beta'], 'a', true],
      [['Beta', 'Alpha'], ['b'], false],
      [['Beta', 'Alpha'], 'a', true],
      [['Alpha', 'Beta', 'Gamma'], 'b', true],
      [['Alpha', 'Gamma'], ['b'], false],
    ]
    const found = rows.map(([type, kind]) => [type, kind, takes(of(type, kind))])
    expect(found).toEqual(rows)
    expect(rows.map(([type, kind]) => [type, kind, zod.safeParse(of(type, kind)).success])).toEqual(rows)
    expect(takes({ relation: 'any', subject: 'a:b', object: 'a:b', claims: [{ stance: 'asserts' }] })).toBe(
      false,
    )
  })
})
