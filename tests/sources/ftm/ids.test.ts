import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idProblem } from '../../../src/model/id'
import { datasetId, datasetName } from '../../../src/sources/ftm/datasets'
import { coreId, ftmIdOf } from '../../../src/sources/ftm/ids'

// Percent-encoding is of UTF-8 (RFC 3986, 2.1), worked out by hand.
describe('ids of FollowTheMoney', () => {
  it.each([
    ['NK-2GdmHtZTeNXjNVrBGEXZNj', 'ftm:NK-2GdmHtZTeNXjNVrBGEXZNj'],
    ['Q7747', 'ftm:Q7747'],
    ['a b', 'ftm:a%20b'],
    ['50%', 'ftm:50%25'],
    ['%20', 'ftm:%2520'],
    ['Müller', 'ftm:Müller'],
    ['a#b?', 'ftm:a%23b%3F'],
    ["it's (a/b)", "ftm:it's%20(a/b)"],
    ['"\\', 'ftm:%22%5C'],
    // e and a combining accent: not of the form in which ids are, so all but ASCII is encoded.
    ['e\u0301', 'ftm:e%CC%81'],
    ['\ud800', 'ftm:%ED%A0%80'],
    ['\u0000', 'ftm:%00'],
  ])('%j is %s', (id, expected) => {
    expect(coreId(id)).toBe(expected)
    expect(ftmIdOf(expected)).toBe(id)
  })

  it('are ids here, and come back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (id) => {
        expect(idProblem(coreId(id))).toBeUndefined()
        expect(ftmIdOf(coreId(id))).toBe(id)
        expect(datasetName(datasetId(id))).toBe(id)
      }),
    )
  })

  it('that are too long are a hash', () => {
    const long = coreId('x'.repeat(600))
    expect(long).toMatch(/^ftm:~[a-z2-7]{26}$/)
    expect(coreId('y'.repeat(600))).not.toBe(long)
  })
})
