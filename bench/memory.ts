import { createGraph } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { generate } from './generate'
import { bytesInUse, lines, type Options, recordFile } from './lines'

/** Bytes that a loaded graph keeps. */
export interface Memory {
  readonly entities: number
  readonly statements: number
  readonly claims: number
  /** Of entities alone, distinct texts left out. */
  readonly ofEntities: number
  /** Of everything, distinct texts left out, before anything was asked. */
  readonly loaded: number
  /** The same with both adjacency indexes and the statuses of the widest view. */
  readonly indexed: number
  /** Of the distinct texts. */
  readonly texts: number
}

/** Measured in a process of its own, so that nothing else comes and goes. */
export function measureMemory(options: Options): Memory {
  const path = recordFile(options)
  // Code, regular expressions and the vocabulary are there before the first measurement.
  const first = createGraph()
  first.load(generate(options.seed, 2000))
  first.neighbourhood('state:S0', 0)

  const start = bytesInUse()
  const kg = createGraph()
  const entities = kg.load(readJsonl(asFile(lines(path, isEntity))))
  const withEntities = bytesInUse()
  const statements = kg.load(readJsonl(asFile(lines(path, (line) => !isEntity(line)))))
  const loaded = bytesInUse()
  kg.neighbourhood('state:S0', 0) // builds what a query needs
  const indexed = bytesInUse()
  const texts = distinctTexts(lines(path))
  return {
    entities: entities.entities,
    statements: statements.statements,
    claims: statements.claims,
    ofEntities: withEntities - start - distinctTexts(lines(path, isEntity)),
    loaded: loaded - start - texts,
    indexed: indexed - start - texts,
    texts,
  }
}

function isEntity(line: string): boolean {
  return !line.startsWith('{"relation"')
}

function* asFile(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`
}

/** Bytes that V8 needs for the texts of some records, each distinct one once: ids, labels, dates, locators, notes. */
export function distinctTexts(records: Iterable<string>): number {
  const texts = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value)
    else if (typeof value === 'object' && value !== null)
      for (const part of Object.values(value)) collect(part)
  }
  for (const line of records) collect(JSON.parse(line))
  let bytes = 0
  for (const text of texts) bytes += bytesOfString(text)
  return bytes
}

/**
 * A sequential string of V8 without pointer compression, as in Node: a map (8 bytes), hash (4) and length (4),
 * then one byte a character, or two where one of them is beyond Latin-1; rounded up to eight.
 */
function bytesOfString(text: string): number {
  const width = /[^\0-\xff]/.test(text) ? 2 : 1
  return 16 + Math.ceil((text.length * width) / 8) * 8
}
