import type { NodeKind } from '../../drawing/diagram'
import type { Level, Stance } from '../../model/claim'
import type { Rule } from '../../query/edge'
import type { Why } from '../../store/criteria'

/**
 * What a page shows: plain data, worked out by the library when the page is made. Things are named by their place in the
 * list of their kind; -1 is none. What there is much of stands in short rows.
 */
export interface PageData {
  readonly title: string
  /** What the view asks for, in words. */
  readonly asked: readonly string[]
  /** What was cut, or cannot be asked here, in words. */
  readonly remarks: readonly string[]
  readonly relations: readonly RelationData[]
  /** Labels of types. */
  readonly types: readonly string[]
  /** Verbs with what tells statements apart: `supplies oil`. */
  readonly verbs: readonly string[]
  readonly spans: readonly SpanRow[]
  /** First those that stand in the graph, then those that are only spoken of: sources, claimants. */
  readonly entities: readonly EntityData[]
  readonly nodes: number
  /** First those that are listed, then those on which only something inferred rests. */
  readonly statements: readonly StatementRow[]
  readonly listed: number
  readonly inferred: readonly InferredRow[]
  readonly viewpoints: readonly ViewpointData[]
  readonly view: ViewData
}

export interface ViewData {
  /** The levels that are shown where nothing else is asked. */
  readonly levels: readonly Level[]
  /** Whether the view has a viewpoint of its own: then it is the only one of the page. */
  readonly hasViewpoint: boolean
  /** Whether a date may mean "certainly": as asked on the page; always, since the view says so; or never. */
  readonly certain: 'ask' | 'always' | 'never'
  /** Days of the view itself: under "certainly" a statement holds certainly on these, too. */
  readonly days: readonly number[]
}

export interface RelationData {
  readonly name: string
  readonly label: string
  readonly sign: -1 | 0 | 1
  readonly symmetric: boolean
  readonly event: boolean
}

/** Days since 1970-01-01 from–until, first possible, then certain ones where there are any; null is unbounded. */
export type SpanRow =
  | readonly [from: number | null, until: number | null]
  | readonly [
      from: number | null,
      until: number | null,
      certainFrom: number | null,
      certainUntil: number | null,
    ]

/** A label and what it says: a field, an identifier, a detail. */
export type Fact = readonly [label: string, text: string]

export interface EntityData {
  readonly id: string
  readonly kind: NodeKind
  readonly types: readonly number[]
  readonly label: string
  /** Its other names, with their language and what they are. */
  readonly names?: readonly (readonly [text: string, about: string])[]
  readonly description?: string
  readonly facts?: readonly Fact[]
  readonly identifiers?: readonly Fact[]
  readonly sources?: readonly number[]
  /** http(s) only. */
  readonly url?: string
  /** When it was published, of a source. */
  readonly published?: string
  readonly unnamed?: true
  /** An answer begins or ends here. */
  readonly end?: true
  /** It is shown though no statement speaks of it. */
  readonly alone?: true
}

/**
 * The level's place, 8 more where it is disputed, 16 more where all that decides is our own reading; -1 where it is not
 * in the view.
 */
export type StandingCode = number

export type StatementRow = readonly [
  id: string,
  relation: number,
  subject: number,
  object: number,
  verb: number,
  standing: StandingCode,
  span: number,
  claims: readonly ClaimRow[],
  facts: readonly Fact[],
]

export type ClaimRow = readonly [
  stance: Stance,
  by: number,
  source: number,
  at: string,
  said: string,
  when: string,
  facts: readonly Fact[],
  /** It denies a wider statement, and so this one. */
  wider: 0 | 1,
]

export type InferredRow = readonly [
  relation: number,
  subject: number,
  object: number,
  verb: number,
  rests: readonly number[],
  rule: Rule,
]

export interface ViewpointData {
  readonly actor: number
  /** On how many statements its side speaks. */
  readonly speaks: number
  /**
   * Where its side speaks, or else something differs: what is not listed is in as common ground where it is asserted and
   * undisputed, and out where not.
   */
  readonly rows: readonly ViewpointRow[]
}

export type ViewpointRow = readonly [
  statement: number,
  standing: StandingCode,
  span: number,
  why: Why | '',
  /** Places of the claims that decide. */
  deciding: readonly number[],
]
