import { readFileSync } from 'node:fs'
import { createGraph } from 'statecraft'
import { CAMEO_RULES, cameoRule, readGdeltEvents } from 'statecraft/sources'
import { describe, expect, test } from 'vitest'
import { inShort, read, row } from './reading'

describe('codes of CAMEO', () => {
  test.each([
    ['04', 'asserts state:BY meets state:RU 2019-10-24'],
    ['041', 'asserts state:BY meets state:RU 2019-10-24'],
    ['042', 'asserts state:BY visits state:RU 2019-10-24'],
    ['043', 'asserts state:RU visits state:BY 2019-10-24'],
    ['057', 'asserts state:BY meets state:RU 2019-10-24'],
    ['030', 'announces state:BY cooperatesWith state:RU 2019-10-24'],
    ['0312', 'announces state:BY cooperatesWith state:RU 2019-10-24'],
    ['032', 'announces state:BY supports state:RU diplomatic 2019-10-24'],
    ['0331', 'announces state:BY aids state:RU economic 2019-10-24'],
    ['0334', 'announces state:BY aids state:RU 2019-10-24'],
    ['036', 'announces state:BY meets state:RU 2019-10-24'],
    ['070', 'asserts state:BY aids state:RU 2019-10-24'],
    ['071', 'asserts state:BY aids state:RU economic 2019-10-24'],
    ['072', 'asserts state:BY aids state:RU military 2019-10-24'],
    ['073', 'asserts state:BY aids state:RU humanitarian 2019-10-24'],
    ['111', 'asserts state:BY condemns state:RU 2019-10-24'],
    ['1121', 'asserts state:BY accuses state:RU 2019-10-24'],
    ['139', 'asserts state:BY threatens state:RU 2019-10-24'],
    ['163', 'asserts state:BY sanctions state:RU 2019-10-24'],
    ['180', 'asserts state:BY attacks state:RU 2019-10-24'],
    ['195', 'asserts state:BY attacks state:RU 2019-10-24'],
    ['2042', 'asserts state:BY attacks state:RU 2019-10-24'],
  ])('%s: %s', async (code, expected) => {
    const { statements, all, issues } = await read(row({ code, root: code.slice(0, 2) }))
    expect(statements.map(inShort)).toEqual([expected])
    expect(issues).toEqual([])
    expect(createGraph().load(all)).toMatchObject({ errors: 0, warnings: 0 })
  })

  test.each([
    '012',
    '0233',
    '034',
    '0354',
    '037',
    '050',
    '061',
    '075',
    '085',
    '091',
    '100',
    '110',
    '113',
    '120',
    '129',
  ])('%s has no counterpart', async (code) => {
    const { statements, issues } = await read(row({ code }))
    expect(statements).toEqual([])
    expect(issues).toMatchObject([{ code: 'unmapped', severity: 'warning', line: 1 }])
  })

  test.each(['141', '150', '160', '162', '170', '172', '1723', '21', '999', '---', '__proto__', ''])(
    "'%s' has no counterpart, either",
    async (code) => {
      const { statements, issues } = await read(row({ code, root: '17' }))
      expect(statements).toEqual([])
      expect(issues).toMatchObject([{ code: 'unmapped' }])
    },
  )

  test('a rejection is no denial, and a curfew no sanction', () => {
    expect(cameoRule('1243')?.meaning).toBeUndefined()
    expect(cameoRule('1723')?.meaning).toBeUndefined()
  })

  test('an intent is announced by the actor itself, and passed on by GDELT', async () => {
    const { statements } = await read(row({ code: '036', from: 'RUS', to: 'BLR' }))
    expect(statements[0]).toMatchObject({
      subject: 'state:BY',
      claims: [{ stance: 'announces', by: 'state:RU', via: 'organization:gdelt' }],
    })
  })

  test('two who each announce a meeting are two claims of one statement', async () => {
    const both = row({ code: '036' }) + row({ id: '900000002', code: '036', from: 'RUS', to: 'BLR' })
    const kg = createGraph()
    await kg.load(readGdeltEvents(both))
    const [only, ...others] = kg.statements()
    expect(others).toEqual([])
    expect(only!.claims.map(({ by }) => by).sort()).toEqual(['state:BY', 'state:RU'])
  })

  test('are the table of the documentation', () => {
    const docs = readFileSync('docs/sources/gdelt.md', 'utf8')
    for (const { code, title, meaning, why } of CAMEO_RULES) {
      const ends = meaning?.reversed ? ', the second the subject' : ''
      const form = meaning?.qualifiers?.form ? `, form ${meaning.qualifiers.form}` : ''
      const measures = meaning?.details?.measures ? `, measures ${meaning.details.measures.join()}` : ''
      const what = meaning
        ? `\`${meaning.relation}\`${form}${measures}${ends} | ${meaning.stance}`
        : `none: ${why} |`
      expect(docs).toContain(`| ${code} | ${title} | ${what}`)
    }
    expect(docs.match(/^\| \d{2,4} \|/gm)).toHaveLength(CAMEO_RULES.length)
  })
})
