import { inspect } from 'node:util'
import type { Graph } from 'statecraft'
import { describe, expect, test } from 'vitest'
import { by, entity, graphOf, source, statement, states } from '../records'

const DISPLAY = Symbol.for('Jupyter.display')
/** What a notebook shows of a value. */
const shownBy = (value: unknown) => (value as { [DISPLAY](): { [type: string]: string } })[DISPLAY]()

const claims = [by('person:x', 'asserts', { source: 'source:s', at: '§3' })]
/** A supplies B oil (asserted), B supplies C oil (predicted), C opposes A (alleged and denied). */
const triangle = () =>
  graphOf(
    entity('Expert', 'person:x', { label: { en: 'Ms X' } }),
    source('s', '2024'),
    entity('Commodity', 'commodity:oil'),
    ...states('A', 'B', 'C'),
    statement('A', 'supplies', 'B', [{ ...claims[0], when: '2024-04-18' }], { item: 'commodity:oil' }),
    statement('B', 'supplies', 'C', [by('person:x', 'predicts', { source: 'source:s' })], {
      item: 'commodity:oil',
    }),
    statement('C', 'opposes', 'A', [
      by('state:A', 'alleges', { source: 'source:s', when: '2024-04' }),
      by('state:C', 'denies', { source: 'source:s' }),
    ]),
  )
/** So many states, each of which opposes the next. */
const chain = (count: number) => {
  const names = Array.from({ length: count }, (_, i) => `S${String(i).padStart(3, '0')}`)
  return graphOf(
    entity('Expert', 'person:x'),
    source('s', '2024'),
    ...states(...names),
    names.slice(1).map((name, i) => statement(names[i]!, 'opposes', name, claims)),
  )
}
/** So many parallel statements from A to B. */
const parallel = (count: number) =>
  graphOf(
    entity('Expert', 'person:x'),
    source('s', '2024'),
    ...states('A', 'B'),
    Array.from({ length: count }, (_, i) => statement('A', 'attacks', 'B', claims, { occurrence: `${i}` })),
  )

const groupsOf = (svg: string, kind: 'node' | 'edge') =>
  [...svg.matchAll(new RegExp(`<g[^>]*class="statecraft-${kind}"[^>]*data-id="([^"]*)"`, 'g'))].map(
    ([, id]) => id,
  )

