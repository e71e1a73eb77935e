import type { Span } from '../model/days'
import { parseWhen, type When } from '../model/edtf'
import { Problem } from '../model/problem'
import { NO_END, NO_START, Table } from './columns'
import { Dictionary } from './dictionary'

/** An EDTF expression and the days that it means. */
export type StoredWhen = Omit<When, 'start'>

const CERTAIN = 1
const OPEN_END = 2

/** EDTF expressions numbered from 1, their days as columns; 0 is none. */
export class Dates {
  readonly #texts = new Dictionary()
  /** By number: the possible days, and the certain ones where there are any. */
  readonly days = new Table({
    from: new Int32Array(0),
    until: new Int32Array(0),
    certainFrom: new Int32Array(0),
    certainUntil: new Int32Array(0),
    flags: new Uint8Array(0),
  })

  /** The number of an expression, a new one where it is new. Readers let through what is EDTF, and nothing else. */
  number(text: string | undefined): number {
    return text === undefined ? 0 : this.#texts.find(text) || this.#add(text)
  }

  /** The number of an expression, or 0. */
  find(text: string): number {
    return this.#texts.find(text)
  }

  /** The expression of a number, or undefined for 0. */
  text(number: number): string | undefined {
    return this.#texts.get(number)
  }

  /** What a number means, or undefined for 0. */
  get(number: number): StoredWhen | undefined {
    if (number === 0) return undefined
    return {
      edtf: this.#texts.at(number),
      possible: this.possible(number),
      certain: this.certain(number),
      openEnd: this.isOpenEnd(number),
    }
  }

  /** The days on which something dated by a number, not 0, may hold. */
  possible(number: number): Span {
    const { from, until } = this.days.columns
    return span(from[number]!, until[number]!)
  }

  /** The days on which it does hold. */
  certain(number: number): Span | undefined {
    const { certainFrom, certainUntil, flags } = this.days.columns
    return flags[number]! & CERTAIN ? span(certainFrom[number]!, certainUntil[number]!) : undefined
  }

  /** Whether it is an interval that says `..` at its end. */
  isOpenEnd(number: number): boolean {
    return (this.days.columns.flags[number]! & OPEN_END) !== 0
  }

  /** Gives back the room that no row uses. */
  trim(): void {
    this.days.trim()
  }

  #add(text: string): number {
    const when = parseWhen(text)
    if (when instanceof Problem) throw new TypeError(`${text}: ${when.message}`)
    const row = this.days.add()
    const { from, until, certainFrom, certainUntil, flags } = this.days.columns
    from[row] = Math.max(NO_START, when.possible.from)
    until[row] = Math.min(NO_END, when.possible.until)
    if (when.certain) {
      certainFrom[row] = Math.max(NO_START, when.certain.from)
      certainUntil[row] = Math.min(NO_END, when.certain.until)
    }
    flags[row] = (when.certain ? CERTAIN : 0) | (when.openEnd ? OPEN_END : 0)
    return this.#texts.number(text) // the same, since both count from 1
  }
}

function span(from: number, until: number): Span {
  return { from: from === NO_START ? -Infinity : from, until: until === NO_END ? Infinity : until }
}
