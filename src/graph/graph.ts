import type { AbstractGraph } from 'graphology-types'
import { byCodeUnits, canonicalJson } from '../model/canonical'
import { CLAIM_FIELDS } from '../model/claim'
import { type Prefixes, PrefixMap } from '../model/id'
import { fail, type Issue, StatecraftError } from '../model/issue'
import { IssueLog, type IssueReport } from '../model/issues'
import { type EntityRecord, isStatement, type StatementRecord } from '../model/record'
import type { RecordStream } from '../model/record-stream'
import { hintOf } from '../model/suggest'
import { type Core, core } from '../ontology/core'
import type { Ontology } from '../ontology/ontology'
import { RecordReader } from '../ontology/reader'
import type {
  ClaimBaseInput,
  ClaimInput,
  EntityInput,
  From,
  Kin,
  Lineage,
  ObjectRef,
  PlainId,
  Ref,
  RefOf,
  RefToAny,
  RelationName,
  SourcedArguments,
  StatementId,
  StatementInput,
  TypeName,
  TypeNames,
  Vocabulary,
} from '../ontology/typing'
import { readRecord, readStatement, type Statement } from '../query/read'
import { Lens } from '../store/lens'
import { type Row, Store } from '../store/store'
import { checkRecord } from './check'
import { recordsOfGraphology } from './graphology'
import { Loader, type LoadOptions, type LoadReport, loadAll, loadAsync } from './load'
import { type ExportedStatement, everything, exportWhole, View } from './view'

/** How to make a graph. */
export interface GraphOptions {
  /** Namespaces of prefixes that shall not have the default one. */
  readonly prefixes?: Prefixes
  /** The source of claims that name neither a claimant nor a source. */
  readonly source?: string
}

/** What every claim made on the face of a source says, where the statement does not say otherwise. */
export type SourceDefaults = Partial<Omit<ClaimBaseInput, 'source'>>

/** A source's own face: one source, many statements. */
export interface SourceFace<D extends Vocabulary> {
  /** Relates two entities, as this source has it: one claim, `asserts` where no stance is given. */
  relate<R extends RelationName<D>, S extends RefToAny<From<D, R>>>(
    subject: S,
    relation: R,
    object: ObjectRef<D, R, S>,
    ...about: SourcedArguments<D, R>
  ): StatementId
}

/**
 * A graph: entities, statements, and the claims that say so. It is itself the widest view of what it holds.
 * Made by {@link createGraph}.
 */
export class Graph<D extends Vocabulary = Core> extends View<D> {
  readonly ontology: Ontology<D>
  readonly prefixes: PrefixMap
  readonly #store: Store
  readonly #all: Lens
  readonly #log = new IssueLog()
  readonly #reader: RecordReader
  readonly #source: string | undefined

