import type { SourceContext, SourceOptions } from '../input/context'
import type { SourceFile, SourceInput } from '../input/files'
import { type RawRecord, readSource, type SourceReader, type SourceRecords } from '../input/records'
import { attributeOf, childrenOf, xmlElements } from '../input/xml'
import { EntryIds } from '../lists/entry-ids'
import { eachFile } from '../lists/one-file'
import { ListRecords } from '../lists/records'
import { publishedOn } from '../lists/written-dates'
import { SECO_LIST } from './list'
import { readNames } from './names'
import { type Place, readPlace } from './places'
import { SanctionsSets } from './programmes'
import { Relations } from './relations'
import { bodyOf, readTarget } from './target'

/**
 * Reads the list of the Swiss State Secretariat for Economic Affairs (`consolidated-list_….xml`): persons, organisations,
 * vessels and aircraft by their number, as `seco:5142`, as they are now; their listings by Switzerland, also those that
 * have ended; and the links between them.
 *
 * @param input the file, its text or bytes, or a stream of them, which is held: places stand at the end of the file
 * @param options as of every source; the list says itself when it was published
 * @returns records to be read once, and what was wrong
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readSecoXml } from 'statecraft/sources'
 *
 * const list = `<swiss-sanctions-list list-type="whole-list" date="2026-08-27">
 *   <sanctions-program ssid="20"><program-key lang="eng">Belarus</program-key>
 *     <sanctions-set ssid="1" lang="eng">Financial measures, annex 2</sanctions-set></sanctions-program>
 *   <target ssid="7"><sanctions-set-id>1</sanctions-set-id><individual><identity main="true">
 *     <name name-type="primary-name" quality="good" lang="eng">
 *       <name-part order="1" name-part-type="whole-name"><value>John Doe</value></name-part></name>
 *   </identity></individual><modification modification-type="listed" effective-date="2021-08-11"/></target>
 * </swiss-sanctions-list>`
 * const kg = createGraph()
 * await kg.load(readSecoXml(list))
 * kg.entity('seco:7')?.label // { en: 'John Doe' }
 * ```
 */
export function readSecoXml(input: SourceInput, options: SourceOptions = {}): SourceRecords {
  return readSource(secoXml, input, options)
}

/** What reads `seco-xml`. */
export const secoXml: SourceReader = {
  readings: 2,
  read: (files, context, options) => eachFile(files, context, (file) => readList(file, context, options)),
}

const WANTED = { format: 'the list of the Swiss SECO', roots: ['swiss-sanctions-list'] }

async function* readList(
  file: SourceFile,
  context: SourceContext,
  options: SourceOptions,
): AsyncGenerator<RawRecord> {
  const sets = new SanctionsSets()
  const places = new Map<string, Place>()
  for await (const element of xmlElements(file, context.quiet(), {
    ...WANTED,
    records: ['sanctions-program', 'place', 'target'],
  })) {
    const ssid = attributeOf(element, 'ssid')
    if (element.name === 'sanctions-program') sets.take(element)
    else if (element.name === 'place' && ssid !== undefined) places.set(ssid, readPlace(element))
  }

  let { published } = options
  const ids = new EntryIds('seco', context)
  const relations = new Relations(ids)
  const onRoot = (_: string, attributes: ReadonlyMap<string, string>) => {
    published = publishedOn(attributes.get('date'), context)
    const type = attributes.get('list-type') ?? 'whole-list'
    if (type !== 'whole-list') {
      const message = `this is not the whole list, but a list of type '${type}': whoever is not in it may be listed`
      context.tell('truncated', message)
    }
  }
  let records: ListRecords | undefined
  const wanted = { ...WANTED, records: ['target'], beside: ['sanctions-program', 'place'], onRoot }
  for await (const target of xmlElements(file, context, wanted)) {
    records ??= new ListRecords({ list: SECO_LIST, published })
    const ssid = attributeOf(target, 'ssid')
    const id = ids.take(ssid, 'ssid', readNames(childrenOf(bodyOf(target), 'identity'))[0]?.text)
    if (id === undefined || ssid === undefined) continue
    yield* records.party(readTarget(target, id, ssid, { sets, places }, context))
    yield* relations.links(records, target, id, ssid, context)
  }
  if (context.refused) return
  records ??= new ListRecords({ list: SECO_LIST, published })
  yield* records.head()
  yield* relations.missing(records, context)
}
