import { describe, expect, it } from 'vitest'
import { compile } from './compile'

const SETTING = `
import { core, createGraph, defineOntology, extendOntology, type Ref } from '../../src/index'
const kg = createGraph()
const kp = kg.add('State', { id: 'state:KP', label: 'North Korea' })
const us = kg.add('State', { id: 'state:US', label: 'United States' })
const nuclear = kg.add('Technology', { id: 'technology:nuclear', label: 'nuclear technology' })
const report = kg.add('Article', { id: 'source:elaph-2024', label: 'An old alliance' })
const claims = [{ stance: 'asserts', source: report }] as const
export const used: unknown[] = [kg, kp, us, nuclear, report, claims, core, defineOntology, extendOntology]
export type Used = Ref<'Actor'>
`
const ontology = (types: string, relation: string) => `defineOntology({
  iri: 'https://example.org/rivers#',
  vocabularies: {},
  lists: {},
  properties: { when: { kind: 'date', definition: 'when it holds' } },
  types: { Actor: { definition: 'who acts' }, ${types} },
  everyRelation: { defining: {}, details: { when: {} } },
  relations: { damsUp: { from: ['Actor'], to: ['Actor'], definition: 'holds back', ${relation} } },
})`

/** What is wrong → a line that is; what the message says; and how long it may get, in characters. */
const CASES = {
  // Definitions.
  'an unknown parent': {
    code: ontology(`Lake: { extends: 'Acter', definition: 'stands' }`, ''),
    says: [`"there is no type 'Acter' to extend"`],
    within: 200,
  },
  'an unknown parent in an extension': {
    code: `extendOntology(core, { types: { Port: { extends: 'Plaice', definition: 'for ships' } } })`,
    says: [`"there is no type 'Plaice' to extend"`],
    within: 200,
  },
  'an unknown type of an end': {
    code: `extendOntology(core, { relations: { callsAt: { from: ['Vesel'], to: ['Place'], definition: 'puts in at' } } })`,
    says: [`"there is no type 'Vesel'"`],
    within: 200,
  },
  'an unknown property': {
    code: ontology(`Lake: { definition: 'stands', fields: { depth: {} } }`, ''),
    says: [`"there is no property 'depth'"`],
    within: 200,
  },
  'an unknown list': {
    code: ontology('', `details: { when: { list: 'times' } }`),
    says: [`"there is no list 'times'"`],
    within: 200,
  },
  'an unknown end or qualifier': {
    code: ontology('', `exclusive: ['site']`),
    says: [`"there is no end or qualifier 'site'"`],
    within: 200,
  },
  'a misspelt key': {
    code: ontology('', `invers: 'is dammed up by'`),
    says: [`"a relation has no 'invers'"`],
    within: 200,
  },
  'something new without its definition': {
    code: `extendOntology(core, { types: { Port: { extends: 'Place' } } })`,
    says: [`"'Port' is new, and needs its 'definition'"`],
    within: 420,
  },

  // Ends.
  'a wrong subject': {
    code: `kg.relate(nuclear, 'supplies', us, { claims })`,
    says: [`'Ref<"Technology">' is not assignable to parameter of type 'Ref<"Actor">'`],
    within: 360,
  },
  'a wrong object': {
    code: `kg.relate(kp, 'memberOf', nuclear, { claims })`,
    says: [`'Ref<"Technology">' is not assignable to parameter of type 'Ref<"Organization">'`],
    within: 400,
  },
  'unlike ends of a relation of like with like': {
    code: `kg.relate(nuclear, 'partOf', kp, { claims })`,
    says: [`is not assignable to parameter of type 'Ref<"Technology">'`],
    within: 480, // the types of a State are three
  },
  'a supertype': {
    code: `kg.relate(kg.ref('Organization', 'org:x'), 'supplies', us, { claims }); kg.relate(kg.ref('Organization', 'org:x'), 'pledgesTo', us, { claims })`,
    says: [`is not assignable to parameter of type 'Ref<"Jurisdiction">'`, 'Organization'],
    within: 440,
  },
  'a raw string': {
    code: `kg.relate('state:KP', 'supplies', us, { claims })`,
    says: [`'string' is not assignable to parameter of type 'Ref<"Actor">'`],
    within: 200,
  },
  'an unknown relation': {
    code: `kg.relate(kp, 'suplies', us, { claims })`,
    says: [`'"suplies"' is not assignable to parameter of type '"alliedWith" | "pledgesTo" | "supports" |`],
    within: 300,
  },
  'an unknown type': {
    code: `kg.ref('Sate', 'state:KP')`,
    says: [`'"Sate"' is not assignable to parameter of type '`, '"Actor"'],
    within: 300,
  },

  // Qualifiers, claims and fields.
  'a missing qualifier': {
    code: `kg.relate(us, 'sanctions', kp, { claims })`,
    says: [`Property 'measures' is missing in type '`, `but required in type 'About<"sanctions", Core>'`],
    within: 410,
  },
  'a missing qualifier on the face of a source': {
    code: `kg.from(report).relate(us, 'sanctions', kp, { at: '§1' })`,
    says: [
      `Property 'measures' is missing in type '{ at: string; }' but required in type 'AboutSourced<"sanctions"`,
    ],
    within: 300,
  },
  'missing claims': {
    code: `kg.relate(kp, 'supplies', us, {})`,
    says: [`Property 'claims' is missing in type '{}' but required in type 'About<"supplies", Core>'`],
    within: 200,
  },
  'an unknown qualifier': {
    code: `kg.relate(kp, 'supplies', us, { itm: nuclear, claims })`,
    says: [`'itm' does not exist in type 'About<"supplies", Core>'. Did you mean to write 'item'?`],
    within: 200,
  },
  'a qualifier of a wrong type': {
    code: `kg.relate(kp, 'supplies', us, { event: us, claims })`,
    says: [`is not assignable to type 'Ref<"Event">'`],
    within: 430,
  },
  'a mistyped value': {
    code: `kg.relate(kp, 'supplies', us, { quantity: 'many', claims })`,
    says: [`Type 'string' is not assignable to type 'number'.`],
    within: 60,
  },
  'a value that is not on the list': {
    code: `kg.relate(kp, 'supplies', us, { stage: 'deliverd', claims })`,
    says: [`"offered" | "ordered" | "licensed" | "delivered"'. Did you mean '"delivered"'?`],
    within: 130,
  },
  'a claimant who is none': {
    code: `kg.relate(kp, 'supplies', us, { claims: [{ stance: 'asserts', by: nuclear }] })`,
    says: [`Type 'Ref<"Technology">' is not assignable to type '`, `| Ref<"Actor">'.`],
    within: 430,
  },
  'an unknown field': {
    code: `kg.add('State', { id: 'state:DD', label: 'GDR', founded: '1949' })`,
    says: [`'founded' does not exist in type 'Fields<"State", Core>'`],
    within: 200,
  },
  'a missing field': {
    code: `kg.add('State', { id: 'state:DD' })`,
    says: [
      `Property 'label' is missing in type '{ id: string; }' but required in type 'Fields<"State", Core>'`,
    ],
    within: 220,
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

  it('nothing, where nothing is wrong', () => {
    expect(
      compile({ fine: `${SETTING}\nkg.relate(kp, 'supplies', us, { item: nuclear, claims })` }).fine,
    ).toEqual([])
  })
})
