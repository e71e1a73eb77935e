/** The data module of `memberships()`, from the tables in `reference-data/memberships/`. */
import { readdirSync } from 'node:fs'
import { checkSpells, jurisdictionKeys, sameBut, sourceRows, sourcesOf } from './spells.mjs'
import { dataModule, readTable } from './tables.mjs'

const FOLDER = new URL('../memberships/', import.meta.url)
const OTHERS = ['organizations', 'sources', 'suspensions']
const LANGUAGES = ['fr', 'es', 'ru', 'ar', 'zh']
/** The core's list `standing`. */
const STANDINGS = ['member', 'associate', 'observer', 'partner', 'candidate', 'invited']

export function generate() {
  const key = jurisdictionKeys()
  const organizations = readTable('memberships/organizations.csv')
  const source = sourcesOf('memberships')
  const bySlug = new Map(organizations.map(({ id }) => [slugOf(id), id]))
  const tables = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => name.slice(0, -4))
    .filter((name) => !OTHERS.includes(name))
  const without = [...bySlug.keys()].filter((slug) => !tables.includes(slug))
  if (without.length > 0) throw new Error(`no table of the members of ${without.join(', ')}`)

  const members = [...bySlug.keys()].flatMap((slug) => {
    const rows = readTable(`memberships/${slug}.csv`)
    for (const { id, standing, stance } of rows) {
      if (!STANDINGS.includes(standing)) throw new Error(`${slug}.csv: '${standing}' is no standing (${id})`)
      if (!['', 'denies'].includes(stance)) throw new Error(`${slug}.csv: '${stance}' of ${id}`)
    }
    checkSpells(`${slug}.csv`, rows, (row) => `${row.id} ${row.standing} ${row.stance}`)
    return rows.map((row) => [
      slug,
      row.standing === 'member' ? '' : row.standing,
      row.from,
      row.until,
      source(row.source),
      row.stance,
      row.by,
      row.note,
      key(row.id),
    ])
  })
  const unknown = tables.filter((name) => !bySlug.has(name))
  if (unknown.length > 0) throw new Error(`organizations.csv: nothing about ${unknown.join(', ')}`)

  const suspensions = readTable('memberships/suspensions.csv')
  checkSpells('suspensions.csv', suspensions, (row) => `${row.organization} ${row.id}`)
  return [
    dataModule(
      'src/reference/memberships/data.ts',
      {
        name: 'ORGANIZATIONS',
        says: 'Id, type, founded, dissolved, Wikidata item, other English name, description, names in English, French, Spanish, Russian, Arabic, Chinese.',
        rows: organizations.map((row) => [
          row.id,
          row.type,
          row.founded,
          row.dissolved,
          row.wikidata,
          row.alias,
          row.description,
          row.en,
          ...LANGUAGES.map((language) => row[language]),
        ]),
      },
      {
        name: 'SOURCES',
        says: 'Local id, type, English title, publisher, URL, when published, coverage.',
        rows: sourceRows('memberships'),
      },
      {
        name: 'MEMBERS',
        says: 'Organisation, standing (a member where empty), from, until, source, stance, by whom, note, keys of members.',
        rows: sameBut(members),
      },
      {
        name: 'SUSPENSIONS',
        says: 'Organisation, from, until, source, note, keys of members.',
        rows: sameBut(
          suspensions.map((row) => {
            const slug = slugOf(row.organization)
            if (bySlug.get(slug) !== row.organization) throw new Error(`no organisation ${row.organization}`)
            return [slug, row.from, row.until, source(row.source), row.note, key(row.id)]
          }),
        ),
      },
    ),
  ]
}

function slugOf(id) {
  return id.slice(id.indexOf(':') + 1)
}
