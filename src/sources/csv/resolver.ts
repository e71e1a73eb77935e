import { Problem } from '../../model/problem'
import { jurisdiction, resolve } from '../../reference/states'
import type { RawRecord } from '../input/records'

/** Why a code is that of no state, or not of one alone. */
export class Unresolved extends Problem {
  constructor(
    message: string,
    /** It may be one of several. */
    readonly several: boolean,
    hint?: string,
  ) {
    super(message, hint)
  }
}

/** Finds the states that codes stand for, and has the records of those that were found ready. */
export class Resolver {
  readonly #told = new Set<string>()
  #ready: RawRecord[] = []

  /**
   * The state that a code stands for at a date.
   *
   * @param date EDTF; undefined for any time
   */
  resolve(code: string, scheme: string, date: string | undefined): string | Unresolved {
    const found = resolve(code, scheme, date)
    if (found.answer === 'none') return new Unresolved(found.why.message, false, found.why.hint)
    if (found.answer === 'several') {
      const at = date === undefined ? '' : ` at ${date}`
      const message = `the ${scheme} code '${code.slice(0, 40)}' may be ${found.ids.join(' or ')}${at}`
      return new Unresolved(message, true)
    }
    const { id } = found
    if (!this.#told.has(id)) {
      this.#told.add(id)
      const record = jurisdiction(id)
      if (record) this.#ready.push(record)
    }
    return id
  }

  /** Records of states that were found since it was last asked. */
  takeReady(): readonly RawRecord[] {
    const ready = this.#ready
    this.#ready = []
    return ready
  }
}
