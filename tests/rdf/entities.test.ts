import { core, createGraph, defineOntology, extendOntology, type OntologyDefinition } from 'statecraft'
import { namespacesOf, toTurtle } from 'statecraft/rdf'
import { describe, expect, test } from 'vitest'
import { graphOf } from '../records'
import { hash } from './parse'

/** What the Turtle of one entity says after its type, without the prefixes. */
const body = (turtle: string) => turtle.slice(turtle.indexOf('\n\n') + 2)
const node = (what: string, content: unknown) => hash(JSON.stringify([what, content]))

describe('an entity', () => {
  test('has its types, texts, and references', () => {
    const kg = graphOf({
      type: ['Official', 'Expert'],
      id: 'person:x',
      label: { en: 'X', 'zh-Hans': '十', und: 'Iks' },
      description: 'plain',
      expertise: { en: 'missiles' },
      born: '196X',
      gender: 'female',
      sameAs: ['wikidata:Q1', 'iri:http://example.org/x?a=b#c'],
      sources: ['source:s'],
      extra: { z: 1, a: { ü: '\ufffe\ud800' } },
    })
    expect(body(toTurtle(kg))).toBe(`person:x a sc:Expert, sc:Official;
    dct:description "plain";
    dct:source source:s;
    rdfs:label "Iks", "X"@en, "十"@zh-Hans;
    owl:sameAs <http://example.org/x?a=b#c>, wikidata:Q1;
    sc:born "196X"^^<http://id.loc.gov/datatypes/edtf/EDTF>;
    sc:expertise "missiles"@en;
    sc:extra "{\\"a\\":{\\"ü\\":\\"\\\\ufffe\\\\ud800\\"},\\"z\\":1}"^^rdf:JSON;
    sc:gender sc:gender-female.
`)
  })

  test('that its source leaves unnamed says so', () => {
    const kg = graphOf({ type: 'Person', id: 'person:u', label: 'analysts', unnamed: true })
    expect(body(toTurtle(kg))).toBe(`person:u a sc:Person;
    rdfs:label "analysts";
    sc:unnamed true.
`)
  })

  test('has simple names as literals, by kind', () => {
    const kg = graphOf({
      type: 'Person',
      id: 'person:x',
      label: 'X',
      names: [
        { text: 'A', lang: 'en', kind: 'alias' },
        { text: 'A', kind: 'alias' },
        { text: 'A', lang: 'und', kind: 'alias' },
        { text: 'P', lang: 'en', kind: 'primary' },
        { text: 'W', kind: 'weak' },
        { text: 'F', lang: 'ko', kind: 'former' },
      ],
    })
    expect(body(toTurtle(kg))).toBe(`person:x a sc:Person;
    rdfs:label "X";
    skos:altLabel "A"@en, "A"@und, "A";
    sc:name-former "F"@ko;
    sc:name-primary "P"@en;
    sc:name-weak "W".
`)
  })

  test('has a node for a name with a script, and for a simple name that is the same literal', () => {
    const plain = { kind: 'alias', lang: 'ko', text: 'Kim' }
    const latin = { kind: 'alias', lang: 'ko', script: 'Latn', text: 'Kim' }
    const [p, l] = [node('name', plain), node('name', latin)]
    const names = [`name:${p}`, `name:${l}`].sort().join(', ')
    const kg = graphOf({
      type: 'Person',
      id: 'person:x',
      label: 'X',
      names: [plain, latin, { kind: 'weak', lang: 'ko', text: 'Kim' }],
    })
    const blocks = [
      `name:${p} a sc:Name;
    rdf:value "Kim"@ko;
    sc:nameKind sc:nameKind-alias.
`,
      `name:${l} a sc:Name;
    rdf:value "Kim"@ko;
    sc:nameKind sc:nameKind-alias;
    sc:script "Latn".
`,
    ]
    expect(body(toTurtle(kg))).toBe(`${blocks.sort().join('')}person:x a sc:Person;
    rdfs:label "X";
    skos:altLabel "Kim"@ko;
    sc:name ${names};
    sc:name-weak "Kim"@ko.
`)
  })

  test('has identifiers as literals, with a node where they say more, and no literal where they are false', () => {
    const passport = { country: 'KP', scheme: 'passport', value: '123', when: '2010/..' }
    const revoked = { scheme: 'tax', valid: false, value: '9' }
    const [p, r] = [node('identifier', passport), node('identifier', revoked)]
    const kg = graphOf({
      type: 'Person',
      id: 'person:x',
      label: 'X',
      identifiers: [
        { scheme: 'x-un-ref', value: 'KPi.001' },
        { scheme: 'wikidata', value: 'Q1' },
        passport,
        revoked,
      ],
    })
    const blocks = [
      `name:${p} a sc:Identifier;
    rdf:value "123";
    sc:country "KP";
    sc:scheme "passport";
    sc:when "2010/.."^^<http://id.loc.gov/datatypes/edtf/EDTF>.
`,
      `name:${r} a sc:Identifier;
    rdf:value "9";
    sc:scheme "tax";
    sc:valid false.
`,
    ]
    expect(body(toTurtle(kg))).toBe(`${blocks.sort().join('')}person:x a sc:Person;
    rdfs:label "X";
    sc:identifier ${[`name:${p}`, `name:${r}`].sort().join(', ')};
    sc:identifier-passport "123";
    sc:identifier-wikidata "Q1";
    sc:identifier-x-un-ref "KPi.001".
`)
  })

  test('has addresses as literals, with a node where they say more', () => {
    const full = { city: 'Pyongyang', country: 'KP', postcode: '1', region: 'r', street: 's', text: 'all' }
    const a = node('address', full)
    const kg = graphOf({ type: 'Person', id: 'person:x', label: 'X', addresses: ['somewhere', full] })
    expect(body(toTurtle(kg))).toBe(`name:${a} a sc:Address;
    rdf:value "all";
    sc:city "Pyongyang";
    sc:country "KP";
    sc:postcode "1";
    sc:region "r";
    sc:street "s".
person:x a sc:Person;
    rdfs:label "X";
    sc:address name:${a};
    sc:address-text "all", "somewhere".
`)
  })

  test('shares the node of a name with whoever has the same', () => {
    const names = [{ text: 'Kim', script: 'Latn', kind: 'alias' }]
    const people = ['person:a', 'person:b'].map((id) => ({ type: 'Person', id, label: 'X', names }))
    expect(toTurtle(graphOf(...people)).match(/^name:\S+ a sc:Name/gm)).toHaveLength(1)
  })
})

