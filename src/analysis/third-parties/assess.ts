import { byCodeUnits } from '../../model/canonical'
import { under } from '../../query/broader'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { type Decimal, sumExactly, toNumber } from '../decimal'
import type { Figure, Series } from './figures'
import type { Windows } from './imposition'
import { addDecimals, compareRatio } from './ratio'

/** The mean of yearly values, and the years that it rests on: those without a figure are missing, not zero. */
export interface Mean {
  readonly value: number
  readonly years: readonly number[]
}

/** Whether exports rose: `new` is from nothing; `undetermined` where the figures do not allow to tell. */
export type Rise = 'rose' | 'new' | 'not-risen' | 'undetermined'

/** What a series tells. */
export interface Assessed {
  readonly rise: Rise
  /** Why it is undetermined. */
  readonly why?: string
  readonly before?: Mean
  readonly after?: Mean
  /** Mean after over mean before; undefined where that is nothing. */
  readonly ratio?: number
  /** Whether totals are compared, or sums over items, where no total is stated. */
  readonly of: 'total' | 'items'
  /** Years for which the same reporter has differing figures: they are in no mean. */
  readonly conflicting: readonly number[]
  /** Rows of the statements that tell it: none of a figure that another one has in it. */
  readonly rests: readonly Row[]
}

/** What a year comes to. */
interface OfYear {
  /** Undefined where figures differ. */
  readonly value: Decimal | undefined
  readonly items: string
  readonly rests: readonly Row[]
}

export function assess(
  lens: Lens,
  { figures }: Series,
  { before, after }: Windows,
  { threshold, item }: { readonly threshold: number; readonly item: Row | undefined },
): Assessed {
  const total = item === undefined ? '' : lens.store.idOf(item)
  // A total in one year and a sum over some items in another are of different things.
  const of = figures.some((figure) => figure.item === total) ? 'total' : 'items'
  const years = new Map<number, OfYear>()
  for (const year of [...before, ...after]) {
    const own = figures.filter((figure) => figure.year === year)
    const found = of === 'total' ? onlyValue(own.filter((one) => one.item === total)) : summed(lens, own)
    if (found) years.set(year, found)
  }
  const [was, is] = [meanOf(years, before), meanOf(years, after)]
  const told = {
    ...(was ? { before: was.mean } : {}),
    ...(is ? { after: is.mean } : {}),
    of,
    conflicting: [...years].flatMap(([year, { value }]) => (value ? [] : [year])),
    rests: [...new Set([...years.values()].flatMap(({ rests }) => rests))],
  } as const
  const unknown = (why: string): Assessed => ({ rise: 'undetermined', why, ...told })
  if (!was && !is) return unknown('no figure of any year can be used')
  if (!was) return unknown('no figure for a year before')
  if (!is) return unknown('no figure for a year after')
  const items = new Set([...years.values()].flatMap((one) => (one.value ? [one.items] : [])))
  if (items.size > 1) return unknown('the items with a figure are not the same in all years')
  if (was.sum.digits === 0n) return { rise: is.sum.digits > 0n ? 'new' : 'not-risen', ...told }
  const { above, ratio } = compareRatio(
    { sum: is.sum, count: is.mean.years.length },
    { sum: was.sum, count: was.mean.years.length },
    threshold,
  )
  return { rise: above ? 'rose' : 'not-risen', ...told, ...(Number.isFinite(ratio) ? { ratio } : {}) }
}

function onlyValue(figures: readonly Figure[]): OfYear | undefined {
  const values = [...new Set(figures.map(({ value }) => value))]
  if (values.length === 0) return undefined
  const rests = figures.flatMap((figure) => figure.rests)
  return { value: values.length === 1 ? sumExactly(values) : undefined, items: '', rests }
}

/** The sum over items; what falls under another that has a figure is in that one's. */
function summed(lens: Lens, figures: readonly Figure[]): OfYear | undefined {
  if (figures.length === 0) return undefined
  const { store } = lens
  const byItem = new Map<string, Figure[]>()
  for (const figure of figures) {
    const known = byItem.get(figure.item)
    if (known) known.push(figure)
    else byItem.set(figure.item, [figure])
  }
  const sorted = [...byItem].sort(([a], [b]) => byCodeUnits(a, b))
  const covered = new Map<string, readonly Row[]>()
  for (const [id] of sorted) {
    const item = store.findEntity(id)
    if (item === 0) continue
    for (const [one, by] of under(lens, item)) {
      const narrower = store.idOf(one)
      if (one !== item && !covered.has(narrower)) covered.set(narrower, by)
    }
  }
  const values: number[] = []
  const items: string[] = []
  const rests: Row[] = []
  for (const [id, of] of sorted) {
    const broader = covered.get(id)
    if (broader) {
      rests.push(...broader)
      continue
    }
    const own = onlyValue(of)!
    if (!own.value) return own
    values.push(of[0]!.value)
    items.push(id)
    rests.push(...own.rests)
  }
  // Items that fall under each other in a circle cover each other: none of them is a sum of anything.
  if (items.length === 0) return { value: undefined, items: '', rests }
  return { value: sumExactly(values), items: JSON.stringify(items), rests }
}

/** A mean, and the sum that it is of: figures are decimals, and 0.1 + 0.2 + 0.3 is no more than 0.3 + 0.2 + 0.1. */
function meanOf(
  years: ReadonlyMap<number, OfYear>,
  window: readonly number[],
): { readonly mean: Mean; readonly sum: Decimal } | undefined {
  const known = window.filter((year) => years.get(year)?.value)
  if (known.length === 0) return undefined
  const sum = addDecimals(known.flatMap((year) => years.get(year)?.value ?? []))
  return { mean: { value: toNumber(sum) / known.length, years: known }, sum }
}
