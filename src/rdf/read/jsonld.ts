import type * as Rdf from '@rdfjs/types'
import { type Chunk, chunksOf } from '../../model/chunks'
import { fail, type Issue, issue } from '../../model/issue'
import { Utf8 } from '../../model/utf8'
import { core } from '../../ontology/core'
import type { Ontology } from '../../ontology/ontology'
import { contextIri } from '../namespaces'
import { toJsonLdContext } from '../schema/context'
import { keepDoubles, restoreDoubles } from './jsonld-doubles'
import { leftOutTo } from './jsonld-left-out'
import { type AsyncRdfRecords, asyncRecordsOf, type Source } from './quads'
import { RdfRecordReader, type ReadOptions } from './records'

/** How JSON-LD is read. Not record by record: the processor takes a document as a whole. */
export interface ReadJsonLdOptions extends Omit<ReadOptions, 'stream'> {
  /** What relative IRIs are relative to; without it they are left out. */
  readonly base?: string
  /**
   * Contexts that a document may name, by their IRIs: nothing is fetched, and any other is refused. Those of the ontology
   * and of schema.org need not be given.
   */
  readonly contexts?: { readonly [iri: string]: object }
}

/**
 * The context of schema.org, which most pages name, as far as it matters for what is read here: its names, and which of
 * them hold IRIs (https://schema.org/docs/jsonldcontext.json).
 */
const SCHEMA_ORG = {
  '@context': {
    '@vocab': 'http://schema.org/',
    type: '@type',
    id: '@id',
    ...Object.fromEntries(
      ['url', 'sameAs', 'additionalType', 'mainEntityOfPage'].map((name) => [
        name,
        { '@id': `http://schema.org/${name}`, '@type': '@id' },
      ]),
    ),
  },
} as const
const IS_SCHEMA_ORG = /^https?:\/\/schema\.org\/?(?:docs\/jsonldcontext\.jsonl?d?)?$/

/** Deeper documents are refused: the processor follows them by calling itself. */
const MAX_DEPTH = 500

/**
 * Reads JSON-LD 1.1, by the processor `jsonld`, which is installed beside this library: what Statecraft wrote, or foreign
 * documents, as {@link readQuads} tells. A document is held in memory as a whole. Contexts stand in the document, or are
 * given: nothing is fetched.
 *
 * @param input a whole text, a document that is parsed already, or chunks of bytes or text
 * @param options contexts by their IRIs, the base of relative IRIs, and as of {@link readQuads}
 * @returns records to be read once, which know what was wrong
 * @throws {@link StatecraftError} `bad-value`, when the first record is asked for, where `jsonld` is not installed
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readJsonLd } from 'statecraft/rdf'
 *
 * const kg = createGraph()
 * const text = `{ "@context": { "@vocab": "https://schema.org/" },
 *   "@id": "https://example.org/kim", "@type": "Person", "name": "Kim" }`
 * await kg.load(readJsonLd(text))
 * console.log(kg.label('iri:https://example.org/kim')) // Kim
 * ```
 */
export function readJsonLd(
  input: string | Uint8Array | object | Iterable<Chunk> | AsyncIterable<Chunk> | ReadableStream<Chunk>,
  options: ReadJsonLdOptions = {},
): AsyncRdfRecords {
  const reader = new RdfRecordReader(options)
  return asyncRecordsOf(jsonLdQuads(input, options, reader.report), AS_THEY_ARE, reader)
}

const AS_THEY_ARE: Source<readonly Rdf.BaseQuad[]> = {
  quads: (quads) => quads,
  end: () => [],
  refused: () => false,
}

/** The quads of a document, all at once. */
export async function* jsonLdQuads(
  input: Parameters<typeof readJsonLd>[0],
  options: ReadJsonLdOptions,
  report: (found: Issue) => void,
): AsyncGenerator<readonly Rdf.BaseQuad[]> {
  const document = await documentOf(input, report)
  if (document === undefined) return
  if (isDeeperThan(document, MAX_DEPTH)) {
    report(issue('bad-rdf', `the document is nested deeper than ${MAX_DEPTH}`))
    return
  }
  const processor = await loadProcessor()
  const refused: string[] = []
  const eventHandler = leftOutTo(report)
  try {
    const { base } = options
    const expanded = await processor.expand(document, {
      documentLoader: loaderOf(options, refused),
      eventHandler,
      ...(base === undefined ? {} : { base }),
    })
    keepDoubles(expanded)
    // The boundary: the processor's quads are plain data, with the fields that RDF/JS terms have.
    const dataset = (await processor.toRDF(expanded, {
      skipExpansion: true,
      eventHandler,
    })) as readonly Rdf.BaseQuad[]
    restoreDoubles(dataset)
    yield dataset
  } catch (error) {
    report(problemOf(error, refused[0]))
  }
}

