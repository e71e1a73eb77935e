import type { Ontology, Property, Relation } from '../../ontology/ontology'
import type { RawRecord } from '../input/records'
import type { Tally } from '../input/tally'
import { type Evaluator, type Found, LOST } from './evaluate'
import { type CsvMapping, type EntityRule, RECORD_KEYS, type StatementRule } from './mapping'
import { CLAIM_PROPERTIES, ENTITY_PROPERTIES } from './properties'
import type { Row } from './row'

/** Fields of a claim without which it is another claim: who says so, where, and how. */
const OF_THE_ESSENCE: ReadonlySet<string> = new Set(['stance', 'by', 'source'])
/** How many entities are remembered, and the longest of them, in characters. */
const REMEMBERED = 50_000
const LONGEST = 4096

/** Makes the records of a row, by the rules of a mapping. */
export class Rules {
  readonly #mapping: CsvMapping
  readonly #ontology: Ontology
  readonly #evaluator: Evaluator
  readonly #tally: Tally
  /** Entities as they were last told: most rows tell of the same few. */
  readonly #entities = new Map<string, string>()

  constructor(mapping: CsvMapping, ontology: Ontology, evaluator: Evaluator, tally: Tally) {
    this.#mapping = mapping
    this.#ontology = ontology
    this.#evaluator = evaluator
    this.#tally = tally
  }

  /**
   * The records of a row: entities before the statements about them.
   *
   * @param place where the row is, for claims that do not say
   */
  *of(row: Row, place: string): Generator<RawRecord> {
    const { entities = [], statements = [] } = this.#mapping
    for (const [i, rule] of entities.entries()) {
      for (const one of this.#rows(rule, row)) {
        const record = this.#entity(rule, one, i)
        if (record) yield record
      }
    }
    for (const [i, rule] of statements.entries()) {
      for (const one of this.#rows(rule, row)) {
        const record = this.#statement(rule, one, place, i)
        if (record) yield record
      }
    }
  }

  /** The row as a rule sees it: not at all, or once for each item of a list. */
  *#rows({ if: condition, each }: EntityRule | StatementRule, row: Row): Generator<Row> {
    if (each === undefined) {
      if (this.#evaluator.holds(condition, row)) yield row
      return
    }
    for (const item of this.#evaluator.items(each.of, row)) {
      const one = row.with(each.as, item)
      if (this.#evaluator.holds(condition, one)) yield one
    }
  }

  #entity(rule: EntityRule, row: Row, place: number): RawRecord | undefined {
    const id = this.#required(rule.id, row, `entities[${place}].id`)
    if (id === undefined) return undefined
    const types = [rule.type].flat()
    const own = new Map(types.flatMap((type) => [...this.#ontology.fields(type)]))
    const fields = this.#fields(rule, row, (name) => own.get(name) ?? ENTITY_PROPERTIES.get(name))
    const record = { type: rule.type, id, sources: [this.#mapping.source.id], ...fields.found }
    const text = JSON.stringify(record)
    if (this.#entities.get(id) === text) return undefined
    // A table may have millions of entities: what was forgotten is told again, and is the same.
    if (this.#entities.size >= REMEMBERED) this.#entities.clear()
    if (text.length <= LONGEST) this.#entities.set(id, text)
    return record
  }

  #statement(rule: StatementRule, row: Row, place: string, i: number): RawRecord | undefined {
    const relation = this.#ontology.relations.get(rule.relation)
    if (!relation) return undefined // refused before any row was read
    const subject = this.#required(rule.subject, row, `statements[${i}].subject`)
    const object = this.#required(rule.object, row, `statements[${i}].object`)
    const { found, lost } = this.#fields(
      rule,
      row,
      (name) => relation.defining.get(name) ?? relation.details.get(name),
    )
    const claim = this.#claim(rule, row, place, relation)
    if (subject === undefined || object === undefined || claim === undefined) return undefined
    // Without what says which fact it is, it would be another fact.
    if (lost.some((name) => relation.defining.has(name))) return undefined
    return { relation: rule.relation, subject, object, ...found, claims: [claim] }
  }

  #claim(
    { claim = {} }: StatementRule,
    row: Row,
    place: string,
    { details }: Relation,
  ): RawRecord | undefined {
    const { found, lost } = this.#fields(
      claim,
      row,
      (name) => CLAIM_PROPERTIES.get(name) ?? details.get(name),
    )
    if (lost.some((name) => OF_THE_ESSENCE.has(name))) return undefined
    return { stance: 'asserts', source: this.#mapping.source.id, at: place, ...found }
  }

  #fields(
    rule: { readonly [field: string]: unknown },
    row: Row,
    propertyOf: (name: string) => Property | undefined,
  ): { found: Record<string, unknown>; lost: readonly string[] } {
    const found: [string, unknown][] = []
    const lost: string[] = []
    for (const [name, field] of Object.entries(rule)) {
      if (RECORD_KEYS.has(name)) continue
      const value = this.#evaluator.field(field, row, propertyOf(name))
      if (value === LOST || (Array.isArray(value) && value.includes(LOST))) lost.push(name)
      const fine = withoutLost(value)
      if (fine !== undefined) found.push([name, fine])
    }
    return { found: Object.fromEntries(found), lost }
  }

  /** A part without which there is no record. */
  #required(field: unknown, row: Row, where: string): string | undefined {
    const found = this.#evaluator.field(field, row, undefined)
    if (found === LOST || (Array.isArray(found) && found.includes(LOST))) return undefined
    if (typeof found === 'string') return found
    const what = found === undefined ? 'says nothing' : 'is not one text'
    const message = `${where} ${what}, and there is no record`
    this.#tally.add(
      message,
      'bad-id',
      message,
      found === undefined ? 'if: { column, present: true }' : 'use each',
    )
    return undefined
  }
}

/** A value without those of its parts that could not be read. */
function withoutLost(value: Found): unknown {
  if (value === LOST) return undefined
  if (!Array.isArray(value)) return value
  const fine = value.filter((one) => one !== LOST)
  return fine.length === 0 ? undefined : fine
}
