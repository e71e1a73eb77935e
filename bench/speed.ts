import { createGraph, type LoadReport } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { random } from './generate'
import { chunks, lines, median, type Options, quantile, recordFile, timed } from './lines'

/** How long loading takes beside `JSON.parse` of the same lines, and what the first and later queries cost. */
export interface Speed {
  readonly parse: readonly number[]
  readonly load: readonly number[]
  readonly entities: number
  readonly adjacency: number
  readonly evaluation: number
  readonly asOf: number
  readonly asOfStatements: number
  readonly path: {
    readonly p50: number
    readonly p95: number
    readonly pairs: number
    readonly found: number
  }
}

export function measureSpeed(options: Options): Speed {
  const path = recordFile(options)
  const bytes = [...chunks(path)]
  const parse: number[] = []
  const load: number[] = []
  let kg = createGraph()
  // The first round warms the compiler up and is not counted.
  for (let round = 0; round <= options.rounds; round++) {
    globalThis.gc!()
    const parsed = parseLines(path)
    kg = createGraph()
    globalThis.gc!()
    const loaded = timed(() => kg.load(readJsonl(bytes)))
    refuse(loaded.result)
    if (round === 0) continue
    parse.push(parsed)
    load.push(loaded.ms)
  }
  const adjacency = timed(() => kg.lens.adjacency())
  const evaluation = timed(() => [...kg.statements({ relation: 'alliedWith' })].length)
  const asOf = timed(() => {
    let found = 0
    for (const _ of kg.view({ asOf: '2015-06-30' }).lens.statements()) found++
    return found
  })
  const ids = [...kg.entities()]
    .filter((entity) => !String(entity.id).startsWith('source:'))
    .map((entity) => entity.id)
  const next = random(options.seed)
  const pair = () => [ids[Math.floor(ids.length * next())]!, ids[Math.floor(ids.length * next())]!] as const
  const times: number[] = []
  let found = 0
  const until = performance.now() + 30_000
  while (times.length < 200 && (times.length < 20 || performance.now() < until)) {
    const [from, to] = pair()
    const path = timed(() => kg.shortestPath(from, to))
    times.push(path.ms)
    if (path.result) found++
  }
  return {
    parse,
    load,
    entities: ids.length,
    adjacency: adjacency.ms,
    evaluation: evaluation.ms,
    asOf: asOf.ms,
    asOfStatements: asOf.result,
    path: { p50: median(times), p95: quantile(times, 0.95), pairs: times.length, found },
  }
}

/**
 * Milliseconds that `JSON.parse` takes for all lines. They are at hand in batches only: to keep a million strings
 * would make the garbage collector's work, and so the load, longer.
 */
function parseLines(path: string): number {
  let ms = 0
  let batch: string[] = []
  const parse = () => {
    ms += timed(() => {
      for (const text of batch) JSON.parse(text)
    }).ms
    batch = []
  }
  for (const line of lines(path)) {
    batch.push(line)
    if (batch.length === 10_000) parse()
  }
  parse()
  return ms
}

function refuse({ issues, dropped }: LoadReport): void {
  if (issues.length > 0 || dropped > 0)
    throw new Error(`the records are not clean: ${JSON.stringify(issues.slice(0, 5))}`)
}
