import { readFileSync, writeFileSync } from 'node:fs'
import { createGraph, type Issue } from 'statecraft'
import { type ReadJsonLdOptions, type ReadTextOptions, readJsonLd, readRdf } from 'statecraft/rdf'
import { describe, expect, test } from 'vitest'
import { statecraft, useFolder } from '../cli/run'

/*
 * RDF that others wrote, as one finds it. What is expected is written by hand, from what the vocabularies say their terms
 * mean: no triple gains or loses meaning, and what nothing here stands for is kept.
 */

const PREFIXES = `
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix schema: <https://schema.org/> .
@prefix schema-http: <http://schema.org/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix sc: <https://w3id.org/statecraft/ns#> .
@prefix : <https://example.org/> .
`
const EX = 'iri:https://example.org/'

type Raw = { readonly [field: string]: unknown }
interface Found {
  readonly records: Raw[]
  readonly issues: readonly Issue[]
}

function read(turtle: string, options: Partial<ReadTextOptions> = {}): Found {
  const found = readRdf(PREFIXES + turtle, { format: 'turtle', ...options })
  return { records: [...found] as Raw[], issues: found.issues }
}

async function readLd(document: object, options?: ReadJsonLdOptions): Promise<Found> {
  const found = readJsonLd(JSON.stringify(document), options)
  const records: Raw[] = []
  for await (const record of found) records.push(record as Raw) // as it stands there
  return { records, issues: found.issues }
}

/** The only record of a text about `:x`, without its type, id and label. */
function said(turtle: string, type = 'foaf:Person'): Raw {
  const { records, issues } = read(`:x a ${type} ; foaf:name "X" ; ${turtle}`)
  expect(issues).toEqual([])
  expect(records).toHaveLength(1)
  const { type: _, id: __, label, ...rest } = records[0] ?? {}
  expect(label).toEqual({ und: 'X' })
  return rest
}

/** What the document asserts, where nobody answers for it. */
const plain = (subject: string, relation: string, object: string, claim: Raw = {}) => ({
  relation,
  subject,
  object,
  claims: [{ stance: 'asserts', ...claim }],
})

const codes = ({ issues }: Pick<Found, 'issues'>) => issues.map(({ code }) => code)
const literal = (value: string, type: string) => ({
  '@value': value,
  '@type': `http://www.w3.org/2001/XMLSchema#${type}`,
})

