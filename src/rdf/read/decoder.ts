import type * as Rdf from '@rdfjs/types'
import { PrefixMap } from '../../model/id'
import { type Issue, issue, StatecraftError } from '../../model/issue'
import { hintOf } from '../../model/suggest'
import type { Relation } from '../../ontology/ontology'
import { RecordReader } from '../../ontology/reader'
import type { Lexicon } from '../lexicon'
import { RDF } from '../words'
import { type Alignment, alignmentOf } from './alignment'
import { BlankNames } from './blank-names'
import { Coverage } from './coverage'
import { type Budget, type Decoding, problemAt, type RawRecord } from './decoding'
import { canBeEntity, decodeEntity, typesOf } from './entity'
import type { Property, QuadSet } from './quad-set'
import { Roles } from './roles'
import { decodeStatement, plainStatement } from './statement'
import { StatementNames } from './statement-names'
import { keyOf } from './term-dictionary'

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

/** What to do where records do not stand together. */
const WHOLE = 'was this written record by record? if not, read it whole, without streaming'

/** A record, and the node that it was read at. */
export interface Found {
  readonly node: Rdf.Term
  readonly record: RawRecord
}

/** Quads → records, as they stand there: whoever takes them reads and checks them. */
export class Decoder {
  readonly #options: DecoderOptions
  readonly #roles: Roles
  readonly #alignment: Alignment
  readonly #budget: Budget
  readonly #reader: RecordReader
  /** The prefixes of ids, with those that the quads told of so far. */
  readonly prefixes: PrefixMap
  /** Prefixes that the quads told of. */
  readonly #told = new Set<string>()
  readonly #unknownWords = new Set<string>()
  #sourceGiven = false
  #plain = 0
  #torn = 0

  constructor(options: DecoderOptions) {
    this.#options = options
    const { ontology } = options.lexicon
    this.prefixes = new PrefixMap(options.lexicon.prefixes.named())
    this.#roles = new Roles(options.lexicon)
    this.#alignment = alignmentOf(ontology)
    this.#budget = { left: options.foreign, tooDeep: 0 }
    this.#reader = new RecordReader(ontology, { prefixes: this.prefixes, report: () => {} })
  }

