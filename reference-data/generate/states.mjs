/** The data modules of `states()`, from the tables in `reference-data/states/`. */
import { dataModule, readTable } from './tables.mjs'

const LANGUAGES = ['ar', 'zh', 'fr', 'ru', 'es']
const MARKS = { alias: '=', former: '-', spelling: '~', place: '!' }
const SCHEMES = { cow: 'c', gw: 'g' }

/** `state:KP` → `KP`, `territory:HK` → `.HK`. */
const keyOf = (id) => id.replace(/^state:/, '').replace(/^territory:/, '.')

export function generate() {
  const jurisdictions = readTable('states/jurisdictions.csv')
  const known = new Set(jurisdictions.map(({ id }) => id))
  if (known.size !== jurisdictions.length) throw new Error('jurisdictions.csv: an id stands twice')
  /** The key of an id that must be known. */
  const key = (id) => {
    if (!known.has(id)) throw new Error(`'${id}' is not in jurisdictions.csv`)
    return keyOf(id)
  }
  const names = new Map(readTable('states/names.csv').map((row) => [row.id, row]))
  const formal = readTable('states/formal-names.csv')
  const path = (name) => `src/reference/states/data/${name}.ts`
  return [
    dataModule(path('jurisdictions'), {
      name: 'JURISDICTIONS',
      says: 'Key (a territory has a dot before), English name, alpha-3, M49, Wikidata items, when the codes are in use.',
      rows: jurisdictions.map((row) => {
        const code = /^(?:state|territory):([A-Z]{2})$/.exec(row.id)?.[1] ?? ''
        if (code !== row.iso2) throw new Error(`${row.id}: its alpha-2 code is not in its id`)
        const name = names.get(row.id)?.en
        if (!name) throw new Error(`${row.id} has no English name`)
        return [key(row.id), name, row.iso3, row.m49, row.wikidata, row.codes_when]
      }),
    }),
    dataModule(path('names'), {
      name: 'NAMES',
      says: 'Key, short names in Arabic, Chinese, French, Russian and Spanish.',
      rows: translations([...names.values()], key),
    }),
    dataModule(path('formal-names'), {
      name: 'FORMAL_NAMES',
      says: 'Key, formal names in Arabic, Chinese, French, Russian and Spanish, where they differ from the short ones.',
      rows: translations(formal, key, names),
    }),
    dataModule(path('english-names'), {
      name: 'ENGLISH_NAMES',
      says: 'Key, other English names: `=` beside the label, `-` former, `~` spellings of lists; `!` the label, where today it means a place.',
      rows: englishNames(names, formal, key),
    }),
    dataModule(path('codes'), {
      name: 'FORMER_CODES',
      says: 'Key, alpha-4 of ISO 3166-3, alpha-2, alpha-3, M49, when they were in use.',
      rows: readTable('states/former-codes.csv').map((row) => [
        key(row.id),
        row.alpha4,
        row.iso2,
        row.iso3,
        row.m49,
        row.when,
      ]),
    }),
    dataModule(path('numbers'), {
      name: 'NUMBERS',
      says: 'Whose number (`c` COW, `g` Gleditsch and Ward, `b` both), number, key, when it is in use.',
      rows: numbers(key),
    }),
    dataModule(path('spells'), {
      name: 'SPELLS',
      says: 'Key, list, spells on it.',
      rows: grouped(
        readTable('states/spells.csv').map((row) => [key(row.id), row.list, `${row.from}/${row.until}`]),
      ),
    }),
    dataModule(
      path('statements'),
      {
        name: 'SUCCESSIONS',
        says: 'Successor, predecessor, kind, from when, stance, by whom, source, method, note.',
        rows: readTable('states/successions.csv').map((row) => [
          key(row.successor),
          key(row.predecessor),
          row.kind,
          row.date,
          row.stance,
          row.by,
          row.source.replace(/^source:/, ''),
          row.method,
          row.note,
        ]),
      },
      {
        name: 'ADMINISTRATIONS',
        says: 'Administrator, territory, basis, when, stance, by whom, source, place in it, method, note.',
        rows: readTable('states/administrations.csv').map((row) => [
          key(row.administrator),
          key(row.territory),
          row.basis,
          row.when,
          row.stance,
          row.by,
          row.source.replace(/^source:/, ''),
          row.at,
          row.method,
          row.note,
        ]),
      },
    ),
    dataModule(
      path('sources'),
      {
        name: 'PUBLISHERS',
        says: 'Id, type, English name.',
        rows: readTable('states/publishers.csv').map((row) => [row.id, row.type, row.label]),
      },
      {
        name: 'SOURCES',
        says: 'Local id, type, English title, publisher, URL, when published, coverage.',
        rows: readTable('states/sources.csv').map((row) => [
          row.id.replace(/^source:/, ''),
          row.type,
          row.label,
          row.publisher,
          row.url,
          row.published,
          row.coverage,
        ]),
      },
    ),
  ]
}

/** Names in the languages other than English; without those that `shorter` has already. */
function translations(rows, key, shorter) {
  return rows
    .map((row) => {
      const short = shorter?.get(row.id)
      return [
        key(row.id),
        ...LANGUAGES.map((language) => (short?.[language] === row[language] ? '' : row[language])),
      ]
    })
    .filter((fields) => fields.slice(1).some((field) => field !== ''))
}

/** English names but for the label, each once, in the order of the tables. */
function englishNames(names, formal, key) {
  const all = new Map([...names.keys()].map((id) => [id, new Map()]))
  const add = (id, text, mark) => {
    key(id)
    if ((text !== names.get(id).en || mark === MARKS.place) && !all.get(id).has(text))
      all.get(id).set(text, mark)
  }
  for (const row of formal) add(row.id, row.en, MARKS.alias)
  for (const row of readTable('states/english-names.csv')) {
    if (MARKS[row.kind] === undefined) throw new Error(`english-names.csv: '${row.kind}' is no kind`)
    add(row.id, row.name, MARKS[row.kind])
  }
  return [...all]
    .filter(([, texts]) => texts.size > 0)
    .map(([id, texts]) => [key(id), ...[...texts].map(([text, mark]) => mark + text)])
}

/** Rows that are the same in both schemes stand once. */
function numbers(key) {
  const schemes = new Map()
  for (const { scheme, number, id, when } of readTable('states/numbers.csv')) {
    if (SCHEMES[scheme] === undefined) throw new Error(`numbers.csv: '${scheme}' is no scheme`)
    const row = [number, key(id), when].join(';')
    schemes.set(row, (schemes.get(row) ?? '') + SCHEMES[scheme])
  }
  return [...schemes].map(([row, marks]) => [marks.length > 1 ? 'b' : marks, ...row.split(';')])
}

/** One row for all that have the first two fields in common, with the others in their order in time. */
function grouped(rows) {
  const groups = new Map()
  for (const [first, second, third] of rows) {
    const group = `${first};${second}`
    groups.set(group, [...(groups.get(group) ?? [first, second]), third])
  }
  return [...groups.values()].map(([first, second, ...others]) => [first, second, ...others.sort()])
}
