import fc from 'fast-check'
import { createGraph, formatIssue, pickText } from 'statecraft'
import { describe, expect, test } from 'vitest'
import { didYouMean } from '../../src/model/suggest'
import { readText, stringProblem } from '../../src/model/text'

describe('a text', () => {
  test.each([
    '',
    'plain',
    'tab\tline\nreturn\r',
    'quote " \\ """',
    'كوريا',
    '\u202eright to left',
    '😀',
    '\u{10FFFD}',
    '\u0085',
  ])('may be %j', (text) => {
    expect(stringProblem(text)).toBeUndefined()
  })

  test.each([
    ['a\u0000b', /NUL \(U\+0000\) at 1/],
    ['\u0007', /U\+0007/],
    ['a\ud800', /lone surrogate \(U\+D800\)/],
    ['\udc00a', /lone surrogate \(U\+DC00\)/],
    ['\ufffe', /U\+FFFE/],
    ['\ufdd0', /U\+FDD0/],
    ['\u{1ffff}', /U\+1FFFF/],
  ])('may not be %j', (text, message) => {
    expect(stringProblem(text)?.message).toMatch(message)
  })

  test('is fine wherever the platform finds it well-formed and free of controls and noncharacters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bad = [...text].some((char) => {
          const code = char.codePointAt(0)!
          const control = code < 32 && code !== 9 && code !== 10 && code !== 13
          return control || (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe
        })
        expect(stringProblem(text) === undefined).toBe(text.isWellFormed() && !bad)
      }),
      { numRuns: 500 },
    )
  })

  test('keeps its good parts where one is bad', () => {
    const problems: (string | undefined)[] = []
    const text = readText(
      { EN: 'a', 'zh-hans': 'b', 'not a tag': 'c', fr: '\u0000', __proto__x: 'd', de: 5 },
      (_, tag) => problems.push(tag),
    )
    expect(text).toEqual({ en: 'a', 'zh-Hans': 'b' })
    expect(problems).toEqual(['not a tag', 'fr', '__proto__x', 'de'])
  })

  test('is picked in the language asked for, or the nearest', () => {
    const text = { ar: 'إيران', en: 'Iran', und: 'x', 'zh-Hans': '伊朗' }
    expect(pickText(text, ['zh-Hans-CN'])).toBe('伊朗')
    expect(pickText(text, ['fa', 'ar'])).toBe('إيران')
    expect(pickText(text, ['fa'])).toBe('Iran')
    expect(pickText({ fr: 'a' })).toBe('a')
    expect(pickText(undefined)).toBeUndefined()
  })
})

test('what was meant is proposed where it is near, and nothing where it is not', () => {
  expect(didYouMean('supplys', ['supplies', 'sanctions'])).toBe('did you mean supplies?')
  expect(didYouMean('IRAN', ['Iran'])).toBe('did you mean Iran?')
  expect(didYouMean('elephant', ['supplies'])).toBeUndefined()
  expect(didYouMean('x', [])).toBeUndefined()
  expect(didYouMean('a'.repeat(100_000), ['a'])).toBeUndefined()
})

test('an issue prints on one line, whatever was in the input', () => {
  const report = createGraph().load([{ type: 'Sta\nte\u001b[31m\u202e', id: 'x:y' }])
  const line = formatIssue(report.issues[0]!)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
  expect(line).not.toMatch(/[\u0000-\u001f\u202e]/)
  expect(line).toContain('\\u{1b}[31m')
})
