import { Parser } from 'n3'
import { core, createGraph, type Issue, type Ontology, PrefixMap } from 'statecraft'
import { type ReadOptions, readJsonLd, readQuads, readRdf, writeRecords } from 'statecraft/rdf'
import { describe, expect, test } from 'vitest'
import { by, entity, statement, states } from '../records'
import { canonical } from './canonical'
import { extended } from './extended'
import { stmt } from './parse'

const PREFIXES = `
@prefix dct: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix geo: <http://www.opengis.net/ont/geosparql#> .
@prefix sc: <https://w3id.org/statecraft/ns#> .
@prefix scp: <https://w3id.org/statecraft/ns/statement#> .
@prefix scs: <https://w3id.org/statecraft/ns/object#> .
@prefix state: <https://w3id.org/statecraft/id/state/> .
@prefix person: <https://w3id.org/statecraft/id/person/> .
@prefix source: <https://w3id.org/statecraft/id/source/> .
@prefix technology: <https://w3id.org/statecraft/id/technology/> .
@prefix stmt: <https://w3id.org/statecraft/id/stmt/> .
@prefix claim: <https://w3id.org/statecraft/id/claim/> .
@prefix x: <https://example.org/x#> .
`
const EDTF = '<http://id.loc.gov/datatypes/edtf/EDTF>'
const CORE = core as unknown as Ontology // tests know no names of it
const EXTENDED = extended as unknown as Ontology

/** What a text says, each record in its canonical form, and what the reader of RDF told. */
function read(turtle: string, options: ReadOptions = {}, format: 'turtle' | 'trig' = 'turtle') {
  const found = readRdf(PREFIXES + turtle, { format, ...options })
  const raw = [...found]
  const prefixes = new PrefixMap(found.prefixes)
  return { records: canonical(raw, options.ontology ?? CORE, prefixes).records, issues: found.issues, raw }
}

/** The only record of a text that is fine. */
function one(turtle: string, options?: ReadOptions) {
  const { records, issues } = read(turtle, options)
  expect(issues).toEqual([])
  expect(records).toHaveLength(1)
  return records[0]
}

const codes = (issues: readonly Issue[]) => issues.map(({ code }) => code)

