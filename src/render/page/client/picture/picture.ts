import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { SIGNS } from '../../../../drawing/theme'
import type { PageData } from '../../data'
import type { Standing } from '../filter'
import type { Selection } from '../fragment'
import { colour } from '../palette'
import { counted, partsOf, standingInWords } from '../words'
import { CurveProgram } from './edges'
import { drawEdgeLabel, drawNodeHover, drawNodeLabel } from './labels'
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

/** How an edge is drawn at the moment: undefined where it is not. */
interface Drawn {
  readonly curvature: number
}

/** The graph on a canvas: what is there is set by {@link Picture.show}; what the reader clicks on is called back. */
export class Picture {
  readonly #data: PageData
  readonly #graph = new MultiDirectedGraph()
  readonly #pairs: readonly Pair[]
  readonly #sigma: Sigma
  readonly #layout: Layout
  #drawn: (Drawn | undefined)[] = []
  /** By the place of a pair: how many statements its one line stands for, 0 for none. */
  #bundled: number[] = []
  #scene: Scene | undefined
  #hovered: string | undefined

  /**
   * @param select called with what the reader clicks on; undefined for nothing
   * @throws where there is no WebGL
   */
  constructor(container: HTMLElement, data: PageData, select: (selection: Selection | undefined) => void) {
    this.#data = data
    const total = data.statements.length + data.inferred.length
    const parts = Array.from({ length: total }, (_, place) => partsOf(data, place))
    const isRest = (place: number) => place >= data.listed && place < data.statements.length
    const degrees = new Uint32Array(data.nodes)
    for (const [place, { subject, object }] of parts.entries()) {
      if (isRest(place)) continue
      degrees[subject]!++
      if (object !== subject) degrees[object]!++
    }
    for (let place = 0; place < data.nodes; place++) {
      if (degrees[place] === 0) continue // what stands alone is listed, and not drawn
      const size = Math.min(16, 4.5 + 1.6 * Math.sqrt(degrees[place]!))
      this.#graph.addNode(String(place), { x: 0, y: 0, size })
    }
    this.#pairs = pairsOf(parts.map(({ subject, object }) => [subject, object] as const)).map((pair) => ({
      ...pair,
      edges: pair.edges.filter((place) => !isRest(place)),
    }))
    for (const [at, { a, b, edges }] of this.#pairs.entries()) {
      // However many there are, they hold together no more than logarithmically stronger.
      const weight = (1 + Math.log(edges.length)) / edges.length
      for (const place of edges) {
        const { subject, object } = parts[place]!
        this.#graph.addEdgeWithKey(String(place), String(subject), String(object), { weight })
      }
      if (edges.length > MOST_PARALLEL) {
        this.#graph.addEdgeWithKey(`pair ${at}`, String(a), String(b), { weight: 0 })
      }
    }
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      enableEdgeEvents: true,
      defaultNodeType: 'glyph',
      defaultEdgeType: 'curve',
      nodeProgramClasses: { glyph: GlyphProgram },
      nodeHoverProgramClasses: { glyph: GlyphProgram },
      edgeProgramClasses: { curve: CurveProgram },
      defaultDrawNodeLabel: drawNodeLabel,
      defaultDrawNodeHover: drawNodeHover,
      defaultDrawEdgeLabel: drawEdgeLabel,
      renderEdgeLabels: true,
      labelSize: 13,
      edgeLabelSize: 11,
      labelDensity: 1.5,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: this.#graph.order > 400 ? 7 : 4,
      zIndex: true,
      stagePadding: 60,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      hideEdgesOnMove: total > 20_000,
      nodeReducer: (node) => this.#nodeLook(node),
      edgeReducer: (edge) => this.#edgeLook(edge),
    })
    this.#layout = new Layout(this.#graph, () => this.#sigma.refresh({ schedule: true }))
    this.#sigma.on('clickNode', ({ node }) => select({ kind: 'entity', place: Number(node) }))
    this.#sigma.on('clickEdge', ({ edge }) => select(this.#selectionAt(edge)))
    this.#sigma.on('clickStage', () => select(undefined))
    for (const event of ['enterNode', 'leaveNode'] as const) {
      this.#sigma.on(event, ({ node }) => this.#hover(event === 'enterNode' ? node : undefined, container))
    }
    for (const event of ['enterEdge', 'leaveEdge'] as const) {
      this.#sigma.on(event, ({ edge }) => this.#hover(event === 'enterEdge' ? edge : undefined, container))
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
    this.#sigma.refresh({ schedule: true })
    if (!isFirst && scene.selected && scene.selected !== before) this.#bringIntoView(scene.selected)
  }

  /** Gives each edge that is shown its bend, or puts it into a bundle. */
  #arrange(shown: Uint8Array): void {
    this.#drawn = []
    this.#bundled = this.#pairs.map(({ a, b, edges }) => {
      const there = edges.filter((place) => shown[place] === 1)
      if (there.length > MOST_PARALLEL) return there.length
      const curvatures = bends(there.length, a === b)
      for (const [i, place] of there.entries()) {
        const isAlong = partsOf(this.#data, place).subject === a
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

  #hover(what: string | undefined, container: HTMLElement): void {
    this.#hovered = what
    container.style.cursor = what === undefined ? '' : 'pointer'
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
    const edge = selected?.kind === 'edge' ? partsOf(this.#data, selected.place) : undefined
    const isSelected =
      this.#focus()?.has(place) === true || edge?.subject === place || edge?.object === place
    const paint = colour(entity.kind)
    const label = entity.label === '' ? entity.id : entity.label
    return {
      label,
      kind: entity.kind,
      // Whom a source leaves unnamed is drawn hollow.
      color: entity.unnamed ? colour('paper') : paint,
      border: isSelected || entity.end ? colour('ink') : entity.unnamed ? paint : colour('paper'),
      size: this.#graph.getNodeAttribute(node, 'size') * (isSelected ? 1.35 : entity.end ? 1.2 : 1),
      isEnd: entity.end === true,
      forceLabel: isSelected || entity.end === true,
      highlighted: isSelected,
      zIndex: isSelected ? 2 : 1,
    }
  }

  #edgeLook(edge: string) {
    const scene = this.#scene
    if (!scene) return { hidden: true }
    const isHovered = edge === this.#hovered
    if (edge.startsWith('pair ')) {
      const count = this.#bundled[Number(edge.slice(5))] ?? 0
      return count === 0
        ? { hidden: true }
        : {
            bundle: true,
            arrow: false,
            color: colour('neither'),
            size: isHovered ? 7 : 5,
            label: counted(count, 'statement'),
            forceLabel: isHovered || this.#graph.size < 400,
          }
    }
    const place = Number(edge)
    const drawn = this.#drawn[place]
    const standing = scene.standings[place]
    if (!drawn || !standing) return { hidden: true }
    const { subject, object, relation, verb, isInferred } = partsOf(this.#data, place)
    const { sign, symmetric } = this.#data.relations[relation]!
    const { selected } = scene
    const focus = this.#focus()
    const isSelected = selected?.kind === 'edge' && selected.place === place
    const isNear = isSelected || isHovered || focus?.has(subject) === true || focus?.has(object) === true
    const touchesHovered = this.#hovered === String(subject) || this.#hovered === String(object)
    const isFaded = selected !== undefined && !isNear && !touchesHovered
    const paint = colour(standing.level === 'denied' ? 'denied' : SIGNS[`${sign}`])
    return {
      curvature: drawn.curvature,
      arrow: !symmetric,
      level: standing.level,
      disputed: standing.disputed,
      inferred: isInferred,
      color: isFaded ? `${paint}40` : paint,
      ink: paint,
      size: (isSelected ? 4 : isHovered ? 3 : 1.7) + (standing.disputed ? 2.4 : 0),
      label: `${verb}${standing.level === 'asserted' && !standing.disputed ? '' : ` · ${standingInWords(standing)}`}`,
      forceLabel: isNear || touchesHovered,
      hasLabel: isNear || touchesHovered,
      zIndex: isSelected ? 3 : isNear ? 2 : isFaded ? 0 : 1,
    }
  }

  #bringIntoView(selected: Selection): void {
    const place = selected.kind === 'edge' ? partsOf(this.#data, selected.place).subject : selected.place
    const at = this.#sigma.getNodeDisplayData(String(place))
    if (!at || at.hidden) return
    const { x, y } = this.#sigma.framedGraphToViewport(at)
    const { width, height } = this.#sigma.getDimensions()
    const isInView = x > 40 && x < width - 120 && y > 40 && y < height - 40
    if (!isInView) this.#sigma.getCamera().animate({ x: at.x, y: at.y }, { duration: 250 })
  }
}
