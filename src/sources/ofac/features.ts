import type { PartyFacts } from './facts'
import { keyOf } from './facts'
import { ID_TYPES } from './id-types'

/** A feature of a party, as the advanced and the enhanced XML have them: a fact, or a number. */
export interface Feature {
  /** As OFAC names it: `Birthdate`, `SWIFT/BIC`, `Secondary sanctions risk:`. */
  readonly kind: string
  readonly value: string
  /** `Confirmed`, `Reported`, `False`; undefined where nothing is said. */
  readonly reliability?: string | undefined
  readonly comment?: string | undefined
}

/**
 * Takes a feature into the facts of its party. What OFAC itself calls false is no fact, and kept in its words; so are
 * features of a kind that nobody knows.
 */
export function takeFeature({ kind, value, reliability, comment }: Feature, facts: PartyFacts): void {
  const words = `${kind} ${value}`
  if (reliability !== undefined) facts.note('reliability', `${words}: ${reliability}`)
  if (comment !== undefined) facts.note('comments', `${words}: ${comment}`)
  if (/^false$/i.test(reliability ?? '') || facts.fact(kind, value)) return
  const key = keyOf(kind)
  if (ID_TYPES.has(key) || key.startsWith('digital currency address - '))
    facts.document({ type: kind, value })
  else facts.note('other', words)
}
