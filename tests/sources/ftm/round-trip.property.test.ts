import fc from 'fast-check'
import { createGraph } from 'statecraft'
import { readJsonl, toJsonl } from 'statecraft/jsonl'
import { type FtmEntity, readFtm, toFtm } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { sameAs } from './same'

const THINGS = [
  'Person',
  'Company',
  'Organization',
  'PublicBody',
  'LegalEntity',
  'Vessel',
  'Airplane',
  'CryptoWallet',
  'BankAccount',
  'Security',
  'RealEstate',
  'Address',
  'Passport',
  'Identification',
  'Position',
  'Event',
  'Project',
  'Article',
  'Pages',
  'Email',
  'Territory',
  'EconomicActivity',
  'Risk',
  'NoSuchSchema',
  '__proto__',
]

/** Links, with the properties of their ends. */
const LINKS = [
  ['Ownership', 'owner', 'asset'],
  ['Control', 'controller', 'controlled'],
  ['Directorship', 'director', 'organization'],
  ['Membership', 'member', 'organization'],
  ['Employment', 'employee', 'employer'],
  ['Family', 'person', 'relative'],
  ['Associate', 'person', 'associate'],
  ['Representation', 'agent', 'client'],
  ['UnknownLink', 'subject', 'object'],
  ['Succession', 'predecessor', 'successor'],
  ['Payment', 'payer', 'beneficiary'],
  ['Payment', 'payerAccount', 'beneficiaryAccount'],
  ['Debt', 'debtor', 'creditor'],
  ['Occupancy', 'holder', 'post'],
  ['ProjectParticipant', 'participant', 'project'],
  ['ContractAward', 'supplier', 'contract'],
  ['Sanction', 'entity', 'entity'],
  ['Risk', 'entity', 'entity'],
  ['Passport', 'holder', 'holder'],
  ['Identification', 'holder', 'holder'],
] as const

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 8 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
)
const date = fc.constantFrom(
  '1960',
  '1961-04',
  '1961-04-10',
  '1961-04-10T12:00:00',
  '1899-02-29',
  'circa 1950',
  '2021-13',
)
const country = fc.constantFrom('cy', 'us', 'suhh', 'yucs', 'xk', 'eu', 'zz', 'ua-cri', 'CY', 'yu', 'hk', '')

/** Properties that have a place here, with what may stand in them; and some that have none. */
const VALUES: { readonly [property: string]: fc.Arbitrary<string> } = {
  ...each('name alias weakAlias previousName description address title notes summary', text),
  ...each('birthDate deathDate incorporationDate dissolutionDate inceptionDate publishedAt', date),
  ...each('startDate endDate date listingDate', date),
  ...each('nationality citizenship country jurisdiction mainCountry flag', country),
  ...each('full street city region postalCode role relationship program authority status reason', text),
  ...each('registrationNumber taxNumber innCode ogrnCode idNumber okpoCode email phone publicKey', text),
  gender: fc.constantFrom('male', 'female', 'other', 'unknown'),
  relationship: fc.constantFrom('mother', 'son', 'wife', 'sister-in-law', 'cousin'),
  percentage: fc.constantFrom('25', '25.0', '25.5%', '25-50', '110', 'half'),
  role: fc.oneof(text, fc.constant('Owned or Controlled By')),
  latitude: fc.constantFrom('12.5', '-0', '91', 'north'),
  longitude: fc.constantFrom('12.50', '180', '181'),
  currencySymbol: fc.constantFrom('XBT', 'ETH', 'bitcoin'),
  callSign: text,
  imoNumber: fc.constantFrom('no number', 'IMO'),
  number: text,
  type: fc.constantFrom('Passport', 'National ID', 'Tax card', 'library card'),
  sourceUrl: fc.constantFrom('https://example.org/a', 'not a URL'),
  language: fc.constantFrom('en', 'eng', 'zz-zz-zz'),
  programId: fc.constantFrom('US-RUSHAR', 'EU-UKR', 'NO-SUCH'),
  topics: fc.constantFrom('sanction', 'role.pep'),
  constructor: text,
  toString: text,
}

