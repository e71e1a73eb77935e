import { describe, expect, expectTypeOf, it } from 'vitest'
import { type Core, core } from '../../src/ontology/core'
import type { ListDefinition, TypeDefinition } from '../../src/ontology/definition'
import type { Property } from '../../src/ontology/ontology'
import type { From } from '../../src/ontology/typing'

const { definition } = core
const types: [string, TypeDefinition][] = Object.entries(definition.types)
const lists: [string, ListDefinition][] = Object.entries(definition.lists)
const values = lists.flatMap(([list, { values }]) =>
  Object.entries(values).map(([value, entry]) => ({ name: `${list} ${value}`, value, ...entry })),
)

// The tables below are written out by hand from §4 of the design, and compared with the literal.

const TYPE_TREE = `
Actor
  Jurisdiction
    State: existed[]
    Territory
  Organization: founded dissolved
    IntergovernmentalOrganization
      Alliance
    Grouping
    Government
    ArmedForce
    ArmedGroup
    PoliticalParty
    Agency
      GovernmentAgency
      NewsAgency
    Company
    ResearchInstitution
  Person: born died gender
    Expert: expertise
    Official
Asset
  Vessel
  Aircraft
  CryptoWallet
  BankAccount
  Security
Technology
  WeaponSystem
Commodity: hs
Sector
LegalInstrument
  Treaty: signed inForce obligations[]
  Resolution
  SanctionsProgramme: kind measures[] url
Event: when
  SanctionsCase
Place: point
Source: url published language publisher author[] relays coverage reliability
  Article
  Document
  Dataset
  SanctionsList
`

// sign relation [event] [trans] | ends (→ directed, – symmetric, ~ like with like) | defining | details
const RELATIONS = `
+ alliedWith | Actor – Actor | treaty against[] | obligations[] cowType
+ pledgesTo | Jurisdiction → Jurisdiction | treaty | obligations[]
+ supports | Actor → Actor | against[] form[] |
+ cooperatesWith | Actor – Actor | field |
+ aids event | Actor → Actor | form | value currency
- sanctions | State/Organization → Jurisdiction/Sector/Organization | programme item sector case inResponseTo | measures[]! scope authority legalBasis
- attacks event | Actor → Actor/Place/Asset | weapon[] inResponseTo |
- threatens event | Actor → Actor | with |
- accuses event | Actor → Actor | of |
- condemns event | Actor → Actor/Event | over |
- opposes | Actor → Actor | |
- rivals | Actor – Actor | |
0 designates | State/Organization → Actor/Asset | programme | list entry measures[] authority legalBasis listed secondaryRisk
0 suspends | State/Organization → SanctionsProgramme/Jurisdiction | of | legalBasis
0 licenses | State/Organization → Actor/Jurisdiction/Sector | programme | general covers[]
0 implements | SanctionsProgramme → SanctionsProgramme | |
0 supplies event | Actor → Actor | item route usedIn | stage quantity unit value currency tiv purpose
0 exportsTo event | Jurisdiction → Jurisdiction | item | value currency reporter
0 tradesWith event | Actor – Actor | item |
0 visits event | Actor → Jurisdiction/Organization/Place | representing | level host
0 meets event | Actor – Actor | topic place |
0 seeksTiesWith | Actor → Actor | | level
0 hasTiesWith | Actor – Actor | | level
0 recognizes | Jurisdiction/Organization → Jurisdiction/Government | as | level
0 hasMissionIn | Jurisdiction → Jurisdiction | | level
0 closesMissionIn event | Jurisdiction → Jurisdiction | | level
0 partyTo | Actor → Treaty | |
0 memberOf | Actor → Organization | standing |
0 suspendedFrom | Jurisdiction → Organization | |
0 suspendsObligationsTo | Jurisdiction → Jurisdiction | treaty |
0 votesOn event | Jurisdiction → Resolution | vote |
0 mediates event | Actor → Event | |
0 participatesIn | Actor → Event | |
0 owns | Actor → Organization/Asset | | share interest direct
0 controls | Actor → Organization/Asset | | share interest direct
0 ownsOrControls | Actor → Organization/Asset | | share interest direct
0 directs | Actor → Organization | | role
0 affiliatedWith | Person → Organization | | role
0 leads | Person → Jurisdiction/Organization | office |
0 agencyOf | Agency → Jurisdiction/Organization | |
0 speaksFor | Actor → Actor | |
0 actsFor | Actor → Actor | |
0 familyOf | Person – Person | | kind
0 parentOf | Person → Person | | kind
0 associateOf | Actor – Actor | | kind
0 citizenOf | Person → Jurisdiction | | kind
0 registeredIn | Organization/Asset → Jurisdiction | | kind
0 flaggedBy | Vessel/Aircraft → Jurisdiction | | kind
0 operates | Actor → Asset | | kind
0 manages | Actor → Asset | | kind
0 governs | Organization → Jurisdiction | basis |
0 administers | Jurisdiction → Territory | basis |
0 locatedIn trans | Actor/Asset/Event/Place → Place/Jurisdiction | |
0 partOf trans | Actor/Asset/Technology/Commodity/Sector/LegalInstrument/Event/Place/Source ~ | |
0 broader trans | Technology/Commodity/Sector ~ | |
0 succeeds | Actor/Asset/LegalInstrument/Event/Place/Source ~ | kind |
0 develops | Actor → Technology/Commodity | |
0 produces | Actor → Technology/Commodity | |
0 needs | Actor → Technology/Commodity | |
0 responsibleFor | Actor → Event | |
0 issuedBy | LegalInstrument → Organization | |
0 concerns | LegalInstrument → Actor/Asset/Technology/Commodity/Sector/LegalInstrument/Event/Place/Source | |
0 linkedTo | Actor/Asset → Actor/Asset | |
`

