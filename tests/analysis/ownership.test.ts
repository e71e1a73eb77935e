import { OWNERSHIP_RULES, type OwnershipFinding, type OwnershipRuleId, ownership } from 'statecraft/analysis'
import { describe, expect, test } from 'vitest'
import { entity, type Fields, graphOf, states } from '../records'

const register = entity('Dataset', 'source:register', { published: '2024-12-31' })
const said = { stance: 'asserts', source: 'source:register' }

/** `X owns 50 of A`. */
const owns = (
  owner: string,
  asset: string,
  share?: unknown,
  claim: Fields = {},
  relation = 'owns',
): Fields => ({
  relation,
  subject: `company:${owner}`,
  object: `company:${asset}`,
  claims: [{ ...said, ...(share === undefined ? {} : { share }), ...claim }],
})

/** Listed by a sender. */
const lists = (party: string, sender = 'state:US', claim: Fields = {}): Fields => ({
  relation: 'designates',
  subject: sender,
  object: `company:${party}`,
  claims: [{ ...said, measures: ['asset-freeze'], when: '2010-01-01/..', ...claim }],
})

function world(...records: Fields[]) {
  const companies = new Set(
    records.flatMap((one) => [one.subject, one.object]).filter((id) => String(id).startsWith('company:')),
  )
  return graphOf(
    states('US', 'GB', 'CH'),
    entity('IntergovernmentalOrganization', 'organization:eu'),
    register,
    [...companies].map((id) => entity('Company', String(id))),
    records,
  )
}

interface Asked {
  readonly rule?: OwnershipRuleId
  readonly asOf?: string
}

/** The verdicts by company, as `A blocked`. */
function verdicts(records: readonly Fields[], { rule = 'us-ofac', asOf = '2024-12-31' }: Asked = {}) {
  const found = ownership(world(...records).view({ asOf }), { rule })
  return Array.from(found.findings, ({ entity, verdict }) => `${entity.slice(8)} ${verdict}`)
}

function finding(
  records: readonly Fields[],
  asset: string,
  { rule = 'us-ofac', asOf = '2024-12-31' }: Asked = {},
) {
  const found = ownership(world(...records).view({ asOf }), { rule }).of(`company:${asset}`)
  if (!found) throw new Error(`nothing is found of ${asset}`)
  return found
}

