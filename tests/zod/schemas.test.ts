import fc from 'fast-check'
import { entitySchema, recordSchema, statementSchema } from 'statecraft/zod'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { z } from 'zod'
import { PrefixMap } from '../../src/model/id'
import type { Issue } from '../../src/model/issue'
import { core } from '../../src/ontology/core'
import { extendOntology } from '../../src/ontology/extend'
import { RecordReader } from '../../src/ontology/reader'
import { entity, mutated, statement } from './generators'

/** What a reader has to say of a record, but that nobody answers for a claim. */
function read(record: unknown): Issue[] {
  const issues: Issue[] = []
  const report = (found: Issue) => {
    if (found.code !== 'unattributed') issues.push(found)
  }
  new RecordReader(core, { prefixes: new PrefixMap(), report }).read(record)
  return issues
}

/** What a schema has to say: code, place, message. */
function refusals(schema: z.ZodType, record: unknown): [code: unknown, path: string, message: string][] {
  return (schema.safeParse(record).error?.issues ?? []).map((issue) => [
    'params' in issue ? issue.params?.code : undefined,
    issue.path.join('.'),
    issue.message,
  ])
}

const anything = recordSchema(core)
const kp = { type: 'State', id: 'state:KP', label: { en: 'North Korea', ko: '조선' } }
const supply = {
  relation: 'supplies',
  subject: 'state:KP',
  object: 'state:IR',
  item: 'technology:nuclear',
  claims: [{ stance: 'asserts', by: 'person:daniel-pinkston', source: 'source:elaph-2024', at: '§14' }],
}

describe('the schema of a type', () => {
  it('takes its entities, with inherited fields', () => {
    const company = entitySchema(core, 'Company')
    const record = { type: 'Company', id: 'company:komid', label: 'KOMID', founded: '19XX', dissolved: null }
    expect(company.parse(record)).toEqual(record)
    expect(company.safeParse({ ...record, type: ['Organization', 'Company'] }).success).toBe(true)
  })

  it('takes what every entity may have', () => {
    const record = {
      ...kp,
      names: ['DPRK', { text: 'Chosŏn', lang: 'ko', script: 'Latn', kind: 'former' }],
      aliases: { en: ['N. Korea', 'DPRK'], ko: '북한' },
      identifiers: { iso2: 'KP', cow: [731], 'x-mine': 'a' },
      addresses: ['Pyongyang', { city: 'Pyongyang', country: 'KP' }],
      description: { en: 'a state' },
      existed: ['1948-09-09/..'],
      sameAs: 'wikidata:Q423',
      sources: ['source:elaph-2024'],
      extra: { rank: [1, { deep: null }] },
    }
    expect(refusals(anything, record)).toEqual([])
    const passport = { scheme: 'passport', value: '1', country: 'KP', when: '2001/2011', valid: false }
    expect(refusals(anything, { ...kp, identifiers: [passport] })).toEqual([])
  })

  it.each([
    ['a date that does not exist', { existed: ['1948', '1948-02-30'] }, 'bad-date', 'existed.1'],
    ['a field of another type', { founded: '1948' }, 'unknown-field', 'founded'],
    ['no label', { label: null }, 'missing-field', 'label'],
    ['no text in the label', { label: {} }, 'missing-field', 'label'],
    ['a bad language', { label: { english: 'x', e: 'x' } }, 'bad-text', 'label.e'],
    ['a bad id', { id: 'North Korea' }, 'bad-id', 'id'],
    ['no id', { id: undefined }, 'bad-id', 'id'],
    ['a scheme that there is not', { identifiers: { iso4: 'KP' } }, 'bad-value', 'identifiers.iso4'],
    ['an identifier of another form', { identifiers: { iso2: 'kp' } }, 'bad-value', 'identifiers.iso2'],
    ['an empty address', { addresses: [{ city: null }] }, 'bad-value', 'addresses.0'],
    [
      'a kind of name that there is not',
      { names: [{ text: 'x', kind: 'old' }] },
      'bad-value',
      'names.0.kind',
    ],
    ['an unnamed actor that is merged', { unnamed: true, sameAs: 'state:X' }, 'bad-value', 'sameAs'],
    ['foreign data that is no JSON', { extra: { size: Number.NaN } }, 'bad-value', 'extra.size'],
  ])('refuses %s', (_, change, code, path) => {
    const record = { ...kp, ...change }
    expect(refusals(entitySchema(core, 'State'), record)).toMatchObject([[code, path, expect.any(String)]])
    expect(refusals(anything, record)).toEqual(refusals(entitySchema(core, 'State'), record))
    expect(read(record).map((issue) => issue.code)).toEqual([code])
  })

  it.each([
    ['extra that is no object', { extra: 'x' }, 'extra'],
    ['unnamed that is neither true nor false', { unnamed: 'yes' }, 'unnamed'],
    ['a part of a name that there is not', { names: [{ text: 'x', kidn: 'alias' }] }, 'names.0.kidn'],
    [
      'valid that is no boolean',
      { identifiers: [{ scheme: 'tax', value: '1', valid: 'no' }] },
      'identifiers.0.valid',
    ],
    ['a language in a list', { names: [{ text: 'x', lang: ['en', 'fr'] }] }, 'names.0.lang'],
    [
      'a part of an address that there is not',
      { addresses: [{ city: 'x', planet: 'y' }] },
      'addresses.0.planet',
    ],
  ])('and the reader leave nothing out without a word: %s', (_, change, path) => {
    expect(refusals(anything, { ...kp, ...change }).map((refusal) => refusal[1])).toEqual([path])
    expect(read({ ...kp, ...change }).map((issue) => issue.path?.join('.'))).toEqual([path])
  })

  it('tells all that is wrong at once', () => {
    const record = { ...kp, id: 'KP', existed: 1948, founded: '1948', label: {} }
    expect(
      refusals(entitySchema(core, 'State'), record)
        .map(([code]) => code)
        .sort(),
    ).toEqual(['bad-date', 'bad-id', 'missing-field', 'unknown-field'])
  })

  it('refuses entities of other types', () => {
    const state = entitySchema(core, 'State')
    expect(refusals(state, { ...kp, type: 'Territory' })).toEqual([
      ['unknown-type', 'type', 'the type is not State'],
    ])
    expect(refusals(state, { ...kp, type: 'Sate' })).toEqual([
      ['unknown-type', 'type', "there is no type 'Sate' (did you mean State?)"],
    ])
    expect(refusals(state, 'state:KP')).toEqual([['bad-json', '', 'State is an object, not a string']])
  })

  it('can be of several types at once, with the fields of all', () => {
    const person = entitySchema(core, ['Expert', 'Official'])
    const record = {
      type: ['Official', 'Expert'],
      id: 'person:x',
      label: 'X',
      born: '1950~',
      expertise: 'missiles',
    }
    expect(person.safeParse(record).success).toBe(true)
    expect(person.safeParse({ ...record, type: 'Expert' }).success).toBe(false)
    expect(() => entitySchema(core, ['State', 'Vessel'])).toThrow('nothing is a State and a Vessel at once')
    // @ts-expect-error `State` is spelled otherwise
    expect(() => entitySchema(core, 'Sate')).toThrow('did you mean State?')
  })

  it('knows what an extension adds', () => {
    const mine = extendOntology(core, { types: { Territory: { fields: { existed: { many: true } } } } })
    const crimea = { type: 'Territory', id: 'territory:crimea', label: 'Crimea', existed: '1991/' }
    expect(recordSchema(core).safeParse(crimea).success).toBe(false)
    expect(recordSchema(mine as unknown as typeof core).safeParse(crimea).success).toBe(true)
  })
})

