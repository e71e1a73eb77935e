import type { Command } from 'commander'
import { evasionRoutes } from '../../../analysis/evasion/evasion'
import { type AnalysisFlags, addAnalysisFlags, runAnalysis } from '../../analysis'
import { addOneInput, given, number } from '../../flags'
import type { Into } from '../../into'
import type { Io } from '../../io'

interface EvasionFlags extends AnalysisFlags {
  readonly item: string
  readonly maxSteps?: number
  readonly every?: true
  readonly limit?: number
}

/** Adds the command that asks for ways round an embargo. */
export function addEvasion(program: Command, into: Into): void {
  const command = addOneInput(program.command('evasion'))
    .argument('<from>', 'id of where the item comes from')
    .argument('<to>', 'id of the party that it reaches')
    .summary('find ways on which an item can reach a party round an embargo')
    .description(
      'Prints supplies and exports of an item, one after another, by which it can reach a party although its direct ' +
        'supply falls under an embargo in force when the last leg was; with what speaks for each. A risk, not evasion.',
    )
    .requiredOption('--item <id>', 'the item; what falls under it is of it')
    .option('--max-steps <n>', 'at most so many legs; 4 where not given', number)
    .option('--every', 'each chain of statements; else the first through the same entities')
    .option('--limit <n>', 'at most so many routes; 100 where not given', number)
    .addHelpText(
      'after',
      `\nUnder --as-of, legs are those of the day or before.\n
Examples:
  statecraft evasion graph.jsonl state:IR state:KP --item commodity:oil
  statecraft evasion graph.jsonl state:IR state:KP --item commodity:oil --status asserted --json
  statecraft evasion graph.jsonl state:IR state:KP --item commodity:oil --svg -o routes.svg`,
    )
    .action((file: string, from: string, to: string, flags) => into(ask)([file, from, to], flags))
  addAnalysisFlags(command)
}

function ask(
  [file, from, to]: readonly [file: string, from: string, to: string],
  flags: EvasionFlags,
  io: Io,
): Promise<number> {
  const { item, maxSteps, every, limit } = flags
  return runAnalysis(file, flags, io, (view) =>
    evasionRoutes(view, { item, from, to, ...given({ maxSteps, every, limit }) }),
  )
}