describe("OFAC's examples (FAQ 401, Revised Guidance of 13 August 2014)", () => {
  const x = lists('X')

  test('X owns 50 of A, and A 50 of B: both are blocked', () => {
    expect(verdicts([x, owns('X', 'A', 50), owns('A', 'B', 50)])).toEqual(['A blocked', 'B blocked'])
  })

  test('X owns 50 of A and of B, and each of them 25 of C: C is blocked', () => {
    const found = finding(
      [x, owns('X', 'A', 50), owns('X', 'B', 50), owns('A', 'C', 25), owns('B', 'C', 25)],
      'C',
    )
    expect(found).toMatchObject({ verdict: 'blocked', low: 50, high: 50 })
    expect(found.owners.map(({ owner, low, blocked, chain }) => [owner, low, blocked, chain])).toEqual([
      ['company:A', 25, 'owned', ['company:X', 'company:A']],
      ['company:B', 25, 'owned', ['company:X', 'company:B']],
    ])
  })

  test('X owns 50 of A and 10 of B, and A 40 of B: B is blocked', () => {
    expect(verdicts([x, owns('X', 'A', 50), owns('X', 'B', 10), owns('A', 'B', 40)])).toEqual([
      'A blocked',
      'B blocked',
    ])
  })

  test('X owns 50 of A and 25 of B, and each of them 25 of C: C is not blocked, for B is not', () => {
    const records = [x, owns('X', 'A', 50), owns('X', 'B', 25), owns('A', 'C', 25), owns('B', 'C', 25)]
    expect(verdicts(records)).toEqual(['A blocked', 'B below', 'C below'])
    expect(finding(records, 'C')).toMatchObject({ low: 25, high: 25 })
  })

  test('X owns 25 of A and of B, and each of them 50 of C: C is not blocked', () => {
    const records = [x, owns('X', 'A', 25), owns('X', 'B', 25), owns('A', 'C', 50), owns('B', 'C', 50)]
    expect(verdicts(records)).toEqual(['A below', 'B below', 'C no-finding'])
  })

  test('X and Y, both blocked, own 25 of A each: A is blocked', () => {
    expect(verdicts([x, lists('Y'), owns('X', 'A', 25), owns('Y', 'A', 25)])).toEqual(['A blocked'])
  })

  test('X and Y are blocked under different programmes: their shares are summed', () => {
    const under = (party: string, programme: string): Fields => ({
      ...lists(party),
      programme: `programme:${programme}`,
    })
    const kg = graphOf(
      states('US'),
      register,
      ['X', 'Y', 'A'].map((name) => entity('Company', `company:${name}`)),
      ['one', 'two'].map((name) => entity('SanctionsProgramme', `programme:${name}`)),
      [under('X', 'one'), under('Y', 'two'), owns('X', 'A', 25), owns('Y', 'A', 25)],
    )
    const found = ownership(kg.view({ asOf: '2024-12-31' }))
    expect(found.of('company:A')?.verdict).toBe('blocked')
    expect(found.of('company:X')?.listed.map(({ programme }) => programme)).toEqual(['programme:one'])
  })

  test('49.99 is not 50, and decimals are added as decimals', () => {
    expect(verdicts([x, owns('X', 'A', 49.99)])).toEqual(['A below'])
    // As binary fractions these three are 49.99999999999999.
    const three = [16.67, 16.67, 16.66]
    const owners = three.flatMap((share, i) => [lists(`O${i}`), owns(`O${i}`, 'A', share)])
    expect(verdicts(owners)).toEqual(['A blocked'])
    expect(verdicts([x, owns('X', 'A', 49.999999999999)])).toEqual(['A below'])
    expect(finding(owners, 'A').low).toBe(50)
  })

  test('control does not count, nor does a share of votes alone', () => {
    expect(verdicts([x, owns('X', 'A', undefined, {}, 'controls')])).toEqual(['A no-finding'])
    expect(verdicts([x, owns('X', 'A', 60, { interest: 'votes' })])).toEqual(['A no-finding'])
  })

  test('who is listed for other measures, or by others, blocks nobody', () => {
    expect(
      verdicts([lists('X', 'state:US', { measures: ['sectoral-restrictions'] }), owns('X', 'A', 60)]),
    ).toEqual(['A no-finding'])
    expect(verdicts([lists('X', 'organization:eu'), owns('X', 'A', 60)])).toEqual(['A no-finding'])
  })

  test('before August 2014 the shares of several owners were not summed', () => {
    const records = [x, lists('Y'), owns('X', 'A', 25), owns('Y', 'A', 25), owns('X', 'B', 50)]
    expect(verdicts(records, { asOf: '2014-08-12' })).toEqual(['A below', 'B blocked'])
    expect(verdicts(records, { asOf: '2014-08-13' })).toEqual(['A blocked', 'B blocked'])
    expect(() => verdicts(records, { asOf: '2008-02-13' })).toThrow(
      "no rule 'us-ofac' was in force on 2008-02-13",
    )
  })
})

