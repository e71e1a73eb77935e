import { fail } from '../model/issue'
import type { Lens } from '../store/lens'
import { Edges } from './edges'
import { criteriaInWords } from './show/criteria'
import { type Excerpt, excerptOf, together } from './show/excerpt'
import { readShowOptions } from './show/options'
import { type MediaBundle, Shown } from './show/shown'
import { counted, folded, ROWS, type Rowed, type Table } from './show/table'

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
export type Search<T> = Generator<T | undefined, Cut | undefined>

/** After how many slots of the adjacency, or rows tried, a search draws breath. */
export const BREATH = 1 << 14

/** What an answer is told apart from its limits: who may stop it, and what JSON calls it. */
export interface Asked extends Limits {
  readonly signal?: AbortSignal | undefined
  readonly called: string
}

/** How many answers beyond those shown are searched for, to tell how many there are. */
const BEYOND = 1000
/** For how many milliseconds is searched for what nobody asked to see: a prompt or a notebook shows what it holds. */
const GLANCE = 1000

/**
 * The answers to a query, one at a time and searched for only when asked for; read once, by `for`, `[...]`, or
 * `for await`, which lets other work go on in between.
 *
 * An answer that was cut short says so: `complete` is true only when everything there is has been read. Showing it
 * (`toMarkdown`, `toHTML`, `toSVG`, a notebook, a prompt) reads nothing: what was shown can still be read.
 *
 * @example
 * ```ts
 * const paths = kg.paths('state:US', 'state:KP', { limit: 10 })
 * for (const path of paths) console.log(String(path))
 * if (!paths.complete) console.log(`there may be more: ${paths.cut}`)
 * ```
 */
export class Answer<T> extends Shown implements IterableIterator<T, undefined>, AsyncIterable<T> {
  readonly #lens: Lens
  readonly #asked: Asked
  readonly #begin: () => Search<T>
  #search: Search<T> | undefined
  /** Of the graph, when reading began. */
  #version = -1
  /** How many were found, how many of these were read, and whether its reader came to the end. */
  #found = 0
  #read = 0
  #isRead = false
  #spent = 0
  #ended = false
  #complete = false
  #cut: Cut | undefined
  /** Found to be shown, and not read yet: from `#next` on. */
  #ahead: T[] = []
  #next = 0
  /** Until when is searched for what is only shown. */
  #until = Infinity

  /** @internal Made by queries. */
  constructor(lens: Lens, asked: Asked, begin: () => Search<T>) {
    super()
    this.#lens = lens
    this.#asked = asked
    this.#begin = begin
  }

  /** Whether all answers were read and nothing cut them short; false as long as there may be more. */
  get complete(): boolean {
    return this.#complete && this.#unread === 0
  }

  /** What cut the answer short, if anything did. */
  get cut(): Cut | undefined {
    return this.#unread === 0 ? this.#cut : undefined
  }

  /**
   * The next answer.
   *
   * @throws {@link StatecraftError} where the graph was changed since reading began, and the signal's reason
   * where it was aborted
   */
  next(): IteratorResult<T, undefined> {
    for (;;) {
      const step = this.#step()
      if (step === undefined) return { done: true, value: undefined }
      if (step.value !== undefined) return { done: false, value: step.value }
    }
  }

