import type { ClaimRecord, StatementRecord } from '../../model/record'
import { given, grouped, idOf } from '../table'

/** One row of a table of spells: what holds, from when until when, and who says so. */
export interface Spell {
  readonly relation: string
  readonly subject: string
  readonly object: string
  /** Defining qualifiers, as `standing`. */
  readonly qualifiers?: Fields
  /** EDTF. */
  readonly from: string
  /** EDTF; `..` where it goes on, nothing where it has ended and the day is not known. */
  readonly until: string
  /** The id of a source, without `source:`. */
  readonly source: string
  /** `denies`; else it is asserted. */
  readonly stance?: string | undefined
  /** Who says so, where it is not the publisher of the source. */
  readonly by?: string | undefined
  readonly note?: string | undefined
}

/** Fields of a row; those that are empty are not given. */
export type Fields = { readonly [field: string]: string | undefined }

/**
 * Statements of spells. Spells of one thing that begin on the same day are claims of one statement. The first has the
 * occurrence `''`, so that it is one with what others say who know of one spell only; a later one has its first day.
 */
export function* spellStatements(spells: Iterable<Spell>): Generator<StatementRecord> {
  const things = grouped(spells, ({ relation, subject, object, qualifiers }) =>
    JSON.stringify([relation, subject, object, qualifiers]),
  )
  for (const unsorted of things.values()) {
    // Rows that differ in their keys alone stand together, so that a later spell may stand before an earlier one.
    const thing = unsorted.toSorted((a, b) => Number(a.from > b.from) - Number(a.from < b.from))
    const first = thing[0]?.from
    for (const [from, claims] of grouped(thing, (spell) => spell.from)) {
      const [spell] = claims
      if (!spell) continue
      const { relation, subject, object, qualifiers = {} } = spell
      yield {
        relation,
        subject,
        object,
        ...given(qualifiers),
        occurrence: from === first ? '' : from,
        claims: claims.map(claimOf),
      }
    }
  }
}

function claimOf({ from, until, source, stance, by, note }: Spell): ClaimRecord {
  return {
    stance: stance === 'denies' ? 'denies' : 'asserts',
    ...given({ by }),
    source: `source:${source}`,
    when: `${from}/${until}`,
    ...(note ? { note: { en: note } } : {}),
  }
}

/** The ids in a cell of keys apart by blanks: `KP .HK`. */
export function idsOf(keys: string): string[] {
  return keys.split(' ').map(idOf)
}
