import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Chart, drawChart } from '../../src/drawing/chart'

const RUNS = { numRuns: Number(process.env.STATECRAFT_RUNS ?? 60) }

const chart = (values: Chart['series'][number]['values'], fields: Partial<Chart> = {}): Chart => ({
  title: 'a chart',
  first: 1900,
  range: [0, 1],
  series: [{ label: 'share', colour: 'cooperation', values }],
  ...fields,
})

/** The lines of the series: not those of the axes and the legend. */
const lines = (svg: string) => {
  const [, series] = /<g class="statecraft-series">(.*?)<\/g>/s.exec(svg)!
  return [...series!.matchAll(/<path d="([^"]*)"/g)].map(([, d]) => d!)
}

const plain = { theme: 'light', legend: false } as const

test('a line has a gap where there is no value, and a value alone is a dot', () => {
  const svg = drawChart(chart([0, 0.5, undefined, 1, 1, undefined, 0.25]), plain)
  // Seven years are six steps along 680 px; 0 is at the bottom, 260 px down.
  expect(lines(svg)).toEqual(['M0,260L113.3,130', 'M340,0L453.3,0'])
  expect(svg).toContain('<circle cx="680" cy="195"')
})

test('bounds are a band between two lines; a value without bounds is where these meet', () => {
  const svg = drawChart(chart([0.5, [0.25, 0.75], 0.5]), plain)
  expect(lines(svg)).toEqual([
    'M0,130L340,195L680,130L680,130L340,65L0,130Z',
    'M0,130L340,195L680,130',
    'M0,130L340,65L680,130',
  ])
})

test('bounds that stand alone are a line between them, with nothing to make one value of them', () => {
  const svg = drawChart(chart([[0.25, 0.75], undefined, 1]), plain)
  expect(lines(svg)).toEqual(['M0,195V65'])
  expect(svg.match(/<circle/g)).toHaveLength(1)
})

test('years stand below, and only those that there are', () => {
  const svg = drawChart(chart([1, 1, 1]), plain)
  const years = [...svg.matchAll(/text-anchor="middle"[^>]*>(\d+)</g)].map(([, year]) => year)
  expect(years).toEqual(['1900', '1901', '1902'])
  const one = drawChart(chart([1]), plain)
  expect([...one.matchAll(/text-anchor="middle"[^>]*>(\d+)</g)].map(([, year]) => year)).toEqual(['1900'])
})

test('a chart of nothing is still a picture, and labels and remarks are only text', () => {
  for (const empty of [chart([]), chart([undefined, undefined]), chart([], { series: [] })])
    expect(drawChart(empty)).toMatch(/^<svg.*<\/svg>$/s)
  const hostile = drawChart(
    chart([1], {
      title: '<script>',
      series: [{ label: '<b>\u202e', colour: 'conflict', values: [1] }],
      remarks: ['</svg>'],
    }),
  )
  expect(hostile).not.toMatch(/<script|<b>|\u202e/)
  expect(hostile.match(/<\/svg>/g)).toHaveLength(1)
})

test('whatever the values, all of it lies in the plot and no number is missing', () => {
  const value = fc.oneof(
    fc.constant(undefined),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.tuple(fc.double({ min: 0, max: 0.5, noNaN: true }), fc.double({ min: 0.5, max: 1, noNaN: true })),
  )
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 200 }),
      fc.integer({ min: -3000, max: 3000 }),
      (values, first) => {
        const svg = drawChart(chart(values, { first }), plain)
        expect(svg).not.toMatch(/NaN|undefined|Infinity/)
        for (const line of lines(svg)) {
          for (const [, x, y] of line.matchAll(/([-\d.]+),([-\d.]+)/g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(0)
            expect(Number(x)).toBeLessThanOrEqual(680)
            expect(Number(y)).toBeGreaterThanOrEqual(0)
            expect(Number(y)).toBeLessThanOrEqual(260)
          }
        }
      },
    ),
    RUNS,
  )
})
