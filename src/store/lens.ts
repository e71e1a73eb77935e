import { LEVELS, type Level, type Method, RELIABILITIES } from '../model/claim'
import { within } from '../model/days'
import { type Adjacency, buildAdjacency, firstSlot, narrowed } from './adjacency'
import type { Criteria, Why } from './criteria'
import type { StoredWhen } from './dates'
import { claimDays, type Days, statementDays } from './days'
import { Side } from './side'
import { DENIES, DERIVED, MACHINE, type Row, type Store, WITHDRAWN } from './store'

/** The level of a statement that is not in the view. */
const OUT = 255

/** The standing of one statement in a lens. */
export interface Standing {
  readonly level: Level
  /** There is a denial beside. */
  readonly disputed: boolean
  /** Why it is in, under a viewpoint. */
  readonly why?: Why
}

/**
 * The store as seen through criteria: which claims count, what follows for each statement, and which
 * statements are in. Worked out when first asked, and again after a change.
 *
 * The order is that of the design, however the lens was composed: claims, statements with a claim left,
 * viewpoint, status, then what the status and the statement are asked for.
 */
export class Lens {
  readonly store: Store
  readonly criteria: readonly Criteria[]
  /** Whether what is only possible is dropped: wherever that was asked, it holds for all. */
  readonly #certain: boolean
  #version = -1
  #levels = new Uint8Array(0)
  #disputed = new Uint8Array(0)
  #current = new Map<ReadonlySet<Row>, ReadonlySet<Row>>()
  #why: Map<Row, Why> = new Map()
  #against: Map<Row, Row[]> = new Map()
  /** Under a viewpoint: the claims of the side, where it speaks. */
  #deciding: Map<Row, readonly Row[]> = new Map()
  #adjacency: Adjacency | undefined

  constructor(store: Store, criteria: readonly Criteria[] = []) {
    this.store = store
    this.criteria = criteria
    this.#certain = criteria.some((c) => c.certain)
  }

  /** The lens that also asks for what another asks for. */
  with(criteria: Criteria): Lens {
    return new Lens(this.store, [...this.criteria, criteria])
  }

