import { it } from 'vitest'
import { writeFileSync } from 'node:fs'
import { cost } from '../types/compile'
const head = `import { core, createGraph } from 'statecraft'
import { pattern } from '../../src/query/pattern'
const kg = createGraph()
const kp = kg.add('State', { id: 'state:KP', label: 'x' })
export const k = kp
export const p0 = pattern(core)
`
const lines: string[] = [
`export const p1 = p0.where('?a', 'supplies', '?b')`,
`export const p2 = p1.where('?a', 'supplies', '?b', { id: '?supply', item: '?item' })`,
`export const p3 = p2.where('?c', 'sanctions', '?b', { id: '?embargo', measures: 'arms-embargo' })`,
`export const p4 = p3.entity('?a', 'State')`,
`export const p5 = p4.during('?supply', '?embargo', { certain: true })`,
`declare const m: typeof p5 extends import('../../src/query/pattern').Asking<infer X> ? X : never; export const r = m.row.a`,
`export const r2 = m.row.supply.item`,
`pattern(core).where('?a', 'suplies', '?b')`,
`p0.where('?b', 'sanctions', 'state:IR', { item: kp })`,
]
it('c', () => {
  const names = lines.map((_, i) => { const f = `tests/query/probe-c${i}.ts`; writeFileSync(f, head + lines.slice(0, i + 1).join('\n')); return f })
  let last = 0
  for (const [i, f] of ['tests/types/world.ts', ...names].entries()) { const { instantiations: n } = cost([f]); console.log(i, n - last, lines[i-1]); last = n }
})
