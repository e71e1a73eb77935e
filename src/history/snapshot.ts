import { canonicalJson } from '../model/canonical'
import { PrefixMap } from '../model/id'
import { fail, type Issue, StatecraftError } from '../model/issue'
import { FoundIssues } from '../model/issues'
import { type ClaimRecord, type EntityRecord, isStatement, type StatementRecord } from '../model/record'
import type { RecordStream } from '../model/record-stream'
import { core } from '../ontology/core'
import type { Ontology } from '../ontology/ontology'
import { RecordReader } from '../ontology/reader'
import { isHeld, isOver } from './spells'

/** One edition of a list, or several that came in one file. */
export interface Edition {
  /** The list that it is an edition of; itself where it is part of none. */
  readonly list: string
  /** EDTF: when it was published. */
  readonly published: string | undefined
}

/** Records to be read once, at hand or still to come: what every source and reader gives. */
export type SnapshotInput = (Iterable<unknown> | AsyncIterable<unknown>) & RecordStream

/** How to read a snapshot. */
export interface SnapshotOptions {
  /** The vocabulary; the core one where none is given. */
  readonly ontology?: Ontology
}

/** Issues after which a list may have entries that were not read. */
const LOSSES: ReadonlySet<string> = new Set([
  'cut-off',
  'wrong-format',
  'bad-xml',
  'bad-csv',
  'bad-json',
  'line-too-long',
])

/**
 * A list as it stood when it was published: held whole, so that it can be compared. Made by {@link readSnapshot}.
 */
export class Snapshot {
  readonly entities = new Map<string, EntityRecord>()
  /** By what they say, whatever their claims; by their occurrence where one edition has several that differ in it alone. */
  readonly statements = new Map<string, StatementRecord>()
  readonly editions = new Map<string, Edition>()
  readonly issues: readonly Issue[]
  readonly #found = new FoundIssues()
  #parties: ReadonlySet<string> | undefined

  constructor() {
    this.issues = this.#found.issues
  }

  /** Whether nothing was lost in reading it: only then does its silence say something. */
  get complete(): boolean {
    return !this.issues.some(
      ({ code, record, entity }) =>
        LOSSES.has(code) || record !== undefined || (code === 'truncated' && entity === undefined),
    )
  }

  /** Parties that stand on it, by id: those whose listing has not ended. */
  get parties(): ReadonlySet<string> {
    this.#parties ??= new Set(
      [...this.statements.values()]
        .filter((one) => isListing(one) && one.claims.some(goesOn))
        .map(({ object }) => object),
    )
    return this.#parties
  }

  /** The edition in which a claim stands. */
  editionOf({ source }: ClaimRecord): Edition | undefined {
    if (source === undefined) return undefined
    const published = this.entities.get(source)?.published
    return (
      this.editions.get(source) ?? {
        list: source,
        published: typeof published === 'string' ? published : undefined,
      }
    )
  }

  /** The lists that it has editions of: those in which somebody is designated, and the editions that it names. */
  get lists(): ReadonlySet<string> {
    const found = new Set([...this.editions.values()].map(({ list }) => list))
    for (const statement of this.statements.values()) {
      if (!isListing(statement)) continue
      for (const claim of statement.claims) {
        const list = this.editionOf(claim)?.list
        if (list !== undefined) found.add(list)
      }
    }
    return found
  }

  /** @internal */
  async read(
    records: SnapshotInput,
    // The boundary: whoever reads records knows no names of the vocabulary.
    { ontology = core as unknown as Ontology }: SnapshotOptions,
  ): Promise<void> {
    const { report } = this.#found
    let reader: RecordReader | undefined
    let told = 0
    const forward = () => {
      const issues = records.issues ?? []
      for (; told < issues.length; told++) report(issues[told]!)
    }
    for await (const raw of records) {
      forward()
      // Not before: the header is known once the first record is there.
      reader ??= new RecordReader(ontology, { prefixes: new PrefixMap(records.prefixes), report })
      const record = reader.read(raw, records.line)
      if (!record) continue
      if (isStatement(record)) this.#statement(record)
      else this.entities.set(record.id, record)
    }
    forward()
    for (const { subject, object, relation } of this.statements.values()) {
      const published = this.entities.get(subject)?.published
      if (relation !== 'partOf' || typeof published !== 'string') continue
      this.editions.set(subject, { list: object, published })
    }
  }

  #statement(record: StatementRecord): void {
    const said = keyOf(record)
    const first = this.statements.get(said)
    const key = first && first.occurrence !== record.occurrence ? `${said} ${record.occurrence}` : said
    const known = this.statements.get(key)
    this.statements.set(key, known ? { ...known, claims: [...known.claims, ...record.claims] } : record)
  }
}

/**
 * Reads a snapshot: one edition of a list, of whatever format.
 *
 * @param records what a source or reader gives
 * @param options the vocabulary
 * @returns the snapshot, with what was wrong in it
 * @throws StatecraftError `wrong-format` where nothing in it is a list
 *
 * @example
 * ```ts
 * import { readSnapshot } from 'statecraft/history'
 * import { readFormat } from 'statecraft/sources'
 *
 * const xml = '<CONSOLIDATED_LIST dateGenerated="2025-04-19T00:00:00Z"><INDIVIDUALS/><ENTITIES/></CONSOLIDATED_LIST>'
 * const snapshot = await readSnapshot(await readFormat('un-xml', xml))
 * console.log(snapshot.parties.size) // 0
 * ```
 */
export async function readSnapshot(records: SnapshotInput, options: SnapshotOptions = {}): Promise<Snapshot> {
  const snapshot = new Snapshot()
  await snapshot.read(records, options)
  if (snapshot.lists.size === 0) {
    const why = snapshot.issues.find(({ code }) => code === 'wrong-format')
    if (why) throw new StatecraftError(why)
    fail('wrong-format', 'nothing here is a list: nobody is designated in it')
  }
  return snapshot
}

/** What a statement says, as a key: without its occurrence, and without who says so. */
export function keyOf({ claims: _, occurrence: __, ref: ___, id: ____, ...said }: StatementRecord): string {
  return canonicalJson(said)
}

/** Whether a statement is that a party is listed. */
export function isListing({ relation }: StatementRecord): boolean {
  return relation === 'designates'
}

/** Whether a claim says, as a fact that it stands by, that it still goes on. */
function goesOn(claim: ClaimRecord): boolean {
  return isHeld(claim) && !isOver(claim)
}
