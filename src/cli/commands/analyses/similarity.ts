import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import type { SimilarityConventions } from '../../../analysis/similarity/options'
import { similarityByYear } from '../../../analysis/similarity/series'
import { similarity as ask } from '../../../analysis/similarity/similarity'
import type { Level } from '../../../model/claim'
import { type AnalysisFlags, addAnalysisFlags, runAnalysis } from '../../analysis'
import { UsageError } from '../../exit'
import { addOneInput, given, names, number } from '../../flags'
import type { Into } from '../../into'
import type { Io } from '../../io'
import { years } from './years'

interface SimilarityFlags extends AnalysisFlags {
  readonly over?: 'pledges' | 'votes'
  readonly year?: number
  readonly years?: readonly [number, number]
  readonly period?: readonly [number, number]
  readonly universe?: string[]
  readonly self?: 'defence' | 'exclude'
  readonly weights?: string
  readonly distance?: 'absolute' | 'squared'
  readonly infer?: true
  readonly absent?: 'exclude' | 'abstain'
  readonly levels?: string[]
}

/** Adds the command that compares two actors. */
export function addSimilarity(program: Command, into: Into): void {
  const command = program
    .command('similarity')
    .summary('tell how alike the pledges or the votes of two states are')
    .description(
      'Prints how alike the alliance portfolios, or the votes, of two states are: S of Signorino and Ritter, and agreement ' +
        'beyond chance, Scott’s π and Cohen’s κ, with each third that they are compared over. Only what is asserted and ' +
        'undisputed counts, unless asked otherwise. With --years, a row a year.',
    )
  addAnalysisFlags(addOneInput(command).argument('<a>', 'the one, by id').argument('<b>', 'the other, by id'))
    .addOption(
      new Option('--over <what>', 'what to compare; pledges if not given').choices(['pledges', 'votes']),
    )
    .option('--year <year>', 'pledges or votes of this year; that of --as-of if not given', number)
    .addOption(
      new Option('--years <first-last>', 'a row for each of these years, as 1870-1914')
        .argParser(years)
        .conflicts(['year', 'period']),
    )
    .option('--period <first-last>', 'votes of these years together', years)
    .option('--universe <ids>', 'over these states or resolutions alone', names)
    .addOption(
      new Option('--self <how>', 'a state has a defence pact with itself, or the two are left out').choices([
        'defence',
        'exclude',
      ]),
    )
    .option('--weights <file>', 'how much each third counts: a JSON object, id to number')
    .addOption(
      new Option(
        '--distance <kind>',
        'for all measures; if not given absolute for S, squared for π and κ',
      ).choices(['absolute', 'squared']),
    )
    .option('--infer', 'pledges: also what follows between the parties of treaties')
    .addOption(
      new Option('--absent <how>', 'votes: leave out who was absent, or count it as abstaining').choices([
        'exclude',
        'abstain',
      ]),
    )
    .option(
      '--levels <names>',
      'what counts: asserted, alleged, announced, predicted; asserted if not given',
      names,
    )
    .addHelpText(
      'after',
      '\nWith --disputed include or only, what is disputed counts too.' +
        '\n\nExamples:\n  statecraft similarity data.jsonl state:DE state:AT --year 1914' +
        '\n  statecraft similarity data.jsonl state:DE state:AT --years 1870-1914 --weights cinc.json --json' +
        '\n  statecraft similarity votes.jsonl state:FR state:US --over votes --period 1990-1999',
    )
    .action((file: string, a: string, b: string, flags) => into(similarity)([file, a, b], flags))
}

async function similarity(
  [file, a, b]: readonly [file: string, a: string, b: string],
  flags: SimilarityFlags,
  io: Io,
): Promise<number> {
  const { over, year, period, universe, self, distance, infer, absent, levels, disputed } = flags
  const conventions = given({
    ...{ over, universe, self, distance, infer, absent },
    weights: flags.weights === undefined ? undefined : await readWeights(flags.weights),
    levels: levels as Level[] | undefined, // the boundary: the analysis checks them
    disputed: disputed === 'include' || disputed === 'only' ? ('include' as const) : undefined,
  }) satisfies SimilarityConventions
  const series = flags.years
  return runAnalysis(file, flags, io, (view) =>
    series
      ? similarityByYear(view, a, b, { ...conventions, years: series })
      : ask(view, a, b, { ...conventions, ...given({ year, period }) }),
  )
}

async function readWeights(file: string): Promise<{ readonly [id: string]: number }> {
  const found: unknown = await readFile(file, 'utf8')
    .then(JSON.parse)
    .catch((error: Error) => {
      throw new UsageError(
        `cannot read weights from ${file}: ${error.message}`,
        'a JSON object: {"state:DE": 0.12}',
      )
    })
  if (typeof found === 'object' && found !== null && !Array.isArray(found))
    return found as { readonly [id: string]: number } // the boundary: the analysis checks each
  throw new UsageError(`${file} holds no weights`, 'a JSON object: {"state:DE": 0.12}')
}
