import { printable } from '../model/issue'
import { writeToStream } from '../node'
import type { Answer } from '../query/answer'
import type { AnswerFlags } from './flags'
import { type Io, say } from './io'
import { jsonList } from './text'

/** What queries are answered with: paths, matches, groups. */
interface Telling {
  toString(languages?: readonly string[]): string
  toMarkdown(languages?: readonly string[]): string
}

/** What is told, and whether that is all: an answer, or an answer in another order. */
export interface Told<T> {
  readonly answers: AsyncIterable<T>
  /** To be asked when they have been read. */
  readonly end: Pick<Answer<T>, 'complete' | 'cut'>
}

/**
 * Prints answers as they are found: one a line, as Markdown, or as JSON. Where there are none, or may be more, that is
 * told beside the lines; in Markdown, which is kept, within it.
 *
 * @param called what they are in JSON, as `paths`
 * @param none what to say where there are none
 */
export async function writeAnswers<T extends Telling>(
  { answers, end }: Told<T>,
  called: string,
  none: string,
  { json, markdown, lang }: AnswerFlags,
  io: Io,
): Promise<void> {
  let count = 0
  const written = async function* (write: (answer: T) => string) {
    for await (const answer of answers) {
      count++
      yield `${write(answer)}\n`
    }
  }
  const remarks = () => [
    ...(count === 0 && end.cut !== 'limit' ? [none] : []),
    ...(end.cut === undefined ? [] : [`… cut short by ${end.cut}: there may be more`]),
  ]
  const page = async function* () {
    yield* written((answer) => `- ${answer.toMarkdown(lang).replace(/\n(?=.)/g, '\n  ')}`)
    for (const remark of remarks()) yield `${count > 0 ? '\n' : ''}${remark}\n`
  }
  const output = json
    ? jsonList(called, answers, () => end.complete)
    : markdown
      ? page()
      : written((answer) => printable(answer.toString(lang)))
  const isRead = await writeToStream(io.stdout, output, { signal: io.signal })
  if (isRead && !json && !markdown) for (const remark of remarks()) say(io, remark)
}