describe('the schema of a relation', () => {
  const schema = statementSchema(core, 'supplies')
  const sanctions = { relation: 'sanctions', subject: 'state:US', object: 'state:KP' }

  it('takes its statements, and returns them as they are', () => {
    expect(schema.parse(supply)).toEqual(supply)
    const canonical = { ...supply, occurrence: '', id: 'stmt:x', ref: 's1', status: { level: 'asserted' } }
    expect(schema.safeParse(canonical).success).toBe(true)
  })

  it.each([
    ['an unknown qualifier', { itm: 'technology:x' }, 'unknown-field', 'itm'],
    ['several values where one is taken', { item: ['technology:x'] }, 'bad-value', 'item'],
    ['a value that is not on the list', { stage: 'deliverd' }, 'bad-value', 'stage'],
    ['no object', { object: null }, 'bad-id', 'object'],
    ['nobody who claims it', { claims: [] }, 'no-claims', 'claims'],
    ['claims that are no list', { claims: 'x' }, 'bad-value', 'claims'],
    ['a claim that is none', { claims: ['x'] }, 'bad-value', 'claims.0'],
    ['a claim without a stance', { claims: [{ by: 'a:b' }] }, 'bad-value', 'claims.0.stance'],
    [
      'a qualifier on a claim',
      { claims: [{ stance: 'asserts', item: 'a:b' }] },
      'unknown-field',
      'claims.0.item',
    ],
    [
      'a bad detail on a claim',
      { claims: [{ stance: 'denies', when: '2024-13' }] },
      'bad-date',
      'claims.0.when',
    ],
    [
      'a likelihood in other words',
      { claims: [{ stance: 'predicts', likelihood: 'maybe' }] },
      'bad-value',
      'claims.0.likelihood',
    ],
  ])('refuses %s', (_, change, code, path) => {
    const found = refusals(schema, { ...supply, ...change })
    expect(found[0]).toEqual([code, path, expect.any(String)])
    expect(read({ ...supply, ...change }).map((issue) => issue.code)).toContain(code)
  })

  it('asks for what is required on each claim but a denial, there or at the top', () => {
    const asks = (record: object) => refusals(statementSchema(core, 'sanctions'), { ...sanctions, ...record })
    const missing = ['missing-field', 'claims.0.measures', 'sanctions without `measures`']
    expect(asks({ claims: [{ stance: 'asserts' }] })).toEqual([missing])
    expect(asks({ claims: [{ stance: 'asserts', measures: [] }] })).toEqual([missing])
    expect(asks({ claims: [{ stance: 'denies' }] })).toEqual([])
    expect(asks({ claims: [{ stance: 'asserts', measures: 'travel-ban' }] })).toEqual([])
    expect(
      asks({ measures: ['travel-ban'], claims: [{ stance: 'asserts' }, { stance: 'alleges' }] }),
    ).toEqual([])
  })

  it('says what would do', () => {
    const [issue] = schema.safeParse({ ...supply, stage: 'deliverd' }).error?.issues ?? []
    expect(issue).toMatchObject({
      code: 'custom',
      path: ['stage'],
      message: "'deliverd' is no supplyStage (did you mean delivered?)",
      params: { code: 'bad-value', hint: 'did you mean delivered?' },
    })
  })
})

