import { SIGNS } from '../../../../drawing/theme'
import type { PageData } from '../../data'
import type { Standing } from '../filter'
import type { Selection } from '../fragment'
import { colour } from '../palette'
import type { Parts } from '../words'
import { bends, MOST_PARALLEL, type Pair } from './parallel'

/** What the picture shows at one time. */
export interface Scene {
  readonly standings: readonly (Standing | undefined)[]
  /** By the place of an edge. */
  readonly edges: Uint8Array
  /** By the place of an entity. */
  readonly nodes: Uint8Array
  readonly selected: Selection | undefined
}

/** How an edge is drawn at the moment: undefined where it is not. */
interface Drawn {
  readonly curvature: number
}

/** How each entity and edge is drawn, by what is shown, what is selected, and what the reader points at. */
export class Looks {
  readonly data: PageData
  /** By the place of an edge. */
  readonly parts: readonly Parts[]
  readonly pairs: readonly Pair[]
  /** By the place of an edge that may be in a bundle: its pair's. */
  readonly pairOf: ReadonlyMap<number, number>
  /** How small everything is drawn where there is much of it, to 1. */
  readonly crowd: number
  scene: Scene | undefined
  /** What is selected, and its neighbours: all else is drawn weaker. */
  near: ReadonlySet<number> | undefined
  drawn: (Drawn | undefined)[] = []
  /** By the place of a pair: how many statements its one line stands for, 0 for none. */
  bundled: number[] = []
  /** The edge or bundle that the reader points at. */
  hovered: string | undefined
  hoveredNode: number | undefined

  constructor(data: PageData, parts: readonly Parts[], pairs: readonly Pair[]) {
    this.data = data
    this.parts = parts
    this.pairs = pairs
    this.pairOf = new Map(
      pairs.flatMap(({ edges }, at) =>
        edges.length > MOST_PARALLEL ? edges.map((place) => [place, at] as const) : [],
      ),
    )
    this.crowd = Math.min(1, Math.max(0.4, Math.sqrt(300 / Math.max(1, data.nodes))))
  }

  /** Takes what is to be shown. */
  show(scene: Scene): void {
    this.scene = scene
    this.near = this.#nearTo(scene)
    this.#arrange(scene.edges)
  }