describe('a picture', () => {
  test('of a path holds its entities and statements, and nothing else', () => {
    const kg = triangle()
    const path = kg.shortestPath('state:A', 'state:C', { via: 'supplies' })!
    const svg = path.toSVG()
    expect(groupsOf(svg, 'node').sort()).toEqual(['state:A', 'state:B', 'state:C'])
    expect(groupsOf(svg, 'edge').sort()).toEqual([...path.statements].sort())
    expect(svg).toContain('supplies oil')
  })

  test('tells levels by word beside the line, and dates and claimants in tooltips', () => {
    const kg = triangle()
    const svg = kg.toSVG()
    expect(svg).toMatch(/>predicted</)
    expect(svg).toMatch(/>alleged, disputed</)
    expect(svg).toContain('asserts: Ms X in s, §3 (of 2024-04-18)')
    expect(svg).toContain('denies: C in s')
    // An alleged state of a month: it may hold then, and nobody knows on which days.
    expect(svg).toContain('alleged, disputed; possibly in 2024-04')
  })

  test('of several paths holds each statement once', () => {
    const kg = triangle()
    const paths = kg.paths('state:A', 'state:C')
    const svg = paths.toSVG()
    expect(groupsOf(svg, 'edge')).toHaveLength(3)
    expect(paths.toArray()).toHaveLength(2)
  })

  test('of a match holds what is met, and what is only spoken of with its own level', () => {
    const kg = graphOf(
      entity('Expert', 'person:x'),
      ...states('A', 'B'),
      statement('A', 'attacks', 'B', [by('person:x', 'predicts')], { ref: 'war' }),
      statement('A', 'condemns', 'B', [by('person:x', 'asserts')], { over: 'war' }),
    )
    const [match] = kg.match((m) => m.where('?a', 'condemns', '?b', { over: '?war' })).toArray()
    const svg = match!.toSVG()
    expect(groupsOf(svg, 'edge')).toHaveLength(2)
    expect(svg).toMatch(/>predicted</)
    expect(match!.level).toBe('asserted')
  })

  test('of what was inferred says that nobody states it, and on whose word it rests', () => {
    const kg = graphOf(
      entity('Expert', 'person:x', { label: { en: 'Ms X' } }),
      ...['P1', 'P2', 'P3'].map((name) => entity('Place', `place:${name}`)),
      ...[1, 2].map((i) => ({
        relation: 'locatedIn',
        subject: `place:P${i}`,
        object: `place:P${i + 1}`,
        claims: [by('person:x', 'asserts')],
      })),
    )
    const path = kg.shortestPath('place:P1', 'place:P3', { infer: true, maxSteps: 1 })!
    expect(path.steps[0]?.statement).toBeUndefined()
    expect(path.toSVG()).toContain('follows from what others state')
    expect(path.toSVG()).toContain('asserts: Ms X')
  })

  test('leaves out who is only cited, but shows entities where there is no statement', () => {
    expect(groupsOf(triangle().toSVG(), 'node').sort()).toEqual(['state:A', 'state:B', 'state:C'])
    expect(groupsOf(graphOf(...states('A', 'B')).toSVG(), 'node').sort()).toEqual(['state:A', 'state:B'])
  })

  test('of too much is refused, with a page as the way out; its HTML says so and lists', () => {
    const kg = chain(202)
    expect(() => kg.toSVG()).toThrow(/at most 200 entities, not 202 .*toPage/s)
    const html = kg.toHTML()
    expect(html).not.toContain('<svg')
    expect(html).toMatch(/No picture: a picture shows at most 200 entities, not 202.*toPage/)
    expect(html).toContain('… and 181 more')
    expect(shownBy(kg)).not.toHaveProperty('image/svg+xml')
  })

  test('of many statements between the same two counts those that it does not draw, by level', () => {
    const [asserted, predicted] = [claims, [by('person:x', 'predicts')]]
    const kg = graphOf(
      entity('Expert', 'person:x'),
      source('s', '2024'),
      ...states('A', 'B'),
      Array.from({ length: 40 }, (_, i) =>
        statement('A', 'attacks', 'B', i < 30 ? asserted : predicted, { occurrence: `${i}` }),
      ),
    )
    const svg = kg.toSVG()
    const drawn = groupsOf(svg, 'edge').length
    expect(svg).toContain(`>${40 - drawn} more<`)
    expect(svg).toContain(`>${30 - drawn} asserted, 10 predicted<`)
  })

  test('speaks the language that was asked for', () => {
    const kg = graphOf(
      entity('Expert', 'person:x'),
      entity('State', 'state:A', { label: { en: 'Iran', ar: 'إيران' } }),
      ...states('B'),
      statement(
        'A',
        'opposes',
        'B',
        claims.map(({ source: _, ...claim }) => claim),
      ),
    )
    expect(kg.toSVG({ languages: ['ar'] })).toContain('إيران')
    expect(kg.toSVG()).not.toContain('إيران')
    expect(kg.toHTML({ languages: ['ar'] })).toContain('\u2068إيران\u2069 ─opposes→ B')
  })
})

