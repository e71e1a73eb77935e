import { createGraph, StatecraftError } from 'statecraft'
import { describe, expect, test } from 'vitest'
import { by, entity, graphOf, source, statement, states } from '../records'

const x = entity('Expert', 'person:x')
const setUp = () => {
  const kg = createGraph()
  return {
    kg,
    a: kg.add('State', { id: 'state:A', label: 'A' }),
    b: kg.add('State', { id: 'state:B', label: { en: 'B', AR: 'ب' } }),
    expert: kg.add('Expert', { id: 'person:x', label: 'X' }),
    report: kg.add('Article', { id: 'source:r', label: 'R', published: '2024-05' }),
  }
}

describe('add and relate', () => {
  test('throw at once for what a reader would report', () => {
    const { kg, a, b, expert } = setUp()
    expect(() => kg.add('State', { id: 'no prefix' as never, label: 'x' })).toThrow(/bad-id/)
    expect(() => kg.add('State', { id: 'state:C', label: 'x', exited: '2020' } as never)).toThrow(
      /did you mean existed/,
    )
    expect(() => kg.add('State', { id: 'state:C', label: 'x', existed: '2023-02-29' })).toThrow(/bad-date/)
    expect(() => kg.relate(a, 'rivals', b, { claims: [] })).toThrow(/no-claims/)
    expect(() =>
      kg.relate(a, 'rivals', 'state:Z' as never, { claims: [{ stance: 'asserts', by: expert }] }),
    ).toThrow(/dangling/)
    expect(() =>
      kg.relate(expert as never, 'recognizes', b, { claims: [{ stance: 'asserts', by: expert }] }),
    ).toThrow(/bad-domain/)
    expect([...kg.records()].filter((r) => 'claims' in r)).toEqual([])
  })

  test('read texts in any language, with canonical tags', () => {
    const { kg } = setUp()
    expect(kg.entity('state:B')?.label).toEqual({ ar: 'ب', en: 'B' })
    expect(kg.entity('state:A')?.label).toEqual({ und: 'A' })
    expect(kg.label('state:B', ['ar-EG'])).toBe('ب')
  })

  test('state one fact once: the same statement takes both claims', () => {
    const { kg, a, b, expert, report } = setUp()
    const first = kg.relate(a, 'supplies', b, {
      when: '2020/2021',
      claims: [{ stance: 'asserts', by: expert }],
    })
    const second = kg.relate(a, 'supplies', b, {
      when: '2020',
      claims: [{ stance: 'asserts', source: report }],
    })
    expect(second).toBe(first)
    expect(kg.statement(first)).toMatchObject({
      occurrence: '2020',
      claims: [{ when: '2020/2021' }, { when: '2020' }],
    })
  })

  test('on the face of a source make claims in it, with its defaults', () => {
    const { kg, a, b, report } = setUp()
    const face = kg.from(report, { by: 'state:B', via: 'person:x', said: '2024-04' })
    const id = face.relate(a, 'threatens', b, { at: '§2', stance: 'alleges', when: '2024' })
    expect(kg.statement(id)?.claims).toEqual([
      {
        id: expect.stringMatching(/^claim:[a-z2-7]{26}$/),
        stance: 'alleges',
        by: 'state:B',
        source: 'source:r',
        at: '§2',
        via: 'person:x',
        said: '2024-04',
        when: '2024',
      },
    ])
  })

  test('an unnamed actor passes wherever an ancestor or descendant of its type is asked', () => {
    const { kg, a, b, expert } = setUp()
    const attacker = kg.unnamed('Actor', { id: 'unnamed:1', label: 'attacker' })
    kg.relate(attacker, 'recognizes', b, { claims: [{ stance: 'asserts', by: expert }] })
    kg.relate(a, 'rivals', attacker, { claims: [{ stance: 'asserts', by: expert }] })
    expect([...kg.statements()]).toHaveLength(2)
  })

  test('ref finds an entity of a type, or says what it is', () => {
    const { kg } = setUp()
    expect(kg.ref('Jurisdiction', 'state:A')).toBe('state:A')
    expect(() => kg.ref('Person', 'state:A')).toThrow(/state:A is State, not Person/)
    expect(() => kg.ref('State', 'state:AA')).toThrow(/did you mean state:A/)
  })
})

