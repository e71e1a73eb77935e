import type * as Rdf from '@rdfjs/types'
import { byCodeUnits } from '../../model/canonical'
import { issue } from '../../model/issue'
import { CODECS, decodeText, type SimpleKind, type Valued } from '../codec'
import type { Decoding } from './decoding'
import { listOf } from './foreign'
import { keyOf } from './term-dictionary'

/** Terms by the field that they are values of. */
export class Fields {
  readonly #terms = new Map<string, Rdf.Term[]>()

  add(name: string, term: Rdf.Term): void {
    const terms = this.#terms.get(name)
    if (terms) terms.push(term)
    else this.#terms.set(name, [term])
  }

  /** How many terms a field has. */
  count(name: string): number {
    return this.#terms.get(name)?.length ?? 0
  }

  /** In the order in which they came. */
  names(): Iterable<string> {
    return this.#terms.keys()
  }

  /** What the terms of a field say; undefined where there is none. */
  value(valued: Valued & { readonly ordered?: boolean }, decoding: Decoding): unknown {
    const terms = this.#terms.get(valued.name)
    if (!terms) return undefined
    // One order, whatever that of the file: of what cannot all stand the first does.
    const sorted = terms.length === 1 ? terms : [...terms].sort((a, b) => byCodeUnits(keyOf(a), keyOf(b)))
    if (valued.kind === 'text' && !valued.many) return textOf(sorted, valued.name, decoding)
    if (!valued.many) {
      if (sorted.length > 1) conflict(valued.name, `has ${sorted.length} values`, decoding)
      return decodeOne(sorted[0]!, valued, decoding)
    }
    return sorted.flatMap((term) => itemsOf(term, decoding)).map((term) => decodeOne(term, valued, decoding))
  }
}

const OF_NODES: ReadonlySet<string> = new Set(['entity', 'statement', 'thing'])

/** What a term says as a value of a field. */
export function decodeOne(term: Rdf.Term, valued: Valued, decoding: Decoding): unknown {
  if (valued.kind === 'text') return decodeText(term)
  // A label of a blank node says nothing: no value is an object without fields.
  if (term.termType === 'BlankNode' && !OF_NODES.has(valued.kind)) return {}
  return CODECS[valued.kind as SimpleKind].decode(term, valued, decoding) // names and the like are `nodes.ts`'s
}

/** The items of a list, or the term itself. */
function itemsOf(term: Rdf.Term, { set }: Decoding): Rdf.Term[] {
  if (term.termType !== 'NamedNode' && term.termType !== 'BlankNode') return [term]
  return listOf(term, set) ?? [term]
}

/** One text in several languages. */
function textOf(terms: readonly Rdf.Term[], name: string, decoding: Decoding): unknown {
  const text = new Map<string, unknown>()
  for (const term of terms) {
    const part = decodeText(term)
    if (typeof part !== 'object' || part === null) return part // no text: for the record's reader to refuse
    for (const [language, value] of Object.entries(part)) {
      if (text.has(language)) conflict(name, `has several texts in '${language}'`, decoding)
      else text.set(language, value)
    }
  }
  return Object.fromEntries(text)
}

function conflict(name: string, what: string, { report }: Decoding): void {
  report(issue('conflict', `\`${name}\` ${what}; the first stands`, { path: [name] }))
}
