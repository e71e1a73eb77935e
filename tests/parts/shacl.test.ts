import { readFile } from 'node:fs/promises'
import type * as Rdf from '@rdfjs/types'
import { DataFactory, Store } from 'n3'
import { createGraph, type Graph } from 'statecraft'
import { toTurtle } from 'statecraft/rdf'
import { recordSchema } from 'statecraft/zod'
import { describe, expect, it } from 'vitest'
import { PrefixMap } from '../../src/model/id'
import { core } from '../../src/ontology/core'
import type { Ontology } from '../../src/ontology/ontology'
import { Lexicon } from '../../src/rdf/lexicon'
import { encodeEntity } from '../../src/rdf/write/entity'
import { encodeStatement, identified } from '../../src/rdf/write/statement'
import { extended } from '../rdf/extended'
import { RICH } from '../rdf/rich'
import type { Fields } from '../records'
import { Engines, parse } from './engines'

const { namedNode, literal, quad } = DataFactory

const NS = 'https://w3id.org/statecraft/ns'
const sc = (name: string) => namedNode(`${NS}#${name}`)
const scp = (name: string) => namedNode(`${NS}/statement#${name}`)
const scs = (name: string) => namedNode(`${NS}/object#${name}`)
const xsd = (name: string) => namedNode(`http://www.w3.org/2001/XMLSchema#${name}`)
const id = (name: string) => namedNode(`https://w3id.org/statecraft/id/${name.replace(':', '/')}`)
const A = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')
const VALUE = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#value')
const FIRST = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#first')
const LABEL = namedNode('http://www.w3.org/2000/01/rdf-schema#label')
const SAME_AS = namedNode('http://www.w3.org/2002/07/owl#sameAs')
const BY = namedNode('http://www.w3.org/ns/prov#wasAttributedTo')
const IN = namedNode('http://www.w3.org/ns/prov#hadPrimarySource')
const FROM = namedNode('http://purl.org/dc/terms/source')
const WKT = namedNode('http://www.opengis.net/ont/geosparql#wktLiteral')
const EDTF = namedNode('http://id.loc.gov/datatypes/edtf/EDTF')

const engines = new Engines(core as unknown as Ontology) // the names of core do not matter here

function load(records: Iterable<unknown>): Graph {
  const kg = createGraph()
  expect(kg.load(records).issues).toEqual([])
  return kg
}

describe('both engines accept', () => {
  it('the worked example', async () => {
    const path = new URL('../../examples/tehran-pyongyang/graph.jsonl', import.meta.url)
    const [, ...lines] = (await readFile(path, 'utf8')).trim().split('\n')
    const kg = load(lines.map((line) => JSON.parse(line)))
    expect(await engines.check(parse(toTurtle(kg)))).toEqual(ALL_FINE)
  })

  it('a graph with all that the core vocabulary has', async () => {
    expect(await engines.check(parse(toTurtle(load(RICH))))).toEqual(ALL_FINE)
  })
})

const FINE = { conforms: true, findings: [] }
const ALL_FINE = { 'rdf-validate-shacl': FINE, 'shacl-engine': FINE }

/** Data in which something is changed. */
class Changed {
  readonly store: Store

  constructor(quads: Iterable<Rdf.Quad>) {
    this.store = new Store([...quads])
  }

  /** The one statement of a relation. */
  statement(relation: string): Rdf.NamedNode {
    const found = new Map(this.store.getObjects(null, scp(relation), null).map((term) => [term.value, term]))
    return this.#only([...found.values()])
  }

  /** Gives it other subjects. */
  subject(relation: string, ...subjects: readonly Rdf.NamedNode[]): Rdf.NamedNode {
    const statement = this.statement(relation)
    this.store.removeQuads(this.store.getQuads(null, scp(relation), statement, null))
    for (const subject of subjects) this.add(subject, scp(relation), statement)
    return statement
  }

  /** Lets it say something else. */
  said(
    relation: string,
    predicate: Rdf.NamedNode,
    ...objects: readonly (Rdf.NamedNode | Rdf.Literal)[]
  ): Rdf.NamedNode {
    return this.set(this.statement(relation), predicate, ...objects)
  }

