import { z } from 'zod'
import { type IssueCode, issue, StatecraftError } from '../../model/issue'
import { hintOf } from '../../model/suggest'
import { core } from '../../ontology/core'
import type { Ontology } from '../../ontology/ontology'
import { checkMapping } from './check'
import type { CsvMapping, Each, EntityRule, MappingDialect, MappingSource, StatementRule } from './mapping'

type Shape<T> = { readonly [K in keyof T as string extends K ? never : K]-?: z.ZodType }

/** An object with these keys; others are refused, unless they are fields. */
function objectOf<T>(what: string, shape: Shape<T>, others: 'refused' | 'fields' = 'refused') {
  return z.looseObject(shape, { error: `${what} is an object` }).superRefine((raw, context) => {
    if (others === 'fields') return
    for (const key of Object.keys(raw)) {
      if (Object.hasOwn(shape, key)) continue
      const { hint } = hintOf(key, Object.keys(shape))
      const message = `'${key.slice(0, 80)}' is no key of ${what}`
      context.addIssue({ code: 'custom', message, path: [key], params: paramsOf('unknown-field', hint) })
    }
  })
}

function paramsOf(code: IssueCode, hint: string | undefined) {
  return { code, ...(hint === undefined ? {} : { hint }) }
}

const text = z.string({ error: 'a text is wanted' })
const oneCharacter = text.min(1, 'a delimiter is one character or several')
/** Checked with the ontology at hand: what they may be depends on the field. */
const expression = z.unknown().optional()

const dialect = objectOf<MappingDialect>('dialect', {
  delimiter: oneCharacter.optional(),
  quote: z
    .union([text.length(1), z.literal(false)], { error: 'a quote is one character, or false' })
    .optional(),
  encoding: text.optional(),
  columns: z.array(text, { error: 'columns are a list of names' }).min(1).optional(),
  missing: z.array(text, { error: "missing is a list of texts, as ['-9']" }).optional(),
  decimal: text.length(1).optional(),
  thousands: text.length(1).optional(),
})

const each = objectOf<Each>('each', { as: text.min(1), of: expression })
const rule = { if: expression, each: each.optional() }

const entity = objectOf<EntityRule>(
  'a rule of entities',
  {
    ...rule,
    type: z.union([text, z.array(text).min(1)], { error: 'a type is a name, or a list of names' }),
    id: expression,
  },
  'fields',
)

const statement = objectOf<StatementRule>(
  'a rule of statements',
  {
    ...rule,
    relation: text,
    subject: expression,
    object: expression,
    occurrence: expression,
    claim: z.looseObject({}, { error: 'claim is an object of fields' }).optional(),
  },
  'fields',
)

const source = objectOf<MappingSource>('source', { type: text.optional(), id: text }, 'fields')

const whole = objectOf<CsvMapping>('a mapping', {
  $schema: text.optional(),
  description: text.optional(),
  source,
  dialect: dialect.optional(),
  records: z.array(z.looseObject({}), { error: 'records are a list of records' }).optional(),
  entities: z.array(entity, { error: 'entities are a list of rules' }).optional(),
  statements: z.array(statement, { error: 'statements are a list of rules' }).optional(),
})

/**
 * The schema of mappings of tables, for a vocabulary: that every type, field, relation, qualifier and value there is in
 * it, and that every expression can be worked out. Whether the columns are there is seen when a table is read.
 *
 * @param ontology the vocabulary
 * @returns a zod schema; `params` of its issues has the `code` of the library's own issue, and a `hint`
 *
 * @example
 * ```ts
 * import { core } from 'statecraft'
 * import { csvMappingFor } from 'statecraft/zod'
 *
 * const mapping = { source: { id: 'source:x', label: 'X' }, entities: [{ type: 'Stat', id: 'state:{iso2}' }] }
 * csvMappingFor(core).safeParse(mapping).error?.issues[0]?.params // { code: 'unknown-type', hint: 'did you mean State?' }
 * ```
 */
export function csvMappingFor(ontology: Ontology): z.ZodType<CsvMapping> {
  const refined = whole.superRefine((mapping, context) => {
    // The boundary: its outline was checked above.
    checkMapping(mapping as unknown as CsvMapping, ontology, (code, { message, hint }, path) =>
      context.addIssue({ code: 'custom', message, path: [...path], params: paramsOf(code, hint) }),
    )
  })
  // The boundary: what zod infers knows nothing of fields.
  return refined as unknown as z.ZodType<CsvMapping>
}

/** The schema of mappings in the core vocabulary: {@link csvMappingFor}. */
export const csvMapping: z.ZodType<CsvMapping> = /* @__PURE__ */ csvMappingFor(core)

/** How many problems of a mapping one error tells. */
const MOST = 10

/**
 * A mapping that was checked.
 *
 * @throws StatecraftError for the first thing that is wrong; its message tells the others, too
 */
export function checkedMapping(mapping: unknown, ontology: Ontology): CsvMapping {
  const found = csvMappingFor(ontology).safeParse(mapping).error?.issues ?? []
  const problems = found.map(({ message, path, ...more }) => {
    const params: { code?: IssueCode; hint?: string } = 'params' in more ? (more.params ?? {}) : {}
    const { code = 'bad-value', hint } = params
    const place = path.map((step) => (typeof step === 'symbol' ? String(step) : step))
    return issue(code, message, { path: place, ...(hint === undefined ? {} : { hint }) })
  })
  const [first, ...others] = problems
  // The boundary: the schema took it. The value itself goes on, not zod's copy, which lacks `__proto__` in maps.
  if (!first) return mapping as CsvMapping
  const rest = others.slice(0, MOST - 1).map(({ path: at = [], message, hint }) => {
    return `; ${at.join('.')}: ${message}${hint === undefined ? '' : ` (${hint})`}`
  })
  throw new StatecraftError({
    ...first,
    severity: 'error',
    message: `the mapping: ${first.message}${rest.join('')}`,
  })
}
