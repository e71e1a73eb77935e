import { readFileSync } from 'node:fs'
import type { Graph, StatementRecord } from 'statecraft'
import { type GdeltOptions, readGdeltEvents } from 'statecraft/sources'

/* What events are read with in these tests. */

export const EXCERPT = readFileSync('tests/fixtures/gdelt/20191024143000.excerpt.export.CSV', 'utf8')

/** A row of an export; other columns are empty. */
export function row(fields: {
  readonly id?: string
  readonly day?: string
  readonly from?: string
  readonly to?: string
  readonly code: string
  readonly root?: string
  readonly added?: string
  readonly url?: string
  readonly mentions?: string
}): string {
  const { id = '900000001', day = '20191024', from = 'BLR', to = 'RUS', code } = fields
  const {
    root = code.slice(0, 2),
    added = '20191024143000',
    url = 'https://example.org/a',
    mentions = '2',
  } = fields
  const cells = new Array<string>(61).fill('')
  const set = {
    0: id,
    1: day,
    5: from,
    7: from,
    15: to,
    17: to,
    26: code,
    28: root,
    31: mentions,
    59: added,
    60: url,
  }
  return `${Object.assign(cells, set).join('\t')}\n`
}

export async function read(input: Parameters<typeof readGdeltEvents>[0], options: GdeltOptions = {}) {
  const records = readGdeltEvents(input, options)
  const all: { readonly [field: string]: unknown }[] = []
  for await (const record of records) all.push(record)
  const statements = all.filter((record) => 'relation' in record) as unknown as StatementRecord[] // by their key
  return { all, statements, issues: records.issues }
}

export const count = (view: Pick<Graph, 'statements'>) => [...view.statements()].length

export const inShort = ({ relation, subject, object, occurrence, claims, form }: StatementRecord) =>
  [claims[0]!.stance, subject, relation, object, form, occurrence].filter(Boolean).join(' ')
