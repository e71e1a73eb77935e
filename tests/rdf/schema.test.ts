import { readFile } from 'node:fs/promises'
import type * as Rdf from '@rdfjs/types'
import jsonld from 'jsonld'
import { Parser } from 'n3'
import oxigraph from 'oxigraph'
import { core, createGraph, defineOntology, extendOntology, type Ontology } from 'statecraft'
import { toJsonLdContext, toOwl, toQuads, toShacl } from 'statecraft/rdf'
import { describe, expect, it } from 'vitest'
import { extended } from './extended'
import { n3Lines } from './parse'
import { RICH } from './rich'

const PREFIXES = {
  sc: 'https://w3id.org/statecraft/ns#',
  scp: 'https://w3id.org/statecraft/ns/statement#',
  scs: 'https://w3id.org/statecraft/ns/object#',
  shapes: 'https://w3id.org/statecraft/ns/shapes#',
  sh: 'http://www.w3.org/ns/shacl#',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  prov: 'http://www.w3.org/ns/prov#',
  dct: 'http://purl.org/dc/terms/',
  geo: 'http://www.opengis.net/ont/geosparql#',
}
const short = (iri: string) => {
  const [prefix, namespace] = Object.entries(PREFIXES).find(([, start]) => iri.startsWith(start)) ?? []
  return namespace === undefined ? iri : `${prefix}:${iri.slice(namespace.length)}`
}

/** Triples with lists and paths in place, so that their blank nodes have no names. */
class Triples {
  /** All, one string each. */
  readonly lines: readonly string[]
  readonly #blank = new Map<string, Rdf.Quad[]>()
  readonly #subjects = new Map<string, string[]>()

  constructor(quads: readonly Rdf.Quad[]) {
    const named: Rdf.Quad[] = []
    for (const quad of quads) {
      if (quad.subject.termType !== 'BlankNode') named.push(quad)
      else this.#blank.set(quad.subject.value, [...(this.#blank.get(quad.subject.value) ?? []), quad])
    }
    this.lines = named
      .map(({ subject, predicate, object }) => {
        const said = `${short(predicate.value)} ${this.#term(object)}`
        const key = short(subject.value)
        this.#subjects.set(key, [...(this.#subjects.get(key) ?? []), said])
        return `${key} ${said}`
      })
      .sort()
  }

  static of(turtle: string): Triples {
    return new Triples(new Parser().parse(turtle))
  }

