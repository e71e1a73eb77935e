import type { SourceContext } from '../input/context'
import { attributeOf, type XmlElement } from '../input/xml'
import { dateIn } from '../lists/written-dates'

/** A time during which a target was on the list. */
export interface Spell {
  /** EDTF; undefined where the list does not tell. */
  readonly listed: string | undefined
  /** EDTF; undefined while it goes on, `''` where it has ended and the list does not tell when. */
  readonly ended: string | undefined
}

interface Modification {
  readonly type: string
  readonly date: string | undefined
}

/** Dates of a modification: that from which it has effect counts, else that of the decision, of its publication. */
const DATES = ['effective-date', 'enactment-date', 'publication-date']

/**
 * The spells of a target, of its modifications: it is on the list from `listed` to `de-listed`, and is again where it is
 * listed or amended after that. They stand in the list with the youngest first; where they have dates, these count.
 */
export function spellsOf(elements: readonly XmlElement[], context: SourceContext): Spell[] {
  const modifications = elements
    .toReversed()
    .map((element): Modification => {
      const name = DATES.find((one) => attributeOf(element, one) !== undefined)
      const text = name === undefined ? undefined : attributeOf(element, name)
      return {
        type: attributeOf(element, 'modification-type') ?? '',
        date: dateIn(text, name ?? '', context),
      }
    })
    .toSorted((a, b) =>
      a.date !== undefined && b.date !== undefined && a.date !== b.date ? (a.date < b.date ? -1 : 1) : 0,
    )
  const spells: Spell[] = []
  let open: { readonly listed: string | undefined } | undefined
  for (const { type, date } of modifications) {
    if (type === 'de-listed') {
      if (open || spells.length === 0) spells.push({ listed: open?.listed, ended: date ?? '' })
      open = undefined
    } else if (!open) {
      // What is amended was listed before, and the list does not tell when; unless it was taken off before that.
      open = { listed: type === 'listed' || spells.length > 0 ? date : undefined }
    }
  }
  if (open || spells.length === 0) spells.push({ listed: open?.listed, ended: undefined })
  return spells
}
