import { fail } from '../../model/issue'
import { core } from '../../ontology/core'
import type { Ontology } from '../../ontology/ontology'
import type { SourceOptions } from '../input/context'
import type { SourceInput } from '../input/files'
import { readSource, type SourceReader, type SourceRecords } from '../input/records'
import { Tally } from '../input/tally'
import { columnsRead } from './columns'
import { Evaluator } from './evaluate'
import type { CsvMapping } from './mapping'
import { Resolver } from './resolver'
import { Rules } from './rules'
import { tableRows } from './table'

export type {
  CellCondition,
  Computed,
  Condition,
  CsvMapping,
  DateExpression,
  DateParts,
  Each,
  EntityRule,
  Expression,
  FieldValue,
  Interval,
  Mapped,
  MappingDialect,
  MappingSource,
  Scalar,
  StatementRule,
} from './mapping'

/** How to read a table. */
export interface CsvOptions extends SourceOptions {
  /** The vocabulary of the mapping: the core one where not given. */
  readonly ontology?: Ontology | undefined
}

/** The same, with the mapping: as the registry of formats has it. */
export interface CsvReaderOptions extends CsvOptions {
  /** What the rows mean; checked before anything is read. */
  readonly mapping?: unknown
}

/** The reader of `csv`. */
export const csv: SourceReader<CsvReaderOptions> = {
  async *read(files, context, options) {
    const { ontology = core, mapping: given } = options
    const mapping = await checked(given, ontology)
    const { dialect = {}, source, records = [] } = mapping
    const published = options.published === undefined ? {} : { published: options.published }
    yield { type: 'Dataset', ...published, ...source }
    yield* records

    const tally = new Tally(context)
    const resolver = new Resolver()
    const evaluator = new Evaluator({ ontology, dialect, context, tally, resolver })
    const rules = new Rules(mapping, ontology, evaluator, tally)
    const wanted = columnsRead(mapping)
    for (const file of files) {
      if (files.length > 1) context.file = file.name
      for await (const { row, line } of tableRows(file, context, dialect, wanted)) {
        const place = context.file === undefined ? `line ${line}` : `${context.file}, line ${line}`
        for (const record of rules.of(row, place)) {
          yield* resolver.takeReady()
          yield record
        }
      }
      tally.tell((count) => (count === 1 ? 'in 1 row' : `in ${count} rows`))
    }
  },
}

/**
 * Reads any table by a mapping, which says what its rows mean: columns become entities and statements.
 *
 * @param input text, bytes, a stream, a file, or several files of the same columns
 * @param mapping a plain JSON value; `docs/sources/csv.md` has every key with an example
 * @param options the vocabulary of the mapping, and what every source takes
 * @returns records to be read once. Issues: `missing-field` for a column that is not there, `unmapped` and `ambiguous` for
 *   values and codes (each once, with the line where it is first and the number of rows), `bad-date` and `bad-value` for
 *   cells, `bad-csv` and `cut-off` for rows, with their lines
 * @throws {@link StatecraftError} when reading begins, for a mapping that is none: with the path in it, and a hint
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readCsv } from 'statecraft/sources'
 *
 * const table = 'sender,target,from,until\nUS,IR,1979,-9\n'
 * const kg = createGraph()
 * await kg.load(
 *   readCsv(table, {
 *     source: { id: 'source:my-cases', label: { en: 'My cases' }, published: '2024' },
 *     dialect: { missing: ['-9'] },
 *     entities: [
 *       { type: 'State', id: 'state:{sender}', label: '{sender}' },
 *       { type: 'State', id: 'state:{target}', label: '{target}' },
 *     ],
 *     statements: [
 *       {
 *         relation: 'sanctions',
 *         subject: 'state:{sender}',
 *         object: 'state:{target}',
 *         when: { from: { year: 'from' }, to: { year: 'until' }, open: true },
 *         measures: 'not-stated',
 *       },
 *     ],
 *   }),
 * )
 * for (const { subject, object, claims } of kg.statements()) console.log(subject, object, claims[0]?.when)
 * // state:US state:IR 1979/..
 * ```
 */
export function readCsv(input: SourceInput, mapping: CsvMapping, options: CsvOptions = {}): SourceRecords {
  return readSource<CsvReaderOptions>(csv, input, { ...options, mapping })
}

/** The mapping, where it is one. zod is a peer, and loaded only here. */
async function checked(mapping: unknown, ontology: Ontology): Promise<CsvMapping> {
  if (mapping === undefined) {
    return fail('bad-value', 'a table needs a mapping, which says what its rows mean', {
      hint: '--mapping map.json; see docs/sources/csv.md',
    })
  }
  const { checkedMapping } = await import('./schema').catch(() =>
    fail('bad-value', 'mappings are checked by the package zod, which is not installed', {
      hint: 'npm install zod',
    }),
  )
  return checkedMapping(mapping, ontology)
}
