import type { Day } from '../../model/days'
import { fail } from '../../model/issue'
import { entityRow, list, oneOf } from '../../query/options'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { dayOfView, today } from '../day'
import type { OwnershipRuleId } from '../ownership/options'
import { checkRule, isInForce, OWNERSHIP_RULES, type OwnershipRule, ruleOn } from '../ownership/rule'

/** What a question about exposure asks. */
export interface ExposureOptions {
  /**
   * By which rules on ownership measures reach an entity: ids, or rules of your own. Where not given, those of the four
   * authorities that were in force on the day; an empty list asks for none.
   */
  readonly rules?: OwnershipRuleId | OwnershipRule | readonly (OwnershipRuleId | OwnershipRule)[]
  /** Through how many statements an indicator may lead to a listed party, 1 to 6; 2 where not given. */
  readonly maxSteps?: number
  /** At most so many indicators by ties, the nearest first; 200 where not given. */
  readonly limit?: number
}

const OPTIONS = ['rules', 'maxSteps', 'limit'] as const satisfies (keyof ExposureOptions)[]
const MOST_STEPS = 6
const IDS = [...new Set(OWNERSHIP_RULES.map(({ id }) => id))]

/** Options, checked. */
export interface AskedExposure {
  readonly entity: Row
  readonly day: Day
  readonly rules: readonly OwnershipRule[]
  /** Labels of authorities whose rule is not asked for, as there was none on the day. */
  readonly withoutRule: readonly string[]
  readonly maxSteps: number
  readonly limit: number
}

/** @throws {@link StatecraftError} for what cannot be asked */
export function readExposureOptions(lens: Lens, id: string, options: ExposureOptions): AskedExposure {
  if (typeof options !== 'object' || options === null)
    fail('bad-value', 'exposure takes an object of options')
  for (const key of Object.keys(options)) oneOf(key, OPTIONS, 'option of exposure', [key])
  const { rules, maxSteps = 2, limit = 200 } = options
  if (!Number.isInteger(maxSteps) || maxSteps < 1 || maxSteps > MOST_STEPS)
    fail('bad-value', `maxSteps is a whole number, 1 to ${MOST_STEPS}`, { path: ['maxSteps'] })
  if (!Number.isInteger(limit) || limit < 1)
    fail('bad-value', 'limit is a whole number, 1 or more', { path: ['limit'] })
  const day = dayOfView(lens) ?? today()
  const given = rules === undefined ? undefined : readRules(rules, day)
  const known = IDS.filter((one) => isKnownOn(one, day))
  return {
    entity: entityRow(lens.store, id, 'entity'),
    day,
    rules: given ?? known.map((one) => ruleOn(one, day)),
    withoutRule: given ? [] : IDS.filter((one) => !known.includes(one)),
    maxSteps,
    limit,
  }
}

function readRules(rules: NonNullable<ExposureOptions['rules']>, day: Day): OwnershipRule[] {
  const read = list(rules).map((rule) =>
    typeof rule === 'object' && rule !== null
      ? checkRule(rule)
      : ruleOn(oneOf(rule, IDS, 'rule on ownership', ['rules']), day),
  )
  return read.filter((rule, i) => read.findIndex(({ id }) => id === rule.id) === i)
}

function isKnownOn(id: string, day: Day): boolean {
  return OWNERSHIP_RULES.some((rule) => rule.id === id && isInForce(rule, day))
}
