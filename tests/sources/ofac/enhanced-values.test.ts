import { readOfacEnhancedXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'

/** One entry, of what stands in it beside its name. */
async function entity(content: string, { kind = 'Individual', list = 'SDN List', day = '2024-01-02' } = {}) {
  const xml = `<sanctionsData><publicationInfo><dataAsOf>2025-01-10T00:00:00</dataAsOf></publicationInfo><entities>
    <entity id="7"><generalInfo><identityId>1</identityId><entityType>${kind}</entityType><title>Boss</title>
    <remarks>nephew of somebody; Linked To: SOMEBODY; a.k.a. 'BNC'.</remarks></generalInfo>
    <sanctionsLists><sanctionsList datePublished="${day}">${list}</sanctionsList></sanctionsLists>
    <sanctionsPrograms><sanctionsProgram>SDGT</sanctionsProgram></sanctionsPrograms>
    <sanctionsTypes><sanctionsType>Block</sanctionsType></sanctionsTypes>
    <names><name><isPrimary>true</isPrimary><translations><translation><isPrimary>true</isPrimary><script>Latin</script>
    <nameParts><namePart><type>Last Name</type><value>Nobody</value></namePart><namePart><type>First Name</type><value>Jan</value>
    </namePart></nameParts></translation></translations></name></names>${content}</entity></entities></sanctionsData>`
  const { kg, report, codes, links, listings } = await loaded(readOfacEnhancedXml(xml))
  expect(report.dropped).toBe(0)
  return {
    party: kg.entity('ofac:7'),
    kg,
    links,
    listings,
    codes: codes.map((code) => code.replace(/^\d+ /, '')),
  }
}

const date = (name: string, from: string, to: string, isApproximate = false) =>
  `<${name}><fromDateBegin>${from}</fromDateBegin><fromDateEnd>${from}</fromDateEnd><toDateBegin>${to}</toDateBegin>
   <toDateEnd>${to}</toDateEnd><isApproximate>${isApproximate}</isApproximate></${name}>`
const feature = (type: string, content: string) =>
  `<features><feature><type>${type}</type>${content}</feature></features>`

describe('dates of the enhanced XML', () => {
  it.each([
    ['1962', date('valueDate', '1962-01-01', '1962-12-31'), '1962'],
    ['10 Dec 1948', date('valueDate', '1948-12-10', '1948-12-10'), '1948-12-10'],
    ['circa 1951', date('valueDate', '1951-01-01', '1951-12-31', true), '1951~'],
    ['1951 to 1953', date('valueDate', '1951-01-01', '1953-12-31'), '[1951..1953]'],
    // The words do not say that it is so about, and the days do.
    ['1951', date('valueDate', '1951-01-01', '1951-12-31', true), '1951~'],
    // There are no words, or of another kind.
    ['', date('valueDate', '1938-09-01T00:00:00', '1938-09-30T00:00:00'), '1938-09'],
    ['in the year of the dog', date('valueDate', '1946-01-01', '1946-12-31'), '1946'],
    ['1946', '', '1946'],
  ])("'%s'", async (words, days, born) => {
    const { party, codes } = await entity(feature('Birthdate', `<value>${words}</value>${days}`))
    expect([party?.born, codes]).toEqual([born, []])
  })

  it('that are none are told, and kept', async () => {
    const { party, codes } = await entity(feature('Birthdate', '<value>1 Muharram 1380</value>'))
    expect(party).toMatchObject({ extra: { datesOfBirth: ['1 Muharram 1380'] } })
    expect(codes).toEqual(['bad-date'])
    const turned = date('valueDate', '1963-01-01', '1962-01-01')
    expect((await entity(feature('Birthdate', `<value>then</value>${turned}`))).codes).toEqual(['bad-date'])
    const { listings, codes: told } = await entity('', { day: '2024-13-45' })
    expect(told).toEqual(['bad-date'])
    expect(listings('ofac:7')[0]?.claims[0]?.listed).toBeUndefined()
  })
})

describe('parties of the enhanced XML', () => {
  it('have names of their parts where these are all that there is, titles and remarks', async () => {
    const { party, links } = await entity('')
    expect(party).toMatchObject({
      label: { und: 'NOBODY, Jan' },
      names: expect.arrayContaining([{ text: 'BNC', kind: 'weak' }]),
      extra: {
        titles: ['Boss'],
        writtenNames: ['Nobody, Jan'],
        remarks: ['nephew of somebody', 'Linked To: SOMEBODY'],
      },
    })
    expect(links('linkedTo')).toEqual([])
  })

  it('have documents with their days and whose they are', async () => {
    const { party } = await entity(`<identityDocuments>
      <identityDocument><type>Passport</type><documentNumber>A1</documentNumber><isValid>true</isValid><issuingCountry>Iran</issuingCountry>
      ${date('issueDate', '2006-09-12', '2006-09-12')}${date('expirationDate', '2016-09-01', '2016-09-30')}</identityDocument>
      <identityDocument><type>Passport</type><documentNumber>A2</documentNumber><isValid>false</isValid><issuingCountry>Atlantis</issuingCountry></identityDocument>
      <identityDocument><type>Registration ID</type><documentNumber>1026303117642 (Russia)</documentNumber><isValid>true</isValid>
      <issuingAuthority>OGRN</issuingAuthority></identityDocument>
      <identityDocument><type>Passport</type></identityDocument></identityDocuments>`)
    expect(party?.identifiers).toEqual([
      { scheme: 'passport', value: 'A1', country: 'IR', when: '2006-09-12/2016-09' },
      { scheme: 'registration', value: '1026303117642', country: 'RU' },
      { scheme: 'passport', value: 'A2', valid: false },
    ])
    expect(party?.extra).toMatchObject({
      documents: [
        'Passport A2 (fraudulent) (issuingCountry: Atlantis)',
        'Registration ID 1026303117642 (RU) (issuingAuthority: OGRN)',
        'Passport',
      ],
    })
  })

  it('have features of all kinds; what is false is none, and what nobody knows is kept', async () => {
    const { party, codes } = await entity(`<features>
      <feature><type>Gender</type><value>Female</value><reliability>False</reliability></feature>
      <feature><type>Digital Currency Address - XBT</type><value>1AbC</value></feature>
      <feature><type>Equity Ticker</type><value>CHL US</value><comments>(NYSE)</comments></feature>
      <feature><type>Favourite Colour</type><value>red</value></feature>
      <feature><value>of no kind</value></feature></features><novelty kind="x"><deep>said</deep></novelty>`)
    expect(party?.gender).toBeUndefined()
    expect(party).toMatchObject({
      identifiers: expect.arrayContaining([
        { scheme: 'x-wallet', value: 'XBT:1AbC' },
        { scheme: 'x-equity-ticker', value: 'CHL US' },
      ]),
      extra: {
        reliability: ['Gender Female: False'],
        comments: ['Equity Ticker CHL US: (NYSE)'],
        other: ['Favourite Colour red', 'of no kind', 'novelty: kind=x said'],
      },
    })
    expect(codes).toEqual([])
  })

  it('are told where their kind, or their list, is not known', async () => {
    const { party, codes, listings } = await entity('', { kind: 'Ghost', list: 'List of Lists' })
    expect(party?.type).toBe('Actor')
    expect(party?.extra).toMatchObject({ sanctionsInformation: ['List of Lists 2024-01-02'] })
    expect(listings('ofac:7')).toHaveLength(1)
    expect(codes).toEqual(['unmapped', 'unmapped'])
  })
})
