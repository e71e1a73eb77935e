import { z } from 'zod'
import { STANCES } from '../model/claim'
import { PrefixMap } from '../model/id'
import { fail, type IssueCode } from '../model/issue'
import { Problem } from '../model/problem'
import { didYouMean } from '../model/suggest'
import { readText } from '../model/text'
import { CLAIM_FIELD_READERS, readForeign, readOccurrence } from '../ontology/fields'
import type { Ontology, Property, Relation } from '../ontology/ontology'
import {
  readAddresses,
  readAliases,
  readBoolean,
  readIdentifiers,
  readNames,
  type Tell,
} from '../ontology/parts'
import type { EntityJson, RelationName, StatementJson, TypeName, Vocabulary } from '../ontology/typing'
import { issueCodeOf, kindOf, readHandle, readId, readOne } from '../ontology/values'

// Zod schemas that follow from an ontology. They say yes or no and change nothing: a record passes if and only if a
// `RecordReader` reads it without any issue but `unattributed`. What a value of a kind may be is asked of `values.ts`;
// here is only what goes where.

/**
 * The schema of the entities of one type, or of several at once.
 *
 * An entity passes if it is of just these types (ancestors may be named beside) and a reader takes it without a word:
 * fields that are not defined are refused, `null` counts as not there. It is not changed: a reader also makes it
 * canonical.
 *
 * @param ontology where the type is defined
 * @param type its name, or several
 * @returns a zod schema; `params` of its issues has the `code` of the library's own issue, and a `hint`
 * @throws {@link StatecraftError} `unknown-type`, or `type-conflict` where nothing is of all the types
 *
 * @example
 * ```ts
 * import { core } from 'statecraft'
 * import { entitySchema } from 'statecraft/zod'
 *
 * const state = entitySchema(core, 'State')
 * state.safeParse({ type: 'State', id: 'state:KP', label: { en: 'North Korea' } }).success // true
 * state.safeParse({ type: 'State', id: 'state:KP', label: 'North Korea', existed: '1948-02-30' }).success // false
 * ```
 */
export function entitySchema<D extends Vocabulary, const K extends TypeName<D>>(
  ontology: Ontology<D>,
  type: K | readonly K[],
): z.ZodType<EntityJson<D, K>, EntityJson<D, K>> {
  const types = [type].flat()
  const found = typesProblem(types, ontology)
  if (found) fail(found.code, found.problem.message, found.problem.hint ? { hint: found.problem.hint } : {})
  return typed(entity(anyOf(ontology), ontology.leaves(types)))
}

/**
 * The schema of the statements of one relation, with their claims: defining qualifiers on the statement, details on
 * the claims or, for all of them, on the statement. It takes and refuses what {@link entitySchema} says.
 *
 * @param ontology where the relation is defined
 * @param relation its name
 * @returns a zod schema; `params` of its issues has the `code` of the library's own issue, and a `hint`
 * @throws {@link StatecraftError} `unknown-relation`
 *
 * @example
 * ```ts
 * import { core } from 'statecraft'
 * import { statementSchema } from 'statecraft/zod'
 *
 * const memberOf = statementSchema(core, 'memberOf')
 * const record = { relation: 'memberOf', subject: 'state:KP', object: 'org:un', claims: [{ stance: 'asserts' }] }
 * memberOf.safeParse({ ...record, standing: 'member' }).success // true
 * memberOf.safeParse({ ...record, standing: 'membre' }).error?.issues[0]?.message
 * // "'membre' is no standing (did you mean member?)"
 * ```
 */
export function statementSchema<D extends Vocabulary, const R extends RelationName<D>>(
  ontology: Ontology<D>,
  relation: R,
): z.ZodType<StatementJson<D, R>, StatementJson<D, R>> {
  return typed(statement(ontology.relation(relation)))
}

/**
 * The schema of every record: of the statements of each relation, told apart by `relation`, and of the entities of
 * each type or several. Only what is wrong with a record as what it says it is comes up, not all that it is not.
 *
 * @param ontology the vocabulary
 * @returns a zod schema; `params` of its issues has the `code` of the library's own issue, and a `hint`
 *
 * @example
 * ```ts
 * import { core } from 'statecraft'
 * import { recordSchema } from 'statecraft/zod'
 *
 * const record = recordSchema(core)
 * record.safeParse({ type: ['Expert', 'Official'], id: 'person:park', label: 'Park' }).success // true
 * record.safeParse({ type: 'Expret', id: 'person:park', label: 'Park' }).error?.issues[0]?.params
 * // { code: 'unknown-type', hint: 'did you mean Expert?' }
 * ```
 */
