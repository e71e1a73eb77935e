import { type Command, Option } from 'commander'
import type { SanctionEnds, ThirdPartiesOptions } from '../../../analysis/third-parties/options'
import { thirdParties as ask } from '../../../analysis/third-parties/third-parties'
import type { Level } from '../../../model/claim'
import { type AnalysisFlags, addAnalysisFlags, runAnalysis } from '../../analysis'
import { UsageError } from '../../exit'
import { addOneInput, given, names, number } from '../../flags'
import type { Into } from '../../into'
import type { Io } from '../../io'

interface ThirdPartiesFlags extends AnalysisFlags {
  readonly sender?: string
  readonly target?: string
  readonly programme?: string
  readonly years?: number
  readonly threshold?: number
  readonly reporter?: 'exporter' | 'importer'
  readonly item?: string
  readonly impositionYear?: 'exclude' | 'before' | 'after'
  readonly levels?: string[]
}

/** Adds the command that asks whose exports to a target rose. */
export function addThirdParties(program: Command, into: Into): void {
  const command = program
    .command('third-parties')
    .summary('tell whose exports to a target rose after sanctions')
    .description(
      'Prints the partners of a target with the mean of their exports to it in the years before sanctions were imposed and ' +
        'after, as the exporter and as the importer report them, in each currency. It tells of no cause. A year without a ' +
        'figure is missing, not zero.',
    )
  addAnalysisFlags(
    addOneInput(command).argument(
      '[statement]',
      'the sanctions, by the id of their statement; or --sender and --target',
    ),
  )
    .option('--sender <id>', 'who has the sanctions')
    .option('--target <id>', 'on whom')
    .option('--programme <id>', 'under what programme, where the sender has several')
    .option('--years <n>', 'how many years before and after; 3 if not given', number)
    .option(
      '--threshold <ratio>',
      'exports rose where after over before is above this; 1 if not given',
      number,
    )
    .addOption(
      new Option('--reporter <side>', 'figures of this side alone').choices(['exporter', 'importer']),
    )
    .option('--item <id>', 'exports of this alone, and of what falls under it')
    .addOption(
      new Option('--imposition-year <how>', 'the year of imposition is in neither mean, or in one').choices([
        'exclude',
        'before',
        'after',
      ]),
    )
    .option(
      '--levels <names>',
      'what counts: asserted, alleged, announced, predicted; asserted if not given',
      names,
    )
    .addHelpText(
      'after',
      '\nWith --disputed include or only, what is disputed counts too. With --as-of, figures of years that end later are left out.' +
        '\n\nExamples:\n  statecraft third-parties trade.jsonl --sender state:US --target state:IR' +
        '\n  statecraft third-parties trade.jsonl --sender state:US --target state:IR --years 5 --threshold 1.25 --reporter importer --json',
    )
    .action((file: string, statement: string | undefined, flags) =>
      into(thirdParties)([file, statement], flags),
    )
}

async function thirdParties(
  [file, statement]: readonly [file: string, statement: string | undefined],
  flags: ThirdPartiesFlags,
  io: Io,
): Promise<number> {
  const { years, threshold, reporter, item, impositionYear, levels, disputed } = flags
  const sanction = sanctionOf(statement, flags)
  const options = given({
    ...{ years, threshold, reporter, item, impositionYear },
    levels: levels as Level[] | undefined, // the boundary: the analysis checks them
    disputed: disputed === 'include' || disputed === 'only' ? ('include' as const) : undefined,
  }) satisfies ThirdPartiesOptions
  return runAnalysis(file, flags, io, (view) => ask(view, sanction, options))
}

function sanctionOf(
  statement: string | undefined,
  { sender, target, programme }: ThirdPartiesFlags,
): string | SanctionEnds {
  const areEnds = sender !== undefined && target !== undefined
  if (statement === undefined && areEnds) return { sender, target, ...given({ programme }) }
  if (statement !== undefined && (sender ?? target ?? programme) === undefined) return statement
  throw new UsageError(
    statement === undefined ? 'whose sanctions, and on whom?' : 'the sanctions are named twice',
    'the id of a statement, or --sender and --target',
  )
}
