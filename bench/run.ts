import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { median, type Options, readOptions, recordFile, timed } from './lines'
import { haveLists, LIST_PARTS, type ListPass, measureList } from './lists'
import { type Memory, measureMemory } from './memory'
import { measureOwnership, type OwnershipTimes } from './ownership'
import { compare, describeTimes, measurePaths, type PathTimes } from './paths'
import { measureGraphology, measureGraphologyPaths, measureN3, measureNetworkx, type Peer } from './peers'
import { measurePictures, type PictureTimes } from './pictures'
import { measureRdfLoad, measureRdfParse, measureRdfRead, measureRdfWrite, type RdfPass } from './rdf'
import { measureSpeed, type Speed } from './speed'

// One process a part, so that no part measures what another left behind. A part prints its result as JSON.
const PARTS = {
  speed: measureSpeed,
  memory: measureMemory,
  graphology: measureGraphology,
  n3: measureN3,
  paths: measurePaths,
  graphologyPaths: measureGraphologyPaths,
  networkx: measureNetworkx,
  pictures: measurePictures,
  ownership: measureOwnership,
  rdfWrite: measureRdfWrite,
  rdfRead: measureRdfRead,
  rdfLoad: measureRdfLoad,
  rdfParse: measureRdfParse,
  list: () => measureList(args[1] as keyof typeof LIST_PARTS), // as `showLists` calls it
} satisfies { [part: string]: (options: Options) => unknown }

const args = process.argv.slice(2)
const options = readOptions(args)
const part = PARTS[args[0] as keyof typeof PARTS]
// `--rdf`: only the passes over N-Quads, which take minutes each. `--lists`: only those over real sanctions lists.
// `--ownership`: only the rule on ownership.
if (part) console.log(JSON.stringify((await part(options)) ?? null))
else if (args.includes('--rdf')) showRdf()
else if (args.includes('--lists')) showLists()
else if (args.includes('--ownership')) showOwnership()
else main()

function showOwnership(): void {
  const { holdings, first, rules, counts, naive } = run<OwnershipTimes>('ownership')
  const each = Object.entries(rules).map(([rule, ms]) => `${rule} ${seconds(ms)}`)
  console.log(
    `ownership: ${holdings} holdings, ${seconds(first)} for the first question, then ${each.join(', ')} ` +
      `(${JSON.stringify(counts)}; the plain fixpoint over graphology alone, its graph at hand: ${seconds(naive)})`,
  )
}

