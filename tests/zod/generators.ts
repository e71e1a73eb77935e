import fc from 'fast-check'
import { core } from '../../src/ontology/core'
import type { Property } from '../../src/ontology/ontology'

/** Records made from the ontology, and records that something happened to. */

const id = fc.constantFrom('state:KP', 'ofac:36', 'un:QDi.001', 'iri:https://example.org/a?b#c', 'x:ä')
const text = fc.oneof(
  fc.constantFrom('', 'a', 'ä 朝鮮\n'),
  fc.constant({ en: 'x', 'zh-hans': 'y' }),
  fc.constant({}),
)
const VALUES: { [kind in Property['kind']]: fc.Arbitrary<unknown> } = {
  string: fc.constantFrom('', 'E.O. 13662'),
  text,
  date: fc.constantFrom('2024', '2024-02-29', '[..2024-05]', '2010/', '199X', '2024-06~'),
  number: fc.constantFrom(0, -1.5, 1e300),
  integer: fc.constantFrom(0, 7),
  boolean: fc.boolean(),
  url: fc.constantFrom('https://example.org/', 'doi:10.1/x', 'urn:x:y'),
  share: fc.constantFrom(25, [0, 49.9]),
  currency: fc.constantFrom('USD', 'EUR'),
  language: fc.constantFrom('ar', 'zh-Hans'),
  point: fc.constantFrom({ lat: 39, lon: 125.7 }, { lat: -90, lon: 180 }),
  choice: fc.constant(undefined), // from the list
  entity: id,
  statement: fc.constantFrom('s1', `stmt:${'a'.repeat(26)}`),
  thing: fc.constantFrom('s1', 'event:x', `stmt:${'2'.repeat(26)}`),
}

function valuesOf(property: Property): fc.Arbitrary<unknown> {
  const one = property.values ? fc.constantFrom(...property.values) : VALUES[property.kind]
  return property.many ? fc.oneof(one, fc.array(one, { maxLength: 3 })) : one
}
const some = (properties: Iterable<Property>) =>
  fc.record(
    Object.fromEntries([...properties].map((p) => [p.name, fc.oneof(valuesOf(p), fc.constant(null))])),
    {
      requiredKeys: [],
    },
  )

