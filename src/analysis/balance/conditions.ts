import { decisiveClaims } from '../../query/cite'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { aboutOrUnder } from '../instruments'
import type { SignRule } from './signs'

/** Whether what rests on statements has the sign that a rule gives to some. */
export function meets(lens: Lens, { where }: SignRule, rests: readonly Row[]): boolean {
  if (where === undefined) return true
  return [...where].some(([name, wanted]) => {
    const stated = rests.flatMap((row) => statedValues(lens, row, name))
    const values = stated.length > 0 ? stated : rests.flatMap((row) => treatyValues(lens, row, name))
    return values.some((value) => wanted.has(value))
  })
}

/** The values of a qualifier, or of a detail as the claims that decide have it: where they differ, of any of them. */
function statedValues(lens: Lens, row: Row, name: string): string[] {
  const { store } = lens
  const { details, defining } = store.relationOf(row)
  if (defining.has(name)) return texts(store.qualifiersOf(row)[name])
  if (!details.has(name)) return []
  return decisiveClaims(lens, row).flatMap((claim) => texts(store.restOf(claim)[name]))
}

/** The values of the field of that name which a treaty has that the statement is under or about. */
function treatyValues(lens: Lens, row: Row, name: string): string[] {
  const { store } = lens
  return aboutOrUnder(lens, row)
    .filter((at) => store.isOf(at, ['Treaty']))
    .flatMap((at) => texts(store.entity(at)?.[name]))
}

function texts(value: unknown): string[] {
  return [value].flat().filter((one) => typeof one === 'string')
}
