import { describe, expect, test } from 'vitest'
import { NODE_KINDS } from '../../src/drawing/diagram'
import { drawSVG } from '../../src/drawing/svg'
import { type Colour, colourIn, SIGNS } from '../../src/drawing/theme'
import { diagram, edge, node } from './diagrams'
import { parseXML, within } from './xml'

/** Relative luminance and contrast, as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

describe.each(['light', 'dark'] as const)('on a %s page', (theme) => {
  const between = (a: Colour, b: Colour) => contrast(colourIn(theme, a), colourIn(theme, b))

  test('the measure is right', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  test('text has a contrast of 4.5:1 with all that it stands on', () => {
    const grounds: Colour[] = ['paper', ...NODE_KINDS.map((kind) => `${kind}-tint` as const)]
    for (const ground of grounds) expect(between('ink', ground), ground).toBeGreaterThanOrEqual(4.5)
    expect(between('quiet', 'paper')).toBeGreaterThanOrEqual(4.5)
  })

  test('lines have one of 3:1 with the page', () => {
    const lines: Colour[] = [...NODE_KINDS, ...Object.values(SIGNS), 'denied', 'dispute']
    for (const line of lines) expect(between(line, 'paper'), line).toBeGreaterThanOrEqual(3)
  })
})

describe('the theme', () => {
  const what = diagram(['a', node('b', { kind: 'person' })], [edge('a', 'b')])
  const styleOf = (svg: string) => [...within(parseXML(svg))].find(({ name }) => name === 'style')?.text

  test('that is chosen needs no style', () => {
    for (const theme of ['light', 'dark'] as const) {
      const svg = drawSVG(what, { theme })
      expect(styleOf(svg)).toBeUndefined()
      expect(svg).toContain(`fill="${colourIn(theme, 'paper')}"`)
    }
  })

  test('of the reader takes the same rules in all pictures, for names of ours, on a dark page only', () => {
    const style = styleOf(drawSVG(what))!
    expect(styleOf(drawSVG(diagram(['c'], [])))).toBe(style)
    expect(style).toMatch(
      /^@media \(prefers-color-scheme:dark\)\{(\.statecraft-[a-z-]+\{(fill|stroke):#[0-9a-f]{6}\})+\}$/,
    )
  })

  test('of the reader has a rule for every colour that is used', () => {
    const picture = parseXML(drawSVG(what))
    const style = styleOf(drawSVG(what))!
    let painted = 0
    for (const { attributes } of within(picture)) {
      for (const way of ['fill', 'stroke'] as const) {
        if (!attributes[way]?.startsWith('#')) continue
        painted++
        const name = attributes.class?.split(' ').find((each) => each.startsWith(`statecraft-${way}-`))
        const colour = name?.slice(`statecraft-${way}-`.length) as Colour // the boundary: read from the picture
        expect(attributes[way]).toBe(colourIn('light', colour))
        expect(style).toContain(`.${name}{${way}:${colourIn('dark', colour)}}`)
      }
    }
    expect(painted).toBeGreaterThan(10)
  })
})