export function recordSchema<D extends Vocabulary>(
  ontology: Ontology<D>,
): z.ZodType<RecordJson<D>, RecordJson<D>> {
  const any = anyOf(ontology)
  const schemas = new Map<string, z.ZodType>()
  const schemaOf = (key: string, make: () => z.ZodType) => {
    if (schemas.size > MAX_SCHEMAS) schemas.clear() // sets of types come from foreign data
    const schema = schemas.get(key) ?? make()
    schemas.set(key, schema)
    return schema
  }
  const choose = (raw: Json, report: Report): z.ZodType | undefined => {
    if (Object.hasOwn(raw, 'relation')) {
      const relation = typeof raw.relation === 'string' ? any.relations.get(raw.relation) : undefined
      if (relation) return schemaOf(relation.name, () => statement(relation))
      report('unknown-relation', nameProblem('relation', raw.relation, any.relations.keys()), ['relation'])
    } else if (Object.hasOwn(raw, 'type')) {
      const types: unknown[] = [raw.type].flat()
      const found = typesProblem(types, any)
      const leaves = found ? [] : any.leaves(types as string[]) // the boundary: each is the name of a type
      if (!found) return schemaOf(leaves.join(' '), () => entity(any, leaves))
      report(found.code, found.problem, ['type'])
    } else report('bad-json', new Problem('a record has a `type` (an entity) or a `relation` (a statement)'))
    return undefined
  }
  return typed(
    object('a record', 'bad-json').superRefine((raw, context) => {
      const schema = choose(raw, reportTo(context))
      const found = schema?.safeParse(raw).error?.issues ?? []
      for (const issue of found) context.addIssue({ ...issue, continue: true })
    }),
  )
}

/** Any record, as {@link recordSchema} takes it. */
export type RecordJson<D extends Vocabulary> = EntityJson<D> | StatementJson<D, RelationName<D>>

type Json = { readonly [key: string]: unknown }
type Path = readonly (string | number)[]
/** Says what is wrong with a part, and where in it. */
type Report = (code: IssueCode, problem: Problem, path?: Path) => void
type Check = (value: unknown, report: Report) => void
type Shape = { readonly [key: string]: z.ZodType }
/** What is asked of several parts at once. */
type Rule = (raw: Json, report: Report) => void

const MAX_SCHEMAS = 1024

const CONTEXT = { prefixes: new PrefixMap() } // whether an id is well formed does not depend on prefixes

// From checks to zod

function reportTo(context: z.RefinementCtx): Report {
  return (code, { message, hint }, path = []) =>
    context.addIssue({
      code: 'custom',
      message: hint === undefined ? message : `${message} (${hint})`,
      path: [...path],
      params: { code, ...(hint === undefined ? {} : { hint }) },
    })
}

/** What may be left out, or be null; where it is there, the check says whether it is fine. */
function part(check: Check): z.ZodType {
  return z
    .unknown()
    .superRefine((value, context) => {
      if (value !== null) check(value, reportTo(context))
    })
    .optional()
}

function object(what: string, code: IssueCode): z.ZodType<Json> {
  return z.custom<Json>(isJson, {
    error: ({ input }) => `${what} is an object, not ${kindOf(input)}`,
    params: { code },
  })
}

/** An object all of whose parts are known. */
function objectOf(
  what: string,
  shape: Shape,
  rule: Rule = () => {},
  code: IssueCode = 'bad-value',
): z.ZodType {
  const refuse = (key: string, report: Report) => {
    const problem = new Problem(
      `'${key.slice(0, 80)}' is no field of ${what}`,
      didYouMean(key, Object.keys(shape)),
    )
    report('unknown-field', problem, [key])
  }
  const parts = z.looseObject(shape).superRefine((raw: Json, context) => {
    const report = reportTo(context)
    for (const key of Object.keys(raw)) {
      if (!Object.hasOwn(shape, key) && !isAbsent(raw[key])) refuse(key, report)
    }
    rule(raw, report)
  })
  return object(what, code)
    .superRefine((raw, context) => {
      if (Object.hasOwn(raw, PROTO) && !isAbsent(raw[PROTO])) refuse(PROTO, reportTo(context))
    })
    .pipe(parts)
}

