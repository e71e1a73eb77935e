import type { EntityRecord } from '../../model/record'
import { grouped, idOf, once, rowsOf } from '../table'
import { type CodeUse, identifiersFrom, isoCodes } from './codes'
import { JURISDICTIONS } from './data/jurisdictions'

/** Id → English short name, in the order of the table. */
export const englishLabels: () => ReadonlyMap<string, string> = /* @__PURE__ */ once(
  () => new Map(rowsOf(JURISDICTIONS).map(([key = '', label = '']) => [idOf(key), label])),
)

const isoIdentifiers = /* @__PURE__ */ once(() => identifiersFrom(isoCodes()))

/**
 * The least that is to be said of a state or territory: its type, English name and codes of ISO 3166. For sources that
 * mention it; `states()` has the rest, and the two merge.
 *
 * @param id `state:KP`, `territory:HK`
 * @returns undefined where the reference data know no such jurisdiction
 *
 * @example
 * ```ts
 * import { jurisdiction } from 'statecraft/reference'
 *
 * jurisdiction('state:KP')?.label // { en: 'North Korea' }
 * ```
 */
export function jurisdiction(id: string): EntityRecord | undefined {
  const label = englishLabels().get(id)
  if (label === undefined) return undefined
  const identifiers = isoIdentifiers().get(id) ?? []
  return {
    type: id.startsWith('state:') ? 'State' : 'Territory',
    id,
    label: { en: label },
    ...(identifiers.length > 0 ? { identifiers } : {}),
  }
}

/**
 * The id of a state or territory by a code of two letters, as lists write it, whatever its case. Also takes the codes
 * of four letters of ISO 3166-3 (`SUHH`) and those of our territories that ISO does not have (`ua-cri`, `md-pmr`).
 * A code that passed on is read as what it stands for today, else as the one that had it; `resolve` asks for a date.
 *
 * @param code ISO 3166-1 alpha-2
 * @returns undefined where there is none (`ZZ`, `EU`), or where several had it and none has it today (`CS`, `YU`)
 *
 * @example
 * ```ts
 * import { jurisdictionId } from 'statecraft/reference'
 *
 * jurisdictionId('kp') // 'state:KP'
 * jurisdictionId('HK') // 'territory:HK'
 * jurisdictionId('CS') // undefined: Czechoslovakia, or Serbia and Montenegro
 * ```
 */
export function jurisdictionId(code: string): string | undefined {
  return idsByCode().get(code.trim().toUpperCase())
}

const idsByCode = /* @__PURE__ */ once(() => {
  const ids = new Map<string, string>()
  for (const id of englishLabels().keys()) {
    const local = id.slice(id.indexOf(':') + 1)
    if (local === local.toUpperCase()) ids.set(local, id)
  }
  for (const [code, uses] of grouped(isoCodes().filter(isAlphabetic), (use) => use.code)) {
    const [id, ...others] = new Set(uses.map((use) => use.id))
    if (id !== undefined && others.length === 0 && !ids.has(code)) ids.set(code, id)
  }
  return ids
})

function isAlphabetic({ scheme }: CodeUse): boolean {
  return scheme === 'iso2' || scheme === 'x-iso3166-3'
}