describe('the rules of others', () => {
  const eu = lists('X', 'organization:eu')

  test('the EU asked for more than 50 percent until 2 July 2024, and asks for 50 since', () => {
    const half = [eu, owns('X', 'A', 50), owns('X', 'B', 50.01)]
    expect(verdicts(half, { rule: 'eu', asOf: '2024-07-02' })).toEqual(['A below', 'B blocked'])
    expect(verdicts(half, { rule: 'eu', asOf: '2024-07-03' })).toEqual(['A blocked', 'B blocked'])
  })

  test('the EU and Switzerland sum over listed owners, the United Kingdom does not', () => {
    const two = (sender: string) => [
      lists('X', sender),
      lists('Y', sender),
      owns('X', 'A', 30),
      owns('Y', 'A', 30),
    ]
    expect(verdicts(two('organization:eu'), { rule: 'eu' })).toEqual(['A blocked'])
    expect(verdicts(two('state:CH'), { rule: 'ch' })).toEqual(['A blocked'])
    expect(verdicts(two('state:GB'), { rule: 'uk' })).toEqual(['A below'])
    expect(finding(two('state:GB'), 'A', { rule: 'uk' })).toMatchObject({ low: 30, high: 30 })
  })

  test('at exactly 50 percent only the United States and the EU block', () => {
    const half = (sender: string) => [lists('X', sender), owns('X', 'A', 50)]
    expect(verdicts(half('state:GB'), { rule: 'uk' })).toEqual(['A below'])
    expect(verdicts(half('state:CH'), { rule: 'ch' })).toEqual(['A below'])
  })

  test('in the United Kingdom an owner counts with what it holds through those it owns', () => {
    const records = [lists('X', 'state:GB'), owns('X', 'M', 60), owns('X', 'A', 30), owns('M', 'A', 25)]
    expect(verdicts(records, { rule: 'uk' })).toEqual(['A blocked', 'M blocked'])
  })

  test('in the United Kingdom votes count as shares do', () => {
    const votes = [lists('X', 'state:GB'), owns('X', 'A', 60, { interest: 'votes' })]
    expect(verdicts(votes, { rule: 'uk' })).toEqual(['A blocked'])
    // Capital and votes are two things: 30 of one and 30 of the other are no 60.
    const both = [
      lists('X', 'state:GB'),
      owns('X', 'A', 30, { interest: 'votes' }),
      owns('X', 'B', 30, { interest: 'equity' }),
    ]
    expect(verdicts(both, { rule: 'uk' })).toEqual(['A below', 'B below'])
  })

  test('control leaves open whether the rule reaches an entity, and what that owns', () => {
    for (const [rule, sender] of [
      ['eu', 'organization:eu'],
      ['uk', 'state:GB'],
      ['ch', 'state:CH'],
    ] as const) {
      const records = [lists('X', sender), owns('X', 'A', undefined, {}, 'controls'), owns('A', 'B', 100)]
      expect(verdicts(records, { rule })).toEqual(['A undetermined', 'B undetermined'])
      expect(finding(records, 'A', { rule }).doubts).toEqual(['control'])
      expect(finding(records, 'B', { rule }).doubts).toEqual(['owner-not-sure'])
    }
  })

  test('a rule of your own', () => {
    const [rule] = OWNERSHIP_RULES
    const view = world(lists('X'), owns('X', 'A', 25)).view({ asOf: '2024-12-31' })
    const found = ownership(view, {
      rule: { ...rule!, label: 'a quarter', threshold: { share: 25, inclusive: true } },
    })
    expect(found.of('company:A')?.verdict).toBe('blocked')
  })
})