  /** What is said of one subject, as `predicate object`. */
  about(subject: string): string[] {
    return [...(this.#subjects.get(subject) ?? [])].sort()
  }

  /** The objects of a subject at a predicate. */
  at(subject: string, predicate: string): string[] {
    const start = `${predicate} `
    return this.about(subject).flatMap((line) => (line.startsWith(start) ? [line.slice(start.length)] : []))
  }

  /** Blank nodes by the predicates that they have, each way once. */
  blanks(): string[] {
    const ways = [...this.#blank.values()].map((said) => said.map(({ predicate }) => short(predicate.value)))
    return [...new Set(ways.map((predicates) => predicates.sort().join(' ')))].sort()
  }

  #term(term: Rdf.Term): string {
    if (term.termType === 'Literal') {
      const kind = term.language ? `@${term.language}` : `^^${short(term.datatype.value)}`
      return JSON.stringify(term.value) + kind
    }
    if (term.termType !== 'BlankNode') return short(term.value)
    const said = (this.#blank.get(term.value) ?? []).map(
      ({ predicate, object }) => [short(predicate.value), this.#term(object)] as const,
    )
    const { 'rdf:first': first, 'rdf:rest': rest } = Object.fromEntries(said)
    if (first && rest) return rest === 'rdf:nil' ? `(${first})` : `(${first} ${rest.slice(1)}`
    return `[${said.map((one) => one.join(' ')).join(' ')}]`
  }
}

const ontology = Triples.of(toOwl(core))
const shapes = Triples.of(toShacl(core))

const ONTOLOGIES: readonly (readonly [name: string, ontology: Ontology<never>])[] = [
  ['core', core as never], // their names do not matter here
  ['an extended one', extended as never],
]

describe.each(ONTOLOGIES)('the schemas of %s', (_, vocabulary) => {
  it.each([
    ['OWL', toOwl],
    ['SHACL', toShacl],
  ])('in %s are the same triples to two parsers', (_, write) => {
    const turtle = write(vocabulary, { version: '1.2.3' })
    const other = oxigraph.parse(turtle, { format: 'text/turtle' })
    expect(Triples.of(turtle).lines).toEqual(new Triples(other as unknown as Rdf.Quad[]).lines) // its own types
  })

  it('have no blank nodes but lists and paths', () => {
    expect(Triples.of(toOwl(vocabulary)).blanks()).toEqual(['rdf:first rdf:rest'])
    const [list, ...paths] = Triples.of(toShacl(vocabulary)).blanks()
    expect(list).toBe('rdf:first rdf:rest')
    for (const path of paths) expect(['sh:inversePath', 'sh:zeroOrMorePath']).toContain(path)
  })

  it('say of every property that it is of one kind, as OWL 2 DL asks', () => {
    const kinds = new Map<string, string[]>()
    for (const line of Triples.of(toOwl(vocabulary)).lines) {
      const [, property, kind] = /^(\S+) rdf:type owl:(Object|Datatype|Annotation)Property$/.exec(line) ?? []
      if (property && kind) kinds.set(property, [...(kinds.get(property) ?? []), kind])
    }
    expect(kinds.size).toBeGreaterThan(300)
    expect([...kinds].filter(([, of]) => of.length > 1)).toEqual([])
  })

  it('are the same bytes each time', () => {
    expect(toOwl(vocabulary)).toBe(toOwl(vocabulary))
    expect(toShacl(vocabulary)).toBe(toShacl(vocabulary))
    expect(JSON.stringify(toJsonLdContext(vocabulary))).toBe(JSON.stringify(toJsonLdContext(vocabulary)))
  })

  it('name no shape that there is not', () => {
    const lines = Triples.of(toShacl(vocabulary)).lines
    const described = new Set(lines.map((line) => line.split(' ')[0]))
    const named = lines.flatMap((line) => [...line.matchAll(/shapes:[\w-]+/g)].map(([name]) => name))
    expect(named.filter((name) => !described.has(name))).toEqual([])
    // Nor any that nothing leads to.
    const used = lines.flatMap(
      (line) =>
        line
          .split(' ')
          .slice(2)
          .join(' ')
          .match(/shapes:[\w-]+/g) ?? [],
    )
    const targets = lines.filter((line) => line.includes(' sh:target')).map((line) => line.split(' ')[0])
    const reached = new Set<string | undefined>([...used, ...targets])
    expect([...described].filter((name) => name?.startsWith('shapes:') && !reached.has(name))).toEqual([])
  })

  it('declare every property, class and datatype that shapes speak of', () => {
    const declared = declaredIn(toOwl(vocabulary))
    const spoken = Triples.of(toShacl(vocabulary)).lines.flatMap(
      (line) => line.match(/\b(?:sc|scp|scs):[\w-]+/g) ?? [],
    )
    expect([...new Set(spoken)].filter((name) => !declared.has(name))).toEqual([])
  })
})

/** What RDF, RDFS, OWL 2 and XML Schema declare. */
const BUILT_IN =
  /^(?:rdf:(?:type|value|first|rest|nil|List|langString|JSON)|owl:sameAs|xsd:(?:string|boolean|date|decimal|double|integer|anyURI))$/

function declaredIn(turtle: string): Set<string> {
  const typed = new Parser().parse(turtle).filter(({ predicate }) => short(predicate.value) === 'rdf:type')
  return new Set(typed.map(({ subject }) => short(subject.value)))
}

/** Predicates, classes, values of lists and datatypes. */
function wordsOf(quads: Iterable<Rdf.Quad>): Set<string> {
  const words = new Set<string>()
  for (const { predicate, object } of quads) {
    words.add(short(predicate.value))
    if (object.termType === 'Literal') words.add(short(object.datatype.value))
    else if (short(predicate.value) === 'rdf:type' || object.value.startsWith(PREFIXES.sc))
      words.add(short(object.value))
  }
  return words
}

const undeclared = (quads: Iterable<Rdf.Quad>, turtle: string) => {
  const declared = declaredIn(turtle)
  return [...wordsOf(quads)].filter((word) => !declared.has(word) && !BUILT_IN.test(word))
}

describe('the ontology in OWL', () => {
  it('declares every word of the worked example', async () => {
    const path = new URL('../../examples/tehran-pyongyang/graph.jsonl', import.meta.url)
    const [, ...lines] = (await readFile(path, 'utf8')).trim().split('\n')
    const kg = createGraph()
    expect(kg.load(lines.map((line) => JSON.parse(line))).statements).toBeGreaterThan(50)
    expect(undeclared(toQuads(kg), toOwl(core))).toEqual([])
  })

  it('declares every word of a graph that has all, but schemes of one’s own', () => {
    const kg = createGraph()
    expect(kg.load(RICH).issues).toEqual([])
    expect(wordsOf(toQuads(kg)).size).toBeGreaterThan(350)
    expect(undeclared(toQuads(kg), toOwl(core))).toEqual(['sc:identifier-x-my-list'])
  })

  it('tells what it is, and which edition', () => {
    expect(ontology.at('https://w3id.org/statecraft/ns', 'rdf:type')).toEqual(['owl:Ontology'])
    const edition = Triples.of(toOwl(core, { version: '1.2.3', title: 'My "words"' }))
    expect(edition.at('https://w3id.org/statecraft/ns', 'owl:versionInfo')).toEqual(['"1.2.3"^^xsd:string'])
    expect(edition.at('https://w3id.org/statecraft/ns', 'owl:versionIRI')).toEqual([
      'https://w3id.org/statecraft/ns/1.2.3',
    ])
    expect(edition.at('https://w3id.org/statecraft/ns', 'rdfs:label')).toEqual(['"My \\"words\\""@en'])
    for (const write of [toOwl, toShacl]) {
      expect(() => write(core, { version: '1.0 beta>' })).toThrow("'1.0 beta>' cannot be a version")
    }
  })

  it('has types as classes, each below its parent', () => {
    expect(ontology.about('sc:Alliance')).toEqual([
      'rdf:type owl:Class',
      'rdfs:label "alliance"@en',
      'rdfs:subClassOf sc:IntergovernmentalOrganization',
      'skos:closeMatch http://www.wikidata.org/entity/Q1127126',
      'skos:definition "an organisation in which states have pledged military cooperation in conflict"@en',
    ])
    expect(ontology.at('sc:Actor', 'rdfs:subClassOf')).toEqual([])
    expect(ontology.at('sc:Supplies', 'rdfs:subClassOf')).toEqual(['sc:Statement'])
  })

  it('tells which classes exclude each other', () => {
    const apart = (a: string, b: string) =>
      [ontology.at(a, 'owl:disjointWith').includes(b), ontology.at(b, 'owl:disjointWith').includes(a)].filter(
        Boolean,
      ).length
    expect(apart('sc:Jurisdiction', 'sc:Person')).toBe(1)
    expect(apart('sc:Vessel', 'sc:Aircraft')).toBe(1)
    expect(apart('sc:Actor', 'sc:Claim')).toBe(1)
    expect(apart('sc:Event', 'sc:Place')).toBe(1)
    expect(apart('sc:State', 'sc:Territory')).toBe(0)
    expect(apart('sc:Expert', 'sc:Official')).toBe(0)
  })

  it('has three properties for a relation, with what leads from one to another', () => {
    const definition = 'an owner holds a share of an organisation, or an asset'
    expect(ontology.about('sc:owns')).toEqual([
      'rdf:type owl:ObjectProperty',
      'rdfs:domain sc:Actor',
      'rdfs:label "owns"@en',
      'rdfs:range sc:Asset-or-Organization',
      'sc:objectForm scs:owns',
      'sc:statementClass sc:Owns',
      'sc:statementForm scp:owns',
      'skos:closeMatch http://www.wikidata.org/prop/direct/P1830',
      'skos:closeMatch https://schema.org/owns',
      `skos:definition "${definition}"@en`,
    ])
    expect(ontology.at('scp:owns', 'rdfs:domain')).toEqual(['sc:Actor'])
    expect(ontology.at('scp:owns', 'rdfs:range')).toEqual(['sc:Owns'])
    expect(ontology.at('scs:owns', 'rdfs:domain')).toEqual(['sc:Owns'])
    expect(ontology.at('scs:owns', 'rdfs:range')).toEqual(['sc:Asset-or-Organization'])
    expect(ontology.at('sc:Owns', 'skos:closeMatch')).toEqual([
      'https://schema.followthemoney.tech/#Ownership',
    ])
    for (const link of ['statementForm', 'objectForm', 'statementClass'])
      expect(ontology.at(`sc:${link}`, 'rdf:type')).toEqual(['owl:AnnotationProperty'])
  })

  it('has codes of events at the class of statements', () => {
    expect(ontology.at('sc:Sanctions', 'skos:closeMatch')).toEqual([
      'https://w3id.org/statecraft/codes/cameo#163',
      'https://w3id.org/statecraft/codes/plover#COERCE',
    ])
    expect(ontology.at('sc:sanctions', 'skos:closeMatch')).toEqual([])
  })

  it('has unions by name', () => {
    expect(ontology.about('sc:Organization-or-State')).toEqual([
      'owl:unionOf (sc:Organization sc:State)',
      'rdf:type owl:Class',
      'rdfs:label "organization or state"@en',
    ])
    expect(ontology.at('sc:sanctions', 'rdfs:domain')).toEqual(['sc:Organization-or-State'])
  })

  it('has symmetric, transitive and inverse properties, and no chains', () => {
    expect(ontology.at('sc:alliedWith', 'rdf:type')).toEqual(['owl:ObjectProperty', 'owl:SymmetricProperty'])
    expect(ontology.at('sc:partOf', 'rdf:type')).toEqual(['owl:ObjectProperty', 'owl:TransitiveProperty'])
    expect(ontology.about('sc:isSuppliedBy')).toEqual([
      'owl:inverseOf sc:supplies',
      'rdf:type owl:ObjectProperty',
      'rdfs:label "is supplied by"@en',
      'skos:definition "the other direction of: supplies"@en',
    ])
    const inverses = ontology.lines.filter((line) => line.includes(' owl:inverseOf '))
    const directed = [...core.relations.values()].filter(({ inverse }) => inverse !== undefined)
    expect(inverses).toHaveLength(directed.length)
    expect(toOwl(core)).not.toContain('propertyChainAxiom')
  })

  it.each([
    ['sc:item', 'owl:ObjectProperty', 'sc:Asset-or-Commodity-or-Technology'],
    ['sc:topic', 'owl:ObjectProperty', undefined],
    ['sc:with', 'owl:ObjectProperty', 'sc:Statement'],
    ['sc:about', 'owl:ObjectProperty', 'sc:Statement'],
    ['sc:over', 'owl:ObjectProperty', undefined],
    ['sc:measures', 'owl:ObjectProperty', 'skos:Concept'],
    ['sc:stance', 'owl:ObjectProperty', 'skos:Concept'],
    ['sc:name', 'owl:ObjectProperty', 'sc:Name'],
    // Reasoners refuse an ontology that names datatypes which are none of OWL 2's.
    ['sc:when', 'owl:DatatypeProperty', undefined],
    ['sc:possibleFrom', 'owl:DatatypeProperty', undefined],
    ['sc:url', 'owl:DatatypeProperty', 'xsd:anyURI'],
    ['sc:point', 'owl:DatatypeProperty', undefined],
    ['sc:extra', 'owl:DatatypeProperty', undefined],
    ['sc:direct', 'owl:DatatypeProperty', 'xsd:boolean'],
    ['sc:credibility', 'owl:DatatypeProperty', 'xsd:integer'],
    ['sc:occurrence', 'owl:DatatypeProperty', 'xsd:string'],
    ['sc:identifier-iso2', 'owl:DatatypeProperty', 'xsd:string'],
    ['sc:role', 'owl:DatatypeProperty', undefined],
    ['sc:quantity', 'owl:DatatypeProperty', undefined],
    ['sc:share', 'owl:DatatypeProperty', undefined],
    ['sc:likelihood', 'owl:AnnotationProperty', undefined],
    ['rdfs:label', 'owl:AnnotationProperty', undefined],
    ['prov:wasAttributedTo', 'owl:ObjectProperty', undefined],
    ['sc:idPrefix', 'owl:AnnotationProperty', undefined],
    ['sc:range', 'rdfs:Datatype', undefined],
  ])('says of %s that it is a %s of %s', (property, type, range) => {
    expect(ontology.at(property, 'rdf:type')).toEqual([type])
    expect(ontology.at(property, 'rdfs:range')).toEqual(range === undefined ? [] : [range])
  })

  it('has lists as schemes of concepts', () => {
    expect(ontology.about('sc:measure-price-cap')).toEqual([
      'rdf:type skos:Concept',
      'skos:broader sc:measure-services-ban',
      'skos:definition "services for a commodity are allowed only where it is sold at or below a set price"@en',
      'skos:inScheme sc:list-measure',
      'skos:prefLabel "price cap"@en',
    ])
    expect(ontology.at('sc:list-measure', 'rdf:type')).toEqual(['skos:ConceptScheme'])
    expect(ontology.at('sc:denies', 'skos:inScheme')).toEqual(['sc:list-stance'])
    expect(ontology.at('sc:denied', 'skos:inScheme')).toEqual(['sc:list-level'])
    expect(ontology.at('sc:nameKind-weak', 'skos:inScheme')).toEqual(['sc:list-nameKind'])
  })
})

describe('an extension', () => {
  const rumour = extendOntology(core, {
    vocabularies: { 'no prefix': 'https://example.org/x#', sc: 'https://example.org/sc#' },
    lists: {
      loudness: {
        definition: 'how "loud"\nit is',
        values: { 'very-loud': { definition: 'loud', counterparts: ['no prefix:Loud'] } },
      },
    },
    properties: {
      // Called like inverses, prefixes and parts of nodes.
      isSuppliedBy: { kind: 'string', definition: 'taken' },
      suppliesInverse: { kind: 'string', definition: 'taken as well' },
      dct: { kind: 'text', definition: 'called like a prefix' },
      country: { kind: 'entity', of: ['State'], definition: 'a country' },
      loudness: { kind: 'choice', list: 'loudness', definition: 'how loud' },
    },
    types: {
      Rumour: {
        extends: 'Source',
        definition: 'a "rumour" \\ hearsay',
        fields: { dct: {}, country: {}, loudness: {} },
      },
    },
    relations: {
      city: {
        from: ['Actor'],
        to: ['Place'],
        inverse: 'is supported by',
        definition: 'called like a part of an address',
      },
      spreads: {
        from: ['Actor'],
        to: ['Rumour'],
        inverse: 'будет',
        definition: 'tells it',
        counterparts: ['sc:Tell'],
      },
      hears: { from: ['Person'], to: ['Rumour'], definition: 'without an inverse' },
    },
  })
  const owl = Triples.of(toOwl(rumour))

  it('gives inverses names that nothing else has', () => {
    const inverseOf = (relation: string) =>
      owl.lines.flatMap((line) =>
        line.endsWith(` owl:inverseOf sc:${relation}`) ? [line.split(' ')[0]] : [],
      )
    expect(inverseOf('supplies')).toEqual(['sc:suppliesInverseInverse'])
    expect(inverseOf('supports')).toEqual(['sc:isSupportedBy'])
    expect(inverseOf('city')).toEqual(['sc:cityInverse'])
    expect(inverseOf('spreads')).toEqual(['sc:spreadsInverse'])
    expect(inverseOf('hears')).toEqual([])
    expect(owl.at('sc:spreadsInverse', 'rdfs:label')).toEqual(['"будет"@en'])
  })

  it('keeps its own meaning where a part of a node has the same name', () => {
    expect(owl.at('sc:country', 'rdf:type')).toEqual(['owl:ObjectProperty'])
    expect(owl.at('sc:country', 'rdfs:range')).toEqual(['sc:State'])
    expect(owl.at('sc:city', 'rdf:type')).toEqual(['owl:ObjectProperty'])
  })

  it('is written whatever its texts and prefixes', () => {
    expect(owl.at('sc:Rumour', 'skos:definition')).toEqual(['"a \\"rumour\\" \\\\ hearsay"@en'])
    expect(owl.at('sc:list-loudness', 'skos:definition')).toEqual(['"how \\"loud\\"\\nit is"@en'])
    expect(owl.at('sc:loudness-very-loud', 'skos:closeMatch')).toEqual(['https://example.org/x#Loud'])
    expect(owl.at('sc:Spreads', 'skos:closeMatch')).toEqual(['https://example.org/sc#Tell'])
  })

  it('has its types among the targets of what they inherit', () => {
    const shacl = Triples.of(toShacl(rumour))
    expect(shacl.at('shapes:Source', 'sh:targetClass')).toContain('sc:Rumour')
    expect(shacl.at('shapes:entity', 'sh:targetClass')).toContain('sc:Rumour')
    expect(shacl.at('shapes:Rumour-loudness', 'sh:node')).toEqual(['shapes:list-loudness'])
    expect(shacl.at('shapes:list-loudness', 'sh:in')).toEqual(['(sc:loudness-very-loud)'])
  })

  it('has a context where prefixes stay prefixes', () => {
    const { '@context': context } = toJsonLdContext(rumour)
    expect(context.dct).toEqual({ '@id': PREFIXES.dct, '@prefix': true })
    expect(context['sc:dct']).toEqual({ '@id': 'sc:dct', '@container': '@language' })
    expect(context.geo).toBeUndefined() // a scheme of IRIs, as `geo:37.8,-122.4`
    expect(context.country).toEqual({ '@id': 'sc:country', '@type': '@id' })
  })
})

it('an ontology that has little of the core has schemas too', () => {
  const rivers = defineOntology({
    iri: 'https://example.org/rivers/',
    vocabularies: {},
    lists: {},
    properties: { when: { kind: 'date', definition: 'when it holds' } },
    types: {
      Actor: { definition: 'who acts' },
      Source: { definition: 'who says so' },
      River: { definition: 'flows' },
    },
    everyRelation: { defining: {}, details: { when: {} } },
    relations: {
      damsUp: {
        from: ['Actor'],
        to: ['River'],
        inverse: 'is dammed up by',
        definition: 'holds back the water of',
      },
    },
  })
  const owl = n3Lines(toOwl(rivers), 'turtle').join('\n')
  expect(owl).toContain(
    'NamedNode https://example.org/rivers/damsUp NamedNode http://www.w3.org/2000/01/rdf-schema#range NamedNode https://example.org/rivers/River',
  )
  expect(owl).toContain(
    'NamedNode https://example.org/rivers NamedNode http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
  )
  expect(toShacl(rivers)).toContain('@prefix shapes: <https://example.org/rivers/shapes#>.')
  expect(toShacl(rivers)).toContain('shapes:DamsUp-object a sh:PropertyShape')
})

/** Shapes Constraint Language, W3C Recommendation of 20 July 2017, §2 and §4. */
const SHACL_CORE =
  'NodeShape PropertyShape IRI BlankNode Literal BlankNodeOrIRI BlankNodeOrLiteral IRIOrLiteral Info Warning Violation ' +
  'targetNode targetClass targetSubjectsOf targetObjectsOf path inversePath alternativePath zeroOrMorePath oneOrMorePath ' +
  'zeroOrOnePath severity message deactivated name description order group defaultValue class datatype nodeKind minCount ' +
  'maxCount minExclusive minInclusive maxExclusive maxInclusive minLength maxLength pattern flags languageIn uniqueLang ' +
  'equals disjoint lessThan lessThanOrEquals not and or xone node property qualifiedValueShape qualifiedMinCount ' +
  'qualifiedMaxCount qualifiedValueShapesDisjoint closed ignoredProperties hasValue in'

describe('the shapes in SHACL', () => {
  it('use nothing but SHACL Core', () => {
    const used = shapes.lines.flatMap(
      (line) => line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').match(/\bsh:\w+/g) ?? [],
    )
    expect(
      [...new Set(used)].filter((word) => !SHACL_CORE.split(' ').includes(word.slice('sh:'.length))),
    ).toEqual([])
    const types = shapes.lines.flatMap((line) => /^shapes:\S+ rdf:type (\S+)/.exec(line)?.[1] ?? [])
    expect(new Set(types)).toEqual(new Set(['sh:NodeShape', 'sh:PropertyShape']))
  })

  it('give every type, relation, qualifier and detail a shape that is named after it', () => {
    for (const [type, { fields = {} }] of core.types) {
      expect(shapes.at(`shapes:${type}`, 'sh:targetClass')).toContain(`sc:${type}`)
      for (const field of Object.keys(fields))
        expect(shapes.at(`shapes:${type}-${field}`, 'sh:path')).toEqual([`sc:${field}`])
    }
    for (const [name, relation] of core.relations) {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
      expect(shapes.at(`shapes:${type}`, 'sh:closed')).toEqual(['"true"^^xsd:boolean'])
      expect(shapes.at(`shapes:${type}-object`, 'sh:path')).toEqual([`scs:${name}`])
      expect(shapes.at(`shapes:${type}-subject`, 'sh:path')).toEqual([`[sh:inversePath scp:${name}]`])
      const every = ['event', 'when', 'reason', 'note']
      for (const property of [...relation.defining.keys(), ...relation.details.keys()].filter(
        (p) => !every.includes(p),
      ))
        expect(shapes.at(`shapes:${type}-${property}`, 'sh:path')).toEqual([`sc:${property}`])
    }
  })

  it('list the fields of their ancestors, so that data needs no ontology for that', () => {
    expect(shapes.at('shapes:Organization', 'sh:targetClass')).toContain('sc:Alliance')
    expect(shapes.at('shapes:Organization', 'sh:property')).toContain('shapes:Organization-founded')
  })

  it('ask of a supply what the ontology asks', () => {
    expect(shapes.about('shapes:Supplies-item')).toEqual([
      'rdf:type sh:PropertyShape',
      'sh:maxCount "1"^^xsd:integer',
      'sh:message "item of supplies: technology, commodity or asset, by its IRI; at most one"@en',
      'sh:node shapes:ref-Asset-or-Commodity-or-Technology',
      'sh:path sc:item',
    ])
    expect(shapes.at('shapes:Claim-confidence', 'sh:minInclusive')).toEqual(['"0"^^xsd:integer'])
    expect(shapes.at('shapes:Claim-confidence', 'sh:maxInclusive')).toEqual(['"1"^^xsd:integer'])
    expect(shapes.at('shapes:Sanctions-measures-required', 'sh:severity')).toEqual(['sh:Warning'])
  })
})

describe('the JSON-LD context', () => {
  const { '@context': context } = toJsonLdContext(core)
  const terms = Object.keys(context).filter(
    (term) => !term.startsWith('@') && !['id', 'type', 'claims'].includes(term),
  )
  const prefixes = terms.filter((term) => Object.hasOwn(Object(context[term]), '@prefix'))

  it('has no name but of what the ontology declares', async () => {
    const names = terms.filter((term) => !prefixes.includes(term))
    expect(names.length).toBeGreaterThan(300)
    const declared = declaredIn(toOwl(core))
    for (const name of names) {
      const [expanded] = await jsonld.expand({ '@context': context, [name]: { '@value': 'x' } } as object)
      const [predicate = ''] = Object.keys(expanded ?? {})
      expect(declared.has(short(predicate)) || BUILT_IN.test(short(predicate)), name).toBe(true)
    }
  })

  it('has a name for every field, qualifier, detail and relation', () => {
    for (const name of [...Object.keys(core.definition.properties), ...core.relations.keys()])
      expect(context[name], name).toMatchObject({ '@id': `sc:${name}` })
  })

  it('reads a record as its RDF', async () => {
    const document = {
      '@context': { ...context, state: { '@id': 'https://w3id.org/statecraft/id/state/', '@prefix': true } },
      id: 'state:A',
      type: 'State',
      label: { en: 'Aland', '@none': 'AL' },
      aliases: { en: ['A', 'Alan'] },
      existed: ['1815/1914'],
      extra: { b: [1], a: null },
      supplies: 'state:B',
      'scp:supplies': {
        id: 'https://example.org/s',
        type: 'Supplies',
        'scs:supplies': 'state:B',
        occurrence: '',
        status: 'asserted',
        possibleFrom: '2024-05-01',
        claims: {
          id: 'https://example.org/c',
          stance: 'asserts',
          by: 'state:A',
          quantity: '1.5',
          stage: 'supplyStage-offered',
          credibility: 2,
          reason: { fr: 'commerce' },
        },
      },
    }
    const a = 'https://w3id.org/statecraft/id/state/A'
    const b = 'https://w3id.org/statecraft/id/state/B'
    const [s, c] = ['https://example.org/s', 'https://example.org/c']
    const nquads = String(await jsonld.toRDF(document as object, { format: 'application/n-quads' }))
    expect(Triples.of(nquads).lines).toEqual(
      [
        `${a} rdf:type sc:State`,
        `${a} rdfs:label "Aland"@en`,
        `${a} rdfs:label "AL"^^xsd:string`,
        `${a} skos:altLabel "A"@en`,
        `${a} skos:altLabel "Alan"@en`,
        `${a} sc:existed "1815/1914"^^http://id.loc.gov/datatypes/edtf/EDTF`,
        `${a} sc:extra "{\\"a\\":null,\\"b\\":[1]}"^^rdf:JSON`,
        `${a} sc:supplies ${b}`,
        `${a} scp:supplies ${s}`,
        `${s} rdf:type sc:Supplies`,
        `${s} scs:supplies ${b}`,
        `${s} sc:occurrence ""^^xsd:string`,
        `${s} sc:status sc:asserted`,
        `${s} sc:possibleFrom "2024-05-01"^^xsd:date`,
        `${c} sc:about ${s}`,
        `${c} sc:stance sc:asserts`,
        `${c} prov:wasAttributedTo ${a}`,
        `${c} sc:quantity "1.5"^^xsd:decimal`,
        `${c} sc:stage sc:supplyStage-offered`,
        `${c} sc:credibility "2"^^xsd:integer`,
        `${c} sc:reason "commerce"@fr`,
      ].sort(),
    )
  })
})
