import { type Day, formatDay } from '../../model/days'
import { fail } from '../../model/issue'
import { readDay } from '../../query/options'

/** What a share may be a share of. */
export type Interest = 'equity' | 'votes'

/**
 * A rule by which what listed parties own falls under the measures on them, without being listed: how much, held by
 * whom, counted how.
 */
export interface OwnershipRule {
  /** Short, as `us-ofac`. Rules of one id follow each other in time. */
  readonly id: string
  /** As people say it. */
  readonly label: string
  /** Ids of those whose lists the rule extends. */
  readonly senders: readonly string[]
  /** The share that must be reached, in percent, and whether to have just that is enough. */
  readonly threshold: { readonly share: number; readonly inclusive: boolean }
  /**
   * Whether shares of several listed owners are summed. Where not, each owner counts alone, with what it holds through
   * entities that it owns by the same rule.
   */
  readonly aggregate: boolean
  /** Whether control is enough: then a statement of it leaves open whether the rule reaches the entity. */
  readonly control: boolean
  /** Of what a share counts; a share of which nothing is said counts as either. */
  readonly interests: readonly Interest[]
  /** First and last day of the rule, `YYYY-MM-DD`; unbounded where not given. */
  readonly from?: string
  readonly until?: string
  /** Where it is written. */
  readonly source: string
  /** What the verdict leaves open after a listed owner has sold. */
  readonly divestment?: string
}

const OFAC = {
  id: 'us-ofac',
  senders: ['state:US'],
  threshold: { share: 50, inclusive: true },
  control: false,
  interests: ['equity'],
} as const
const FAQ_402 =
  'OFAC counts a sale only where it took place wholly outside US jurisdiction and without US persons; what was blocked before stays blocked (FAQ 402)'
const EU = {
  id: 'eu',
  senders: ['organization:eu'],
  aggregate: true,
  control: true,
  interests: ['equity'],
} as const

/**
 * The rules on ownership of four authorities, each as it was in force.
 *
 * - United States: *Revised Guidance on Entities Owned by Persons Whose Property and Interests in Property Are Blocked*,
 *   OFAC, 13 August 2014; FAQ 398 to 402; 31 CFR 587.406. Before: the guidance of 14 February 2008, by which the shares
 *   of several parties were not summed.
 * - European Union: *EU Best Practices for the effective implementation of restrictive measures*, Council document
 *   11623/24 of 3 July 2024 (50 percent or more); before, document 8519/18 and its forerunners (more than 50 percent).
 *   They do not bind courts.
 * - United Kingdom: regulation 7 of the Russia (Sanctions) (EU Exit) Regulations 2019 and its like in other regulations,
 *   from 31 December 2020; OFSI, *UK financial sanctions: general guidance*, on ownership and control.
 * - Switzerland: SECO, *Auslegungshilfe Sanktionsmassnahmen* on article 15 of the ordinance of 4 March 2022 (SR
 *   946.231.176.72), as of 16 May 2024; before, SECO referred to the criteria of the European Union, which were the same.
 */
