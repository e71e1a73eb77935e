import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { by, entity, graphOf, source, statement, states } from '../records'

const x = entity('Expert', 'person:x')

describe('paths', () => {
  test('are all simple paths, by length and then entity ids: as an exhaustive search finds them', () => {
    const names = ['A', 'B', 'C', 'D', 'E']
    const edge = fc.record({
      from: fc.constantFrom(...names),
      to: fc.constantFrom(...names),
      relation: fc.constantFrom('opposes', 'rivals', 'supports'),
    })
    fc.assert(
      fc.property(
        fc.array(edge, { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('any', 'out', 'in'),
        (edges, maxSteps, direction) => {
          const kg = graphOf(
            states(...names),
            x,
            edges.map((e) => statement(e.from, e.relation, e.to, [by('person:x', 'asserts')])),
          )
          const all = [...kg.statements()].map(({ id, subject, object, relation }) => ({
            id,
            subject,
            object,
            relation,
          }))
          const found: string[][] = []
          const walk = (at: string, seen: string[], steps: string[]) => {
            if (at === 'state:B') return void found.push(steps)
            if (steps.length === maxSteps) return
            for (const s of all) {
              for (const forward of [true, false]) {
                const [from, to] = forward ? [s.subject, s.object] : [s.object, s.subject]
                const allowed =
                  s.relation === 'rivals' || direction === 'any' || (direction === 'out') === forward
                if (from === at && !seen.includes(to) && allowed) walk(to, [...seen, to], [...steps, s.id])
              }
            }
          }
          walk('state:A', ['state:A'], [])
          const paths = [...kg.paths('state:A', 'state:B', { maxSteps, direction: direction as 'any' })]
          const keys = paths.map((p) => p.steps.map((s) => s.statement).join())
          expect([...keys].sort()).toEqual(found.map((steps) => steps.join()).sort())
          const order = paths.map((p) => [String(p.length), ...p.entities].join(' '))
          expect(order).toEqual([...order].sort())
        },
      ),
      { numRuns: 200 },
    )
  })

  const kg = graphOf(
    states('IR', 'RU', 'KP'),
    entity('Commodity', 'commodity:oil', { label: { en: 'oil', ar: 'النفط' } }),
    entity('NewsAgency', 'agency:n', { label: { en: 'Elaph' } }),
    entity('Actor', 'unnamed:u', { unnamed: true }),
    x,
    source('s', '2024', 'agency:n'),
    ...(['IR RU', 'RU KP'] as const).map((leg) =>
      statement(
        leg.slice(0, 2),
        'supplies',
        leg.slice(3),
        [by('person:x', 'predicts', { source: 'source:s', at: '§16', method: 'derived' })],
        {
          item: 'commodity:oil',
        },
      ),
    ),
    statement('KP', 'rivals', 'IR', [by('person:x', 'asserts'), by('state:IR', 'denies')]),
    {
      relation: 'sanctions',
      subject: 'unnamed:u',
      object: 'state:IR',
      measures: ['trade-embargo'],
      claims: [by('person:x', 'asserts')],
    },
    {
      relation: 'sanctions',
      subject: 'unnamed:u',
      object: 'state:KP',
      measures: ['trade-embargo'],
      claims: [by('person:x', 'asserts')],
    },
  )

  test('print themselves with their level and sources', () => {
    const [path] = [...kg.paths('state:IR', 'state:KP', { via: 'supplies', item: 'commodity:oil' })]
    expect(String(path)).toBe(
      'IR ─supplies oil→ RU ─supplies oil→ KP      predicted (our reading) · x in Elaph, §16',
    )
    expect(path?.level).toBe('predicted')
    expect(path?.sources).toEqual(['source:s'])
    expect(path?.toJSON().steps.map((s) => s.forward)).toEqual([true, true])
    expect(path?.toString(['ar'])).toContain('النفط')
  })

  test('have the weakest level of their steps, and are disputed where one is', () => {
    const [rivals] = [...kg.paths('state:IR', 'state:KP')]
    expect(String(rivals)).toBe('IR ─rivals─ KP      asserted, disputed · x')
    expect(rivals?.disputed).toBe(true)
  })

  test('against direction are drawn so, and walked only where they may be', () => {
    expect([...kg.paths('state:KP', 'state:IR', { via: '^supplies' })].map(String)).toEqual([
      'KP ←supplies oil─ RU ←supplies oil─ IR      predicted (our reading) · x in Elaph, §16',
    ])
    expect([...kg.paths('state:KP', 'state:IR', { via: 'supplies' })]).toEqual([])
    expect([...kg.paths('state:KP', 'state:IR', { via: '^supplies', avoid: 'state:RU' })]).toEqual([])
  })

  test('may end at an unnamed actor, and never run through one', () => {
    expect([...kg.paths('state:IR', 'unnamed:u', { maxSteps: 1 })]).toHaveLength(1)
    expect([...kg.paths('state:IR', 'state:KP', { via: ['sanctions', '^sanctions'] })]).toEqual([])
  })

  test('in a view use its statements alone', () => {
    expect([...kg.view({ status: 'asserted' }).paths('state:IR', 'state:KP')].map((p) => p.length)).toEqual([
      1,
    ])
    expect(kg.view({ disputed: 'exclude' }).shortestPath('state:IR', 'state:KP')?.length).toBe(2)
  })

  test('say at their end whether a limit cut them short', () => {
    const end = (limit: number) => {
      const paths = kg.paths('state:IR', 'state:KP', { limit })
      for (const _ of paths) expect(paths.complete).toBe(false)
      return paths
    }
    expect([...kg.paths('state:IR', 'state:KP')]).toHaveLength(2)
    expect([1, 2, 3].map((limit) => end(limit).complete)).toEqual([false, true, true])
  })

  test('from an entity to itself is the one path of no steps; the limit limits; bad options are refused', () => {
    expect([...kg.paths('state:IR', 'state:IR')].map(String)).toEqual(['IR'])
    expect([...kg.paths('state:IR', 'state:KP', { limit: 1 })]).toHaveLength(1)
    expect(() => [...kg.paths('state:IR', 'state:KP', { maxSteps: 100 })]).toThrow(/maxSteps/)
    expect(() => [...kg.paths('state:IR', 'state:KX')]).toThrow(/did you mean state:K/)
    expect(() => [...kg.paths('state:IR', 'state:KP', { via: 'suplies' as never })]).toThrow(
      /did you mean supplies/,
    )
  })

  test('in the order of time are found quickly among very many parallel statements', () => {
    const legs = ['A B', 'B C', 'C D'].flatMap((leg) =>
      Array.from({ length: 1000 }, (_, i) =>
        statement(leg[0]!, 'supplies', leg[2]!, [by('person:x', 'asserts', { when: `20${10 + (i % 10)}` })], {
          occurrence: `${i}`,
        }),
      ),
    )
    const late = statement('D', 'supplies', 'E', [by('person:x', 'asserts', { when: '2001' })])
    const kg = graphOf(x, states('A', 'B', 'C', 'D', 'E'), legs, late)
    const start = performance.now()
    const paths = kg.paths('state:A', 'state:E', { timeRespecting: 'possibly', budget: 2000 })
    expect(paths.toArray()).toEqual([])
    expect(paths.complete).toBe(true)
    expect(performance.now() - start).toBeLessThan(2000)
  })

  test('best first come also among very many parallel statements', () => {
    const legs = ['A B', 'B C'].flatMap((leg) =>
      Array.from({ length: 3000 }, (_, i) =>
        statement(leg[0]!, 'supplies', leg[2]!, [by('person:x', 'asserts', { confidence: 0.9 })], {
          occurrence: `${i}`,
        }),
      ),
    )
    const kg = graphOf(x, states('A', 'B', 'C'), legs)
    const best = kg.paths('state:A', 'state:C', { weight: 'confidence', limit: 3 })
    expect(best.toArray().map((path) => path.weight)).toEqual([0.81, 0.81, 0.81])
    expect(best.cut).toBe('limit')
  })

  test('however far an entity is, what is reached can tell a way', () => {
    const names = Array.from({ length: 400 }, (_, i) => `N${String(i).padStart(3, '0')}`)
    const chain = graphOf(
      x,
      states(...names),
      names.slice(1).map((to, i) => statement(names[i]!, 'supplies', to, [by('person:x', 'asserts')])),
    )
    const last = chain.reachable('state:N000').toArray().at(-1)
    expect([last?.entity, last?.distance, last?.path()?.length]).toEqual(['state:N399', 399, 399])
  })
})
