import { type Command, InvalidArgumentError, Option } from 'commander'
import { balance as ask } from '../../../analysis/balance/balance'
import type { BalanceOptions, TieLevel } from '../../../analysis/balance/options'
import type { Sign } from '../../../analysis/balance/signs'
import { type AnalysisFlags, addAnalysisFlags, runAnalysis } from '../../analysis'
import { addOneInput, given, names } from '../../flags'
import type { Into } from '../../into'
import type { Io } from '../../io'

interface BalanceFlags extends AnalysisFlags {
  readonly years?: readonly [number, number]
  readonly signs?: { readonly [relation: string]: Sign }
  readonly levels?: string[]
  readonly actors?: 'states' | 'all'
  readonly infer?: true
}

/** Adds the command that asks for structural balance. */
export function addBalance(program: Command, into: Into): void {
  const command = program
    .command('balance')
    .summary('tell how far friends of friends are friends, and which blocs there are')
    .description(
      'Prints the structural balance of the signed graph of states: triads by number of negative sides, the strongly and ' +
        'the weakly balanced shares, the frustration index or bounds of it, and the two blocs of least frustration. ' +
        'Alliances that oblige to defence are positive; rivalries, sanctions and attacks negative. Only what is asserted ' +
        'and undisputed counts, unless asked otherwise. With --years, a row a year, and who left whom.',
    )
  addAnalysisFlags(addOneInput(command))
    .option('--years <first-last>', 'a graph of each of these years, as 1816-2012', years)
    .option(
      '--signs <pairs>',
      'signs beside, or instead of, those of standing ties: supports=+,condemns=-,sanctions=0',
      signs,
    )
    .option(
      '--levels <names>',
      'what counts: asserted, alleged, announced, predicted; asserted if not given',
      names,
    )
    .addOption(
      new Option('--actors <which>', 'states alone, or others too, as themselves').choices(['states', 'all']),
    )
    .option('--infer', 'also what follows: for members of organisations, and between parties of treaties')
    .addHelpText(
      'after',
      '\nWith --disputed include or only, what is disputed counts too; with --years, --certain counts what certainly holds.' +
        '\n\nExamples:\n  statecraft balance data.jsonl --as-of 1914-07-01\n  statecraft balance data.jsonl --years 1816-2012 --svg -o balance.svg' +
        '\n  statecraft balance data.jsonl --signs supports=+,condemns=- --infer --json',
    )
    .action(into(balance))
}

async function balance(file: string, flags: BalanceFlags, io: Io): Promise<number> {
  const { years, signs: chosen, levels, actors, infer, certain, disputed } = flags
  const options = given({
    years,
    signs: chosen,
    levels: levels as TieLevel[] | undefined, // the boundary: `balance` checks them
    actors,
    infer,
    certain: years && certain,
    disputed: disputed === 'include' || disputed === 'only' ? ('include' as const) : undefined,
  }) satisfies BalanceOptions
  return runAnalysis(file, flags, io, (view) => ask(view, options))
}

/** `1816-2012`; years before the first are negative: `-500--400`. */
function years(value: string): readonly [number, number] {
  const [, first, last] = /^(-?\d+)-(-?\d+)$/.exec(value.trim()) ?? []
  if (first === undefined || last === undefined) throw new InvalidArgumentError('As 1816-2012.')
  return [Number(first), Number(last)]
}

function signs(value: string): { readonly [relation: string]: Sign } {
  const pairs = names(value).map((pair) => {
    const [, relation, sign] = /^([^=]+)=([+0-])$/.exec(pair) ?? []
    if (relation === undefined || sign === undefined)
      throw new InvalidArgumentError('A relation and +, - or 0, as supports=+.')
    return [relation, sign === '+' || sign === '-' ? sign : 0] as const
  })
  return Object.fromEntries(pairs)
}
