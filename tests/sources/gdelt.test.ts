import { readFileSync } from 'node:fs'
import {
  type ClaimRecord,
  core,
  createGraph,
  type Graph,
  PrefixMap,
  RecordReader,
  type StatementRecord,
} from 'statecraft'
import {
  CAMEO_RULES,
  cameoRule,
  type GdeltCounts,
  type GdeltOptions,
  readGdeltEvents,
} from 'statecraft/sources'
import { describe, expect, test } from 'vitest'

const EXCERPT = readFileSync('tests/fixtures/gdelt/20191024143000.excerpt.export.CSV', 'utf8')

/** A row of an export; other columns are empty. */
function row(fields: {
  readonly id?: string
  readonly day?: string
  readonly from?: string
  readonly to?: string
  readonly code: string
  readonly root?: string
  readonly added?: string
  readonly url?: string
  readonly mentions?: string
}): string {
  const { id = '900000001', day = '20191024', from = 'BLR', to = 'RUS', code } = fields
  const {
    root = code.slice(0, 2),
    added = '20191024143000',
    url = 'https://example.org/a',
    mentions = '2',
  } = fields
  const cells = new Array<string>(61).fill('')
  const set = {
    0: id,
    1: day,
    5: from,
    7: from,
    15: to,
    17: to,
    26: code,
    28: root,
    31: mentions,
    59: added,
    60: url,
  }
  return `${Object.assign(cells, set).join('\t')}\n`
}

async function read(input: Parameters<typeof readGdeltEvents>[0], options: GdeltOptions = {}) {
  const records = readGdeltEvents(input, options)
  const all: { readonly [field: string]: unknown }[] = []
  for await (const record of records) all.push(record)
  const statements = all.filter((record) => 'relation' in record) as unknown as StatementRecord[] // by their key
  return { all, statements, issues: records.issues }
}

const count = (view: Pick<Graph, 'statements'>) => [...view.statements()].length

const inShort = ({ relation, subject, object, occurrence, claims, form }: StatementRecord) =>
  [claims[0]!.stance, subject, relation, object, form, occurrence].filter(Boolean).join(' ')

