import { describe, expect, it } from 'vitest'
import { References } from '../../../src/sources/input/xml-references'

/** The same, whatever chunks the text comes in. */
function mended(text: string, size: number): string {
  const references = new References()
  let out = ''
  for (let at = 0; at < text.length; at += size) out += references.take(text.slice(at, at + size)).text
  return out + references.end().text
}

describe('ampersands that begin no reference', () => {
  it.each([
    ['are escaped', '<a>SMITH & SONS; & more</a>', '<a>SMITH &amp; SONS; &amp; more</a>'],
    [
      'are told from references',
      '<a b="&lt;&x;">&amp;&#38;&#x26;&#xZZ;</a>',
      '<a b="&lt;&x;">&amp;&#38;&#x26;&amp;#xZZ;</a>',
    ],
    [
      'stand in sections of text',
      '<a><![CDATA[A & B]] & ]]>A & B</a>',
      '<a><![CDATA[A & B]] & ]]>A &amp; B</a>',
    ],
    ['stand in comments', '<a><!-- A & B -- & --->A & B</a>', '<a><!-- A & B -- & --->A &amp; B</a>'],
    ['are escaped at the end', '<a>A &', '<a>A &amp;'],
    ['are escaped one after the other', '&&amp;&&', '&amp;&amp;&amp;&amp;'],
  ])('%s', (_, text, expected) => {
    for (const size of [1, 2, 3, 7, 40, 41, 1000]) expect(mended(text, size)).toBe(expected)
  })

  it('are said where they are', () => {
    const references = new References()
    const found = [references.take('<a>A & B & C</a>'), references.end()]
    const places = found.flatMap(({ text, at }) => at.map((place) => text.slice(place, place + 5)))
    expect(places).toEqual(['&amp;', '&amp;'])
  })
})
