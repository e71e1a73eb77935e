import { z } from 'zod'
import { queryChecker } from '../graph/query-check'
import { LEVELS, METHODS, RELIABILITIES } from '../model/claim'
import { type Issue, StatecraftError } from '../model/issue'
import type { Kind } from '../ontology/definition'
import type { Ontology, Property } from '../ontology/ontology'
import type { Vocabulary } from '../ontology/typing'
import type { MatchQuery } from '../query/match/pattern'
import { TIMINGS } from '../query/match/timing'
import type { PathQuery, Query, ReachQuery } from '../query/query'
import { MAX_STEPS } from '../query/spec'

// What a query may be is decided by those who answer it: each is put to a view that holds nothing. The shape below is
// what is told of it as JSON Schema, and refuses what would be read without being understood.

/**
 * The schema of queries: for a service that takes them as JSON. It passes what `execute` takes, as far as that can be
 * said without data: names of relations, types, values and options, numbers in their range, and what nothing can ever
 * meet. Whether an entity is there only the graph can tell.
 *
 * `z.toJSONSchema` makes a JSON Schema of it that names the relations, types and values there are.
 *
 * @param ontology the vocabulary that queries speak
 * @returns a zod schema; `params` of its issues has the `code` of the library's own issue, and a `hint`
 *
 * @example
 * ```ts
 * import { core, createGraph } from 'statecraft'
 * import { querySchema } from 'statecraft/zod'
 *
 * const query = querySchema(core)
 * const asked = query.parse({ find: 'paths', from: 'state:IR', to: { type: 'State' }, via: 'supplies' })
 * query.safeParse({ ...asked, via: 'suplies' }).error?.issues[0]?.message
 * // "there is no relation 'suplies' (did you mean supplies?)"
 * ```
 */
export function querySchema<D extends Vocabulary>(ontology: Ontology<D>): z.ZodType<Query<D>, Query<D>> {
  const check = queryChecker(ontology)
  const shape = queryShape(ontology as unknown as Ontology) // the boundary: it knows the names of no ontology
  const { $schema: _, ...json } = z.toJSONSchema(shape)
  const schema = z.unknown().superRefine((raw, context) => {
    const found = problemsOf(raw, check)
    for (const issue of found) context.addIssue(zodIssue(issue))
    if (found.length > 0) return
    for (const issue of shape.safeParse(withoutInfinity(raw)).error?.issues ?? []) {
      const { message, path } = issue
      context.addIssue({ code: 'custom', message, path: [...path], params: { code: 'bad-value' } })
    }
  })
  return schema.meta(json) as unknown as z.ZodType<Query<D>, Query<D>> // the boundary: as `execute` says
}

/** More than there are options: what has as many keys is no query, and not worth a look at each. */
const MANY_KEYS = 64

/** What is wrong with a query: of a search for paths, with each of its options. */
function problemsOf(raw: unknown, check: (query: unknown) => void): Issue[] {
  const found: Issue[] = []
  const query = raw === null || typeof raw !== 'object' || Array.isArray(raw) ? raw : { ...raw }
  const most = Object.keys(query ?? {}).length > MANY_KEYS ? 1 : MANY_KEYS
  while (found.length < most) {
    const problem = problemOf(query, check)
    if (!problem) return found
    found.push(problem)
    if (!leaveOut(problem.path?.[0], query)) return found
  }
  return found
}

/** Takes what was found wrong out of a search for paths, so that the rest can be checked; false where it cannot be. */
function leaveOut(option: string | number | undefined, query: unknown): boolean {
  const rest = query as Record<string, unknown> // an option is of something
  // The parts of a pattern say nothing without each other.
  if (option === undefined || option === 'find' || rest.find === 'match') return false
  if (option === 'from' || (option === 'to' && rest.find !== 'reachable')) {
    if (Array.isArray(rest[option]) && rest[option].length === 0) return false
    rest[option] = []
    return true
  }
  return Object.hasOwn(rest, option) && delete rest[option]
}

function problemOf(query: unknown, check: (query: unknown) => void): Issue | undefined {
  try {
    check(query)
    return undefined
  } catch (error) {
    if (error instanceof StatecraftError) return error.issue
    throw error
  }
}

