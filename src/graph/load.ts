import type { PrefixMap } from '../model/id'
import { fail, type Issue, issue, StatecraftError } from '../model/issue'
import { IssueLog, type IssueReport } from '../model/issues'
import { isStatement, type StatementRecord } from '../model/record'
import type { RecordStream } from '../model/record-stream'
import type { Ontology, Property } from '../ontology/ontology'
import { RecordReader } from '../ontology/reader'
import { STATEMENT_ID } from '../ontology/values'
import { Table } from '../store/columns'
import { statementDays } from '../store/days'
import type { Row, Store } from '../store/store'
import { checkStatement, QuickCheck } from './check'

/** How to load. */
export interface LoadOptions {
  /** Throw at the first error instead of going on. */
  readonly strict?: boolean
  /** The source of claims that name neither a claimant nor a source. */
  readonly source?: string
}

/** What was loaded, and what was not. */
export interface LoadReport extends IssueReport {
  /** Records that were read as entities. */
  readonly entities: number
  /** Records that were read as statements. */
  readonly statements: number
  readonly claims: number
  /** Records that were dropped; each has an issue with its text. */
  readonly dropped: number
}

const NOWHERE: RecordStream = {}

interface Pending {
  readonly record: StatementRecord
  readonly line: number | undefined
}

/** One load: reads records, stores them, and at the end links what referred to what was yet to come. */
export class Loader {
  readonly #store: Store
  readonly #ontology: Ontology
  readonly #log: IssueLog
  readonly #reader: RecordReader
  readonly #stream: RecordStream
  /** Statements that this file names by handle. */
  readonly #handles = new Map<string, Row>()
  readonly #pending: Pending[] = []
  /** Statements in the order of their coming, and the lines that they came from. */
  readonly #stored = new Table({ statement: new Uint32Array(0), line: new Uint32Array(0) })
  /** By the place of the relation: qualifiers that may name statements. */
  readonly #naming: readonly (readonly Property[])[]
  #taken = 0
  #counts = { entities: 0, statements: 0, claims: 0, dropped: 0 }
  #line: number | undefined
  #headed = false
  #ended = false

