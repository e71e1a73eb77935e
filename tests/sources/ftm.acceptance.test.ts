import { existsSync, readFileSync } from 'node:fs'
import { createGraph } from 'statecraft'
import { type FtmEntity, ftmLines, readFtm, toFtm } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { sameAs } from './ftm/same'

const FOLDER = '../shared/data/ftm'

// Counts are of Python's json over the same files: lines by schema, and values of some properties.
describe.skipIf(!existsSync(FOLDER))('real files of FollowTheMoney', () => {
  const read = async (name: string) => {
    const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
    const kg = createGraph()
    const report = await kg.load(
      readFtm({
        name,
        bytes: async function* () {
          yield text
        },
      }),
    )
    const given = text
      .trim()
      .split('\n')
      .map((line): FtmEntity => JSON.parse(line))
    return { kg, report, given }
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
})
