import { readFileSync } from 'node:fs'
import { readUnXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from './loaded'

const fixture = (name: string) => readFileSync(`tests/fixtures/un/${name}`)
const EXCERPT = fixture('consolidated-2025-04-19.excerpt.xml')
const MADE_UP = fixture('made-up.xml')

// Expected values are read off the fixtures by hand.

describe('the list of the Security Council, six entries as published', () => {
  it('gives its parties, with nothing dropped', async () => {
    const { kg, report } = await loaded(readUnXml(EXCERPT))
    expect(report.errors).toBe(0)
    expect(report.dropped).toBe(0)
    const ids = [...kg.entities()].map(({ id }) => id).filter((id) => id.startsWith('un:'))
    // KPe.027 is cited, and not in the excerpt.
    expect(ids.sort()).toEqual([
      'un:GBi.004',
      'un:IQe.200',
      'un:KPe.007',
      'un:KPe.027',
      'un:KPe.056',
      'un:LYi.019',
      'un:TAi.005',
    ])
    expect(kg.entity('un:TAi.005')).toMatchObject({
      type: 'Person',
      label: { und: 'MUHAMMAD TAHER ANWARI' },
      born: '1961~',
      sources: ['source:un-consolidated-list-2025-04-19'],
      extra: {
        titles: ['Mullah'],
        designations: [
          'a) Director of Administrative Affairs under the Taliban regime',
          'Minister of Finance under the Taliban regime',
        ],
        updated: ['2003-09-03', '2007-07-09', '2007-09-21', '2011-11-29'],
        placesOfBirth: [{ city: 'Zurmat District', region: 'Paktia Province', country: 'Afghanistan' }],
        links: ['https://www.interpol.int/en/How-we-work/Notices/View-UN-Notices-Individuals'],
      },
    })
    const names = kg.entity('un:TAi.005')?.names ?? []
    expect(new Set(names)).toEqual(
      new Set([
        { text: 'MUHAMMAD TAHER ANWARI', kind: 'primary' },
        { text: 'محمد طاهر أنوري', script: 'Arab', kind: 'primary' },
        { text: 'Mohammad Taher Anwari', kind: 'alias' },
        { text: 'Muhammad Tahir Anwari', kind: 'alias' },
        { text: 'Mohammad Tahre Anwari', kind: 'alias' },
        { text: 'Haji Mudir', kind: 'weak' },
      ]),
    )
    expect(kg.entity('un:KPe.056')).toMatchObject({
      type: 'Organization',
      addresses: [
        { street: 'Kalrimgil 2-dong, Mangyongdae-guyok', region: 'Pyongyang' },
        { street: 'Saemaul 2-dong, Pyongchon-guyok', region: 'Pyongyang' },
      ],
    })
    expect(kg.entity('un:IQe.200')?.names).toContainEqual({ text: 'LOGARCHEO AG', kind: 'former' })
  })

  it('gives the day of the edition, and what it covers', async () => {
    const { kg } = await loaded(readUnXml(EXCERPT))
    expect(kg.entity('source:un-consolidated-list-2025-04-19')).toMatchObject({
      type: 'SanctionsList',
      published: '2025-04-19',
      coverage: '2025-04-19',
      publisher: 'agency:un-security-council',
    })
  })

  it('lists by the United Nations, under the regime, with what follows from it', async () => {
    const { listings } = await loaded(readUnXml(EXCERPT))
    expect(listings('un:TAi.005')).toMatchObject([
      {
        subject: 'organization:un',
        programme: 'programme:un-taliban',
        occurrence: '',
        claims: [
          {
            at: 'TAi.005',
            entry: 'TAi.005',
            listed: '2001-02-23',
            when: '2001-02-23/..',
            list: 'source:un-consolidated-list',
            authority: 'agency:un-security-council',
            measures: ['arms-embargo', 'asset-freeze', 'travel-ban'],
            source: 'source:un-consolidated-list-2025-04-19',
          },
        ],
      },
    ])
    const measures = (id: string) => listings(id)[0]?.claims[0]?.measures
    // Resolution 2048 (2012), paragraph 4: a travel ban alone.
    expect(measures('un:GBi.004')).toEqual(['travel-ban'])
    // Organisations do not travel; the arms embargo of resolution 1718 is on the state.
    expect(measures('un:KPe.056')).toEqual(['asset-freeze'])
    expect(measures('un:IQe.200')).toEqual(['asset-freeze'])
    // The entry itself: "Listed pursuant to paragraph 19 of resolution 1973 (Asset Freeze)".
    expect(listings('un:LYi.019')[0]?.claims[0]).toMatchObject({
      measures: ['asset-freeze'],
      legalBasis: 'paragraph 19 of resolution 1973',
    })
  })

  it('takes passports and numbers with their country', async () => {
    const { kg, links } = await loaded(readUnXml(EXCERPT))
    expect(kg.entity('un:GBi.004')?.identifiers).toEqual([
      { scheme: 'passport', value: 'AAISO40158', country: 'GW' },
    ])
    expect(kg.entity('un:LYi.019')?.identifiers).toEqual([
      { scheme: 'national-id', value: '98606491', country: 'OM' },
      { scheme: 'passport', value: '03825239' },
    ])
    expect(links('citizenOf')).toEqual(['un:GBi.004 → state:GW', 'un:TAi.005 → state:AF'])
  })

  it('links entries where a comment cites another one, and keeps what it says', async () => {
    const { kg, codes, links } = await loaded(readUnXml(EXCERPT))
    expect(links('linkedTo')).toEqual(['un:KPe.007 → un:KPe.027'])
    const [link] = [...kg.statements()].filter(({ relation }) => relation === 'linkedTo')
    expect(link?.claims).toMatchObject([
      {
        at: 'KPe.007',
        note: { en: 'Changed name as Ministry of Atomic Energy Industry (KPe.027) in 2013.' },
      },
    ])
    expect(codes.filter((code) => code.endsWith('dangling'))).toHaveLength(1)
    expect(kg.entity('un:KPe.027')).toMatchObject({ type: 'Actor', label: { und: 'KPe.027' } })
  })
})

describe('entries made up', () => {
  it('reads dates of birth as alternatives, and keeps those that it cannot read', async () => {
    const { kg, codes } = await loaded(readUnXml(MADE_UP))
    const emil = kg.entity('un:QDi.901')
    expect(emil?.label).toEqual({ und: 'EMIL EXAMPLE' })
    expect(emil?.born).toBe('[1960-01-01,1963~,1965..1967,1968-11,1969-09]')
    expect(emil?.extra?.datesOfBirth).toEqual([
      { TYPE_OF_DATE: 'EXACT', NOTE: '24/06/1402 (Hijri Calendar)' },
      { TYPE_OF_DATE: 'EXACT', DATE: '1979-03-03', NOTE: 'from false passport' },
    ])
    // One for the Hijri date, one for 30 February, both on the lines of their entries.
    expect(codes.filter((code) => code.endsWith('bad-date'))).toEqual(['4 bad-date', '69 bad-date'])
  })

  it('keeps everything that the list says', async () => {
    const { kg, links } = await loaded(readUnXml(MADE_UP))
    expect(kg.entity('un:QDi.901')).toMatchObject({
      gender: 'male',
      addresses: [{ street: '1 Example Street', city: 'Lyon', postcode: '69000', country: 'France' }],
      identifiers: expect.arrayContaining([
        { scheme: 'passport', value: 'AB123456', country: 'FR' },
        { scheme: 'passport', value: 'CD654321', country: 'IT', valid: false },
        { scheme: 'national-id', value: '545' },
      ]),
      extra: {
        dataId: '1',
        version: '3',
        submittedBy: 'Utopia',
        nationality: ['Utopian'],
        titles: ['Dr.'],
        designations: ['Treasurer', 'Driver'],
        updated: ['2011-01-02'],
        aliases: [{ name: 'E. Beispiel', dateOfBirth: '1970', note: 'in Berlin' }],
        addressNotes: [{ note: 'until 2009' }],
        placesOfBirth: [{ city: 'Lyon', country: 'France' }],
        other: { SHOE_SIZE: ['43'] },
      },
    })
    expect(kg.entity('un:QDi.901')?.names).toContainEqual({
      text: 'Эмиль Пример',
      script: 'Cyrl',
      kind: 'primary',
    })
    expect(links('citizenOf')).toEqual(['un:QDi.901 → state:FR', 'un:QDi.901 → state:IT'])
    expect(links('linkedTo')).toEqual([
      'un:QDi.901 → un:QDe.903',
      'un:QDi.901 → un:QDi.902',
      'un:QDi.901 → un:QDi.999',
    ])
  })

  it('ends a listing where the list says when, and says nothing of measures it does not know', async () => {
    const { listings } = await loaded(readUnXml(MADE_UP))
    expect(listings('un:QDi.902')[0]?.claims).toMatchObject([
      { when: '/2019-08-07', measures: ['not-stated'] },
    ])
  })

  it('takes measures from the entry before those of the regime', async () => {
    const { listings } = await loaded(readUnXml(MADE_UP))
    expect(listings('un:QDe.903')[0]?.claims[0]).toMatchObject({
      measures: ['arms-embargo'],
      legalBasis: 'paragraph 5 of resolution 2624 (2022)',
    })
  })

  it('tells entries without a key, with an impossible one, and of one key twice; the others stand', async () => {
    const { kg, codes } = await loaded(readUnXml(MADE_UP))
    expect(codes.filter((code) => code.endsWith('bad-id'))).toEqual(['76 bad-id', '98 bad-id'])
    expect(codes).toContain('90 conflict')
    expect(kg.entity('un:QDe.903')?.names).toContainEqual({ text: 'The Samples', kind: 'former' })
  })
})

describe('bad input', () => {
  const text = EXCERPT.toString('utf8')

  it('keeps what came before a file is cut off', async () => {
    const { kg, codes } = await loaded(readUnXml(text.slice(0, text.indexOf('<REFERENCE_NUMBER>KPe.007'))))
    expect(kg.entity('un:TAi.005')).toBeDefined()
    expect(kg.entity('un:KPe.056')).toBeDefined()
    expect(kg.entity('un:KPe.007')).toBeUndefined()
    expect(codes.filter((code) => code.endsWith('cut-off'))).toHaveLength(1)
  })

  it('keeps what stands around a broken entry', async () => {
    const broken = text.replace(
      '<FIRST_NAME>CHONMYONG SHIPPING CO</FIRST_NAME>',
      '<FIRST_NAME>CHONMYONG & CO',
    )
    const { kg, codes } = await loaded(readUnXml(broken))
    expect(kg.entity('un:TAi.005')).toBeDefined()
    expect(kg.entity('un:KPe.007')).toBeDefined()
    expect(codes.filter((code) => code.endsWith('bad-xml')).length).toBeGreaterThan(0)
  })

  it.each([
    ['another list', '<?xml version="1.0"?><sdnList><sdnEntry/></sdnList>'],
    ['a page', '<!DOCTYPE html><html><body>503</body></html>'],
    ['nothing', ''],
  ])('refuses %s', async (_, input) => {
    const { codes, report } = await loaded(readUnXml(input))
    expect(codes.map((code) => code.replace(/^\d+ /, ''))).toEqual(['wrong-format'])
    expect(report.entities).toBe(0)
  })

  it('says which list it is instead, where it is one that is known', async () => {
    const records = readUnXml('<?xml version="1.0"?><swiss-sanctions-list><target/></swiss-sanctions-list>')
    await loaded(records)
    expect(records.issues.map(({ code, line, hint }) => [code, line, hint])).toEqual([
      ['wrong-format', 1, "is it 'seco-xml'?"],
    ])
  })

  it('expands no entities and fetches none', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>${text
      .slice(text.indexOf('<CONSOLIDATED_LIST'))
      .replace('MUHAMMAD', '&a;&b;')}`
    const { kg, codes } = await loaded(readUnXml(bomb))
    expect(codes.some((code) => code.endsWith('bad-xml'))).toBe(true)
    expect(JSON.stringify(kg.entity('un:TAi.005'))).not.toMatch(/aaaaaaaaaa|root:/)
    expect(kg.entity('un:KPe.007')).toBeDefined()
  })

  it('reads UTF-16, as its mark says', async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(text.replace(/<\?xml.*?\?>/, ''), 'utf16le'),
    ])
    const { kg, report } = await loaded(readUnXml(utf16))
    expect(report.errors).toBe(0)
    expect(kg.entity('un:TAi.005')?.names).toContainEqual({
      text: 'محمد طاهر أنوري',
      script: 'Arab',
      kind: 'primary',
    })
  })

  it('is not taken in by what could be keys of objects', async () => {
    const hostile = text
      .replace('<UN_LIST_TYPE>Taliban', '<UN_LIST_TYPE>__proto__')
      .replace('<REFERENCE_NUMBER>GBi.004', '<REFERENCE_NUMBER>constructor')
      .replace('LOGARCHEO S.A.', 'LOG\u202eARCHEO')
    const { kg, listings } = await loaded(readUnXml(hostile))
    expect(listings('un:TAi.005')[0]?.claims[0]?.measures).toEqual(['not-stated'])
    expect(kg.entity('un:constructor')).toBeDefined()
    expect(kg.entity('un:IQe.200')?.label).toBeDefined()
  })
})
