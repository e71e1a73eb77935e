import { createGraph, type Issue } from 'statecraft'
import { type FtmEntity, ftmLines, readFtm, readUnXml, toFtm } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'
import { sameAs } from './same'

/** Something of most kinds that did not come as FollowTheMoney. */
function world() {
  const kg = createGraph()
  const us = kg.add('State', { id: 'state:US', label: { en: 'United States' }, identifiers: { iso2: 'US' } })
  const kp = kg.add('State', { id: 'state:KP', label: { en: 'North Korea' }, identifiers: { iso2: 'KP' } })
  const ofac = kg.add('GovernmentAgency', { id: 'agency:ofac', label: { en: 'OFAC' } })
  const list = kg.add('SanctionsList', { id: 'source:ofac-sdn', label: { en: 'SDN list' }, publisher: ofac })
  const programme = kg.add('SanctionsProgramme', { id: 'programme:ofac-dprk3', label: { en: 'DPRK3' } })
  const jane = kg.add('Person', {
    id: 'ofac:1',
    label: { en: 'Jane Doe', ko: '제인 도' },
    names: [{ text: 'J. Doe', kind: 'weak' }],
    identifiers: { passport: 'K1', wikidata: 'Q999999', 'x-fax': '1' },
    addresses: [{ street: 'Street 1', city: 'Pyongyang', country: 'KP' }],
    born: '1960~',
    gender: 'female',
  })
  const john = kg.add('Person', { id: 'ofac:2', label: { en: 'John Doe' }, born: '[1961,1962-03]' })
  const group = kg.add('Organization', { id: 'ofac:3', label: { en: 'Doe Group' }, founded: '2001-02' })
  const ship = kg.add('Vessel', {
    id: 'ofac:4',
    label: { en: 'Morning Star' },
    identifiers: { imo: '9074729' },
  })
  const place = kg.add('Place', {
    id: 'place:port',
    label: { en: 'Port of Nampo' },
    point: { lat: 38.7, lon: 125.4 },
  })
  const rockets = kg.add('Technology', { id: 'technology:rockets', label: { en: 'rockets' } })
  const claims = [{ stance: 'asserts', source: list, at: '1' }] as const
  kg.relate(us, 'designates', jane, {
    programme,
    claims: [
      {
        stance: 'asserts',
        source: list,
        at: '1',
        when: '2016-03-02/..',
        listed: '2016-03-02',
        authority: ofac,
        measures: ['asset-freeze'],
        entry: '1',
        reason: { en: 'For reasons.' },
      },
    ],
  })
  kg.relate(jane, 'owns', group, { share: [25, 50], when: '2001/2005', claims })
  kg.relate(group, 'ownsOrControls', ship, { claims })
  kg.relate(john, 'directs', group, { role: { en: 'Chairman' }, claims })
  kg.relate(jane, 'parentOf', john, { claims })
  kg.relate(jane, 'citizenOf', kp, { claims })
  kg.relate(ship, 'flaggedBy', kp, { claims })
  kg.relate(group, 'registeredIn', kp, { claims })
  kg.relate(group, 'locatedIn', place, { claims })
  kg.relate(john, 'supports', group, { claims })
  kg.relate(kp, 'owns', group, { claims })
  kg.relate(group, 'develops', rockets, { claims })
  kg.relate(john, 'actsFor', jane, { claims: [{ stance: 'alleges', source: list }] })
  return kg
}

