import type { PageData } from '../data'
import { type Facets, type Filter, type Standing, sift, standings } from './filter'
import { fragmentOf, readFragment, type Selection } from './fragment'
import type { Scene } from './picture/looks'
import { partsOf } from './words'

/** What is asked, what follows, and who wants to know: the one thing that changes in a page. */
export class State {
  readonly data: PageData
  filter: Filter
  selected: Selection | undefined
  /** Parts of the link that could not be understood. */
  strange: readonly string[] = []
  standings: readonly (Standing | undefined)[] = []
  /** By the place of an edge: whether it is shown. */
  edges: Uint8Array = new Uint8Array(0)
  /** By the place of an entity: whether it is shown. */
  nodes: Uint8Array = new Uint8Array(0)
  facets!: Facets
  /** By the place of an entity: the edges at it, shown or not. */
  readonly at: readonly (readonly number[])[]
  readonly #listeners: ((filterChanged: boolean) => void)[] = []
  #fragment: string

  constructor(data: PageData) {
    this.data = data
    this.at = edgesAt(data)
    this.#fragment = location.hash
    const asked = readFragment(data, location.hash)
    this.filter = asked.filter
    this.selected = asked.selected
    this.strange = asked.strange
    this.#work()
    addEventListener('hashchange', () => {
      if (location.hash !== this.#fragment) this.#read()
    })
  }

  /** Calls back after each change: whether the filter changed, or only what is selected. */
  onChange(listener: (filterChanged: boolean) => void): void {
    this.#listeners.push(listener)
  }

  /** Asks for something else. `isPassing`: on the way to something else, so that the way back does not stop here. */
  ask(filter: Partial<Filter>, isPassing = false): void {
    this.filter = { ...this.filter, ...filter }
    this.strange = []
    this.#work()
    this.#write(isPassing)
    this.#tell(true)
  }

  select(selected: Selection | undefined, isPassing = false): void {
    this.selected = selected
    this.strange = []
    const before = this.nodes
    this.nodes = this.#shownNodes()
    this.#write(isPassing)
    this.#tell(before.some((shown, place) => shown !== this.nodes[place]))
  }

  /** What the picture shows. */
  get scene(): Scene {
    const { standings, edges, nodes, selected } = this
    return { standings, edges, nodes, selected }
  }

  /** How many edges are shown, of how many. */
  get counts(): {
    readonly edges: number
    readonly ofEdges: number
    readonly nodes: number
    readonly ofNodes: number
  } {
    const { listed, inferred, nodes } = this.data
    return {
      edges: sum(this.edges),
      ofEdges: listed + inferred.length,
      nodes: sum(this.nodes),
      ofNodes: nodes,
    }
  }

  #work(): void {
    this.standings = standings(this.data, this.filter.viewpoint)
    const { shown, facets } = sift(this.data, this.standings, this.filter)
    this.edges = shown
    this.facets = facets
    this.nodes = this.#shownNodes()
  }

  /** Entities of which a shown statement speaks, those of which none ever did, and what is looked at. */
  #shownNodes(): Uint8Array {
    const nodes = new Uint8Array(this.data.nodes)
    for (let place = 0; place < nodes.length; place++) {
      if (this.data.entities[place]!.alone || this.at[place]!.some((edge) => this.edges[edge] === 1))
        nodes[place] = 1
    }
    const { selected } = this
    const looked =
      selected === undefined
        ? []
        : selected.kind === 'entity'
          ? [selected.place]
          : selected.kind === 'pair'
            ? [selected.place, selected.other]
            : [partsOf(this.data, selected.place).subject, partsOf(this.data, selected.place).object]
    for (const place of looked) if (place < nodes.length) nodes[place] = 1
    return nodes
  }

  #read(): void {
    this.#fragment = location.hash
    const { filter, selected, strange } = readFragment(this.data, location.hash)
    this.filter = filter
    this.selected = selected
    this.strange = strange
    this.#work()
    this.#tell(true)
  }

  #write(isPassing: boolean): void {
    const fragment = fragmentOf(this.data, this)
    const hash = fragment === '' ? '' : `#${fragment}`
    if (hash === location.hash || (hash === '' && location.hash === '')) return
    // Only the fragment changes: that is allowed in files, too.
    const address = `#${fragment}`
    if (isPassing) location.replace(address)
    else location.assign(address)
    this.#fragment = location.hash
  }

  #tell(filterChanged: boolean): void {
    for (const listener of this.#listeners) listener(filterChanged)
  }
}

function sum(bits: Uint8Array): number {
  let total = 0
  for (const bit of bits) total += bit
  return total
}

function edgesAt(data: PageData): number[][] {
  const at: number[][] = data.entities.map(() => [])
  const total = data.statements.length + data.inferred.length
  for (let place = 0; place < total; place++) {
    if (place >= data.listed && place < data.statements.length) continue
    const { subject, object } = partsOf(data, place)
    at[subject]!.push(place)
    if (object !== subject) at[object]!.push(place)
  }
  return at
}
