/** One row of a table, by the names of its columns. */
export class Row {
  readonly #columns: ReadonlyMap<string, number>
  readonly #cells: readonly string[]
  readonly #item: readonly [name: string, text: string] | undefined

  constructor(
    columns: ReadonlyMap<string, number>,
    cells: readonly string[],
    item?: readonly [name: string, text: string],
  ) {
    this.#columns = columns
    this.#cells = cells
    this.#item = item
  }

  /** A cell without white space around it; empty where there is no such column. */
  cell(column: string): string {
    if (this.#item?.[0] === column) return this.#item[1]
    const place = this.#columns.get(column)
    return place === undefined ? '' : (this.#cells[place] ?? '').trim()
  }

  /** The same row, with an item of a list as one more column. */
  with(name: string, text: string): Row {
    return new Row(this.#columns, this.#cells, [name, text])
  }
}
