import { Problem } from './problem'

/**
 * How a claim is made.
 *
 * - `asserts`: as fact
 * - `alleges`: an interested party's charge, or put forward as not established
 * - `announces`: the actor itself says that it will, or intends to
 * - `predicts`: somebody else's forecast, or "may"
 * - `denies`: says that it is not so
 */
export type Stance = 'asserts' | 'alleges' | 'announces' | 'predicts' | 'denies'

/** All stances, strongest first; `denies` last. */
export const STANCES = ['asserts', 'alleges', 'announces', 'predicts', 'denies'] as const satisfies Stance[]

/** The strongest stance among the claims that count; `denied` where there are denials only. */
export type Level = 'asserted' | 'alleged' | 'announced' | 'predicted' | 'denied'

/** All levels, strongest first: the level at place `i` comes from the stance at place `i`. */
export const LEVELS = ['asserted', 'alleged', 'announced', 'predicted', 'denied'] as const satisfies Level[]

/** How the claim was found: by a person, by a machine, or as our own reading of what is stated. */
export const METHODS = ['human', 'machine', 'derived'] as const
export type Method = (typeof METHODS)[number]

/** Reliability of a source in the Admiralty code (NATO AJP-2.1): A completely reliable … F cannot be judged. */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Reliability = (typeof RELIABILITIES)[number]

/**
 * Words of estimative probability and their ranges in percent: ICD 203 (Office of the Director of National
 * Intelligence, *Analytic Standards*, 2 January 2015), §D.6.e(2)(a).
 */
export const LIKELIHOODS = {
  'almost-no-chance': [1, 5],
  'very-unlikely': [5, 20],
  unlikely: [20, 45],
  'roughly-even-chance': [45, 55],
  likely: [55, 80],
  'very-likely': [80, 95],
  'almost-certain': [95, 99],
} as const satisfies Record<string, readonly [number, number]>

/** A likelihood as its claimant gave it: a word of ICD 203, or a range in percent. */
export type Likelihood = keyof typeof LIKELIHOODS | readonly [low: number, high: number]

/** What every claim may say; the details of its relation stand beside these. */
export interface ClaimBase {
  readonly stance: Stance
  /** The actor who claims it; where not given, the publisher of the source. */
  readonly by?: string
  /** The source (an entity of type Source) in which it stands. */
  readonly source?: string
  /** Where in the source: `§14`, a page, a list entry. */
  readonly at?: string
  /** The actor who passed it on. */
  readonly via?: string
  /** EDTF: when it was said; where not given, when the source was published. */
  readonly said?: string
  /** EDTF: from when it no longer counts. */
  readonly withdrawn?: string
  /** How likely the claimant finds it. */
  readonly likelihood?: Likelihood
  /** 0–1: how far the recorder trusts it. */
  readonly confidence?: number
  /** 1 (confirmed) – 6 (cannot be judged): credibility in the Admiralty code (NATO AJP-2.1). */
  readonly credibility?: 1 | 2 | 3 | 4 | 5 | 6
  /** `human` where not given. */
  readonly method?: Method
  /** Fields of foreign data that the ontology does not know. */
  readonly extra?: { readonly [field: string]: unknown }
}

/** The keys of {@link ClaimBase}, in the order in which records are written. */
export const CLAIM_FIELDS = [
  'stance',
  'by',
  'source',
  'at',
  'via',
  'said',
  'withdrawn',
  'likelihood',
  'confidence',
  'credibility',
  'method',
] as const satisfies (keyof ClaimBase)[]

/** Reads a likelihood: a word of ICD 203, or `[low, high]` in percent. */
export function readLikelihood(value: unknown): Likelihood | Problem {
  if (typeof value === 'string' && Object.hasOwn(LIKELIHOODS, value)) return value as keyof typeof LIKELIHOODS // checked
  const range = readRange(value, 100)
  return range instanceof Problem
    ? new Problem(
        'a likelihood is a word of ICD 203 or a range in percent',
        Object.keys(LIKELIHOODS).join(', '),
      )
    : range
}

/** Reads `[low, high]` or one number, within 0 and a greatest value, as a range. */
export function readRange(value: unknown, most: number): readonly [number, number] | Problem {
  const [low, high] = Array.isArray(value) && value.length === 2 ? value : [value, value]
  return typeof low === 'number' && typeof high === 'number' && low >= 0 && low <= high && high <= most
    ? [low, high]
    : new Problem(`a range is a number or [low, high] within 0 and ${most}`)
}
