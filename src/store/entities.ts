import { byCodeUnits } from '../model/canonical'
import type { PrefixMap } from '../model/id'
import { type Issue, issue } from '../model/issue'
import type { EntityRecord } from '../model/record'
import { SCHEMES } from '../model/schemes'
import type { Ontology } from '../ontology/ontology'
import { Table } from './columns'
import { Dictionary } from './dictionary'
import { type Fields, mergeFields } from './merge'
import { Texts } from './texts'

/** A row of a table; 0 is none. */
export type Row = number

/** Takes issues that come up while something is stored. */
export type Report = (found: Issue) => void

const UNNAMED = 1
/** Fields of entities that are sets whatever the type. */
const ENTITY_SETS = new Set(['names', 'identifiers', 'addresses', 'sameAs', 'sources'])
const FIRST_FIELDS = ['type', 'id', 'label', 'names', 'identifiers', 'addresses', 'description']
const LAST_FIELDS = ['sameAs', 'sources', 'unnamed', 'extra']

/** A number has a digit that is not zero: `unknown`, `N/A` and `000000` stand for none, on many entries. */
const SAYS_A_NUMBER = /(?![0٠۰])\p{Nd}/u

type WritableEntity = { -readonly [K in keyof EntityRecord]: EntityRecord[K] }

/**
 * Prefixes whose ids stand for the thing itself, not for one list's or register's entry of it: where two
 * entities are one, such an id survives. Then any other prefix, then foreign IRIs.
 */
const OWN_PREFIXES = new Set(
  (
    'state territory organization alliance grouping government agency armed-force armed-group party company person ' +
    'vessel aircraft technology commodity sector treaty resolution programme event place source'
  ).split(' '),
)

/**
 * The half of a store that knows entities: their records, and which of them are one. An entity has a row from
 * when somebody first speaks of it.
 */
export class Entities {
  readonly ontology: Ontology
  readonly prefixes: PrefixMap
  /** Goes up with each change, so that what was derived can be seen to be old. */
  version = 0

