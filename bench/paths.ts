import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type Core, createGraph, type Graph, type Path, type View } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { random } from './generate'
import { chunks, median, type Options, quantile, recordFile, timed } from './lines'

/** Times of the same questions, in milliseconds: of each pair the median of all rounds. */
export interface PathTimes {
  /** A shortest path between random pairs. */
  readonly shortest: Measured
  /** The same over statements of some relations that may hold on a day; absent where not measured. */
  readonly filtered?: Measured
  /** All paths of up to four steps, where there are few. */
  readonly sparse: Measured
  /** The first hundred of 10,000 or more. */
  readonly dense: Measured
}

export interface Measured {
  readonly times: readonly number[]
  /** Steps of the shortest path, -1 where there is none; or how many paths were found. */
  readonly answers: readonly number[]
  /** Pairs whose search was broken off: they take at least their time. */
  readonly cut: readonly boolean[]
}

/** What everybody is asked, in a file that everybody reads; entities are numbers. */
export interface Questions {
  /** One statement a line: its ends, and 1 where the filter lets it through. */
  readonly edges: string
  readonly shortest: readonly Pair[]
  readonly sparse: readonly Pair[]
  readonly dense: readonly Pair[]
  readonly rounds: number
  /** Seconds after which a search is broken off. */
  readonly cap: number
}
export type Pair = readonly [from: number, to: number]

export const MAX_STEPS = 4
export const FIRST = 100
const PAIRS = 200
const PAIRS_OF_ALL = 6
const MANY = 10_000
const FEW = 20
const FILTER = {
  relations: [
    ...([
      'owns',
      'controls',
      'directs',
      'actsFor',
      'linkedTo',
      'registeredIn',
      'citizenOf',
      'memberOf',
    ] as const),
    ...(['supplies', 'exportsTo', 'tradesWith', 'sanctions', 'alliedWith'] as const),
  ],
  asOf: '2015-06-30',
} as const

export function questionFile({ seed, statements }: Options): string {
  return `out/bench/questions-${seed}-${statements}.json`
}

export function readQuestions(options: Options): Questions {
  return JSON.parse(readFileSync(questionFile(options), 'utf8')) as Questions // as written below
}

/** Asks us, and writes down what the others are to be asked. */
export function measurePaths(options: Options): PathTimes {
  const kg = createGraph()
  kg.load(readJsonl(chunks(recordFile(options))))
  const view = kg.view(FILTER)
  const questions = ask(kg, view, options)
  const { rounds } = options
  const id = (row: number) => kg.lens.store.idOf(row)
  const length = (path: Path | undefined) => path?.length ?? -1
  return {
    shortest: measure(questions.shortest, rounds, (from, to) => length(kg.shortestPath(id(from), id(to)))),
    filtered: measure(questions.shortest, rounds, (from, to) => length(view.shortestPath(id(from), id(to)))),
    sparse: measure(questions.sparse, rounds, (from, to) => [...kg.paths(id(from), id(to))].length),
    dense: measure(questions.dense, rounds, (from, to) => {
      return [...kg.paths(id(from), id(to), { limit: FIRST })].length
    }),
  }
}

/** Each pair as often as there are rounds, the pairs one after another, so that no search is warmed by the same. */
export function measure(
  pairs: readonly Pair[],
  rounds: number,
  search: (from: number, to: number) => number,
): Measured {
  const times: number[][] = pairs.map(() => [])
  const answers: number[] = []
  const cut = pairs.map(() => false)
  for (let round = 0; round < rounds; round++) {
    for (const [i, [from, to]] of pairs.entries()) {
      if (cut[i]) continue // it would be again
      const { ms, result } = timed(() => search(from, to))
      times[i]!.push(ms)
      answers[i] = Math.abs(result) === Infinity ? 0 : result
      cut[i] = result === Infinity
    }
  }
  return { times: times.map(median), answers, cut }
}

function ask(kg: Graph<Core>, view: View<Core>, options: Options): Questions {
  const edges = `out/bench/edges-${options.seed}-${options.statements}.tsv`
  mkdirSync('out/bench', { recursive: true })
  writeFileSync(edges, edgeLines(kg, view))
  const entities = [...kg.entities()].map(({ id }) => String(id)).filter((id) => !id.startsWith('source:'))
  const states = entities.filter((id) => id.startsWith('state:'))
  const next = random(options.seed)
  const row = (id: string) => kg.lens.store.findEntity(id)
  const pair = (ids: readonly string[]): [string, string] => {
    const [a, b] = [ids[Math.floor(ids.length * next())]!, ids[Math.floor(ids.length * next())]!]
    return a === b ? pair(ids) : [a, b]
  }
  const some = (ids: readonly string[], most: number, fits = (_: string, __: string) => true): Pair[] => {
    const found: Pair[] = []
    for (let tries = 0; found.length < most && tries < 50 * most; tries++) {
      const [a, b] = pair(ids)
      if (fits(a, b)) found.push([row(a), row(b)])
    }
    return found
  }
  const count = (a: string, b: string, limit: number) => [...kg.paths(a, b, { limit })].length
  const questions: Questions = {
    edges,
    shortest: some(entities, PAIRS),
    sparse: some(entities, PAIRS_OF_ALL, (a, b) => {
      const found = count(a, b, FEW + 1)
      return found > 0 && found <= FEW
    }),
    dense: some(states, PAIRS_OF_ALL, (a, b) => count(a, b, MANY) === MANY),
    rounds: options.rounds,
    cap: Math.min(20, Math.max(1, options.statements / 50_000)),
  }
  writeFileSync(questionFile(options), JSON.stringify(questions))
  return questions
}

