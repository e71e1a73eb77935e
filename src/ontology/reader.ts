import { byCodeUnits, canonicalJson } from '../model/canonical'
import { STANCES, type Stance } from '../model/claim'
import { parseWhen } from '../model/edtf'
import { type Issue, type IssueCode, issue } from '../model/issue'
import { Problem } from '../model/problem'
import type { ClaimRecord, EntityRecord, StatecraftRecord, StatementRecord } from '../model/record'
import { didYouMean } from '../model/suggest'
import { readText } from '../model/text'
import { CLAIM_FIELD_READERS, readForeign, readOccurrence } from './fields'
import type { Ontology, Property, Relation } from './ontology'
import { readAddresses, readAliases, readIdentifiers, readList, readNames, type Tell } from './parts'
import { issueCodeOf, kindOf, readHandle, readId, readOne, type ValueContext } from './values'

type Json = { readonly [key: string]: unknown }
type Path = readonly (string | number)[]
type Fields = Map<string, unknown>

/** What a reader is made with. */
export interface ReaderOptions extends ValueContext {
  /** Takes every issue; one that throws stops the reading. */
  readonly report: (found: Issue) => void
  /** The source of claims that name neither a claimant nor a source. */
  readonly defaultSource?: string
}

const EXCERPT = 500

/**
 * Foreign data in, canonical records out: what is fine is kept in its canonical form, what is not is reported
 * and left out, and a record is dropped only for a required part.
 */
export class RecordReader {
  defaultSource: string | undefined
  readonly #ontology: Ontology
  readonly #context: ValueContext
  readonly #report: (found: Issue) => void
  /** Details that a claim has to give, by the place of its relation. */
  readonly #required: readonly (readonly Property[])[]
  #record: unknown
  #line: number | undefined

