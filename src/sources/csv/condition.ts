import type { Condition } from './mapping'
import type { Row } from './row'

/** Whether something is so of a row. */
export function holds(condition: Condition, row: Row, missing: ReadonlySet<string>): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, row, missing))
  if ('any' in condition) return condition.any.some((part) => holds(part, row, missing))
  const { column, is, not, present } = condition
  const cell = row.cell(column)
  if (is !== undefined && ![is].flat().includes(cell)) return false
  if (not !== undefined && [not].flat().includes(cell)) return false
  return present === undefined || present !== (cell === '' || missing.has(cell))
}
