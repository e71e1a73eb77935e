import { byCodeUnits } from '../../model/canonical'
import { ID_BASE } from '../../model/id'
import type { Lexicon } from '../lexicon'
import { N3_LOCAL } from '../n3'
import { VOCABULARIES } from '../namespaces'
import type { Iri, Literal, Quad } from '../terms'
import { RDF, XSD } from '../words'

/**
 * How many prefixes a file declares at most: ids come from foreign input, and n3 tries them all on each IRI.
 */
export const MAX_PREFIXES = 256

/** Which prefixes quads can be written with. */
export class Prefixing {
  /** What is always there: the ontology and the vocabularies that the export uses. */
  readonly fixed: ReadonlyMap<string, string>
  readonly #known: readonly (readonly [prefix: string, namespace: string])[]
  readonly #taken: ReadonlySet<string>

  constructor({ namespaces, prefixes }: Lexicon) {
    const own = Object.entries({ ...VOCABULARIES, ...namespaces })
    const taken = new Set(own.map(([prefix]) => prefix))
    const named = Object.entries(prefixes.named())
    this.fixed = new Map(own)
    // Of two that stand for one namespace the first is taken; a data prefix called like one of ours is not
    // written.
    this.#known = [...own, ...named.filter(([prefix]) => !taken.has(prefix))]
    this.#taken = new Set([...taken, ...named.map(([prefix]) => prefix)])
  }

  /**
   * The prefixes that shorten some IRI in these quads, by name. One that is the scheme of an IRI here is not
   * among them: n3 takes `urn:x` for a prefixed name where there is a prefix `urn`.
   */
  used(quads: Iterable<Quad>): Map<string, string> {
    const found = new Map<string, string>()
    const schemes = new Set<string>()
    const seen = new Set<Iri>()
    const look = (iri: Iri) => {
      if (seen.has(iri)) return
      seen.add(iri)
      schemes.add(iri.value.slice(0, iri.value.indexOf(':')))
      const known = this.#find(iri.value)
      if (known) found.set(...known)
    }
    const lookAt = ({ subject, predicate, object, graph }: Quad) => {
      look(subject)
      if (predicate.value !== RDF.type.value) look(predicate) // that one is written `a`
      if (object.termType === 'NamedNode') look(object)
      else if (object.termType === 'Quad') lookAt(object)
      else if (!isAbbreviated(object)) look(object.datatype)
      if (graph.termType === 'NamedNode') look(graph)
    }
    for (const quad of quads) lookAt(quad)
    const usable = [...found].filter(([prefix]) => !schemes.has(prefix))
    return new Map(usable.sort(([a], [b]) => byCodeUnits(a, b)).slice(0, MAX_PREFIXES))
  }

  #find(iri: string): readonly [prefix: string, namespace: string] | undefined {
    for (const known of this.#known) {
      if (iri.startsWith(known[1]) && N3_LOCAL.test(iri.slice(known[1].length))) return known
    }
    if (!iri.startsWith(ID_BASE)) return undefined
    const slash = iri.indexOf('/', ID_BASE.length)
    const prefix = iri.slice(ID_BASE.length, slash)
    const fits = slash > 0 && !this.#taken.has(prefix) && /^[a-z][a-z0-9-]*$/.test(prefix)
    return fits && N3_LOCAL.test(iri.slice(slash + 1)) ? [prefix, iri.slice(0, slash + 1)] : undefined
  }
}

const SHORT = [RDF.langString, XSD.string, XSD.boolean, XSD.integer, XSD.double].map(({ value }) => value)

/** Whether Turtle writes a literal of ours without its datatype. */
function isAbbreviated({ value, datatype }: Literal): boolean {
  return SHORT.includes(datatype.value) || (datatype.value === XSD.decimal.value && value.includes('.'))
}
