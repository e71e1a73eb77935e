import { core, createGraph, type Core } from 'statecraft'
import { pattern } from '../../src/query/pattern'
const kg = createGraph()
const kp = kg.add('State', { id: 'state:KP', label: 'x' })
const nuclear = kg.add('Technology', { id: 'technology:n', label: 'x' })
const p = pattern(core)
   .where('?a', 'supplies', '?b', { id: '?supply', item: '?item', stage: '?stage', quantity: '?q' })
   .where('?c', 'sanctions', '?b', { id: '?embargo', measures: 'arms-embargo' })
   .entity('?a', 'State')
   .during('?supply', '?embargo', { certain: true })
export type P = typeof p
type F = P extends import('../../src/query/pattern').Asking<infer X> ? X : never
declare const m: F
export const { a, b, item, stage, q, supply, embargo } = m.row
export const g = p.groupBy('?a', '?item').count('?b').orderBy('count')
export const s = p.select('?b')
// errors
pattern(core).where('?a', 'suplies', '?b')
pattern(core).where('?a', 'supplies', '?b', { itm: '?x' })
pattern(core).where('?a', 'sanctions', '?b', { measures: 'arms-embarg' })
p.where('?item', 'sanctions', '?b')
p.where('?supply', 'sanctions', '?b')
p.where(kp, 'sanctions', '?item')
p.where(nuclear, 'sanctions', '?b')
p.where('Iran', 'sanctions', '?b')
p.where('?b', 'sanctions', 'state:IR', { item: kp })
p.where('?b', 'condemns', 'state:IR', { over: '?suply' })
p.during('?suply', '?embargo')
p.during('?a', '?embargo')
p.groupBy('?z')
p.entity('?a', 'Technology')
p.entity('?a', 'Sate')
p.where('?x', 'partOf', '?y').entity('?x', 'Technology').where('?x', 'partOf', '?a')
p.select('?a').orderBy('?b')
p.options({ statuss: 'asserted' })
p.where('?b', 'condemns', 'state:IR', { over: '?stage' })
p.where('?b', 'sanctions', '?n', { measures: '?measure', id: '?supply' })
export const who = pattern(core).where('?w', 'condemns', '?x', { id: '?c', over: '?s' }).within('?c', '?s', 31)
export const who2 = who.where('?b', 'attacks', '?x', { id: '?s' })
export type W = typeof who
export const bad: [typeof p, typeof m.row, typeof g, typeof s, typeof who, typeof who2] = 0
