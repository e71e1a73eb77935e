import { queryChecker } from '../../graph/query-check'
import type { MatchQuery } from '../../query/match/pattern'
import { writeAnswers } from '../answers'
import { UsageError } from '../exit'
import { type AnswerFlags, given, type ReadFlags, type ViewFlags } from '../flags'
import type { Io } from '../io'
import { readJson } from '../json-input'
import { loadOntology } from '../ontology'
import { readGraph } from '../read'
import { exitCodeFor, tellTrouble } from '../trouble'

/** Prints what meets a pattern, each match with its sources. */
export async function match(
  [file, from]: readonly [file: string, from: string],
  flags: ReadFlags & ViewFlags & AnswerFlags,
  io: Io,
): Promise<number> {
  const { limit, budget } = flags
  const files = [file, ...(flags.also ?? [])]
  if (from === '-' && files.includes('-')) throw new UsageError('the standard input can be read once')
  const ontology = await loadOntology(flags.ontology)
  const asked = await readJson(from, io)
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked))
    throw new UsageError('there is no query', 'a query is an object, as { "where": [{ "relation": … }] }')
  const { find = 'match' } = asked as { readonly find?: unknown }
  if (find !== 'match')
    throw new UsageError('the query is no pattern: its `find` is not "match"', 'statecraft path finds paths')
  // The boundary: it is checked at once.
  const query = { ...asked, find: 'match', ...given({ limit, budget }) } as MatchQuery
  queryChecker(ontology)(query)
  const reading = await readGraph(files, flags, io)
  tellTrouble(reading, files, io)
  const matches = reading.view.execute(query, given({ signal: io.signal }))
  await writeAnswers(matches, 'matches', 'nothing meets the pattern', flags, io)
  return exitCodeFor(reading)
}
