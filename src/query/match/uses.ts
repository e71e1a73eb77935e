import { fail, type IssueCode } from '../../model/issue'
import { hintOf } from '../../model/suggest'
import type { Ontology } from '../../ontology/ontology'
import type { Place, PlannedVariable } from './plan'
import type { Path } from './raw'

/** Types of which all must be had at once, in each of several ways that are left; undefined for any. */
type Types = readonly (readonly string[])[] | undefined

/** A variable, and what it can still be. */
interface Known {
  readonly place: Place
  /** With the `?`. */
  readonly name: string
  is: PlannedVariable['is']
  types: Types
  /** The statements of the pattern that it stands in, by number. */
  readonly patterns: Set<number>
}

/** The variables of a pattern, as they are met while it is read: each must be able to be all that it is used as. */
export class Variables {
  readonly #ontology: Ontology
  readonly #known = new Map<string, Known>()
  /** The number of the statement that is being read; undefined once all were. */
  pattern: number | undefined

  constructor(ontology: Ontology) {
    this.#ontology = ontology
  }

  /** In the order of their first mention. */
  get all(): readonly Readonly<Known>[] {
    return [...this.#known.values()]
  }

  /** A variable that was met before. */
  known(name: string, path: Path): Readonly<Known> {
    const known = this.#known.get(name)
    if (known) return known
    return fail('bad-value', `no statement has the variable '${name}'`, {
      path,
      ...hintOf(name, this.#known.keys()),
    })
  }

  /** A use of a variable: it must be able to be this, and all that it was before. */
  use(
    name: string,
    is: PlannedVariable['is'],
    types: Types,
    role: string,
    code: IssueCode,
    path: Path,
  ): Place {
    const known = this.#known.get(name)
    if (!known) {
      const place = this.#known.size
      this.#known.set(name, { place, name, is, types, patterns: new Set([this.pattern!]) })
      return place
    }
    const both = known.is === 'thing' ? is : is === 'thing' || is === known.is ? known.is : undefined
    const left = both && this.#joined(known.types, types)
    if (!both || left?.length === 0) {
      const was =
        known.is === 'entity' && known.types ? known.types.map((all) => all.join(' and ')) : [known.is]
      fail(code, `'${name}' can never be ${role}: elsewhere it is ${was.join(' or ')}`, { path })
    }
    known.is = both
    known.types = left
    if (this.pattern !== undefined) known.patterns.add(this.pattern)
    return known.place
  }

  /** The ways in which something can be of the types asked for in both places. */
  #joined(a: Types, b: Types): Types {
    if (!a || !b) return a ?? b
    const ways = a.flatMap((all) =>
      b
        .filter((others) =>
          all.every((one) => others.every((other) => this.#ontology.compatible(one, other))),
        )
        .map((others) => this.#ontology.leaves([...all, ...others])),
    )
    return [...new Map(ways.map((way) => [way.join(), way])).values()]
  }
}
