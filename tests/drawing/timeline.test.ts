import fc from 'fast-check'
import { createGraph } from 'statecraft'
import { describe, expect, test } from 'vitest'
import { LEVELS } from '../../src/model/claim'
import { dayOf, formatDay } from '../../src/model/days'
import { toTimeline } from '../../src/render/timeline'
import { drawTimeline, MOST_ROWS, type TimelineRow } from '../../src/render/timeline-svg'
import { anyText } from './diagrams'
import { type Element, ofClass, parseXML, within, written } from './xml'

const RUNS = Number(process.env.STATECRAFT_RUNS ?? 60)

function row(id: string, possible: TimelineRow['possible'], more: Partial<TimelineRow> = {}): TimelineRow {
  return { id, label: id, level: 'asserted', disputed: false, isEvent: false, possible, notes: [], ...more }
}

const drawn = (rows: readonly TimelineRow[]) =>
  parseXML(drawTimeline(rows, { theme: 'light', legend: false }))

/** What is drawn of a row's days: its second group is moved to where the axis begins. */
function bars(picture: Element, id: string): Element[] {
  const group = ofClass(picture, 'statecraft-row').find(({ attributes }) => attributes['data-id'] === id)!
  return group.children.filter(({ name }) => name === 'g').flatMap(({ children }) => children)
}

/** From where to where a bar or a range leads, px. */
function reachOf(bar: Element): [number, number] {
  const { x, width, d } = bar.attributes
  if (x !== undefined) return [Number(x), Number(x) + Number(width)]
  const [, start, end] = /^M(-?[\d.]+),[\d.]+H(-?[\d.]+)/.exec(d!)!
  return [Number(start), Number(end)]
}

