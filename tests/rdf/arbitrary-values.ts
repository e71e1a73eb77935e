import fc, { type Arbitrary } from 'fast-check'
import { Problem, parseWhen } from 'statecraft'
import { SCHEMES } from '../../src/model/schemes'

/** Values that the model admits, those that break formats more often than chance would have them. */

// Surrogates and noncharacters (Unicode §23.7) are no text; of the C0 controls only tab, LF and CR are.
const isText = (code: number) =>
  (code >= 0x20 || [9, 10, 13].includes(code)) &&
  !(code >= 0xd800 && code <= 0xdfff) &&
  !(code >= 0xfdd0 && code <= 0xfdef) &&
  (code & 0xfffe) !== 0xfffe

const TROUBLE = [
  ...'\t\n\r "\'\\<>{}[]()@^_:;.,#%$&`|~?!/+-*=0aeuUnrtßك金한😀\u{10fffd}',
  ...'\u007f\u0080\u0085\u009f\u00a0\u00ad\u0130\u0301\u061c\u200b\u200f\u2028\u2029\u202e\u2066\ue000\ufeff\ufffd',
  '\u{1f1f0}\u{1f1f5}',
]

const character = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TROUBLE) },
  { weight: 2, arbitrary: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)) },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 9, max: 0x10ffff })
      .filter(isText)
      .map((code) => String.fromCodePoint(code)),
  },
)

const LOOKS_LIKE_RDF = [
  '',
  ' ',
  '\ufeff',
  '\ufeffa\ufeff',
  '"',
  '"""',
  "'''",
  'ends in \\',
  '\\u0041 \\n \\"',
  '"@en',
  '"@en--ltr',
  '"^^<http://x>',
  '<http://x> <a> "b" .',
  '@prefix x: <y> .\n',
  '_:b0',
  'state:KP',
  'stmt:aaaaaaaaaaaaaaaaaaaaaaaaaa',
  'true',
  '1.0',
  '[20,45]',
  '{"@id":"x"}',
  '{"en":"x"}',
  'null',
  '@type',
  '__proto__',
  'e\u0301', // not NFC: texts are kept as they are
]

export const string: Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...LOOKS_LIKE_RDF) },
  { weight: 3, arbitrary: fc.string({ unit: character, maxLength: 12 }) },
)

/** In forms that are not canonical too, and old ones for which there are others now. */
export const language: Arbitrary<string> = fc.constantFrom(
  ...(
    'en EN ar ko und zh-Hant-TW zh-hans sr-Latn-RS de-1996 de-CH-1901 sl-rozaj-biske en-u-ca-gregory en-a-bbb-x-a-ccc fa-AF ' +
    'es-419 hy-arevela zh-xiang art-lojban cel-gaulish iw sh mo en-x-mine ja-Latn-hepburn th-u-nu-thai und-Arab ' +
    'qaa-Qaaa-QM-x-southern'
  ).split(' '),
)

export const text: Arbitrary<string | Record<string, string>> = fc.oneof(
  { weight: 1, arbitrary: string },
  {
    weight: 3,
    arbitrary: fc
      .uniqueArray(fc.tuple(language, string), {
        minLength: 1,
        maxLength: 4,
        selector: ([tag]) => Intl.getCanonicalLocales(tag)[0],
      })
      .map((parts) => Object.fromEntries(parts)),
  },
)

const DATES = (
  '2024 2024-05 2024-05-31 1945? 1945~ 1945% 2024-05~ 2024-02-29% ?2024-05 2024-~05-31 2024-21 2024-24 2001-29 2001-34 2001-41~ ' +
  '198X 19XX 2024-XX 2024-XX-15 XXXX-12-25 198 19 19~ 198? -0044-03-15 -0300 0000 -0001 9999 Y12024 Y-12024 Y17E4 Y-17E4 ' +
  '1950S2 Y17101E1S3 2010/2012-05-03 2010/ /2010 2010/.. ../2010-05 ../.. 1984?/2004~ -0100/0100 2001-21/2003 ' +
  '[1667,1668,1670..1672] [..1760-12-03] [1760-12..] {1667..1670,1672} {1960,1961-12} {..1984} [2024-05-01,2024-05-03] ' +
  '1984-06?/2004-08~'
).split(' ')

const day = fc
  .tuple(
    fc.integer({ min: -9999, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, of]) => {
    const digits = String(Math.abs(year)).padStart(4, '0')
    return `${year < 0 ? '-' : ''}${digits}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`
  })

export const date: Arbitrary<string> = fc.oneof(
  fc.constantFrom(...DATES),
  day,
  fc
    .tuple(day, fc.constantFrom('', '?', '~', '%'), fc.constantFrom('/..', '/', ''))
    .map((parts) => parts.join('')),
)

/** Dates that no reader refuses: so that a list above cannot go stale unseen. */
export const badDates = DATES.filter((one) => parseWhen(one) instanceof Problem)

export const number: Arbitrary<number> = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    1,
    -1,
    0.1,
    -0.1,
    0.1 + 0.2,
    4.35,
    100,
    1e-7,
    1e21,
    -1e21,
    1e300,
    123456789012345680000,
  ),
  fc.constantFrom(2 ** 53, Number.MIN_VALUE, Number.MAX_VALUE, Number.EPSILON, Number.MAX_SAFE_INTEGER),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

