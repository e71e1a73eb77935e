import { fail } from '../../model/issue'
import { didYouMean } from '../../model/suggest'
import type { Property, Relation } from '../../ontology/ontology'
import type { RelationName, TypeName, Vocabulary } from '../../ontology/typing'
import { told } from '../../ontology/values'
import { readEntities } from '../../query/ends'
import { list, oneOf } from '../../query/options'
import type { Entities } from '../../query/query'
import type { Row, Store } from '../../store/store'
import { readYears, type Years } from '../years'

/** Details of relations whose values are from a closed list. */
type ChoiceName<D extends Vocabulary> =
  string extends TypeName<D>
    ? string
    : {
        [P in keyof D['properties']]: D['properties'][P] extends { readonly kind: 'choice' } ? P : never
      }[keyof D['properties']] &
        string

/** What a panel of dyad-years asks for. */
export interface DyadYearOptions<D extends Vocabulary = Vocabulary> {
  /** The relation to count, or several, counted together. */
  readonly relation: RelationName<D> | readonly RelationName<D>[]
  /** The first of each dyad: the subject, unless the relation is symmetric. */
  readonly from: Entities<TypeName<D>>
  /** The second of each dyad. */
  readonly to: Entities<TypeName<D>>
  /** First and last calendar year, both within. */
  readonly years: readonly [first: number, last: number]
  /** Counts what certainly holds on some day of the year; what only may is then neither a one nor a zero. */
  readonly certain?: boolean
  /** Also counts what follows from statements: for members of organisations, and between parties of treaties. */
  readonly infer?: boolean
  /**
   * The detail to take the strongest value of, by the order of its list in the ontology; `obligations` where not given
   * and the relation has it.
   */
  readonly detail?: ChoiceName<D>
}

const OPTIONS = [
  'relation',
  'from',
  'to',
  'years',
  'certain',
  'infer',
  'detail',
] as const satisfies (keyof DyadYearOptions)[]
const DEFAULT_DETAIL = 'obligations'

/** Options, checked and in rows. */
export interface AskedDyads {
  readonly relations: readonly Relation[]
  readonly from: readonly Row[]
  readonly to: readonly Row[]
  readonly years: Years
  readonly certain: boolean
  readonly infer: boolean
  readonly detail: Property | undefined
}

/**
 * Checks the options of a panel and finds what they name.
 *
 * @throws {@link StatecraftError} for what cannot be asked
 */
export function readDyadOptions<D extends Vocabulary>(store: Store, options: DyadYearOptions<D>): AskedDyads {
  if (typeof options !== 'object' || options === null)
    fail('bad-value', 'dyadYears takes an object of options')
  for (const key of Object.keys(options)) oneOf(key, OPTIONS, 'option of dyadYears', [key])
  for (const key of ['certain', 'infer'] as const) {
    if (options[key] !== undefined && typeof options[key] !== 'boolean')
      fail('bad-value', `${key} is true or false`, { path: [key] })
  }
  if (options.relation === undefined)
    fail('missing-field', 'dyadYears needs a relation to count', { path: ['relation'] })
  const relations = [...new Set(list(options.relation))].map((name) => store.ontology.relation(told(name)))
  if (relations.length === 0)
    fail('bad-value', 'dyadYears counts at least one relation', { path: ['relation'] })
  const [from, to] = [readNamed(store, options.from, 'from'), readNamed(store, options.to, 'to')]
  checkEnds(store, relations, from, to)
  return {
    relations,
    from,
    to,
    years: readYears(options.years),
    certain: options.certain === true,
    infer: options.infer === true,
    detail: readDetail(relations, options.detail),
  }
}

/** A relation that never holds between such ends would be zero for no reason in the world. */
function checkEnds(
  store: Store,
  relations: readonly Relation[],
  from: readonly Row[],
  to: readonly Row[],
): void {
  const fits = (rows: readonly Row[], types: readonly string[]) =>
    rows.length === 0 || rows.some((row) => !store.isDeclared(row) || store.passesFor(row, types))
  for (const { name, symmetric, from: domain, to: range } of relations) {
    if (fits(from, domain) && fits(to, range)) continue
    if (symmetric && fits(from, range) && fits(to, domain)) continue
    const isDomain = !fits(from, domain)
    fail(isDomain ? 'bad-domain' : 'bad-range', `${name} never holds between these`, {
      path: [isDomain ? 'from' : 'to'],
      hint: `it goes from ${domain.join(', ')} to ${range.join(', ')}`,
    })
  }
}

function readNamed(store: Store, value: Entities, path: string): readonly Row[] {
  const { rows } = readEntities(store, value, path)
  const unnamed = rows.find((row) => store.isUnnamed(row))
  if (unnamed === undefined) return rows
  return fail('bad-value', `'${store.idOf(unnamed)}' is an unnamed actor, and in no count`, { path: [path] })
}

/** The detail to rank: a choice from one list, in at least one of the relations. */
function readDetail(relations: readonly Relation[], given: string | undefined): Property | undefined {
  const name = given ?? DEFAULT_DETAIL
  const place = { path: ['detail'] }
  const uses = relations
    .flatMap(({ details }) => details.get(name) ?? [])
    .filter(({ list }) => list !== undefined)
  if (uses.length === 0) {
    if (given === undefined) return undefined
    const choices = relations.flatMap(({ details }) => [...details.values()].filter(({ list }) => list))
    const hint =
      didYouMean(
        name,
        choices.map((choice) => choice.name),
      ) ?? 'a detail with a closed list of values'
    return fail('bad-value', `no value of '${name}' is the strongest of ${namesOf(relations)}`, {
      ...place,
      hint,
    })
  }
  if (uses.every(({ list }) => list === uses[0]!.list)) return uses[0]!
  return fail('bad-value', `'${name}' has a list of its own in each of ${namesOf(relations)}`, {
    ...place,
    hint: 'ask for one relation at a time',
  })
}

function namesOf(relations: readonly Relation[]): string {
  return relations.map(({ name }) => name).join(', ')
}
