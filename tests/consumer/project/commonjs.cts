import statecraft = require('statecraft')
import rdf = require('statecraft/rdf')
import jsonl = require('statecraft/jsonl')
import node = require('statecraft/node')
import analysis = require('statecraft/analysis')
import render = require('statecraft/render')

const kg = statecraft.createGraph()
const ir = kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
const kp = kg.add('State', { id: 'state:KP', label: 'North Korea' })
const statement = kg.relate(ir, 'rivals', kp, { claims: [{ stance: 'asserts', by: ir }] })
if (typeof node.loadFile !== 'function' || jsonl.readJsonl('') === undefined)
  throw new Error('an entry is missing')
if (!rdf.toTurtle(kg).includes('sc:rivals')) throw new Error('no Turtle')
const back = statecraft.createGraph()
if (back.load(rdf.readRdf(rdf.toTurtle(kg), { format: 'turtle' })).statements !== 1)
  throw new Error('no RDF back')
try {
  rdf.toTurtle(kg.view({ status: 'no level' as never }))
} catch (error) {
  // One copy of every class, whichever entry it came from.
  if (!(error instanceof statecraft.StatecraftError)) throw error
}
if (kg.paths(ir, kp).toArray().length !== 1) throw new Error('no path')
const matches = kg.match((m) => m.where('?a', 'rivals', kp, { id: '?s' })).toArray()
if (matches[0]?.row.a !== ir || matches[0].row.s.id !== statement) throw new Error('no match')
const panel = analysis.dyadYears(kg, { relation: 'rivals', from: ir, to: kp, years: [2024, 2024] })
if (panel.length !== 1) throw new Error('no panel')
if (!kg.toSVG().startsWith('<svg') || !render.toPage(kg).includes('"rivals"')) throw new Error('no picture')
console.log(kg.describe(statement))
