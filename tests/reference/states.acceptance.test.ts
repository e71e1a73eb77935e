import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { createGraph } from 'statecraft'
import { resolve, states } from 'statecraft/reference'
import { describe, expect, it } from 'vitest'

/** Against the publishers' own files, where they are. */
const folder = '../shared/data/countries'

function table(name: string): Record<string, string>[] {
  const options = { columns: true, bom: true } as const
  return parse(readFileSync(`${folder}/${name}`), options)
}

describe.runIf(existsSync(folder))('states() and the files that they were compiled from', () => {
  const kg = createGraph()
  kg.load(states())

  it('have every spell of the Correlates of War, to the day, and no other', () => {
    const rows = table('states2016.csv')
    expect(rows).toHaveLength(243)
    const numbers = new Set(rows.map(({ ccode }) => String(ccode)))
    expect(numbers.size).toBe(217)
    const date = (row: Record<string, string>, end: string) =>
      [
        row[`${end}year`]?.padStart(4, '0'),
        row[`${end}month`]?.padStart(2, '0'),
        row[`${end}day`]?.padStart(2, '0'),
      ].join('-')
    // The spells of a number are those of all states that had it, while they had it, put end to end.
    for (const number of numbers) {
      const theirs = rows
        .filter(({ ccode }) => ccode === number)
        .map((row) => `${date(row, 'st')}/${date(row, 'end').replace('2016-12-31', '..')}`)
      expect(joined(spellsOf(number)), number).toEqual(theirs.sort())
    }
  })

  it('have every entry of ISO 3166-1, with its codes and its Wikidata item', () => {
    const rows = table('country-codes.csv')
    expect(rows).toHaveLength(249)
    for (const row of rows) {
      const iso2 = row['ISO3166-1-Alpha-2'] ?? ''
      const [id] = resolve(iso2, 'iso2', '2024').ids
      expect(id, iso2).toMatch(new RegExp(`^(state|territory):${iso2}$`))
      expect(resolve(row['ISO3166-1-Alpha-3'] ?? '', 'iso3', '2024').ids).toEqual([id])
      expect(resolve(row['ISO3166-1-numeric'] ?? '', 'm49', '2024').ids).toEqual([id])
      const item = row.wikidata_id?.split('/').pop()
      if (item) expect(resolve(item, 'wikidata').ids).toEqual([id])
      // The file says which are independent; Palestine is "in contention", the Cook Islands and Niue are associated.
      const isState = row.is_independent === 'Yes' || iso2 === 'PS'
      expect(id?.startsWith('state:'), iso2).toBe(isState)
      expect(kg.entity(String(id))?.names?.map(({ text }) => text) ?? []).toEqual(
        expect.arrayContaining(formalNames(row, kg.entity(String(id))?.label ?? {})),
      )
    }
  })

  /** The spells of all states that have a number, cut to the days on which they have it. */
  function spellsOf(number: string): string[] {
    return resolve(number, 'cow').ids.flatMap((id) => {
      const entity = kg.entity(id)
      const existed = entity !== undefined && 'existed' in entity ? (entity.existed as readonly string[]) : []
      return existed.filter((spell) => {
        const first = spell.split('/')[0] ?? ''
        return (resolve(number, 'cow', first).ids as readonly string[]).includes(id)
      })
    })
  }
})

/** Spells of which one begins the day after another ends, as one. */
function joined(spells: readonly string[]): string[] {
  const out: [string, string][] = []
  for (const spell of [...spells].sort()) {
    const [from = '', until = ''] = spell.split('/')
    const last = out.at(-1)
    const next =
      last && last[1] !== '..' && new Date(Date.parse(last[1]) + 86_400_000).toISOString().slice(0, 10)
    if (last && next === from) last[1] = until
    else out.push([from, until])
  }
  return out.map((ends) => ends.join('/'))
}

/** The French, Russian and Arabic formal names of the file that differ from the labels. */
function formalNames(row: Record<string, string>, label: { readonly [language: string]: string }): string[] {
  return (
    [
      ['Russian', 'ru'],
      ['Arabic', 'ar'],
      ['Chinese', 'zh'],
    ] as const
  )
    .map(
      ([name, language]) => [row[`UNTERM ${name} Formal`]?.replace(/\s*\*+$/, ''), label[language]] as const,
    )
    .flatMap(([formal, short]) => (formal && formal !== short ? [formal] : []))
}
