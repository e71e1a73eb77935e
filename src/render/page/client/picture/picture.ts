import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import type { PageData } from '../../data'
import type { Selection } from '../fragment'
import { partsOf } from '../words'
import { captions, type View } from './captions'
import { CurveProgram, LineProgram } from './edges'
import { Labels } from './labels'
import { Layout } from './layout'
import { Looks, type Scene } from './looks'
import { GlyphProgram } from './nodes'
import { MOST_PARALLEL, pairsOf } from './parallel'

/** The graph on a canvas: what is there is set by {@link Picture.show}; what the reader clicks on is called back. */
export class Picture {
  readonly #graph = new MultiDirectedGraph()
  readonly #looks: Looks
  readonly #sigma: Sigma
  readonly #layout: Layout
  /** Whether all is to be drawn anew. */
  #isStale = false
  /** What was selected, and may have to be brought into view. */
  #toBeSeen: Selection | undefined

  /**
   * @param select called with what the reader clicks on; undefined for nothing
   * @throws where there is no WebGL
   */
  constructor(container: HTMLElement, data: PageData, select: (selection: Selection | undefined) => void) {
    const total = data.statements.length + data.inferred.length
    const parts = Array.from({ length: total }, (_, place) => partsOf(data, place))
    const isRest = (place: number) => place >= data.listed && place < data.statements.length
    const degrees = new Uint32Array(data.nodes)
    for (const [place, { subject, object }] of parts.entries()) {
      if (isRest(place)) continue
      degrees[subject]!++
      if (object !== subject) degrees[object]!++
    }
    const pairs = pairsOf(parts.map(({ subject, object }) => [subject, object] as const)).map((pair) => ({
      ...pair,
      edges: pair.edges.filter((place) => !isRest(place)),
    }))
    this.#looks = new Looks(data, parts, pairs)
    for (let place = 0; place < data.nodes; place++) {
      if (degrees[place] === 0) continue // what stands alone is listed, and not drawn
      const size = this.#looks.crowd * Math.min(16, 4.5 + 1.6 * Math.sqrt(degrees[place]!))
      this.#graph.addNode(String(place), { x: 0, y: 0, size })
    }
    for (const [at, { a, b, edges }] of pairs.entries()) {
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
    const looks = this.#looks
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
      nodeReducer: (node, attributes) => ({ ...attributes, ...looks.node(node, attributes.size) }),
      edgeReducer: (edge) => looks.edge(edge),
    })
    this.#sigma.on('afterRender', () => {
      this.#isStale = false
      this.#drawLabels()
      // Only now is it known where things are.
      const selected = this.#toBeSeen
      this.#toBeSeen = undefined
      if (selected) this.#bringIntoView(selected)
    })
    // The canvas changes its size with the legend below it, too.
    new ResizeObserver(() => this.#redraw()).observe(container)
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
    const before = this.#looks.scene
    this.#looks.show(scene)
    this.#redraw()
    if (before && scene.selected !== before.selected) this.#toBeSeen = scene.selected
  }

  #selectionAt(edge: string): Selection {
    if (!edge.startsWith('pair ')) return { kind: 'edge', place: Number(edge) }
    const { a, b } = this.#looks.pairs[Number(edge.slice(5))]!
    return { kind: 'pair', place: a, other: b }
  }

  #hover(what: string | undefined, node: number | undefined, container: HTMLElement): void {
    const changed = new Set<string>()
    for (const one of [this.#looks.hoveredNode, node]) {
      if (one !== undefined) for (const edge of this.#graph.edges(String(one))) changed.add(edge)
    }
    for (const one of [this.#looks.hovered, what]) if (one !== undefined) changed.add(one)
    this.#looks.hovered = what
    this.#looks.hoveredNode = node
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

  #drawLabels(): void {
    const context = this.#sigma.getCanvases().labels?.getContext('2d')
    if (!context) return
    const area = this.#sigma.getDimensions()
    const labels = new Labels(context, area)
    const { ratio } = this.#sigma.getCamera()
    const view = { ...area, ratio, placeOf: (entity: number) => this.#placeOf(entity) }
    for (const label of captions(this.#looks, view, labels)) labels.draw(label)
  }

  /** Where an entity is on the screen, and how large. */
  #placeOf(entity: number): ReturnType<View['placeOf']> {
    const data = this.#sigma.getNodeDisplayData(String(entity))
    if (!data || data.hidden) return undefined
    return { ...this.#sigma.framedGraphToViewport(data), size: this.#sigma.scaleSize(data.size) }
  }

  #bringIntoView(selected: Selection): void {
    const place = selected.kind === 'edge' ? this.#looks.parts[selected.place]!.subject : selected.place
    const at = this.#sigma.getNodeDisplayData(String(place))
    if (!at || at.hidden) return
    const { x, y } = this.#sigma.framedGraphToViewport(at)
    const { width, height } = this.#sigma.getDimensions()
    const isInView = x > 40 && x < width - 120 && y > 40 && y < height - 40
    if (!isInView) this.#sigma.getCamera().animate({ x: at.x, y: at.y }, { duration: 250 })
  }
}
