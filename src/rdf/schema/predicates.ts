import { NAME_KINDS } from '../../model/record'
import { SCHEMES } from '../../model/schemes'
import {
  COMMON_CLAIM_FIELDS,
  COMMON_LISTS,
  type CommonField,
  type CommonKind,
  ENTITY_FIELDS,
  PARTS,
  STANDING_FIELDS,
} from '../../ontology/common'
import type { Counterpart, ListDefinition } from '../../ontology/definition'
import type { Property } from '../../ontology/ontology'
import type { Lexicon } from '../lexicon'
import type { Iri } from '../terms'
import { ALT_LABEL, RDF } from '../words'

/*
 * The predicates of an ontology's RDF, each once, with all that uses it: what OWL, SHACL and the JSON-LD context are
 * written from.
 */

/** What stands at a predicate: a kind of value that records have, or one that only their RDF has. */
export type PredicateKind =
  | CommonKind
  /** a day, as `xsd:date`: derived, for those who query */
  | 'day'
  /** literals, several in a language: names */
  | 'words'
  /** a literal, in a language or in none: what a name, identifier or address says */
  | 'literal'

/** What one use of a predicate takes. */
export type Use = Pick<Property, 'of' | 'list' | 'many' | 'ordered'>

/** A predicate of the RDF. */
export interface Predicate {
  readonly iri: Iri
  /** What records call it, or the word of the RDF that it is; CURIEs for layer 2. */
  readonly name: string
  readonly kind: PredicateKind
  readonly label: string
  readonly definition: string
  /** All ways in which it is used; at least one. */
  readonly uses: readonly Use[]
  readonly counterparts: readonly Counterpart[]
}

/** Predicates that lead to something with an IRI, but for values of closed lists. */
export const OBJECT_KINDS: ReadonlySet<PredicateKind> = new Set<PredicateKind>([
  'entity',
  'statement',
  'thing',
  'name',
  'identifier',
  'address',
])

/**
 * Every predicate of the RDF of an ontology but `rdf:type` and those of lists. Where the ontology has a name that is
 * also a part of a name, identifier or address (`country`, `city`), the ontology's own meaning is told.
 */
export function predicatesOf(lexicon: Lexicon): readonly Predicate[] {
  const found = new Map<string, Predicate>()
  for (const predicate of [...ownPredicates(lexicon), ...relationPredicates(lexicon), ...common(lexicon)]) {
    if (!found.has(predicate.iri.value)) found.set(predicate.iri.value, predicate)
  }
  return [...found.values()]
}

/** Fields, qualifiers and details. */
function ownPredicates(lexicon: Lexicon): Predicate[] {
  const { ontology } = lexicon
  const all = [
    ...[...ontology.types.keys()].map((type) => ontology.fields(type)),
    ...[...ontology.relations.values()].flatMap(({ defining, details }) => [defining, details]),
  ]
  return Object.entries(ontology.definition.properties).map(([name, property]) => {
    const uses = all.flatMap((properties) => properties.get(name) ?? [])
    const unused = { of: property.of ?? [], list: property.list, many: false, ordered: false }
    return {
      iri: lexicon.field(name),
      name,
      kind: property.kind,
      label: property.label ?? words(name),
      definition: property.definition,
      uses: uses.length > 0 ? uses : [unused],
      counterparts: property.counterparts ?? [],
    }
  })
}

/** `sc:supplies`, `scp:supplies` and `scs:supplies`. */
function relationPredicates(lexicon: Lexicon): Predicate[] {
  return [...lexicon.ontology.relations.values()].flatMap((relation) => {
    const { name, label, definition, to } = relation
    const terms = lexicon.relation(name)
    const counterparts = (relation.counterparts ?? []).filter(isProperty)
    const end = { of: to, list: undefined, many: true, ordered: false }
    const statement = `${label} (statement)`
    const object = `${label} (object)`
    return [
      { iri: terms.direct, name, kind: 'entity', label, definition, uses: [end], counterparts },
      {
        iri: terms.statement,
        name: `scp:${name}`,
        kind: 'statement',
        label: statement,
        definition: `from the subject to a statement that ${definition}`,
        uses: [{ ...end, of: [] }],
        counterparts: [],
      },
      {
        iri: terms.object,
        name: `scs:${name}`,
        kind: 'entity',
        label: object,
        definition: `from a statement that ${definition}, to its object`,
        uses: [{ ...end, many: false }],
        counterparts: [],
      },
    ]
  })
}