describe('an entity is read with', () => {
  test('its types, texts and references', () => {
    expect(
      one(`person:x a sc:Expert, sc:Official ; rdfs:label "Iks", "X"@en, "十"@zh-hans ; dct:description "plain" ;
        sc:expertise "missiles"@EN ; sc:born "196X"^^${EDTF} ; sc:gender sc:gender-female ; dct:source source:s ;
        owl:sameAs <http://www.wikidata.org/entity/Q1>, state:x ; sc:extra '{"a":{"__proto__":[null,1e300]}}'^^rdf:JSON .`),
    ).toEqual({
      type: ['Expert', 'Official'],
      id: 'person:x',
      label: { und: 'Iks', en: 'X', 'zh-Hans': '十' },
      description: { und: 'plain' },
      expertise: { en: 'missiles' },
      born: '196X',
      gender: 'female',
      sources: ['source:s'],
      sameAs: ['iri:http://www.wikidata.org/entity/Q1', 'state:x'],
      extra: { a: { ['__proto__']: [null, 1e300] } },
    })
  })

  test('nothing but that it is unnamed', () => {
    expect(one('person:u a sc:Person ; sc:unnamed true .')).toEqual({
      type: 'Person',
      id: 'person:u',
      unnamed: true,
    })
  })

  test('ids under the namespaces that the file tells of, and as IRIs elsewhere', () => {
    const { records } = read(`x: sc:idPrefix "un" .
      x:QDi.001 a sc:Person ; rdfs:label "a" ; owl:sameAs x:b%20c .
      <urn:uuid:1> a sc:Person ; rdfs:label "b" .`)
    expect(records.map(({ id, sameAs }) => [id, sameAs])).toEqual([
      ['un:QDi.001', ['un:b%20c']],
      ['iri:urn:uuid:1', undefined],
    ])
  })

  test('names by kind, in the language of their tag, those with a node once', () => {
    expect(
      one(`person:x a sc:Person ; rdfs:label "X" ; skos:altLabel "A"@en, "A", "A"@und ;
        sc:name-primary "P" ; sc:name-weak "W" ; sc:name-former "F"@ko ;
        sc:name [ a sc:Name ; rdf:value "A"@en ; sc:nameKind sc:nameKind-alias ; sc:script "Latn" ] .`),
    ).toMatchObject({
      names: [
        { text: 'A', kind: 'alias', lang: 'en', script: 'Latn' },
        { text: 'A', kind: 'alias', lang: 'und' },
        { text: 'A', kind: 'alias' },
        { text: 'F', kind: 'former', lang: 'ko' },
        { text: 'P', kind: 'primary' },
        { text: 'W', kind: 'weak' },
      ],
    })
  })

  test('several labels in one language, of which one is the label and the others are names', () => {
    expect(one('state:x a sc:State ; rdfs:label "B"@en, "A"@en .')).toMatchObject({
      label: { en: 'A' },
      names: [{ text: 'B', lang: 'en', kind: 'alias' }],
    })
  })

  test('identifiers, those with a node once, and what is false only there', () => {
    expect(
      one(`person:x a sc:Person ; rdfs:label "X" ; sc:identifier-passport "1", "2" ; sc:identifier-x-own "3" ;
        sc:identifier [ a sc:Identifier ; sc:scheme "passport" ; rdf:value "2" ; sc:country "KP" ; sc:when "2010/.."^^${EDTF} ] ,
          [ a sc:Identifier ; sc:scheme "tax" ; rdf:value "4" ; sc:valid false ] .`),
    ).toMatchObject({
      identifiers: [
        { scheme: 'passport', value: '2', country: 'KP', when: '2010/..' },
        { scheme: 'passport', value: '1' },
        { scheme: 'tax', value: '4', valid: false },
        { scheme: 'x-own', value: '3' },
      ],
    })
  })

  test('addresses of text, of parts, and of both', () => {
    expect(
      one(`person:x a sc:Person ; rdfs:label "X" ; sc:address-text "a", "b" ;
        sc:address [ a sc:Address ; rdf:value "b" ; sc:street "1 Main St" ; sc:city "C" ; sc:region "R" ; sc:postcode "9" ; sc:country "KP" ] ,
          [ a sc:Address ; sc:city "D" ] .`),
    ).toMatchObject({
      addresses: [
        { city: 'C', country: 'KP', postcode: '9', region: 'R', street: '1 Main St', text: 'b' },
        { city: 'D' },
        { text: 'a' },
      ],
    })
  })

  test('a value of each kind', () => {
    const port = `x:p a sc:Port ; rdfs:label "P" ; sc:count 9007199254740991 ; sc:weight -1.0E-7 ; sc:tongue "zh-Hant" ;
      sc:spot "POINT(125.75 39)"^^geo:wktLiteral ; sc:stake "[25,50]"^^sc:range ; sc:coin "KPW" ;
      sc:page "https://example.org/?ü"^^xsd:anyURI ; sc:open true ; sc:hue sc:hue-deep-blue-2 ; sc:deep sc:deep-blue ;
      sc:country state:KP ; sc:text "2024~"^^${EDTF} ; sc:scheme 0.1 ; sc:script "s"@en, "t" ; sc:city false .`
    expect(one(port, { ontology: EXTENDED })).toEqual({
      type: 'Port',
      id: 'iri:https://example.org/x#p',
      label: { und: 'P' },
      count: 9007199254740991,
      weight: -1e-7,
      tongue: 'zh-Hant',
      spot: { lat: 39, lon: 125.75 },
      stake: [25, 50],
      coin: 'KPW',
      page: 'https://example.org/?ü',
      open: true,
      hue: 'deep-blue-2',
      deep: 'blue',
      country: 'state:KP',
      text: '2024~',
      scheme: 0.1,
      script: { en: 's', und: 't' },
      city: false,
    })
  })

  test('several values as a set, or in the order of their list', () => {
    const harbour = `x:h a sc:Harbour ; rdfs:label "H" ; sc:legs ( state:C state:A state:C ) ; sc:weight 2.0, 1.0 ;
      sc:mottos "one"@en, '{"ar":"b","en":"a"}'^^rdf:JSON ; sc:open ( true false ) ; sc:stake 5.0, "[1,2]"^^sc:range .`
    expect(one(harbour, { ontology: EXTENDED })).toMatchObject({
      legs: ['state:C', 'state:A', 'state:C'],
      weight: [1, 2],
      mottos: [{ ar: 'b', en: 'a' }, { en: 'one' }],
      open: [true, false],
      stake: [5, [1, 2]],
    })
  })

  test('fields that two of its types have as the last of them has them, whatever comes first in the file', () => {
    const said = 'rdfs:label "H" ; sc:hue sc:hue-Red ; a sc:Port .'
    expect(one(`x:h a sc:Pier ; ${said}`, { ontology: EXTENDED })).toMatchObject({ hue: 'Red' })
    expect(one(`x:h ${said} x:h a sc:Pier .`, { ontology: EXTENDED })).toMatchObject({ hue: 'Red' })
  })

  test('the first of several values where there can be one, and that is told', () => {
    const { records, issues } = read(
      `person:x a sc:Person ; rdfs:label "X" ; sc:born "1971"^^${EDTF}, "1970"^^${EDTF} .`,
    )
    expect(records).toMatchObject([{ born: '1970' }])
    expect(issues).toMatchObject([{ code: 'conflict', path: ['born'] }])
  })
})

