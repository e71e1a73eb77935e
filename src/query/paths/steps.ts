import { fail } from '../../model/issue'
import { NO_END, NO_START } from '../../store/columns'
import type { Row } from '../../store/store'
import { daysOf } from '../edge'
import type { Edges } from '../edges'
import { type Ends, isOneOf } from '../ends'
import type { CheckedSpec } from '../spec'

/** The steps that a search allows, over the adjacency of a view. */
export class Steps {
  readonly edges: Edges
  readonly spec: CheckedSpec
  readonly from: Ends
  readonly to: Ends
  /** By vertex: 1 where no path runs through. */
  readonly blocked: Uint8Array
  /** Whether each statement is let through, whatever it is. */
  readonly free: boolean
  readonly #fits = new Map<number, boolean>()
  readonly #enter: Float64Array | undefined
  readonly #floor: Float64Array | undefined
  readonly #backward: readonly Uint8Array[]

  constructor(edges: Edges, spec: CheckedSpec, from: Ends, to: Ends) {
    this.edges = edges
    this.spec = spec
    this.from = from
    this.to = to
    this.free = spec.qualifiers.length === 0 && !(spec.infer && spec.avoid.length > 0)
    this.blocked = spec.avoid.length === 0 ? edges.blocked : withAvoided(edges, spec.avoid)
    this.#backward = spec.isRestricted
      ? spec.allowed.map((ways) => ways.map((_, way) => ways[way ^ 1]!))
      : spec.allowed
    if (spec.timeRespecting !== undefined) {
      this.#enter = edges.noted(`enter ${spec.timeRespecting}`)
      this.#floor = edges.noted(`floor ${spec.timeRespecting}`)
    }
    checkEnds(this)
  }

  /** Which ways may be gone at a place of the path, or, `backward`, to come from where it leads. */
  ways(place: number, backward = false): Uint8Array {
    const all = backward ? this.#backward : this.spec.allowed
    return all[all.length === 1 ? 0 : place]!
  }

  /** Whether an edge has the qualifiers that are asked for. */
  fits(number: number): boolean {
    if (this.free) return true
    let fits = this.#fits.get(number)
    if (fits === undefined) {
      const stored = this.edges.qualifiersOf(number)
      fits =
        this.spec.qualifiers.every(({ name, values }) =>
          [stored[name]].flat().some((value) => values.has(value as string)),
        ) && !this.#runsThroughAvoided(number)
      this.#fits.set(number, fits)
    }
    return fits
  }

  /** Whether an inferred edge rests on statements about an entity, not among its ends, that is to be avoided. */
  #runsThroughAvoided(number: number): boolean {
    const { lens, adjacency } = this.edges
    const { subject, object, statement, rests } = this.edges.edge(number)
    if (statement !== 0) return false
    const columns = lens.store.statements.columns
    return rests
      .flatMap((row) => [columns.subject[row]!, columns.object[row]!])
      .some((row) => row !== subject && row !== object && this.blocked[adjacency.vertexOf[row]!] === 1)
  }

  /** The statements by which the qualifiers of an edge count as those that were asked for. */
  besides(number: number): readonly Row[] {
    const stored = this.edges.qualifiersOf(number)
    return this.spec.qualifiers.flatMap(({ name, values }) => {
      const value = [stored[name]].flat().find((one) => values.has(one as string))
      return values.get(value as string) ?? []
    })
  }

  /** The last day by which one must have come to an edge to go it, where the order of steps counts. */
  enter(number: number): number {
    this.#time(number)
    return this.#enter![number]!
  }

  /** The day after which everything comes that follows an edge. */
  floor(number: number): number {
    this.#time(number)
    return this.#floor![number]!
  }

  /** Which of the entities to run through a vertex is, as bits. */
  bits(vertex: number): number {
    let bits = 0
    const row = this.edges.adjacency.rowOf[vertex]!
    for (const [i, one] of this.spec.through.entries()) {
      if (typeof one === 'number' ? one === row : isOneOf(this.edges.lens.store, row, one)) bits |= 1 << i
    }
    return bits
  }

  #time(number: number): void {
    if (!Number.isNaN(this.#enter![number])) return
    const { enter, floor } = this.#readTimes(number)
    this.#enter![number] = enter
    this.#floor![number] = floor
  }

  #readTimes(number: number): { readonly enter: number; readonly floor: number } {
    const days = daysOf(this.edges.lens, this.edges.edge(number))
    if (!days) return { enter: NO_START, floor: NO_END }
    const { possible, certain } = days
    const isSure = this.edges.relationOf(number).aspect === 'state' && certain !== undefined
    if (this.spec.timeRespecting === 'possibly')
      return { enter: clamp(possible.until), floor: clamp(possible.from) }
    // Certainly: of a state a day may be chosen on which it holds; of an event, whatever day it was.
    return isSure
      ? { enter: clamp(certain.until), floor: clamp(certain.from) }
      : { enter: clamp(possible.from), floor: clamp(possible.until) }
  }
}