function edgeLines(kg: Graph<Core>, view: View<Core>): string {
  const { store } = kg.lens
  const { subject, object } = store.statements.columns
  const inView = new Set(view.lens.statements())
  const isSource = new Map<number, boolean>()
  const lines: string[] = []
  for (const row of kg.lens.statements()) {
    const ends = [subject[row]!, object[row]!]
    // No path of ours runs through a source.
    for (const end of ends) if (!isSource.has(end)) isSource.set(end, store.isOf(end, ['Source']))
    if (!ends.some((end) => isSource.get(end))) lines.push(`${ends.join('\t')}\t${inView.has(row) ? 1 : 0}\n`)
  }
  return lines.join('')
}

/** What a peer takes beside us, and a word where it was not given the time. */
export function compare(
  ours: PathTimes,
  theirs: PathTimes,
  ofAll: 'every path' | 'one edge a pair',
): string[] {
  const lines: string[] = []
  for (const name of ['shortest', 'filtered'] as const) {
    const [own, other] = [ours[name], theirs[name]]
    if (!own || !other) continue
    agree(name, own, other)
    const at = (share: number) => [quantile(other.times, share), quantile(own.times, share)] as const
    const [[p50, own50], [p95, own95]] = [at(0.5), at(0.95)]
    lines.push(
      `${name === 'shortest' ? 'shortestPath' : 'the same in a view by relations and day'}: ` +
        `p50 ${ms(p50)}, ${times(p50 / own50)} ours; p95 ${ms(p95)}, ${times(p95 / own95)} ours`,
    )
  }
  for (const name of ['sparse', 'dense'] as const) {
    const [own, other] = [ours[name], theirs[name]]
    if (ofAll === 'every path' && name === 'sparse') agree(name, own, other)
    const ratios = other.times.map((time, i) => time / own.times[i]!)
    const cuts = other.cut.filter(Boolean).length
    const least = cuts > 0 ? 'at least ' : ''
    lines.push(
      `${about(name)}: median ${least}${ms(median(other.times))}, ${least}${times(median(ratios))} ours ` +
        `(each pair ${times(Math.min(...ratios))}–${times(Math.max(...ratios))}` +
        `${cuts > 0 ? `; ${cuts} of ${other.cut.length} broken off` : ''})`,
    )
  }
  return lines
}

/** Our own times. */
export function describeTimes({ shortest, filtered, sparse, dense }: PathTimes): string[] {
  const found = (measured: Measured) => measured.answers.filter((length) => length >= 0).length
  const spread = ({ times }: Measured) => `p50 ${ms(median(times))}, p95 ${ms(quantile(times, 0.95))}`
  const lines = [
    `shortestPath: ${spread(shortest)} (${shortest.times.length} random pairs, ${found(shortest)} with a path; each pair's median)`,
  ]
  if (filtered)
    lines.push(
      `the same in a view by relations and day: ${spread(filtered)} (${found(filtered)} with a path)`,
    )
  for (const [name, measured] of [
    ['sparse', sparse],
    ['dense', dense],
  ] as const) {
    lines.push(
      `${about(name)}: median ${ms(median(measured.times))}, worst ${ms(Math.max(...measured.times))} (${measured.times.length} pairs)`,
    )
  }
  return lines
}

function about(name: 'sparse' | 'dense'): string {
  return name === 'sparse'
    ? `all paths of up to ${MAX_STEPS} steps, ${FEW} at most`
    : `the first ${FIRST} of ${MANY.toLocaleString('en')} or more`
}

/** Whoever finds something else cannot be compared. */
function agree(name: string, own: Measured, other: Measured): void {
  const wrong = own.answers.findIndex((answer, i) => !other.cut[i] && other.answers[i] !== answer)
  if (wrong >= 0)
    throw new Error(`${name}, pair ${wrong}: ${own.answers[wrong]} here, ${other.answers[wrong]} there`)
}

const ms = (value: number) => `${value < 10 ? value.toFixed(3) : value.toFixed(0)} ms`
const times = (ratio: number) => `${ratio.toFixed(ratio < 1 ? 2 : ratio < 10 ? 1 : 0)}×`
