import { existsSync, readFileSync } from 'node:fs'
import { readUnXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from './loaded'

// Counts are of Python's ElementTree over the same files: elements INDIVIDUAL and ENTITY, aliases with a name by their
// QUALITY, and pairs of REFERENCE_NUMBER (trimmed) and another one that COMMENTS1 cites.
const FOLDER = '../shared/data/lists/un'

describe.skipIf(!existsSync(FOLDER))('the whole list of the Security Council', () => {
  const read = (day: string) => loaded(readUnXml(readFileSync(`${FOLDER}/consolidated-${day}.xml`)))

  it.each([
    { day: '2018-08-24', persons: 701, organisations: 397, links: 473, dangling: 4, weak: 593 },
    { day: '2025-04-19', persons: 684, organisations: 193, links: 514, dangling: 4, weak: 619 },
  ])('of $day', async ({ day, persons, organisations, links, dangling, weak }) => {
    const list = await read(day)
    const parties = [...list.kg.entities()].filter(({ id }) => id.startsWith('un:'))
    const count = (type: string) => parties.filter((party) => party.type === type).length
    expect([count('Person'), count('Organization')]).toEqual([persons, organisations])
    expect(list.links('designates')).toHaveLength(persons + organisations)
    expect(list.links('linkedTo')).toHaveLength(links)
    expect(count('Actor')).toBe(dangling)
    const names = parties.flatMap((party) => party.names ?? [])
    expect(names.filter(({ kind }) => kind === 'weak').length).toBe(weak)
    expect(list.report.dropped).toBe(0)
    const codes = new Set(list.codes.map((code) => code.replace(/^\d+ /, '')))
    for (const code of codes) expect(['unmapped', 'dangling', 'bad-date']).toContain(code)
  })

  it('shows between the two 289 delisted and 68 listed', async () => {
    const [old, young] = await Promise.all([read('2018-08-24'), read('2025-04-19')])
    const listed = (list: typeof old) =>
      new Set(list.links('designates').map((link) => link.slice(link.indexOf('→') + 2)))
    const [before, after] = [listed(old), listed(young)]
    expect([...before].filter((id) => !after.has(id))).toHaveLength(289)
    expect([...after].filter((id) => !before.has(id))).toHaveLength(68)
  })
})
