import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Core, createGraph, type Graph } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { toPage } from 'statecraft/render'
import { describe, expect, test } from 'vitest'
import { collect } from '../../src/render/page/collect'
import type { PageData } from '../../src/render/page/data'
import { linkOf } from '../../src/render/page/values'
import { by, entity, type Fields, graphOf, source, statement, states } from '../records'

/** The page as a text: what stands in it, and what cannot. */

const example = (): Graph<Core> => {
  const kg = createGraph()
  kg.load(readJsonl(readFileSync('examples/tehran-pyongyang/graph.jsonl', 'utf8')))
  return kg
}
const dataOf = (html: string): PageData =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)![1]!) as PageData
const scriptOf = (html: string) => html.slice(html.lastIndexOf('<script>') + 8, html.lastIndexOf('</script>'))
const styleOf = (html: string) => /<style>(.*?)<\/style>/s.exec(html)![1]!

describe('a page', () => {
  test('is the same each time, and the same in whatever order the records came', () => {
    const html = toPage(example())
    expect(toPage(example())).toBe(html)
    const lines = readFileSync('examples/tehran-pyongyang/graph.jsonl', 'utf8').trimEnd().split('\n')
    const [header, ...records] = lines
    const backwards = createGraph()
    backwards.load(readJsonl([header, ...records.reverse()].join('\n')))
    expect(toPage(backwards)).toBe(html)
  })

  test('lets nothing run or load but its own script, style and worker', () => {
    const html = toPage(example())
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/
      .exec(html)![1]!
      .replaceAll('&#39;', "'")
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(scriptOf(html))}`,
      `style-src ${hash(styleOf(html))}`,
      'img-src data:',
      'worker-src blob:',
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
    // Neither style attributes nor handlers stand in it.
    const own = html.replace(scriptOf(html), '').replace(styleOf(html), '')
    expect(own).not.toMatch(/\son\w+=|\sstyle=/)
    expect(scriptOf(html)).not.toMatch(/<\/script|<!--/i)
  })

  test('of 500 entities takes less than 500 kB', () => {
    const ids = Array.from({ length: 500 }, (_, i) => `N${i}`)
    const sources = Array.from({ length: 30 }, (_, i) => source(`s${i}`, '2024-05', `state:N${i}`))
    const statements = Array.from({ length: 700 }, (_, i) =>
      statement(
        `N${(i * i) % 499}`,
        ['supports', 'opposes', 'condemns', 'aids'][i % 4]!,
        `N${(i * 7 + 1) % 500}`,
        Array.from({ length: i % 5 < 2 ? 2 : 1 }, (_, j) => ({
          stance: ['asserts', 'alleges', 'predicts'][(i + j) % 3],
          source: `source:s${(i + j * 11) % 30}`,
          at: `§${i % 20}`,
          when: `20${10 + (i % 15)}-0${1 + (i % 9)}`,
          note: { en: 'What the report adds in a few words.' },
        })),
        { occurrence: String(i) },
      ),
    ).filter(({ subject, object }) => subject !== object)
    const named = ids.map((id, i) =>
      entity('State', `state:${id}`, { label: { en: `Entity number ${i}`, ar: `الكيان رقم ${i}` } }),
    )
    const html = toPage(graphOf(named, sources, statements))
    expect(dataOf(html).nodes).toBeGreaterThanOrEqual(500)
    expect(Buffer.byteLength(html)).toBeLessThan(500_000)
  })

  test('is written whatever labels, notes and ids hold, as text', () => {
    const hostile = [
      '</script><script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      ']]>',
      '<!--<script>',
      '\u2028\u2029',
    ]
    const kg = graphOf(
      hostile.map((text, i) =>
        entity('State', `state:S${i}`, { label: { en: text }, description: { en: text } }),
      ),
      statement('S0', 'opposes', 'S1', [
        by('state:S2', 'asserts', { note: { en: hostile[0]! }, at: hostile[1]! }),
      ]),
    )
    const html = toPage(kg, { title: hostile[0]! })
    expect(html.match(/<script/g)).toHaveLength(2 + (scriptOf(html).match(/<script/g)?.length ?? 0))
    const own = html.replace(scriptOf(html), '')
    for (const text of hostile) expect(own).not.toContain(text)
    const data = dataOf(html)
    expect(data.entities[0]!.label).toBe(hostile[Number(data.entities[0]!.id.slice(-1))]!.trim())
    expect(data.statements[0]![7][0]![6]).toEqual([['note', hostile[0]!]])
  })

  test('turns no text around: bidirectional controls are spelt out', () => {
    const kg = graphOf(entity('State', 'state:A', { label: { en: 'a\u202Eb\u2066c' } }))
    expect(dataOf(toPage(kg)).entities[0]!.label).toBe('a\\u{202e}b\\u{2066}c')
  })

  test('refuses a theme that is none', () => {
    expect(() => toPage(example(), { theme: 'pink' as 'dark' })).toThrow(/bad-value/)
  })

  test('says what the view it shows asks for', () => {
    const data = dataOf(toPage(example().view({ asOf: '2024-04-20', disputed: 'exclude' })))
    expect(data.asked.join()).toContain('2024-04-20')
    expect(data.asked.join()).toContain('undisputed')
  })

  test('has the labels in the language asked for, and all of them to be found', () => {
    const data = dataOf(toPage(example(), { languages: ['ar'] }))
    const korea = data.entities.find(({ id }) => id === 'state:KP')!
    expect(korea.label).toBe('كوريا الشمالية')
    expect(korea.names?.map(([text]) => text)).toEqual(
      expect.arrayContaining(['North Korea', 'Pyongyang', 'بيونغ يانغ']),
    )
  })

  test('of a path has its statements, with what else it rests on, and its ends', () => {
    const kg = example()
    const path = kg.shortestPath('state:IR', 'commodity:oil')!
    const data = dataOf(toPage(path))
    expect(
      data.statements
        .slice(0, data.listed)
        .map(([id]) => id)
        .sort(),
    ).toEqual([...path.statements].sort())
    expect(
      data.entities
        .filter(({ end }) => end)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['commodity:oil', 'state:IR'])
  })
})

describe('what is cut', () => {
  test('is told first: paths beyond a limit', () => {
    const paths = example().paths('state:IR', 'state:KP', { limit: 3 })
    const { remarks } = dataOf(toPage(paths))
    expect(remarks[0]).toBe('… cut short by limit: there may be more')
    expect(remarks).toContain(
      'The filters choose among what this answer holds; the question is not asked again.',
    )
  })

  test('is nothing in a page of a whole graph', () => {
    expect(dataOf(toPage(example())).remarks).toEqual([])
  })

  test('of a copied graph is what the view has besides', () => {
    const graph = example().neighbourhood('state:IR')
    expect(dataOf(toPage(graph)).remarks.join()).toContain('does not come in')
  })
})

describe('what is inferred', () => {
  const kg = graphOf(
    states('A', 'B'),
    entity('IntergovernmentalOrganization', 'organization:o'),
    {
      relation: 'memberOf',
      subject: 'state:A',
      object: 'organization:o',
      claims: [by('state:A', 'asserts', { when: '2020/2022' })],
    },
    {
      relation: 'sanctions',
      subject: 'organization:o',
      object: 'state:B',
      claims: [by('state:B', 'alleges', { measures: ['not-stated'], when: '2021/2023' })],
    },
  )

  test('stands in the page as such, with what it rests on', () => {
    const path = kg.shortestPath('state:A', 'state:B', { infer: true, via: 'sanctions' })!
    const data = dataOf(toPage(path))
    expect(data.listed).toBe(0)
    expect(data.remarks.join()).toContain('was inferred once')
    expect(data.inferred).toHaveLength(1)
    const [, subject, object, , rests, rule] = data.inferred[0]!
    expect([data.entities[subject]!.id, data.entities[object]!.id, rule]).toEqual([
      'state:A',
      'state:B',
      'membership',
    ])
    expect(rests.map((place) => data.relations[data.statements[place]![1]]!.name).sort()).toEqual([
      'memberOf',
      'sanctions',
    ])
  })
})

describe('more viewpoints than can be worked out', () => {
  test('are cut, and it is said', () => {
    const many = Array.from({ length: 70 }, (_, i) => `S${i}`)
    const claims: Fields[] = many.map((actor) => by(`state:${actor}`, 'asserts'))
    const kg = graphOf(states(...many), statement('S0', 'opposes', 'S1', claims))
    const data = collect(kg.excerpt(Number.POSITIVE_INFINITY), 'many')
    expect(data.viewpoints).toHaveLength(60)
    expect(data.remarks.join()).toContain('Of 70 actors')
  })
})

describe('a link', () => {
  test('leads only to http, https and DOIs', () => {
    expect(linkOf('https://example.org/a?b=c')).toBe('https://example.org/a?b=c')
    expect(linkOf('http://example.org')).toBe('http://example.org/')
    expect(linkOf('doi:10.1000/182')).toBe('https://doi.org/10.1000/182')
    for (const bad of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'data:text/html,<script>',
      'urn:isbn:1',
      'doi:javascript:alert(1)',
      'file:///etc/passwd',
      '//example.org',
      42,
      undefined,
    ]) {
      expect(linkOf(bad), String(bad)).toBeUndefined()
    }
  })
})
