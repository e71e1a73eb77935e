import type { Level, Method, Reliability } from '../model/claim'
import type { Day } from '../model/days'
import type { Row } from './store'

/** What a view asks for, checked and in rows and days: the plain value behind `view(…)`. */
export interface Criteria {
  // claims
  readonly sources?: ReadonlySet<Row>
  readonly asKnownOn?: { readonly day: Day; readonly by: 'published' | 'said' }
  readonly minConfidence?: number
  readonly minReliability?: Reliability
  readonly method?: ReadonlySet<Method>
  // viewpoint
  readonly viewpoint?: Row
  readonly silent?: 'include' | 'exclude'
  // statements
  readonly status?: ReadonlySet<Level>
  readonly disputed?: 'include' | 'exclude' | 'only'
  readonly relations?: ReadonlySet<string>
  readonly types?: readonly string[]
  readonly asOf?: Day
  /** Drops what is only possible, of `asOf` and `asKnownOn`. */
  readonly certain?: boolean
}

/** Why a statement is in a viewpoint. */
export type Why = 'own' | 'spokesman' | 'common-ground'