describe('people and organisations', () => {
  test('of FOAF and schema.org, under its old and its new scheme', () => {
    expect(
      read(`
        :kim a foaf:Person , schema:Person ; foaf:name "Kim"@en ; schema-http:name "김"@ko ; schema:alternateName "K." ;
          foaf:nick "Kimmy" ; schema-http:birthDate "1970-05-01"^^xsd:date ; schema:deathDate "2020"^^xsd:gYear ;
          schema:gender schema:Female ; schema:knowsAbout "missiles" ; schema:description "an expert"@en ;
          schema:sameAs <https://en.wikipedia.org/wiki/Kim> ; schema:worksFor :acme ; schema:memberOf :acme ;
          foaf:knows :lee ; schema:children :lee ; schema:nationality :utopia .
        :lee a schema-http:Person ; schema-http:name "Lee" ; schema-http:affiliation :acme .
        :acme a schema:Corporation ; schema:name "Acme" ; schema:foundingDate "1990-03"^^xsd:gYearMonth ; schema:owns :other .
        :other a foaf:Organization ; rdfs:label "Other" .
        :utopia a schema:Country ; schema:name "Utopia" .`),
    ).toEqual({
      issues: [],
      records: [
        {
          type: 'Person',
          id: `${EX}kim`,
          label: { en: 'Kim', ko: '김' },
          description: { en: 'an expert' },
          names: [
            { text: 'Kimmy', kind: 'alias' },
            { text: 'K.', kind: 'alias' },
          ],
          born: '1970-05-01',
          died: '2020',
          gender: 'female',
          extra: {
            // Pages about somebody are not ids of them; to work for is none of our relations; nor is to know.
            'https://schema.org/sameAs': [{ '@id': 'https://en.wikipedia.org/wiki/Kim' }],
            'https://schema.org/worksFor': [{ '@id': 'https://example.org/acme' }],
            'http://xmlns.com/foaf/0.1/knows': [{ '@id': 'https://example.org/lee' }],
            'https://schema.org/knowsAbout': ['missiles'], // of experts only, and nobody says that she is one
          },
        },
        plain(`${EX}kim`, 'memberOf', `${EX}acme`),
        plain(`${EX}kim`, 'parentOf', `${EX}lee`),
        plain(`${EX}kim`, 'citizenOf', `${EX}utopia`),
        { type: 'Person', id: `${EX}lee`, label: { und: 'Lee' } },
        plain(`${EX}lee`, 'affiliatedWith', `${EX}acme`),
        { type: 'Company', id: `${EX}acme`, label: { und: 'Acme' }, founded: '1990-03' },
        plain(`${EX}acme`, 'owns', `${EX}other`),
        { type: 'Organization', id: `${EX}other`, label: { und: 'Other' } },
        { type: 'State', id: `${EX}utopia`, label: { und: 'Utopia' } },
      ],
    })
  })

  test('of W3C ORG: members and heads; a membership as a node of its own is told', () => {
    const found = read(`
      :kim a foaf:Person ; foaf:name "Kim" ; org:memberOf :party ; org:headOf :party ; org:holds :post .
      :party a org:Organization ; skos:prefLabel "Party" ; org:hasMember :lee .
      :m a org:Membership ; org:member :lee ; org:organization :party ; org:role :secretary .`)
    expect(found.records).toEqual([
      {
        type: 'Person',
        id: `${EX}kim`,
        label: { und: 'Kim' },
        extra: { 'http://www.w3.org/ns/org#holds': [{ '@id': 'https://example.org/post' }] },
      },
      plain(`${EX}kim`, 'memberOf', `${EX}party`),
      plain(`${EX}kim`, 'leads', `${EX}party`),
      {
        type: 'Organization',
        id: `${EX}party`,
        label: { und: 'Party' },
        extra: { 'http://www.w3.org/ns/org#hasMember': [{ '@id': 'https://example.org/lee' }] },
      },
    ])
    expect(found.issues).toMatchObject([
      { code: 'unknown-type', record: expect.stringContaining('org#role') },
    ])
  })

  test('of PROV: who acted on behalf of whom', () => {
    const { records, issues } = read(
      `:a a prov:Person ; foaf:name "A" ; prov:actedOnBehalfOf :b . :b a prov:Agent ; foaf:name "B" .`,
    )
    expect(issues).toEqual([])
    expect(records).toContainEqual(plain(`${EX}a`, 'actsFor', `${EX}b`))
    expect(records).toContainEqual({ type: 'Actor', id: `${EX}b`, label: { und: 'B' } })
  })

  test('of truthy Wikidata, under a prefix where one is given', () => {
    const lines = `
      <http://www.wikidata.org/entity/Q1> <http://www.wikidata.org/prop/direct/P31> <http://www.wikidata.org/entity/Q5> .
      <http://www.wikidata.org/entity/Q1> <http://www.w3.org/2000/01/rdf-schema#label> "Kim"@en .
      <http://www.wikidata.org/entity/Q1> <http://www.w3.org/2004/02/skos/core#prefLabel> "Kim"@en .
      <http://www.wikidata.org/entity/Q1> <http://schema.org/name> "Kim"@en .
      <http://www.wikidata.org/entity/Q1> <http://www.w3.org/2004/02/skos/core#altLabel> "Kim the Third"@en .
      <http://www.wikidata.org/entity/Q1> <http://schema.org/description> "politician"@en .
      <http://www.wikidata.org/entity/Q1> <http://www.wikidata.org/prop/direct/P463> <http://www.wikidata.org/entity/Q1065> .
      <http://www.wikidata.org/entity/Q1> <http://www.wikidata.org/prop/direct/P27> <http://www.wikidata.org/entity/Q423> .
      <http://www.wikidata.org/entity/Q1> <http://www.wikidata.org/prop/direct/P27> _:unknown .
      <http://www.wikidata.org/entity/Q1> <http://www.wikidata.org/prop/direct/P569> "1984-01-08T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
      <http://www.wikidata.org/entity/Q423> <http://www.wikidata.org/prop/direct/P31> <http://www.wikidata.org/entity/Q3624078> .
      <http://www.wikidata.org/entity/Q423> <http://www.w3.org/2000/01/rdf-schema#label> "North Korea"@en .
      <http://www.wikidata.org/entity/Q1065> <http://www.wikidata.org/prop/direct/P31> <http://www.wikidata.org/entity/Q245065> .
      <http://www.wikidata.org/entity/Q1065> <http://www.w3.org/2000/01/rdf-schema#label> "UN"@en .`
    const records = (id: string) => [
      {
        type: 'Person',
        id: `${id}Q1`,
        label: { en: 'Kim' },
        description: { en: 'politician' },
        names: [{ text: 'Kim the Third', lang: 'en', kind: 'alias' }],
        extra: {
          'http://www.wikidata.org/prop/direct/P27': [{}], // some country: not none, and not known
          'http://www.wikidata.org/prop/direct/P569': [literal('1984-01-08T00:00:00Z', 'dateTime')],
        },
      },
      plain(`${id}Q1`, 'memberOf', `${id}Q1065`),
      plain(`${id}Q1`, 'citizenOf', `${id}Q423`),
      { type: 'State', id: `${id}Q423`, label: { en: 'North Korea' } },
      { type: 'IntergovernmentalOrganization', id: `${id}Q1065`, label: { en: 'UN' } },
    ]
    const bare = readRdf(lines, { format: 'ntriples' })
    expect([...bare]).toEqual(records('iri:http://www.wikidata.org/entity/'))
    expect(bare.issues).toEqual([])
    const named = readRdf(lines, {
      format: 'ntriples',
      prefixes: { wikidata: 'http://www.wikidata.org/entity/' },
    })
    expect([...named]).toEqual(records('wikidata:'))
  })
})