/** A key that JSON may have, and that zod leaves out before anybody can object. */
const PROTO = '__proto__'

/** The boundary: the shape follows from the ontology when the program runs, and its type when it is compiled. */
function typed<T>(schema: z.ZodType): z.ZodType<T, T> {
  return schema as z.ZodType<T, T>
}

/** The boundary: what is made here knows the names of no ontology. */
function anyOf<D extends Vocabulary>(ontology: Ontology<D>): Ontology {
  return ontology as unknown as Ontology
}

// Entities

function entity(ontology: Ontology, types: readonly string[]): z.ZodType {
  const what = types.join(' and ')
  const isOfTypes: Check = (value, report) => {
    const given: unknown[] = [value].flat()
    const found = typesProblem(given, ontology)
    if (found) report(found.code, found.problem)
    // The boundary: where there is no problem, each is the name of a type.
    else if (String(ontology.leaves(given as string[])) !== String(types)) {
      report('unknown-type', new Problem(`the type is not ${what}`))
    }
  }
  const fields = types.flatMap((type) => [...ontology.fields(type).values()])
  const shape = { ...shapeOf(fields), ...ENTITY_PARTS, type: part(isOfTypes) }
  return objectOf(what, shape, entityRule, 'bad-json')
}

const entityRule: Rule = (raw, report) => {
  if (isAbsent(raw.type)) report('unknown-type', nameProblem('type', raw.type), ['type'])
  if (isAbsent(raw.id)) report('bad-id', new Problem('there is no id'), ['id'])
  if (raw.unnamed !== true && isEmpty(raw.label)) {
    report('missing-field', new Problem('the entity has no label'), ['label'])
  }
  if (raw.unnamed === true && !isAbsent(raw.sameAs)) {
    report('bad-value', new Problem('an unnamed actor is never merged with another'), ['sameAs'])
  }
}

function typesProblem(
  given: readonly unknown[],
  ontology: Pick<Ontology, 'types' | 'leaves' | 'compatible'>,
) {
  const names = given.filter((type) => typeof type === 'string' && ontology.types.has(type)) as string[] // as it says
  if (given.length === 0 || names.length < given.length) {
    const bad = given.find((type) => !names.some((name) => name === type))
    return { code: 'unknown-type', problem: nameProblem('type', bad, ontology.types.keys()) } as const
  }
  const leaves = ontology.leaves(names)
  for (const a of leaves) {
    const b = leaves.find((other) => !ontology.compatible(a, other))
    const problem = new Problem(`nothing is a ${a} and a ${b} at once`)
    if (b) return { code: 'type-conflict', problem } as const
  }
  return undefined
}

// Statements

const LIST_OF_CLAIMS = z.custom<unknown[]>(Array.isArray, {
  error: ({ input }) => `claims are a list, not ${kindOf(input)}`,
  params: { code: 'bad-value' },
})

function statement(relation: Relation): z.ZodType {
  const details = [...relation.details.values()]
  const required = details.filter((property) => property.required)
  const isRelation: Check = (value, report) => {
    if (value === relation.name) return
    report('unknown-relation', new Problem(`the relation is not ${relation.name}`))
  }
  const claim = objectOf('a claim', { ...shapeOf(details), ...CLAIM_PARTS }, (raw, report) => {
    if (isAbsent(raw.stance)) report('bad-value', stanceProblem(raw.stance), ['stance'])
  })
  const shape = {
    ...shapeOf([...relation.defining.values(), ...details]),
    relation: part(isRelation),
    subject: part(asId),
    object: part(asId),
    occurrence: part(reading('bad-value', readOccurrence)),
    extra: part(isForeign),
    ref: part(reading('bad-value', readHandle)),
    // Derived: what stands there is not read.
    id: z.unknown().optional(),
    status: z.unknown().optional(),
    claims: LIST_OF_CLAIMS.pipe(z.array(claim)).nullish(),
  }
  return objectOf(
    `a statement of ${relation.name}`,
    shape,
    (raw, report) => {
      for (const end of ['subject', 'object']) {
        if (isAbsent(raw[end])) report('bad-id', new Problem(`there is no ${end}`), [end])
      }
      if (isAbsent(raw.relation)) report('unknown-relation', nameProblem('relation', undefined), ['relation'])
      const claims: readonly unknown[] = Array.isArray(raw.claims) ? raw.claims : []
      if (claims.length === 0) report('no-claims', new Problem('nobody claims this statement'), ['claims'])
      claims.forEach((one, i) => {
        if (!isJson(one) || one.stance === 'denies') return
        for (const { name } of required) {
          if (!isEmpty(raw[name]) || !isEmpty(one[name])) continue
          report('missing-field', new Problem(`${relation.name} without \`${name}\``), ['claims', i, name])
        }
      })
    },
    'bad-json',
  )
}