describe('HTML', () => {
  test('shows a match as a table with a column for each variable, and who says so', () => {
    const kg = triangle()
    const html = kg.match((m) => m.where('?who', 'supplies', '?whom', { item: '?what' })).toHTML()
    const heads = [...html.matchAll(/<th [^>]*>([^<]*)<\/th>/g)].map(([, text]) => text)
    expect(heads).toEqual(['who', 'whom', 'what', 'standing', 'who says so'])
    const cells = [...html.matchAll(/<td [^>]*>([^<]*)<\/td>/g)].map(([, text]) => text)
    expect(cells).toEqual([
      ...['A', 'B', 'oil', 'asserted', 'Ms X in s, §3'],
      ...['B', 'C', 'oil', 'predicted', 'Ms X in s'],
    ])
    expect(html).toContain('<tr data-level="predicted">')
    expect(html).toContain('<svg')
  })

  test('shows a group with its count by level', () => {
    const html = triangle()
      .match((m) => m.where('?who', 'supplies', '?whom').groupBy('?who'))
      .toHTML()
    expect(html).toMatch(/<td [^>]*>B<\/td><td [^>]*>1<\/td><td [^>]*>1 predicted<\/td>/)
  })

  test('shows each step of a path with its own standing', () => {
    const path = triangle().shortestPath('state:A', 'state:C', { via: 'supplies' })!
    const html = path.toHTML()
    expect(html).toMatch(/A ─supplies oil→ B<\/td><td [^>]*>asserted<\/td>/)
    expect(html).toMatch(/B ─supplies oil→ C<\/td><td [^>]*>predicted<\/td>/)
  })

  test('folds after 20 rows, or as many as are asked for, and says how many more there are', () => {
    const kg = parallel(35)
    const rows = (html: string) => html.match(/<tr/g)!.length - 1
    const paths = () => kg.paths('state:A', 'state:B')
    expect(rows(paths().toHTML())).toBe(20)
    expect(paths().toHTML()).toContain('… and 15 more')
    expect(paths().toHTML()).toContain('20 of 35 paths')
    expect(rows(paths().toHTML({ rows: 30 }))).toBe(30)
    expect(rows(paths().toHTML({ rows: Infinity }))).toBe(35)
    expect(kg.paths('state:A', 'state:B', { limit: 25 }).toHTML()).toMatch(
      /… and 5 more.*cut short by limit: there may be more/s,
    )
    expect(() => paths().toHTML({ rows: 0 })).toThrow(/rows is a whole number/)
    for (const one of [kg, paths()])
      expect(() => one.toMarkdown(undefined, -1)).toThrow(/rows is a whole number/)
    expect(paths().toMarkdown().split('\n').at(-1)).toBe('… and 15 more')
    expect(kg.toMarkdown().split('\n').at(-1)).toBe('… and 15 more')
  })

  test('says so where there is nothing', () => {
    const html = triangle().paths('state:A', 'state:B', { via: 'attacks' }).toHTML()
    expect(html).toContain('no paths found')
    expect(triangle().view({ relations: 'attacks' }).toHTML()).toContain('no statements')
  })

  test('keeps markup in labels out, in every form', () => {
    const hostile = '<script>pwn()</script>"><img src=x onerror=pwn()> ]]> </svg>'
    const kg = graphOf(
      entity('Expert', 'person:x', { label: { en: hostile } }),
      entity('State', 'state:A', { label: { en: hostile } }),
      ...states('B'),
      statement('A', 'opposes', 'B', [by('person:x', 'asserts', { at: hostile })]),
    )
    for (const one of [kg, kg.paths('state:A', 'state:B'), kg.neighbourhood('state:A')]) {
      for (const text of [one.toSVG(), one.toHTML()])
        expect(text).not.toMatch(/<script|<img|\]\]>|<\/svg>.*<\/svg>/s)
      expect(one.toMarkdown()).not.toMatch(/(^|[^\\])<(script|img)/)
    }
  })

  test('lets no name turn an arrow around', () => {
    const kg = graphOf(
      entity('Expert', 'person:x', { label: { ar: 'خبير' } }),
      entity('State', 'state:A', { label: { ar: 'إيران' } }),
      entity('State', 'state:B', { label: { ar: '\u2069روسيا\u202e' } }),
      statement('A', 'supplies', 'B', [by('person:x', 'asserts')]),
    )
    // Unicode Standard Annex 9: a line is read as its first strong letter outside of isolates, which is that of the verb.
    const line =
      '\u2068إيران\u2069 ─supplies→ \u2068\\u{2069}روسيا\\u{202e}\u2069      asserted · \u2068خبير\u2069'
    expect(String(kg.paths('state:A', 'state:B'))).toBe(line)
    expect(kg.toSVG()).toContain(`<title>${line.split('      ')[0]}`)
    expect(kg.toHTML()).toMatch(/^<div class="statecraft [^"]*" dir="ltr">/)
    expect(kg.toHTML()).not.toContain('dir="auto"')
  })

  test('is made an element by whatever document it is for', () => {
    const made: { name: string; innerHTML: string }[] = []
    const document = {
      createElement(name: 'div') {
        const element = { name: name as string, innerHTML: '' }
        made.push(element)
        return element
      },
    }
    const path = triangle().shortestPath('state:A', 'state:B')!
    const element = path.toElement(document, { rows: 5 })
    expect(element).toBe(made[0])
    expect(element.innerHTML).toBe(path.toHTML({ rows: 5 }))
  })
})

