/** The queries beside this file: each tells in its first lines what it asks, and of what data. */
import { readdirSync, readFileSync } from 'node:fs'
import { DATA, type Data } from './data'

export interface Query {
  /** The name of its file, without the extension. */
  readonly name: string
  /** What it asks, in words. */
  readonly question: string
  readonly data: Data
  readonly text: string
}

const folder = new URL('.', import.meta.url)

/** All of them, by name. */
export function readQueries(): Query[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.rq'))
  return files.sort().map((file) => parse(file, readFileSync(new URL(file, folder), 'utf8')))
}

function parse(file: string, text: string): Query {
  const [, question] = /^# (.+)\n/.exec(text) ?? []
  const [, said] = /^# Data: (.+)$/m.exec(text) ?? []
  const data = DATA.find((known) => known === said)
  if (question === undefined || data === undefined) {
    const message = `${file} does not begin with its question, and a line such as "# Data: Turtle"`
    throw new Error(`${message}: ${DATA.join(' | ')}`)
  }
  return { name: file.replace(/\.rq$/, ''), question, data, text }
}
