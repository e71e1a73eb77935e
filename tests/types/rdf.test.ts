import type * as Rdf from '@rdfjs/types'
import { StoreFactory } from 'n3'
import { type Core, core, createGraph, type Graph, type Issue } from 'statecraft'
import { type JsonSchema, toJsonSchema } from 'statecraft/jsonl'
import {
  type AsyncRdfRecords,
  checkShapes,
  type JsonLdContext,
  parseQuads,
  type RdfRecords,
  readJsonLd,
  readQuads,
  readRdf,
  serialize,
  toDataset,
  toJsonLdContext,
  toOwl,
  toQuads,
  toShacl,
  toStream,
} from 'statecraft/rdf'
import { describe, expectTypeOf, it } from 'vitest'

const kg: Graph<Core> = createGraph()
async function* later(): AsyncGenerator<string> {}

describe('readers of RDF', () => {
  it('give records at once of what is at hand, and bit by bit of what is to come', () => {
    expectTypeOf(readRdf('', { format: 'turtle' })).toEqualTypeOf<RdfRecords>()
    expectTypeOf(readRdf([new Uint8Array()], { format: 'nquads' })).toEqualTypeOf<RdfRecords>()
    expectTypeOf(readRdf(later(), { format: 'trig' })).toEqualTypeOf<AsyncRdfRecords>()
    expectTypeOf(readQuads([])).toEqualTypeOf<RdfRecords>()
    expectTypeOf(readQuads(toStream(kg))).toEqualTypeOf<AsyncRdfRecords>()
    expectTypeOf(readJsonLd('')).toEqualTypeOf<AsyncRdfRecords>()
  })

  it('are asked for a format that they read', () => {
    // @ts-expect-error JSON-LD has a reader of its own
    readRdf.bind(null, '', { format: 'jsonld' })
    // @ts-expect-error a text does not tell its format
    readRdf.bind(null, '')
    // @ts-expect-error a document is read whole
    readJsonLd.bind(null, '', { stream: true })
  })

  it('tell issues, and a load gives what it is given', () => {
    expectTypeOf(readRdf('', { format: 'turtle' }).issues).toEqualTypeOf<readonly Issue[]>()
    expectTypeOf(kg.load(readQuads([]))).toHaveProperty('statements')
    expectTypeOf(kg.load(readJsonLd('{}'))).resolves.toHaveProperty('statements')
    expectTypeOf(parseQuads([''], { format: 'jsonld' })).toExtend<AsyncIterable<Rdf.BaseQuad>>()
    expectTypeOf(checkShapes).returns.resolves.toEqualTypeOf<Issue[]>()
  })
})

describe('writers of RDF', () => {
  it('give what RDF/JS asks for', () => {
    expectTypeOf(toQuads(kg)).toEqualTypeOf<Iterable<Rdf.Quad>>()
    expectTypeOf(toStream(kg)).toExtend<Rdf.Stream<Rdf.Quad>>()
    expectTypeOf(toDataset(kg, new StoreFactory())).toExtend<Rdf.DatasetCore>()
    expectTypeOf(toDataset(kg, { dataset: (quads: Rdf.Quad[]) => quads.length })).toEqualTypeOf<number>()
  })

  it('are asked for what there is', () => {
    // @ts-expect-error there is no such format
    serialize.bind(null, kg, { format: 'rdfxml' })
    // @ts-expect-error there is no such way to reify
    serialize.bind(null, kg, { format: 'turtle', reify: 'rdf-star' })
    // @ts-expect-error what is denied never stands as a direct triple
    serialize.bind(null, kg, { format: 'turtle', direct: 'denied' })
  })
})

describe('schemas', () => {
  it('are of any ontology', () => {
    expectTypeOf(toOwl(core)).toEqualTypeOf<string>()
    expectTypeOf(toShacl(core, { version: '1.0.0' })).toEqualTypeOf<string>()
    expectTypeOf(toJsonLdContext(core)).toEqualTypeOf<JsonLdContext>()
    expectTypeOf(toJsonSchema(core, { id: 'https://example.org/s' })).toEqualTypeOf<JsonSchema>()
    // @ts-expect-error a definition is no ontology
    toOwl.bind(null, core.definition)
  })
})