describe('a notebook', () => {
  const every = (kg: Graph) => ({
    path: kg.shortestPath('state:A', 'state:C'),
    paths: kg.paths('state:A', 'state:C'),
    match: kg.match((m) => m.where('?a', 'supplies', '?b')).next().value,
    matches: kg.match((m) => m.where('?a', 'supplies', '?b')),
    groups: kg.match((m) => m.where('?a', 'supplies', '?b').groupBy('?a')),
    reached: kg.reachable('state:A'),
    view: kg.view({ status: ['asserted', 'predicted'] }),
    graph: kg,
    subgraph: kg.neighbourhood('state:B'),
    projection: kg.toGraphology(),
  })

  test.each(Object.keys(every(triangle())) as (keyof ReturnType<typeof every>)[])(
    'gets HTML with the picture in it, Markdown, text and SVG of each result: %s',
    (name) => {
      const bundle = shownBy(every(triangle())[name])
      expect(Object.keys(bundle)).toEqual(['text/html', 'text/markdown', 'text/plain', 'image/svg+xml'])
      expect(bundle['text/html']).toContain(bundle['image/svg+xml'])
      expect(bundle['image/svg+xml']).toMatch(/^<svg .*<\/svg>\s*$/s)
      expect(bundle['text/plain']).toContain('A')
      expect(bundle['text/markdown']).toContain('A')
    },
  )

  test('reads nothing: what it showed can still be read, once', () => {
    const paths = triangle().paths('state:A', 'state:C')
    shownBy(paths)
    inspect(paths)
    paths.toSVG()
    paths.toMarkdown()
    expect([paths.complete, paths.cut]).toEqual([false, undefined])
    expect(paths.toArray()).toHaveLength(2)
    expect(paths.complete).toBe(true)
    expect(paths.toArray()).toHaveLength(0)
  })

  test('shows what was not read yet', () => {
    const paths = parallel(3).paths('state:A', 'state:B')
    paths.next()
    expect(shownBy(paths)['text/plain']!.split('\n')).toHaveLength(2)
    expect(paths.toArray()).toHaveLength(2)
  })

  test('shows what holds now, where the graph was changed and nobody read', () => {
    const kg = triangle()
    const paths = kg.paths('state:A', 'state:C', { via: 'supplies' })
    expect(shownBy(paths)['text/plain']).toContain('predicted')
    kg.relate(kg.ref('State', 'state:A'), 'supplies', kg.ref('State', 'state:C'), {
      item: kg.ref('Commodity', 'commodity:oil'),
      claims: [{ stance: 'asserts', by: kg.ref('Expert', 'person:x') }],
    })
    expect(paths.toArray().map((path) => path.level)).toEqual(['asserted', 'predicted'])
  })

  test('is told where an answer was cut, and that a search may go on', () => {
    const kg = parallel(2000)
    const plain = (value: unknown) => shownBy(value)['text/plain']!.split('\n')
    expect(plain(kg.paths('state:A', 'state:B', { limit: 3 })).at(-1)).toMatch(/cut short by limit/)
    expect(plain(kg.paths('state:A', 'state:B')).at(-1)).toBe('… and at least 1000 more')
  })
})