  /**
   * The records of a set of quads: of the whole file, or of a part that stands by itself.
   *
   * @param isCut whether more was to come, which could not be read
   */
  *records(set: QuadSet, isCut = false): Generator<Found> {
    this.#takePrefixes(set)
    const decoding = this.#decodingOf(set)
    const names = new StatementNames(decoding, this.#reader)
    const naming = { ...decoding, statement: (term: Rdf.Term) => names.of(term) }
    const coverage = new Coverage(set, this.#options.lexicon, isCut)
    for (const subject of set.subjects()) yield* this.#about(subject, naming, names, coverage)
  }

  /** What is to be told at the end. */
  finish(): void {
    const { report, foreign } = this.#options
    if (this.#torn > 1) {
      const message = `${this.#torn - 1} more statements and claims stand in parts, and were left out`
      report(issue('bad-id', message, { hint: WHOLE }))
    }
    if (this.#plain > 0) {
      const hint = 'they are read where the whole file is: without streaming, and not cut short'
      const message = `${this.#plain} plain triples were left out: whether statements cover them is not known before the end`
      report(issue('truncated', message, { hint }))
    }
    if (this.#budget.left < 0) {
      const message = `${-this.#budget.left} foreign triples were left out, beyond the ${foreign} that are kept under extra`
      report(issue('truncated', message))
    }
    if (this.#budget.tooDeep > 0) {
      const message = `${this.#budget.tooDeep} foreign nodes were left out, nested deeper than what is kept under extra`
      report(issue('truncated', message))
    }
  }

  #takePrefixes(set: QuadSet): void {
    for (const { subject, object } of set.withPredicate(this.#roles.idPrefix)) {
      try {
        this.prefixes.set(object.value, subject.value)
        if (this.prefixes.namespace(object.value) === subject.value) this.#told.add(object.value)
      } catch (error) {
        if (!(error instanceof StatecraftError)) throw error
        this.#options.report({ ...error.issue, path: ['prefixes', object.value] })
      }
    }
  }

  /**
   * The id of an entity. One under a namespace that the file names stands as its IRI: whoever takes the records decides
   * whether the prefix is to mean that there, or has it for something else.
   */
  #idOf(iri: string): string {
    const id = this.prefixes.id(iri)
    return this.#told.has(id.slice(0, id.indexOf(':'))) ? `iri:${iri}` : id
  }

  #decodingOf(set: QuadSet): Decoding {
    const { lexicon, report } = this.#options
    const roles = this.#roles
    const alignment = this.#alignment
    const budget = this.#budget
    const blank = new BlankNames(set, this.#source ?? '')
    const entity = (term: Rdf.Term): string => {
      if (term.termType === 'NamedNode') return this.#idOf(term.value)
      if (term.termType === 'BlankNode') return `genid:${blank.of(term)}`
      return JSON.stringify(term.value) // in quotes: what is no node is no id, whatever it says
    }
    const statement = () => undefined
    const types = remembered((node) => typesOf(set.about(node), { lexicon, roles, alignment }).types)
    const isStatement = remembered((node) =>
      set.about(node).some(({ predicate }) => roles.of(predicate)?.is === 'object'),
    )
    const unknown = (word: Rdf.Term, node: Rdf.Term) => this.#unknown(word, node, set)
    const torn = (found: Issue) => this.#tellTorn(found)
    return {
      lexicon,
      roles,
      alignment,
      set,
      budget,
      report,
      torn,
      unknown,
      entity,
      statement,
      types,
      isStatement,
    }
  }

  /** Of a file that was not written record by record nearly all is torn: that is told once. */
  #tellTorn(found: Issue): void {
    const { inParts, report } = this.#options
    if (inParts && this.#torn++ > 0) return
    report(inParts ? { ...found, hint: WHOLE } : found)
  }

  #unknown(word: Rdf.Term, node: Rdf.Term, set: QuadSet): void {
    if (word.termType !== 'NamedNode' || this.#unknownWords.has(word.value)) return
    this.#unknownWords.add(word.value)
    const message = `<${word.value.slice(0, 200)}> is no word of the ontology: it is kept under extra, or left out`
    const meant = hintOf(word.value, this.#roles.words())
    this.#options.report({ ...problemAt('unknown-field', message, node, set), ...meant })
  }

  /** The id of what answers for plain triples. */
  get #source(): string | undefined {
    const { source } = this.#options
    return typeof source === 'object' ? String(source.id) : source
  }

  /** The records that stand at a subject: itself, and the statements that it is the subject of. */
  *#about(
    subject: Rdf.Term,
    decoding: Decoding,
    names: StatementNames,
    coverage: Coverage,
  ): Generator<Found> {
    const { roles, set, lexicon } = decoding
    const own: Property[] = []
    const statements: Found[] = []
    const plain: [Relation, Property][] = []
    const said = set.about(subject)
    for (const property of said) {
      const role = roles.of(property.predicate)
      if (role?.is === 'statement') {
        const relation = lexicon.ontology.relation(role.relation)
        const statement = this.#statement(property.object, relation, subject, decoding)
        const ref = statement && names.ref(property.object)
        if (statement)
          statements.push({
            node: property.object,
            record: ref === undefined ? statement : { ...statement, ref },
          })
      } else if (role?.is === 'direct') plain.push([lexicon.ontology.relation(role.relation), property])
      else {
        const relation = role ? undefined : this.#aligned(subject, property, decoding)
        if (relation) plain.push([relation, property])
        else if (role?.is !== 'derived') own.push(property)
        // A slip in a word of ours is told: what was meant by it may be a retraction.
        const word = role?.is === 'type' ? property.object : property.predicate
        const isWord = role?.is === 'type' ? isClass(property.object, roles) : role !== undefined
        if (!isWord && !relation && roles.isOwn(word.value)) decoding.unknown(word, subject)
      }
    }
    if (this.#isPart(subject, said, decoding)) return
    if (own.length > 0) {
      const entity = decodeEntity(subject, own, decoding)
      if (entity) yield { node: subject, record: entity }
      else this.#untyped(subject, decoding)
    }
    yield* statements
    for (const [relation, property] of plain)
      yield* this.#plainStatement(subject, relation, property, decoding, coverage)
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
   * of nothing is told. What has a type is an entity, whatever else is said of it.
   */
  #isPart(subject: Rdf.Term, said: readonly Property[], decoding: Decoding): boolean {
    const { lexicon, roles, set, report } = decoding
    if (decoding.types(subject).length > 0) return false
    for (const { predicate, object } of said) {
      const role = roles.of(predicate)
      if (role?.is === 'object') {
        if (set.subjectsOf(lexicon.relation(role.relation).statement.value, subject).length === 0)
          decoding.torn(
            problemAt('bad-id', `it has no subject, so it is no statement of ${role.relation}`, subject, set),
          )
        return true
      }
      if (predicate.value === roles.about) {
        const message = `it is about <${object.value.slice(0, 200)}>, which is no statement here`
        if (!decoding.isStatement(object)) decoding.torn(problemAt('bad-id', message, subject, set))
        return true
      }
    }
    const classes = said.filter(({ predicate }) => roles.of(predicate)?.is === 'type')
    if (classes.some(({ object }) => object.value === roles.claim))
      report(problemAt('bad-id', 'it is a claim about nothing', subject, set))
    return (
      classes.some(({ object }) => roles.isPart(object)) ||
      said.some(({ predicate }) => predicate.value === RDF.first.value)
    )
  }

  /** Somebody has to be of some type that is known here. */
  #untyped(subject: Rdf.Term, { roles, set, report }: Decoding): void {
    const isKept = ({ predicate }: { readonly predicate: Rdf.Term }) =>
      (roles.of(predicate)?.is ?? 'node') === 'node' // it is read, or kept as foreign, where it is spoken of
    if (subject.termType === 'BlankNode' && set.incoming(subject).some(isKept)) return
    const found = problemAt('unknown-type', 'it is of no class that is known here', subject, set)
    report({ ...found, hint: 'give it a class of the ontology, or one that is a counterpart of one' })
  }

