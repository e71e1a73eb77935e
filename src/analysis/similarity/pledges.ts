import { byCodeUnits } from '../../model/canonical'
import { overlap, type Span } from '../../model/days'
import type { Property, Relation } from '../../ontology/ontology'
import { daysOf } from '../../query/edge'
import { Edges } from '../../query/edges'
import type { Days } from '../../store/days'
import type { Lens } from '../../store/lens'
import type { Row, Store } from '../../store/store'
import { type CountedStandings, isCounted } from '../counted'
import { onDay } from '../day'
import { Strength } from '../panel/strength'
import { PLEDGE_CODES } from './codes'
import type { Portfolio, Tie } from './tie'

/** What an actor has promised another, as one statement has it, or several from which it follows. */
interface Pledge {
  readonly to: Row
  readonly rests: readonly Row[]
  /** Undefined where its type is not stated. */
  readonly code: number | undefined
  readonly days: Days
  readonly counts: boolean
}

/** The relations that hold pledges: what binds both, and what binds the subject alone, where the ontology has it. */
export function pledgeRelations({ ontology }: Store): readonly Relation[] {
  const oneSided = ontology.relations.get('pledgesTo')
  return [ontology.relation('alliedWith'), ...(oneSided ? [oneSided] : [])]
}

/** The pledges of an actor, read once and then placed in time as often as is asked. */
export class Pledges {
  readonly #lens: Lens
  readonly #all: readonly Pledge[]

  constructor(lens: Lens, actor: Row, { infer, counted }: { infer: boolean; counted: CountedStandings }) {
    this.#lens = lens
    const relations = pledgeRelations(lens.store)
    const strengths = (['obligations', 'cowType'] as const).map((name) =>
      coder(lens, name, relations[0]!.details.get(name)),
    )
    const edges = Edges.of(lens, { infer })
    const found: Pledge[] = []
    for (const edge of edges.about(new Set(relations.map(({ index }) => index)), actor)) {
      const to = edge.subject === actor ? edge.object : edge.subject
      const days = daysOf(lens, edge)
      if (to === actor || !days || edge.rests.some((row) => lens.standing(row)?.level === 'denied')) continue
      const codes = strengths.flatMap((codeOf) => codeOf(edge.rests) ?? [])
      found.push({
        to,
        rests: edge.rests,
        code: codes.length > 0 ? Math.max(...codes) : undefined,
        days,
        counts: isCounted(lens, edge.rests, counted),
      })
    }
    this.#all = found
  }

  /** What counts on some of these days: the strongest that is stated towards each. */
  within(span: Span): Portfolio {
    const undated = new Set<Row>()
    const vague = new Set<Row>()
    const placed = new Map<Row, Pledge[]>()
    for (const pledge of this.#all) {
      const { possible, certain } = pledge.days
      if (!certain && possible.from === -Infinity && possible.until === Infinity) {
        for (const row of pledge.rests) undated.add(row)
        continue
      }
      if (!overlap(possible, span)) continue
      placed.set(pledge.to, [...(placed.get(pledge.to) ?? []), pledge])
      if (!pledge.counts) continue
      for (const row of pledge.rests) if (!this.#holdsIn(row, span)) vague.add(row)
    }
    return {
      ties: new Map(Array.from(placed, ([to, pledges]) => [to, this.#tie(pledges)])),
      undated: this.#sorted(undated),
      vague: this.#sorted(vague),
    }
  }

  #tie(pledges: readonly Pledge[]): Tie {
    const counting = pledges.filter(({ counts }) => counts)
    const codes = counting.flatMap(({ code }) => code ?? [])
    const rests = new Set(counting.flatMap((pledge) => pledge.rests))
    const others = pledges.flatMap((pledge) => (pledge.counts ? [] : pledge.rests))
    return {
      // An alliance of no stated type is something: neither none nor any one value.
      value: codes.length > 0 ? Math.max(...codes) : counting.length > 0 ? 'type-not-stated' : 0,
      rests: this.#sorted(rests),
      leftOut: this.#sorted(others.filter((row) => !rests.has(row))),
    }
  }

  #holdsIn(row: Row, span: Span): boolean {
    const certain = this.#lens.days(row)?.certain
    if (certain && overlap(certain, span)) return true
    return [span.from, span.until].some((day) => onDay(this.#lens, row, day) === 'holds')
  }

  #sorted(rows: Iterable<Row>): Row[] {
    const { store } = this.#lens
    return [...new Set(rows)].sort((x, y) => byCodeUnits(store.statementId(x), store.statementId(y)))
  }
}

/** The code of what statements promise, in one detail of theirs or of their treaty. */
function coder(lens: Lens, name: keyof typeof PLEDGE_CODES, detail: Property | undefined) {
  if (!detail) return () => undefined
  const strength = new Strength(lens, detail)
  const values = [...(detail.values ?? [])]
  return (rests: readonly Row[]) => PLEDGE_CODES[name].get(values[strength.of(rests)])
}