describe('a statement is read with', () => {
  const SUPPLIES = `state:KP scp:supplies stmt:s .
    stmt:s a sc:Supplies ; scs:supplies state:IR ; sc:item technology:n ; sc:route "r" ; sc:occurrence "2024" .`
  const S = {
    relation: 'supplies',
    subject: 'state:KP',
    object: 'state:IR',
    item: 'technology:n',
    route: 'r',
  }

  test('its qualifiers, and claims with all that they say', () => {
    const text = `${SUPPLIES}
      claim:a a sc:Claim ; sc:about stmt:s ; sc:stance sc:asserts ; prov:wasAttributedTo person:p ;
        prov:hadPrimarySource source:s ; sc:via person:v ; sc:at "§14" ; sc:said "2024-05"^^${EDTF} ;
        sc:withdrawn "2025"^^${EDTF} ; sc:likelihood sc:likelihood-very-likely ; sc:confidence 0.5 ; sc:credibility 2 ;
        sc:method sc:method-machine ; sc:extra '{"k":[1]}'^^rdf:JSON ; sc:when "[..2024-05]"^^${EDTF} ;
        sc:stage sc:supplyStage-delivered ; sc:quantity 1.0E21 ; sc:purpose "to test"@en, "zum Test"@de .
      claim:b a sc:Claim ; sc:about stmt:s ; sc:stance sc:denies ; prov:wasAttributedTo person:q ; sc:likelihood "[20,45]"^^sc:range .`
    expect(one(text)).toEqual({
      ...S,
      occurrence: '2024',
      claims: [
        {
          stance: 'asserts',
          by: 'person:p',
          source: 'source:s',
          via: 'person:v',
          at: '§14',
          said: '2024-05',
          withdrawn: '2025',
          likelihood: 'very-likely',
          confidence: 0.5,
          credibility: 2,
          method: 'machine',
          extra: { k: [1] },
          when: '[..2024-05]',
          stage: 'delivered',
          quantity: 1e21,
          purpose: { en: 'to test', de: 'zum Test' },
        },
        { stance: 'denies', by: 'person:q', likelihood: [20, 45] },
      ],
    })
  })

  test('what stands in the graphs of its sources, and nothing of its standing', () => {
    const text = `${SUPPLIES} state:KP sc:supplies state:IR .
      stmt:s sc:status sc:denied ; sc:disputed true ; sc:possibleFrom "2024-01-01"^^xsd:date ;
        sc:certainUntil "2024-12-31"^^xsd:date .
      source:s { claim:a a sc:Claim ; sc:about stmt:s ; sc:stance sc:asserts ; prov:hadPrimarySource source:s . }`
    const { records, issues } = read(text, {}, 'trig')
    expect(issues).toEqual([])
    expect(records).toEqual([
      { ...S, occurrence: '2024', claims: [{ stance: 'asserts', source: 'source:s' }] },
    ])
  })

  test('no occurrence but that of its time, where none is written', () => {
    const text = `state:A scp:rivals _:s . _:s scs:rivals state:B .
      [] sc:about _:s ; sc:stance sc:asserts ; prov:wasAttributedTo state:A .`
    expect(one(text)).toEqual({
      relation: 'rivals',
      subject: 'state:A',
      object: 'state:B',
      occurrence: '',
      claims: [{ stance: 'asserts', by: 'state:A' }],
    })
  })
})