describe('events of an export', () => {
  // Counted in Python from the rows and the list of codes in the documentation, with ISO 3166 for the states.
  test('are read, joined by day, pair and root code, and counted', async () => {
    let counts: GdeltCounts | undefined
    const { statements, issues } = await read(EXCERPT, {
      onCounts: (found) => {
        counts = found
      },
    })
    expect(counts).toMatchObject({
      events: 75,
      pairs: 59,
      taken: 42,
      byRelation: { accuses: 2, attacks: 5, cooperatesWith: 2, meets: 8, threatens: 1, visits: 11 },
      byUnmappedCode: { '010': 2, '026': 3, '050': 2, '086': 5, '110': 1 },
    })
    expect(statements.map(inShort).sort()).toEqual([
      'announces state:AE meets state:US 2019-10-24',
      'announces state:AU meets state:GB 2019-10-24',
      'announces state:BR meets state:CN 2019-09-24',
      'announces state:BY cooperatesWith state:RU 2019-10-24',
      'asserts state:AF attacks state:US 2019-10-24',
      'asserts state:AF meets state:RU 2019-10-24',
      'asserts state:AT attacks state:AF 2019-10-24',
      'asserts state:AU attacks state:IT 2019-10-24',
      'asserts state:BR visits state:CN 2019-10-24',
      'asserts state:BY accuses state:LT 2019-10-24',
      'asserts state:CA threatens state:AU 2018-10-24',
      'asserts state:CN meets state:US 2019-10-23',
      'asserts state:CN visits state:BR 2019-10-24',
      'asserts state:GB visits state:BE 2019-10-24',
      'asserts state:GB visits state:SA 2019-09-24',
      'asserts state:RU meets state:SY 2019-10-23',
      'asserts state:RU meets state:TR 2019-10-23',
    ])
    expect(issues.map(({ code, message }) => `${code}: ${message}`).sort()).toEqual([
      'unmapped: 010 (make public statement): what is stated is not coded: 2 events',
      'unmapped: 026 (appeal): a request, whatever the answer: 3 events',
      'unmapped: 050 (engage in diplomatic cooperation): it is not coded over what, or for how long: 2 events',
      'unmapped: 086 (yield): to ease something is not to end or suspend it: 5 events',
      'unmapped: 110 (disapprove): neither denounced nor accused: 1 event',
      'unmapped: the country code AFR (Africa) is no state: 17 events',
    ])
  })

  test('of regions and territories are taken where that is asked', async () => {
    let counts: GdeltCounts | undefined
    const { statements, issues } = await read(EXCERPT, {
      pairs: 'different-countries',
      onCounts: (found) => {
        counts = found
      },
    })
    expect(counts).toMatchObject({ pairs: 59, taken: 59 })
    expect(counts!.byRelation).toEqual({
      accuses: 2,
      attacks: 5,
      cooperatesWith: 2,
      meets: 10,
      threatens: 2,
      visits: 13,
    })
    expect(Object.values(counts!.byUnmappedCode).reduce((a, b) => a + b)).toBe(25)
    expect(statements).toHaveLength(21)
    expect(statements.map(inShort)).toContain('asserts grouping:africa threatens state:RU 2019-10-24')
    expect(issues.some(({ message }) => message.includes('AFR'))).toBe(false)
  })

  test('load without an error, and lose nothing on the way', async () => {
    const kg = createGraph()
    const report = await kg.load(readGdeltEvents(EXCERPT, { pairs: 'different-countries' }))
    expect(report.errors).toBe(0)
    expect(report.counts).toEqual({ unmapped: 10 })
    expect(count(kg)).toBe(21)

    const found: string[] = []
    const reader = new RecordReader(core, {
      prefixes: new PrefixMap(),
      report: ({ message }) => found.push(message),
    })
    const { all } = await read(EXCERPT, { pairs: 'different-countries' })
    for (const record of all) {
      // Entities come from the reference data, whose lists of identifiers a reader puts in order.
      const kept = reader.read(record)
      expect(kept).toMatchObject('relation' in record ? record : { id: record.id, label: record.label })
    }
    expect(found).toEqual([])
  })

  test('tell number, mentions, codes, actors and articles in one claim, by machine, on that day', async () => {
    const { statements } = await read(EXCERPT)
    const visit = statements.find(({ subject, object }) => subject === 'state:GB' && object === 'state:SA')!
    // The rows of 24 September 2019 between GBR and SAU: two make a visit (042), two host one (043).
    const rows = EXCERPT.split('\n').map((line) => line.split('\t'))
    const same = rows.filter(
      (cells) => cells[1] === '20190924' && ['GBR SAU', 'SAU GBR'].includes(`${cells[7]} ${cells[17]}`),
    )
    expect(same).toHaveLength(4)
    expect(visit.claims).toEqual([
      {
        stance: 'asserts',
        source: 'source:gdelt-2-events',
        at: `event ${same[0]![0]}`,
        said: '2019-10-24',
        method: 'machine',
        when: '2019-09-24',
        extra: {
          rootCode: '04',
          codes: { '042': 2, '043': 2 },
          events: same.map(([id]) => id),
          mentions: same.reduce((sum, cells) => sum + Number(cells[31]), 0),
          actors: [...new Set(same.map((cells) => `${cells[5]} ${cells[15]}`))],
          articles: [...new Set(same.map((cells) => cells[60]))],
        },
      },
    ])
  })

  test('are certain on their day, and on no other', async () => {
    const kg = createGraph()
    await kg.load(readGdeltEvents(row({ code: '042' })))
    const on = (asOf: string) => count(kg.view({ asOf, certain: true }))
    expect([on('2019-10-23'), on('2019-10-24'), on('2019-10-25')]).toEqual([0, 1, 0])
  })
})

