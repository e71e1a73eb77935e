import {
  core,
  createGraph,
  defineOntology,
  extendOntology,
  type OntologyExtension,
  StatecraftError,
} from 'statecraft'
import { describe, expect, it } from 'vitest'

/** What is thrown where the program runs without the checks of the compiler. */
function thrown(extension: object): StatecraftError {
  try {
    extendOntology(core, extension as OntologyExtension)
  } catch (error) {
    if (error instanceof StatecraftError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('an extension', () => {
  const before = JSON.stringify(core.definition)
  const mine = extendOntology(core, {
    vocabularies: { unlocode: 'https://service.unece.org/trade/locode/' },
    lists: {
      berth: { definition: 'kinds of berths', values: { quay: { definition: 'a quay' } } },
      supplyStage: { values: { 'turned-back': { definition: 'it was not taken' } } },
    },
    properties: {
      depth: { kind: 'number', definition: 'depth in metres' },
      berth: { kind: 'choice', list: 'berth', definition: 'where the vessel lies' },
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
        details: { berth: {} },
      },
      visits: { details: { scope: {} }, defining: { treaty: {} } },
    },
  })

  it('adds types, relations, properties, lists and vocabularies', () => {
    expect(mine.lineage('Port')).toEqual(['Port', 'Place'])
    expect([...mine.fields('Port').keys()]).toEqual(['point', 'depth'])
    expect(mine.relation('callsAt').aspect).toBe('event')
    expect([...mine.relation('callsAt').details.keys()].sort()).toEqual(['berth', 'note', 'reason', 'when'])
    expect(mine.definition.vocabularies).toMatchObject({
      unlocode: expect.any(String),
      schema: 'https://schema.org/',
    })
  })

  it('adds fields to types that there are', () => {
    expect([...mine.fields('Territory').keys()]).toEqual(['existed'])
    expect(mine.types.get('Territory')?.definition).toBe(core.types.get('Territory')?.definition)
  })

  it('adds qualifiers and details to relations that there are', () => {
    expect(mine.relation('visits').details.has('scope')).toBe(true)
    expect(mine.relation('visits').details.has('level')).toBe(true)
    expect([...mine.relation('visits').defining.keys()].sort()).toEqual(['event', 'representing', 'treaty'])
    expect(mine.relation('visits').inverse).toBe('is visited by')
  })

  it('adds values to lists that there are', () => {
    const stages = mine.relation('supplies').details.get('stage')?.values
    expect([...(stages ?? [])]).toEqual(['offered', 'ordered', 'licensed', 'delivered', 'turned-back'])
    expect(mine.definition.lists.supplyStage.definition).toBe(core.definition.lists.supplyStage.definition)
  })

  it('keeps the places of the relations that there were', () => {
    for (const { name, index } of core.relations.values()) expect(mine.relation(name).index).toBe(index)
    expect(mine.relation('callsAt').index).toBe(core.relations.size)
  })

  it('does not change its base', () => {
    expect(JSON.stringify(core.definition)).toBe(before)
    expect(core.types.has('Port')).toBe(false)
    expect(core.fields('Territory').size).toBe(0)
    expect(core.relation('supplies').details.get('stage')?.values?.has('turned-back')).toBe(false)
    expect(core.relation('visits').details.has('scope')).toBe(false)
  })

  it('reads what its base reads', () => {
    const records = [
      { type: 'State', id: 'state:KP', label: 'North Korea' },
      { type: 'State', id: 'state:IR', label: 'Iran' },
      {
        relation: 'supplies',
        subject: 'state:KP',
        object: 'state:IR',
        claims: [{ stance: 'asserts', by: 'state:IR' }],
      },
    ]
    const [base, extended] = [createGraph(), createGraph(mine)]
    expect(base.load(records).issues).toEqual([])
    expect(extended.load(records).issues).toEqual([])
    expect([...extended.statements()].map(({ id }) => id)).toEqual([...base.statements()].map(({ id }) => id))
  })

  it('can be extended again', () => {
    const more = extendOntology(mine, {
      types: { Anchorage: { extends: 'Port', definition: 'where ships lie' } },
    })
    expect(more.lineage('Anchorage')).toEqual(['Anchorage', 'Port', 'Place'])
    expect([...more.fields('Anchorage').keys()]).toEqual(['point', 'depth'])
  })

  it('may be empty', () => {
    expect(extendOntology(core, {}).definition).toEqual(core.definition)
  })
})

describe('an extension is refused', () => {
  it.each([
    [
      'a property',
      { properties: { item: { kind: 'string', definition: 'x' } } },
      ['properties', 'item', 'kind'],
    ],
    [
      'the parent of a type',
      { types: { State: { extends: 'Organization' } } },
      ['types', 'State', 'extends'],
    ],
    ['the definition of a type', { types: { State: { definition: 'x' } } }, ['types', 'State', 'definition']],
    [
      'a field of a type',
      { types: { State: { fields: { existed: {} } } } },
      ['types', 'State', 'fields', 'existed'],
    ],
    ['the ends of a relation', { relations: { owns: { to: ['Place'] } } }, ['relations', 'owns', 'to']],
    [
      'a flag of a relation',
      { relations: { owns: { transitive: true } } },
      ['relations', 'owns', 'transitive'],
    ],
    [
      'a detail of a relation',
      { relations: { sanctions: { details: { measures: {} } } } },
      ['relations', 'sanctions', 'details', 'measures'],
    ],
    [
      'a value of a list',
      { lists: { vote: { values: { yes: { definition: 'x' } } } } },
      ['lists', 'vote', 'values', 'yes'],
    ],
    [
      'the definition of a list',
      { lists: { vote: { definition: 'x', values: {} } } },
      ['lists', 'vote', 'definition'],
    ],
  ])('where it says %s anew', (_, extension, path) => {
    expect(thrown(extension)).toMatchObject({ code: 'conflict', path })
  })

  it('where it names what is not there', () => {
    expect(thrown({ types: { Port: { extends: 'Plaice', definition: 'x' } } })).toMatchObject({
      code: 'unknown-type',
      hint: 'did you mean Place?',
      path: ['types', 'Port', 'extends'],
    })
    expect(thrown({ types: { State: { fields: { existd: {} } } } }).hint).toBe('did you mean existed?')
    const callsAt = { from: ['Vesel'], to: ['Place'], definition: 'x' }
    expect(thrown({ relations: { callsAt } }).hint).toBe('did you mean Vessel?')
  })

  it('where a new type extends itself', () => {
    const types = { Port: { extends: 'Quay', definition: 'x' }, Quay: { extends: 'Port', definition: 'x' } }
    expect(thrown({ types }).message).toContain("'Port' extends itself, through Port → Quay")
  })

  it('where an added detail is defining already, on this relation or on every one', () => {
    expect(thrown({ relations: { supplies: { details: { item: {} } } } }).message).toContain(
      'defining and a detail',
    )
    expect(thrown({ relations: { supplies: { details: { event: {} } } } }).message).toContain(
      'defining and a detail',
    )
  })

  it('where a name is one that records or objects need', () => {
    for (const name of ['claims', 'id', 'constructor', 'toString']) {
      expect(thrown({ properties: { [name]: { kind: 'string', definition: 'x' } } }).message).toContain(
        `'${name}'`,
      )
    }
    expect(thrown({ types: { constructor: { definition: 'x' } } }).message).toContain("'constructor'")
    expect(
      thrown({ relations: { CallsAt: { from: ['Vessel'], to: ['Place'], definition: 'x' } } }).message,
    ).toContain("'CallsAt'")
  })

  it.each(['types', 'properties', 'relations', 'lists'])('where __proto__ is an entry of its %s', (part) => {
    const entry = '{"definition":"x","kind":"string","from":["Actor"],"to":["Actor"],"values":{}}'
    const extension: object = JSON.parse(`{"${part}":{"__proto__":${entry}}}`)
    expect(thrown(extension).message).toContain("'__proto__'")
    expect(Object.getPrototypeOf(core.definition.types)).toBe(Object.prototype)
  })
})

describe('an ontology of one’s own', () => {
  it('can be extended like the core one', () => {
    const base = defineOntology({
      iri: 'urn:example:rivers#',
      vocabularies: {},
      lists: {},
      properties: {},
      types: { Actor: { definition: 'who acts' }, Source: { definition: 'who says so' } },
      everyRelation: { defining: {}, details: {} },
      relations: {},
    })
    const more = extendOntology(base, {
      relations: {
        knows: { from: ['Actor'], to: ['Actor'], symmetric: true, definition: 'know each other' },
      },
    })
    expect(more.relation('knows').symmetric).toBe(true)
    expect(base.relations.size).toBe(0)
  })
})

it('tells what an extension has not', () => {
  const namespaced = { namespace: 'https://news.example/ns#', types: {} }
  expect(() => extendOntology(core, namespaced as never)).toThrow(
    /^unknown-field: an extension has no 'namespace'/,
  )
})