describe('statements that speak of others', () => {
  const claim = (node: string) =>
    `[] sc:about ${node} ; sc:stance sc:asserts ; prov:wasAttributedTo state:A .`
  const attack = (node: string) =>
    `state:A scp:attacks ${node} . ${node} scs:attacks state:B ; sc:occurrence "" . ${claim(node)}`
  const accusation = (node: string, of: string) =>
    `state:B scp:accuses ${node} . ${node} scs:accuses state:A ; sc:of ${of} ; sc:occurrence "" . ${claim(node)}`
  const condemnation = (node: string, over: string) =>
    `state:C scp:condemns ${node} . ${node} scs:condemns state:B ; sc:over ${over} ; sc:occurrence "" . ${claim(node)}`

  const a = stmt(['attacks', 'state:A', 'state:B', '', {}])
  const b = stmt(['accuses', 'state:B', 'state:A', '', { of: `stmt:${a}` }])

  test('name them by their ids, where their IRIs are made of those, however long the chain', () => {
    const { records, issues } = read(
      condemnation('_:c', `stmt:${b}`) + accusation(`stmt:${b}`, `stmt:${a}`) + attack(`stmt:${a}`),
    )
    expect(issues).toEqual([])
    expect(records.map(({ relation, of, over, ref }) => ({ relation, of, over, ref }))).toEqual([
      { relation: 'condemns', over: `stmt:${b}` },
      { relation: 'accuses', of: `stmt:${a}` },
      { relation: 'attacks' },
    ])
  })

  test('name them by handles, where their nodes are called otherwise', () => {
    const nodes = ['x:mine', 'stmt:mine', `stmt:${'a'.repeat(26)}`, '_:b']
    for (const node of nodes) {
      const { records, issues } = read(accusation('x:acc', node) + attack(node))
      expect(issues).toEqual([])
      const [accuses, attacks] = records
      expect(attacks?.ref).toEqual(expect.any(String))
      expect(accuses?.of).toBe(attacks?.ref)
      expect(accuses?.ref).toBeUndefined()
      const kg = createGraph()
      kg.load([...states('A', 'B'), ...read(accusation('x:acc', node) + attack(node)).raw])
      expect([...kg.statements()].find(({ relation }) => relation === 'accuses')).toMatchObject({
        of: `stmt:${a}`,
      })
    }
  })

  test('name them by handles in lists too', () => {
    const text = `state:A scp:twinnedWith x:t . x:t scs:twinnedWith state:B ; sc:occurrence "" ; sc:answers ( x:a state:C x:a ) . ${claim('x:t')}`
    const { records } = read(text + attack('x:a'), { ontology: EXTENDED })
    const ref = records[1]?.ref
    expect(ref).toEqual(expect.any(String))
    expect(records[0]?.answers).toEqual([ref, 'state:C', ref])
  })

  test('are kept where they speak of what is not there', () => {
    const { records, issues } = read(accusation('x:acc', `stmt:${a}`))
    expect(issues).toEqual([])
    expect(records).toMatchObject([{ relation: 'accuses', of: `stmt:${a}` }])
  })

  test('are read where they speak of each other in a circle, or in a very long chain', () => {
    const circle = read(accusation('x:a', 'x:b') + accusation('x:b', 'x:a'))
    expect(circle.records.map(({ of }) => of)).toEqual(circle.records.map(({ ref }) => ref).reverse())
    const length = 3000
    let text = attack('x:s0')
    for (let i = 1; i < length; i++) text += accusation(`x:s${i}`, `x:s${i - 1}`)
    // The last first: so that all others are still to be named.
    const quads = new Parser().parse(PREFIXES + text).reverse()
    const records = [...readQuads(quads)] as { ref?: string; of?: string }[]
    expect(records).toHaveLength(length)
    expect(new Set(records.map(({ ref }) => ref)).size).toBe(length)
  })
})

