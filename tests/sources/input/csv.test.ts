import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { type CsvDialect, csvRows } from '../../../src/sources/input/csv'
import type { SourceInput } from '../../../src/sources/input/files'
import { inPieces, latin1, readAll, utf8 } from './reading'

const rows = (input: SourceInput, dialect: CsvDialect = {}, options = {}) =>
  readAll(input, (file, context) => csvRows(file, context, dialect), options)

describe('a table', () => {
  it('gives its rows with the lines that they begin on', async () => {
    const { items, issues } = await rows('a,b\r\n1,"x\r\ny"\r\n\r\n2,"say ""z"""\n')
    expect(items).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['1', 'x\r\ny'], line: 2 },
      { cells: ['2', 'say "z"'], line: 5 },
    ])
    expect(issues).toEqual([])
  })

  it('ends at the old end of file, which is no row', async () => {
    const { items, issues } = await rows('1,-0- \r\n\u001a')
    expect([items.map(({ cells }) => cells), issues]).toEqual([[['1', '-0- ']], []])
  })

  it('loses the line alone on which a quote is never closed', async () => {
    const { items, issues, told } = await rows('1,ok\n2,"never\n3,fine\n4,"fine, too"\n')
    expect(items.map(({ cells, line }) => [line, ...cells])).toEqual([
      [1, '1', 'ok'],
      [3, '3', 'fine'],
      [4, '4', 'fine, too'],
    ])
    expect(told).toEqual(['2 bad-csv'])
    expect(issues[0]).toMatchObject({
      message: expect.stringContaining('never closed'),
      record: '2,"never\n',
    })
  })

  it('loses the line alone that has a bare quote, also where a later line has one, too', async () => {
    const { items, told } = await rows('1,ok\n2,5" pipe\n3,x\n4,"fine"\n5,6" pipe\n6,y\n')
    expect(items.map(({ cells, line }) => [line, ...cells])).toEqual([
      [1, '1', 'ok'],
      [3, '3', 'x'],
      [4, '4', 'fine'],
      [6, '6', 'y'],
    ])
    expect(told).toEqual(['2 bad-csv', '5 bad-csv'])
  })

  it('has no byte order mark in its first cell, be it bytes or text', async () => {
    for (const input of ['\ufeffa,b\n', utf8('\ufeffa,b\n')]) {
      const { items } = await rows(input)
      expect(items.map(({ cells }) => cells)).toEqual([['a', 'b']])
    }
  })

  it('leaves out a line that is too long to be one, and goes on after it', async () => {
    const chunk = 'x'.repeat(1024 * 1024)
    async function* chunks() {
      yield '1,ok\n2,'
      for (let i = 0; i < 65; i++) yield chunk
      yield '\n3,fine\n'
    }
    const { items, issues, told } = await rows(chunks())
    expect(items.map(({ cells, line }) => [line, ...cells])).toEqual([
      [1, '1', 'ok'],
      [3, '3', 'fine'],
    ])
    expect(told).toEqual(['2 line-too-long'])
    expect(issues[0]?.record).toMatch(/^2,xxx/)
  })

  it('loses the row alone that has a quote out of place', async () => {
    const { items, told } = await rows('1,ok\n2,"bad" quote,x\n3,fine\n')
    expect(items.map(({ cells }) => cells[0])).toEqual(['1', '3'])
    expect(told).toEqual(['2 bad-csv'])
  })

  it('that is cut off within a row says so, and keeps the rows before', async () => {
    const { items, told } = await rows('1,ok\n2,"cut')
    expect(items.map(({ cells }) => cells[0])).toEqual(['1'])
    expect(told).toEqual(['2 cut-off'])
  })

  it('does not hold a row without end', async () => {
    const long = `1,ok\n2,"${'x,y\n'.repeat(400_000)}`
    const { items, told } = await rows(inPieces(utf8(long), 65_536))
    expect(told).toEqual(['2 bad-csv'])
    expect(items.length).toBe(400_000) // the lines after it, each as a row of its own
  })

  it('has other delimiters, and no quotes, where that is said', async () => {
    const { items } = await rows('a\t"b\n1\t2\n', { delimiter: '\t', quote: false })
    expect(items.map(({ cells }) => cells)).toEqual([
      ['a', '"b'],
      ['1', '2'],
    ])
  })

  it('is what another reader makes of it, wherever its bytes are cut', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('', 'a,b', '"', 'x\ny', 'é', '\u{1f600}', '-0- '),
    )
    // An empty line is no row, and a cell with the byte order mark no place to begin.
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (given, size) => {
        const text = Papa.unparse(given, { quotes: true })
        const { items, issues } = await rows(inPieces(utf8(text), size))
        expect(issues.filter(({ code }) => code !== 'bad-encoding')).toEqual([])
        expect(items.map(({ cells }) => cells)).toEqual(given)
      }),
      { numRuns: 200 },
    )
  })
})

describe('its text', () => {
  it('is in the encoding that is said, and one that is not is told with its line', async () => {
    const bytes = latin1('a,b\n1,Gonz\u00e1lez\n')
    const taken = await rows(bytes)
    expect(taken.items.at(-1)?.cells).toEqual(['1', 'Gonz\ufffdlez'])
    expect(taken.told).toEqual(['2 bad-encoding'])
    expect(taken.issues[0]?.hint).toContain('windows-1252')
    const said = await rows(bytes, {}, { encoding: 'windows-1252' })
    expect([said.items.at(-1)?.cells, said.issues]).toEqual([['1', 'González'], []])
  })

  it('may be UTF-16, or begin with a byte order mark', async () => {
    const utf16 = (text: string, big: boolean) =>
      Uint8Array.from(
        [...text].flatMap((c) =>
          big ? [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255] : [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8],
        ),
      )
    for (const bytes of [utf16('\ufeffid,é\n', false), utf16('\ufeffid,é\n', true), utf8('\ufeffid,é\n')]) {
      const { items, issues } = await rows(inPieces(bytes, 3))
      expect([items.map(({ cells }) => cells), issues]).toEqual([[['id', 'é']], []])
    }
  })

  it('that was decoded wrongly before it was saved is kept, and told', async () => {
    const { items, told } = await rows('1,ok\n2,GonzÃ¡lez\n')
    expect(items[1]?.cells).toEqual(['2', 'GonzÃ¡lez'])
    expect(told).toEqual(['2 bad-encoding'])
  })

  it.each([
    ['a zip archive', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0])],
    ['a gzip file', Uint8Array.from([0x1f, 0x8b, 8, 0])],
    ['a PDF', utf8('%PDF-1.7\n1 0 obj')],
    ['an HTML page', utf8('\n<!DOCTYPE html>\n<html><body>503</body></html>')],
  ])('is not %s: that is named, and nothing of it read', async (what, bytes) => {
    const { items, issues, told } = await rows(bytes)
    expect([items, told]).toEqual([[], ['1 wrong-format']])
    expect(issues[0]?.message).toContain(what)
  })

  it('in an encoding that there is not is read as UTF-8, and that is told', async () => {
    const { items, told } = await rows(utf8('é\n'), {}, { encoding: 'utf-99' })
    expect([items[0]?.cells, told]).toEqual([['é'], ['1 bad-encoding']])
  })
})
