import { type Command, Option } from 'commander'
import type { Analysis } from '../analysis/analysis'
import type { View } from '../graph/view'
import { StatecraftError } from '../model/issue'
import type { Vocabulary } from '../ontology/typing'
import { UsageError } from './exit'
import {
  addLanguages,
  addOutput,
  addReadFlags,
  addViewFlags,
  given,
  more,
  number,
  type ReadFlags,
  type ViewFlags,
} from './flags'
import { htmlDocument } from './html'
import type { Io } from './io'
import { type OutputFlags, writeOutput } from './output'
import { readGraph } from './read'
import { json } from './text'
import { exitCodeFor, tellTrouble } from './trouble'

/** What every analysis takes: what to read, what part of it to ask, and how to write the answer. */
export interface AnalysisFlags extends ReadFlags, ViewFlags, OutputFlags {
  readonly json?: true
  readonly markdown?: true
  readonly svg?: true
  readonly html?: true
  readonly rows?: number
  readonly lang?: string[]
  readonly also?: string[]
}

const FORMS = {
  json: 'as JSON, for other programs',
  markdown: 'as Markdown',
  svg: 'as a picture',
  html: 'as a document with the picture and the table',
}

/** Adds what every analysis takes. Those without a picture take no `--svg`. */
export function addAnalysisFlags(command: Command, { picture = true } = {}): Command {
  const forms = Object.entries(FORMS).filter(([name]) => picture || name !== 'svg')
  for (const [name, description] of forms) {
    const others = forms.map(([other]) => other).filter((other) => other !== name)
    command.addOption(new Option(`--${name}`, description).conflicts(others))
  }
  addLanguages(addOutput(command))
    .option('--rows <n>', 'at most so many rows of the table; all where not given', number)
    .option('--also <file>', 'a further file of the same graph; may be given several times', more)
  return addViewFlags(addReadFlags(command))
}

/**
 * Reads the data, asks, and writes the answer.
 *
 * @param ask what to ask of the view that the flags ask for
 * @returns the exit code
 */
export async function runAnalysis(
  file: string,
  flags: AnalysisFlags,
  io: Io,
  ask: (view: View<Vocabulary>) => Analysis,
): Promise<number> {
  const files = [file, ...(flags.also ?? [])]
  const reading = await readGraph(files, flags, io)
  tellTrouble(reading, files, io)
  await writeAnalysis(ask(reading.view), flags, io)
  return exitCodeFor(reading)
}

async function writeAnalysis(analysis: Analysis, flags: AnalysisFlags, io: Io): Promise<void> {
  const { lang: languages, rows = Number.POSITIVE_INFINITY } = flags
  const options = given({ languages, rows })
  const text = () => {
    if (flags.json) return json(analysis)
    if (flags.markdown) return `${analysis.toMarkdown(languages, rows)}\n`
    if (flags.svg) return `${analysis.toSVG(options)}\n`
    if (flags.html)
      return `${htmlDocument(analysis.excerpt(rows, languages).title, analysis.toHTML(options))}\n`
    return `${analysis.toString(languages, rows)}\n`
  }
  try {
    await writeOutput(flags, [text()], io)
  } catch (error) {
    if (!(error instanceof StatecraftError) || error.code !== 'truncated') throw error
    throw new UsageError(error.issue.message, 'a narrower view, or --rows, takes fewer')
  }
}
