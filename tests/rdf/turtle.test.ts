import { createGraph, type ViewOptions } from 'statecraft'
import { type RdfOptions, type StandingStatement, toQuads, toTurtle } from 'statecraft/rdf'
import { describe, expect, test } from 'vitest'
import { by, entity, graphOf, source, statement, states } from '../records'
import { claim, stmt } from './parse'

/** The text after the prefixes. */
const body = (turtle: string) => turtle.slice(turtle.indexOf('\n\n') + 2)
/** What it says of one subject, or two. */
const about = (turtle: string, ...subjects: string[]) =>
  body(turtle)
    .split(/(?<=\.\n)(?=\S)/)
    .filter((part) => subjects.some((subject) => part.startsWith(`${subject} `)))
    .join('')

describe('the example of the design', () => {
  const kg = createGraph()
  const kp = kg.add('State', {
    id: 'state:KP',
    label: { en: 'North Korea', ar: 'كوريا الشمالية' },
    identifiers: { iso2: 'KP' },
  })
  const ir = kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
  const nuclear = kg.add('Technology', { id: 'technology:nuclear', label: { en: 'nuclear technology' } })
  const pinkston = kg.add('Expert', { id: 'person:daniel-pinkston', label: { en: 'Daniel Pinkston' } })
  const report = kg.add('Article', { id: 'source:elaph-2024', label: { en: 'Elaph' }, published: '2024-05' })
  kg.relate(kp, 'supplies', ir, {
    item: nuclear,
    when: '[..2024-05]',
    claims: [{ stance: 'asserts', by: pinkston, source: report, at: '§14' }],
  })
  const s = stmt(['supplies', 'state:KP', 'state:IR', '[..2024-05]', { item: 'technology:nuclear' }])
  const c = claim(s, 'asserts', 'person:daniel-pinkston', 'source:elaph-2024', '§14', null)

  test('is this Turtle', () => {
    expect(toTurtle(kg)).toBe(`@prefix claim: <https://w3id.org/statecraft/id/claim/>.
@prefix person: <https://w3id.org/statecraft/id/person/>.
@prefix prov: <http://www.w3.org/ns/prov#>.
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#>.
@prefix sc: <https://w3id.org/statecraft/ns#>.
@prefix scp: <https://w3id.org/statecraft/ns/statement#>.
@prefix scs: <https://w3id.org/statecraft/ns/object#>.
@prefix source: <https://w3id.org/statecraft/id/source/>.
@prefix state: <https://w3id.org/statecraft/id/state/>.
@prefix stmt: <https://w3id.org/statecraft/id/stmt/>.
@prefix technology: <https://w3id.org/statecraft/id/technology/>.
@prefix xsd: <http://www.w3.org/2001/XMLSchema#>.

claim:${c} a sc:Claim;
    prov:hadPrimarySource source:elaph-2024;
    prov:wasAttributedTo person:daniel-pinkston;
    sc:about stmt:${s};
    sc:at "§14";
    sc:stance sc:asserts;
    sc:when "[..2024-05]"^^<http://id.loc.gov/datatypes/edtf/EDTF>.
person:daniel-pinkston a sc:Expert;
    rdfs:label "Daniel Pinkston"@en.
source:elaph-2024 a sc:Article;
    rdfs:label "Elaph"@en;
    sc:published "2024-05"^^<http://id.loc.gov/datatypes/edtf/EDTF>.
state:IR a sc:State;
    rdfs:label "Iran"@en.
state:KP a sc:State;
    rdfs:label "North Korea"@en, "كوريا الشمالية"@ar;
    sc:identifier-iso2 "KP";
    sc:supplies state:IR;
    scp:supplies stmt:${s}.
stmt:${s} a sc:Supplies;
    sc:item technology:nuclear;
    sc:occurrence "[..2024-05]";
    sc:possibleUntil "2024-05-31"^^xsd:date;
    sc:status sc:asserted;
    scs:supplies state:IR.
technology:nuclear a sc:Technology;
    rdfs:label "nuclear technology"@en.
`)
  })

  test('without direct triples has two layers', () => {
    expect(about(toTurtle(kg, { direct: 'none' }), 'state:KP')).toBe(`state:KP a sc:State;
    rdfs:label "North Korea"@en, "كوريا الشمالية"@ar;
    sc:identifier-iso2 "KP";
    scp:supplies stmt:${s}.
`)
  })

  test('is nothing where nothing is in the view', () => {
    expect(toTurtle(kg.view({ status: 'predicted' }))).toBe('')
    expect(toTurtle(createGraph())).toBe('')
  })
})