function clamp(day: number): number {
  return Math.max(NO_START, Math.min(NO_END, day))
}

function withAvoided(edges: Edges, avoid: CheckedSpec['avoid']): Uint8Array {
  const blocked = edges.blocked.slice()
  const { rowOf, vertexOf } = edges.adjacency
  const { store } = edges.lens
  const types = avoid.filter((one) => typeof one !== 'number')
  for (const one of avoid) if (typeof one === 'number') blocked[vertexOf[one]!] = 1
  if (types.length > 0) {
    for (let v = 0; v < blocked.length; v++) {
      if (types.some((asked) => isOneOf(store, rowOf[v]!, asked))) blocked[v] = 1
    }
  }
  return blocked
}

/** A search that cannot find anything, whatever the data, is a mistake that should be told. */
function checkEnds({ edges, spec, from, to }: Steps): void {
  const { store } = edges.lens
  for (const one of spec.through) {
    if (![from, to].some((ends) => ends.single && ends.rows[0] === one)) continue
    fail('bad-value', `${store.idOf(one as Row)} is an end of the path: no path runs through it`, {
      path: ['through'],
    })
  }
  if (!spec.isRestricted) return
  const relations = [...store.ontology.relations.values()]
  const places = spec.allowed.map((ways) => {
    const [names, leaves, enters]: [string[], string[], string[]] = [[], [], []]
    for (const [way, allowed] of ways.entries()) {
      const relation = relations[way >> 1]!
      if (!allowed) continue
      names.push((way & 1 ? '^' : '') + relation.name)
      leaves.push(...(way & 1 ? relation.to : relation.from))
      enters.push(...(way & 1 ? relation.from : relation.to))
    }
    return { names, leaves: [...new Set(leaves)], enters: [...new Set(enters)] }
  })
  const where = (i: number) => (spec.length === undefined ? ['via'] : ['sequence', `${i}`])
  const check = (ends: Ends, types: readonly string[], i: number, what: string) => {
    if (ends.rows.length === 0) return
    const fits = (row: Row) => !store.isDeclared(row) || store.passesFor(row, types)
    if (ends.rows.some(fits)) return
    const [first] = ends.rows
    const them = ends.single
      ? `${store.idOf(first!)}, a ${store.typesOf(first!).join(' and ')},`
      : 'these entities'
    fail('bad-domain', `no path ${what} ${them} by ${places[i]!.names.join(', ')}`, {
      path: where(i),
      hint: `only ${types.join(', ')} can stand there`,
    })
  }
  check(from, places[0]!.leaves, 0, 'leaves')
  check(to, places.at(-1)!.enters, places.length - 1, 'reaches')
  for (let i = 1; i < places.length; i++) {
    const { enters, names } = places[i - 1]!
    const next = places[i]!
    if (enters.some((type) => next.leaves.some((other) => store.ontology.compatible(type, other)))) continue
    fail('bad-domain', `after ${names.join(', ')} no path goes on by ${next.names.join(', ')}`, {
      path: where(i),
      hint: `one ends at ${enters.join(', ')}, the other begins at ${next.leaves.join(', ')}`,
    })
  }
}
