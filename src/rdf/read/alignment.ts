import type { Counterpart, OntologyDefinition } from '../../ontology/definition'
import type { Ontology } from '../../ontology/ontology'
import { VOCABULARIES } from '../namespaces'

/** Terms of other vocabularies by their IRIs, and what they are read as. */
export interface Alignment {
  readonly types: ReadonlyMap<string, string>
  readonly relations: ReadonlyMap<string, string>
  /** Fields of entities. */
  readonly fields: ReadonlyMap<string, string>
  /** Values of closed lists: `list value`. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>
  /** Fields that every entity has. */
  readonly common: ReadonlyMap<string, 'label' | 'alias' | 'description'>
}

const FOAF = 'http://xmlns.com/foaf/0.1/'
const SCHEMA = 'https://schema.org/'
const { dct, rdfs, skos } = VOCABULARIES

/**
 * What others call labels, other names and descriptions. Not `schema:sameAs`, which points to pages about a thing and
 * would merge those who share a page; nor `rdfs:seeAlso`.
 */
const COMMON = {
  label: [`${skos}prefLabel`, `${FOAF}name`, `${SCHEMA}name`, `${dct}title`, `${SCHEMA}headline`],
  alias: [`${SCHEMA}alternateName`, `${FOAF}nick`, `${skos}hiddenLabel`],
  description: [`${rdfs}comment`, `${SCHEMA}description`],
} as const

/** What Wikidata says instead of `rdf:type`. */
export const INSTANCE_OF = 'http://www.wikidata.org/prop/direct/P31'

/** Worked out once for each: files may be many and small. */
const known = new WeakMap<Ontology, Alignment>()

/** How terms of other vocabularies are read: by the counterparts that the ontology names. */
export function alignmentOf(ontology: Ontology): Alignment {
  const alignment = known.get(ontology) ?? align(ontology)
  known.set(ontology, alignment)
  return alignment
}

function align(ontology: Ontology): Alignment {
  const { definition } = ontology
  const read = (entries: Iterable<readonly [string, { readonly counterparts?: readonly Counterpart[] }]>) => {
    const found = new Map<string, string[]>()
    for (const [name, { counterparts = [] }] of entries) {
      for (const iri of counterparts.flatMap((curie) => irisOf(curie, definition)))
        found.set(iri, [...(found.get(iri) ?? []), name])
    }
    return found
  }
  const only = (found: Map<string, string[]>, choose: (names: string[]) => string | undefined) =>
    new Map(
      [...found].flatMap(([iri, names]) => (choose(names) === undefined ? [] : [[iri, choose(names)!]])),
    )
  /** What several mean says nothing, unless one of them is the others' ancestor. */
  const widest = (types: string[]) => types.find((type) => types.every((other) => ontology.isA(other, type)))
  const single = (names: string[]) => (names.length === 1 ? names[0] : undefined)

  const values = Object.entries(definition.lists).flatMap(([list, entry]) =>
    Object.entries(entry.values).map(([value, one]) => [`${list} ${value}`, one] as const),
  )
  const common = Object.entries(COMMON).flatMap(([name, iris]) =>
    iris.flatMap(bothSchemes).map((iri) => [iri, name as keyof typeof COMMON] as const),
  )
  return {
    types: only(read(ontology.types), widest),
    relations: only(read(ontology.relations), single),
    fields: only(read(Object.entries(definition.properties)), single),
    values: new Map([...read(values)].map(([iri, names]) => [iri, new Set(names)])),
    common: new Map(common),
  }
}

function irisOf(curie: string, { vocabularies }: OntologyDefinition): string[] {
  const colon = curie.indexOf(':')
  const namespace = vocabularies[curie.slice(0, colon)]
  return namespace === undefined ? [] : bothSchemes(namespace + curie.slice(colon + 1))
}

/** Most data says `http` of schema.org still. */
function bothSchemes(iri: string): string[] {
  return iri.startsWith(SCHEMA) ? [iri, iri.replace('https:', 'http:')] : [iri]
}
