import type { SourceContext, SourceOptions } from '../input/context'
import type { SourceFile } from '../input/files'
import type { RawRecord } from '../input/records'
import { type XmlElement, xmlElements } from '../input/xml'
import { EntryIds } from '../lists/entry-ids'
import { ListRecords } from '../lists/records'
import { publishedOn } from '../lists/written-dates'
import { Assembly, Designations, keyOf, RowCounts } from './assemble'
import { OFSI_LIST, UK_SANCTIONS_LIST } from './lists'
import { type Row, rowOf, rowsOf } from './rows'

const OFSI_ROOT = 'ArrayOfFinancialSanctionsTarget'
/** An entry of the UK Sanctions List: the whole designation. */
const DESIGNATION = 'Designation'
/** An entry of OFSI's list: one alias. */
const TARGET = 'FinancialSanctionsTarget'

const WANTED = {
  format: 'the UK Sanctions List, or the list of OFSI, in XML',
  roots: ['Designations', OFSI_ROOT],
  records: [DESIGNATION, TARGET, 'DateGenerated'],
  beside: [],
}

/** Reads the UK Sanctions List or that of OFSI, as its outermost element says: the first time, the rows are counted. */
export async function* readXml(
  file: SourceFile,
  context: SourceContext,
  options: SourceOptions,
): AsyncGenerator<RawRecord> {
  const counts = new RowCounts()
  for await (const element of xmlElements(file, context.quiet(), WANTED)) {
    if (element.name === TARGET) counts.count(targetRow(element))
  }

  let { published } = options
  let list = UK_SANCTIONS_LIST
  const ids = new EntryIds('uk', context)
  const wanted = {
    ...WANTED,
    onRoot: (root: string) => {
      if (root === OFSI_ROOT) list = OFSI_LIST
    },
  }
  let records: ListRecords | undefined
  let assembly: Assembly | undefined
  let designations: Designations | undefined
  for await (const element of xmlElements(file, context, wanted)) {
    if (element.name === 'DateGenerated') {
      published = publishedOn(element.text, context)
      continue
    }
    records ??= new ListRecords({ list, published })
    designations ??= new Designations(records, list, ids, context)
    assembly ??= new Assembly(counts, designations)
    if (element.name === TARGET) yield* assembly.take(targetRow(element))
    else {
      const rows = rowsOf(element)
      const key = rows.map(keyOf).find((found) => found !== undefined)
      yield* designations.records(key, rows, element.line)
    }
  }
  if (assembly) yield* assembly.end()
  if (context.refused) return
  records ??= new ListRecords({ list, published })
  yield* records.head()
}

function targetRow(element: XmlElement): Row {
  return rowOf(
    element.children.map(({ name, text }) => [name, text] as const),
    element.line,
  )
}
