import { readFileSync } from 'node:fs'
import { formatIssue } from 'statecraft'
import { readOfacAdvancedXml, readOfacEnhancedXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'
import { document, entry, feature, party, period, relationship } from './advanced-made-up'
import { file } from './files'

const ENHANCED = readFileSync('tests/fixtures/ofac/enhanced/cons_enhanced-2025-01-10.xml')
const ADVANCED = readFileSync('tests/fixtures/ofac/advanced/cons_advanced-2020-03-17.xml')

const FORMATS = [
  ['enhanced', readOfacEnhancedXml, ENHANCED, 'entity id="', '26182', 'KAYAKIRAN, Evren'],
  ['advanced', readOfacAdvancedXml, ADVANCED, 'DistinctParty FixedRef="', '17526', 'BEKTAS, Halis'],
] as const

/** Numbers that look like chance, the same each time: the generator of Park and Miller. */
function* chance(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647
    yield state
  }
}

describe.each(FORMATS)('the %s XML', (_, read, bytes, opening, other, name) => {
  const text = bytes.toString('utf8')
  const whole = loaded(read(bytes))
  const outcome = async (input: Parameters<typeof read>[0]) => {
    const { kg, report } = await loaded(read(input))
    return {
      kg,
      report,
      ids: [...kg.entities()].map(({ id }) => id).filter((id) => id.startsWith('ofac:')),
      issues: report.issues.map(formatIssue),
    }
  }
  /** A text instead of another, which is there once. */
  const changed = (there: string, instead: string) => {
    expect(text.split(there)).toHaveLength(2)
    return text.replace(there, () => instead)
  }

  it('gives no party that is not in it, wherever it is cut off', async () => {
    const ids = new Set([...(await whole).kg.entities()].map(({ id }) => id))
    const numbers = chance(1)
    for (let i = 0; i < 20; i++) {
      const end = numbers.next().value % bytes.length
      const { kg, report } = await loaded(read(bytes.subarray(0, end)))
      expect(report.dropped).toBe(0)
      if (end > 200) expect(report.counts['cut-off']).toBe(1)
      for (const { id } of kg.entities()) if (!id.startsWith('source:')) expect(ids).toContain(id)
    }
  })

  it('is read on where bytes are wrong', async () => {
    const numbers = chance(2)
    for (let i = 0; i < 20; i++) {
      const damaged = Uint8Array.from(bytes)
      for (let n = 0; n < 5; n++) damaged[numbers.next().value % bytes.length] = numbers.next().value % 256
      const { report } = await loaded(read(damaged))
      const refused = report.issues.filter(({ severity }) => severity === 'error').map(formatIssue)
      // What is wrong with the file, or what no text may have: nothing that this makes of it is malformed.
      for (const line of refused) {
        expect(line).toMatch(/bad-xml|bad-encoding|cut-off|wrong-format|which no text may have|bad-value/)
      }
      expect(report.counts['unknown-type'] ?? 0).toBe(0)
      expect(report.counts['bad-domain'] ?? 0).toBe(0)
      expect(report.counts['bad-range'] ?? 0).toBe(0)
    }
  })

  it('is read in other encodings, told by a mark', async () => {
    const utf16 = Buffer.from(`\ufeff${text.replace('encoding="utf-8"', 'encoding="utf-16"')}`, 'utf16le')
    const { ids, issues } = await outcome(utf16)
    expect(ids).toHaveLength(
      [...(await whole).kg.entities()].filter(({ id }) => id.startsWith('ofac:')).length,
    )
    expect(issues.every((line) => /dangling/.test(line))).toBe(true)
  })

  it('is told from what it is not, by what that is', async () => {
    const page = '<!DOCTYPE html><html><body>Access denied</body></html>'
    expect((await outcome(page)).issues).toEqual([expect.stringMatching(/HTML/)])
    const legacy = readFileSync('tests/fixtures/ofac/legacy/sdn-excerpt-2026-07-30.xml')
    expect((await outcome(legacy)).issues).toEqual([
      expect.stringMatching(/wrong-format.*is it 'ofac-legacy-xml'/),
    ])
    const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0])
    expect((await outcome(zip)).issues).toEqual([expect.stringMatching(/zip/)])
    expect((await outcome('')).issues).toEqual([expect.stringMatching(/wrong-format|no elements/)])
  })

  it('expands no entity, and fetches none', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`
    const { kg, issues } = await outcome(
      text.replace(/^[^<]*<\?xml[^>]*\?>/, bomb).replace('Ismail Abdul Salah', '&b;&f;'),
    )
    expect(issues.some((line) => /bad-xml: a document type declaration is not read/.test(line))).toBe(true)
    expect(JSON.stringify(kg.entity('ofac:9639'))).not.toMatch(/haha|root:/)
  })

  it('leaves out a party without a number, and reads those around it', async () => {
    for (const number of ['', '__proto__', 'constructor', '12x', '9'.repeat(400)]) {
      const { ids, issues } = await outcome(changed(`${opening}15268"`, `${opening}${number}"`))
      expect(ids).not.toContain('ofac:15268')
      expect(ids).toEqual(expect.arrayContaining(['ofac:9639', 'ofac:17016']))
      expect(
        issues.filter((line) => /line \d+: missing-field: an? \w+ has no number/.test(line)),
      ).toHaveLength(1)
    }
  })

  it('tells a number that comes twice: both entries are of one party', async () => {
    const { kg, issues } = await outcome(changed(`${opening}${other}"`, `${opening}9639"`))
    expect(
      issues.filter((line) => /line \d+: conflict: the number 9639 comes twice/.test(line)),
    ).toHaveLength(1)
    expect(kg.entity('ofac:9639')?.names?.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['HANIYA, Ismail Abdul Salah', name]),
    )
    // What cannot be both a person and a company is not joined: the first stands, and that is told, too.
    const kinds = await outcome(changed(`${opening}15268"`, `${opening}9639"`))
    expect(kinds.issues.filter((line) => /type-conflict: ofac:9639/.test(line))).toHaveLength(1)
    expect(kinds.kg.entity('ofac:9639')?.type).toBe('Person')
  })

  it('reads on after an element that is not closed, or has control characters and overrides in it', async () => {
    const open = await outcome(text.replace('Ismail Abdul Salah', 'A <b> B'))
    expect(open.ids).toContain('ofac:17016')
    expect(open.issues.some((line) => /bad-xml/.test(line))).toBe(true)
    const odd = await outcome(text.replaceAll('Ismail Abdul Salah', 'Ismail\u0007 \u202eAbdul'))
    expect(odd.ids).toContain('ofac:17016')
    expect(odd.issues.length).toBeGreaterThan(0)
  })
})

/** What a made-up list gives, without what is said of every list. */
async function read(reader: typeof readOfacAdvancedXml, input: Parameters<typeof readOfacAdvancedXml>[0]) {
  const { kg, report, links, listings } = await loaded(reader(input))
  const extra = (id: string) => kg.entity(id)?.extra
  return { kg, report, links, listings, extra, issues: report.issues.map(formatIssue) }
}

/** How often each of these is told, each with its line. */
function told(issues: readonly string[], code: string, whats: readonly string[]) {
  return whats.map(
    (what) => issues.filter((line) => new RegExp(`line \\d+: ${code}: .*${what}(?!\\d)`).test(line)).length,
  )
}

describe('numbers in the advanced XML', () => {
  it('that its value sets do not have are told once each, and what is said by them is kept', async () => {
    const features =
      feature(12345, '<VersionDetail DetailTypeID="1432">said</VersionDetail>') +
      feature(224, '<VersionDetail DetailReferenceID="5"/>') +
      feature(25, '<VersionLocation LocationID="404"/>') +
      feature(25, '<VersionLocation LocationID="50"/>') +
      feature(8, period('1950-01-01', '1950-12-31', { calendar: 9 }), 1599)
    const { issues, extra, kg, listings, report } = await read(
      readOfacAdvancedXml,
      document({
        locations: `<Location ID="50"><LocationCountry CountryID="405"/><LocationPart LocPartTypeID="1454">
          <LocationPartValue><Value>Qom</Value></LocationPartValue></LocationPart></Location>`,
        documents: `<IDRegDocument ID="1" IDRegDocTypeID="406" IdentityID="10" IssuedBy-CountryID="405" IssuedIn-LocationID="404"
          ValidityID="407"><IDRegistrationNo>A1</IDRegistrationNo><DocumentDate IDRegDocDateTypeID="408">
          ${period('2001-02-03', '2001-02-03')}</DocumentDate></IDRegDocument>`,
        parties: party(1, 4, { features }) + party(2, 77, { features }),
        relationships: relationship(1, 668, 2),
        entries:
          entry(1, { list: 666, type: 667 }).replace('LegalBasisID="1828"', 'LegalBasisID="669"') +
          entry(2).replace('EntryEventTypeID="1"', 'EntryEventTypeID="670"'),
      }),
    )
    expect(report.dropped).toBe(0)
    const numbers = `FeatureType 12345|DetailReference 5|Reliability 1599|CalendarType 9|Country 405|IDRegDocType 406|Validity 407|
      IDRegDocDateType 408|PartySubType 77|List 666|SanctionsType 667|LegalBasis 669|EntryEventType 670|RelationType 668`
    const whats = numbers.split('|').map((what) => `the value sets have no ${what.trim()}`)
    expect(told(issues, 'dangling', whats)).toEqual(whats.map(() => 1))
    expect(told(issues, 'dangling', ['the file has no location 404'])).toEqual([1])
    expect(extra('ofac:1')).toMatchObject({
      other: ['FeatureType 12345 said', 'Location: location 404'],
      gender: ['DetailReference 5'],
      addresses: ['Qom, Country 405'],
      dates: ['Birthdate 1950-1-1 to 1950-12-31 (CalendarType 9)'],
      sanctionsTypes: ['SanctionsType 667'],
      sanctionsInformation: expect.arrayContaining(['LegalBasis 669', 'List 666 2001-10-12']),
    })
    expect(JSON.stringify(extra('ofac:1')?.documents)).toMatch(
      /IDRegDocType 406 A1 .*issued by: Country 405; issued in: location 404; Validity 407; IDRegDocDateType 408: 03 Feb 2001/,
    )
    expect(kg.entity('ofac:1')).toMatchObject({ addresses: [{ city: 'Qom' }] })
    expect(kg.entity('ofac:1')).not.toHaveProperty('born')
    expect(kg.entity('ofac:2')?.type).toBe('Actor')
    expect(extra('ofac:2')?.other).toContain('PartySubType 77')
    expect(extra('ofac:2')?.sanctionsInformation).toEqual(['SDN List: EntryEventType 670 2001-10-12'])
    const [claim] = listings('ofac:1')[0]?.claims ?? []
    expect(claim).not.toHaveProperty('measures')
    expect(claim).not.toHaveProperty('legalBasis')
  })

  it('that come twice are told: the first stands', async () => {
    const number = (value: string) => `<IDRegistrationNo>${value}</IDRegistrationNo></IDRegDocument>`
    const passport = '<IDRegDocument ID="6" IDRegDocTypeID="1571" IdentityID="10">'
    const place = (city: string) =>
      `<Location ID="5"><LocationPart LocPartTypeID="1454"><LocationPartValue><Value>${city}</Value></LocationPartValue></LocationPart></Location>`
    const features = feature(25, '<VersionLocation LocationID="5"/>')
    const { issues, kg, listings } = await read(
      readOfacAdvancedXml,
      document({
        locations: place('Qom') + place('Rome'),
        documents: passport + number('A1') + passport + number('B2'),
        parties:
          party(1, 3, { features }) +
          party(2, 3).replace('Profile ID="2"', 'Profile ID="1"').replace('ID="20"', 'ID="10"') +
          party(3, 3).replace('FixedRef="3"', 'FixedRef="1"'),
        entries: entry(1) + entry(1, { tag: 'CUBA' }) + entry(3),
      }).replace('<List ID="77">', '<List ID="1550">Twice</List><List ID="77">'),
    )
    expect(
      told(issues, 'conflict', [
        'the value List 1550 comes twice',
        'Location 5 comes twice',
        'IDRegDocument 6 comes twice',
        'SanctionsEntry 1-1550 comes twice',
        'the number 1 comes twice',
        'Profile 1 comes twice',
        'Identity 10 comes twice',
      ]),
    ).toEqual([1, 1, 1, 1, 1, 1, 1])
    expect(kg.entity('ofac:1')).toMatchObject({
      addresses: [{ city: 'Qom' }],
      identifiers: [{ scheme: 'passport', value: 'A1' }],
    })
    expect(kg.entity('ofac:2')).not.toHaveProperty('identifiers')
    expect(listings('ofac:1')).toMatchObject([
      { programme: 'programme:ofac-sdgt', claims: [{ list: 'source:ofac-sdn' }] },
    ])
    // Its profile is another's: nothing says that it is listed.
    expect(listings('ofac:2')).toEqual([])
  })

  it('that are nobody`s are told, and days of listing that are none', async () => {
    const { issues, extra, listings, report } = await read(
      readOfacAdvancedXml,
      document({
        documents: `<IDRegDocument ID="6" IDRegDocTypeID="1571" IdentityID="990"><IDRegistrationNo>A1</IDRegistrationNo></IDRegDocument>
          <IDRegDocument ID="7" IDRegDocTypeID="1571"><IDRegistrationNo>A2</IDRegistrationNo></IDRegDocument>`,
        parties: party(1, 3),
        entries: entry(1, { day: '2020-13-2' }) + entry(99) + entry(2).replace('ProfileID="2"', ''),
      }),
    )
    expect(issues).toHaveLength(5)
    expect(told(issues, 'bad-date', ["the day of listing '2020-13-2'"])).toEqual([1])
    expect(told(issues, 'missing-field', ['a document has no identity', 'an entry is of no party'])).toEqual([
      1, 1,
    ])
    expect(told(issues, 'dangling', ['a document is of identity 990', 'an entry is of profile 99'])).toEqual([
      1, 1,
    ])
    expect(report.counts['missing-field']).toBe(2)
    expect(extra('ofac:1')).toEqual({ sanctionsInformation: ['SDN List: Created 2020-13-2'] })
    expect(listings('ofac:1')[0]?.claims[0]).toMatchObject({ when: '/..', measures: ['asset-freeze'] })
  })

  it('of parties whose entries were cut off are told', async () => {
    const documents =
      '<IDRegDocument ID="6" IDRegDocTypeID="1571" IdentityID="20"><IDRegistrationNo>A1</IDRegistrationNo></IDRegDocument>'
    const whole = document({ documents, parties: party(1, 3) + party(2, 3), entries: entry(1) + entry(2) })
    const cut = await read(readOfacAdvancedXml, whole.slice(0, whole.indexOf('<Profile ID="2"')))
    expect(cut.links('designates')).toEqual([])
    // The document may be of a party that did not come.
    expect(cut.issues).toEqual([
      expect.stringMatching(/^line \d+: missing-field: the party 1 stands on no list/),
      expect.stringMatching(/^line \d+: cut-off: the file ends within <DistinctParty>/),
    ])
  })

  it('are told with the file that they are in', async () => {
    const files = [77, 78].map((list) =>
      file(`${list}.xml`, document({ parties: party(1, 3), entries: entry(1, { list: 600 + list }) })),
    )
    const { report } = await read(readOfacAdvancedXml, files)
    const places = report.issues.filter(({ code }) => code === 'dangling').map((one) => one.file)
    expect(places).toEqual(['77.xml', '78.xml'])
  })
})

