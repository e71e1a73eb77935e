import { fail } from '../../model/issue'
import type { Ontology, Relation } from '../../ontology/ontology'
import type { RelationName, Vocabulary } from '../../ontology/typing'
import { told } from '../../ontology/values'
import { list, oneOf } from '../../query/options'

/** What a relation says of two actors: `+` that they stand together, `-` against each other, 0 nothing. */
export type Sign = '+' | '-' | 0

/**
 * A sign that a statement has only where a qualifier or detail of it has one of some values: of those named, any one
 * will do.
 */
export interface SignWhere {
  readonly sign: '+' | '-'
  /** By the name of the qualifier or detail: a value, or several. */
  readonly where: { readonly [property: string]: string | readonly string[] }
}

/** Which relations have a sign: those that are not named have that of {@link STANDING_TIES}, or else none. */
export type Signs<D extends Vocabulary = Vocabulary> = {
  readonly [R in RelationName<D>]?: Sign | SignWhere
}

/**
 * The standing ties between states that the literature counts: an alliance is positive where it obliges to defence; a
 * rivalry, sanctions and an attack are negative. What somebody says of somebody is none.
 */
export const STANDING_TIES = {
  alliedWith: { sign: '+', where: { obligations: 'defence', cowType: 'defence' } },
  rivals: '-',
  sanctions: '-',
  attacks: '-',
} as const satisfies { readonly [relation: string]: Sign | SignWhere }

/** The sign of a relation, checked. */
export interface SignRule {
  readonly relation: Relation
  readonly sign: 1 | -1
  /** Undefined where each statement has it. */
  readonly where: ReadonlyMap<string, ReadonlySet<string>> | undefined
}

/**
 * Checks signs, and adds those of the standing ties that are not named.
 *
 * @returns the rules by the `index` of their relations
 * @throws {@link StatecraftError} `unknown-relation`, `bad-value`
 */
export function readSigns(ontology: Ontology, signs: unknown): ReadonlyMap<number, SignRule> {
  if (signs !== undefined && (typeof signs !== 'object' || signs === null || Array.isArray(signs))) {
    fail('bad-value', 'signs are an object: a relation and its sign', {
      path: ['signs'],
      hint: "as { supports: '+', attacks: 0 }",
    })
  }
  const given = new Map<string, unknown>(Object.entries(signs ?? {}))
  const standing = Object.entries(STANDING_TIES).flatMap(([name, value]) => {
    const relation = given.has(name) ? undefined : ontology.relations.get(name)
    const stated = relation && statable(relation, value)
    return stated ? [[name, stated] as const] : []
  })
  const rules = new Map<number, SignRule>()
  for (const [name, value] of [...standing, ...given]) {
    const path = ['signs', name]
    const relation = ontology.relation(oneOf(name, [...ontology.relations.keys()], 'relation', path))
    const rule = readRule(relation, value, path)
    if (rule) rules.set(relation.index, rule)
  }
  return rules
}

/** A standing tie as far as an ontology of one's own can state it; undefined where none of what it asks for can be. */
function statable({ details, defining }: Relation, value: Sign | SignWhere): Sign | SignWhere | undefined {
  if (typeof value !== 'object') return value
  const where = Object.entries(value.where).filter(([name, wanted]) => {
    const property = details.get(name) ?? defining.get(name)
    return property && list(wanted).every((one) => property.values?.has(one) !== false)
  })
  return where.length > 0 ? { ...value, where: Object.fromEntries(where) } : undefined
}

function readRule(relation: Relation, value: unknown, path: string[]): SignRule | undefined {
  if (value === 0 || value === undefined) return undefined
  if (value === '+' || value === '-') return { relation, sign: SIGN[value], where: undefined }
  const { sign, where, ...others } = isObject(value) ? value : { sign: undefined, where: undefined }
  if ((sign !== '+' && sign !== '-') || !isObject(where) || Object.keys(others).length > 0) {
    return fail('bad-value', `'${told(value)}' is no sign`, {
      path,
      hint: "a sign is '+', '-' or 0, or { sign: '+', where: { obligations: ['defence'] } }",
    })
  }
  const known = [...relation.details.keys(), ...relation.defining.keys()]
  const wanted = Object.entries(where).map(([name, values]) => {
    const at = [...path, 'where', name]
    oneOf(name, known, `qualifier or detail of ${relation.name}`, at)
    const { values: choices } = relation.details.get(name) ?? relation.defining.get(name)!
    const texts = list(values).map((one) => {
      if (typeof one !== 'string') return fail('bad-value', `'${told(one)}' is no text`, { path: at })
      return choices ? oneOf(one, [...choices], `value of ${name}`, at) : one
    })
    return [name, new Set(texts)] as const
  })
  if (wanted.length === 0) fail('bad-value', '`where` names at least one qualifier or detail', { path })
  return { relation, sign: SIGN[sign], where: new Map(wanted) }
}

const SIGN = { '+': 1, '-': -1 } as const

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
