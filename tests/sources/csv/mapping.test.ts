import { core, extendOntology } from 'statecraft'
import { type RawRecord, readCsv } from 'statecraft/sources'
import { describe, expect, test } from 'vitest'
import { inShort, refusal, SOURCE } from './reading'

describe('a mapping that is none', () => {
  const withRule = (rule: object) => ({ source: SOURCE, statements: [rule] })
  const visit = { relation: 'visits', subject: 'state:{a}', object: 'state:{b}' }
  const withEntity = (rule: object) => ({
    source: SOURCE,
    entities: [{ type: 'Place', id: 'place:{a}', ...rule }],
  })

  test.each<[string, unknown, string, string, RegExp]>([
    ['nothing', 7, 'bad-value', '', /object/],
    ['no source', { entities: [] }, 'bad-value', 'source', /object/],
    ['no rules', { source: SOURCE }, 'bad-value', '', /rules/],
    [
      'an unknown key',
      { source: SOURCE, statments: [] },
      'unknown-field',
      'statments',
      /did you mean statements/,
    ],
    [
      'an unknown key of the dialect',
      { source: SOURCE, dialect: { delimeter: ';' } },
      'unknown-field',
      'dialect.delimeter',
      /delimiter/,
    ],
    [
      'a source that is none',
      { source: { ...SOURCE, type: 'State' }, statements: [visit] },
      'bad-value',
      'source.type',
      /no Source/,
    ],
    [
      'a bad date of the source',
      { source: { ...SOURCE, published: 'May' }, statements: [visit] },
      'bad-date',
      'source.published',
      /./,
    ],
    [
      'a bad record',
      { source: SOURCE, records: [{ type: 'Stat' }], statements: [visit] },
      'unknown-type',
      'records.0.type',
      /State/,
    ],
    [
      'an unknown relation',
      withRule({ ...visit, relation: 'vists' }),
      'unknown-relation',
      'statements.0.relation',
      /visits/,
    ],
    ['an unknown type', withEntity({ type: 'Plce' }), 'unknown-type', 'entities.0.type', /Place/],
    ['an unknown field', withEntity({ pont: 1 }), 'unknown-field', 'entities.0.pont', /point/],
    [
      'an unknown qualifier',
      withRule({ ...visit, levl: 'x' }),
      'unknown-field',
      'statements.0.levl',
      /level/,
    ],
    [
      'an unknown field of a claim',
      withRule({ ...visit, claim: { stanc: 'asserts' } }),
      'unknown-field',
      'statements.0.claim.stanc',
      /stance/,
    ],
    [
      'an unknown constant',
      withRule({ ...visit, level: 'ministr' }),
      'bad-value',
      'statements.0.level',
      /minister/,
    ],
    [
      'an unknown stance',
      withRule({ ...visit, claim: { stance: 'assert' } }),
      'bad-value',
      'statements.0.claim.stance',
      /asserts/,
    ],
    [
      'an unknown value in a map',
      withRule({ ...visit, level: { column: 'a', map: { x: 'ministr' } } }),
      'bad-value',
      'statements.0.level.map.x',
      /minister/,
    ],
    [
      'several values in a map for one',
      withRule({ ...visit, level: { column: 'a', map: { x: ['minister', 'other'] } } }),
      'bad-value',
      'statements.0.level.map.x',
      /each/,
    ],
    [
      'an unknown step',
      withRule({ ...visit, level: { column: 'a', mapp: {} } }),
      'unknown-field',
      'statements.0.level.mapp',
      /map/,
    ],
    [
      'an unknown vocabulary',
      withRule({ ...visit, relation: 'sanctions', measures: { column: 'a', counterpart: 'gsbd' } }),
      'bad-value',
      'statements.0.measures.counterpart',
      /gsdb/,
    ],
    [
      'a vocabulary for no list',
      withEntity({ label: { column: 'a', counterpart: 'gsdb' } }),
      'bad-value',
      'entities.0.label.counterpart',
      /no list/,
    ],
    [
      'an unknown scheme',
      withRule({ ...visit, subject: { column: 'a', resolve: { scheme: 'cwo' } } }),
      'bad-value',
      'statements.0.subject.resolve.scheme',
      /cow/,
    ],
    [
      'two ends of a step',
      withRule({ ...visit, subject: { column: 'a', mint: 'x', resolve: { scheme: 'cow' } } }),
      'bad-value',
      'statements.0.subject',
      /take one/,
    ],
    [
      'a brace left open',
      withRule({ ...visit, subject: 'state:{a' }),
      'bad-value',
      'statements.0.subject',
      /\{\{/,
    ],
    [
      'no subject',
      withRule({ relation: 'visits', object: 'state:{b}' }),
      'bad-id',
      'statements.0.subject',
      /no subject/,
    ],
    ['no id', { source: SOURCE, entities: [{ type: 'Place' }] }, 'bad-id', 'entities.0.id', /no id/],
    [
      'a list for one value',
      withRule({ ...visit, level: { column: 'a', split: ';' } }),
      'bad-value',
      'statements.0.level',
      /each/,
    ],
    [
      'a list of subjects',
      withRule({ ...visit, subject: { column: 'a', split: ';' } }),
      'bad-value',
      'statements.0.subject',
      /each/,
    ],
    [
      'a date that is none',
      withRule({ ...visit, when: { yaer: 'a' } }),
      'bad-date',
      'statements.0.when',
      /year/,
    ],
    [
      'a constant date that is none',
      withRule({ ...visit, when: '1990-02-30' }),
      'bad-date',
      'statements.0.when',
      /28|1990-02/,
    ],
    [
      'a form of dates that is none',
      withRule({ ...visit, when: { column: 'a', format: 'DD/MM/YY' } }),
      'bad-value',
      'statements.0.when.format',
      /YYYY/,
    ],
    [
      'a condition that says nothing',
      withRule({ ...visit, if: { column: 'a' } }),
      'bad-value',
      'statements.0.if',
      /present/,
    ],
    [
      'a condition with numbers',
      withRule({ ...visit, if: { column: 'a', is: 1 } }),
      'bad-value',
      'statements.0.if.is',
      /texts/,
    ],
    [
      'missing with numbers',
      { source: SOURCE, dialect: { missing: [-9] }, statements: [visit] },
      'bad-value',
      'dialect.missing.0',
      /text/,
    ],
    [
      'a prefix that is none',
      withRule({ ...visit, subject: { column: 'a', mint: 'stmt' } }),
      'bad-id',
      'statements.0.subject.mint',
      /prefix/,
    ],
  ])('%s', async (_, mapping, code, path, hint) => {
    const found = await refusal(mapping)
    expect(inShort(found)).toEqual([code, path, expect.stringMatching(hint)])
  })

  test('is told with all that is wrong, not the first thing alone', async () => {
    const found = await refusal({
      source: SOURCE,
      entities: [{ type: 'Plce', id: 'x:y' }],
      statements: [{ ...visit, relation: 'vists' }],
    })
    expect(found.message).toMatch(/no type 'Plce'.*no relation 'vists'/)
  })

  test('may have hostile keys', async () => {
    const level = JSON.parse('{"column": "a", "__proto__": 1, "constructor": 2}')
    const found = await refusal(withRule({ ...visit, level }))
    expect(inShort(found).slice(0, 2)).toEqual(['unknown-field', 'statements.0.level.__proto__'])
    expect(found.message).toMatch(/'constructor' is no key/)
  })

  test('is held against the vocabulary that is given', async () => {
    const rivers = extendOntology(core, {
      relations: {
        damsUp: { from: ['Actor'], to: ['Place'], inverse: 'is dammed by', definition: 'holds back' },
      },
    })
    const mapping = { source: SOURCE, statements: [{ ...visit, relation: 'damsUp' }] }
    expect((await refusal(mapping)).code).toBe('unknown-relation')
    const records = readCsv('a,b\nFR,DE\n', mapping, { ontology: rivers as never })
    const all: RawRecord[] = []
    for await (const record of records) all.push(record)
    expect(all).toMatchObject([{}, { relation: 'damsUp' }])
  })
})
