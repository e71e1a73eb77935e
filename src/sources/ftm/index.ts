import type { SourceOptions } from '../input/context'
import type { SourceInput } from '../input/files'
import { readSource, type SourceReader, type SourceRecords } from '../input/records'
import { type FtmForm, readFiles } from './read'

export type { FtmEntity } from './node'
export { type FtmWriteOptions, ftmLines, toFtm } from './write'

/** How to read FollowTheMoney. */
export interface FtmOptions extends SourceOptions {
  /**
   * The name of the data set of entities that name none, and of what is put together from several; that of the file
   * where not given.
   */
  readonly dataset?: string | undefined
  /**
   * Takes the id (`ftm:…`) of each entity that a delta says is gone, in its turn: records cannot say so. Where not given,
   * their number is told.
   */
  readonly onDeleted?: ((id: string) => void) | undefined
}

/** What reads `ftm`: lines of JSON, deltas, `targets.simple.csv` and `statements.csv`, by how each file begins. */
export const ftm: SourceReader<FtmOptions> = readerOf()

function readerOf(form?: FtmForm): SourceReader<FtmOptions> {
  return {
    readings: 2,
    read: (files, context, { dataset, onDeleted }) =>
      readFiles(files, context, { dataset, onDeleted, ...(form === undefined ? {} : { form }) }),
  }
}

const lines = readerOf('lines')
const targets = readerOf('targets')
const statements = readerOf('statements')

/**
 * Reads entities of FollowTheMoney: lines of JSON as OpenSanctions (`entities.ftm.json`) and Aleph write them, entities
 * that stand within others (`targets.nested.json`), and deltas (`{"op": "ADD", "entity": {…}}`). The file is read twice.
 *
 * Things become entities, links statements, sanctions `designates`; each data set that a link names makes a claim.
 * Nothing is lost: what has no place stands under `extra.ftm`, and {@link toFtm} gives all of it back.
 *
 * @param input text, bytes, a stream, a file, or several files, which may name each other's entities
 * @param options the name of the data set, and what to do about entities that are gone
 * @returns records to be read once. Issues: `unmapped` for schemata, countries and sanctions that are kept as they are,
 *   each once with its number; `dangling` for entities that are named and not there; `conflict` for an id that comes
 *   twice; `bad-json`, `bad-id`, `bad-value`, `cut-off` with their lines; `wrong-format`
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readFtm } from 'statecraft/sources'
 *
 * const lines = `
 * {"id": "a", "schema": "Person", "properties": {"name": ["Jane Doe"], "nationality": ["cy"]}, "datasets": ["made_up"]}
 * {"id": "b", "schema": "Company", "properties": {"name": ["Doe Ltd"], "jurisdiction": ["vg"]}, "datasets": ["made_up"]}
 * {"id": "c", "schema": "Ownership", "properties": {"owner": ["a"], "asset": ["b"], "percentage": ["75"]}}`
 * const kg = createGraph()
 * await kg.load(readFtm(lines))
 * for (const { subject, relation, object } of kg.statements()) console.log(subject, relation, object)
 * // ftm:a citizenOf state:CY
 * // ftm:b registeredIn territory:VG
 * // ftm:a owns ftm:b
 * ```
 *
 * Source: FollowTheMoney, https://followthemoney.tech/; OpenSanctions, https://www.opensanctions.org/docs/bulk/json/
 */
export function readFtm(input: SourceInput, options: FtmOptions = {}): SourceRecords {
  return readSource(lines, input, options)
}

/**
 * Reads `targets.simple.csv` of OpenSanctions: a row an entity that is a target. Programmes that it names become
 * listings by whoever issues them; its numbers have the scheme `x-identifier`, since it does not tell what they are.
 *
 * @param input text, bytes, a stream or a file
 * @param options as of {@link readFtm}
 * @returns records to be read once; `missing-field` and `wrong-format` tell of columns that are not there
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readFtmTargets } from 'statecraft/sources'
 *
 * const table = 'id,schema,name,countries\nNK-1,Person,Jane Doe,cy;gb\n'
 * const kg = createGraph()
 * await kg.load(readFtmTargets(table))
 * kg.entity('ftm:NK-1')?.label // { und: 'Jane Doe' }
 * ```
 *
 * Source: OpenSanctions, *Simplified tabular format*, https://www.opensanctions.org/docs/bulk/csv/
 */
export function readFtmTargets(input: SourceInput, options: FtmOptions = {}): SourceRecords {
  return readSource(targets, input, options)
}

/**
 * Reads `statements.csv` of OpenSanctions: a row a value. Rows one after another of one `canonical_id` are an entity;
 * where such rows come apart, that is told. Data sets are cited for just what they say, names have their languages.
 *
 * @param input text, bytes, a stream or a file
 * @param options as of {@link readFtm}
 * @returns records to be read once
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readFtmStatements } from 'statecraft/sources'
 *
 * const table = `canonical_id,entity_id,prop,schema,value,dataset,lang
 * NK-1,a-7,name,Person,Jane Doe,first,eng
 * NK-1,b-9,nationality,Person,cy,second,
 * `
 * const kg = createGraph()
 * await kg.load(readFtmStatements(table))
 * kg.entity('ftm:NK-1')?.names // [{ text: 'Jane Doe', lang: 'en', kind: 'primary' }]
 * ```
 *
 * Source: OpenSanctions, *Statement-based data model*, https://www.opensanctions.org/docs/statements/
 */
export function readFtmStatements(input: SourceInput, options: FtmOptions = {}): SourceRecords {
  return readSource(statements, input, options)
}
