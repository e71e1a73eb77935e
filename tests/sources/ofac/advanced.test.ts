import { readFileSync } from 'node:fs'
import { createGraph } from 'statecraft'
import { toJsonl } from 'statecraft/jsonl'
import { readRdf, toTurtle } from 'statecraft/rdf'
import { readOfacAdvancedXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'

// Expected values are read off the fixture by hand.

const XML = readFileSync('tests/fixtures/ofac/advanced/cons_advanced-2020-03-17.xml')
const whole = loaded(readOfacAdvancedXml(XML))

describe('the advanced XML', () => {
  it('gives its parties, with nothing dropped, and the date of the list', async () => {
    const { kg, report } = await whole
    expect(report).toMatchObject({ errors: 0, dropped: 0, counts: { dangling: 1 } })
    const parties = [...kg.entities()].filter(({ id }) => id.startsWith('ofac:'))
    expect(parties.filter(({ type }) => type === 'Person')).toHaveLength(3)
    expect(parties.filter(({ type }) => type === 'Organization')).toHaveLength(4)
    // All of them stand on it, and the file does not say what it is.
    expect(kg.entity('source:ofac-consolidated-2020-03-17')).toMatchObject({
      type: 'SanctionsList',
      published: '2020-03-17',
      publisher: 'agency:ofac',
    })
  })

  it('joins parts of names, in capitals where all other formats have them', async () => {
    const { kg } = await whole
    expect(kg.entity('ofac:9639')).toMatchObject({
      label: { und: 'HANIYA, Ismail Abdul Salah' },
      names: expect.arrayContaining([
        { text: 'HANIYA, Ismail Abdul Salah', kind: 'primary' },
        { text: 'HANIYYA, Ismaeel', kind: 'alias' },
      ]),
    })
    // In the file it is 'Bektas', 'Halis'.
    expect(kg.entity('ofac:17526')).toMatchObject({
      label: { und: 'BEKTAS, Halis' },
      extra: { writtenNames: ['Bektas, Halis'] },
    })
  })

  it('reads dates: a year is from its first day to its last, and a day is one', async () => {
    const { kg } = await whole
    expect(kg.entity('ofac:9639')).toMatchObject({ born: '1962' })
    expect(kg.entity('ofac:17526')).toMatchObject({ born: '1966-02-13' })
  })

  it('reads documents, places and countries by their numbers', async () => {
    const { kg, links } = await whole
    expect(kg.entity('ofac:17526')?.identifiers).toEqual([
      { scheme: 'passport', value: 'X0906223', country: 'CH' },
    ])
    expect(links('citizenOf')).toEqual(['ofac:17526 → state:CH'])
    expect(kg.entity('ofac:9659')).toMatchObject({
      addresses: [{ city: 'Jabaliya', region: 'Gaza' }],
      extra: { placesOfBirth: ['Jabaliya, Gaza Strip'] },
    })
    // Its location is in an area that is 'undetermined', and says nothing else.
    expect(kg.entity('ofac:9639')?.addresses).toBeUndefined()
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
        more.length,
      ])
    // Three entries, of which each names both programmes.
    expect(claims('ofac:9659').sort()).toEqual([
      ['programme:ofac-ns-plc', '', 'source:ofac-ns-plc', '2006-04-12', ['financial-restrictions'], 0],
      ['programme:ofac-sdgt', '', 'source:ofac-sdn', '2016-09-16', ['asset-freeze'], 0],
    ])
    expect(claims('ofac:17526').sort()).toEqual([
      ['programme:ofac-fse-sy', '', 'source:ofac-fse', '2014-12-17', ['financial-restrictions'], 0],
      ['programme:ofac-syria', '', 'source:ofac-sdn', '2014-12-17', ['asset-freeze'], 0],
    ])
    expect(listings('ofac:9639')[0]?.claims).toMatchObject([
      {
        source: 'source:ofac-consolidated-2020-03-17',
        at: '9639',
        entry: '9639',
        authority: 'agency:ofac',
        legalBasis: 'General License 4 Under EO 13224 (Terrorism)',
      },
    ])
  })

  it('turns relations that stand at what is owned', async () => {
    const { kg, links, report } = await whole
    // GPB-FACTORING OOO and OJSC ORENBURGNEFT are 'Owned or Controlled By' GAZPROMBANK OAO and Rosneft.
    expect(links('ownsOrControls')).toEqual(['ofac:17016 → ofac:20299', 'ofac:17022 → ofac:18267'])
    expect(kg.entity('ofac:20299')?.label).toEqual({ und: 'GPB-FACTORING OOO' })
    expect(kg.entity('ofac:17022')?.type).toBe('Actor')
    expect(report.issues).toMatchObject([{ code: 'dangling', entity: 'ofac:17022' }])
  })

  it('says the same in RDF, and whatever chunks it comes in', async () => {
    const { kg } = await whole
    const again = createGraph()
    expect(again.load(readRdf(toTurtle(kg), { format: 'turtle' })).errors).toBe(0)
    expect(toJsonl(again)).toBe(toJsonl(kg))
    const chunks = (async function* () {
      for (let at = 0; at < XML.length; at += 97) yield XML.subarray(at, at + 97)
    })()
    expect(toJsonl((await loaded(readOfacAdvancedXml(chunks))).kg)).toBe(toJsonl(kg))
  })
})