describe('labels', () => {
  test('in one language are the label and names, the same whatever the order of the file', () => {
    const labels = [
      'rdfs:label "B"@en',
      'skos:prefLabel "A"@en',
      'foaf:name "C"@en',
      'skos:hiddenLabel "D"',
      'skos:altLabel "A"@en',
      'skos:prefLabel "É"@fr',
    ]
    const read_ = (some: readonly string[]) => {
      const { records } = read(`:x a foaf:Agent ; ${some.join(' ; ')} .`)
      const [{ label, names } = {}] = records
      return { label, names: (names as Raw[]).map((name) => JSON.stringify(name)).sort() }
    }
    const found = read_(labels)
    // Our own property comes first; what is the label already is no other name, unless it is said to be one.
    expect(found).toEqual({
      label: { en: 'B', fr: 'É' },
      names: [
        { text: 'A', lang: 'en', kind: 'alias' },
        { text: 'A', lang: 'en', kind: 'alias' },
        { text: 'C', lang: 'en', kind: 'alias' },
        { text: 'D', kind: 'alias' },
      ].map((name) => JSON.stringify(name)),
    })
    expect(read_([...labels].reverse())).toEqual(found)
  })

  test('of concepts, which are of no type, are told with what they say', () => {
    const found = read(
      ':c a skos:Concept ; skos:prefLabel "oil"@en ; skos:broader :d . :x a foaf:Agent ; foaf:name "X" .',
    )
    expect(found.records).toHaveLength(1)
    expect(found.issues).toMatchObject([{ code: 'unknown-type', record: expect.stringContaining('oil') }])
    const oil = said('skos:broader :d ; skos:notation "27" .', 'wd:Q317088')
    expect(Object.keys(oil.extra as Raw).map((iri) => iri.split('#')[1])).toEqual(['broader', 'notation'])
  })
})

