import { Command, Option } from 'commander'
import { version } from '../../package.json'
import { addAnalyses } from './commands/analyses'
import { candidates } from './commands/candidates'
import { convert } from './commands/convert'
import { diff } from './commands/diff'
import { disputes } from './commands/disputes'
import { match } from './commands/match'
import { neighbours } from './commands/neighbours'
import { ontology } from './commands/ontology'
import { page } from './commands/page'
import { path } from './commands/path'
import { reference } from './commands/reference'
import { search } from './commands/search'
import { stats } from './commands/stats'
import { validate } from './commands/validate'
import { whoSanctions } from './commands/who-sanctions'
import { EXIT, EXIT_HELP, exitCodeOf } from './exit'
import {
  addAnswerFlags,
  addFormat,
  addLanguages,
  addOneInput,
  addOutput,
  addPathFlags,
  addReadFlags,
  addStepFlags,
  addViewFlags,
  more,
  names,
  number,
} from './flags'
import { describeFormats, describeSources } from './formats'
import type { Into } from './into'
import type { Io } from './io'
import { SCHEMA_NAMES } from './schemas'
import { SHIPPED } from './shipped'

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
  const into: Into = (command) => async (args, flags) => {
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
    command.argument(
      '<in...>',
      'files that are one graph: JSON Lines, RDF, or what others publish (a folder where that is several files); - is the standard input',
    )
  const asJson = new Option('--json', 'as JSON, for other programs')

  const converting = inputs(program.command('convert'))
    .summary('write the data in another format')
    .description(
      'Writes the data in another format: through a graph (merged and sorted), or record by record.',
    )
    .option('--to <format>', `${describeFormats()}; by the extension of the output where not given`)
    .option('--reify <way>', 'rdf12: statements also say which triples they reify, in RDF 1.2')
    .option(
      '--stream',
      'record by record, in the same memory whatever the size (JSON-LD is read whole): RDF without direct triples or status',
    )
    .addHelpText(
      'after',
      `${EXIT_HELP}\n\nThe output file is complete or absent: it is written under another name first.\n
Examples:
  statecraft convert graph.jsonl -o graph.ttl
  statecraft convert graph.jsonl more.jsonl --to nquads --status asserted --as-of 2024-04-20
  zcat huge.jsonl.gz | statecraft convert - --stream -o huge.nq
  statecraft convert sdn/ consolidated.xml -o lists.ttl
  statecraft convert votes.csv --mapping votes.map.json -o votes.ttl

Formats of what others publish, known by how they begin, or by --from:
${describeSources()}`,
    )
    .action(into(convert))
  addViewFlags(addReadFlags(addOutput(converting)))

  const validating = inputs(program.command('validate'))
    .summary('tell everything that is wrong in the data')
    .description('Prints each issue as `line N: code: message`, and a summary beside.')
    .addHelpText('after', EXIT_HELP)
    .action(into(validate))
  validating.option('--shacl', 'also against the shapes of the ontology, by the package shacl-engine')
  addFormat(validating).option(
    '--ontology <file>',
    'a module that exports an ontology, as `ontology` or default',
  )

  const counting = inputs(program.command('stats'))
    .summary('count what there is')
    .description('Counts entities by type, statements by relation and level, claims by stance, and issues.')
    .addOption(asJson)
    .addHelpText('after', EXIT_HELP)
    .action(into(stats))
  addViewFlags(addReadFlags(counting))

  const comparing = program
    .command('diff')
    .summary('tell who was listed and delisted between two editions of a list')
    .description(
      'Prints who stands on the newer edition alone (+), on the older alone (-), and what changed for those on both (~). ' +
        'Where the newer one is not whole, who is missing in it is unknown (?).',
    )
    .argument('<old>', 'the earlier edition: a file or folder; - is the standard input')
    .argument('<new>', 'the later one, of the same list, in whatever format')
    .option('--changes', 'also what changed for those on both, value by value')
    .addOption(
      new Option(
        '--json',
        'as JSON: { listed, delisted, amended }, and unknown where an edition is not whole',
      ),
    )
    .addHelpText(
      'after',
      `${EXIT_HELP}\n
Examples:
  statecraft diff consolidated-2018.xml consolidated-2025.xml
  statecraft diff sdn-2021-07/ sdn-2021-08/ --json`,
    )
    .action((older: string, newer: string, flags) => into(diff)([older, newer], flags))
  addReadFlags(comparing)

  const disputing = inputs(program.command('disputes'))
    .summary('tell what is claimed on both sides, and by whom')
    .description(
      'Tells which statements some claim and some deny, and who, and rivals of which only one can hold.',
    )
    .addOption(asJson)
    .addHelpText('after', EXIT_HELP)
    .action(into(disputes))
  addViewFlags(addReadFlags(addLanguages(disputing)))

  const paging = inputs(program.command('page'))
    .summary('make an interactive page of it')
    .description(
      'Writes one HTML file that needs no network: search, filters, a date, viewpoints, every claim with its source.',
    )
    .option('--title <text>', 'of the page; what it holds, where not given')
    .addHelpText(
      'after',
      `${EXIT_HELP}\n
Examples:
  statecraft page graph.jsonl -o graph.html
  statecraft page graph.jsonl --status asserted,alleged --lang ar,en -o graph.html`,
    )
    .action(into(page))
  addViewFlags(addReadFlags(addLanguages(addOutput(paging))))

  const finding = addOneInput(program.command('path'))
    .summary('find paths between entities, each with its sources')
    .description(
      'Prints the paths between entities, shortest first, each with what it is worth and who says so. Paths run ' +
        'through no entity twice, and through no unnamed actor or source.',
    )
    .argument('<from>', 'where to begin: an id, or a type, as State; or several, separated by commas')
    .argument('<to>', 'where to end, likewise')
    .option('--shortest', 'only the shortest: all that have the fewest steps')
    .addHelpText(
      'after',
      `${EXIT_HELP}\n
Examples:
  statecraft path graph.jsonl state:US state:KP --max-steps 3
  statecraft path graph.jsonl state:IR state:KP --via supplies --item commodity:oil
  statecraft path graph.jsonl state:IR state:KP --via supplies --svg -o oil.svg
  statecraft path graph.jsonl State state:IR --sequence supplies/aids,^sanctions --status asserted,alleged`,
    )
    .action((file: string, from: string, to: string, flags) => into(path)([file, from, to], flags))
  addViewFlags(addReadFlags(addPathFlags(addAnswerFlags(finding))))

  const nearing = addOneInput(program.command('neighbours'))
    .summary('tell what stands one step away from an entity')
    .description('Prints each statement of an entity with another: by relation, with who says so.')
    .argument('<id>', 'the entity, as state:KP')
    .addHelpText(
      'after',
      `${EXIT_HELP}\n
Examples:
  statecraft neighbours graph.jsonl state:KP --status asserted
  statecraft neighbours graph.jsonl state:IR --via ^sanctions --as-of 2024-04-20`,
    )
    .action((file: string, id: string, flags) => into(neighbours)([file, id], flags))
  addViewFlags(addReadFlags(addStepFlags(addAnswerFlags(nearing))))

  const matching = addOneInput(program.command('match'))
    .summary('find what meets a pattern of statements')
    .description(
      'Prints what meets a pattern: statements with variables, joined by what these stand for and by their times.',
    )
    .argument('<query>', 'a JSON file with the pattern; - is the standard input')
    .addHelpText(
      'after',
      `${EXIT_HELP}\n
Example: who supplies what to a state while the United States has sanctions against the supplier.
  { "where": [
      { "id": "?supply", "relation": "supplies", "subject": "?a", "object": "?b", "item": "?item" },
      { "id": "?measure", "relation": "sanctions", "subject": "state:US", "object": "?a" } ],
    "entities": { "?b": "State" },
    "times": [{ "first": "?supply", "is": "overlaps", "second": "?measure" }] }`,
    )
    .action((file: string, query: string, flags) => into(match)([file, query], flags))
  addViewFlags(addReadFlags(addAnswerFlags(matching)))

  const searching = addOneInput(program.command('search'))
    .summary('find entities by any of their names, in any script')
    .description(
      'Prints the entities that have such a name, the best first: id, label, and the name that fits where that is another. ' +
        'Case, accents and a wrong letter do not matter; weak aliases are marked, and count less.',
    )
    .argument('<text>', 'the name, or the beginning of its words')
    .option('--type <names>', 'only entities of these types', names)
    .option('--exact', 'no words that differ in a letter')
    .option('--limit <n>', 'at most so many; 20 where not given', number)
    .option('--also <file>', 'a further file of the same graph; may be given several times', more)
    .addOption(asJson)
    .addHelpText(
      'after',
      `${EXIT_HELP}\n
Examples:
  statecraft search graph.jsonl "kim jong"
  statecraft search consolidated.xml "Абу Мухаммад" --type Person`,
    )
    .action((file: string, text: string, flags) => into(search)([file, text], flags))
  addViewFlags(addReadFlags(searching))

  const proposing = inputs(program.command('candidates'))
    .summary('propose entities that may be one, by their names')
    .description(
      'Prints pairs of entities of different lists whose names are alike, the best first, with what else agrees and ' +
        'differs: for a person to decide. Nothing is merged.',
    )
    .option('--min-score <n>', 'only pairs that score at least this, up to 1; 0.85 where not given', number)
    .option('--type <names>', 'only entities of these types', names)
    .option('--within', 'also pairs of one list, which its publisher holds for two')
    .addOption(asJson)
    .addHelpText('after', EXIT_HELP)
    .action(into(candidates))
  addViewFlags(addReadFlags(proposing))

  addAnalyses(program, into)

  const shipping = program
    .command('reference')
    .summary('write data that comes with the package: states, memberships, treaties, programmes')
    .description(
      'Writes records of the reference graph, as JSON Lines where nothing else is said. Every command that reads a graph ' +
        'also takes it as an input: reference:states,memberships, or reference: for all of it.',
    )
    .argument('[parts...]', `${SHIPPED.join(', ')}; all of them where none is given`)
    .option('--to <format>', `${describeFormats()}; by the extension of the output where not given`)
    .addHelpText(
      'after',
      '\nExamples:\n  statecraft reference states -o states.ttl\n  statecraft neighbours reference: organization:nato --as-of 1990-01-01',
    )
    .action(into(reference))
  addOutput(shipping)

  program
    .command('who-sanctions')
    .summary('tell who has measures on all of some countries, and of whom the data cannot say')
    .description(
      'Prints which states and organisations have measures on each of the countries as such, with which measures, under ' +
        'which programmes, by the reference data; and of which senders it cannot say, and why. Unknown is not no.',
    )
    .argument(
      '<ids...>',
      'states and territories: ids, codes or English names, as state:IR, KP, "North Korea"',
    )
    .addOption(asJson)
    .addHelpText('after', '\nExample:\n  statecraft who-sanctions state:IR state:KP')
    .action(into(whoSanctions))

  const telling = program
    .command('ontology')
    .summary('tell what types, relations, properties and lists there are')
    .description(
      'The reference of the vocabulary: all of it, or one type, relation, property, list or value.',
    )
    .argument('[name]', 'what to tell about, as State, supplies, legalBasis, measure or travel-ban')
    .addOption(asJson)
    .option('--ontology <file>', 'a module that exports an ontology, as `ontology` or default')
    .addOption(
      new Option('--emit <schema>', 'print what follows from all of it, for other programs')
        .choices(SCHEMA_NAMES)
        .conflicts('json'),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  statecraft ontology\n  statecraft ontology sanctions\n  statecraft ontology measure --json\n  statecraft ontology --emit shacl -o shapes.ttl',
    )
    .action(into(ontology))
  addOutput(telling)

  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return exitCodeOf(error, io)
  }
}