/** The processor, as far as it is used. */
interface Processor {
  expand(document: object, options: object): Promise<object>
  toRDF(document: object, options: object): Promise<object>
}

async function loadProcessor(): Promise<Processor> {
  try {
    const module = await import('jsonld')
    return (module.default ?? module) as unknown as Processor // its types are older than it
  } catch {
    return fail('bad-value', 'JSON-LD is read by the package jsonld, which is not installed', {
      hint: 'npm install jsonld',
    })
  }
}

/** Nothing is fetched: what is not given is refused. */
function loaderOf(
  { contexts = {}, ontology = core as unknown as Ontology }: ReadJsonLdOptions,
  refused: string[],
) {
  const own = contextIri(ontology.definition.iri)
  return (iri: string) => {
    const given = Object.hasOwn(contexts, iri) ? contexts[iri] : undefined
    const known = iri === own ? toJsonLdContext(ontology) : IS_SCHEMA_ORG.test(iri) ? SCHEMA_ORG : undefined
    const document = given ?? known
    if (document) return { contextUrl: null, documentUrl: iri, document }
    refused.push(iri)
    throw new Error('refused')
  }
}

/** @param refused the context that was not given: the processor wraps what a loader throws, or hides it */
function problemOf(error: unknown, refused: string | undefined): Issue {
  if (refused !== undefined) {
    const hint = 'put the context into the document, or give it in `contexts`'
    const message = `the context ${refused.slice(0, 200)} would have to be fetched, and nothing is`
    return issue('bad-rdf', message, { hint })
  }
  if (error instanceof RangeError) return issue('bad-rdf', 'the document is nested too deeply')
  return issue('bad-rdf', error instanceof Error ? error.message.slice(0, 500) : String(error))
}

async function documentOf(
  input: Parameters<typeof readJsonLd>[0],
  report: (found: Issue) => void,
): Promise<object | undefined> {
  const text = await textOf(input, report)
  if (typeof text !== 'string') return text
  if (text.trim() === '') return undefined
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
    report(issue('bad-json', `a JSON-LD document is an object or a list, not ${JSON.stringify(value)}`))
  } catch (error) {
    const cut = isCut(error, text) ? { hint: 'is the file cut short?' } : {}
    report(issue('bad-json', `the document is not JSON: ${(error as Error).message}`, cut))
  }
  return undefined
}

/** Whether JSON is wrong where the text ends: engines say so in their own ways. */
function isCut(error: unknown, text: string): boolean {
  const [, place] = /position (\d+)/.exec(String(error)) ?? []
  return /Unexpected end|Unterminated/.test(String(error)) || Number(place) >= text.trimEnd().length
}

async function textOf(
  input: Parameters<typeof readJsonLd>[0],
  report: (found: Issue) => void,
): Promise<string | object> {
  const utf8 = new Utf8(report)
  if (typeof input === 'string' || input instanceof Uint8Array) return utf8.text(input) + utf8.end()
  if (Array.isArray(input) && input.every((one) => typeof one === 'object' && !(one instanceof Uint8Array)))
    return input
  let text = ''
  if (Symbol.asyncIterator in input) {
    for await (const chunk of input as AsyncIterable<Chunk>) text += utf8.text(chunk)
  } else if (Symbol.iterator in input) {
    for (const chunk of input as Iterable<Chunk>) text += utf8.text(chunk)
  } else if (input instanceof ReadableStream) {
    for await (const chunk of chunksOf(input as ReadableStream<Chunk>)) text += utf8.text(chunk)
  } else return input
  return text + utf8.end()
}

/** Whether JSON is nested deeper than so many levels; it may be so deep that no function can call itself through it. */
function isDeeperThan(document: object, most: number): boolean {
  let level: ReadonlySet<object> = new Set([document])
  for (let depth = 0; level.size > 0; depth++) {
    if (depth > most) return true
    const inner = [...level].flatMap((value): unknown[] => Object.values(value))
    level = new Set(inner.filter((value) => typeof value === 'object' && value !== null)) // each once
  }
  return false
}
