import type { SourceContext, SourceOptions } from '../../input/context'
import type { SourceFile, SourceInput } from '../../input/files'
import { type RawRecord, readSource, type SourceReader, type SourceRecords } from '../../input/records'
import { textOf } from '../../input/text'
import { ListRecords } from '../../lists/records'
import { sniffFormat } from '../../sniff'
import { listingsOf } from '../listings'
import { OFAC_LISTS, type PublishedList } from '../lists'
import { linksByName } from '../names'
import { partyId } from '../parties'
import { tagsOf } from '../programmes'
import { assign, type Tables } from './assign'
import { factsOf } from './party'
import { rowsOf, SideTable } from './side'
import { type Survey, survey } from './survey'
import type { Cells, Table } from './tables'

/** Reads OFAC's flat files: what `readOfacCsv` reads with. */
export const ofacCsv: SourceReader = {
  readings: 2,
  async *read(files, context) {
    const several = files.length > 1
    const surveyed = await survey(files, context)
    const isAny = surveyed.tables.some(({ table }) => table === 'parties')
    for (const file of surveyed.others) await tellOther(file, several, isAny, context)
    if (!isAny && surveyed.tables.length > 0) {
      context.tell('wrong-format', 'there is no table of parties among the files', {
        hint: 'parties stand in sdn.csv or cons_prim.csv',
      })
    }
    for (const [list, tables] of assign(surveyed.tables, several, context)) {
      yield* readList(list, tables, surveyed, several, context)
    }
  },
}

/**
 * Reads OFAC's flat files: the SDN List (`sdn.csv`, `add.csv`, `alt.csv`, `sdn_comments.csv`), the consolidated list of all
 * others (`cons_prim.csv`…), or both. Tables are known by the names of the files, and without these by their rows.
 *
 * Parties are `ofac:<number>`, whatever format of OFAC they are read from. Remarks are read item by item: dates and places
 * of birth, documents, weak aliases, links by name. What has no field is kept under `extra`.
 *
 * @param input the files; the main one alone does, and then addresses and aliases are missing, which is told
 * @param options `published` says when the list came out: the files do not
 * @returns records to be read once: what `kg.load` takes
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readOfacCsv } from 'statecraft/sources'
 *
 * const kg = createGraph()
 * const sdn = `306,"BANCO NACIONAL DE CUBA",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. 'BNC'."\r\n`
 * await kg.load(readOfacCsv(sdn, { published: '2021-07-20' }))
 * console.log(kg.entity('ofac:306')?.names?.at(-1)) // { text: 'BNC', kind: 'weak' }
 * ```
 */
export function readOfacCsv(input: SourceInput, options: SourceOptions = {}): SourceRecords {
  return readSource(ofacCsv, input, options)
}

async function* readList(
  list: PublishedList,
  tables: Tables,
  { names, uids, repeated }: Survey,
  several: boolean,
  context: SourceContext,
): AsyncGenerator<RawRecord> {
  const { parties } = tables
  if (!parties) return
  if (several) context.file = parties.file.name
  tellMissing(list, tables, context)
  const side = <T extends Table>(table: T) =>
    new SideTable(table, tables[table], parties.ordered, uids, context)
  const addresses = side('addresses')
  const aliases = side('aliases')
  const comments = side('comments')
  const records = new ListRecords({ list: OFAC_LISTS[list], published: context.options.published })
  yield* records.head()
  const met = new Set<number>()
  let any = false
  for await (const row of rowsOf(parties, 'parties', context)) {
    any = true
    const uid = Number(row.ent_num)
    if (repeated.has(uid)) tellRepeated(uid, met, context)
    context.line = row.line
    const { facts, links } = factsOf(
      {
        row,
        addresses: await addresses.take(uid),
        aliases: await aliases.take(uid),
        comments: await comments.take(uid),
        hasComments: tables.comments !== undefined,
      },
      context,
    )
    const listings = listingsOf({ uid: String(uid), tags: tagsIn(row), on: list, ...facts.listing })
    yield* records.party(facts.party(partyId(String(uid)), listings))
    yield* linksByName(String(uid), links, names, records, context)
  }
  for (const table of [addresses, aliases, comments]) await table.end()
  if (any || context.refused) return
  context.line = undefined
  context.tell('wrong-format', 'there is no party in the table of parties', { hint: 'is the file empty?' })
}

function tagsIn({ program }: Cells<'parties'>): readonly string[] {
  return program === undefined ? [] : tagsOf(program)
}

/** A number that two rows have: what both say is of one party. */
function tellRepeated(uid: number, met: Set<number>, context: SourceContext): void {
  if (met.has(uid))
    context.tell('conflict', `the number ${uid} comes twice`, { hint: 'both rows are of one party' })
  met.add(uid)
}

/** Names of the files, by table. */
const FILES = {
  sdn: { addresses: 'add.csv', aliases: 'alt.csv', comments: 'sdn_comments.csv' },
  consolidated: { addresses: 'cons_add.csv', aliases: 'cons_alt.csv', comments: 'cons_comments.csv' },
} as const

function tellMissing(list: PublishedList, tables: Tables, context: SourceContext): void {
  const files = FILES[list]
  const missing = (['addresses', 'aliases', 'comments'] as const).filter((table) => !tables[table])
  if (missing.length === 0) return
  const what = missing.map((table) => (table === 'comments' ? 'the ends of long remarks' : table)).join(', ')
  context.tell('missing-field', `what is not here: ${what}`, {
    hint: `give the folder, with ${missing.map((table) => files[table]).join(', ')}`,
  })
}

/** Tells what a file is that is none of the tables. */
async function tellOther(
  file: SourceFile,
  several: boolean,
  isAny: boolean,
  context: SourceContext,
): Promise<void> {
  if (several) context.file = file.name
  let head = ''
  for await (const text of textOf(file, context)) if (head.length < 4096) head += text
  if (!context.refused || several) {
    const format = sniffFormat([file.name], head)
    const hint = format === undefined || format === 'ofac-sdn-csv' ? undefined : `it looks like '${format}'`
    // Beside a list, a file that has nothing to do with it is no harm.
    context.tell(isAny ? 'unmapped' : 'wrong-format', "this is none of OFAC's flat files; it is not read", {
      ...(hint === undefined ? {} : { hint }),
    })
  }
  context.file = undefined
}