describe('values', () => {
  test.each([
    ['"2024-05-07"^^xsd:date', '2024-05-07'],
    ['"2024-05-07Z"^^xsd:date', '2024-05-07'],
    ['"2024-05-07+09:00"^^xsd:date', '2024-05-07'],
    ['"2024-05-07T23:30:00-10:00"^^xsd:dateTime', '2024-05-07'], // the day where it was said
    ['"2024-05-07T10:00:00.5Z"^^xsd:dateTimeStamp', '2024-05-07'],
    ['"2024-05-07T10:00:00Z"^^schema:DateTime', '2024-05-07'],
    ['"2024-05-07T10:00:00+02:00"', '2024-05-07'],
    ['"2024-05"^^xsd:gYearMonth', '2024-05'],
    ['"2024-05Z"^^xsd:gYearMonth', '2024-05'],
    ['"2024"^^xsd:gYear', '2024'],
    ['"2024-14:00"^^xsd:gYear', '2024'],
    ['"-0044"^^xsd:gYear', '-0044'],
    ['"1984?"', '1984?'],
    ['"1984/1986"', '1984/1986'],
    ['"1984"@en', '1984'],
  ])('%s is the date %s', (term, date) => {
    expect(said(`schema:birthDate ${term} .`)).toEqual({ born: date })
  })

  test.each([
    '"2023-02-29"^^xsd:date',
    '"about 1990"',
    '"--05-07"^^xsd:gMonthDay',
    '"1990-1-1"',
    ':then',
    '[ a :Date ]',
    '"10:00:00"^^xsd:time',
    '""',
  ])('%s is no date, and kept as it is', (term) => {
    const { extra, ...others } = said(`schema:birthDate ${term} .`)
    expect(others).toEqual({})
    expect(Object.keys(extra as Raw)).toEqual(['https://schema.org/birthDate'])
  })

  test('that say different things where there can be one: one stands, the others are kept, whatever their order', () => {
    const dates = ['"1970-05-01"^^xsd:date', '"1971"^^xsd:gYear', '"1970-05-01"^^xsd:date']
    for (const order of [dates, [...dates].reverse()]) {
      expect(said(`schema:birthDate ${order.join(' , ')} .`)).toEqual({
        born: '1970-05-01',
        extra: { 'https://schema.org/birthDate': [literal('1971', 'gYear')] },
      })
    }
  })

  test('beside our own do not count, and are kept', () => {
    expect(said('sc:born "1969" ; schema:birthDate "1970" .')).toEqual({
      born: '1969',
      extra: { 'https://schema.org/birthDate': ['1970'] },
    })
  })

  test.each([
    ['schema:Female', 'female'],
    ['schema-http:Male', 'male'],
    ['wd:Q6581072', 'female'],
    ['"male"', 'male'],
  ])('%s is a gender', (term, gender) => expect(said(`schema:gender ${term} .`)).toEqual({ gender }))

  test.each(['wd:Q1097630', '"F"', '"weiblich"@de', '[]'])(
    '%s is none that is known here, and kept',
    (term) => {
      const { gender, extra } = said(`schema:gender ${term} .`)
      expect([gender, Object.keys(extra as Raw)]).toEqual([undefined, ['https://schema.org/gender']])
    },
  )
})

describe('documents and datasets', () => {
  test('of DCAT and Dublin Core have a title, publisher, authors, day and language', () => {
    expect(
      read(`
        :data a dcat:Dataset ; dct:title "Sanctions"@en ; dct:description "a list"@en ; dct:publisher :agency ; dct:creator :kim , "Lee" , :lee ;
          dct:issued "2024-05-07T00:00:00Z"^^xsd:dateTime ; dct:modified "2024-06" ; dct:language "en" , "ko" ; dcat:keyword "sanctions" ;
          dct:temporal "2010/2020" ; schema:url <https://example.org/data> ; prov:wasDerivedFrom :older ; dct:source :oldest .
        :paper a foaf:Document ; dct:title "Paper" ; dct:publisher "A Press" ; dct:language <http://id.loc.gov/vocabulary/iso639-1/en> ;
          dct:creator [ a foaf:Person ; foaf:name "Choe" ] , [ foaf:name "no class" ] .
        :agency a foaf:Organization ; foaf:name "Agency" .`),
    ).toMatchObject({
      issues: [],
      records: [
        {
          type: 'Dataset',
          id: `${EX}data`,
          label: { en: 'Sanctions' },
          description: { en: 'a list' },
          publisher: `${EX}agency`,
          author: [`${EX}kim`, `${EX}lee`],
          published: '2024-05-07',
          language: 'en',
          coverage: '2010/2020',
          url: 'https://example.org/data',
          relays: `${EX}older`,
          sources: [`${EX}oldest`],
          extra: {
            'http://purl.org/dc/terms/creator': ['Lee'],
            'http://purl.org/dc/terms/modified': ['2024-06'],
            'http://purl.org/dc/terms/language': ['ko'],
            'http://www.w3.org/ns/dcat#keyword': ['sanctions'],
          },
        },
        {
          type: 'Document',
          label: { und: 'Paper' },
          author: [expect.stringMatching(/^genid:/)],
          extra: {
            'http://purl.org/dc/terms/publisher': ['A Press'],
            'http://purl.org/dc/terms/language': [{ '@id': 'http://id.loc.gov/vocabulary/iso639-1/en' }],
            'http://purl.org/dc/terms/creator': [{ 'http://xmlns.com/foaf/0.1/name': ['no class'] }],
          },
        },
        { type: 'Person', label: { und: 'Choe' } },
        { type: 'Organization', id: `${EX}agency` },
      ],
    })
  })
})

