/** What is left of text once no `&` in it can lead a parser astray. */
export interface Mended {
  readonly text: string
  /** Where in it bare ampersands stand. */
  readonly at: readonly number[]
}

/** No reference, and no beginning of a section, is longer. */
const LONGEST = 40

const TOKENS = /<!\[CDATA\[|<!--|&(?!(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z_][\w.-]{0,30});)/g

/**
 * Escapes each `&` that begins no reference. Where somebody forgot to (`SMITH & SONS`), a parser takes all that comes
 * before the next semicolon for the name of an entity, and with it the entries that stand there.
 */
export class References {
  /** The end of what holds no references: a CDATA section, a comment. */
  #until: ']]>' | '-->' | undefined
  #rest = ''

  /** Takes a chunk; its end may come with the next one. */
  take(chunk: string): Mended {
    const whole = this.#rest + chunk
    // What begins near the end may go on in the next chunk; where nothing does, the end of a section may.
    const near = Math.max(0, whole.length - LONGEST)
    const begins = whole.slice(near).search(/[<&]/)
    const end = begins < 0 ? Math.max(0, whole.length - 2) : near + begins
    this.#rest = whole.slice(end)
    return this.#mend(whole.slice(0, end))
  }

  /** What still waits, at the end of the text. */
  end(): Mended {
    const rest = this.#rest
    this.#rest = ''
    return this.#mend(rest)
  }

  #mend(text: string): Mended {
    const at: number[] = []
    let out = ''
    let from = 0
    while (from < text.length) {
      if (this.#until !== undefined) {
        const end = text.indexOf(this.#until, from)
        const past = end < 0 ? text.length : end + 3
        out += text.slice(from, past)
        from = past
        if (end >= 0) this.#until = undefined
        continue
      }
      TOKENS.lastIndex = from
      const token = TOKENS.exec(text)
      if (!token) break
      const past = token.index + token[0].length
      out += text.slice(from, past)
      from = past
      if (token[0] === '&') {
        at.push(out.length - 1)
        out += 'amp;'
      } else this.#until = token[0] === '<!--' ? '-->' : ']]>'
    }
    return { text: out + text.slice(from), at }
  }
}
