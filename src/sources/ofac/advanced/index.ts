import type { SourceContext, SourceOptions } from '../../input/context'
import type { SourceFile, SourceInput } from '../../input/files'
import { type RawRecord, readSource, type SourceReader, type SourceRecords } from '../../input/records'
import {
  attributeOf,
  childrenOf,
  textAt,
  type XmlElement,
  type XmlRecords,
  xmlElements,
} from '../../input/xml'
import { eachFile } from '../../lists/one-file'
import { ListRecords } from '../../lists/records'
import { textOfDocument } from '../identifiers'
import { KnownParties, linkOf } from '../links'
import { OFAC_LISTS } from '../lists'
import { isUid, partyId } from '../parties'
import { listingsStated } from '../stated-listing'
import { documentOf, type Registered } from './documents'
import type { EntriesByProfile } from './entries'
import { Numbers } from './numbers'
import { type Before, factsOf } from './party'
import { Places } from './places'
import { DOCUMENT, type Survey, surveyFile } from './survey'

const WANTED: XmlRecords = {
  ...DOCUMENT,
  records: ['DateOfIssue', 'Location', 'IDRegDocument', 'DistinctParty', 'ProfileRelationship'],
}

/** Reads OFAC's advanced XML: what `readOfacAdvancedXml` reads with. */
export const ofacAdvancedXml: SourceReader = {
  readings: 2,
  async *read(files, context) {
    const known = new KnownParties()
    const surveys = new Map<SourceFile, Survey>()
    for (const file of files) {
      context.file = files.length > 1 ? file.name : undefined
      surveys.set(file, await surveyFile(file, known, context))
    }
    yield* eachFile(files, context, (file) => readFile(file, surveys.get(file)!, known, context))
  },
}

/**
 * Reads OFAC's advanced XML, `sdn_advanced.xml` or `cons_advanced.xml`. The file names no list that it is: if all parties
 * stand on the Consolidated List, it is that.
 *
 * Parties are `ofac:<FixedRef>`, whatever format of OFAC they are read from. Relations are typed, and stand in their own
 * direction: who owns or controls is the subject.
 *
 * @param input the file, or several
 * @param options as of every source; when the list came out the file says
 * @returns records to be read once: what `kg.load` takes
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readOfacAdvancedXml } from 'statecraft/sources'
 *
 * const kg = createGraph()
 * const xml = `<Sanctions><DateOfIssue><Year>2020</Year><Month>3</Month><Day>17</Day></DateOfIssue><ReferenceValueSets>
 *   <PartyTypeValues><PartyType ID="2">Entity</PartyType></PartyTypeValues>
 *   <PartySubTypeValues><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType></PartySubTypeValues>
 *   </ReferenceValueSets><DistinctParties><DistinctParty FixedRef="591"><Profile ID="591" PartySubTypeID="3">
 *   <Identity ID="7" Primary="true"><Alias Primary="true"><DocumentedName><DocumentedNamePart><NamePartValue>Cubaexport
 *   </NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity></Profile></DistinctParty></DistinctParties>
 *   </Sanctions>`
 * await kg.load(readOfacAdvancedXml(xml))
 * console.log(kg.entity('ofac:591')?.label) // { und: 'CUBAEXPORT' }
 * ```
 */
export function readOfacAdvancedXml(input: SourceInput, options: SourceOptions = {}): SourceRecords {
  return readSource(ofacAdvancedXml, input, options)
}

async function* readFile(
  file: SourceFile,
  { values, entries, list, published: dated, identities }: Survey,
  known: KnownParties,
  context: SourceContext,
): AsyncGenerator<RawRecord> {
  const published = dated ?? context.options.published
  const records = new ListRecords({ list: OFAC_LISTS[list], published })
  const places = new Places()
  const documents = new Map<string, Registered[]>()
  const numbers = new Numbers()
  const before: Before = { values, places, documents, numbers }
  const met = new Set<string>()
  for await (const element of xmlElements(file, context, WANTED)) {
    if (element.name === 'DateOfIssue') {
      if (dated === undefined) context.tell('bad-date', 'the day on which the list came out is no day')
      yield* records.head()
    } else if (element.name === 'Location') {
      if (numbers.isFirst(element, context)) places.add(element, values)
    } else if (element.name === 'IDRegDocument') {
      if (!numbers.isFirst(element, context)) continue
      const identity = attributeOf(element, 'IdentityID')
      const document = documentOf(element, values, places, context)
      if (identity === undefined || !document) {
        context.tell('missing-field', `a document has no ${document ? 'identity' : 'number'}; it is left out`)
      } else if (identities?.has(identity) === false) {
        const message = `a document is of identity ${identity.slice(0, 100)}, which is not in the file; it is left out`
        context.tell('dangling', message, { record: textOfDocument(document.document) })
      } else documents.set(identity, [...(documents.get(identity) ?? []), document])
    } else if (element.name === 'DistinctParty') {
      yield* readParty(element, before, entries, met, records, context)
    } else yield* readRelationship(element, values, known, records, published, context)
  }
}

function* readParty(
  party: XmlElement,
  before: Before,
  entries: EntriesByProfile,
  met: Set<string>,
  records: ListRecords,
  context: SourceContext,
): Generator<RawRecord> {
  const uid = attributeOf(party, 'FixedRef')
  if (uid === undefined || !isUid(uid)) {
    context.tell('missing-field', 'a party has no number; it is left out', {
      record:
        textAt(
          party,
          'Profile',
          'Identity',
          'Alias',
          'DocumentedName',
          'DocumentedNamePart',
          'NamePartValue',
        )?.slice(0, 500) ?? '',
    })
    return
  }
  if (met.has(uid))
    context.tell('conflict', `the number ${uid} comes twice`, { hint: 'both entries are of one party' })
  met.add(uid)
  const facts = factsOf(uid, party, before, context)
  const listings = childrenOf(party, 'Profile').flatMap((profile) => {
    const isOwn = before.numbers.isFirst(profile, context, uid)
    const found = isOwn ? entries.of(attributeOf(profile, 'ID') ?? '') : undefined
    for (const text of found?.beside ?? []) facts.note('sanctionsInformation', text)
    return found ? listingsStated(uid, found, facts, context) : []
  })
  if (listings.length === 0) context.tell('missing-field', `the party ${uid} stands on no list`)
  yield* records.party(facts.party(partyId(uid), listings))
}

function* readRelationship(
  element: XmlElement,
  values: Survey['values'],
  known: KnownParties,
  records: ListRecords,
  published: string | undefined,
  context: SourceContext,
): Generator<RawRecord> {
  const [from, to] = [attributeOf(element, 'From-ProfileID'), attributeOf(element, 'To-ProfileID')]
  if (from === undefined || to === undefined || !isUid(from) || !isUid(to)) {
    context.tell('missing-field', 'a relation does not say between whom it is; it is left out')
    return
  }
  yield* linkOf(
    {
      from: { key: from },
      to: { key: to },
      code: attributeOf(element, 'RelationTypeID'),
      type: values.of(element, 'RelationType'),
      isFormer: attributeOf(element, 'Former') === 'true',
      quality: values.words(element, 'RelationQuality'),
      comment: textAt(element, 'Comment'),
    },
    known,
    records,
    published,
    context,
  )
}
