import type { Level } from '../../model/claim'
import { arrow, named, verbOf } from '../../query/cite'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'

/** One statement of a chain, and which way it is walked. */
export interface ExposureStep {
  /** Its id. */
  readonly statement: string
  readonly relation: string
  readonly from: string
  readonly to: string
  /** False where the step goes from the object to the subject. */
  readonly forward: boolean
  readonly level: Level
  readonly disputed: boolean
}

/** A statement of a chain, in rows: it is walked from one of its ends. */
export interface Link {
  readonly statement: Row
  readonly from: Row
  readonly to: Row
}

/** The link that leads on from an entity by a statement of which it is an end. */
export function linkFrom({ store }: Lens, from: Row, statement: Row): Link {
  const { subject, object } = store.statements.columns
  return { statement, from, to: subject[statement] === from ? object[statement]! : subject[statement]! }
}

/** A chain as it is told. */
export function stepsOf(lens: Lens, links: readonly Link[]): ExposureStep[] {
  const { store } = lens
  return links.map(({ statement, from, to }) => {
    const standing = lens.standing(statement)
    return {
      statement: store.statementId(statement),
      relation: store.relationOf(statement).name,
      from: store.idOf(from),
      to: store.idOf(to),
      forward: store.statements.columns.subject[statement] === from,
      level: standing?.level ?? 'denied',
      disputed: standing?.disputed ?? false,
    }
  })
}

/** A chain in a line: `One ←owns─ A Ltd ←designates─ United States`. */
export function chainInWords(
  lens: Lens,
  steps: readonly ExposureStep[],
  languages?: readonly string[],
): string {
  const { store } = lens
  const name = (id: string) => named(lens, store.findEntity(id), languages, id)
  return steps
    .map(({ statement, from, to, forward }, i) => {
      const row = store.findStatement(statement)
      const { symmetric } = store.relationOf(row)
      const start = i === 0 || steps[i - 1]!.to !== from ? `${i === 0 ? '' : '; '}${name(from)} ` : ' '
      return `${start}${arrow(verbOf(lens, row, languages), symmetric, forward)} ${name(to)}`
    })
    .join('')
}
