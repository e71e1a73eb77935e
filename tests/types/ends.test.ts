import { createGraph, type Ref } from 'statecraft'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { refused, world } from './world'

// Where a line does not compile, it is run all the same: the graph refuses what the compiler refuses.

describe('the ends of a relation', () => {
  const { kg, kp, us, crimea, nato, komid, kim, ship, nuclear, missile, oil, npt, report } = world()
  const claims = [{ stance: 'asserts', source: report }] as const

  it('refuse a subject of a wrong type', () => {
    // @ts-expect-error a Technology is no Actor
    refused('bad-domain', () => kg.relate(nuclear, 'supplies', us, { claims }))
    // @ts-expect-error a Company is no Vessel or Aircraft
    refused('bad-domain', () => kg.relate(komid, 'flaggedBy', kp, { claims }))
    // @ts-expect-error the same on the face of a source
    refused('bad-domain', () => kg.from(report).relate(nuclear, 'supplies', us))
  })

  it('refuse an object of a wrong type', () => {
    // @ts-expect-error a Technology is no Actor
    refused('bad-range', () => kg.relate(kp, 'supplies', nuclear, { claims }))
    // @ts-expect-error a State is no Organization
    refused('bad-range', () => kg.relate(kp, 'memberOf', us, { claims }))
    // @ts-expect-error a Treaty is no Organization
    refused('bad-range', () => kg.from(report).relate(kp, 'memberOf', npt))
  })

  it('refuse a supertype where a subtype is asked', () => {
    const organization: Ref<'Organization' | 'Actor'> = nato
    // @ts-expect-error an Organization need not be a Jurisdiction: here it is an Alliance
    refused('bad-domain', () => kg.relate(organization, 'pledgesTo', us, { claims }))
    const actor: Ref<'Actor'> = kp
    // @ts-expect-error an Actor need not be a Person: here it is a State
    refused('bad-domain', () => kg.relate(actor, 'citizenOf', us, { claims }))
  })

  it('take a subtype where its ancestor is asked', () => {
    expect(kg.relate(nato, 'supplies', komid, { claims })).toMatch(/^stmt:/)
    expect(kg.relate(crimea, 'locatedIn', kp, { claims })).toMatch(/^stmt:/)
    expect(kg.relate(kp, 'produces', missile, { claims })).toMatch(/^stmt:/)
    expectTypeOf(missile).toExtend<Ref<'Technology'>>()
    expectTypeOf(nato).toExtend<Ref<'Actor'>>()
    expectTypeOf<Ref<'Actor'>>().not.toExtend<typeof nato>()
  })

  it('take what is of several types wherever one of them is asked', () => {
    expectTypeOf(kim).toExtend<Ref<'Expert'> & Ref<'Official'>>()
    expect(kg.relate(kim, 'citizenOf', kp, { claims })).toMatch(/^stmt:/)
    // @ts-expect-error neither an Expert nor an Official is a Jurisdiction
    refused('bad-range', () => kg.relate(kp, 'pledgesTo', kim, { claims }))
  })

  it('join like with like, where the relation does', () => {
    expect(kg.relate(missile, 'partOf', nuclear, { claims })).toMatch(/^stmt:/)
    expect(kg.relate(crimea, 'partOf', kp, { claims })).toMatch(/^stmt:/)
    // @ts-expect-error no State is part of a Technology
    refused('bad-range', () => kg.relate(kp, 'partOf', nuclear, { claims }))
    // @ts-expect-error a Commodity is no broader term of a Technology
    refused('bad-range', () => kg.relate(missile, 'broader', oil, { claims }))
  })

  it('refuse plain strings: the type of what they name is not known', () => {
    // @ts-expect-error a raw string where a typed ref is asked
    expect(kg.relate('state:KP', 'supplies', us, { claims })).toMatch(/^stmt:/)
    // @ts-expect-error a raw string where a typed ref is asked
    expect(kg.relate(kp, 'supplies', 'state:US', { claims })).toMatch(/^stmt:/)
    const id: string = 'state:US'
    // @ts-expect-error a raw string where a typed ref is asked
    expect(kg.relate(kp, 'supplies', id, { claims })).toMatch(/^stmt:/)
    expect(kg.relate(kp, 'supplies', kg.ref('State', id), { claims })).toMatch(/^stmt:/)
  })

  it('refuse a relation that is not defined', () => {
    // @ts-expect-error `supplies` is spelled otherwise
    refused('unknown-relation', () => kg.relate(kp, 'suplies', us, { claims }))
    // @ts-expect-error `supplies` is spelled otherwise
    refused('unknown-relation', () => kg.from(report).relate(kp, 'suplies', us))
  })

  it('refuse the id of a statement', () => {
    const statement = kg.relate(kp, 'supplies', us, { claims })
    // @ts-expect-error a statement is no Actor
    refused('bad-id', () => kg.relate(statement, 'supplies', us, { claims }))
  })

  it('take an actor left unnamed where its ancestors or descendants are asked, and nowhere else', () => {
    const group = kg.unnamed('Organization', { id: 'org:unnamed-1', label: 'a company (unnamed)' })
    expectTypeOf(group).toExtend<Ref<'Actor'>>()
    expectTypeOf(group).toExtend<Ref<'Company'>>()
    expect(kg.relate(group, 'supplies', kp, { claims })).toMatch(/^stmt:/) // an Actor is asked
    expect(kg.relate(group, 'agencyOf', kp, { claims })).toMatch(/^stmt:/) // an Agency is asked
    // @ts-expect-error no Organization is a Person
    refused('bad-domain', () => kg.relate(group, 'citizenOf', kp, { claims }))
    // @ts-expect-error no Organization is a Vessel
    refused('bad-domain', () => kg.relate(group, 'flaggedBy', kp, { claims }))
    expect(kg.relate(ship, 'flaggedBy', kp, { claims })).toMatch(/^stmt:/)
  })
})

describe('typed refs', () => {
  it('are strings when the program runs', () => {
    const { kp } = world()
    expect(kp).toBe('state:KP')
    expectTypeOf(kp).toExtend<string>()
  })

  it('come from `ref` after a load, checked when the program runs', () => {
    const kg = createGraph()
    kg.load([{ type: 'Company', id: 'company:komid', label: 'KOMID' }])
    expectTypeOf(kg.ref('Company', 'company:komid')).toEqualTypeOf<
      Ref<'Company' | 'Organization' | 'Actor'>
    >()
    refused('bad-range', () => kg.ref('State', 'company:komid'))
    refused('dangling', () => kg.ref('Company', 'company:kornid'))
    // @ts-expect-error there is no such type
    expect(() => kg.ref('Compagny', 'company:komid')).toThrow()
  })

  it('are what `add` returns: the type with its ancestors', () => {
    const { kp, kim } = world()
    expectTypeOf(kp).toEqualTypeOf<Ref<'State' | 'Jurisdiction' | 'Actor'>>()
    expectTypeOf(kim).toEqualTypeOf<Ref<'Expert' | 'Official' | 'Person' | 'Actor'>>()
  })
})
