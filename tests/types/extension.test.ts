import { core, createGraph, extendOntology, type Ref } from 'statecraft'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { refused, world } from './world'

const mine = extendOntology(core, {
  lists: {
    berth: {
      definition: 'kinds of berths',
      values: { quay: { definition: 'a quay' }, buoy: { definition: 'a buoy' } },
    },
    supplyStage: { values: { 'turned-back': { definition: 'the recipient did not take it' } } },
  },
  properties: {
    depth: { kind: 'number', definition: 'depth in metres' },
    berth: { kind: 'choice', list: 'berth', definition: 'where the vessel lies' },
    pilot: { kind: 'entity', of: ['Person'], definition: 'who pilots the vessel' },
  },
  types: {
    Port: { extends: 'Place', definition: 'where ships load and unload', fields: { depth: {} } },
    Territory: { fields: { existed: { many: true } } },
  },
  relations: {
    callsAt: {
      from: ['Vessel'],
      to: ['Port'],
      aspect: 'event',
      inverse: 'is called at by',
      definition: 'puts in at',
      defining: { pilot: {} },
      details: { berth: { required: true } },
    },
    visits: { details: { scope: {} } },
  },
})

describe('a graph with an extended ontology', () => {
  const { kp, us, kim, ship, nuclear, report } = world()
  const kg = createGraph(mine)
  for (const [id, type] of Object.entries({
    [kp]: 'State',
    [us]: 'State',
    [kim]: 'Official',
    [ship]: 'Vessel',
    [nuclear]: 'Technology',
    [report]: 'Article',
  })) {
    kg.load([{ type, id, label: id }])
  }
  const port = kg.add('Port', { id: 'place:nampo', label: 'Nampo', depth: 12 })
  const claims = [{ stance: 'asserts', source: report }] as const

  it('takes refs of the base, and its relations', () => {
    expect(kg.relate(kp, 'supplies', us, { item: nuclear, stage: 'ordered', claims })).toMatch(/^stmt:/)
    // @ts-expect-error what the base refuses is refused: a Technology is no Actor
    refused('bad-domain', () => kg.relate(nuclear, 'supplies', us, { claims }))
    // @ts-expect-error `supplies` is spelled otherwise
    refused('unknown-relation', () => kg.relate(kp, 'suplies', us, { claims }))
    // @ts-expect-error required in the base, required here
    refused('missing-field', () => kg.relate(us, 'sanctions', kp, { claims }))
  })

  it('has the new types, with inherited fields', () => {
    expectTypeOf(port).toEqualTypeOf<Ref<'Port' | 'Place'>>()
    expect(kg.relate(ship, 'locatedIn', port, { claims })).toMatch(/^stmt:/) // a Place is asked
    const spot = { lat: 38.7, lon: 125.4 }
    expect(kg.add('Port', { id: 'place:wonsan', label: 'Wonsan', point: spot })).toBe('place:wonsan')
    // @ts-expect-error a depth is a number
    refused('bad-value', () => kg.add('Port', { id: 'place:x', label: 'x', depth: 'twelve' }))
    // @ts-expect-error `Port` is spelled otherwise
    refused('unknown-type', () => kg.add('Prt', { id: 'place:x', label: 'x' }))
    const sea = kg.add('Place', { id: 'place:yellow-sea', label: 'Yellow Sea' })
    // @ts-expect-error a Place need not be a Port
    refused('bad-range', () => kg.relate(ship, 'callsAt', sea, { berth: 'buoy', claims }))
  })

  it('has the new relations', () => {
    expect(kg.relate(ship, 'callsAt', port, { pilot: kim, berth: 'quay', claims })).toMatch(/^stmt:/)
    // @ts-expect-error a State is no Vessel
    refused('bad-domain', () => kg.relate(kp, 'callsAt', port, { berth: 'quay', claims }))
    // @ts-expect-error the berth is required
    refused('missing-field', () => kg.relate(ship, 'callsAt', port, { claims }))
    // @ts-expect-error `quay` is spelled otherwise
    refused('bad-value', () => kg.relate(ship, 'callsAt', port, { berth: 'key', claims }))
    // @ts-expect-error a State pilots nothing
    refused('bad-range', () => kg.relate(ship, 'callsAt', port, { pilot: kp, berth: 'quay', claims }))
    const [call] = kg.statements({ relation: 'callsAt' })
    expectTypeOf(call!.claims[0]!.berth).toEqualTypeOf<'quay' | 'buoy' | undefined>()
    expect(call?.claims[0]?.berth).toBe('quay')
  })

  it('has the fields, details and values added to what there was', () => {
    const crimea = kg.add('Territory', { id: 'territory:crimea', label: 'Crimea', existed: '1991/' })
    expect(kg.relate(kp, 'visits', crimea, { scope: 'partial', level: 'minister', claims })).toMatch(/^stmt:/)
    expect(kg.relate(kp, 'supplies', us, { stage: 'turned-back', claims })).toMatch(/^stmt:/)
    // @ts-expect-error in the base a visit has no scope
    refused('unknown-field', () => world().kg.relate(kp, 'visits', us, { scope: 'partial', claims }))
    // @ts-expect-error in the base a supply is not turned back
    refused('bad-value', () => world().kg.relate(kp, 'supplies', us, { stage: 'turned-back', claims }))
  })

  it('can be extended again', () => {
    const more = extendOntology(mine, {
      types: { Anchorage: { extends: 'Port', definition: 'where ships lie at anchor' } },
    })
    const again = createGraph(more)
    const anchorage = again.add('Anchorage', { id: 'place:roads', label: 'the roads', depth: 20 })
    expectTypeOf(anchorage).toExtend<Ref<'Port'>>()
    expect(anchorage).toBe('place:roads')
  })
})

describe('an extension', () => {
  it('names what is defined, in the base or in itself', () => {
    expect(() =>
      extendOntology(core, {
        types: {
          // @ts-expect-error `Place` is spelled otherwise
          Port: { extends: 'Plaice', definition: 'x' },
        },
      }),
    ).toThrow("there is no type 'Plaice' to extend")
    expect(() =>
      extendOntology(core, {
        relations: {
          // @ts-expect-error `Vessel` is spelled otherwise
          callsAt: { from: ['Vesel'], to: ['Place'], definition: 'x' },
        },
      }),
    ).toThrow("there is no type 'Vesel'")
    expect(() =>
      extendOntology(core, {
        types: {
          Port: {
            extends: 'Place',
            definition: 'x',
            // @ts-expect-error no property `depth`
            fields: { depth: {} },
          },
        },
      }),
    ).toThrow("there is no property 'depth'")
    // @ts-expect-error an extension has `relations`
    expect(() => extendOntology(core, { relation: {} })).toThrow('did you mean relations?')
  })

  it('says of what is new all that it needs', () => {
    // @ts-expect-error what is a Port?
    const port = () => extendOntology(core, { types: { Port: { extends: 'Place' } } })
    // @ts-expect-error what does a call lead to?
    const call = () => extendOntology(core, { relations: { callsAt: { from: ['Vessel'], definition: 'x' } } })
    expect([port, call]).toHaveLength(2)
  })
})