  /** A claim about it, by what the claim says. */
  claim(relation: string, predicate: Rdf.NamedNode = A): Rdf.NamedNode {
    const claims = this.store.getSubjects(sc('about'), this.statement(relation), null)
    return this.#only(claims.filter((claim) => this.store.countQuads(claim, predicate, null, null) > 0))
  }

  /** The one node of a name, identifier or address that says something. */
  node(predicate: Rdf.Term, object: Rdf.Term): Rdf.NamedNode {
    return this.#only(this.store.getSubjects(predicate, object, null))
  }

  add(
    subject: Rdf.NamedNode,
    predicate: Rdf.NamedNode,
    ...objects: (Rdf.NamedNode | Rdf.Literal)[]
  ): Rdf.NamedNode {
    for (const object of objects) this.store.addQuad(quad(subject, predicate, object))
    return subject
  }

  /** Says something else instead. */
  set(
    subject: Rdf.NamedNode,
    predicate: Rdf.NamedNode,
    ...objects: (Rdf.NamedNode | Rdf.Literal)[]
  ): Rdf.NamedNode {
    const old = this.store.getQuads(subject, predicate, null, null)
    expect(old.length).toBeGreaterThan(0)
    this.store.removeQuads(old)
    return this.add(subject, predicate, ...objects)
  }

  #only(terms: readonly Rdf.Term[]): Rdf.NamedNode {
    expect(terms).toHaveLength(1)
    return terms[0] as Rdf.NamedNode // our data has no blank nodes
  }
}

const TOLD = ['supplies', 'partyTo', 'sanctions', 'owns', 'partOf', 'accuses', 'supports', 'citizenOf']
const few = RICH.filter(
  ({ relation, object }) =>
    relation === undefined || (TOLD.includes(String(relation)) && object !== 'technology:t'),
)

const string = (value: string) => literal(value)
const decimal = (value: string) => literal(value, xsd('decimal'))
const edtf = (value: string) => literal(value, EDTF)
/** The claim about the supply that says most. */
const supplied = (data: Changed) => data.claim('supplies', sc('stage'))

