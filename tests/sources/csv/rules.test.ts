import { createGraph } from 'statecraft'
import { describe, expect, test } from 'vitest'
import { read, visits } from './reading'

describe('rules', () => {
  test('make entities with the fields of their types, names, identifiers and addresses', async () => {
    const { entities, all } = await read('id,name,ru,imo,lat,lon,city\n7,Ship,Судно,9074729,1.5,-2,Oslo\n', {
      entities: [
        {
          type: 'Vessel',
          id: 'vessel:{id}',
          label: { en: '{name}', ru: '{ru}' },
          aliases: { und: ['{name} 2', '{nothing}'] },
          names: [{ text: '{ru}', lang: 'ru', kind: 'former' }],
          identifiers: { imo: '{imo}' },
          addresses: [{ city: '{city}', country: 'NO' }],
          extra: { row: '{id}' },
        },
        { type: 'Place', id: 'place:{id}', label: '{city}', point: { lat: '{lat}', lon: '{lon}' } },
      ],
    })
    expect(entities).toEqual([
      {
        type: 'Vessel',
        sources: ['source:t'],
        id: 'vessel:7',
        label: { en: 'Ship', ru: 'Судно' },
        aliases: { und: ['Ship 2'] },
        names: [{ text: 'Судно', lang: 'ru', kind: 'former' }],
        identifiers: { imo: '9074729' },
        addresses: [{ city: 'Oslo', country: 'NO' }],
        extra: { row: '7' },
      },
      { type: 'Place', sources: ['source:t'], id: 'place:7', label: 'Oslo', point: { lat: 1.5, lon: -2 } },
    ])
    expect(createGraph().load(all)).toMatchObject({ errors: 0, warnings: 0 })
  })

  test('tell an entity once, and again only where it differs: then the graph tells the conflict', async () => {
    const entity = { type: 'Company', id: 'company:{a}', label: '{b}', founded: '{c}' }
    const { entities, all } = await read('a,b,c\n1,X,1990\n1,X,1990\n1,X,1991\n', { entities: [entity] })
    expect(entities.map(({ founded }) => founded)).toEqual(['1990', '1991'])
    expect(createGraph().load(all).counts).toEqual({ conflict: 1 })
  })

  test('make claims: stance, claimant and date of columns', async () => {
    const { statements } = await read('a,b,s,w,c\nFR,DE,said,1990,0.5\n', {
      statements: [
        {
          relation: 'visits',
          subject: 'state:{a}',
          object: 'state:{b}',
          claim: {
            stance: { column: 's', map: { said: 'alleges' } },
            by: 'person:{a}',
            at: 'p. {w}',
            said: { year: 'w' },
            confidence: '{c}',
            likelihood: [20, 45],
            extra: { score: '{c}' },
          },
        },
      ],
    })
    expect(statements[0]!.claims).toEqual([
      {
        stance: 'alleges',
        source: 'source:t',
        by: 'person:FR',
        at: 'p. 1990',
        said: '1990',
        confidence: 0.5,
        likelihood: [20, 45],
        extra: { score: '0.5' },
      },
    ])
  })

  test('leave a statement out whose stance cannot be read: it would claim something else', async () => {
    const claim = { stance: { column: 's', map: { said: 'asserts' } } }
    const { statements, codes } = await read('a,b,s\nFR,DE,denied\nFR,DE,said\n', visits({ claim }))
    expect([statements.length, codes]).toEqual([1, [['unmapped', 2]]])
  })

  test('name other statements of the file', async () => {
    const { all } = await read('a,b\nFR,DE\n', {
      entities: [
        { type: 'State', id: 'state:{a}', label: '{a}' },
        { type: 'State', id: 'state:{b}', label: '{b}' },
      ],
      statements: [
        { relation: 'attacks', subject: 'state:{a}', object: 'state:{b}', ref: 'attack-{a}', when: '1990' },
        { relation: 'accuses', subject: 'state:{b}', object: 'state:{a}', of: 'attack-{a}', when: '1990' },
      ],
    })
    const kg = createGraph()
    expect(kg.load(all)).toMatchObject({ errors: 0, warnings: 0 })
    const [charge] = kg.statements({ relation: 'accuses' })
    expect(charge!.of).toMatch(/^stmt:/)
  })

  test('hold of rows for which their condition is so', async () => {
    const table = 'a,b,x,y\nFR,DE,1,\nFR,IT,2,z\nFR,ES,3,-9\n'
    const objects = async (condition: object) => {
      const mapping = { ...visits({ if: condition }), dialect: { missing: ['-9'] } }
      return (await read(table, mapping)).statements.map(({ object }) => String(object).slice(-2)).join()
    }
    expect(await objects({ column: 'x', is: '1' })).toBe('DE')
    expect(await objects({ column: 'x', is: ['1', '3'] })).toBe('DE,ES')
    expect(await objects({ column: 'x', not: ['1', '3'] })).toBe('IT')
    expect(await objects({ column: 'y', present: true })).toBe('IT')
    expect(await objects({ column: 'y', present: false })).toBe('DE,ES')
    expect(
      await objects({
        all: [
          { column: 'x', not: '1' },
          { column: 'y', present: false },
        ],
      }),
    ).toBe('ES')
    expect(
      await objects({
        any: [
          { column: 'x', is: '1' },
          { column: 'y', is: 'z' },
        ],
      }),
    ).toBe('DE,IT')
  })

  test('of dyads: a pair that stands both ways round is one statement', async () => {
    const { all } = await read('a,b\nFR,DE\nDE,FR\n', {
      entities: [
        { type: 'State', id: 'state:{a}', label: '{a}' },
        { type: 'State', id: 'state:{b}', label: '{b}' },
      ],
      statements: [
        {
          relation: 'alliedWith',
          subject: 'state:{a}',
          object: 'state:{b}',
          when: '1990',
          claim: { at: 'row' },
        },
      ],
    })
    const kg = createGraph()
    expect(kg.load(all)).toMatchObject({ errors: 0, warnings: 0 })
    expect([...kg.statements()].map(({ claims }) => claims.length)).toEqual([1])
  })

  test('tell an end that says nothing once, with the number of rows', async () => {
    const { statements, issues } = await read('a,b\n,DE\nFR,DE\n,DE\n', visits())
    // A template with a missing column is missing.
    expect(statements).toHaveLength(1)
    expect(issues).toMatchObject([
      {
        code: 'bad-id',
        line: 2,
        message: expect.stringMatching(/statements\[0\]\.subject says nothing.*in 2 rows/),
      },
    ])
  })
})
