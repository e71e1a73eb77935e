import type { Chunk } from '../../model/chunks'
import type { IssueCode } from '../../model/issue'
import { SourceContext } from '../input/context'
import type { SourceFile } from '../input/files'

/**
 * The reading of a file that is read again: what is wrong is told then. Its bytes count, its place does not.
 */
export class QuietContext extends SourceContext {
  /** The codes of what was wrong. */
  readonly told = new Set<IssueCode>()
  readonly #outer: SourceContext

  constructor(outer: SourceContext) {
    super([], 1, outer.options, () => undefined)
    this.#outer = outer
  }

  override tell(code: IssueCode): void {
    if (code === 'wrong-format') this.refused = true
    this.told.add(code)
  }

  override async *bytes(file: SourceFile): AsyncGenerator<Chunk> {
    yield* this.#outer.bytes(file)
  }
}