/** What is wrong, the shape that tells it, and how it comes about; where it is told is what comes back. */
const WRONG: readonly (readonly [what: string, shape: string, change: (data: Changed) => Rdf.NamedNode])[] = [
  // Ends
  ['a subject of another class', 'Supplies-subject', (data) => data.subject('supplies', id('technology:t'))],
  [
    'an object of another class',
    'Supplies-object',
    (data) => data.said('supplies', scs('supplies'), id('sector:banks')),
  ],
  [
    'an object that is a literal',
    'Supplies-object',
    (data) => data.said('supplies', scs('supplies'), string('state:B')),
  ],
  [
    'two objects',
    'Supplies-object',
    (data) => data.said('supplies', scs('supplies'), id('state:B'), id('state:C')),
  ],
  ['no object', 'Supplies-object', (data) => data.said('supplies', scs('supplies'))],
  ['two subjects', 'Supplies-subject', (data) => data.subject('supplies', id('state:A'), id('state:C'))],
  [
    'an unnamed organisation as a person',
    'CitizenOf-subject',
    (data) => data.subject('citizenOf', id('actor:unnamed')),
  ],
  [
    'a part of another sort than its whole',
    'PartOf-like-with-like',
    (data) => data.subject('partOf', id('technology:gun')),
  ],

  // Statements
  ['a level that is none', 'Statement-status', (data) => data.said('supplies', sc('status'), sc('certain'))],
  [
    'a first day that is a plain string',
    'Statement-possibleFrom',
    (data) => data.add(data.statement('supplies'), sc('possibleFrom'), string('2024-05-01')),
  ],
  [
    'two occurrences',
    'Statement-occurrence',
    (data) => data.said('supplies', sc('occurrence'), string(''), string('x')),
  ],
  [
    'an occurrence in a language',
    'Statement-occurrence',
    (data) => data.said('supplies', sc('occurrence'), literal('x', 'en')),
  ],
  [
    'an occurrence without end',
    'Statement-occurrence',
    (data) => data.said('supplies', sc('occurrence'), string('x'.repeat(257))),
  ],
  ['an item of another class', 'Supplies-item', (data) => data.said('supplies', sc('item'), id('person:p'))],
  [
    'two items',
    'Supplies-item',
    (data) => data.said('supplies', sc('item'), id('technology:t'), id('commodity:oil')),
  ],
  ['a route that is an IRI', 'Supplies-route', (data) => data.said('supplies', sc('route'), id('place:p'))],
  ['an event that is none', 'Statement-event', (data) => data.said('sanctions', sc('event'), id('place:p'))],
  ['a charge that is an entity', 'Accuses-of', (data) => data.said('accuses', sc('of'), id('state:B'))],
  [
    'a form of another list',
    'Supports-form',
    (data) => data.said('supports', sc('form'), sc('aidForm-military')),
  ],
  [
    'an unknown qualifier',
    'Supplies',
    (data) => data.add(data.statement('supplies'), sc('colour'), string('red')),
  ],
  [
    'a qualifier of another relation',
    'Supplies',
    (data) => data.add(data.statement('supplies'), sc('vote'), sc('vote-yes')),
  ],
  [
    'a detail on the statement',
    'Supplies',
    (data) => data.add(data.statement('supplies'), sc('quantity'), decimal('3')),
  ],
  ['a statement without a class', 'Supplies', (data) => data.said('supplies', A)],
  [
    'no claim',
    'PartyTo-claims',
    (data) => {
      data.store.removeQuads(data.store.getQuads(data.claim('partyTo'), null, null, null))
      return data.statement('partyTo')
    },
  ],

  // Claims
  [
    'a stance that there is not',
    'Claim-stance',
    (data) => data.set(supplied(data), sc('stance'), sc('claims')),
  ],
  ['no stance', 'Claim-stance', (data) => data.set(supplied(data), sc('stance'))],
  ['two stances', 'Claim-stance', (data) => data.add(supplied(data), sc('stance'), sc('denies'))],
  [
    'a claim about two statements',
    'Claim-about',
    (data) => data.add(supplied(data), sc('about'), data.statement('owns')),
  ],
  ['a claim about an entity', 'Claim-about', (data) => data.set(supplied(data), sc('about'), id('state:A'))],
  ['a claim without a class', 'Claim', (data) => data.set(supplied(data), A)],
  ['a claimant who is no actor', 'Claim-by', (data) => data.set(supplied(data), BY, id('technology:t'))],
  ['a claimant who is a literal', 'Claim-by', (data) => data.set(supplied(data), BY, string('an expert'))],
  ['a source that is a person', 'Claim-source', (data) => data.set(supplied(data), IN, id('person:p'))],
  ['a date that is none', 'Claim-when', (data) => data.set(supplied(data), sc('when'), edtf('May 2024'))],
  [
    'a month that there is not',
    'Claim-said',
    (data) => data.set(supplied(data), sc('said'), edtf('2024-13')),
  ],
  [
    'a confidence over 1',
    'Claim-confidence',
    (data) => data.set(supplied(data), sc('confidence'), decimal('1.5')),
  ],
  [
    'a confidence that is a string',
    'Claim-confidence',
    (data) => data.set(supplied(data), sc('confidence'), string('0.5')),
  ],
  [
    'a credibility over 6',
    'Claim-credibility',
    (data) => data.set(supplied(data), sc('credibility'), literal('9', xsd('integer'))),
  ],
  [
    'a credibility between two',
    'Claim-credibility',
    (data) => data.set(supplied(data), sc('credibility'), decimal('2.5')),
  ],
  [
    'a likelihood that there is not',
    'Claim-likelihood',
    (data) => data.set(supplied(data), sc('likelihood'), sc('likelihood-sure')),
  ],
  [
    'a likelihood over 100 %',
    'Claim-likelihood',
    (data) => data.set(supplied(data), sc('likelihood'), literal('[20,120]', sc('range'))),
  ],
  [
    'a method of another list',
    'Claim-method',
    (data) => data.set(supplied(data), sc('method'), sc('aidForm-technical')),
  ],
  ['two places in the source', 'Claim-at', (data) => data.add(supplied(data), sc('at'), string('p. 2'))],
  [
    'foreign data that is no JSON',
    'Claim-extra',
    (data) => data.set(supplied(data), sc('extra'), string('{}')),
  ],

  // Details
  [
    'a value of another list',
    'Supplies-stage',
    (data) => data.set(supplied(data), sc('stage'), sc('gender-male')),
  ],
  [
    'a detail of another relation',
    'Supplies-claims',
    (data) => {
      data.add(supplied(data), sc('share'), decimal('30'))
      return data.statement('supplies')
    },
  ],
  [
    'a currency in words',
    'Supplies-currency',
    (data) => data.set(supplied(data), sc('currency'), string('dollars')),
  ],
  [
    'a quantity that is a text',
    'Supplies-quantity',
    (data) => data.set(supplied(data), sc('quantity'), string('many')),
  ],
  [
    'a quantity that is ill-formed',
    'Supplies-quantity',
    (data) => data.set(supplied(data), sc('quantity'), decimal('many')),
  ],
  [
    'a reason that is an IRI',
    'Claim-reason',
    (data) => data.set(supplied(data), sc('reason'), id('event:e')),
  ],
  [
    'two reasons in one language',
    'Claim-reason',
    (data) => data.add(supplied(data), sc('reason'), literal('money', 'en')),
  ],
  [
    'a share that is a text',
    'Owns-share',
    (data) => data.set(data.claim('owns', sc('interest')), sc('share'), string('25-49 %')),
  ],
  [
    'a share over 100 %',
    'Owns-share',
    (data) => data.set(data.claim('owns', sc('interest')), sc('share'), decimal('120')),
  ],
  [
    'a share without measure',
    'Owns-share',
    (data) => data.set(data.claim('owns', sc('interest')), sc('share'), literal('[25]', sc('range'))),
  ],
  [
    'truth in words',
    'Owns-direct',
    (data) => data.set(data.claim('owns', sc('interest')), sc('direct'), string('yes')),
  ],
  [
    'no measures',
    'Sanctions-measures-required',
    (data) => {
      data.set(data.claim('sanctions', sc('measures')), sc('measures'))
      return data.statement('sanctions')
    },
  ],
  [
    'an authority that is a state',
    'Sanctions-authority',
    (data) => data.set(data.claim('sanctions', sc('authority')), sc('authority'), id('state:B')),
  ],

  // Entities
  ['no label', 'entity-has-a-label', (data) => data.set(id('state:B'), LABEL)],
  [
    'two labels in one language',
    'entity-label',
    (data) => data.add(id('state:B'), LABEL, literal('Bland', 'en')),
  ],
  ['two labels in no language', 'entity-label', (data) => data.add(id('state:A'), LABEL, string('AL'))],
  ['a label that is an IRI', 'entity-label', (data) => data.set(id('state:B'), LABEL, id('state:C'))],
  ['a state that is a vessel', 'Actor-type', (data) => data.add(id('state:B'), A, sc('Vessel'))],
  ['a state that is a person', 'Jurisdiction-type', (data) => data.add(id('state:B'), A, sc('Expert'))],
  [
    'an unnamed actor that is somebody else',
    'entity-unnamed-is-nobody-else',
    (data) => data.add(id('actor:unnamed'), SAME_AS, id('org:o')),
  ],
  [
    'a date that is no EDTF',
    'State-existed',
    (data) => data.set(id('state:B'), sc('existed'), edtf('since 1991')),
  ],
  [
    'a date of another datatype',
    'State-existed',
    (data) => data.set(id('state:B'), sc('existed'), literal('1991-12-25', xsd('date'))),
  ],
  ['two dates of birth', 'Person-born', (data) => data.add(id('person:p'), sc('born'), edtf('1950'))],
  [
    'a publisher that is a literal',
    'Source-publisher',
    (data) => data.set(id('source:article'), sc('publisher'), string('News')),
  ],
  [
    'a publisher that is a place',
    'Source-publisher',
    (data) => data.set(id('source:article'), sc('publisher'), id('place:p')),
  ],
  [
    'an address of the web that is none',
    'Source-url',
    (data) => data.set(id('source:article'), sc('url'), literal('example.org', xsd('anyURI'))),
  ],
  [
    'an address of the web that is an IRI',
    'Source-url',
    (data) => data.set(id('source:article'), sc('url'), id('x:y')),
  ],
  [
    'a language that is none',
    'Source-language',
    (data) => data.set(id('source:article'), sc('language'), string('Arabic language')),
  ],
  [
    'a point beyond the pole',
    'Place-point',
    (data) => data.set(id('place:p'), sc('point'), literal('POINT(0 91)', WKT)),
  ],
  [
    'a reliability of another list',
    'Source-reliability',
    (data) => data.set(id('source:article'), sc('reliability'), sc('gender-female')),
  ],
  ['sources that are none', 'entity-sources', (data) => data.set(id('state:A'), FROM, id('state:B'))],

  // Names, identifiers, addresses
  [
    'an identifier of another form',
    'identifier-iso2',
    (data) => data.set(id('state:A'), sc('identifier-iso2'), string('aa')),
  ],
  [
    'an identifier that is an IRI',
    'identifier-cow',
    (data) => data.set(id('state:A'), sc('identifier-cow'), id('x:y')),
  ],
  [
    'the node of an identifier of another form',
    'Identifier-form',
    (data) => data.set(data.node(VALUE, string('123456789')), VALUE, string('12')),
  ],
  [
    'the node of an identifier without a scheme',
    'Identifier-scheme',
    (data) => data.set(data.node(VALUE, string('HRB 2')), sc('scheme')),
  ],
  [
    'a scheme that there is not',
    'Identifier-form',
    (data) => data.set(data.node(VALUE, string('HRB 2')), sc('scheme'), string('handelsregister')),
  ],
  [
    'a name without a kind',
    'Name-kind',
    (data) => data.set(data.node(sc('nameKind'), sc('nameKind-former')), sc('nameKind')),
  ],
  [
    'a name without a text',
    'Name-text',
    (data) => data.set(data.node(sc('nameKind'), sc('nameKind-former')), VALUE),
  ],
  [
    'a script that is none',
    'Name-script-form',
    (data) => data.set(data.node(sc('nameKind'), sc('nameKind-former')), sc('script'), string('Latin')),
  ],
  [
    'a name with more than its parts',
    'Name',
    (data) => data.add(data.node(sc('nameKind'), sc('nameKind-former')), LABEL, string('x')),
  ],
  [
    'an address without parts',
    'Address-has-parts',
    (data) => data.set(data.node(sc('city'), string('Nowhere')), sc('city')),
  ],
  [
    'a city that is an entity',
    'Address-city',
    (data) => data.set(data.node(sc('city'), string('Nowhere')), sc('city'), id('place:p')),
  ],
]

