import fc from 'fast-check'
import { createGraph } from 'statecraft'
import { candidates, NameIndex, search } from 'statecraft/search'
import { describe, expect, it } from 'vitest'
import { entity, graphOf } from '../records'

const people = graphOf(
  entity('Person', 'person:kim', {
    label: { en: 'Kim Jong Un', ar: 'كيم جونغ أون', ko: '김정은', zh: '金正恩', ru: 'Ким Чен Ын' },
  }),
  entity('Person', 'person:gonzalez', { label: { es: 'José González' } }),
  entity('Organization', 'organization:al-qaida', {
    label: { en: 'Al-Qa’ida' },
    names: [
      { text: 'The Base', kind: 'weak' },
      { text: 'Bank Melli', kind: 'former' },
    ],
  }),
  entity('Organization', 'organization:base', { label: { en: 'Base Metals Company' } }),
  entity('Organization', 'organization:base-2', { label: { en: 'The Base' } }),
  entity('Person', 'person:oruc', { label: { tr: 'Şükrü Öruç Işık' } }),
  entity('Person', 'person:dordevic', { label: { sr: 'Đorđe Đorđević' } }),
  entity('Vessel', 'vessel:kim', { label: { en: 'Kim' } }),
)

const ids = (text: string, options = {}) => search(people, text, options).map(({ id }) => id)

describe('a search', () => {
  it.each([
    ['Kim Jong Un', 'person:kim'],
    ['kim jong-un', 'person:kim'],
    ['Un, Kim Jong', 'person:kim'],
    ['كيم جونغ اون', 'person:kim'],
    ['金正恩', 'person:kim'],
    ['김정은', 'person:kim'],
    ['КИМ ЧЕН ЫН', 'person:kim'],
    ['Gonzalez', 'person:gonzalez'],
    ['gonzales jose', 'person:gonzalez'],
    ['al qaida', 'organization:al-qaida'],
    ["Al-Qa'ida", 'organization:al-qaida'],
    ['Sukru Oruc Isik', 'person:oruc'],
    ['dordevic', 'person:dordevic'],
    ['Djordje Đorđević', 'person:dordevic'],
  ])('finds %s by any name, in any script, without its accents', (text, id) => {
    expect(ids(text)[0]).toBe(id)
  })

  it('marks weak aliases, which count less than names', () => {
    const found = search(people, 'the base')
    expect(found.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'organization:base-2 primary',
      'organization:al-qaida weak',
    ])
    expect(search(people, 'bank melli')[0]).toMatchObject({ name: 'Bank Melli', kind: 'former' })
  })

  it('finds beginnings of words, but no others where all words are somewhere', () => {
    expect(ids('jos gonz')).toEqual(['person:gonzalez'])
    expect(ids('base metals')).toEqual(['organization:base'])
  })

  it('is limited to types, and says where it left some out', () => {
    expect(ids('kim', { types: ['Asset'] })).toEqual(['vessel:kim'])
    const one = search(people, 'kim', { limit: 1 })
    expect([one.map(({ id }) => id), one.complete]).toEqual([['vessel:kim'], false])
    expect(search(people, 'kim').complete).toBe(true)
  })

  it('finds nothing of what is no name', () => {
    for (const text of ['', '   ', '…', 'zzzzqqqq', '\u0000']) expect(ids(text)).toEqual([])
    expect(() => search(people, 'x'.repeat(1001))).toThrow(/at most 1000/)
    expect(() => search(people, 'x', { limit: 0 })).toThrow(/a limit/)
    expect(() => search(people, 'x', { types: ['Foo'] })).toThrow(/no type 'Foo'/)
  })

  it('follows the graph, and the view that it is asked on', () => {
    const kg = createGraph()
    kg.add('State', { id: 'state:A', label: 'Alpha' })
    expect(search(kg, 'beta')).toHaveLength(0)
    kg.add('State', { id: 'state:B', label: 'Beta' })
    expect(search(kg, 'beta').map(({ id }) => id)).toEqual(['state:B'])
    const view = kg.view({ relations: ['rivals'] }) // speaks of nobody
    expect(search(view, 'beta')).toHaveLength(0)
  })

  it('finds names that are property names of JavaScript', () => {
    const kg = graphOf(
      entity('Person', 'person:__proto__', { label: { en: '__proto__ constructor' } }),
      entity('Person', 'person:toString', { label: { en: 'toString hasOwnProperty' } }),
    )
    expect(search(kg, '__proto__').map(({ id }) => id)).toEqual(['person:__proto__'])
    expect(search(kg, 'constructor').map(({ id }) => id)).toEqual(['person:__proto__'])
    expect(search(kg, 'hasownproperty').map(({ id }) => id)).toEqual(['person:toString'])
  })

  it('of any name finds who has it, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (name) => {
        const kg = createGraph()
        try {
          kg.add('Person', { id: 'person:x', label: { en: name } })
        } catch {
          return // no text that a record takes
        }
        const found = new NameIndex(kg).search(name)
        if (/^[a-z]{2,}$/i.test(name)) expect(found.map(({ id }) => id)).toEqual(['person:x'])
      }),
    )
  })
})

