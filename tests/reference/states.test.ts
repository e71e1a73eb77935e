import { execFileSync } from 'node:child_process'
import { type Core, createGraph, type Entity, type EntityRecord, isStatement } from 'statecraft'
import { jurisdiction, jurisdictionId, jurisdictionOfName, stateName, states } from 'statecraft/reference'
import { describe, expect, it } from 'vitest'

const kg = createGraph()
const report = kg.load(states())
const entities = [...states()].filter((record): record is EntityRecord => !isStatement(record))
const get = (id: string): Entity<Core> => {
  const entity = kg.entity(id)
  if (!entity) throw new Error(`no ${id}`)
  return entity
}
const of = (type: string) => entities.filter((entity) => entity.type === type)

describe('states()', () => {
  it('loads without an issue', () => {
    expect(report.issues).toEqual([])
  })

  it('has every state and territory of ISO 3166-1, and what is beside it', () => {
    const current = entities.filter(({ id }) => /^(state|territory):[A-Z]{2}$/.test(id))
    // ISO 3166-1 has 249 entries; Kosovo is the 250th here.
    expect(current).toHaveLength(250)
    // 193 members of the United Nations, two observers, Taiwan and Kosovo.
    expect(current.filter(({ type }) => type === 'State')).toHaveLength(197)
    for (const id of ['territory:UA-CRI', 'territory:UA-DPR', 'territory:UA-LPR', 'territory:MD-PMR']) get(id)
  })

  it('tells states from territories by whether they are on a list of states', () => {
    for (const { existed, id } of of('State'))
      expect(Array.isArray(existed) && existed.length > 0, id).toBe(true)
    for (const territory of of('Territory')) expect(territory.existed, territory.id).toBeUndefined()
    for (const id of ['state:TW', 'state:XK', 'state:PS', 'state:VA', 'state:bavaria', 'state:SUHH']) get(id)
    for (const id of ['HK', 'MO', 'GL', 'EH', 'PR', 'CK', 'NU', 'AQ']) get(`territory:${id}`)
  })

  it('names every state, past and present, in six languages', () => {
    for (const { id, label } of of('State')) {
      expect(Object.keys(label ?? {}).sort(), id).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh'])
    }
    for (const territory of of('Territory')) {
      if (/:[A-Z]{2}(-|$)/.test(territory.id))
        expect(Object.keys(territory.label ?? {}), territory.id).toHaveLength(6)
    }
  })

  it('writes no name with an article in brackets, a mark of a footnote, or an abbreviation', () => {
    const scripts = { ar: /\p{Script=Arabic}/u, ru: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u }
    for (const { id, label, names } of entities) {
      const all = [...Object.values(label ?? {}), ...(names ?? []).map(({ text }) => text)]
      for (const text of all)
        expect(text, id).not.toMatch(/\*|\((?:the|la|le|les|l'|el|los|las)\)|о-ва?\b|EE\. UU/)
      for (const [lang, script] of Object.entries(scripts)) {
        for (const name of (names ?? []).filter((name) => name.lang === lang))
          expect(name.text, id).toMatch(script)
        if (label?.[lang]) expect(label[lang], id).toMatch(script)
      }
    }
  })

  it('uses the names that people use, and keeps the formal ones', () => {
    expect(get('state:IR').label).toMatchObject({ en: 'Iran', fr: 'Iran', zh: '伊朗' })
    expect(get('state:KP').label).toMatchObject({
      en: 'North Korea',
      ar: 'كوريا الشمالية',
      es: 'Corea del Norte',
    })
    expect(get('state:IR').names).toContainEqual({
      text: 'Islamic Republic of Iran',
      lang: 'en',
      kind: 'alias',
    })
    expect(get('state:MM').names).toContainEqual({ text: 'Burma', lang: 'en', kind: 'former' })
    expect(get('state:RU').names).toContainEqual({ text: 'Российская Федерация', lang: 'ru', kind: 'alias' })
  })

  it('lets no two entities share a code that would merge them', () => {
    const seen = new Map<string, string>()
    for (const { id, identifiers } of entities) {
      for (const { scheme, value } of identifiers ?? []) {
        if (!['iso2', 'iso3', 'wikidata', 'x-iso3166-3'].includes(scheme)) continue
        expect(seen.get(`${scheme} ${value}`) ?? id).toBe(id)
        seen.set(`${scheme} ${value}`, id)
      }
    }
    expect([...kg.entities()]).toHaveLength(entities.length)
  })

  it('gives former names of a state the codes that they had, and when', () => {
    expect(get('state:MM').identifiers).toContainEqual({
      scheme: 'iso2',
      value: 'BU',
      when: '1974/1989-12-05',
    })
    expect(get('state:CSXX').identifiers).toContainEqual({
      scheme: 'x-iso3166-3',
      value: 'CSXX',
      when: '2003-07-23/2006-09-26',
    })
    const schemes = (id: string) => get(id).identifiers?.map(({ scheme }) => scheme)
    expect(schemes('state:CSHH')).not.toContain('iso2')
  })

  it.each([
    // Correlates of War, State System Membership List, v2016.
    ['state:CU', ['1902-05-20/1906-09-25', '1909-01-23/..']],
    ['state:PL', ['1918-11-03/1939-09-27', '1945-06-28/..']],
    ['state:DDDE', ['1954-03-25/1990-10-02']],
    ['state:DE', ['1816-01-01/1945-05-08', '1955-05-05/1990-10-02', '1990-10-03/..']],
    ['state:austria-hungary', ['1816-01-01/1918-11-12']],
    ['state:two-sicilies', ['1816-01-01/1861-02-13']],
    ['state:zanzibar', ['1963-12-19/1964-04-26']],
    ['state:korea', ['1887-01-01/1905-11-17']],
    ['state:south-vietnam', ['1954-06-04/1975-04-30']],
    ['state:yemen-arab-republic', ['1926-09-02/1990-05-21']],
    ['state:YDYE', ['1967-11-30/1990-05-21']],
    ['state:YE', ['1990-05-22/..']],
    ['state:CSHH', ['1918-10-28/1939-03-15', '1945-05-10/1992-12-31']],
    ['state:SY', ['1946-04-17/1958-02-01', '1961-09-29/..']],
    ['state:JP', ['1860-01-01/1945-08-14', '1952-04-28/..']],
    ['state:KW', ['1961-06-19/..']],
    ['state:KI', ['1999-09-14/..']],
    ['state:TW', ['1949-12-08/..']],
    ['state:XK', ['2008-02-20/..']],
    ['state:SS', ['2011-07-09/..']],
    // Divided between states of one number, by our own reading.
    ['state:SUHH', ['1922-12-30/1991-12-25']],
    ['state:RU', ['1816-01-01/1922-12-29', '1991-12-26/..']],
    ['state:YUCS', ['1918-12-01/1941-04-20', '1944-10-20/1992-04-26']],
    ['state:CSXX', ['1992-04-27/2006-06-04']],
    // United Nations: permanent observer; resolution 67/19.
    ['state:VA', ['1964-04-06/..']],
    ['state:PS', ['2012-11-29/..']],
  ])('%s was on a list of states in %j', (id, spells) => {
    expect(get(id).existed).toEqual(spells)
  })

  it('says which state succeeds which, and how', () => {
    const successors = (id: string) =>
      [...kg.statements({ relation: 'succeeds' })]
        .filter(({ object }) => object === id)
        .map((statement) => `${statement.subject} ${statement.kind}`)
        .sort()
    expect(successors('state:SUHH')).toHaveLength(15)
    expect(successors('state:SUHH')).toEqual(
      expect.arrayContaining(['state:RU continuation', 'state:EE separation', 'state:UA dissolution']),
    )
    expect(successors('state:CSHH')).toEqual(['state:CZ dissolution', 'state:SK dissolution'])
    expect(successors('state:CSXX')).toEqual(['state:ME separation', 'state:RS continuation'])
    expect(successors('state:DDDE')).toEqual(['state:DE unification'])
    const [claim] = [...kg.statements({ relation: 'succeeds' })].filter(
      ({ subject, object }) => subject === 'state:HR' && object === 'state:YUCS',
    )
    expect(claim?.claims[0]).toMatchObject({ source: 'source:badinter-opinion-11', when: '1991-10-08/..' })
  })

  it('lets those speak who claim a territory or a succession, and those who deny it', () => {
    const crimea = [...kg.statements({ relation: 'administers' })]
      .filter(({ object }) => object === 'territory:UA-CRI')
      .map(({ subject, basis, claims }) => `${subject} ${basis} ${claims.map(({ by }) => by)}`)
    expect(crimea.sort()).toEqual([
      'state:RU occupation organization:un',
      'state:RU sovereignty state:RU',
      'state:UA sovereignty organization:un',
    ])
    const disputed = kg.disputes().disputes.map(({ subject, object }) => `${subject} ${object}`)
    expect(disputed.sort()).toEqual(['state:CSXX state:YUCS', 'state:XK state:RS'])
  })

  it('gives every statement a source that is there', () => {
    for (const record of states()) {
      if (!isStatement(record)) continue
      for (const { source } of record.claims) expect(kg.entity(String(source))?.label).toBeDefined()
    }
  })
})

describe('jurisdictions', () => {
  it('are described by their codes and English name', () => {
    expect(jurisdiction('territory:HK')).toEqual({
      type: 'Territory',
      id: 'territory:HK',
      label: { en: 'Hong Kong' },
      identifiers: [
        { scheme: 'iso2', value: 'HK' },
        { scheme: 'iso3', value: 'HKG' },
        { scheme: 'm49', value: '344' },
      ],
    })
    expect(jurisdiction('state:ZZ')).toBeUndefined()
    expect(jurisdiction('__proto__')).toBeUndefined()
  })

  it('merge with the full records, whichever comes first', () => {
    const minimal = [...kg.entities()].flatMap(({ id }) => jurisdiction(id) ?? [])
    for (const records of [
      [...minimal, ...states()],
      [...states(), ...minimal],
    ]) {
      const both = createGraph()
      expect(both.load(records).issues).toEqual([])
      expect([...both.entities()]).toHaveLength(entities.length)
      expect(both.entity('state:MM')).toEqual(kg.entity('state:MM'))
    }
  })

  it('are found by code', () => {
    expect(jurisdictionId(' kp ')).toBe('state:KP')
    expect(jurisdictionId('HK')).toBe('territory:HK')
    expect(jurisdictionId('xk')).toBe('state:XK')
    expect(jurisdictionId('ua-cri')).toBe('territory:UA-CRI')
    expect(jurisdictionId('suhh')).toBe('state:SUHH')
    expect(jurisdictionId('AN')).toBe('territory:ANHH')
    expect(jurisdictionId('AI')).toBe('territory:AI')
    for (const code of ['CS', 'YU', 'ZZ', 'EU', 'UN', '00', '', 'constructor', '__proto__']) {
      expect(jurisdictionId(code), code).toBeUndefined()
    }
  })

  it.each([
    ['Korea, North', 'state:KP'],
    ['Democratic People’s Republic of Korea', 'state:KP'],
    ['DEMOCRATIC PEOPLE´S REPUBLIC OF KOREA', 'state:KP'],
    ['Korea, Republic of', 'state:KR'],
    ['Burma', 'state:MM'],
    ['Iran (Islamic Republic of)', 'state:IR'],
    ['Congo, Democratic Republic of the', 'state:CD'],
    ['Congo, Republic of the', 'state:CG'],
    ['Bahamas, The', 'state:BS'],
    ['The Gambia', 'state:GM'],
    ['Cote d Ivoire', 'state:CI'],
    ["Côte d'Ivoire", 'state:CI'],
    ['West Bank', 'state:PS'],
    ['Palestinian', 'state:PS'],
    ['Region: Gaza', 'state:PS'],
    ['Region: Crimea', 'territory:UA-CRI'],
    ['Macau', 'territory:MO'],
    ['Virgin Islands, British', 'territory:VG'],
    ['Man, Isle of', 'territory:IM'],
    ['St. Kitts & Nevis', 'state:KN'],
    ['St Vincent and the Grenadines', 'state:VC'],
    ['Macedonia, The Former Yugoslav Republic of', 'state:MK'],
    ['Turkey', 'state:TR'],
    ['TÜRKİYE', 'state:TR'],
    ['Czech Republic', 'state:CZ'],
    ['U.S.A.', 'state:US'],
    ['UNITED STATES', 'state:US'],
    ['Libyan Arab Jamahiriya', 'state:LY'],
    ['USSR', 'state:SUHH'],
    ['Soviet Union', 'state:SUHH'],
    ['Yugoslavia', 'state:YUCS'],
    ['Yugoslavia, Federal Republic of', 'state:CSXX'],
    ['Netherlands Antilles', 'territory:ANHH'],
    ['RPDC', 'state:KP'],
    ['Zanzibar', 'state:TZ'],
    ['Kingdom of Bavaria', 'state:bavaria'],
    ['South Vietnam', 'state:south-vietnam'],
  ])('are found by name: %s', (name, id) => {
    expect(jurisdictionOfName(name)).toBe(id)
  })

  it('are not found by what is no name of one', () => {
    for (const name of [
      'Undetermined',
      'undetermined',
      '-0-',
      'None Identified',
      'Region: Kafia Kingi',
      'Korea',
      'Virgin Islands',
      'Sudan/South Sudan',
      'Iran / unknown',
      'Republic of the',
      'Bavaria',
      'Parma',
      'Tibet',
      '',
      ' ',
      '!!!',
      '__proto__',
      'constructor',
      '\u202eIran\u0000x',
      'Iran '.repeat(100_000),
    ]) {
      expect(jurisdictionOfName(name), name.slice(0, 40)).toBeUndefined()
    }
  })

  it('are named in other languages, by the platform where the tables have none', () => {
    expect(stateName('state:KP', 'fr')).toBe('Corée du Nord')
    expect(stateName('state:KP', 'FR-ca')).toBe('Corée du Nord')
    expect(stateName('state:KP', 'de')).toBe('Nordkorea')
    expect(stateName('state:SUHH', 'ar')).toBe('الاتحاد السوفيتي')
    expect(stateName('state:SUHH', 'fr-CA')).toBe('Union soviétique')
    expect(stateName('state:SUHH', 'de')).toBe('Soviet Union')
    expect(stateName('state:KP', 'no language')).toBe('North Korea')
    expect(stateName('state:ZZ', 'en')).toBeUndefined()
  })
})

describe('the tables', () => {
  it('are what the modules were made of', () => {
    const run = () => execFileSync(process.execPath, ['reference-data/generate.mjs', '--check', 'states'])
    expect(run).not.toThrow()
  })
})
