import { LEVELS, type Level, METHODS, type Method, RELIABILITIES, type Reliability } from '../model/claim'
import type { Day } from '../model/days'
import { parseWhen } from '../model/edtf'
import { idProblem } from '../model/id'
import { fail } from '../model/issue'
import { Problem } from '../model/problem'
import { didYouMean, hintOf } from '../model/suggest'
import type { RelationName, TypeName, Vocabulary } from '../ontology/typing'
import { told } from '../ontology/values'
import type { Criteria } from '../store/criteria'
import type { Store } from '../store/store'

/**
 * What a view asks for. Parts are applied in this order however they are given: claims, viewpoint, status,
 * statements.
 */
export interface ViewOptions<D extends Vocabulary = Vocabulary> {
  /** Only claims that stand in these sources. */
  readonly sources?: readonly string[]
  /**
   * Only claims that one could know on this day (`YYYY-MM-DD`): published by it, or (`by: 'said'`) made by it.
   * A claim without a date is possible: it stays, and is dropped under `certain`.
   */
  readonly asKnownOn?: string | { readonly date: string; readonly by: 'published' | 'said' }
  /** Only claims whose recorder trusts them this much, 0–1; a claim without a stated confidence stays. */
  readonly minConfidence?: number
  /** Only claims in sources at least this reliable (Admiralty code A–F); no statement of it is F. */
  readonly minReliability?: Reliability
  /** Only claims found in this way. */
  readonly method?: Method | readonly Method[]
  /** As this actor's side sees it: where it speaks, its claims alone give the status. */
  readonly viewpoint?: string
  /** Where the viewpoint's side is silent: what is asserted and undisputed is in, or nothing is. */
  readonly silent?: 'include' | 'exclude'
  /** Only statements of these levels. Statements that are only denied appear where `denied` is named. */
  readonly status?: Level | readonly Level[]
  readonly disputed?: 'include' | 'exclude' | 'only'
  readonly relations?: RelationName<D> | readonly RelationName<D>[]
  /** Only statements both of whose ends are of one of these types. */
  readonly types?: TypeName<D> | readonly TypeName<D>[]
  /** Only what holds on this day (`YYYY-MM-DD`), possibly; under `certain`, certainly. */
  readonly asOf?: string
  /** Drops what is only possible, of `asOf` and `asKnownOn`. */
  readonly certain?: boolean
}

/** Every option of a view, for those who read them from outside. */
export const VIEW_OPTIONS = [
  'sources',
  'asKnownOn',
  'minConfidence',
  'minReliability',
  'method',
  'viewpoint',
  'silent',
  'status',
  'disputed',
  'relations',
  'types',
  'asOf',
  'certain',
] as const satisfies readonly (keyof ViewOptions)[]

/** Checks the options of a view and finds what they name. */
export function readViewOptions(store: Store, options: ViewOptions): Criteria {
  for (const key of Object.keys(options)) oneOf(key, VIEW_OPTIONS, 'view option', [])
  const {
    sources,
    asKnownOn,
    minConfidence,
    minReliability,
    method,
    viewpoint,
    silent,
    status,
    disputed,
    types,
    relations,
    certain,
  } = options
  if (minConfidence !== undefined && !isShare(minConfidence)) {
    fail('bad-value', 'minConfidence is 0 to 1', { path: ['minConfidence'] })
  }
  const known = knowing(asKnownOn)
  return defined({
    sources:
      sources === undefined ? undefined : new Set(list(sources).map((id) => entityRow(store, id, 'sources'))),
    asKnownOn: known && {
      day: readDay(known.date, 'asKnownOn'),
      by: oneOf(known.by, ['published', 'said'] as const, 'way of knowing', ['asKnownOn', 'by']),
    },
    minConfidence,
    minReliability: choice(minReliability, RELIABILITIES, 'reliability', 'minReliability'),
    method:
      method === undefined
        ? undefined
        : new Set(list(method).map((m) => oneOf(m, METHODS, 'method', ['method']))),
    viewpoint: viewpoint === undefined ? undefined : entityRow(store, viewpoint, 'viewpoint'),
    silent: choice(silent, ['include', 'exclude'], 'choice', 'silent'),
    status:
      status === undefined
        ? undefined
        : new Set(list(status).map((level) => oneOf(level, LEVELS, 'level', ['status']))),
    disputed: choice(disputed, ['include', 'exclude', 'only'], 'choice', 'disputed'),
    relations:
      relations === undefined
        ? undefined
        : new Set(
            list(relations).map((name) =>
              oneOf(name, [...store.ontology.relations.keys()], 'relation', ['relations']),
            ),
          ),
    types:
      types === undefined
        ? undefined
        : list(types).map((type) => oneOf(type, [...store.ontology.types.keys()], 'type', ['types'])),
    asOf: options.asOf === undefined ? undefined : readDay(options.asOf, 'asOf'),
    certain: choice(certain, [true, false], 'choice', 'certain'),
  })
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1
}

