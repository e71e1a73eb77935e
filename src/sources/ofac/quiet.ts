import type { Chunk } from '../../model/chunks'
import { SourceContext } from '../input/context'
import type { SourceFile } from '../input/files'

/**
 * The reading of a file that is read again: what is wrong is told then. Its bytes count, its place does not.
 */
export class QuietContext extends SourceContext {
  readonly #outer: SourceContext

  constructor(outer: SourceContext) {
    super([], 1, outer.options, () => undefined)
    this.#outer = outer
  }

  override async *bytes(file: SourceFile): AsyncGenerator<Chunk> {
    yield* this.#outer.bytes(file)
  }
}
