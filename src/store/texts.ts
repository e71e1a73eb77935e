const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
/** Places are kept in 32 bits. */
const MOST = 2 ** 32 - 1

/**
 * Texts end to end in bytes, each known by its place; 0 is none. A string of its own for each would take twice
 * the room, and the garbage collector would have to look at all of them.
 *
 * A text stays until all are gone: one that is replaced leaves its bytes behind.
 */
export class Texts {
  #bytes = new Uint8Array(0)
  #end = 1

  /** Keeps a text (well-formed, as everything that was read is). */
  add(text: string | undefined): number {
    if (text === undefined) return 0
    const place = this.#end
    this.#reserve(text.length * 3 + 5) // most that UTF-8 and the length before it can take
    if (!this.#addAscii(text)) {
      this.#end = place
      const bytes = encoder.encode(text)
      this.#addLength(bytes.length)
      this.#bytes.set(bytes, this.#end)
      this.#end += bytes.length
    }
    return place
  }

  /** The text at a place, or undefined for 0. */
  get(place: number): string | undefined {
    if (place === 0) return undefined
    let at = place
    let length = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[at++]!
      length |= (byte & 127) << shift
      if (byte < 128) break
    }
    return decoder.decode(this.#bytes.subarray(at, at + length))
  }

  /** Whether the text at a place is this one. */
  is(place: number, text: string | undefined): boolean {
    return place === 0 ? text === undefined : this.get(place) === text
  }

  /** Gives back the room that no text uses. */
  trim(): void {
    this.#bytes = this.#bytes.slice(0, this.#end)
  }

  /** Writes a text of ASCII alone, as most are; false where it is not. */
  #addAscii(text: string): boolean {
    this.#addLength(text.length)
    const bytes = this.#bytes
    let at = this.#end
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code > 127) return false
      bytes[at++] = code
    }
    this.#end = at
    return true
  }

  /** Seven bits a byte, the lowest first; the highest bit says that there is more. */
  #addLength(length: number): void {
    let left = length
    for (; left > 127; left >>>= 7) this.#bytes[this.#end++] = (left & 127) | 128
    this.#bytes[this.#end++] = left
  }

  #reserve(room: number): void {
    const wanted = this.#end + room
    if (wanted <= this.#bytes.length) return
    if (wanted > MOST) throw new RangeError('there is more text than a graph can hold (4 GiB)')
    const wider = new Uint8Array(Math.min(MOST, Math.max(1024, Math.ceil(wanted * 1.5))))
    wider.set(this.#bytes)
    this.#bytes = wider
  }
}