describe('plain triples', () => {
  const stated = (relation: string, from: string, to: string, stance = 'asserts') =>
    `${from} scp:${relation} _:${relation} . _:${relation} scs:${relation} ${to} ; sc:occurrence "" .
     [] sc:about _:${relation} ; sc:stance sc:${stance} ; prov:wasAttributedTo state:A .`

  test.each(['asserts', 'predicts', 'denies'])(
    'that a statement covers are skipped, also one that %s',
    (stance) => {
      const { records, issues } = read(
        `${stated('rivals', 'state:A', 'state:B', stance)} state:A sc:rivals state:B . state:B sc:rivals state:A .
       ${stated('supplies', 'state:A', 'state:B', stance)} state:A sc:supplies state:B .`,
      )
      expect(issues).toEqual([])
      expect(records.map(({ claims }) => claims)).toEqual([
        [{ stance, by: 'state:A' }],
        [{ stance, by: 'state:A' }],
      ])
    },
  )

  const asserted = (subject: string, relation: string, object: string, source?: string) => ({
    relation,
    subject,
    object,
    occurrence: '',
    claims: [{ stance: 'asserts', ...(source ? { source } : {}) }],
  })

  test('that none covers are what the document asserts: nobody, or its source', () => {
    // The statement is of the other direction: that covers nothing here.
    const text = `${stated('supplies', 'state:A', 'state:B')} state:B sc:supplies state:A .`
    const { records, issues } = read(text)
    expect(issues).toEqual([])
    expect(records.find(({ subject }) => subject === 'state:B')).toEqual(
      asserted('state:B', 'supplies', 'state:A'),
    )
    expect(read('state:B sc:supplies state:A .', { source: 'source:doc' }).records).toEqual([
      asserted('state:B', 'supplies', 'state:A', 'source:doc'),
    ])
  })

  test('come after the record of their source, which is given once and only if there are any', () => {
    const source = { type: 'Document', id: 'source:doc', label: { en: 'doc' } }
    const { records } = read('state:B sc:supplies state:A . state:C sc:owns state:D .', { source })
    expect(records).toEqual([
      source,
      asserted('state:B', 'supplies', 'state:A', 'source:doc'),
      asserted('state:C', 'owns', 'state:D', 'source:doc'),
    ])
    expect(read('state:A a sc:State ; rdfs:label "A" .', { source }).records).toHaveLength(1)
  })

  test('of a symmetric relation are read once for both directions', () => {
    expect(read('state:B sc:rivals state:A . state:A sc:rivals state:B, state:A .').records).toHaveLength(2)
    expect(read('state:B sc:rivals state:A .').records).toEqual([asserted('state:B', 'rivals', 'state:A')])
  })

  test('say in which named graph they stand', () => {
    const { records } = read('x:g { state:A sc:supplies state:B . }', {}, 'trig')
    expect(records).toMatchObject([{ claims: [{ stance: 'asserts', at: 'https://example.org/x#g' }] }])
  })

  test('are left out of a stream, and that is told', () => {
    const { records, issues } = read('state:A a sc:State ; rdfs:label "A" ; sc:supplies state:B .', {
      stream: true,
    })
    expect(records).toMatchObject([{ type: 'State' }])
    expect(codes(issues)).toEqual(['truncated'])
  })
})

