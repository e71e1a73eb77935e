import { fail } from '../model/issue'
import type { Store } from '../store/store'

/**
 * What may cut an answer short: each is told by {@link Answer.cut}. `effort`: so much was tried in vain that there is no
 * telling when it would end.
 */
export type Cut = 'limit' | 'budget' | 'frontier' | 'effort'

/** How much a query may give and take. Beyond it the answer ends, and is not `complete`. */
export interface Limits {
  /** At most this many answers. */
  readonly limit?: number
  /** At most this many milliseconds of searching; what is done with the answers in between does not count. */
  readonly budget?: number
  /** At most this many entities (or rows of a match) that a search keeps open at once. */
  readonly frontier?: number
}

/**
 * A search in small portions: it yields answers and, between them, `undefined` to draw breath, which is when limits
 * are looked at. At its end it says what made it leave something out, if anything did.
 */
export type Search<T> = Generator<T | undefined, Stopped | undefined>

/** What stops a search from inside. */
export type Stopped = 'frontier' | 'effort'

/** After how many slots of the adjacency, or rows tried, a search draws breath. */
export const BREATH = 1 << 14

/** What an answer is told apart from its limits: the store it is from, who may stop it, and what JSON calls it. */
export interface Asked extends Limits {
  readonly signal?: AbortSignal | undefined
  readonly called: string
}

/**
 * The answers to a query, one at a time and searched for only when asked for; read once, by `for`, `[...]`, or
 * `for await`, which lets other work go on in between.
 *
 * An answer that was cut short says so: `complete` is true only when everything there is has been read.
 *
 * @example
 * ```ts
 * const paths = kg.paths('state:US', 'state:KP', { limit: 10 })
 * for (const path of paths) console.log(String(path))
 * if (!paths.complete) console.log(`there may be more: ${paths.cut}`)
 * ```
 */
export class Answer<T> implements IterableIterator<T, undefined>, AsyncIterable<T> {
  readonly #store: Store
  readonly #asked: Asked
  readonly #begin: () => Search<T>
  #search: Search<T> | undefined
  /** Of the graph, when reading began. */
  #version = -1
  #given = 0
  #spent = 0
  #ended = false
  #complete = false
  #cut: Cut | undefined

  /** @internal Made by queries. */
  constructor(store: Store, asked: Asked, begin: () => Search<T>) {
    this.#store = store
    this.#asked = asked
    this.#begin = begin
  }

  /** Whether all answers were read and nothing cut them short; false as long as there may be more. */
  get complete(): boolean {
    return this.#complete
  }

  /** What cut the answer short, if anything did. */
  get cut(): Cut | undefined {
    return this.#cut
  }

  /**
   * The next answer.
   *
   * @throws {@link StatecraftError} where the graph was changed since reading began, and the signal's reason
   * where it was aborted
   */
  next(): IteratorResult<T, undefined> {
    for (;;) {
      const step = this.#advance()
      if (step === undefined) return { done: true, value: undefined }
      if (step.value !== undefined) return { done: false, value: step.value }
    }
  }

  /** Ends the search early: what was not read stays unread. */
  return(): IteratorResult<T, undefined> {
    this.#end()
    return { done: true, value: undefined }
  }

  [Symbol.iterator](): this {
    return this
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, undefined> {
    let turn = performance.now()
    try {
      for (let step = this.#advance(); step !== undefined; step = this.#advance()) {
        // Answers that come one upon the other would leave no room either.
        if (step.value === undefined || performance.now() - turn > 10) {
          await otherWork()
          turn = performance.now()
        }
        if (step.value !== undefined) yield step.value
      }
    } finally {
      this.return() // whoever stops reading ends it
    }
  }

  /** All answers that were not read yet, as an array. */
  toArray(): T[] {
    return [...this]
  }

  /** What was not read yet, under the name of what was asked for, and whether that is all. */
  toJSON(): { readonly [called: string]: readonly T[] | boolean } {
    const answers = this.toArray()
    return { [this.#asked.called]: answers, complete: this.#complete }
  }

  /** What was not read yet, one answer a line; a last line says where there may be more. */
  toString(): string {
    return this.#lines(String).join('\n')
  }

  /** What was not read yet as a list in Markdown; a last line says where there may be more. */
  toMarkdown(languages?: readonly string[]): string {
    return this.#lines((answer) => `- ${markdownOf(answer, languages).replace(/\n(?=.)/g, '\n  ')}`).join(
      '\n',
    )
  }

  /** @internal What Node shows: not read, for that would use the answers up. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    const state = this.#complete ? 'complete' : this.#cut ? `cut by ${this.#cut}` : 'not read to the end'
    return `Answer { ${this.#asked.called}: ${this.#given} read, ${state} }`
  }

  #lines(write: (answer: T) => string): string[] {
    const lines = this.toArray().map(write)
    if (!this.#complete) lines.push(`… cut short by ${this.#cut ?? 'its reader'}: there may be more`)
    return lines
  }

  /** One portion of the search: undefined at its end, `value: undefined` where it only draws breath. */
  #advance(): { readonly value: T | undefined } | undefined {
    if (this.#ended) return undefined
    const { signal, limit = Infinity, budget = Infinity } = this.#asked
    if (signal?.aborted) {
      this.#end()
      throw signal.reason
    }
    if (!this.#search) {
      this.#search = this.#timed(() => this.#begin())
      this.#version = this.#store.version
    }
    if (this.#store.version !== this.#version) {
      this.#end()
      fail('bad-value', 'the graph was changed while the answer was being read', {
        hint: 'read all of it first, as with toArray()',
      })
    }
    if (this.#spent > budget) return this.#end('budget')
    const search = this.#search
    const step = this.#timed(() => search.next())
    if (step.done) {
      this.#complete = step.value === undefined
      return this.#end(step.value)
    }
    if (step.value === undefined) return step as { readonly value: undefined }
    // One more than the limit is searched for: only so is it known whether there are more.
    if (this.#given >= limit) return this.#end('limit')
    this.#given++
    return step as { readonly value: T }
  }

  #timed<R>(work: () => R): R {
    const start = performance.now()
    const result = work()
    this.#spent += performance.now() - start
    return result
  }

  #end(cut?: Cut): undefined {
    if (this.#ended) return
    this.#ended = true
    this.#cut = cut
    this.#search?.return(undefined)
  }
}

function markdownOf(answer: unknown, languages?: readonly string[]): string {
  const self = answer as { toMarkdown?: (languages?: readonly string[]) => string }
  return self.toMarkdown?.(languages) ?? String(answer)
}

/** A turn of the event loop, so that a signal can be given. */
function otherWork(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
