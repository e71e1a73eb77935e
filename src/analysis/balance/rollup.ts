import { overlap, type Span, within } from '../../model/days'
import { whileBoth } from '../../query/edge'
import type { Days } from '../../store/days'
import { type Lens, statementsAt } from '../../store/lens'
import type { Row } from '../../store/store'

/** A way from an actor to the state that it counts for. */
export interface Way {
  readonly state: Row
  /** The statements by which it does, from the actor on: none for a state itself. */
  readonly by: readonly Row[]
  /** While all of them hold; undefined for a state itself, which always counts for itself. */
  readonly days: Days | undefined
}

/** Organs of a state, which act for it. */
const ORGANS = ['Government', 'GovernmentAgency', 'ArmedForce']

/** By which relations whom may count for what: all steps of a way lead from the subject to the object. */
const STEPS: {
  readonly [relation: string]: { readonly from: readonly string[]; readonly to: readonly string[] }
} = {
  agencyOf: { from: ['GovernmentAgency'], to: ['State', ...ORGANS] },
  governs: { from: ['Government'], to: ['State'] },
  partOf: { from: ['ArmedForce', 'GovernmentAgency'], to: ['State', ...ORGANS] },
  leads: { from: ['Person'], to: ['State', ...ORGANS] },
  speaksFor: { from: ['Person', 'GovernmentAgency'], to: ['State', ...ORGANS] },
}

/** A government in exile has no hand in what its state does. */
const WITHOUT_CONTROL = 'in-exile'
/** Longer ways than these are of no state's organs. */
const LONGEST = 6

/**
 * Tells which actors count for which states: organs and those who lead or speak for them, by asserted and undisputed
 * statements of the view, and only while these hold. Companies, armed groups, parties, news agencies and whoever is
 * merely a citizen count for nobody.
 */
export class RollUp {
  readonly #lens: Lens
  readonly #known = new Map<Row, readonly Way[] | 'ambiguous'>()

  constructor(lens: Lens) {
    this.#lens = lens
  }

  /** The ways from an actor to its state; `ambiguous` where they lead to several at one time. */
  of(actor: Row): readonly Way[] | 'ambiguous' {
    const known = this.#known.get(actor)
    if (known) return known
    const ways = this.#find(actor)
    this.#known.set(actor, ways)
    return ways
  }

  #find(actor: Row): readonly Way[] | 'ambiguous' {
    const { store } = this.#lens
    if (isState(this.#lens, actor)) return [{ state: actor, by: [], days: undefined }]
    const found: Way[] = []
    let reached: Step[] = [{ at: actor, by: [], days: undefined }]
    const seen = new Map<Row, (Days | undefined)[]>([[actor, [undefined]]])
    for (let length = 0; length < LONGEST && reached.length > 0; length++) {
      const next: Step[] = []
      for (const { at, by, days } of reached) {
        for (const statement of this.#steps(at)) {
          const to = store.statements.columns.object[statement]!
          const own = this.#lens.days(statement)
          const both = own && days ? whileBoth(days, own) : own
          if (!both) continue
          const way = { by: [...by, statement], days: both }
          const before = seen.get(to) ?? []
          if (isState(this.#lens, to)) found.push({ state: to, ...way })
          else if (!before.some((one) => covers(one, both))) {
            seen.set(to, [...before, both])
            next.push({ at: to, ...way })
          }
        }
      }
      reached = next
    }
    const possible = found.map(({ state, days }) => ({ state, span: days!.possible }))
    return possible.some((one, i) => possible.slice(i + 1).some((other) => clash(one, other)))
      ? 'ambiguous'
      : found
  }

  /** The statements by which an actor counts for another, in the order of their ids. */
  #steps(at: Row): Row[] {
    const { store } = this.#lens
    const { subject, object } = store.statements.columns
    const steps = [...statementsAt(this.#lens.adjacency(), at)].filter((statement) => {
      const to = object[statement]!
      const { name } = store.relationOf(statement)
      const step = Object.hasOwn(STEPS, name) ? STEPS[name] : undefined
      if (!step || subject[statement] !== at || to === at) return false
      if (store.isUnnamed(to) || !store.isOf(at, step.from) || !store.isOf(to, step.to)) return false
      if (store.qualifiersOf(statement).basis === WITHOUT_CONTROL) return false
      const standing = this.#lens.standing(statement)
      return standing?.level === 'asserted' && !standing.disputed
    })
    return steps.sort((a, b) => (store.statementId(a) < store.statementId(b) ? -1 : 1))
  }
}

/** Whether an actor is a state, and not one that is left unnamed. */
export function isState({ store }: Lens, row: Row): boolean {
  return store.isDeclared(row) && !store.isUnnamed(row) && store.isOf(row, ['State'])
}

/** Where the way from an actor has come to, by what, and while all of it holds; undefined for the actor itself. */
interface Step {
  readonly at: Row
  readonly by: readonly Row[]
  readonly days: Days | undefined
}

/** Whether one way holds whenever another does, so that this one adds nothing. */
function covers(one: Days | undefined, other: Days): boolean {
  if (!one) return true
  if (!within(other.possible, one.possible)) return false
  return !other.certain || (one.certain !== undefined && within(other.certain, one.certain))
}

interface Reached {
  readonly state: Row
  readonly span: Span
}

function clash(one: Reached, other: Reached): boolean {
  return one.state !== other.state && overlap(one.span, other.span)
}
