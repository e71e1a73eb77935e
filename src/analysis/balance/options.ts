import { LEVELS, type Level } from '../../model/claim'
import { fail } from '../../model/issue'
import type { Vocabulary } from '../../ontology/typing'
import { list, oneOf } from '../../query/options'
import type { Lens } from '../../store/lens'
import { checkYearsOfView, readYears, type Years } from '../years'
import { readSigns, type SignRule, type Signs } from './signs'

/** A level that a statement can have which says that something is, was or will be so. */
export type TieLevel = Exclude<Level, 'denied'>

/** What structural balance is asked of. */
export interface BalanceOptions<D extends Vocabulary = Vocabulary> {
  /**
   * Which relations make a tie, and of which sign. Where not given: `alliedWith` is `+` where it obliges to defence,
   * `rivals`, `sanctions` and `attacks` are `-`. What is given is added to these; 0 takes a relation out:
   * `{ supports: '+', sanctions: 0, alliedWith: { sign: '+', where: { obligations: ['defence', 'neutrality'] } } }`.
   */
  readonly signs?: Signs<D>
  /** Only statements of these levels; `asserted` where not given. */
  readonly levels?: TieLevel | readonly TieLevel[]
  /** Whether disputed statements count; `exclude` where not given. */
  readonly disputed?: 'exclude' | 'include'
  /**
   * First and last calendar year, both within: a graph of each. Where not given, one graph of the whole view. A view
   * `asOf` a day is asked of no other year than that day's.
   */
  readonly years?: readonly [first: number, last: number]
  /** Counts only what certainly holds on some day of the year. Only with `years`. */
  readonly certain?: boolean
  /** Also counts what follows from statements: for members of organisations, and between parties of treaties. */
  readonly infer?: boolean
  /** States alone, where not given: others only as far as they are rolled up to one. With `all`, others as themselves. */
  readonly actors?: 'states' | 'all'
}

const OPTIONS = [
  'signs',
  'levels',
  'disputed',
  'years',
  'certain',
  'infer',
  'actors',
] as const satisfies (keyof BalanceOptions)[]

/** More years than these make no answer that anybody reads. */
const MOST_YEARS = 10_000

/** Options, checked. */
export interface AskedBalance {
  /** By the `index` of their relations. */
  readonly signs: ReadonlyMap<number, SignRule>
  readonly levels: ReadonlySet<Level>
  readonly disputed: boolean
  readonly years: Years | undefined
  readonly certain: boolean
  readonly infer: boolean
  readonly all: boolean
}

/**
 * Checks the options of structural balance.
 *
 * @throws {@link StatecraftError} for what cannot be asked
 */
export function readBalanceOptions<D extends Vocabulary>(
  lens: Lens,
  options: BalanceOptions<D>,
): AskedBalance {
  if (typeof options !== 'object' || options === null) fail('bad-value', 'balance takes an object of options')
  for (const key of Object.keys(options)) oneOf(key, OPTIONS, 'option of balance', [key])
  const { levels = 'asserted', disputed = 'exclude', actors = 'states', years } = options
  for (const key of ['certain', 'infer'] as const) {
    if (options[key] !== undefined && typeof options[key] !== 'boolean')
      fail('bad-value', `${key} is true or false`, { path: [key] })
  }
  if (options.certain && years === undefined) {
    fail('bad-value', 'certain is about years', {
      path: ['certain'],
      hint: 'ask a view that is certain as of a day, or add years',
    })
  }
  const known = LEVELS.filter((level) => level !== 'denied')
  const asked = list(levels).map((level) => oneOf(level, known, 'level of a tie', ['levels']))
  if (asked.length === 0) fail('bad-value', 'balance counts at least one level', { path: ['levels'] })
  return {
    signs: readSigns(lens.store.ontology, options.signs),
    levels: new Set(asked),
    disputed: oneOf(disputed, ['exclude', 'include'], 'choice', ['disputed']) === 'include',
    years: years === undefined ? undefined : readSomeYears(lens, years),
    certain: options.certain === true,
    infer: options.infer === true,
    all: oneOf(actors, ['states', 'all'], 'choice', ['actors']) === 'all',
  }
}

function readSomeYears(lens: Lens, given: unknown): Years {
  const years = readYears(given)
  checkYearsOfView(lens, years, 'years')
  if (years.last - years.first < MOST_YEARS) return years
  return fail('truncated', `balance is asked of at most ${MOST_YEARS} years`, { path: ['years'] })
}
