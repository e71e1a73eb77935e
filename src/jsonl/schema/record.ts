import type { Ontology } from '../../ontology/ontology'
import type { Vocabulary } from '../../ontology/typing'
import { Definitions } from './definitions'
import { entitySchemas } from './entity'
import { type JsonSchema, when } from './keywords'
import { statementSchemas } from './statement'

/** What to say of the schema itself. */
export interface JsonSchemaOptions {
  /** The IRI by which others refer to it (`$id`). */
  readonly id?: string
  /** The version of what it describes: a comment, without effect. */
  readonly version?: string
}

/**
 * The JSON Schema (2020-12) of the records of an ontology: an entity or a statement, as a line of JSON Lines has it. It
 * takes what a reader takes without any issue but `unattributed`, easy faces (`aliases`, a string for a text, one value
 * for a list of one) and all; `null` is as good as absent.
 *
 * Definitions (`$defs`) are called like what they describe: types (`State`, the fields that it has beside its parent's),
 * relations (`supplies`, whole), lists (`measure`), kinds of values (`date`, `text`, `id`). Where an ontology gives one
 * name to two of them, the later ends in `-list` or `-value`.
 *
 * What JSON Schema cannot say is left, and a schema takes it where a reader does not:
 *
 * - days that a calendar does not have, as 2023-02-29, or that fit no X; a year 0 with a sign; an interval or range that
 *   ends before it starts; days too far from now
 * - a range of numbers whose first is above its second
 * - two texts in one language under two spellings (`en-us`, `en-US`); a variant or extension twice in a language tag
 * - an id or foreign IRI that is not in Unicode normal form C; an IP address that is none, in the `[]` of an IRI
 * - foreign data nested deeper than 32
 * - which characters beyond ASCII are letters or digits, as a `ref` wants them
 * - lengths of ids and occurrences are in characters here, and in UTF-16 units there
 *
 * Whether what is referred to is there, and of a type that is taken, is seen in a graph only.
 *
 * @param ontology the vocabulary, extended or not
 * @param options what to say of the schema itself
 * @returns plain JSON, with the same keys in the same order for the same ontology. `format: "edtf"` only names what a
 * date is: its pattern says what it looks like. Patterns are ECMAScript's, with `u`, and mean the same in most engines;
 * where a file of it may be changed on its way, write what is beyond ASCII in them as escapes of JSON
 *
 * @example
 * ```ts
 * import { core } from 'statecraft'
 * import { toJsonSchema } from 'statecraft/jsonl'
 *
 * const schema = toJsonSchema(core, { id: 'https://example.org/records.schema.json' })
 * schema.$defs?.State?.title // 'state'
 * schema.$defs?.supplies?.properties?.item?.$ref // '#/$defs/id'
 * ```
 */
export function toJsonSchema<D extends Vocabulary>(
  ontology: Ontology<D>,
  { id, version }: JsonSchemaOptions = {},
): JsonSchema {
  const any = ontology as unknown as Ontology // the boundary: what is made here knows the names of no ontology
  const definitions = new Definitions(any)
  const ref = (name: string) => ({ $ref: definitions.ref(name) })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(id === undefined ? {} : { $id: id }),
    ...(version === undefined ? {} : { $comment: `version ${version}` }),
    title: 'Statecraft record',
    description: 'An entity, or a statement with its claims.',
    type: 'object',
    ...when({ required: ['relation'] }, ref('statement'), ref('entity')),
    $defs: {
      ...entitySchemas(any, definitions),
      ...statementSchemas(any, definitions),
      ...definitions.all(),
    },
  }
}
