import { type Core, core, pattern, type Ref, type Statement } from 'statecraft'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Asking } from '../../src/query/match/pattern'
import { compile } from './compile'
import { world } from './world'

const { kp } = world()

/** What a pattern is answered with. */
type RowOf<P> =
  P extends Asking<infer Found> ? (Found extends { readonly row: infer Row } ? Row : never) : never

const embargoed = pattern(core)
  .where('?a', 'supplies', '?b', { id: '?supply', item: '?item', stage: '?stage', quantity: '?quantity' })
  .where('?c', 'sanctions', '?b', { id: '?embargo', measures: 'arms-embargo', by: '?who' })
  .entity('?a', 'State')
  .during('?supply', '?embargo', { certain: true })

describe('the row of a match', () => {
  type Row = RowOf<typeof embargoed>

  it('has refs of entities, by what each end can be', () => {
    expectTypeOf<Row['a']>().toEqualTypeOf<Ref<'State' | 'Jurisdiction' | 'Actor'>>()
    expectTypeOf<Row['c']>().toEqualTypeOf<
      Ref<'State' | 'Jurisdiction' | 'Actor'> | Ref<'Organization' | 'Actor'>
    >()
    expectTypeOf<Row['item']>().toEqualTypeOf<Ref<'Technology'> | Ref<'Commodity'> | Ref<'Asset'>>()
    expectTypeOf<Row['who']>().toEqualTypeOf<Ref<'Actor'>>()
  })

  it('narrows what stands in two places: who is supplied and under sanctions is no Sector', () => {
    expectTypeOf<Row['b']>().toEqualTypeOf<Ref<'Jurisdiction' | 'Actor'> | Ref<'Organization' | 'Actor'>>()
  })

  it('has statements of their relation, and values as they are', () => {
    expectTypeOf<Row['supply']>().toEqualTypeOf<Statement<Core, 'supplies'>>()
    expectTypeOf<Row['embargo']['programme']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Row['stage']>().toEqualTypeOf<'offered' | 'ordered' | 'licensed' | 'delivered'>()
    expectTypeOf<Row['quantity']>().toEqualTypeOf<number>()
  })

  it('has nothing else', () => {
    expectTypeOf<keyof Row>().toEqualTypeOf<
      'a' | 'b' | 'c' | 'item' | 'stage' | 'quantity' | 'who' | 'supply' | 'embargo'
    >()
  })

  it('has a statement that only a qualifier binds, of whatever relation, until another pattern says of which', () => {
    const said = pattern(core).where('?who', 'condemns', '?whom', { over: '?act' })
    expectTypeOf<Exclude<RowOf<typeof said>['act'], string>>().toEqualTypeOf<Statement<Core>>()
    const known = said.where('?x', 'attacks', '?y', { id: '?act' })
    expectTypeOf<RowOf<typeof known>['act']['relation']>().toEqualTypeOf<'attacks'>()
  })

  it('has one of several types where one of several relations is met', () => {
    const either = pattern(core).where('?a', ['owns', 'leads'], '?b', { id: '?s' })
    expectTypeOf<RowOf<typeof either>['s']['relation']>().toEqualTypeOf<'owns' | 'leads'>()
  })

  it('has what was selected, or grouped by', () => {
    const rows = embargoed.select('?a', '?item')
    expectTypeOf<keyof RowOf<typeof rows>>().toEqualTypeOf<'a' | 'item'>()
    const groups = embargoed.groupBy('?b').count('?item').orderBy({ by: 'count', descending: true })
    expectTypeOf<RowOf<typeof groups>>().toEqualTypeOf<{ readonly b: Row['b'] }>()
  })
})

