import { type Issue, StatecraftError } from 'statecraft'
import { type CsvMapping, type CsvOptions, type RawRecord, readCsv } from 'statecraft/sources'

/* What tables are read with in these tests. */

export const SOURCE = { id: 'source:t', label: 'T', published: '2020' } as const

export async function read(
  input: Parameters<typeof readCsv>[0],
  mapping: Omit<CsvMapping, 'source'>,
  options?: CsvOptions,
) {
  const records = readCsv(input, { source: SOURCE, ...mapping }, options)
  const all: RawRecord[] = []
  for await (const record of records) all.push(record)
  return {
    all,
    entities: all.slice(1).filter(({ type }) => type !== undefined),
    statements: all.filter(({ relation }) => relation !== undefined),
    issues: records.issues,
    codes: records.issues.map(({ code, line }) => [code, line]),
  }
}

/** What a field comes to that may be anything: under `extra`. */
export async function valueIn(header: string, cells: string, field: unknown, dialect = {}) {
  const { entities, issues } = await read(`${header}\n${cells}\n`, {
    dialect,
    entities: [{ type: 'Place', id: 'place:x', label: 'x', extra: { x: field } }],
  })
  const [entity] = entities
  return { value: (entity?.extra as { x: unknown } | undefined)?.x, issues }
}

/** What a date comes to. */
export async function dateOf(header: string, cells: string, date: unknown, dialect = {}) {
  const { entities, issues } = await read(`${header}\n${cells}\n`, {
    dialect,
    entities: [{ type: 'Event', id: 'event:x', label: 'x', when: date }],
  })
  return { date: entities[0]?.when, issues }
}

export const visits = (more: object = {}): Omit<CsvMapping, 'source'> => ({
  statements: [{ relation: 'visits', subject: 'state:{a}', object: 'state:{b}', ...more }],
})

export const inShort = ({ code, path, hint, message }: Issue) => [code, path?.join('.'), hint ?? message]

/** What is wrong with a mapping. */
export async function refusal(mapping: unknown, options?: CsvOptions): Promise<Issue> {
  // The boundary: it is no mapping, and that is the point.
  const records = readCsv('a,b\n1,2\n', mapping as CsvMapping, options)
  const error: unknown = await (async () => {
    for await (const _ of records);
  })().catch((thrown: unknown) => thrown)
  if (!(error instanceof StatecraftError)) throw new Error('the mapping was taken')
  return error
}
