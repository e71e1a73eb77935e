import { Problem } from '../../model/problem'
import { hintOf } from '../../model/suggest'
import type { Ontology, Property } from '../../ontology/ontology'
import { checkCondition } from './check-condition'
import { STEPS } from './check-steps'
import { checkKeys, isText, isTexts, type Path, problem, type ReportProblem } from './checks'
import { vocabulariesOf } from './counterparts'
import { checkedDate } from './dates'
import { type Computed, isComputed, isDateParts, isInterval, isObject } from './mapping'
import { plainProperty } from './properties'
import { readTemplate } from './template'

const KEYS_OF_PARTS = ['year', 'month', 'day', 'missing']

/** Says what is wrong with a field of a rule, as a value of its kind. */
export function checkExpression(
  field: unknown,
  property: Property,
  ontology: Ontology,
  report: ReportProblem,
  path: Path,
): void {
  if (Array.isArray(field)) {
    if (!property.many && property.kind !== 'share') tellOne(property, report, path)
    for (const [i, one] of field.entries())
      checkExpression(one, { ...property, many: true }, ontology, report, [...path, i])
  } else if (isComputed(field)) checkComputed(field, property, ontology, report, path)
  else if (property.kind === 'date') checkDate(field, ontology, report, path)
  else if (isObject(field)) {
    const part = plainProperty('string', { many: true })
    for (const [key, value] of Object.entries(field))
      checkExpression(value, part, ontology, report, [...path, key])
  } else if (typeof field === 'string') checkConstant(field, property, report, path)
  else if (typeof field !== 'number' && typeof field !== 'boolean') {
    report('bad-value', new Problem('a constant, a column or a template is wanted'), path)
  }
}

function tellOne({ name }: Property, report: ReportProblem, path: Path): void {
  report('bad-value', new Problem(`\`${name}\` takes one value`, "'each' makes one of each item"), path)
}

function checkConstant(text: string, property: Property, report: ReportProblem, path: Path): void {
  const template = readTemplate(text)
  const { values, list } = property
  if (template instanceof Problem) report('bad-value', template, path)
  else if (template.length === 1 && values && !values.has(text)) {
    const { hint } = hintOf(text, values)
    report('bad-value', problem(`'${text.slice(0, 80)}' is no ${list ?? property.name}`, hint), path)
  }
}

function checkComputed(
  computed: Computed,
  property: Property,
  ontology: Ontology,
  report: ReportProblem,
  path: Path,
): void {
  checkKeys(computed, Object.keys(STEPS), 'a computed value', report, path)
  if (computed.column !== undefined && computed.template !== undefined) {
    report('bad-value', new Problem('there is a column and a template: one of them is wanted'), path)
  }
  for (const [key, value] of Object.entries(computed)) {
    if (Object.hasOwn(STEPS, key)) STEPS[key]?.(value, report, [...path, key])
  }
  const last = MAKERS.filter((step) => computed[step] !== undefined)
  if (last.length > 1) {
    report('bad-value', new Problem(`${last.join(' and ')} exclude each other`, 'take one of them'), path)
  }
  if (computed.split !== undefined && !property.many && property.kind !== 'share')
    tellOne(property, report, path)
  checkMap(computed, property, report, path)
  const { counterpart, resolve } = computed
  if (counterpart !== undefined)
    checkCounterpart(counterpart, property, ontology, report, [...path, 'counterpart'])
  if (isObject(resolve) && resolve.at !== undefined)
    checkDate(resolve.at, ontology, report, [...path, 'resolve', 'at'])
}

/** What is made of a text at the end. */
const MAKERS = ['counterpart', 'resolve', 'mint', 'format', 'times'] as const

/** What a map gives: one value where one is taken, and of the closed list, where it is the last word. */
function checkMap(computed: Computed, property: Property, report: ReportProblem, path: Path): void {
  const { map, default: other } = computed
  if (!isObject(map)) return
  const { values, list, many, kind } = property
  const isLast = !MAKERS.some((step) => computed[step] !== undefined)
  const given = [
    ...Object.entries(map).map(([text, mapped]) => [['map', text], mapped] as const),
    [['default'], other] as const,
  ]
  for (const [at, mapped] of given) {
    if (Array.isArray(mapped) && !many && kind !== 'share') tellOne(property, report, [...path, ...at])
    for (const value of values && isLast ? [mapped].flat() : []) {
      if (value === null || value === undefined || values?.has(String(value))) continue
      const { hint } = hintOf(String(value), values ?? [])
      report('bad-value', problem(`'${String(value).slice(0, 80)}' is no ${list}`, hint), [...path, ...at])
    }
  }
}

function checkCounterpart(
  vocabulary: unknown,
  { name, list }: Property,
  ontology: Ontology,
  report: ReportProblem,
  path: Path,
): void {
  const known = list === undefined ? [] : vocabulariesOf(ontology, list)
  if (typeof vocabulary === 'string' && known.includes(vocabulary)) return
  const hint =
    known.length === 0
      ? `\`${name}\` is from no list that has counterparts`
      : (hintOf(String(vocabulary), known).hint ?? `one of ${known.join(', ')}`)
  report('bad-value', problem(`there is no vocabulary '${String(vocabulary).slice(0, 80)}'`, hint), path)
}

function checkDate(date: unknown, ontology: Ontology, report: ReportProblem, path: Path): void {
  const check = (part: unknown, key: string) => checkDate(part, ontology, report, [...path, key])
  if (typeof date === 'string') {
    const template = readTemplate(date)
    if (template instanceof Problem) report('bad-value', template, path)
    else if (template.length === 1) {
      const constant = checkedDate(date)
      if (constant instanceof Problem) report('bad-date', constant, path)
    }
  } else if (isComputed(date)) checkComputed(date, plainProperty('date'), ontology, report, path)
  else if (isDateParts(date)) {
    checkKeys(date, KEYS_OF_PARTS, 'a date', report, path)
    for (const [key, value] of Object.entries(date)) {
      if (key === 'missing') isTexts(value, report, [...path, key])
      else isText(value, report, [...path, key])
    }
    if (date.day !== undefined && date.month === undefined) {
      report('bad-value', new Problem('a date has a day and no month'), path)
    }
  } else if (isInterval(date)) {
    checkKeys(date, ['from', 'to', 'open'], 'an interval', report, path)
    if (date.from !== undefined) check(date.from, 'from')
    if (date.to !== undefined) check(date.to, 'to')
    if (isObject(date.open)) checkCondition(date.open, report, [...path, 'open'])
    else if (date.open !== undefined && typeof date.open !== 'boolean') {
      report('bad-value', new Problem('open is true, false or a condition'), [...path, 'open'])
    }
  } else {
    const hint = "'{column}', { year, month, day }, { column, format } or { from, to }"
    report('bad-date', new Problem('this is no date', hint), path)
  }
}