describe('what nothing here stands for', () => {
  const at = useFolder()

  test('is kept in all its shapes', () => {
    const { extra } =
      said(`:iri :o ; :plain "a" ; :tagged "b"@en-GB ; :typed "1.50"^^xsd:decimal , "x"^^:own ; :several "2" , "1" ;
      :nested [ :p [ :q "deep" ] , [] ; rdfs:label "inner"@en ] ; :list ( "a" :b [ :c 1 ] ) ; :true true .`)
    expect(extra).toEqual({
      'https://example.org/iri': [{ '@id': 'https://example.org/o' }],
      'https://example.org/plain': ['a'],
      'https://example.org/tagged': [{ '@value': 'b', '@language': 'en-gb' }],
      'https://example.org/typed': [
        literal('1.50', 'decimal'),
        { '@value': 'x', '@type': 'https://example.org/own' },
      ],
      'https://example.org/several': ['1', '2'],
      'https://example.org/nested': [
        {
          'https://example.org/p': [{ 'https://example.org/q': ['deep'] }, {}],
          'http://www.w3.org/2000/01/rdf-schema#label': [{ '@value': 'inner', '@language': 'en' }],
        },
      ],
      'https://example.org/list': [
        {
          '@list': [
            'a',
            { '@id': 'https://example.org/b' },
            { 'https://example.org/c': [literal('1', 'integer')] },
          ],
        },
      ],
      'https://example.org/true': [literal('true', 'boolean')],
    })
  })

  test('stands beside what was given as foreign', () => {
    expect(said(`sc:extra '{"own":1}'^^rdf:JSON ; :p "q" .`)).toEqual({
      extra: { own: 1, 'https://example.org/p': ['q'] },
    })
  })

  test('survives JSON Lines, and Turtle again', async () => {
    const text = `${PREFIXES}:x a foaf:Person ; foaf:name "X" ; :p [ :q "\\"" , 1 ] ; :r <https://example.org/o> . :x org:memberOf :o . :o a foaf:Organization ; foaf:name "O" .`
    writeFileSync(at('x.ttl'), text)
    expect(await statecraft(['convert', at('x.ttl'), '-o', at('x.jsonl')])).toMatchObject({ code: 0 })
    expect(await statecraft(['convert', at('x.jsonl'), '-o', at('y.ttl')])).toMatchObject({ code: 0 })
    expect(await statecraft(['convert', at('y.ttl'), '-o', at('y.jsonl')])).toMatchObject({ code: 0 })
    const [first, second] = ['x.jsonl', 'y.jsonl'].map((name) => readFileSync(at(name), 'utf8'))
    expect(second).toBe(first)
    const records = (first ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Raw)
    expect(records).toContainEqual({
      type: 'Person',
      id: `${EX}x`,
      label: { und: 'X' },
      extra: {
        'https://example.org/p': [{ 'https://example.org/q': ['"', literal('1', 'integer')] }],
        'https://example.org/r': [{ '@id': 'https://example.org/o' }],
      },
    })
    // The file itself is who says so.
    expect(records).toContainEqual(expect.objectContaining({ type: 'Document', id: 'document:x-ttl' }))
    expect(records).toContainEqual(
      expect.objectContaining({
        relation: 'memberOf',
        claims: [{ stance: 'asserts', source: 'document:x-ttl' }],
      }),
    )
  })
})

