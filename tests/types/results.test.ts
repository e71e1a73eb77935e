import type { Core, Id, Statement, StatementId } from 'statecraft'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { refused, world } from './world'

const { kg, kp, us, nuclear, report } = world()
kg.relate(kp, 'supplies', us, {
  item: nuclear,
  stage: 'ordered',
  claims: [{ stance: 'asserts', source: report }],
})
kg.from(report).relate(us, 'sanctions', kp, { measures: ['travel-ban'] })

describe('statements of a relation', () => {
  it('have its qualifiers, and their claims its details', () => {
    const [supply] = kg.statements({ relation: 'supplies' })
    expectTypeOf(supply!.relation).toEqualTypeOf<'supplies'>()
    expectTypeOf(supply!.item).toEqualTypeOf<string | undefined>()
    expectTypeOf(supply!.event).toEqualTypeOf<string | undefined>()
    expectTypeOf(supply!.subject).toEqualTypeOf<Id>()
    expectTypeOf(supply!.id).toEqualTypeOf<StatementId>()
    expectTypeOf(supply!.claims[0]!.stage).toEqualTypeOf<
      'offered' | 'ordered' | 'licensed' | 'delivered' | undefined
    >()
    expectTypeOf(supply!.claims[0]!.reason).toEqualTypeOf<
      { readonly [language: string]: string } | undefined
    >()
    expect(supply?.item).toBe('technology:nuclear')
    // @ts-expect-error a supply has no measures
    expect(supply?.measures).toBeUndefined()
    // @ts-expect-error the stage is told by claims: sources may differ about it
    expect(supply?.stage).toBeUndefined()
  })

  it('come with several values where there may be several', () => {
    const [sanction] = kg.statements({ relation: 'sanctions' })
    type Measure = keyof Core['lists']['measure']['values']
    expectTypeOf(sanction!.claims[0]!.measures).toEqualTypeOf<readonly Measure[] | undefined>()
    expect(sanction?.claims[0]?.measures).toEqual(['travel-ban'])
  })

  it('are told apart by `relation`, where they are of several', () => {
    const found: string[] = []
    for (const statement of kg.statements({ relation: ['supplies', 'sanctions'] })) {
      if (statement.relation === 'supplies') {
        expectTypeOf(statement.item).toEqualTypeOf<string | undefined>()
        // @ts-expect-error a supply belongs to no programme
        expect(statement.programme).toBeUndefined()
        found.push(`${statement.claims[0]?.stage}`)
      } else {
        expectTypeOf(statement.relation).toEqualTypeOf<'sanctions'>()
        expectTypeOf(statement.programme).toEqualTypeOf<string | undefined>()
        found.push(`${statement.claims[0]?.measures}`)
      }
    }
    expect(found.sort()).toEqual(['ordered', 'travel-ban'])
  })

  it('are statements of any relation, too', () => {
    expectTypeOf<Statement<Core, 'supplies'>>().toExtend<Statement>()
    expectTypeOf<Statement<Core, 'supplies' | 'sanctions'>>().toExtend<Statement>()
    expectTypeOf<Statement>().not.toExtend<Statement<Core, 'supplies'>>()
  })

  it('are of any relation where none is asked for', () => {
    const [first] = kg.statements()
    expectTypeOf(first!.relation).toEqualTypeOf<string>()
    expectTypeOf(first!.item).toEqualTypeOf<unknown>()
  })
})

describe('asking for statements', () => {
  it('takes plain ids and typed refs as ends and qualifiers', () => {
    const id: string = 'state:KP'
    expect([...kg.statements({ relation: 'supplies', subject: id, item: nuclear })]).toHaveLength(1)
    expect([
      ...kg.statements({ relation: 'supplies', subject: kp, item: 'technology:nuclear' }),
    ]).toHaveLength(1)
    expect([...kg.paths(id, us, { maxSteps: 1 })].length).toBeGreaterThan(0)
    expect(kg.shortestPath('state:KP', us)?.length).toBe(1)
  })

  it('refuses relations, qualifiers and values that are not defined', () => {
    // @ts-expect-error `supplies` is spelled otherwise
    expect(() => [...kg.statements({ relation: 'suplies' })]).toThrow(/did you mean supplies\?/)
    // @ts-expect-error measures are told by claims; they are no defining qualifier
    refused('unknown-field', () => [...kg.statements({ relation: 'sanctions', measures: 'travel-ban' })])
    // @ts-expect-error `member` is spelled otherwise
    expect([...kg.statements({ relation: 'memberOf', standing: 'membre' })]).toEqual([])
    // @ts-expect-error `supplies` is spelled otherwise
    expect(() => kg.view({ relations: ['suplies'] })).toThrow(/did you mean supplies\?/)
    // @ts-expect-error `State` is spelled otherwise
    expect(() => kg.view({ types: 'Sate' })).toThrow(/did you mean State\?/)
    // @ts-expect-error `State` is spelled otherwise
    expect(() => [...kg.entities('Sate')]).toThrow()
  })
})
