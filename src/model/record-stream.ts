import type { Prefixes } from './id'
import type { Issue } from './issue'

/** What a stream of records may know about itself: readers of files do. */
export interface RecordStream {
  /** The file that the record that came last is in, of an input that has several. */
  readonly file?: string | undefined
  /** The line of the record that came last, from 1. */
  readonly line?: number | undefined
  /** What the record that came last is called in its file, where it has no line. */
  readonly node?: string | undefined
  /** Trouble met before there was a record. */
  readonly issues?: readonly Issue[]
  /** Namespaces that a header gives. */
  readonly prefixes?: Prefixes
  /**
   * Whether ids under these stand as IRIs in the records, as in RDF. Then a prefix that is in use here for other ids is
   * not taken: they would become the same.
   */
  readonly byIri?: boolean
  /** The default source that a header gives. */
  readonly source?: string | undefined
}