describe('the schema of all records', () => {
  it.each([
    [[], 'bad-json', '', 'a record is an object, not a list'],
    [{}, 'bad-json', '', 'a record has a `type` (an entity) or a `relation` (a statement)'],
    [
      { relation: 'suplies' },
      'unknown-relation',
      'relation',
      "there is no relation 'suplies' (did you mean supplies?)",
    ],
    [{ relation: 3 }, 'unknown-relation', 'relation', 'the relation is a number, not a name'],
    [{ type: [] }, 'unknown-type', 'type', 'the type is nothing, not a name'],
    [{ type: ['State', 'Vessel'] }, 'type-conflict', 'type', 'nothing is a State and a Vessel at once'],
  ])('refuses %j', (record, code, path, message) => {
    expect(refusals(anything, record)).toEqual([[code, path, message]])
    expect(read(record)[0]).toMatchObject({ code })
  })

  it('refuses keys that objects inherit', () => {
    const polluted: unknown = JSON.parse('{"type":"State","id":"state:KP","label":"x","__proto__":{"a":1}}')
    expect(read(polluted).map((issue) => issue.code)).toEqual(['unknown-field'])
    expect(refusals(anything, polluted).map(([code]) => code)).toEqual(['unknown-field'])
    expect(refusals(anything, { ...kp, constructor: 1 }).map(([code]) => code)).toEqual(['unknown-field'])
  })
})

describe('what a schema infers', () => {
  it('is a record with the fields of its type', () => {
    const schema = entitySchema(core, 'Company')
    type Company = z.infer<typeof schema>
    expectTypeOf<Company['founded']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Company['id']>().toEqualTypeOf<string>()
    expectTypeOf({ type: 'Company', id: 'a:b', label: 'x' } as const).toExtend<Company>()
    expectTypeOf({ type: 'Company', id: 'a:b', label: 'x', founded: 1948 } as const).not.toExtend<Company>()
    expectTypeOf<Company>().not.toHaveProperty('existed')
  })

  it('is a record with the qualifiers of its relation', () => {
    const schema = statementSchema(core, 'supplies')
    type Supply = z.infer<typeof schema>
    type Stage = 'offered' | 'ordered' | 'licensed' | 'delivered'
    expectTypeOf<Supply['item']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Supply['relation']>().toEqualTypeOf<'supplies'>()
    expectTypeOf<Supply['claims'][number]['stage']>().toEqualTypeOf<Stage | undefined>()
    type Sanctions = Extract<z.infer<typeof anything>, { relation: 'sanctions' }>
    expectTypeOf<Sanctions['scope']>().toEqualTypeOf<'comprehensive' | 'partial' | undefined>()
  })
})

describe('schemas and readers', () => {
  const tally = { taken: 0, refused: 0 }

  it('agree about records as they should be', () => {
    fc.assert(
      fc.property(fc.oneof(entity, statement), (record) => {
        expect(refusals(anything, record).length === 0).toBe(read(record).length === 0)
      }),
      { numRuns: 600 },
    )
  })

  it('agree about records that something happened to', () => {
    fc.assert(
      fc.property(mutated, (record) => {
        const issues = read(record)
        const found = refusals(anything, record)
        tally[issues.length === 0 ? 'taken' : 'refused']++
        expect(found.length === 0).toBe(issues.length === 0)
        for (const [code] of found) expect(code).toBeTypeOf('string')
      }),
      { numRuns: 2_000 },
    )
    // Neither verdict is rare, or the property would say little.
    expect(Math.min(tally.taken, tally.refused)).toBeGreaterThan(200)
  })
})
