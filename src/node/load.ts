import type { Graph } from '../graph/graph'
import type { LoadOptions, LoadReport } from '../graph/load'
import type { JsonlOptions } from '../jsonl'
import { readJsonl } from '../jsonl'
import type { Vocabulary } from '../ontology/typing'
import { type Input, openInput } from './input'

/** How to load a file. */
export interface LoadFileOptions extends LoadOptions, JsonlOptions {
  /** Stops the load between two records; what was loaded stays. */
  readonly signal?: AbortSignal
}

/**
 * Loads a JSON Lines file into a graph, in constant memory beside the graph's own.
 *
 * @param kg the graph
 * @param file a path (`-` is the standard input), or what {@link openInput} opened
 * @param options as of `kg.load`
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
    return await kg.load(readJsonl(input.chunks, options), options)
  } finally {
    await input.close()
  }
}
