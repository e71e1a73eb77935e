import { type Command, Option } from 'commander'
import { OWNERSHIP_RULES, type OwnershipRuleId, ownership } from '../../../analysis'
import { type AnalysisFlags, addAnalysisFlags, runAnalysis } from '../../analysis'
import { addOneInput, given } from '../../flags'
import type { Into } from '../../into'
import type { Io } from '../../io'

interface OwnershipFlags extends AnalysisFlags {
  readonly rule?: OwnershipRuleId
  readonly measure?: string
}

/** Adds the command that asks who falls under measures by who owns it. */
export function addOwnership(program: Command, into: Into): void {
  const command = addOneInput(program.command('ownership'))
    .summary('tell who is blocked because of who owns it, by the rule of an authority')
    .description(
      'Prints what listed parties own, directly and through what they own enough of: blocked, undetermined, below, or no ' +
        'finding; with the shares, the owners, and the chain from a listed party. Not legal advice, and not a clearance.',
    )
    .addOption(
      new Option(
        '--rule <id>',
        'by whose rule, as it was in force on the day; us-ofac where not given',
      ).choices([...new Set(OWNERSHIP_RULES.map(({ id }) => id))]),
    )
    .option('--measure <name>', 'the measure with which a listing begins; asset-freeze where not given')
    .addHelpText(
      'after',
      `\nThe day is that of --as-of, or today.\n
Examples:
  statecraft ownership sdn/ --also register.jsonl --as-of 2024-07-01
  statecraft ownership graph.jsonl --rule eu --as-of 2024-07-03 --json
  statecraft ownership graph.jsonl --svg -o owners.svg`,
    )
    .action((file: string, flags) => into(ask)(file, flags))
  addAnalysisFlags(command)
}

function ask(file: string, flags: OwnershipFlags, io: Io): Promise<number> {
  const { rule, measure } = flags
  return runAnalysis(file, flags, io, (view) => ownership(view, given({ rule, measure })))
}
