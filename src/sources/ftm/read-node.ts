import { Problem } from '../../model/problem'
import { readForeign } from '../../ontology/fields'
import { kindOf } from '../../ontology/values'
import type { SourceContext } from '../input/context'
import type { Fields, Node } from './node'

/** How much of an entity that is left out an issue keeps. */
const EXCERPT = 500
/** Entities stand within entities no deeper than this. */
const DEEPEST = 32
/** How deep fields of an entity stand in the record of it. */
const WITHIN = 4

/** A JSON object: what keys it has, nobody knows. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The entity of a JSON object, and those that stand within it in place of their ids, as in `targets.nested.json`. What
 * is wrong is told and left out; an entity without id or schema is left out whole.
 */
export function* nodesOf(raw: Fields, context: SourceContext, depth = 0): Generator<Node> {
  const record = () => excerpt(raw)
  const id = idOf(raw)
  if (id === undefined) {
    context.tell('bad-id', 'an entity has no id; it is left out', { record: record() })
    return
  }
  const { schema } = raw
  if (typeof schema !== 'string' || schema === '') {
    const message = `the entity '${id.slice(0, 80)}' has no schema; it is left out`
    context.tell('bad-value', message, { record: record() })
    return
  }
  const within: Fields[] = []
  const properties = readProperties(raw.properties, context, within)
  yield { id, schema, properties, rest: restOf(raw, context), ...(depth > 0 ? { within: true } : {}) }
  if (within.length > 0 && depth >= DEEPEST) {
    context.tell('bad-value', `entities stand within each other over ${DEEPEST} deep`, { record: record() })
    return
  }
  for (const one of within) yield* nodesOf(one, context, depth + 1)
}

function idOf({ id }: Fields): string | undefined {
  if (typeof id === 'number') return String(id)
  return typeof id === 'string' && id !== '' ? id : undefined
}

function readProperties(given: unknown, context: SourceContext, within: Fields[]): Map<string, string[]> {
  const properties = new Map<string, string[]>()
  if (given === undefined) return properties
  if (!isFields(given)) {
    context.tell('bad-value', `properties are an object, not ${kindOf(given)}`, { path: ['properties'] })
    return properties
  }
  for (const [property, value] of Object.entries(given)) {
    const path = ['properties', property]
    if (!Array.isArray(value) && value !== null) {
      const what = isFields(value) ? 'one object' : kindOf(value)
      const hint = 'it is read as a list of one'
      context.tell('bad-value', `the values of a property are a list, not ${what}`, { path, hint })
    }
    const values = new Set<string>()
    for (const [i, one] of (Array.isArray(value) ? value : [value]).entries()) {
      const text = readValue(one, within)
      if (text !== undefined) values.add(text)
      else if (one !== null) {
        const message = `a value is a string, not ${kindOf(one)}; it is left out`
        context.tell('bad-value', message, { path: [...path, i], record: excerpt(one) })
      }
    }
    if (values.size > 0) properties.set(property, [...values])
  }
  return properties
}

function readValue(value: unknown, within: Fields[]): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const id = isFields(value) && typeof value.schema === 'string' ? idOf(value) : undefined
  // The boundary: an object, as was seen.
  if (id !== undefined) within.push(value as Fields)
  return id
}

function restOf(raw: Fields, context: SourceContext): Fields {
  const parts: [string, unknown][] = []
  for (const [field, value] of Object.entries(raw)) {
    if (field === 'id' || field === 'schema' || field === 'properties') continue
    const copy = readForeign(value, WITHIN)
    if (copy instanceof Problem) context.tell('bad-value', copy.message, { path: [field] })
    else parts.push([field, copy])
  }
  return Object.fromEntries(parts)
}

function excerpt(value: unknown): string {
  return (JSON.stringify(value) ?? '').slice(0, EXCERPT)
}
