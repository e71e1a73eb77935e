import { holdsInWords } from '../../../model/days-in-words'
import { standingOf } from '../../../query/cite'
import type { PageData, SpanRow } from '../data'
import type { Standing } from './filter'

/** `predicted (our reading)`, `alleged, disputed`. */
export function standingInWords({ level, disputed, derived }: Standing): string {
  return standingOf(level, disputed, derived)
}

/** When something holds, in words; empty where no date is stated. */
export function spanInWords(span: SpanRow | undefined, isEvent: boolean): string {
  if (span === undefined) return 'never'
  const spanOf = (from: number | null, until: number | null) => ({
    from: from ?? Number.NEGATIVE_INFINITY,
    until: until ?? Number.POSITIVE_INFINITY,
  })
  const certain = span.length === 2 ? undefined : spanOf(span[2], span[3])
  return holdsInWords(spanOf(span[0], span[1]), certain, isEvent)
}

/** The label of an entity; its id where it has none that shows. */
export function labelOf(data: PageData, entity: number): string {
  const { label, id } = data.entities[entity]!
  return label === '' ? id : label
}

/** The parts of an edge: who, what, whom. */
export interface Parts {
  readonly subject: number
  readonly object: number
  readonly relation: number
  readonly verb: string
  /** An arrow, or a line where neither end is the first. */
  readonly arrow: string
  readonly isInferred: boolean
}

/** The ends and the verb of a statement, or of what is inferred. */
export function partsOf(data: PageData, place: number): Parts {
  const stated = data.statements.length
  const [relation, subject, object, verb] =
    place < stated ? numbersOf(data.statements[place]!) : data.inferred[place - stated]!
  return {
    subject,
    object,
    relation,
    verb: data.verbs[verb]!,
    arrow: data.relations[relation]!.symmetric ? '—' : '→',
    isInferred: place >= stated,
  }
}

function numbersOf(row: PageData['statements'][number]): readonly [number, number, number, number] {
  return [row[1], row[2], row[3], row[4]]
}

/** The id of a statement, by which a link names it; for what is inferred, its place. */
export function idOf(data: PageData, place: number): string {
  const stated = data.statements.length
  return place < stated ? data.statements[place]![0] : `inferred:${place - stated}`
}

/** An edge in a line of words. */
export function lineOf(data: PageData, place: number): string {
  const { subject, object, verb, arrow } = partsOf(data, place)
  return `${labelOf(data, subject)} ${verb} ${arrow} ${labelOf(data, object)}`
}

/** `1 statement`, `2,000 statements`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
