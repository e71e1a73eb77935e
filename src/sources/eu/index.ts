import type { SourceContext, SourceOptions } from '../input/context'
import type { SourceFile, SourceInput } from '../input/files'
import { type RawRecord, readSource, type SourceReader, type SourceRecords } from '../input/records'
import { attributeOf, childOf, xmlElements } from '../input/xml'
import { EntryIds } from '../lists/entry-ids'
import { eachFile } from '../lists/one-file'
import { ListRecords } from '../lists/records'
import { publishedOn } from '../lists/written-dates'
import { nameOf, readEntity } from './entity'
import { FINANCIAL_SANCTIONS_FILES } from './list'

/**
 * Reads the financial sanctions files of the European Union, XML 1.1 (`xmlFullSanctionsList_1_1`): persons and
 * organisations by their EU reference number, as `eu:EU.513.75`, and that the European Union has frozen their assets.
 *
 * @param input the file, its text or bytes, or a stream of them
 * @param options as of every source; the list says itself when it was published
 * @returns records to be read once, and what was wrong
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readEuXml } from 'statecraft/sources'
 *
 * const list = `<export generationDate="2026-01-02T00:00:00"><sanctionEntity euReferenceNumber="EU.1.1" logicalId="1">
 *   <regulation programme="TAQA" publicationDate="2003-05-20" numberTitle="866/2003 (OJ L124)"/>
 *   <subjectType code="person"/><nameAlias wholeName="John Doe" strong="true"/>
 * </sanctionEntity></export>`
 * const kg = createGraph()
 * await kg.load(readEuXml(list))
 * kg.entity('eu:EU.1.1')?.label // { und: 'John Doe' }
 * ```
 */
export function readEuXml(input: SourceInput, options: SourceOptions = {}): SourceRecords {
  return readSource(euXml, input, options)
}

/** What reads `eu-xml`. */
export const euXml: SourceReader = {
  read: (files, context, options) => eachFile(files, context, (file) => readList(file, context, options)),
}

async function* readList(
  file: SourceFile,
  context: SourceContext,
  options: SourceOptions,
): AsyncGenerator<RawRecord> {
  let { published } = options
  const ids = new EntryIds('eu', context)
  const wanted = {
    format: 'the financial sanctions files of the EU',
    roots: ['export'],
    records: ['sanctionEntity'],
    beside: [],
    onRoot: (_: string, attributes: ReadonlyMap<string, string>) => {
      published = publishedOn(attributes.get('generationDate'), context)
    },
  }
  let records: ListRecords | undefined
  for await (const element of xmlElements(file, context, wanted)) {
    records ??= new ListRecords({ list: FINANCIAL_SANCTIONS_FILES, published })
    const logicalId = attributeOf(element, 'logicalId')
    // Entries without a reference number are told apart by the number that the database has for them.
    const key =
      attributeOf(element, 'euReferenceNumber') ??
      (logicalId === undefined ? undefined : `logical-${logicalId}`)
    const id = ids.take(key, 'euReferenceNumber', nameOf(childOf(element, 'nameAlias')))
    if (id !== undefined && key !== undefined) yield* records.party(readEntity(element, id, key, context))
  }
  if (context.refused) return
  records ??= new ListRecords({ list: FINANCIAL_SANCTIONS_FILES, published })
  yield* records.head()
}
