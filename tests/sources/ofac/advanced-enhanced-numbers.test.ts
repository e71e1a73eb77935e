import { formatIssue } from 'statecraft'
import { readOfacAdvancedXml, readOfacEnhancedXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'
import { document, entry, feature, party, period, relationship } from './advanced-made-up'
import { file } from './files'

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

describe('numbers in the enhanced XML', () => {
  const values = (...rows: readonly (readonly [number, string])[]) =>
    rows
      .map(
        ([id, text]) =>
          `<referenceValue refId="${id}"><type>ANY</type><value>${text}</value></referenceValue>\n`,
      )
      .join('')
  const list = (reference: string, entities: string) =>
    `<sanctionsData><publicationInfo><dataAsOf>2025-01-10T00:00:00</dataAsOf></publicationInfo>
    <referenceValues>${reference}</referenceValues><featureTypes><featureType featureTypeId="8"><type>Birthdate</type></featureType>
    </featureTypes><entities>\n${entities}</entities></sanctionsData>`
  const entity = (id: number, { type = 600, on = 1550, day = '2020-01-02', tag = 'CUBA', more = '' } = {}) =>
    `<entity id="${id}"><generalInfo><entityType refId="${type}"/></generalInfo><sanctionsLists><sanctionsList refId="${on}"
    datePublished="${day}"/></sanctionsLists><sanctionsPrograms><sanctionsProgram refId="1">${tag}</sanctionsProgram></sanctionsPrograms>
    <names><name><isPrimary>true</isPrimary><translations><translation><isPrimary>true</isPrimary><formattedFullName>P${id}
    </formattedFullName></translation></translations></name></names>${more}</entity>\n`
  const known = values([600, 'Individual'], [1550, 'SDN List'], [91526, 'Male'], [11110, 'Iran'])

  it('say what the words beside them do, where these are missing', async () => {
    const more = `<addresses><address><country refId="11110"/></address></addresses><features>
      <feature><type featureTypeId="8"/><value>1950</value></feature>
      <feature><type featureTypeId="224">Gender</type><valueRefId>91526</valueRefId></feature></features>`
    const { issues, kg, listings } = await read(readOfacEnhancedXml, list(known, entity(1, { more })))
    expect(issues).toEqual([])
    expect(kg.entity('ofac:1')).toMatchObject({
      type: 'Person',
      born: '1950',
      gender: 'male',
      addresses: [{ country: 'Iran' }],
    })
    expect(listings('ofac:1')[0]?.claims).toMatchObject([{ list: 'source:ofac-sdn', listed: '2020-01-02' }])
  })

  it('that the reference values do not have are told once each, and what is said by them is kept', async () => {
    const more = `<sanctionsPrograms><sanctionsProgram refId="405"/></sanctionsPrograms>
      <sanctionsTypes><sanctionsType refId="667"/></sanctionsTypes><legalAuthorities><legalAuthority refId="669"/></legalAuthorities>
      <addresses><address><country refId="406"/><translations><translation><addressParts><addressPart><type>CITY</type><value>Qom</value>
      </addressPart></addressParts></translation></translations></address></addresses>
      <features><feature><type featureTypeId="12345"/><value>said</value></feature>
      <feature><type featureTypeId="224">Gender</type><valueRefId>407</valueRefId></feature></features>
      <identityDocuments><identityDocument><type refId="408"/><documentNumber>A1</documentNumber><issuingCountry refId="406"/>
      </identityDocument></identityDocuments>`
    const link =
      '<relationships><relationship><type refId="668"/><relatedEntity entityId="2">P2</relatedEntity></relationship></relationships>'
    const { issues, kg, extra, listings, report, links } = await read(
      readOfacEnhancedXml,
      list(known, entity(1, { type: 777, on: 666, more: more + link }) + entity(2, { more })),
    )
    expect(report.dropped).toBe(0)
    const whats = [
      'entityType 777',
      'sanctionsList 666',
      'sanctionsProgram 405',
      'sanctionsType 667',
      'legalAuthority 669',
    ]
    whats.push(
      'country 406',
      'feature type 12345',
      'feature value 407',
      'identityDocument type 408',
      'relationship type 668',
    )
    const missing = whats.map((what) => `the reference values have no ${what}`)
    expect(told(issues, 'dangling', missing)).toEqual(missing.map(() => 1))
    expect(kg.entity('ofac:1')).toMatchObject({ type: 'Actor', addresses: [{ city: 'Qom' }] })
    expect(extra('ofac:1')).toMatchObject({
      other: ['entityType: entityType 777', 'feature type 12345 said'],
      gender: ['feature value 407'],
      addresses: ['Qom, country 406'],
      sanctionsTypes: ['sanctionsType 667'],
      sanctionsInformation: expect.arrayContaining([
        'sanctionsProgram 405',
        'legalAuthority 669',
        'sanctionsList 666 2020-01-02',
      ]),
    })
    expect(JSON.stringify(extra('ofac:1')?.documents)).toMatch(
      /identityDocument type 408 A1 .*issuingCountry: issuingCountry 406/,
    )
    expect(listings('ofac:2').map(({ programme }) => programme)).toEqual(['programme:ofac-cuba'])
    expect(listings('ofac:2')[0]?.claims[0]).not.toHaveProperty('legalBasis')
    expect(links('linkedTo')).toEqual(['ofac:1 → ofac:2'])
    const [linked] = [...kg.statements()].filter(({ relation }) => relation === 'linkedTo')
    expect(linked?.claims[0]).toMatchObject({ note: { en: 'relation 668' } })
  })

  it('that come twice are told: the first stands', async () => {
    const twice = known + values([600, 'Entity'])
    const { issues, kg } = await read(readOfacEnhancedXml, list(twice, entity(1) + entity(1)))
    expect(
      told(issues, 'conflict', ['the reference value 600 comes twice', 'the number 1 comes twice']),
    ).toEqual([1, 1])
    expect(kg.entity('ofac:1')?.type).toBe('Person')
  })

  it('tells days of listing, of documents and of facts that are none, and keeps them', async () => {
    const more = `<features><feature><type featureTypeId="8">Birthdate</type><valueDate><fromDateBegin>1950-02-30</fromDateBegin>
      <toDateEnd>1950-02-30</toDateEnd></valueDate></feature></features><identityDocuments><identityDocument><type>Passport</type>
      <documentNumber>A1</documentNumber><issueDate><fromDateBegin>2001-13-02</fromDateBegin><toDateEnd>2001-13-02</toDateEnd>
      </issueDate></identityDocument></identityDocuments>`
    const { issues, kg, extra, listings } = await read(
      readOfacEnhancedXml,
      list(known, entity(1, { day: '2020-13-02', more })),
    )
    expect(told(issues, 'bad-date', ["'2020-13-02'", "'2001-13-02'", "'1950-02-30'"])).toEqual([1, 1, 1])
    expect(issues).toHaveLength(3)
    expect(extra('ofac:1')).toEqual({
      sanctionsInformation: ['SDN List 2020-13-02'],
      dates: ['Birthdate 1950-02-30'],
      documents: ['Passport A1 (issueDate: 2001-13-02)'],
    })
    expect(kg.entity('ofac:1')).not.toHaveProperty('born')
    expect(listings('ofac:1')[0]?.claims[0]).toMatchObject({ when: '/..', list: 'source:ofac-sdn' })
  })
})
