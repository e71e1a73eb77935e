import type { SourceContext, SourceOptions } from '../../input/context'
import type { SourceFile, SourceInput } from '../../input/files'
import { type RawRecord, readSource, type SourceReader, type SourceRecords } from '../../input/records'
import {
  attributeOf,
  childOf,
  childrenAt,
  textAt,
  type XmlElement,
  type XmlRecords,
  xmlElements,
} from '../../input/xml'
import { leftOf } from '../../lists/left'
import { eachFile } from '../../lists/one-file'
import { ListRecords } from '../../lists/records'
import { writtenDate } from '../../lists/written-dates'
import { KnownParties, linkOf } from '../links'
import { type ListKey, listNamed, OFAC_LISTS } from '../lists'
import { isUid, partyId } from '../parties'
import { listingsStated } from '../stated-listing'
import { factsOf, typeIn } from './entity'
import { statedListing } from './listing'
import { isUnnamed, ReferenceValues } from './values'

const DOCUMENT: Pick<XmlRecords, 'roots' | 'format'> = {
  roots: ['sanctionsData'],
  format: "OFAC's enhanced XML (SDN_ENHANCED.XML, CONS_ENHANCED.XML)",
}
/** What is read first, and what then. */
const SURVEYED: XmlRecords = { ...DOCUMENT, records: ['referenceValue', 'featureType', 'entity'] }
const WANTED: XmlRecords = { ...DOCUMENT, records: ['publicationInfo', 'entity'] }

/** Parts of relations that are read: others are kept in words. */
const READ_OF_RELATION: ReadonlySet<string> = new Set(['type', 'relatedEntity', 'quality'])

/** Reads OFAC's enhanced XML: what `readOfacEnhancedXml` reads with. */
export const ofacEnhancedXml: SourceReader = {
  readings: 2,
  async *read(files, context) {
    const known = new KnownParties()
    const values = new Map<SourceFile, ReferenceValues>()
    for (const file of files) {
      context.file = files.length > 1 ? file.name : undefined
      values.set(file, await survey(file, known, context))
    }
    yield* eachFile(files, context, (file) => readFile(file, values.get(file)!, known, context))
  },
}

/**
 * Reads OFAC's enhanced XML, `SDN_ENHANCED.XML` or `CONS_ENHANCED.XML`, or an export of OFAC's service of one list.
 *
 * Parties are `ofac:<number of the entity>`, whatever format of OFAC they are read from. Relations are typed, and stand in
 * their own direction: who owns or controls is the subject.
 *
 * @param input the file, or several
 * @param options as of every source; when the list came out the file says
 * @returns records to be read once: what `kg.load` takes
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readOfacEnhancedXml } from 'statecraft/sources'
 *
 * const kg = createGraph()
 * const xml = `<sanctionsData><publicationInfo><dataAsOf>2025-01-10T00:00:00</dataAsOf></publicationInfo><entities>
 *   <entity id="591"><generalInfo><entityType>Entity</entityType></generalInfo>
 *   <sanctionsLists><sanctionsList datePublished="1986-12-10">SDN List</sanctionsList></sanctionsLists>
 *   <sanctionsPrograms><sanctionsProgram>CUBA</sanctionsProgram></sanctionsPrograms>
 *   <names><name><isPrimary>true</isPrimary><translations><translation><isPrimary>true</isPrimary>
 *   <formattedFullName>CUBAEXPORT</formattedFullName></translation></translations></name></names>
 *   </entity></entities></sanctionsData>`
 * await kg.load(readOfacEnhancedXml(xml))
 * console.log(kg.entity('ofac:591')?.label) // { und: 'CUBAEXPORT' }
 * ```
 */
export function readOfacEnhancedXml(input: SourceInput, options: SourceOptions = {}): SourceRecords {
  return readSource(ofacEnhancedXml, input, options)
}

/**
 * Reads a file once for its reference values, and the parties that it has: relations lead to those that come later, too.
 * What is wrong with the values is told here, all else when the file is read again.
 */