describe('what is no statement or claim', () => {
  const FINE = 'state:Z a sc:State ; rdfs:label "Z" .'

  test.each([
    ['a claim about nothing', 'x:c a sc:Claim ; sc:stance sc:asserts .', /claim about nothing/],
    [
      'a claim about what is no statement',
      'x:c a sc:Claim ; sc:about x:n ; sc:stance sc:asserts .',
      /no statement here/,
    ],
    ['a statement without subject', 'x:s a sc:Rivals ; scs:rivals state:A .', /no subject/],
    [
      'a statement with two subjects',
      'state:A scp:rivals x:s . state:B scp:rivals x:s . x:s scs:rivals state:C .',
      /2 subjects/,
    ],
    ['a statement without object', 'state:A scp:rivals x:s . x:s a sc:Rivals .', /no object/],
    [
      'a statement with two objects',
      'state:A scp:rivals x:s . x:s scs:rivals state:B, state:C .',
      /2 objects/,
    ],
  ])('%s is told with its text, and everything else is kept', (_, text, message) => {
    const { records, issues } = read(`${text} ${FINE}`)
    expect(issues).toEqual([
      expect.objectContaining({
        code: 'bad-id',
        severity: 'error',
        message: expect.stringMatching(message),
        record: expect.stringMatching(/\S/),
      }),
    ])
    expect(records).toMatchObject([{ id: 'state:Z' }])
  })

  test('an entity of no class is told', () => {
    const { records, issues } = read(`x:e rdfs:label "e" . ${FINE}`)
    expect(issues).toMatchObject([
      { code: 'unknown-type', hint: expect.any(String), record: expect.stringContaining('e') },
    ])
    expect(records).toMatchObject([{ id: 'state:Z' }])
  })
})

describe('a slip in a word of the ontology', () => {
  const HAND = `state:A scp:supplies stmt:mine . stmt:mine a sc:Supplies ; scs:supplies state:B ; sc:itme x:arms .
    [] a sc:Claim ; sc:about stmt:mine ; sc:stance sc:asserts ; prov:wasAttributedTo state:A ; sc:wihtdrawn "2024" .`

  test('in what a statement or claim says is told, with what was meant', () => {
    const { issues } = read(HAND)
    const told = issues.map(({ code, message, hint }) => [
      code,
      message.match(/<([^>]*)> is no word/)?.[1],
      hint,
    ])
    const sc = 'https://w3id.org/statecraft/ns#'
    expect(told).toEqual([
      ['unknown-field', `${sc}itme`, `did you mean ${sc}item?`],
      ['unknown-field', `${sc}wihtdrawn`, `did you mean ${sc}withdrawn?`],
    ])
  })

  test.each([
    ['a direct relation', 'state:A sc:suplies state:B .', 'sc:supplies'],
    ['a relation to a statement', 'state:A scp:suplies stmt:x .', 'scp:supplies'],
    ['a class', 'state:A a sc:Sate ; rdfs:label "A" .', 'sc:State'],
    ['a field', 'state:A a sc:State ; rdfs:label "A" ; sc:exsited "1948/.." .', 'sc:existed'],
  ])('in %s is told', (_, turtle, meant) => {
    const { issues } = read(turtle)
    const iri = meant
      .replace('scp:', 'https://w3id.org/statecraft/ns/statement#')
      .replace('sc:', 'https://w3id.org/statecraft/ns#')
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'unknown-field', hint: `did you mean ${iri}?` }),
    )
  })

  test('is told once, however often it is made; foreign words are not told where anybody may use them', () => {
    const { issues } = read(`state:A a sc:State ; rdfs:label "A" ; sc:exsited "1" , "2" ; x:y "z" .
      state:B a sc:State ; rdfs:label "B" ; sc:exsited "3" .`)
    expect(issues.map(({ code }) => code)).toEqual(['unknown-field'])
  })

  test('that makes another class of a statement is told', () => {
    const { issues } =
      read(`state:A scp:supplies stmt:mine . stmt:mine a sc:Sanctions ; scs:supplies state:B .
      [] a sc:Claim ; sc:about stmt:mine ; sc:stance sc:asserts ; prov:wasAttributedTo state:A .`)
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ['conflict', expect.stringMatching(/it is called <.*#Sanctions>, and read as a statement of supplies/)],
    ])
  })
})