export const OWNERSHIP_RULES: readonly OwnershipRule[] = [
  {
    ...OFAC,
    label: 'US OFAC, 50 percent or more of one blocked owner',
    aggregate: false,
    from: '2008-02-14',
    until: '2014-08-12',
    source: 'OFAC, Guidance on Entities Owned by Persons Whose Property Is Blocked, 14 February 2008',
    divestment: FAQ_402,
  },
  {
    ...OFAC,
    label: 'US OFAC, 50 percent or more of all blocked owners together',
    aggregate: true,
    from: '2014-08-13',
    source: 'OFAC, Revised Guidance, 13 August 2014; FAQ 398–402; 31 CFR 587.406',
    divestment: FAQ_402,
  },
  {
    ...EU,
    label: 'EU, more than 50 percent of all listed owners together, or control',
    threshold: { share: 50, inclusive: false },
    until: '2024-07-02',
    source: 'Council of the EU, Best Practices, 8519/18 (not binding)',
  },
  {
    ...EU,
    label: 'EU, 50 percent or more of all listed owners together, or control',
    threshold: { share: 50, inclusive: true },
    from: '2024-07-03',
    source: 'Council of the EU, Best Practices, 11623/24, 3 July 2024 (not binding)',
  },
  {
    id: 'uk',
    label: 'UK, more than 50 percent of shares or votes of one listed owner, or control',
    senders: ['state:GB'],
    threshold: { share: 50, inclusive: false },
    aggregate: false,
    control: true,
    interests: ['equity', 'votes'],
    from: '2020-12-31',
    source: 'Russia (Sanctions) (EU Exit) Regulations 2019, regulation 7; OFSI general guidance',
  },
  {
    id: 'ch',
    label: 'Switzerland, more than 50 percent of all listed owners together, or control',
    senders: ['state:CH'],
    threshold: { share: 50, inclusive: false },
    aggregate: true,
    control: true,
    interests: ['equity'],
    from: '2022-03-04',
    source: 'SECO, Auslegungshilfe Sanktionsmassnahmen, 16 May 2024; SR 946.231.176.72, article 15',
  },
]

/** The rule of an id on a day. */
export function ruleOn(id: string, day: Day): OwnershipRule {
  const rules = OWNERSHIP_RULES.filter((rule) => rule.id === id)
  const found = rules.find((rule) => isInForce(rule, day))
  if (found) return found
  const [first] = rules
  return fail('bad-value', `no rule '${id}' was in force on ${formatDay(day)}`, {
    path: ['rule'],
    hint: `the first is of ${first?.from ?? 'no known day'}; give a rule of your own`,
  })
}

/** Whether a rule was in force on a day. */
export function isInForce({ from, until }: OwnershipRule, day: Day): boolean {
  return (
    (from === undefined || readDay(from, 'from') <= day) &&
    (until === undefined || day <= readDay(until, 'until'))
  )
}

const FIELDS = 'id label senders threshold aggregate control interests from until source divestment'.split(
  ' ',
)

/** Checks a rule of the caller's own. */
export function checkRule(rule: OwnershipRule): OwnershipRule {
  const wrong = (field: string, message: string): never =>
    fail('bad-value', message, { path: ['rule', field] })
  const unknown = Object.keys(rule).find((field) => !FIELDS.includes(field))
  if (unknown !== undefined) wrong(unknown, `a rule has no '${unknown}'`)
  const { threshold, senders, interests } = rule
  for (const field of ['id', 'label', 'source'] as const)
    if (typeof rule[field] !== 'string') wrong(field, `a rule has a ${field}, which is text`)
  if (!isList(senders) || senders.length === 0)
    wrong('senders', 'a rule names the senders whose lists it extends')
  if (typeof threshold !== 'object' || threshold === null || Array.isArray(threshold))
    wrong('threshold', 'a threshold is { share, inclusive }')
  if (!(typeof threshold.share === 'number' && threshold.share > 0 && threshold.share <= 100))
    wrong('threshold', 'a threshold is above 0 and at most 100 percent')
  for (const [field, value] of [
    ['threshold', threshold.inclusive],
    ['aggregate', rule.aggregate],
    ['control', rule.control],
  ] as const)
    if (typeof value !== 'boolean') wrong(field, `of ${field} a rule says true or false`)
  if (
    !isList(interests) ||
    interests.length === 0 ||
    interests.some((one) => one !== 'equity' && one !== 'votes')
  )
    wrong('interests', 'interests are equity, votes, or both')
  const { from, until, divestment } = rule
  if (divestment !== undefined && typeof divestment !== 'string')
    wrong('divestment', 'what a rule says of divestment is text')
  const first = from === undefined ? undefined : readDay(from, 'from')
  const last = until === undefined ? undefined : readDay(until, 'until')
  if (first !== undefined && last !== undefined && last < first)
    wrong('until', 'the rule ends before it begins')
  return rule
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