describe('a pattern', () => {
  it('has one word on the types of a variable', () => {
    const actors = pattern(core).where('?a', 'opposes', '?b').entity('?a', 'Jurisdiction')
    const again = (): void => void actors.entity('?a', 'State')
    expect(again).toThrow(/given already/)
  })

  it('is a plain value', () => {
    expect(
      JSON.parse(JSON.stringify(embargoed.select('?a').options({ limit: 10, status: 'asserted' }))),
    ).toEqual({
      find: 'match',
      where: [
        {
          id: '?supply',
          item: '?item',
          stage: '?stage',
          quantity: '?quantity',
          subject: '?a',
          relation: 'supplies',
          object: '?b',
        },
        {
          id: '?embargo',
          measures: 'arms-embargo',
          by: '?who',
          subject: '?c',
          relation: 'sanctions',
          object: '?b',
        },
      ],
      entities: { '?a': 'State' },
      times: [{ first: '?supply', is: 'during', second: '?embargo', certain: true }],
      select: ['?a'],
      limit: 10,
      status: 'asserted',
    })
  })

  it('takes refs, ids, and what the compiler does not know', () => {
    const id: string = 'state:US'
    const asked = pattern(core)
      .where(kp, 'supplies', '?b')
      .where('state:RU', 'opposes', '?b')
      .where(id, 'opposes', '?b')
    expect(asked.query.where.map(({ subject }) => subject)).toEqual([kp, 'state:RU', 'state:US'])
  })

  it('is never changed: each call gives a new one', () => {
    const one = pattern(core).where('?a', 'opposes', '?b')
    one.where('?b', 'opposes', '?c')
    expect(one.query.where).toHaveLength(1)
  })
})

const SETTING = `
import { core, createGraph, pattern, type Ontology } from '../../src/index'
const kg = createGraph()
const kp = kg.add('State', { id: 'state:KP', label: 'North Korea' })
const nuclear = kg.add('Technology', { id: 'technology:nuclear', label: 'nuclear technology' })
const p = pattern(core).where('?a', 'supplies', '?b', { id: '?supply', item: '?item', stage: '?stage' })
export const used: unknown[] = [kg, kp, nuclear, p]
export type Used = Ontology
`