describe('a speech act', () => {
  test('and its content are two statements: who accuses alleges it, who threatens announces it', () => {
    const kg = graphOf(
      states('A', 'B'),
      x,
      source('s', '2024'),
      statement('A', 'supplies', 'B', [by('person:x', 'predicts')], { ref: 'deed' }),
      statement('B', 'accuses', 'A', [by('person:x', 'asserts', { source: 'source:s', at: '§1' })], {
        of: 'deed',
      }),
      statement('A', 'threatens', 'B', [by('person:x', 'asserts')], { with: 'deed' }),
      statement('B', 'accuses', 'A', [by('person:x', 'alleges')], { of: 'deed', occurrence: 'rumour' }),
    )
    const [deed] = [...kg.statements({ relation: 'supplies' })]
    expect(deed?.status.level).toBe('alleged')
    expect(deed?.claims.map(({ id: _, ...claim }) => claim)).toEqual([
      { stance: 'announces', by: 'state:A', via: 'person:x' },
      { stance: 'predicts', by: 'person:x' },
      { stance: 'alleges', by: 'state:B', source: 'source:s', at: '§1', via: 'person:x' },
    ])
  })
})

describe('editing', () => {
  test('update changes what makes no identity, null removes', () => {
    const { kg } = setUp()
    kg.update('state:A', { existed: ['1948'], label: { en: 'Aland' } })
    expect(kg.entity('state:A')).toMatchObject({ existed: ['1948'], label: { en: 'Aland' } })
    kg.update('state:A', { existed: null })
    expect(kg.entity('state:A')).not.toHaveProperty('existed')
    expect(() => kg.update('state:A', { id: 'state:Z' })).toThrow(StatecraftError)
    expect(() => kg.update('state:A', { existed: 'long' })).toThrow(/bad-date/)
  })

  test('a claim is described anew, or withdrawn from a date on', () => {
    const { kg, a, b, expert } = setUp()
    const id = kg.relate(a, 'rivals', b, { claims: [{ stance: 'asserts', by: expert, confidence: 0.5 }] })
    const claim = kg.statement(id)!.claims[0]!.id
    kg.update(claim, { confidence: 0.9, note: 'seen again', when: '2020' })
    expect(kg.statement(id)?.claims).toMatchObject([
      { confidence: 0.9, note: { und: 'seen again' }, when: '2020' },
    ])
    expect(() => kg.update(claim, { by: 'state:A' })).toThrow(StatecraftError)
    expect(() => kg.withdraw(claim, 'soon')).toThrow(/bad-date/)
    kg.withdraw(claim, '2024')
    expect(kg.statement(id)).toBeUndefined()
    expect([...kg.statements()]).toEqual([])
  })

  test('remove takes a claim, a statement, or an entity with its statements', () => {
    const { kg, a, b, expert, report } = setUp()
    const id = kg.relate(a, 'rivals', b, {
      claims: [
        { stance: 'asserts', by: expert },
        { stance: 'denies', source: report },
      ],
    })
    expect(kg.remove(kg.statement(id)!.claims[0]!.id)).toBe(true)
    expect(kg.statement(id)?.claims).toHaveLength(1)
    expect(kg.remove(id)).toBe(true)
    expect(kg.statement(id)).toBeUndefined()
    expect(kg.remove(id)).toBe(false)
    expect(kg.relate(a, 'rivals', b, { claims: [{ stance: 'asserts', by: expert }] })).toBe(id)
    expect(kg.remove('state:A')).toBe(true)
    expect([...kg.statements()]).toEqual([])
    expect(kg.entity('state:A')).toBeUndefined()
    expect(kg.remove('state:A')).toBe(false)
  })

  test('what is read is fresh: changing it changes nothing', () => {
    const { kg } = setUp()
    const record = kg.entity('state:A') as { label: Record<string, string> }
    record.label.und = 'changed'
    expect(kg.label('state:A')).toBe('A')
  })

  test('iterating across a change throws', () => {
    const kg = graphOf(
      states('A', 'B'),
      x,
      statement('A', 'rivals', 'B', [by('person:x', 'asserts')]),
      statement('A', 'opposes', 'B', [by('person:x', 'asserts')]),
    )
    const reading = kg.statements()
    reading.next()
    kg.load(states('C'))
    expect(() => reading.next()).toThrow(/changed/)
  })

  test('candidates proposes statements that differ in their occurrence alone', () => {
    const kg = graphOf(
      states('A', 'B'),
      x,
      ...['2020', '2020-03', '1999'].map((when) =>
        statement('A', 'attacks', 'B', [by('person:x', 'asserts')], { when }),
      ),
      statement('B', 'attacks', 'A', [by('person:x', 'asserts')], { when: '2020' }),
    )
    expect(kg.candidates().map((group) => group.map((s) => s.occurrence).sort())).toEqual([
      ['1999', '2020', '2020-03'],
    ])
  })
})

