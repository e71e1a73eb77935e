import { instance } from '@viz-js/viz'
import { type Core, createGraph, type Graph } from 'statecraft'
import { toPage } from 'statecraft/render'
import { random } from './generate'
import { median, type Options, timed } from './lines'

/** Times in milliseconds: medians of warm rounds. */
export interface PictureTimes {
  readonly pictures: readonly { readonly nodes: number; readonly ours: number; readonly graphviz: number }[]
  readonly pages: readonly { readonly nodes: number; readonly ms: number; readonly bytes: number }[]
}

const PICTURES = [12, 50, 200]
const PAGES = [500, 5000]
/** Statements for each entity, and claims for each statement. */
const [STATEMENTS, CLAIMS] = [1.4, 1.4]
const RELATIONS = ['supplies', 'sanctions', 'alliedWith', 'visits', 'condemns'] as const

/** The same graphs drawn by this library and, as dot, by Graphviz compiled to WebAssembly; pages made and weighed. */
export async function measurePictures({ seed, rounds }: Options): Promise<PictureTimes> {
  const graphviz = await instance()
  const warm = (draw: () => string) =>
    median(Array.from({ length: rounds + 1 }, () => timed(draw).ms).slice(1))
  return {
    pictures: PICTURES.map((nodes) => {
      const kg = world(seed, nodes)
      const dot = dotOf(kg)
      const draw = () => graphviz.renderString(dot, { format: 'svg', engine: 'dot' })
      return { nodes, ours: warm(() => kg.toSVG()), graphviz: warm(draw) }
    }),
    pages: PAGES.map((nodes) => {
      const kg = world(seed, nodes)
      return { nodes, ms: warm(() => toPage(kg)), bytes: Buffer.byteLength(toPage(kg)) }
    }),
  }
}

/** States, each of which has something to do with others. */
function world(seed: number, count: number): Graph<Core> {
  const next = random(seed)
  const below = (n: number) => Math.floor(next() * n)
  const id = (i: number) => `state:S${i}`
  const kg = createGraph()
  const records: object[] = Array.from({ length: 10 }, (_, i) => ({
    type: 'Article',
    id: `source:${i}`,
    label: { en: `Report ${i} of a newsroom` },
    published: '2024-05',
  }))
  for (let i = 0; i < count; i++)
    records.push({ type: 'State', id: id(i), label: { en: `State number ${i}` } })
  for (let i = 0; i < count * STATEMENTS; i++) {
    // A tree first, so that all hang together.
    const [from, to] = i < count - 1 ? [i + 1, below(i + 1)] : [below(count), below(count)]
    const claims = Array.from({ length: next() < CLAIMS - 1 ? 2 : 1 }, (_, at) => ({
      stance: next() < 0.8 ? 'asserts' : 'predicts',
      by: id(below(count)),
      source: `source:${below(10)}`,
      at: `§${at + below(40)}`,
      when: `20${10 + below(15)}-0${1 + below(9)}`,
    }))
    const relation = RELATIONS[below(RELATIONS.length)]!
    const own = relation === 'sanctions' ? { measures: ['asset-freeze'] } : {}
    records.push({ relation, subject: id(from), object: id(to), occurrence: `${i}`, ...own, claims })
  }
  const { issues } = kg.load(records as never) // the boundary: made above
  if (issues.some(({ severity }) => severity === 'error')) throw new Error(issues[0]!.message)
  return kg
}

function dotOf(kg: Graph<Core>): string {
  const quoted = (text: string) => JSON.stringify(text)
  const nodes = [...kg.entities('State')].map(
    (state) => `${quoted(state.id)} [shape=box label=${quoted(kg.label(state.id))}]`,
  )
  const edges = [...kg.statements()].map(
    ({ subject, object, relation }) => `${quoted(subject)} -> ${quoted(object)} [label=${quoted(relation)}]`,
  )
  return `digraph { rankdir=LR\n${[...nodes, ...edges].join('\n')}\n}`
}
