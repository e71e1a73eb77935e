import { queryChecker } from '../../graph/query-check'
import type { PathQuery } from '../../query/query'
import { writeAnswers } from '../answers'
import { entitiesOf } from '../ends'
import { type AnswerFlags, given, names, type PathFlags, type ReadFlags, type ViewFlags } from '../flags'
import type { Io } from '../io'
import { loadOntology } from '../ontology'
import { readGraph } from '../read'
import { exitCodeFor, tellTrouble } from '../trouble'

/** Prints the paths between entities, each with its sources. */
export async function path(
  [file, from, to]: readonly [file: string, from: string, to: string],
  flags: ReadFlags & ViewFlags & PathFlags & AnswerFlags & { readonly shortest?: true },
  io: Io,
): Promise<number> {
  const ontology = await loadOntology(flags.ontology)
  const ends = (value: string[] | undefined) => value && entitiesOf(value, ontology)
  const { via, sequence, direction, item, broader, infer, timeRespecting, weight } = flags
  const { maxSteps, limit, budget } = flags
  const query = given({
    find: flags.shortest ? 'shortestPaths' : 'paths',
    from: ends(names(from)),
    to: ends(names(to)),
    via,
    sequence,
    direction,
    item,
    broader,
    through: ends(flags.through),
    avoid: ends(flags.avoid),
    timeRespecting,
    weight,
    infer,
    maxSteps,
    limit,
    budget,
  }) as unknown as PathQuery // the boundary: it is checked at once
  queryChecker(ontology)(query)
  const files = [file, ...(flags.also ?? [])]
  const reading = await readGraph(files, flags, io)
  tellTrouble(reading, files, io)
  const paths = reading.view.execute(query, given({ signal: io.signal }))
  await writeAnswers(paths, 'paths', noneOf(query), flags, io)
  return exitCodeFor(reading)
}

/** How far was looked is part of the answer. */
function noneOf({ find, sequence, maxSteps }: PathQuery): string {
  if (sequence) return 'no path found'
  const most = maxSteps ?? (find === 'paths' ? 4 : 32)
  return `no path of ${most === 1 ? 'one step' : `at most ${most} steps`} found`
}