function zodIssue({ code, message, hint, path = [] }: Issue) {
  return {
    code: 'custom' as const,
    message: hint === undefined ? message : `${message} (${hint})`,
    path: path.map((step) => (/^\d+$/.test(String(step)) ? Number(step) : step)),
    params: { code, ...(hint === undefined ? {} : { hint }) },
  }
}

/** A limit that is none: JSON has no word for it. */
function withoutInfinity(query: unknown): object {
  return Object.fromEntries(Object.entries(query as object).filter(([, value]) => value !== Infinity))
}

// Shapes

/** The options of a query by name: one that is forgotten here does not compile. */
type Shape<Q> = { readonly [O in keyof Q]-?: z.ZodType }

function queryShape(ontology: Ontology): z.ZodType {
  const shared = { ...viewShape(ontology), ...LIMITS }
  const steps = { ...shared, ...stepShape(ontology) }
  const path: Shape<PathQuery> = {
    find: z.enum(['paths', 'shortestPath', 'shortestPaths']),
    from: entities(ontology),
    to: entities(ontology),
    through: entities(ontology).optional(),
    weight: z.enum(['confidence', 'claimants']).optional(),
    ...steps,
  }
  const reach: Shape<ReachQuery> = { find: z.literal('reachable'), from: entities(ontology), ...steps }
  const match: Shape<MatchQuery> = { find: z.literal('match'), ...shared, ...matchShape(ontology) }
  return z.discriminatedUnion('find', [z.strictObject(path), z.strictObject(reach), z.strictObject(match)])
}

const SHARE = z.number().min(0).max(1)
const DAY = z.string().meta({ format: 'date' })
/** Whole numbers, as JSON Schema tells; to be checked is left to those who read them. */
const COUNT = z.number().meta({ type: 'integer' })
const ID = z.string().meta({ pattern: '^[a-z][a-z0-9-]*:.+$', description: 'an id, as state:KP' })
const STATEMENT = z.string().meta({ pattern: '^stmt:[a-z2-7]{26}$', description: 'the id of a statement' })
const VARIABLE = z.string().meta({ pattern: '^\\?\\p{L}[\\p{L}\\p{N}_]*$', description: 'a variable, as ?a' })

const LIMITS = {
  limit: COUNT.min(0).meta({ type: 'integer' }).optional(),
  budget: z.number().min(0).meta({ description: 'milliseconds' }).optional(),
  frontier: COUNT.min(1).meta({ type: 'integer' }).optional(),
}

function entities({ types }: Ontology): z.ZodType {
  const type = z.strictObject({ type: oneOrMore(z.enum([...types.keys()])) })
  return oneOrMore(z.union([ID, type]))
}

function oneOrMore(one: z.ZodType): z.ZodType {
  return z.union([one, z.array(one)])
}

function viewShape({ relations, types }: Ontology) {
  const side = z.enum(['published', 'said'])
  return {
    sources: oneOrMore(ID).optional(),
    asKnownOn: z.union([DAY, z.strictObject({ date: DAY, by: side })]).optional(),
    minConfidence: SHARE.optional(),
    minReliability: z.enum(RELIABILITIES).optional(),
    method: oneOrMore(z.enum(METHODS)).optional(),
    viewpoint: ID.optional(),
    silent: z.enum(['include', 'exclude']).optional(),
    status: oneOrMore(z.enum(LEVELS)).optional(),
    disputed: z.enum(['include', 'exclude', 'only']).optional(),
    relations: oneOrMore(z.enum([...relations.keys()])).optional(),
    types: oneOrMore(z.enum([...types.keys()])).optional(),
    asOf: DAY.optional(),
    certain: z.boolean().optional(),
  }
}

