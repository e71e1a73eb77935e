import {
  createGraph,
  defineOntology,
  Ontology,
  type OntologyDefinition,
  type StatecraftError,
} from 'statecraft'
import { describe, expect, expectTypeOf, it } from 'vitest'

const rivers = {
  iri: 'https://example.org/rivers#',
  vocabularies: {},
  lists: {
    use: {
      definition: 'what a river is used for',
      values: {
        power: { definition: 'electricity' },
        'hydro-power': { definition: 'electricity from dams', broader: ['power'] },
      },
    },
  },
  properties: {
    when: { kind: 'date', definition: 'when it holds' },
    use: { kind: 'choice', list: 'use', definition: 'for what' },
    mouth: { kind: 'entity', of: ['Place'], definition: 'where it ends' },
    floodRisk: { kind: 'number', definition: 'floods in a century' },
  },
  types: {
    Brook: { extends: 'River', definition: 'a small river', fields: { floodRisk: {} } },
    River: { extends: 'Place', definition: 'flows', fields: { mouth: {} } },
    Place: { definition: 'is somewhere' },
    Actor: { definition: 'who acts', disjoint: true },
    Person: { extends: 'Actor', definition: 'a person' },
    Company: { extends: 'Actor', definition: 'a company' },
    Source: { definition: 'who says so' },
  },
  everyRelation: { defining: {}, details: { when: {} } },
  relations: {
    damsUp: {
      from: ['Actor'],
      to: ['River'],
      exclusive: ['object'],
      inverse: 'is dammed up by',
      definition: 'holds back the water of',
      defining: { use: { default: 'power' } },
    },
  },
} as const satisfies OntologyDefinition

/** What is thrown where the program runs without the checks of the compiler. */
function thrown(change: object): Pick<StatecraftError, 'code' | 'message' | 'path' | 'hint'> {
  try {
    new Ontology({ ...rivers, ...change } as OntologyDefinition)
  } catch (error) {
    return error as StatecraftError
  }
  throw new Error('nothing was thrown')
}
const withType = (name: string, type: object) => ({ types: { ...rivers.types, [name]: type } })
const withRelation = (more: object) => ({ relations: { damsUp: { ...rivers.relations.damsUp, ...more } } })

describe('an ontology', () => {
  const ontology = defineOntology(rivers)

  it('knows the lineage of its types, wherever the parent stands', () => {
    expect(ontology.lineage('Brook')).toEqual(['Brook', 'River', 'Place'])
    expect(ontology.lineage('Place')).toEqual(['Place'])
    expect(ontology.lineage('Lake')).toEqual([])
    expect(ontology.isA('Brook', 'Place')).toBe(true)
    expect(ontology.isA('Place', 'Brook')).toBe(false)
    expect([...ontology.types.keys()].indexOf('Place')).toBeLessThan(
      [...ontology.types.keys()].indexOf('Brook'),
    )
  })

  it('inherits fields, the oldest first', () => {
    expect([...ontology.fields('Brook').keys()]).toEqual(['mouth', 'floodRisk'])
    expect([...ontology.fields('Place').keys()]).toEqual([])
    expect(ontology.fields('Brook').get('mouth')).toMatchObject({
      kind: 'entity',
      of: ['Place'],
      many: false,
    })
  })

  it('keeps of several types those that are no ancestors of others', () => {
    expect(ontology.leaves(['Place', 'River', 'Brook', 'Actor'])).toEqual(['Actor', 'Brook'])
  })

  it('knows what one thing can be at once', () => {
    expect(ontology.compatible('Brook', 'Place')).toBe(true)
    expect(ontology.compatible('Person', 'Company')).toBe(false) // actors are disjoint
    expect(ontology.compatible('Actor', 'Company')).toBe(true)
    expect(ontology.compatible('Actor', 'River')).toBe(false) // nothing in common
  })

  it('makes labels of names', () => {
    expect(ontology.relation('damsUp').label).toBe('dams up')
    expect(ontology.fields('Brook').get('floodRisk')?.label).toBe('flood risk')
  })

  it('has states, where a relation says nothing else', () => {
    expect(ontology.relation('damsUp').aspect).toBe('state')
    expect(new Ontology({ ...rivers, ...withRelation({ aspect: 'event' }) }).relation('damsUp').aspect).toBe(
      'event',
    )
  })

  it('gives every relation what every relation has', () => {
    expect([...ontology.relation('damsUp').details.keys()]).toEqual(['when'])
  })

  it('hints at the relation that was meant', () => {
    expect(() => ontology.relation('damUp')).toThrow('did you mean damsUp?')
  })

  it('keeps the literal that it was made of, in its type too', () => {
    expectTypeOf(ontology.definition.types.River.extends).toEqualTypeOf<'Place'>()
    expect(ontology.definition).toEqual(rivers)
  })
})