// property: kind, what it takes where that is the same everywhere
const KINDS = `
existed founded dissolved born died signed inForce published coverage when listed: date
expertise reason note purpose role: text
hs route office legalBasis entry unit: string
url: url
point: point
language: language
currency: currency
share: share
quantity value tiv: number
secondaryRisk general direct: boolean
with of: statement
inResponseTo over: thing
publisher author against representing host: entity Actor
relays: entity Source
event usedIn: entity Event
treaty: entity Treaty
programme: entity SanctionsProgramme
sector: entity Sector
case: entity SanctionsCase
list: entity SanctionsList
authority: entity Organization
reporter: entity Jurisdiction/Organization
place: entity Place/Jurisdiction
weapon: entity Technology
field: entity Technology/Commodity/Sector
item: entity Technology/Commodity/Asset
covers: entity Technology/Commodity/Asset/Sector
topic: entity
reliability gender obligations cowType measures scope as standing vote stage interest form basis kind level: choice
`

// the property as used: its values
const CHOICES: Record<string, string> = {
  'SanctionsProgramme.measures':
    'asset-freeze travel-ban arms-embargo arms-restrictions military-assistance-ban trade-embargo export-control ' +
    'import-restrictions financial-restrictions correspondent-account-restrictions investment-ban services-ban ' +
    'transportation-restrictions price-cap debarment aid-suspension agreement-suspension diplomatic-measures ' +
    'blockade claims-prohibition sectoral-restrictions other not-stated',
  'Treaty.obligations': 'defence offence neutrality nonaggression consultation',
  'alliedWith.obligations': 'defence offence neutrality nonaggression consultation',
  'alliedWith.cowType': 'defence neutrality nonaggression entente',
  'supports.form': 'political diplomatic military financial material',
  'aids.form': 'humanitarian economic military technical',
  'sanctions.scope': 'comprehensive partial',
  'supplies.stage': 'offered ordered licensed delivered',
  'visits.level': 'head-of-state head-of-government minister senior-official delegation other',
  'recognizes.as': 'statehood government',
  'memberOf.standing': 'member associate observer partner candidate invited',
  'votesOn.vote': 'yes abstain no absent not-a-member',
  'owns.interest': 'equity votes',
  'governs.basis': 'de-jure de-facto in-exile',
  'administers.basis': 'sovereignty occupation de-facto lease',
}

const rows = (table: string) => table.trim().split('\n')
const show = (uses: ReadonlyMap<string, Property>, without: readonly string[] = []) =>
  [...uses.values()]
    .filter(({ name }) => !without.includes(name))
    .map(({ name, many, required }) => name + (many ? '[]' : '') + (required ? '!' : ''))
    .join(' ')
const propertyOf = (use: string): Property => {
  const [owner = '', name = ''] = use.split('.')
  const relation = core.relations.get(owner)
  const property =
    (relation ? relation.defining.get(name) : undefined) ??
    relation?.details.get(name) ??
    core.fields(owner).get(name)
  if (!property) throw new Error(`${owner} has no ${name}`)
  return property
}

