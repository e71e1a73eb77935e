import type { Level } from '../model/claim'

/** What kinds of entities a picture tells apart, by shape and colour. */
export const NODE_KINDS = [
  'jurisdiction',
  'organization',
  'person',
  'actor',
  'thing',
  'asset',
  'instrument',
  'event',
  'place',
  'source',
] as const
export type NodeKind = (typeof NODE_KINDS)[number]

/** An entity in a picture. */
export interface DiagramNode {
  readonly id: string
  readonly label: string
  readonly kind: NodeKind
  /** Lines of the tooltip. */
  readonly notes: readonly string[]
  /** Whether an answer begins or ends here: drawn stronger. */
  readonly isEnd?: boolean
  /** Whether it stands for an actor whom a source leaves unnamed: drawn weaker. */
  readonly isUnnamed?: boolean
}

/** A statement in a picture, or what follows from several. */
export interface DiagramEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: string
  /** False where neither end is the first, as of a meeting: no arrowhead. */
  readonly isDirected: boolean
  /** The polarity of the relation. */
  readonly sign: -1 | 0 | 1
  readonly level: Level
  readonly disputed: boolean
  /** Whether nobody states it: it follows from others. */
  readonly isInferred: boolean
  /** Lines of the tooltip: its standing, dates, claimants. */
  readonly notes: readonly string[]
}

/** What a picture shows: plain data, with words in the languages asked for. */
export interface Diagram {
  /** What the picture is, for those who do not see it. */
  readonly title: string
  /** What is not in it, or why there is nothing: it stands below. */
  readonly remarks?: readonly string[]
  /** Each once; every end of an edge is among them. */
  readonly nodes: readonly DiagramNode[]
  readonly edges: readonly DiagramEdge[]
}

/** How a picture is drawn. */
export interface PictureOptions {
  /** Colours for a light or a dark page; `auto`, where not given, follows the reader's. */
  readonly theme?: 'auto' | 'light' | 'dark'
  /** Where edges lead: to the right, where not given, or down. */
  readonly flow?: 'right' | 'down'
  /** Whether what shapes and lines mean stands below; true where not given. */
  readonly legend?: boolean
}