describe('what is shown of an answer', () => {
  test('says in plain sight where it was cut, or what was not searched for', () => {
    const kg = parallel(30)
    const some = () => kg.paths('state:A', 'state:B', { limit: 3 })
    expect(some().toSVG()).toMatch(/<text [^>]*>… cut short by limit: there may be more<\/text>/)
    expect(some().toSVG()).toContain('<title>at least 3 paths</title>')
    expect(kg.paths('state:A', 'state:B').toSVG()).toMatch(/<text [^>]*>… and 10 more<\/text>/)
    // Unknown is not no.
    const unsearched = kg.paths('state:A', 'state:B', { budget: 0 })
    expect(unsearched.toSVG()).toMatch(/>… cut short by budget: there may be more</)
    expect(unsearched.toSVG()).not.toContain('Nothing to show')
    expect(unsearched.toHTML()).not.toContain('no paths found')
    expect(kg.paths('state:B', 'state:A', { direction: 'out' }).toSVG()).toMatch(/>no paths found</)
  })

  test('tells what was read before, and does not call it nothing', () => {
    const paths = parallel(5).paths('state:A', 'state:B')
    for (let i = 0; i < 3; i++) paths.next()
    expect(paths.toHTML()).toContain('<strong>2 paths (3 before were read)</strong>')
    paths.toArray()
    expect(paths.toHTML()).toContain('all 5 paths were read')
    expect(inspect(paths)).toBe('Answer { all 5 paths were read }')
  })

  test('ends nothing: a reader is told that the graph was changed, or that it was aborted', () => {
    const kg = parallel(5)
    const paths = kg.paths('state:A', 'state:B')
    paths.next()
    kg.add('State', { id: 'state:new', label: 'new' })
    expect(inspect(paths)).toContain('changed while the answer was being read')
    expect(() => paths.toArray()).toThrow(/changed while/)
    expect(paths.next().done).toBe(true)
    const stop = new AbortController()
    const aborted = parallel(5).paths('state:A', 'state:B', { signal: stop.signal })
    aborted.toHTML()
    stop.abort(new Error('enough'))
    expect(() => aborted.next()).toThrow('enough')
    expect([aborted.complete, aborted.next().done]).toEqual([false, true])
  })

  test('tells what it is worth to be reached, and who says so', () => {
    const reached = () =>
      triangle()
        .view({ status: ['predicted', 'asserted'] })
        .reachable('state:A')
    expect(reached().toHTML()).toMatch(/<tr data-level="predicted">.*state:C/)
    expect([...reached()].at(-1)!.toSVG()).toContain('<title>C (2); predicted</title>')
    expect(reached().toMarkdown()).toMatch(/^- C \(2\) · predicted · Ms X in s/m)
    expect(inspect(reached())).toMatch(/C \(2\) {6}predicted · Ms X in s/)
  })

  test('tells in its title what it is worth, what is disputed, and whose view it is', () => {
    const kg = triangle()
    expect(kg.shortestPath('state:B', 'state:C', { via: 'supplies' })!.toSVG()).toContain(
      '<title>B ─supplies oil→ C; predicted</title>',
    )
    expect(String(kg)).toBe(
      '3 statements about 3 entities: 1 asserted, 1 alleged, 1 predicted, 1 of them disputed',
    )
    const theirs = kg.view({ viewpoint: 'state:A' }).paths('state:C', 'state:A')
    expect(theirs.toSVG()).toContain('<title>1 path; as A sees it</title>')
    expect(kg.paths('state:C', 'state:A', { viewpoint: 'state:A' }).toSVG()).toContain('as A sees it')
  })

  test('is drawn before long, however much was said of how many statements', () => {
    const kg = graphOf(
      entity('Expert', 'person:x'),
      ...states('A', 'B'),
      Array.from({ length: 600 }, (_, i) =>
        statement('A', 'visits', 'B', [by('person:x', 'asserts'), by('state:A', 'denies')], {
          occurrence: `${i}`,
        }),
      ),
    )
    const few = parallel(20)
    const timed = (draw: () => unknown) => {
      const start = performance.now()
      draw()
      return performance.now() - start
    }
    for (const graph of [few, kg]) graph.toSVG()
    // Thirty times as many, of which no more are drawn.
    expect(timed(() => kg.toSVG())).toBeLessThan(1000 + 100 * timed(() => few.toSVG()))
  })
})

describe('a prompt', () => {
  test('shows answers, views and subgraphs in lines', () => {
    const kg = triangle()
    expect(inspect(kg.paths('state:A', 'state:C', { via: 'supplies' }))).toBe(
      'Answer { 1 path\n  A ─supplies oil→ B ─supplies oil→ C      predicted · Ms X in s, §3 · Ms X in s }',
    )
    expect(inspect(kg.paths('state:A', 'state:B', { via: 'attacks' }))).toBe('Answer { no paths found }')
    expect(inspect(kg.view({ status: 'predicted', asOf: '2024-04-20' }))).toBe(
      'View { 1 statement about 2 entities: 1 predicted; predicted; holding on 2024-04-20\n' +
        '  B ─supplies oil→ C      predicted · Ms X in s }',
    )
    expect(inspect(kg.neighbourhood('state:A'))).toMatch(/^DirectedGraph { 3 statements about 3 entities/)
  })

  test('is given what went wrong, instead of an exception', () => {
    const aborted = triangle().paths('state:A', 'state:C', { signal: AbortSignal.abort(new Error('enough')) })
    expect(inspect(aborted)).toBe('Nothing to show { enough }')
    // Looking took nothing away: whoever reads is told, too.
    expect(() => aborted.toArray()).toThrow('enough')
    const kg = triangle()
    const path = kg.shortestPath('state:A', 'state:B')!
    const [match] = kg.match((m) => m.where('?a', 'supplies', 'state:B'))
    kg.remove(path.statements[0]!)
    expect(inspect(path)).toMatch(/^Nothing to show { dangling: .*is there no more/)
    expect(inspect(match)).toMatch(/^Nothing to show { dangling: .*is there no more/)
  })
})

describe('a subgraph', () => {
  test('shows what is left of it', () => {
    const subgraph = triangle().neighbourhood('state:B')
    expect(groupsOf(subgraph.toSVG(), 'node')).toHaveLength(3)
    subgraph.dropNode('state:C')
    expect(groupsOf(subgraph.toSVG(), 'node').sort()).toEqual(['state:A', 'state:B'])
    expect(String(subgraph)).toBe('1 statement about 2 entities: 1 asserted')
  })
})