describe('what is not known', () => {
  const x = lists('X')

  test('claims about one owner and one entity make a range, never a sum', () => {
    const two = {
      ...owns('X', 'A'),
      claims: [
        { ...said, share: 30, at: '1' },
        { ...said, share: 40, at: '2' },
      ],
    }
    expect(finding([x, two], 'A')).toMatchObject({ verdict: 'below', low: 30, high: 40 })
    const over = { ...two, claims: [...two.claims, { ...said, share: [45, 55], at: '3' }] }
    expect(finding([x, over], 'A')).toMatchObject({
      verdict: 'undetermined',
      low: 30,
      high: 55,
      doubts: ['shares-differ'],
    })
    // Also where they stand on two statements.
    const later = { ...owns('X', 'A', 30), occurrence: 'later' }
    expect(finding([x, owns('X', 'A', 30), later], 'A')).toMatchObject({
      verdict: 'below',
      low: 30,
      high: 30,
    })
  })

  test('a share that nobody states, and "owned or controlled", leave it open', () => {
    expect(finding([x, owns('X', 'A')], 'A')).toMatchObject({
      verdict: 'undetermined',
      low: 0,
      high: 100,
      doubts: ['share-not-stated'],
    })
    const either = owns('X', 'A', undefined, {}, 'ownsOrControls')
    expect(finding([x, either, owns('A', 'B', 60)], 'A').doubts).toEqual(['owned-or-controlled'])
    expect(finding([x, either, owns('A', 'B', 60)], 'B')).toMatchObject({
      verdict: 'undetermined',
      owners: [{ owner: 'company:A', blocked: 'possibly', chain: ['company:X', 'company:A'] }],
    })
  })

  test('"owns or controls" with a share leaves control open, where control counts', () => {
    const some = (sender: string) => [lists('X', sender), owns('X', 'A', 20, {}, 'ownsOrControls')]
    expect(finding(some('organization:eu'), 'A', { rule: 'eu' })).toMatchObject({
      verdict: 'undetermined',
      doubts: ['owned-or-controlled'],
    })
    expect(verdicts(some('state:US'))).toEqual(['A below'])
  })

  test('with how many listed parties it begins is told, since without any nothing can be found', () => {
    const text = (...records: Fields[]) => String(ownership(world(...records).view({ asOf: '2024-12-31' })))
    expect(text(owns('X', 'A', 60))).toContain('nothing can be found')
    const alleged = lists('Y', 'state:US', { stance: 'alleges', by: 'state:GB' })
    expect(text(x, alleged, owns('X', 'A', 60))).toContain(
      'It begins with 2 listed parties, 1 of them possibly',
    )
  })

  test('what is held indirectly is not summed; through whom nobody knows, it leaves the verdict open', () => {
    const indirect = owns('X', 'A', 60, { direct: false })
    expect(finding([x, indirect], 'A')).toMatchObject({
      verdict: 'undetermined',
      low: 0,
      doubts: ['indirect'],
    })
    // Known through whom: that one is not blocked, and so A is not.
    const through = [x, { ...owns('X', 'A', 12, { direct: false }) }, owns('X', 'M', 40), owns('M', 'A', 30)]
    expect(verdicts(through)).toEqual(['A below', 'M below'])
    const summed = [x, owns('X', 'M', 50), owns('M', 'A', 30), { ...owns('X', 'A', 30, { direct: false }) }]
    expect(finding(summed, 'A')).toMatchObject({ verdict: 'below', low: 30, high: 30 })
  })

  test.each(['alleges', 'predicts', 'announces'])('a holding that somebody %s blocks nobody', (stance) => {
    const records = [x, owns('X', 'A', 60, { stance, by: 'state:US' })]
    const found = ownership(world(...records).view({ asOf: '2024-12-31' }))
    expect(found.of('company:A')?.verdict).toBe(stance === 'alleges' ? 'undetermined' : 'no-finding')
    expect(found.leftOut).toHaveLength(stance === 'alleges' ? 0 : 1)
  })

  test('a listing that is alleged or disputed, or of measures nobody states, blocks for certain nobody', () => {
    const disputed = {
      ...x,
      claims: [...(x.claims as Fields[]), { ...said, stance: 'denies', by: 'state:US', at: 'note' }],
    }
    const alleged = lists('X', 'state:US', { stance: 'alleges', by: 'state:GB' })
    const open = lists('X', 'state:US', { measures: ['not-stated'] })
    for (const listing of [disputed, alleged, open])
      expect(finding([listing, owns('X', 'A', 60)], 'A')).toMatchObject({
        verdict: 'undetermined',
        doubts: ['owner-not-sure'],
      })
    const announced = lists('X', 'state:US', { stance: 'announces' })
    expect(verdicts([announced, owns('X', 'A', 60)])).toEqual(['A no-finding'])
  })

  test('being listed and being owned are two answers', () => {
    const found = finding([x, lists('A', 'state:US', { measures: ['travel-ban'] }), owns('X', 'A', 20)], 'A')
    expect(found.verdict).toBe('below')
    expect(found.listed).toMatchObject([{ sender: 'state:US', measures: ['travel-ban'], counts: 'no' }])
    expect(finding([x, owns('X', 'A', 20)], 'X')).toMatchObject({
      verdict: 'no-finding',
      listed: [{ counts: 'yes', measures: ['asset-freeze'] }],
    })
  })

  test('rings are fine, and block nobody by themselves', () => {
    expect(verdicts([owns('A', 'B', 60), owns('B', 'A', 60)])).toEqual(['A no-finding', 'B no-finding'])
    const ring = [
      x,
      owns('X', 'A', 50),
      owns('A', 'B', 60),
      owns('B', 'A', 50),
      owns('B', 'X', 90),
      owns('A', 'A', 30),
    ]
    expect(verdicts(ring)).toEqual(['A blocked', 'B blocked', 'X blocked'])
  })

  test('shares of more than 100 percent are told', () => {
    const records = [x, owns('X', 'A', 60), owns('Y', 'A', 60), owns('X', 'B', 100)]
    expect(ownership(world(...records).view({ asOf: '2024-12-31' })).excess).toMatchObject([
      { entity: 'company:A', sum: 120 },
    ])
  })
})