describe('codes of CAMEO', () => {
  test.each([
    ['04', 'asserts state:BY meets state:RU 2019-10-24'],
    ['041', 'asserts state:BY meets state:RU 2019-10-24'],
    ['042', 'asserts state:BY visits state:RU 2019-10-24'],
    ['043', 'asserts state:RU visits state:BY 2019-10-24'],
    ['057', 'asserts state:BY meets state:RU 2019-10-24'],
    ['030', 'announces state:BY cooperatesWith state:RU 2019-10-24'],
    ['0312', 'announces state:BY cooperatesWith state:RU 2019-10-24'],
    ['032', 'announces state:BY supports state:RU diplomatic 2019-10-24'],
    ['0331', 'announces state:BY aids state:RU economic 2019-10-24'],
    ['0334', 'announces state:BY aids state:RU 2019-10-24'],
    ['036', 'announces state:BY meets state:RU 2019-10-24'],
    ['070', 'asserts state:BY aids state:RU 2019-10-24'],
    ['071', 'asserts state:BY aids state:RU economic 2019-10-24'],
    ['072', 'asserts state:BY aids state:RU military 2019-10-24'],
    ['073', 'asserts state:BY aids state:RU humanitarian 2019-10-24'],
    ['111', 'asserts state:BY condemns state:RU 2019-10-24'],
    ['1121', 'asserts state:BY accuses state:RU 2019-10-24'],
    ['139', 'asserts state:BY threatens state:RU 2019-10-24'],
    ['163', 'asserts state:BY sanctions state:RU 2019-10-24'],
    ['180', 'asserts state:BY attacks state:RU 2019-10-24'],
    ['195', 'asserts state:BY attacks state:RU 2019-10-24'],
    ['2042', 'asserts state:BY attacks state:RU 2019-10-24'],
  ])('%s: %s', async (code, expected) => {
    const { statements, all, issues } = await read(row({ code, root: code.slice(0, 2) }))
    expect(statements.map(inShort)).toEqual([expected])
    expect(issues).toEqual([])
    expect(createGraph().load(all)).toMatchObject({ errors: 0, warnings: 0 })
  })

  test.each([
    '012',
    '0233',
    '034',
    '0354',
    '037',
    '050',
    '061',
    '075',
    '085',
    '091',
    '100',
    '110',
    '113',
    '120',
    '129',
  ])('%s has no counterpart', async (code) => {
    const { statements, issues } = await read(row({ code }))
    expect(statements).toEqual([])
    expect(issues).toMatchObject([{ code: 'unmapped', severity: 'warning', line: 1 }])
  })

  test.each(['141', '150', '160', '162', '170', '172', '1723', '21', '999', '---', '__proto__', ''])(
    "'%s' has no counterpart, either",
    async (code) => {
      const { statements, issues } = await read(row({ code, root: '17' }))
      expect(statements).toEqual([])
      expect(issues).toMatchObject([{ code: 'unmapped' }])
    },
  )

  test('a rejection is no denial, and a curfew no sanction', () => {
    expect(cameoRule('1243')?.meaning).toBeUndefined()
    expect(cameoRule('1723')?.meaning).toBeUndefined()
  })

  test('an intent is announced by the actor itself, and passed on by GDELT', async () => {
    const { statements } = await read(row({ code: '036', from: 'RUS', to: 'BLR' }))
    expect(statements[0]).toMatchObject({
      subject: 'state:BY',
      claims: [{ stance: 'announces', by: 'state:RU', via: 'organization:gdelt' }],
    })
  })

  test('two who each announce a meeting are two claims of one statement', async () => {
    const both = row({ code: '036' }) + row({ id: '900000002', code: '036', from: 'RUS', to: 'BLR' })
    const kg = createGraph()
    await kg.load(readGdeltEvents(both))
    const [only, ...others] = kg.statements()
    expect(others).toEqual([])
    expect(only!.claims.map(({ by }) => by).sort()).toEqual(['state:BY', 'state:RU'])
  })

  test('are the table of the documentation', () => {
    const docs = readFileSync('docs/sources/gdelt.md', 'utf8')
    for (const { code, title, meaning, why } of CAMEO_RULES) {
      const ends = meaning?.reversed ? ', the second the subject' : ''
      const form = meaning?.qualifiers?.form ? `, form ${meaning.qualifiers.form}` : ''
      const measures = meaning?.details?.measures ? `, measures ${meaning.details.measures.join()}` : ''
      const what = meaning
        ? `\`${meaning.relation}\`${form}${measures}${ends} | ${meaning.stance}`
        : `none: ${why} |`
      expect(docs).toContain(`| ${code} | ${title} | ${what}`)
    }
    expect(docs.match(/^\| \d{2,4} \|/gm)).toHaveLength(CAMEO_RULES.length)
  })
})

describe('actors', () => {
  test.each([
    ['ROM', 'state:RO'],
    ['TMP', 'state:TL'],
    ['MTN', 'state:ME'],
    ['PSE', 'state:PS'],
    ['TWN', 'state:TW'],
    ['COD', 'state:CD'],
    ['AUT', 'state:AT'],
  ])('%s is %s', async (code, id) => {
    const { statements } = await read(row({ code: '042', from: code, to: 'RUS' }))
    expect(statements[0]!.subject).toBe(id)
  })

  test.each(['EUR', 'WST', 'HKG', 'GZS', 'XYZ', 'rus', '__p'])('%s is no state', async (code) => {
    const { statements, issues } = await read(row({ code: '042', from: code, to: 'RUS' }))
    expect(statements).toEqual([])
    expect(issues).toMatchObject([{ code: 'unmapped', message: expect.stringContaining(code) }])
  })

  test.each([
    ['', 'RUS'],
    ['RUS', ''],
    ['RUS', 'RUS'],
    ['', ''],
  ])("'%s' and '%s' are no pair, and no trouble", async (from, to) => {
    const { statements, issues } = await read(row({ code: '190', from, to }))
    expect([statements, issues]).toEqual([[], []])
  })

  test('a territory imposes no sanctions: the relation does not take it', async () => {
    const { issues } = await read(row({ code: '163', from: 'HKG' }), { pairs: 'different-countries' })
    expect(issues).toMatchObject([{ code: 'unmapped', message: expect.stringMatching(/^163 .*Hong Kong/) }])
  })
})

