import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createGraph } from 'statecraft'
import { type Ownership, ownership } from 'statecraft/analysis'
import { loadFile } from 'statecraft/node'
import { describe, expect, test } from 'vitest'

// OFAC's own file of 10 January 2025: 282 links "owned or controlled by" within it, none with a share, and one that
// leads out of it. All of its parties are listed.
const FILE = fileURLToPath(
  new URL('../../../shared/data/lists/ofac-enhanced-xml/cons_enhanced-2025-01-10.xml', import.meta.url),
)
const DAY = '2025-01-10'

describe.skipIf(!existsSync(FILE))("ownership on OFAC's enhanced list", async () => {
  const kg = createGraph()
  await loadFile(kg, FILE)
  const links = [...kg.statements({ relation: 'ownsOrControls' })]
  const owned = new Set(links.map(({ object }) => object))
  const owners = new Set(links.map(({ subject }) => subject))

  test('all 282 subsidiaries are undetermined where the 18 owners that no link leads to are frozen, and nobody else', () => {
    const tops = [...owners].filter((id) => !owned.has(id))
    expect([owned.size, tops.length]).toEqual([282, 18])
    const frozen = createGraph()
    frozen.load(kg.entities())
    frozen.load(links.map(({ status: _, id: __, ...link }) => link))
    frozen.load(tops.map((id) => designation(id)))
    const found = ownership(frozen.view({ asOf: DAY }))
    expect(found.counts).toEqual({ blocked: 0, undetermined: 282, below: 0, 'no-finding': 0 })
    for (const { doubts } of found.findings) expect(doubts).toContain('owned-or-controlled')
  })

  test("by the file's own listings 158 are undetermined and 124 without a finding, and each is listed besides", () => {
    const found: Ownership = ownership(kg.view({ asOf: DAY }))
    expect(found.counts).toEqual({ blocked: 0, undetermined: 158, below: 0, 'no-finding': 124 })
    for (const { listed } of found.findings) expect(listed.length).toBeGreaterThan(0)
  })
})

const designation = (id: string) => ({
  relation: 'designates',
  subject: 'state:US',
  object: id,
  claims: [{ stance: 'asserts', by: 'state:US', measures: ['asset-freeze'], when: `${DAY}/..` }],
})