describe('on a day', () => {
  const x = lists('X', 'state:US', { when: '2022-03-01/..' })

  test('a divestment changes the verdict from its date on, and is told', () => {
    const sold = owns('X', 'A', 60, { when: '2015-01-01/2022-05-01' })
    const rest = { ...owns('X', 'A', 40, { when: '2022-05-02/..' }), occurrence: 'after' }
    const at = (asOf: string): OwnershipFinding => finding([x, sold, rest], 'A', { asOf })
    expect(at('2022-02-28').verdict).toBe('no-finding') // X is not listed yet
    expect(at('2022-05-01')).toMatchObject({ verdict: 'blocked', low: 60, divested: [] })
    expect(at('2022-05-02')).toMatchObject({
      verdict: 'below',
      low: 40,
      divested: [{ owner: 'company:X', until: '2022-05-01' }],
    })
    const later = ownership(world(x, sold, rest).view({ asOf: '2022-05-02' }))
    expect(String(later)).toContain('FAQ 402')
    expect(String(later)).toContain('Not legal advice, and not a clearance')
  })

  test('a delisting ends what followed from it', () => {
    const delisted = lists('X', 'state:US', { when: '2022-03-01/2023-06-30' })
    expect(verdicts([delisted, owns('X', 'A', 60)], { asOf: '2023-06-30' })).toEqual(['A blocked'])
    expect(verdicts([delisted, owns('X', 'A', 60)], { asOf: '2023-07-01' })).toEqual(['A no-finding'])
  })

  test('what is vague in its dates blocks for certain nobody', () => {
    const vague = owns('X', 'A', 60, { when: '2023' })
    expect(finding([x, vague], 'A', { asOf: '2023-06-01' })).toMatchObject({
      verdict: 'undetermined',
      doubts: ['holding-not-sure'],
    })
  })

  test('what goes on as last stated holds; a view that is certain asks for more', () => {
    const held = owns('X', 'A', 60, { when: '2020-01-01/..' })
    const kg = world(x, held)
    const verdict = (asOf: string, certain: boolean) =>
      ownership(kg.view({ asOf, certain })).of('company:A')?.verdict
    expect(verdict('2024-06-01', true)).toBe('blocked') // the register is of the end of 2024
    expect(verdict('2025-06-01', false)).toBe('blocked')
    expect(verdict('2025-06-01', true)).toBe('undetermined')
  })

  test('the viewpoint of a view is kept', () => {
    const kg = world(x, {
      ...owns('X', 'A', 60),
      claims: [
        { ...said, share: 60 },
        { ...said, stance: 'denies', by: 'company:X', at: 'letter' },
      ],
    })
    const asked = (options: Fields) =>
      ownership(kg.view({ asOf: '2024-12-31', ...options })).of('company:A')?.verdict
    expect(asked({})).toBe('undetermined')
    expect(asked({ viewpoint: 'company:X' })).toBe('no-finding')
    expect(asked({ disputed: 'exclude' })).toBe('no-finding')
  })
})

