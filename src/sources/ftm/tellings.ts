import type { SourceContext } from '../input/context'
import { Tally } from '../input/tally'
import { coreId } from './ids'
import { type Node, valuesOf } from './node'
import { isSchema } from './schemata'
import type { Survey } from './survey'

/** How much of foreign text a message has. */
const EXCERPT = 80

/** Tells what is to be told of entities: what is alike once, with its number. */
export class Tellings {
  readonly #survey: Survey
  readonly #context: SourceContext
  readonly #tally: Tally
  readonly #missing = new Set<string>()
  readonly #met = new Set<string>()

  constructor(survey: Survey, context: SourceContext) {
    this.#survey = survey
    this.#context = context
    this.#tally = new Tally(context)
  }

  /** Tells what is told once of all files. */
  end(): void {
    this.#tally.tell((count) => (count === 1 ? 'once' : `${count} times`))
  }

  /** A code that stands for no jurisdiction. */
  country(code: string, property: string): void {
    const message = `'${code.slice(0, EXCERPT)}' is no country that is known here (${property}); it is kept as it is`
    this.#tally.add(`country ${property} ${code}`, 'unmapped', message)
  }

  /** An entity that is no statement, though it might be one. */
  record({ schema }: Node, why: string): void {
    const message = isSchema(schema)
      ? `${schema}: ${why}; it is kept as a record`
      : `'${schema.slice(0, EXCERPT)}' is no schema that is known here; it is kept as a record`
    this.#tally.add(`${schema} ${why}`, 'unmapped', message)
  }

  /** A programme under which nobody can be said to be listed. */
  programme(key: string, why: string): void {
    this.#tally.add(`programme ${key}`, 'unmapped', `the programme '${key.slice(0, EXCERPT)}': ${why}`)
  }

  /** Those in a property that are not in the file. */
  missing({ properties }: Node, property: string): void {
    for (const id of valuesOf(properties, property))
      if (this.#survey.typeOf(id) === undefined) this.dangling(id)
  }

  dangling(id: string): void {
    if (this.#missing.has(id)) return
    this.#missing.add(id)
    const message = `'${id.slice(0, EXCERPT)}' is referred to, and not in the file`
    this.#context.tell('dangling', message, { entity: coreId(id) })
  }

  /** An entity of an id that another one had before. */
  repeated({ id, within }: Node): void {
    if (within || !this.#survey.isRepeated(id)) return
    if (this.#met.has(id)) {
      const hint = 'both are read as one'
      this.#context.tell('conflict', `the id '${id.slice(0, EXCERPT)}' comes twice`, {
        entity: coreId(id),
        hint,
      })
    }
    this.#met.add(id)
  }
}
