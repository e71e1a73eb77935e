import { type Core, createGraph, type Graph } from 'statecraft'

/** Records written short: for tests that are about something else. */

export type Fields = { readonly [field: string]: unknown }

export const entity = (type: string, id: string, fields: Fields = {}): Fields => ({
  type,
  id,
  label: { en: id.slice(id.indexOf(':') + 1) },
  ...fields,
})

export const states = (...codes: string[]): Fields[] => codes.map((code) => entity('State', `state:${code}`))

export const source = (id: string, published: string, publisher?: string): Fields =>
  entity('Article', `source:${id}`, { published, ...(publisher ? { publisher } : {}) })

export const statement = (
  subject: string,
  relation: string,
  object: string,
  claims: readonly Fields[],
  fields: Fields = {},
): Fields => ({ relation, subject: `state:${subject}`, object: `state:${object}`, ...fields, claims })

/** A claim by an actor. */
export const by = (actor: string, stance: string, fields: Fields = {}): Fields => ({
  stance,
  by: actor,
  ...fields,
})

/** A graph of these records, which must all be fine. */
export function graphOf(...records: readonly (Fields | readonly Fields[])[]): Graph<Core> {
  const kg = createGraph()
  const report = kg.load(records.flat())
  const wrong = report.issues.filter((issue) => issue.code !== 'conflicting-details')
  if (wrong.length > 0) throw new Error(wrong.map((issue) => `${issue.code}: ${issue.message}`).join('\n'))
  return kg
}

/** Statements as `subject relation object level`. */
export const brief = (
  statements: Iterable<{ subject: string; relation: string; object: string; status: { level: string } }>,
) => [...statements].map((s) => `${s.subject} ${s.relation} ${s.object} ${s.status.level}`).sort()