  /** Gives each edge that is shown its bend, or puts it into a bundle. */
  #arrange(shown: Uint8Array): void {
    this.drawn = []
    this.bundled = this.pairs.map(({ a, b, edges }) => {
      const there = edges.filter((place) => shown[place] === 1)
      if (there.length > MOST_PARALLEL) return there.length
      const curvatures = bends(there.length, a === b)
      for (const [i, place] of there.entries()) {
        const isAlong = this.parts[place]!.subject === a
        this.drawn[place] = { curvature: isAlong ? curvatures[i]! : -curvatures[i]! }
      }
      return 0
    })
  }

  /** What is selected, and its neighbours; undefined where all is drawn alike. */
  #nearTo({ selected, edges }: Scene): ReadonlySet<number> | undefined {
    if (!selected || (selected.kind === 'entity' && selected.place >= this.data.nodes)) return undefined
    const ends = selected.kind === 'edge' ? this.parts[selected.place]! : undefined
    const middle = ends ? [ends.subject, ends.object] : [...(this.focus() ?? [])]
    const near = new Set(middle)
    if (selected.kind === 'entity') {
      for (const [place, { subject, object }] of this.parts.entries()) {
        if (edges[place] === 1 && (subject === selected.place || object === selected.place)) {
          near.add(subject).add(object)
        }
      }
    }
    return near
  }

  /** The entities that the reader points at or looks at: what is far from them is drawn weaker. */
  focus(): ReadonlySet<number> | undefined {
    const selected = this.scene?.selected
    if (selected?.kind === 'entity') return new Set([selected.place])
    if (selected?.kind === 'pair') return new Set([selected.place, selected.other])
    return undefined
  }

  /** How an entity is drawn: for sigma. */
  node(node: string, size: number) {
    const scene = this.scene
    const place = Number(node)
    const entity = this.data.entities[place]!
    if (scene?.nodes[place] !== 1) return { hidden: true }
    const selected = scene.selected
    const edge = selected?.kind === 'edge' ? this.parts[selected.place]! : undefined
    const isSelected = this.focus()?.has(place) === true || edge?.subject === place || edge?.object === place
    const isFaded = this.near?.has(place) === false
    const paint = `${colour(entity.kind)}${isFaded ? '40' : ''}`
    return {
      kind: entity.kind,
      // Whom a source leaves unnamed is drawn hollow.
      color: entity.unnamed ? colour('paper') : paint,
      border: isSelected || entity.end ? colour('ink') : entity.unnamed ? paint : colour('paper'),
      size: size * (isSelected ? 1.25 : entity.end ? 1.15 : 1),
      zIndex: isSelected ? 2 : 1,
    }
  }

  /** How an edge or a bundle is drawn: for sigma. */
  edge(edge: string) {
    const scene = this.scene
    if (!scene) return { hidden: true }
    const isHovered = edge === this.hovered
    if (edge.startsWith('pair ')) {
      const at = Number(edge.slice(5))
      const count = this.bundled[at] ?? 0
      const { a, b } = this.pairs[at]!
      const isSelected = this.isSelectedIn(at)
      const isNear = this.near === undefined || (this.near.has(a) && this.near.has(b))
      const paint = colour(isSelected ? 'ink' : 'neutral')
      return count === 0
        ? { hidden: true }
        : {
            // A line from an entity to itself has no length.
            type: a === b ? 'curve' : 'line',
            bundle: true,
            arrow: false,
            // A pale band: it tells nothing of the levels of what is in it.
            color: `${paint}${isNear || isHovered ? '88' : '30'}`,
            size: isHovered || isSelected ? 10 : 8,
            zIndex: isSelected ? 3 : 1,
          }
    }
    const place = Number(edge)
    const drawn = this.drawn[place]
    const standing = scene.standings[place]
    if (!drawn || !standing) return { hidden: true }
    const { subject, object, relation, isInferred } = this.parts[place]!
    const { symmetric } = this.data.relations[relation]!
    const isSelected = scene.selected?.kind === 'edge' && scene.selected.place === place
    const isNear = this.isNear(place)
    const isFaded = this.near !== undefined && !isNear
    const paint = this.inkOf(place, standing)
    return {
      type: drawn.curvature === 0 && subject !== object ? 'line' : 'curve',
      curvature: drawn.curvature,
      arrow: !symmetric,
      level: standing.level,
      disputed: standing.disputed,
      inferred: isInferred,
      color: isFaded ? `${paint}40` : paint,
      size: (isSelected ? 4 : isHovered ? 3 : 1.7 * this.crowd) + (standing.disputed ? 2.4 * this.crowd : 0),
      zIndex: isSelected ? 3 : isNear ? 2 : isFaded ? 0 : 1,
    }
  }

  /** Whether the statement that the reader looks at is in a bundle. */
  isSelectedIn(pair: number): boolean {
    const selected = this.scene?.selected
    return (
      selected?.kind === 'edge' && this.pairOf.get(selected.place) === pair && (this.bundled[pair] ?? 0) > 0
    )
  }

  /** The colour of an edge: that of its relation's sign. */
  inkOf(place: number, standing: Standing): string {
    const { sign } = this.data.relations[this.parts[place]!.relation]!
    return colour(standing.level === 'denied' ? 'denied' : SIGNS[`${sign}`])
  }

  /** Whether an edge is what the reader points at or looks at, or ends there. */
  isNear(place: number): boolean {
    const selected = this.scene?.selected
    const { subject, object } = this.parts[place]!
    if (this.hovered === String(place) || this.hoveredNode === subject || this.hoveredNode === object)
      return true
    if (selected?.kind === 'entity') return selected.place === subject || selected.place === object
    if (selected?.kind === 'edge') return selected.place === place
    if (selected?.kind !== 'pair') return false
    return [subject, object].every((end) => end === selected.place || end === selected.other)
  }
}
