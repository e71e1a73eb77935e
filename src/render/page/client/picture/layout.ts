import type Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import defaults from 'graphology-layout-forceatlas2/defaults'
import iterate from 'graphology-layout-forceatlas2/iterate'
import Supervisor from 'graphology-layout-forceatlas2/worker'

/** What a node and an edge take in the arrays of ForceAtlas2. */
const NODE = 10
const EDGE = 3
/** In one go, ms: the page answers in between. */
const SLICE = 12

/** Places the nodes of a graph by ForceAtlas2: first in a fixed number of steps, then for as long as asked. */
export class Layout {
  readonly #graph: Graph
  readonly #moved: () => void
  readonly #settings: object
  #timer = 0
  #supervisor: Supervisor | undefined
  #isRunning = false

  /** @param moved called when nodes have moved */
  constructor(graph: Graph, moved: () => void) {
    this.#graph = graph
    this.#moved = moved
    this.#settings = {
      ...defaults,
      ...forceAtlas2.inferSettings(graph.order),
      barnesHutOptimize: graph.order > 400,
      // Leaves spread around their hub, and what is joined to nothing else stays near.
      outboundAttractionDistribution: graph.order <= 2000,
      strongGravityMode: true,
      gravity: 0.08,
      scalingRatio: 12,
    }
  }

  get isRunning(): boolean {
    return this.#isRunning
  }

  /** Begins from a circle and takes as many steps as a graph of this size needs: the same each time. */
  begin(): void {
    const { order } = this.#graph
    let i = 0
    this.#graph.updateEachNodeAttributes(
      (_, attributes) => {
        // The golden angle keeps neighbours in the list apart.
        const angle = 2.399963 * i
        const radius = 10 * Math.sqrt(++i)
        return { ...attributes, x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
      },
      { attributes: ['x', 'y'] },
    )
    this.#run(order > 2000 ? 120 : order > 400 ? 250 : 500)
  }

  /** Goes on until it is stopped, beside the page where that is allowed. */
  start(): void {
    this.stop()
    this.#isRunning = true
    try {
      this.#supervisor = new Supervisor(this.#graph, { settings: this.#settings, getEdgeWeight: 'weight' })
      // A worker that is refused may say so only later.
      const { worker } = this.#supervisor as unknown as { readonly worker?: Worker } // the boundary: not in its types
      worker?.addEventListener('error', (event) => {
        event.preventDefault()
        this.#dropWorker()
        if (this.#isRunning) this.#run(Number.POSITIVE_INFINITY)
      })
      this.#supervisor.start()
    } catch {
      this.#dropWorker()
      this.#run(Number.POSITIVE_INFINITY)
    }
  }

  stop(): void {
    this.#isRunning = false
    clearTimeout(this.#timer)
    this.#dropWorker()
  }

  #dropWorker(): void {
    this.#supervisor?.kill()
    this.#supervisor = undefined
  }

  #run(steps: number): void {
    clearTimeout(this.#timer)
    this.#isRunning = true
    const [nodes, edges] = this.#arrays()
    let left = steps
    const apart = Number.isFinite(steps) ? steps * 0.3 : 0
    let drawn = 0
    const slice = () => {
      const began = performance.now()
      while (left > 0 && performance.now() - began < SLICE) {
        // At the end, what lies too close to each other is moved apart.
        iterate(left > apart ? this.#settings : { ...this.#settings, adjustSizes: true }, nodes, edges)
        left--
      }
      if (left > 0) this.#timer = window.setTimeout(slice)
      else this.#isRunning = false
      // To draw much takes longer than to move it.
      if (left > 0 && began - drawn < (this.#graph.order > 400 ? 400 : 30)) return
      drawn = began
      this.#place(nodes)
      this.#moved()
    }
    slice()
  }

  #arrays(): [nodes: Float32Array, edges: Float32Array] {
    const graph = this.#graph
    const nodes = new Float32Array(graph.order * NODE)
    const edges = new Float32Array(graph.size * EDGE)
    const places = new Map<string, number>()
    let at = 0
    graph.forEachNode((node, { x, y, size }) => {
      places.set(node, at)
      nodes.set([x, y, 0, 0, 0, 0, 1, 1, size, 0], at)
      at += NODE
    })
    at = 0
    graph.forEachEdge((_, { weight }, source, target) => {
      const [from, to] = [places.get(source)!, places.get(target)!]
      nodes[from + 6]! += weight
      nodes[to + 6]! += weight
      edges.set([from, to, weight], at)
      at += EDGE
    })
    return [nodes, edges]
  }

  #place(nodes: Float32Array): void {
    let at = 0
    this.#graph.updateEachNodeAttributes(
      (_, attributes) => {
        const placed = { ...attributes, x: nodes[at]!, y: nodes[at + 1]! }
        at += NODE
        return placed
      },
      { attributes: ['x', 'y'] },
    )
  }
}
