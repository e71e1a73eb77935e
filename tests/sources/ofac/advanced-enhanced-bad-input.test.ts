import { readFileSync } from 'node:fs'
import { formatIssue } from 'statecraft'
import { readOfacAdvancedXml, readOfacEnhancedXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'
import { file } from './files'

const ENHANCED = readFileSync('tests/fixtures/ofac/enhanced/cons_enhanced-2025-01-10.xml')
const ADVANCED = readFileSync('tests/fixtures/ofac/advanced/cons_advanced-2020-03-17.xml')

const FORMATS = [
  ['enhanced', readOfacEnhancedXml, ENHANCED, 'entity id="', '26182', 'KAYAKIRAN, Evren'],
  ['advanced', readOfacAdvancedXml, ADVANCED, 'DistinctParty FixedRef="', '17526', 'BEKTAS, Halis'],
] as const

/** Numbers that look like chance, the same each time: the generator of Park and Miller. */
function* chance(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647
    yield state
  }
}

describe.each(FORMATS)('the %s XML', (_, read, bytes, opening, other, name) => {
  const text = bytes.toString('utf8')
  const whole = loaded(read(bytes))
  const outcome = async (input: Parameters<typeof read>[0]) => {
    const { kg, report } = await loaded(read(input))
    return {
      kg,
      report,
      ids: [...kg.entities()].map(({ id }) => id).filter((id) => id.startsWith('ofac:')),
      issues: report.issues.map(formatIssue),
    }
  }
  /** A text instead of another, which is there once. */
  const changed = (there: string, instead: string) => {
    expect(text.split(there)).toHaveLength(2)
    return text.replace(there, () => instead)
  }

  it('gives no party that is not in it, wherever it is cut off', async () => {
    const ids = new Set([...(await whole).kg.entities()].map(({ id }) => id))
    const numbers = chance(1)
    for (let i = 0; i < 20; i++) {
      const end = numbers.next().value % bytes.length
      const { kg, report } = await loaded(read(bytes.subarray(0, end)))
      expect(report.dropped).toBe(0)
      if (end > 200) expect(report.counts['cut-off']).toBe(1)
      for (const { id } of kg.entities()) if (!id.startsWith('source:')) expect(ids).toContain(id)
    }
  })

  it('is read on where bytes are wrong', async () => {
    const numbers = chance(2)
    for (let i = 0; i < 20; i++) {
      const damaged = Uint8Array.from(bytes)
      for (let n = 0; n < 5; n++) damaged[numbers.next().value % bytes.length] = numbers.next().value % 256
      const { report } = await loaded(read(damaged))
      const refused = report.issues.filter(({ severity }) => severity === 'error').map(formatIssue)
      // What is wrong with the file, or what no text may have: nothing that this makes of it is malformed.
      for (const line of refused) {
        expect(line).toMatch(/bad-xml|bad-encoding|cut-off|wrong-format|which no text may have|bad-value/)
      }
      expect(report.counts['unknown-type'] ?? 0).toBe(0)
      expect(report.counts['bad-domain'] ?? 0).toBe(0)
      expect(report.counts['bad-range'] ?? 0).toBe(0)
    }
  })

  it('is read in other encodings, told by a mark', async () => {
    const utf16 = Buffer.from(`\ufeff${text.replace('encoding="utf-8"', 'encoding="utf-16"')}`, 'utf16le')
    const { ids, issues } = await outcome(utf16)
    expect(ids).toHaveLength(
      [...(await whole).kg.entities()].filter(({ id }) => id.startsWith('ofac:')).length,
    )
    expect(issues.every((line) => /dangling/.test(line))).toBe(true)
  })

  it('is told from what it is not, by what that is', async () => {
    const page = '<!DOCTYPE html><html><body>Access denied</body></html>'
    expect((await outcome(page)).issues).toEqual([expect.stringMatching(/HTML/)])
    const legacy = readFileSync('tests/fixtures/ofac/legacy/sdn-excerpt-2026-07-30.xml')
    expect((await outcome(legacy)).issues).toEqual([
      expect.stringMatching(/wrong-format.*is it 'ofac-legacy-xml'/),
    ])
    const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0])
    expect((await outcome(zip)).issues).toEqual([expect.stringMatching(/zip/)])
    expect((await outcome('')).issues).toEqual([expect.stringMatching(/wrong-format|no elements/)])
  })

  it('expands no entity, and fetches none', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`
    const { kg, issues } = await outcome(
      text.replace(/^[^<]*<\?xml[^>]*\?>/, bomb).replace('Ismail Abdul Salah', '&b;&f;'),
    )
    expect(issues.some((line) => /bad-xml: a document type declaration is not read/.test(line))).toBe(true)
    expect(JSON.stringify(kg.entity('ofac:9639'))).not.toMatch(/haha|root:/)
  })

  it('leaves out a party without a number, and reads those around it', async () => {
    for (const number of ['', '__proto__', 'constructor', '12x', '9'.repeat(400)]) {
      const { ids, issues } = await outcome(changed(`${opening}15268"`, `${opening}${number}"`))
      expect(ids).not.toContain('ofac:15268')
      expect(ids).toEqual(expect.arrayContaining(['ofac:9639', 'ofac:17016']))
      expect(
        issues.filter((line) => /line \d+: missing-field: an? \w+ has no number/.test(line)),
      ).toHaveLength(1)
    }
  })

  it('reads on after elements that stand thousands deep in a party', async () => {
    const deep = `${'<x>'.repeat(9000)}${'</x>'.repeat(9000)}`
    const { ids } = await outcome(changed(`<${opening}15268">`, `<${opening}15268">${deep}`))
    expect(ids.toSorted()).toEqual(
      [...(await whole).kg.entities()]
        .map(({ id }) => id)
        .filter((id) => id.startsWith('ofac:'))
        .sort(),
    )
  })

  it('tells a number that comes twice: both entries are of one party', async () => {
    const { kg, issues } = await outcome(changed(`${opening}${other}"`, `${opening}9639"`))
    expect(
      issues.filter((line) => /line \d+: conflict: the number 9639 comes twice/.test(line)),
    ).toHaveLength(1)
    expect(kg.entity('ofac:9639')?.names?.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['HANIYA, Ismail Abdul Salah', name]),
    )
    // What cannot be both a person and a company is not joined: the first stands, and that is told, too.
    const kinds = await outcome(changed(`${opening}15268"`, `${opening}9639"`))
    expect(kinds.issues.filter((line) => /type-conflict: ofac:9639/.test(line))).toHaveLength(1)
    expect(kinds.kg.entity('ofac:9639')?.type).toBe('Person')
  })

  it('reads on after an element that is not closed, or has control characters and overrides in it', async () => {
    const open = await outcome(text.replace('Ismail Abdul Salah', 'A <b> B'))
    expect(open.ids).toContain('ofac:17016')
    expect(open.issues.some((line) => /bad-xml/.test(line))).toBe(true)
    const odd = await outcome(text.replaceAll('Ismail Abdul Salah', 'Ismail\u0007 \u202eAbdul'))
    expect(odd.ids).toContain('ofac:17016')
    expect(odd.issues.length).toBeGreaterThan(0)
  })
})

describe('several files', () => {
  it('are one after another, and relations lead from one to another', async () => {
    const hamas = `<sanctionsData><publicationInfo><dataAsOf>2025-01-10T00:00:00</dataAsOf><filters><sanctionsLists>
      <sanctionsList>SDN List</sanctionsList></sanctionsLists></filters></publicationInfo><entities><entity id="4695">
      <generalInfo><entityType>Entity</entityType></generalInfo><sanctionsLists><sanctionsList datePublished="2001-11-02">SDN List
      </sanctionsList></sanctionsLists><sanctionsPrograms><sanctionsProgram>SDGT</sanctionsProgram></sanctionsPrograms>
      <names><name><isPrimary>true</isPrimary><translations><translation><formattedFullName>HAMAS</formattedFullName>
      </translation></translations></name></names></entity></entities></sanctionsData>`
    const both = [file('cons_enhanced.xml', ENHANCED), file('sdn_enhanced.xml', hamas)]
    for (const files of [both, both.toReversed()]) {
      const { kg, report, listings } = await loaded(readOfacEnhancedXml(files))
      expect(report.issues).toEqual([])
      expect(kg.entity('ofac:4695')).toMatchObject({
        type: 'Organization',
        sources: ['source:ofac-sdn-2025-01-10'],
      })
      expect(listings('ofac:4695')[0]?.claims).toMatchObject([
        { list: 'source:ofac-sdn', listed: '2001-11-02' },
      ])
    }
  })

  it('of which one is none of them lose nothing of the others', async () => {
    const { kg, report } = await loaded(
      readOfacAdvancedXml([file('page.xml', '<html></html>'), file('cons_advanced.xml', ADVANCED)]),
    )
    expect(report.issues[0]).toMatchObject({ code: 'wrong-format', file: 'page.xml' })
    expect(kg.entity('ofac:17016')).toBeDefined()
  })
})
