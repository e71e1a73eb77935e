import { describe, expect, test } from 'vitest'
import { read, valueIn, visits } from './reading'

describe('values', () => {
  test.each([
    ['a constant', 'one two', 'one two'],
    ['a number', 5, 5],
    ['a template', '{a}-{b}', '1-x'],
    ['braces', '{{{a}}}', '{1}'],
    ['white space in the name', '{ a }', '1'],
    ['a template with a missing column', '{a}-{c}', undefined],
    ['a column', { column: 'b' }, 'x'],
    ['an empty column', { column: 'c' }, undefined],
    ['a list', ['{a}', '{c}', '{b}'], ['1', 'x']],
    ['an object', { one: '{a}', two: '{c}' }, { one: '1' }],
    ['an empty object', { two: '{c}' }, undefined],
    ['a template of its own', { template: '{b}{a}', map: { x1: 'found' } }, 'found'],
  ])('of %s', async (_, field, expected) => {
    expect(await valueIn('a,b,c', '1,x,', field)).toEqual({ value: expected, issues: [] })
  })

  test('are missing as the dialect says, or as they say themselves', async () => {
    const dialect = { missing: ['-9', 'NA'] }
    expect((await valueIn('a', '-9', { column: 'a' }, dialect)).value).toBeUndefined()
    expect((await valueIn('a', '-9', { column: 'a', missing: ['-99'] }, dialect)).value).toBe('-9')
    expect((await valueIn('a,b', ' ,', { column: 'a', missing: [] }, dialect)).value).toBeUndefined()
  })

  test.each([
    ['1', 'yes'],
    ['2', ['no', 'never']],
    ['3', undefined],
  ])('are mapped: %s', async (cell, expected) => {
    const map = { '1': 'yes', '2': ['no', 'never'], '3': null }
    expect(await valueIn('a', cell, { column: 'a', map })).toEqual({ value: expected, issues: [] })
  })

  test('that a map does not know are told once, with their number and the first line', async () => {
    const { issues, statements } = await read('a,b,v\nFR,DE,1\nFR,DE,7\nFR,DE,8\nFR,DE,7\n', {
      statements: [
        {
          relation: 'aids',
          subject: 'state:{a}',
          object: 'state:{b}',
          form: { column: 'v', map: { '1': 'economic' } },
        },
      ],
    })
    expect(statements).toHaveLength(1) // without its form it would be another fact
    expect(issues).toMatchObject([
      { code: 'unmapped', line: 3, message: "the column 'v': '7' is not in its map: in 2 rows" },
      { code: 'unmapped', line: 4, message: "the column 'v': '8' is not in its map: in 1 row" },
    ])
  })

  test('that a map does not know have a default', async () => {
    const field = { column: 'a', map: { '1': 'yes' }, default: 'other' }
    expect(await valueIn('a', '7', field)).toEqual({ value: 'other', issues: [] })
    expect(await valueIn('a', '7', { ...field, default: null })).toEqual({ value: undefined, issues: [] })
  })

  test('of a closed list must be in it', async () => {
    const { statements, issues } = await read('a,b,s\nFR,UN,obsrver\nDE,UN,observer\n', {
      statements: [{ relation: 'memberOf', subject: 'state:{a}', object: 'organization:x', standing: '{s}' }],
    })
    expect(statements).toMatchObject([{ subject: 'state:DE', standing: 'observer' }])
    expect(issues).toMatchObject([{ code: 'unmapped', hint: 'did you mean observer?', line: 2 }])
  })

  test('that are details and cannot be read are left out, and the statement stays', async () => {
    const { statements, codes } = await read('a,b,l\nFR,DE,mnister\n', visits({ level: '{l}' }))
    expect(statements).toMatchObject([{ relation: 'visits' }])
    expect(statements[0]).not.toHaveProperty('level')
    expect(codes).toEqual([['unmapped', 2]])
  })

  test('make ids of any text', async () => {
    const field = { column: 'a', mint: 'weapon' }
    expect((await valueIn('a', '"S-300 ""Favorit"""', field)).value).toBe('weapon:s-300-favorit')
  })
})

