import { Problem } from '../../model/problem'
import { checkKeys, isText, isTexts, type Path, type ReportProblem } from './checks'
import { isObject } from './mapping'

/** Says what is wrong with a condition. */
export function checkCondition(condition: unknown, report: ReportProblem, path: Path): void {
  if (!isObject(condition)) {
    report('bad-value', new Problem('a condition is an object'), path)
    return
  }
  for (const key of ['all', 'any']) {
    const parts = condition[key]
    if (parts === undefined) continue
    checkKeys(condition, [key], 'a condition', report, path)
    if (!Array.isArray(parts)) report('bad-value', new Problem(`${key} is a list of conditions`), path)
    else for (const [i, part] of parts.entries()) checkCondition(part, report, [...path, key, i])
    return
  }
  checkKeys(condition, ['column', 'is', 'not', 'present', 'all', 'any'], 'a condition', report, path)
  isText(condition.column, report, [...path, 'column'])
  for (const key of ['is', 'not']) {
    if (condition[key] !== undefined) isTexts([condition[key]].flat(), report, [...path, key])
  }
  if (condition.present !== undefined && typeof condition.present !== 'boolean') {
    report('bad-value', new Problem('present is true or false'), [...path, 'present'])
  }
  if (!['is', 'not', 'present'].some((key) => condition[key] !== undefined)) {
    report('bad-value', new Problem('a condition says nothing of its column', 'is, not or present'), path)
  }
}
