import { readFileSync } from 'node:fs'
import { createGraph } from 'statecraft'
import { readFormat, readFtm, readFtmStatements, readFtmTargets, toFtm } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'

const fixture = (name: string) => readFileSync(`tests/fixtures/ftm/${name}`, 'utf8')

// Expected values are read off the fixtures by hand.

describe('a delta', () => {
  it('adds and changes entities, and tells which are gone', async () => {
    const gone: string[] = []
    const { kg, codes } = await loaded(
      readFtm(fixture('entities.delta.json'), { onDeleted: (id) => gone.push(id) }),
    )
    expect(gone).toEqual(['ftm:NK-gone'])
    expect(codes).toEqual([])
    const ids = [...kg.entities()].map(({ id }) => id).filter((id) => id.startsWith('ftm:'))
    expect(ids.sort()).toEqual(['ftm:NK-mod', 'ftm:NK-new'])
  })

  it('tells how many are gone where nobody takes them', async () => {
    const { report } = await loaded(readFtm(fixture('entities.delta.json')))
    expect(report.issues).toMatchObject([{ code: 'unmapped', hint: 'the option onDeleted takes their ids' }])
  })

  it('with another operation is read, and that is told', async () => {
    const line =
      '{"op":"FOO","entity":{"id":"a","schema":"Person","properties":{"name":["A"]}}}\n{"op":"DEL","entity":{}}'
    const { kg, codes } = await loaded(readFtm(line))
    expect(kg.entity('ftm:a')?.label).toEqual({ und: 'A' })
    expect(codes).toEqual(['1 bad-value', '2 bad-id'])
  })
})

describe('targets.simple.csv', () => {
  it('is a row an entity, lists apart by semicolons, quoted where a value has one', async () => {
    const { kg, report } = await loaded(readFtmTargets(fixture('targets.simple.csv')))
    expect(report.errors).toBe(0)
    const person = kg.entity('ftm:NK-A')
    expect(person).toMatchObject({ type: 'Person', label: { und: 'Doe; Jane' }, born: '[1960-01-02,1961]' })
    expect(new Set(person?.names?.map(({ text, kind }) => `${kind} ${text}`))).toEqual(
      new Set(['primary Doe; Jane', 'alias Jane Doe', 'alias Doe; J.']),
    )
    expect(person?.identifiers).toContainEqual({ scheme: 'x-identifier', value: 'K1' })
    expect(person?.extra?.ftm).toMatchObject({
      datasets: ['US OFAC SDN List', 'EU FSF'],
      sanctions: ['OFAC - SDN'],
      first_seen: '2023-04-20T10:00:00',
      target: true,
    })
  })

  it('lists by whoever issues a programme; one that is not known is told', async () => {
    const { listings, report } = await loaded(readFtmTargets(fixture('targets.simple.csv')))
    const found = listings('ftm:NK-A').map(({ subject, programme }) => `${subject} ${String(programme)}`)
    expect(found.sort()).toEqual(['organization:eu programme:EU-UKR', 'state:US programme:US-RUSHAR'])
    expect(listings('ftm:NK-B')).toEqual([])
    expect(report.issues.map(({ code }) => code)).toEqual(['unmapped'])
  })

  it('without a column is read, but for those that it needs', async () => {
    const some = await loaded(readFtmTargets('id,schema,name,alias\nA,Person,Jane,J\n'))
    expect(some.kg.entity('ftm:A')?.label).toEqual({ und: 'Jane' })
    expect(some.report.issues.find(({ message }) => message.includes("'aliases'"))?.hint).toBe(
      "is it 'alias'?",
    )
    const none = await loaded(readFtmTargets('uid,name\nA,Jane\n'))
    expect(none.codes).toEqual(['1 wrong-format'])
    const cut = await loaded(readFtmTargets(`${fixture('targets.simple.csv').trimEnd().slice(0, -90)}`))
    expect(cut.codes.some((code) => /cut-off/.test(code))).toBe(true)
    expect(cut.kg.entity('ftm:NK-A')).toBeDefined()
  })
})

