import type { Command } from 'commander'
import { exposure as ask } from '../../../analysis/exposure/exposure'
import type { ExposureOptions } from '../../../analysis/exposure/options'
import type { OwnershipRuleId } from '../../../analysis/ownership/options'
import { type AnalysisFlags, addAnalysisFlags, runAnalysis } from '../../analysis'
import { addOneInput, given, names, number } from '../../flags'
import type { Into } from '../../into'
import type { Io } from '../../io'

interface ExposureFlags extends AnalysisFlags {
  readonly maxSteps?: number
  readonly limit?: number
  readonly rules?: string[]
}

/** Adds the command that asks for exposure to sanctions. */
export function addExposure(program: Command, into: Into): void {
  const command = addOneInput(program.command('exposure'))
    .summary('tell how an entity is exposed to sanctions')
    .description(
      'Prints what measures reach an entity in law (its own listing, a rule on ownership, a comprehensive embargo, measures ' +
        'on ships and aircraft), and apart from it what is only a reason to look closer: state, sector, flag, family, ' +
        'association, organisation. Each with the chain of statements that leads there. What rests on anything alleged, ' +
        'disputed or uncertain stands apart as possible.',
    )
    .argument('<id>', 'the entity, as company:a')
  addAnalysisFlags(command)
    .option('--max-steps <n>', 'reasons at most so many statements away, 1 to 6; 2 where not given', number)
    .option('--limit <n>', 'at most so many reasons by ties, the nearest first; 200 where not given', number)
    .option(
      '--rules <ids>',
      'rules on ownership: us-ofac, eu, uk, ch; all that were in force where not given',
      names,
    )
    .addHelpText(
      'after',
      '\nNo finding is no clearance.\n\nExamples:\n  statecraft exposure graph.jsonl company:a --as-of 2024-04-20' +
        '\n  statecraft exposure sdn_enhanced.xml ofac:36 --max-steps 1 --rules us-ofac --json' +
        '\n  statecraft exposure graph.jsonl vessel:one --svg -o vessel.svg',
    )
    .action((file: string, id: string, flags) => into(exposure)([file, id], flags))
}

async function exposure([file, id]: readonly [file: string, id: string], flags: ExposureFlags, io: Io) {
  const { maxSteps, limit, rules } = flags
  const options = given({
    maxSteps,
    limit,
    rules: rules as OwnershipRuleId[] | undefined, // the boundary: `exposure` checks them
  }) satisfies ExposureOptions
  return runAnalysis(file, flags, io, (view) => ask(view, id, options))
}
