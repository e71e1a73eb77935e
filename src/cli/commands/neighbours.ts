import { queryChecker } from '../../graph/query-check'
import type { View } from '../../graph/view'
import type { Ontology } from '../../ontology/ontology'
import type { Vocabulary } from '../../ontology/typing'
import { Answer } from '../../query/answer'
import type { Path } from '../../query/paths/path'
import type { ReachQuery, StepOptions } from '../../query/query'
import { writeAnswers } from '../answers'
import { checkedId } from '../ends'
import { type AnswerFlags, given, type ReadFlags, type StepFlags, type ViewFlags } from '../flags'
import type { Io } from '../io'
import { loadOntology } from '../ontology'
import { readGraph } from '../read'
import { exitCodeFor, tellTrouble } from '../trouble'

/** Prints what stands one step away from an entity, each statement with its sources. */
export async function neighbours(
  [file, id]: readonly [file: string, id: string],
  flags: ReadFlags & ViewFlags & StepFlags & AnswerFlags,
  io: Io,
): Promise<number> {
  const ontology = await loadOntology(flags.ontology)
  const { via, direction, item, broader, infer, limit, budget } = flags
  // The boundary: it is checked at once, as a search for what can be reached.
  const step = given({ via, direction, item, broader, infer, limit, budget, maxSteps: 1 }) as StepOptions
  const query: ReachQuery = { find: 'reachable', from: checkedId(id), ...step }
  queryChecker(ontology)(query)
  const files = [file, ...(flags.also ?? [])]
  const reading = await readGraph(files, flags, io)
  tellTrouble(reading, files, io)
  const paths = await neighboursOf(reading.view, query, ontology, io)
  await writeAnswers(paths, 'paths', `no statement of ${id} found`, flags, io)
  return exitCodeFor(reading)
}

/** Paths of one step, by relation as the ontology has them, along before against it, then by the other's id. */
async function neighboursOf(
  view: View<Vocabulary>,
  { find, limit, ...query }: ReachQuery,
  { relations }: Ontology,
  io: Io,
): Promise<Answer<Path>> {
  const options = given({ signal: io.signal })
  const others: string[] = []
  // All of them first: a path needs an end, and not every neighbour is of a type that could be named instead.
  const near = view.execute({ find, ...query }, options)
  for await (const { entity, distance } of near) {
    if (distance > 0) others.push(entity)
  }
  const paths = view.execute({ find: 'paths', ...query, to: others }, options)
  const found: { path: Path; place: number }[] = []
  for await (const path of paths) {
    const { relation, forward } = path.steps[0]!
    const { index, symmetric } = relations.get(relation)!
    found.push({ path, place: 2 * index + (forward || symmetric ? 0 : 1) })
  }
  found.sort((a, b) => a.place - b.place) // stable: they come by the other's id
  return new Answer(view.lens, { called: 'paths', ...given({ limit, signal: io.signal }) }, function* () {
    for (const { path } of found) yield path
    return near.cut ?? paths.cut
  })
}
