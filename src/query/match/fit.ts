import type { Relation } from '../../ontology/ontology'
import type { Lens } from '../../store/lens'
import type { Fields } from '../../store/merge'
import { DENIES, type Row } from '../../store/store'
import { under } from '../broader'
import { decisiveClaims } from '../cite'
import type { Edge } from '../edge'
import type { InferredEdge } from '../infer'
import { type Bound, boundEntity, boundValues, entityOf } from './bound'
import type { Place, PlannedPattern, PlannedValue } from './plan'

/** One way in which an edge has what a pattern asks of it beside its ends. */
export interface Fit {
  readonly bound: readonly (readonly [variable: Place, value: Bound])[]
  /** The `broader` statements by which a qualifier falls under the one that was asked for. */
  readonly by: readonly Row[]
}

const AS_IT_IS: Fit = { bound: [], by: [] }
const JUST_SO = [AS_IT_IS]

/** What a pattern asks of a statement of some relation: of the statement itself, and of claims about it. */
interface Split {
  readonly said: readonly PlannedValue[]
  readonly claimed: readonly PlannedValue[]
}

/** Looks up what a pattern asks of an edge beside its ends: qualifiers, details, claimants. */
export class Fits {
  readonly #lens: Lens
  readonly #broader: boolean
  /** By what is asked: the values that fit, each with the statements by which it does. */
  readonly #accepted = new Map<PlannedValue, ReadonlyMap<Bound, readonly Row[]>>()

  /** By pattern, and the place of a relation. */
  readonly #splits = new Map<PlannedPattern, Split[]>()

  constructor(lens: Lens, { broader }: { readonly broader: boolean }) {
    this.#lens = lens
    this.#broader = broader
  }

  /** The ways in which an edge fits, each once; of two that bind the same, the one that rests on fewer statements. */
  of(pattern: PlannedPattern, edge: Edge): readonly Fit[] {
    if (pattern.asked.length === 0) return JUST_SO
    const { said, claimed } = this.#splitOf(pattern, edge.relation)
    if (said.length + claimed.length < pattern.asked.length) return [] // a property of another of its relations
    const { defining, details } = edge.relation
    const { store } = this.#lens
    const qualifiers = qualifiersOf(this.#lens, edge)
    const fits = this.#fitting(said, (name) => boundValues(store, defining.get(name)!, qualifiers[name]))
    if (claimed.length === 0 || fits.length === 0) return fits
    const found = new Map<string, Fit>()
    for (const claim of this.#claims(edge)) {
      const record = store.claim(claim)
      // One claim has all of them: what one says of the quantity is not told by another's unit.
      const own = this.#fitting(claimed, (name) => {
        const claimant = name === 'by' ? store.provenance.claimant(claim) : 0
        if (name === 'by') return claimant === 0 ? [] : [boundEntity(claimant)]
        return boundValues(store, details.get(name)!, record[name])
      })
      for (const one of own) {
        for (const other of fits) {
          const bound = joined(other.bound, one.bound)
          if (bound) this.#keep(found, { bound, by: [...other.by, ...one.by] })
        }
      }
    }
    return [...found.values()]
  }

  #splitOf(pattern: PlannedPattern, relation: Relation): Split {
    let splits = this.#splits.get(pattern)
    if (!splits) {
      splits = []
      this.#splits.set(pattern, splits)
    }
    splits[relation.index] ??= {
      said: pattern.asked.filter(({ name }) => relation.defining.has(name)),
      claimed: pattern.asked.filter(({ name }) => name === 'by' || relation.details.has(name)),
    }
    return splits[relation.index]!
  }

  /** The values of a defining qualifier of an edge. */
  valuesOf(name: string, edge: Edge): readonly Bound[] {
    const property = edge.relation.defining.get(name)
    return property ? boundValues(this.#lens.store, property, qualifiersOf(this.#lens, edge)[name]) : []
  }

  #keep(found: Map<string, Fit>, fit: Fit): void {
    const key = JSON.stringify(fit.bound)
    const known = found.get(key)
    if (!known || fit.by.length < known.by.length) found.set(key, fit)
  }

  /** Every way to bind what is asked to the values that there are. */
  #fitting(asked: readonly PlannedValue[], valuesOf: (name: string) => readonly Bound[]): readonly Fit[] {
    let fits: readonly Fit[] = [AS_IT_IS]
    for (const one of asked) {
      const values = valuesOf(one.name)
      const { variable } = one
      if (variable === undefined) {
        const accepted = this.#acceptedBy(one)
        const by = values.flatMap((value) => (accepted.has(value) ? [accepted.get(value)!] : []))
        const [least] = by.sort((a, b) => a.length - b.length)
        fits = least ? fits.map((fit) => ({ ...fit, by: [...fit.by, ...least] })) : []
      } else {
        fits = fits.flatMap((fit) =>
          values.flatMap((value) => {
            const bound = joined(fit.bound, [[variable, value]])
            return bound ? [{ ...fit, bound }] : []
          }),
        )
      }
      if (fits.length === 0) break
    }
    return fits
  }

  #acceptedBy(asked: PlannedValue): ReadonlyMap<Bound, readonly Row[]> {
    let accepted = this.#accepted.get(asked)
    if (!accepted) {
      const entity = this.#broader && asked.name !== 'by' ? entityOf(asked.values[0]) : undefined
      accepted =
        entity === undefined
          ? new Map(asked.values.map((value) => [value, []]))
          : new Map([...under(this.#lens, entity)].map(([row, by]) => [boundEntity(row), by]))
      this.#accepted.set(asked, accepted)
    }
    return accepted
  }

  /** The claims that decide an edge; of an inferred one, those about the one statement that says what it says. */
  #claims(edge: Edge): readonly Row[] {
    const { store } = this.#lens
    const alike = edge.rests.filter((row) => store.relationOf(row) === edge.relation)
    if (alike.length !== 1) return []
    const { stance } = store.claims.columns
    return decisiveClaims(this.#lens, alike[0]!).filter((claim) => stance[claim] !== DENIES)
  }
}

/** The defining qualifiers of an edge, as they are stored. */
function qualifiersOf(lens: Lens, edge: Edge): Fields {
  if (edge.statement !== 0) return lens.store.qualifiersOf(edge.statement)
  return (edge as InferredEdge).qualifiers // what is no statement is inferred
}

/** Both bindings together, unless they bind one variable to two things. */
function joined(a: Fit['bound'], b: Fit['bound']): Fit['bound'] | undefined {
  const clash = b.some(([variable, value]) =>
    a.some(([known, other]) => known === variable && other !== value),
  )
  return clash ? undefined : [...a, ...b]
}
