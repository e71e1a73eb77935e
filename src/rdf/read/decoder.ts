import type * as Rdf from '@rdfjs/types'
import { canonicalJson } from '../../model/canonical'
import { digest, type PrefixMap } from '../../model/id'
import { type Issue, issue, StatecraftError } from '../../model/issue'
import type { Relation } from '../../ontology/ontology'
import { RecordReader } from '../../ontology/reader'
import type { Lexicon } from '../lexicon'
import { RDF } from '../words'
import { type Alignment, alignmentOf } from './alignment'
import { type Decoding, problemAt, type RawRecord } from './decoding'
import { decodeEntity, typesOf } from './entity'
import { type Budget, describe } from './foreign'
import { keyOf, type Property, type QuadSet } from './quad-set'
import { Roles } from './roles'
import { decodeStatement, plainStatement } from './statement'
import { StatementNames } from './statement-names'

/** What a decoder is made with. */
export interface DecoderOptions {
  readonly lexicon: Lexicon
  readonly report: (found: Issue) => void
  /** What answers for plain triples: the id of a source, or its record, which is given before the first of them. */
  readonly source?: string | RawRecord | undefined
  /** Whether the quads come in parts, each a record: then plain triples cannot be told from those that are covered. */
  readonly inParts: boolean
  /** How many foreign triples are kept. */
  readonly foreign: number
}

/** How many triples tell a blank node from others. */
const MAX_DESCRIPTION = 1000

/** Quads → records, as they stand there: whoever takes them reads and checks them. */
export class Decoder {
  readonly #options: DecoderOptions
  readonly #roles: Roles
  readonly #alignment: Alignment
  readonly #budget: Budget
  readonly #reader: RecordReader
  #sourceGiven = false
  #plain = 0

  constructor(options: DecoderOptions) {
    this.#options = options
    const { ontology, prefixes } = options.lexicon
    this.#roles = new Roles(options.lexicon)
    this.#alignment = alignmentOf(ontology)
    this.#budget = { left: options.foreign }
    this.#reader = new RecordReader(ontology, { prefixes, report: () => {} })
  }

  /** The prefixes of ids, with those that the quads told of so far. */
  get prefixes(): PrefixMap {
    return this.#options.lexicon.prefixes
  }

  /** The records of a set of quads: of the whole file, or of a part that stands by itself. */
  *records(set: QuadSet): Generator<RawRecord> {
    this.#takePrefixes(set)
    const decoding = this.#decodingOf(set)
    const names = new StatementNames(decoding, this.#reader)
    const naming = { ...decoding, statement: (term: Rdf.Term) => names.of(term) }
    for (const subject of set.subjects()) yield* this.#about(subject, naming, names)
  }

  /** What is to be told at the end. */
  finish(): void {
    const { report, foreign } = this.#options
    if (this.#plain > 0) {
      const hint = 'they are read where the whole file is, without streaming'
      const message = `${this.#plain} plain triples were left out: whether statements cover them is not known before the end`
      report(issue('truncated', message, { hint }))
    }
    if (this.#budget.left < 0) {
      const message = `${-this.#budget.left} foreign triples were left out, beyond the ${foreign} that are kept under extra`
      report(issue('truncated', message))
    }
  }

  #takePrefixes(set: QuadSet): void {
    for (const { subject, object } of set.withPredicate(this.#roles.idPrefix)) {
      try {
        this.prefixes.set(object.value, subject.value)
      } catch (error) {
        if (!(error instanceof StatecraftError)) throw error
        this.#options.report({ ...error.issue, path: ['prefixes', object.value] })
      }
    }
  }

  #decodingOf(set: QuadSet): Decoding {
    const { lexicon, report } = this.#options
    const blank = new Map<string, string>()
    const entity = (term: Rdf.Term): string => {
      if (term.termType === 'NamedNode') return this.prefixes.id(term.value)
      if (term.termType !== 'BlankNode') return term.value
      const id = blank.get(term.value) ?? `genid:${digest(canonicalJson(descriptionOf(term, set)))}`
      blank.set(term.value, id)
      return id
    }
    return {
      lexicon,
      roles: this.#roles,
      alignment: this.#alignment,
      set,
      budget: this.#budget,
      report,
      entity,
      statement: () => undefined,
    }
  }

  /** The records that stand at a subject: itself, and the statements that it is the subject of. */
  *#about(subject: Rdf.Term, decoding: Decoding, names: StatementNames): Generator<RawRecord> {
    const { roles, set, lexicon } = decoding
    const own: Property[] = []
    const statements: RawRecord[] = []
    const plain: [Relation, Property][] = []
    const said = set.about(subject)
    for (const property of said) {
      const role = roles.of(property.predicate)
      if (role?.is === 'statement') {
        const relation = lexicon.ontology.relation(role.relation)
        const statement = this.#statement(property.object, relation, subject, decoding)
        const ref = statement && names.ref(property.object)
        if (statement) statements.push(ref === undefined ? statement : { ...statement, ref })
      } else if (role?.is === 'direct') plain.push([lexicon.ontology.relation(role.relation), property])
      else {
        const relation = role ? undefined : this.#aligned(said, property, decoding)
        if (relation) plain.push([relation, property])
        else if (role?.is !== 'derived') own.push(property)
      }
    }
    if (this.#isPart(subject, said, decoding)) return
    if (own.length > 0) {
      const entity = decodeEntity(subject, own, decoding)
      if (entity) yield entity
      else this.#untyped(subject, decoding)
    }
    yield* statements
    for (const [relation, property] of plain)
      yield* this.#plainStatement(subject, relation, property, decoding)
  }