function each(properties: string, values: fc.Arbitrary<string>) {
  return Object.fromEntries(properties.split(' ').map((property) => [property, values]))
}

const properties = fc
  .uniqueArray(fc.constantFrom('__proto__', ...Object.keys(VALUES)), { maxLength: 8 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc
          .uniqueArray(Object.hasOwn(VALUES, name) ? VALUES[name]! : text, { minLength: 1, maxLength: 3 })
          .map((values) => [name, values] as const),
      ),
    ),
  )

const rest = fc.record(
  {
    caption: text,
    datasets: fc.uniqueArray(fc.constantFrom('eu_fsf', 'us_ofac_sdn', 'a b/c', '%41', 'ü'), { maxLength: 3 }),
    first_seen: fc.constant('2023-04-20T18:00:25'),
    target: fc.boolean(),
    odd: fc.jsonValue({ maxDepth: 4 }).map((value): unknown => JSON.parse(JSON.stringify(value))),
  },
  { requiredKeys: [] },
)

const id = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'NK-1',
    '%41',
    '%',
    'a b',
    '\ud800',
    'x\u0301',
    '\u0301',
    'ä'.normalize('NFD'),
  ),
  fc.constantFrom('long '.repeat(120), 'é'.repeat(600)),
)

/** A file: things, and links between them or to what is not there. */
const file = fc.uniqueArray(id, { minLength: 1, maxLength: 8 }).chain((ids) =>
  fc.tuple(
    ...ids.map((own, i) => {
      const thing = fc.tuple(fc.constantFrom(...THINGS), properties)
      const end = fc.uniqueArray(fc.constantFrom(...ids, 'not there', 'ö'), { minLength: 1, maxLength: 2 })
      const link = fc
        .tuple(fc.constantFrom(...LINKS), end, end, properties)
        .map(([[schema, source, target], from, to, others]) => {
          return [
            schema,
            [...others.filter(([name]) => name !== source && name !== target), [source, from], [target, to]],
          ] as const
        })
      // What was once another id is no other one's now.
      const referents = fc.constantFrom([], [`old-${i}`], undefined)
      const address = fc.constantFrom(undefined, ...ids)
      return fc
        .tuple(fc.oneof(thing, link), rest, referents, address)
        .map(([[schema, lists], fields, old, at]): FtmEntity => {
          const all = new Map<string, readonly string[]>(lists.map(([name, values]) => [name, values]))
          if (at !== undefined) all.set('addressEntity', [at])
          return {
            ...fields,
            id: own,
            schema,
            properties: Object.fromEntries(all),
            ...(old === undefined ? {} : { referents: old }),
          } as FtmEntity
        })
    }),
  ),
)

const lines = (entities: readonly FtmEntity[]) => entities.map((one) => `${JSON.stringify(one)}\n`).join('')

describe('entities of FollowTheMoney, whatever is in them', () => {
  it('come back from a graph as they were', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (entities) => {
        const kg = createGraph()
        const report = await kg.load(readFtm(lines(entities)))
        // A letter that stands for bytes that are lost is told, wherever it comes from.
        const errors = report.issues.filter((one) => one.severity === 'error' && one.code !== 'bad-encoding')
        expect(errors).toEqual([])
        sameAs([...toFtm(kg)], entities)
      }),
      { numRuns: 400 },
    )
  })

  it('come back from JSON Lines of a graph', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (entities) => {
        const kg = createGraph()
        await kg.load(readFtm(lines(entities)))
        const copy = createGraph()
        copy.load(readJsonl(toJsonl(kg)))
        sameAs([...toFtm(copy)], entities)
      }),
      { numRuns: 60 },
    )
  })

  it('may come in any order', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (entities) => {
        const load = async (given: readonly FtmEntity[]) => {
          const kg = createGraph()
          await kg.load(readFtm(lines(given)))
          return [...toFtm(kg)]
        }
        sameAs(await load(entities.toReversed()), await load(entities))
      }),
      { numRuns: 60 },
    )
  })
})