const foreign = fc.dictionary(fc.constantFrom('a', 'b c', '朝'), fc.jsonValue({ maxDepth: 2 }), {
  maxKeys: 2,
})
const common = fc.record(
  {
    names: fc.constantFrom(
      'x',
      ['x', { text: 'y', lang: 'ko' }],
      [{ text: 'z', kind: 'weak', script: null }],
    ),
    aliases: fc.constantFrom({ en: 'x' }, { und: ['x', 'y'] }, null),
    identifiers: fc.constantFrom({ wikidata: 'Q423' }, [{ scheme: 'tax', value: '1', when: '2001/' }], []),
    addresses: fc.constantFrom('x', [{ city: 'x' }], null),
    description: text,
    sources: fc.array(id, { maxLength: 2 }),
    extra: foreign,
  },
  { requiredKeys: [] },
)
const typeNames = [...core.types.keys()]
/** Entities of any type, or of several, as they should be; but some are of types that nothing is at once. */
export const entity = fc
  .oneof(
    fc.constantFrom(...typeNames),
    fc.subarray(typeNames, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(
      ['Expert', 'Official'],
      ['Person', 'Expert'],
      ['State', 'Territory'],
      ['State', 'Vessel'],
    ),
  )
  .chain((type) =>
    fc
      .tuple(
        fc.record({ id, label: fc.oneof(text, fc.constant({ ar: 'x' })) }),
        common,
        some([type].flat().flatMap((name) => [...core.fields(name).values()])),
        fc.constantFrom({}, { unnamed: true }, { unnamed: false, sameAs: ['state:X', 'state:Y'] }),
      )
      .map((parts) => Object.assign({ type }, ...parts)),
  )
const claimBase = fc.record(
  {
    stance: fc.constantFrom('asserts', 'alleges', 'announces', 'predicts', 'denies'),
    by: id,
    source: id,
    via: id,
    at: fc.constantFrom('§1', ''),
    said: fc.constant('2024-05'),
    withdrawn: fc.constant('2025'),
    likelihood: fc.constantFrom('likely', [10, 20], 50),
    confidence: fc.constantFrom(0, 0.5, 1),
    credibility: fc.constantFrom(1, 6),
    method: fc.constantFrom('human', 'machine', 'derived'),
    id: fc.constant('claim:x'),
    extra: foreign,
  },
  { requiredKeys: ['stance'] },
)
/** Statements of any relation as they should be; but some lack a required detail. */
export const statement = fc.constantFrom(...core.relations.values()).chain((relation) => {
  const details = some(relation.details.values())
  const claim = fc.tuple(claimBase, details).map(([base, own]) => ({ ...base, ...own }))
  return fc
    .tuple(
      fc.record({ subject: id, object: id, claims: fc.array(claim, { minLength: 1, maxLength: 3 }) }),
      some(relation.defining.values()),
      fc.oneof(details, fc.constant({})),
      fc.record(
        { occurrence: fc.constantFrom('', '2024', null), ref: fc.constant('s1'), extra: foreign },
        { requiredKeys: [] },
      ),
    )
    .map((parts) => Object.assign({ relation: relation.name }, ...parts))
})

const JUNK = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    'member',
    'a:b',
    'state:',
    'stmt:x',
    '2024-02-30',
    '\u0000',
    'USD',
    'Q1',
    'https://a b',
  ),
  fc.constantFrom(-1, 0, 1.5, 7, 101, Number.NaN, Number.POSITIVE_INFINITY, true, null),
  fc.constantFrom(
    [],
    [null],
    ['x', 'y'],
    [2, 1],
    {},
    { lat: 91, lon: 0 },
    { en: 1 },
    { '!': 'x' },
    { text: 3 },
  ),
)
// What a reader leaves out without a word, and a schema refuses, is tested above.
const SILENT = new Set(['country', 'valid', 'unnamed', 'ref', 'extra', 'lang'])

type Place = readonly [parent: Record<string, unknown> | unknown[], key: string | number]
/** Every place of a record where something can go wrong. */
function places(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found
  for (const key of Object.keys(value)) {
    if (SILENT.has(key)) continue
    found.push([value as Record<string, unknown>, key])
    places((value as Record<string, unknown>)[key], found)
  }
  return found
}
/** The objects that take no other keys than theirs: the record and its claims. */
function closed(record: Record<string, unknown>): Record<string, unknown>[] {
  const claims = Array.isArray(record.claims) ? record.claims : []
  return [
    record,
    ...claims.filter((claim) => typeof claim === 'object' && claim !== null && !Array.isArray(claim)),
  ]
}

const mutation = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'add', 'rename'),
  junk: JUNK,
  key: fc.constantFrom(
    'item',
    'measures',
    'when',
    'founded',
    'by',
    'constructor',
    'x',
    'status',
    'id',
    'type',
  ),
})
/** Records that something happened to, up to twice. */
export const mutated = fc
  .tuple(fc.oneof(entity, statement), fc.array(mutation, { maxLength: 2 }))
  .map(([record, mutations]) => {
    const copy: Record<string, unknown> = structuredClone(record)
    for (const { at, how, junk, key } of mutations) {
      if (how === 'add') {
        const all = closed(copy)
        Object.assign(all[at % all.length] ?? {}, { [key]: structuredClone(junk) })
        continue
      }
      const all = places(copy)
      const place = all[at % Math.max(1, all.length)]
      if (!place) continue
      const [parent, name] = place
      if (how === 'replace') Object.assign(parent, { [name]: structuredClone(junk) })
      else if (!Array.isArray(parent)) {
        const value = parent[name]
        delete parent[name]
        if (how === 'rename' && parent === copy) parent[key] = value
      }
    }
    return copy
  })
