import type { SourceContext, SourceOptions } from '../input/context'
import type { SourceFile, SourceInput } from '../input/files'
import { type RawRecord, readSource, type SourceReader, type SourceRecords } from '../input/records'
import { textAt, xmlElements } from '../input/xml'
import { EntryIds } from '../lists/entry-ids'
import { eachFile } from '../lists/one-file'
import { ListRecords } from '../lists/records'
import { tidy } from '../lists/stated'
import { publishedOn } from '../lists/written-dates'
import { Citations } from './citations'
import { commentOf, nameOf, readEntry } from './entry'
import { CONSOLIDATED_LIST } from './list'

/**
 * Reads the Consolidated List of the Security Council (`consolidated.xml`): persons and organisations by their permanent
 * reference number, as `un:QDi.001`; their listings by the United Nations under the regime of each entry, with the
 * measures that follow from it; and links between entries where a comment cites another one.
 *
 * @param input the file, its text or bytes, or a stream of them; several files are several editions
 * @param options as of every source; the list says itself when it was published
 * @returns records to be read once, and what was wrong
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readUnXml } from 'statecraft/sources'
 *
 * const list = `<CONSOLIDATED_LIST dateGenerated="2025-04-19T23:00:04Z"><INDIVIDUALS><INDIVIDUAL>
 *   <FIRST_NAME>JOHN</FIRST_NAME><SECOND_NAME>DOE</SECOND_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
 *   <REFERENCE_NUMBER>KPi.999 </REFERENCE_NUMBER><LISTED_ON>2016-03-02</LISTED_ON>
 * </INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`
 * const kg = createGraph()
 * await kg.load(readUnXml(list))
 * kg.entity('un:KPi.999')?.label // { und: 'JOHN DOE' }
 * ```
 */
export function readUnXml(input: SourceInput, options: SourceOptions = {}): SourceRecords {
  return readSource(unXml, input, options)
}

/** What reads `un-xml`. */
export const unXml: SourceReader = {
  read: (files, context, options) => eachFile(files, context, (file) => readList(file, context, options)),
}

async function* readList(
  file: SourceFile,
  context: SourceContext,
  options: SourceOptions,
): AsyncGenerator<RawRecord> {
  let published = options.published
  const ids = new EntryIds('un', context)
  const citations = new Citations(ids)
  const wanted = {
    format: "the Security Council's consolidated list",
    roots: ['CONSOLIDATED_LIST'],
    records: ['INDIVIDUAL', 'ENTITY'],
    beside: [],
    onRoot: (_: string, attributes: ReadonlyMap<string, string>) => {
      published = publishedOn(attributes.get('dateGenerated'), context)
    },
  }
  let records: ListRecords | undefined
  for await (const element of xmlElements(file, context, wanted)) {
    records ??= new ListRecords({ list: CONSOLIDATED_LIST, published })
    const reference = tidy(textAt(element, 'REFERENCE_NUMBER'))
    const id = ids.take(reference, 'REFERENCE_NUMBER', nameOf(element))
    if (id === undefined || reference === undefined) continue
    yield* records.party(readEntry(element, id, reference, context))
    yield* citations.links(records, id, reference, commentOf(element) ?? '')
  }
  if (context.refused) return
  records ??= new ListRecords({ list: CONSOLIDATED_LIST, published })
  yield* records.head()
  yield* citations.missing(records, context)
}
