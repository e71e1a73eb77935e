import { fail } from '../../model/issue'
import { kindOf } from '../../ontology/values'

// What a query for matches is read with: it may come from anywhere.

/** A place in a query: keys, and places in lists. */
export type Path = readonly string[]

const VARIABLE = /^\?[\p{L}][\p{L}\p{N}_]{0,63}$/u

/** Own fields of a plain object, whatever its prototype; prototypes are never looked at. */
export function ownFields(raw: unknown, path: Path, what: string): { readonly [key: string]: unknown } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return fail('bad-value', `${what} is an object, not ${kindOf(raw)}`, { path })
  // A record with a null prototype takes any key as its own, `__proto__` too.
  return Object.assign(Object.create(null), raw)
}

/** A list, whatever is in it. */
export function listOf(raw: unknown, path: Path, what: string): readonly unknown[] {
  // A hole in a list is something, too: it is checked as undefined.
  return Array.isArray(raw) ? [...raw] : fail('bad-value', `${path.at(-1)} is a list of ${what}`, { path })
}

/** Whether it is meant as a variable, good or bad. */
export function isVariable(raw: unknown): boolean {
  return typeof raw === 'string' && raw.startsWith('?')
}

/** The variable that a query names: a name that no object has by nature, since rows are objects. */
export function variableName(raw: unknown, path: Path): string {
  const hints = { path, hint: "a variable is `?` and a name of letters, digits and _, as '?a'" }
  if (typeof raw !== 'string') return fail('bad-value', `a variable is wanted, not ${kindOf(raw)}`, hints)
  const isGood = VARIABLE.test(raw) && !(raw.slice(1) in Object.prototype)
  return isGood ? raw : fail('bad-value', `'${raw.slice(0, 80)}' is no variable`, hints)
}