describe('counterparts', () => {
  // As the core list of measures and obligations has them.
  test.each([
    ['gsdb', 'exp_part', 'export-control'],
    ['ties', 'total-economic-embargo', 'trade-embargo'],
    ['hse', 'import', 'import-restrictions'],
    ['eusm', 'arms-export', 'arms-embargo'],
  ])('of %s: %s is %s', async (counterpart, term, measure) => {
    const measures = { column: 'm', counterpart }
    const { statements, issues } = await read(`a,b,m\nFR,DE,${term}\n`, {
      statements: [{ relation: 'sanctions', subject: 'state:{a}', object: 'state:{b}', measures }],
    })
    expect([statements[0]!.measures, issues]).toEqual([measure, []])
  })

  test('may come out of a map', async () => {
    const obligations = {
      column: 'o',
      map: { '1': 'DEFENSE', '2': ['NEUTRAL', 'NONAGG'] },
      counterpart: 'atop',
    }
    const { statements } = await read('a,b,o\nFR,DE,2\n', {
      statements: [{ relation: 'alliedWith', subject: 'state:{a}', object: 'state:{b}', obligations }],
    })
    expect(statements[0]!.obligations).toEqual(['neutrality', 'nonaggression'])
  })
})

describe('list cells', () => {
  test.each([
    ['a;b; c', ';', ['a', 'b', 'c']],
    ['a', ';', ['a']],
    [';;a;', ';', ['a']],
    ["a, 'b, c', d", { separator: ',', quote: "'" }, ['a', 'b, c', 'd']],
    ["'it''s', x", { separator: ',', quote: "'" }, ["it's", 'x']],
    ["'open, x", { separator: ',', quote: "'" }, ["'open", 'x']],
    ['a and b', ' and ', ['a', 'b']],
    ['a;-9;b', ';', ['a', 'b']],
  ])('%s', async (cell, split, expected) => {
    const { value } = await valueIn('a', `"${cell}"`, { column: 'a', split }, { missing: ['-9'] })
    expect(value).toEqual(expected)
  })

  test('are mapped item by item; what cannot be read costs that item alone', async () => {
    const field = { column: 'a', split: ';', map: { x: ['1', '2'], y: '3' } }
    const { statements, issues } = await read('a,b,a2\nFR,DE,x;q;y\n', {
      statements: [
        {
          relation: 'sanctions',
          subject: 'state:{a}',
          object: 'state:{b}',
          measures: { column: 'a2', split: ';', map: { x: ['arms-embargo', 'travel-ban'], y: 'blockade' } },
        },
      ],
    })
    expect((await valueIn('a', 'x;y', field)).value).toEqual(['1', '2', '3'])
    expect(statements).toMatchObject([{ measures: ['arms-embargo', 'travel-ban', 'blockade'] }])
    expect(issues).toMatchObject([{ code: 'unmapped', line: 2 }])
  })

  test('make a statement of each item', async () => {
    const each = { as: 'one', of: { column: 'b', split: '/' } }
    const { statements } = await read('a,b\nFR,DE/IT\nFR,\n', visits({ each, object: 'state:{one}' }))
    expect(statements.map(({ object }) => object)).toEqual(['state:DE', 'state:IT'])
  })

  test('make an entity of each item, where a condition on it holds', async () => {
    const { entities } = await read('a\nx;y;z\n', {
      entities: [
        {
          each: { as: 'i', of: { column: 'a', split: ';' } },
          if: { column: 'i', not: 'y' },
          type: 'Sector',
          id: 'sector:{i}',
          label: '{i}',
        },
      ],
    })
    expect(entities.map(({ id }) => id)).toEqual(['sector:x', 'sector:z'])
  })
})

describe('numbers', () => {
  const numberOf = async (cell: string, dialect: object, field: unknown = '{n}') => {
    const { statements, issues } = await read(`a;b;n\nFR;DE;${cell}\n`, {
      dialect: { delimiter: ';', ...dialect },
      statements: [{ relation: 'aids', subject: 'state:{a}', object: 'state:{b}', value: field }],
    })
    return statements[0]?.value ?? issues.map(({ code, line }) => `${code} ${line}`).join()
  }
  test.each([
    ['12', {}, 12],
    ['-1.5', {}, -1.5],
    ['1e3', {}, 1000],
    ['1,234,567.5', { thousands: ',' }, 1234567.5],
    ['1.234,5', { thousands: '.', decimal: ',' }, 1234.5],
    ['1 234', { thousands: ' ' }, 1234],
    ['12,34', { thousands: ',' }, 'bad-value 2'],
    ['1,234', {}, 'bad-value 2'],
    ['=1+1', {}, 'bad-value 2'],
    ['about 5', {}, 'bad-value 2'],
    ['1e999', {}, 'bad-value 2'],
    ['Infinity', {}, 'bad-value 2'],
    ['0x10', {}, 'bad-value 2'],
  ])('%s %j', async (cell, dialect, expected) => expect(await numberOf(cell, dialect)).toBe(expected))

  test('are multiplied without crumbs', async () => {
    expect(await numberOf('1.1', {}, { column: 'n', times: 1_000_000 })).toBe(1_100_000)
  })
})
