import type { SourceContext } from '../input/context'
import type { SourceFile } from '../input/files'
import type { RawRecord } from '../input/records'

/** Reads files of which each is an edition of its own, one after another. */
export async function* eachFile(
  files: readonly SourceFile[],
  context: SourceContext,
  read: (file: SourceFile) => AsyncIterable<RawRecord>,
): AsyncGenerator<RawRecord> {
  for (const file of files) {
    context.file = files.length > 1 ? file.name : undefined
    context.line = undefined
    // What is wrong with one file is none of another's business.
    context.refused = false
    yield* read(file)
  }
}