describe('both engines refuse', () => {
  const turtle = toTurtle(load(few))

  it('nothing of what is then changed', async () => {
    expect(await engines.check(parse(turtle))).toEqual(ALL_FINE)
  })

  it.each(WRONG)('%s: %s', async (_, shape, change) => {
    const data = new Changed(parse(turtle))
    const focus = change(data).value
    const verdicts = await engines.check(data.store)
    for (const [engine, { conforms, findings }] of Object.entries(verdicts)) {
      expect(conforms, engine).toBe(false)
      const found = findings.filter((finding) => finding.shape === shape)
      expect(
        found.map((finding) => finding.focus),
        `${engine}: ${JSON.stringify(findings)}`,
      ).toContain(focus)
      // In words, those of the shape; the other engine has its own where a language comes twice.
      if (engine === 'shacl-engine') expect(found[0]?.message).toMatch(/^\w[\w ]+: ./)
    }
  })
})

describe('shapes of an extended ontology', () => {
  const more = new Engines(extended as unknown as Ontology) // its names do not matter here
  const kg = createGraph(extended)
  const port = {
    type: 'Port',
    id: 'place:port',
    label: { en: 'port' },
    count: 3,
    weight: 1.5,
    tongue: 'en',
    spot: { lat: 1, lon: -2 },
    stake: [1, 2],
    coin: 'USD',
    page: 'https://example.org',
    open: true,
    hue: 'deep-blue-2',
    deep: 'blue',
    country: 'state:A',
    text: '2024',
    scheme: 4,
    script: { en: 'script', fr: 'écriture' },
    city: true,
    // These have parts that are called like fields of other kinds.
    names: [{ text: 'Hafen', script: 'Latn', kind: 'alias' }],
    identifiers: [{ scheme: 'tax', value: '1', country: 'AA' }],
    addresses: [{ city: 'Port Aland', country: 'AA' }],
  }
  const harbour = {
    type: 'Harbour',
    id: 'harbour:one',
    label: { en: 'harbour' },
    legs: ['place:port', 'place:far'],
    verses: [{ en: 'a', fr: 'b' }, { und: 'c' }],
    mottos: [{ en: 'd' }, { en: 'e', fr: 'f' }],
    weight: [1, 2.5],
    count: [2, 1],
    tongue: ['en', 'fr'],
    stake: [10, [20, 30]],
    page: ['urn:a', 'urn:b'],
    open: [true, false],
    hue: ['Red'],
    country: ['state:A', 'state:B'],
    text: ['2024', '2025/..'],
    script: [{ en: 'x' }, { und: 'y' }],
  }
  const about = (relation: string, object: string, fields: Fields, claim: Fields): Fields => ({
    relation,
    subject: relation === 'boundFor' ? 'vessel:v' : 'place:port',
    object,
    ...fields,
    claims: [{ stance: 'asserts', by: 'state:A', ...claim }],
  })
  const records = [
    port,
    harbour,
    { type: ['Pier', 'Port'], id: 'place:both', label: { en: 'both' }, hue: 'Red' },
    ...['state:A', 'state:B'].map((id) => ({ type: 'State', id, label: { en: id } })),
    { type: 'Vessel', id: 'vessel:v', label: { en: 'v' } },
    { type: 'Place', id: 'place:far', label: { en: 'far' } },
    about(
      'boundFor',
      'harbour:one',
      {
        count: 1,
        weight: 1,
        spot: { lat: 0, lon: 0 },
        coin: 'EUR',
        page: 'urn:a',
        open: false,
        hue: 'Red',
        text: '2024',
      },
      { deep: 'blue', country: 'state:B', city: false, scheme: 2, mottos: { en: 'a' } },
    ),
    about(
      'twinnedWith',
      'place:far',
      {
        legs: ['place:far', 'place:port'],
        answers: ['state:A', 'place:far'],
        mottos: [{ en: 'a' }],
        hue: ['0', 'Red'],
      },
      {
        verses: [{ en: 'a' }, { en: 'b' }],
        count: [3, 3],
        weight: [1],
        stake: [[1, 2]],
        text: ['2024'],
        country: ['state:A'],
      },
    ),
  ]
  const report = kg.load(records)
  const turtle = toTurtle(kg)

  it('are kept to by its data', async () => {
    expect(report.issues).toEqual([])
    expect([...kg.records()]).toHaveLength(records.length)
    expect(await more.check(parse(turtle))).toEqual(ALL_FINE)
  })

  it.each([
    [
      'an item of a list that is of another kind',
      'Harbour-count-item',
      (data: Changed) => {
        const [list] = data.store.getObjects(id('harbour:one'), sc('count'), null)
        data.set(list as Rdf.NamedNode, FIRST, string('two')) // our data has no blank nodes
        return id('harbour:one')
      },
    ],
    [
      'a value beside a list',
      'Harbour-legs',
      (data: Changed) => data.add(id('harbour:one'), sc('legs'), id('place:far')),
    ],
    [
      'a value of another list',
      'Port-hue',
      (data: Changed) => data.set(id('place:port'), sc('hue'), sc('gender-male')),
    ],
    [
      'what a node calls so',
      'Port-country',
      (data: Changed) => data.set(id('place:port'), sc('country'), string('AA')),
    ],
    [
      'what a field calls so',
      'Address-country',
      (data: Changed) => data.set(data.node(sc('city'), string('Port Aland')), sc('country'), id('state:A')),
    ],
    [
      'an answer of another kind',
      'TwinnedWith-answers-item',
      (data: Changed) => {
        const statement = data.statement('twinnedWith')
        const [list] = data.store.getObjects(statement, sc('answers'), null)
        data.set(list as Rdf.NamedNode, FIRST, string('x')) // our data has no blank nodes
        return statement
      },
    ],
  ] as const)('are not kept to by %s: %s', async (_, shape, change) => {
    const data = new Changed(parse(turtle))
    const focus = change(data).value
    for (const [engine, { findings }] of Object.entries(await more.check(data.store))) {
      const found = findings.filter((finding) => finding.shape === shape)
      expect(
        found.map((finding) => finding.focus),
        `${engine}: ${JSON.stringify(findings)}`,
      ).toContain(focus)
    }
  })
})

