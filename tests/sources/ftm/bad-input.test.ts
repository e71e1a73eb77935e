import { createGraph } from 'statecraft'
import { readFormat, readFtm, toFtm } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'

const person = (id: string, more = '') =>
  `{"id":"${id}","schema":"Person","properties":{"name":["${id}"]}${more}}\n`
const ids = (kg: { entities(): Iterable<{ id: string }> }) =>
  [...kg.entities()]
    .map(({ id }) => id)
    .filter((id) => id.startsWith('ftm:'))
    .sort()

describe('lines that are not what they should be', () => {
  it('cost no other line, and are told with their number', async () => {
    const text = [
      person('before'),
      'no JSON\n',
      '["a","list"]\n',
      '{"id":"","schema":"Person"}\n',
      '{"schema":"Person","properties":{}}\n',
      '{"id":"x","properties":{}}\n',
      '{"id":"odd","schema":"Person","properties":["name"]}\n',
      '{"id":"values","schema":"Person","properties":{"name":"one","alias":[1,true,null,{"a":1},["b"]]}}\n',
      person('after'),
    ].join('')
    const { kg, codes } = await loaded(readFtm(text))
    expect(ids(kg)).toEqual(['ftm:after', 'ftm:before', 'ftm:odd', 'ftm:values'])
    expect(codes).toEqual([
      '2 bad-json',
      '3 bad-json',
      '4 bad-id',
      '5 bad-id',
      '6 bad-value',
      '7 bad-value',
      // One value that is no list, and two that are no strings.
      '8 bad-value',
      '8 bad-value',
      '8 bad-value',
    ])
    expect(new Set(kg.entity('ftm:values')?.names?.map(({ text }) => text))).toEqual(
      new Set(['one', '1', 'true']),
    )
  })

  it('that end in the middle are cut off', async () => {
    const { kg, codes } = await loaded(readFtm(`${person('whole')}{"id":"cut","schema":"Per`))
    expect(codes).toEqual(['2 cut-off'])
    expect(ids(kg)).toEqual(['ftm:whole'])
  })

  it.each([
    ['an HTML page', '<!DOCTYPE html><html><body>404</body></html>'],
    ['a zip', 'PK\u0003\u0004rest'],
    ['records of ours', '{"type":"State","id":"state:KP","label":{"en":"North Korea"}}\n'],
    [
      'a header of ours',
      '{"statecraft":"1"}\n{"type":"State","id":"state:KP","label":{"en":"North Korea"}}\n',
    ],
    ['GeoJSON', '{"type":"FeatureCollection","features":[]}\n'],
  ])('of %s are another format', async (_, text) => {
    const { report } = await loaded(readFtm(new TextEncoder().encode(text)))
    expect(report.issues.map(({ code }) => code)).toEqual(['wrong-format'])
    expect(report.entities).toBe(0)
  })

  it('in Windows-1252 are told, and read where that is said', async () => {
    const bytes = Uint8Array.from(person('Müller'), (letter) => letter.charCodeAt(0))
    expect((await loaded(readFtm(bytes))).codes).toEqual(['1 bad-encoding'])
    const { kg, codes } = await loaded(readFtm(bytes, { encoding: 'windows-1252' }))
    expect(codes).toEqual([])
    expect(kg.entity('ftm:Müller')).toBeDefined()
  })

  it('that are none are nothing', async () => {
    expect((await loaded(readFtm(''))).codes).toEqual([])
    expect((await loaded(await readFormat('ftm', '\n\n'))).codes).toEqual([])
  })
})

describe('entities made to break their reader', () => {
  it('may be called __proto__, and have properties of that name', async () => {
    const text =
      '{"id":"__proto__","schema":"Person","properties":{"__proto__":["x"],"constructor":["y"],"name":["N"]},"__proto__":{"polluted":true}}\n' +
      '{"id":"l","schema":"__proto__","properties":{"toString":["z"]}}\n' +
      '{"id":"o","schema":"UnknownLink","properties":{"subject":["__proto__"],"object":["constructor"]}}\n'
    const { kg, report } = await loaded(readFtm(text))
    expect(report.errors).toBe(0)
    expect(kg.entity('ftm:__proto__')?.label).toEqual({ und: 'N' })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    const back = [...toFtm(kg)].map((entity) => JSON.stringify(entity)).join('\n')
    expect(back).toContain('"__proto__":["x"]')
    expect(back).toContain('"__proto__":{"polluted":true}')
    expect(back).toContain('{"subject":["__proto__"],"object":["constructor"]}')
  })

  it('may have control characters and halves of letters in ids and names', async () => {
    const given = {
      id: 'a\u0000\ud800 \u202e',
      schema: 'Person',
      properties: { name: ['x\u0000', 'y\u202e'] },
    }
    const { kg, report } = await loaded(readFtm(`${JSON.stringify(given)}\n`))
    expect(report.errors).toBe(0)
    expect([...toFtm(kg)]).toEqual([given])
  })

  it('may have as many values as they like', async () => {
    const many = Array.from({ length: 50_000 }, (_, i) => `p${i}`)
    const given = {
      id: 'huge',
      schema: 'Ownership',
      properties: { owner: many.slice(0, 2000), asset: many, name: many },
    }
    const { kg, report } = await loaded(readFtm(`${JSON.stringify(given)}\n`))
    // Too many pairs to be statements: one record, and nothing is lost.
    expect(report.statements).toBe(0)
    expect(report.issues.map(({ code }) => code)).toContain('unmapped')
    const [back] = [...toFtm(kg)]
    expect(back?.properties.asset).toHaveLength(50_000)
    expect(back?.properties.owner).toHaveLength(2000)
  })

  it('may be owned by each other, and by themselves', async () => {
    const company = (id: string) => `{"id":"${id}","schema":"Company","properties":{"name":["${id}"]}}\n`
    const owns = (id: string, owner: string, asset: string) =>
      `{"id":"${id}","schema":"Ownership","properties":{"owner":["${owner}"],"asset":["${asset}"]}}\n`
    const text = company('a') + company('b') + owns('1', 'a', 'b') + owns('2', 'b', 'a') + owns('3', 'a', 'a')
    const { links, codes } = await loaded(readFtm(text))
    expect(codes).toEqual([])
    expect(links('owns')).toEqual(['ftm:a → ftm:a', 'ftm:a → ftm:b', 'ftm:b → ftm:a'])
  })

  it('may stand within each other, and come once', async () => {
    const within =
      '{"id":"p","schema":"Person","properties":{"name":["P"],"addressEntity":[{"id":"ad","schema":"Address","properties":{"full":["Somewhere 1"]}}]}}\n'
    const { kg, links, codes } = await loaded(readFtm(within + within.replaceAll('"p"', '"q"')))
    expect(codes).toEqual([])
    expect(kg.entity('ftm:p')?.addresses).toEqual([{ text: 'Somewhere 1' }])
    expect(links('locatedIn')).toEqual(['ftm:p → ftm:ad', 'ftm:q → ftm:ad'])
    let deep = '{"id":"n","schema":"Person","properties":{}}'
    for (let i = 0; i < 100; i++) deep = `{"id":"n${i}","schema":"Person","properties":{"within":[${deep}]}}`
    expect((await loaded(readFtm(deep))).codes).toContain('1 bad-value')
  })

  it('may have fields nested too deep for anybody', async () => {
    const deep = `${'['.repeat(60)}${']'.repeat(60)}`
    const { kg, codes } = await loaded(readFtm(person('a', `,"deep":${deep},"fine":1`)))
    expect(codes).toEqual(['1 bad-value'])
    expect(kg.entity('ftm:a')?.extra?.ftm).toMatchObject({ fine: 1 })
  })
})