describe('a field', () => {
  const KINDS = {
    s: { kind: 'string' },
    t: { kind: 'text' },
    d: { kind: 'date' },
    n: { kind: 'number' },
    i: { kind: 'integer' },
    b: { kind: 'boolean' },
    u: { kind: 'url' },
    sh: { kind: 'share' },
    cu: { kind: 'currency' },
    la: { kind: 'language' },
    po: { kind: 'point' },
    ch: { kind: 'choice', list: 'hue' },
    en: { kind: 'entity' },
    th: { kind: 'thing' },
    st: { kind: 'statement' },
  } as const satisfies Record<string, Partial<OntologyDefinition['properties'][string]>>
  const properties = Object.fromEntries(
    Object.entries(KINDS).map(([name, kind]) => [name, { ...kind, definition: name }]),
  )
  const some = Object.keys(properties)
  const kinds = defineOntology({
    iri: 'https://example.org/v/',
    vocabularies: {},
    lists: {
      hue: { definition: 'hue', values: { 'dark-red': { definition: 'x' }, Blue2: { definition: 'x' } } },
    },
    properties: properties as OntologyDefinition['properties'],
    types: {
      Source: { definition: 'source' },
      One: { definition: 'one of each', fields: Object.fromEntries(some.map((name) => [name, {}])) },
      Set: { definition: 'sets', fields: Object.fromEntries(some.map((name) => [name, { many: true }])) },
      List: {
        definition: 'lists',
        fields: Object.fromEntries(some.map((name) => [name, { many: true, ordered: true }])),
      },
    },
    everyRelation: { defining: {}, details: {} },
    relations: {},
  } as OntologyDefinition)
  const write = (type: string, fields: object, prefixes = {}) => {
    const kg = createGraph(kinds, { prefixes })
    const { issues } = kg.load([{ type, id: 'x:a', label: 'X', ...fields }])
    if (issues.length) throw new Error(issues.map(({ message }) => message).join('\n'))
    return body(toTurtle(kg))
  }

  test.each([
    ['s', 'a "b"\n', '"a \\"b\\"\\n"'],
    ['t', { en: 'x', und: 'y' }, '"x"@en, "y"'],
    ['d', '2010/..', '"2010/.."^^<http://id.loc.gov/datatypes/edtf/EDTF>'],
    ['n', 12, '"12"^^xsd:decimal'],
    ['n', -0.5, '-0.5'],
    ['n', 1e21, '1.0E21'],
    ['n', 1.25e-7, '1.25E-7'],
    ['i', -3, '-3'],
    ['b', true, 'true'],
    ['u', "https://e.org/?a[]=1&b='", `"https://e.org/?a[]=1&b='"^^xsd:anyURI`],
    ['sh', 50, '"50"^^xsd:decimal'],
    ['sh', [25, 50], '"[25,50]"^^sc:range'],
    ['cu', 'USD', '"USD"'],
    ['la', 'zh-Hans', '"zh-Hans"'],
    ['po', { lat: 39.03, lon: 125.75 }, '"POINT(125.75 39.03)"^^geo:wktLiteral'],
    ['ch', 'dark-red', 'sc:hue-dark-red'],
    ['ch', 'Blue2', 'sc:hue-Blue2'],
    ['en', 'state:KP', 'state:KP'],
    ['th', 'state:KP', 'state:KP'],
    ['th', 'stmt:aaaaaaaaaaaaaaaaaaaaaaaaaa', 'stmt:aaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['st', 'stmt:aaaaaaaaaaaaaaaaaaaaaaaaaa', 'stmt:aaaaaaaaaaaaaaaaaaaaaaaaaa'],
  ])('of kind %s with %j is %s', (field, value, expected) => {
    expect(write('One', { [field]: value })).toBe(
      `x:a a sc:One;\n    rdfs:label "X";\n    sc:${field} ${expected}.\n`,
    )
  })

  test.each([
    ['s', ['b', 'a', 'b'], '"a", "b"'],
    ['n', [2, 1.5], '1.5, "2"^^xsd:decimal'],
    ['en', ['state:B', 'state:A'], 'state:A, state:B'],
    ['t', [{ en: 'x' }, { en: 'y', fr: 'z' }], '"x"@en, "{\\"en\\":\\"y\\",\\"fr\\":\\"z\\"}"^^rdf:JSON'],
    ['sh', [25, [25, 50]], '"25"^^xsd:decimal, "[25,50]"^^sc:range'],
  ])('of several values of kind %s, %j, is %s', (field, value, expected) => {
    // Sorted by the object as N-Triples writes it.
    expect(write('Set', { [field]: value })).toBe(
      `x:a a sc:Set;\n    rdfs:label "X";\n    sc:${field} ${expected}.\n`,
    )
  })

  test('of values in an order is an RDF list without blank nodes', () => {
    const nil = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#nil'
    const iri = (id: string) => `https://w3id.org/statecraft/id/name/${id}`
    const last = hash(JSON.stringify(['list', '<https://w3id.org/statecraft/id/state/A>', nil]))
    const first = hash(JSON.stringify(['list', '<https://w3id.org/statecraft/id/state/B>', iri(last)]))
    const nodes = [
      `name:${first} rdf:first state:B;\n    rdf:rest name:${last}.\n`,
      `name:${last} rdf:first state:A;\n    rdf:rest rdf:nil.\n`,
    ]
    expect(write('List', { en: ['state:B', 'state:A'] })).toBe(
      `${nodes.sort().join('')}x:a a sc:List;\n    rdfs:label "X";\n    sc:en name:${first}.\n`,
    )
  })

  test('that names a statement by a handle nobody has is left out and reported', () => {
    const kg = createGraph(kinds)
    kg.load([{ type: 'One', id: 'x:a', label: 'X', st: 'handle' }])
    const issues: unknown[] = []
    expect(body(toTurtle(kg, { report: ({ code, path }) => issues.push([code, path]) }))).toBe(
      'x:a a sc:One;\n    rdfs:label "X".\n',
    )
    expect(issues).toEqual([['dangling', ['st']]])
  })

  test('stands under the namespace of its ontology, and ids under those of their prefixes', () => {
    const kg = createGraph(kinds, { prefixes: { x: 'https://example.org/things#' } })
    kg.load([{ type: 'One', id: 'x:a', label: 'X' }])
    expect(toTurtle(kg)).toBe(`@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#>.
@prefix sc: <https://example.org/v/>.
@prefix x: <https://example.org/things#>.

<https://example.org/things#> sc:idPrefix "x".
x:a a sc:One;
    rdfs:label "X".
`)
  })
})

describe('namespaces', () => {
  test.each([
    [
      'https://w3id.org/statecraft/ns#',
      'https://w3id.org/statecraft/ns/statement#',
      'https://w3id.org/statecraft/ns/object#',
    ],
    ['https://example.org/v/', 'https://example.org/v/statement#', 'https://example.org/v/object#'],
    ['https://example.org/v/#', 'https://example.org/v/statement#', 'https://example.org/v/object#'],
    ['urn:example:v#', 'urn:example:v/statement#', 'urn:example:v/object#'],
  ])('of %s are %s and %s', (sc, scp, scs) => {
    expect(namespacesOf(sc)).toEqual({ sc, scp, scs })
  })

  test.each([
    [
      'a property called like a derived one',
      { properties: { disputed: { kind: 'boolean' as const, definition: 'x' } } },
    ],
    [
      'a field called like a relation',
      {
        properties: { owns: { kind: 'entity' as const, definition: 'x' } },
        types: { Company: { fields: { owns: {} } } },
      },
    ],
  ])('are refused for %s', (_, extension) => {
    expect(() => toTurtle(createGraph(extendOntology(core, extension as never)))).toThrow(/can be called/)
  })
})