describe('an answer about ownership', () => {
  const records = [lists('X'), owns('X', 'A', 50), owns('A', 'B', 50), owns('C', 'B', 10)]

  test('carries the statements and claims that it rests on, down to the listing', () => {
    const kg = world(...records)
    const found = ownership(kg.view({ asOf: '2024-12-31' }))
    const { basis } = found.of('company:B')!
    const said = basis!.statements.map((id) => {
      const { subject, relation, object } = kg.statement(id)!
      return `${subject.slice(-1)} ${relation} ${object.slice(-1)}`
    })
    expect(said.sort()).toEqual(['A owns B', 'S designates X', 'X owns A'])
    expect(basis!.claims).toHaveLength(3)
    expect(found.sources).toEqual(['source:register'])
    expect(found.of('company:C')).toMatchObject({ verdict: 'no-finding', owners: [] })
    expect(found.of('company:nobody')).toBeUndefined()
  })

  test('is the same whatever the order of the records', () => {
    const json = (order: readonly Fields[]) =>
      JSON.stringify(ownership(world(...order).view({ asOf: '2024-12-31' })))
    expect(json([...records].reverse())).toBe(json(records))
  })

  test('prints a table, a document and data, each with its caveat', () => {
    const found = ownership(world(...records).view({ asOf: '2024-12-31' }))
    for (const text of [String(found), found.toMarkdown(), found.toHTML(), JSON.stringify(found)])
      expect(text).toContain('not a clearance')
    expect(found.counts).toEqual({ blocked: 2, undetermined: 0, below: 0, 'no-finding': 0 })
  })

  test('says what cannot be asked', () => {
    const kg = world(...records)
    expect(() => ownership(kg, { rule: 'ofac' as never })).toThrow("there is no rule on ownership 'ofac'")
    expect(() => ownership(kg, { measure: 'asset-freze' })).toThrow('did you mean asset-freeze?')
    expect(() => ownership(kg, { rules: 'eu' } as never)).toThrow("there is no option of ownership 'rules'")
    const [rule] = OWNERSHIP_RULES
    expect(() =>
      ownership(kg, { rule: { ...rule!, threshold: { share: Number.NaN, inclusive: true } } }),
    ).toThrow('above 0 and at most 100')
  })
})

