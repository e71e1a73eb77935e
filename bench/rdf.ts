import { createReadStream, createWriteStream, existsSync, renameSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { StreamParser } from 'n3'
import { createGraph } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { readRdf, writeRecords } from 'statecraft/rdf'
import { type Options, recordFile } from './lines'

/** What a pass over a file of N-Quads takes. */
export interface RdfPass {
  readonly quads: number
  readonly ms: number
  /** The most memory that the process had: bytes, resident. */
  readonly peak: number
}

/** Records, one after another, as N-Quads. Each part is a process of its own, so that its peak is its own. */
export async function measureRdfWrite(options: Options): Promise<RdfPass> {
  const path = quadFile(options)
  const start = performance.now()
  const records = readJsonl(createReadStream(recordFile(options), { highWaterMark: CHUNK }))
  let quads = 0
  async function* counted() {
    for await (const text of writeRecords(records, { format: 'nquads' })) {
      quads += text.split('\n').length - 1
      yield text
    }
  }
  await pipeline(counted, createWriteStream(`${path}.part`))
  renameSync(`${path}.part`, path)
  return pass(quads, performance.now() - start)
}

/** The same file as records, one after another. */
export async function measureRdfRead(options: Options): Promise<RdfPass> {
  const start = performance.now()
  let records = 0
  for await (const _ of readRdf(chunksOf(options), { format: 'nquads', stream: true })) records++
  if (records === 0) throw new Error('there are no records')
  const ended = performance.now() - start
  return pass(await countQuads(options), ended)
}

/** The same file into a graph, held whole meanwhile, as one in any other order has to be. */
export async function measureRdfLoad(options: Options): Promise<RdfPass> {
  const start = performance.now()
  const report = await createGraph().load(readRdf(chunksOf(options), { format: 'nquads' }))
  const ended = performance.now() - start
  if (report.errors > 0) throw new Error(report.issues[0]?.message)
  return pass(await countQuads(options), ended)
}

/** What n3 takes for the quads alone. */
export async function measureRdfParse(options: Options): Promise<RdfPass> {
  const start = performance.now()
  let quads = 0
  await pipeline(chunksOf(options), new StreamParser({ format: 'N-Quads' }), async (stream) => {
    for await (const _ of stream) quads++
  })
  return pass(quads, performance.now() - start)
}

const CHUNK = 256 * 1024

function pass(quads: number, ms: number): RdfPass {
  return { quads, ms, peak: process.resourceUsage().maxRSS * 1024 }
}

function quadFile({ seed, statements }: Options): string {
  return `out/bench-${seed}-${statements}.nq`
}

function chunksOf(options: Options) {
  const path = quadFile(options)
  if (!existsSync(path)) throw new Error(`${path} is written first`)
  return createReadStream(path, { highWaterMark: CHUNK })
}

/** Not counted into the time: whoever asks took it before. */
async function countQuads(options: Options): Promise<number> {
  let lines = 0
  for await (const chunk of chunksOf(options)) for (const byte of chunk as Buffer) if (byte === 10) lines++
  return lines
}
