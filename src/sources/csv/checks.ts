import type { IssueCode } from '../../model/issue'
import { Problem } from '../../model/problem'
import { hintOf } from '../../model/suggest'

/** Takes what is wrong with a mapping, and where. */
export type ReportProblem = (code: IssueCode, found: Problem, path: Path) => void

export type Path = readonly (string | number)[]
export type Check = (value: unknown, report: ReportProblem, path: Path) => void

/** A problem with a hint, where there is one. */
export function problem(message: string, hint: string | undefined): Problem {
  return hint === undefined ? new Problem(message) : new Problem(message, hint)
}

/** Refuses keys that are not known. */
export function checkKeys(
  value: object,
  known: readonly string[],
  what: string,
  report: ReportProblem,
  path: Path,
): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue
    const { hint } = hintOf(key, known)
    report('unknown-field', problem(`'${key.slice(0, 80)}' is no key of ${what}`, hint), [...path, key])
  }
}

export const isText: Check = (value, report, path) => {
  if (typeof value !== 'string') report('bad-value', new Problem('a text is wanted'), path)
}

export const isTexts: Check = (value, report, path) => {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return
  report('bad-value', new Problem('a list of texts is wanted', "texts, not numbers: '-9'"), path)
}
