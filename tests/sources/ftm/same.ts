import type { FtmEntity } from 'statecraft/sources'
import { expect } from 'vitest'

/** Whether entities are the same but for their order and that of their values. */
export function sameAs(found: readonly FtmEntity[], expected: readonly FtmEntity[]): void {
  expect(inOrder(found)).toEqual(inOrder(expected))
}

function inOrder(entities: readonly FtmEntity[]): unknown[] {
  return entities.map(sorted).sort((a, b) => (a[0] < b[0] ? -1 : 1))
}

/** As entries, so that a key `__proto__` counts like any other. */
function sorted({ id, properties, ...rest }: FtmEntity): [string, unknown, unknown] {
  const lists = Object.entries(properties).map(([key, values]) => [key, [...values].sort()] as const)
  return [id, lists.sort(byKey), Object.entries(rest).sort(byKey)]
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
