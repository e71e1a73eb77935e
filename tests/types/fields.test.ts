import type { Core, Entity, Text } from 'statecraft'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { refused, world } from './world'

const { kg, dw, nuclear } = world()

describe('the fields of an entity', () => {
  it('refuse a value of a wrong type', () => {
    // @ts-expect-error `existed` holds dates as text
    refused('bad-date', () => kg.add('State', { id: 'state:DD', label: 'GDR', existed: 1949 }))
    // @ts-expect-error each of several values is checked
    refused('bad-date', () => kg.add('State', { id: 'state:DD', label: 'GDR', existed: ['1949', 1990] }))
    // @ts-expect-error `point` has a latitude and a longitude
    refused('bad-value', () => kg.add('Place', { id: 'place:x', label: 'x', point: { lat: 1 } }))
    // @ts-expect-error `reliability` is A to F
    refused('bad-value', () => kg.add('Article', { id: 'source:x', label: 'x', reliability: 'G' }))
  })

  it('refuse a value of a wrong type where they are inherited', () => {
    // @ts-expect-error `founded`, from Organization, is a date as text
    refused('bad-date', () => kg.add('Company', { id: 'company:x', label: 'x', founded: 1948 }))
    // @ts-expect-error `born`, from Person by way of Expert, is a date as text
    refused('bad-date', () => kg.add('Expert', { id: 'person:x', label: 'x', born: 1948 }))
    expect(kg.add('Company', { id: 'company:y', label: 'y', founded: '1948' })).toBe('company:y')
  })

  it('refuse what the type has not', () => {
    // @ts-expect-error a State is not founded
    refused('unknown-field', () => kg.add('State', { id: 'state:DD', label: 'GDR', founded: '1949' }))
    // @ts-expect-error an Official has no field of expertise, an Expert has
    refused('unknown-field', () => kg.add('Official', { id: 'person:x', label: 'x', expertise: 'missiles' }))
  })

  it('ask for an id and a label', () => {
    // @ts-expect-error there is no label
    refused('missing-field', () => kg.add('State', { id: 'state:DD' }))
    // @ts-expect-error there is no id
    refused('bad-id', () => kg.add('State', { label: 'GDR' }))
    // @ts-expect-error an id is text
    refused('bad-id', () => kg.add('State', { id: 278, label: 'GDR' }))
  })

  it('are those of all types, where there are several', () => {
    const fields = { id: 'person:z', label: 'Z', expertise: 'missiles', born: '1950~' }
    expect(kg.add(['Expert', 'Official'], fields)).toBe('person:z')
    // @ts-expect-error neither has `founded`
    refused('unknown-field', () => kg.add(['Expert', 'Official'], { ...fields, founded: '1950' }).valueOf())
  })

  it('take typed refs where they name an entity', () => {
    expect(kg.add('Article', { id: 'source:y', label: 'y', publisher: dw, author: [dw] })).toBe('source:y')
    // @ts-expect-error a raw string where a typed ref is asked
    expect(kg.add('Article', { id: 'source:z', label: 'z', publisher: 'agency:dw' })).toBe('source:z')
    // @ts-expect-error a Technology publishes nothing
    const add = () => kg.add('Article', { id: 'source:z', label: 'z', publisher: nuclear })
    expect(add).toBeTypeOf('function')
  })

  it('belong to a type that is defined', () => {
    // @ts-expect-error `State` is spelled otherwise
    refused('unknown-type', () => kg.add('Sate', { id: 'state:DD', label: 'GDR' }))
    // @ts-expect-error `Official` is spelled otherwise
    refused('unknown-type', () => kg.add(['Expert', 'Offical'], { id: 'person:x', label: 'x' }))
    // @ts-expect-error the same for an actor left unnamed
    refused('unknown-type', () => kg.unnamed('Sate', { id: 'state:DD', label: 'GDR' }))
  })
})

describe('entities as they come out', () => {
  it('have the fields of their type, inherited ones too', () => {
    const [company] = kg.entities('Company')
    expectTypeOf(company!.founded).toEqualTypeOf<string | undefined>()
    expectTypeOf(company!.label).toEqualTypeOf<Text | undefined>()
    expectTypeOf<Entity<Core, 'State'>['existed']>().toEqualTypeOf<readonly string[] | undefined>()
    expectTypeOf<Entity<Core, 'Place'>['point']>().toEqualTypeOf<
      { readonly lat: number; readonly lon: number } | undefined
    >()
    // @ts-expect-error a Company has no `existed`
    expect(company?.existed).toBeUndefined()
  })

  it('are of no known type where they are asked for by id', () => {
    expectTypeOf(kg.entity('state:KP')!.existed).toEqualTypeOf<unknown>()
    expectTypeOf<Entity<Core, 'State'>>().toExtend<Entity<Core>>()
  })
})