describe('the types of the core vocabulary', () => {
  it('are those of the design, with their fields', () => {
    const shown: string[] = []
    const visit = (parent: string | undefined, depth: number) => {
      for (const [name, type] of types.filter(([, { extends: up }]) => up === parent)) {
        const inherited = parent ? [...core.fields(parent).keys()] : []
        const fields = show(core.fields(name), inherited)
        shown.push(' '.repeat(depth * 2) + name + (type.fields && fields ? `: ${fields}` : ''))
        visit(name, depth + 1)
      }
    }
    visit(undefined, 0)
    expect(shown).toEqual(rows(TYPE_TREE))
  })

  it.each([
    ['Expert', 'Official'],
    ['Company', 'GovernmentAgency'],
    ['Company', 'NewsAgency'],
    ['State', 'Territory'],
    ['Dataset', 'SanctionsList'],
    ['Alliance', 'IntergovernmentalOrganization'],
  ])('let one thing be %s and %s', (a, b) => {
    expect(core.compatible(a, b)).toBe(true)
  })

  it.each([
    ['State', 'Vessel'],
    ['Person', 'Company'],
    ['State', 'Government'],
    ['Official', 'Territory'],
    ['Vessel', 'Aircraft'],
    ['BankAccount', 'CryptoWallet'],
    ['Article', 'Event'],
  ])('let nothing be %s and %s at once', (a, b) => {
    expect(core.compatible(a, b)).toBe(false)
  })

  it('are known to the compiler', () => {
    expectTypeOf<'Alliance' | 'WeaponSystem'>().toExtend<keyof Core['types']>()
    expectTypeOf<'Planet'>().not.toExtend<keyof Core['types']>()
    expectTypeOf<From<Core, 'flaggedBy'>>().toEqualTypeOf<'Vessel' | 'Aircraft'>()
  })
})

describe('the relations of the core vocabulary', () => {
  it('are those of the design: sign, aspect, ends, qualifiers and details', () => {
    const shown = [...core.relations.values()].map((relation) => {
      const { name, from, to, sign, aspect, transitive, symmetric, alike } = relation
      const flags = (aspect === 'event' ? ' event' : '') + (transitive ? ' trans' : '')
      const ends = alike
        ? `${from.join('/')} ~`
        : `${from.join('/')} ${symmetric ? '–' : '→'} ${to.join('/')}`
      if (alike || symmetric) expect(to, name).toEqual(from)
      const defining = show(relation.defining, ['event'])
      const details = show(relation.details, ['when', 'reason', 'note'])
      const polarity = sign === 1 ? '+' : sign === -1 ? '-' : '0'
      const line = `${polarity} ${name}${flags} | ${ends} | ${defining} | ${details}`
      return line.replace(/ +/g, ' ').trim()
    })
    expect(shown).toEqual(rows(RELATIONS))
  })

  it('all have a time, a reason, a note and an event', () => {
    for (const relation of core.relations.values()) {
      expect([...relation.details.keys()], relation.name).toEqual(
        expect.arrayContaining(['when', 'reason', 'note']),
      )
      expect(relation.defining.has('event'), relation.name).toBe(true)
    }
  })

  it('read both ways: what is directed has a label for its inverse, what is symmetric has none', () => {
    const inverses = [...core.relations.values()].flatMap(({ name, symmetric, inverse }) => {
      expect(inverse === undefined, name).toBe(symmetric ?? false)
      return inverse ?? []
    })
    expect(new Set(inverses).size).toBe(inverses.length)
    expect(core.relation('supplies').inverse).toBe('is supplied by')
  })

  it('claim what a speech act says, in the name of the speaker', () => {
    expect(core.relation('accuses').utters).toEqual({ property: 'of', stance: 'alleges' })
    expect(core.relation('threatens').utters).toEqual({ property: 'with', stance: 'announces' })
    const speech = [...core.relations.values()].filter(({ utters }) => utters)
    for (const { name, utters, defining } of speech) {
      expect(defining.get(utters?.property ?? '')?.kind, name).toBe('statement')
    }
    expect(speech).toHaveLength(2)
  })

  it('conflict over flags, holders of territories, governments and offices, and over nothing else', () => {
    const exclusive = [...core.relations.values()].flatMap(({ name, exclusive: keys }) =>
      keys ? [[name, ...keys]] : [],
    )
    expect(exclusive).toEqual([
      ['leads', 'object', 'office'],
      ['flaggedBy', 'subject'],
      ['governs', 'object', 'basis'],
      ['administers', 'object', 'basis'],
    ])
  })

  it('restrict in sanctions what can be restricted', () => {
    expect(propertyOf('sanctions.item').of).toEqual(['Technology', 'Commodity'])
    expect(propertyOf('supplies.item').of).toEqual(['Technology', 'Commodity', 'Asset'])
  })
})