  /** Rows of the statements in the view, in the order of their coming. */
  *statements(): Generator<Row> {
    this.#evaluate()
    for (let row = 1; row < this.#levels.length; row++) if (this.#levels[row] !== OUT) yield row
  }

  has(statement: Row): boolean {
    this.#evaluate()
    return statement < this.#levels.length && this.#levels[statement] !== OUT
  }

  /** The standing of a statement in the view; undefined where it is not in it. */
  standing(statement: Row): Standing | undefined {
    if (!this.has(statement)) return undefined
    const why = this.#why.get(statement)
    return {
      level: LEVELS[this.#levels[statement]!]!,
      disputed: this.#disputed[statement] === 1,
      ...(why ? { why } : {}),
    }
  }

  /** The claims of a statement that count here, its own first, then denials of others that entail its denial. */
  claims(statement: Row): Row[] {
    this.#evaluate()
    return [...this.#counted(statement), ...this.denials(statement)]
  }

  /** Denials made of a wider statement, which count against this one too. */
  denials(statement: Row): readonly Row[] {
    this.#evaluate()
    return this.#against.get(statement) ?? []
  }

  /** The claims that give a statement its status: all that count, or under a viewpoint those of its side. */
  deciding(statement: Row): readonly Row[] {
    this.#evaluate()
    return this.#deciding.get(statement) ?? this.#counted(statement)
  }

  /** When a statement holds, by the claims that count (under a viewpoint: that decide). */
  days(statement: Row): Days | undefined {
    this.#evaluate()
    return statementDays(this.store, statement, this.#deciding.get(statement) ?? this.#counted(statement))
  }

  /** The statements of the view at each entity: built when first asked, and again after a change. */
  adjacency(): Adjacency {
    this.#evaluate()
    this.#adjacency ??= narrowed(adjacencyOf(this.store), (statement) => this.#levels[statement] !== OUT)
    return this.#adjacency
  }

  /** Whether a claim counts: it is not withdrawn, and the view lets it through. */
  counts(claim: Row): boolean {
    const { flags } = this.store.claims.columns
    if (this.criteria.length === 0) return (flags[claim]! & WITHDRAWN) === 0
    const knowledge = this.criteria.filter((c) => c.asKnownOn)
    if (flags[claim]! & WITHDRAWN && !knowledge.every((c) => this.#stoodOn(claim, c))) return false
    if (flags[claim]! & WITHDRAWN && knowledge.length === 0) return false
    return this.criteria.every((criteria) => this.#passes(claim, criteria))
  }

  #counted(statement: Row): Row[] {
    const { next } = this.store.claims.columns
    const counted: Row[] = []
    for (let claim = this.store.statements.columns.first[statement]!; claim !== 0; claim = next[claim]!)
      if (this.counts(claim)) counted.push(claim)
    return counted
  }

  #passes(claim: Row, criteria: Criteria): boolean {
    const { store } = this
    const { source, flags } = store.claims.columns
    if (criteria.sources && !this.#sources(criteria.sources).has(source[claim]!)) return false
    if (criteria.method) {
      const method: Method =
        flags[claim]! & DERIVED ? 'derived' : flags[claim]! & MACHINE ? 'machine' : 'human'
      if (!criteria.method.has(method)) return false
    }
    if (criteria.minConfidence !== undefined) {
      const { confidence } = store.restOf(claim)
      if (typeof confidence === 'number' && confidence < criteria.minConfidence) return false
    }
    if (criteria.minReliability) {
      const order = RELIABILITIES.indexOf(store.provenance.reliability(claim))
      if (order > RELIABILITIES.indexOf(criteria.minReliability)) return false
    }
    return criteria.asKnownOn ? this.#knownOn(claim, criteria.asKnownOn) : true
  }

  /** Rows of sources as they are now: a source may have been merged since the view was made. */
  #sources(rows: ReadonlySet<Row>): ReadonlySet<Row> {
    let known = this.#current.get(rows)
    if (!known) {
      known = new Set([...rows].map((row) => this.store.current(row)))
      this.#current.set(rows, known)
    }
    return known
  }

  /** Known by a day: possibly, where the date is not known so far; certainly, where its last day is reached. */
  #knownOn(claim: Row, { day, by }: NonNullable<Criteria['asKnownOn']>): boolean {
    const { provenance } = this.store
    const said = provenance.said(claim)
    const known = by === 'said' ? said : provenance.published(claim)
    if (this.#certain) return known !== undefined && known.possible.until <= day
    // What was said after the day was not published by it either, also where the source has no date.
    return startsBy(known, day) && startsBy(said, day)
  }

  /** A claim withdrawn later than the day of knowledge still stood on it. */
  #stoodOn(claim: Row, { asKnownOn }: Criteria): boolean {
    if (!asKnownOn) return true
    const withdrawn = this.store.restOf(claim).withdrawn
    const when =
      typeof withdrawn === 'string' ? this.store.dates.get(this.store.dates.number(withdrawn)) : undefined
    if (!when) return false
    return this.#certain ? when.possible.from > asKnownOn.day : when.possible.until > asKnownOn.day
  }

  #evaluate(): void {
    if (this.#version === this.store.version) return
    this.store.settle(() => undefined)
    this.#version = this.store.version
    const total = this.store.statements.length
    this.#levels = new Uint8Array(total).fill(OUT)
    this.#disputed = new Uint8Array(total)
    this.#current = new Map()
    this.#why = new Map()
    this.#against = new Map()
    this.#deciding = new Map()
    this.#adjacency = undefined
    const denied: Row[] = []
    const { stance, next } = this.store.claims.columns
    const { first } = this.store.statements.columns
    for (let row = 1; row < total; row++) {
      if (!this.store.isAlive(row)) continue
      let level = OUT
      let denials = false
      for (let claim = first[row]!; claim !== 0; claim = next[claim]!) {
        if (!this.counts(claim)) continue
        if (stance[claim] === DENIES) denials = true
        else if (stance[claim]! < level) level = stance[claim]!
      }
      if (denials) denied.push(row)
      this.#levels[row] = level === OUT && denials ? DENIES : level
      this.#disputed[row] = level !== OUT && denials ? 1 : 0
    }
    for (const row of denied) this.#entail(row)
    const viewpoint = this.criteria.find((c) => c.viewpoint !== undefined)
    if (viewpoint?.viewpoint !== undefined) this.#look(this.store.current(viewpoint.viewpoint))
    this.#narrow()
  }

  /**
   * A denial counts also against every statement of the same relation and ends that it entails: whose defining
   * qualifiers include the denial's, and whose time lies within the denial's.
   */
  #entail(denied: Row): void {
    const { store } = this
    const { subject, object } = store.statements.columns
    const relation = store.relationOf(denied)
    const wide = Object.entries(store.qualifiersOf(denied))
    const denials = this.#counted(denied).filter((claim) => store.claims.columns.stance[claim] === DENIES)
    for (const row of parallel(store, subject[denied]!, object[denied]!)) {
      if (row === denied || store.relationOf(row) !== relation) continue
      if (this.#levels[row] === OUT || this.#levels[row] === DENIES) continue // nothing to deny
      const narrow = store.qualifiersOf(row)
      if (!wide.every(([key, value]) => includes(narrow[key], value))) continue
      const days = statementDays(store, row, this.#counted(row))
      const counting = denials.filter(
        (claim) => days && within(days.possible, claimDays(store, claim, relation.aspect).possible),
      )
      if (counting.length === 0) continue
      const known = this.#against.get(row)
      if (known) known.push(...counting)
      else this.#against.set(row, counting)
      this.#disputed[row] = 1
    }
  }

  #look(viewpoint: Row): void {
    const { store } = this
    const silent = this.criteria.some((c) => c.silent === 'exclude') ? 'exclude' : 'include'
    const { stance } = store.claims.columns
    const side = new Side(
      store,
      viewpoint,
      (row) => this.#levels[row] === 0 && this.#disputed[row] === 0,
      (row) => statementDays(store, row, this.#counted(row)),
    )
    // Levels change below, but who is on the side is a matter of what is asserted before.
    side.settle()
    for (let row = 1; row < this.#levels.length; row++) {
      if (this.#levels[row] === OUT) continue
      const all = [...this.#counted(row), ...(this.#against.get(row) ?? [])]
      const own = side.latest(all.filter((claim) => side.speaks(claim)))
      if (own.length > 0) {
        const positive = own.filter((claim) => stance[claim] !== DENIES)
        this.#levels[row] = positive.length ? Math.min(...positive.map((claim) => stance[claim]!)) : DENIES
        this.#disputed[row] = positive.length > 0 && positive.length < own.length ? 1 : 0
        this.#deciding.set(row, own)
        this.#why.set(
          row,
          own.some((claim) => store.provenance.claimant(claim) === viewpoint) ? 'own' : 'spokesman',
        )
      } else if (this.#levels[row] === 0 && this.#disputed[row] === 0 && silent === 'include') {
        this.#why.set(row, 'common-ground')
      } else this.#levels[row] = OUT
    }
  }

  #narrow(): void {
    const named = this.criteria.some((c) => c.status?.has('denied'))
    for (let row = 1; row < this.#levels.length; row++) {
      const level = this.#levels[row]!
      if (level === OUT) continue
      const inView =
        (level !== DENIES || named) &&
        this.criteria.every((criteria) => this.#asksFor(row, LEVELS[level]!, criteria))
      if (!inView) this.#levels[row] = OUT
    }
  }

  #asksFor(row: Row, level: Level, criteria: Criteria): boolean {
    const { store } = this
    if (criteria.status && !criteria.status.has(level)) return false
    if (criteria.disputed === 'exclude' && this.#disputed[row]) return false
    if (criteria.disputed === 'only' && !this.#disputed[row]) return false
    if (criteria.relations && !criteria.relations.has(store.relationOf(row).name)) return false
    if (criteria.types) {
      const { subject, object } = store.statements.columns
      if (!store.isOf(subject[row]!, criteria.types) || !store.isOf(object[row]!, criteria.types))
        return false
    }
    if (criteria.asOf === undefined) return true
    const days = statementDays(store, row, this.#deciding.get(row) ?? this.#counted(row))
    const span = this.#certain ? days?.certain : days?.possible
    return span !== undefined && span.from <= criteria.asOf && criteria.asOf <= span.until
  }
}

function startsBy(when: StoredWhen | undefined, day: number): boolean {
  return when === undefined || when.possible.from <= day
}

/** Whether a qualifier's value includes another: it is the same, or holds all of it. */
function includes(value: unknown, part: unknown): boolean {
  const all = Array.isArray(value) ? value : [value]
  return (Array.isArray(part) ? part : [part]).every((one) => all.includes(one))
}

const adjacencies = new WeakMap<Store, { version: number; adjacency: Adjacency }>()

/** The adjacency of a store, built when first asked and dropped on change. */
export function adjacencyOf(store: Store): Adjacency {
  store.settle(() => undefined)
  let known = adjacencies.get(store)
  if (known?.version !== store.version) {
    known = { version: store.version, adjacency: buildAdjacency(store) }
    adjacencies.set(store, known)
  }
  return known.adjacency
}

/** Statements from one entity to another. */
export function* parallel(store: Store, from: Row, to: Row): Generator<Row> {
  const adjacency = adjacencyOf(store)
  const { vertexOf, offsets, neighbour, statement, way } = adjacency
  const [at, other] = [vertexOf[from]!, vertexOf[to]!]
  for (let slot = firstSlot(adjacency, at, other); slot < offsets[at + 1]!; slot++) {
    if (neighbour[slot] !== other) return
    if ((way[slot]! & 1) === 0) yield statement[slot]!
  }
}

/** Statements at an entity, whatever their direction, each once. */
export function* statementsAt({ vertexOf, offsets, statement }: Adjacency, entity: Row): Generator<Row> {
  const at = vertexOf[entity]!
  for (let slot = offsets[at]!; slot < offsets[at + 1]!; slot++) yield statement[slot]!
}
