import fc from 'fast-check'
import { StatecraftError } from 'statecraft'
import { describe, expect, test } from 'vitest'
import { type Diagram, NODE_KINDS } from '../../src/drawing/diagram'
import { MOST_NODES } from '../../src/drawing/limits'
import { drawSVG } from '../../src/drawing/svg'
import { colourIn } from '../../src/drawing/theme'
import { LEVELS } from '../../src/model/claim'
import { anyText, diagram, diagrams, edge, HOSTILE, node } from './diagrams'
import { type Element, ofClass, parseXML, within, written } from './xml'

const RUNS = Number(process.env.STATECRAFT_RUNS ?? 60)
const drawn = (what: Diagram, options = {}) => parseXML(drawSVG(what, { theme: 'light', ...options }))
const titleOf = (element: Element) =>
  element.children[0]?.name === 'title' ? element.children[0].text : undefined
const one = (root: Element, name: string) => ofClass(root, name)[0]!
const pathsOf = (root: Element, test: (of: Element['attributes']) => boolean) =>
  [...within(root)].filter(({ name, attributes }) => name === 'path' && test(attributes))

describe('a picture', () => {
  test('tells who does not see it what it is, and scripts what is what', () => {
    const picture = drawn({
      ...diagram(['state:KP', 'state:IR'], [edge('state:KP', 'state:IR')]),
      title: 'who & whom',
    })
    expect(picture.attributes).toMatchObject({ role: 'img', xmlns: 'http://www.w3.org/2000/svg' })
    expect(titleOf(picture)).toBe('who & whom')
    const [, , width, height] = picture.attributes.viewBox!.split(' ')
    expect([width, height]).toEqual([picture.attributes.width, picture.attributes.height])
    expect(ofClass(picture, 'statecraft-node').map(({ attributes }) => attributes['data-id'])).toEqual([
      'state:KP',
      'state:IR',
    ])
    expect(ofClass(picture, 'statecraft-edge').map(({ attributes }) => attributes['data-id'])).toEqual([
      'state:KP>state:IR',
    ])
  })

  test('shows notes at what they are about', () => {
    const picture = drawn(
      diagram(
        [node('a', { notes: ['State', 'KP'] }), 'b'],
        [edge('a', 'b', { notes: ['alleged by Iran', '2024-05'] })],
      ),
    )
    expect(titleOf(one(picture, 'statecraft-node'))).toBe('State\nKP')
    expect(titleOf(one(picture, 'statecraft-edge'))).toBe('alleged by Iran\n2024-05')
  })

  test('of nothing says so', () => {
    expect(written(drawn(diagram([], [])))).toEqual(['Nothing to show'])
  })

  test('of more than it can show is refused, with a way out', () => {
    const ids = (count: number) => Array.from({ length: count }, (_, i) => `n${i}`)
    expect(ofClass(drawn(diagram(ids(MOST_NODES), [])), 'statecraft-node')).toHaveLength(MOST_NODES)
    const tooMany = () => drawSVG(diagram(ids(MOST_NODES + 1), []))
    expect(tooMany).toThrow(StatecraftError)
    expect(tooMany).toThrow(/truncated: .*200 entities, not 201.*toPage/)
    const all = ids(40)
    const pairs = all.flatMap((from, i) => all.slice(i + 1).map((to) => edge(from, to)))
    expect(() => drawSVG(diagram(all, pairs))).toThrow(/truncated: .*600 connections, not 780.*toPage/)
  })

  test('whose line would end nowhere is refused', () => {
    expect(() => drawSVG(diagram(['a'], [edge('a', 'b')]))).toThrow(/dangling: a line ends at 'b'/)
  })

  test('of thousands of statements between two entities draws some and counts the others', () => {
    const many = Array.from({ length: 5000 }, (_, i) => edge('a', 'b', { id: `s${i}`, label: `says ${i}` }))
    const picture = drawn(diagram(['a', 'b'], many))
    const shown = ofClass(picture, 'statecraft-edge')
    expect(shown.length + Number(one(picture, 'statecraft-more').attributes['data-count'])).toBe(5000)
    expect(written(one(picture, 'statecraft-more'))).toEqual([`${5000 - shown.length} more`])
  })

  test('draws loops, and counts those that it does not draw', () => {
    const loops = Array.from({ length: 9 }, (_, i) => edge('a', 'a', { id: `s${i}` }))
    for (const flow of ['right', 'down'] as const) {
      const picture = drawn(diagram(['a'], loops), { flow })
      expect(ofClass(picture, 'statecraft-edge')).toHaveLength(3)
      expect(written(one(picture, 'statecraft-more'))).toEqual(['6 more'])
    }
  })

  test('of entities that nothing connects is no long line', () => {
    const { width, height } = drawn(
      diagram(
        Array.from({ length: 150 }, (_, i) => `entity ${i}`),
        [],
      ),
    ).attributes
    const shape = Number(width) / Number(height)
    expect(shape).toBeGreaterThan(0.5)
    expect(shape).toBeLessThan(3)
  })

  test('is the same for the same diagram, whatever was drawn before', () => {
    fc.assert(
      fc.property(
        diagrams(fc.lorem({ maxCount: 3 })),
        diagrams(fc.lorem({ maxCount: 1 })),
        (first, second) => {
          const before = drawSVG(first)
          drawSVG(second)
          expect(drawSVG(structuredClone(first))).toBe(before)
        },
      ),
      { numRuns: Math.ceil(RUNS / 3) },
    )
  })
})

