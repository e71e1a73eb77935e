/**
 * The worked example: loads the graph of one news report and two that agree, answers eleven questions, and
 * writes the graph as RDF.
 */
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createGraph, formatIssue, type Level } from 'statecraft'
import { loadFile, writeFileAtomically } from 'statecraft/node'
import { toNQuads, toTurtle } from 'statecraft/rdf'
import * as ask from './questions'

const kg = createGraph()
const report = await loadFile(kg, fileURLToPath(new URL('graph.jsonl', import.meta.url)))
for (const issue of report.issues) console.error(formatIssue(issue))
console.log(
  `${report.entities} entities, ${report.statements} records of statements, ${report.claims} claims`,
)

const say = (statement: { id: string }, view: { describe(id: string): string | undefined } = kg) =>
  console.log(`   ${view.describe(statement.id)}`)
const title = (text: string) => console.log(`\n${text}`)

title('1. Who supplies what to whom?')
const levels: [string, Level[]][] = [
  ['as asserted fact', ['asserted']],
  ['as alleged', ['alleged']],
  ['as predicted', ['predicted']],
]
for (const [name, status] of levels) {
  console.log(` ${name}:`)
  for (const supply of ask.supplies(kg, status)) say(supply)
}

title('2. How can oil get from Iran to North Korea, although both are under sanctions?')
const { routes, sanctions } = ask.oilRoutes(kg)
for (const route of routes) console.log(`   ${route}`)
console.log(' under sanctions:')
for (const sanction of sanctions) say(sanction)

title('3. What is disputed, and between whom?')
const { disputes, accounts } = ask.disputes(kg)
const names = (ids: readonly string[]) => ids.map((id) => kg.label(id)).join(', ')
for (const { statement, claimants } of disputes) {
  say(statement)
  console.log(`      for: ${names(claimants.for)} · against: ${names(claimants.against)}`)
}
console.log(' accounts of the closed missions, side by side:')
for (const { by, at, reason } of accounts) console.log(`   ${kg.label(by)}, ${at}: ${reason}`)

title('4. In whose eyes?')
for (const id of ['agency:kcna', 'agency:ir-mfa', 'state:US']) {
  const view = kg.view({ viewpoint: id })
  console.log(` ${kg.label(id)} (what it says itself, or others with its voice):`)
  for (const statement of ask.viewpoint(kg, id)) say(statement, view)
}

title('5. Every path between the United States and North Korea of at most three steps')
const paths = ask.paths(kg)
for (const path of paths.slice(0, 12)) console.log(`   ${path}`)
console.log(`   … ${paths.length} in all: out/paths.txt has each, step by step`)

title('6. What held on 20 April 2024?')
const { certainly, possibly, undated } = ask.held(kg)
console.log(' for certain:')
for (const statement of certainly) say(statement)
console.log(' possibly:')
for (const statement of possibly.sort(ask.byLevel)) say(statement)
console.log(`   … and ${undated.length} statements that nobody gives a date`)
console.log(' What could one know that day? Published by then:')
const { published, said } = ask.known(kg)
const then = kg.view({ asKnownOn: '2024-04-20' })
for (const statement of published) say(statement, then)
console.log(' said by then, possibly, and published later:')
const spoken = kg.view({ asKnownOn: { date: '2024-04-20', by: 'said' } })
for (const statement of said) say(statement, spoken)

title('7. What do two say independently?')
for (const { statement, claimants } of ask.corroborated(kg)) {
  say(statement)
  console.log(`      ${names(claimants)}`)
}

title('8. How can oil reach North Korea?')
console.log(ask.oilTo(kg).toString().replace(/^/gm, '   '))

title('9. Which states that supply Russia are themselves under sanctions of the United States?')
console.log(' asserted or alleged:')
console.log(
  ask
    .sanctionedSuppliers(kg.view({ status: ['asserted', 'alleged'] }))
    .toString()
    .replace(/^/gm, '   '),
)
const facts = ask.sanctionedSuppliers(kg.view({ status: 'asserted' })).toArray()
console.log(` asserted: ${facts.length === 0 ? 'none' : facts.join()}`)

title('10. Who condemned what within a month of its happening?')
for (const match of ask.condemnedWithinAMonth(kg)) {
  console.log(`   ${match} (${match.certain ? 'certainly' : 'possibly'} within a month)`)
}

title('11. What connects Kim Jong Un and Daniel Pinkston?')
console.log(ask.connections(kg).toString().replace(/^/gm, '   '))

await mkdir('out', { recursive: true })
const explained = paths.map(
  (path) =>
    `${path}\n${path
      .explain()
      .map((step) => `   ${step}\n`)
      .join('')}`,
)
await writeFileAtomically('out/paths.txt', explained)
await writeFileAtomically('out/tehran-pyongyang.ttl', [toTurtle(kg)])
await writeFileAtomically('out/tehran-pyongyang.nq', [toNQuads(kg)])
console.log('\nWritten: out/tehran-pyongyang.ttl, out/tehran-pyongyang.nq, out/paths.txt')
