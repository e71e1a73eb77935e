import { createGraph, type LoadReport } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { chunks, lines, type Options, recordFile, timed } from './lines'

/** How long loading takes beside `JSON.parse` of the same lines, and what the first and later queries cost. */
export interface Speed {
  readonly parse: readonly number[]
  readonly load: readonly number[]
  readonly adjacency: number
  readonly evaluation: number
  readonly asOf: number
  readonly asOfStatements: number
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
  return {
    parse,
    load,
    adjacency: adjacency.ms,
    evaluation: evaluation.ms,
    asOf: asOf.ms,
    asOfStatements: asOf.result,
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