function main(): void {
  const { statements, seed, rounds } = options
  const made = timed(() => recordFile(options))
  console.log(`${made.result} (seed ${seed}, made or found in ${seconds(made.ms)})`)
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`)

  const speed = run<Speed>('speed')
  const [parse, load] = [median(speed.parse), median(speed.load)]
  const ratios = speed.load.map((ms, round) => ms / speed.parse[round]!)
  console.log(
    `load: ${median(ratios).toFixed(2)}× JSON.parse (median of ${rounds}; ${span(ratios, 2)}×; ` +
      `${seconds(load)} against ${seconds(parse)}; ${((load * 1000) / statements).toFixed(2)} µs a statement)`,
  )
  console.log(`adjacency, both ways, at the first query: ${seconds(speed.adjacency)}`)
  console.log(`statuses of all statements, at the first query: ${seconds(speed.evaluation)}`)
  console.log(`view as of a day: ${seconds(speed.asOf)} (${speed.asOfStatements} statements in it)`)

  const memory = run<Memory>('memory')
  const each = (bytes: number) => `${(bytes / memory.statements).toFixed(0)} B`
  console.log(
    `memory: ${each(memory.indexed)} a statement with both adjacency indexes, besides distinct texts ` +
      `(${each(memory.texts)} as strings of V8; ${each(memory.indexed + memory.texts)} in all); of these ${each(memory.ofEntities)} for its quarter of an entity, ` +
      `${each(memory.indexed - memory.loaded)} for what queries need; ` +
      `${(memory.claims / memory.statements).toFixed(2)} claims a statement`,
  )

  showPictures(run<PictureTimes>('pictures'))

  const alone = args.includes('--alone')
  const paths = run<PathTimes>('paths')
  for (const line of describeTimes(paths)) console.log(line)
  if (alone) return
  comparePaths(paths)
  for (const name of ['graphology', 'n3'] as const) {
    const peer = run<Peer>(name)
    const per = (total: number) => total / peer.statements
    console.log(
      `\n${name} (${peer.statements} statements): load ${(per(peer.load) * 1000).toFixed(2)} µs a statement, ` +
        `${(per(peer.load) / (load / statements)).toFixed(2)}× ours; ${per(peer.bytes).toFixed(0)} B besides distinct texts, ` +
        `${(per(peer.bytes) / (memory.indexed / memory.statements)).toFixed(1)}× ours`,
    )
  }
}

function showRdf(): void {
  const written = run<RdfPass>('rdfWrite')
  const parsed = run<RdfPass>('rdfParse')
  const passes = {
    written,
    'read to records': run<RdfPass>('rdfRead'),
    'loaded whole': run<RdfPass>('rdfLoad'),
    'n3 alone': parsed,
  }
  for (const [name, { quads, ms, peak }] of Object.entries(passes)) {
    console.log(
      `N-Quads ${name}: ${quads} quads in ${seconds(ms)} (${Math.round(quads / ms)} a ms, ${(ms / parsed.ms).toFixed(1)}× n3’s parser), ` +
        `at most ${Math.round(peak / 1e6)} MB resident`,
    )
  }
}

function showLists(): void {
  if (!haveLists()) {
    console.log('skipped: the real lists are not here (../shared/data)')
    return
  }
  const { rounds } = options
  const passes = new Map<string, readonly ListPass[]>()
  for (const name of Object.keys(LIST_PARTS)) {
    const all = Array.from({ length: rounds }, () => run<ListPass>('list', name))
    passes.set(name, all)
    const peak = Math.max(...all.map((pass) => pass.peak))
    const ms = all.map((pass) => pass.ms)
    console.log(
      `${name.padEnd(16)} ${String(all[0]!.records).padStart(7)}  median ${seconds(median(ms))} of ${rounds}, at most ${Math.round(peak / 1e6)} MB resident`,
    )
  }
  const of = (name: keyof typeof LIST_PARTS) => median(passes.get(name)!.map(({ ms }) => ms))
  const peakOf = (name: keyof typeof LIST_PARTS) => Math.max(...passes.get(name)!.map(({ peak }) => peak))
  const times = (n: number) => `${n.toFixed(1)}×`
  console.log(`SDN to records: ${times(of('sdnRecords') / of('csvParse'))} csv-parse alone`)
  console.log(
    `enhanced XML to records: ${times(of('enhancedRecords') / of('saxes'))} saxes alone (it is read twice)`,
  )
  console.log(
    `ten times the SDN as a stream: ${times(of('sdnStreamTenfold') / of('sdnStream'))} the time, ` +
      `${times(peakOf('sdnStreamTenfold') / peakOf('sdnStream'))} the memory`,
  )
}

function showPictures({ pictures, pages }: PictureTimes): void {
  for (const { nodes, ours, graphviz } of pictures) {
    console.log(
      `picture of ${nodes} entities: ${seconds(ours)}, ${(ours / graphviz).toFixed(1)}× Graphviz (${seconds(graphviz)})`,
    )
  }
  for (const { nodes, ms, bytes } of pages) {
    console.log(`page of ${nodes} entities: ${seconds(ms)}, ${(bytes / 1000).toFixed(0)} kB`)
  }
}

function comparePaths(paths: PathTimes): void {
  console.log(
    '\ngraphology-shortest-path (bidirectional) and graphology-simple-path (allSimpleEdgePaths: all of them)',
  )
  for (const line of compare(paths, run<PathTimes>('graphologyPaths'), 'one edge a pair')) console.log(line)
  const networkx = run<PathTimes | null>('networkx')
  console.log('\nnetworkx (bidirectional_shortest_path; all_simple_edge_paths, the first 100)')
  if (!networkx) console.log('skipped: no python3 here has networkx')
  else for (const line of compare(paths, networkx, 'every path')) console.log(line)
}

function run<T>(part: keyof typeof PARTS, ...more: string[]): T {
  const script = fileURLToPath(import.meta.url)
  const child = spawnSync(process.execPath, [...process.execArgv, script, part, ...more, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  })
  if (child.status !== 0) throw new Error(`${part} failed: ${child.stdout}`)
  return JSON.parse(child.stdout) as T // as the part printed it
}

function seconds(ms: number): string {
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`
}

function span(values: readonly number[], digits: number): string {
  return `${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)}`
}
