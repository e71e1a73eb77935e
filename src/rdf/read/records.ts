import type * as Rdf from '@rdfjs/types'
import { type Prefixes, PrefixMap } from '../../model/id'
import type { Issue } from '../../model/issue'
import { FoundIssues } from '../../model/issues'
import { core } from '../../ontology/core'
import type { Ontology } from '../../ontology/ontology'
import { Lexicon } from '../lexicon'
import { Decoder, type Found } from './decoder'
import { nodeName, type RawRecord } from './decoding'
import { Parts } from './parts'
import { QuadSet } from './quad-set'
import { Roles } from './roles'

/** How RDF is read. */
export interface ReadOptions {
  /** The vocabulary; the core one where none is given. */
  readonly ontology?: Ontology
  /** Namespaces of prefixes that shall not have the default one; those that a file tells of are added. */
  readonly prefixes?: PrefixMap | Prefixes
  /**
   * What answers for plain triples, which say nothing of who claims them: the id of a source, or the record of one, which
   * then comes before the first of them. Where it is not given such statements are unattributed.
   */
  readonly source?: string | { readonly id: string; readonly [field: string]: unknown }
  /**
   * One record after another, in constant memory: for what `writeRecords` wrote, record by record. Plain triples are left
   * out, since it is not known before the end which of them a statement covers.
   */
  readonly stream?: boolean
  /** How many triples that nothing here stands for are kept, under `extra`; 10,000 where not given. */
  readonly foreign?: number
}

const FOREIGN = 10_000

/** Quads in, records out: what all readers of RDF have in common. It pulls nothing itself. */
export class RdfRecordReader {
  readonly #found = new FoundIssues()
  readonly issues: readonly Issue[] = this.#found.issues
  readonly report = this.#found.report
  readonly #decoder: Decoder
  readonly #parts: Parts | undefined
  readonly #set = new QuadSet()

  constructor({ ontology, prefixes = {}, source, stream = false, foreign = FOREIGN }: ReadOptions) {
    const map = new PrefixMap(prefixes instanceof PrefixMap ? prefixes.named() : prefixes)
    const lexicon = new Lexicon(ontology ?? (core as unknown as Ontology), map) // it knows no names of its own
    this.#decoder = new Decoder({ lexicon, report: this.report, source, inParts: stream, foreign })
    this.#parts = stream ? new Parts(new Roles(lexicon)) : undefined
  }

  /** Prefixes of ids with namespaces of their own: known once the first record was asked for. */
  get prefixes(): Prefixes {
    return this.#decoder.prefixes.named()
  }

  /** What the record that came last is called in the file. */
  node: string | undefined;

  /** Takes quads; gives the records that are complete with them. */
  *take(quads: Iterable<Rdf.BaseQuad>): Generator<RawRecord> {
    for (const quad of quads) {
      if (!this.#parts) this.#set.add(quad)
      else {
        const part = this.#parts.add(quad)
        if (part) yield* this.#told(this.#decoder.records(part))
      }
    }
  }

  /**
   * There are no more quads.
   *
   * @param isCut whether there were, and they could not be read
   */
  *end(isCut: boolean): Generator<RawRecord> {
    const rest = this.#parts ? this.#parts.rest() : this.#set
    if (rest) yield* this.#told(this.#decoder.records(rest, isCut))
    this.node = undefined
    this.#decoder.finish()
  }

  *#told(found: Iterable<Found>): Generator<RawRecord> {
    for (const { node, record } of found) {
      this.node = nodeName(node)
      yield record
    }
  }
}
