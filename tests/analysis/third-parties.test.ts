import fc from 'fast-check'
import { createGraph, StatecraftError } from 'statecraft'
import { type ThirdParties, thirdParties } from 'statecraft/analysis'
import { describe, expect, test } from 'vitest'
import { by, entity, type Fields, graphOf, statement, states } from '../records'

const RUNS = { numRuns: Number(process.env.STATECRAFT_RUNS ?? 40) }

/** S has sanctions on T. */
const sanctions = (fields: Fields = {}, claim: Fields = {}) =>
  statement('S', 'sanctions', 'T', [{ stance: 'asserts', source: 'source:law', ...claim }], {
    measures: ['arms-embargo'],
    when: '2014-03-17/..',
    ...fields,
  })

const base: Fields[] = [
  ...states('S', 'T', 'P', 'Q'),
  entity('Dataset', 'source:law', { published: '2020' }),
  entity('Dataset', 'source:trade', { published: '2020' }),
]

/** What a partner exports to T in one year, as somebody reports it; each reporter has a page of the source. */
const flow = (
  partner: string,
  year: number | string,
  value: number,
  fields: Fields = {},
  claim: Fields = {},
) =>
  statement(
    partner,
    'exportsTo',
    'T',
    [
      {
        ...{ stance: 'asserts', source: 'source:trade', at: String(claim.reporter ?? '') || 'exporter' },
        ...{ value, currency: 'USD', reporter: `state:${partner}`, ...claim },
      },
    ],
    { when: String(year), ...fields },
  )

/** Yearly flows from 2011 on; a hole where undefined. */
const flows = (
  partner: string,
  values: readonly (number | undefined)[],
  fields: Fields = {},
  claim: Fields = {},
): Fields[] =>
  values.flatMap((value, i): readonly Fields[] =>
    value === undefined ? [] : [flow(partner, 2011 + i, value, fields, claim)],
  )

const ends = { sender: 'state:S', target: 'state:T' }

/** `P exporter USD: 110 160 1.45 rose`, one line a flow. */
const lines = ({ parties }: ThirdParties) =>
  parties.flatMap(({ partner, flows: all }) =>
    all.map(({ reported, currency, before, after, ratio, rise }) =>
      [
        `${partner.slice(6)} ${reported} ${currency}:`,
        ...[before?.value ?? '·', after?.value ?? '·', ratio === undefined ? '·' : +ratio.toFixed(4), rise],
      ].join(' '),
    ),
  )

const failing = (ask: () => unknown) => {
  try {
    ask()
  } catch (error) {
    if (error instanceof StatecraftError) return `${error.code} ${error.issue.path?.join('.') ?? ''}`.trim()
    throw error
  }
  return 'nothing'
}

