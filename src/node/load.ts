import type { Graph } from '../graph/graph'
import type { LoadOptions, LoadReport } from '../graph/load'
import type { Ontology } from '../ontology/ontology'
import type { Vocabulary } from '../ontology/typing'
import { type Input, openInput } from './input'
import { type ReadRecordsOptions, readRecords } from './records'

/** How to load a file. */
export interface LoadFileOptions extends LoadOptions, Omit<ReadRecordsOptions, 'ontology' | 'stream'> {
  /** Stops the load between two records; what was loaded stays. */
  readonly signal?: AbortSignal
}

/**
 * Loads a file into a graph: JSON Lines in constant memory beside the graph's own; Turtle, TriG, N-Triples, N-Quads and
 * JSON-LD, which may say what belongs together anywhere, held whole meanwhile.
 *
 * @param kg the graph
 * @param file a path (`-` is the standard input), or what {@link openInput} opened
 * @param options as of `kg.load`, and the format where the file's name does not tell it
 * @returns what was loaded, and every issue with its line
 * @throws the system's error where the file cannot be read; under `strict` a {@link StatecraftError}
 *
 * @example
 * ```ts
 * import { createGraph, formatIssue } from 'statecraft'
 * import { loadFile } from 'statecraft/node'
 *
 * const kg = createGraph()
 * const report = await loadFile(kg, 'graph.jsonl')
 * for (const issue of report.issues) console.error(formatIssue(issue))
 * ```
 */
export async function loadFile<D extends Vocabulary>(
  kg: Graph<D>,
  file: string | Input,
  options: LoadFileOptions = {},
): Promise<LoadReport> {
  const input = typeof file === 'string' ? await openInput(file, options) : file
  try {
    // The boundary: whoever reads records knows no names of the vocabulary.
    const ontology = kg.ontology as unknown as Ontology
    return await kg.load(await readRecords(input, { ...options, ontology }), options)
  } finally {
    await input.close()
  }
}
