import { describe, expect, it } from 'vitest'
import { refused, world } from './world'

const { kg, kp, us, nato, nuclear, missile, oil, test: detonation, report } = world()
const claims = [{ stance: 'asserts', source: report }] as const
const supply = kg.relate(kp, 'supplies', us, { claims })

describe('qualifiers', () => {
  it('refuse a value of a wrong type', () => {
    // @ts-expect-error `item` is a Technology, Commodity or Asset
    refused('bad-range', () => kg.relate(kp, 'supplies', us, { item: nato, claims }))
    // @ts-expect-error `quantity` is a number
    refused('bad-value', () => kg.relate(kp, 'supplies', us, { quantity: 'many', claims }))
    // @ts-expect-error `secondaryRisk` is true or false
    refused('bad-value', () => kg.relate(us, 'designates', kp, { secondaryRisk: 'yes', claims }))
    // @ts-expect-error `when` is a date as text
    refused('bad-date', () => kg.relate(kp, 'supplies', us, { when: 2024, claims }))
    // @ts-expect-error an `item` of sanctions is no Asset: the relation narrows what the property takes
    refused('bad-range', () => kg.relate(us, 'sanctions', kp, { measures: 'other', item: nato, claims }))
  })

  it('refuse a value of a wrong type on every relation: event, reason', () => {
    // @ts-expect-error `event` is an Event
    refused('bad-range', () => kg.relate(kp, 'supplies', us, { event: us, claims }))
    // @ts-expect-error `reason` is a text
    refused('bad-text', () => kg.relate(kp, 'opposes', us, { reason: 12, claims }))
    // @ts-expect-error `reason` is a text, on a claim as well
    refused('bad-text', () => kg.relate(kp, 'opposes', us, { claims: [{ stance: 'asserts', reason: 12 }] }))
    const about = { event: detonation, reason: { en: 'a test', ko: '시험' }, note: 'as said' }
    expect(kg.relate(us, 'opposes', kp, { ...about, claims })).toMatch(/^stmt:/)
  })

  it('refuse a raw string where a typed ref is asked', () => {
    // @ts-expect-error `item` is a ref
    expect(kg.relate(kp, 'supplies', us, { item: 'technology:nuclear', claims })).toMatch(/^stmt:/)
    // @ts-expect-error `of` is the id of a statement, not a string
    expect(kg.relate(us, 'accuses', kp, { of: `${supply}`, claims })).toMatch(/^stmt:/)
    expect(kg.relate(us, 'accuses', kp, { of: supply, claims })).toMatch(/^stmt:/)
  })

  it('refuse what the relation has not', () => {
    // @ts-expect-error `item` is spelled otherwise
    refused('unknown-field', () => kg.relate(kp, 'supplies', us, { itm: nuclear, claims }))
    // @ts-expect-error `measures` belongs to sanctions
    refused('unknown-field', () => kg.relate(kp, 'supplies', us, { measures: 'other', claims }))
    const who = { stance: 'asserts', source: report } as const
    // @ts-expect-error `item` says which fact it is: it stands on the statement, not on a claim
    refused('unknown-field', () => kg.relate(kp, 'supplies', us, { claims: [{ ...who, item: nuclear }] }))
  })

  it('refuse a value that is not on the list', () => {
    // @ts-expect-error `delivered` is spelled otherwise
    refused('bad-value', () => kg.relate(kp, 'supplies', us, { stage: 'deliverd', claims }))
    // @ts-expect-error each of several values is checked
    refused('bad-value', () => kg.relate(us, 'sanctions', kp, { measures: ['arms-embargo', 'ban'], claims }))
    // @ts-expect-error a level of ties is no level of a visit: each relation has its own list
    refused('bad-value', () => kg.relate(kp, 'visits', us, { level: 'consular', claims }))
  })

  it('take one value or several where there may be several, and one where not', () => {
    expect(kg.relate(kp, 'attacks', us, { weapon: missile, claims })).toMatch(/^stmt:/)
    expect(kg.relate(kp, 'attacks', us, { weapon: [missile, nuclear], claims })).toMatch(/^stmt:/)
    // @ts-expect-error the parts of a supply can be denied apart: a statement for each
    refused('bad-value', () => kg.relate(kp, 'supplies', us, { item: [nuclear, oil], claims }))
  })

  it('name a statement or an entity, where either will do', () => {
    expect(kg.relate(us, 'condemns', kp, { over: supply, claims })).toMatch(/^stmt:/)
    expect(kg.relate(us, 'condemns', kp, { over: detonation, claims })).toMatch(/^stmt:/)
    // @ts-expect-error only a statement can be the content of an accusation
    refused('bad-id', () => kg.relate(us, 'accuses', kp, { of: detonation, claims }))
  })
})

describe('a required detail', () => {
  it('is asked for', () => {
    // @ts-expect-error sanctions have measures
    refused('missing-field', () => kg.relate(us, 'sanctions', kp, { claims }))
    // @ts-expect-error the same on the face of a source
    refused('missing-field', () => kg.from(report).relate(us, 'sanctions', kp, { at: '§1' }))
    // @ts-expect-error the same where nothing else is to be said
    refused('missing-field', () => kg.from(report).relate(us, 'sanctions', kp))
  })

  it('may stand at the top, or on each claim', () => {
    expect(kg.relate(us, 'sanctions', kp, { measures: 'travel-ban', claims })).toMatch(/^stmt:/)
    const full = { stance: 'asserts', source: report, measures: ['travel-ban', 'asset-freeze'] } as const
    expect(kg.relate(us, 'sanctions', kp, { claims: [full] })).toMatch(/^stmt:/)
    // @ts-expect-error the second claim says nothing of measures
    refused('missing-field', () => kg.relate(us, 'sanctions', kp, { claims: [full, claims[0]] }))
    expect(kg.from(report).relate(us, 'sanctions', kp, { measures: 'travel-ban' })).toMatch(/^stmt:/)
  })

  it('may be missing from a denial', () => {
    const denial = { stance: 'denies', source: report } as const
    expect(kg.relate(us, 'sanctions', nato, { claims: [denial] })).toMatch(/^stmt:/)
    expect(kg.from(report).relate(us, 'sanctions', nato, { stance: 'denies' })).toMatch(/^stmt:/)
  })
})
