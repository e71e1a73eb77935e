import type { View } from '../graph/view'
import { parseWhen } from '../model/edtf'
import { fail } from '../model/issue'
import { Problem } from '../model/problem'
import type { EntityRecord } from '../model/record'
import type { Vocabulary } from '../ontology/typing'
import { named, namesOf } from './names'
import { likeness } from './similarity'
import { wordsOf } from './words'

/** Two entities that may be one: for a person to decide, by `kg.merge` or not. */
export interface Candidate {
  readonly a: string
  readonly b: string
  /** From 0 to 1: how alike their most alike names are, less what speaks against it. No probability. */
  readonly score: number
  /** The two names that are most alike. */
  readonly names: readonly [string, string]
  /** What else agrees: `born`, `gender`, a scheme of identifiers. */
  readonly agree: readonly string[]
  /** What else differs. */
  readonly differ: readonly string[]
}

/** How to look for candidates. */
export interface CandidateOptions {
  /** Only pairs that score at least this: 0.85 where not given. */
  readonly minScore?: number
  /** Only entities of these types and their descendants: actors and assets where not given. */
  readonly types?: readonly string[]
  /** Also pairs of one list (of one prefix), which its publisher holds for two: false where not given. */
  readonly within?: boolean
}

/** A word that more entities have in their names is too common to bring two together. */
const TOO_COMMON = 100
/** What is left of a score for each thing that differs, as a date of birth. */
const DIFFERS = 0.5
/** How much nearer to 1 a score comes by each thing that agrees. */
const AGREES = 0.25

interface Named {
  readonly record: EntityRecord
  readonly names: readonly { readonly text: string; readonly words: readonly string[] }[]
}

/**
 * Pairs of entities that may be one by their names. Nothing is merged: a name is no proof. Weak aliases bring nobody
 * together.
 *
 * @param view a graph, or a view of it
 * @param options from which score, of which types, and whether within one list
 * @returns the best first
 * @throws StatecraftError `unknown-type` for a type that there is not, `bad-value` for a score that is none
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { candidates } from 'statecraft/search'
 *
 * const kg = createGraph()
 * kg.add('Person', { id: 'un:QDi.001', label: 'Ahmad Muhammad Al-Ghamdi', born: '1971' })
 * kg.add('Person', { id: 'eu:EU.1.1', label: 'AL GHAMDI Ahmed Mohammed', born: '1971-03' })
 * console.log(candidates(kg, { minScore: 0.8 }).map(({ a, b, agree }) => [a, b, agree]))
 * // [ [ 'eu:EU.1.1', 'un:QDi.001', [ 'born' ] ] ]
 * ```
 */
export function candidates<D extends Vocabulary>(view: View<D>, options: CandidateOptions = {}): Candidate[] {
  const { minScore = 0.85, types = ['Actor', 'Asset'], within = false } = options
  if (!(minScore > 0 && minScore <= 1)) {
    fail('bad-value', `a score is over 0 and at most 1, not ${minScore}`, { path: ['minScore'] })
  }
  const { store } = view.lens
  for (const type of types) {
    if (!store.ontology.types.has(type))
      fail('unknown-type', `there is no type '${type}'`, { path: ['types'] })
  }
  const listed: Named[] = []
  for (const record of named(view)) {
    if (!store.isOf(store.findEntity(record.id), types)) continue
    const names = namesOf(record)
      .filter(({ kind }) => kind !== 'weak')
      .map(({ text }) => ({ text, words: wordsOf(text) }))
    listed.push({ record, names })
  }
  const having = havingWord(listed)
  // How much a word says: the rarer, the more.
  const weight = (word: string) => Math.log(1 + listed.length / (having.get(word)?.length ?? 1))
  const found: Candidate[] = []
  const seen = new Set<number>()
  for (const places of having.values()) {
    if (places.length > TOO_COMMON) continue
    for (const [n, j] of places.entries()) {
      for (const i of places.slice(0, n)) {
        const key = i * listed.length + j
        if (seen.has(key)) continue
        seen.add(key)
        const [one, other] = [listed[i]!, listed[j]!]
        if (!within && prefixOf(one.record.id) === prefixOf(other.record.id)) continue
        const pair = compare(one, other, weight)
        if (pair.score < minScore) continue
        if (canBeOne(view, pair)) found.push(pair)
      }
    }
  }
  return found.sort((p, q) => q.score - p.score || (p.a < q.a ? -1 : p.a > q.a ? 1 : p.b < q.b ? -1 : 1))
}

/**
 * Word → places of the entities that have it in a name, each once, in order. A whole name stands beside its words, after
 * a blank: it may be rare where each of them is common.
 */
function havingWord(listed: readonly Named[]): Map<string, number[]> {
  const having = new Map<string, number[]>()
  for (const [place, { names }] of listed.entries()) {
    for (const word of new Set(names.flatMap(({ words }) => [...words, ` ${words.toSorted().join(' ')}`]))) {
      const places = having.get(word)
      if (places) places.push(place)
      else having.set(word, [place])
    }
  }
  return having
}

function compare(one: Named, other: Named, weight: (word: string) => number): Candidate {
  const [first, second] = one.record.id < other.record.id ? [one, other] : [other, one]
  let score = 0
  let names: readonly [string, string] = ['', '']
  for (const a of first.names) {
    for (const b of second.names) {
      const like = likeness(a.words, b.words, weight)
      if (like <= score) continue
      score = like
      names = [a.text, b.text]
    }
  }
  const { agree, differ } = compareFields(first.record, second.record)
  for (const _ of agree) score += (1 - score) * AGREES
  for (const _ of differ) score *= DIFFERS
  return { a: first.record.id, b: second.record.id, score, names, agree, differ }
}

function compareFields(a: EntityRecord, b: EntityRecord): { agree: string[]; differ: string[] } {
  const agree: string[] = []
  const differ: string[] = []
  for (const field of ['born', 'died', 'founded', 'dissolved', 'gender']) {
    const same = isSame(a[field], b[field], field)
    if (same !== undefined) (same ? agree : differ).push(field)
  }
  const values = new Map<string, Set<string>>()
  for (const { scheme, value } of a.identifiers ?? []) {
    values.set(scheme, (values.get(scheme) ?? new Set()).add(value))
  }
  for (const { scheme, value } of b.identifiers ?? []) {
    if (values.get(scheme)?.has(value) && !agree.includes(scheme)) agree.push(scheme)
  }
  return { agree, differ }
}

/** Whether two values of a field can be the same; undefined where one is not known. */
function isSame(a: unknown, b: unknown, field: string): boolean | undefined {
  if (typeof a !== 'string' || typeof b !== 'string') return undefined
  if (field === 'gender') return a === b
  const [one, other] = [parseWhen(a), parseWhen(b)]
  if (one instanceof Problem || other instanceof Problem) return undefined
  return one.possible.from <= other.possible.until && other.possible.from <= one.possible.until
}

/** A person and a vessel are never one, whatever they are called. */
function canBeOne<D extends Vocabulary>(view: View<D>, { a, b }: Candidate): boolean {
  const { store } = view.lens
  const of = (id: string) => store.typesOf(store.findEntity(id))
  return of(a).every((one) => of(b).every((other) => store.ontology.compatible(one, other)))
}

function prefixOf(id: string): string {
  return id.slice(0, id.indexOf(':'))
}
