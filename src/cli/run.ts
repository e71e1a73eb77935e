import { Command, Option } from 'commander'
import { version } from '../../package.json'
import { convert } from './commands/convert'
import { disputes } from './commands/disputes'
import { ontology } from './commands/ontology'
import { stats } from './commands/stats'
import { validate } from './commands/validate'
import { EXIT, EXIT_HELP, exitCodeOf } from './exit'
import { addReadFlags, addViewFlags, names } from './flags'
import { describeFormats, READ, WRITTEN } from './formats'
import type { Io } from './io'

/**
 * Runs the `statecraft` command.
 *
 * @param argv what stands after `statecraft`
 * @param io where to read from and to write to
 * @returns the exit code
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.ok
  /** Hands a command's arguments on, and keeps what it ends with. */
  const into =
    <A, F>(command: (args: A, flags: F, io: Io) => Promise<number>) =>
    async (args: A, flags: F) => {
      code = await command(args, flags, io)
    }
  const program = new Command('statecraft')
    .description('A typed knowledge graph of states: who says what passes between them, and when it holds.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help of a command')
    .showHelpAfterError('(statecraft --help tells more)')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
    })
    .exitOverride()
  const inputs = (command: Command) =>
    command.argument('<in...>', 'JSON Lines files that are one graph; - is the standard input')
  const asJson = new Option('--json', 'as JSON, for other programs')

  const converting = inputs(program.command('convert'))
    .summary('write the data in another format')
    .description(
      'Writes the data in another format: through a graph (merged and sorted), or record by record.',
    )
    .option('-o, --output <file>', 'where to; the standard output where not given, or -')
    .option('--from <format>', `${describeFormats(READ)}; by the extension where not given`)
    .option('--to <format>', `${describeFormats(WRITTEN)}; by the extension of the output where not given`)
    .option(
      '--stream',
      'record by record, in the same memory whatever the size: RDF without direct triples or status',
    )
    .addHelpText(
      'after',
      `${EXIT_HELP}\n\nThe output file is complete or absent: it is written under another name first.\n
Examples:
  statecraft convert graph.jsonl -o graph.ttl
  statecraft convert graph.jsonl more.jsonl --to nquads --status asserted --as-of 2024-04-20
  zcat huge.jsonl.gz | statecraft convert - --stream -o huge.nq`,
    )
    .action(into(convert))
  addViewFlags(addReadFlags(converting))

  const validating = inputs(program.command('validate'))
    .summary('tell everything that is wrong in the data')
    .description('Prints each issue as `line N: code: message`, and a summary beside.')
    .addHelpText('after', EXIT_HELP)
    .action(into(validate))
  validating.option('--ontology <file>', 'a module that exports an ontology, as `ontology` or default')

  const counting = inputs(program.command('stats'))
    .summary('count what there is')
    .description('Counts entities by type, statements by relation and level, claims by stance, and issues.')
    .addOption(asJson)
    .addHelpText('after', EXIT_HELP)
    .action(into(stats))
  addViewFlags(addReadFlags(counting))

  const disputing = inputs(program.command('disputes'))
    .summary('tell what is claimed on both sides, and by whom')
    .description(
      'Tells which statements some claim and some deny, and who, and rivals of which only one can hold.',
    )
    .addOption(asJson)
    .option('--lang <tags>', 'languages of labels, best first', names)
    .addHelpText('after', EXIT_HELP)
    .action(into(disputes))
  addViewFlags(addReadFlags(disputing))

  program
    .command('ontology')
    .summary('tell what types, relations, properties and lists there are')
    .description(
      'The reference of the vocabulary: all of it, or one type, relation, property, list or value.',
    )
    .argument('[name]', 'what to tell about, as State, supplies, legalBasis, measure or travel-ban')
    .addOption(asJson)
    .option('--ontology <file>', 'a module that exports an ontology, as `ontology` or default')
    .addHelpText(
      'after',
      '\nExamples:\n  statecraft ontology\n  statecraft ontology sanctions\n  statecraft ontology measure --json',
    )
    .action(into(ontology))

  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return exitCodeOf(error, io)
  }
}