describe('the properties of the core vocabulary', () => {
  it('take the values that the design says', () => {
    const expected = rows(KINDS).flatMap((row) => {
      const [names = '', takes = ''] = row.split(': ')
      return names.split(' ').map((name) => [name, takes] as const)
    })
    const shown = Object.entries(definition.properties).map(([name, property]) => {
      const of: readonly string[] = 'of' in property ? property.of : []
      return [name, `${property.kind} ${of.join('/')}`.trim()] as const
    })
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected))
  })

  it.each(Object.entries(CHOICES))('%s is one of %s', (use, expected) => {
    expect([...(propertyOf(use).values ?? [])]).toEqual(expected.split(' '))
  })

  it('name one list of measures wherever measures stand', () => {
    for (const use of ['sanctions.measures', 'designates.measures', 'SanctionsProgramme.measures']) {
      expect(propertyOf(use).list).toBe('measure')
    }
  })

  it('are all in use, and so are the lists', () => {
    const used = [
      ...[...core.types.keys()].flatMap((type) => [...core.fields(type).values()]),
      ...[...core.relations.values()].flatMap(({ defining, details }) => [
        ...defining.values(),
        ...details.values(),
      ]),
    ]
    expect([...new Set(used.map(({ name }) => name))].sort()).toEqual(
      Object.keys(definition.properties).sort(),
    )
    expect([...new Set(used.flatMap(({ list }) => list ?? []))].sort()).toEqual(
      Object.keys(definition.lists).sort(),
    )
  })
})

describe('measures', () => {
  const measures: ListDefinition['values'] = definition.lists.measure.values

  it('name broader measures, without going in circles', () => {
    const wider = (value: string): string[] =>
      (measures[value]?.broader ?? []).flatMap((up) => [up, ...wider(up)])
    for (const value of Object.keys(measures)) expect(wider(value)).not.toContain(value)
    expect(wider('arms-embargo')).toEqual(['arms-restrictions'])
    expect(wider('correspondent-account-restrictions')).toEqual(['financial-restrictions'])
  })

  it.each([
    ['eusm:restrictions-on-admission', 'travel-ban'],
    ['eusm:prohibition-to-satisfy-claims', 'claims-prohibition'],
    ['os:sectoral-sanctions', 'sectoral-restrictions'],
    ['ofac:block', 'asset-freeze'],
    ['gsdb:military', 'military-assistance-ban'],
    ['ties:termination-of-foreign-aid', 'aid-suspension'],
    ['hse:export', 'export-control'],
    ['cameo:191', 'blockade'],
  ])('take %s for %s', (term, value) => {
    expect(measures[value]?.counterparts).toContain(term)
  })

  it('know every measure of OpenSanctions’ programmes', () => {
    const known = Object.values(measures).flatMap(({ counterparts = [] }) => counterparts)
    const labels = [
      'Aid suspension',
      'Arms embargo',
      'Arms restrictions',
      'Asset freeze',
      'Debarment',
      'Export control',
      'Financial restrictions',
      'Import restrictions',
      'Investment ban',
      'Prohibition to satisfy claims',
      'Sectoral sanctions',
      'Services ban',
      'Transportation restrictions',
      'Travel ban',
    ]
    for (const label of labels) expect(known).toContain(`os:${label.toLowerCase().replaceAll(' ', '-')}`)
  })

  it('claim a foreign term for one value of a list only', () => {
    for (const [name, { values: entries }] of lists) {
      const terms = Object.values(entries).flatMap(({ counterparts = [] }) => counterparts)
      expect(new Set(terms).size, name).toBe(terms.length)
    }
  })
})

const everything: { name: string; definition: string; counterparts?: readonly string[] }[] = [
  ...types.map(([name, entry]) => ({ name, ...entry })),
  ...core.relations.values(),
  ...Object.entries(definition.properties).map(([name, entry]) => ({ name, ...entry })),
  ...lists.map(([name, entry]) => ({ name, definition: entry.definition })),
  ...values,
]

describe('every entry of the core vocabulary', () => {
  it('has a definition of one line, in one style', () => {
    for (const { name, definition: text } of everything) {
      expect(text, name).toMatch(/^\S.{2,118}[^.\s]$/u)
      // A sentence's capital is not wanted; an abbreviation or name is.
      expect(text, name).toMatch(/^(?:[^A-Z]|[A-Z][A-Z])/)
    }
  })

  it('defines no two entries of one kind alike', () => {
    for (const group of [types.map(([, t]) => t), [...core.relations.values()]]) {
      expect(new Set(group.map((entry) => entry.definition)).size).toBe(group.length)
    }
  })

  it('takes counterparts from declared vocabularies, and declares none in vain', () => {
    const prefixes = everything.flatMap(({ name, counterparts = [] }) =>
      counterparts.map((curie) => {
        expect(curie, name).toMatch(/^[a-z]+:[A-Za-z0-9_-]+$/)
        return curie.slice(0, curie.indexOf(':'))
      }),
    )
    expect([...new Set(prefixes)].sort()).toEqual(Object.keys(definition.vocabularies).sort())
  })
})
