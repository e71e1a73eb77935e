import type { XmlElement } from '../input/xml'
import { type Field, fieldOf } from './fields'

/**
 * A part of a designation: what stands together in one row of a table, or in one element. In CSV a row has a name and an
 * address, in OFSI's XML one alias, in the XML of the UK Sanctions List a name, or an address, or a passport…; a
 * designation is all its rows in each of them.
 */
export interface Row {
  readonly fields: ReadonlyMap<Field, string>
  /** What no field is known for, by its name in the file. */
  readonly others: ReadonlyMap<string, string>
  readonly line: number
}

/** Elements of the XML that say again what another one says. */
const REPEATED = new Set(['SanctionsImposedIndicators', 'GrpStatus'])

/** A row of what its cells are called and hold. */
export function rowOf(cells: Iterable<readonly [name: string, value: string]>, line: number): Row {
  const fields = new Map<Field, string>()
  const others = new Map<string, string>()
  for (const [name, value] of cells) {
    const text = value.trim()
    if (text === '' || REPEATED.has(name)) continue
    const field = fieldOf(name)
    if (field === undefined) others.set(name, text)
    else fields.set(field, text)
  }
  return { fields, others, line }
}

/** The rows that an element of the UK Sanctions List is: one of the texts in each element, and one more for each repeated. */
export function rowsOf(element: XmlElement): Row[] {
  const rows: Row[] = []
  let cells = new Map<string, string>()
  const flush = () => {
    if (cells.size > 0) rows.push(rowOf(cells, element.line))
    cells = new Map()
  }
  for (const child of element.children) {
    if (REPEATED.has(child.name)) continue
    if (child.children.length > 0) {
      rows.push(...rowsOf(child))
      continue
    }
    if (cells.has(child.name)) flush()
    cells.set(child.name, child.text)
  }
  flush()
  return rows
}

/** Values of a field in rows, each once. Several in one cell are numbered, or stand between bars. */
export function valuesOf(rows: readonly Row[], field: Field): string[] {
  return [...new Set(rows.flatMap(({ fields }) => several(fields.get(field))))]
}

/** The values that a cell has: `(1) France (2) Italy`, `Asset freeze|Travel Ban`. */
export function several(cell: string | undefined): string[] {
  if (cell === undefined) return []
  const numbered = /^\(1\)/.test(cell) && /\(2\)/.test(cell)
  const parts = numbered ? cell.split(/\s*\(\d{1,2}\)\s*/) : cell.split('|')
  return parts
    .map((part) => (numbered ? part.replace(/[.,;]$/, '') : part).trim())
    .filter((part) => part !== '')
}

/** What rows have in several fields together, each once: a name with its type, a passport with what is said of it. */
export function groupsOf<F extends Field>(
  rows: readonly Row[],
  needed: readonly F[],
  beside: readonly F[] = [],
): { readonly [field in F]?: string }[] {
  const groups = new Map<string, { [field in F]?: string }>()
  for (const { fields } of rows) {
    if (!needed.some((field) => fields.has(field))) continue
    const group: { [field in F]?: string } = {}
    for (const field of [...needed, ...beside]) {
      const value = fields.get(field)
      if (value !== undefined) group[field] = value
    }
    const key = JSON.stringify(group)
    if (!groups.has(key)) groups.set(key, group)
  }
  return [...groups.values()]
}
