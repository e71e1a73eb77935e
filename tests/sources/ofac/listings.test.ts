import { describe, expect, it } from 'vitest'
import { type EntryOnLists, listingsOf } from '../../../src/sources/ofac/listings'
import { listNamed } from '../../../src/sources/ofac/lists'
import { measuresOfType, measuresStated } from '../../../src/sources/ofac/measures'
import { programmeOf, tagsOf } from '../../../src/sources/ofac/programmes'

/** Programme, list, measures and day of each listing. */
function listings(entry: Omit<EntryOnLists, 'uid'>) {
  return listingsOf({ uid: '1', ...entry }).map(({ programme, list, measures, listed, legalBasis }) =>
    [programme?.label, list?.id.slice('source:ofac-'.length), measures.join(','), listed, legalBasis].filter(
      (part) => part !== undefined,
    ),
  )
}

const on = (lists: { [list: string]: string }) =>
  new Map(Object.entries(lists).map(([name, day]) => [listNamed(name)!, day]))

describe('where the format names the lists', () => {
  // As the enhanced XML of 2025-01-10 has them; what each list does is from OFAC's page on it.
  it('takes the day and the measures of the list that a programme stands on', () => {
    expect(
      listings({
        tags: ['UKRAINE-EO13662', 'RUSSIA-EO14024'],
        on: on({
          'Sectoral Sanctions Identifications List': '2014-07-16',
          'SDN List': '2022-04-06',
          'Consolidated List': '2014-10-10',
        }),
        types: ['Block', '13662 Sectoral Directive 1', 'Executive Order 14024 Directive 3'],
        legalBases: ['Executive Order 13662 (Ukraine)', 'Executive Order 14024 (Russia)'],
      }),
    ).toEqual([
      ['UKRAINE-EO13662', 'ssi', 'sectoral-restrictions', '2014-07-16', 'Executive Order 13662 (Ukraine)'],
      [
        'RUSSIA-EO14024',
        'sdn',
        'asset-freeze,financial-restrictions',
        '2022-04-06',
        'Executive Order 14024 (Russia)',
      ],
    ])
  })

  it('blocks nobody who stands on another list than the SDN List', () => {
    const of = (list: string, tag: string, types: string[]) =>
      listings({ tags: [tag], on: on({ [list]: '2020', 'Consolidated List': '2020' }), types })[0]?.[2]
    expect(of('Non-SDN Palestinian Legislative Council List', 'NS-PLC', ['Reject'])).toBe(
      'financial-restrictions',
    )
    expect(of('Non-SDN CMIC List', 'CMIC-EO13959', ['CMIC Executive Order'])).toBe('investment-ban')
    expect(of('CAPTA List', '561-Related', ['561 Full Restrictions'])).toBe(
      'correspondent-account-restrictions',
    )
    expect(of('FSE List', 'FSE-IR', ['Reject'])).toBe('financial-restrictions')
    expect(of('Sectoral Sanctions Identifications List', 'UKRAINE-EO13662', [])).toBe('sectoral-restrictions')
    expect(of('Non-SDN Menu-Based Sanctions List', 'RUSSIA-EO14024', [])).toBe('')
  })

  it('claims no more than is stated where two programmes may be on either of two lists', () => {
    expect(
      listings({
        tags: ['RUSSIA-EO14024', 'CAATSA - RUSSIA'],
        on: on({ 'SDN List': '2022-01-01', 'Non-SDN Menu-Based Sanctions List': '2021-01-01' }),
        stated: [{ measures: ['export-control'], about: 'CAATSA' }],
      }),
    ).toEqual([
      ['RUSSIA-EO14024', ''],
      ['CAATSA - RUSSIA', 'export-control'],
    ])
  })

  it('lists a party that has no programme, too', () => {
    expect(listings({ tags: [], on: on({ 'SDN List': '2022-01-01' }) })).toEqual([
      ['sdn', 'asset-freeze', '2022-01-01'],
    ])
  })
})

describe('where the format names the file alone', () => {
  it('is the SDN List blocked', () => {
    expect(listings({ tags: ['SDGT', 'SYRIA'], on: 'sdn' })).toEqual([
      ['SDGT', 'sdn', 'asset-freeze'],
      ['SYRIA', 'sdn', 'asset-freeze'],
    ])
    expect(listings({ tags: ['SDGT', 'NS-PLC'], on: 'sdn' })).toEqual([
      ['SDGT', 'sdn', 'asset-freeze'],
      ['NS-PLC', 'ns-plc', 'financial-restrictions'],
    ])
    // Blocked under E.O. 13662 itself: no directive is stated.
    expect(listings({ tags: ['UKRAINE-EO13662'], on: 'sdn' })).toEqual([
      ['UKRAINE-EO13662', 'sdn', 'asset-freeze'],
    ])
  })

  it('is somebody in the file of the other lists on one of them', () => {
    expect(listings({ tags: ['UKRAINE-EO13662'], on: 'consolidated' })).toEqual([
      ['UKRAINE-EO13662', 'ssi', 'sectoral-restrictions'],
    ])
    const capta = { measures: ['correspondent-account-restrictions'], about: 'EO14024' }
    expect(listings({ tags: ['RUSSIA-EO14024'], on: 'consolidated', stated: [capta] })).toEqual([
      ['RUSSIA-EO14024', 'capta', 'correspondent-account-restrictions'],
    ])
    const debt = { measures: ['financial-restrictions'], about: 'EO14024' }
    expect(listings({ tags: ['RUSSIA-EO14024'], on: 'consolidated', stated: [debt] })).toEqual([
      ['RUSSIA-EO14024', 'ns-mbs', 'financial-restrictions'],
    ])
    // Nothing tells the one from the other.
    expect(listings({ tags: ['RUSSIA-EO14024'], on: 'consolidated' })).toEqual([['RUSSIA-EO14024', '']])
  })
})

it('knows the measures of all sanctions types of the value sets, and of no other', () => {
  expect(measuresOfType('Block')).toEqual(['asset-freeze'])
  expect(measuresOfType('13662 Sectoral Directive 4')).toEqual(['sectoral-restrictions'])
  expect(measuresOfType('Executive Order 14059 Non-blocking')).toEqual([])
  expect(measuresOfType('NDAA Special Conditions')).toBeUndefined()
  expect(measuresOfType('constructor')).toBeUndefined()
})

it('reads measures of menus', () => {
  const menu = 'caatsa section 235 information'
  expect(
    measuresStated(menu, 'BLOCKING PROPERTY AND INTERESTS IN PROPERTY. Sec 235(a)(9)')?.measures,
  ).toEqual(['asset-freeze'])
  expect(measuresStated(menu, 'EXPORT SANCTIONS Sec. 235(a)(2)')?.measures).toEqual(['export-control'])
  expect(measuresStated(menu, 'Something new')).toBeUndefined()
  expect(measuresStated('gender', 'Male')).toBeUndefined()
})

it('makes one programme of a tag, however it is written', () => {
  expect(tagsOf('SDGT] [SYRIA] [ SDGT')).toEqual(['SDGT', 'SYRIA'])
  expect(tagsOf('[CAATSA - RUSSIA]')).toEqual(['CAATSA - RUSSIA'])
  expect(programmeOf('SDGT').partOf).toBe('programme:US-TERR')
  expect(programmeOf('561List')).toBe(programmeOf('561-Related'))
  expect(programmeOf('NEVER-HEARD-OF')).toEqual({
    id: 'programme:ofac-never-heard-of',
    label: 'NEVER-HEARD-OF',
  })
})
