import { existsSync, readFileSync } from 'node:fs'
import { type FtmEntity, ftmLines, readFtm, toFtm } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { sameAs } from './ftm/same'
import { loaded } from './loaded'

const FOLDER = '../shared/data/ftm'

// Counts are of Python's json over the same files: lines by schema, values of properties, distinct codes of countries.
describe.skipIf(!existsSync(FOLDER))('real files of FollowTheMoney', () => {
  const read = async (name: string) => {
    const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
    async function* bytes() {
      yield text
    }
    const given = text
      .trim()
      .split('\n')
      .map((line): FtmEntity => JSON.parse(line))
    return { ...(await loaded(readFtm({ name, bytes }))), given }
  }

  it.each([
    { name: 'gdho.ftm.json', entities: 4633 },
    { name: 'parteispenden_entities.ftm.json', entities: 475 },
    { name: 't1_entities.ftm.json', entities: 7 },
  ])('$name comes back with nothing lost', async ({ name, entities }) => {
    const { kg, report, given } = await read(name)
    expect(given).toHaveLength(entities)
    expect(report.errors).toBe(0)
    expect(report.dropped).toBe(0)
    const back = [...toFtm(kg)]
    sameAs(back, given)
    sameAs(
      [...ftmLines(kg)].map((line): FtmEntity => JSON.parse(line)),
      given,
    )
  })

  it('organisations of gdho have their names, days and countries', async () => {
    const { kg, links } = await read('gdho.ftm.json')
    const found = [...kg.entities()].filter(({ id }) => id.startsWith('ftm:'))
    expect(found.every(({ type }) => type === 'Organization')).toBe(true)
    const names = found.flatMap((one) => one.names ?? [])
    expect(names.filter(({ kind }) => kind === 'primary')).toHaveLength(4639)
    expect(names.filter(({ kind }) => kind === 'weak')).toHaveLength(2573)
    expect(found.filter((one) => one.founded !== undefined)).toHaveLength(1675)
    expect(found.filter((one) => one.dissolved !== undefined)).toHaveLength(22)
    expect(links('linkedTo')).toHaveLength(4036)
    expect(new Set(links('linkedTo').map((link) => link.split(' → ')[1])).size).toBe(185)
  })

  it('payments of parteispenden are links of their own, from whoever pays', async () => {
    const { kg, report } = await read('parteispenden_entities.ftm.json')
    const payments = [...kg.statements()].filter(({ claims }) =>
      claims.some(({ note }) => note !== undefined),
    )
    // One of the 290 went to two parties.
    expect(payments).toHaveLength(291)
    expect(new Set(payments.map(({ claims }) => claims[0]?.at)).size).toBe(290)
    expect(payments.every(({ relation }) => relation === 'linkedTo')).toBe(true)
    expect(new Set(payments.map(({ subject, object }) => `${subject} ${object}`)).size).toBe(117)
    expect(payments.every(({ claims }) => claims[0]?.source === 'source:ftm-parteispenden_entities')).toBe(
      true,
    )
    const holders = [...kg.statements()].filter(
      ({ relation, object }) => relation === 'locatedIn' && object.startsWith('ftm:'),
    )
    expect(holders).toHaveLength(103)
    expect(report.issues).toEqual([])
  })

  it('names of t1 are kept in all their languages', async () => {
    const { kg, links } = await read('t1_entities.ftm.json')
    const tobacco = kg.entity('ftm:NK-2GdmHtZTeNXjNVrBGEXZNj')
    expect(tobacco?.names).toHaveLength(12)
    expect(tobacco?.sameAs).toContain('ftm:ofac-32733')
    expect(tobacco?.identifiers).toContainEqual({ scheme: 'registration', value: '808000714' })
    expect(tobacco?.sources).toEqual(['source:ftm-eu_fsf'])
    expect(links('citizenOf')).toHaveLength(3)
  })
})
