import { execFileSync, spawnSync } from 'node:child_process'
import { MultiDirectedGraph, UndirectedGraph } from 'graphology'
import { bidirectional } from 'graphology-shortest-path'
import { allSimpleEdgePaths } from 'graphology-simple-path'
import { DataFactory, Store } from 'n3'
import { bytesInUse, lines, type Options, recordFile, timed } from './lines'
import { distinctTexts } from './memory'
import { MAX_STEPS, measure as measurePairs, type PathTimes, questionFile, readQuestions } from './paths'

/** The same records in another library. */
export interface Peer {
  readonly statements: number
  /** Milliseconds, `JSON.parse` included. */
  readonly load: number
  /** Bytes that stay, distinct texts left out. */
  readonly bytes: number
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
  return { statements, ...measured }
}

/**
 * Its own searches, over one undirected edge for all statements between two entities: with that it is fastest.
 * `allSimpleEdgePaths` gives all paths or none, however many are wanted.
 */
export function measureGraphologyPaths(options: Options): PathTimes {
  const graph = new UndirectedGraph()
  const questions = readQuestions(options)
  for (const line of lines(questions.edges)) {
    const [subject, object] = line.split('\t')
    graph.mergeEdge(subject, object)
  }
  for (const end of [questions.shortest, questions.sparse, questions.dense].flat(2)) graph.mergeNode(end)
  const shortest = measurePairs(questions.shortest, questions.rounds, (from, to) => {
    return (bidirectional(graph, String(from), String(to))?.length ?? 0) - 1
  })
  const all = withinTime(graph, questions.cap * 1000, (from: number, to: number) => {
    return allSimpleEdgePaths(graph, String(from), String(to), { maxDepth: MAX_STEPS }).length
  })
  const { sparse, dense, rounds } = questions
  return { shortest, sparse: measurePairs(sparse, rounds, all), dense: measurePairs(dense, rounds, all) }
}

/** Breaks a search off, for time or memory, where it next looks at edges; it then gives Infinity. */
function withinTime(
  graph: UndirectedGraph,
  cap: number,
  search: (from: number, to: number) => number,
): (from: number, to: number) => number {
  const brokenOff = new Error('broken off')
  const look = graph.forEachOutboundEdge.bind(graph)
  let [until, looks] = [0, 0]
  graph.forEachOutboundEdge = (...args: unknown[]) => {
    const full = ++looks % 10_000 === 0 && process.memoryUsage().heapUsed > 6e9
    if (full || performance.now() > until) throw brokenOff
    look(...(args as Parameters<typeof look>)) // as they came
  }
  return (from, to) => {
    until = performance.now() + cap
    try {
      return search(from, to)
    } catch (error) {
      if (error === brokenOff) return Infinity
      throw error
    }
  }
}

/** The same in networkx; undefined where no Python has it. */
export function measureNetworkx(options: Options): PathTimes | undefined {
  const pythons = ['python3', '/usr/bin/python3']
  const python = pythons.find((path) => spawnSync(path, ['-c', 'import networkx']).status === 0)
  if (!python) return undefined
  const args = ['bench/paths_in_networkx.py', questionFile(options)]
  const out = execFileSync(python, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  return JSON.parse(out) as PathTimes // as the script prints it
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