  /** @internal */
  constructor(ontology: Ontology<D>, options: GraphOptions = {}) {
    const prefixes = new PrefixMap(options.prefixes)
    const store = new Store(ontology as unknown as Ontology, prefixes) // the store knows no names of its own
    super(new Lens(store))
    this.ontology = ontology
    this.prefixes = prefixes
    this.#store = store
    this.#all = everything(this.lens)
    this.#source = options.source
    this.#reader = new RecordReader(store.ontology, {
      prefixes,
      report: (found) => this.#complain(found),
      ...(options.source === undefined ? {} : { defaultSource: options.source }),
    })
  }

  /** Warnings that `add`, `relate` and `merge` raised: what is wrong with their input they throw. */
  get issues(): IssueReport {
    return this.#log
  }

  /**
   * Adds an entity. One that is there already is joined with it: sets are united, and where single values
   * differ the first stands.
   *
   * @param type its type, or several
   * @param fields its id (`prefix:local`), label, and the fields of its types
   * @returns a ref: its id, with its type known to the compiler
   * @throws {@link StatecraftError} for anything that a reader would report: a bad id, date, text or value, an
   * unknown field, types that nothing can have at once
   *
   * @example
   * ```ts
   * import { createGraph } from 'statecraft'
   *
   * const kg = createGraph()
   * const kp = kg.add('State', { id: 'state:KP', label: { en: 'North Korea', ar: 'كوريا الشمالية' } })
   * const park = kg.add(['Expert', 'Official'], { id: 'person:park', label: 'Park' })
   * ```
   */
  add<const K extends TypeNames<D>>(type: K, fields: EntityInput<D, K>): RefOf<D, K> {
    return this.#put({ ...fields, type }) as RefOf<D, K> // the boundary: of the types it was read with
  }

  /**
   * Adds an actor that a source leaves unnamed: one for each act or group left unnamed. It is in no count, on no
   * side, never merged, and on no path but at an end; it passes wherever its type, an ancestor or a descendant
   * is asked.
   *
   * @param type the narrowest type the source allows
   * @param fields an id of its own, and a label such as "analysts (unnamed)"
   * @throws {@link StatecraftError} as {@link Graph.add}
   */
  unnamed<K extends TypeName<D>>(type: K, fields: EntityInput<D, K>): Ref<Kin<D, K>> {
    return this.#put({ ...fields, type, unnamed: true }) as Ref<Kin<D, K>> // the boundary, as in `add`
  }

  /**
   * A typed ref to an entity that is there already, after a load for instance.
   *
   * @throws {@link StatecraftError} `dangling` where no entity has this id, `bad-range` where it is of another type
   */
  ref<K extends TypeName<D>>(type: K, id: string): Ref<Lineage<D, K>> {
    const row = this.#store.findEntity(id)
    if (!this.#store.isDeclared(row)) {
      const ids = [...this.entities()].map((entity) => entity.id)
      fail('dangling', `there is no entity '${id}'`, hintOf(id, ids))
    }
    if (!this.#store.passesFor(row, [type])) {
      fail('bad-range', `${id} is ${this.#store.typesOf(row).join(', ')}, not ${type}`)
    }
    return this.#store.idOf(row) as Ref<Lineage<D, K>> // the boundary: checked above
  }

  /**
   * States that something passes between two entities, and who says so. The same statement again takes the
   * claims.
   *
   * @param subject a ref of a type that the relation takes as its subject
   * @param relation its name
   * @param object a ref of a type that the relation takes as its object
   * @param about defining qualifiers, the claims, and details that apply to all of them
   * @returns the id of the statement
   * @throws {@link StatecraftError} for ends that are not there or of another type, no claims, and anything that
   * a reader would report
   *
   * @example
   * ```ts
   * import { createGraph } from 'statecraft'
   *
   * const kg = createGraph()
   * const kp = kg.add('State', { id: 'state:KP', label: 'North Korea' })
   * const ir = kg.add('State', { id: 'state:IR', label: 'Iran' })
   * const expert = kg.add('Expert', { id: 'person:daniel-pinkston', label: 'Daniel Pinkston' })
   * kg.relate(kp, 'hasTiesWith', ir, { claims: [{ stance: 'asserts', by: expert }] })
   * ```
   */
  relate<R extends RelationName<D>, S extends RefToAny<From<D, R>>>(
    subject: S,
    relation: R,
    object: ObjectRef<D, R, S>,
    about: StatementInput<D, R>,
  ): StatementId {
    return this.#relate({ ...(about as object), relation, subject, object })
  }

  /**
   * A source's own face, on which each statement has one claim, made in that source.
   *
   * @param source the source
   * @param defaults what its claims say where the statement does not: `by`, `via`, `said`, `at`…
   *
   * @example
   * ```ts
   * import { createGraph } from 'statecraft'
   *
   * const kg = createGraph()
   * const kp = kg.add('State', { id: 'state:KP', label: 'North Korea' })
   * const us = kg.add('State', { id: 'state:US', label: 'United States' })
   * kg.add('NewsAgency', { id: 'agency:dw', label: 'Deutsche Welle' })
   * const report = kg.add('Article', { id: 'source:elaph-2024', label: 'An old alliance', published: '2024-05' })
   * const dw = kg.from(report, { by: 'agency:dw' })
   * dw.relate(kp, 'condemns', us, { at: '§6' })
   * ```
   */
  from(source: Ref<'Source'> | PlainId, defaults: SourceDefaults = {}): SourceFace<D> {
    return {
      relate: (subject, relation, object, ...[about]) => {
        const claim: Record<string, unknown> = { stance: 'asserts', ...defaults, source }
        const rest: Record<string, unknown> = {}
        for (const [key, value] of Object.entries((about ?? {}) as object)) {
          const isClaims = CLAIM_FIELDS.some((field) => field === key) || key === 'extra'
          ;(isClaims ? claim : rest)[key] = value
        }
        return this.#relate({ ...rest, relation, subject, object, claims: [claim] })
      },
    }
  }

  /**
   * Adds a claim to a statement that is there: another claimant, or a denial.
   *
   * @param statement its id
   * @param claim who says what, with the details of the statement's relation
   * @throws {@link StatecraftError} `dangling` where there is no such statement, and as {@link Graph.relate}
   */
  claim(statement: string, claim: ClaimInput<D, RelationName<D>>): void {
    const row =
      this.#store.findStatement(statement) || fail('dangling', `there is no statement '${statement}'`)
    const { id: _, ...record } = readRecord(this.#all, row, [])
    this.#relate({ ...record, claims: [claim] })
  }

  /**
   * Takes a stream of records: entities and statements in any order, several files one after another. What is
   * fine is kept, what is not is reported; loading the same again changes nothing.
   *
   * @param records plain records, typed or foreign: from a reader of files, a source, or an array
   * @param options `strict` throws at the first error; `signal` stops an asynchronous load between two records
   * @returns a report: how much came, how much was dropped, and every issue with its place
   *
   * @example
   * ```ts
   * import { createGraph } from 'statecraft'
   *
   * const kg = createGraph()
   * const report = kg.load([{ type: 'State', id: 'state:IR', label: { en: 'Iran' } }])
   * console.log(report.entities, report.issues.length) // 1 0
   * ```
   */
  load(records: Iterable<unknown> & RecordStream, options?: LoadOptions): LoadReport
  load(
    records: AsyncIterable<unknown> & RecordStream,
    options?: LoadOptions & { readonly signal?: AbortSignal },
  ): Promise<LoadReport>
  load(
    records: (Iterable<unknown> | AsyncIterable<unknown>) & RecordStream,
    options: LoadOptions & { readonly signal?: AbortSignal } = {},
  ): LoadReport | Promise<LoadReport> {
    const source = options.source ?? this.#source
    const loader = new Loader(this.#store, this.#store.ontology, this.prefixes, records, {
      ...options,
      ...(source === undefined ? {} : { source }),
    })
    return Symbol.asyncIterator in records
      ? loadAsync(loader, records, options.signal)
      : loadAll(loader, records)
  }

  /**
   * Loads a graphology graph: nodes with a `type` as entities, edges with a `relation` and `claims` as
   * statements, as {@link View.toGraphology} makes them. Keys stand in for ids that are not there.
   *
   * @param graph any graphology graph; undirected edges are read from source to target
   * @param options as for {@link Graph.load}
   * @returns the same report
   *
   * @example
   * ```ts
   * import { createGraph } from 'statecraft'
   *
   * const kg = createGraph()
   * kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
   * const copy = createGraph()
   * copy.fromGraphology(kg.toGraphology())
   * console.log(copy.label('state:IR')) // Iran
   * ```
   */
  fromGraphology(graph: AbstractGraph, options?: LoadOptions): LoadReport {
    return this.load(recordsOfGraphology(graph), options)
  }

  /**
   * Makes two entities one: what `sameAs` or a shared strong identifier does by itself. Both ids keep resolving;
   * the one that survives is chosen by content, not by order.
   *
   * @throws {@link StatecraftError} `type-conflict` where nothing can be both, `dangling` for an id nobody uses
   */
  merge(a: string, b: string): void {
    const [one, other] = [this.#store.findEntity(a), this.#store.findEntity(b)]
    if (one === 0 || other === 0) fail('dangling', `there is no entity '${one === 0 ? a : b}'`)
    this.#store.unite(one, other, (found) => this.#complain(found))
  }

  /**
   * Sets fields of an entity or a claim that do not make its identity; `null` removes one.
   *
   * @param id of an entity or of a claim (`claim:…`)
   * @param fields for an entity all but `id` and `type`; for a claim confidence, note, details…
   * @throws {@link StatecraftError} as {@link Graph.add}, and `bad-value` for a field that makes the identity
   */
  update(id: string, fields: { readonly [field: string]: unknown }): void {
    if (id.startsWith('claim:')) {
      this.#updateClaim(id, fields)
      return
    }
    const row = this.#store.findEntity(id)
    const record = this.#store.entity(row) ?? fail('dangling', `there is no entity '${id}'`)
    refuse(fields, ['id', 'type', 'unnamed'])
    const read = this.#reader.read({ ...record, ...fields })
    if (read && !isStatement(read)) {
      this.#store.setEntity(row, read, (found) => this.#complain(found))
    }
  }

  /**
   * Says that a claim no longer counts from a date on. It stays on record, and counts under `asKnownOn` an
   * earlier day.
   *
   * @param claim its id, `claim:…`
   * @param date EDTF
   * @throws {@link StatecraftError} `dangling` or `bad-date`
   */
  withdraw(claim: string, date: string): void {
    this.#updateClaim(claim, { withdrawn: date })
  }

  /**
   * Removes a claim, a statement with its claims, or an entity with the statements at whose ends it stands.
   * What else speaks of the entity (as claimant or qualifier) stands, and dangles.
   *
   * @param id of a claim, statement or entity
   * @returns whether it was there
   */
  remove(id: string): boolean {
    if (id.startsWith('claim:')) {
      const claim = this.#store.findClaim(id)
      if (claim !== 0) this.#store.removeClaim(claim)
      return claim !== 0
    }
    if (id.startsWith('stmt:')) {
      const statement = this.#store.findStatement(id)
      if (statement !== 0) this.#store.removeStatement(statement)
      return statement !== 0
    }
    this.#store.settle((found) => this.#complain(found))
    const row = this.#store.findEntity(id)
    if (!this.#store.isDeclared(row)) return false
    const { subject, object } = this.#store.statements.columns
    for (let statement = 1; statement < this.#store.statements.length; statement++) {
      if (subject[statement] === row || object[statement] === row) this.#store.removeStatement(statement)
    }
    this.#store.removeEntity(row)
    return true
  }

  /**
   * Statements that differ in nothing but their occurrence: perhaps one fact, told with other dates. To make
   * them one, state the same `occurrence` in both.
   *
   * @returns groups of two or more, by id
   */
  candidates(): Statement<D>[][] {
    const groups = new Map<string, Row[]>()
    const { subject, object } = this.#store.statements.columns
    for (const row of this.#all.statements()) {
      const name = this.#store.relationOf(row).name
      const key = canonicalJson([name, subject[row], object[row], this.#store.qualifiersOf(row)])
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
    return [...groups.values()]
      .filter((rows) => rows.length > 1)
      .map((rows) => rows.map((row) => readStatement(this.#all, row) as Statement<D>))
      .map((statements) => statements.sort((a, b) => byCodeUnits(a.id, b.id)))
      .sort((a, b) => byCodeUnits(a[0]!.id, b[0]!.id))
  }

  override statement(id: string): Statement<D> | undefined {
    const row = this.#store.findStatement(id)
    return row !== 0 && this.#all.has(row) ? (readStatement(this.#all, row) as Statement<D>) : undefined
  }

  /** @internal */
  protected override *exportedRows(): Iterable<Row> {
    for (let row = 1; row < this.#store.statements.length; row++) if (this.#store.isAlive(row)) yield row
  }

  /** @internal */
  protected override exported(row: Row): ExportedStatement {
    return exportWhole(this.#all, row)
  }

  /** @internal */
  protected override *entityRows(): Iterable<Row> {
    for (let row = 1; row < this.#store.entityRows; row++) if (this.#store.isDeclared(row)) yield row
  }

  #put(raw: object): string {
    const record = this.#reader.read(raw) as EntityRecord // what cannot be read was thrown
    const row = this.#store.putEntity(record, (found) => this.#complain(found))
    return this.#store.idOf(row)
  }

  #relate(raw: object): StatementId {
    const record = this.#reader.read(raw) as StatementRecord // what cannot be read was thrown
    // Before anything is stored: what is refused leaves nothing behind.
    for (const found of checkRecord(this.#store, record))
      throw new StatecraftError({ ...found, severity: 'error' })
    const row = this.#store.putStatement(this.#linked(record), (found) => this.#complain(found))
    this.#store.relink((found) => this.#complain(found))
    this.#store.settle((found) => this.#complain(found))
    return this.#store.statementId(this.#store.forward(row)) as StatementId // the boundary: just made
  }

  /** A statement with the statements that it speaks of by row. */
  #linked(record: StatementRecord): StatementRecord {
    const linked: Record<string, unknown> = { ...record }
    for (const { name, kind } of this.#store.ontology.relation(record.relation).defining.values()) {
      const value = record[name]
      if ((kind !== 'statement' && kind !== 'thing') || value === undefined) continue
      linked[name] = [value].flat().map((one) => {
        if (kind === 'thing' && String(one).includes(':') && !String(one).startsWith('stmt:')) return one
        const row = this.#store.findStatement(String(one))
        return row === 0
          ? fail('dangling', `there is no statement '${String(one)}'`, { path: [name] })
          : `#${row}`
      })
      if (!Array.isArray(value)) linked[name] = (linked[name] as unknown[])[0]
    }
    return linked as StatementRecord // as it was, but for the names
  }

  #updateClaim(id: string, fields: { readonly [field: string]: unknown }): void {
    refuse(fields, ['id', 'stance', 'by', 'source', 'at', 'said'])
    const row = this.#store.findClaim(id) || fail('dangling', `there is no claim '${id}'`)
    const { id: _, ...record } = readRecord(this.#all, this.#store.claims.columns.statement[row]!, [])
    const claim = { ...this.#store.claim(row), ...fields }
    const read = this.#reader.read({ ...record, claims: [claim] }) as StatementRecord // as above
    this.#store.setClaim(row, read.claims[0]!)
  }

  /** What a program gives must be right; what comes of joining records is only noted. */
  #complain(found: Issue): void {
    if (found.severity === 'error' || found.code === 'unknown-field' || found.code === 'missing-field') {
      throw new StatecraftError({ ...found, severity: 'error' })
    }
    this.#log.report(found)
  }
}

function refuse(fields: object, identity: readonly string[]): void {
  for (const key of identity) {
    if (Object.hasOwn(fields, key))
      fail('bad-value', `\`${key}\` makes the identity, and is not updated`, { path: [key] })
  }
}

/**
 * Makes an empty graph.
 *
 * @param ontology the vocabulary; the core one where none is given
 * @param options prefixes of its own, and a default source
 * @throws {@link StatecraftError} `bad-id` for prefixes that cannot be
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 *
 * const kg = createGraph()
 * kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
 * ```
 */
export function createGraph(ontology?: undefined, options?: GraphOptions): Graph<Core>
export function createGraph<D extends Vocabulary>(ontology: Ontology<D>, options?: GraphOptions): Graph<D>
export function createGraph<D extends Vocabulary>(
  ontology: Ontology<D> | Ontology<Core> = core,
  options?: GraphOptions,
): Graph<D> | Graph<Core> {
  return new Graph<D>(ontology as Ontology<D>, options) // the boundary: the overloads say which
}
