import { COMMON_CLAIM_FIELDS, COMMON_LISTS, type CommonField, ENTITY_FIELDS } from '../../ontology/common'
import type { Kind } from '../../ontology/definition'
import type { Property } from '../../ontology/ontology'

/** A property of which only its kind is known. */
export function plainProperty(kind: Kind, more: Partial<Property> = {}): Property {
  return {
    name: kind,
    kind,
    definition: '',
    label: '',
    of: [],
    list: undefined,
    values: undefined,
    many: false,
    ordered: false,
    required: false,
    default: undefined,
    preposition: undefined,
    ...more,
  }
}

/** Kinds that only common fields have are objects, or several things: texts in them are taken as they are. */
const OWN_KINDS = new Set(['name', 'identifier', 'address', 'likelihood', 'foreign'])

/** A field that records have whatever their ontology, as a property. */
function commonProperty(field: CommonField): Property {
  const { name, kind, list } = field
  // Foreign data may hold lists, and a range is one.
  const many = field.many ?? (kind === 'foreign' || kind === 'likelihood')
  const values = list === undefined ? undefined : new Set(Object.keys(COMMON_LISTS[list].values))
  // The boundary: other kinds are those of ontologies.
  return plainProperty(OWN_KINDS.has(kind) ? 'string' : (kind as Kind), { name, many, list, values })
}

/** Fields of every claim, by name. */
export const CLAIM_PROPERTIES: ReadonlyMap<string, Property> = /* @__PURE__ */ new Map(
  COMMON_CLAIM_FIELDS.map((field: CommonField) => [field.name, commonProperty(field)]),
)

/** Fields of every entity, by name; `aliases` is the easy face of `names`. */
export const ENTITY_PROPERTIES: ReadonlyMap<string, Property> = /* @__PURE__ */ new Map([
  ...ENTITY_FIELDS.map((field: CommonField) => [field.name, commonProperty(field)] as const),
  ['aliases', plainProperty('string', { name: 'aliases', many: true })] as const,
])
