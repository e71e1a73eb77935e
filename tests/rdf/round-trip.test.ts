import { EventEmitter } from 'node:events'
import type * as Rdf from '@rdfjs/types'
import fc from 'fast-check'
import { Store } from 'n3'
import { core, createGraph, type Issue, type LoadReport, type Ontology, type PrefixMap } from 'statecraft'
import { readJsonl, toJsonl } from 'statecraft/jsonl'
import {
  RDF_FORMATS,
  type RdfFormat,
  type ReadOptions,
  type Reify,
  readJsonLd,
  readQuads,
  readRdf,
  serialize,
  toQuads,
  writeRecords,
} from 'statecraft/rdf'
import { describe, expect, test } from 'vitest'
import { fullWorlds, worlds } from './arbitraries'
import { badDates } from './arbitrary-values'
import { canonical, keyOf } from './canonical'
import { extended } from './extended'
import type { World } from './worlds'

/** Runs of each property, for each format and ontology; set it higher to hunt. */
const RUNS = Number(process.env.STATECRAFT_RUNS ?? 4)
/** Of those with all types and relations at once, which are as large as twenty others. */
const FULL_RUNS = Math.ceil(RUNS / 10)

// The boundary: tests walk over ontologies, and know no names of theirs.
const ONTOLOGIES = [
  ['the core ontology', core as unknown as Ontology],
  ['an extended ontology', extended as unknown as Ontology],
] as const

// Reading

interface Read {
  readonly records: object[]
  readonly issues: readonly Issue[]
  readonly prefixes: object
}

type Input = string | readonly Uint8Array[]

/** One interface to both readers of text. */
function reading(input: Input, format: RdfFormat, options: ReadOptions) {
  return format === 'jsonld' ? readJsonLd(input, options) : readRdf(input, { ...options, format })
}

async function all(
  records: (Iterable<object> | AsyncIterable<object>) & Pick<Read, 'issues' | 'prefixes'>,
): Promise<Read> {
  const found: object[] = []
  for await (const record of records) found.push(record)
  return { records: found, issues: records.issues, prefixes: records.prefixes }
}

// Writing

async function written(
  records: Iterable<object>,
  format: RdfFormat,
  ontology: Ontology,
  prefixes: PrefixMap,
): Promise<string> {
  let text = ''
  for await (const piece of writeRecords(records, { format, ontology, prefixes })) text += piece
  return text
}

/** An empty graph; of which nothing but loading and writing is asked, so that the names in its type do not matter. */
const graphOf = (ontology: Ontology, prefixes = {}) =>
  createGraph(ontology as unknown as typeof core, { prefixes })

function loaded({ prefixes, given }: World, ontology: Ontology) {
  const kg = graphOf(ontology, prefixes.named())
  return { kg, report: kg.load(given) }
}

const textOf = (kg: ReturnType<typeof graphOf>, format: RdfFormat, reify: Reify = 'none') =>
  [...serialize(kg, { format, reify })].join('')

/**
 * What JSON-LD cannot say: an IRI whose scheme is called like a prefix of its context; and what its processor takes for
 * none: one with a space of Unicode in it.
 */
const fits = ({ ids }: World, format: RdfFormat) =>
  format !== 'jsonld' || !ids.some((id) => /^iri:sc:|\s/u.test(id))

// Comparing

const keys = (records: readonly object[], ontology: Ontology, prefixes: PrefixMap) =>
  canonical(records, ontology, prefixes)
    .records.map((record) => keyOf(record, ontology))
    .sort()

/** What was read is, in its canonical form, what a world is made of; and nothing was told. */
function expectSame(found: Read, { prefixes, records }: World, ontology: Ontology): void {
  expect(found.issues).toEqual([])
  if (records.length > 0) expect(found.prefixes).toEqual(prefixes.named()) // without records there is no header
  expect(keys(found.records, ontology, prefixes)).toEqual(records.map((one) => keyOf(one, ontology)).sort())
  const codes = (read: readonly object[]) =>
    canonical(read, ontology, prefixes)
      .issues.map(({ code }) => code)
      .sort()
  expect(codes(found.records)).toEqual(codes(records))
}

const told = ({ counts, entities, statements, claims, dropped }: LoadReport) => ({
  // How often a statement that is not there is missed depends on the order in which others that speak of it come.
  counts: { ...counts, dangling: (counts.dangling ?? 0) > 0 },
  entities,
  statements,
  claims,
  dropped,
})

/** The same in another order, which the seed tells. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const mixed = [...list]
  for (let i = mixed.length - 1, state = seed; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0 // Numerical Recipes, §7.1
    const other = state % (i + 1)
    ;[mixed[i], mixed[other]] = [mixed[other]!, mixed[i]!]
  }
  return mixed
}

/** Bytes in chunks of these sizes, over and over. */
function cut(text: string, sizes: readonly number[]): Uint8Array[] {
  const bytes = new TextEncoder().encode(text)
  const chunks: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += chunks.at(-1)!.length)
    chunks.push(bytes.subarray(at, at + sizes[chunks.length % sizes.length]!))
  return chunks
}

test('the dates among the generators are dates', () => expect(badDates).toEqual([]))

