import { RELIABILITIES, type Reliability } from '../model/claim'
import type { Day } from '../model/days'
import { parseWhen } from '../model/edtf'
import { Problem } from '../model/problem'
import type { StoredWhen } from './dates'
import type { Row, Store } from './store'

interface SourceFacts {
  readonly publisher: Row
  readonly published: StoredWhen | undefined
  readonly coverageEnd: Day | undefined
  readonly reliability: Reliability | undefined
}

const NO_FIELDS: { readonly [field: string]: unknown } = {}
const UNKNOWN: SourceFacts = {
  publisher: 0,
  published: undefined,
  coverageEnd: undefined,
  reliability: undefined,
}

/** Who answers for a claim, and when it was made: as given, else as its source says. */
export class Provenance {
  readonly #store: Store
  readonly #sources = new Map<Row, SourceFacts>()
  #version = -1

  constructor(store: Store) {
    this.#store = store
  }

  /** The claimant: as given, else the publisher of the source; 0 where nobody is known. */
  claimant(claim: Row): Row {
    const { by, source } = this.#store.claims.columns
    return by[claim]! || this.#facts(source[claim]!).publisher
  }

  /** When the claim was made: as given, else when its source was published. */
  said(claim: Row): StoredWhen | undefined {
    return this.#given(claim) ?? this.#facts(this.#store.claims.columns.source[claim]!).published
  }

  /** When the claim could be known: when its source was published; where there is no source, when it was made. */
  published(claim: Row): StoredWhen | undefined {
    const source = this.#store.claims.columns.source[claim]!
    return source === 0 ? this.#given(claim) : this.#facts(source).published
  }

  /** The last day that a claim can speak for. */
  reach(claim: Row): Day | undefined {
    const facts = this.#facts(this.#store.claims.columns.source[claim]!)
    return facts.coverageEnd ?? this.said(claim)?.possible.from
  }

  /** Admiralty reliability of the source; F (cannot be judged) where none is stated. */
  reliability(claim: Row): Reliability {
    return this.#facts(this.#store.claims.columns.source[claim]!).reliability ?? 'F'
  }

  #given(claim: Row): StoredWhen | undefined {
    return this.#store.dates.get(this.#store.claims.columns.said[claim]!)
  }

  #facts(source: Row): SourceFacts {
    if (source === 0) return UNKNOWN
    if (this.#version !== this.#store.version) {
      this.#version = this.#store.version
      this.#sources.clear()
    }
    let facts = this.#sources.get(source)
    if (!facts) {
      const record = this.#store.entity(source)
      const { publisher, published, coverage, reliability } = record ?? NO_FIELDS
      const coverageEnd = whenOf(coverage)?.possible.until
      facts = {
        publisher: typeof publisher === 'string' ? this.#store.findEntity(publisher) : 0,
        published: whenOf(published),
        coverageEnd: coverageEnd !== undefined && Number.isFinite(coverageEnd) ? coverageEnd : undefined,
        reliability: RELIABILITIES.find((r) => r === reliability),
      }
      this.#sources.set(source, facts)
    }
    return facts
  }
}

function whenOf(value: unknown): StoredWhen | undefined {
  const when = typeof value === 'string' ? parseWhen(value) : undefined
  return when instanceof Problem ? undefined : when
}
