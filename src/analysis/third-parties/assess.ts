import { under } from '../../query/broader'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import type { Figure, Series } from './figures'
import type { Windows } from './imposition'

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
  /** Rows of the statements that were looked at. */
  readonly rests: readonly Row[]
}

/** What a year comes to. */
type OfYear = { readonly value: number; readonly items: string } | 'missing' | 'conflicting'

export function assess(
  lens: Lens,
  { figures }: Series,
  { before, after }: Windows,
  { threshold, item }: { readonly threshold: number; readonly item: Row | undefined },
): Assessed {
  const total = item ?? 0
  // A total in one year and a sum over some items in another are of different things.
  const of = figures.some((figure) => figure.item === total) ? 'total' : 'items'
  const years = new Map<number, OfYear>()
  for (const year of [...before, ...after]) {
    const own = figures.filter((figure) => figure.year === year)
    years.set(year, of === 'total' ? onlyValue(own.filter((one) => one.item === total)) : summed(lens, own))
  }
  const [was, is] = [meanOf(years, before), meanOf(years, after)]
  const told = {
    ...(was ? { before: was } : {}),
    ...(is ? { after: is } : {}),
    of,
    conflicting: [...years].flatMap(([year, value]) => (value === 'conflicting' ? [year] : [])),
    rests: [...new Set(figures.flatMap(({ rests }) => rests))],
  } as const
  const unknown = (why: string): Assessed => ({ rise: 'undetermined', why, ...told })
  if (!was && !is) return unknown('no figure of any year can be used')
  if (!was) return unknown('no figure for a year before')
  if (!is) return unknown('no figure for a year after')
  const items = new Set([...years.values()].flatMap((one) => (typeof one === 'object' ? one.items : [])))
  if (items.size > 1) return unknown('the items with a figure are not the same in all years')
  if (was.value === 0) return { rise: is.value > 0 ? 'new' : 'not-risen', ...told }
  const ratio = is.value / was.value
  return {
    rise: ratio > threshold ? 'rose' : 'not-risen',
    ...told,
    ...(Number.isFinite(ratio) ? { ratio } : {}),
  }
}

function onlyValue(figures: readonly Figure[]): OfYear {
  const values = new Set(figures.map(({ value }) => value))
  if (values.size > 1) return 'conflicting'
  const [value] = values
  return value === undefined ? 'missing' : { value, items: '' }
}

/** The sum over items; what falls under another that has a figure is in that one's. */
function summed(lens: Lens, figures: readonly Figure[]): OfYear {
  if (figures.length === 0) return 'missing'
  const all = [...new Set(figures.map(({ item }) => item))]
  const covered = new Set(all.flatMap((item) => [...under(lens, item).keys()].filter((one) => one !== item)))
  const { store } = lens
  const ids = new Map(all.map((item) => [store.idOf(item), item]))
  let value = 0
  const items: string[] = []
  for (const id of [...ids.keys()].sort()) {
    const item = ids.get(id)!
    if (covered.has(item)) continue
    const own = onlyValue(figures.filter((figure) => figure.item === item))
    if (typeof own !== 'object') return own
    value += own.value
    items.push(id)
  }
  // Items that fall under each other in a circle cover each other: none of them is a sum of anything.
  return items.length === 0 ? 'conflicting' : { value, items: JSON.stringify(items) }
}

function meanOf(years: ReadonlyMap<number, OfYear>, window: readonly number[]): Mean | undefined {
  const known = window.filter((year) => typeof years.get(year) === 'object')
  if (known.length === 0) return undefined
  const sum = known.reduce((all, year) => {
    const one = years.get(year)
    return all + (typeof one === 'object' ? one.value : 0)
  }, 0)
  return { value: sum / known.length, years: known }
}
