import { createGraph, defineOntology, type OntologyDefinition } from 'statecraft'
import { describe, expect, it } from 'vitest'
import { refused } from './world'

const frame = { iri: 'https://example.org/rivers#', vocabularies: {} } as const
const lists = {
  size: { definition: 'sizes', values: { small: { definition: 's' }, large: { definition: 'l' } } },
} as const
const properties = {
  when: { kind: 'date', definition: 'when it holds' },
  size: { kind: 'choice', list: 'size', definition: 'how large' },
  dam: { kind: 'entity', of: ['Dam'], definition: 'by which dam' },
} as const
const types = {
  Actor: { definition: 'who acts' },
  Source: { definition: 'who says so' },
  River: { definition: 'flows' },
  Dam: { definition: 'holds back water' },
} as const
const everyRelation = { defining: {}, details: { when: {} } } as const
const relations = {
  damsUp: { from: ['Actor'], to: ['River'], definition: 'holds back the water of' },
} as const
const whole = { ...frame, lists, properties, types, everyRelation, relations } as const

describe('the definition of an ontology', () => {
  it('gives a graph its types and relations', () => {
    const kg = createGraph(defineOntology(whole))
    const [egypt, nile] = [
      kg.add('Actor', { id: 'a:egypt', label: 'Egypt' }),
      kg.add('River', { id: 'r:nile', label: 'Nile' }),
    ]
    expect(
      kg.relate(egypt, 'damsUp', nile, { when: '1970', claims: [{ stance: 'asserts', by: egypt }] }),
    ).toMatch(/^stmt:/)
    // @ts-expect-error a River is no Actor
    expect(() => kg.relate(nile, 'damsUp', nile, { claims: [{ stance: 'asserts', by: egypt }] })).toThrow(
      'bad-domain',
    )
  })

  it('names no parent that is not there', () => {
    expect(() =>
      defineOntology({
        ...whole,
        types: {
          ...types,
          Lake: {
            definition: 'stands',
            // @ts-expect-error no type `Water`
            extends: 'Water',
          },
        },
      }),
    ).toThrow("there is no type 'Water' to extend")
  })

  it('names no types that are not there', () => {
    expect(() =>
      defineOntology({
        ...whole,
        relations: {
          damsUp: {
            // @ts-expect-error no type `Acter`
            from: ['Acter'],
            to: ['River'],
            definition: 'x',
          },
        },
      }),
    ).toThrow("there is no type 'Acter'")
    expect(() =>
      defineOntology({
        ...whole,
        properties: {
          ...properties,
          mouth: {
            kind: 'entity',
            // @ts-expect-error no type `Sea`
            of: ['Sea'],
            definition: 'where it ends',
          },
        },
      }),
    ).toThrow("there is no type 'Sea'")
    expect(() =>
      defineOntology({
        ...whole,
        relations: {
          damsUp: {
            ...relations.damsUp,
            voice: {
              // @ts-expect-error no type `Herald`
              of: ['Herald'],
            },
          },
        },
      }),
    ).toThrow("there is no type 'Herald'")
  })

  it('names no properties that are not there', () => {
    expect(() =>
      defineOntology({
        ...whole,
        types: {
          ...types,
          River: {
            definition: 'flows',
            // @ts-expect-error no property `length`
            fields: { length: {} },
          },
        },
      }),
    ).toThrow("there is no property 'length'")
    expect(() =>
      defineOntology({
        ...whole,
        relations: {
          damsUp: {
            ...relations.damsUp,
            // @ts-expect-error no property `height`
            defining: { height: {} },
          },
        },
      }),
    ).toThrow("there is no property 'height'")
    expect(() =>
      defineOntology({
        ...whole,
        everyRelation: {
          defining: {},
          // @ts-expect-error no property `why`
          details: { why: {} },
        },
      }),
    ).toThrow("there is no property 'why'")
    expect(() =>
      defineOntology({
        ...whole,
        relations: {
          damsUp: {
            ...relations.damsUp,
            // @ts-expect-error `dam` is no qualifier of damsUp
            exclusive: ['object', 'dam'],
          },
        },
      }),
    ).toThrow("'dam' is no end or defining qualifier of damsUp")
    expect(() =>
      defineOntology({
        ...whole,
        relations: {
          damsUp: {
            ...relations.damsUp,
            // @ts-expect-error `size` is no qualifier of damsUp
            utters: { property: 'size', stance: 'asserts' },
          },
        },
      }),
    ).toThrow('utters a statement')
  })

  it('names no lists or values that are not there', () => {
    expect(() =>
      defineOntology({
        ...whole,
        relations: {
          damsUp: {
            ...relations.damsUp,
            // @ts-expect-error no list `extent`
            defining: { size: { list: 'extent' } },
          },
        },
      }),
    ).toThrow("there is no list 'extent'")
    expect(() =>
      defineOntology({
        ...whole,
        properties: {
          ...properties,
          // @ts-expect-error no list `extent`
          extent: { kind: 'choice', list: 'extent', definition: 'how far' },
        },
      }),
    ).toThrow("there is no list 'extent'")
    expect(() =>
      defineOntology({
        ...whole,
        relations: {
          damsUp: {
            ...relations.damsUp,
            // @ts-expect-error no value `huge` in the list of the property
            defining: { size: { default: 'huge' } },
          },
        },
      }),
    ).toThrow("there is no value 'huge'")
    const sized = { ...relations.damsUp, defining: { size: { default: 'small' } } } as const
    expect(
      defineOntology({ ...whole, relations: { damsUp: sized } }).relation('damsUp').defaults,
    ).toHaveLength(1)
  })

  it('has no keys that mean nothing', () => {
    expect(() =>
      defineOntology({
        ...whole,
        types: {
          ...types,
          Lake: {
            definition: 'stands',
            // @ts-expect-error `extends` is spelled otherwise
            extnds: 'River',
          },
        },
      }),
    ).toThrow("a type has no 'extnds'")
    expect(() =>
      defineOntology({
        ...whole,
        relations: {
          damsUp: {
            ...relations.damsUp,
            // @ts-expect-error `inverse` is spelled otherwise
            invers: 'is dammed up by',
          },
        },
      }),
    ).toThrow("has no '")
    expect(() =>
      // @ts-expect-error a type is defined
      defineOntology({ ...whole, types: { ...types, Lake: { extends: 'River' } } }),
    ).toThrow('the type has no `definition`')
  })
})