  readonly ids = new Dictionary()
  readonly #entities = new Table({
    types: new Uint16Array(0),
    flags: new Uint8Array(0),
    body: new Uint32Array(0),
    /** In which order entities were first declared. */
    declared: new Uint32Array(0),
  })
  #declared = 0
  /** Bodies of entities (their records without id and type) and what claims have no column for, as JSON. */
  protected readonly texts = new Texts()
  readonly #typeSets = new Dictionary<readonly string[]>((key) => key.split(' '))
  readonly #strong = new Map<string, Row>()
  /** Which row stands for one that was merged into it. */
  protected readonly merged = new Map<Row, Row>()
  /** There are merges that statements do not follow yet. */
  protected unsettled = false

  constructor(ontology: Ontology, prefixes: PrefixMap) {
    this.ontology = ontology
    this.prefixes = prefixes
  }

  /** The row of an id, a new one where the id is new. */
  entityRow(id: string): Row {
    const row = this.ids.number(id)
    while (this.#entities.length <= row) this.#entities.add()
    return row
  }

  /** Gives a prefix its namespace; foreign IRIs under it that are spoken of already are known by it from now on. */
  setPrefix(prefix: string, namespace: string, report: Report): void {
    this.prefixes.set(prefix, namespace)
    const foreign = `iri:${namespace}`
    for (let row = 1; row < this.entityRows; row++) {
      const id = this.idOf(row)
      if (id.startsWith(foreign)) this.unite(row, this.entityRow(this.prefixes.canonical(id)), report)
    }
  }

  /** Whether there are ids with this prefix. */
  usesPrefix(prefix: string): boolean {
    for (let row = 1; row < this.entityRows; row++) if (this.idOf(row).startsWith(`${prefix}:`)) return true
    return false
  }

  /** The row that stands for an entity, for those who kept an older one. */
  current(row: Row): Row {
    return this.resolve(row)
  }

  /** The row by which the entity of this id is known, after all merges; 0 where nobody speaks of it. */
  findEntity(id: string): Row {
    return this.resolve(this.ids.find(this.prefixes.canonical(id)))
  }

  idOf(row: Row): string {
    return this.ids.at(row)
  }

  /** How many rows of entities there are, row 0 included: declared or only spoken of. */
  get entityRows(): number {
    return this.#entities.length
  }

  /** Whether the entity was declared (and is not merged into another). */
  isDeclared(row: Row): boolean {
    return (this.#entities.columns.body[row] ?? 0) !== 0
  }

  isUnnamed(row: Row): boolean {
    return (this.#entities.columns.flags[row]! & UNNAMED) !== 0
  }

  /** The types of an entity, without their ancestors; none where it was not declared. */
  typesOf(row: Row): readonly string[] {
    return this.#typeSets.get(this.#entities.columns.types[row] ?? 0) ?? []
  }

  /** A number that stands for the types of an entity; 0 where it was not declared. */
  typeSetOf(row: Row): number {
    return this.#entities.columns.types[row] ?? 0
  }

  /** Whether an entity has one of the types, or descends from it. */
  isOf(row: Row, types: readonly string[]): boolean {
    return this.typesOf(row).some((type) => types.some((asked) => this.ontology.isA(type, asked)))
  }

  /** Whether an entity may stand where one of the types is asked: an unnamed actor also where it might be one. */
  passesFor(row: Row, types: readonly string[]): boolean {
    if (this.isOf(row, types)) return true
    const mightBe = (type: string) => types.some((asked) => this.ontology.isA(asked, type))
    return this.isUnnamed(row) && this.typesOf(row).some(mightBe)
  }

  /** A fresh record of an entity. */
  entity(row: Row): EntityRecord | undefined {
    const body = this.texts.get(this.#entities.columns.body[row] ?? 0)
    if (body === undefined) return undefined
    const types = this.typesOf(row)
    const type = types.length === 1 ? types[0]! : types
    const record: WritableEntity = { type, id: this.idOf(row), ...(JSON.parse(body) as Fields) }
    if (this.merged.size > 0) this.#followMerges(record)
    return record
  }

  #followMerges(record: Fields): void {
    if (record.sources) record.sources = this.survivors(record.sources)
    for (const type of typeList(record.type as string)) {
      for (const { name, kind, ordered } of this.ontology.fields(type).values()) {
        if (kind === 'entity' && record[name] !== undefined)
          record[name] = this.survivors(record[name], ordered)
      }
    }
  }

  /**
   * Takes an entity; one that is there already is joined with what comes.
   *
   * @returns its row, or 0 where its types cannot be joined
   */
  putEntity(given: EntityRecord, report: Report): Row {
    const record = { ...given }
    if (this.merged.size > 0) this.#followMerges(record)
    const own = this.entityRow(record.id)
    let row = this.resolve(own)
    const why = this.#cannotBe(row, record)
    // Somebody called it the same as another thing before it came, and was wrong: they go apart again.
    if (why && row !== own) {
      this.merged.delete(own)
      row = this.resolve(own)
    }
    if (why) {
      report(issue('type-conflict', `${record.id} cannot be ${why}`, { path: ['type'] }))
      if (row !== own || this.#cannotBe(row, record)) return 0
    }
    const others = this.#same(record)
    const fit = others.filter((other) => this.#fit(row, other, record, report))
    const there = this.entity(row)
    this.version++
    this.#setBody(
      row,
      there ? this.#joined(row, there, record, report) : inOrder({ ...record, id: this.idOf(row) }),
    )
    for (const other of fit) this.unite(row, other, report)
    const survivor = this.resolve(row)
    const whole = there || fit.length > 0 ? this.entity(survivor)! : record
    for (const key of this.#strongKeys(whole)) {
      const other = this.#strong.get(key)
      if (other === undefined) this.#strong.set(key, survivor)
      else if (this.#fit(survivor, other, record, () => undefined)) this.unite(survivor, other, report)
    }
    return this.resolve(row)
  }

  /** Why a record cannot be of the entity of a row: what it is, or undefined where it can. */
  #cannotBe(row: Row, record: EntityRecord): string | undefined {
    if (!this.isDeclared(row)) return undefined
    const clash = this.#clash(this.typesOf(row), typeList(record.type))
    if (clash) return `a ${clash[0]} and a ${clash[1]} at once`
    if (this.isUnnamed(row) === (record.unnamed === true)) return undefined
    return this.isUnnamed(row) ? 'the unnamed actor of that id' : 'unnamed: it has a name here'
  }

  /** The entities that a record says are the same: by name, or by an identifier that one thing alone has. */
  #same(record: EntityRecord): Row[] {
    const named = (record.sameAs ?? []).map((id) => this.entityRow(id))
    const known = this.#strongKeys(record).flatMap((key) => this.#strong.get(key) ?? [])
    return [...named, ...known]
  }

  #strongKeys({ type, identifiers = [] }: EntityRecord): string[] {
    return identifiers.flatMap(({ scheme, value, country, valid }) => {
      const known = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme as keyof typeof SCHEMES] : undefined
      if (!known || !('strong' in known) || valid === false) return []
      const { strong } = known
      if (strong !== true && !typeList(type).some((one) => this.ontology.isA(one, strong))) return []
      if (!('of' in known)) return [`${scheme} ${value}`]
      // Lists write one number with other spaces and hyphens.
      const plain = value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
      return country && SAYS_A_NUMBER.test(plain) ? [`${scheme} ${country.toUpperCase()} ${plain}`] : []
    })
  }

  /** Whether another entity can be one with the record of a row; where not, that is reported. */
  #fit(row: Row, other: Row, record: EntityRecord, report: Report): boolean {
    const to = this.resolve(other)
    if (to === this.resolve(row) || !this.isDeclared(to)) return true
    const why = this.#cannotBe(to, record)
    if (!why) return true
    const message = `${record.id} and ${this.idOf(to)} cannot be one: nothing is ${why}`
    report(issue('type-conflict', message, { path: ['sameAs'] }))
    return false
  }

  /** Replaces the record of an entity; its id and types stay. */
  setEntity(row: Row, record: EntityRecord, report: Report): void {
    for (const other of this.#same(record)) this.#fit(row, other, record, report)
    this.#forgetIdentifiers(row)
    this.version++
    this.#setBody(row, record)
    this.putEntity(record, report) // new identifiers may unite it with others
  }

  #forgetIdentifiers(row: Row): void {
    for (const [key, of] of this.#strong) if (this.resolve(of) === row) this.#strong.delete(key)
  }

  /** Forgets the record of an entity; its row stays, for those who speak of it. */
  removeEntity(row: Row): void {
    this.version++
    const { types, flags, body } = this.#entities.columns
    types[row] = flags[row] = body[row] = 0
    this.#forgetIdentifiers(row)
  }

  /**
   * Makes two entities one. The surviving id is chosen by content: rank of prefix, then the smaller id.
   *
   * @returns false where they cannot be one
   */
  unite(a: Row, b: Row, report: Report): boolean {
    const [one, other] = [this.resolve(a), this.resolve(b)]
    if (one === other) return true
    if (this.isUnnamed(one) || this.isUnnamed(other)) {
      const named = this.idOf(this.isUnnamed(one) ? one : other)
      report(issue('type-conflict', `${named} is unnamed, and never merged with another`))
      return false
    }
    const clash = this.#clash(this.typesOf(one), this.typesOf(other))
    if (clash) {
      const both = `${this.idOf(one)} and ${this.idOf(other)}`
      report(
        issue('type-conflict', `${both} cannot be one: a ${clash[0]} is no ${clash[1]}`, {
          path: ['sameAs'],
        }),
      )
      return false
    }
    const [survivor, gone] = this.#outranks(one, other) ? [one, other] : [other, one]
    this.version++
    this.unsettled = true
    this.merged.set(gone, survivor)
    const { declared } = this.#entities.columns
    const [first, second] = (declared[one]! <= declared[other]! ? [one, other] : [other, one]).map((row) =>
      this.entity(row),
    )
    this.#entities.columns.body[gone] = 0
    this.#entities.columns.types[gone] = 0
    const record = first && second ? this.#joined(survivor, first, second, report) : (first ?? second)
    const ids = new Set([...(record?.sameAs ?? []), this.idOf(gone)])
    ids.delete(this.idOf(survivor))
    if (record)
      this.#setBody(
        survivor,
        inOrder({ ...record, id: this.idOf(survivor), sameAs: [...ids].sort(byCodeUnits) }),
      )
    return true
  }

  /** The row that stands for an entity, after all merges. */
  protected resolve(row: Row): Row {
    if (this.merged.size === 0) return row
    let at = row
    for (let up = this.merged.get(at); up !== undefined; up = this.merged.get(at)) at = up
    return at
  }

  #outranks(a: Row, b: Row): boolean {
    const [one, other] = [this.idOf(a), this.idOf(b)]
    const difference = rank(one) - rank(other)
    return difference === 0 ? one < other : difference < 0
  }

  #clash(a: readonly string[], b: readonly string[]): [string, string] | undefined {
    for (const one of a) {
      for (const other of b) if (!this.ontology.compatible(one, other)) return [one, other]
    }
    return undefined
  }

  #joined(row: Row, first: EntityRecord, second: EntityRecord, report: Report): EntityRecord {
    const types = this.ontology.leaves([...typeList(first.type), ...typeList(second.type)])
    const sets = new Set(ENTITY_SETS)
    for (const type of types) {
      for (const field of this.ontology.fields(type).values()) if (field.many) sets.add(field.name)
    }
    const { merged: fields, conflicts } = mergeFields(
      { ...first },
      { ...second, id: first.id, type: first.type },
      (f) => sets.has(f),
    )
    const id = this.idOf(row)
    for (const field of conflicts) {
      report(
        issue('conflict', `two records of ${id} differ in \`${field}\`: the first stands`, {
          path: field.split('.'),
        }),
      )
    }
    const sameAs = [fields.sameAs ?? []].flat().filter((other) => other !== id)
    return inOrder({
      ...fields,
      id,
      type: types.length === 1 ? types[0]! : types,
      sameAs: sameAs.length > 0 ? sameAs : undefined,
    })
  }

  #setBody(row: Row, record: EntityRecord): void {
    const { type, id: _, ...fields } = record
    const { types, flags, body, declared } = this.#entities.columns
    types[row] = this.#typeSets.number(typeof type === 'string' ? type : type.join(' '))
    flags[row] = record.unnamed ? UNNAMED : 0
    if (body[row] === 0) declared[row] = ++this.#declared
    const text = JSON.stringify(fields)
    // The same record again, as when a file is loaded twice, takes no more room.
    if (this.texts.get(body[row]!) !== text) body[row] = this.texts.add(text)
  }

  /** Values of a record that name entities, by the ids that survived: in a set, each once and in order. */
  protected survivors(value: unknown, ordered = false): unknown {
    if (Array.isArray(value)) {
      const ids = value.map((one) => String(this.survivors(one)))
      return ordered ? ids : [...new Set(ids)].sort(byCodeUnits)
    }
    const row = typeof value === 'string' ? this.ids.find(value) : 0
    return row === 0 ? value : this.idOf(this.resolve(row))
  }

  /** Gives back room after a large load. */
  trim(): void {
    this.#entities.trim()
    this.texts.trim()
  }
}

/** The types of a record as a list. */
export function typeList(type: string | readonly string[]): readonly string[] {
  return typeof type === 'string' ? [type] : type
}

/** The common fields first and last, the types' own between them by name: the same whoever came first. */
function inOrder(fields: Fields): EntityRecord {
  const place = (field: string) => {
    const first = FIRST_FIELDS.indexOf(field)
    return first >= 0 ? first - FIRST_FIELDS.length : LAST_FIELDS.indexOf(field) + 1
  }
  const order = (a: string, b: string) => place(a) - place(b) || byCodeUnits(a, b)
  const keys = Object.keys(fields)
  if (keys.every((key, i) => i === 0 || order(keys[i - 1]!, key) < 0)) return fields as EntityRecord // as below
  const sorted = keys.sort(order).map((key) => [key, fields[key]])
  return Object.fromEntries(sorted) as EntityRecord // with an id and a type, as it came
}

function rank(id: string): number {
  const prefix = id.slice(0, id.indexOf(':'))
  return OWN_PREFIXES.has(prefix) ? 0 : prefix === 'iri' ? 2 : 1
}
