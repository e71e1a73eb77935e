import { didYouMean } from '../../model/suggest'
import type { Ontology } from '../../ontology/ontology'
import { UsageError } from '../exit'
import type { Io } from '../io'
import { loadOntology } from '../ontology'
import { type OutputFlags, writeOutput } from '../output'
import { overview } from '../overview'
import { describe, type Entry, entriesOf, namesOf } from '../reference'
import { type SchemaName, schemaOf } from '../schemas'
import { json } from '../text'

interface OntologyFlags extends OutputFlags {
  readonly ontology?: string
  readonly json?: true
  readonly emit?: SchemaName
}

/** Prints the reference of the vocabulary, or of one name in it. */
export async function ontology(name: string | undefined, flags: OntologyFlags, io: Io): Promise<number> {
  if (name !== undefined && flags.emit) {
    throw new UsageError('--emit is for the whole vocabulary', `leave out '${name}'`)
  }
  const vocabulary = await loadOntology(flags.ontology)
  // A terminal's width, or none where the text goes to a file.
  const columns = io.stdout.isTTY ? (io.stdout.columns ?? 80) : Infinity
  const text = flags.emit
    ? await schemaOf(flags.emit, vocabulary)
    : name === undefined
      ? all(vocabulary, flags, columns)
      : one(vocabulary, name, flags, columns)
  await writeOutput(flags, [text], io)
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