describe('classes', () => {
  test('that nothing here stands for cost that subject only, and are told with what it says', () => {
    const found = read(
      `:gene a :Gene ; rdfs:label "BRCA1" ; foaf:homepage :page . :x a foaf:Person ; foaf:name "X" . :page foaf:topic :x .`,
    )
    expect(found.records).toEqual([{ type: 'Person', id: `${EX}x`, label: { und: 'X' } }])
    expect(codes(found)).toEqual(['unknown-type', 'unknown-type'])
    for (const { record, hint } of found.issues) expect([record, hint]).not.toContain(undefined)
  })

  test('of which one can be both are types, and those that are unknown are kept', () => {
    const { records } = read(
      ':dw a schema:NewsMediaOrganization , schema:Corporation , schema:Organization , :Broadcaster ; schema:name "DW" .',
    )
    expect(records).toEqual([
      {
        type: expect.arrayContaining(['NewsAgency', 'Company']),
        id: `${EX}dw`,
        label: { und: 'DW' },
        extra: {
          'http://www.w3.org/1999/02/22-rdf-syntax-ns#type': [{ '@id': 'https://example.org/Broadcaster' }],
        },
      },
    ])
    expect(createGraph().load(records).issues).toEqual([])
  })

  test('of which nothing can be both: the first by its IRI stands, the other is kept, and no record is lost', () => {
    for (const order of [
      'foaf:Person , schema:GovernmentOrganization',
      'schema:GovernmentOrganization , foaf:Person',
    ]) {
      const { records } = read(`:x a ${order} ; foaf:name "X" .`)
      expect(records).toEqual([
        {
          type: 'Person',
          id: `${EX}x`,
          label: { und: 'X' },
          extra: {
            'http://www.w3.org/1999/02/22-rdf-syntax-ns#type': [
              { '@id': 'https://schema.org/GovernmentOrganization' },
            ],
          },
        },
      ])
      expect(createGraph().load(records).issues).toEqual([])
    }
  })

  test('of our own count before those of others', () => {
    const { records } = read(':x a foaf:Person , sc:Vessel ; rdfs:label "X" .')
    expect(records).toMatchObject([
      {
        type: 'Vessel',
        extra: {
          'http://www.w3.org/1999/02/22-rdf-syntax-ns#type': [{ '@id': 'http://xmlns.com/foaf/0.1/Person' }],
        },
      },
    ])
  })
})

