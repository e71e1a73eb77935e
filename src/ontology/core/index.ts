import { defineOntology, type Ontology } from '../ontology'
import { lists } from './lists'
import { properties } from './properties'
import { relations } from './relations'
import { types } from './types'

const literal = defineOntology({
  iri: 'https://w3id.org/statecraft/ns#',
  vocabularies: {
    schema: 'https://schema.org/',
    foaf: 'http://xmlns.com/foaf/0.1/',
    org: 'http://www.w3.org/ns/org#',
    skos: 'http://www.w3.org/2004/02/skos/core#',
    prov: 'http://www.w3.org/ns/prov#',
    dct: 'http://purl.org/dc/terms/',
    dcat: 'http://www.w3.org/ns/dcat#',
    ftm: 'https://schema.followthemoney.tech/#',
    wd: 'http://www.wikidata.org/entity/',
    wdt: 'http://www.wikidata.org/prop/direct/',
    // Code lists that have no IRIs of their own stand under ours, term by term.
    cameo: 'https://w3id.org/statecraft/codes/cameo#',
    plover: 'https://w3id.org/statecraft/codes/plover#',
    atop: 'https://w3id.org/statecraft/codes/atop#',
    cow: 'https://w3id.org/statecraft/codes/cow-alliance#',
    unvotes: 'https://w3id.org/statecraft/codes/un-votes#',
    eusm: 'https://w3id.org/statecraft/codes/eu-sanctions-map#',
    os: 'https://w3id.org/statecraft/codes/opensanctions-measures#',
    ofac: 'https://w3id.org/statecraft/codes/ofac-sanctions-type#',
    gsdb: 'https://w3id.org/statecraft/codes/gsdb#',
    ties: 'https://w3id.org/statecraft/codes/ties#',
    hse: 'https://w3id.org/statecraft/codes/hse#',
  },
  lists,
  properties,
  types,
  everyRelation: { defining: { event: {} }, details: { when: {}, reason: {}, note: {} } },
  relations,
})

type Literal = (typeof literal)['definition']

/** The type of the core vocabulary: every name in it is known to the compiler. */
export interface Core extends Literal {}

/**
 * The core vocabulary: who acts, what passes between them, and the measures, treaties and things that it is
 * about. Extend it with {@link extendOntology}.
 *
 * @example
 * ```ts
 * import { core } from 'statecraft'
 *
 * core.relation('supplies').inverse // 'is supplied by'
 * core.isA('Alliance', 'Actor') // true
 * Object.keys(core.definition.lists.measure.values) // ['asset-freeze', 'travel-ban', …]
 * ```
 */
export const core: Ontology<Core> = literal
