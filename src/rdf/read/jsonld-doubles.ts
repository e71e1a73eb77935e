import { XSD } from '../words'

/*
 * The processor writes doubles with 16 digits, as the specification of JSON-LD has it, and some need 17. Those go through
 * it as literals of a datatype that it does not know.
 */

const DOUBLE = XSD.double.value
const KEPT = `${DOUBLE}-as-written`

type Json = { [key: string]: unknown }

/** An expanded document, with doubles in it that the processor would round put out of its reach; it is changed in place. */
export function keepDoubles(expanded: unknown): void {
  const open: unknown[] = [expanded]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at !== 'object' || at === null) continue
    if (!Array.isArray(at) && Object.hasOwn(at, '@value')) keepValue(at as Json)
    else for (const part of Object.values(at)) if (typeof part === 'object') open.push(part)
  }
}

function keepValue(literal: Json): void {
  const { '@value': value, '@type': type } = literal
  if (typeof value !== 'number' && type !== DOUBLE) return
  if (type !== undefined && type !== DOUBLE) return // JSON, or a number of another datatype
  const number = Number(value)
  if (Number.isInteger(value) || !Number.isFinite(number) || Number(number.toExponential(15)) === number)
    return
  literal['@value'] = String(value)
  literal['@type'] = KEPT
}

/** Gives the literals of a dataset their datatype back; they are changed in place. */
export function restoreDoubles(dataset: Iterable<{ readonly object: object }>): void {
  for (const { object } of dataset) {
    const { datatype } = object as { datatype?: { value: string } } // literals have one, nodes do not
    if (datatype?.value === KEPT) datatype.value = DOUBLE
  }
}
