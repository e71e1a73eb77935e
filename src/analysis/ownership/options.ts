import type { Day } from '../../model/days'
import { fail } from '../../model/issue'
import { oneOf } from '../../query/options'
import type { Lens } from '../../store/lens'
import { dayOfView, today } from '../day'
import { checkRule, OWNERSHIP_RULES, type OwnershipRule, ruleOn } from './rule'

/** The ids of the rules that come with the library. */
export type OwnershipRuleId = 'us-ofac' | 'eu' | 'uk' | 'ch'

/** What a question about ownership asks. */
export interface OwnershipOptions {
  /** The rule that was in force on the day, by its id, or one of your own; `us-ofac` where not given. */
  readonly rule?: OwnershipRuleId | OwnershipRule
  /** The measure with which a listing begins, of the ontology's list `measure`; `asset-freeze` where not given. */
  readonly measure?: string
}

/** Options, checked. */
export interface AskedOwnership {
  readonly rule: OwnershipRule
  readonly measure: string
  readonly day: Day
}

/** @throws {@link StatecraftError} for what cannot be asked */
export function readOwnershipOptions(lens: Lens, options: OwnershipOptions): AskedOwnership {
  if (typeof options !== 'object' || options === null)
    fail('bad-value', 'ownership takes an object of options')
  for (const key of Object.keys(options)) oneOf(key, ['rule', 'measure'], 'option of ownership', [key])
  const { rule = 'us-ofac', measure = 'asset-freeze' } = options
  const day = dayOfView(lens) ?? today()
  const measures = Object.keys(lens.store.ontology.definition.lists.measure?.values ?? {})
  return {
    rule: typeof rule === 'object' && rule !== null ? checkRule(rule) : ruleOn(ruleId(rule), day),
    measure: oneOf(measure, measures, 'measure', ['measure']),
    day,
  }
}

function ruleId(rule: OwnershipRuleId): string {
  const ids = [...new Set(OWNERSHIP_RULES.map(({ id }) => id))]
  return oneOf(rule, ids, 'rule on ownership', ['rule'])
}