  /** The relation that a foreign predicate stands for, where the ends may be of those types. */
  #aligned(subject: Rdf.Term, { predicate, object }: Property, decoding: Decoding): Relation | undefined {
    const { ontology } = decoding.lexicon
    const name = this.#alignment.relations.get(predicate.value)
    if (name === undefined || !canBeEntity(object, decoding)) return undefined
    const relation = ontology.relation(name)
    const from = decoding.types(subject)
    const to = decoding.types(object)
    const areOf = (types: readonly string[], wanted: readonly string[]) =>
      types.length === 0 || types.some((type) => wanted.some((want) => ontology.isA(type, want)))
    const alike = !relation.alike || relation.from.some((type) => areOf(from, [type]) && areOf(to, [type]))
    return alike && areOf(from, relation.from) && areOf(to, relation.to) ? relation : undefined
  }

  /** A triple that no statement covers says what its document asserts. */
  *#plainStatement(
    subject: Rdf.Term,
    relation: Relation,
    { predicate, object, graphs }: Property,
    decoding: Decoding,
    coverage: Coverage,
  ): Generator<Found> {
    if (coverage.covers(subject, relation, object) || coverage.repeats(subject, relation, object)) return
    if (this.#options.inParts || coverage.isOpen(relation, predicate)) {
      this.#plain++
      return
    }
    const { source } = this.#options
    if (typeof source === 'object' && !this.#sourceGiven) {
      this.#sourceGiven = true
      yield { node: subject, record: source }
    }
    const record = plainStatement(relation, [subject, object], graphs, this.#source, decoding)
    yield { node: subject, record }
  }
}

/** Whether a class means something here. */
function isClass(term: Rdf.Term, roles: Roles): boolean {
  return roles.type(term) !== undefined || roles.isPart(term)
}

/** A function of nodes that is worked out once for each: very many may speak of one. */
function remembered<T extends {}>(work: (node: Rdf.Term) => T): (node: Rdf.Term) => T {
  const known = new Map<string, T>()
  return (node) => {
    const key = keyOf(node)
    const value = known.get(key) ?? work(node)
    known.set(key, value)
    return value
  }
}