describe('predicates that are relations', () => {
  test('whose ends do not fit are kept, and state nothing', () => {
    const { records, issues } = read(`
      :x a foaf:Person ; foaf:name "X" ; org:memberOf :place , "a club" ; schema:children :club ; dct:isPartOf :place .
      :place a schema:Place ; rdfs:label "a place" . :club a foaf:Organization ; foaf:name "a club" ; schema:nationality :x .
      :text a schema:Article ; schema:headline "T"@en ; schema:about :x .`)
    expect(issues).toEqual([])
    expect(records.filter(({ relation }) => relation !== undefined)).toEqual([])
    expect(
      records.map(({ id, extra }) => [
        id,
        Object.keys((extra as Raw | undefined) ?? {}).map((iri) => iri.replace(/.*[/#]/, '')),
      ]),
    ).toEqual([
      [`${EX}x`, ['isPartOf', 'memberOf', 'children']],
      [`${EX}place`, []],
      [`${EX}club`, ['nationality']],
      [`${EX}text`, ['about']],
    ])
    const [person] = records
    expect(person?.extra).toMatchObject({
      'http://www.w3.org/ns/org#memberOf': ['a club', { '@id': 'https://example.org/place' }],
    })
  })

  test('whose other end is in another file are taken', () => {
    const { records, issues } = read(':x a foaf:Person ; foaf:name "X" ; org:memberOf :elsewhere .')
    expect([records[1], issues]).toEqual([plain(`${EX}x`, 'memberOf', `${EX}elsewhere`), []])
  })

  test('of blank nodes of which no class is known state nothing about somebody that there is not', () => {
    expect(said('org:memberOf [ foaf:name "some club" ] .')).toEqual({
      extra: { 'http://www.w3.org/ns/org#memberOf': [{ 'http://xmlns.com/foaf/0.1/name': ['some club'] }] },
    })
  })

  test('that are symmetric are one statement, whichever way they stand', () => {
    const found = read(
      `:a a foaf:Person ; foaf:name "A" ; schema:relatedTo :b . :b a foaf:Person ; foaf:name "B" ; schema:relatedTo :a .`,
    )
    const kg = createGraph()
    kg.load(found.records)
    expect([...kg.statements()]).toMatchObject([
      { relation: 'familyOf', subject: `${EX}a`, object: `${EX}b` },
    ])
  })
})

describe('blank nodes', () => {
  const ids = ({ records }: Found) => records.flatMap(({ id }) => (id === undefined ? [] : [String(id)]))

  test('have the same ids whatever their labels and the order of the file', () => {
    const sentences = [
      '_:a a foaf:Person ; foaf:name "Kim" , "K" ; org:memberOf _:o .',
      '_:b a foaf:Person ; foaf:name "Lee" ; schema:children _:a .',
      '_:o a foaf:Organization ; foaf:name "O" ; :p _:n .',
      '_:n :q "1" , "2" ; :r _:o .',
    ]
    const found = read(sentences.join('\n'))
    expect(new Set(ids(found)).size).toBe(3)
    const other = read(
      [...sentences]
        .reverse()
        .join('\n')
        .replace(/_:(\w)/g, '_:x$1y')
        .replace('"1" , "2"', '"2" , "1"'),
    )
    expect(ids(other).sort()).toEqual(ids(found).sort())
    const triples = readRdf(PREFIXES + sentences.join('\n'), { format: 'turtle', source: 'source:other' })
    expect(ids({ records: [...triples] as Raw[], issues: [] }).sort()).not.toEqual(ids(found).sort())
  })

  test('of which nothing, or the same, is said are not one', () => {
    expect(new Set(ids(read('[] a foaf:Person . [] a foaf:Person .'))).size).toBe(2)
    expect(
      new Set(ids(read('[] a foaf:Person ; foaf:name "Kim" . [] a foaf:Person ; foaf:name "Kim" .'))).size,
    ).toBe(2)
    const kims =
      '_:a a foaf:Person ; foaf:name "Kim" ; org:memberOf :a . _:b a foaf:Person ; foaf:name "Kim" ; org:memberOf :b .'
    const kg = createGraph()
    kg.load(
      readRdf(
        `${PREFIXES} ${kims} :a a foaf:Organization ; foaf:name "A" . :b a foaf:Organization ; foaf:name "B" .`,
        { format: 'turtle', source: 'source:x' },
      ),
    )
    expect([...kg.entities('Person')].filter(({ id }) => id.startsWith('genid:'))).toHaveLength(2)
    expect(new Set([...kg.statements()].map(({ subject, object }) => `${subject} ${object}`)).size).toBe(2)
  })

  test('told apart only by those around them are told apart', () => {
    const found = read(`
      :a a foaf:Organization ; foaf:name "A" ; :director [ a foaf:Person ; foaf:name "Kim" ] .
      :b a foaf:Organization ; foaf:name "B" ; :director [ a foaf:Person ; foaf:name "Kim" ] .`)
    expect(new Set(ids(found)).size).toBe(4)
    const again = read(`
      :b a foaf:Organization ; foaf:name "B" ; :director [ a foaf:Person ; foaf:name "Kim" ] .
      :a a foaf:Organization ; foaf:name "A" ; :director [ a foaf:Person ; foaf:name "Kim" ] .`)
    expect(ids(again).sort()).toEqual(ids(found).sort())
  })

  test('of two documents are never one', () => {
    const kg = createGraph()
    for (const source of ['source:a', 'source:b']) {
      kg.load(readRdf(`${PREFIXES} [] a foaf:Person ; foaf:name "Kim" .`, { format: 'turtle', source }))
      kg.load(readRdf(`${PREFIXES} [] a foaf:Person ; foaf:name "Kim" .`, { format: 'turtle', source })) // the same again
    }
    expect([...kg.entities()]).toHaveLength(2)
  })
})

describe('who says so', () => {
  const text = ':x a foaf:Person ; foaf:name "X" ; org:memberOf :o , :p .'

  test('is nobody, where no source is given: the graph warns', () => {
    const { records } = read(text)
    expect(records.slice(1)).toEqual([
      plain(`${EX}x`, 'memberOf', `${EX}o`),
      plain(`${EX}x`, 'memberOf', `${EX}p`),
    ])
    expect(createGraph().load(records).counts.unattributed).toBe(2)
  })

  test('is the source that is given, whose record comes first where it is one', () => {
    const claim = { source: 'source:file' }
    const statements = [
      plain(`${EX}x`, 'memberOf', `${EX}o`, claim),
      plain(`${EX}x`, 'memberOf', `${EX}p`, claim),
    ]
    expect(read(text, { source: 'source:file' }).records.slice(1)).toEqual(statements)
    const source = { type: 'Dataset', id: 'source:file', label: { und: 'File' } }
    expect(read(text, { source }).records.slice(1)).toEqual([source, ...statements])
  })

  test('is in the named graphs that say so, each by itself', () => {
    const trig = `:g { :x org:memberOf :o } :h { :x org:memberOf :o , :p } { :x org:memberOf :p . :x a foaf:Person ; foaf:name "X" }`
    const { records } = read(trig, { format: 'trig' })
    const claim = (graph: string) => ({ stance: 'asserts', at: `https://example.org/${graph}` })
    expect(records.slice(1)).toEqual([
      { ...plain(`${EX}x`, 'memberOf', `${EX}o`), claims: [claim('g'), claim('h')] },
      { ...plain(`${EX}x`, 'memberOf', `${EX}p`), claims: [claim('h'), { stance: 'asserts' }] },
    ])
  })
})

describe('JSON-LD from the wild', () => {
  const page = {
    '@context': { '@vocab': 'https://schema.org/' },
    '@graph': [
      {
        '@id': 'https://example.org/story',
        '@type': 'Article',
        headline: 'An old alliance',
        datePublished: '2024-05-07T06:00:00+02:00',
        inLanguage: 'en-GB',
        author: [{ '@type': 'Person', name: 'Kim' }, 'Lee'],
        publisher: { '@type': 'NewsMediaOrganization', '@id': 'https://example.org/dw', name: 'DW' },
        image: ['https://example.org/1.jpg'],
      },
    ],
  }

  test('with a vocabulary in the document', async () => {
    const { records, issues } = await readLd(page)
    expect(issues).toEqual([])
    const people = records.filter(({ type }) => type === 'Person')
    expect(people).toMatchObject([
      { id: expect.stringMatching(/^genid:[a-z2-7]{26}$/), label: { und: 'Kim' } },
    ])
    expect(records.find(({ type }) => type === 'Article')).toEqual({
      type: 'Article',
      id: `${EX}story`,
      label: { und: 'An old alliance' },
      published: '2024-05-07',
      language: 'en-GB',
      author: [people[0]?.id],
      publisher: `${EX}dw`,
      extra: {
        'https://schema.org/author': ['Lee'],
        'https://schema.org/image': ['https://example.org/1.jpg'],
      },
    })
    expect(records).toContainEqual({ type: 'NewsAgency', id: `${EX}dw`, label: { und: 'DW' } })
  })

  test('with a context that is given by its IRI, and ids that are whole by a base', async () => {
    const iri = 'https://contexts.example/schema'
    const document = {
      '@context': iri,
      '@type': 'Person',
      '@id': 'people/kim',
      name: 'Kim',
      memberOf: { '@id': '/club' },
    }
    const contexts = { [iri]: { '@context': { '@vocab': 'http://schema.org/' } } }
    expect(await readLd(document, { contexts, base: 'https://example.org/a/' })).toEqual({
      issues: [],
      records: [
        { type: 'Person', id: `${EX}a/people/kim`, label: { und: 'Kim' } },
        plain(`${EX}a/people/kim`, 'memberOf', `${EX}club`),
      ],
    })
    const without = await readLd(document, { contexts })
    expect(without.records).toEqual([])
    expect(codes(without)).toContain('bad-id')
    const refused = await readLd(document)
    expect(refused).toMatchObject({ records: [], issues: [{ code: 'bad-rdf' }] })
  })
})