describe('a statement', () => {
  const actors = [...states('A', 'B'), entity('Expert', 'person:x'), entity('Expert', 'person:y')]

  test('has its status, its dispute and all four bounds', () => {
    const claims = [
      by('person:x', 'asserts', { when: '2010-03-05/2012-04-30', said: '2013' }),
      by('person:y', 'denies'),
    ]
    const s = stmt(['supports', 'state:A', 'state:B', 'x', {}])
    const kg = graphOf(actors, statement('A', 'supports', 'B', claims, { occurrence: 'x' }))
    expect(about(toTurtle(kg), `stmt:${s}`)).toBe(`stmt:${s} a sc:Supports;
    sc:certainFrom "2010-03-05"^^xsd:date;
    sc:certainUntil "2012-04-30"^^xsd:date;
    sc:disputed true;
    sc:occurrence "x";
    sc:possibleFrom "2010-03-05"^^xsd:date;
    sc:possibleUntil "2012-04-30"^^xsd:date;
    sc:status sc:asserted;
    scs:supports state:B.
`)
  })

  test('without a claim that counts has no status, and its claims stay', () => {
    const s = stmt(['supports', 'state:A', 'state:B', '', {}])
    const c = claim(s, 'asserts', 'person:x', null, null, null)
    const kg = graphOf(
      actors,
      statement('A', 'supports', 'B', [by('person:x', 'asserts', { withdrawn: '2024' })]),
    )
    const turtle = toTurtle(kg)
    expect(about(turtle, `stmt:${s}`)).toBe(`stmt:${s} a sc:Supports;
    sc:occurrence "";
    scs:supports state:B.
`)
    expect(about(turtle, `claim:${c}`)).toBe(`claim:${c} a sc:Claim;
    prov:wasAttributedTo person:x;
    sc:about stmt:${s};
    sc:stance sc:asserts;
    sc:withdrawn "2024"^^<http://id.loc.gov/datatypes/edtf/EDTF>.
`)
    expect(about(turtle, 'state:A')).not.toContain('sc:supports')
  })

  test('has each of several qualifiers, concepts by their list, and speaks of others by id', () => {
    const kg = graphOf(
      actors,
      entity('State', 'state:C'),
      statement('A', 'supports', 'B', [by('person:x', 'asserts')], {
        ref: 'charge',
        against: ['state:C', 'state:B'],
        form: ['military', 'diplomatic'],
      }),
      statement('B', 'accuses', 'A', [by('person:x', 'asserts')], { of: 'charge' }),
    )
    const charge = stmt([
      'supports',
      'state:A',
      'state:B',
      '',
      { against: ['state:B', 'state:C'], form: ['diplomatic', 'military'] },
    ])
    const accusation = stmt(['accuses', 'state:B', 'state:A', '', { of: `stmt:${charge}` }])
    expect(about(toTurtle(kg), `stmt:${charge}`)).toBe(`stmt:${charge} a sc:Supports;
    sc:against state:B, state:C;
    sc:form sc:supportForm-diplomatic, sc:supportForm-military;
    sc:occurrence "";
    sc:status sc:asserted;
    scs:supports state:B.
`)
    expect(about(toTurtle(kg), `stmt:${accusation}`)).toBe(`stmt:${accusation} a sc:Accuses;
    sc:occurrence "";
    sc:of stmt:${charge};
    sc:status sc:asserted;
    scs:accuses state:A.
`)
  })

  test('has claims with everything that they can say', () => {
    const s = stmt(['supplies', 'state:A', 'state:B', '', {}])
    const c = claim(s, 'announces', 'person:x', 'source:s', 'p. 3', '2024-05-02')
    const kg = graphOf(
      actors,
      source('s', '2024-05-03'),
      statement('A', 'supplies', 'B', [
        by('person:x', 'announces', {
          source: 'source:s',
          at: 'p. 3',
          via: 'person:y',
          said: '2024-05-02',
          likelihood: 'very-likely',
          confidence: 0.8,
          credibility: 2,
          method: 'machine',
          reason: { en: 'trade', 'zh-Hans': '贸易' },
          stage: 'offered',
          quantity: 1.5e21,
          value: 40,
          currency: 'USD',
          extra: { row: 7, b: ['x', null] },
        }),
      ]),
    )
    expect(about(toTurtle(kg), `claim:${c}`)).toBe(`claim:${c} a sc:Claim;
    prov:hadPrimarySource source:s;
    prov:wasAttributedTo person:x;
    sc:about stmt:${s};
    sc:at "p. 3";
    sc:confidence 0.8;
    sc:credibility 2;
    sc:currency "USD";
    sc:extra "{\\"b\\":[\\"x\\",null],\\"row\\":7}"^^rdf:JSON;
    sc:likelihood sc:likelihood-very-likely;
    sc:method sc:method-machine;
    sc:quantity 1.5E21;
    sc:reason "trade"@en, "贸易"@zh-Hans;
    sc:said "2024-05-02"^^<http://id.loc.gov/datatypes/edtf/EDTF>;
    sc:stage sc:supplyStage-offered;
    sc:stance sc:announces;
    sc:value "40"^^xsd:decimal;
    sc:via person:y.
`)
  })

  test.each([
    ['a range of likelihood', { likelihood: [20, 45] }, 'sc:likelihood "[20,45]"^^sc:range'],
    ['a share', { share: 25 }, 'sc:share "25"^^xsd:decimal'],
    ['a share with a fraction', { share: 33.4 }, 'sc:share 33.4'],
    ['a range of shares', { share: [25, 50.5] }, 'sc:share "[25,50.5]"^^sc:range'],
    ['no', { direct: false }, 'sc:direct false'],
  ])('of ownership has %s', (_, fields, expected) => {
    const kg = graphOf(actors, entity('Company', 'company:c'), {
      ...statement('A', 'owns', 'B', [by('person:x', 'asserts', fields)]),
      object: 'company:c',
    })
    expect(toTurtle(kg)).toContain(`${expected};\n`)
  })

  test('of a symmetric relation stands once, with its smaller end first, and is direct both ways', () => {
    const s = stmt(['rivals', 'state:A', 'state:B', '', {}])
    const kg = graphOf(actors, statement('B', 'rivals', 'A', [by('person:x', 'asserts')]))
    expect(about(toTurtle(kg), 'state:A', 'state:B', `stmt:${s}`)).toBe(`state:A a sc:State;
    rdfs:label "A"@en;
    sc:rivals state:B;
    scp:rivals stmt:${s}.
state:B a sc:State;
    rdfs:label "B"@en;
    sc:rivals state:A.
stmt:${s} a sc:Rivals;
    sc:occurrence "";
    sc:status sc:asserted;
    scs:rivals state:B.
`)
  })
})

