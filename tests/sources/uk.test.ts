import { readFileSync } from 'node:fs'
import { readUkCsv, readUkXml, readUnXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from './loaded'

const fixture = (name: string) => readFileSync(`tests/fixtures/uk/${name}`)
const AFG0055 = fixture('uksl-xml-AFG0055.xml')
const OFSI = fixture('ofsi-conlist-excerpt-2026-08-02.xml')
const XML = fixture('made-up.xml')
const CSV = fixture('made-up.csv')
const csv = CSV.toString('utf8')
const bare = (codes: readonly string[]) => codes.map((code) => code.replace(/^\d+ /, ''))

// Expected values are read off the fixtures by hand.

describe('the UK Sanctions List in XML', () => {
  it('gives the entry that was published', async () => {
    const { kg, report, listings, links } = await loaded(readUkXml(AFG0055, { published: '2026-05-01' }))
    expect(report.errors).toBe(0)
    expect(report.dropped).toBe(0)
    expect(kg.entity('uk:AFG0055')).toMatchObject({
      type: 'Person',
      label: { und: 'NAJIBULLAH HAQQANI HIDAYATULLAH' },
      born: '1971',
      gender: 'male',
      addresses: [{ text: 'Kabul', country: 'Afghanistan' }],
      identifiers: [
        // The excerpt says "Afghan national ID card": a country that is not named is not guessed.
        { scheme: 'national-id', value: '545167' },
        { scheme: 'passport', value: 'D0009871', country: 'AF' },
      ],
      extra: {
        updated: ['2026-04-29'],
        placesOfBirth: [{ town: 'Moni village, Shigal District, Kunar Province', country: 'Afghanistan' }],
      },
    })
    expect(links('citizenOf')).toEqual(['uk:AFG0055 → state:AF'])
    expect(listings('uk:AFG0055')).toMatchObject([
      {
        subject: 'state:GB',
        programme: 'programme:uk-the-afghanistan-sanctions-eu-exit-regulations-2020',
        occurrence: '',
        claims: [
          {
            entry: 'AFG0055',
            listed: '2001-02-23',
            when: '2001-02-23/..',
            list: 'source:uk-sanctions-list',
            authority: 'agency:fcdo',
            legalBasis: 'The Afghanistan (Sanctions) (EU Exit) Regulations 2020',
            measures: ['not-stated'],
            source: 'source:uk-sanctions-list-2026-05-01',
          },
        ],
      },
    ])
  })

  it('keeps everything of a person', async () => {
    const { kg, listings, codes } = await loaded(readUkXml(XML))
    const emil = kg.entity('uk:AFG9001')
    expect(emil).toMatchObject({
      label: { und: 'EMIL ERICH EXAMPLE' },
      sameAs: ['un:TAi.901'],
      born: '[1945,1946-03,1958-03-01]',
      description: { en: 'Treasurer of the Examples.' },
      extra: {
        titles: ['Dr', 'Colonel'],
        positions: ['Treasurer'],
        nationality: ['Utopia'],
        datesOfBirth: ['31/02/1960'],
        placesOfBirth: [{ town: 'Here', country: 'Afghanistan' }, { town: 'There' }],
        sanctionsImposed: ['Asset freeze', 'Travel Ban', 'Moon embargo'],
        designationSource: ['UN'],
        other: { ShoeSize: ['43'] },
      },
    })
    expect(new Set(emil?.names)).toEqual(
      new Set([
        { text: 'EMIL ERICH EXAMPLE', kind: 'primary' },
        { text: 'Emilio', kind: 'weak' },
        { text: 'Emile Example', kind: 'alias' },
        { text: 'E. Beispiel', kind: 'alias' },
        { text: 'Эмиль Пример', lang: 'ru', script: 'Cyrl', kind: 'alias' },
      ]),
    )
    expect(new Set(emil?.identifiers)).toEqual(
      new Set([
        { scheme: 'passport', value: 'P1', country: 'AF' },
        { scheme: 'passport', value: 'P2', valid: false },
        { scheme: 'national-id', value: '12345' },
        { scheme: 'phone', value: '+93 1' },
        { scheme: 'phone', value: '+93 2' },
        { scheme: 'email', value: 'a@example.org' },
        { scheme: 'email', value: 'b@example.org' },
        { scheme: 'website', value: 'https://example.org' },
        { scheme: 'x-ofsi-group', value: '99001' },
      ]),
    )
    expect(new Set(emil?.addresses)).toEqual(
      new Set([
        { text: '1 Example Street, Kabul', postcode: '1001', country: 'Afghanistan' },
        { country: 'Pakistan' },
      ]),
    )
    expect(listings('uk:AFG9001')[0]?.claims[0]).toMatchObject({
      measures: ['asset-freeze', 'other', 'travel-ban'],
      reason: { en: 'He lent money to an example.' },
      source: 'source:uk-sanctions-list-2026-08-20',
    })
    // Utopia, the Moon embargo; 31 February; the entry without a key, which begins on line 93.
    expect(codes.filter((code) => code.startsWith('4 ')).sort()).toEqual([
      '4 bad-date',
      '4 unmapped',
      '4 unmapped',
    ])
    expect(codes).toContain('93 bad-id')
  })

  it('gives companies their numbers and ships their flag; the UN number of a ship is its owner’s', async () => {
    const { kg, links, listings } = await loaded(readUkXml(XML))
    expect(kg.entity('uk:RUS9002')).toMatchObject({
      type: 'Organization',
      identifiers: [
        { scheme: 'registration', value: 'BR-99-XY' },
        { scheme: 'tax', value: '7700000000' },
      ],
      extra: { parentCompanies: ['Example Holding'], subsidiaries: ['Example Tools'] },
    })
    expect(listings('uk:RUS9002')[0]?.claims[0]?.measures).toEqual(['asset-freeze', 'other', 'services-ban'])
    expect(kg.entity('uk:DPR9003')).toMatchObject({
      type: 'Vessel',
      identifiers: [{ scheme: 'imo', value: '9999993' }],
      extra: {
        unReference: ['KPe.056'],
        ship: {
          type: ['Bulk carrier'],
          tonnage: ['7078'],
          yearBuilt: ['2011'],
          previousFlags: ['India'],
          currentOwnersOrOperators: ['Sample Shipping'],
        },
      },
    })
    expect(kg.entity('uk:DPR9003')?.sameAs).toBeUndefined()
    expect(links('flaggedBy')).toEqual(['uk:DPR9003 → state:KM'])
    expect(listings('uk:DPR9003')[0]?.claims[0]?.measures).toEqual(['transportation-restrictions'])
  })
})

describe('the closed list of OFSI', () => {
  it('puts its rows together by group', async () => {
    const { kg, report, listings, links } = await loaded(readUkXml(OFSI, { published: '2026-08-02' }))
    expect(report.errors).toBe(0)
    expect(kg.entity('uk:IRQ0140')).toMatchObject({
      type: 'Person',
      sameAs: ['un:IQi.079'],
      identifiers: [{ scheme: 'x-ofsi-group', value: '8384' }],
    })
    expect(new Set(kg.entity('uk:IRQ0140')?.names?.map(({ text }) => text))).toEqual(
      new Set(['Rudi Saliwa', 'Rudi Slaiwah', 'Rudi Untaywan Slaywah']),
    )
    expect(listings('uk:IRQ0140')).toMatchObject([
      {
        subject: 'state:GB',
        claims: [
          {
            listed: '2004-06-02',
            list: 'source:uk-ofsi-consolidated-list',
            authority: 'agency:ofsi',
            measures: ['asset-freeze'],
          },
        ],
      },
    ])
    expect(kg.entity('uk:DPR0096')).toMatchObject({
      type: 'Vessel',
      label: { und: 'Jujakbong5' },
      extra: { ship: { previousFlags: ['Togo'], yearBuilt: ['1987'] } },
    })
    expect(kg.entity('uk:DPR0096')?.identifiers).toContainEqual({ scheme: 'imo', value: '8712362' })
    expect(links('flaggedBy')).toEqual(['uk:DPR0096 → state:KP'])
  })

  it('puts rows together wherever they stand', async () => {
    const rows =
      OFSI.toString('utf8').match(/<FinancialSanctionsTarget>.*?<\/FinancialSanctionsTarget>/gs) ?? []
    const [a, b, c, ship] = rows
    const mixed = `<ArrayOfFinancialSanctionsTarget>${a}${ship}${b}${c}</ArrayOfFinancialSanctionsTarget>`
    const { kg, codes } = await loaded(readUkXml(mixed))
    expect(codes).toEqual([])
    expect(kg.entity('uk:IRQ0140')?.names).toHaveLength(3)
  })
})

describe('the UK Sanctions List as CSV', () => {
  it('puts rows together, wherever they stand', async () => {
    const { kg, codes, listings } = await loaded(readUkCsv(CSV))
    expect(codes).toEqual([])
    const emil = kg.entity('uk:AFG9001')
    expect(emil).toMatchObject({
      type: 'Person',
      born: '[1945,1958-03-01]',
      sameAs: ['un:TAi.901'],
      gender: 'male',
    })
    expect(new Set(emil?.names)).toEqual(
      new Set([
        { text: 'EMIL ERICH EXAMPLE', kind: 'primary' },
        { text: 'Emilio', kind: 'weak' },
      ]),
    )
    expect(emil?.addresses).toHaveLength(2)
    expect(listings('uk:AFG9001')).toHaveLength(1)
    expect(listings('uk:AFG9001')[0]?.claims).toMatchObject([
      {
        source: 'source:uk-sanctions-list-2026-06-24',
        listed: '2001-01-25',
        measures: ['asset-freeze', 'travel-ban'],
      },
    ])
    expect(kg.entity('uk:RUS9002')?.label).toEqual({ und: 'EXAMPLE WORKS, "LLC"' })
    expect(listings('uk:RUS9002')[0]?.claims[0]?.reason).toEqual({ en: 'On two\nlines.' })
    expect(kg.entity('uk:DPR9003')).toMatchObject({ type: 'Vessel' })
  })

  it('gives the same party and listing as the XML', async () => {
    const [one, other] = await Promise.all([loaded(readUkXml(XML)), loaded(readUkCsv(CSV))])
    for (const id of ['uk:AFG9001', 'uk:RUS9002', 'uk:DPR9003']) {
      expect(one.listings(id)[0]?.id).toBe(other.listings(id)[0]?.id)
      expect(one.listings(id)[0]?.id).toMatch(/^stmt:/)
    }
  })

  it('tells of a column that is called otherwise, with what it may be', async () => {
    const records = readUkCsv(
      csv.replace(',D.O.B,', ',Date of Birth (D.O.B.),').replace(',Gender,', ',Genders,'),
    )
    const { kg, report } = await loaded(records)
    expect(records.issues.map(({ code, message, hint }) => [code, message, hint])).toEqual([
      ['missing-field', "there is no column 'D.O.B'", undefined],
      ['missing-field', "there is no column 'Gender'", "is it 'Genders'?"],
      [
        'unknown-field',
        "the column 'Date of Birth (D.O.B.)' is not known; it is kept under extra",
        undefined,
      ],
      ['unknown-field', "the column 'Genders' is not known; it is kept under extra", 'did you mean Gender?'],
    ])
    expect(report.errors).toBe(0)
    expect(kg.entity('uk:AFG9001')?.extra?.other).toEqual({
      'Date of Birth (D.O.B.)': ['dd/mm/1945', '01/03/1958'],
      Genders: ['Male'],
    })
  })

  it('does not read without the column that tells entries apart', async () => {
    const records = readUkCsv(csv.replace('Unique ID', 'Unique Ident'))
    const { report } = await loaded(records)
    expect(report.entities).toBe(0)
    expect(records.issues.map(({ code, line, hint }) => [code, line, hint])).toEqual([
      ['wrong-format', 2, "is it 'Unique Ident'?"],
    ])
  })

  it('keeps the rows around one whose quote is never closed', async () => {
    const broken = csv.replace('RUS9002,,,"EXAMPLE WORKS, ""LLC"""', 'RUS9002,,,"EXAMPLE WORKS')
    expect(broken).not.toBe(csv)
    const { kg, codes } = await loaded(readUkCsv(broken))
    expect(kg.entity('uk:AFG9001')).toBeDefined()
    expect(kg.entity('uk:DPR9003')).toBeDefined()
    expect(bare(codes)).toContain('bad-csv')
  })

  it('reads Windows-1252 where that is said, and tells where it is not', async () => {
    const latin = Buffer.from(
      csv.replace('EXAMPLE STREET', '').replace('1 Example Street', '1 Exämple Street'),
      'latin1',
    )
    const said = await loaded(readUkCsv(latin, { encoding: 'windows-1252' }))
    expect(said.kg.entity('uk:AFG9001')?.addresses).toContainEqual(
      expect.objectContaining({ text: '1 Exämple Street, Kabul' }),
    )
    const { codes } = await loaded(readUkCsv(latin))
    expect(bare(codes)).toContain('bad-encoding')
  })

  it.each([
    ['a list in XML', XML],
    ['a page', Buffer.from('<html><body>503</body></html>')],
    ['another table', Buffer.from('a,b,c\n1,2,3\n')],
    ['nothing', Buffer.from('')],
    ['an archive', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
  ])('refuses %s', async (_, input) => {
    const { codes, report } = await loaded(readUkCsv(input))
    expect(bare(codes)).toEqual(['wrong-format'])
    expect(report.entities).toBe(0)
  })
})

describe('across lists', () => {
  it('is one person who is on the list of the UK and on that of the United Nations, by reference', async () => {
    const un = `<CONSOLIDATED_LIST dateGenerated="2026-01-01T00:00:00Z"><INDIVIDUALS><INDIVIDUAL>
      <FIRST_NAME>EMIL</FIRST_NAME><UN_LIST_TYPE>Taliban</UN_LIST_TYPE><REFERENCE_NUMBER>TAi.901</REFERENCE_NUMBER>
      <LISTED_ON>2001-01-25</LISTED_ON></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`
    for (const order of [
      [readUnXml(un), readUkXml(XML)],
      [readUkXml(XML), readUnXml(un)],
    ]) {
      const { kg } = await loaded(order)
      expect(kg.entity('uk:AFG9001')?.id).toBe(kg.entity('un:TAi.901')?.id)
      const senders = [...kg.statements()].filter(
        ({ relation, object }) => relation === 'designates' && object === kg.entity('uk:AFG9001')?.id,
      )
      expect(senders.map(({ subject }) => subject).sort()).toEqual(['organization:un', 'state:GB'])
    }
  })
})

describe('bad XML', () => {
  it('refuses another list, and reads one that is cut off as far as it goes', async () => {
    expect(bare((await loaded(readUkXml('<sdnList/>'))).codes)).toEqual(['wrong-format'])
    const cut = XML.toString('utf8')
    const { kg, codes } = await loaded(readUkXml(cut.slice(0, cut.indexOf('DPR9003'))))
    expect(kg.entity('uk:RUS9002')).toBeDefined()
    expect(bare(codes)).toContain('cut-off')
    // What is wrong is told once, though the file is read twice.
    expect(bare(codes).filter((code) => code === 'cut-off')).toHaveLength(1)
  })

  it('says what a stream is that is something else', async () => {
    const stream = (async function* () {
      yield '<html><body>503'
      yield '</body></html>'
    })()
    const records = readUkXml(stream)
    await loaded(records)
    expect(records.issues.map(({ message }) => message)).toEqual(['this is an HTML page, not data'])
  })

  it('gives each party once where a stream is read, which comes once', async () => {
    const stream = (async function* () {
      for (let at = 0; at < XML.length; at += 100) yield XML.subarray(at, at + 100)
    })()
    const { kg } = await loaded(readUkXml(stream))
    expect([...kg.entities()].filter(({ id }) => id.startsWith('uk:'))).toHaveLength(3)
  })
})
