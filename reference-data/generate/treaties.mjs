/** The data module of `treaties()`, from the tables in `reference-data/treaties/`. */
import { checkSpells, jurisdictionKeys, sameBut, sourceRows, sourcesOf } from './spells.mjs'
import { dataModule, readTable } from './tables.mjs'

/** The core's list `obligation`. */
const OBLIGATIONS = ['defence', 'offence', 'neutrality', 'nonaggression', 'consultation']

export function generate() {
  const key = jurisdictionKeys()
  const source = sourcesOf('treaties')
  const treaties = readTable('treaties/treaties.csv')
  const parties = readTable('treaties/parties.csv')
  const suspensions = readTable('treaties/suspensions.csv')
  const organizations = new Map(readTable('memberships/organizations.csv').map((row) => [row.id, row]))
  const known = new Set(treaties.map(({ id }) => id))
  const slug = (id) => {
    if (!known.has(id)) throw new Error(`treaties.csv: no ${id}`)
    return id.slice('treaty:'.length)
  }
  for (const { id, obligations } of treaties) {
    source(`treaty-${slug(id)}`)
    const odd = obligations.split('; ').find((one) => !OBLIGATIONS.includes(one))
    if (odd !== undefined) throw new Error(`treaties.csv: '${odd}' is no obligation (${id})`)
  }
  checkSpells('parties.csv', parties, (row) => `${row.treaty} ${row.id}`)
  checkSpells('treaties/suspensions.csv', suspensions, (row) => `${row.treaty} ${row.subject} ${row.object}`)

  // What treaties are of, or who publishes them: so much of it that they can be loaded without `memberships()`.
  const publishers = readTable('treaties/sources.csv').map(({ publisher }) => publisher)
  const named = [...treaties.map(({ organization }) => organization), ...publishers].filter((id) =>
    id.startsWith('organization:'),
  )
  return [
    dataModule(
      'src/reference/treaties/data.ts',
      {
        name: 'TREATIES',
        says: 'Local id, signed, in force, obligations, English title, other name, organisation, description.',
        rows: treaties.map((row) => [
          slug(row.id),
          row.signed,
          row.inForce,
          row.obligations.replaceAll('; ', ' '),
          row.label,
          row.alias,
          row.organization,
          row.description,
        ]),
      },
      {
        name: 'ORGANIZATIONS',
        says: 'Id, type, English name.',
        rows: [...new Set(named)].sort().map((id) => {
          const row = organizations.get(id)
          if (!row) throw new Error(`organizations.csv: no ${id}`)
          return [id, row.type, row.en]
        }),
      },
      {
        name: 'SOURCES',
        says: 'Local id, type, English title, publisher, URL, when published, coverage.',
        rows: sourceRows('treaties'),
      },
      {
        name: 'PARTIES',
        says: 'Treaty, from, until, source, note, keys of parties.',
        rows: sameBut(
          parties.map((row) => [
            slug(row.treaty),
            row.from,
            row.until,
            source(row.source),
            row.note,
            key(row.id),
          ]),
        ),
      },
      {
        name: 'SUSPENSIONS',
        says: 'Treaty, from, until, source, note, key of who suspends, key of to whom.',
        rows: suspensions.map((row) => [
          slug(row.treaty),
          row.from,
          row.until,
          source(row.source),
          row.note,
          key(row.subject),
          key(row.object),
        ]),
      },
    ),
  ]
}
