import fc, { type Arbitrary } from 'fast-check'
import { idProblem } from '../../src/model/id'

/** Ids with all that ids may have in them, and prefixes under which they stand. */

const LOCALS = (
  "KP %41 %e2%82%ac .a. a. .a -a a..b ~ a/b//c/ //x a:b:c o'brien(x);y,z=1&*!$@+ 0 a%3E%20%3Chttp: 김정은 😀 a😀.b كوريا " +
  '\u00b7 \u{e1000} \u200d _ __proto__ a--b a\u2028b'
).split(' ')

const CHARACTERS = [..."abzAZ019-._~!$&'()*+,;=:@/éж金😀\u0301\uffef", '%41', '%7f']

const local = fc.oneof(
  fc.constantFrom(...LOCALS),
  fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: 8 }),
)

/** Foreign IRIs of many schemes; and those that look like ids, or are terms of our own or of other vocabularies. */
const IRIS = (
  'urn:isbn:123 urn:y urn:x:a mailto:a@b.c tag:example.org,2024:a data:,x file:///etc/x x: sc:supplies state:KP stmt:x name:x ' +
  'http://example.org http://example.org// http://example.org/?q=1&r=a#frag/? HTTP://Example.ORG:80/a/../b/./c ' +
  'http://[2001:db8::1]:80/x http://a@b:1/ http://例え.jp/金?金#金 ' +
  'https://w3id.org/statecraft/ns#State https://w3id.org/statecraft/ns#Claim https://w3id.org/statecraft/ns#supplies ' +
  'https://w3id.org/statecraft/ns/statement#supplies https://w3id.org/statecraft/ns/object#supplies ' +
  'https://w3id.org/statecraft/ns#identifier-x https://w3id.org/statecraft/id/ https://w3id.org/statecraft/id/person/ ' +
  'https://w3id.org/statecraft/id/state/KP https://w3id.org/statecraft/id/stmt http://www.w3.org/2002/07/owl ' +
  'http://www.w3.org/2004/02/skos/core#altLabel http://www.w3.org/1999/02/22-rdf-syntax-ns#type ' +
  "https://example.org/prov/a https://example.org/prov/ https://example.org/prov/?a https://example.org/it's(a)?x=a " +
  'https://example.net/states#KP'
).split(' ')

const PREFIXES = 'state person source rdf prov skos xsd urn http w q own x--1 genid'.split(' ')

export const id: Arbitrary<string> = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom(...PREFIXES), local).map(([prefix, of]) => `${prefix}:${of}`),
    },
    { weight: 1, arbitrary: fc.constantFrom(...IRIS).map((iri) => `iri:${iri}`) },
    { weight: 1, arbitrary: local.map((of) => `iri:https://example.org/a?${of}#${of}`) },
  )
  .map((one) => one.normalize('NFC'))
  .filter((one) => idProblem(one) === undefined)

/** The id of a statement that is not there. */
export const unknownStatement: Arbitrary<string> = fc.stringMatching(/^stmt:[a-z2-7]{26}$/)

/** Namespaces of prefixes: called like vocabularies, within them, like schemes of IRIs, beside a default one. */
export const prefixes: Arbitrary<Record<string, string>> = fc.constantFrom<Record<string, string>>(
  {},
  {
    skos: 'http://www.w3.org/2004/02/skos/core#',
    prov: 'https://example.org/prov/',
    w: 'http://www.w3.org/2002/',
  },
  {
    q: "https://example.org/it's(a)?x=",
    urn: 'urn:x:',
    http: 'http://example.com/h/',
    state: 'https://example.net/states#',
  },
  { own: 'https://w3id.org/statecraft/ns#', rdf: 'http://example.org/', xsd: 'https://例え.jp/' },
)
