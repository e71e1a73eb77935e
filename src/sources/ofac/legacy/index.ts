import type { SourceContext, SourceOptions } from '../../input/context'
import type { SourceFile, SourceInput } from '../../input/files'
import { type RawRecord, readSource, type SourceReader, type SourceRecords } from '../../input/records'
import { textAt, type XmlElement, type XmlRecords, xmlElements } from '../../input/xml'
import { dateOf } from '../../lists/dates'
import { eachFile } from '../../lists/one-file'
import { ListRecords } from '../../lists/records'
import { listingsOf } from '../listings'
import { OFAC_LISTS, type PublishedList } from '../lists'
import { linksByName, PartyNames } from '../names'
import { isUid, partyId } from '../parties'
import { isNowhereOnSdn } from '../programmes'
import { factsOf, nameIn, tagsIn } from './entry'

const WANTED: XmlRecords = {
  roots: ['sdnList'],
  records: ['publshInformation', 'sdnEntry'],
  beside: [],
  format: "OFAC's legacy XML (sdn.xml, consolidated.xml)",
}

/** Reads OFAC's legacy XML: what `readOfacLegacyXml` reads with. */
export const ofacLegacyXml: SourceReader = {
  readings: 2,
  async *read(files, context) {
    const names = new PartyNames()
    const lists = new Map<SourceFile, PublishedList>()
    for (const file of files) lists.set(file, await survey(file, names, context))
    yield* eachFile(files, context, (file) => readFile(file, lists.get(file) ?? 'sdn', names, context))
  },
}

/**
 * Reads OFAC's legacy XML, `sdn.xml` or `consolidated.xml`, with the namespace of any year. The file does not say which
 * list it is: its name does, and without that the programmes of its parties.
 *
 * Parties are `ofac:<uid>`, whatever format of OFAC they are read from; links by name stand in the remarks.
 *
 * @param input the file
 * @param options as of every source; when the list came out the file says
 * @returns records to be read once: what `kg.load` takes
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readOfacLegacyXml } from 'statecraft/sources'
 *
 * const kg = createGraph()
 * const xml = `<sdnList><publshInformation><Publish_Date>07/30/2026</Publish_Date></publshInformation>
 *   <sdnEntry><uid>591</uid><lastName>CUBAEXPORT</lastName><sdnType>Entity</sdnType>
 *   <programList><program>CUBA</program></programList></sdnEntry></sdnList>`
 * await kg.load(readOfacLegacyXml(xml))
 * console.log(kg.entity('ofac:591')?.label) // { und: 'CUBAEXPORT' }
 * ```
 */
export function readOfacLegacyXml(input: SourceInput, options: SourceOptions = {}): SourceRecords {
  return readSource(ofacLegacyXml, input, options)
}

/** Reads a file once for the names of its parties, and for the list that it is. */
async function survey(file: SourceFile, names: PartyNames, context: SourceContext): Promise<PublishedList> {
  let isElsewhere = false
  for await (const entry of xmlElements(file, context.quiet(), WANTED)) {
    const uid = textAt(entry, 'uid')
    if (entry.name !== 'sdnEntry' || uid === undefined) continue
    names.add(nameIn(entry), uid)
    isElsewhere ||= isNowhereOnSdn(tagsIn(entry))
  }
  if (/cons/i.test(file.name)) return 'consolidated'
  return /sdn/i.test(file.name) || !isElsewhere ? 'sdn' : 'consolidated'
}

async function* readFile(
  file: SourceFile,
  list: PublishedList,
  names: PartyNames,
  context: SourceContext,
): AsyncGenerator<RawRecord> {
  let records: ListRecords | undefined
  let expected: number | undefined
  const met = new Set<string>()
  let count = 0
  const begin = (published: string | undefined) =>
    new ListRecords({ list: OFAC_LISTS[list], published: published ?? context.options.published })
  for await (const element of xmlElements(file, context, WANTED)) {
    if (element.name === 'publshInformation') {
      records ??= begin(publishedIn(element, context))
      expected = Number(textAt(element, 'Record_Count') ?? Number.NaN)
      yield* records.head()
      continue
    }
    count++
    records ??= begin(undefined)
    yield* readEntry(element, list, names, met, records, context)
  }
  if (records && expected !== undefined) tellCount(count, expected, context)
}

function* readEntry(
  entry: XmlElement,
  list: PublishedList,
  names: PartyNames,
  met: Set<string>,
  records: ListRecords,
  context: SourceContext,
): Generator<RawRecord> {
  const uid = textAt(entry, 'uid')
  if (uid === undefined || !isUid(uid)) {
    context.tell('missing-field', 'an entry has no number of its party; it is left out', {
      record: nameIn(entry).slice(0, 500),
    })
    return
  }
  if (met.has(uid))
    context.tell('conflict', `the number ${uid} comes twice`, { hint: 'both entries are of one party' })
  met.add(uid)
  const { facts, links } = factsOf(uid, entry, context)
  const listings = listingsOf({ uid, tags: tagsIn(entry), on: list, ...facts.listing })
  yield* records.party(facts.party(partyId(uid), listings))
  yield* linksByName(uid, links, names, records, context)
}

/** When the list came out: `04/06/2018` is the 6th of April. */
function publishedIn(element: XmlElement, context: SourceContext): string | undefined {
  const text = textAt(element, 'Publish_Date')
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text ?? '') ?? []
  const date = dateOf(year, month, day)
  if (date?.length === 10) return date
  if (text !== undefined)
    context.tell('bad-date', `'${text.slice(0, 80)}' is no day`, { hint: 'month/day/year' })
  return undefined
}

/** Whether as many entries came as the file says that it has. */
function tellCount(count: number, expected: number, context: SourceContext): void {
  if (!Number.isInteger(expected) || count === expected) return
  const message = `the file says that it has ${expected} entries, and ${count} came`
  if (count < expected) context.tell('cut-off', message)
  else context.tell('conflict', message)
}
