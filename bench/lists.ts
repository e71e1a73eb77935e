import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/browser/esm/sync'
import { SaxesParser } from 'saxes'
import { createGraph } from 'statecraft'
import { openInput, readRecords } from 'statecraft/node'
import { toTurtle, writeRecords } from 'statecraft/rdf'
import { programmes, states } from 'statecraft/reference'
import { search } from 'statecraft/search'

/** What a pass over a list takes. */
export interface ListPass {
  readonly records: number
  readonly ms: number
  /** The most memory that the process had: bytes, resident. */
  readonly peak: number
}

const DATA = '../shared/data/lists'
const SDN = join(DATA, 'ofac-sdn-csv/2021-07')
const ENHANCED = join(DATA, 'ofac-enhanced-xml/cons_enhanced-2025-01-10.xml')

/** Whether the real files are here. */
export const haveLists = (): boolean => existsSync(SDN)

/** Each part is a process of its own, so that its peak is its own. */
export const LIST_PARTS = {
  sdnToTurtle: async () => {
    const kg = createGraph()
    await kg.load(await readRecords(await openInput(SDN)))
    return toTurtle(kg).length > 0 ? [...kg.entities()].length : 0
  },
  sdnRecords: () => count(SDN),
  sdnStream: () => stream(SDN),
  sdnStreamTenfold: () => stream(tenfold()),
  csvParse: async () => {
    let rows = 0
    for (const name of await readdir(SDN)) {
      rows += parse(fileText(name), { relax_column_count: true }).length
    }
    return rows
  },
  enhancedRecords: () => count(ENHANCED),
  saxes: async () => {
    let elements = 0
    const parser = new SaxesParser()
    parser.on('opentag', () => elements++)
    for await (const chunk of createReadStream(ENHANCED, 'utf8')) parser.write(chunk as string)
    parser.close()
    return elements
  },
  reference: async () => {
    const kg = createGraph()
    kg.load(states())
    kg.load(programmes())
    return [...kg.entities()].length
  },
  search: async () => {
    const kg = createGraph()
    await kg.load(await readRecords(await openInput(SDN)))
    const start = performance.now()
    search(kg, 'bank')
    const indexed = performance.now()
    for (const text of ['bank melli', 'kim jong', 'ahmad mohammed', 'petroleum company']) search(kg, text)
    console.error(
      `search in the SDN: indexed in ${(indexed - start).toFixed(0)} ms, ${((performance.now() - indexed) / 4).toFixed(1)} ms a search`,
    )
    return 4
  },
} satisfies { readonly [part: string]: () => Promise<number> }

/** One part, measured. */
export async function measureList(part: keyof typeof LIST_PARTS): Promise<ListPass> {
  const start = performance.now()
  const records = await LIST_PARTS[part]()
  return { records, ms: performance.now() - start, peak: process.resourceUsage().maxRSS * 1024 }
}

async function count(path: string): Promise<number> {
  let records = 0
  for await (const _ of await readRecords(await openInput(path))) records++
  return records
}

/** Written as Turtle one after another, and thrown away. */
async function stream(path: string): Promise<number> {
  let records = 0
  for await (const _ of writeRecords(await readRecords(await openInput(path)), { format: 'turtle' }))
    records++
  return records
}

/** The same list with ten times the parties, under other numbers and names; made where it is not there yet. */
function tenfold(): string {
  const folder = 'out/bench-sdn-tenfold'
  if (existsSync(folder)) return folder
  mkdirSync(folder, { recursive: true })
  for (const name of ['sdn.csv', 'add.csv', 'alt.csv', 'sdn_comments.csv']) {
    const rows = fileText(name).split('\r\n').filter(Boolean)
    let text = ''
    for (let n = 0; n < 10; n++) {
      for (const row of rows) {
        const numbered = row.replace(/^\d+/, (number) => String(Number(number) + n * 1_000_000))
        text += `${n > 0 && name === 'sdn.csv' ? numbered.replace(/^(\d+,"[^"]*)"/, `$1 ${n}"`) : numbered}\r\n`
      }
    }
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** A file of the SDN without the old end of file. */
function fileText(name: string): string {
  return readFileSync(join(SDN, name), 'utf8').split('\u001a')[0]!
}
