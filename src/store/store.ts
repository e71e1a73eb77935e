import { byCodeUnits, canonicalJson } from '../model/canonical'
import { STANCES } from '../model/claim'
import type { PrefixMap } from '../model/id'
import { claimId, statementId } from '../model/identity'
import { issue } from '../model/issue'
import type { ClaimRecord, StatementRecord } from '../model/record'

import type { Ontology, Property, Relation } from '../ontology/ontology'
import { HashIndex, mix, mixString, Table } from './columns'
import { Dates } from './dates'
import { Dictionary } from './dictionary'
import { Entities, type Report, type Row } from './entities'
import { type Fields, mergeFields } from './merge'
import { Provenance } from './provenance'

/** From so many claims of one statement on, claims are looked up in an index. */
const MANY_CLAIMS = 32

export { type Report, type Row, typeList } from './entities'

/** Bits of a claim's `flags`. */
export const WITHDRAWN = 1
export const DERIVED = 2
export const MACHINE = 4
/** The place of `denies` among the stances. */
export const DENIES = STANCES.indexOf('denies')

/** Fields of claims that have a column of their own. */
const CLAIM_COLUMNS = new Set(['id', 'stance', 'by', 'source', 'at', 'said', 'when'])

/**
 * What a graph holds: entities, statements and claims as columns, sameness as equality of columns. Everything
 * is named by row; ids are computed when somebody looks.
 */
export class Store extends Entities {
  readonly statements = new Table({
    relation: new Uint16Array(0),
    subject: new Uint32Array(0),
    object: new Uint32Array(0),
    occurrence: new Uint32Array(0),
    qualifiers: new Uint32Array(0),
    first: new Uint32Array(0),
  })
  readonly occurrences = new Dictionary()
  /** Defining qualifiers as canonical JSON; a statement among them is `#row`. */
  readonly qualifiers = new Dictionary<Fields>((key) => JSON.parse(key) as Fields)
  #statementIndex = new HashIndex((row) => this.#statementHash(row))
  /** Statements that name others by ids nobody knew when they were stored. */
  readonly #unlinked = new Set<Row>()
  /** Statements that speak of entities nobody declared yet. */
  readonly waiting = new Set<Row>()
  /** Statements that turned out to be others, after a merge. */
  readonly #forward = new Map<Row, Row>()
  readonly #statementIds = new Map<Row, string>()
  readonly #statementsById = new Map<string, Row>()
  #indexedUpTo = 0

  readonly claims = new Table({
    statement: new Uint32Array(0),
    next: new Uint32Array(0),
    stance: new Uint8Array(0),
    flags: new Uint8Array(0),
    by: new Uint32Array(0),
    source: new Uint32Array(0),
    said: new Uint32Array(0),
    when: new Uint32Array(0),
    /** Where in the source: locators are mostly distinct, so they are texts. */
    at: new Uint32Array(0),
    /** What has no column: `via`, `withdrawn`, confidence, details…, as canonical JSON. */
    rest: new Uint32Array(0),
  })
  readonly dates = new Dates()
  /** Claims by what they say: only made where a statement has very many. */
  #claimIndex: HashIndex | undefined

  /** Who answers for each claim, and when it was made. */
  readonly provenance = new Provenance(this)
  readonly #claimsById = new Map<string, Row>()
  /** Claims that turned out to be others, after a merge. */
  readonly #claimForward = new Map<Row, Row>()
  #claimsIndexed = 1
  readonly #relations: readonly Relation[]
  /** Defining qualifiers by the place of their relation, in the order of canonical JSON. */
  readonly #defining: readonly (readonly Property[])[]
  /** By the place of a relation: defining qualifiers whose values are a list, not a set. */
  readonly #ordered: readonly ReadonlySet<string>[]