describe('a graph that did not come from FollowTheMoney', () => {
  const issues: Issue[] = []
  const written = [...toFtm(world(), { report: (found) => void issues.push(found) })]
  const of = (schema: string) => written.filter((entity) => entity.schema === schema)

  it('has its entities as their schemata', () => {
    expect(of('Person')).toEqual([
      {
        id: 'ofac-1',
        caption: 'Jane Doe',
        schema: 'Person',
        properties: {
          name: ['Jane Doe', '제인 도'],
          weakAlias: ['J. Doe'],
          passportNumber: ['K1'],
          wikidataId: ['Q999999'],
          address: ['Street 1, Pyongyang, KP'],
          birthDate: ['1960'],
          gender: ['female'],
          nationality: ['kp'],
        },
      },
      {
        id: 'ofac-2',
        caption: 'John Doe',
        schema: 'Person',
        properties: { name: ['John Doe'], birthDate: ['1961', '1962-03'] },
      },
    ])
    // What is owned is a company: an Organization of FollowTheMoney cannot be.
    expect(of('Company')).toMatchObject([
      {
        id: 'ofac-3',
        properties: {
          name: ['Doe Group'],
          incorporationDate: ['2001-02'],
          jurisdiction: ['kp'],
          addressEntity: ['place-port'],
        },
      },
    ])
    expect(of('Vessel')).toMatchObject([
      { id: 'ofac-4', properties: { name: ['Morning Star'], imoNumber: ['9074729'], flag: ['kp'] } },
    ])
    expect(of('Address')).toMatchObject([
      { id: 'place-port', properties: { name: ['Port of Nampo'], latitude: ['38.7'], longitude: ['125.4'] } },
    ])
    // A state that is the owner of something is a party; others are codes.
    expect(of('PublicBody')).toMatchObject([
      { id: 'state-KP', properties: { name: ['North Korea'], country: ['kp'] } },
    ])
  })

  it('has its links', () => {
    const links = ['Ownership', 'Directorship', 'Family', 'UnknownLink'].flatMap(of)
    expect(links.map(({ schema, properties }) => [schema, properties])).toEqual(
      expect.arrayContaining([
        [
          'Ownership',
          {
            owner: ['ofac-1'],
            asset: ['ofac-3'],
            startDate: ['2001'],
            endDate: ['2005'],
            percentage: ['25-50'],
          },
        ],
        ['Ownership', { owner: ['ofac-3'], asset: ['ofac-4'], role: ['owns or controls'] }],
        ['Ownership', { owner: ['state-KP'], asset: ['ofac-3'] }],
        ['Directorship', { director: ['ofac-2'], organization: ['ofac-3'], role: ['Chairman'] }],
        ['Family', { person: ['ofac-2'], relative: ['ofac-1'], relationship: ['parent'] }],
        ['UnknownLink', { subject: ['ofac-2'], object: ['ofac-3'], role: ['supports'] }],
      ]),
    )
    expect(links).toHaveLength(6)
    for (const { id, datasets } of links) {
      expect(id).toMatch(/^statecraft-[a-z2-7]{26}$/)
      expect(datasets).toEqual(['ofac_sdn'])
    }
  })

  it('has its listings as sanctions', () => {
    expect(of('Sanction')).toMatchObject([
      {
        properties: {
          entity: ['ofac-1'],
          authority: ['OFAC'],
          country: ['us'],
          program: ['DPRK3'],
          authorityId: ['1'],
          reason: ['For reasons.'],
          provisions: ['asset-freeze'],
          listingDate: ['2016-03-02'],
          startDate: ['2016-03-02'],
        },
        datasets: ['ofac_sdn'],
      },
    ])
  })

  it('tells what cannot be said there', () => {
    expect(issues.map(({ code, message }) => `${code} ${message}`).sort()).toEqual([
      'unmapped FollowTheMoney has no place for entities of type Technology: once',
      "unmapped FollowTheMoney has no place for identifiers of scheme 'x-fax': once",
      "unmapped FollowTheMoney has no place for the field 'born': once",
      "unmapped FollowTheMoney has no place for the relation 'develops': once",
      'unmapped FollowTheMoney has no place for what is not asserted: actsFor (alleges): once',
    ])
  })

  it('is read back as what it was, and written as the same once more', async () => {
    const { kg, links, codes } = await loaded(readFtm([...ftmLines(world())].join('')))
    expect(codes).toEqual([])
    expect(links('owns')).toEqual(['ftm:ofac-1 → ftm:ofac-3', 'ftm:state-KP → ftm:ofac-3'])
    expect(links('ownsOrControls')).toEqual(['ftm:ofac-3 → ftm:ofac-4'])
    expect(links('parentOf')).toEqual(['ftm:ofac-1 → ftm:ofac-2'])
    expect(links('designates')).toEqual(['state:US → ftm:ofac-1'])
    sameAs([...toFtm(kg)], written)
  })

  it('has the same ids whatever the order of its records', () => {
    const records = [...world().records()]
    expect([...toFtm(records.toReversed())].map(({ id }) => id).sort()).toEqual(
      written.map(({ id }) => id).sort(),
    )
  })
})