function stepShape(ontology: Ontology) {
  const { relations } = ontology
  const names = [...relations.keys()]
  const way = z
    .enum([...names, ...names.map((name) => `^${name}`)])
    .meta({ description: 'a relation, along its direction or (^) against it' })
  const defining = usesOf([...relations.values()].flatMap((relation) => [...relation.defining.values()]))
  const qualifiers = mapped(defining, (uses) => oneOrMore(oneOf(valuesOf(uses))).optional())
  return {
    via: oneOrMore(way).optional(),
    sequence: z.array(oneOrMore(way)).min(1).max(MAX_STEPS).optional(),
    direction: z.enum(['any', 'out', 'in']).optional(),
    item: oneOrMore(z.string()).optional(),
    qualifiers: z.strictObject(qualifiers).optional(),
    broader: z.boolean().optional(),
    infer: z.boolean().optional(),
    avoid: entities(ontology).optional(),
    timeRespecting: z.enum(['possibly', 'certainly']).optional(),
    maxSteps: COUNT.min(1).max(MAX_STEPS).meta({ type: 'integer' }).optional(),
  }
}

function matchShape({
  relations,
  types,
}: Ontology): Omit<Shape<MatchQuery>, 'find' | keyof ReturnType<typeof viewShape> | keyof typeof LIMITS> {
  const all = [...relations.values()]
  const asked = usesOf(all.flatMap(({ defining, details }) => [...defining.values(), ...details.values()]))
  const end = z.union([VARIABLE, ID])
  const statement = z.strictObject({
    ...mapped(asked, (uses) => oneOf([VARIABLE, ...askedOf(uses)]).optional()),
    id: VARIABLE.optional(),
    relation: oneOrMore(z.enum([...relations.keys()])),
    subject: end,
    object: end,
    by: end.optional(),
  })
  const join = z.strictObject({
    first: VARIABLE,
    is: z.enum(TIMINGS),
    second: VARIABLE,
    days: COUNT.min(0).meta({ type: 'integer' }).optional(),
    certain: z.boolean().optional(),
  })
  const column = z.union([VARIABLE, z.literal('count')])
  const key = z.union([column, z.strictObject({ by: column, descending: z.boolean().optional() })])
  return {
    where: z.array(statement).min(1),
    entities: z.record(VARIABLE, oneOrMore(z.enum([...types.keys()]))).optional(),
    times: z.array(join).optional(),
    select: z.array(VARIABLE).min(1).optional(),
    groupBy: z.array(VARIABLE).optional(),
    count: VARIABLE.optional(),
    orderBy: z.array(key).optional(),
    infer: z.boolean().optional(),
    broader: z.boolean().optional(),
  }
}

// Properties

/** The uses of each property by all relations. */
function usesOf(properties: readonly Property[]): Map<string, Property[]> {
  const uses = new Map<string, Property[]>()
  for (const property of properties) uses.set(property.name, [...(uses.get(property.name) ?? []), property])
  return uses
}

function mapped<T>(map: ReadonlyMap<string, T>, shape: (value: T) => z.ZodType): Record<string, z.ZodType> {
  return Object.fromEntries([...map].map(([name, value]) => [name, shape(value)]))
}

/** What a property can be in a filter: ids, and values of closed lists. */
function valuesOf(uses: readonly Property[]): z.ZodType[] {
  const kinds = new Set(uses.map(({ kind }) => kind))
  const listed = new Set(uses.flatMap(({ values }) => [...(values ?? [])]))
  const one: z.ZodType[] = []
  // Which value fits is told, and judged by those who read it.
  if (listed.size > 0) one.push(z.string().meta({ enum: [...listed] }))
  if (kinds.has('entity') || kinds.has('thing')) one.push(ID)
  if (kinds.has('statement') || kinds.has('thing')) one.push(STATEMENT)
  return one.length > 0 ? one : [z.string()]
}

/** What a property can be asked for by in a pattern: nothing but a variable, where values cannot be told apart. */
function askedOf(uses: readonly Property[]): z.ZodType[] {
  const [{ kind }] = uses as readonly [Property, ...Property[]] // there is one; all have the kind of the property
  return ASKED[kind]?.() ?? valuesOf(uses)
}

const ASKED: { readonly [kind in Kind]?: () => z.ZodType[] } = {
  text: () => [],
  date: () => [],
  share: () => [],
  point: () => [],
  number: () => [z.number()],
  integer: () => [COUNT],
  boolean: () => [z.boolean()],
}

function oneOf(shapes: readonly z.ZodType[]): z.ZodType {
  return shapes.length === 1 ? shapes[0]! : z.union(shapes)
}