describe('third parties', () => {
  // Imposed in 2014: 2011 to 2013 before, 2015 to 2017 after.
  const p = flows('P', [100, 110, 120, 999, 150, 160, 170]) // 330/3 = 110, 480/3 = 160, 160/110 = 1.4545
  const q = flows('Q', [80, 80, 80, 1, 60, 60, 60]) // 80, 60, 0.75

  test('compares the mean of the years after with that of the years before', () => {
    const found = thirdParties(graphOf(base, sanctions(), p, q), ends)
    expect(lines(found)).toEqual([
      'P exporter USD: 110 160 1.4545 rose',
      'Q exporter USD: 80 60 0.75 not-risen',
    ])
    expect(found.parties.map(({ verdict }) => verdict)).toEqual(['rose', 'not-risen'])
    expect(found).toMatchObject({
      imposed: [2014, 2014],
      before: [2011, 2012, 2013],
      after: [2015, 2016, 2017],
    })
  })

  test('takes other years, another threshold, and the year of imposition where asked to', () => {
    const kg = graphOf(base, sanctions(), p)
    const line = (options: object) => lines(thirdParties(kg, ends, options))
    expect(line({ years: 1 })).toEqual(['P exporter USD: 120 150 1.25 rose'])
    // A rise is one above the threshold.
    expect(line({ years: 1, threshold: 1.25 })).toEqual(['P exporter USD: 120 150 1.25 not-risen'])
    expect(line({ years: 1, threshold: 1.24 })).toEqual(['P exporter USD: 120 150 1.25 rose'])
    expect(line({ years: 1, impositionYear: 'after' })).toEqual(['P exporter USD: 120 999 8.325 rose'])
    expect(line({ years: 1, impositionYear: 'before' })).toEqual(['P exporter USD: 999 150 0.1502 not-risen'])
    // 120 and 999 are 559.5 in the mean.
    expect(line({ years: 2, impositionYear: 'before' })).toEqual([
      'P exporter USD: 559.5 155 0.277 not-risen',
    ])
  })

  test('asks by the id of the statement, or by sender, target and programme', () => {
    const programme = entity('SanctionsProgramme', 'programme:x')
    const kg = graphOf(
      base,
      programme,
      sanctions(),
      sanctions({ programme: 'programme:x', when: '2012/..' }),
      p,
    )
    const [one, other] = [...kg.statements({ relation: 'sanctions' })].sort((a) =>
      'programme' in a ? 1 : -1,
    )
    expect(thirdParties(kg, one!.id).imposed).toEqual([2014, 2014])
    expect(thirdParties(kg, other!.id).imposed).toEqual([2012, 2012])
    expect(thirdParties(kg, { ...ends, programme: 'programme:x' }).sanction).toBe(other!.id)
    expect(failing(() => thirdParties(kg, ends))).toBe('bad-value sanction')
    expect(() => thirdParties(kg, ends)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining(one!.id) }),
    )
  })

  test('says on how many years a mean rests: what is missing is not zero', () => {
    const kg = graphOf(base, sanctions(), flows('P', [100, undefined, 120, 0, undefined, undefined, 170]))
    const [party] = thirdParties(kg, ends).parties
    expect(party?.flows[0]).toMatchObject({
      before: { value: 110, years: [2011, 2013] },
      after: { value: 170, years: [2017] },
      rise: 'rose',
    })
    expect(String(thirdParties(kg, ends))).toContain('110 (2 of 3 years)')
  })

  test('is undetermined where one side has no figure, and new where there was nothing', () => {
    const kg = graphOf(
      base,
      sanctions(),
      flows('P', [undefined, undefined, undefined, 5, 10, 10, 10]),
      flows('Q', [0, 0, 0, 5, 10, 10, 10]),
      flows('S', [0, 0, 0, 5, 0, 0, 0]),
    )
    const found = thirdParties(kg, ends)
    expect(lines(found)).toEqual([
      'P exporter USD: · 10 · undetermined',
      'Q exporter USD: 0 10 · new',
      'S exporter USD: 0 0 · not-risen',
    ])
    expect(found.parties.map(({ verdict }) => verdict)).toEqual(['undetermined', 'rose', 'not-risen'])
    expect(found.parties[0]?.flows[0]?.why).toBe('no figure for a year before')
    expect(found.parties[1]?.flows[0]).not.toHaveProperty('ratio')
  })

  test('shows the exporter’s figures and their mirror beside each other, and never mixes them', () => {
    const mirror = { reporter: 'state:T' }
    const kg = graphOf(
      base,
      sanctions(),
      // One statement, two claims a year: the importer sees a fall where the exporter sees a rise.
      ...flows('P', [100, 100, 100, 0, 200, 200, 200]),
      ...flows('P', [90, 90, 90, 0, 45, 45, 45], {}, mirror),
      // Only the exporter before, only the importer after.
      ...flows('Q', [10, 10, 10]),
      ...flows('Q', [undefined, undefined, undefined, undefined, 50, 50, 50], {}, mirror),
    )
    const found = thirdParties(kg, ends)
    expect(lines(found)).toEqual([
      'P exporter USD: 100 200 2 rose',
      'P importer USD: 90 45 0.5 not-risen',
      'Q exporter USD: 10 · · undetermined',
      'Q importer USD: · 50 · undetermined',
    ])
    expect(found.parties.map(({ verdict }) => verdict)).toEqual(['figures-differ', 'undetermined'])
    expect(lines(thirdParties(kg, ends, { reporter: 'importer' }))).toEqual([
      'P importer USD: 90 45 0.5 not-risen',
      'Q importer USD: · 50 · undetermined',
    ])
  })

  test('keeps other reporters, and currencies, apart', () => {
    const kg = graphOf(
      base,
      entity('IntergovernmentalOrganization', 'organization:imf'),
      sanctions(),
      flow('P', 2013, 10),
      flow('P', 2015, 90, { occurrence: 'eur' }, { currency: 'EUR' }),
      flow('P', 2013, 7, {}, { reporter: 'organization:imf' }),
      flow('P', 2015, 8, {}, { reporter: 'organization:imf' }),
    )
    expect(lines(thirdParties(kg, ends))).toEqual([
      'P exporter EUR: · 90 · undetermined',
      'P exporter USD: 10 · · undetermined',
      'P other USD: 7 8 1.1429 rose',
    ])
    expect(thirdParties(kg, ends).parties[0]?.flows[2]?.reporter).toBe('organization:imf')
  })

  describe('items', () => {
    const goods = [
      entity('Commodity', 'commodity:oil'),
      entity('Commodity', 'commodity:crude'),
      entity('Commodity', 'commodity:gas'),
      {
        ...{ relation: 'broader', subject: 'commodity:crude', object: 'commodity:oil' },
        claims: [{ stance: 'asserts', source: 'source:trade' }],
      },
    ]
    const of = (item: string) => ({ item: `commodity:${item}` })

    test('are summed where a reporter gives no total, and not beside one', () => {
      const oil = [flow('P', 2013, 10, of('oil')), flow('P', 2015, 12, of('oil'))]
      const gas = [flow('P', 2013, 4, of('gas')), flow('P', 2015, 9, of('gas'))]
      const kg = graphOf(base, goods, sanctions(), oil, gas)
      const [party] = thirdParties(kg, ends).parties
      expect(party?.flows[0]).toMatchObject({
        of: 'items',
        before: { value: 14 },
        after: { value: 21 },
        ratio: 1.5,
      })
      const total = [flow('P', 2013, 100), flow('P', 2015, 90)]
      expect(lines(thirdParties(graphOf(base, goods, sanctions(), oil, gas, total), ends))).toEqual([
        'P exporter USD: 100 90 0.9 not-risen',
      ])
    })

    test('that fall under another with a figure are in that one’s', () => {
      const all = ['oil', 'crude'].flatMap((item) => [
        flow('P', 2013, 10, of(item)),
        flow('P', 2015, 12, of(item)),
      ])
      expect(lines(thirdParties(graphOf(base, goods, sanctions(), all), ends))).toEqual([
        'P exporter USD: 10 12 1.2 rose',
      ])
    })

    test('that are not the same in all years are not compared, nor with a total', () => {
      const differing = graphOf(
        ...[base, goods, sanctions(), flow('P', 2013, 10, of('oil'))],
        ...[flow('P', 2015, 12, of('oil')), flow('P', 2015, 50, of('gas'))],
      )
      const [party] = thirdParties(differing, ends).parties
      expect(party?.flows[0]).toMatchObject({
        rise: 'undetermined',
        why: expect.stringContaining('not the same'),
      })
      const mixed = graphOf(base, goods, sanctions(), flow('P', 2013, 10, of('oil')), flow('P', 2015, 50))
      expect(lines(thirdParties(mixed, ends))).toEqual(['P exporter USD: · 50 · undetermined'])
    })

    test('are asked for by id, with what falls under them', () => {
      const kg = graphOf(
        ...[base, goods, sanctions(), flow('P', 2013, 10, of('crude')), flow('P', 2015, 30, of('crude'))],
        ...[flow('P', 2013, 1000), flow('P', 2015, 1000), flow('P', 2013, 5, of('gas'))],
      )
      const found = thirdParties(kg, ends, { item: 'commodity:oil' })
      expect(lines(found)).toEqual(['P exporter USD: 10 30 3 rose'])
      expect(found.parties[0]?.flows[0]?.basis.statements).toHaveLength(3) // two flows, and that crude is oil
      expect(lines(thirdParties(kg, ends, { item: 'commodity:gas' }))).toEqual([
        'P exporter USD: 5 · · undetermined',
      ])
    })

    test('that the sanctions are on are told', () => {
      const kg = graphOf(base, goods, sanctions(of('oil')), p)
      expect(String(thirdParties(kg, ends))).toContain(
        'The sanctions are on oil; exports of all goods that have figures are compared',
      )
      expect(String(thirdParties(kg, ends, { item: 'commodity:oil' }))).not.toContain('all goods')
      const sector = graphOf(base, entity('Sector', 'sector:banks'), sanctions({ sector: 'sector:banks' }), p)
      expect(String(thirdParties(sector, ends))).toContain('The sanctions are on banks; exports of all goods')
    })
  })

  test('leaves out a year for which one reporter has differing figures', () => {
    const kg = graphOf(base, sanctions(), p, flow('P', 2015, 155, { occurrence: 'revised' }))
    const [party] = thirdParties(kg, ends).parties
    expect(party?.flows[0]).toMatchObject({ conflicting: [2015], after: { value: 165, years: [2016, 2017] } })
    const same = graphOf(base, sanctions(), p, flow('P', 2015, 150, { occurrence: 'again' }))
    expect(thirdParties(same, ends).parties[0]?.flows[0]).toMatchObject({
      conflicting: [],
      after: { value: 160 },
    })
  })

  test('leaves out, and tells, what is of no whole year, without value or currency, or of another standing', () => {
    const kg = graphOf(
      base,
      sanctions(),
      flow('P', 2013, 10),
      flow('P', 2015, 12),
      flow('P', '2015-03', 500),
      flow('P', '2014/2016', 500),
      flow('Q', 2013, 10, {}, { currency: undefined }),
      flow('Q', 2015, 10, {}, { stance: 'predicts' }),
    )
    const found = thirdParties(kg, ends)
    expect(lines(found)).toEqual(['P exporter USD: 10 12 1.2 rose'])
    const text = String(found)
    expect(text).toContain('2 statements left out, since they are not said to be of one whole year')
    expect(text).toContain('1 statement left out, since they give no value')
    expect(text).toContain('1 statement left out for their standing')
    expect(lines(thirdParties(kg, ends, { levels: ['asserted', 'predicted'] }))).toContain(
      'Q exporter USD: · 10 · undetermined',
    )
  })

  test('tells what was left out in its data, too, and what is not said to be of one whole year', () => {
    const kg = graphOf(
      ...[base, sanctions(), flow('P', 2013, 10), flow('P', 2015, 12)],
      // One month, one of twelve, a year of which the source is not sure, and no date at all.
      flow('P', '2012-XX', 900),
      flow('P', '[2012-01..2012-12]', 900, { occurrence: 'b' }),
      flow('P', '2016?', 900),
      flow('P', '2016', 900, { when: undefined, occurrence: 'c' }),
      flow('P', '2017', 900, { occurrence: 'd' }, { stance: 'predicts' }),
    )
    const found = thirdParties(kg, ends)
    expect(lines(found)).toEqual(['P exporter USD: 10 12 1.2 rose'])
    const { leftOut } = found.toJSON()
    expect(leftOut.partYear).toHaveLength(4)
    expect(leftOut).toMatchObject({ noValue: [], later: [] })
    expect(leftOut.standing.map((id) => kg.statement(id)?.status.level)).toEqual(['predicted'])
    expect(String(found)).toContain('4 statements left out, since they are not said to be of one whole year')
    const undated = thirdParties(graphOf(base, sanctions({ when: undefined }), p), ends)
    expect(undated.leftOut).toEqual({ standing: [], partYear: [], noValue: [], later: [] })
  })

  test('compares decimals as they are written: what is the same has not risen', () => {
    // As binary fractions 0.1 + 0.2 + 0.3 is more than 0.3 + 0.2 + 0.1, and 0.11 / 0.1 less than 1.1.
    const same = graphOf(base, sanctions(), flows('P', [0.3, 0.2, 0.1, undefined, 0.1, 0.2, 0.3]))
    expect(thirdParties(same, ends).parties[0]?.flows[0]).toMatchObject({ rise: 'not-risen', ratio: 1 })
    const tenth = graphOf(base, sanctions(), flow('P', 2013, 0.1), flow('P', 2015, 0.11))
    const at = (threshold: number) => thirdParties(tenth, ends, { threshold }).parties[0]?.flows[0]
    expect(at(1.1)).toMatchObject({ rise: 'not-risen', ratio: 1.1 })
    expect(at(1.09999999)).toMatchObject({ rise: 'rose' })
    // One year before, three after: (10 + 10 + 11) / 3 is above 10.
    const uneven = graphOf(
      base,
      sanctions(),
      flow('P', 2013, 10),
      [10, 10, 11].map((v, i) => flow('P', 2015 + i, v)),
    )
    expect(thirdParties(uneven, ends).parties[0]?.flows[0]).toMatchObject({ rise: 'rose', ratio: 31 / 30 })
    const far = graphOf(base, sanctions(), flow('P', 2013, 1e-200), flow('P', 2015, 1e200))
    expect(thirdParties(far, ends).parties[0]?.flows[0]?.rise).toBe('rose')
    expect(thirdParties(far, ends).parties[0]?.flows[0]).not.toHaveProperty('ratio')
  })

  test('prints no small value as nothing, and no rise as a ratio of 1.00', () => {
    const text = (before: number, after: number) =>
      String(thirdParties(graphOf(base, sanctions(), flow('P', 2013, before), flow('P', 2015, after)), ends))
    expect(text(0.001, 0.004)).toMatch(/ 0\.001 .* 0\.004 .* 4\.00 +rose/)
    expect(text(100000, 100001)).toMatch(/ 1\.00001 +rose/)
    expect(text(1, 45000)).toMatch(/ 45,000 +rose/)
    expect(text(8, 8)).toMatch(/ 1\.00 +not-risen/)
  })

  test('rests on the figures that are compared, and on what puts an item under another', () => {
    const goods = [
      entity('Commodity', 'commodity:oil'),
      entity('Commodity', 'commodity:crude'),
      {
        ...{ relation: 'broader', subject: 'commodity:crude', object: 'commodity:oil' },
        claims: [{ stance: 'asserts', source: 'source:trade' }],
      },
    ]
    const crude = [2013, 2015].map((year) =>
      flow('P', year, 7, { item: 'commodity:crude' }, { stance: 'predicts' }),
    )
    const other = (fields: Fields) => [flow('P', 2013, 10, fields), flow('P', 2015, 20, fields)]
    const basisIn = (...records: Fields[]) =>
      thirdParties(graphOf(base, goods, sanctions(), crude, records), ends, {
        levels: ['asserted', 'predicted'],
      }).parties[0]?.flows[0]
    // The two figures of oil, and that crude is oil.
    const items = basisIn(...other({ item: 'commodity:oil' }))
    expect(items).toMatchObject({ of: 'items', ratio: 2, basis: { level: 'asserted' } })
    expect(items?.basis.statements).toHaveLength(3)
    const totals = basisIn(...other({}))
    expect(totals).toMatchObject({ of: 'total', ratio: 2, basis: { level: 'asserted' } })
    expect(totals?.basis.statements).toHaveLength(2)
    expect(basisIn()).toMatchObject({ ratio: 1, basis: { level: 'predicted' } })
  })

  test('keeps apart reporters and items that nobody declared', () => {
    const kg = createGraph()
    kg.load([
      ...[...base, sanctions()],
      ...[flow('P', 2013, 1, {}, { reporter: 'organization:y' })],
      ...[flow('P', 2015, 2, {}, { reporter: 'organization:z' })],
      ...[flow('Q', 2013, 100), flow('Q', 2015, 90)],
      ...[flow('Q', 2013, 5, { item: 'commodity:y' }), flow('Q', 2015, 500, { item: 'commodity:y' })],
      ...[flow('S', 2013, 5, { item: 'commodity:y' }), flow('S', 2015, 500, { item: 'commodity:z' })],
    ])
    const found = thirdParties(kg, ends)
    expect(lines(found)).toEqual([
      'P other USD: 1 · · undetermined',
      'P other USD: · 2 · undetermined',
      'Q exporter USD: 100 90 0.9 not-risen',
      'S exporter USD: 5 500 · undetermined',
    ])
    expect(found.parties[0]?.flows.map(({ reporter }) => reporter)).toEqual([
      'organization:y',
      'organization:z',
    ])
    expect(String(found)).toContain('organization:y')
  })

  test('takes for no fact what is asserted as only likely', () => {
    const kg = graphOf(
      base,
      sanctions(),
      flow('P', 2013, 1),
      flow('P', 2015, 9, {}, { likelihood: 'likely' }),
    )
    const found = thirdParties(kg, ends)
    expect(lines(found)).toEqual(['P exporter USD: 1 · · undetermined'])
    expect(found.leftOut.standing).toHaveLength(1)
    const predicted = flow('P', 2015, 9, {}, { stance: 'predicts', likelihood: 'likely' })
    const asked = thirdParties(graphOf(base, sanctions(), flow('P', 2013, 1), predicted), ends, {
      levels: ['asserted', 'predicted'],
    })
    expect(asked.parties[0]?.flows[0]).toMatchObject({ rise: 'rose', basis: { level: 'predicted' } })
  })

  test('flags who has sanctions itself', () => {
    const kg = graphOf(
      base,
      states('M', 'O', 'X'),
      entity('IntergovernmentalOrganization', 'organization:u'),
      {
        ...{ relation: 'sanctions', subject: 'organization:u', object: 'state:T' },
        claims: [
          { stance: 'asserts', source: 'source:law', measures: ['arms-embargo'], when: '2014-03-17/..' },
        ],
      },
      {
        ...{ relation: 'memberOf', subject: 'state:M', object: 'organization:u' },
        claims: [{ stance: 'asserts', source: 'source:law', when: '2000/..' }],
      },
      statement('O', 'sanctions', 'T', [
        { stance: 'asserts', source: 'source:law', measures: ['other'], when: '2016/..' },
      ]),
      statement('X', 'sanctions', 'T', [
        { stance: 'predicts', source: 'source:law', measures: ['other'], when: '2016/..' },
      ]),
      sanctions(),
      ...['M', 'O', 'P', 'S', 'X'].map((code) => flow(code, 2013, 1)),
    )
    const roles = (sender: string) =>
      thirdParties(kg, { sender, target: 'state:T' }).parties.map(({ partner, sender: as }) => [
        partner,
        as?.role,
      ])
    expect(roles('organization:u')).toEqual([
      ['state:M', 'member-of-sender'],
      ['state:O', 'other-sanctions'],
      ['state:P', undefined],
      ['state:S', 'other-sanctions'],
      ['state:X', undefined],
    ])
    expect(roles('state:S')).toContainEqual(['state:S', 'sender'])
    const [m] = thirdParties(kg, { sender: 'organization:u', target: 'state:T' }).parties
    expect(m?.sender?.basis.statements).toHaveLength(2)
    expect(String(thirdParties(kg, ends))).toContain('the sender itself')
  })

  test('is undetermined where it is not known when the sanctions began', () => {
    for (const when of [undefined, '/2020', '../2020', '[2014..]']) {
      const found = thirdParties(graphOf(base, sanctions({ when }), p), ends)
      expect(found.undetermined).toMatch(/stated/)
      expect(found).toMatchObject({ parties: [], imposed: undefined })
      expect(String(found)).toContain('Undetermined: ')
    }
  })

  test('leaves out all the years in which they may have been imposed', () => {
    const vague = thirdParties(graphOf(base, sanctions({ when: '2013~/2020' }), p), ends, { years: 1 })
    // Widened by a year: from 2012 to, at the latest, the last day of 2014.
    expect(vague).toMatchObject({ imposed: [2012, 2014], before: [2011], after: [2015] })
    const month = thirdParties(graphOf(base, sanctions({ when: '2014-03/..' }), p), ends)
    expect(month.imposed).toEqual([2014, 2014])
    const two = sanctions({ occurrence: 'x', when: '2013-12-20/..' })
    const later = sanctions({ occurrence: 'x', when: '2014-01-05/..' }, { by: 'state:Q' })
    expect(thirdParties(graphOf(base, two, later, p), ends).imposed).toEqual([2013, 2014])
  })

  test('tells how the sanctions themselves stand, and that they ended', () => {
    const alleged = thirdParties(graphOf(base, sanctions({}, { stance: 'alleges' }), p), ends)
    expect(alleged.basis.level).toBe('alleged')
    expect(String(alleged)).toContain('The sanctions themselves are alleged')
    const ended = thirdParties(graphOf(base, sanctions({ when: '2014-03-17/2015-06-30' }), p), ends)
    expect(String(ended)).toContain('The sanctions ended by 2015-06-30')
    const denied = graphOf(base, statement('S', 'sanctions', 'T', [by('state:S', 'denies')]), p)
    expect(failing(() => thirdParties(denied, ends))).toBe('dangling sanction')
    expect(failing(() => thirdParties(denied.view({ status: 'denied' }), ends))).toBe('dangling sanction')
  })

  test('asks of a day for sanctions that hold on it, and leaves out later figures', () => {
    const kg = graphOf(base, sanctions(), p)
    expect(failing(() => thirdParties(kg.view({ asOf: '2014-01-01' }), ends))).toBe('dangling sanction')
    const found = thirdParties(kg.view({ asOf: '2016-12-31' }), ends)
    expect(found.parties[0]?.flows[0]?.after).toEqual({ value: 155, years: [2015, 2016] })
    expect(String(found)).toContain('figures of years that end after 2016-12-31 are left out')
    expect(String(found)).toContain('1 statement left out, since their year ends after the day of the view')
    const early = thirdParties(kg.view({ asOf: '2016-12-30', certain: false }), ends)
    expect(early.parties[0]?.flows[0]?.after?.years).toEqual([2015])
  })

  test('follows what one could know', () => {
    const kg = graphOf(
      base,
      entity('Article', 'source:old', { published: '2016-06-01' }),
      sanctions({}, { source: 'source:old' }),
      flow('P', 2013, 10, {}, { source: 'source:old' }),
      flow('P', 2015, 30, {}, { source: 'source:old' }),
      flow('P', 2015, 40, { occurrence: 'revised' }),
    )
    expect(lines(thirdParties(kg.view({ asKnownOn: '2017-01-01' }), ends))).toEqual([
      'P exporter USD: 10 30 3 rose',
    ])
    expect(lines(thirdParties(kg, ends))).toEqual(['P exporter USD: 10 · · undetermined'])
  })

  test('prints a table with what it must not be taken for, and is JSON', () => {
    const found = thirdParties(graphOf(base, sanctions(), p, q), ends)
    const text = String(found).split('\n')
    expect(text[0]).toBe('Exports to T around the sanctions of S')
    expect(text[2]?.trim().split(/\s{2,}/)).toEqual([
      'P',
      'exporter',
      'USD',
      '110',
      '160',
      '1.45',
      'rose',
      'asserted',
    ])
    expect(text.join('\n')).toContain(
      'Imposed 2014, in neither mean: means of 2011–2013 and 2015–2017; exports rose where the ratio is above 1',
    )
    expect(text.join('\n')).toContain('not because of them')
    expect(text.at(-1)).toMatch(/^Sources: law; trade, .*exporter/)
    const record = JSON.parse(JSON.stringify(found))
    expect(record).toMatchObject({
      ...{ sender: 'state:S', target: 'state:T', threshold: 1, imposed: [2014, 2014] },
      sources: ['source:law', 'source:trade'],
      caveat: expect.stringContaining('No legal advice'),
    })
    expect(found.toSVG()).toContain('<svg')
    expect(found.parties[0]?.flows[0]?.basis.statements).toHaveLength(6)
  })

  test('refuses what cannot be asked, and keeps out who is in no count', () => {
    const kg = graphOf(
      base,
      sanctions(),
      p,
      entity('State', 'state:U', { unnamed: true }),
      flow('U', 2013, 5, {}, { reporter: 'state:T' }),
      entity('Company', 'company:c'),
      {
        ...statement('S', 'sanctions', 'c', [by('state:S', 'asserts', { measures: ['other'] })]),
        object: 'company:c',
      },
    )
    expect(thirdParties(kg, ends).parties.map(({ partner }) => partner)).toEqual(['state:P'])
    const ask = (options: object, sanction: never = ends as never) =>
      failing(() => thirdParties(kg, sanction, options))
    expect(ask({ years: 0 })).toBe('bad-value years')
    expect(ask({ years: 2.5 })).toBe('bad-value years')
    expect(ask({ years: Number.NaN })).toBe('bad-value years')
    expect(ask({ threshold: Infinity })).toBe('bad-value threshold')
    expect(ask({ threshold: Number.NaN })).toBe('bad-value threshold')
    expect(ask({ threshold: 0 })).toBe('bad-value threshold')
    expect(ask({ reporter: 'both' })).toBe('bad-value reporter')
    expect(ask({ impositionYear: 'both' })).toBe('bad-value impositionYear')
    expect(ask({ item: 'commodity:none' })).toBe('dangling item')
    expect(ask({ item: 'state:S' })).toBe('bad-value item')
    expect(ask({ year: 3 })).toBe('bad-value year')
    expect(ask({}, 'stmt:none' as never)).toBe('dangling sanction')
    expect(ask({}, 'constructor' as never)).toBe('dangling sanction')
    expect(ask({}, 7 as never)).toBe('bad-value sanction')
    expect(ask({}, { sender: 'state:S', target: 'company:c' } as never)).toBe('bad-range sanction')
    expect(ask({}, { sender: 'state:X', target: 'state:T' } as never)).toBe('dangling sanction.sender')
    expect(ask({}, { ...ends, on: 1 } as never)).toBe('bad-value sanction.on')
    const [exported] = kg.statements({ relation: 'exportsTo' })
    expect(ask({}, exported!.id as never)).toBe('bad-value sanction')
  })

  test('is told of a graph as it was', () => {
    const kg = graphOf(base, sanctions(), p)
    const found = thirdParties(kg, ends)
    kg.add('State', { id: 'state:Z', label: 'Z' })
    expect(() => String(found)).toThrow('changed')
  })

  const values = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }), {
    minLength: 7,
    maxLength: 7,
  })

  test('is what a naive count gives, whatever the order of the records', () => {
    const mean = (all: readonly (number | undefined)[]) => {
      const known = all.filter((value) => value !== undefined)
      return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length
    }
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.nat()), (given, keys) => {
        const records = [...base, sanctions(), ...flows('P', given)]
        const shuffled = records
          .map((record) => ({ record, key: keys.next().value as number }))
          .sort((x, y) => x.key - y.key)
          .map(({ record }) => record)
        const kg = createGraph()
        kg.load(shuffled)
        const found = thirdParties(kg, ends)
        expect(JSON.stringify(found)).toBe(JSON.stringify(thirdParties(graphOf(records), ends)))
        const [before, after] = [mean(given.slice(0, 3)), mean(given.slice(4))]
        const [one] = found.parties
        if (before === undefined && after === undefined) {
          expect(one).toBeUndefined()
          return
        }
        const expected =
          before === undefined || after === undefined
            ? 'undetermined'
            : before === 0 && after > 0
              ? 'new'
              : after > before
                ? 'rose'
                : 'not-risen'
        expect(one?.flows[0]?.rise).toBe(expected)
        expect(one?.flows[0]?.before?.value).toBe(before)
        expect(one?.flows[0]?.after?.value).toBe(after)
      }),
      RUNS,
    )
  })
})