describe('a graph of FollowTheMoney and of lists', () => {
  const LIST = `<CONSOLIDATED_LIST dateGenerated="2025-04-19T23:00:04Z"><INDIVIDUALS><INDIVIDUAL>
    <FIRST_NAME>JOHN</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
    <REFERENCE_NUMBER>KPi.999</REFERENCE_NUMBER><LISTED_ON>2016-03-02</LISTED_ON>
  </INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`
  const LINE = '{"id":"a","schema":"Person","properties":{"name":["John"],"topics":["sanction"]}}\n'

  it('is written whole', async () => {
    const { kg } = await loaded([readUnXml(LIST), readFtm(LINE)])
    const written = [...toFtm(kg)]
    expect(written.find(({ id }) => id === 'a')).toEqual(JSON.parse(LINE))
    expect(written.find(({ id }) => id === 'un-KPi.999')?.properties).toEqual({ name: ['JOHN'] })
    expect(written.find(({ schema }) => schema === 'Sanction')?.properties).toMatchObject({
      entity: ['un-KPi.999'],
      country: ['un'],
      listingDate: ['2016-03-02'],
    })
  })

  it('has one entity of two that are one, with what both say', async () => {
    const { kg } = await loaded([readUnXml(LIST), readFtm(LINE)])
    kg.merge('ftm:a', 'un:KPi.999')
    const [one, ...others] = [...toFtm(kg)].filter(({ schema }) => schema === 'Person')
    expect(others).toEqual([])
    expect(one).toMatchObject({ id: 'a', properties: { topics: ['sanction'] } })
    expect(one?.properties.name?.toSorted()).toEqual(['JOHN', 'John'])
  })

  it('has of two entities of FollowTheMoney that are one a single one, that was the other', async () => {
    const other =
      '{"id":"b","schema":"LegalEntity","properties":{"name":["Johnny"],"topics":["role.pep"]},"datasets":["x"]}\n'
    const link = '{"id":"l","schema":"UnknownLink","properties":{"subject":["b"],"object":["c"]}}\n'
    const { kg } = await loaded(readFtm(LINE + other + link))
    kg.merge('ftm:a', 'ftm:b')
    const written = [...toFtm(kg)]
    expect(written.map(({ id }) => id).sort()).toEqual(['a', 'l'])
    const one: FtmEntity | undefined = written.find(({ id }) => id === 'a')
    expect(one).toMatchObject({ schema: 'Person', referents: ['b'], datasets: ['x'] })
    expect(one?.properties.name?.toSorted()).toEqual(['John', 'Johnny'])
    expect(one?.properties.topics?.toSorted()).toEqual(['role.pep', 'sanction'])
    expect(written.find(({ id }) => id === 'l')?.properties.subject).toEqual(['a'])
  })
})

it('writes no link that is only predicted, alleged or denied, or whose claim was withdrawn', async () => {
  const line = '{"id":"o","schema":"Ownership","properties":{"owner":["a"],"asset":["b"]}}\n'
  const things = ['a', 'b'].map((id) => `{"id":"${id}","schema":"Company","properties":{"name":["${id}"]}}\n`)
  const { kg } = await loaded(readFtm(things.join('') + line))
  const [read] = kg.statements({ relation: 'owns' })
  kg.withdraw(read!.claims[0]!.id!, '2020-01-01')
  const claim = (stance: string) => [{ stance, by: 'ftm:a' }]
  kg.load(
    ['predicts', 'alleges', 'announces', 'denies'].map((stance) => ({
      relation: 'controls',
      subject: 'ftm:a',
      object: 'ftm:b',
      occurrence: stance,
      claims: claim(stance),
    })),
  )
  const untold: string[] = []
  const written = [...toFtm(kg, { report: ({ message }) => untold.push(message) })]
  expect(written.map(({ schema }) => schema)).toEqual(['Company', 'Company'])
  expect(untold.join('\n')).toContain('what is withdrawn: owns')
})
