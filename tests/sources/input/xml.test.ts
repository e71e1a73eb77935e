import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceInput } from '../../../src/sources/input/files'
import { attributeOf, childrenAt, textAt, type XmlElement, xmlElements } from '../../../src/sources/input/xml'
import { inPieces, latin1, readAll, utf8 } from './reading'

const entries = (input: SourceInput) =>
  readAll(input, (file, context) =>
    xmlElements(file, context, { roots: ['list'], records: ['entry'], format: 'a list' }),
  )
const texts = (items: readonly XmlElement[]) => items.map((item) => textAt(item, 'name') ?? item.text)

describe('a list in XML', () => {
  it('gives its entries whole, by local names, with their lines', async () => {
    const { items, issues } = await entries(
      '<?xml version="1.0"?>\n<list xmlns:x="urn:x">\n<x:entry x:id=" 7 "><name>A &amp; B</name>\n' +
        '<names><name>C</name><name/></names></x:entry><other/><entry><![CDATA[<raw>]]></entry></list>',
    )
    expect(issues).toEqual([])
    const [first, second] = items
    expect([attributeOf(first, 'id'), textAt(first, 'name'), first?.line]).toEqual(['7', 'A & B', 3])
    expect(childrenAt(first, 'names', 'name').map(({ text }) => text)).toEqual(['C', ''])
    expect(textAt(first, 'missing')).toBeUndefined()
    expect(second?.text).toBe('<raw>')
  })

  it('keeps the entries before and after one that is not well-formed', async () => {
    const { items, told } = await entries(
      '<list>\n<entry><name>one</name></entry>\n<entry><name>two\n<entry><name>three</name></entry>\n' +
        '<entry><name>f&our;</b></name></entry>\n<entry>five</entry>\n</list>',
    )
    expect(texts(items)).toEqual(['one', 'three', 'f&our;', 'five'])
    expect(told).toContain('3 bad-xml')
    expect(told).toContain('5 bad-xml')
  })

  it('that is cut off says where, and keeps what is whole', async () => {
    const { items, issues, told } = await entries('<list>\n<entry>one</entry>\n<entry><name>tw')
    expect([texts(items), told]).toEqual([['one'], ['3 cut-off']])
    expect(issues[0]?.message).toContain('within <entry>')
    expect((await entries('<list>\n<entry>one</entry>\n')).told).toEqual(['3 cut-off'])
  })

  it('expands no entity that a document type declares, and fetches nothing', async () => {
    const bomb =
      '<!DOCTYPE list [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>\n' +
      '<list><entry>&b;</entry><entry>&c;</entry><entry>good</entry></list>'
    const { items, told } = await entries(bomb)
    expect(texts(items)).toEqual(['&b;', '&c;', 'good'])
    expect(told).toEqual(['1 bad-xml', '2 bad-xml'])
  })

  it('is not read where it is another document', async () => {
    for (const [text, message] of [
      ['<other><entry>1</entry></other>', /begins with <other>, not <list>/],
      ['<!doctype html><html><entry>1</entry></html>', /an HTML page/],
      ['{"a": 1}', /it has no elements/],
      ['', /it has no elements/],
    ] as const) {
      const { items, issues } = await entries(text)
      expect(items).toEqual([])
      expect(issues.at(-1)).toMatchObject({ code: 'wrong-format', message: expect.stringMatching(message) })
    }
  })

  it('is in the encoding that it declares', async () => {
    const bytes = latin1(
      '<?xml version="1.0" encoding="windows-1252"?><list><entry>Jos\u00e9 \u0080</entry></list>',
    )
    const { items, issues } = await entries(inPieces(bytes, 7))
    expect([texts(items), issues]).toEqual([['José €'], []])
  })

  it('is no UTF-16 for saying so where its declaration can be read byte by byte', async () => {
    const { items, issues } = await entries(
      utf8('<?xml version="1.0" encoding="utf-16"?><list><entry>José</entry></list>'),
    )
    expect([texts(items), issues]).toEqual([['José'], []])
  })

  it('that nests without end is given up', async () => {
    const { issues } = await entries(`<list><entry>${'<a>'.repeat(20_000)}`)
    expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining('nothing further is read')])
  })

  it('has no properties but those that are there', async () => {
    const { items } = await entries(
      '<list><entry __proto__="x" constructor="y"><__proto__>z</__proto__></entry></list>',
    )
    expect(attributeOf(items[0], '__proto__')).toBe('x')
    expect(attributeOf(items[0], 'toString')).toBeUndefined()
    expect(textAt(items[0], '__proto__')).toBe('z')
  })

  it('is the same wherever its bytes are cut, and no text breaks its reader', async () => {
    const piece = fc.constantFrom(
      '<entry>',
      '</entry>',
      '<name>',
      '</name>',
      '<',
      '>',
      '&amp;',
      '&x;',
      'é',
      'text',
      '<!--',
      '-->',
      ']]>',
      '\n',
      '"',
      "<a b='",
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        async (pieces, size) => {
          const text = `<list>${pieces.join('')}</list>`
          const whole = await entries(text)
          const cut = await entries(inPieces(utf8(text), size))
          expect(texts(cut.items)).toEqual(texts(whole.items))
          expect(cut.told).toEqual(whole.told)
        },
      ),
      { numRuns: 300 },
    )
  })
})