/** What may be left out, and is else one of these. */
function choice<const T extends string | boolean>(
  value: T | undefined,
  known: readonly T[],
  what: string,
  path: string,
): T | undefined {
  return value === undefined ? undefined : oneOf(value, known, what, [path])
}

/** A date, or a date and how it was known by then. */
function knowing(value: ViewOptions['asKnownOn']) {
  if (value === undefined) return undefined
  if (typeof value === 'string') return { date: value, by: 'published' as const }
  const path = ['asKnownOn']
  if (typeof value !== 'object' || value === null)
    return fail('bad-value', 'asKnownOn is a day, or { date, by }', { path })
  for (const key of Object.keys(value)) oneOf(key, ['date', 'by'], 'part of asKnownOn', path)
  return value
}

/** One value, or several, as several. */
export function list<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T]
}

/** The entries that are there. */
function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never // as it says
}

export function oneOf<const T extends string | boolean>(
  value: string | boolean,
  known: readonly T[],
  what: string,
  path: string[],
): T {
  const found = known.find((one) => one === value)
  if (found !== undefined) return found
  const code = what === 'type' ? 'unknown-type' : what === 'relation' ? 'unknown-relation' : 'bad-value'
  const hint = didYouMean(told(value), known.map(told)) ?? `one of ${known.slice(0, 12).join(', ')}`
  return fail(code, `there is no ${what} '${told(value)}'`, { path, hint })
}

/** The row of an entity that a query names. */
export function entityRow(store: Store, id: string, path: string | readonly string[]): number {
  const row = typeof id === 'string' ? store.findEntity(id) : 0
  if (row !== 0) return row
  const wrong = typeof id === 'string' ? idProblem(id) : undefined
  if (wrong)
    fail('bad-id', wrong.message, { path: [path].flat(), ...(wrong.hint ? { hint: wrong.hint } : {}) })
  const declared = function* () {
    for (let r = 1; r < Math.min(store.entityRows, 50_000); r++) if (store.isDeclared(r)) yield store.idOf(r)
  }
  return fail('dangling', `nobody speaks of '${told(id)}' here`, {
    path: [path].flat(),
    ...hintOf(told(id), declared()),
  })
}

/** The day that a query names. */
export function readDay(date: unknown, path: string): Day {
  if (typeof date !== 'string')
    return fail('bad-date', 'a day is a string', { path: [path], hint: 'YYYY-MM-DD' })
  const when = parseWhen(date)
  if (when instanceof Problem) {
    return fail('bad-date', when.message, { path: [path], ...(when.hint ? { hint: when.hint } : {}) })
  }
  if (when.possible.from === when.possible.until && when.certain) return when.possible.from
  return fail('bad-date', `'${date}' is not one day`, { path: [path], hint: 'a day is YYYY-MM-DD' })
}