  /** Ends the search early: what was not read stays unread. */
  return(): IteratorResult<T, undefined> {
    if (this.#unread > 0) this.#complete = false
    this.#forget()
    this.#isRead = true
    this.#end()
    return { done: true, value: undefined }
  }

  [Symbol.iterator](): this {
    return this
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, undefined> {
    let turn = performance.now()
    try {
      for (let step = this.#step(); step !== undefined; step = this.#step()) {
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

  /** Reads what was not read yet, one answer a line; a last line says where there may be more. */
  override toString(languages?: readonly string[]): string {
    const lines = this.toArray().map((answer) => textOf(answer, languages))
    return [...lines, ...this.#endRemark()].join('\n')
  }

  /**
   * What was not read yet, as a list in Markdown, without reading it; last lines say how many are not shown, and where
   * there may be more.
   *
   * @param languages of labels, best first
   * @param rows at most so many answers
   */
  override toMarkdown(languages?: readonly string[], rows: number = ROWS): string {
    const shown = this.#look(readShowOptions({ rows }).rows)
    const lines = shown.map((answer) => `- ${markdownOf(answer, languages).replace(/\n(?=.)/g, '\n  ')}`)
    // Apart from the list: else what is not shown would be one more who says so.
    const parts = [lines.join('\n'), this.#remarks(shown.length).join('\n')]
    return parts.filter((part) => part !== '').join('\n\n')
  }

  /** @internal The answers in one picture. */
  override excerpt(rows: number = ROWS, languages?: readonly string[]): Excerpt {
    const shown = this.#look(rows)
    const [first, ...others] = shown.map((answer) => (answer as Shown).excerpt(rows, languages)) // every answer is
    const title = this.#title(shown.length, languages)
    const found = first ? together(title, [first, ...others]) : excerptOf(Edges.of(this.#lens), title, [])
    return { ...found, remarks: this.#remarks(shown.length) }
  }

  /** @internal */
  override tabulate(languages?: readonly string[], rows: number = ROWS): Table {
    const shown = this.#look(rows) as readonly unknown[] as readonly Rowed[] // every answer is
    return {
      columns: shown[0]?.columns ?? [],
      rows: shown.map((answer) => answer.tableRow(languages)),
      remarks: this.#remarks(shown.length),
    }
  }

  /** @internal */
  override toText(rows: number): string {
    const shown = this.#look(rows)
    const lines = shown.map((answer) => (answer as Shown).toText(rows)) // every answer is
    return [...lines, ...this.#remarks(shown.length)].join('\n')
  }

  /** @internal What a notebook shows: what is found at once. */
  [Symbol.for('Jupyter.display')](): MediaBundle {
    return this.#glance(() => this.display())
  }

  /** @internal */
  protected override get called(): string {
    return 'Answer'
  }

  /** @internal What is found at once. */
  protected override inspected(): string {
    return this.#glance(() => {
      const { length } = this.#look(ROWS)
      const lines = this.toText(ROWS)
      return length === 0 ? lines : `${this.#title(length)}\n${lines}`
    })
  }

  /** @internal Looks as far ahead as showing so many rows does, and lets other work go on in between. */
  async lookAhead(rows: number): Promise<void> {
    for (let turn = performance.now(); this.#unread < rows + BEYOND; ) {
      this.#refuseTrouble()
      const step = this.#advance()
      if (step === undefined) return
      if (step.value !== undefined) this.#ahead.push(step.value)
      if (step.value !== undefined && performance.now() - turn <= 10) continue
      await otherWork()
      turn = performance.now()
    }
  }

  /** The next answer to be read: one that was shown before, or one that is searched for. */
  #step(): { readonly value: T | undefined } | undefined {
    try {
      this.#refuseTrouble()
    } catch (error) {
      this.return()
      throw error
    }
    if (this.#unread > 0) {
      this.#read++
      const value = this.#ahead[this.#next++]
      if (this.#unread === 0) this.#forget()
      return { value }
    }
    const step = this.#advance()
    if (step === undefined) this.#isRead = true
    else if (step.value !== undefined) this.#read++
    return step
  }

  /** The next answers, at most so many, which stay to be read. */
  #look(most: number): readonly T[] {
    this.#refuseTrouble()
    while (this.#unread < most + BEYOND && performance.now() < this.#until) {
      const step = this.#advance()
      if (step === undefined) break
      if (step.value !== undefined) this.#ahead.push(step.value)
      else this.#refuseTrouble()
    }
    return this.#ahead.slice(this.#next, this.#next + most)
  }

  get #unread(): number {
    return this.#ahead.length - this.#next
  }

  #forget(): void {
    this.#ahead = []
    this.#next = 0
  }

  /** Looks no longer than a moment. */
  #glance<R>(look: () => R): R {
    this.#until = performance.now() + GLANCE
    try {
      return look()
    } finally {
      this.#until = Infinity
    }
  }

  #title(shown: number, languages?: readonly string[]): string {
    const all = this.#unread
    const some = shown < all ? `${shown} of ` : ''
    const most = this.#complete ? '' : 'at least '
    const read = this.#read > 0 ? ` (${this.#read} before were read)` : ''
    const answers = `${some}${most}${counted(all, this.#asked.called)}${read}`
    return [answers, ...criteriaInWords(this.#lens, languages)].join('; ')
  }

  #endRemark(): string[] {
    return this.#complete ? [] : [`… cut short by ${this.#cut ?? 'its reader'}: there may be more`]
  }

  /** What is to be said below so many of the answers that were not read. */
  #remarks(shown: number): string[] {
    const all = this.#unread
    if (this.#complete && all === 0) {
      const { called } = this.#asked
      return [this.#read > 0 ? `all ${counted(this.#read, called)} were read` : `no ${called} found`]
    }
    const more = folded(all, shown, !this.#ended)
    if (!this.#ended) return more.length > 0 ? more : ['… not searched to its end: there may be more']
    return [...more, ...this.#endRemark()]
  }

  /**
   * What was searched for in a graph that was changed since is searched for again, if nobody read any of it.
   *
   * @throws what stands in the way of going on
   */
  #refuseTrouble(): void {
    if (this.#isRead || (this.#ended && this.#unread === 0 && this.#read > 0)) return
    const { signal } = this.#asked
    if (signal?.aborted) throw signal.reason
    if (this.#version === -1 || this.#lens.store.version === this.#version) return
    if (this.#read > 0) {
      fail('bad-value', 'the graph was changed while the answer was being read', {
        hint: 'read all of it first, as with toArray()',
      })
    }
    this.#search?.return(undefined)
    this.#search = this.#cut = undefined
    this.#forget()
    this.#version = -1
    this.#found = this.#spent = 0
    this.#ended = this.#complete = false
  }

  /** One portion of the search: undefined at its end, `value: undefined` where it only draws breath. */
  #advance(): { readonly value: T | undefined } | undefined {
    if (this.#ended) return undefined
    const { limit = Infinity, budget = Infinity } = this.#asked
    if (!this.#search) {
      this.#search = this.#timed(() => this.#begin())
      this.#version = this.#lens.store.version
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
    if (this.#found >= limit) return this.#end('limit')
    this.#found++
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

function textOf(answer: unknown, languages?: readonly string[]): string {
  return (answer as { toString(languages?: readonly string[]): string }).toString(languages)
}

function markdownOf(answer: unknown, languages?: readonly string[]): string {
  const self = answer as { toMarkdown?: (languages?: readonly string[]) => string }
  return self.toMarkdown?.(languages) ?? String(answer)
}

/** A turn of the event loop, so that a signal can be given. */
function otherWork(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