describe('files', () => {
  const file = (name: string, text: string) => ({
    name,
    async *bytes() {
      yield text
    },
  })

  test('of one day are joined; what was taken up on another day is another claim', async () => {
    const one = file('a.export.CSV', row({ id: '1', code: '040' }))
    const two = file(
      'b.export.CSV',
      row({ id: '2', code: '041' }) + row({ id: '3', code: '040', added: '20191025000000' }),
    )
    const { statements } = await read([one, two])
    const claims = statements.flatMap(({ claims }) => claims)
    expect(claims.map(({ at, said, extra }: ClaimRecord) => [at, said, extra?.events])).toEqual([
      ['event 1', '2019-10-24', ['1', '2']],
      ['event 3', '2019-10-25', ['3']],
    ])
    const kg = createGraph()
    await kg.load(readGdeltEvents([one, two]))
    expect(count(kg)).toBe(1)
  })

  test('events of two root codes that say the same are two claims', async () => {
    const kg = createGraph()
    await kg.load(readGdeltEvents(row({ id: '1', code: '183' }) + row({ id: '2', code: '190' })))
    const [only] = kg.statements()
    expect(only!.claims.map(({ at }) => at).sort()).toEqual(['event 1', 'event 2'])
  })

  test('with a row of names, or with Windows line ends, are read', async () => {
    const names = ['GLOBALEVENTID', ...new Array(60).fill('X')].join('\t')
    const { statements, issues } = await read(`${names}\r\n${row({ code: '042' }).replace('\n', '\r\n')}`)
    expect([statements.length, issues]).toEqual([1, []])
  })

  test('an event that is there twice is taken once, and told', async () => {
    const { statements, issues } = await read(row({ code: '042' }) + row({ code: '042' }))
    expect(statements[0]!.claims[0]!.extra).toMatchObject({ events: ['900000001'], mentions: 2 })
    expect(issues).toMatchObject([{ code: 'conflict', line: 2 }])
  })

  test('are told with their line where they are bad, and good rows around are kept', async () => {
    const rows = [
      row({ id: '1', code: '042' }),
      'one\ttwo\n',
      row({ id: '3', code: '042', day: '20190230', from: 'USA' }),
      row({ id: '4', code: '042', added: 'yesterday' }),
      row({ id: 'x', code: '042' }),
      row({ id: '6', code: '042', from: 'FRA', url: 'not "closed' }),
    ]
    const { statements, issues } = await read(rows.join(''))
    expect(statements.map(({ subject }) => subject)).toEqual(['state:BY', 'state:FR'])
    expect(issues.map(({ code, line }) => [code, line])).toEqual([
      ['bad-csv', 2],
      ['bad-date', 3],
      ['bad-date', 4],
      ['bad-value', 5],
    ])
  })

  test('that are cut off lose their last row', async () => {
    const { statements, issues } = await read(
      (row({ code: '042' }) + row({ id: '2', code: '190' })).slice(0, -60),
    )
    expect(statements).toHaveLength(1)
    expect(issues).toMatchObject([{ code: 'cut-off', line: 2 }])
  })

  test.each([
    ['GDELT 1.0', `${new Array(58).fill('1').join('\t')}\n`, /1\.0/],
    ['a Knowledge Graph', `20191024143000-0\t${new Array(26).fill('').join('\t')}\n`, /Knowledge Graph/],
    ['commas', `1,20191024${','.repeat(59)}\n`, /no export/],
    ['a web page', '<!DOCTYPE html><html></html>', /HTML/],
  ])('of %s are refused', async (_, text, message) => {
    const { statements, issues } = await read(text)
    expect(statements).toEqual([])
    expect(issues).toMatchObject([{ code: 'wrong-format', message: expect.stringMatching(message) }])
  })

  test('whose codes a spreadsheet took for numbers are mended, and told once', async () => {
    const rows = row({ id: '1', code: '42', root: '4' }) + row({ id: '2', code: '36', root: '3' })
    const { statements, issues } = await read(rows)
    expect(statements.map(({ relation }) => relation)).toEqual(['visits', 'meets'])
    expect(issues).toMatchObject([{ code: 'bad-value', line: 1 }])
  })

  test('that are empty say nothing', async () => {
    const { all, issues } = await read('')
    expect([all.map(({ type }) => type), issues]).toEqual([['Organization', 'Dataset'], []])
  })
})