/** What is wrong → a line that is; what the message says; and how long it may get, in characters. */
const CASES = {
  'a type that is left by a relation whose domain excludes it': {
    code: `p.where('?item', 'sanctions', '?c')`,
    says: [`Mistake<"?item can never be the subject of sanctions">`],
    within: 250,
  },
  'a range that excludes what a variable is': {
    code: `p.where('?c', 'supplies', '?item')`,
    says: [`Mistake<"?item can never be the object of supplies">`],
    within: 250,
  },
  'a statement where an entity is asked': {
    code: `p.where('?supply', 'sanctions', '?c')`,
    says: [`Mistake<"?supply can never be the subject of sanctions">`],
    within: 250,
  },
  'a value where a statement is asked': {
    code: `p.where('?a', 'condemns', '?c', { over: '?stage' })`,
    says: [`Mistake<"?stage can never be the 'over' of condemns">`],
    within: 250,
  },
  'one variable for statements of two relations': {
    code: `p.where('?a', 'condemns', '?c', { id: '?supply' })`,
    says: [`Mistake<"?supply can never be the 'id' of condemns">`],
    within: 250,
  },
  'unlike ends of a relation of like with like': {
    code: `p.where('?item', 'partOf', '?a')`,
    says: [`Mistake<"?a can never be the object of partOf">`],
    within: 250,
  },
  'one variable for both ends of a relation that never holds between alike': {
    code: `pattern(core).where('?x', 'develops', '?x')`,
    says: [`Mistake<"?x can never be the object of develops">`],
    within: 250,
  },
  'one variable for an end and a qualifier that excludes it': {
    code: `pattern(core).where('?x', 'supplies', '?y', { item: '?x' })`,
    says: [`Mistake<"?x can never be the 'item' of supplies">`],
    within: 350,
  },
  'a ref of a wrong type': {
    code: `p.where(nuclear, 'sanctions', '?c')`,
    says: [`'Ref<"Technology">' is not assignable`, `Mistake<"this can never be the subject of sanctions">`],
    within: 310,
  },
  'a ref of a wrong type as a qualifier': {
    code: `p.where('?a', 'supplies', '?c', { item: kp })`,
    says: [`Mistake<"this can never be the 'item' of supplies">`],
    within: 350,
  },
  'what is neither a variable nor an id': {
    code: `p.where('Iran', 'sanctions', '?c')`,
    says: [`Mistake<"'Iran' is neither a variable, as '?x', nor an id, as 'state:KP'">`],
    within: 280,
  },
  'an unknown relation': {
    code: `p.where('?a', 'suplies', '?c')`,
    says: [`'"suplies"' is not assignable to parameter of type '"alliedWith" | "pledgesTo" | "supports"`],
    within: 450,
  },
  'an unknown qualifier': {
    code: `p.where('?a', 'supplies', '?c', { itm: '?i' })`,
    says: [`'itm' does not exist in type '`, `Did you mean to write 'item'?`],
    within: 600,
  },
  'a value that is not on the list': {
    code: `p.where('?a', 'supplies', '?c', { stage: 'deliverd' })`,
    says: [`'"deliverd"' is not assignable`, `Did you mean '"delivered"'?`],
    within: 200,
  },
  'a date as a value': {
    code: `p.where('?a', 'supplies', '?c', { when: '2024' })`,
    says: [`'"2024"' is not assignable to type '\`?\${string}\`'`],
    within: 120,
  },
  'a type that a variable can never have': {
    code: `p.entity('?a', 'Technology')`,
    says: [`Mistake<"?a can never be of the type Technology">`],
    within: 300,
  },
  'an unknown variable in a join on time': {
    code: `p.during('?suply', '?supply')`,
    says: [`'"?suply"' is not assignable to parameter of type '"?supply"'`],
    within: 120,
  },
  'a join of what has no time': {
    code: `p.before('?a', '?supply')`,
    says: [`'"?a"' is not assignable to parameter of type '"?supply"'`],
    within: 120,
  },
  'an unknown variable to group by': {
    code: `p.groupBy('?z')`,
    says: [`'"?z"' is not assignable to parameter of type '"?a" | "?b" | "?supply" | "?item" | "?stage"'`],
    within: 150,
  },
  'an order by what is not shown': {
    code: `p.select('?a').orderBy('?b')`,
    says: [`'"?b"' is not assignable to parameter of type 'OrderKey<"?a">'`],
    within: 120,
  },
  'an unknown option': {
    code: `p.options({ statuss: 'asserted' })`,
    says: [`'statuss' does not exist in type 'MatchOptions<Core>'. Did you mean to write 'status'?`],
    within: 200,
  },
} as const satisfies { [what: string]: { code: string; says: readonly string[]; within: number } }

describe('what the compiler says of', () => {
  const found = compile(
    Object.fromEntries(Object.entries(CASES).map(([what, { code }]) => [what, SETTING + code])),
  )

  it.each(Object.entries(CASES))('%s is one short message that names it', (what, { says, within }) => {
    const messages = found[what] ?? []
    expect(messages).toHaveLength(1)
    for (const part of says) expect(messages[0]).toContain(part)
    expect(messages[0]?.length).toBeLessThanOrEqual(within)
    expect(messages[0]).not.toMatch(/readonly iri|vocabularies/) // a whole ontology, written out
  })

  it('nothing, of an ontology that it does not know: names are checked when it is asked', () => {
    const { fine } = compile({
      fine: `${SETTING}
for (const { row } of createGraph(core as Ontology).match((m) => m.where('?a', 'supplies', '?b', { id: '?s', item: '?i' }))) {
  const [id, relation]: string[] = [row.a, row.s.relation]
  used.push(id, relation, row.i)
}`,
    })
    expect(fine).toEqual([])
  })

  it('a pattern on hover: what each variable is, and no more', () => {
    const { hover } = compile({ hover: `${SETTING}export const shown: string = p` })
    expect(hover).toHaveLength(1)
    expect(hover[0]).toMatch(/^Type 'Pattern<Core, \{ readonly /)
    expect(hover[0]).toContain('readonly item: AnEntity<"Technology" | "Commodity" | "Asset">')
    expect(hover[0]!.length).toBeLessThan(350)
  })
})
