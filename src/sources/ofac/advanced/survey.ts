import type { SourceContext } from '../../input/context'
import type { SourceFile } from '../../input/files'
import { attributeOf, childrenOf, type XmlRecords, xmlElements } from '../../input/xml'
import type { KnownParties } from '../links'
import type { PublishedList } from '../lists'
import { isUid } from '../parties'
import { QuietContext } from '../quiet'
import { EntriesByProfile } from './entries'
import { typeIn } from './party'
import { dateOfElement } from './periods'
import { Values } from './values'

/** What the document is, for both readings. */
export const DOCUMENT: Pick<XmlRecords, 'roots' | 'format'> = {
  roots: ['Sanctions'],
  format: "OFAC's advanced XML (sdn_advanced.xml, cons_advanced.xml)",
}

const WANTED: XmlRecords = {
  ...DOCUMENT,
  records: ['DateOfIssue', 'ReferenceValueSets', 'DistinctParty', 'SanctionsEntry'],
}

/** What must be known of a file before its parties can be told. */
export interface Survey {
  readonly values: Values
  readonly entries: EntriesByProfile
  readonly list: PublishedList
  readonly published: string | undefined
}

/** Reads a file once: parties stand before the entries by which they are listed, and relations name profiles. */
export async function surveyFile(
  file: SourceFile,
  known: KnownParties,
  context: SourceContext,
): Promise<Survey> {
  const values = new Values()
  const entries = new EntriesByProfile()
  let published: string | undefined
  for await (const element of xmlElements(file, new QuietContext(context), WANTED)) {
    if (element.name === 'DateOfIssue') published ??= dateOfElement(element, values)
    else if (element.name === 'ReferenceValueSets') values.add(element)
    else if (element.name === 'SanctionsEntry') entries.add(element, values)
    else {
      const uid = attributeOf(element, 'FixedRef')
      if (uid === undefined || !isUid(uid)) continue
      for (const profile of childrenOf(element, 'Profile')) {
        known.add(uid, typeIn(element, values) ?? 'Actor', attributeOf(profile, 'ID'))
      }
    }
  }
  const isConsolidated = entries.isEmpty ? /cons/i.test(file.name) : entries.areConsolidated
  return { values, entries, list: isConsolidated ? 'consolidated' : 'sdn', published }
}