describe.each(ONTOLOGIES)('of %s', (_, ontology) => {
  const any = worlds(ontology)
  const full = fullWorlds(ontology)

  const comeBack = async (world: World, format: RdfFormat) => {
    fc.pre(fits(world, format))
    const text = await written(world.given, format, ontology, world.prefixes)
    expectSame(await all(reading(text, format, { ontology })), world, ontology)
    if (format === 'jsonld') return // it is held in memory as a whole
    expectSame(await all(reading(text, format, { ontology, stream: true })), world, ontology)
  }

  const graphComesBack = async (world: World, format: RdfFormat, reify: Reify = 'none') => {
    fc.pre(fits(world, format))
    const { kg, report: before } = loaded(world, ontology)
    fc.pre(before.counts['type-conflict'] === undefined) // which of the two then stands, the order tells
    const [copy, twin] = [graphOf(ontology), graphOf(ontology)]
    const records = reading(textOf(kg, format, reify), format, { ontology })
    const report = await (Symbol.iterator in records ? copy.load(records) : copy.load(records))
    expect(records.issues).toEqual([])
    // What a graph is that comes back, JSON Lines tell: the same, with the same trouble, as where it never was RDF.
    expect(told(report)).toEqual(told(twin.load(readJsonl(toJsonl(kg)))))
    expect(toJsonl(copy)).toBe(toJsonl(twin))
  }

  describe.each(RDF_FORMATS)('as %s', (format) => {
    const some = any.filter((world) => fits(world, format))

    test('records come back, all at once and one by one', () =>
      fc.assert(
        fc.asyncProperty(some, (world) => comeBack(world, format)),
        { numRuns: RUNS },
      ))

    test('a graph comes back', () =>
      fc.assert(
        // In half of the runs with the triples that its statements reify, which are not read.
        fc.asyncProperty(some, fc.boolean(), (world, reify) =>
          graphComesBack(world, format, reify && format !== 'jsonld' ? 'rdf12' : 'none'),
        ),
        { numRuns: RUNS },
      ))

    test('canonical records are written as those that they were made of', () =>
      fc.assert(
        fc.asyncProperty(some, async ({ given, records, prefixes }) => {
          const text = await written(given, format, ontology, prefixes)
          expect(await written(records, format, ontology, prefixes)).toBe(text)
        }),
        { numRuns: RUNS },
      ))

    test('the bytes of a graph do not depend on the order in which its records came', () =>
      fc.assert(
        fc.property(some, fc.nat(), (world, seed) => {
          const { kg, report } = loaded(world, ontology)
          // Of what cannot all stand the first does: there the order counts, and that is told.
          fc.pre(report.counts.conflict === undefined && report.counts['type-conflict'] === undefined)
          const other = loaded({ ...world, given: shuffled(world.given, seed) }, ontology)
          expect(textOf(other.kg, format)).toBe(textOf(kg, format))
        }),
        { numRuns: RUNS },
      ))

    test('bytes in chunks cut anywhere are read as the whole text', () =>
      fc.assert(
        fc.asyncProperty(
          some,
          fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
          async ({ given, prefixes }, sizes) => {
            const text = await written(given, format, ontology, prefixes)
            const whole = await all(reading(text, format, { ontology }))
            const parts = await all(reading(cut(text, sizes), format, { ontology }))
            expect(parts.issues).toEqual(whole.issues)
            expect(keys(parts.records, ontology, prefixes)).toEqual(keys(whole.records, ontology, prefixes))
          },
        ),
        { numRuns: RUNS },
      ))
  })

  const formats = fc.constantFrom(...RDF_FORMATS)

  test('records of every type and relation come back with all that they may have', () =>
    fc.assert(fc.asyncProperty(full, formats, comeBack), { numRuns: FULL_RUNS, endOnFailure: true }))

  test('a graph of every type and relation comes back', () =>
    fc.assert(
      fc.asyncProperty(full, formats, (world, format) => graphComesBack(world, format)),
      { numRuns: FULL_RUNS, endOnFailure: true },
    ))

  test('quads in any order, with graphs or without, are read as the same graph', () =>
    fc.assert(
      fc.property(any, fc.nat(), fc.boolean(), (world, seed, graphs) => {
        const { kg, report } = loaded(world, ontology)
        fc.pre(report.counts['type-conflict'] === undefined)
        const [copy, twin] = [graphOf(ontology), graphOf(ontology)]
        copy.load(readQuads(shuffled([...toQuads(kg, { graphs })], seed), { ontology }))
        twin.load(readJsonl(toJsonl(kg)))
        expect(toJsonl(copy)).toBe(toJsonl(twin))
      }),
      { numRuns: RUNS },
    ))

  const [world] = fc.sample(full, { seed: 1, numRuns: 1 })
  const { kg } = loaded(world!, ontology)
  const quads = [...toQuads(kg, { graphs: true })]
  const expected = graphOf(ontology)
  expected.load(readQuads(quads, { ontology }))

  const streamOf = (given: readonly Rdf.Quad[]): Rdf.Stream => {
    const events = new EventEmitter()
    setTimeout(() => {
      for (const [i, quad] of given.entries()) setTimeout(() => events.emit('data', quad), i % 3)
      setTimeout(() => events.emit('end'), 10)
    })
    // The boundary: of a stream it has no more than the events; `read` is never called.
    return events as unknown as Rdf.Stream
  }
  async function* later(given: readonly Rdf.Quad[]) {
    for (const quad of given) yield quad
  }

  test('quads are read out of a Store, a Dataset, an async iterable and a Stream that only has events', async () => {
    const inputs = [
      new Store(quads),
      { size: quads.length, [Symbol.iterator]: () => quads.values() },
      later(quads),
      streamOf(quads),
    ]
    for (const input of inputs) {
      const copy = graphOf(ontology)
      await (Symbol.iterator in input
        ? copy.load(readQuads(input, { ontology }))
        : copy.load(readQuads(input, { ontology })))
      expect(toJsonl(copy)).toBe(toJsonl(expected))
    }
  })
})
