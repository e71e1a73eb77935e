import { readFileSync } from 'node:fs'
import { createGraph } from 'statecraft'
import { toJsonl } from 'statecraft/jsonl'
import { readRdf, toTurtle } from 'statecraft/rdf'
import { readOfacEnhancedXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'

// Expected values are read off the fixture by hand.

const XML = readFileSync('tests/fixtures/ofac/enhanced/cons_enhanced-2025-01-10.xml')
const whole = loaded(readOfacEnhancedXml(XML))

describe('the enhanced XML', () => {
  it('gives its parties, with nothing dropped, and the date of the list', async () => {
    const { kg, report } = await whole
    expect(report).toMatchObject({ errors: 0, dropped: 0, counts: { dangling: 1 } })
    const parties = [...kg.entities()].filter(({ id }) => id.startsWith('ofac:'))
    expect(parties.filter(({ type }) => type === 'Person')).toHaveLength(4)
    expect(parties.filter(({ type }) => type === 'Organization')).toHaveLength(7)
    expect(kg.entity('source:ofac-consolidated-2025-01-10')).toMatchObject({
      type: 'SanctionsList',
      published: '2025-01-10',
      publisher: 'agency:ofac',
    })
  })

  it('reads a bank: names in two scripts, identifiers, what it was founded', async () => {
    const { kg } = await whole
    expect(kg.entity('ofac:17016')).toMatchObject({
      type: 'Organization',
      label: { und: 'GAZPROMBANK JOINT STOCK COMPANY' },
      names: expect.arrayContaining([
        { text: 'GAZPROMBANK JOINT STOCK COMPANY', kind: 'primary' },
        { text: 'ГАЗПРОМБАНК АКЦИОНЕРНОЕ ОБЩЕСТВО', script: 'Cyrl', kind: 'alias' },
        { text: 'BANK GPB JSC', kind: 'alias' },
        { text: 'GAZPROMBANK OPEN JOINT STOCK COMPANY', kind: 'former' },
      ]),
      identifiers: expect.arrayContaining([
        { scheme: 'bic', value: 'GAZPRUMM' },
        { scheme: 'website', value: 'www.gazprombank.ru' },
        { scheme: 'lei', value: '253400WSS48YWMBUA688' },
        { scheme: 'tax', value: '7744001497', country: 'RU' },
      ]),
      founded: '1990-07-31',
      extra: { targetTypes: ['Financial Institution', 'State-Owned Enterprise'] },
    })
    expect(kg.entity('ofac:17016')?.addresses).toContainEqual({
      street: '16 Nametkina Street, Bldg. 1',
      city: 'Moscow',
      postcode: '117420',
      country: 'Russia',
    })
  })

  it('keeps both writings of an address', async () => {
    const { kg } = await whole
    expect(kg.entity('ofac:31693')?.addresses).toEqual([
      { street: '9 Ilyinka Street', city: 'Moscow', postcode: '109097', country: 'Russia' },
      { street: 'ул. Ильинка, 9', city: 'Москва', postcode: '109097', country: 'Russia' },
    ])
  })

  it('reads persons: birth, belonging, documents, weak names', async () => {
    const { kg, links } = await whole
    expect(kg.entity('ofac:50476')).toMatchObject({
      type: 'Person',
      label: { und: 'MARTELLY, Michel Joseph' },
      born: '1961-02-12',
      gender: 'male',
      names: expect.arrayContaining([
        { text: 'MARTELLY, Michael', kind: 'alias' },
        { text: 'Sweet Micky', kind: 'weak' },
      ]),
      identifiers: expect.arrayContaining([
        { scheme: 'national-id', value: '0032768386', country: 'HT' },
        { scheme: 'x-drivers-license-no', value: 'M634550610520', country: 'US' },
      ]),
      addresses: expect.arrayContaining([{ country: 'Dominican Republic' }]),
      extra: { placesOfBirth: ['Port-au-Prince, Haiti'] },
    })
    // A year is from its first day to its last in the file.
    expect(kg.entity('ofac:9639')).toMatchObject({ born: '1962' })
    expect(kg.entity('ofac:26182')).toMatchObject({ born: '1980-02-08', gender: 'male' })
    expect(links('citizenOf')).toEqual([
      'ofac:26182 → state:TR',
      'ofac:50476 → state:HT',
      'ofac:9647 → state:PS',
    ])
  })

  it('lists each party once a programme: on its list, from its day, with what that list does', async () => {
    const { listings } = await whole
    const claims = (id: string) =>
      listings(id).map(({ programme, occurrence, claims: [claim, ...more] }) => [
        programme,
        occurrence,
        claim?.list,
        claim?.listed,
        claim?.measures,
        claim?.legalBasis,
        more.length,
      ])
    expect(claims('ofac:9647')).toEqual([
      [
        'programme:ofac-ns-plc',
        '',
        'source:ofac-ns-plc',
        '2006-04-12',
        ['financial-restrictions'],
        undefined,
        0,
      ],
      ['programme:ofac-sdgt', '', 'source:ofac-sdn', '2023-11-14', ['asset-freeze'], undefined, 0],
    ])
    expect(claims('ofac:17016')).toEqual([
      [
        'programme:ofac-ukraine-eo13662',
        '',
        'source:ofac-ssi',
        '2014-07-16',
        ['sectoral-restrictions'],
        'Executive Order 13662 (Ukraine)',
        0,
      ],
      [
        'programme:ofac-russia-eo14024',
        '',
        'source:ofac-sdn',
        '2024-11-21',
        ['asset-freeze', 'financial-restrictions'],
        'Executive Order 14024 (Russia)',
        0,
      ],
    ])
    expect(claims('ofac:15268')[0]?.slice(2, 5)).toEqual([
      'source:ofac-capta',
      '2019-03-14',
      ['correspondent-account-restrictions'],
    ])
    expect(claims('ofac:30947')[0]?.slice(2, 5)).toEqual([
      'source:ofac-ns-cmic',
      '2021-06-03',
      ['investment-ban'],
    ])
    // Three prohibitions of a menu: foreign exchange and loans are the second value, equity and debt the first.
    expect(claims('ofac:50476')[0]?.slice(2, 5)).toEqual([
      'source:ofac-ns-mbs',
      '2024-08-20',
      ['financial-restrictions', 'investment-ban'],
    ])
  })

  it('turns a relation that stands at what is owned, and leaves one that stands at the owner', async () => {
    const { links } = await whole
    // GPB-MORTGAGE JSC is 'Owned or Controlled By' GAZPROMBANK JOINT STOCK COMPANY.
    // HUAWEI INVESTMENT & HOLDING CO., LTD. 'Owns, controls, or operates' HUAWEI TECHNOLOGIES CO., LTD.
    expect(links('ownsOrControls')).toEqual(['ofac:17016 → ofac:20303', 'ofac:32087 → ofac:30947'])
    const { kg } = await whole
    const claimOf = (object: string) =>
      [...kg.statements()].find((one) => one.relation === 'ownsOrControls' && one.object === object)?.claims
    expect(claimOf('ofac:30947')).toMatchObject([
      {
        source: 'source:ofac-consolidated-2025-01-10',
        at: '32087',
        note: { en: 'Owns, controls, or operates' },
      },
    ])
    expect(claimOf('ofac:20303')).toMatchObject([{ at: '20303' }])
  })

  it('keeps a relation to a party of another list', async () => {
    const { kg, links, report } = await whole
    // ZAHHAR, Mahmoud Khaled is 'Acting for or on behalf of' HAMAS.
    expect(links('actsFor')).toEqual(['ofac:9647 → ofac:4695'])
    expect(kg.entity('ofac:4695')).toMatchObject({ type: 'Actor', label: { und: 'HAMAS' } })
    expect(report.issues).toMatchObject([{ code: 'dangling', entity: 'ofac:4695' }])
  })

  it('says the same in RDF, and whatever chunks it comes in', async () => {
    const { kg } = await whole
    const again = createGraph()
    expect(again.load(readRdf(toTurtle(kg), { format: 'turtle' })).errors).toBe(0)
    expect(toJsonl(again)).toBe(toJsonl(kg))
    const chunks = (async function* () {
      for (let at = 0; at < XML.length; at += 97) yield XML.subarray(at, at + 97)
    })()
    expect(toJsonl((await loaded(readOfacEnhancedXml(chunks))).kg)).toBe(toJsonl(kg))
  })
})
