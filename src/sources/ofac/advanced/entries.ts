import type { SourceContext } from '../../input/context'
import { attributeOf, childOf, childrenOf, textAt, type XmlElement } from '../../input/xml'
import { tellBadDate } from '../../lists/written-dates'
import { listNamed } from '../lists'
import { tagOf } from '../programmes'
import { earlier, type StatedListing } from '../stated-listing'
import { dateOfElement, partsOf } from './periods'
import type { Values } from './values'

/** All entries of a profile, one a list that it stands on: programmes and measures are repeated in each. */
export interface Entries extends StatedListing {
  /** What else the entries say. */
  readonly beside: ReadonlySet<string>
}

interface Gathered extends Entries {
  /** The line of the first. */
  readonly line: number
  readonly lists: Map<string, string | undefined>
  readonly tags: Set<string>
  readonly types: Set<string>
  readonly legalBases: Set<string>
  readonly beside: Set<string>
}

/** The type of measures by which entries name their programmes. */
const PROGRAMME = 'program'

/** The entries of a file, by the profile that each is about: they come after the parties. */
export class EntriesByProfile {
  readonly #entries = new Map<string, Gathered>()

  /** Takes an entry; one of nobody is told. */
  add(entry: XmlElement, values: Values, context: SourceContext): void {
    const profile = attributeOf(entry, 'ProfileID')
    if (profile === undefined) {
      context.tell('missing-field', 'an entry is of no party; it is left out')
      return
    }
    const there = this.#entries.get(profile) ?? {
      line: entry.line,
      lists: new Map(),
      tags: new Set(),
      types: new Set(),
      legalBases: new Set(),
      beside: new Set(),
    }
    this.#entries.set(profile, there)
    const list = values.words(entry, 'List') ?? 'list'
    const day = takeEvents(entry, list, values, there, context)
    there.lists.set(list, earlier(there.lists.get(list), day))
    takeMeasures(entry, values, there)
    for (const path of [['Comment'], ['LimitationsToListing'], ['SupportingInfo', 'Text']]) {
      addText(textAt(entry, ...path), there.beside)
    }
  }

  /** Tells entries of profiles that are not in the file. */
  tellDangling(profiles: ReadonlySet<string>, context: SourceContext): void {
    for (const [profile, { line }] of this.#entries) {
      if (profiles.has(profile)) continue
      const message = `an entry is of profile ${profile.slice(0, 100)}, which is not in the file; it is left out`
      context.tell('dangling', message, { line })
    }
  }

  /** The entries of a profile; undefined where there are none. */
  of(profile: string): Entries | undefined {
    return this.#entries.get(profile)
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0
  }

  /** Whether all parties stand on the list that is all lists but the SDN List: then that is what the file is. */
  get areConsolidated(): boolean {
    const isOn = ({ lists }: Entries) => [...lists.keys()].some((name) => listNamed(name) === 'consolidated')
    return !this.isEmpty && [...this.#entries.values()].every(isOn)
  }
}

/** Takes what happened to an entry; the day on which it came to its list comes back. */
function takeEvents(
  entry: XmlElement,
  list: string,
  values: Values,
  entries: Gathered,
  context: SourceContext,
): string | undefined {
  let listed: string | undefined
  for (const event of childrenOf(entry, 'EntryEvent')) {
    const basis = values.of(event, 'LegalBasis')
    if (basis === undefined) addText(values.words(event, 'LegalBasis'), entries.beside)
    else entries.legalBases.add(basis)
    addText(textAt(event, 'Comment'), entries.beside)
    const kind = values.words(event, 'EntryEventType')
    const date = childOf(event, 'Date')
    const day = dateOfElement(date, values)
    const isFirst = kind === undefined || /^created$/i.test(kind)
    if (isFirst && day !== undefined) listed = earlier(listed, day)
    else if (date) {
      const written = partsOf(date).join('-')
      if (day === undefined) tellBadDate(written, isFirst ? 'day of listing' : `day of '${kind}'`, context)
      entries.beside.add(`${list}: ${kind ?? 'event'} ${day ?? written}`)
    }
  }
  return listed
}

function takeMeasures(entry: XmlElement, values: Values, { tags, types, beside }: Gathered): void {
  for (const measure of childrenOf(entry, 'SanctionsMeasure')) {
    const type = values.words(measure, 'SanctionsType') ?? 'sanctions type'
    const comment = textAt(measure, 'Comment')
    if (type.toLowerCase() !== PROGRAMME) {
      types.add(type)
      if (comment !== undefined) beside.add(`${type}: ${comment}`)
    } else if (comment !== undefined) tags.add(tagOf(comment))
  }
}

function addText(text: string | undefined, texts: Set<string>): void {
  if (text !== undefined) texts.add(text)
}