describe('load', () => {
  test('reports by code, keeps what is fine, and throws under strict', () => {
    const records = [entity('State', 'state:A'), entity('Sate', 'state:B'), entity('State', 'state:C')]
    const kg = createGraph()
    const report = kg.load(records)
    expect(report).toMatchObject({ entities: 2, dropped: 1, errors: 1, counts: { 'unknown-type': 1 } })
    expect(report.issues[0]).toMatchObject({
      hint: 'did you mean State?',
      record: expect.stringContaining('state:B'),
    })
    expect(() => createGraph().load(records, { strict: true })).toThrow(/unknown-type/)
  })

  test('drops a statement whose ends are of the wrong types, once these are known', () => {
    const kg = createGraph()
    const report = kg.load([
      statement('A', 'recognizes', 'B', [by('person:x', 'asserts')]),
      { relation: 'recognizes', subject: 'person:x', object: 'state:B', claims: [by('person:x', 'asserts')] },
      ...states('A', 'B'),
      x,
    ])
    expect(report.counts).toEqual({ 'bad-domain': 1 })
    expect(report).toMatchObject({ statements: 1, dropped: 1 })
    expect([...kg.statements()]).toHaveLength(1)
  })

  test('keeps and reports what is spoken of and never comes', () => {
    const kg = createGraph()
    const report = kg.load([statement('A', 'rivals', 'B', [by('person:x', 'asserts')]), ...states('A')])
    expect(report.issues.map((i) => i.message)).toEqual([
      'state:B is spoken of, but no record of it came',
      'person:x is spoken of, but no record of it came',
    ])
    expect([...kg.statements()]).toHaveLength(1)
  })

  test('takes statements about statements in any order, and drops those that go in a circle', () => {
    const deed = statement('A', 'supplies', 'B', [by('person:x', 'asserts')], { ref: 'deed' })
    const about = (over: string, ref: string) =>
      statement('B', 'condemns', 'A', [by('person:x', 'asserts')], { over, ref, occurrence: ref })
    const kg = createGraph()
    const report = kg.load([
      ...states('A', 'B'),
      x,
      about('one', 'two'),
      about('deed', 'one'),
      deed,
      about('p', 'q'),
      about('q', 'p'),
    ])
    expect(report.counts).toEqual({ 'statement-cycle': 2 })
    const [two] = [...kg.statements({ relation: 'condemns' })].filter((s) => s.occurrence === 'two')
    expect(kg.statement(kg.statement(two!.over!)!.over as string)?.relation).toBe('supplies')
  })

  test('an unknown handle is left out of a statement, and said', () => {
    const kg = createGraph()
    const report = kg.load([
      ...states('A', 'B'),
      x,
      statement('B', 'condemns', 'A', [by('person:x', 'asserts')], { over: 'nothing' }),
    ])
    expect(report.issues).toMatchObject([{ code: 'dangling', path: ['over'] }])
    expect([...kg.statements()][0]).not.toHaveProperty('over')
  })

  test('finds a statement named by its id, whichever comes first', () => {
    const first = graphOf(states('A', 'B'), x, statement('A', 'supplies', 'B', [by('person:x', 'asserts')]))
    const id = [...first.statements()][0]!.id
    const condemns = statement('B', 'condemns', 'A', [by('person:x', 'asserts')], { over: id })
    const kg = graphOf(condemns, [...first.records()].reverse() as never)
    expect([...kg.statements({ relation: 'condemns' })][0]?.over).toBe(id)
    const apart = createGraph()
    expect(apart.load([condemns]).counts.dangling).toBeGreaterThan(0)
    apart.load(first.records())
    expect([...apart.statements({ relation: 'condemns', over: id })]).toHaveLength(1)
  })

  test('an asynchronous load stops at a signal', async () => {
    const stop = new AbortController()
    async function* records() {
      yield entity('State', 'state:A')
      stop.abort()
      yield entity('State', 'state:B')
    }
    const kg = createGraph()
    await expect(kg.load(records(), { signal: stop.signal })).rejects.toThrow(/abort/i)
    expect([...kg.entities()].map((e) => e.id)).toEqual(['state:A'])
  })

  test('a claim that names nobody counts as its default source’s', () => {
    const kg = createGraph(undefined, { source: 'source:s' })
    const report = kg.load([
      ...states('A', 'B'),
      source('s', '2024'),
      statement('A', 'rivals', 'B', [{ stance: 'asserts' }]),
    ])
    expect(report.counts).toEqual({ unattributed: 1 })
    expect([...kg.statements()][0]?.claims).toMatchObject([{ source: 'source:s' }])
  })

  test('says where times cannot all be true', () => {
    const report = createGraph().load([
      ...states('A', 'B'),
      x,
      entity('Expert', 'person:y'),
      statement('A', 'rivals', 'B', [
        by('person:x', 'asserts', { when: '1990' }),
        by('person:y', 'asserts', { when: '2000' }),
      ]),
    ])
    expect(report.counts).toEqual({ 'conflicting-details': 1 })
  })
})