async function survey(
  file: SourceFile,
  known: KnownParties,
  context: SourceContext,
): Promise<ReferenceValues> {
  const values = new ReferenceValues(context)
  for await (const element of xmlElements(file, context.quiet(), SURVEYED)) {
    if (element.name !== 'entity') {
      values.add(element)
      continue
    }
    const uid = attributeOf(element, 'id')
    if (uid !== undefined && isUid(uid)) known.add(uid, typeIn(values.worded(element)) ?? 'Actor')
  }
  return values
}

async function* readFile(
  file: SourceFile,
  values: ReferenceValues,
  known: KnownParties,
  context: SourceContext,
): AsyncGenerator<RawRecord> {
  let edition: Edition | undefined
  const met = new Set<string>()
  for await (const read of xmlElements(file, context, WANTED)) {
    const element = values.worded(read)
    if (element.name === 'publicationInfo') {
      edition ??= editionOf(element, file, context)
      yield* edition.records.head()
      continue
    }
    edition ??= editionOf(undefined, file, context)
    yield* readEntity(element, known, met, edition, context)
  }
}

interface Edition {
  readonly records: ListRecords
  readonly published: string | undefined
}

function* readEntity(
  entity: XmlElement,
  known: KnownParties,
  met: Set<string>,
  { records, published }: Edition,
  context: SourceContext,
): Generator<RawRecord> {
  const uid = attributeOf(entity, 'id')
  if (uid === undefined || !isUid(uid)) {
    context.tell('missing-field', 'an entity has no number; it is left out', {
      record:
        textAt(entity, 'names', 'name', 'translations', 'translation', 'formattedFullName')?.slice(0, 500) ??
        '',
    })
    return
  }
  if (met.has(uid))
    context.tell('conflict', `the number ${uid} comes twice`, { hint: 'both entries are of one party' })
  met.add(uid)
  const facts = factsOf(uid, entity, context)
  const listings = listingsStated(uid, statedListing(entity, facts, context), facts, context)
  yield* records.party(facts.party(partyId(uid), listings))
  for (const relationship of childrenAt(entity, 'relationships', 'relationship')) {
    const [type, related] = [childOf(relationship, 'type'), childOf(relationship, 'relatedEntity')]
    const to = attributeOf(related, 'entityId')
    if (to === undefined || !isUid(to)) {
      context.tell('missing-field', `a relation of ${partyId(uid)} does not say to whom; it is left out`)
      continue
    }
    yield* linkOf(
      {
        from: { key: uid },
        to: { key: to, name: related?.text || undefined },
        code: attributeOf(type, 'refId'),
        type: type && isUnnamed(type, 'relationship') ? undefined : type?.text || undefined,
        quality: textAt(relationship, 'quality'),
        comment: besideOf(relationship),
      },
      known,
      records,
      published,
      context,
    )
  }
}

/** What else a relation says. */
function besideOf(relationship: XmlElement): string | undefined {
  const left = Object.values(leftOf([relationship], READ_OF_RELATION) ?? {})
  return left.length === 0 ? undefined : left.flat().join('; ')
}

/** The list that the file is, and when it came out. */
function editionOf(info: XmlElement | undefined, file: SourceFile, context: SourceContext): Edition {
  const text = textAt(info, 'dataAsOf')
  const date = text === undefined ? undefined : writtenDate(text)
  if (text !== undefined && date === undefined) {
    context.tell('bad-date', `'${text.slice(0, 80)}' is no day`, { hint: 'as 2025-01-10T00:00:00' })
  }
  const published = date ?? context.options.published
  const lists = childrenAt(info, 'filters', 'sanctionsLists', 'sanctionsList').map(({ text }) =>
    listNamed(text),
  )
  return { records: new ListRecords({ list: OFAC_LISTS[listOf(lists, file)], published }), published }
}

/** An export of several lists, or of all, is of the SDN List where that is one of them. */
function listOf(lists: readonly (ListKey | undefined)[], file: SourceFile): ListKey {
  const [only, ...others] = [...new Set(lists)]
  if (only !== undefined && others.length === 0) return only
  if (lists.length === 0) return /cons/i.test(file.name) ? 'consolidated' : 'sdn'
  return lists.includes('sdn') ? 'sdn' : 'consolidated'
}