  constructor(
    store: Store,
    ontology: Ontology,
    prefixes: PrefixMap,
    stream: RecordStream,
    options: LoadOptions,
  ) {
    this.#store = store
    this.#ontology = ontology
    this.#naming = [...ontology.relations.values()].map(({ defining }) =>
      [...defining.values()].filter(({ kind }) => kind === 'statement' || kind === 'thing'),
    )
    this.#stream = stream
    this.#log = new IssueLog(options)
    this.#reader = new RecordReader(ontology, {
      prefixes,
      report: this.#reportHere,
      isKnownDate: (text) => store.dates.find(text) !== 0,
      ...(options.source === undefined ? {} : { defaultSource: options.source }),
    })
  }

  /** Takes one record of the stream. */
  take(raw: unknown): void {
    if (!this.#headed) this.#head()
    this.#line = this.#stream.line
    this.#forward()
    const record = this.#reader.read(raw, this.#line)
    if (!record) this.#counts.dropped++
    else if (isStatement(record)) this.#takeStatement(record)
    else if (this.#store.putEntity(record, this.#report) === 0) this.#counts.dropped++
    else this.#counts.entities++
  }

  /** Links, checks and reports. */
  finish(): LoadReport {
    if (!this.#headed) this.#head()
    this.#forward()
    this.#line = undefined
    this.#ended = true
    this.#link()
    this.#store.relink(this.#report)
    this.#store.settle(this.#report)
    this.#check()
    this.#store.trim()
    this.#log.sort()
    const { issues, counts, errors, warnings } = this.#log
    return { ...this.#counts, issues, counts, errors, warnings }
  }

  readonly #report = (found: Issue): void => {
    this.#reportHere(this.#line === undefined ? found : { ...found, line: this.#line })
  }

  /** Of the record that came last: once all have come, there is none. */
  readonly #reportHere = (found: Issue): void => {
    const { node, file } = this.#ended ? NOWHERE : this.#stream
    this.#log.report({
      ...(file === undefined ? {} : { file }),
      ...(node === undefined ? {} : { node }),
      ...found,
    })
  }

  #head(): void {
    this.#headed = true
    const { prefixes = {}, byIri, source } = this.#stream
    for (const [prefix, namespace] of Object.entries(prefixes)) {
      try {
        if (byIri && this.#store.prefixes.namespace(prefix) !== namespace && this.#store.usesPrefix(prefix)) {
          fail('bad-id', `the prefix '${prefix}' has ids here already: those under ${namespace} stay IRIs`)
        }
        this.#store.setPrefix(prefix, namespace, this.#report)
      } catch (error) {
        if (!(error instanceof StatecraftError)) throw error
        this.#log.report({ ...error.issue, path: ['prefixes', prefix] })
      }
    }
    if (source !== undefined) this.#reader.defaultSource ??= this.#store.prefixes.canonical(source)
  }

  /** Issues of the stream itself, in their turn. */
  #forward(): void {
    const issues = this.#stream.issues ?? []
    for (; this.#taken < issues.length; this.#taken++) {
      const found = issues[this.#taken]!
      if (found.record !== undefined) this.#counts.dropped++
      this.#log.report(found)
    }
  }

  #takeStatement(record: StatementRecord): void {
    this.#counts.statements++
    this.#counts.claims += record.claims.length
    if (this.#refers(record)) this.#pending.push({ record, line: this.#line })
    else this.#put(record, this.#line)
  }

  #put(record: StatementRecord, line: number | undefined): void {
    const row = this.#store.putStatement(record, this.#report)
    const stored = this.#stored.add()
    this.#stored.columns.statement[stored] = row
    this.#stored.columns.line[stored] = line ?? 0
    if (record.ref === undefined) return
    const known = this.#handles.get(record.ref)
    if (known === undefined || known === row) this.#handles.set(record.ref, row)
    else {
      const message = `the handle '${record.ref}' stands for another statement already: that one keeps it`
      this.#report(issue('conflict', message, { path: ['ref'] }))
    }
  }

  /** Whether a statement speaks of other statements. */
  #refers(record: StatementRecord): boolean {
    return this.#namingOf(record).some(({ name }) => {
      return record[name] !== undefined && [record[name]].flat().some(namesStatement)
    })
  }

  #namingOf(record: StatementRecord): readonly Property[] {
    return this.#naming[this.#ontology.relation(record.relation).index]!
  }

  /** Stores statements about statements, those first that others speak of. */
  #link(): void {
    let waiting: Pending[] = this.#pending
    const byId = waiting.some(({ record }) => this.#names(record).some((name) => STATEMENT_ID.test(name)))
    while (waiting.length > 0) {
      // Ids are only worked out where somebody uses them.
      if (byId) this.#store.findStatement('')
      const handles = new Set(waiting.flatMap(({ record }) => record.ref ?? []))
      const ready = waiting.filter(({ record }) =>
        this.#names(record).every(
          (name) => this.#known(name) || (!handles.has(name) && !STATEMENT_ID.test(name)),
        ),
      )
      // Where only unknown ids hold things up, they are dangling; where only handles do, they go in a circle.
      const next =
        ready.length > 0
          ? ready
          : waiting.filter(({ record }) => this.#names(record).every((name) => !handles.has(name)))
      if (next.length === 0) {
        for (const { record, line } of waiting) this.#circle(record, line)
        return
      }
      for (const { record, line } of next) {
        this.#line = line
        this.#put(this.#linked(record), line)
      }
      this.#line = undefined
      const done = new Set(next)
      waiting = waiting.filter((pending) => !done.has(pending))
    }
  }

  #circle(record: StatementRecord, line: number | undefined): void {
    this.#counts.dropped++
    this.#counts.statements--
    this.#counts.claims -= record.claims.length
    this.#log.report(
      issue('statement-cycle', `the statement '${record.ref ?? ''}' speaks of itself, through others`, {
        record: JSON.stringify(record).slice(0, 500),
        ...(line === undefined ? {} : { line }),
      }),
    )
  }

  /** The statements that a statement names. */
  #names(record: StatementRecord): string[] {
    return this.#namingOf(record)
      .flatMap(({ name }) => [record[name] ?? []].flat() as string[])
      .filter(namesStatement)
  }

  #known(name: string): Row {
    return this.#handles.get(name) ?? (STATEMENT_ID.test(name) ? this.#store.findStatement(name) : 0)
  }

  /** The statement with the handles in it replaced by rows; a handle that nobody has is left out. */
  #linked(record: StatementRecord): StatementRecord {
    const linked: Record<string, unknown> = { ...record }
    for (const { name } of this.#namingOf(record)) {
      if (record[name] === undefined) continue
      const values = [record[name]].flat().flatMap((value) => {
        if (!namesStatement(value)) return [value]
        const row = this.#known(String(value))
        if (row !== 0) return [`#${row}`]
        const isId = STATEMENT_ID.test(String(value))
        const hint = isId ? undefined : 'it is left out of this statement'
        const message = `no statement here is called '${String(value)}'`
        this.#report(issue('dangling', message, { path: [name], ...(hint ? { hint } : {}) }))
        return isId ? [value] : []
      })
      if (values.length === 0) delete linked[name]
      else linked[name] = Array.isArray(record[name]) ? values : values[0]
    }
    return linked as StatementRecord // as it was, but for the names
  }

  /** Now that every entity has come: are the ends of the types that their relations take? */
  #check(): void {
    const told = new Set<string>()
    const seen = new Uint8Array(this.#store.statements.length)
    // What an earlier load left open may be settled by entities of this one.
    for (const row of [...this.#store.waiting]) this.#checkRow(row, undefined, told, seen)
    const quick = new QuickCheck(this.#store)
    const { statement, line } = this.#stored.columns
    for (let stored = 1; stored < this.#stored.length; stored++) {
      const row = this.#store.forward(statement[stored]!)
      if (quick.isFine(row) && !this.#conflicts(row)) continue
      this.#checkRow(row, line[stored]!, told, seen)
    }
  }

  /** @param line where the statement stood in this load, or undefined where it was loaded before */
  #checkRow(row: Row, line: number | undefined, told: Set<string>, seen: Uint8Array): void {
    if (seen[row]) return
    seen[row] = 1
    this.#store.waiting.delete(row)
    if (!this.#store.isAlive(row)) return
    for (const found of checkStatement(this.#store, row)) {
      if (found.code === 'dangling') {
        this.#store.waiting.add(row)
        const key = found.entity ?? ''
        if (line === undefined || told.has(key)) continue
        told.add(key)
      }
      this.#log.report(line ? { ...found, line } : found)
      if (found.record === undefined) continue
      this.#counts.dropped++
      this.#counts.statements--
      this.#store.waiting.delete(row)
      this.#store.removeStatement(row)
      return
    }
    if (line === undefined || !this.#conflicts(row)) return
    const message = `claims about ${this.#store.statementId(row)} give times that cannot all be true`
    const place = { path: ['claims', 'when'], ...(line ? { line } : {}) }
    this.#log.report(issue('conflicting-details', message, place))
  }

  /** Whether claims of a statement give times that cannot all be true: one time alone, or none, always can. */
  #conflicts(row: Row): boolean {
    const { next, when } = this.#store.claims.columns
    let time = 0
    for (let claim = this.#store.statements.columns.first[row]!; claim !== 0; claim = next[claim]!) {
      if (time === 0) time = when[claim]!
      else if (when[claim] !== 0 && when[claim] !== time) {
        return statementDays(this.#store, row, [...this.#store.claimsOf(row)])?.conflicting ?? false
      }
    }
    return false
  }
}

function namesStatement(value: unknown): boolean {
  return typeof value === 'string' && (!value.includes(':') || STATEMENT_ID.test(value))
}

/** Loads a stream that is at hand. */
export function loadAll(loader: Loader, records: Iterable<unknown>): LoadReport {
  for (const record of records) loader.take(record)
  return loader.finish()
}

/** Loads a stream that comes bit by bit. */
export async function loadAsync(
  loader: Loader,
  records: AsyncIterable<unknown>,
  signal?: AbortSignal,
): Promise<LoadReport> {
  for await (const record of records) {
    if (signal?.aborted) throw signal.reason ?? fail('truncated', 'the load was stopped')
    loader.take(record)
  }
  signal?.throwIfAborted()
  return loader.finish()
}
