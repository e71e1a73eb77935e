import { didYouMean } from '../../model/suggest'
import { writeToStream } from '../../node'
import type { Ontology } from '../../ontology/ontology'
import { UsageError } from '../exit'
import type { Io } from '../io'
import { loadOntology } from '../ontology'
import { overview } from '../overview'
import { describe, type Entry, entriesOf, namesOf } from '../reference'
import { json } from '../text'

/** Prints the reference of the vocabulary, or of one name in it. */
export async function ontology(
  name: string | undefined,
  flags: { readonly ontology?: string; readonly json?: true },
  io: Io,
): Promise<number> {
  const vocabulary = await loadOntology(flags.ontology)
  // A terminal's width, or none where the text goes to a file.
  const columns = io.stdout.isTTY ? (io.stdout.columns ?? 80) : Infinity
  const text = name === undefined ? all(vocabulary, flags, columns) : one(vocabulary, name, flags, columns)
  await writeToStream(io.stdout, text, { signal: io.signal })
  return 0
}

function all(vocabulary: Ontology, flags: { readonly json?: true }, columns: number): string {
  return flags.json ? json(vocabulary.definition) : overview(vocabulary, columns)
}

function one(vocabulary: Ontology, name: string, flags: { readonly json?: true }, columns: number): string {
  const entries: Entry[] = entriesOf(vocabulary, name)
  if (entries.length === 0) {
    const hint = didYouMean(name, namesOf(vocabulary)) ?? 'statecraft ontology lists what there is'
    throw new UsageError(`there is no type, relation, property, list or value '${name}'`, hint)
  }
  return flags.json
    ? json(entries.length === 1 ? entries[0] : entries)
    : entries.map((entry) => describe(entry, columns)).join('\n')
}
