import type * as Rdf from '@rdfjs/types'
import { checkedIri } from '../model/iri'
import { fail } from '../model/issue'
import { stringProblem } from '../model/text'
import { VOCABULARIES } from './namespaces'

/*
 * RDF/JS terms of our own, for two reasons: n3's factory takes anything and lower-cases language tags, and
 * these cannot be made of what would corrupt a file. There is no blank node among them.
 */

/** An IRI. Made by {@link iri}, which checks it. */
export class Iri implements Rdf.NamedNode {
  constructor(readonly value: string) {}
  get termType() {
    return 'NamedNode' as const
  }
  equals(other: Rdf.Term | null | undefined): boolean {
    return this === other || (other?.termType === 'NamedNode' && other.value === this.value)
  }
}

/** A literal. Made by {@link literal} or {@link inLanguage}, which check it. */
export class Literal implements Rdf.Literal {
  constructor(
    readonly value: string,
    readonly datatype: Iri,
    readonly language: string,
  ) {}
  get termType() {
    return 'Literal' as const
  }
  get direction() {
    return '' as const
  }
  equals(other: Rdf.Term | null | undefined): boolean {
    return (
      this === other ||
      (other?.termType === 'Literal' &&
        other.value === this.value &&
        other.language === this.language &&
        !other.direction &&
        other.datatype.value === this.datatype.value)
    )
  }
}

/** The graph without a name. */
export class DefaultGraph implements Rdf.DefaultGraph {
  get termType() {
    return 'DefaultGraph' as const
  }
  get value() {
    return '' as const
  }
  equals(other: Rdf.Term | null | undefined): boolean {
    return other?.termType === 'DefaultGraph'
  }
}

/** The one default graph. */
export const DEFAULT_GRAPH = new DefaultGraph()

/** What values are written as. */
export type ObjectTerm = Iri | Literal

/** A quad without blank nodes. In the default graph it can also stand as an object: RDF 1.2's triple term. */
export class Quad implements Rdf.Quad {
  constructor(
    readonly subject: Iri,
    readonly predicate: Iri,
    readonly object: ObjectTerm | Quad,
    readonly graph: Iri | DefaultGraph = DEFAULT_GRAPH,
  ) {}
  get termType() {
    return 'Quad' as const
  }
  get value() {
    return '' as const
  }
  equals(other: Rdf.Term | null | undefined): boolean {
    return (
      this === other ||
      (other?.termType === 'Quad' &&
        this.subject.equals(other.subject) &&
        this.predicate.equals(other.predicate) &&
        this.object.equals(other.object) &&
        this.graph.equals(other.graph))
    )
  }
}

/** An IRI, or a thrown `bad-id`. */
export function iri(value: string): Iri {
  return new Iri(checkedIri(value))
}

const STRING = new Iri(`${VOCABULARIES.xsd}string`)
const LANG_STRING = new Iri(`${VOCABULARIES.rdf}langString`)

/** A literal, a plain string where no datatype is given; or a thrown `bad-text`. */
export function literal(value: string, datatype: Iri = STRING): Literal {
  return new Literal(checkedText(value), datatype, '')
}

/** A literal in a language; or a thrown `bad-text`. */
export function inLanguage(value: string, language: string): Literal {
  if (!/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(language))
    fail('bad-text', `'${language}' is not a language tag`)
  return new Literal(checkedText(value), LANG_STRING, language)
}

function checkedText(value: string): string {
  const problem = stringProblem(value)
  return problem ? fail('bad-text', problem.message) : value
}

/**
 * A term as one string, different for different terms: what quads are ordered by, and nodes hashed of. For
 * IRIs and most literals it is what N-Triples has.
 */
export function termKey(term: ObjectTerm | Quad): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`
  if (term.termType === 'Quad')
    return `<<${[term.subject, term.predicate, term.object].map(termKey).join(' ')}>>`
  return `"${term.value}"${term.language ? `@${term.language}` : `^^<${term.datatype.value}>`}`
}