describe('labels', () => {
  test('are text, whatever they hold', () => {
    fc.assert(
      fc.property(
        diagrams(anyText),
        fc.constantFrom('auto', 'light', 'dark'),
        fc.constantFrom('right', 'down'),
        (what, theme, flow) => {
          const picture = drawn(what, { theme, flow })
          for (const { name, attributes } of within(picture)) {
            expect(ELEMENTS).toContain(name)
            for (const [key, value] of Object.entries(attributes)) {
              expect(key).not.toMatch(/^on|href|^id$|^style$/)
              if (key !== 'data-id') expect(value).not.toMatch(/url\(|script/i)
            }
          }
        },
      ),
      { numRuns: RUNS },
    )
  })

  test('come out as they went in', () => {
    for (const label of HOSTILE.filter((text) => /^[ -~]+$/.test(text.trim()))) {
      const picture = drawn(diagram([node('a', { label, notes: [label] })], []), { legend: false })
      expect(titleOf(one(picture, 'statecraft-node')), label).toContain(label.trim())
      const shown = written(picture).join('').replaceAll(' ', '').replace('…', '')
      expect(label.replaceAll(' ', '').startsWith(shown), shown).toBe(true)
    }
  })

  test('do not turn the text around them', () => {
    const picture = drawn(diagram([node('a', { label: 'a\u202ecod.exe', notes: ['\u2066x'] })], []))
    expect(written(picture)).toContain('a\\u{202e}cod.exe')
    expect(titleOf(one(picture, 'statecraft-node'))).toBe('\\u{2066}x')
  })

  test('of scripts that are read from the right are marked so, also with Latin in them', () => {
    const picture = drawn(
      diagram([node('a', { label: 'كوريا الشمالية (DPRK)' }), node('b', { label: 'DPRK (קוריאה)' })], []),
      { legend: false },
    )
    const directions = ofClass(picture, 'statecraft-node').map(
      (group) =>
        new Set(
          [...within(group)].filter(({ name }) => name === 'text').map((line) => line.attributes.direction),
        ),
    )
    expect(directions).toEqual([new Set(['rtl']), new Set([undefined])])
  })

  test('that are missing are the id', () => {
    expect(written(drawn(diagram([node('state:KP', { label: ' ' })], []), { legend: false }))).toEqual([
      'state:KP',
    ])
  })

  test('that are too long are cut, said so, and told in full', () => {
    const label = `Ministry of ${'External '.repeat(20)}Relations`
    const picture = drawn(diagram([node('a', { label, notes: ['Organization'] })], []), { legend: false })
    expect(written(picture).at(-1)).toMatch(/…$/)
    expect(titleOf(one(picture, 'statecraft-node'))).toBe(`${label}\nOrganization`)
  })

  test('of any length are a small picture', () => {
    const labels = [
      'x'.repeat(100_000),
      'word '.repeat(20_000),
      `e${'\u0301'.repeat(100_000)}`,
      '中'.repeat(100_000),
    ]
    for (const label of labels) {
      const picture = drawSVG(
        diagram([node('a', { label, notes: [label] }), 'b'], [edge('a', 'b', { label })]),
      )
      expect(picture.length).toBeLessThan(12_000)
      expect(written(parseXML(picture)).some((line) => line.endsWith('…'))).toBe(true)
    }
  })
})

const ELEMENTS = ['svg', 'title', 'style', 'g', 'rect', 'polygon', 'polyline', 'path', 'circle', 'text']

describe('how a statement stands', () => {
  const pair = (more: Parameters<typeof edge>[2]) => {
    const picture = drawn(diagram(['a', 'b'], [edge('a', 'b', more)]), { legend: false })
    const group = one(picture, 'statecraft-edge')
    const line = pathsOf(group, (of) => of['pointer-events'] === undefined)[0]!
    return { group, line, words: written(group) }
  }

  test('is seen in its line, by level', () => {
    const dashes = LEVELS.map((level) => pair({ level }).line.attributes['stroke-dasharray'])
    const [asserted, alleged, announced, predicted, denied] = dashes
    expect(asserted).toBeUndefined()
    expect(announced).toBe(predicted)
    expect(announced).toMatch(/^0 /) // round dots
    expect(new Set([asserted, alleged, announced, denied]).size).toBe(4)
  })

  test('is said in words, unless it is simply asserted', () => {
    expect(pair({}).words).toEqual(['relates to'])
    for (const level of LEVELS.slice(1)) expect(pair({ level }).words).toEqual(['relates to', level])
    expect(pair({ disputed: true }).words).toEqual(['relates to', 'disputed'])
    expect(pair({ level: 'alleged', disputed: true, isInferred: true }).words).toEqual([
      'relates to',
      'alleged, disputed, inferred',
    ])
  })

  test('has a mark where it is disputed or denied, and no colour of its sign where all deny it', () => {
    const marks = (more: Parameters<typeof edge>[2]) =>
      pathsOf(pair(more).group, (of) => of.stroke === colourIn('light', 'dispute')).length
    expect(marks({})).toBe(0)
    expect(marks({ disputed: true })).toBeGreaterThan(0)
    const denied = pair({ level: 'denied', sign: -1 })
    const grey = colourIn('light', 'denied')
    expect(pathsOf(denied.group, (of) => of.d!.includes('l10,10m0,-10l-10,10'))).toHaveLength(1)
    expect(denied.line.attributes.stroke).toBe(grey)
    expect(JSON.stringify(denied.group)).not.toContain(colourIn('light', 'conflict'))
  })

  test('is a double line where it follows from others', () => {
    const strokes = pathsOf(pair({ isInferred: true }).group, (of) => of['pointer-events'] === undefined)
    expect(strokes[0]!.attributes.d).toBe(strokes[1]!.attributes.d)
    expect(strokes[1]!.attributes.stroke).toBe(colourIn('light', 'paper'))
    expect(Number(strokes[0]!.attributes['stroke-width'])).toBeGreaterThan(
      Number(strokes[1]!.attributes['stroke-width']),
    )
  })

  test('tells signs apart by colour and by the form of its ends, with and without a direction', () => {
    for (const isDirected of [true, false]) {
      const ends = ([1, 0, -1] as const).map((sign) => {
        const { group, line } = pair({ sign, isDirected })
        const forms = group.children.slice(3).filter(({ name }) => name !== 'text')
        return { colour: line.attributes.stroke, forms: forms.map(({ name }) => name).join() }
      })
      expect(new Set(ends.map(({ colour }) => colour)).size).toBe(3)
      expect(new Set(ends.map(({ forms }) => forms)).size).toBe(3)
    }
  })
})

describe('kinds of entities', () => {
  test('differ in form, not in colour alone', () => {
    const forms = NODE_KINDS.map((kind) => {
      const group = one(drawn(diagram([node('a', { kind })], [])), 'statecraft-node')
      // Their form without where it stands and how wide its label made it.
      return group.children
        .filter(({ name }) => name === 'rect' || name === 'polygon' || name === 'polyline')
        .map(({ name, attributes }) => `${name} ${attributes.rx} ${attributes.points}`)
        .join()
    })
    expect(new Set(forms).size).toBe(NODE_KINDS.length)
  })

  test('are told in the legend, only those that there are', () => {
    const picture = drawn(diagram(['a', node('b', { kind: 'person' })], []))
    expect(written(one(picture, 'statecraft-legend'))).toEqual(['state or territory', 'person'])
    expect(ofClass(drawn(diagram(['a'], []), { legend: false }), 'statecraft-legend')).toEqual([])
  })
})
