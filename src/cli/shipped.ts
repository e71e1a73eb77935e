import { isStatement } from '../model/record'
import { didYouMean } from '../model/suggest'
import { UsageError } from './exit'

/** Parts of the data that come with the package. */
export const SHIPPED = ['states', 'memberships', 'treaties', 'programmes'] as const
export type Shipped = (typeof SHIPPED)[number]

const PREFIX = 'reference:'

/** Whether an input is data that comes with the package: `reference:states`, or `reference:` for all of it. */
export function isShipped(path: string): boolean {
  return path.startsWith(PREFIX)
}

/**
 * The records of an input that comes with the package, with the states and territories that they speak of.
 *
 * @throws UsageError for a part that there is not
 */
export async function shippedRecords(path: string): Promise<Iterable<object>> {
  const named = path.slice(PREFIX.length)
  const parts = named === '' ? SHIPPED : named.split(',').map(partCalled)
  const { jurisdiction, ...reference } = await import('../reference') // a large one, only where it is needed
  function* records() {
    const there = new Set<string>()
    const spokenOf = new Set<string>()
    for (const part of parts) {
      for (const record of reference[part]()) {
        if (isStatement(record)) spokenOf.add(record.subject).add(record.object)
        else there.add(record.id)
        yield record
      }
    }
    for (const id of spokenOf) {
      const record = there.has(id) ? undefined : jurisdiction(id)
      if (record) yield record
    }
  }
  return records()
}

function partCalled(name: string): Shipped {
  const known = SHIPPED.find((part) => part === name)
  if (known) return known
  const hint = didYouMean(name, SHIPPED) ?? `one of ${SHIPPED.join(', ')}`
  throw new UsageError(`there is no reference data called '${name}'`, hint)
}