test('a plain triple in the graph of a source is that source’s claim', () => {
  const trig = `${PREFIXES} source:p a sc:Article ; rdfs:label "p" . source:p { state:A sc:supplies state:B . }
    <urn:g> { state:A sc:opposes state:B . }`
  const records = [...readRdf(trig, { format: 'trig', source: 'document:d' })] as { claims?: unknown }[]
  expect(records.flatMap(({ claims }) => claims ?? [])).toEqual([
    { stance: 'asserts', source: 'source:p' },
    { stance: 'asserts', source: 'document:d', at: 'urn:g' },
  ])
})

describe('JSON-LD that was written', () => {
  const written = async (records: readonly object[], prefixes = {}) => {
    let text = ''
    for await (const piece of writeRecords(records, { format: 'jsonld', prefixes })) text += piece
    const found = readJsonLd(text)
    const raw: object[] = []
    for await (const record of found) raw.push(record)
    expect(found.issues).toEqual([])
    return canonical(raw, CORE, new PrefixMap(found.prefixes)).records
  }

  test('is read with foreign data of any key', async () => {
    const extra = JSON.parse('{"a":{"__proto__":{"b":1}},"@id":"c","@value":[null]}')
    const record = entity('State', 'state:A', { extra })
    const [back] = await written([record])
    expect(JSON.stringify(back)).toBe(
      JSON.stringify({
        ...record,
        extra: JSON.parse('{"@id":"c","@value":[null],"a":{"__proto__":{"b":1}}}'),
      }),
    )
  })

  test('is read with numbers to the last digit', async () => {
    const claims = [
      by('state:A', 'asserts', { confidence: 1.0271259034605101e-300, quantity: 1e21, value: 4.35 }),
    ]
    expect(await written([statement('A', 'supplies', 'B', claims)])).toMatchObject([{ claims }])
  })

  test('is read with IRIs whose scheme is called like a prefix of ids', async () => {
    const records = [entity('Person', 'iri:urn:isbn:1'), entity('Person', 'urn:1')]
    expect(await written(records, { urn: 'urn:x:' })).toEqual(records)
  })

  test('is read with IRIs of places', async () => {
    const records = [entity('Place', 'iri:geo:37.8,-122.4')]
    expect(await written(records)).toEqual(records)
  })

  test('leaves out an IRI that it would turn into another, and says so', async () => {
    const records = [entity('Person', 'iri:sc:supplies'), entity('Person', 'person:a')]
    await expect(written(records)).rejects.toThrow(
      /^bad-id: JSON-LD would take the IRI <sc:supplies> for a name/,
    )
    const issues: Issue[] = []
    let text = ''
    const options = { format: 'jsonld', report: (found: Issue) => void issues.push(found) } as const
    for await (const piece of writeRecords(records, options)) text += piece
    expect(issues.map(({ code }) => code)).toEqual(['bad-id'])
    expect(JSON.parse(text)['@graph']).toHaveLength(1)
  })
})