describe('a timeline', () => {
  const year = row(
    'a',
    { from: '2023-01-01', until: '2023-12-31' },
    { certain: { from: '2023-04-01', until: '2023-06-29' } },
  )

  test('tells days that are certain from days that are only possible, to scale', () => {
    const [solid, outline] = bars(drawn([year]), 'a')
    expect(solid!.attributes.fill).not.toBe('none')
    expect(outline!.attributes.fill).toBe('none')
    const [[from, until], [first, last]] = [reachOf(solid!), reachOf(outline!)]
    // Of 365 days, 90 are certain, from the 91st on.
    expect((until - from) / (last - first)).toBeCloseTo(90 / 365, 2)
    expect((from - first) / (last - first)).toBeCloseTo(90 / 365, 2)
  })

  test('fills nothing that is not asserted', () => {
    const asserted = bars(drawn([year]), 'a')[0]!.attributes.fill
    for (const level of LEVELS.slice(1)) {
      const picture = drawn([{ ...year, level }])
      for (const bar of bars(picture, 'a')) expect(bar.attributes.fill).not.toBe(asserted)
      expect(bars(picture, 'a').some(({ attributes }) => attributes['stroke-dasharray'] !== undefined)).toBe(
        true,
      )
      expect(written(picture)).toContain(level)
    }
    expect(written(drawn([{ ...year, level: 'alleged', disputed: true }]))).toContain('alleged, disputed')
  })

  test('shows an event as a point on its day, or as the range within which it was', () => {
    const day = { from: '2024-04-26', until: '2024-04-26' }
    const picture = drawn([
      row('point', day, { isEvent: true, certain: day }),
      row('perhaps', day, { isEvent: true }),
      row('range', { from: '2024-04-23', until: '2024-05-02' }, { isEvent: true }),
    ])
    const [point] = bars(picture, 'point')
    const [perhaps] = bars(picture, 'perhaps')
    const placeOf = (bar: Element | undefined) => /^M([\d.]+),/.exec(bar!.attributes.d!)![1]
    expect(placeOf(point)).toBe(placeOf(perhaps))
    expect(point!.attributes.fill).not.toBe(perhaps!.attributes.fill)
    const [start, end] = reachOf(bars(picture, 'range')[0]!)
    expect(end).toBeGreaterThan(start)
  })

  test('leaves an end open that is not known, and points beyond it', () => {
    const picture = drawn([
      row('known', { from: '2020-01-01', until: '2020-12-31' }),
      row('open', { from: '2020-06-01' }),
    ])
    const [known] = bars(picture, 'known')
    const [open, arrow] = bars(picture, 'open')
    expect(known!.attributes.d).toMatch(/V.*V/) // closed at both ends
    expect(open!.attributes.d!.match(/V/g)).toHaveLength(1)
    expect(arrow!.attributes.d).toMatch(/l5,4l-5,4$/)
    expect(reachOf(open!)[1]).toBeGreaterThan(reachOf(known!)[1])
  })

  test('says so where there is no date, rather than drawing it everywhere', () => {
    for (const rows of [[row('a', {})], [row('a', {}), year]]) {
      const picture = drawn(rows)
      expect(bars(picture, 'a')).toEqual([])
      expect(written(picture)).toContain('no date')
    }
  })

  test('of nothing says so', () => {
    expect(written(drawn([]))).toEqual(['Nothing to show'])
  })

  test('of too many rows counts those that it does not draw', () => {
    const rows = Array.from({ length: MOST_ROWS + 7 }, (_, i) => row(`s${i}`, { from: '2020-01-01' }))
    const picture = drawn(rows)
    expect(ofClass(picture, 'statecraft-row')).toHaveLength(MOST_ROWS)
    expect(written(picture)).toContain('… and 7 more, which are not drawn: 7 asserted')
  })

  test('names its ticks with as much of the date as tells them apart', () => {
    const ticks = (from: string, until: string) =>
      written(drawn([row('a', { from, until })])).filter((text) => text !== 'a')
    expect(ticks('2024-04-26', '2024-04-26')).toContain('2024-04-28')
    expect(ticks('2023-01-01', '2023-12-31')).toContain('2023-04')
    expect(ticks('1950-01-01', '2020-12-31')).toContain('1960')
    expect(ticks('-0044-03-15', '0033-04-03')).toContain('-0040')
    expect(ticks('2000-01-01', '9000-01-01')).toContain('4000')
  })

  test('finds room for any days, in order, within its plot', () => {
    const day = fc.integer({ min: dayOf(-300_000, 1, 1), max: dayOf(300_000, 1, 1) })
    const span = fc.tuple(fc.option(day), fc.option(day)).map(([a, b]) => {
      const [from, until] = a !== null && b !== null && a > b ? [b, a] : [a, b]
      return {
        ...(from === null ? {} : { from: formatDay(from) }),
        ...(until === null ? {} : { until: formatDay(until) }),
      }
    })
    const rows = fc.array(
      fc.record({
        id: anyText,
        label: anyText,
        level: fc.constantFrom(...LEVELS),
        disputed: fc.boolean(),
        isEvent: fc.boolean(),
        possible: span,
        notes: fc.array(anyText, { maxLength: 2 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(rows, (some) => {
        const svg = drawTimeline(some)
        const picture = parseXML(svg)
        expect(svg).not.toMatch(/NaN|Infinity/)
        expect(drawTimeline(some)).toBe(svg)
        for (const group of ofClass(picture, 'statecraft-row')) {
          for (const { name, children } of group.children) {
            if (name !== 'g') continue
            for (const bar of children) {
              if (bar.attributes.d?.includes('H') !== true) continue
              const [from, until] = reachOf(bar)
              expect(from).toBeGreaterThanOrEqual(-2)
              expect(until).toBeGreaterThan(from)
              expect(until).toBeLessThanOrEqual(622)
            }
          }
        }
        for (const { attributes } of within(picture)) {
          for (const key of Object.keys(attributes)) expect(key).not.toMatch(/^on|href|^id$|^style$/)
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('says what is no day', () => {
    expect(() => drawTimeline([row('a', { from: 'May 2024' })])).toThrow(
      'May 2024 is not a day, as 2024-05-31 is',
    )
  })
})

describe('the timeline of an answer', () => {
  const kg = createGraph()
  const kp = kg.add('State', { id: 'state:KP', label: { en: 'North Korea', ar: 'كوريا الشمالية' } })
  const ir = kg.add('State', { id: 'state:IR', label: { en: 'Iran', ar: 'إيران' } })
  const us = kg.add('State', { id: 'state:US', label: { en: 'United States' } })
  kg.relate(kp, 'condemns', us, { claims: [{ stance: 'asserts', by: kp }] })
  kg.relate(us, 'condemns', ir, { when: '2024-05-02', claims: [{ stance: 'asserts', by: us }] })
  kg.relate(kp, 'visits', ir, {
    when: '2024-04',
    claims: [
      { stance: 'alleges', by: us },
      { stance: 'denies', by: kp },
    ],
  })
  kg.relate(kp, 'hasTiesWith', ir, { when: '../2023-12-31', claims: [{ stance: 'asserts', by: kp }] })
  const linesOf = (shown: Parameters<typeof toTimeline>[0], options = {}) => {
    const picture = parseXML(toTimeline(shown, { legend: false, ...options }))
    return ofClass(picture, 'statecraft-row').map((group) => written(group).join(' | '))
  }

  test('has its statements in the order of their days, those without a date last', () => {
    expect(linesOf(kg)).toEqual([
      expect.stringMatching(/^(Iran|North Korea) ─has ties with─ (North Korea|Iran)$/),
      'North Korea ─visits→ Iran | alleged, disputed',
      'United States ─condemns→ Iran',
      'North Korea ─condemns→ United States | no date',
    ])
    expect(linesOf(kg.view({ disputed: 'only' }))).toEqual(['North Korea ─visits→ Iran | alleged, disputed'])
  })

  test('says all that is said of each, in the languages asked for', () => {
    const picture = parseXML(toTimeline(kg, { languages: ['ar'], title: 'What happened' }))
    expect(picture.children[0]!.text).toBe('What happened')
    const visit = ofClass(picture, 'statecraft-row')[1]!
    expect(written(visit)[0]).toBe('\u2068كوريا الشمالية\u2069 ─visits→ \u2068إيران\u2069')
    expect(visit.children[0]!.text).toContain('alleged, disputed; at some time in 2024-04')
  })

  test('of a theme that there is not is refused', () => {
    // @ts-expect-error there is none
    expect(() => toTimeline(kg, { theme: 'sepia' })).toThrow(/bad-value/)
  })
})
