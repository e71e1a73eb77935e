import type { SourceContext } from '../../input/context'
import { csvRows } from '../../input/csv'
import type { TableFile } from './survey'
import { type Cells, type Table, TableReader } from './tables'

/** Rows of one table with the numbers of their parties. */
export async function* rowsOf<T extends Table>(
  { file, dialect }: TableFile,
  table: T,
  context: SourceContext,
): AsyncGenerator<Cells<T>> {
  const reader = new TableReader(table, context)
  for await (const row of csvRows(file, context, dialect)) {
    const cells = reader.read(row)
    if (cells) yield cells
  }
}

/**
 * A table that says more of the parties of another. Both are in the order of their numbers, and are read side by side, a
 * row at a time; where they are not, the table is held.
 */
export class SideTable<T extends Table> {
  readonly #file: TableFile | undefined
  readonly #context: SourceContext
  readonly #uids: ReadonlySet<number>
  readonly #rows: AsyncGenerator<Cells<T>> | undefined
  readonly #isMerged: boolean
  #next: Cells<T> | undefined
  #begun = false
  #held: Map<number, Cells<T>[]> | undefined

  /**
   * @param file undefined where there is none: then it says nothing
   * @param isOrdered whether the parties come in order
   * @param uids all parties there are
   */
  constructor(
    table: T,
    file: TableFile | undefined,
    isOrdered: boolean,
    uids: ReadonlySet<number>,
    context: SourceContext,
  ) {
    this.#file = file
    this.#context = context
    this.#uids = uids
    this.#rows = file && rowsOf(file, table, context)
    this.#isMerged = isOrdered && (file?.ordered ?? true)
  }

  /** The rows of a party; each comes once. */
  async take(uid: number): Promise<readonly Cells<T>[]> {
    if (!this.#isMerged) {
      this.#held ??= await this.#all()
      const rows = this.#held.get(uid) ?? []
      this.#held.delete(uid)
      return rows
    }
    const taken: Cells<T>[] = []
    if (!this.#begun) await this.#step()
    while (this.#next && Number(this.#next.ent_num) <= uid) {
      if (Number(this.#next.ent_num) === uid) taken.push(this.#next)
      else this.#tellDangling(this.#next)
      await this.#step()
    }
    return taken
  }

  /** Reads what is left, which is about no party. */
  async end(): Promise<void> {
    if (!this.#isMerged) {
      this.#held ??= await this.#all()
      for (const row of [...this.#held.values()].flat()) this.#tellDangling(row)
      return
    }
    if (!this.#begun) await this.#step()
    for (; this.#next; await this.#step()) this.#tellDangling(this.#next)
  }

  async #all(): Promise<Map<number, Cells<T>[]>> {
    const held = new Map<number, Cells<T>[]>()
    for (await this.#step(); this.#next; await this.#step()) {
      const uid = Number(this.#next.ent_num)
      const there = held.get(uid)
      if (there) there.push(this.#next)
      else held.set(uid, [this.#next])
    }
    return held
  }

  /** Reads a row: what is wrong with it is told in its file. */
  async #step(): Promise<void> {
    this.#begun = true
    await this.#inFile(async () => {
      const next = await this.#rows?.next()
      this.#next = next?.done === false ? next.value : undefined
    })
  }

  async #inFile(act: () => void | Promise<void>): Promise<void> {
    const { file, line } = this.#context
    if (file !== undefined) this.#context.file = this.#file?.file.name
    await act()
    this.#context.file = file
    this.#context.line = line
  }

  #tellDangling(row: Cells<T>): void {
    const { ent_num, line, ...cells } = row
    // A number of the main table that comes twice has had its rows.
    if (this.#uids.has(Number(ent_num)) && this.#isMerged) return
    const message = `a row is about the party ${ent_num}, which is not there; it is left out`
    const { file } = this.#context
    this.#context.tell('dangling', message, {
      line,
      record: [ent_num, ...Object.values(cells)].map((cell) => cell ?? '').join(','),
      ...(file === undefined || !this.#file ? {} : { file: this.#file.file.name }),
    })
  }
}