describe('statements.csv', () => {
  it('is an entity of rows one after another, with the language of its names', async () => {
    const { kg, links, codes } = await loaded(readFtmStatements(fixture('statements.csv')))
    expect(codes).toEqual([])
    expect(kg.entity('ftm:NK-A')).toMatchObject({
      type: 'Person',
      names: [
        { text: 'Jane Doe', lang: 'en', kind: 'primary' },
        { text: 'Джейн Доу', lang: 'ru', kind: 'primary' },
      ],
      sameAs: ['ftm:eu-2', 'ftm:ofac-1'],
      sources: ['source:ftm-eu_fsf', 'source:ftm-us_ofac_sdn'],
    })
    expect(kg.entity('ftm:NK-A')?.extra?.ftm).toMatchObject({
      first_seen: '2023-04-20T10:00:00',
      last_seen: '2024-06-02T10:00:00',
    })
    expect(links('owns')).toEqual(['ftm:NK-A → ftm:NK-B'])
  })

  it('cites the data set that says it', async () => {
    const { kg } = await loaded(readFtmStatements(fixture('statements.csv')))
    const [citizen] = [...kg.statements()].filter(({ relation }) => relation === 'citizenOf')
    expect(citizen?.claims.map(({ source }) => source)).toEqual(['source:ftm-eu_fsf'])
  })

  it('keeps its rows', async () => {
    const { kg } = await loaded(readFtmStatements(fixture('statements.csv')))
    const back = [...toFtm(kg)]
    const rows = back.flatMap(({ statements }) => (Array.isArray(statements) ? statements : []))
    expect(rows).toHaveLength(8)
    expect(rows).toContainEqual(
      expect.objectContaining({ id: 's1', lang: 'eng', original_value: 'DOE Jane', dataset: 'us_ofac_sdn' }),
    )
    expect(back.find(({ id }) => id === 'NK-A')?.properties).toEqual({
      name: ['Jane Doe', 'Джейн Доу'],
      nationality: ['cy'],
    })
  })

  it('that is not in order tells of entities that come apart, and joins them', async () => {
    const [head, ...rows] = fixture('statements.csv').trimEnd().split('\n')
    const mixed = [head, rows[1], rows[5], rows[3]].join('\n')
    const { kg, codes } = await loaded(readFtmStatements(mixed))
    expect(codes).toContain('4 conflict')
    expect(new Set(kg.entity('ftm:NK-A')?.names?.map(({ text }) => text))).toEqual(
      new Set(['Jane Doe', 'Джейн Доу']),
    )
    expect([...toFtm(kg)].find(({ id }) => id === 'NK-A')?.properties.name?.toSorted()).toEqual([
      'Jane Doe',
      'Джейн Доу',
    ])
  })
})

describe('the format ftm', () => {
  it.each([
    ['entities.ftm.json', 'ftm:NK-Person1'],
    ['entities.delta.json', 'ftm:NK-new'],
    ['targets.simple.csv', 'ftm:NK-A'],
    ['statements.csv', 'ftm:NK-B'],
  ])('knows %s by how it begins', async (name, id) => {
    const kg = createGraph()
    await kg.load(await readFormat('ftm', fixture(name)))
    expect(kg.entity(id)).toBeDefined()
  })

  it('reads several files whose entities name each other', async () => {
    const file = (name: string, text: string) => ({
      name,
      bytes: async function* () {
        yield text
      },
    })
    const people = '{"id":"a","schema":"Person","properties":{"name":["A"]}}\n'
    const links = '{"id":"l","schema":"Associate","properties":{"person":["a"],"associate":["b"]}}\n'
    const others = '{"id":"b","schema":"Person","properties":{"name":["B"]}}\n'
    const found = await loaded(
      await readFormat('ftm', [
        file('people.ftm.json', people),
        file('links.ftm.json', links),
        file('more.json', others),
      ]),
    )
    expect(found.codes).toEqual([])
    expect(found.links('associateOf')).toEqual(['ftm:a → ftm:b'])
    expect(found.kg.entity('ftm:a')?.sources).toEqual(['source:ftm-people'])
  })

  it('reads what comes bit by bit, and once only', async () => {
    const bytes = new TextEncoder().encode(fixture('entities.ftm.json'))
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
    }
    const found = await loaded(readFtm(pieces()))
    expect(found.links('owns')).toEqual(['ftm:NK-Person1 → ftm:NK-Holding'])
    expect(found.report.dropped).toBe(0)
  })
})
