import { programmeByAlias } from 'statecraft/reference'
import { describe, expect, it } from 'vitest'

const ids = (alias: string, issuer?: string) => programmeByAlias(alias, issuer).ids.map((id) => id.slice(10))

describe('a programme by its alias', () => {
  it.each([
    ['SDGT', 'state:US', ['US-TERR']],
    ['SDGT', 'agency:ofac', ['US-TERR']],
    ['CAATSA - RUSSIA', 'agency:ofac', ['US-CAATSA']],
    ['FTO', 'agency:ofac', ['US-FTO219']],
    ['BELARUS', 'agency:ofac', ['US-BRUS']],
    ['SOUTH SUDAN', 'state:US', ['US-SOUTH-SUDAN']],
    ['SYRIA-EO13894', 'state:US', ['US-SYR-REL']],
    ['NS-PLC', 'state:US', ['US-NS-PLC']],
    ['TAQA', 'organization:eu', ['EU-TAQA-EUAQ']],
    ['RUSDA', 'organization:eu', ['EU-RUSDA']],
    ['The Afghanistan (Sanctions) (EU Exit) Regulations 2020', 'state:GB', ['GB-AFG']],
    ["Democratic People's Republic of Korea", 'state:GB', ['GB-DPRK']],
    ['Iraq', 'agency:ofsi', ['GB-IRQ']],
    ['Belarus', 'agency:seco', ['SECO-BRUS']],
    ['North Korea', 'state:CH', ['SECO-NORTHKOREA']],
    ['SR 946.231.127.6', 'state:CH', ['SECO-NORTHKOREA']],
    ['SR 946.209.2', 'agency:seco', ['SECO-ZIM']],
    ['Executive Order 14024', 'state:US', ['US-RUSHAR']],
    ['E.O. 13662', undefined, ['US-SSI', 'US-UKRRUS-REL']],
    ['US-IRAN', undefined, ['US-IRAN']],
  ])('%s in the lists of %s', (alias, issuer, expected) => {
    expect(ids(alias, issuer)).toEqual(expected)
  })

  // The values of UN_LIST_TYPE in the consolidated lists of 2018-08-24 and 2025-04-19, and the resolutions of the
  // committees that they are short for.
  it.each([
    ['Al-Qaida', 'UN-SCISIL'],
    ['CAR', 'UN-SC2127'],
    ['DPRK', 'UN-SC1718'],
    ['DRC', 'UN-SC1533'],
    ['GB', 'UN-SC2048'],
    ['Haiti', 'UN-SC2653'],
    ['Iran', 'UN-SC1737'],
    ['Iraq', 'UN-SC1518'],
    ['Libya', 'UN-SC1970'],
    ['Somalia', 'UN-SC2713'],
    ['SouthSudan', 'UN-SC2206'],
    ['Sudan', 'UN-SC1591'],
    ['Taliban', 'UN-SC1988'],
    ['Yemen', 'UN-SC2140'],
  ])('the list type %s of the UN', (type, key) => {
    expect(ids(type, 'organization:un')).toEqual([key])
  })

  // The tags of SDN 2021-07, consolidated 2025-12 and consolidated 2018-04, by a count in Python, and what is left.
  it('what a tag may stand for in several ways is several, and what no programme is called is none', () => {
    expect(ids('UKRAINE-EO13662', 'agency:ofac')).toEqual(['US-SSI', 'US-UKRRUS-REL'])
    for (const tag of ['BURUNDI', 'HIFPAA', 'Unknown', 'ZIMBABWE']) expect(ids(tag, 'state:US')).toEqual([])
    expect(ids('BURUNDI', 'state:CH')).toEqual(['SECO-BURUNDI'])
    expect(ids('LBN', 'organization:eu')).toEqual(['EU-HARIRI', 'EU-LEBANON'])
  })

  it('case, blanks, dashes and apostrophes make no difference', () => {
    expect(ids('  sdgt ')).toEqual(['US-TERR'])
    expect(ids('caatsa –  russia')).toEqual(['US-CAATSA'])
    expect(ids('Democratic People’s Republic of Korea')).toEqual(['GB-DPRK'])
  })

  it.each(['', ' ', 'the ', '__proto__', 'constructor', 'toString', '\u202eSDGT', 'S'.repeat(100_000)])(
    'a hostile name finds nothing',
    (name) => {
      expect(ids(name)).toEqual([])
      expect(ids('SDGT', name)).toEqual([])
    },
  )
})
