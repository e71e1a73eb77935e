import { readFileSync } from 'node:fs'
import { core, createGraph } from 'statecraft'
import { readCsv } from 'statecraft/sources'
import { csvMapping, csvMappingFor } from 'statecraft/zod'
import { expect, test } from 'vitest'
import { STEPS } from '../../../src/sources/csv/check-steps'

const DOCS = readFileSync('docs/sources/csv.md', 'utf8')

const fenced = (language: string) =>
  [...DOCS.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text)

test('the example of the documentation becomes what stands there', async () => {
  const kg = createGraph()
  const mapping = csvMapping.parse(JSON.parse(fenced('json')[0]!))
  const records = readCsv(fenced('csv')[0]!, mapping)
  const report = await kg.load(records)
  expect(report).toMatchObject({ errors: 0, warnings: 0 })
  const found = [...kg.statements()].map((statement) => {
    const { subject, relation, object, claims } = statement
    const [claim] = claims
    return [
      `${subject} ${relation} ${object}`,
      statement.case,
      claim?.when,
      claim?.measures,
      `${claim?.source}, ${claim?.at}`,
    ].join(' | ')
  })
  const told = fenced('text')[0]!.trim().split('\n')
  expect(found.sort()).toEqual(told.map((line) => line.split(/ {2,}/).join(' | ')).sort())
})

test('every key is documented, and every example of one is a mapping', () => {
  for (const step of Object.keys(STEPS)) expect(DOCS).toContain(`\`${step}\``)
  const dialect = 'delimiter quote encoding columns missing decimal thousands'.split(' ')
  for (const key of [
    ...dialect,
    'source',
    'dialect',
    'records',
    'entities',
    'statements',
    'if',
    'each',
    'claim',
  ]) {
    expect(DOCS).toMatch(new RegExp(`^\\| \`${key}\``, 'm'))
  }
  const examples = [...DOCS.matchAll(/\| `(\{ "(?:column|template)": .*?\})` \|$/gm)].map(([, text = '']) =>
    JSON.parse(text),
  )
  expect(examples).toHaveLength(9)
  for (const value of examples) {
    const field =
      'counterpart' in value
        ? { relation: 'votesOn', vote: value }
        : { relation: 'visits', extra: { x: value } }
    const statements = [{ subject: 'state:{a}', object: 'state:{b}', ...field }]
    expect(
      csvMappingFor(core).safeParse({ source: { id: 'source:x', label: 'X' }, statements }).error,
    ).toBeUndefined()
  }
})
