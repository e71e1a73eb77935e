import type { SourceContext } from '../../input/context'
import type { PublishedList } from '../lists'
import type { TableFile } from './survey'
import type { Table } from './tables'

/** The files of one list, one a table. */
export type Tables = { readonly [table in Table]?: TableFile }

/**
 * Says which files are those of which list. A table whose list nothing tells is of the only list there is. What cannot be
 * read with the others is told, and left out.
 */
export function assign(
  files: readonly TableFile[],
  several: boolean,
  context: SourceContext,
): ReadonlyMap<PublishedList, Tables> {
  const lists = new Map<PublishedList, { [table in Table]?: TableFile }>()
  for (const { table, list } of files) if (table === 'parties' && list !== undefined) lists.set(list, {})
  const [only] = lists.size === 1 ? [...lists.keys()] : []
  for (const one of files) {
    const { file, table, named } = one
    const place = several ? { file: file.name } : {}
    const list = one.list ?? only
    const tables = list === undefined ? undefined : lists.get(list)
    if (!tables) {
      const message = `nothing says of which list this table of ${table} is; it is not read`
      if (lists.size > 0) context.tell('unmapped', message, { ...place, hint: HINT })
      continue
    }
    if (named !== undefined && named !== table) {
      const message = `by its name this is the table of ${named}, by its rows that of ${table}`
      context.tell('ambiguous', message, { ...place, hint: 'its rows count' })
    }
    if (tables[table]) {
      const message = `this is another table of ${table} of the same list; it is not read`
      context.tell('wrong-format', message, { ...place, hint: 'editions are read one at a time' })
    } else tables[table] = one
  }
  return lists
}

const HINT = 'add.csv, alt.csv and sdn_comments.csv go with sdn.csv; cons_add.csv… with cons_prim.csv'