describe('several files', () => {
  it('are one after another, and relations lead from one to another', async () => {
    const hamas = `<sanctionsData><publicationInfo><dataAsOf>2025-01-10T00:00:00</dataAsOf><filters><sanctionsLists>
      <sanctionsList>SDN List</sanctionsList></sanctionsLists></filters></publicationInfo><entities><entity id="4695">
      <generalInfo><entityType>Entity</entityType></generalInfo><sanctionsLists><sanctionsList datePublished="2001-11-02">SDN List
      </sanctionsList></sanctionsLists><sanctionsPrograms><sanctionsProgram>SDGT</sanctionsProgram></sanctionsPrograms>
      <names><name><isPrimary>true</isPrimary><translations><translation><formattedFullName>HAMAS</formattedFullName>
      </translation></translations></name></names></entity></entities></sanctionsData>`
    const both = [file('cons_enhanced.xml', ENHANCED), file('sdn_enhanced.xml', hamas)]
    for (const files of [both, both.toReversed()]) {
      const { kg, report, listings } = await loaded(readOfacEnhancedXml(files))
      expect(report.issues).toEqual([])
      expect(kg.entity('ofac:4695')).toMatchObject({
        type: 'Organization',
        sources: ['source:ofac-sdn-2025-01-10'],
      })
      expect(listings('ofac:4695')[0]?.claims).toMatchObject([
        { list: 'source:ofac-sdn', listed: '2001-11-02' },
      ])
    }
  })

  it('of which one is none of them lose nothing of the others', async () => {
    const { kg, report } = await loaded(
      readOfacAdvancedXml([file('page.xml', '<html></html>'), file('cons_advanced.xml', ADVANCED)]),
    )
    expect(report.issues[0]).toMatchObject({ code: 'wrong-format', file: 'page.xml' })
    expect(kg.entity('ofac:17016')).toBeDefined()
  })
})
