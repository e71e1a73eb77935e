import { createGraph } from 'statecraft'
import { test } from 'vitest'
import { ask } from './ask'
test('perf', () => {
  let seed = 1
  const rnd = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648
  const kg = createGraph()
  const N = 50_000, M = 300_000
  function* recs() {
    yield { type: 'Expert', id: 'person:x', label: 'x' }
    for (let i = 0; i < 100; i++) yield { type: 'Technology', id: `technology:t${i}`, label: 't' }
    for (let i = 0; i < N; i++) yield { type: i % 5 === 0 ? 'State' : 'Organization', id: `org:o${i}`, label: 'o' }
    for (let i = 0; i < M; i++) {
      const a = Math.floor(N * rnd() ** 3), b = Math.floor(N * rnd() ** 2)
      const r = i % 4
      if (r < 2) yield { relation: 'supplies', subject: `org:o${a}`, object: `org:o${b}`, item: `technology:t${i % 100}`, when: `20${10 + (i % 10)}-0${1 + (i % 9)}`, claims: [{ stance: 'asserts', by: 'person:x' }] }
      else if (r === 2) yield { relation: 'opposes', subject: `org:o${a}`, object: `org:o${b}`, claims: [{ stance: 'asserts', by: 'person:x' }] }
      else yield { relation: 'sanctions', subject: `org:o${a}`, object: `org:o${b}`, measures: ['arms-embargo'], when: `20${10 + (i % 10)}/20${12 + (i % 10)}`, claims: [{ stance: 'asserts', by: 'person:x' }] }
    }
  }
  kg.load(recs())
  const t = (name: string, f: () => { toArray(): unknown[]; complete: boolean; cut?: unknown }) => { const s = performance.now(); const q = f(); const a = q.toArray(); const n = a.length + ' ' + (a[0] as {count: number}).count; console.log(name, n, q.complete, q.cut, Math.round(performance.now() - s), 'ms', Math.round(process.memoryUsage().heapUsed / 1e6)) }
  t('adjacency warm', () => ask(kg, (m) => m.where('org:o7', 'supplies', '?b')))
  t('one pattern limit 10', () => ask(kg, (m) => m.where('?a', 'supplies', '?b').options({ limit: 10 })))
  t('one pattern all', () => ask(kg, (m) => m.where('?a', 'supplies', '?b')))
  t('from id 2 steps', () => ask(kg, (m) => m.where('org:o7', 'supplies', '?b').where('?b', 'supplies', '?c')))
  t('embargo join all types', () => ask(kg, (m) => m.where('?a', 'supplies', '?b', { id: '?s', item: 'technology:t5' }).where('?c', 'sanctions', '?b', { id: '?e', measures: 'arms-embargo' }).during('?s', '?e').options({ limit: 100 })))
  t('embargo all', () => ask(kg, (m) => m.where('?a', 'supplies', '?b', { id: '?s', item: 'technology:t5' }).where('?c', 'sanctions', '?b', { id: '?e', measures: 'arms-embargo' }).groupBy()))
  t('triangle limit 100', () => ask(kg, (m) => m.where('?a', 'opposes', '?b').where('?b', 'opposes', '?c').where('?c', 'opposes', '?a').options({ limit: 100 })))
  t('group', () => ask(kg, (m) => m.where('?a', 'supplies', '?b', { item: '?i' }).groupBy('?i').count('?a')))
}, 300_000)
