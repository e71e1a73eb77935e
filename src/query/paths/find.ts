import type { Search } from '../answer'
import { cheapestFirst, weightOf } from './cheapest'
import { levelByLevel } from './levels'
import { Path } from './path'
import { shortestFirst } from './shortest'
import type { Steps } from './steps'
import { walks } from './trails'

/**
 * Simple paths between entities, shortest first (cheapest, where they are weighed), then by entity ids, relations and
 * statement ids in code-unit order. Lazy: nothing is searched before it is asked for.
 *
 * @param onlyBest none that is longer, or costs more, than the first
 */
export function* findPaths(steps: Steps, onlyBest: boolean): Search<Path> {
  const { from, to, spec } = steps
  const [start] = from.rows
  if (from.single && to.single && start === to.rows[0]) {
    // The one path of no steps; more was asked for where it should run through something.
    if (spec.length === undefined && spec.through.length === 0)
      yield pathOf(
        steps,
        [steps.edges.adjacency.vertexOf[start!]!],
        [],
        spec.weight && weightOf(spec.weight, 0),
      )
    return undefined
  }
  if (spec.weight !== undefined) {
    const search = cheapestFirst(steps, onlyBest)
    for (let step = search.next(); ; step = search.next()) {
      if (step.done) return step.value
      yield step.value &&
        pathOf(steps, step.value.vertices, step.value.edges, weightOf(spec.weight, step.value.cost))
    }
  }
  const isPlain = spec.length === undefined && spec.through.length === 0 && spec.timeRespecting === undefined
  const search = isPlain ? shortestFirst(steps, onlyBest) : levelByLevel(steps, onlyBest)
  try {
    for (let step = search.next(); ; step = search.next()) {
      if (step.done) return step.value
      if (step.value === undefined) yield undefined
      else for (const chosen of walks(steps, step.value)) yield pathOf(steps, step.value, chosen)
    }
  } finally {
    search.return(undefined)
  }
}

function pathOf(
  steps: Steps,
  vertices: readonly number[],
  numbers: readonly number[],
  weight?: number,
): Path {
  const { rowOf } = steps.edges.adjacency
  const rows = vertices.map((v) => rowOf[v]!)
  if (steps.free && weight === undefined) return new Path(steps.edges, rows, numbers)
  const besides = numbers.map((number) => steps.besides(number))
  return new Path(steps.edges, rows, numbers, { besides, weight })
}
