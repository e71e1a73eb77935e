import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { SIGNS } from '../../../../drawing/theme'
import type { PageData } from '../../data'
import type { Standing } from '../filter'
import type { Selection } from '../fragment'
import { colour } from '../palette'
import { counted, type Parts, partsOf, standingInWords } from '../words'
import { CurveProgram, LineProgram } from './edges'
import { type Label, Labels, short } from './labels'
import { Layout } from './layout'
import { GlyphProgram } from './nodes'
import { bends, MOST_PARALLEL, type Pair, pairsOf } from './parallel'

/** What the picture shows at one time. */
export interface Scene {
  readonly standings: readonly (Standing | undefined)[]
  /** By the place of an edge. */
  readonly edges: Uint8Array
  /** By the place of an entity. */
  readonly nodes: Uint8Array
  readonly selected: Selection | undefined
}

interface Point {
  readonly x: number
  readonly y: number
}

/** How an edge is drawn at the moment: undefined where it is not. */
interface Drawn {
  readonly curvature: number
}

/** The graph on a canvas: what is there is set by {@link Picture.show}; what the reader clicks on is called back. */
export class Picture {
  readonly #data: PageData
  readonly #graph = new MultiDirectedGraph()
  /** By the place of an edge. */
  readonly #parts: readonly Parts[]
  readonly #pairs: readonly Pair[]
  /** By the place of an edge that may be in a bundle: its pair's. */
  readonly #pairOf = new Map<number, number>()
  readonly #sigma: Sigma
  readonly #layout: Layout
  #drawn: (Drawn | undefined)[] = []
  /** By the place of a pair: how many statements its one line stands for, 0 for none. */
  #bundled: number[] = []
  #scene: Scene | undefined
  /** The edge or bundle that the reader points at. */
  #hovered: string | undefined
  #hoveredNode: number | undefined
  /** Whether all is to be drawn anew. */
  #isStale = false
  /** What was selected, and may have to be brought into view. */
  #toBeSeen: Selection | undefined