  constructor(ontology: Ontology, prefixes: PrefixMap) {
    super(ontology, prefixes)
    this.#relations = [...ontology.relations.values()]
    this.#defining = this.#relations.map(({ defining }) =>
      [...defining.values()].sort((a, b) => byCodeUnits(a.name, b.name)),
    )
    this.#ordered = this.#defining.map(
      (properties) => new Set(properties.filter(({ ordered }) => ordered).map(({ name }) => name)),
    )
  }

  // Statements

  relationOf(row: Row): Relation {
    return this.#relations[this.statements.columns.relation[row]!]!
  }

  /** Whether the statement still has a claim (and is not merged into another). */
  isAlive(row: Row): boolean {
    return this.statements.columns.first[row] !== 0
  }

  /** The defining qualifiers of a statement as they are stored. */
  qualifiersOf(row: Row): Fields {
    return this.qualifiers.get(this.statements.columns.qualifiers[row]!) ?? NONE
  }

  /** Whether some statement has had this value as a qualifier, or as one of several. */
  isQualifier(value: string): boolean {
    for (let number = 1; number <= this.qualifiers.size; number++) {
      if (Object.values(this.qualifiers.at(number)).flat().includes(value)) return true
    }
    return false
  }

  /** The row of a statement that a qualifier names, or 0 where the value is no such name. */
  referredStatement(value: unknown): Row {
    return typeof value === 'string' && value.startsWith('#') ? this.forward(Number(value.slice(1))) : 0
  }

  /** Where a statement is now that may have turned out to be another. */
  forward(row: Row): Row {
    if (this.#forward.size === 0) return row
    let at = row
    for (let to = this.#forward.get(at); to !== undefined; to = this.#forward.get(at)) at = to
    return at
  }

  /**
   * Takes a canonical statement and its claims; a statement that is there already takes the claims.
   * Statements among its qualifiers are named by id, or as `#row`.
   */
  putStatement(record: StatementRecord, report: Report): Row {
    const relation = this.ontology.relation(record.relation)
    const subject = this.resolve(this.entityRow(record.subject))
    const object = this.resolve(this.entityRow(record.object))
    const qualifiers = this.qualifiers.number(this.#qualifierKey(relation, record))
    const row = this.#statementRow(
      relation,
      subject,
      object,
      this.occurrences.number(record.occurrence),
      qualifiers,
    )
    this.version++
    if (!this.isAlive(row)) this.#indexedUpTo = Math.min(this.#indexedUpTo, row) // new, or come again
    if (this.qualifiers.get(qualifiers) && this.#namesUnknown(row)) this.#unlinked.add(row)
    for (const claim of record.claims) {
      this.putClaim(row, claim, report)
      this.#utter(row, relation, claim, report)
    }
    return row
  }

  #namesUnknown(row: Row): boolean {
    return Object.values(this.qualifiersOf(row))
      .flat()
      .some((value) => typeof value === 'string' && value.startsWith('stmt:'))
  }

  /** Links statements to those that they name by ids which somebody knows by now. */
  relink(report: Report): void {
    if (this.#unlinked.size === 0) return
    this.findStatement('') // so that every id is known
    for (const row of [...this.#unlinked]) {
      const names = Object.values(this.qualifiersOf(row)).flat()
      const isKnown = names.some((name) => typeof name === 'string' && this.#statementsById.has(name))
      if (this.isAlive(row) && !isKnown) continue
      this.#unlinked.delete(row)
      if (!this.isAlive(row)) continue
      const { subject, object, occurrence } = this.statements.columns
      const record: StatementRecord = {
        relation: this.relationOf(row).name,
        subject: this.idOf(subject[row]!),
        object: this.idOf(object[row]!),
        ...this.qualifiersOf(row),
        occurrence: this.occurrences.get(occurrence[row]!) ?? '',
        claims: [...this.claimsOf(row)].map((claim) => this.claim(claim)),
      }
      for (const claim of [...this.claimsOf(row)]) this.#dropClaim(claim)
      this.#forward.set(row, this.putStatement(record, report))
    }
  }

  #statementRow(relation: Relation, subject: Row, object: Row, occurrence: number, qualifiers: number): Row {
    const swap = relation.symmetric && this.idOf(object) < this.idOf(subject)
    const [a, b] = swap ? [object, subject] : [subject, object]
    const hash = statementHash(relation.index, a, b, occurrence, qualifiers)
    const { columns: c } = this.statements
    const found = this.#statementIndex.find(
      hash,
      (row) =>
        c.relation[row] === relation.index &&
        c.subject[row] === a &&
        c.object[row] === b &&
        c.occurrence[row] === occurrence &&
        c.qualifiers[row] === qualifiers,
    )
    if (found) return found
    const row = this.statements.add()
    c.relation[row] = relation.index
    c.subject[row] = a
    c.object[row] = b
    c.occurrence[row] = occurrence
    c.qualifiers[row] = qualifiers
    this.#statementIndex.add(hash, row)
    return row
  }

  #statementHash(row: Row): number {
    const c = this.statements.columns
    return statementHash(
      c.relation[row]!,
      c.subject[row]!,
      c.object[row]!,
      c.occurrence[row]!,
      c.qualifiers[row]!,
    )
  }

  #qualifierKey(relation: Relation, record: StatementRecord): string {
    let found: Fields | undefined
    for (const property of this.#defining[relation.index]!) {
      const value = record[property.name]
      if (value === undefined) continue
      found ??= {}
      found[property.name] = this.#stored(value, property)
    }
    // Canonical, since the names are in order and so is all that readers let through.
    return found ? JSON.stringify(found) : ''
  }

  /** A qualifier's value as it is stored: entities by their surviving ids, statements by row. */
  #stored(value: unknown, property: Property): unknown {
    if (property.kind !== 'entity' && property.kind !== 'statement' && property.kind !== 'thing') return value
    if (Array.isArray(value)) {
      const values = value.map((one) => this.#stored(one, property) as string)
      return property.ordered ? values : [...new Set(values)].sort(byCodeUnits)
    }
    const name = String(value)
    if (name.startsWith('#')) return `#${this.forward(Number(name.slice(1)))}`
    if (name.startsWith('stmt:')) {
      const row = this.#statementsById.get(name)
      return row === undefined ? name : `#${this.forward(row)}`
    }
    if (this.merged.size === 0) return name
    const row = this.ids.find(name)
    return row === 0 ? name : this.idOf(this.resolve(row))
  }

  // Claims

  /** Takes a claim about a statement; one that is there already is joined with what comes. */
  putClaim(statement: Row, claim: ClaimRecord, report: Report): Row {
    const stance = STANCES.indexOf(claim.stance)
    const by = claim.by === undefined ? 0 : this.resolve(this.entityRow(claim.by))
    const source = claim.source === undefined ? 0 : this.resolve(this.entityRow(claim.source))
    const said = this.dates.number(claim.said)
    const isFirst = this.statements.columns.first[statement] === 0
    const found = isFirst ? 0 : this.#findClaim(statement, stance, by, source, claim.at, said)
    if (found) {
      this.#joinClaim(found, claim, report)
      return found
    }
    const row = this.claims.add()
    const { columns: c } = this.claims
    c.statement[row] = statement
    c.stance[row] = stance
    c.by[row] = by
    c.source[row] = source
    c.said[row] = said
    c.at[row] = this.texts.add(claim.at)
    this.#describe(row, claim)
    this.#link(statement, row)
    this.#claimIndex?.add(this.#claimHash(row), row)
    return row
  }

  /** The claim that says this of a statement, or 0: one look at each of its claims, as long as they are few. */
  #findClaim(
    statement: Row,
    stance: number,
    by: Row,
    source: Row,
    at: string | undefined,
    said: number,
  ): Row {
    const { columns: c } = this.claims
    const same = (row: Row) =>
      c.statement[row] === statement &&
      c.stance[row] === stance &&
      c.by[row] === by &&
      c.source[row] === source &&
      c.said[row] === said &&
      this.texts.is(c.at[row]!, at)
    if (!this.#claimIndex) {
      let looked = 0
      for (let row = this.statements.columns.first[statement]!; row !== 0; row = c.next[row]!) {
        if (same(row)) return row
        if (++looked === MANY_CLAIMS) this.#claimIndex = this.#indexClaims()
      }
      if (!this.#claimIndex) return 0
    }
    return this.#claimIndex.find(claimHash(statement, stance, by, source, at, said), same)
  }

  #indexClaims(): HashIndex {
    const index = new HashIndex((row) => this.#claimHash(row))
    for (let row = 1; row < this.claims.length; row++) {
      if (this.claims.columns.statement[row] !== 0) index.add(this.#claimHash(row), row)
    }
    return index
  }

  /** Claims about a statement, the last to come first. */
  *claimsOf(statement: Row): Generator<Row> {
    const { next } = this.claims.columns
    for (let row = this.statements.columns.first[statement]!; row !== 0; row = next[row]!) yield row
  }

  /** Where in its source a claim stands. */
  atOf(row: Row): string | undefined {
    return this.texts.get(this.claims.columns.at[row]!)
  }

  /** What a claim says beside its key, as it is stored. */
  restOf(row: Row): Fields {
    const text = this.texts.get(this.claims.columns.rest[row]!)
    return text === undefined ? {} : (JSON.parse(text) as Fields)
  }

  /** Sets what a claim says beside its key. */
  setClaim(row: Row, claim: ClaimRecord): void {
    this.version++
    this.#describe(row, claim)
    const charge = this.#chargeOf(row)
    if (charge === 0) return
    const { withdrawn: _, ...rest } = this.claim(charge)
    this.#describe(charge, claim.withdrawn === undefined ? rest : { ...rest, withdrawn: claim.withdrawn })
  }

  /** Removes a claim; with an accusation or threat goes what it makes its subject claim. */
  removeClaim(row: Row): void {
    const charge = this.#chargeOf(row)
    this.#dropClaim(row)
    if (charge !== 0) this.#dropClaim(charge)
  }

  #dropClaim(row: Row): void {
    this.version++
    const { statement, next } = this.claims.columns
    const { first } = this.statements.columns
    const of = statement[row]!
    if (first[of] === row) first[of] = next[row]!
    else {
      let before = first[of]!
      while (next[before] !== row) before = next[before]!
      next[before] = next[row]!
    }
    statement[row] = 0 // the index passes over it
  }

  removeStatement(row: Row): void {
    for (const claim of [...this.claimsOf(row)]) this.removeClaim(claim)
  }

  #link(statement: Row, claim: Row): void {
    const { first } = this.statements.columns
    this.claims.columns.next[claim] = first[statement]!
    first[statement] = claim
  }

  #describe(row: Row, claim: Fields): void {
    let rest: Fields | undefined
    for (const key of Object.keys(claim)) {
      if (CLAIM_COLUMNS.has(key) || claim[key] === undefined) continue
      rest ??= {}
      rest[key] = claim[key]
    }
    const { when, flags, rest: texts } = this.claims.columns
    when[row] = this.dates.number(claim.when as string | undefined)
    texts[row] = rest ? this.texts.add(canonicalJson(rest)) : 0
    flags[row] =
      (claim.withdrawn === undefined ? 0 : WITHDRAWN) |
      (claim.method === 'derived' ? DERIVED : claim.method === 'machine' ? MACHINE : 0)
  }

  #joinClaim(row: Row, claim: ClaimRecord, report: Report): void {
    const { columns: c } = this.claims
    const there = this.#withSurvivors(this.restOf(row), c.statement[row]!)
    const when = this.dates.text(c.when[row]!)
    if (when !== undefined) there.when = when
    const described = Object.entries(claim).filter(([key]) => key === 'when' || !CLAIM_COLUMNS.has(key))
    const comes = this.#withSurvivors(Object.fromEntries(described), c.statement[row]!)
    if (canonicalJson(there) === canonicalJson(comes)) return
    const { details } = this.relationOf(c.statement[row]!)
    const { merged, conflicts } = mergeFields(there, comes, (field) => {
      const detail = details.get(field)
      return detail?.many === true && !detail.ordered
    })
    for (const field of conflicts) {
      report(
        issue('conflict', `two records of one claim differ in \`${field}\`: the first stands`, {
          path: ['claims', field],
        }),
      )
    }
    this.#describe(row, merged)
  }

  /** A speech act makes a claim about what it is said of: that X accuses is one statement, the charge another. */
  #utter(row: Row, relation: Relation, claim: ClaimRecord, report: Report): void {
    if (!relation.utters || claim.stance !== 'asserts') return
    const said = this.referredStatement(this.qualifiersOf(row)[relation.utters.property])
    if (said === 0) return
    const by = this.idOf(this.statements.columns.subject[row]!)
    const { source, at, said: date, withdrawn } = claim
    this.putClaim(
      said,
      {
        stance: relation.utters.stance,
        by,
        ...(source === undefined ? {} : { source }),
        ...(at === undefined ? {} : { at }),
        ...(date === undefined ? {} : { said: date }),
        ...(withdrawn === undefined ? {} : { withdrawn }),
        ...(claim.by === undefined || claim.by === by ? {} : { via: claim.by }),
      },
      report,
    )
  }

  /** The claim that a speech act makes about what it is said of, or 0. */
  #chargeOf(claim: Row): Row {
    const { columns: c } = this.claims
    const act = c.statement[claim]!
    const { utters } = this.relationOf(act)
    if (!utters || STANCES[c.stance[claim]!] !== 'asserts') return 0
    const said = this.referredStatement(this.qualifiersOf(act)[utters.property])
    if (said === 0) return 0
    const by = this.statements.columns.subject[act]!
    const stance = STANCES.indexOf(utters.stance)
    return this.#findClaim(said, stance, by, c.source[claim]!, this.atOf(claim), c.said[claim]!)
  }

  #claimHash(row: Row): number {
    const c = this.claims.columns
    return claimHash(
      c.statement[row]!,
      c.stance[row]!,
      c.by[row]!,
      c.source[row]!,
      this.atOf(row),
      c.said[row]!,
    )
  }

  // Ids

  /** The id of a statement: a hash of what it says. */
  statementId(row: Row): string {
    const known = this.#statementIds.get(row)
    if (known !== undefined) return known
    const c = this.statements.columns
    const id = statementId(
      {
        relation: this.relationOf(row).name,
        subject: this.idOf(c.subject[row]!),
        object: this.idOf(c.object[row]!),
        occurrence: this.occurrences.get(c.occurrence[row]!) ?? '',
        qualifiers: this.namedQualifiers(row),
      },
      { ordered: this.#ordered[c.relation[row]!]! },
    )
    this.#statementIds.set(row, id)
    this.#statementsById.set(id, row)
    return id
  }

  /** The defining qualifiers of a statement, with statements among them by id. */
  namedQualifiers(row: Row): Fields {
    const stored = this.qualifiersOf(row)
    const name = (value: unknown, isOrdered: boolean): unknown => {
      if (Array.isArray(value)) {
        const named = value.map((one) => name(one, isOrdered) as string)
        return isOrdered ? named : named.sort(byCodeUnits)
      }
      const referred = this.referredStatement(value)
      return referred === 0 ? value : this.statementId(referred)
    }
    const { defining } = this.relationOf(row)
    return Object.fromEntries(
      Object.keys(stored).map((key) => {
        const { kind, ordered = false } = defining.get(key) ?? {}
        return [key, kind === 'statement' || kind === 'thing' ? name(stored[key], ordered) : stored[key]]
      }),
    )
  }

  /** The id of a claim: a hash of who says what, how, where and when. */
  claimId(row: Row): string {
    const c = this.claims.columns
    const stance = STANCES[c.stance[row]!]!
    const [by, source] = [this.ids.get(c.by[row]!), this.ids.get(c.source[row]!)]
    const [at, said] = [this.atOf(row), this.dates.text(c.said[row]!)]
    return claimId(this.statementId(c.statement[row]!), { stance, by, source, at, said })
  }

  /** The row of a statement by an id it has or had; 0 where there is none. */
  findStatement(id: string): Row {
    this.settle(() => undefined)
    if (!this.isAlive(this.forward(this.#statementsById.get(id) ?? 0))) {
      for (let row = Math.max(1, this.#indexedUpTo); row < this.statements.length; row++) {
        if (this.isAlive(row)) this.statementId(row)
      }
      this.#indexedUpTo = this.statements.length
    }
    const row = this.forward(this.#statementsById.get(id) ?? 0)
    return row !== 0 && this.isAlive(row) ? row : 0
  }

  /** The row of a claim by its id; 0 where there is none. */
  findClaim(id: string): Row {
    this.settle(() => undefined)
    for (let row = this.#claimsIndexed; row < this.claims.length; row++) {
      if (this.claims.columns.statement[row] !== 0) this.#claimsById.set(this.claimId(row), row)
    }
    this.#claimsIndexed = this.claims.length
    let row = this.#claimsById.get(id) ?? 0
    for (let to = this.#claimForward.get(row); to !== undefined; to = this.#claimForward.get(row)) row = to
    return this.claims.columns.statement[row] === 0 ? 0 : row
  }

  // Settling

  /**
   * Carries merges through: ends, claimants and qualifiers take the surviving rows, and statements and
   * claims that have become the same are joined.
   */
  settle(report: Report): void {
    if (!this.unsettled) return
    this.unsettled = false
    this.version++
    this.#keepIds()
    this.#statementIds.clear() // the ids they had keep resolving: `#statementsById` stays
    this.#indexedUpTo = 0
    this.#claimsIndexed = 1
    this.#claimIndex = undefined // what it holds is not what they say any more
    const claims = this.claims.columns
    for (let row = 1; row < this.claims.length; row++) {
      claims.by[row] = this.resolve(claims.by[row]!)
      claims.source[row] = this.resolve(claims.source[row]!)
    }
    // Joining statements can make others the same that speak of them, so: until nothing changes.
    let changed = true
    while (changed) changed = this.#settleStatements(report)
  }

  /** Notes the ids of what is about to change: they keep resolving. */
  #keepIds(): void {
    const [statements, claims] = [this.statements.columns, this.claims.columns]
    const moves = (row: Row) => this.resolve(row) !== row
    for (let row = 1; row < this.claims.length; row++) {
      const about = claims.statement[row]!
      if (about === 0) continue
      const isMoved = moves(statements.subject[about]!) || moves(statements.object[about]!)
      if (isMoved || moves(claims.by[row]!) || moves(claims.source[row]!)) {
        this.#claimsById.set(this.claimId(row), row) // which notes the id of its statement, too
      }
    }
  }

  #settleStatements(report: Report): boolean {
    const { columns: c } = this.statements
    this.#statementIndex = new HashIndex((row) => this.#statementHash(row))
    const joined: [from: Row, to: Row][] = []
    for (let row = 1; row < this.statements.length; row++) {
      if (!this.isAlive(row)) continue
      const relation = this.relationOf(row)
      const [a, b] = [this.resolve(c.subject[row]!), this.resolve(c.object[row]!)]
      const swap = relation.symmetric && this.idOf(b) < this.idOf(a)
      c.subject[row] = swap ? b : a
      c.object[row] = swap ? a : b
      if (c.qualifiers[row] !== 0) {
        const stored = { ...this.qualifiersOf(row) } as unknown as StatementRecord // read by name only
        c.qualifiers[row] = this.qualifiers.number(this.#qualifierKey(relation, stored))
      }
      const hash = this.#statementHash(row)
      const first = this.#statementIndex.find(hash, (other) => this.#sameStatement(other, row))
      if (first === 0) this.#statementIndex.add(hash, row)
      else joined.push([row, first])
    }
    for (const [from, to] of joined) {
      for (const claim of [...this.claimsOf(from)]) {
        const record = this.claim(claim)
        this.#dropClaim(claim)
        this.#claimForward.set(claim, this.putClaim(to, record, report))
      }
      this.#forward.set(from, to)
    }
    this.#settleClaims(report)
    return joined.length > 0
  }

  #settleClaims(report: Report): void {
    const { columns: c } = this.claims
    const index = new HashIndex((row) => this.#claimHash(row))
    this.#claimIndex = undefined
    for (let row = 1; row < this.claims.length; row++) {
      if (c.statement[row] === 0) continue
      const hash = this.#claimHash(row)
      const first = index.find(hash, (other) => this.#sameClaim(other, row))
      if (first === 0) index.add(hash, row)
      else {
        const record = this.claim(row)
        this.#dropClaim(row)
        this.#joinClaim(first, record, report)
        this.#claimForward.set(row, first)
      }
    }
  }

  #sameStatement(a: Row, b: Row): boolean {
    const c = this.statements.columns
    return (
      c.relation[a] === c.relation[b] &&
      c.subject[a] === c.subject[b] &&
      c.object[a] === c.object[b] &&
      c.occurrence[a] === c.occurrence[b] &&
      c.qualifiers[a] === c.qualifiers[b]
    )
  }

  #sameClaim(a: Row, b: Row): boolean {
    const c = this.claims.columns
    return (
      c.statement[a] === c.statement[b] &&
      c.stance[a] === c.stance[b] &&
      c.by[a] === c.by[b] &&
      c.source[a] === c.source[b] &&
      c.said[a] === c.said[b] &&
      this.atOf(a) === this.atOf(b)
    )
  }

  // Reading

  /** A fresh record of a claim, without its id. */
  claim(row: Row): ClaimRecord {
    const c = this.claims.columns
    const rest = this.#withSurvivors(this.restOf(row), c.statement[row]!)
    const key: Fields = {
      stance: STANCES[c.stance[row]!],
      by: this.ids.get(c.by[row]!),
      source: this.ids.get(c.source[row]!),
      at: this.atOf(row),
      via: rest.via,
      said: this.dates.text(c.said[row]!),
      when: this.dates.text(c.when[row]!),
    }
    for (const name of Object.keys(key)) if (key[name] === undefined) delete key[name]
    return { ...key, ...rest } as ClaimRecord // read from its columns
  }

  /** What a claim says beside its key, with entities by the ids that survived. */
  #withSurvivors(rest: Fields, statement: Row): Fields {
    if (this.merged.size === 0) return rest
    const { details } = this.relationOf(statement)
    for (const key of Object.keys(rest)) {
      const detail = details.get(key)
      const kind = key === 'via' ? 'entity' : detail?.kind
      if (kind === 'entity' || kind === 'thing') rest[key] = this.survivors(rest[key], detail?.ordered)
    }
    return rest
  }

  /** Gives back room after a large load. */
  override trim(): void {
    super.trim()
    this.statements.trim()
    this.claims.trim()
    this.dates.trim()
  }
}

const NONE: Fields = Object.freeze({})

function statementHash(
  relation: number,
  subject: Row,
  object: Row,
  occurrence: number,
  qualifiers: number,
): number {
  return mix(mix(mix(mix(mix(0, relation), subject), object), occurrence), qualifiers)
}

function claimHash(
  statement: Row,
  stance: number,
  by: Row,
  source: Row,
  at: string | undefined,
  said: number,
): number {
  const key = mix(mix(mix(mix(mix(1, statement), stance), by), source), said)
  return at === undefined ? key : mixString(key, at)
}
