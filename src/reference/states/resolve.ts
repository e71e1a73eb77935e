import { overlap } from '../../model/days'
import { parseWhen } from '../../model/edtf'
import { Problem } from '../../model/problem'
import { hintOf } from '../../model/suggest'
import { grouped, once } from '../table'
import { allCodes, CODE_SCHEMES, type CodeUse } from './codes'

/** What a code stands for: one jurisdiction, several, or none, and then why. */
export type Resolution =
  | { readonly answer: 'one'; readonly id: string; readonly ids: readonly [string] }
  | { readonly answer: 'several'; readonly ids: readonly string[] }
  | { readonly answer: 'none'; readonly ids: readonly []; readonly why: Problem }

/**
 * The state or territory that a code stands for at a date. Codes pass on: COW 365 was the USSR and is Russia, `CS` was
 * Czechoslovakia, then Serbia and Montenegro, and is nobody's. Where that leaves more than one, all are told, in the
 * order in which they had it; where it leaves none, why: nothing is guessed.
 *
 * A code that never was anybody else's stands for its jurisdiction at any time (`US` in 1950), but not past the end of
 * a state that has ended. Codes of states that came out of others (of the USSR, Yugoslavia, Czechoslovakia…) stand for
 * them from the day or year in which they did; former codes of ISO 3166 until they were withdrawn (of Czechoslovakia,
 * 15 June 1993).
 *
 * @param code letters in any case, or a number with or without zeros before it
 * @param scheme `iso2`, `iso3`, `m49`, `x-iso3166-3`, `cow`, `gw`, `wikidata`
 * @param date EDTF: a day, or a longer time, within which each jurisdiction that had the code counts; any time where
 *   not given
 *
 * @example
 * ```ts
 * import { resolve } from 'statecraft/reference'
 *
 * resolve(365, 'cow', '1985').ids // ['state:SUHH']
 * resolve(365, 'cow', '1991').ids // ['state:SUHH', 'state:RU']
 * resolve('CS', 'iso2', '2010').answer // 'none'
 * ```
 *
 * Sources: ISO 3166-1, ISO 3166-3; UN M49; Correlates of War Project, State System Membership List, v2016; Gleditsch
 * and Ward, *Interstate System Membership: A Revised List of the Independent States since 1816*, International
 * Interactions 25 (1999) 393–413; Wikidata. `reference-data/NOTICE.md` says what was taken from where.
 */
export function resolve(code: string | number, scheme: string, date?: string): Resolution {
  if (!isScheme(scheme))
    return none(`'${clip(scheme)}' is no scheme of codes`, hintOf(scheme, CODE_SCHEMES).hint)
  const when = date === undefined ? undefined : parseWhen(date)
  if (when instanceof Problem) return none(when.message, when.hint)
  const uses = usesByCode().get(`${scheme} ${normal(String(code), scheme)}`)
  if (uses === undefined) return none(`'${clip(String(code))}' is no ${scheme} code`)
  const ids = new Set(
    uses.filter((use) => when === undefined || overlap(when.possible, daysOf(use))).map(({ id }) => id),
  )
  const [id, ...others] = ids
  if (id === undefined) {
    const hint = uses.map((use) => `${use.id} ${use.when}`).join(', ')
    return none(`the ${scheme} code '${clip(String(code))}' is not in use at ${date}`, hint)
  }
  return others.length === 0 ? { answer: 'one', id, ids: [id] } : { answer: 'several', ids: [...ids] }
}

function none(message: string, hint?: string): Resolution {
  return { answer: 'none', ids: [], why: new Problem(message, hint) }
}

function isScheme(scheme: string): scheme is CodeUse['scheme'] {
  return (CODE_SCHEMES as readonly string[]).includes(scheme)
}

/** Codes are matched as their schemes write them: letters upper case, M49 with three digits, numbers without zeros. */
function normal(code: string, scheme: CodeUse['scheme']): string {
  const text = code.trim().toUpperCase()
  if (!/^\d+$/.test(text)) return text
  const digits = text.replace(/^0+(?=\d)/, '')
  return scheme === 'm49' ? digits.padStart(3, '0') : digits
}

const usesByCode = /* @__PURE__ */ once(() => {
  const uses = grouped(allCodes(), ({ scheme, code }) => `${scheme} ${code}`)
  for (const several of uses.values()) several.sort((a, b) => (daysOf(a).from < daysOf(b).from ? -1 : 1))
  return uses
})

function daysOf({ when }: CodeUse): { readonly from: number; readonly until: number } {
  const span = when === undefined ? undefined : parseWhen(when)
  return span === undefined || span instanceof Problem ? { from: -Infinity, until: Infinity } : span.possible
}

function clip(text: string): string {
  return text.slice(0, 40)
}
