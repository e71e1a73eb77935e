import type { SourceContext } from '../input/context'
import type { CsvRow } from '../input/csv'
import { EVENT_COLUMNS } from './event'

/** Other files of GDELT, by their number of columns. Source: the codebooks of GDELT 1.0 and 2.0. */
const OTHERS: { readonly [columns: number]: string } = {
  57: 'an event file of GDELT 1.0 (57 columns)',
  58: 'an event file of GDELT 1.0 (58 columns)',
  16: 'a mentions table of GDELT 2.0 (16 columns)',
  27: 'a Global Knowledge Graph of GDELT 2.0 (27 columns)',
}

/**
 * Tells where a file is none of events, by its first row.
 *
 * @returns whether it is another one
 */
export function tellOther({ cells, line }: CsvRow, context: SourceContext): boolean {
  const columns = cells.length
  if (columns === EVENT_COLUMNS) return false
  const what = OTHERS[columns]
  // One bad row before good ones.
  if (!what && columns > 1 && /^\d+$/.test(cells[0]!)) return false
  const commas = columns === 1 && cells[0]!.includes(',')
  context.tell('wrong-format', what ? `this is ${what}, not events of GDELT 2.0` : NO_EVENTS, {
    line,
    hint: commas
      ? 'the columns of an export are separated by tabs'
      : `an export has ${EVENT_COLUMNS} columns`,
  })
  return true
}

const NO_EVENTS = 'this is no export of events of GDELT 2.0'
