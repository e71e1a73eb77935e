import { PrefixMap } from '../../model/id'
import { Problem } from '../../model/problem'
import { hintOf } from '../../model/suggest'
import type { Ontology, Property } from '../../ontology/ontology'
import { RecordReader } from '../../ontology/reader'
import { checkCondition } from './check-condition'
import { checkExpression } from './check-expression'
import { type Path, problem, type ReportProblem } from './checks'
import { type CsvMapping, type EntityRule, RECORD_KEYS, type StatementRule } from './mapping'
import { CLAIM_PROPERTIES, ENTITY_PROPERTIES, plainProperty } from './properties'

/** Keys of rules of statements that every statement has. */
const STATEMENT_PROPERTIES: ReadonlyMap<string, Property> = /* @__PURE__ */ new Map(
  ['occurrence', 'ref', 'extra'].map((name) => [
    name,
    plainProperty('string', { name, many: name === 'extra' }),
  ]),
)

/** Holds a mapping of the right outline against a vocabulary. */
export function checkMapping(mapping: CsvMapping, ontology: Ontology, report: ReportProblem): void {
  checkRecords(mapping, ontology, report)
  const { entities = [], statements = [] } = mapping
  if (entities.length + statements.length === 0) {
    const hint = 'a mapping has rules: entities, statements'
    report('bad-value', new Problem('nothing is made of the rows', hint), [])
  }
  for (const [i, rule] of entities.entries()) checkEntity(rule, ontology, report, ['entities', i])
  for (const [i, rule] of statements.entries()) checkStatement(rule, ontology, report, ['statements', i])
}

/** The source and fixed records are read as any record is. */
function checkRecords({ source, records = [] }: CsvMapping, ontology: Ontology, report: ReportProblem): void {
  let at: Path = []
  const reader = new RecordReader(ontology, {
    prefixes: new PrefixMap(),
    report: ({ code, message, hint, path = [] }) => {
      report(code, problem(message, hint), [...at, ...path])
    },
  })
  at = ['source']
  const type = source.type ?? 'Dataset'
  if (ontology.types.has(type) && !ontology.isA(type, 'Source')) {
    report('bad-value', new Problem(`a ${type} is no Source`), ['source', 'type'])
  } else reader.read({ ...source, type })
  for (const [i, record] of records.entries()) {
    at = ['records', i]
    reader.read(record)
  }
}

function checkEntity(rule: EntityRule, ontology: Ontology, report: ReportProblem, path: Path): void {
  const types = [rule.type].flat()
  for (const type of types) {
    if (ontology.types.has(type)) continue
    const { hint } = hintOf(type, ontology.types.keys())
    report('unknown-type', problem(`there is no type '${type.slice(0, 80)}'`, hint), [...path, 'type'])
    return
  }
  const own = types.flatMap((type) => [...ontology.fields(type)])
  const fields = new Map([...ENTITY_PROPERTIES, ...own])
  checkRule(rule, ontology, report, path)
  checkEnd(rule.id, ontology, report, [...path, 'id'])
  checkFields(rule, fields, types.join(' and '), ontology, report, path)
}

function checkStatement(rule: StatementRule, ontology: Ontology, report: ReportProblem, path: Path): void {
  const relation = ontology.relations.get(rule.relation)
  if (!relation) {
    const { hint } = hintOf(rule.relation, ontology.relations.keys())
    report('unknown-relation', problem(`there is no relation '${rule.relation.slice(0, 80)}'`, hint), [
      ...path,
      'relation',
    ])
    return
  }
  const fields = new Map([...STATEMENT_PROPERTIES, ...relation.defining, ...relation.details])
  checkRule(rule, ontology, report, path)
  checkEnd(rule.subject, ontology, report, [...path, 'subject'])
  checkEnd(rule.object, ontology, report, [...path, 'object'])
  checkFields(rule, fields, relation.name, ontology, report, path)
  const ofClaims = new Map([...CLAIM_PROPERTIES, ...relation.details])
  checkFields(rule.claim ?? {}, ofClaims, 'a claim', ontology, report, [...path, 'claim'])
}

function checkRule(
  rule: EntityRule | StatementRule,
  ontology: Ontology,
  report: ReportProblem,
  path: Path,
): void {
  if (rule.if !== undefined) checkCondition(rule.if, report, [...path, 'if'])
  const many = plainProperty('string', { many: true })
  if (rule.each) checkExpression(rule.each.of, many, ontology, report, [...path, 'each', 'of'])
}

/** What has to be there, and be one. */
function checkEnd(field: unknown, ontology: Ontology, report: ReportProblem, path: Path): void {
  if (field === undefined) report('bad-id', new Problem(`there is no ${path.at(-1)}`), path)
  else checkExpression(field, AN_ID, ontology, report, path)
}

const AN_ID = /* @__PURE__ */ plainProperty('entity', { name: 'id' })

function checkFields(
  fields: { readonly [field: string]: unknown },
  known: ReadonlyMap<string, Property>,
  of: string,
  ontology: Ontology,
  report: ReportProblem,
  path: Path,
): void {
  for (const [name, field] of Object.entries(fields)) {
    if (RECORD_KEYS.has(name)) continue
    const property = known.get(name)
    if (property) checkExpression(field, property, ontology, report, [...path, name])
    else {
      const { hint } = hintOf(name, [...known.keys(), ...RECORD_KEYS])
      report('unknown-field', problem(`'${name.slice(0, 80)}' is no field of ${of}`, hint), [...path, name])
    }
  }
}
