import { COMMON_LISTS, type CommonField } from '../../ontology/common'
import type { ListDefinition } from '../../ontology/definition'
import type { Ontology, Property } from '../../ontology/ontology'
import { type JsonSchema, type JsonType, when } from './keywords'
import { partSchemas, schemeSchemas } from './parts'
import { valueSchemas } from './values'

/** Lists that no ontology defines, and that records have values of. */
const { stance, method, nameKind } = COMMON_LISTS

/** Kinds of values whose definition is not called like them. */
const NAMES: { readonly [kind: string]: string } = {
  entity: 'id',
  statement: 'statementId',
  thing: 'thingId',
  foreign: 'extra',
}

/**
 * The definitions of lists, kinds of values and parts of entities, and fields by reference to them. Each takes `null`,
 * which is as good as not there; what has to be there, and what stands in a list, says so where it refers.
 */
export class Definitions {
  readonly #ontology: Ontology
  readonly #schemas = new Map<string, JsonSchema>()

  constructor(ontology: Ontology) {
    this.#ontology = ontology
    const lists: { readonly [list: string]: ListDefinition } = ontology.definition.lists
    for (const [name, list] of Object.entries({ ...lists, stance, method, nameKind })) {
      this.#schemas.set(this.#listName(name), listSchema(list))
    }
    for (const [kind, schema] of Object.entries(valueSchemas((kind) => this.ref(nameOf(kind))))) {
      this.#schemas.set(this.named(nameOf(kind)), schema)
    }
    for (const [name, schema] of Object.entries(schemeSchemas())) this.#schemas.set(this.named(name), schema)
    for (const [name, schema] of Object.entries(partSchemas(this)))
      this.#schemas.set(this.named(name), schema)
  }

  /**
   * What a definition is called that is of no type, relation or list: those have the names that the ontology gives them,
   * and others take a longer one where theirs is taken.
   */
  named(name: string): string {
    const { relations, definition } = this.#ontology
    const taken = relations.has(name) || Object.hasOwn(definition.lists, name)
    return taken ? `${name}-value` : name
  }

  /** A reference to such a definition. */
  ref(name: string): string {
    return `#/$defs/${this.named(name)}`
  }

  /** A value that has to be there. */
  one(name: string): JsonSchema {
    return this.#one(this.named(name))
  }

  /** One value, or a list of them. */
  several(name: string): JsonSchema {
    return this.#several(this.named(name))
  }

  /** Fields that all records have, by name, and which of them have to be given. */
  common(fields: readonly CommonField[]): Pick<JsonSchema, 'properties' | 'required'> {
    const required = fields.filter((field) => field.required && field.default === undefined)
    const properties = fields.map((field) => {
      const value = required.includes(field) ? this.#one(this.#nameOf(field)) : this.#field(field)
      return [field.name, { description: field.definition, ...value }] as const
    })
    return {
      properties: Object.fromEntries(properties),
      ...(required.length > 0 ? { required: required.map(({ name }) => name) } : {}),
    }
  }

  /** A field, qualifier or detail. Whether it is required is said where a record is seen as a whole. */
  own(property: Property): JsonSchema {
    return { title: property.label, description: property.definition, ...this.#field(property) }
  }

  /** All of them, by name. */
  all(): { readonly [name: string]: JsonSchema } {
    return Object.fromEntries([...this.#schemas].map(([name, schema]) => [name, orNull(schema)]))
  }

  #nameOf({ kind, list }: Pick<CommonField | Property, 'kind' | 'list'>): string {
    return list === undefined ? this.named(nameOf(kind)) : this.#listName(list)
  }

  #listName(list: string): string {
    return this.#ontology.relations.has(list) ? `${list}-list` : list
  }

  #field(field: CommonField | Property): JsonSchema {
    const name = this.#nameOf(field)
    const limits = limitsOf(field)
    if (field.many) return this.#several(name)
    return { $ref: `#/$defs/${name}`, ...(limits ? { type: [...this.#types(name), 'null'], ...limits } : {}) }
  }

  #one(name: string): JsonSchema {
    return { $ref: `#/$defs/${name}`, type: this.#types(name) }
  }

  #several(name: string): JsonSchema {
    return when({ type: 'array' }, { type: 'array', items: this.#one(name) }, { $ref: `#/$defs/${name}` })
  }

  /** What a definition takes but `null`. */
  #types(name: string): readonly JsonType[] {
    return [this.#schemas.get(name)?.type ?? []].flat() as JsonType[] // the boundary: `flat` loses what they are
  }
}

/** What some of the fields that all records have ask of a value, beside its kind. */
function limitsOf(field: CommonField | Property): JsonSchema | undefined {
  if ('label' in field) return undefined
  const { least, most, form } = field
  if (form) return { pattern: form.source }
  return least === undefined || most === undefined ? undefined : { minimum: least, maximum: most }
}

function nameOf(kind: string): string {
  return Object.hasOwn(NAMES, kind) ? NAMES[kind]! : kind
}

/** A list with what its values mean: one `enum`, since validators say of `oneOf` only that nothing fits. */
function listSchema({ definition, values }: ListDefinition): JsonSchema {
  const meanings = Object.entries(values).map(([value, meaning]) => `\n- ${value}: ${meaning.definition}`)
  return { description: definition + meanings.join(''), type: 'string', enum: Object.keys(values) }
}

function orNull({ type = [], enum: values, ...rest }: JsonSchema): JsonSchema {
  const { description, ...limits } = rest
  return {
    ...(description === undefined ? {} : { description }),
    type: [type, 'null'].flat() as JsonType[], // the boundary: `flat` loses what they are
    ...(values ? { enum: [...values, null] } : {}),
    ...limits,
  }
}
