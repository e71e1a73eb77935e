import { byCodeUnits } from '../../model/canonical'
import { LEVELS, type Level } from '../../model/claim'
import type { Row } from '../../store/store'
import { type Edge, weakest } from '../edge'
import type { Edges } from '../edges'
import { type Bound, compareBounds, entityOf } from './bound'
import { Group, Match } from './matches'
import type { MatchPlan } from './plan'
import { Runs } from './runs'

/** An edge as a pattern meets it: a symmetric one perhaps the other way round. */
export interface MetEdge {
  readonly edge: Edge
  readonly flipped: boolean
}

/** One way in which a whole pattern is met. */
export interface Meeting {
  /** By the place of a variable. */
  readonly bound: readonly Bound[]
  /** In the order of the pattern's statements. */
  readonly edges: readonly MetEdge[]
  /** Every statement that it rests on. */
  readonly rests: readonly Row[]
  /** Whether all its times certainly lie as asked. */
  readonly certain: boolean
}

/** What something found is worth. */
export interface Worth {
  readonly level: Level
  readonly disputed: boolean
  readonly certain: boolean
}

/** Room beyond what is asked for, so that rows are not sorted for each one that comes. */
const SLACK = 4096

/** Takes what meets a pattern, and gives it back in order: as matches, distinct rows, or groups. */
export class Found {
  readonly #edges: Edges
  readonly #plan: MatchPlan
  readonly #frontier: number
  /** As many as are read at most; one more, to know whether there are more. */
  readonly #wanted: number
  /** Where all are read. */
  readonly #runs = new Runs<Meeting>((a, b) => this.#compare(a, b))
  /** Where only the first are. */
  #first: Meeting[] = []
  /** Whatever comes after it will not be read. */
  #last: Meeting | undefined
  #kept = 0
  #isFull = false

  constructor(edges: Edges, plan: MatchPlan) {
    this.#edges = edges
    this.#plan = plan
    this.#frontier = plan.frontier
    this.#wanted = plan.gather === undefined ? plan.limit + 1 : Infinity
  }

  /** Whether something had to be left out. */
  get isFull(): boolean {
    return this.#isFull
  }

  add(meeting: Meeting): void {
    if (this.#last && this.#compare(meeting, this.#last) >= 0) return
    const room = Math.min(2 * this.#wanted + SLACK, this.#frontier)
    if (this.#first.length >= room && this.#wanted < room) this.#shorten()
    if (this.#kept >= this.#frontier) {
      this.#isFull = true
      return
    }
    this.#kept++
    if (this.#wanted === Infinity) this.#runs.add(meeting)
    else this.#first.push(meeting)
  }

  /** Keeps the first ones, as many as anybody will read. */
  #shorten(): void {
    this.#first.sort((a, b) => this.#compare(a, b))
    this.#kept = this.#first.length = this.#wanted
    this.#last = this.#first.at(-1)
  }

  /** Everything found, in order. */
  *answers(): Generator<Match | Group | undefined> {
    const { lens } = this.#edges
    const { variables, columns, gather, orderBy } = this.#plan
    const names = columns.map((place) => variables[place]!.name)
    for (const meeting of this.#first) this.#runs.add(meeting)
    const found = yield* this.#runs.sorted()
    if (gather === undefined) {
      for (const meeting of found)
        yield new Match(this.#edges, names, meeting.bound, [meeting], this.#worth(meeting))
      return
    }
    const rows = [...this.#gathered(found).values()].map((meetings) => ({
      bound: columns.map((place) => meetings[0]!.bound[place]!),
      meetings,
      counted: gather === 'groupBy' ? this.#counted(meetings) : [],
    }))
    rows.sort((a, b) => {
      for (const { by, descending } of orderBy) {
        const place = by === 'count' ? -1 : columns.indexOf(by)
        const order =
          by === 'count'
            ? a.counted.length - b.counted.length
            : compareBounds(lens.store, a.bound[place]!, b.bound[place]!)
        if (order !== 0) return descending ? -order : order
      }
      return this.#compareRows(a.bound, b.bound)
    })
    for (const { bound, meetings, counted } of rows) {
      yield gather === 'groupBy'
        ? new Group(this.#edges, names, bound, meetings, counted)
        : new Match(this.#edges, names, bound, meetings, this.#best(meetings))
    }
  }

  /** Meetings by the values of the columns. Without a column all are one group, also where there are none. */
  #gathered(found: readonly Meeting[]): Map<string, Meeting[]> {
    const { columns } = this.#plan
    const rows = new Map<string, Meeting[]>()
    for (const meeting of found) {
      const key = JSON.stringify(columns.map((place) => meeting.bound[place]))
      const known = rows.get(key)
      if (known) known.push(meeting)
      else rows.set(key, [meeting])
    }
    if (columns.length === 0 && rows.size === 0) rows.set('', [])
    return rows
  }

  /** What is counted in a group, each at its best: its meetings, or the values of a variable. */
  #counted(meetings: readonly Meeting[]): Worth[] {
    const { count } = this.#plan
    if (count === undefined) return meetings.map((meeting) => this.#worth(meeting))
    const values = new Map<Bound, Meeting[]>()
    for (const meeting of meetings) {
      const value = meeting.bound[count]!
      const entity = entityOf(value)
      if (entity !== undefined && this.#edges.lens.store.isUnnamed(entity)) continue // in no count
      const known = values.get(value)
      if (known) known.push(meeting)
      else values.set(value, [meeting])
    }
    return [...values.values()].map((of) => this.#best(of))
  }

  #worth({ rests, certain }: Meeting): Worth {
    return { ...weakest(this.#edges.lens, rests), certain }
  }

  /** The strongest level that any has; disputed where all of that level are, certain where one of them is. */
  #best(meetings: readonly Meeting[]): Worth {
    const all = meetings.map((meeting) => this.#worth(meeting))
    const level = LEVELS.find((one) => all.some((worth) => worth.level === one)) ?? 'denied'
    const best = all.filter((worth) => worth.level === level)
    const undisputed = best.filter(({ disputed }) => !disputed)
    const good = undisputed.length > 0 ? undisputed : best
    return { level, disputed: undisputed.length === 0, certain: good.some(({ certain }) => certain) }
  }

  /** As the query orders them, then by their variables, then by their statements. */
  #compare(a: Meeting, b: Meeting): number {
    if (this.#plan.gather === undefined) {
      for (const { by, descending } of this.#plan.orderBy) {
        const order = by === 'count' ? 0 : compareBounds(this.#edges.lens.store, a.bound[by]!, b.bound[by]!)
        if (order !== 0) return descending ? -order : order
      }
    }
    const order = this.#compareRows(a.bound, b.bound)
    if (order !== 0) return order
    for (const [i, { edge }] of a.edges.entries()) {
      const byEdge =
        edge === b.edges[i]!.edge ? 0 : byCodeUnits(this.#keyOf(edge), this.#keyOf(b.edges[i]!.edge))
      if (byEdge !== 0) return byEdge
    }
    return 0
  }

  #compareRows(a: readonly Bound[], b: readonly Bound[]): number {
    for (const [i, value] of a.entries()) {
      const order = compareBounds(this.#edges.lens.store, value, b[i]!)
      if (order !== 0) return order
    }
    return 0
  }

  /** What is stated before what is inferred, by ids. */
  #keyOf({ statement, rests }: Edge): string {
    const ids = rests.map((row) => this.#edges.lens.store.statementId(row))
    return statement === 0 ? `~${ids.join()}` : ids[0]!
  }
}