  /**
   * @param select called with what the reader clicks on; undefined for nothing
   * @throws where there is no WebGL
   */
  constructor(container: HTMLElement, data: PageData, select: (selection: Selection | undefined) => void) {
    this.#data = data
    const total = data.statements.length + data.inferred.length
    this.#parts = Array.from({ length: total }, (_, place) => partsOf(data, place))
    const isRest = (place: number) => place >= data.listed && place < data.statements.length
    const degrees = new Uint32Array(data.nodes)
    for (const [place, { subject, object }] of this.#parts.entries()) {
      if (isRest(place)) continue
      degrees[subject]!++
      if (object !== subject) degrees[object]!++
    }
    // In a crowd everybody is smaller.
    const crowd = Math.min(1, Math.max(0.3, Math.sqrt(300 / Math.max(1, data.nodes))))
    for (let place = 0; place < data.nodes; place++) {
      if (degrees[place] === 0) continue // what stands alone is listed, and not drawn
      const size = crowd * Math.min(16, 4.5 + 1.6 * Math.sqrt(degrees[place]!))
      this.#graph.addNode(String(place), { x: 0, y: 0, size })
    }
    this.#pairs = pairsOf(this.#parts.map(({ subject, object }) => [subject, object] as const)).map(
      (pair) => ({
        ...pair,
        edges: pair.edges.filter((place) => !isRest(place)),
      }),
    )
    for (const [at, { a, b, edges }] of this.#pairs.entries()) {
      // However many there are, they hold together no more than logarithmically stronger.
      const weight = (1 + Math.log(edges.length)) / edges.length
      for (const place of edges) {
        const { subject, object } = this.#parts[place]!
        this.#graph.addEdgeWithKey(String(place), String(subject), String(object), { weight })
      }
      if (edges.length > MOST_PARALLEL) {
        for (const place of edges) this.#pairOf.set(place, at)
        this.#graph.addEdgeWithKey(`pair ${at}`, String(a), String(b), { weight: 0 })
      }
    }
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      enableEdgeEvents: true,
      defaultNodeType: 'glyph',
      defaultEdgeType: 'line',
      nodeProgramClasses: { glyph: GlyphProgram },
      nodeHoverProgramClasses: { glyph: GlyphProgram },
      edgeProgramClasses: { line: LineProgram, curve: CurveProgram },
      // Labels are drawn here, so that none lies on another.
      renderLabels: false,
      renderEdgeLabels: false,
      defaultDrawNodeHover: () => undefined,
      zIndex: true,
      stagePadding: 60,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      hideEdgesOnMove: total > 20_000,
      nodeReducer: (node, attributes) => ({ ...attributes, ...this.#nodeLook(node) }),
      edgeReducer: (edge) => this.#edgeLook(edge),
    })
    this.#sigma.on('afterRender', () => {
      this.#isStale = false
      this.#drawLabels()
      // Only now is it known where things are.
      const selected = this.#toBeSeen
      this.#toBeSeen = undefined
      if (selected) this.#bringIntoView(selected)
    })
    this.#layout = new Layout(this.#graph, () => this.#redraw())
    // Of two quick clicks on different things the second is a double click to sigma, which would also zoom.
    for (const click of ['clickNode', 'doubleClickNode'] as const) {
      this.#sigma.on(click, ({ node, preventSigmaDefault }) => {
        preventSigmaDefault()
        select({ kind: 'entity', place: Number(node) })
      })
    }
    for (const click of ['clickEdge', 'doubleClickEdge'] as const) {
      this.#sigma.on(click, ({ edge, preventSigmaDefault }) => {
        preventSigmaDefault()
        select(this.#selectionAt(edge))
      })
    }
    this.#sigma.on('clickStage', () => select(undefined))
    for (const event of ['enterNode', 'leaveNode'] as const) {
      this.#sigma.on(event, ({ node }) =>
        this.#hover(undefined, event === 'enterNode' ? Number(node) : undefined, container),
      )
    }
    for (const event of ['enterEdge', 'leaveEdge'] as const) {
      this.#sigma.on(event, ({ edge }) =>
        this.#hover(event === 'enterEdge' ? edge : undefined, undefined, container),
      )
    }
  }

  /** Places everything, and shows it. */
  begin(): void {
    this.#layout.begin()
  }

  /** Whether things are being placed. */
  get isMoving(): boolean {
    return this.#layout.isRunning
  }

  /** Starts or stops placing things anew. */
  rearrange(): void {
    if (this.#layout.isRunning) this.#layout.stop()
    else this.#layout.start()
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera()
    camera.animate({ ratio: camera.ratio / factor }, { duration: 150 })
  }

  fit(): void {
    this.#sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: 200 })
  }

  /** Shows other things, or the same in another light. */
  show(scene: Scene): void {
    const isFirst = this.#scene === undefined
    const before = this.#scene?.selected
    this.#scene = scene
    this.#arrange(scene.edges)
    this.#redraw()
    if (!isFirst && scene.selected !== before) this.#toBeSeen = scene.selected
  }

  /** Gives each edge that is shown its bend, or puts it into a bundle. */
  #arrange(shown: Uint8Array): void {
    this.#drawn = []
    this.#bundled = this.#pairs.map(({ a, b, edges }) => {
      const there = edges.filter((place) => shown[place] === 1)
      if (there.length > MOST_PARALLEL) return there.length
      const curvatures = bends(there.length, a === b)
      for (const [i, place] of there.entries()) {
        const isAlong = this.#parts[place]!.subject === a
        this.#drawn[place] = { curvature: isAlong ? curvatures[i]! : -curvatures[i]! }
      }
      return 0
    })
  }

  #selectionAt(edge: string): Selection {
    if (!edge.startsWith('pair ')) return { kind: 'edge', place: Number(edge) }
    const { a, b } = this.#pairs[Number(edge.slice(5))]!
    return { kind: 'pair', place: a, other: b }
  }

  #hover(what: string | undefined, node: number | undefined, container: HTMLElement): void {
    const changed = new Set<string>()
    for (const one of [this.#hoveredNode, node]) {
      if (one !== undefined) for (const edge of this.#graph.edges(String(one))) changed.add(edge)
    }
    for (const one of [this.#hovered, what]) if (one !== undefined) changed.add(one)
    this.#hovered = what
    this.#hoveredNode = node
    container.style.cursor = what === undefined && node === undefined ? '' : 'pointer'
    // Where all is drawn anew at once, this is, too; else only what changes.
    if (!this.#isStale) {
      this.#sigma.refresh({ partialGraph: { edges: [...changed] }, skipIndexation: true, schedule: true })
    }
  }

  #redraw(): void {
    this.#isStale = true
    this.#sigma.refresh({ schedule: true })
  }

  /** The entities that the reader points at or looks at: what is far from them is drawn weaker. */
  #focus(): ReadonlySet<number> | undefined {
    const selected = this.#scene?.selected
    if (selected?.kind === 'entity') return new Set([selected.place])
    if (selected?.kind === 'pair') return new Set([selected.place, selected.other])
    return undefined
  }

  #nodeLook(node: string) {
    const scene = this.#scene
    const place = Number(node)
    const entity = this.#data.entities[place]!
    if (!scene || scene.nodes[place] !== 1) return { hidden: true }
    const selected = scene.selected
    const edge = selected?.kind === 'edge' ? this.#parts[selected.place]! : undefined
    const isSelected = this.#focus()?.has(place) === true || edge?.subject === place || edge?.object === place
    const paint = colour(entity.kind)
    return {
      kind: entity.kind,
      // Whom a source leaves unnamed is drawn hollow.
      color: entity.unnamed ? colour('paper') : paint,
      border: isSelected || entity.end ? colour('ink') : entity.unnamed ? paint : colour('paper'),
      size: this.#graph.getNodeAttribute(node, 'size') * (isSelected ? 1.25 : entity.end ? 1.15 : 1),
      zIndex: isSelected ? 2 : 1,
    }
  }

  #edgeLook(edge: string) {
    const scene = this.#scene
    if (!scene) return { hidden: true }
    const isHovered = edge === this.#hovered
    if (edge.startsWith('pair ')) {
      const at = Number(edge.slice(5))
      const count = this.#bundled[at] ?? 0
      const isSelected = scene.selected?.kind === 'edge' && this.#pairOf.get(scene.selected.place) === at
      return count === 0
        ? { hidden: true }
        : {
            bundle: true,
            arrow: false,
            color: colour(isSelected ? 'ink' : 'neutral'),
            size: isHovered || isSelected ? 8 : 6,
            zIndex: isSelected ? 3 : 1,
          }
    }
    const place = Number(edge)
    const drawn = this.#drawn[place]
    const standing = scene.standings[place]
    if (!drawn || !standing) return { hidden: true }
    const { subject, object, relation, isInferred } = this.#parts[place]!
    const { symmetric } = this.#data.relations[relation]!
    const isSelected = scene.selected?.kind === 'edge' && scene.selected.place === place
    const isNear = this.#isNear(place)
    const isFaded = scene.selected !== undefined && !isNear
    const paint = this.#inkOf(place, standing)
    return {
      type: drawn.curvature === 0 && subject !== object ? 'line' : 'curve',
      curvature: drawn.curvature,
      arrow: !symmetric,
      level: standing.level,
      disputed: standing.disputed,
      inferred: isInferred,
      color: isFaded ? `${paint}40` : paint,
      size: (isSelected ? 4 : isHovered ? 3 : 1.7) + (standing.disputed ? 2.4 : 0),
      zIndex: isSelected ? 3 : isNear ? 2 : isFaded ? 0 : 1,
    }
  }

  #inkOf(place: number, standing: Standing): string {
    const { sign } = this.#data.relations[this.#parts[place]!.relation]!
    return colour(standing.level === 'denied' ? 'denied' : SIGNS[`${sign}`])
  }

  /** Whether an edge is what the reader points at or looks at, or ends there. */
  #isNear(place: number): boolean {
    const selected = this.#scene?.selected
    const { subject, object } = this.#parts[place]!
    if (this.#hovered === String(place) || this.#hoveredNode === subject || this.#hoveredNode === object)
      return true
    if (selected?.kind === 'entity') return selected.place === subject || selected.place === object
    if (selected?.kind === 'edge') return selected.place === place
    if (selected?.kind !== 'pair') return false
    return [subject, object].every((end) => end === selected.place || end === selected.other)
  }

  #drawLabels(): void {
    const scene = this.#scene
    const context = this.#sigma.getCanvases().labels?.getContext('2d')
    if (!scene || !context) return
    const labels = new Labels(context, this.#sigma.getDimensions())
    for (const label of this.#labels(scene, labels)) labels.draw(label)
  }

  /** The labels of what is shown, the most important first. */
  *#labels(scene: Scene, room: Labels): Generator<Label> {
    const { width, height } = this.#sigma.getDimensions()
    const focus = this.#focus()
    const isInView = ({ x, y }: Point) => x > -150 && x < width + 20 && y > -20 && y < height + 20
    const later: Label[] = []
    // The entities of which most is said stand first in the data.
    for (let place = 0; place < this.#data.nodes; place++) {
      if (scene.nodes[place] !== 1) continue
      const at = this.#placeOf(place)
      if (!at || !isInView(at)) continue
      room.keepFree(at.x, at.y, at.size)
      const { label, id, end, unnamed } = this.#data.entities[place]!
      const must = focus?.has(place) === true || this.#hoveredNode === place
      const one: Label = {
        text: short(label === '' ? id : label),
        x: at.x,
        y: at.y,
        away: at.size + 5,
        size: 13,
        weight: must || end ? 650 : 500,
        ink: colour(unnamed && !must ? 'quiet' : 'ink'),
        must,
      }
      if (must || end) yield one
      else later.push(one)
    }
    const edges = this.#edgeLabels(scene, isInView)
    yield* edges.filter(({ must }) => must)
    yield* later
    yield* edges.filter(({ must }) => !must)
  }

  /** The words of the edges that the reader looks at, and where there are few or the reader is close, of others. */
  #edgeLabels(scene: Scene, isInView: (at: Point) => boolean): Label[] {
    const labels: Label[] = []
    const isClose = this.#sigma.getCamera().ratio < 0.5
    const few = scene.edges.reduce((sum, bit) => sum + bit, 0) <= 30
    const add = (from: number, to: number, curvature: number, text: string, ink: string, must: boolean) => {
      const [a, b] = [this.#placeOf(from), this.#placeOf(to)]
      if (!a || !b) return
      const [dx, dy] = [b.x - a.x, b.y - a.y]
      if (!must && from !== to && Math.hypot(dx, dy) < 60) return
      // On the screen y goes down: the left of the way is where it is, turned the other way.
      const x = (a.x + b.x) / 2 + (dy * curvature) / 2
      const y = (a.y + b.y) / 2 - (dx * curvature) / 2 - (from === to ? a.size * 1.6 + 24 : 0)
      if (isInView({ x, y }))
        labels.push({ text: short(text, 60), x, y, away: 0, size: 11, weight: 500, ink, must })
    }
    for (const [place, drawn] of this.#drawn.entries()) {
      const standing = scene.standings[place]
      if (!drawn || !standing) continue
      const isNear = this.#isNear(place)
      if (!isNear && !isClose && !few) continue
      const { subject, object, verb } = this.#parts[place]!
      const plain = standing.level === 'asserted' && !standing.disputed && !standing.derived
      const isPointed =
        this.#hovered === String(place) || (scene.selected?.kind === 'edge' && scene.selected.place === place)
      add(
        subject,
        object,
        drawn.curvature,
        plain ? verb : `${verb} · ${standingInWords(standing)}`,
        this.#inkOf(place, standing),
        isPointed,
      )
    }
    for (const [at, count] of this.#bundled.entries()) {
      const { a, b } = this.#pairs[at]!
      if (count > 0) add(a, b, 0, counted(count, 'statement'), colour('ink'), this.#hovered === `pair ${at}`)
    }
    return labels
  }

  /** Where an entity is on the screen, and how large. */
  #placeOf(entity: number): (Point & { readonly size: number }) | undefined {
    const data = this.#sigma.getNodeDisplayData(String(entity))
    if (!data || data.hidden) return undefined
    return { ...this.#sigma.framedGraphToViewport(data), size: this.#sigma.scaleSize(data.size) }
  }

  #bringIntoView(selected: Selection): void {
    const place = selected.kind === 'edge' ? this.#parts[selected.place]!.subject : selected.place
    const at = this.#sigma.getNodeDisplayData(String(place))
    if (!at || at.hidden) return
    const { x, y } = this.#sigma.framedGraphToViewport(at)
    const { width, height } = this.#sigma.getDimensions()
    const isInView = x > 40 && x < width - 120 && y > 40 && y < height - 40
    if (!isInView) this.#sigma.getCamera().animate({ x: at.x, y: at.y }, { duration: 250 })
  }
}
