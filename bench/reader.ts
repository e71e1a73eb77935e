import type { RecordStream } from 'statecraft'

/** The records of lines, as `load` takes them. */
export function read(lines: Iterable<string>): Iterable<unknown> & RecordStream {
  return new Lines(lines)
}

class Lines implements Iterable<unknown>, RecordStream {
  line = 0
  readonly #lines: Iterable<string>

  constructor(lines: Iterable<string>) {
    this.#lines = lines
  }

  *[Symbol.iterator](): Generator<unknown> {
    for (const text of this.#lines) {
      this.line++
      yield JSON.parse(text)
    }
  }
}
