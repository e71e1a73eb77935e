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
  statementClass,
} from '../../ontology/common'
import type { Counterpart, ListDefinition } from '../../ontology/definition'
import { type Property, words } from '../../ontology/ontology'
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

/** What one use of a predicate takes; for `scp:`, `of` is the class of the statements. */
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
        uses: [{ ...end, of: [statementClass(name)] }],
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

/** What every entity may have: its fields, and what stands as a literal of its own in RDF. */
export function entityPredicates(lexicon: Lexicon): Predicate[] {
  const node = (kind: string) => kind === 'name' || kind === 'identifier' || kind === 'address'
  const definitions: ListDefinition['values'] = COMMON_LISTS.nameKind.values
  return [
    ...ENTITY_FIELDS.map((field) =>
      predicate(field, node(field.kind) ? lexicon.term(field.kind) : lexicon.field(field.name)),
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
    predicate(
      { name: 'address-text', kind: 'string', many: true, definition: 'a postal address as one text' },
      lexicon.concept('address', 'text'),
      'address',
    ),
  ]
}

/** What records have whatever their ontology. */
function common(lexicon: Lexicon): Predicate[] {
  return [
    ...entityPredicates(lexicon),
    ...COMMON_CLAIM_FIELDS.map((field) => predicate(field, lexicon.field(field.name))),
    ...nodeParts(lexicon),
    ...STANDING_FIELDS.map((field: CommonField) =>
      predicate({ ...field, kind: field.kind === 'date' ? 'day' : field.kind }, lexicon.term(field.name)),
    ),
    ...Object.entries(SCHEMES).map(([scheme, { definition }]) =>
      predicate(
        { name: `identifier-${scheme}`, kind: 'string', many: true, definition },
        lexicon.concept('identifier', scheme),
        scheme,
      ),
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

/** Where a part of a name, identifier or address stands; undefined for the language of a text, which its literal has. */
export function partPath(part: string, lexicon: Lexicon): Iri | undefined {
  if (part === 'lang') return undefined
  if (part === 'text' || part === 'value') return RDF.value
  return lexicon.term(part === 'kind' ? 'nameKind' : part)
}

/** The parts of names, identifiers and addresses that have predicates of their own; those that share one, as one. */
function nodeParts(lexicon: Lexicon): Predicate[] {
  const parts = Object.entries(PARTS).flatMap(([node, fields]) =>
    fields.map((field: CommonField) => ({ ...field, node })),
  )
  return [...new Set(parts.map(({ name }) => name))].flatMap((name) => {
    const iri = partPath(name, lexicon)
    if (iri === undefined || iri === RDF.value) return []
    const [first, ...others] = parts.filter((part) => part.name === name)
    const definition = [first!, ...others]
      .map((part) => (others.length > 0 ? `of an ${part.node}, ${part.definition}` : part.definition))
      .join('; ')
    const word = name === 'kind' ? 'nameKind' : name
    return [predicate({ ...first!, name: word, definition }, iri)]
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
