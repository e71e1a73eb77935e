import type { Claim, Core, Id, PlainId, Ref } from 'statecraft'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { refused, world } from './world'

const { kg, kp, us, nato, dw, kim, nuclear, report } = world()

describe('who claims, where, and who passed it on', () => {
  it('are refs of the right type', () => {
    const claim = { stance: 'asserts', by: kim, source: report, via: dw } as const
    expect(kg.relate(kp, 'supplies', us, { claims: [claim] })).toMatch(/^stmt:/)
  })

  it('or plain ids, of which the compiler knows nothing', () => {
    const id: Id = 'agency:dw'
    const made = `agency:${'dw'.toLowerCase()}` as const
    for (const by of [id, made, 'agency:dw'] as const) {
      expect(kg.relate(kp, 'supplies', us, { claims: [{ stance: 'asserts', by, via: by }] })).toMatch(
        /^stmt:/,
      )
    }
    expect(kg.from('source:elaph-2024', { by: 'agency:dw' }).relate(kp, 'condemns', us)).toMatch(/^stmt:/)
    // @ts-expect-error no id: it has no prefix
    refused('bad-id', () => kg.relate(kp, 'supplies', us, { claims: [{ stance: 'asserts', by: 'dw' }] }))
  })

  it('but no refs of a wrong type', () => {
    const [wrong, other] = [
      { stance: 'asserts', by: nuclear },
      { stance: 'asserts', source: us },
    ] as const
    // @ts-expect-error a Technology claims nothing
    refused('bad-range', () => kg.relate(kp, 'supplies', us, { claims: [wrong] }))
    // @ts-expect-error a State is no Source
    refused('bad-range', () => kg.relate(kp, 'supplies', us, { claims: [other] }))
    // @ts-expect-error a Technology claims nothing
    refused('bad-range', () => kg.from(report, { by: nuclear }).relate(kp, 'supplies', nato))
    // @ts-expect-error an Alliance is no Source
    refused('bad-range', () => kg.from(nato).relate(kp, 'supplies', nato))
    expectTypeOf<Ref<'Technology'>>().not.toExtend<PlainId>()
    expectTypeOf<'agency:dw'>().toExtend<PlainId>()
    expectTypeOf<Id>().toExtend<PlainId>()
  })

  it('have a stance of the five', () => {
    // @ts-expect-error `asserts` is spelled otherwise
    refused('bad-value', () => kg.relate(kp, 'supplies', us, { claims: [{ stance: 'assert', by: dw }] }))
    // @ts-expect-error a claim has a stance
    refused('bad-value', () => kg.relate(kp, 'supplies', us, { claims: [{ by: dw }] }))
    // @ts-expect-error somebody claims it
    refused('no-claims', () => kg.relate(kp, 'supplies', us, {}))
  })
})

describe('a claim added to a statement', () => {
  const statement = kg.relate(kp, 'sanctions', us, {
    measures: 'other',
    claims: [{ stance: 'asserts', by: kp }],
  })

  it('has the details of some relation', () => {
    kg.claim(statement, { stance: 'asserts', by: dw, measures: 'travel-ban', reason: 'as reported' })
    kg.claim(statement, { stance: 'denies', by: us })
    const [read] = kg.statements({ relation: 'sanctions', object: 'state:US' })
    expect(read?.claims).toHaveLength(3)
    // @ts-expect-error `measures` is from a list
    refused('bad-value', () => kg.claim(statement, { stance: 'asserts', by: dw, measures: 'travel-bann' }))
    // @ts-expect-error no relation has such a detail
    refused('unknown-field', () => kg.claim(statement, { stance: 'asserts', by: dw, measurs: 'travel-ban' }))
  })

  it('comes out with the details of its relation', () => {
    expectTypeOf<Claim<Core, 'sanctions'>['scope']>().toEqualTypeOf<'comprehensive' | 'partial' | undefined>()
    expectTypeOf<Claim<Core, 'supplies'>['quantity']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<Claim<Core, 'supplies'>['id']>().toEqualTypeOf<string>()
  })
})
