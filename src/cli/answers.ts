import { printableWords } from '../model/direction'
import { StatecraftError } from '../model/issue'
import type { Answer } from '../query/answer'
import type { ShowOptions } from '../query/show/options'
import { ROWS } from '../query/show/table'
import { UsageError } from './exit'
import { type AnswerFlags, given } from './flags'
import { htmlDocument } from './html'
import { type Io, say } from './io'
import { writeOutput } from './output'
import { jsonList } from './text'

/** What queries are answered with: paths, matches, groups. */
interface Telling {
  toString(languages?: readonly string[]): string
  toMarkdown(languages?: readonly string[]): string
}

/**
 * Writes answers: as they are found, one a line, as Markdown, or as JSON; or all in one picture, HTML document, or page.
 * Where there are none, or may be more, that is told beside; in Markdown, which is kept, within it.
 *
 * @param called what they are in JSON, as `paths`
 * @param none what to say where there are none
 */
export async function writeAnswers<T extends Telling>(
  answers: Answer<T>,
  called: string,
  none: string,
  flags: AnswerFlags,
  io: Io,
): Promise<void> {
  const { json, markdown, lang } = flags
  if (flags.svg || flags.html || flags.page) return await writeShown(answers, none, flags, io)
  let count = 0
  const written = async function* (write: (answer: T) => string) {
    for await (const answer of answers) {
      count++
      yield `${write(answer)}\n`
    }
  }
  const remarks = () => [
    ...(count === 0 && answers.cut !== 'limit' ? [none] : []),
    ...(answers.cut === undefined ? [] : [`… cut short by ${answers.cut}: there may be more`]),
  ]
  const page = async function* () {
    yield* written((answer) => `- ${answer.toMarkdown(lang).replace(/\n(?=.)/g, '\n  ')}`)
    for (const remark of remarks()) yield `${count > 0 ? '\n' : ''}${remark}\n`
  }
  const output = json
    ? jsonList(called, answers, () => answers.complete)
    : markdown
      ? page()
      : written((answer) => printableWords(answer.toString(lang)))
  const isRead = await writeOutput(flags, output, io)
  if (isRead && !json && !markdown) for (const remark of remarks()) say(io, remark)
}

/** How many answers a page or picture takes at most, where no limit is given. */
const MOST = { page: 1000, picture: ROWS }

/** All answers in one: as many as the limit lets through, or as a reader can take in. */
async function writeShown<T>(answers: Answer<T>, none: string, flags: AnswerFlags, io: Io): Promise<void> {
  const rows = Math.max(1, flags.limit ?? (flags.page ? MOST.page : MOST.picture))
  // Searched for in portions, so that a signal can come between.
  await answers.lookAhead(rows)
  try {
    await writeOutput(
      flags,
      [`${await shownAs(flags, answers, given({ languages: flags.lang, rows }))}\n`],
      io,
    )
  } catch (error) {
    if (!(error instanceof StatecraftError) || error.code !== 'truncated') throw error
    throw new UsageError(error.issue.message, '--limit takes fewer answers; --page shows more')
  }
  const { rows: answered, remarks } = answers.tabulate(flags.lang, rows)
  const isNone = answered.length === 0 && answers.complete
  for (const remark of isNone ? [none] : remarks) say(io, remark)
}

async function shownAs<T>(
  { svg, html }: AnswerFlags,
  answers: Answer<T>,
  options: ShowOptions,
): Promise<string> {
  const { languages, rows } = options
  if (svg) return answers.toSVG(options)
  if (html) return htmlDocument(answers.excerpt(rows, languages).title, answers.toHTML(options))
  const { toPage } = await import('../render') // a large one, only where it is needed
  const excerpt = () => answers.excerpt(rows, languages)
  return toPage({ excerpt }, given({ languages }))
}