describe('links to what is not there', () => {
  it('are kept, with what stands for it, told once', async () => {
    const text =
      '{"id":"1","schema":"Directorship","properties":{"director":["nobody"],"organization":["nothing"]}}\n' +
      '{"id":"2","schema":"UnknownLink","properties":{"subject":["nobody"],"object":["nothing"]}}\n' +
      '{"id":"3","schema":"Ownership","properties":{"owner":["nobody"],"asset":["thing"]}}\n'
    const { kg, links, report } = await loaded(readFtm(text))
    expect(links('directs')).toEqual(['ftm:nobody → ftm:nothing'])
    expect(links('linkedTo')).toEqual(['ftm:nobody → ftm:nothing'])
    expect(links('owns')).toEqual(['ftm:nobody → ftm:thing'])
    expect(kg.entity('ftm:nobody')).toMatchObject({ type: 'Actor', label: { und: 'nobody' } })
    expect(kg.entity('ftm:nothing')).toMatchObject({ type: 'Organization' })
    // A company or a ship: nothing says which, so nothing is said of it.
    expect(kg.entity('ftm:thing')).toBeUndefined()
    expect(new Set(report.issues.map(({ code, entity }) => `${code} ${entity}`))).toEqual(
      new Set(['dangling ftm:nobody', 'dangling ftm:nothing', 'dangling ftm:thing']),
    )
    expect(report.errors).toBe(0)
    // They are written as they were, and what is not there is not made up.
    expect([...toFtm(kg)].map(({ id }) => id).sort()).toEqual(['1', '2', '3'])
  })

  it('meet it when it comes', async () => {
    const kg = createGraph()
    await kg.load(
      readFtm('{"id":"1","schema":"Associate","properties":{"person":["a"],"associate":["b"]}}\n'),
    )
    await kg.load(readFtm(person('a') + person('b')))
    expect(kg.entity('ftm:a')?.type).toBe('Person')
    expect([...toFtm(kg)].map(({ id }) => id).sort()).toEqual(['1', 'a', 'b'])
  })

  it('between what such a link is not between are links of which nothing is said, or records', async () => {
    const text =
      `${person('a')}${person('b')}` +
      '{"id":"v","schema":"Vessel","properties":{"name":["V"]}}\n' +
      '{"id":"d","schema":"Document","properties":{"title":["D"]}}\n' +
      '{"id":"1","schema":"Directorship","properties":{"director":["a"],"organization":["v"]}}\n' +
      '{"id":"2","schema":"Directorship","properties":{"director":["a"],"organization":["d"]}}\n' +
      '{"id":"3","schema":"Directorship","properties":{"director":["a"]}}\n' +
      '{"id":"4","schema":"Ownership","properties":{"owner":["a"],"asset":["1"]}}\n'
    const { kg, links, report } = await loaded(readFtm(text))
    expect(report.errors).toBe(0)
    expect(links('linkedTo')).toEqual(['ftm:a → ftm:v'])
    expect(links('directs')).toEqual([])
    expect([...toFtm(kg)].map(({ id }) => id).sort()).toEqual(['1', '2', '3', '4', 'a', 'b', 'd', 'v'])
  })

  it('two of one id are told, and both are kept', async () => {
    const { kg, codes } = await loaded(readFtm(person('a') + person('b') + person('a', ',"target":true')))
    expect(codes).toContain('3 conflict')
    expect([...toFtm(kg)].find(({ id }) => id === 'a')).toMatchObject({
      target: true,
      properties: { name: ['a'] },
    })
  })
})
