import { type Core, createGraph, type Graph, type Ref } from 'statecraft'
import { dyadYears } from 'statecraft/analysis'
import { readJsonl } from 'statecraft/jsonl'
import { loadFile } from 'statecraft/node'
import { checkShapes, readJsonLd, readRdf, toJsonLd, toOwl, toStream, toTurtle } from 'statecraft/rdf'
import { toPage } from 'statecraft/render'

function rivalry(kg: Graph<Core>, a: Ref<'Actor'>, b: Ref<'Actor'>): string {
  return kg.relate(a, 'rivals', b, { claims: [{ stance: 'asserts', by: a }] })
}

const kg = createGraph()
const ir = kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
const kp = kg.add('State', { id: 'state:KP', label: 'North Korea' })
const statement = rivalry(kg, ir, kp)
kg.relate(ir, 'opposes', kp, { claims: [{ stance: 'predicts', by: ir }] })
if (typeof loadFile !== 'function' || readJsonl('') === undefined) throw new Error('an entry is missing')
export const mistake = () =>
  // @ts-expect-error a technology is no actor
  rivalry(kg, kg.add('Technology', { id: 'technology:t', label: 't' }), kp)

export const excluded = () =>
  // @ts-expect-error nobody supplies a technology
  kg.match((m) => m.where('?a', 'supplies', '?b').entity('?b', 'Technology'))
const [match] = kg.match((m) => m.where('?a', 'opposes', '?b'))
if (match?.row.a !== ir || match.level !== 'predicted') throw new Error('no match')
if (dyadYears(kg, { relation: 'opposes', from: ir, to: kp, years: [2024, 2024] }).length !== 1)
  throw new Error('no panel')
if (kg.paths(ir, kp).toArray().length !== 2) throw new Error('no paths')
const triples = toTurtle(kg.view({ status: 'asserted' })).match(/sc:rivals/g) ?? []
if (triples.length !== 2) throw new Error(`a symmetric relation has ${triples.length} direct triples`)
const back = createGraph()
if (
  back.load(readRdf(toTurtle(kg), { format: 'turtle' })).statements !== 2 ||
  toTurtle(back) !== toTurtle(kg)
)
  throw new Error('RDF does not come back')
let quads = 0
for await (const { subject } of toStream(kg)) quads += subject.value.startsWith('https:') ? 1 : 0
if (quads < 10 || !toOwl(kg.ontology).includes('sc:State a owl:Class'))
  throw new Error('no quads, or no ontology')
for (const [name, ask] of [
  ['jsonld', () => back.load(readJsonLd(toJsonLd(kg)))],
  ['shacl-engine', () => checkShapes([])],
] as const) {
  const said = await ask().then(
    () => 'nothing',
    (error: unknown) => String(error),
  )
  if (!said.includes(`npm install ${name}`))
    throw new Error(`${name} is not installed, and that is told: ${said}`)
}
if (!kg.paths(ir, kp).toSVG().startsWith('<svg') || !toPage(kg).includes('"opposes"'))
  throw new Error('no picture')
console.log(kg.describe(statement))