/** Whether a counterpart is a property of its vocabulary, by the way in which its name is written. */
export function isProperty(term: Counterpart): boolean {
  const name = term.slice(term.indexOf(':') + 1)
  return /^[a-z]/.test(name) || (term.startsWith('wdt:') && /^P\d/.test(name))
}

/** What records have whatever their ontology. */
function common(lexicon: Lexicon): Predicate[] {
  const node = (kind: string) => kind === 'name' || kind === 'identifier' || kind === 'address'
  const fields: readonly CommonField[] = [...ENTITY_FIELDS, ...COMMON_CLAIM_FIELDS]
  const definitions: ListDefinition['values'] = COMMON_LISTS.nameKind.values
  return [
    ...fields.map((one) => predicate(one, node(one.kind) ? lexicon.term(one.kind) : lexicon.field(one.name))),
    ...nodeParts(lexicon),
    ...STANDING_FIELDS.map((one: CommonField) =>
      predicate({ ...one, kind: one.kind === 'date' ? 'day' : one.kind }, lexicon.term(one.name)),
    ),
    ...NAME_KINDS.map((kind) => {
      const iri = kind === 'alias' ? ALT_LABEL : lexicon.concept('name', kind)
      const name = kind === 'alias' ? 'aliases' : `name-${kind}`
      return predicate(
        { name, kind: 'words', many: true, definition: definitions[kind]!.definition },
        iri,
        `${kind} name`,
      )
    }),
    ...Object.entries(SCHEMES).map(([scheme, { definition }]) =>
      predicate(
        { name: `identifier-${scheme}`, kind: 'string', many: true, definition },
        lexicon.concept('identifier', scheme),
        scheme,
      ),
    ),
    predicate(
      { name: 'address-text', kind: 'string', many: true, definition: 'a postal address as one text' },
      lexicon.concept('address', 'text'),
      'address',
    ),
    predicate(
      {
        name: 'rdf:value',
        kind: 'literal',
        definition: 'what a name, identifier or address says, as a whole',
      },
      RDF.value,
      'value',
    ),
    predicate(
      { name: 'about', kind: 'statement', definition: 'the statement that a claim is about' },
      lexicon.term('about'),
    ),
    predicate(
      {
        name: 'occurrence',
        kind: 'string',
        definition: 'tells apart repeated events or spells between the same ends; empty where there is one',
      },
      lexicon.term('occurrence'),
    ),
  ]
}

/** The parts of names, identifiers and addresses that have predicates of their own; those that share one, as one. */
function nodeParts(lexicon: Lexicon): Predicate[] {
  const parts = Object.entries(PARTS).flatMap(([node, fields]) =>
    fields.map((field: CommonField) => ({ ...field, node })),
  )
  // What is at `rdf:value` has no predicate of its own, nor has the language of a text.
  const own = parts.filter(({ name }) => !['text', 'value', 'lang'].includes(name))
  return [...new Set(own.map(({ name }) => name))].map((name) => {
    const [first, ...others] = own.filter((part) => part.name === name)
    const definition = [first!, ...others]
      .map((part) => (others.length > 0 ? `of an ${part.node}, ${part.definition}` : part.definition))
      .join('; ')
    const word = name === 'kind' ? 'nameKind' : name
    return predicate({ ...first!, name: word, definition }, lexicon.term(word))
  })
}

function predicate(
  field: Omit<CommonField, 'kind'> & { readonly kind: PredicateKind },
  iri: Iri,
  label = words(field.name),
): Predicate {
  const { name, kind, definition, of = [], list, many = false } = field
  return { iri, name, kind, label, definition, uses: [{ of, list, many, ordered: false }], counterparts: [] }
}

/** `possibleFrom` → "possible from". */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
}