describe('candidates', () => {
  const person = (id: string, label: string, fields = {}) =>
    entity('Person', id, { label: { en: label }, ...fields })

  it('are pairs of two lists whose names are alike, the best first, with what agrees and what differs', () => {
    const kg = graphOf(
      person('un:QDi.001', 'Ahmad Muhammad Al-Ghamdi', { born: '1971' }),
      person('eu:EU.1.1', 'AL GHAMDI Ahmed Mohammed', { born: '1971-03-02' }),
      person('uk:AFG0001', 'Ahmad Muhammad Al-Ghamdi', { born: '1955' }),
      person('uk:AFG0002', 'Maria Petrova'),
    )
    const found = candidates(kg, { minScore: 0.4 })
    const told = found.map(({ a, b, agree, differ }) => `${a} ${b} ${agree}|${differ}`)
    expect(told).toEqual([
      'eu:EU.1.1 un:QDi.001 born|',
      'uk:AFG0001 un:QDi.001 |born',
      'eu:EU.1.1 uk:AFG0001 |born',
    ])
    expect(found[1]!.score).toBe(0.5) // the same name, and another date of birth
    expect(found[0]!.names).toEqual(['AL GHAMDI Ahmed Mohammed', 'Ahmad Muhammad Al-Ghamdi'])
  })

  it('are none within one list unless asked for, none by weak aliases, and none of what can never be one', () => {
    const kg = graphOf(
      person('un:1', 'Alpha Beta'),
      person('un:2', 'Alpha Beta'),
      entity('Vessel', 'eu:v', { label: { en: 'Alpha Beta' } }),
      person('eu:w', 'Somebody Else', { names: [{ text: 'Alpha Beta', kind: 'weak' }] }),
    )
    expect(candidates(kg)).toEqual([])
    expect(candidates(kg, { within: true }).map(({ a, b }) => [a, b])).toEqual([['un:1', 'un:2']])
  })

  it('are found by a whole name, however common each of its words is', () => {
    const others = Array.from({ length: 120 }, (_, i) => [
      entity('Person', `un:a${i}`, { label: `Muhammad A${i}a` }),
      entity('Person', `un:b${i}`, { label: `Ali B${i}b` }),
    ]).flat()
    const kg = graphOf(
      ...others,
      entity('Person', 'un:1', { label: 'Muhammad Ali' }),
      entity('Person', 'eu:1', { label: 'ALI, Muhammad' }),
    )
    expect(candidates(kg).map(({ a, b }) => [a, b])).toEqual([['eu:1', 'un:1']])
  })

  it('never score over 1', () => {
    const words = ['a', 'bc', 'def', 'ghij', 'klmno', 'pqrstu']
    for (let n = 1; n <= words.length; n++) {
      for (let m = 0; m < 30; m++) {
        const others = Array.from({ length: m }, (_, i) =>
          entity('Person', `un:o${i}`, { label: words[i % n]! }),
        )
        const label = words.slice(0, n).join(' ')
        const kg = graphOf(
          ...others,
          entity('Person', 'un:1', { label }),
          entity('Person', 'eu:1', { label }),
        )
        for (const { score } of candidates(kg)) expect(score).toBeLessThanOrEqual(1)
      }
    }
  })

  it('merge nothing', () => {
    const kg = graphOf(person('un:1', 'Alpha Beta'), person('eu:1', 'Alpha Beta'))
    expect(candidates(kg)).toHaveLength(1)
    expect([...kg.entities('Person')]).toHaveLength(2)
  })

  it('score the same names 1, names without a word in common 0, and neither depends on the order', () => {
    const name = fc.array(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(name, name, (one, other) => {
        const pairOf = (first: readonly string[], second: readonly string[]) =>
          candidates(graphOf(person('un:1', first.join(' ')), person('eu:1', second.join(' '))), {
            minScore: 1e-9,
          })
        const [pair] = pairOf(one, [...one].reverse())
        expect(pair?.score).toBeCloseTo(1, 9)
        expect(pairOf(one, other).map(({ score }) => score)).toEqual(
          pairOf(other, one).map(({ score }) => score),
        )
      }),
      { numRuns: 50 },
    )
  })

  it('refuse what is no score or no type', () => {
    expect(() => candidates(createGraph(), { minScore: 2 })).toThrow(/a score/)
    expect(() => candidates(createGraph(), { types: ['Vesel'] })).toThrow(/no type 'Vesel'/)
  })
})
