import { MultiDirectedGraph } from 'graphology'
import { DataFactory, Store } from 'n3'
import { random } from './generate'
import { bytesInUse, lines, median, type Options, quantile, recordFile, timed } from './lines'
import { distinctTexts } from './memory'

/** The same records in another library. */
export interface Peer {
  readonly statements: number
  /** Milliseconds, `JSON.parse` included. */
  readonly load: number
  /** Bytes that stay, distinct texts left out. */
  readonly bytes: number
  /** Milliseconds of a search from both ends. */
  readonly path?: {
    readonly p50: number
    readonly p95: number
    readonly pairs: number
    readonly found: number
  }
}

type Json = { readonly [key: string]: unknown }

/** Entities as nodes, statements as edges, the records as their attributes. */
export function measureGraphology(options: Options): Peer {
  const graph = new MultiDirectedGraph()
  let statements = 0
  const measured = measure(recordFile(options), (record) => {
    if (record.relation === undefined) graph.mergeNode(record.id, record)
    else graph.addEdgeWithKey(`s${++statements}`, record.subject, record.object, record)
  })
  return { statements, ...measured, path: searchTimes(graph, options) }
}

/** Quads as we write them: direct, the statement, and who claims it; of the first statements only, since it is slow. */
export function measureN3(options: Options, most = 100_000): Peer {
  const { namedNode, literal, quad } = DataFactory
  const store = new Store()
  const ns = 'https://w3id.org/statecraft/'
  const node = (id: unknown) => namedNode(`${ns}id/${String(id).replace(':', '/')}`)
  const predicate = (name: string) => namedNode(`${ns}ns#${name}`)
  let statements = 0
  let claims = 0
  const measured = measure(
    recordFile(options),
    (record) => {
      if (record.relation === undefined) {
        store.add(quad(node(record.id), predicate('a'), predicate(String(record.type))))
        return
      }
      const [subject, object] = [node(record.subject), node(record.object)]
      const statement = namedNode(`${ns}id/stmt/${++statements}`)
      store.add(quad(subject, predicate(String(record.relation)), object))
      store.add(quad(subject, predicate(`statement#${record.relation}`), statement))
      store.add(quad(statement, predicate(`object#${record.relation}`), object))
      for (const claim of record.claims as Json[]) {
        const said = namedNode(`${ns}id/claim/${++claims}`)
        store.add(quad(said, predicate('about'), statement))
        for (const [key, value] of Object.entries({ when: record.when, ...claim })) {
          if (value === undefined) continue
          const isId = key === 'by' || key === 'source'
          store.add(
            quad(
              said,
              predicate(key),
              isId ? node(value) : literal(typeof value === 'string' ? value : JSON.stringify(value)),
            ),
          )
        }
      }
    },
    () => statements < most,
  )
  return { statements, ...measured }
}

function measure(
  path: string,
  take: (record: Json) => void,
  goOn = () => true,
): { load: number; bytes: number } {
  const start = bytesInUse()
  let taken = 0
  let load = 0
  for (const line of lines(path)) {
    if (!goOn()) break
    taken++
    // Reading the file is not what is compared.
    load += timed(() => take(JSON.parse(line) as Json)).ms
  }
  const bytes = bytesInUse() - start
  return { load, bytes: bytes - distinctTexts(first(lines(path), taken)) }
}

function* first<T>(values: Iterable<T>, most: number): Generator<T> {
  let left = most
  for (const value of values) {
    if (left-- <= 0) return
    yield value
  }
}

/** Breadth first from both ends at once, whatever the direction of the edges, as with `shortestPath`. */
function searchTimes(graph: MultiDirectedGraph, options: Options): NonNullable<Peer['path']> {
  const nodes = graph.nodes().filter((node) => !node.startsWith('source:'))
  const next = random(options.seed)
  const some = () => nodes[Math.floor(nodes.length * next())]!
  const times: number[] = []
  let found = 0
  const until = performance.now() + 30_000
  while (times.length < 200 && (times.length < 20 || performance.now() < until)) {
    const [from, to] = [some(), some()]
    const search = timed(() => meet(graph, from, to))
    times.push(search.ms)
    if (search.result) found++
  }
  return { p50: median(times), p95: quantile(times, 0.95), pairs: times.length, found }
}

function meet(graph: MultiDirectedGraph, from: string, to: string): boolean {
  let near = new Set([from])
  let far = new Set([to])
  const seen = new Set([from, to])
  while (near.size > 0 && from !== to) {
    const next = new Set<string>()
    let met = false
    for (const node of near) {
      graph.forEachNeighbor(node, (other) => {
        if (far.has(other)) met = true
        if (seen.has(other)) return
        seen.add(other)
        next.add(other)
      })
      if (met) return true
    }
    // The smaller side goes on.
    near = next.size <= far.size ? next : far
    far = next.size <= far.size ? far : next
    if (far.size === 0) return false
  }
  return from === to
}