  constructor(ontology: Ontology, options: ReaderOptions) {
    this.#ontology = ontology
    this.#context = options
    this.#required = [...ontology.relations.values()].map(({ details }) =>
      [...details.values()].filter((property) => property.required),
    )
    this.#report = options.report
    this.defaultSource = options.defaultSource
  }

  /**
   * Reads one record.
   *
   * @param record anything; never changed
   * @param line where it stood, for issues
   * @returns the canonical record, or undefined where it was dropped
   */
  read(record: unknown, line?: number): StatecraftRecord | undefined {
    this.#record = record
    this.#line = line
    if (!isJson(record)) return this.#drop('bad-json', `a record is an object, not ${kindOf(record)}`)
    if (Object.hasOwn(record, 'relation')) return this.#statement(record)
    if (Object.hasOwn(record, 'type')) return this.#entity(record)
    return this.#drop('bad-json', 'a record has a `type` (an entity) or a `relation` (a statement)')
  }

  // Statements

  #statement(raw: Json): StatementRecord | undefined {
    const name = raw.relation
    const relation = typeof name === 'string' ? this.#ontology.relations.get(name) : undefined
    if (!relation) return this.#unknown('unknown-relation', 'relation', name, this.#ontology.relations.keys())
    const subject = this.#requiredId(raw.subject, 'subject')
    const object = this.#requiredId(raw.object, 'object')
    if (subject === undefined || object === undefined) return undefined

    const record: Record<string, unknown> = { relation: relation.name, subject, object }
    let details: Record<string, unknown> | undefined
    let extra: Fields | undefined
    for (const key of Object.keys(raw)) {
      const value = raw[key]
      if (STATEMENT_KEYS.has(key) || value === undefined || value === null) continue
      const qualifier = relation.defining.get(key)
      const property = qualifier ?? relation.details.get(key)
      if (!property) {
        extra = this.#unknownField(key, value, [key], extra, relation)
        continue
      }
      const read = this.#value(value, property, HERE, key)
      if (read === undefined) continue
      if (qualifier) record[key] = read
      else {
        details ??= {}
        details[key] = read
      }
    }
    for (const { name, default: meant } of relation.defaults) record[name] ??= meant
    extra = this.#givenExtra(raw.extra, ['extra'], extra)

    const claims = this.#claims(raw.claims, relation, details, extra)
    if (claims.length === 0) return this.#drop('no-claims', 'nobody claims this statement', ['claims'])
    record.occurrence = this.#occurrence(raw.occurrence, details?.when)
    record.claims = claims
    if (raw.ref !== undefined && raw.ref !== null) {
      const ref = readHandle(raw.ref)
      if (ref instanceof Problem) this.#problem('bad-value', ref, ['ref'])
      else record.ref = ref
    }
    return record as unknown as StatementRecord // built key by key above
  }

  /** As given, else the start of `when` as stated, else nothing. */
  #occurrence(given: unknown, when: unknown): string {
    if (given !== undefined && given !== null) {
      const text = readOccurrence(given)
      if (!(text instanceof Problem)) return text
      this.#problem('bad-value', text, ['occurrence'])
    }
    const parsed = typeof when === 'string' ? parseWhen(when) : undefined
    return parsed && !(parsed instanceof Problem) ? parsed.start : ''
  }

  #claims(
    raw: unknown,
    relation: Relation,
    details: Json | undefined,
    extra: Fields | undefined,
  ): ClaimRecord[] {
    if (!Array.isArray(raw)) {
      if (raw !== undefined && raw !== null) {
        this.#problem('bad-value', new Problem(`claims are a list, not ${kindOf(raw)}`), ['claims'])
      }
      return []
    }
    const claims: ClaimRecord[] = []
    for (let i = 0; i < raw.length; i++) {
      const claim = this.#claim(raw[i], relation, details, extra, ['claims', i])
      if (claim) claims.push(claim)
    }
    return claims
  }

  #claim(
    raw: unknown,
    relation: Relation,
    details: Json | undefined,
    outer: Fields | undefined,
    path: Path,
  ): ClaimRecord | undefined {
    if (!isJson(raw)) {
      this.#problem('bad-value', new Problem(`a claim is an object, not ${kindOf(raw)}`), path)
      return undefined
    }
    const stance = raw.stance as Stance // if it is one
    if (!STANCES.includes(stance)) {
      const given = typeof raw.stance === 'string' ? `'${raw.stance.slice(0, 80)}'` : kindOf(raw.stance)
      const meant = typeof raw.stance === 'string' ? didYouMean(raw.stance, STANCES) : undefined
      const hint = meant ?? `one of ${STANCES.join(', ')}`
      this.#problem('bad-value', new Problem(`a claim has a stance, not ${given}`, hint), [...path, 'stance'])
      return undefined
    }
    const claim: Record<string, unknown> = { stance }
    let extra = outer && new Map(outer)
    for (const key of Object.keys(raw)) {
      const value = raw[key]
      if (value === undefined || value === null || key === 'stance' || key === 'id' || key === 'extra')
        continue
      const field = CLAIM_FIELD_READERS.get(key)
      if (field) {
        const found = field.read(value, this.#context)
        if (found instanceof Problem) this.#problem(field.code, found, [...path, key])
        else claim[key] = found
        continue
      }
      const property = relation.details.get(key)
      if (property) {
        const found = this.#value(value, property, path, key)
        if (found !== undefined) claim[key] = found
      } else extra = this.#unknownField(key, value, [...path, key], extra, relation)
    }
    if (details) for (const key of Object.keys(details)) claim[key] ??= details[key]
    extra = this.#givenExtra(raw.extra, [...path, 'extra'], extra)
    if (extra?.size) claim.extra = Object.fromEntries([...extra].sort(([a], [b]) => byCodeUnits(a, b)))
    if (claim.by === undefined && claim.source === undefined) {
      if (this.defaultSource !== undefined) claim.source = this.defaultSource
      const whose = this.defaultSource ? `it counts as ${this.defaultSource}'s` : 'nobody answers for it'
      this.#problem('unattributed', new Problem(`a claim has neither \`by\` nor \`source\`: ${whose}`), path)
    }
    for (const property of this.#required[relation.index]!) {
      if (stance !== 'denies' && claim[property.name] === undefined) {
        const missing = new Problem(`${relation.name} without \`${property.name}\` reads as 'not-stated'`)
        this.#problem('missing-field', missing, [...path, property.name])
        if (property.values?.has('not-stated'))
          claim[property.name] = property.many ? ['not-stated'] : 'not-stated'
      }
    }
    return claim as ClaimRecord // built key by key above
  }

  // Entities

  #entity(raw: Json): EntityRecord | undefined {
    const given = Array.isArray(raw.type) ? raw.type : [raw.type]
    for (const type of given.length ? given : [undefined]) {
      if (typeof type !== 'string' || !this.#ontology.types.has(type)) {
        return this.#unknown('unknown-type', 'type', type, this.#ontology.types.keys())
      }
    }
    const types = this.#ontology.leaves(given as string[])
    for (const a of types) {
      const b = types.find((other) => !this.#ontology.compatible(a, other))
      if (b) return this.#drop('type-conflict', `nothing is a ${a} and a ${b} at once`, ['type'])
    }
    const id = this.#requiredId(raw.id, 'id')
    if (id === undefined) return undefined

    const fields = this.#fieldsOf(types)
    const own: Record<string, unknown> = {}
    let extra: Fields | undefined
    for (const key of Object.keys(raw)) {
      const value = raw[key]
      if (ENTITY_KEYS.has(key) || value === undefined || value === null) continue
      const property = fields.get(key)
      if (property) {
        const read = this.#value(value, property, HERE, key)
        if (read !== undefined) own[key] = read
      } else
        extra = this.#unknownField(key, value, [key], extra, undefined, [...fields.keys(), ...ENTITY_KEYS])
    }
    extra = this.#givenExtra(raw.extra, ['extra'], extra)

    const label = raw.label === undefined || raw.label === null ? undefined : this.#text(raw.label, ['label'])
    if (label === undefined && raw.unnamed !== true) {
      this.#problem('missing-field', new Problem('the entity has no label'), ['label'])
    }
    if (raw.unnamed != null && typeof raw.unnamed !== 'boolean') {
      this.#problem('bad-value', new Problem('unnamed is true, or not there'), ['unnamed'])
    }
    if (raw.unnamed === true && raw.sameAs != null) {
      this.#problem('bad-value', new Problem('an unnamed actor is never merged with another'), ['sameAs'])
    }
    const record: Record<string, unknown> = { type: types.length === 1 ? types[0]! : types, id }
    const put = (key: string, value: unknown) => {
      if (value !== undefined) record[key] = value
    }
    put('label', label)
    put('names', sorted([...readNames(raw.names, this.#tell), ...readAliases(raw.aliases, this.#tell)]))
    put('identifiers', sorted(readIdentifiers(raw.identifiers, this.#tell)))
    put('addresses', sorted(readAddresses(raw.addresses, this.#tell)))
    if (raw.description != null) put('description', this.#text(raw.description, ['description']))
    for (const name of fields.keys()) put(name, own[name])
    if (raw.unnamed !== true) {
      put('sameAs', sorted(this.#ids(raw.sameAs, ['sameAs']).filter((other) => other !== id)))
    }
    put('sources', sorted(this.#ids(raw.sources, ['sources'])))
    if (raw.unnamed === true) record.unnamed = true
    if (extra?.size) record.extra = Object.fromEntries([...extra].sort(([a], [b]) => byCodeUnits(a, b)))
    return record as unknown as EntityRecord // built key by key above
  }

  /** The fields of all the types, those of the first first. */
  #fieldsOf(types: readonly string[]): ReadonlyMap<string, Property> {
    if (types.length === 1) return this.#ontology.fields(types[0]!)
    return new Map(types.flatMap((type) => [...this.#ontology.fields(type)]))
  }

  // Values

  /** Reads what stands at a key within something. The path is only put together where there is trouble. */
  #value(value: unknown, property: Property, within: Path, key: string): unknown {
    if (property.many) {
      if (!Array.isArray(value)) return this.#set([this.#single(value, property, within, key)], property)
      return this.#set(
        value.map((one, i) => this.#single(one, property, within, key, i)),
        property,
      )
    }
    if (Array.isArray(value) && property.kind !== 'share') {
      const problem = new Problem(`\`${property.name}\` takes one value`, 'write a record for each')
      return this.#problem('bad-value', problem, [...within, key])
    }
    return this.#single(value, property, within, key)
  }

  #set(read: readonly unknown[], property: Property): unknown {
    const values = read.filter((one) => one !== undefined)
    if (values.length === 0) return undefined
    return property.ordered ? values : sorted(values)
  }

  #single(value: unknown, property: Property, within: Path, key: string, i?: number): unknown {
    if (property.kind === 'text') return this.#text(value, pathTo(within, key, i))
    const read = readOne(value, property, this.#context)
    return read instanceof Problem
      ? this.#problem(issueCodeOf(property.kind), read, pathTo(within, key, i))
      : read
  }

  #text(value: unknown, path: Path) {
    return readText(value, (problem, language) =>
      this.#problem('bad-text', problem, language === undefined ? path : [...path, language]),
    )
  }

  #requiredId(value: unknown, key: string): string | undefined {
    const id = value === undefined ? new Problem(`there is no ${key}`) : readId(value, this.#context)
    return id instanceof Problem ? this.#drop('bad-id', id.message, [key], id.hint) : id
  }

  #ids(raw: unknown, path: Path): string[] {
    return readList(raw, path, (value) => readId(value, this.#context), this.#tell, 'bad-id')
  }

  #givenExtra(raw: unknown, path: Path, extra: Fields | undefined): Fields | undefined {
    if (raw === undefined || raw === null) return extra
    if (isJson(raw)) return this.#extra(raw, path, extra)
    this.#problem('bad-value', new Problem(`extra is an object, not ${kindOf(raw)}`), path)
    return extra
  }

  /** Foreign data is kept as it is, as long as it is JSON that somebody could have meant. */
  #extra(raw: Json, path: Path, extra: Fields = new Map()): Fields {
    for (const [key, value] of Object.entries(raw)) {
      if (value === undefined) continue
      const copy = readForeign(value)
      if (copy instanceof Problem) this.#problem('bad-value', copy, [...path, key])
      else extra.set(key, copy)
    }
    return extra
  }

  // Issues

  #unknownField(
    key: string,
    value: unknown,
    path: Path,
    extra: Fields | undefined,
    relation?: Relation,
    known: Iterable<string> = relation
      ? [...relation.defining.keys(), ...relation.details.keys(), ...CLAIM_KEYS]
      : [],
  ): Fields {
    const of = relation ? ` of ${relation.name}` : ''
    const problem = new Problem(
      `'${key.slice(0, 80)}' is no field${of}; it is kept under extra`,
      didYouMean(key, known),
    )
    this.#problem('unknown-field', problem, path)
    return this.#extra(Object.fromEntries([[key, value]]), path.slice(0, -1), extra)
  }

  #unknown(
    code: 'unknown-type' | 'unknown-relation',
    what: string,
    name: unknown,
    known: Iterable<string>,
  ): undefined {
    if (typeof name !== 'string')
      return this.#drop(code, `the ${what} is ${kindOf(name)}, not a name`, [what])
    return this.#drop(code, `there is no ${what} '${name.slice(0, 80)}'`, [what], didYouMean(name, known))
  }

  readonly #tell: Tell = (code, problem, path) => this.#problem(code, problem, path)

  #problem(code: IssueCode, problem: Problem, path: Path): undefined {
    this.#report(
      issue(code, problem.message, {
        path,
        ...(problem.hint === undefined ? {} : { hint: problem.hint }),
        ...(this.#line === undefined ? {} : { line: this.#line }),
      }),
    )
  }

  /** A required part is bad: the record is lost, and its text stays in the issue. */
  #drop(code: IssueCode, message: string, path?: Path, hint?: string): undefined {
    const found = issue(code, message, {
      ...(path ? { path } : {}),
      ...(hint === undefined ? {} : { hint }),
      ...(this.#line === undefined ? {} : { line: this.#line }),
    })
    this.#report({ ...found, severity: 'error', record: excerpt(this.#record) })
  }
}

/** The path to the record itself. */
const HERE: Path = []
const STATEMENT_KEYS = new Set([
  'relation',
  'subject',
  'object',
  'occurrence',
  'claims',
  'id',
  'ref',
  'extra',
  'status',
])
const ENTITY_KEYS = new Set(
  'type id label names aliases identifiers addresses description sameAs sources unnamed extra'.split(' '),
)

const CLAIM_KEYS = [...CLAIM_FIELD_READERS.keys()]

function pathTo(within: Path, key: string, i: number | undefined): Path {
  return i === undefined ? [...within, key] : [...within, key, i]
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A set, in the one order in which it is written; undefined where it is empty. */
function sorted<T>(values: readonly T[]): readonly T[] | undefined {
  if (values.length === 0) return undefined
  if (values.length === 1) return values
  const keyed = new Map(
    values.map((value) => [typeof value === 'string' ? value : canonicalJson(value), value]),
  )
  return [...keyed.keys()].sort(byCodeUnits).map((key) => keyed.get(key)!)
}

function excerpt(record: unknown): string {
  try {
    const text = JSON.stringify(record) ?? String(record)
    return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text
  } catch {
    return '(a record that is not JSON)' // nested too deep, or circular
  }
}
