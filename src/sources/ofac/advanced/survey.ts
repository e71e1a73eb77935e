import type { SourceContext } from '../../input/context'
import type { SourceFile } from '../../input/files'
import { attributeOf, childrenAt, type XmlElement, type XmlRecords, xmlElements } from '../../input/xml'
import type { KnownParties } from '../links'
import type { PublishedList } from '../lists'
import { isUid } from '../parties'
import { EntriesByProfile } from './entries'
import { Numbers } from './numbers'
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
  /** The numbers of identities, whose documents come before them; undefined where the file is cut off before all came. */
  readonly identities: ReadonlySet<string> | undefined
}

/**
 * Reads a file once: parties stand before the entries by which they are listed, and relations name profiles. What
 * is wrong with value sets and entries is told here, all else when the file is read again.
 */
export async function surveyFile(
  file: SourceFile,
  known: KnownParties,
  context: SourceContext,
): Promise<Survey> {
  const values = new Values(context)
  const entries = new EntriesByProfile()
  const numbers = new Numbers()
  const [profiles, identities] = [new Set<string>(), new Set<string>()]
  let issued: XmlElement | undefined
  const quiet = context.quiet()
  for await (const element of xmlElements(file, quiet, WANTED)) {
    context.line = element.line
    if (element.name === 'DateOfIssue') issued ??= element
    else if (element.name === 'ReferenceValueSets') values.add(element)
    else if (element.name === 'SanctionsEntry') {
      if (numbers.isFirst(element, context)) entries.add(element, values, context)
    } else {
      const uid = attributeOf(element, 'FixedRef')
      for (const id of idsAt(element, 'Profile')) {
        profiles.add(id)
        if (uid !== undefined && isUid(uid)) known.add(uid, typeIn(element, values) ?? 'Actor', id)
      }
      for (const id of idsAt(element, 'Profile', 'Identity')) identities.add(id)
    }
  }
  entries.tellDangling(profiles, context)
  const published = dateOfElement(issued, values)
  const isConsolidated = entries.isEmpty ? /cons/i.test(file.name) : entries.areConsolidated
  return {
    values,
    entries,
    list: isConsolidated ? 'consolidated' : 'sdn',
    published,
    identities: quiet.told.has('cut-off') ? undefined : identities,
  }
}

function idsAt(party: XmlElement, ...path: readonly string[]): readonly string[] {
  return childrenAt(party, ...path).flatMap((element) => attributeOf(element, 'ID') ?? [])
}
