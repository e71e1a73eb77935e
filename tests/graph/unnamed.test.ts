import { expect, test } from 'vitest'
import { brief, by, entity, graphOf, statement, states } from '../records'

test('an unnamed actor passes where a state is asked, and is in no count of states', () => {
  const kg = graphOf(
    states('A', 'B'),
    entity('Actor', 'unnamed:u', { unnamed: true }),
    { ...statement('A', 'recognizes', 'B', [by('state:A', 'asserts')]), subject: 'unnamed:u' },
    statement('A', 'recognizes', 'B', [by('state:A', 'asserts')]),
  )
  expect([...kg.statements()]).toHaveLength(2)
  expect([...kg.entities('State')].map((e) => e.id)).toEqual(['state:A', 'state:B'])
  expect(brief(kg.view({ types: 'State' }).statements())).toEqual(['state:A recognizes state:B asserted'])
})

test('an unnamed holder of an office or flag is nobody’s rival: it may be the one that others name', () => {
  const flies = (flag: string) => ({
    relation: 'flaggedBy',
    subject: 'vessel:v',
    object: flag,
    claims: [by('state:A', 'asserts', { when: '2020' })],
  })
  const kg = graphOf(
    states('A'),
    entity('Vessel', 'vessel:v'),
    entity('State', 'unnamed:flag', { unnamed: true }),
    flies('state:A'),
    flies('unnamed:flag'),
  )
  expect(kg.disputes().conflicts).toEqual([])
})