describe('graphology', () => {
  const kg = graphOf(
    states('A', 'B', 'C', 'D'),
    x,
    statement('A', 'rivals', 'B', [by('person:x', 'asserts')]),
    statement('A', 'opposes', 'B', [by('person:x', 'predicts')]),
    statement('B', 'opposes', 'C', [by('person:x', 'asserts')]),
    statement('C', 'opposes', 'D', [by('person:x', 'asserts')]),
  )

  test('a view becomes a graph of its own, with records as attributes', () => {
    const graph = kg.toGraphology()
    expect([graph.order, graph.size]).toEqual([5, 4])
    expect(graph.edges('state:A', 'state:B')).toHaveLength(2)
    expect(graph.getNodeAttribute('state:A', 'type')).toBe('State')
    const facts = kg.view({ status: 'asserted' }).toGraphology()
    expect(facts.edges('state:A', 'state:B').map((edge) => facts.getEdgeAttribute(edge, 'relation'))).toEqual(
      ['rivals'],
    )
    graph.dropNode('state:A')
    expect(kg.entity('state:A')).toBeDefined()
  })

  test('and comes back as the same records', () => {
    const copy = createGraph()
    expect(copy.fromGraphology(kg.toGraphology()).issues).toEqual([])
    expect([...copy.records()]).toEqual([...kg.records()])
  })

  test('a neighbourhood has the entities within some steps, and the statements among them', () => {
    expect(kg.neighbourhood('state:B').nodes().sort()).toEqual(['state:A', 'state:B', 'state:C'])
    expect(kg.neighbourhood('state:B').size).toBe(3)
    expect(kg.neighbourhood('state:A', 2).nodes().sort()).toEqual(['state:A', 'state:B', 'state:C'])
    expect(kg.neighbourhood('state:A', 0).order).toBe(1)
  })
})
