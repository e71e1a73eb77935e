import { type RawRecord, readCsv, readFormat } from 'statecraft/sources'
import { describe, expect, test } from 'vitest'
import { read, SOURCE, valueIn, visits } from './reading'

describe('tables', () => {
  test('have other delimiters, no quotes, or no header', async () => {
    const objects = async (text: string, dialect: object) =>
      (await read(text, { ...visits(), dialect })).statements.map(({ object }) => object)
    expect(await objects('a;b\nFR;"D;E"\n', { delimiter: ';' })).toEqual(['state:D;E'])
    expect(await objects('a\tb\nFR\t"DE\n', { delimiter: '\t', quote: false })).toEqual(['state:"DE'])
    expect(await objects("a,b\nFR,'D,E'\n", { quote: "'" })).toEqual(['state:D,E'])
    expect(await objects('FR,DE\n', { columns: ['a', 'b'] })).toEqual(['state:DE'])
  })

  test('are in the encoding of the mapping, unless the options say another', async () => {
    const latin = Uint8Array.from('a,b\nFR,C\u00f4te\n', (c) => c.charCodeAt(0))
    const mapping = { ...visits(), dialect: { encoding: 'windows-1252' } }
    expect((await read(latin, mapping)).statements).toMatchObject([{ object: 'state:Côte' }])
    const utf8 = new TextEncoder().encode('a,b\nFR,Côte\n')
    expect((await read(utf8, mapping, { encoding: 'utf-8' })).statements).toMatchObject([
      { object: 'state:Côte' },
    ])
    expect((await read(latin, visits())).issues).toMatchObject([{ code: 'bad-encoding', line: 2 }])
  })

  test('of several files name the file in issues and claims', async () => {
    const file = (name: string, text: string) => ({
      name,
      async *bytes() {
        yield text
      },
    })
    const files = [file('1.csv', 'a,b\nFR,DE\n'), file('2.csv', 'b,a\nIT,FR\n1\nES,FR\n')]
    const { statements, issues } = await read(files, visits())
    expect(statements.map(({ object, claims }) => [object, (claims as { at: string }[])[0]!.at])).toEqual([
      ['state:DE', '1.csv, line 2'],
      ['state:IT', '2.csv, line 2'],
      ['state:ES', '2.csv, line 4'],
    ])
    expect(issues).toMatchObject([{ code: 'bad-csv', file: '2.csv', line: 3 }])
  })

  test('without a column of the mapping tell it once, with what may be meant', async () => {
    const { statements, issues } = await read(
      'a,b,levle\nFR,DE,minister\nFR,IT,minister\n',
      visits({ level: '{level}' }),
    )
    expect(statements).toHaveLength(2)
    expect(issues).toMatchObject([
      {
        code: 'missing-field',
        line: 1,
        hint: 'did you mean levle?',
        message: expect.stringMatching(/statements\[0\]\.level/),
      },
    ])
  })

  test('with another delimiter are refused, and the hint says which', async () => {
    const { statements, issues } = await read('a;b\nFR;DE\n', visits())
    expect(statements).toEqual([])
    expect(issues).toMatchObject([{ code: 'wrong-format', line: 1, hint: expect.stringContaining("';'") }])
  })

  test('with none of the columns are refused, and the hint says which there are', async () => {
    const { issues } = await read('x,y\nFR,DE\n', visits())
    expect(issues).toMatchObject([{ code: 'wrong-format', hint: "it has 'x', 'y'" }])
  })

  test('with a quote that is never closed lose that line', async () => {
    const { statements, codes } = await read('a,b\nFR,DE\nFR,"IT\nFR,ES\nFR,PT\n', visits())
    expect(statements.map(({ object }) => object)).toEqual(['state:DE', 'state:ES', 'state:PT'])
    expect(codes).toEqual([['bad-csv', 3]])
  })

  test('with rows of another width lose these rows; empty cells beyond do no harm', async () => {
    const { statements, codes } = await read('a,b\nFR,DE,,\nFR,I,T\nFR\nFR,ES\n', visits())
    expect(statements.map(({ object }) => object)).toEqual(['state:DE', 'state:ES'])
    expect(codes).toEqual([
      ['bad-csv', 3],
      ['bad-csv', 4],
    ])
  })

  test('that are cut off lose their last row', async () => {
    const { statements, codes } = await read('a,b\nFR,DE\nFR', visits())
    expect([statements.length, codes]).toEqual([1, [['cut-off', 3]]])
  })

  test('with two columns of one name are read by the first', async () => {
    const { statements, codes } = await read('a,b,b\nFR,DE,IT\n', visits())
    expect(statements).toMatchObject([{ object: 'state:DE' }])
    expect(codes).toEqual([['conflict', 1]])
  })

  test.each([
    ['', 'wrong-format'],
    ['\n\n', 'wrong-format'],
    ['a,b\n', 'missing-field'],
    ['<!doctype html><p>Not found', 'wrong-format'],
    [Uint8Array.of(0x50, 0x4b, 3, 4, 0), 'wrong-format'],
  ])('without rows say so: %j', async (input, code) => {
    const { all, issues } = await read(input, visits())
    expect([all.length, issues.map((found) => found.code)]).toEqual([1, [code]])
  })

  test('may have hostile names and cells', async () => {
    const table = '__proto__,constructor,a\n=HYPERLINK("x"),toString,\u202eevil\n'
    const { entities, issues } = await read(
      table.replace('"x"', '""x""').replace('=H', '"=H').replace('),', ')",'),
      {
        entities: [
          {
            type: 'Place',
            id: { column: 'a', mint: 'place' },
            label: '{__proto__}',
            description: { en: '{constructor}' },
            extra: JSON.parse('{"__proto__": "{constructor}"}'),
          },
        ],
      },
    )
    expect(issues).toEqual([])
    expect(entities).toMatchObject([{ label: '=HYPERLINK("x")', description: { en: 'toString' } }])
    expect(Object.getPrototypeOf(entities[0]!.extra)).toBe(Object.prototype)
    expect(Object.keys(entities[0]!.extra as object)).toEqual(['__proto__'])
    const map = JSON.parse('{"__proto__": "found"}')
    expect((await valueIn('a', '__proto__', { column: 'a', map })).value).toBe('found')
    expect((await valueIn('a', 'toString', { column: 'a', map })).issues).toMatchObject([
      { code: 'unmapped' },
    ])
  })

  test('may have a cell of megabytes', async () => {
    const { entities, issues } = await read(`a\n${'x'.repeat(3_000_000)}\n`, {
      entities: [{ type: 'Place', id: { column: 'a', mint: 'place' }, label: '{a}' }],
    })
    expect(issues).toEqual([])
    expect(String(entities[0]!.label)).toHaveLength(3_000_000)
    expect(String(entities[0]!.id).length).toBeLessThan(120)
  })

  test('are read row by row, without holding them', async () => {
    const rows = 50_000
    async function* chunks() {
      yield 'a,b\n'
      for (let i = 0; i < rows / 1000; i++) yield 'FR,DE\n'.repeat(1000)
    }
    let n = 0
    for await (const record of readCsv(chunks(), { source: SOURCE, ...visits() }))
      if ('relation' in record) n++
    expect(n).toBe(rows)
  })

  test('are a format by name, and need a mapping there, too', async () => {
    const found = await readFormat('csv', 'a,b\nFR,DE\n', { mapping: { source: SOURCE, ...visits() } })
    const all: RawRecord[] = []
    for await (const record of found) all.push(record)
    expect(all).toHaveLength(2)
    const without = await readFormat('csv', 'a,b\nFR,DE\n')
    await expect(without[Symbol.asyncIterator]().next()).rejects.toThrow(/needs a mapping/)
  })
})