describe('a definition that contradicts itself', () => {
  it('extends itself', () => {
    expect(thrown(withType('Place', { extends: 'Brook', definition: 'x' }))).toMatchObject({
      code: 'bad-value',
      message: expect.stringContaining("'Brook' extends itself, through Brook → River → Place"),
      path: ['types', 'Place', 'extends'],
    })
    expect(thrown(withType('Lake', { extends: 'Lake', definition: 'x' })).message).toContain(
      "'Lake' extends itself",
    )
  })

  it.each([
    [
      'a parent',
      withType('Lake', { extends: 'Plaice', definition: 'x' }),
      "there is no type 'Plaice' to extend",
      'Place',
    ],
    [
      'a field',
      withType('Lake', { definition: 'x', fields: { mouht: {} } }),
      "there is no property 'mouht'",
      'mouth',
    ],
    ['a type of a subject', withRelation({ from: ['Acter'] }), "there is no type 'Acter'", 'Actor'],
    ['a type of an object', withRelation({ to: ['Rivr'] }), "there is no type 'Rivr'", 'River'],
    ['a qualifier', withRelation({ defining: { usee: {} } }), "there is no property 'usee'", 'use'],
    ['a list', withRelation({ details: { use: { list: 'uses' } } }), "there is no list 'uses'", 'use'],
    [
      'a type that a property takes',
      { properties: { ...rivers.properties, mouth: { kind: 'entity', of: ['Plac'], definition: 'x' } } },
      "there is no type 'Plac'",
      'Place',
    ],
    [
      'a qualifier of every relation',
      { everyRelation: { defining: {}, details: { whem: {} } } },
      "there is no property 'whem'",
      'when',
    ],
  ])('names %s that is not there, and hears which was meant', (_, change, message, meant) => {
    const found = thrown(change)
    expect(found.message).toContain(message)
    expect(found.hint).toBe(`did you mean ${meant}?`)
  })

  it('lets something be exclusive that the relation has not', () => {
    expect(thrown(withRelation({ exclusive: ['object', 'mouth'] }))).toMatchObject({
      code: 'unknown-field',
      message: expect.stringContaining("'mouth' is no end or defining qualifier of damsUp"),
      path: ['relations', 'damsUp', 'exclusive'],
    })
    // A detail is told by claims: they may differ about it, and so it tells nothing apart.
    expect(thrown(withRelation({ exclusive: ['when'] })).code).toBe('unknown-field')
  })

  it('has a qualifier that is a detail as well', () => {
    expect(thrown(withRelation({ defining: { when: {} } })).message).toContain(
      "'when' is defining and a detail at once",
    )
  })

  it('joins like with like, and has other types at the other end', () => {
    expect(thrown(withRelation({ symmetric: true })).message).toContain('same types at both ends')
    expect(thrown(withRelation({ alike: true })).message).toContain('same types at both ends')
  })

  it('has a relation without ends', () => {
    expect(thrown(withRelation({ from: [] })).message).toContain('a relation has two ends')
  })

  it('has a choice without a list', () => {
    const properties = { ...rivers.properties, use: { kind: 'choice', definition: 'x' } }
    expect(thrown({ properties }).message).toContain('a choice names its list')
  })

  it('has an IRI that no name can be put behind', () => {
    for (const iri of ['https://example.org/rivers', 'rivers#', ''])
      expect(thrown({ iri }).path).toEqual(['iri'])
  })
})

