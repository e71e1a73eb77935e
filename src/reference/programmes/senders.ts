import { parseWhen } from '../../model/edtf'
import { Problem } from '../../model/problem'
import { COMPILED } from './source'
import { type CountryMeasures, countryMeasuresTable, type Programme, programmeTable } from './tables'

/** What a sender has on one target, under one programme. */
export interface MeasuresOn {
  /** The id of the jurisdiction. */
  readonly target: string
  /** The id of the programme. */
  readonly programme: string
  /** The id of the agency that issued it. */
  readonly authority: string
  /** Of the core's list `measure`. */
  readonly measures: readonly string[]
  /** `comprehensive` or `partial`. */
  readonly scope: string
  /** The legal acts, as cited. */
  readonly legalBasis: string
}

/** A sender of whom the data say that it has measures on each of the targets. */
export interface Sanctioning {
  /** The id of a state or organisation. */
  readonly sender: string
  readonly on: readonly MeasuresOn[]
}

/**
 * Why the data do not say whether a sender has measures on a country.
 *
 * - `lists`: its programmes over the country are not known to do more than to list parties
 * - `no-territory`: it has an act for sanctions on any country, and the data do not say on which
 * - `silent`: no programme of it names the country
 */
export type WhyUnsaid = 'lists' | 'no-territory' | 'silent'

/** A sender of whom the data cannot say whether it has measures on all of the targets. */
export interface Unsaid {
  /** The id of a state or organisation. */
  readonly sender: string
  /** The targets that it is said to have measures on. */
  readonly on: readonly MeasuresOn[]
  /** The others, and why nothing is said. */
  readonly unsaid: readonly {
    readonly target: string
    readonly why: WhyUnsaid
    /** The programmes that are about it, or that may be. */
    readonly programmes: readonly string[]
  }[]
}

/** Who has measures on all of some countries, and of whom that cannot be told. */
export interface WhoSanctions {
  readonly sanctioning: readonly Sanctioning[]
  readonly cannotSay: readonly Unsaid[]
}

/**
 * Which states and organisations have measures on each of some countries as such, with which measures, under which
 * programmes; and of which senders the data cannot say. Nobody is said to have none: what the data do not have is not
 * known. Neither are states that issue no programme in the data, which are in neither list.
 *
 * Senders whose programmes are only notices and enforcement are left out, and so are the targets themselves, and
 * programmes and measures that have ended.
 *
 * @param targets ids of jurisdictions, as `state:IR`
 * @returns senders in code-unit order; `sanctioning` is the same as what a pattern of `sanctions` statements finds in
 *   a graph of `programmes()`
 *
 * @example
 * ```ts
 * import { whoSanctions } from 'statecraft/reference'
 *
 * const { sanctioning, cannotSay } = whoSanctions(['state:IR', 'state:KP'])
 * sanctioning.map(({ sender }) => sender)
 * // ['organization:eu', 'organization:un', 'state:AU', 'state:CH', 'state:GB', 'state:US']
 * cannotSay.find(({ sender }) => sender === 'state:CA')?.unsaid[0]
 * // { target: 'state:IR', why: 'lists', programmes: ['programme:CA-NRO'] }
 * ```
 */
export function whoSanctions(targets: readonly string[]): WhoSanctions {
  const asked = [...new Set(targets)]
  const inForce = programmeTable().filter(
    ({ kind, status, issuer }) => status === 'active' && issuer.sender !== '' && !NO_SANCTIONS.has(kind),
  )
  const rows = countryMeasuresTable().filter(goesOn)
  const sanctioning: Sanctioning[] = []
  const cannotSay: Unsaid[] = []
  for (const sender of [...new Set(inForce.map(({ issuer }) => issuer.sender))].sort()) {
    if (asked.includes(sender)) continue
    const own = inForce.filter(({ issuer }) => issuer.sender === sender)
    const on = asked.flatMap((target) => measuresOn(target, own, rows))
    const missing = asked.filter((target) => !on.some((one) => one.target === target))
    if (missing.length === 0) sanctioning.push({ sender, on })
    else
      cannotSay.push({ sender, on, unsaid: missing.map((target) => ({ target, ...whyUnsaid(target, own) })) })
  }
  return { sanctioning, cannotSay }
}

/** Whether measures go on as far as the data speak: where their act dates their end, it lies after that day. */
function goesOn({ when }: CountryMeasures): boolean {
  const [days, compiled] = [when === '' ? undefined : parseWhen(when), parseWhen(COMPILED)]
  if (days === undefined || days instanceof Problem || compiled instanceof Problem) return true
  return days.possible.until >= compiled.possible.from
}

/** Kinds of programmes that are no sanctions, nor like them. */
const NO_SANCTIONS: ReadonlySet<string> = new Set(['notice', 'enforcement'])

function measuresOn(
  target: string,
  programmes: readonly Programme[],
  rows: readonly CountryMeasures[],
): MeasuresOn[] {
  return programmes.flatMap(({ key, id, issuer }) =>
    rows
      .filter((row) => row.programme === key && row.target === target)
      .map(({ measures, scope, legalBasis }) => ({
        target,
        programme: id,
        authority: issuer.id,
        measures,
        scope,
        legalBasis,
      })),
  )
}

function whyUnsaid(
  target: string,
  programmes: readonly Programme[],
): { readonly why: WhyUnsaid; readonly programmes: readonly string[] } {
  const about = programmes.filter(({ concerns }) => concerns.includes(target))
  if (about.length > 0) return { why: 'lists', programmes: about.map(({ id }) => id) }
  const general = programmes.filter(({ general }) => general)
  return { why: general.length > 0 ? 'no-territory' : 'silent', programmes: general.map(({ id }) => id) }
}
