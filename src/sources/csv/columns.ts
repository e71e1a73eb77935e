import { Problem } from '../../model/problem'
import {
  type CsvMapping,
  type EntityRule,
  isComputed,
  isDateParts,
  isObject,
  type StatementRule,
} from './mapping'
import { columnsOf, readTemplate } from './template'

/** The names of all columns that a mapping reads, each with the first place where it does. */
export function columnsRead(mapping: CsvMapping): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const rules = { entities: mapping.entities ?? [], statements: mapping.statements ?? [] }
  for (const [kind, list] of Object.entries(rules)) {
    for (const [i, rule] of list.entries()) {
      for (const [column, path] of columnsOfRule(rule, `${kind}[${i}]`)) {
        if (!found.has(column)) found.set(column, path)
      }
    }
  }
  return found
}

function* columnsOfRule(rule: EntityRule | StatementRule, path: string): Generator<[string, string]> {
  for (const [field, value] of Object.entries(rule)) {
    for (const [column, at] of field === 'type' || field === 'relation'
      ? []
      : walk(value, `${path}.${field}`)) {
      if (column !== rule.each?.as) yield [column, at]
    }
  }
}

function* walk(value: unknown, path: string): Generator<[column: string, path: string]> {
  if (typeof value === 'string') {
    const template = readTemplate(value)
    if (!(template instanceof Problem)) for (const column of columnsOf(template)) yield [column, path]
    return
  }
  if (Array.isArray(value)) {
    for (const [i, part] of value.entries()) yield* walk(part, `${path}[${i}]`)
    return
  }
  if (!isObject(value)) return
  if (isDateParts(value)) {
    for (const part of [value.year, value.month, value.day]) if (part !== undefined) yield [part, path]
    return
  }
  for (const [key, part] of Object.entries(value)) {
    if (key === 'column' && typeof part === 'string') yield [part, path]
    // What is written in maps and splits are texts of cells.
    else if (!isComputed(value) || key === 'template' || key === 'resolve')
      yield* walk(part, `${path}.${key}`)
  }
}