// Values

/** Properties as they are used: one value or several, of their kinds. */
function shapeOf(properties: readonly Property[]): Record<string, z.ZodType> {
  return Object.fromEntries(
    properties.map((property) => {
      const { name, kind, many } = property
      const single: Check = (value, report) => {
        if (kind === 'text') return asText(value, report)
        const read = readOne(value, property, CONTEXT)
        if (read instanceof Problem) report(issueCodeOf(kind), read)
      }
      const alone: Check = (value, report) =>
        Array.isArray(value) && kind !== 'share'
          ? report('bad-value', new Problem(`\`${name}\` takes one value`, 'write a record for each'))
          : single(value, report)
      return [name, part(many ? each(single) : alone)]
    }),
  )
}

/** One of something, or a list. */
function each(check: Check): Check {
  return (value, report) => {
    if (!Array.isArray(value)) return check(value, report)
    for (const [i, one] of value.entries()) {
      check(one, (code, problem, path = []) => report(code, problem, [i, ...path]))
    }
  }
}

/** A check by a function that reads. */
function reading(code: IssueCode, read: (value: unknown) => unknown): Check {
  return (value, report) => {
    const found = read(value)
    if (found instanceof Problem) report(code, found)
  }
}

const asText: Check = (value, report) =>
  void readText(value, (problem, language) =>
    report('bad-text', problem, language === undefined ? [] : [language]),
  )
const asId = reading('bad-id', (value) => readId(value, CONTEXT))
const asParts =
  (read: (raw: unknown, tell: Tell) => unknown): Check =>
  (value, report) =>
    void read(value, (code, problem, [, ...path]) => report(code, problem, path))

/** What others know and we do not: any JSON, not nested without end. */
const isForeign: Check = (value, report) => {
  if (!isJson(value))
    return report('bad-value', new Problem(`foreign fields are an object, not ${kindOf(value)}`))
  for (const [key, field] of Object.entries(value)) {
    const found = readForeign(field)
    if (found instanceof Problem) report('bad-value', found, [key])
  }
}

const ENTITY_PARTS: Shape = {
  id: part(asId),
  label: part(asText),
  names: part(asParts(readNames)),
  aliases: part(asParts(readAliases)),
  identifiers: part(asParts(readIdentifiers)),
  addresses: part(asParts(readAddresses)),
  description: part(asText),
  sameAs: part(each(asId)),
  sources: part(each(asId)),
  unnamed: part(reading('bad-value', readBoolean)),
  extra: part(isForeign),
}

const CLAIM_PARTS: Shape = {
  stance: part((value, report) => {
    if (!STANCES.some((stance) => stance === value)) report('bad-value', stanceProblem(value))
  }),
  ...Object.fromEntries(
    [...CLAIM_FIELD_READERS].map(([key, { read, code }]) => [
      key,
      part(reading(code, (value) => read(value, CONTEXT))),
    ]),
  ),
  extra: part(isForeign),
  id: z.unknown().optional(), // derived: what stands there is not read
}

function stanceProblem(value: unknown): Problem {
  const given = typeof value === 'string' ? `'${value.slice(0, 80)}'` : kindOf(value)
  const meant = typeof value === 'string' ? didYouMean(value, STANCES) : undefined
  return new Problem(`a claim has a stance, not ${given}`, meant ?? `one of ${STANCES.join(', ')}`)
}

function nameProblem(what: string, name: unknown, known: Iterable<string> = []): Problem {
  if (typeof name !== 'string') return new Problem(`the ${what} is ${kindOf(name)}, not a name`)
  return new Problem(`there is no ${what} '${name.slice(0, 80)}'`, didYouMean(name, known))
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

/** Whether a value says nothing: not there, or a list or text without any part. */
function isEmpty(value: unknown): boolean {
  return isAbsent(value) || (typeof value === 'object' && Object.keys(value).length === 0)
}
