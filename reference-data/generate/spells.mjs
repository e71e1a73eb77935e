/** What tables of spells have in common: who, from when, until when, and which source says so. */
import { readTable } from './tables.mjs'

/** Gives the key of a jurisdiction (`KP`, `.HK` for a territory), which must be in `states/jurisdictions.csv`. */
export function jurisdictionKeys() {
  const known = new Set(readTable('states/jurisdictions.csv').map(({ id }) => id))
  return (id) => {
    if (!known.has(id)) throw new Error(`'${id}' is not in jurisdictions.csv`)
    return id.replace(/^state:/, '').replace(/^territory:/, '.')
  }
}

/** Gives the local id of a source, which must be in the table `sources.csv` of a folder. */
export function sourcesOf(folder) {
  const known = new Set(readTable(`${folder}/sources.csv`).map(({ id }) => id))
  return (id) => {
    const whole = id.startsWith('source:') ? id : `source:${id}`
    if (!known.has(whole)) throw new Error(`${folder}/sources.csv: no source ${id}`)
    return whole.slice('source:'.length)
  }
}

export function sourceRows(folder) {
  return readTable(`${folder}/sources.csv`).map((row) => [
    row.id.slice('source:'.length),
    row.type,
    row.label,
    row.publisher,
    row.url,
    row.published,
    row.coverage,
  ])
}

/** One row for all that differ in their last field alone, with these fields in one, apart by blanks. */
export function sameBut(rows) {
  const groups = new Map()
  for (const row of rows) {
    const rest = row.slice(0, -1)
    const known = groups.get(rest.join(';'))
    if (known) known.keys.push(row.at(-1))
    else groups.set(rest.join(';'), { rest, keys: [row.at(-1)] })
  }
  return [...groups.values()].map(({ rest, keys }) => [...rest, keys.join(' ')])
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** Fails where a date is none, or where two spells of one thing follow each other in the wrong order or overlap. */
export function checkSpells(table, rows, thingOf) {
  const last = new Map()
  for (const row of rows) {
    const { from, until } = row
    const fail = (what) => {
      throw new Error(`${table}: ${what}: ${thingOf(row)} ${from}/${until}`)
    }
    if (!DATE.test(from)) fail('not a date')
    if (until !== '..' && until !== '' && !DATE.test(until)) fail('not a date')
    const length = Math.min(from.length, until.length)
    if (DATE.test(until) && until.slice(0, length) < from.slice(0, length)) fail('ends before it starts')
    const before = last.get(thingOf(row))
    if (before !== undefined && !(DATE.test(before) && before <= from)) fail('two spells overlap')
    last.set(thingOf(row), until)
  }
}
