import { writeToStream } from '../../node'
import type { MeasuresOn, WhoSanctions, WhyUnsaid } from '../../reference'
import { UsageError } from '../exit'
import type { Io } from '../io'
import { json, table } from '../text'

/** Tells who has measures on all of some countries, with which, and of whom the data cannot say. */
export async function whoSanctions(
  targets: readonly string[],
  { json: asJson }: { readonly json?: true },
  io: Io,
): Promise<number> {
  const reference = await import('../../reference') // a large one, only where it is needed
  const { jurisdiction, jurisdictionId, jurisdictionOfName } = reference
  const ids = targets.map((named) => {
    const id = jurisdiction(named) ? named : (jurisdictionId(named) ?? jurisdictionOfName(named))
    if (id !== undefined) return id
    throw new UsageError(`there is no state or territory '${named}'`, 'as state:IR, territory:HK, IR, Iran')
  })
  const found = reference.whoSanctions(ids)
  await writeToStream(io.stdout, asJson ? json(found) : readable(found), { signal: io.signal })
  return 0
}

const WHY: { readonly [why in WhyUnsaid]: string } = {
  lists: 'programmes about it that are only known to list parties',
  'no-territory': 'an act for any country, and not said on which',
  silent: 'nothing names it',
}

function readable({ sanctioning, cannotSay }: WhoSanctions): string {
  const rows = sanctioning.flatMap(({ sender, on }) => on.map((one) => [sender, ...told(one)]))
  const unsaid = cannotSay.flatMap(({ sender, on, unsaid }) => [
    ...on.map((one) => [sender, ...told(one)]),
    ...unsaid.map(({ target, why, programmes }) => [sender, target, programmes.join(', '), WHY[why]]),
  ])
  return [
    `With measures on each of them as such: ${sanctioning.length}`,
    ...(rows.length > 0 ? [table(rows, '  ')] : []),
    '',
    `Of whom the data cannot say: ${cannotSay.length} (unknown is not no)`,
    table(unsaid, '  '),
    '',
  ].join('\n')
}

function told({ target, programme, measures, scope }: MeasuresOn): string[] {
  return [target, programme, `${scope}: ${measures.join(', ')}`]
}
