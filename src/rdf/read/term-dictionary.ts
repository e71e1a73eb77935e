import type * as Rdf from '@rdfjs/types'
import { DEFAULT_GRAPH, Iri, Literal } from '../terms'

/** What looks like the key of another term: no IRI does, but RDF/JS takes anything for one. */
const MISTAKABLE = /^(?:_:|["< ]|$)/

/** A term as one string, different for different terms; an IRI as it is. */
export function keyOf(term: Rdf.Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return MISTAKABLE.test(term.value) ? ` ${term.value}` : term.value
    case 'BlankNode':
      return `_:${term.value}`
    case 'Literal': {
      const { value, language, direction, datatype } = term
      const kind = language ? `@${language}${direction ? `--${direction}` : ''}` : `^^${datatype.value}`
      return `"${value}"${kind.replaceAll('"', '%22')}` // the last quote ends the value
    }
    case 'Quad':
      return `<<${[term.subject, term.predicate, term.object].map(keyOf).join(' ')}>>`
    default:
      return '' // the default graph
  }
}

/** A map holds 2^24 keys at most, and files of more terms are met: beyond this there is another map. */
const MAX_KEYS = 2 ** 23

/**
 * Terms ⇄ numbers. Terms are kept as their keys, and made anew when they are asked for: a parser's terms hold on to the
 * text that they were cut from, and so to the whole file.
 */
export class TermDictionary {
  readonly #keys: string[] = []
  readonly #numbers = [new Map<string, number>()]
  /** What cannot be made of its key: few have any. */
  readonly #nested = new Map<number, Rdf.Term>()

  get size(): number {
    return this.#keys.length
  }

  /** The number of a term that may be new. */
  add(term: Rdf.Term): number {
    const key = keyOf(term)
    const known = this.find(key)
    if (known !== undefined) return known
    const number = this.#keys.length
    const own = ownCopy(key)
    this.#keys.push(own)
    let numbers = this.#numbers.at(-1)!
    if (numbers.size >= MAX_KEYS) {
      numbers = new Map()
      this.#numbers.push(numbers)
    }
    numbers.set(own, number)
    if (term.termType === 'Quad') this.#nested.set(number, term)
    return number
  }

  /** The number of the term with this key. */
  find(key: string): number | undefined {
    for (const numbers of this.#numbers) {
      const number = numbers.get(key)
      if (number !== undefined) return number
    }
    return undefined
  }

  term(number: number): Rdf.Term {
    return this.#nested.get(number) ?? termOf(this.#keys[number] ?? '')
  }

  /** Forgets all terms. */
  clear(): void {
    this.#keys.length = 0
    this.#numbers.length = 1
    this.#numbers[0]!.clear()
    this.#nested.clear()
  }
}

/** A string with memory of its own: to put two together makes a new one. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1)
}

class BlankNode implements Rdf.BlankNode {
  readonly termType = 'BlankNode'
  constructor(readonly value: string) {}
  equals(other: Rdf.Term | null | undefined): boolean {
    return other?.termType === 'BlankNode' && other.value === this.value
  }
}

/** The term that has this key. */
function termOf(key: string): Rdf.Term {
  if (key.startsWith('_:')) return new BlankNode(key.slice(2))
  if (!key.startsWith('"'))
    return key === '' ? DEFAULT_GRAPH : new Iri(key.startsWith(' ') ? key.slice(1) : key)
  const end = key.lastIndexOf('"')
  const value = key.slice(1, end)
  const kind = key.slice(end + 1)
  if (kind.startsWith('^^')) return new Literal(value, new Iri(kind.slice(2)), '')
  const [language = ''] = kind.slice(1).split('--') // there is no direction in records
  return new Literal(value, LANG_STRING, language)
}

const LANG_STRING = new Iri('http://www.w3.org/1999/02/22-rdf-syntax-ns#langString')
