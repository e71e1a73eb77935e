import { readOfacEnhancedXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'

/** Entities by number, kind and relations, each of a type and the number of the other party. */
function xml(
  ...entities: [id: number, kind: string, ...relations: [code: number, type: string, to: number][]][]
) {
  const relation = ([code, type, to]: [number, string, number]) =>
    `<relationship><type refId="${code}">${type}</type><relatedEntity entityId="${to}">P ${to}</relatedEntity></relationship>`
  const entity = ([id, kind, ...relations]: (typeof entities)[number]) =>
    `<entity id="${id}"><generalInfo><entityType>${kind}</entityType></generalInfo>
     <sanctionsLists><sanctionsList datePublished="2024-01-02">SDN List</sanctionsList></sanctionsLists>
     <sanctionsPrograms><sanctionsProgram>SDGT</sanctionsProgram></sanctionsPrograms>
     <names><name><isPrimary>true</isPrimary><translations><translation><formattedFullName>P ${id}</formattedFullName>
     </translation></translations></name></names><relationships>${relations.map(relation).join('')}</relationships></entity>`
  return `<sanctionsData><publicationInfo><dataAsOf>2025-01-10T00:00:00</dataAsOf></publicationInfo><entities>
    ${entities.map(entity).join('\n')}</entities></sanctionsData>`
}

/** Statements between parties, with role and note. */
async function relations(...entities: Parameters<typeof xml>) {
  const { kg, codes, report } = await loaded(readOfacEnhancedXml(xml(...entities)))
  expect(report.dropped).toBe(0)
  const stated = [...kg.statements()].filter(
    ({ subject, object }) => subject.startsWith('ofac:') && object.startsWith('ofac:'),
  )
  const lines = stated.map(({ relation, subject, object, claims: [claim] }) => {
    // The boundary: role and note are texts by language.
    const { role, note } = (claim ?? {}) as { role?: { en: string }; note?: { en: string } }
    return [`${subject} ${relation} ${object}`, role?.en, note?.en].filter((part) => part).join(' | ')
  })
  return { lines: lines.sort(), codes, kg }
}

describe('relations of OFAC', () => {
  // What each type says is in its name, of the party that it stands at: OFAC's value set RELATIONSHIP TYPE.
  it.each([
    ['Individual', 1555, 'Associate Of', 'ofac:1 associateOf ofac:2'],
    ['Entity', 15001, 'Providing support to', 'ofac:1 supports ofac:2'],
    ['Individual', 15002, 'Acting for or on behalf of', 'ofac:1 actsFor ofac:2'],
    ['Entity', 15003, 'Owned or Controlled By', 'ofac:2 ownsOrControls ofac:1'],
    ['Vessel', 15003, 'Owned or Controlled By', 'ofac:2 ownsOrControls ofac:1'],
    ['Individual', 91422, 'playing a significant role in', 'ofac:1 affiliatedWith ofac:2 | significant role'],
    ['Individual', 91725, 'Leader or official of', 'ofac:1 affiliatedWith ofac:2 | leader or official'],
    [
      'Individual',
      91900,
      'Principal Executive Officer',
      'ofac:1 directs ofac:2 | principal executive officer',
    ],
    [
      'Entity',
      92019,
      'Owns, controls, or operates',
      'ofac:1 ownsOrControls ofac:2 | Owns, controls, or operates',
    ],
    [
      'Vessel',
      92122,
      'Property in the interest of',
      'ofac:2 ownsOrControls ofac:1 | Property in the interest of',
    ],
  ])('%s: %i, %s', async (kind, code, type, expected) => {
    expect((await relations([1, kind, [code, type, 2]], [2, 'Entity'])).lines).toEqual([expected])
    // By the name, where the numbers are others.
    expect((await relations([1, kind, [7, type, 2]], [2, 'Entity'])).lines).toEqual([expected])
  })

  it('are of persons in families, whichever of them they stand at', async () => {
    const family = [15004, 'Family member of', 2] as [number, string, number]
    expect((await relations([1, 'Individual', family], [2, 'Individual'])).lines).toEqual([
      'ofac:1 familyOf ofac:2',
    ])
    expect((await relations([1, 'Entity', family], [2, 'Individual'])).lines).toEqual([
      'ofac:1 linkedTo ofac:2 | Family member of',
    ])
  })

  it('are links with their words where such parties cannot be so related, or the type is not known', async () => {
    const { lines, codes } = await relations(
      [1, 'Vessel', [15002, 'Acting for or on behalf of', 2], [12, 'Twin of', 2]],
      [2, 'Entity', [91725, 'Leader or official of', 1], [15003, 'Owned or Controlled By', 1]],
    )
    expect(lines).toEqual([
      'ofac:1 linkedTo ofac:2 | Acting for or on behalf of',
      'ofac:2 linkedTo ofac:1 | Leader or official of',
    ])
    expect(codes.filter((code) => / unmapped$/.test(code))).toHaveLength(1)
  })

  it('lead to an actor where no entry is there, whatever such a party may be', async () => {
    const { lines, codes, kg } = await relations([
      1,
      'Individual',
      [91725, 'Leader or official of', 9],
      [15002, 'Acting for or on behalf of', 9],
      [15003, 'Owned or Controlled By', 8],
    ])
    expect(lines).toEqual([
      'ofac:1 actsFor ofac:9',
      'ofac:1 linkedTo ofac:8 | Owned or Controlled By',
      'ofac:1 linkedTo ofac:9 | Leader or official of',
    ])
    expect(codes.map((code) => code.replace(/^\d+ /, ''))).toEqual(['dangling', 'dangling', 'dangling'])
    expect(kg.entity('ofac:9')).toMatchObject({ type: 'Actor', label: { und: 'P 9' } })
  })

  it('say nothing of a party and itself', async () => {
    const { lines, codes } = await relations([1, 'Entity', [15003, 'Owned or Controlled By', 1]])
    expect(lines).toEqual([])
    expect(codes.map((code) => code.replace(/^\d+ /, ''))).toEqual(['unmapped'])
  })
})