  #statement(
    node: Rdf.Term,
    relation: Relation,
    subject: Rdf.Term,
    decoding: Decoding,
  ): RawRecord | undefined {
    const { lexicon, set, report } = decoding
    const subjects = set.subjectsOf(lexicon.relation(relation.name).statement.value, node)
    if (subjects.length === 1) return decodeStatement(node, relation, subject, decoding)
    if (keyOf(subjects[0]!) === keyOf(subject)) {
      const message = `it has ${subjects.length} subjects, so it is no statement of ${relation.name}`
      report(problemAt('bad-id', message, node, set))
    }
    return undefined
  }

  /**
   * Whether a subject is part of something else: a statement, a claim, a name, identifier or address, a list. What is part
   * of nothing is told.
   */
  #isPart(subject: Rdf.Term, said: readonly Property[], { lexicon, roles, set, report }: Decoding): boolean {
    for (const { predicate, object } of said) {
      const role = roles.of(predicate)
      if (role?.is === 'object') {
        if (set.subjectsOf(lexicon.relation(role.relation).statement.value, subject).length === 0)
          report(
            problemAt('bad-id', `it has no subject, so it is no statement of ${role.relation}`, subject, set),
          )
        return true
      }
      if (predicate.value === roles.about) {
        const isStatement = set.about(object).some((one) => roles.of(one.predicate)?.is === 'object')
        const message = `it is about <${object.value.slice(0, 200)}>, which is no statement here`
        if (!isStatement) report(problemAt('bad-id', message, subject, set))
        return true
      }
      if (predicate.value === RDF.first.value) return true
      if (role?.is === 'type' && roles.isPart(object)) {
        if (
          object.value === roles.claim &&
          set.about(subject).every((one) => one.predicate.value !== roles.about)
        )
          report(problemAt('bad-id', 'it is a claim about nothing', subject, set))
        return true
      }
    }
    return false
  }

  /** Somebody has to be of some type that is known here. */
  #untyped(subject: Rdf.Term, { set, report }: Decoding): void {
    if (subject.termType === 'BlankNode' && set.incoming(subject).length > 0) return // it is kept where it is spoken of
    const found = problemAt('unknown-type', 'it is of no class that is known here', subject, set)
    report({ ...found, hint: 'give it a class of the ontology, or one that is a counterpart of one' })
  }

  /** The relation that a foreign predicate stands for, where the ends may be of those types. */
  #aligned(said: readonly Property[], property: Property, decoding: Decoding): Relation | undefined {
    const { ontology } = decoding.lexicon
    const name = this.#alignment.relations.get(property.predicate.value)
    if (name === undefined || property.object.termType === 'Literal' || property.object.termType === 'Quad')
      return undefined
    const relation = ontology.relation(name)
    const from = typesOf(said, decoding).types
    const to = typesOf(decoding.set.about(property.object), decoding).types
    const fit = (types: readonly string[], wanted: readonly string[]) =>
      types.length === 0 || types.some((type) => wanted.some((want) => ontology.isA(type, want)))
    const alike = !relation.alike || relation.from.some((type) => fit(from, [type]) && fit(to, [type]))
    return alike && fit(from, relation.from) && fit(to, relation.to) ? relation : undefined
  }

  /** A triple that no statement covers says what its document asserts. */
  *#plainStatement(
    subject: Rdf.Term,
    relation: Relation,
    { object, graph }: Property,
    decoding: Decoding,
  ): Generator<RawRecord> {
    if (isCovered(subject, relation, object, decoding)) return
    if (relation.symmetric && isRepeated(subject, relation, object, decoding)) return
    if (this.#options.inParts) {
      this.#plain++
      return
    }
    const { source } = this.#options
    if (typeof source === 'object' && !this.#sourceGiven) {
      this.#sourceGiven = true
      yield source
    }
    const id = typeof source === 'object' ? String(source.id) : source
    yield plainStatement(relation, [subject, object], graph, id, decoding)
  }
}

/** Whether there is a statement of the relation between the two. */
function isCovered(subject: Rdf.Term, relation: Relation, object: Rdf.Term, decoding: Decoding): boolean {
  const { set, lexicon } = decoding
  const terms = lexicon.relation(relation.name)
  const stands = (from: Rdf.Term, to: Rdf.Term) =>
    set
      .about(from)
      .filter(({ predicate }) => predicate.value === terms.statement.value)
      .some(({ object: node }) =>
        set
          .about(node)
          .some(
            ({ predicate, object: end }) =>
              predicate.value === terms.object.value && keyOf(end) === keyOf(to),
          ),
      )
  return stands(subject, object) || (relation.symmetric === true && stands(object, subject))
}

/** Whether a triple of a symmetric relation stands there the other way round too, and is read there. */
function isRepeated(subject: Rdf.Term, relation: Relation, object: Rdf.Term, decoding: Decoding): boolean {
  const { set, lexicon } = decoding
  const { direct } = lexicon.relation(relation.name)
  return (
    keyOf(object) < keyOf(subject) &&
    set
      .about(object)
      .some(({ predicate, object: end }) => predicate.value === direct.value && keyOf(end) === keyOf(subject))
  )
}

/** What tells a blank node from others: what is said of it, and who speaks of it. */
function descriptionOf(node: Rdf.Term, set: QuadSet): unknown {
  const budget = { left: MAX_DESCRIPTION }
  const said = describe(node, set, budget)
  const spoken = set
    .incoming(node)
    .map(({ subject, predicate }) => canonicalJson([describe(subject, set, budget), predicate.value]))
  return [said, [...new Set(spoken)].sort()]
}
