/** Asks every query of this folder of the worked example, and prints the answers as tables. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createGraph } from 'statecraft'
import { loadFile } from 'statecraft/node'
import { toTurtle } from 'statecraft/rdf'
import { shortener } from './curies'
import { type Answer, asker } from './data'
import { readQueries } from './queries'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const kg = createGraph()
await loadFile(kg, path('../tehran-pyongyang/graph.jsonl'))
const ask = asker(kg, await readFile(path('../../schemas/ontology.ttl'), 'utf8'))
const shorten = shortener(toTurtle(kg))

for (const { name, question, data, text } of readQueries()) {
  console.log(`\n${question}\n(${name}.rq; ${data})\n`)
  console.log(table(ask(text, data)))
}

function table({ columns, rows }: Answer): string {
  if (rows.length === 0) return '   nothing'
  const cells = rows.map((row) => row.map(shorten))
  const lines = [columns, columns.map((column) => '─'.repeat(column.length)), ...cells]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)))
  return lines
    .map((line) => `   ${line.map((cell, i) => cell.padEnd(widths[i]!)).join('  ')}`.trimEnd())
    .join('\n')
}
