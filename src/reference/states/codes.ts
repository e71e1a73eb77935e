import type { Identifier } from '../../model/record'
import { grouped, idOf, once, rowsOf } from '../table'
import { FORMER_CODES } from './data/codes'
import { JURISDICTIONS } from './data/jurisdictions'
import { NUMBERS } from './data/numbers'

/** Code schemes of states and territories, by the names of the identifiers of the model. */
export const CODE_SCHEMES = ['iso2', 'iso3', 'm49', 'x-iso3166-3', 'cow', 'gw', 'wikidata'] as const
export type CodeScheme = (typeof CODE_SCHEMES)[number]

/** That a code stands or stood for a jurisdiction. */
export interface CodeUse {
  readonly scheme: CodeScheme
  readonly code: string
  readonly id: string
  /** EDTF: when it did; undefined where it always stood for this one alone. */
  readonly when: string | undefined
}

/** Codes of ISO 3166, which name their jurisdictions by themselves. */
export const isoCodes: () => readonly CodeUse[] = /* @__PURE__ */ once(() => [...readIsoCodes()])

/** All codes in all schemes. */
export const allCodes: () => readonly CodeUse[] = /* @__PURE__ */ once(() => [
  ...isoCodes(),
  ...readWikidata(),
  ...readNumbers(),
])

function* readIsoCodes(): Generator<CodeUse> {
  for (const [key = '', , iso3, m49, , when] of rowsOf(JURISDICTIONS)) {
    const iso2 = /^\.?([A-Z]{2})$/.exec(key)?.[1]
    yield* uses(idOf(key), when, { iso2, iso3, m49 })
  }
  for (const [key = '', alpha4, iso2, iso3, m49, when] of rowsOf(FORMER_CODES)) {
    yield* uses(idOf(key), when, { iso2, iso3, m49, 'x-iso3166-3': alpha4 })
  }
}

function* readWikidata(): Generator<CodeUse> {
  for (const [key = '', , , , items = ''] of rowsOf(JURISDICTIONS)) {
    for (const item of items.split(' ')) yield* uses(idOf(key), undefined, { wikidata: item })
  }
}

function* readNumbers(): Generator<CodeUse> {
  for (const [whose, number, key = '', when] of rowsOf(NUMBERS)) {
    if (whose !== 'g') yield* uses(idOf(key), when, { cow: number })
    if (whose !== 'c') yield* uses(idOf(key), when, { gw: number })
  }
}

function* uses(
  id: string,
  when: string | undefined,
  codes: { readonly [scheme in CodeScheme]?: string | undefined },
): Generator<CodeUse> {
  for (const scheme of CODE_SCHEMES) {
    const code = codes[scheme]
    if (code) yield { scheme, code, id, when: when || undefined }
  }
}

/**
 * The identifiers of each jurisdiction. A code of ISO 3166-1 that passed on to another stays with the one that has it
 * today, and with none where nobody has: the graph takes two entities that share such a code for one. Under which the
 * others had it tells `resolve`.
 */
export function identifiersFrom(codes: readonly CodeUse[]): ReadonlyMap<string, readonly Identifier[]> {
  const byCode = grouped(codes, ({ scheme, code }) => `${scheme} ${code}`)
  const own = codes.filter(({ scheme, code, id, when }) => {
    const shared = byCode.get(`${scheme} ${code}`)?.some((use) => use.id !== id) ?? false
    return !shared || (scheme !== 'iso2' && scheme !== 'iso3') || goesOn(when)
  })
  const identifier = ({ scheme, code, when }: CodeUse): Identifier => ({
    scheme,
    value: code,
    ...(when === undefined ? {} : { when }),
  })
  return new Map([...grouped(own, ({ id }) => id)].map(([id, uses]) => [id, uses.map(identifier)]))
}

function goesOn(when: string | undefined): boolean {
  return when === undefined || when.endsWith('/..')
}
