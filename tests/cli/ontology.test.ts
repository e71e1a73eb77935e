import { expect, it } from 'vitest'
import { statecraft } from './run'

it('tells what can be inferred from the statements of a relation', async () => {
  const told = async (name: string) => (await statecraft(['ontology', name])).stdout
  expect(await told('sanctions')).toContain('what an organisation does, its members do through it')
  expect(await told('memberOf')).toContain('the standing is member and no suspendedFrom holds')
  expect(await told('partyTo')).toContain('any two with the same object: alliedWith')
  expect(await told('supplies')).not.toMatch(/\n {2}rule /)

  const json = async (name: string) => JSON.parse((await statecraft(['ontology', name, '--json'])).stdout)
  expect(await json('sanctions')).toMatchObject({ collective: true })
  expect(await json('memberOf')).toMatchObject({
    membership: { qualifier: 'standing', value: 'member', suspendedBy: 'suspendedFrom' },
  })
  expect(await json('partyTo')).toMatchObject({
    dyads: { relation: 'alliedWith', qualifier: 'treaty', given: 'obligations' },
  })
  expect(Object.keys(await json('supplies'))).not.toContain('collective')
})
