import { hasPrefixes, type TextFormat } from '../formats'
import type { Lexicon } from '../lexicon'
import { prefixLines, writeBlock } from '../n3'
import type { Quad } from '../terms'
import { MAX_PREFIXES, Prefixing } from './prefixes'

/** Writes the quads of one record after another. */
export interface Blocks {
  /** What comes first. */
  readonly head: string
  /** The quads of a record, its own first. */
  write(quads: readonly Quad[]): string
  /** What comes last. */
  readonly tail: string
}

/** Each record as a piece of text, with prefixes ahead of the piece that first uses them. */
export class TextBlocks implements Blocks {
  readonly head: string
  readonly tail = ''
  readonly #format: TextFormat
  readonly #prefixing: Prefixing
  readonly #declared: Map<string, string>

  constructor(format: TextFormat, lexicon: Lexicon) {
    this.#format = format
    this.#prefixing = new Prefixing(lexicon)
    this.#declared = new Map(hasPrefixes(format) ? this.#prefixing.fixed : [])
    this.head = this.#declared.size > 0 ? `${prefixLines(this.#declared)}\n` : ''
  }

  write(quads: readonly Quad[]): string {
    if (!hasPrefixes(this.#format)) return writeBlock(quads, this.#format)
    const prefixes = this.#prefixing.used(quads)
    const fresh = [...prefixes].filter(([prefix]) => !this.#declared.has(prefix))
    for (const [prefix, namespace] of fresh) {
      if (this.#declared.size < MAX_PREFIXES) this.#declared.set(prefix, namespace)
      else prefixes.delete(prefix)
    }
    const lines = prefixLines(fresh.filter(([prefix]) => prefixes.has(prefix)))
    return `${lines}${writeBlock(quads, this.#format, prefixes)}\n`
  }
}
