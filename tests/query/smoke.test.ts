import { readFileSync } from 'node:fs'
import { createGraph } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { test } from 'vitest'
import { ask, execute } from './ask'
const kg = createGraph()
kg.load(readJsonl(readFileSync(new URL('../../examples/tehran-pyongyang/graph.jsonl', import.meta.url), 'utf8')))
test('x', () => {
  console.log(String(ask(kg, (m) => m.where('?a', 'supplies', '?b', { item: '?item' }).where('?c', 'sanctions', '?a').entity('?c','State'))))
  console.log(String(ask(kg, (m) => m.where('?a', 'supplies', 'state:RU', { item: '?item', by: '?who' }).where('state:US', 'sanctions', '?a'))))
  console.log(String(ask(kg, (m) => m.where('?who', 'condemns', '?x', { over: '?s', id: '?c' }).within('?c', '?s', 31))))
  console.log(String(ask(kg, (m) => m.where('?who', 'condemns', '?x', { over: '?s', id: '?c' }).where('?y', 'sanctions', '?z', {id: '?s'}).within('?c', '?s', 31))))
  console.log(String(ask(kg, (m) => m.where('?who', ['attacks','accuses', 'sanctions', 'condemns'], '?x', { inResponseTo: '?s', id: '?c' }))))
  console.log(ask(kg, (m) => m.where('?a', 'supplies', '?b', { item: '?item' }).groupBy('?a').count('?item').orderBy({by:'count', descending: true})).toMarkdown())
  console.log(ask(kg, (m) => m.where('?a', 'supplies', '?b', { item: '?item' }).select('?a','?b')).toMarkdown(['ar']))
  console.log(JSON.stringify(ask(kg, (m) => m.where('?a', 'supplies', '?b', { item: '?item' , id: '?s'}).options({limit: 2})), null, 1))
  console.log(ask(kg, (m) => m.where('?a', 'supplies', '?b', { item: '?item' , id: '?s'})).next().value)
  console.log(String(ask(kg, (m) => m.where('?x', 'locatedIn', '?y').options({infer:true}))))
  console.log(String(execute(kg, { find: 'match', where: [{relation: ['rivals','alliedWith', 'cooperatesWith'], subject: 'state:IR', object: '?y'}]})))
})