export const integer: Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
  fc.maxSafeInteger(),
)

const within = (most: number) =>
  fc.oneof(
    fc.constantFrom(0, most, most / 2, most / 3, Number.MIN_VALUE, 1e-7),
    fc.double({ min: 0, max: most, noNaN: true }),
  )

export const fraction: Arbitrary<number> = within(1)

const range = fc.tuple(within(100), within(100)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)])

export const share: Arbitrary<number | number[]> = fc.oneof(within(100), range)

export const likelihood: Arbitrary<string | number[]> = fc.oneof(
  fc.constantFrom(
    'almost-no-chance',
    'very-unlikely',
    'unlikely',
    'roughly-even-chance',
    'likely',
    'very-likely',
  ),
  fc.constant('almost-certain'),
  range,
)

export const point: Arbitrary<{ lat: number; lon: number }> = fc.record({
  lat: fc.oneof(
    fc.constantFrom(-90, 90, 0, -0, 1e-7, Number.MIN_VALUE),
    fc.double({ min: -90, max: 90, noNaN: true }),
  ),
  lon: fc.oneof(fc.constantFrom(-180, 180, 0, 1e-21), fc.double({ min: -180, max: 180, noNaN: true })),
})

export const currency: Arbitrary<string> = fc.stringMatching(/^[A-Z]{3}$/)

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no URL has
const NO_URL = /[\u0000- <>"{}|\\^`]/gu
export const url: Arbitrary<string> = fc
  .tuple(fc.constantFrom('http://', 'HTTPS://x/', 'https://xn--a/', 'urn:', 'doi:10.1/'), string)
  .map(([scheme, rest]) => `${scheme}${rest.replace(NO_URL, '')}.`)

/** Any JSON that may be kept, with what no text may have: halves of characters, noncharacters, `__proto__`. */
const foreignString = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '@id',
    '@type',
    '@value',
    '\ud800',
    '\udfff',
    '\ufffe',
    '\u{1ffff}',
  ),
  fc.constantFrom('\u0000', '\u001f', '\ufdd0', 'a\udc00b', 'id', 'extra'),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    maxLength: 6,
  }),
  string,
)

const json = fc.letrec<{ value: unknown; leaf: unknown; list: unknown[]; fields: object }>((tie) => ({
  value: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('leaf'), tie('list'), tie('fields')),
  leaf: fc.oneof(fc.constant(null), fc.boolean(), number, foreignString),
  list: fc.array(tie('value'), { maxLength: 3 }),
  // Of entries, since a key `__proto__` is an own one then.
  fields: fc
    .array(fc.tuple(foreignString, tie('value')), { maxLength: 3 })
    .map((all) => Object.fromEntries(all)),
}))

const deep = fc
  .tuple(json.leaf, fc.integer({ min: 1, max: 31 }), fc.boolean())
  .map(([leaf, depth, lists]) => {
    let value = leaf
    for (let i = 0; i < depth; i++) value = lists ? [value] : { ['__proto__']: value, a: i }
    return value
  })

export const foreign: Arbitrary<object> = fc
  .array(fc.tuple(foreignString, fc.oneof(json.value, json.value, deep)), { minLength: 1, maxLength: 3 })
  .map((entries) => Object.fromEntries(entries))

// Parts of entities: several that have much in common, since what is alike has to be told apart.

const alike = <Base extends object, More extends object>(base: Arbitrary<Base>, more: Arbitrary<More>) =>
  fc
    .tuple(base, fc.array(more, { minLength: 1, maxLength: 3 }))
    .map(([common, all]) => all.map((one) => ({ ...common, ...one })))

const lists = <T>(of: Arbitrary<T[]>) => fc.array(of, { minLength: 1, maxLength: 2 }).map((all) => all.flat())

export const names: Arbitrary<object[]> = lists(
  alike(
    fc.record({ text: string }),
    fc.record(
      {
        lang: language,
        script: fc.constantFrom('Latn', 'Arab', 'Hang', 'Zyyy'),
        kind: fc.constantFrom('primary', 'alias', 'weak', 'former'),
      },
      { requiredKeys: [] },
    ),
  ),
)

const scheme = fc.oneof(
  fc.constantFrom(...Object.entries(SCHEMES)).chain(([name, known]) =>
    fc.record({
      scheme: fc.constant(name),
      value: 'form' in known ? fc.stringMatching(known.form) : string.map((value) => value || '0'),
    }),
  ),
  fc.record({
    scheme: fc.constantFrom('x-a', 'x-a-b', 'x-text', 'x--', 'x-1'),
    value: string.map((value) => value || '0'),
  }),
)

export const identifiers: Arbitrary<object[]> = lists(
  alike(
    scheme,
    fc.record(
      { country: fc.oneof(fc.constant('KP'), string), when: date, valid: fc.boolean() },
      { requiredKeys: [] },
    ),
  ),
)

export const addresses: Arbitrary<object[]> = lists(
  alike(
    fc.record({ text: string }, { requiredKeys: [] }),
    fc.record(
      { street: string, city: string, region: string, postcode: string, country: string },
      { requiredKeys: [] },
    ),
  ),
).map((all) => all.map((one) => (Object.keys(one).length > 0 ? one : { text: '1 Main St' })))