describe('names', () => {
  it.each(['type', 'id', 'claims', 'stance', 'by', 'extra', 'constructor', 'toString', 'hasOwnProperty'])(
    'of properties are not %s, which records or objects need',
    (name) => {
      const properties = { ...rivers.properties, [name]: { kind: 'string', definition: 'x' } }
      expect(thrown({ properties }).message).toContain(`no property can be called '${name}'`)
    },
  )

  it.each(['river', 'Rïver', 'River Bank', '', 'constructor', 'toString'])('of types are not %j', (name) => {
    expect(thrown(withType(name, { definition: 'x' })).message).toContain(`no type can be called '${name}'`)
  })

  it.each(['DamsUp', 'dams-up', 'dams up', ''])('of relations are not %j', (name) => {
    const found = thrown({ relations: { [name]: rivers.relations.damsUp } })
    expect(found.message).toContain(`no relation can be called '${name}'`)
  })

  it.each(['de jure', '-x', 'a:b', 'ä', ''])('of values are not %j', (value) => {
    const lists = {
      use: { definition: 'x', values: { ...rivers.lists.use.values, [value]: { definition: 'x' } } },
    }
    expect(thrown({ lists }).message).toContain(`no value of a list can be called '${value}'`)
  })

  it('of broader values are those of the list', () => {
    const values = { a: { definition: 'x', broader: ['b'] } }
    expect(thrown({ lists: { use: { definition: 'x', values } } })).toMatchObject({
      path: ['lists', 'use', 'a', 'broader'],
    })
  })

  it('are not __proto__, anywhere', () => {
    const polluted = (text: string): object => JSON.parse(text)
    const types = polluted('{"__proto__": {"definition": "x"}, "Actor": {"definition": "x"}}')
    expect(thrown({ types: { ...rivers.types, ...types } }).message).toContain(
      "no type can be called '__proto__'",
    )
    const property = polluted('{"__proto__": {"kind": "string", "definition": "x"}}')
    expect(thrown({ properties: withOwn(rivers.properties, property) }).message).toContain("'__proto__'")
    const relation = polluted('{"__proto__": {"from": ["Actor"], "to": ["River"], "definition": "x"}}')
    expect(thrown({ relations: withOwn(rivers.relations, relation) }).message).toContain("'__proto__'")
    const value = polluted('{"__proto__": {"definition": "x"}}')
    expect(thrown({ lists: { use: { definition: 'x', values: value } } }).message).toContain("'__proto__'")
    const list = polluted('{"__proto__": {"definition": "x", "values": {}}}')
    expect(thrown({ lists: withOwn(rivers.lists, list) }).message).toContain("'__proto__'")
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })

  it('that objects inherit are no entries', () => {
    expect(thrown(withType('Lake', { extends: 'constructor', definition: 'x' })).code).toBe('unknown-type')
    expect(thrown(withRelation({ defining: { toString: {} } })).code).toBe('unknown-field')
    expect(thrown(withRelation({ details: { use: { list: 'constructor' } } })).code).toBe('bad-value')
    expect(() => defineOntology(rivers).relation('constructor')).toThrow('unknown-relation')
    expect(defineOntology(rivers).lineage('constructor')).toEqual([])
  })
})

/** One object with the own keys of two, `__proto__` too. */
function withOwn(a: object, b: object): object {
  return Object.fromEntries([...Object.entries(a), ...Object.entries(b)])
}

describe('a default', () => {
  it('is meant where nothing is said: with and without it there is one statement', () => {
    const kg = createGraph()
    const kp = kg.add('State', { id: 'state:KP', label: 'North Korea' })
    const un = kg.add('IntergovernmentalOrganization', { id: 'org:un', label: 'United Nations' })
    const report = kg.add('Article', { id: 'source:a', label: 'A' })
    const other = kg.add('Article', { id: 'source:b', label: 'B' })
    const bare = kg.relate(kp, 'memberOf', un, { claims: [{ stance: 'asserts', source: report }] })
    const full = kg.relate(kp, 'memberOf', un, {
      standing: 'member',
      claims: [{ stance: 'asserts', source: other }],
    })
    const observer = kg.relate(kp, 'memberOf', un, {
      standing: 'observer',
      claims: [{ stance: 'denies', source: report }],
    })
    expect(full).toBe(bare)
    expect(observer).not.toBe(bare)
    expect([...kg.statements({ relation: 'memberOf', standing: 'member' })]).toMatchObject([
      { id: bare, standing: 'member', claims: [{ source: 'source:a' }, { source: 'source:b' }] },
    ])
  })

  it('holds for records, too', () => {
    const kg = createGraph(defineOntology(rivers))
    const record = {
      relation: 'damsUp',
      subject: 'a:b',
      object: 'r:nile',
      claims: [{ stance: 'asserts', by: 'a:b' }],
    }
    kg.load([
      { type: 'Actor', id: 'a:b', label: 'B' },
      { type: 'River', id: 'r:nile', label: 'Nile' },
      record,
      { ...record, use: null },
      { ...record, use: 'power' },
    ])
    expect([...kg.statements()]).toHaveLength(1)
    expect([...kg.statements()][0]).toMatchObject({ use: 'power' })
  })
})
