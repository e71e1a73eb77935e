import { PREFIX, RESERVED_PREFIXES } from '../../model/id'
import { Problem } from '../../model/problem'
import { hintOf } from '../../model/suggest'
import { CODE_SCHEMES } from '../../reference/states/codes'
import { type Check, checkKeys, isText, isTexts, problem } from './checks'
import { readFormat } from './dates'
import { type Computed, isObject } from './mapping'
import { readTemplate } from './template'

const isMapped: Check = (value, report, path) => {
  const fine = [value]
    .flat()
    .every((one) => one === null || ['string', 'number', 'boolean'].includes(typeof one))
  if (!fine) report('bad-value', new Problem('a text stands for a value, a list of values, or null'), path)
}

/** The steps of a computed value, each with what it takes. */
export const STEPS: { readonly [K in keyof Required<Computed>]: Check } & {
  readonly [key: string]: Check | undefined
} = {
  column: isText,
  template: (value, report, path) => {
    isText(value, report, path)
    const template = readTemplate(String(value))
    if (template instanceof Problem) report('bad-value', template, path)
  },
  missing: isTexts,
  split: (value, report, path) => {
    const { separator, quote } = isObject(value) ? value : { separator: value, quote: undefined }
    if (typeof separator !== 'string' || separator === '') {
      report('bad-value', new Problem('split is a separator, or { separator, quote }', "as ';'"), path)
    }
    if (quote !== undefined && (typeof quote !== 'string' || quote === ''))
      isText(undefined, report, [...path, 'quote'])
    if (isObject(value)) checkKeys(value, ['separator', 'quote'], 'split', report, path)
  },
  map: (value, report, path) => {
    if (!isObject(value)) return report('bad-value', new Problem('a map is an object: text → value'), path)
    for (const [key, mapped] of Object.entries(value)) isMapped(mapped, report, [...path, key])
  },
  default: isMapped,
  counterpart: isText,
  resolve: (value, report, path) => {
    if (!isObject(value)) return report('bad-value', new Problem('resolve is { scheme, at }'), path)
    checkKeys(value, ['scheme', 'at'], 'resolve', report, path)
    const scheme = String(value.scheme)
    if (CODE_SCHEMES.some((known) => known === scheme)) return
    const hint = hintOf(scheme, CODE_SCHEMES).hint ?? `one of ${CODE_SCHEMES.join(', ')}`
    report('bad-value', problem(`there is no scheme of codes '${scheme.slice(0, 80)}'`, hint), [
      ...path,
      'scheme',
    ])
  },
  mint: (value, report, path) => {
    if (typeof value === 'string' && PREFIX.test(value) && !RESERVED_PREFIXES.includes(value)) return
    report('bad-id', new Problem(`'${String(value).slice(0, 80)}' cannot be the prefix of an id`), path)
  },
  format: (value, report, path) => {
    const format = readFormat(String(value))
    if (format instanceof Problem) report('bad-value', format, path)
  },
  times: (value, report, path) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      report('bad-value', new Problem('times is a number'), path)
    }
  },
}