describe('an ontology of which the compiler knows nothing, as one read from a file', () => {
  const read = (): OntologyDefinition => JSON.parse(JSON.stringify(whole))

  it('is checked when the program runs', () => {
    expect(defineOntology(read()).lineage('River')).toEqual(['River'])
    const lake = { extends: 'Water', definition: 'stands' }
    const broken: OntologyDefinition = { ...read(), types: { ...read().types, Lake: lake } }
    expect(() => defineOntology(broken)).toThrow("there is no type 'Water' to extend")
  })

  it('takes any names, and plain ids: what is wrong with them is thrown', () => {
    const kg = createGraph(defineOntology(read()))
    kg.add('Actor', { id: 'a:egypt', label: 'Egypt' })
    const nile = kg.add('River', { id: 'r:nile', label: 'Nile' })
    const claims = [{ stance: 'asserts', by: 'a:egypt' }] as const
    expect(kg.relate('a:egypt', 'damsUp', nile, { when: '1970', claims })).toMatch(/^stmt:/)
    refused('bad-domain', () => kg.relate(nile, 'damsUp', nile, { claims }))
    refused('unknown-type', () => kg.add('Rivr', { id: 'r:x', label: 'x' }))
    refused('unknown-field', () => kg.add('River', { id: 'r:x', label: 'x', length: 6650 }))
    expect([...kg.statements({ relation: 'damsUp' })][0]?.size).toBeUndefined()
  })
})
