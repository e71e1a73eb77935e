import { digest } from '../../model/id'
import { MAX_OCCURRENCE } from '../../ontology/fields'
import type { RawRecord } from '../input/records'
import { datasetId } from './datasets'
import { coreId } from './ids'
import { type Fields, type Node, textsOf } from './node'

/** Who says what an entity says: its data sets. */
export class Attribution {
  /** Of what names no data set, and of what is put together from several. */
  readonly #file: string

  /** @param file the name of a data set that the file is taken for */
  constructor(file: string) {
    this.#file = file
  }

  /** Names of the data sets that an entity is in; the file where it names none. */
  datasetsOf({ rest }: Node): readonly string[] {
    const datasets = textsOf(rest, 'datasets').filter((name) => name !== '')
    return datasets.length > 0 ? [...new Set(datasets)] : [this.#file]
  }

  /**
   * Claims of a link: each of its data sets makes one.
   *
   * @param kept what no claim says, kept on the first
   */
  claimsOfEdge(node: Node, details: Fields, kept: Fields | undefined): RawRecord[] {
    const { id } = node
    return this.datasetsOf(node).map((dataset, i) => ({
      ...claim(dataset, placeOf(id)),
      ...details,
      extra: { ftm: i === 0 && kept !== undefined ? kept : { id } },
    }))
  }

  /**
   * Data sets that say a value of a property. An entity that was put together from several does not tell which of them
   * has what: then the file says it.
   */
  whoSays(node: Node, property: string, value: string): readonly string[] {
    const said = node.saidBy?.(property, value) ?? []
    if (said.length > 0) return said
    const datasets = this.datasetsOf(node)
    return datasets.length > 1 ? [this.#file] : datasets
  }
}

/** A claim of a data set. */
export function claim(dataset: string, at: string): RawRecord {
  return { stance: 'asserts', source: datasetId(dataset), at }
}

/** What an entity is called within its data sets, in letters that a place may have. */
export function placeOf(id: string): string {
  return coreId(id).slice('ftm:'.length)
}

/** What tells an act from others between the same ends: its id. */
export function occurrenceOf(id: string): string {
  const place = placeOf(id)
  return place.length > MAX_OCCURRENCE ? digest(id) : place
}
