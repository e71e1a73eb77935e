import { byCodeUnits } from '../model/canonical'
import { printableWords } from '../model/direction'
import { fail } from '../model/issue'
import { citationOf, decisiveClaims, labelOf } from '../query/cite'
import { Edges } from '../query/edges'
import { markdown } from '../query/markdown'
import { criteriaInWords } from '../query/show/criteria'
import { type Excerpt, excerptOf } from '../query/show/excerpt'
import { readShowOptions } from '../query/show/options'
import { Shown } from '../query/show/shown'
import { folded, ROWS, type Table, type TableRow } from '../query/show/table'
import { textTable } from '../query/show/text-table'
import type { Lens } from '../store/lens'
import type { Row } from '../store/store'
import { sourcesCited } from './basis'

/**
 * The answer of an analysis: a table and, where one helps, a picture; it knows what it rests on, and says what it must
 * not be taken for. It is worked out for the graph as it was: words for it are found as long as that has not changed.
 */
export abstract class Analysis extends Shown {
  /** What the answer must not be used for: it stands wherever the answer is shown. */
  abstract readonly caveat: string
  /** @internal */
  protected readonly lens: Lens
  readonly #asked: Lens
  readonly #version: number

  /**
   * @internal
   * @param lens of the statements that the answer rests on
   * @param asked the view that was asked, where that is a narrower one
   */
  constructor(lens: Lens, asked: Lens = lens) {
    super()
    this.lens = lens
    this.#asked = asked
    this.#version = lens.store.version
  }

  /** @internal What was asked, in a line: `Ownership by blocked parties (US OFAC, 50 %)`. */
  protected abstract heading(languages?: readonly string[]): string

  /** @internal Heads of the columns. */
  protected abstract columns(): readonly string[]

  /** @internal Every row of the table, made as it is read. */
  protected abstract tableRows(languages?: readonly string[]): Iterable<TableRow>

  /** @internal How many rows there are. */
  protected abstract get size(): number

  /** @internal What else is to be told, each in a line: what was left out, what is not known. */
  protected remarks(_languages?: readonly string[]): readonly string[] {
    return []
  }

  /** @internal Rows of the statements that the answer rests on, in the order of its rows. */
  protected abstract rests(): Iterable<Row>

  /** All of it as plain data, with the caveat. */
  abstract toJSON(): { readonly caveat: string }

  /** What to cite, by id, sorted: the sources of what the answer rests on (where a claim names none, its claimant). */
  get sources(): readonly string[] {
    return sourcesCited(this.lens, this.#claims())
  }

  /**
   * What to cite, in words: `Daniel Pinkston in Elaph, §16`; each once, sorted.
   *
   * @param languages of labels, best first
   */
  citations(languages?: readonly string[]): string[] {
    this.check()
    return [...new Set(this.#claims().map((claim) => citationOf(this.lens, claim, languages)))].sort(
      byCodeUnits,
    )
  }

  #claims(): Row[] {
    this.check()
    return [...new Set(this.rests())].flatMap((row) => this.claimsBehind(row))
  }

  /** @internal The claims of a statement that the answer rests on: those that decide how it stands. */
  protected claimsBehind(statement: Row): readonly Row[] {
    return decisiveClaims(this.lens, statement)
  }

  /** @internal Of a graph that has changed since, nothing can be told in words. */
  protected check(): void {
    if (this.lens.store.version === this.#version) return
    fail('bad-value', 'the graph was changed since this was worked out', { hint: 'ask for it again' })
  }

  /** @internal The label of an entity. */
  protected label(id: string, languages?: readonly string[]): string {
    return labelOf(this.lens, this.lens.store.findEntity(id), languages, id)
  }

  /** @internal What was asked, of what view. */
  protected title(languages?: readonly string[]): string {
    return [this.heading(languages), ...criteriaInWords(this.#asked, languages)].join('; ')
  }

  /**
   * The answer as a terminal shows it: a table, what is to be told beside, the caveat, and what to cite.
   *
   * @param languages of labels, best first
   * @param rows at most so many; all where not given
   */
  override toString(languages?: readonly string[], rows: number = Number.POSITIVE_INFINITY): string {
    const table = this.tabulate(languages, rows)
    const cells = table.rows.map((row) => row.cells)
    return [
      printableWords(this.title(languages)),
      ...(cells.length > 0 ? [textTable([table.columns, ...cells], '  ')] : []),
      ...table.remarks.map(printableWords),
    ].join('\n')
  }

  override toMarkdown(languages?: readonly string[], rows: number = ROWS): string {
    const table = this.tabulate(languages, readShowOptions({ rows }).rows)
    const line = (cells: readonly string[]) => `| ${cells.map(cellOf).join(' | ')} |`
    const head = [line(table.columns), `|${' --- |'.repeat(table.columns.length)}`]
    return [
      `**${markdown(this.title(languages))}**`,
      ...(table.rows.length > 0 ? [[...head, ...table.rows.map(({ cells }) => line(cells))].join('\n')] : []),
      ...table.remarks.map(markdown),
    ].join('\n\n')
  }

  override tabulate(languages?: readonly string[], rows: number = ROWS): Table {
    this.check()
    const shown: TableRow[] = []
    for (const row of this.tableRows(languages)) {
      if (shown.length >= rows) break
      shown.push(row)
    }
    return {
      columns: this.columns(),
      rows: shown,
      remarks: [
        ...folded(this.size, shown.length),
        ...this.remarks(languages),
        this.caveat,
        ...cited(this.citations(languages)),
      ],
    }
  }

  /** @internal The statements that the answer rests on. */
  override excerpt(_rows?: number, languages?: readonly string[]): Excerpt {
    this.check()
    return { ...excerptOf(Edges.of(this.lens), this.title(languages), this.rests()), remarks: [this.caveat] }
  }

  override toText(rows: number): string {
    return this.toString(undefined, rows)
  }
}

/** A cell that is empty is no cell to some readers of Markdown. */
function cellOf(text: string): string {
  return text === '' ? '&nbsp;' : markdown(text)
}

/** As many as a reader takes in. */
function cited(citations: readonly string[]): string[] {
  if (citations.length === 0) return []
  const shown = citations.slice(0, ROWS)
  return [`Sources: ${[...shown, ...folded(citations.length, shown.length)].join('; ')}`]
}
