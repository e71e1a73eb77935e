import Papa from 'papaparse'
import type { Level } from '../../model/claim'
import type { DyadYear } from './panel'

/** What stands in a CSV beside the columns that are always there. */
interface Columns {
  /** A column for each. */
  readonly levels: readonly Level[]
  readonly disputed: boolean
  /** How entities are called, where their labels are asked for. */
  readonly label: ((id: string) => string) | undefined
}

/** The lines of a CSV of dyad-years, its header first: what is not known is empty, and no text is a formula. */
export function* csvLines(
  rows: Iterable<DyadYear>,
  { levels, disputed, label }: Columns,
): Generator<string, undefined> {
  yield [
    ...['from', 'to', 'year', 'any', 'count', 'strongest', ...levels],
    ...(disputed ? ['disputed'] : []),
    ...(label ? ['from_label', 'to_label'] : []),
  ].join(',')
  const cell = remembered((text) => Papa.unparse([[text]], { escapeFormulae: /^[=+\-@\t\r\n]/ }))
  const labelCell = label && remembered((id) => cell(label(id)))
  for (const row of rows) {
    const { from, to, year, any, count, strongest } = row
    // None of a level, too, is a zero only where the year is covered.
    const none = row.covered && any !== undefined ? 0 : ''
    let line = `${cell(from)},${cell(to)},${year},${any === undefined ? '' : Number(any)},${count ?? ''},`
    if (strongest !== undefined) line += cell(strongest)
    for (const level of levels) line += `,${row.levels[level] ?? none}`
    if (disputed) line += `,${row.disputed || none}`
    if (labelCell) line += `,${labelCell(from)},${labelCell(to)}`
    yield line
  }
}

/** The same few texts come in millions of rows: each is worked out once. */
function remembered(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>()
  return (text) => {
    let known = made.get(text)
    if (known === undefined) {
      known = make(text)
      made.set(text, known)
    }
    return known
  }
}