describe('what must not pass for certain', () => {
  const x = lists('X')
  const claims = (owner: string, asset: string, ...details: Fields[]): Fields => ({
    ...owns(owner, asset),
    occurrence: '',
    claims: details.map((one, i) => ({ ...said, at: String(i), ...one })),
  })

  test('of two claims one says that it ended: nobody is blocked for certain by the other', () => {
    const held = claims(
      'X',
      'A',
      { share: 60, when: '2015-01-01/..' },
      { share: 60, when: '2015-01-01/2020-06-30' },
    )
    expect(finding([x, held], 'A', { asOf: '2019-01-01' }).verdict).toBe('blocked')
    expect(finding([x, held], 'A', { asOf: '2024-01-01' }).verdict).toBe('undetermined')
  })

  test('one claim has vague dates and the other none: it is not certain on a day', () => {
    const held = claims('X', 'A', { share: 60, when: '2023' }, { share: 60 })
    expect(finding([x, held], 'A', { asOf: '2023-06-01' }).verdict).toBe('undetermined')
    expect(finding([x, claims('X', 'A', { share: 60 })], 'A', { asOf: '2023-06-01' }).verdict).toBe('blocked')
  })

  test('what is blocked rests on what is certain, though more is alleged', () => {
    const records = [
      x,
      lists('Y', 'state:US'),
      { ...lists('X', 'state:US', { stance: 'alleges', by: 'state:GB' }), occurrence: 'rumour' },
      owns('X', 'A', 60),
      { ...owns('X', 'A', 70, { stance: 'alleges', by: 'state:GB' }), occurrence: 'rumour' },
      owns('Y', 'A', 20, { stance: 'alleges', by: 'state:GB' }),
      owns('A', 'B', 60),
    ]
    for (const asset of ['A', 'B']) {
      const { verdict, basis, owners } = finding(records, asset)
      expect([verdict, basis?.level]).toEqual(['blocked', 'asserted'])
      expect(basis?.statements).toHaveLength(asset === 'A' ? 2 : 3)
      expect(owners.length).toBe(asset === 'A' ? 2 : 1)
    }
  })

  test('an alleged share beside an asserted one leaves it open, and is among what it rests on', () => {
    const held = claims('X', 'A', { share: 40 }, { stance: 'alleges', by: 'state:GB', share: 60 })
    const found = finding([x, held], 'A')
    expect(found).toMatchObject({ verdict: 'undetermined', low: 40, high: 60 })
    expect(found.doubts).toEqual(['holding-not-sure'])
    expect(found.basis).toMatchObject({ level: 'alleged', claims: { length: 3 } })
    // Nor does one that is alleged block for certain.
    const alone = claims('X', 'A', { at: 'none' }, { stance: 'alleges', by: 'state:GB', share: 60 })
    expect(finding([x, alone], 'A')).toMatchObject({ verdict: 'undetermined', low: 0 })
  })

  test('a chain that is only alleged, or too thin, does not explain what is held indirectly', () => {
    const indirect = owns('X', 'A', 60, { direct: false })
    const alleged = [owns('X', 'M', 40, { stance: 'alleges', by: 'state:GB' }), owns('M', 'A', 70)]
    expect(finding([x, indirect, ...alleged], 'A')).toMatchObject({
      verdict: 'undetermined',
      doubts: ['indirect'],
    })
    const thin = [owns('X', 'M', 40), owns('M', 'A', 30)]
    expect(finding([x, indirect, ...thin], 'A')).toMatchObject({
      verdict: 'undetermined',
      doubts: ['indirect'],
    })
  })

  test('in the United Kingdom a verdict rests also on what one listed party holds of another', () => {
    const gb = (party: string) => lists(party, 'state:GB')
    const records = [gb('Y'), gb('Z'), owns('Z', 'Y', 60), owns('Z', 'A', 20), owns('Y', 'A', 40)]
    const { verdict, basis } = finding(records, 'A', { rule: 'uk' })
    expect(verdict).toBe('blocked')
    expect(basis?.statements).toHaveLength(5)
  })

  test('a sender that was merged into another entity still lists', () => {
    for (const [id, same] of [
      ['state:US', 'state:AA'],
      ['iri:https://example.org/us', 'state:US'],
    ] as const) {
      const kg = graphOf(
        entity('State', 'state:US'),
        entity('State', id === 'state:US' ? same : id, { label: { en: 'US' }, sameAs: ['state:US'] }),
        register,
        ['X', 'A'].map((name) => entity('Company', `company:${name}`)),
        [lists('X'), owns('X', 'A', 60)],
      )
      expect(ownership(kg.view({ asOf: '2024-12-31' })).of('company:A')?.verdict).toBe('blocked')
    }
  })

  test('who is left unnamed is in no count, though one may ask of it', () => {
    const kg = graphOf(
      states('US'),
      register,
      entity('Company', 'company:X'),
      entity('Company', 'company:A', { unnamed: true }),
      [lists('X'), owns('X', 'A', 60)],
    )
    const found = ownership(kg.view({ asOf: '2024-12-31' }))
    expect(found.counts.blocked).toBe(0)
    expect([...found.findings]).toEqual([])
    expect(found.of('company:A')?.verdict).toBe('blocked')
  })

  test('what was sold whole is told as well, and of those alone who are blocked', () => {
    const sold = owns('X', 'A', 60, { when: '2015-01-01/2022-05-01' })
    const whole = ownership(world(x, sold).view({ asOf: '2022-05-02' }))
    expect(String(whole)).toContain('FAQ 402')
    expect([...whole.findings]).toMatchObject([
      { entity: 'company:A', verdict: 'no-finding', divested: [{ until: '2022-05-01' }] },
    ])
    const others = [
      owns('P', 'A', 60, { when: '2015-01-01/2022-05-01' }),
      owns('X', 'A', 10, { when: '2015-01-01/..' }),
    ]
    expect(String(ownership(world(x, ...others).view({ asOf: '2022-05-02' })))).not.toContain('FAQ 402')
  })

  test('a view of a view asks for what holds on both days', () => {
    const since = owns('X', 'A', 60, { when: '2020-01-01/..' })
    const kg = world(x, since)
    const both = kg.view({ asOf: '2018-01-01' }).view({ asOf: '2024-12-31' })
    expect(both.statements({ relation: 'owns' })[Symbol.iterator]().next().done).toBe(true)
    expect(ownership(both).of('company:A')?.verdict).toBe('no-finding')
  })

  test('more than all of it is told once, and of few entities in words', () => {
    const over = Array.from({ length: 30 }, (_, i) => [owns('X', `A${i}`, 60), owns('Y', `A${i}`, 60)]).flat()
    const found = ownership(world(...over).view({ asOf: '2024-12-31' }), { rule: 'uk' })
    expect(found.excess).toHaveLength(30)
    expect(String(found).match(/More than all of/g)).toHaveLength(20)
    expect(String(found)).toContain('… and 10 more')
  })

  test('what it rests on is worked out once for a whole chain', () => {
    const chain = Array.from({ length: 4000 }, (_, i) => owns(`${i}`, `${i + 1}`, 60))
    const found = ownership(world(lists('0'), ...chain).view({ asOf: '2024-12-31' }))
    const start = performance.now()
    expect(found.sources).toEqual(['source:register'])
    expect(performance.now() - start).toBeLessThan(500) // some 8 million steps else
  })

  test('who asserts that it is likely does not make it certain', () => {
    const likely = owns('X', 'A', 60, { likelihood: 'likely' })
    expect(finding([x, likely], 'A')).toMatchObject({ verdict: 'undetermined', doubts: ['holding-not-sure'] })
    const listing = lists('X', 'state:US', { likelihood: [20, 80] })
    expect(finding([listing, owns('X', 'A', 60)], 'A')).toMatchObject({
      verdict: 'undetermined',
      doubts: ['owner-not-sure'],
    })
    // Beside one who says so plainly.
    const both = claims('X', 'A', { share: 55 }, { share: 40, likelihood: 'likely' })
    expect(finding([x, both], 'A')).toMatchObject({ verdict: 'blocked', low: 55 })
    // Or who says less.
    const more = {
      ...x,
      claims: [
        { ...said, measures: ['travel-ban'] },
        { ...said, at: 'note', measures: ['asset-freeze'], likelihood: 'likely' },
      ],
    }
    expect(finding([more, owns('X', 'A', 60)], 'A')).toMatchObject({
      verdict: 'undetermined',
      doubts: ['owner-not-sure'],
    })
    expect(finding([more, owns('X', 'A', 60)], 'X').listed).toMatchObject([{ measures: ['travel-ban'] }])
  })

  test('a listing that somebody alleges to freeze assets, and others assert for less, leaves it open', () => {
    const listing = {
      ...x,
      claims: [
        { ...said, measures: ['travel-ban'], at: '1' },
        { ...said, stance: 'alleges', by: 'state:GB', measures: ['asset-freeze'], at: '2' },
      ],
    }
    expect(finding([listing, owns('X', 'A', 60)], 'A').verdict).toBe('undetermined')
  })

  test('a prediction that a holding ends does not end it', () => {
    const held = claims(
      'X',
      'A',
      { share: 60, when: '2015-01-01/..', said: '2020-01-01' },
      { stance: 'predicts', by: 'state:GB', when: '2015-01-01/2023-06-30' },
    )
    expect(finding([x, held], 'A').verdict).toBe('blocked')
    // Nor is a sale that is predicted one.
    const less = { ...held, claims: (held.claims as Fields[]).map((one) => ({ ...one, share: 40 })) }
    expect(finding([x, less], 'A')).toMatchObject({ verdict: 'below', divested: [] })
  })

  test('of a graph that has changed since no picture is drawn', () => {
    const kg = world(x, owns('X', 'A', 60))
    const found = ownership(kg.view({ asOf: '2024-12-31' }))
    kg.add('Company', { id: 'company:new', label: 'New' })
    expect(() => found.toSVG()).toThrow('the graph was changed')
  })

  test('a cell names as many owners as a reader takes in, and says how many more there are', () => {
    const many = Array.from({ length: 50 }, (_, i) => [lists(`${i}`), owns(`${i}`, 'A', 2)]).flat()
    const found = ownership(world(...many).view({ asOf: '2024-12-31' }))
    expect(found.of('company:A')?.owners).toHaveLength(50)
    expect(String(found)).toContain('… and 30 more')
  })

  test('a rule whose parts are of other kinds is none', () => {
    const [rule] = OWNERSHIP_RULES
    const kg = world(x)
    for (const threshold of [{ share: '50', inclusive: true }, { share: true, inclusive: true }, []])
      expect(() => ownership(kg, { rule: { ...rule!, threshold } as never })).toThrow('threshold')
    expect(() => ownership(kg, { rule: { ...rule!, divestment: 5 } as never })).toThrow('divestment')
    expect(() =>
      ownership(kg, { rule: { ...rule!, from: '2020-01-02', until: '2020-01-01' } as never }),
    ).toThrow('ends before')
  })
})
