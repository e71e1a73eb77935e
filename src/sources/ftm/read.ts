import type { SourceContext } from '../input/context'
import type { SourceFile } from '../input/files'
import type { RawRecord } from '../input/records'
import type { Node } from './node'
import { readLines } from './read-lines'
import { FtmRecords } from './records'
import { readStatements } from './statements'
import { Survey } from './survey'
import { readTargets } from './targets'

/** In what form entities come. */
export type FtmForm = 'lines' | 'targets' | 'statements'

/** What a reading is told. */
export interface Reading {
  /** The form of all files; told by how each begins where not given. */
  readonly form?: FtmForm
  /** The name of the data set that is meant where an entity names none. */
  readonly dataset?: string | undefined
  readonly onDeleted?: ((id: string) => void) | undefined
}

/** Enough of a file to see its form. */
const HEAD = 4096

/** Reads files of entities twice: the first time to know which there are. */
export async function* readFiles(
  files: readonly SourceFile[],
  context: SourceContext,
  { form, dataset, onDeleted }: Reading,
): AsyncGenerator<RawRecord> {
  const forms = await Promise.all(files.map(async (file) => form ?? (await formOf(file))))
  const survey = new Survey()
  const quiet = context.quiet()
  for (const [i, file] of files.entries()) {
    quiet.refused = false
    for await (const node of nodesIn(file, forms[i]!, quiet, () => undefined)) survey.take(node)
  }
  const records = new FtmRecords(survey, context)
  let deleted = 0
  for (const [i, file] of files.entries()) {
    context.file = files.length > 1 ? file.name : undefined
    context.line = undefined
    context.refused = false
    records.begin(dataset ?? nameOf(file))
    const gone = (id: string) => {
      deleted++
      onDeleted?.(id)
    }
    for await (const node of nodesIn(file, forms[i]!, context, gone)) {
      yield* records.take(node)
      if (forms[i] === 'targets') yield* records.listings(node)
    }
  }
  context.line = undefined
  records.end()
  if (deleted > 0 && !onDeleted) {
    const what = deleted === 1 ? 'one entity is gone' : `${deleted} entities are gone`
    context.tell('unmapped', `the delta says that ${what}: records cannot say so`, {
      hint: 'the option onDeleted takes their ids',
    })
  }
}

function nodesIn(
  file: SourceFile,
  form: FtmForm,
  context: SourceContext,
  onDeleted: (id: string) => void,
): AsyncGenerator<Node> {
  if (form === 'targets') return readTargets(file, context)
  return form === 'statements' ? readStatements(file, context) : readLines(file, context, onDeleted)
}

/** The form of a file, by its first line; lines of JSON where it is none of the others. */
async function formOf(file: SourceFile): Promise<FtmForm> {
  let head = ''
  const decoder = new TextDecoder()
  for await (const chunk of file.bytes()) {
    head += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    if (head.length >= HEAD) break
  }
  const [first = ''] = head
    .replace(/^\ufeff/, '')
    .trimStart()
    .split(/\r?\n/, 1)
  if (first.startsWith('{') || first.startsWith('[') || first.startsWith('<')) return 'lines'
  const columns = first.split(',').map((column) => column.replaceAll('"', '').trim())
  if (columns.includes('canonical_id')) return 'statements'
  return columns.includes('id') && columns.includes('schema') ? 'targets' : 'lines'
}

/** A file that names no data set is taken for one of its own name, without what says that it is a file. */
function nameOf({ name }: SourceFile): string {
  return name.replace(/(?:\.(?:ftm|entities|json|jsonl|ndjson|csv))+$/i, '') || name
}
