/** The types that JSON Schema tells apart. */
export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null'

/** A JSON Schema (2020-12) as plain JSON, with the keywords that are used here. */
export interface JsonSchema {
  readonly $schema?: string
  readonly $id?: string
  readonly $comment?: string
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly type?: JsonType | readonly JsonType[]
  readonly const?: string | boolean
  readonly enum?: readonly (string | null)[]
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMaximum?: number
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: JsonSchema
  readonly contains?: JsonSchema
  readonly properties?: { readonly [name: string]: JsonSchema }
  readonly patternProperties?: { readonly [pattern: string]: JsonSchema }
  readonly additionalProperties?: JsonSchema | false
  readonly unevaluatedProperties?: JsonSchema
  readonly propertyNames?: JsonSchema
  readonly minProperties?: number
  readonly required?: readonly string[]
  readonly if?: JsonSchema
  readonly then?: JsonSchema
  readonly else?: JsonSchema
  readonly allOf?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly not?: JsonSchema
  readonly $defs?: { readonly [name: string]: JsonSchema }
}

/** What holds where something else does, and what where it does not. */
export function when(test: JsonSchema, then: JsonSchema, otherwise?: JsonSchema): JsonSchema {
  return { if: test, then, ...(otherwise ? { else: otherwise } : {}) }
}

/** What holds unless something else does. */
export function unless(test: JsonSchema, schema: JsonSchema): JsonSchema {
  return { if: test, else: schema }
}

/** One of several names; nothing where there are none, which `enum` cannot say. */
export function among(names: readonly string[]): JsonSchema {
  return names.length > 0 ? { type: 'string', enum: names } : { not: {} }
}

/** `allOf`, where there is something in it: it may not be empty. */
export function all(schemas: readonly JsonSchema[]): Pick<JsonSchema, 'allOf'> {
  return schemas.length > 0 ? { allOf: schemas } : {}
}

/** A field that is not known here: `null` is as good as nothing. */
export const UNKNOWN: JsonSchema = { description: 'No field of that name is known here.', type: 'null' }

/** A value that says something: not `null`, and no list or object without any part. */
export const GIVEN: JsonSchema = {
  type: ['string', 'number', 'boolean', 'array', 'object'],
  minItems: 1,
  minProperties: 1,
}
