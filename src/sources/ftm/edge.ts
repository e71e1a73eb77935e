import { core } from '../../ontology/core'
import { fits } from './core-types'
import { type EdgeRule, edgeRules, LINK, type Reading, readingsOf } from './edge-rules'
import { isText } from './names'
import { addTo, type Fields, type Node, type Properties, valuesOf } from './node'
import { hasProperty } from './schemata'
import { readWhen, writeWhen } from './times'

/** A link with more pairs of ends than this is kept as a record. */
const MOST_PAIRS = 1000

/** One statement of a link, between entities by their ids in FollowTheMoney. */
export interface Pair {
  readonly subject: string
  readonly object: string
}

/** What a link says. */
export interface Edge {
  readonly relation: string
  readonly pairs: readonly Pair[]
  readonly details: Fields
  readonly act: boolean
}

/** The type of an entity, or of what stands for it; undefined where nothing is known of it. */
export type TypeOf = (id: string) => string | undefined

/** The rule for a link, by which of its ends are there. */
function ruleOf({ schema, properties }: Node): EdgeRule | undefined {
  return edgeRules(schema)?.find(
    ({ source, target }) =>
      valuesOf(properties, source).length > 0 && valuesOf(properties, target).length > 0,
  )
}

/** The entities that a link names, with the types of which each should be one. */
export function* endsOf(node: Node): Generator<readonly [id: string, asked: readonly string[]]> {
  const rule = ruleOf(node)
  if (!rule) return
  const [reading = { relation: LINK }] = readingsOf(node.schema, rule, node.properties)
  const { from, to } = core.relation(reading.relation)
  const [first, second] = reading.reversed ? [to, from] : [from, to]
  for (const id of valuesOf(node.properties, rule.source)) yield [id, first]
  for (const id of valuesOf(node.properties, rule.target)) yield [id, second]
}

/**
 * Reads a link.
 *
 * @returns why it is no statement, where it is none
 */
export function readEdge(node: Node, typeOf: TypeOf): Edge | string {
  const { schema, properties } = node
  const rule = ruleOf(node)
  if (!rule) return 'it does not have both of its ends'
  const [sources, targets] = [valuesOf(properties, rule.source), valuesOf(properties, rule.target)]
  if (sources.length * targets.length > MOST_PAIRS) return `it has over ${MOST_PAIRS} pairs of ends`
  const pairsOf = ({ reversed }: Reading): Pair[] =>
    sources.flatMap((source) =>
      targets.map((target) =>
        reversed ? { subject: target, object: source } : { subject: source, object: target },
      ),
    )
  for (const reading of [...readingsOf(schema, rule, properties), { relation: LINK }]) {
    const pairs = pairsOf(reading)
    if (!pairs.every((pair) => takes(reading.relation, pair, typeOf))) continue
    return {
      relation: reading.relation,
      pairs,
      details: detailsOf(schema, reading, properties),
      act: rule.act === true,
    }
  }
  return 'its ends are of types between which there is no such link'
}

function takes(name: string, { subject, object }: Pair, typeOf: TypeOf): boolean {
  const { from, to, alike } = core.relation(name)
  const [one, other] = [typeOf(subject), typeOf(object)]
  if (one !== undefined && !fits(one, from)) return false
  if (other !== undefined && !fits(other, to)) return false
  if (!alike || one === undefined || other === undefined) return true
  return from.some((type) => fits(one, [type]) && fits(other, [type]))
}

/** What a link says beside that there is one. */
function detailsOf(schema: string, { relation, kind }: Reading, properties: Properties): Fields {
  const { details } = core.relation(relation)
  const when = readWhen(properties)
  const share = details.has('share') ? readShare(valuesOf(properties, 'percentage')) : undefined
  const role = valuesOf(properties, 'role').filter(isText).join('; ')
  const what = relation === LINK && schema !== 'UnknownLink' ? { en: core.typeLabel(schema) } : {}
  const note = { ...what, ...(role === '' || details.has('role') ? {} : { und: role }) }
  return {
    ...(when === undefined ? {} : { when }),
    ...(share === undefined ? {} : { share }),
    ...(role === '' || !details.has('role') ? {} : { role: { und: role } }),
    ...(kind === undefined ? {} : { kind }),
    ...(Object.keys(note).length === 0 ? {} : { note }),
  }
}

/** A share in percent: `25`, `25.5%`, `25-50 %`. */
function readShare(values: readonly string[]): number | readonly [number, number] | undefined {
  const [value, ...others] = values
  const found = /^\s*(\d{1,3}(?:\.\d+)?)\s*%?\s*(?:[-–]\s*(\d{1,3}(?:\.\d+)?)\s*%?\s*)?$/.exec(value ?? '')
  if (!found || others.length > 0) return undefined
  const low = Number(found[1])
  const high = found[2] === undefined ? low : Number(found[2])
  if (high > 100 || low > high) return undefined
  return low === high ? low : [low, high]
}

/** One claim of a statement, with the ids in FollowTheMoney of its ends. */
export interface Row extends Pair {
  readonly relation: string
  readonly details: Fields
}

/**
 * The properties that statements say of the link that they came from, or that they are written as.
 *
 * @param rows all its statements
 * @param untold told of what cannot be said there
 */
export function edgeProperties(
  schema: string,
  rows: readonly Row[],
  untold?: (what: string) => void,
): Map<string, string[]> {
  const properties = new Map<string, string[]>()
  const [rule] = edgeRules(schema) ?? []
  for (const row of rows) {
    if (rule) writeEnds(rule, row, properties)
    writeDetails(schema, row, properties, untold)
  }
  return properties
}

function writeEnds({ source, target }: EdgeRule, row: Row, properties: Map<string, string[]>): void {
  // Of a child, its parent is the relative.
  const [one, other] = row.relation === 'parentOf' ? [row.object, row.subject] : [row.subject, row.object]
  addTo(properties, source, [one])
  addTo(properties, target, [other])
}

function writeDetails(
  schema: string,
  { relation, details }: Row,
  properties: Map<string, string[]>,
  untold?: (what: string) => void,
): void {
  const { when, share, role, note, kind } = details
  if (typeof when === 'string') {
    const written = writeWhen(when)
    for (const [property, values] of written.properties) addTo(properties, property, values)
    if (!written.exact) untold?.('times that are no dates')
  }
  if (share !== undefined) addTo(properties, 'percentage', [[share].flat().map(String).join('-')])
  const said = textOf(role) ?? textOf(note)
  if (said !== undefined && hasProperty(schema, 'role')) addTo(properties, 'role', [said])
  if (typeof kind === 'string' && relation === 'familyOf') addTo(properties, 'relationship', [kind])
}

/** A text in no language: what FollowTheMoney says. */
function textOf(text: unknown): string | undefined {
  return typeof text === 'object' && text !== null && 'und' in text && typeof text.und === 'string'
    ? text.und
    : undefined
}

/** Properties of which a link keeps the values, whatever its statements say of them. */
export function keptOf(node: Node, relation: string): readonly string[] {
  if (core.relation(relation).symmetric !== true) return []
  // The graph puts the ends of what has no direction into an order of its own.
  return (edgeRules(node.schema) ?? []).flatMap(({ source, target }) => [source, target])
}
