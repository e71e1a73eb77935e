import { readFileSync } from 'node:fs'
import { readOfacLegacyXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'
import { file } from './files'

// Expected values are read off the fixtures by hand.

const OLD = readFileSync('tests/fixtures/ofac/legacy/consolidated-2018-04-06.xml')
const NEW = readFileSync('tests/fixtures/ofac/legacy/sdn-excerpt-2026-07-30.xml')

describe('the legacy XML', () => {
  it('gives its parties, with nothing dropped, and the date of the list', async () => {
    const { kg, report } = await loaded(readOfacLegacyXml(OLD))
    expect(report.errors).toBe(0)
    expect(report.dropped).toBe(0)
    expect([...kg.entities()].filter(({ id }) => id.startsWith('ofac:'))).toHaveLength(10)
    expect(kg.entity('source:ofac-consolidated-2018-04-06')).toMatchObject({
      type: 'SanctionsList',
      published: '2018-04-06',
      coverage: '2018-04-06',
      publisher: 'agency:ofac',
    })
  })

  it('reads a bank: aliases, addresses and what is said of secondary sanctions', async () => {
    const { kg, listings } = await loaded(readOfacLegacyXml(OLD))
    expect(kg.entity('ofac:4632')).toMatchObject({
      type: 'Organization',
      label: { und: 'BANK MARKAZI JOMHOURI ISLAMI IRAN' },
      addresses: [
        { street: '213 Ferdowsi Avenue', city: 'Tehran', postcode: '11365', country: 'Iran' },
        { street: 'PO Box 15875/7177, 144 Mirdamad Blvd', city: 'Tehran', country: 'Iran' },
      ],
    })
    // On no SDN List, and yet blocked: the closed list of Executive Order 13599.
    expect(listings('ofac:4632')[0]).toMatchObject({
      programme: 'programme:ofac-iran',
      claims: [{ list: 'source:ofac-eo-13599', measures: ['asset-freeze'], secondaryRisk: false }],
    })
  })

  it('reads persons, vessels and links by name', async () => {
    const { kg, links, listings } = await loaded(readOfacLegacyXml(OLD))
    expect(kg.entity('ofac:9639')).toMatchObject({
      type: 'Person',
      label: { und: 'HANIYA, Ismail Abdul Salah' },
      born: '1962',
      extra: { placesOfBirth: ['Shati'] },
    })
    expect(kg.entity('ofac:15036')).toMatchObject({
      type: 'Vessel',
      identifiers: expect.arrayContaining([
        { scheme: 'imo', value: '9187629' },
        { scheme: 'call-sign', value: 'T2EU4' },
        { scheme: 'mmsi', value: '572469210' },
      ]),
      extra: { tonnage: ['99144'], vesselTypes: ['Crude/Oil Products Tanker'] },
    })
    expect(links('flaggedBy')).toEqual(['ofac:15036 → state:TZ'])
    expect(links('citizenOf')).toContain('ofac:15961 → state:IR')
    expect(links('linkedTo')).toContain('ofac:15036 → ofac-name:national-iranian-tanker-company')
    // The tag of the list of banks was another one in 2018; the programme is the same.
    expect(listings('ofac:15268')[0]).toMatchObject({
      programme: 'programme:ofac-561-related',
      claims: [{ list: 'source:ofac-capta', measures: ['correspondent-account-restrictions'] }],
    })
  })

  it('is read with the namespace of 2026, too', async () => {
    const { kg, report, links, listings } = await loaded(readOfacLegacyXml(file('sdn.xml', NEW)))
    expect(report.errors).toBe(0)
    expect(kg.entity('ofac:7741')).toMatchObject({
      label: { und: 'MILOSEVIC, Milanka' },
      extra: { remarks: ['sister-in-law of Slobodan Milosevic'] },
    })
    expect(kg.entity('ofac:28332')).toMatchObject({
      type: 'Aircraft',
      identifiers: [
        { scheme: 'msn', value: 'UE-236' },
        { scheme: 'tail-number', value: 'YV2763' },
      ],
      extra: { aircraftModels: ['1900D'] },
    })
    expect(links('linkedTo')).toEqual(['ofac:23422 → ofac-name:adj-trading-limited'])
    expect(listings('ofac:591')[0]?.claims[0]).toMatchObject({
      source: 'source:ofac-sdn-2026-07-30',
      measures: ['asset-freeze'],
    })
  })

  it('reads weak aliases, former names, documents and what nobody has heard of', async () => {
    const xml = `<sdnList><publshInformation><Publish_Date>01/02/2026</Publish_Date><Record_Count>1</Record_Count>
      </publshInformation><sdnEntry><uid>7</uid><firstName>Jan</firstName><lastName>NOBODY</lastName><sdnType>Individual</sdnType>
      <programList><program>SDGT</program><program>SDGT</program></programList>
      <akaList><aka><uid>1</uid><type>a.k.a.</type><category>weak</category><lastName>JN</lastName></aka>
      <aka><uid>2</uid><type>f.k.a.</type><category>strong</category><lastName>SOMEBODY</lastName><firstName>J.</firstName></aka></akaList>
      <idList><id><uid>3</uid><idType>Diplomatic Passport</idType><idNumber>D1</idNumber><idCountry>Iran</idCountry>
      <issueDate>01 Feb 2001</issueDate><expirationDate>Feb 2006</expirationDate></id>
      <id><uid>4</uid><idType>R.F.C.</idType><idNumber>ABC 1</idNumber><idCountry>Atlantis</idCountry></id>
      <id><uid>5</uid><idType>Digital Currency Address - XBT</idType><idNumber>1AbC</idNumber></id>
      <id><uid>6</uid><idType>Library Card</idType><idNumber>9</idNumber></id>
      <id><uid>8</uid><idType>Gender</idType><idNumber>Female</idNumber></id></idList>
      <dateOfBirthList><dateOfBirthItem><uid>9</uid><dateOfBirth>circa 1951</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem>
      <dateOfBirthItem><uid>10</uid><dateOfBirth>1953 to 1955</dateOfBirth></dateOfBirthItem></dateOfBirthList>
      <novelty kind="x"><deep>said</deep></novelty></sdnEntry></sdnList>`
    const { kg, report, listings } = await loaded(readOfacLegacyXml(xml))
    expect(report.errors).toBe(0)
    expect(kg.entity('ofac:7')).toMatchObject({
      born: '[1951~,1953..1955]',
      gender: 'female',
      names: [
        { text: 'SOMEBODY, J.', kind: 'former' },
        { text: 'NOBODY, Jan', kind: 'primary' },
        { text: 'JN', kind: 'weak' },
      ],
      identifiers: expect.arrayContaining([
        { scheme: 'x-diplomatic-passport', value: 'D1', country: 'IR', when: '2001-02-01/2006-02' },
        { scheme: 'tax', value: 'ABC 1' },
        { scheme: 'x-wallet', value: 'XBT:1AbC' },
        { scheme: 'x-library-card', value: '9' },
      ]),
      extra: {
        documents: ['R.F.C. ABC 1', 'R.F.C. ABC 1 (Atlantis)'],
        other: ['novelty: kind=x said'],
      },
    })
    expect(listings('ofac:7')).toHaveLength(1)
  })
})