describe('a direct triple', () => {
  const actors = [...states('A', 'B'), entity('Expert', 'person:x'), entity('Expert', 'person:y')]
  const direct = (stances: string[], options?: RdfOptions, view: ViewOptions = {}): boolean => {
    const claims = stances.map((stance, i) => by(i ? 'person:y' : 'person:x', stance))
    const turtle = toTurtle(graphOf(actors, statement('A', 'supports', 'B', claims)).view(view), options)
    expect(turtle).not.toMatch(/state:B [^.]*sc:supports/)
    return /state:A [^.]*sc:supports state:B/.test(turtle)
  }

  test.each([
    [['asserts'], true],
    [['alleges'], false],
    [['announces'], false],
    [['predicts'], false],
    [['denies'], false],
    [['asserts', 'denies'], false],
    [['predicts', 'asserts'], true],
  ])('stands for claims %j by default: %s', (stances, expected) => {
    expect(direct(stances)).toBe(expected)
  })

  const always = (): boolean => true

  test.each([
    ['a level', 'alleged', ['alleges'], true],
    ['another level', 'alleged', ['asserts'], false],
    ['levels', ['asserted', 'predicted'], ['predicts'], true],
    ['levels, disputed', ['asserted', 'predicted'], ['predicts', 'denies'], false],
    ['none', 'none', ['asserts'], false],
    ['a function', always, ['predicts', 'denies'], true],
    ['a function, where there are denials only', always, ['denies'], false],
  ] as const)('stands by policy: %s', (_, policy, stances, expected) => {
    expect(
      direct([...stances], { direct: policy }, { status: ['asserted', 'alleged', 'predicted', 'denied'] }),
    ).toBe(expected)
  })

  test('is asked for with the statement and its status', () => {
    const seen: unknown[] = []
    const asks = ({ relation, status }: StandingStatement) => seen.push([relation, status.level]) > 9
    direct(['predicts'], { direct: asks })
    expect(seen).toEqual([['supports', 'predicted']])
  })

  test('is refused for a policy that is none', () => {
    for (const policy of ['denied', 'true', ['asserts']]) {
      expect(() => toQuads(createGraph(), { direct: policy as never })).toThrow(
        /bad-value: '.*' lets no direct/,
      )
    }
  })

  test('holds on the day of the view', () => {
    const kg = graphOf(
      actors,
      statement('A', 'supports', 'B', [by('person:x', 'asserts', { when: '2010/2012' })]),
    )
    expect(toTurtle(kg.view({ asOf: '2011-06-01' }))).toContain('sc:supports state:B')
    expect(toTurtle(kg.view({ asOf: '2013-06-01' }))).toBe('')
  })
})

test('a membership of candidates is no direct triple, since that would say that they are members', () => {
  const member = (subject: string, standing?: string) =>
    statement(subject, 'memberOf', 'N', [by('state:A', 'asserts')], standing ? { standing } : {})
  const kg = graphOf(
    states('A', 'B'),
    entity('Organization', 'org:n'),
    { ...member('A'), object: 'org:n' },
    { ...member('B', 'candidate'), object: 'org:n' },
  )
  const turtle = toTurtle(kg)
  expect(turtle).toContain('sc:memberOf org:n')
  expect(turtle.match(/ sc:memberOf org:n/g)).toHaveLength(1)
  expect(turtle.match(/scp:memberOf/g)).toHaveLength(2)
  expect(toTurtle(kg, { direct: () => true }).match(/ sc:memberOf org:n/g)).toHaveLength(2)
})
