import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textWidth } from '../../src/drawing/widths'
import { wrap } from '../../src/drawing/wrap'
import { escapeXML } from '../../src/drawing/xml'
import { anyText } from './diagrams'
import { parseXML } from './xml'

const RUNS = Number(process.env.STATECRAFT_RUNS ?? 500)
const LINES = { size: 13, width: 160, most: 3 } as const

describe('the width of text', () => {
  // As Chromium 156 measures them in bold at 100 px, in the wider of Noto Sans and DejaVu Sans, and Noto behind them.
  test.each([
    ['Iran', 225],
    ['조선', 184],
    ['朝鲜', 200],
    ['Иран', 292],
    ['ประเทศ', 296],
    ['कोरिया', 253],
    ['קוריאה', 339],
    ['كوريا', 254],
  ])('of %s is at least what is measured, and not twice of it', (text, measured) => {
    const width = textWidth(text, 100)
    expect(width).toBeGreaterThanOrEqual(measured - 0.5)
    expect(width).toBeLessThan(2 * measured)
  })

  test('grows with the size, and with what is added', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(textWidth(a, 26)).toBeCloseTo(2 * textWidth(a, 13), 6)
        expect(textWidth(a + b, 13)).toBeGreaterThanOrEqual(textWidth(a, 13) - 1e-9)
      }),
      { numRuns: RUNS },
    )
  })

  test('does not count accents, points and joiners', () => {
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10))
    expect(textWidth('בָּ', 10)).toBe(textWidth('ב', 10))
    expect(textWidth('يُّ', 10)).toBe(textWidth('ي', 10))
    expect(textWidth('a\u200db', 10)).toBe(textWidth('ab', 10))
  })
})

describe('a label in lines', () => {
  test('is broken between words', () => {
    expect(wrap('Ministry of External Economic Relations', LINES).lines).toEqual([
      'Ministry of External',
      'Economic Relations',
    ])
    expect(wrap('nuclear-technology/weapons (alleged), Iran', { ...LINES, width: 100 }).lines).toEqual([
      'nuclear-',
      'technology/',
      'weapons…',
    ])
  })

  test('is broken within a word only where that is longer than a line, and never within a letter and its marks', () => {
    const { lines } = wrap(`${'e\u0301'.repeat(30)} 👩‍👩‍👧‍👦`, LINES)
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line).not.toMatch(/^[\u0301\u200d]/)
  })

  test('is broken where words end in scripts that do not part them', () => {
    const { lines } = wrap('ประเทศเกาหลีเหนือและประเทศอิหร่าน', LINES)
    expect(lines).toEqual(['ประเทศเกาหลีเหนือและ', 'ประเทศอิหร่าน'])
  })

  test('is as wide as said, of no more lines than asked, and loses nothing without saying so', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 4 }), (text, most) => {
        const { lines, width, isCut } = wrap(text, { ...LINES, most })
        expect(lines.length).toBeLessThanOrEqual(most)
        for (const line of lines) expect(textWidth(line, LINES.size)).toBeLessThanOrEqual(width + 1e-9)
        // One letter that is wider than a line by itself stands in it still.
        expect(width).toBeLessThan(LINES.width + 120)
        if (isCut) expect(lines.at(-1)).toMatch(/…$/)
      }),
      { numRuns: RUNS },
    )
  })

  test('of words alone is all there when it is not cut', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), (text) => {
        const { lines, isCut } = wrap(text, LINES)
        if (!isCut) expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        else expect(text.replaceAll(' ', '')).toContain(lines.join('').replaceAll(' ', '').slice(0, -1))
      }),
      { numRuns: RUNS },
    )
  })
})

describe('text in XML', () => {
  test('is read as it was written, but for what XML forbids', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const allowed = text
          .toWellFormed()
          .replace(/[^\t\n\r -\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
        const read = parseXML(`<a b="${escapeXML(text)}">${escapeXML(text)}</a>`)
        expect(read).toMatchObject({ text: allowed, attributes: { b: allowed } })
      }),
      { numRuns: RUNS },
    )
  })
})