/** What is wrong with a record is wrong with its RDF. It is written as it is: no reader looks at it before. */
function encoded(record: Fields): Rdf.Quad[] {
  const ontology = core as unknown as Ontology // the names of core do not matter here
  const lost: unknown[] = []
  const encoding = {
    lexicon: new Lexicon(ontology, new PrefixMap()),
    report: (found: unknown) => lost.push(found),
  }
  const quads: Rdf.Quad[] =
    'relation' in record
      ? encodeStatement(identified(record as never, ontology), {}, encoding) // canonical but for what is wrong
      : encodeEntity(record as never, encoding)
  expect(lost).toEqual([])
  return quads
}

const state = { type: 'State', id: 'state:X', label: { en: 'X' } }
const about = (relation: string, claim: Fields, fields: Fields = {}): Fields => ({
  relation,
  subject: 'x:a',
  object: 'x:b',
  occurrence: '',
  ...fields,
  claims: [{ stance: 'asserts', by: 'x:c', ...claim }],
})

/** Records, and whether they are fine. */
const RECORDS: readonly (readonly [what: string, fine: boolean, record: Fields])[] = [
  ['a state', true, { ...state, existed: ['1815/1914', '1918~/..'] }],
  ['a date that is none', false, { ...state, existed: ['May 1815'] }],
  ['no label', false, { type: 'State', id: 'state:X' }],
  ['an unnamed organisation', true, { type: 'Organization', id: 'org:x', unnamed: true }],
  [
    'an unnamed organisation that is another',
    false,
    { type: 'Organization', id: 'org:x', unnamed: true, sameAs: ['org:y'] },
  ],
  ['an expert and official', true, { ...state, type: ['Expert', 'Official'], gender: 'other' }],
  ['a state and vessel', false, { ...state, type: ['State', 'Vessel'] }],
  ['a state and person', false, { ...state, type: ['State', 'Person'] }],
  ['a gender that there is not', false, { ...state, type: 'Person', gender: 'unknown' }],
  ['an identifier', true, { ...state, identifiers: [{ scheme: 'iso2', value: 'XX', when: '2001/' }] }],
  ['an identifier of another form', false, { ...state, identifiers: [{ scheme: 'iso2', value: 'xx' }] }],
  [
    'an identifier of another form, with more',
    false,
    { ...state, identifiers: [{ scheme: 'lei', value: 'X', valid: false }] },
  ],
  ['a scheme of one’s own', true, { ...state, identifiers: [{ scheme: 'x-y', value: '1', country: 'XX' }] }],
  [
    'a scheme that there is not',
    false,
    { ...state, identifiers: [{ scheme: 'iso4', value: 'X', country: 'XX' }] },
  ],
  ['a name', true, { ...state, names: [{ text: 'Iks', lang: 'ru', script: 'Latn', kind: 'weak' }] }],
  ['a script that is none', false, { ...state, names: [{ text: 'Iks', script: 'latin', kind: 'weak' }] }],
  [
    'a kind of name that there is not',
    false,
    { ...state, names: [{ text: 'Iks', script: 'Latn', kind: 'old' }] },
  ],
  ['an address', true, { ...state, addresses: [{ text: 'a', city: 'b' }, { country: 'c' }] }],
  ['a place', true, { ...state, type: 'Place', point: { lat: 90, lon: -180 } }],
  ['a place beyond the pole', false, { ...state, type: 'Place', point: { lat: 90.5, lon: 0 } }],
  [
    'a source',
    true,
    { ...state, type: 'Article', url: 'HTTPS://example.org/ü', language: 'zh-Hans', reliability: 'A' },
  ],
  ['a source with another address', false, { ...state, type: 'Article', url: 'ftp://example.org' }],
  [
    'a source with a space in its address',
    false,
    { ...state, type: 'Article', url: 'https://example.org/a b' },
  ],
  ['a source with a language in words', false, { ...state, type: 'Article', language: 'in Arabic' }],
  [
    'a supply',
    true,
    about('supplies', { quantity: 1.5e300, currency: 'USD', stage: 'offered' }, { item: 'x:i', route: '' }),
  ],
  ['a currency in small letters', false, about('supplies', { currency: 'usd' })],
  ['a stage that there is not', false, about('supplies', { stage: 'lost' })],
  ['a quantity that is none', false, about('supplies', { quantity: 'many' })],
  ['an occurrence without end', false, about('supplies', {}, { occurrence: 'x'.repeat(257) })],
  ['no claims', false, { ...about('supplies', {}), claims: [] }],
  ['a stance that there is not', false, about('supplies', { stance: 'claims' })],
  [
    'a claim with all',
    true,
    about('supplies', {
      source: 'x:s',
      at: '',
      via: 'x:v',
      said: '2024',
      withdrawn: '2025',
      likelihood: 'likely',
      confidence: 1,
      credibility: 1,
      method: 'human',
      note: { en: 'a', fr: 'b' },
    }),
  ],
  ['a likelihood as a range', true, about('supplies', { likelihood: [0, 12.5] })],
  ['a likelihood in other words', false, about('supplies', { likelihood: 'sure' })],
  ['a likelihood over 100', false, about('supplies', { likelihood: [20, 101] })],
  ['a confidence over 1', false, about('supplies', { confidence: 1.01 })],
  ['a credibility of 0', false, about('supplies', { credibility: 0 })],
  ['a method that there is not', false, about('supplies', { method: 'guess' })],
  ['a time that there is not', false, about('supplies', { when: '2024-01-32' })],
  ['sanctions', true, about('sanctions', { measures: ['travel-ban', 'other'], scope: 'partial' })],
  ['sanctions without measures', false, about('sanctions', {})],
  ['a denial of sanctions', true, about('sanctions', { stance: 'denies' })],
  ['sanctions with other measures', false, about('sanctions', { measures: ['travel-ban', 'war'] })],
  ['a share', true, about('owns', { share: 100, direct: true })],
  ['a range of shares', true, about('owns', { share: [0.5, 50] })],
  ['a share over 100', false, about('owns', { share: 101 })],
  ['a share below 0', false, about('owns', { share: [-1, 50] })],
  ['a standing that there is not', false, about('memberOf', {}, { standing: 'guest' })],
]

describe('zod and both engines give the same verdict', () => {
  const schema = recordSchema(core)

  it.each(RECORDS)('on %s: %s', async (_, fine, record) => {
    expect(schema.safeParse(record).success).toBe(fine)
    for (const [engine, { conforms, findings }] of Object.entries(await engines.check(encoded(record))))
      expect(conforms, `${engine}: ${JSON.stringify(findings)}`).toBe(fine)
  })
})
