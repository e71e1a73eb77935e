import { byCodeUnits, canonicalJson } from './canonical'
import { digest } from './id'

/** What makes a statement the one it is. */
export interface StatementKey {
  readonly relation: string
  readonly subject: string
  readonly object: string
  readonly occurrence: string
  /** Its defining qualifiers by name, statements among them by id (`stmt:…`). */
  readonly qualifiers: { readonly [qualifier: string]: unknown }
}

/** What an ontology says about the key of a statement. */
export interface KeyRules {
  /** The relation has no direction: its ends are put into order. */
  readonly symmetric?: boolean
  /** Qualifiers whose several values are a list; all others are sets. */
  readonly ordered?: ReadonlySet<string>
}

/** What makes a claim the one it is. */
export interface ClaimKey {
  readonly stance: string
  readonly by?: string | undefined
  readonly source?: string | undefined
  readonly at?: string | undefined
  readonly said?: string | undefined
}

/**
 * The two ends of a statement in the order in which they are kept: as given, or, where the relation is
 * symmetric, the smaller id first (code units).
 */
export function orderEnds(subject: string, object: string, symmetric = false): readonly [string, string] {
  return symmetric && object < subject ? [object, subject] : [subject, object]
}

/**
 * The id of a statement: `stmt:` and the {@link digest} of the canonical JSON of
 * `[relation, subject, object, occurrence, qualifiers]`, sets in code-unit order and each value once.
 *
 * @param key what the statement says; ids in their canonical form
 * @param rules what its relation says about ends and lists
 * @returns 31 characters
 *
 * @example
 * ```ts
 * const key = { relation: 'rivals', subject: 'state:US', object: 'state:KP', occurrence: '', qualifiers: {} }
 * statementId(key, { symmetric: true }) ===
 *   statementId({ ...key, subject: 'state:KP', object: 'state:US' }, { symmetric: true }) // true
 * ```
 */
export function statementId(key: StatementKey, rules: KeyRules = {}): string {
  const qualifiers: Record<string, unknown> = {}
  for (const name of Object.keys(key.qualifiers)) {
    const value = key.qualifiers[name]
    qualifiers[name] = Array.isArray(value) && !rules.ordered?.has(name) ? asSet(value) : value
  }
  const [subject, object] = orderEnds(key.subject, key.object, rules.symmetric)
  return `stmt:${digest(canonicalJson([key.relation, subject, object, key.occurrence, qualifiers]))}`
}

/**
 * The id of a claim: `claim:` and the {@link digest} of the canonical JSON of
 * `[statement, stance, by, source, at, said]`, `null` for what is not given.
 *
 * @param statement the id of the statement that it is about
 * @param claim who says what, how, where and when, as given
 * @returns 32 characters
 */
export function claimId(statement: string, claim: ClaimKey): string {
  const { stance, by = null, source = null, at = null, said = null } = claim
  return `claim:${digest(canonicalJson([statement, stance, by, source, at, said]))}`
}

function asSet(values: readonly unknown[]): unknown[] {
  const keyed = new Map(
    values.map((value) => [typeof value === 'string' ? value : canonicalJson(value), value]),
  )
  return [...keyed.keys()].sort(byCodeUnits).map((key) => keyed.get(key))
}
