import { LEVELS } from '../../model/claim'
import type { Row } from '../../store/store'
import { worthOf } from '../cite'
import { weakest } from '../edge'
import type { Edges } from '../edges'
import { markdown } from '../markdown'
import { criteriaInWords } from './criteria'
import type { Excerpt } from './excerpt'
import { readShowOptions } from './options'
import { Shown } from './shown'
import { counted, folded, ROWS, type Table } from './table'
import { lineOf, whenOf } from './words'

/** Some statements of a view, to be shown: in their own order, what they say, when, what they are worth, who says so. */
export class Statements extends Shown {
  readonly #edges: Edges
  readonly #numbers: readonly number[]
  readonly #entities: () => Iterable<Row>

  /** @param entities what stands beside the statements; found when asked for, since a picture seldom asks */
  constructor(edges: Edges, numbers: readonly number[], entities: () => Iterable<Row>) {
    super()
    this.#edges = edges
    this.#numbers = numbers
    this.#entities = entities
  }

  override toString(languages?: readonly string[]): string {
    return summary(this.#edges, this.#numbers, languages)
  }

  override toMarkdown(languages?: readonly string[], rows: number = ROWS): string {
    const table = this.tabulate(languages, readShowOptions({ rows }).rows)
    const lines = table.rows.map(({ cells: [line, ...told] }) => {
      return `- **${markdown(line!)}**: ${told.filter(isSaid).map(markdown).join(' · ')}`
    })
    const parts = [markdown(this.toString(languages)), lines.join('\n'), table.remarks.join('\n')]
    return parts.filter(isSaid).join('\n\n')
  }

  override excerpt(_rows?: number, languages?: readonly string[]): Excerpt {
    const entities = () => [...new Set(this.#entities())]
    return {
      edges: this.#edges,
      numbers: this.#numbers,
      get entities() {
        return entities()
      },
      ends: new Set(),
      title: this.toString(languages),
      isView: true,
    }
  }

  override tabulate(languages?: readonly string[], rows: number = ROWS): Table {
    const { lens } = this.#edges
    return {
      columns: ['statement', 'when', 'standing', 'who says so'],
      rows: this.#numbers.slice(0, rows).map((number) => {
        const rests = this.#edges.restsOf(number)
        const [standing, ...sayers] = worthOf(lens, rests, languages)
        const cells = [lineOf(this.#edges, number, languages), whenOf(this.#edges, number), standing]
        return { cells: [...cells, sayers.join(' · ')], ...weakest(lens, rests) }
      }),
      remarks: this.#numbers.length === 0 ? ['no statements'] : folded(this.#numbers.length, rows),
    }
  }

  override toText(rows: number): string {
    const table = this.tabulate(undefined, rows)
    const lines = table.rows.map(
      ({ cells: [line, ...told] }) => `${line}      ${told.filter(isSaid).join(' · ')}`,
    )
    return [this.toString(), ...lines, ...table.remarks].join('\n')
  }

  /** Views show themselves under names of their own: what is left is a graphology graph. */
  protected override get called(): string {
    return 'DirectedGraph'
  }
}

const isSaid = (text: string) => text !== ''

/** How much there is, and of which levels: `12 statements about 9 entities: 10 asserted, 2 predicted; as of …`. */
function summary(edges: Edges, numbers: readonly number[], languages?: readonly string[]): string {
  const { lens } = edges
  const ends = new Set<Row>()
  const counts = new Map<string, number>()
  let disputed = 0
  for (const number of numbers) {
    const { subject, object, rests } = edges.edge(number)
    ends.add(subject).add(object)
    const { level, disputed: isDisputed } = weakest(lens, rests)
    counts.set(level, (counts.get(level) ?? 0) + 1)
    if (isDisputed) disputed++
  }
  const levels = LEVELS.filter((level) => counts.has(level)).map((level) => `${counts.get(level)} ${level}`)
  if (disputed > 0) levels.push(`${disputed} of them disputed`)
  const all = `${counted(numbers.length, 'statements')} about ${counted(ends.size, 'entities')}`
  return [levels.length > 0 ? `${all}: ${levels.join(', ')}` : all, ...criteriaInWords(lens, languages)].join(
    '; ',
  )
}
