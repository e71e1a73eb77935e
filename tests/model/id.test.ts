import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { createGraph, mintId, PrefixMap } from 'statecraft'
import { describe, expect, test } from 'vitest'
import { digest, idProblem } from '../../src/model/id'

describe('an id', () => {
  test.each([
    'state:KP',
    'un:QDi.001',
    'ofac:36',
    'x:a/b:c@d',
    "x:!$&'()*+,;=",
    'x:%C3%A9',
    'person:كيم',
    'person:김정은',
    'x:𐌰',
    'x:__proto__',
    'x:constructor',
    'iri:http://[::1]/a?b=c#d',
    `x:${'a'.repeat(512)}`,
  ])('may be %s', (id) => {
    expect(idProblem(id)).toBeUndefined()
  })

  test.each([
    ['', /no prefix/],
    ['KP', /no prefix/],
    [':KP', /bad prefix/],
    ['State:KP', /bad prefix/],
    ['1x:a', /bad prefix/],
    ['state:', /nothing after/],
    ['state:North Korea', /takes no U\+0020/],
    ['state:a>b', /takes no U\+003E/],
    ['state:a\u0000b', /takes no U\+0000/],
    ['state:a\nb', /takes no U\+000A/],
    ['state:a"b', /takes no U\+0022/],
    ['state:a<b', /takes no U\+003C/],
    ['state:a\\b', /takes no U\+005C/],
    ['state:a{b', /takes no U\+007B/],
    ['state:%', /takes no/],
    ['state:%ZZ', /takes no/],
    ['state:a#b', /takes no U\+0023/],
    ['state:\ud800', /takes no/],
    ['state:a\u202eb', /takes no U\+202E/],
    ['state:e\u0301', /normal form C/],
    [`x:${'a'.repeat(513)}`, /longer than 512/],
    ['iri:abc', /not an absolute IRI/],
    ['stmt:abc', /reserved/],
    ['claim:abc', /reserved/],
    ['sc:Actor', /reserved/],
    ['iri:not absolute', /not an absolute IRI/],
    ['iri:relative/path', /not an absolute IRI/],
  ])('may not be %j', (id, message) => {
    expect(idProblem(id)?.message).toMatch(message)
  })

  test('__proto__ without a prefix is no id, and with one is as good as another', () => {
    const kg = createGraph()
    expect(kg.load([{ type: 'State', id: '__proto__', label: 'x' }]).counts).toEqual({ 'bad-id': 1 })
    kg.add('State', { id: 'state:__proto__', label: 'x' })
    kg.add('State', { id: 'state:constructor', label: 'y' })
    expect(kg.toGraphology().nodes()).toEqual(['state:__proto__', 'state:constructor'])
    expect(({} as Record<string, unknown>).label).toBeUndefined()
  })
})

describe('mintId', () => {
  test('keeps letters and digits of any script, in lower case', () => {
    expect(mintId('person', 'Daniel Pinkston')).toBe('person:daniel-pinkston')
    expect(mintId('person', 'كيم جونغ أون')).toBe('person:كيم-جونغ-أون')
    expect(mintId('company', ' A/S “Nord” & Co. ')).toBe('company:a-s-nord-co')
  })

  test('makes an id of any text, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(idProblem(mintId('x', text))).toBeUndefined()
        expect(mintId('x', text)).toBe(mintId('x', text))
      }),
    )
    expect(mintId('x', '!!!')).not.toBe(mintId('x', '???'))
    expect(mintId('x', `${'a'.repeat(1000)}b`)).not.toBe(mintId('x', `${'a'.repeat(1000)}c`))
    expect(() => mintId('stmt', 'a')).toThrow(/prefix/)
  })
})

describe('a prefix map', () => {
  const map = new PrefixMap({ wikidata: 'http://www.wikidata.org/entity/', doi: 'https://doi.org/' })

  test('gives each id its IRI and takes it back', () => {
    expect(map.iri('state:KP')).toBe('https://w3id.org/statecraft/id/state/KP')
    expect(map.iri('wikidata:Q423')).toBe('http://www.wikidata.org/entity/Q423')
    expect(map.id('http://www.wikidata.org/entity/Q423')).toBe('wikidata:Q423')
    expect(map.id('https://example.org/x')).toBe('iri:https://example.org/x')
  })

  test('is a bijection over legal ids', () => {
    const local = fc.stringMatching(/^[A-Za-z0-9._~!$&'()*+,;=:@/é中-]{1,20}$/)
    const ids = fc.oneof(
      fc
        .tuple(fc.constantFrom('state', 'wikidata', 'doi', 'x'), local)
        .map(([prefix, text]) => `${prefix}:${text}`),
      local.map((text) => `iri:https://example.org/${text}?q#f`),
    )
    fc.assert(
      fc.property(ids, (id) => {
        fc.pre(idProblem(id) === undefined)
        expect(map.id(map.iri(id))).toBe(map.canonical(id))
        expect(map.canonical(map.canonical(id))).toBe(map.canonical(id))
      }),
    )
  })

  test('knows an iri: id under a namespace by its prefix', () => {
    expect(map.canonical('iri:https://w3id.org/statecraft/id/state/KP')).toBe('state:KP')
    const kg = createGraph()
    kg.add('State', { id: 'state:KP', label: 'a' })
    expect(kg.entity('iri:https://w3id.org/statecraft/id/state/KP')?.id).toBe('state:KP')
  })

  test.each([
    [{ a: 'https://x.org/', b: 'https://x.org/b/' }, /begin with each other/],
    [{ a: 'https://w3id.org/statecraft/id/other/' }, /begin with each other/],
    [{ stmt: 'https://x.org/' }, /cannot be a prefix/],
    [{ A: 'https://x.org/' }, /cannot be a prefix/],
    [{ a: 'javascript:alert(1)' }, /http\(s\) or urn/],
    [{ a: 'https://x.org/> <y' }, /http\(s\) or urn/],
  ])('refuses %j', (prefixes, message) => {
    expect(() => new PrefixMap(prefixes)).toThrow(message)
  })
})

test('a digest is 128 bits of SHA-256 in lower-case base32, as node:crypto finds them', () => {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const bytes = createHash('sha256').update(text).digest().subarray(0, 16)
      const bits = [...bytes]
        .map((byte) => byte.toString(2).padStart(8, '0'))
        .join('')
        .padEnd(130, '0')
      const expected = bits
        .match(/.{5}/g)!
        .map((five) => alphabet[Number.parseInt(five, 2)])
        .join('')
      expect(digest(text)).toBe(expected)
    }),
  )
})
