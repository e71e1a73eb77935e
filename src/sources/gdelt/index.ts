import { Problem } from '../../model/problem'
import { core } from '../../ontology/core'
import type { SourceContext, SourceOptions } from '../input/context'
import { type CsvRow, csvRows } from '../input/csv'
import type { SourceFile, SourceInput } from '../input/files'
import { type RawRecord, readSource, type SourceReader, type SourceRecords } from '../input/records'
import { Tally } from '../input/tally'
import { wholeRows } from '../input/whole-rows'
import { cameoRule } from './cameo'
import { Countries, type Country } from './countries'
import { GdeltCounts } from './counts'
import { EVENT_COLUMNS, type GdeltEvent, readEvent } from './event'
import { Gathered, GDELT_PUBLISHER, GDELT_SOURCE } from './gather'
import { tellOther } from './others'

export { CAMEO_RULES, type CameoMeaning, type CameoRule, cameoRule } from './cameo'
export type { GdeltCounts } from './counts'

/** How to read events of GDELT. */
export interface GdeltOptions extends SourceOptions {
  /**
   * Which events are taken: those between two different states (where not given), or those whose actors have two
   * different country codes: also territories, and regions of the world (`AFR`), which become groupings.
   */
  readonly pairs?: 'different-states' | 'different-countries'
  /** Takes the numbers of events, once, when all are read. */
  readonly onCounts?: ((counts: GdeltCounts) => void) | undefined
}

/** The reader of `gdelt-events`. */
export const gdeltEvents: SourceReader<GdeltOptions> = {
  async *read(files, context, options) {
    yield* HEAD.map((record) =>
      record.id === GDELT_SOURCE && options.published !== undefined
        ? { ...record, published: options.published }
        : record,
    )
    yield* new EventReader(context, options).read(files)
  },
}

/**
 * Reads events of GDELT 2.0: `*.export.CSV`, one file or all of a folder. Each becomes a statement of the day of the
 * event; events of one day, pair and root code that say the same become one claim, which tells their number.
 *
 * @param input text, bytes, a stream, a file, or the files of a folder
 * @param options which pairs of actors are taken
 * @returns records to be read once. Issues: `unmapped`, one for each code of CAMEO that has no counterpart and each
 *   country code that is no state, with the number of events; `bad-csv`, `cut-off`, `bad-date`, `bad-value`, `conflict`
 *   (an event twice) with their lines; `wrong-format` for another file of GDELT
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readGdeltEvents } from 'statecraft/sources'
 *
 * const cells = new Array(61).fill('')
 * Object.assign(cells, { 0: '881990840', 1: '20191024', 7: 'BLR', 17: 'RUS', 26: '042', 28: '04', 31: '6' })
 * Object.assign(cells, { 59: '20191024143000', 60: 'https://example.org/visit' })
 *
 * const kg = createGraph()
 * await kg.load(readGdeltEvents(`${cells.join('\t')}\n`))
 * for (const { subject, relation, object } of kg.statements()) console.log(subject, relation, object)
 * // state:BY visits state:RU
 * ```
 *
 * Source: GDELT Event Codebook V2.0, 2015, http://data.gdeltproject.org/documentation/GDELT-Event_Codebook-V2.0.pdf
 */
export function readGdeltEvents(input: SourceInput, options: GdeltOptions = {}): SourceRecords {
  return readSource(gdeltEvents, input, options)
}

const HEAD: readonly RawRecord[] = [
  { type: 'Organization', id: GDELT_PUBLISHER, label: { en: 'The GDELT Project' } },
  {
    type: 'Dataset',
    id: GDELT_SOURCE,
    label: { en: 'GDELT 2.0 Event Database' },
    publisher: GDELT_PUBLISHER,
    url: 'https://www.gdeltproject.org/',
    description: {
      en: 'Events coded by machine from news reports (Leetaru and Schrodt, GDELT: Global Data on Events, Location and Tone, 2013)',
    },
  },
]

class EventReader {
  readonly #context: SourceContext
  readonly #options: GdeltOptions
  readonly #countries = new Countries()
  readonly #gathered = new Gathered()
  readonly #unmapped: Tally
  readonly #counts = new GdeltCounts()
  /** Countries that were told of. */
  readonly #told = new Set<string>()
  /** The day of which events are being gathered. */
  #added = ''
  #mended = false

  constructor(context: SourceContext, options: GdeltOptions) {
    this.#context = context
    this.#options = options
    this.#unmapped = new Tally(context)
  }

  async *read(files: readonly SourceFile[]): AsyncGenerator<RawRecord> {
    for (const file of files) {
      if (files.length > 1) this.#context.file = file.name
      for await (const { cells, line } of wholeRows(this.#rows(file), EVENT_COLUMNS, this.#context)) {
        const event = readEvent(cells)
        if (event instanceof Problem) {
          const code = /^(?:SQLDATE|DATEADDED)/.test(event.message) ? 'bad-date' : 'bad-value'
          this.#context.tell(code, `${event.message}; the event is left out`, {
            line,
            record: cells.join('\t').slice(0, 500),
          })
        } else yield* this.#event(event)
      }
    }
    yield* this.#gathered.statements()
    this.#unmapped.tell((count) => (count === 1 ? '1 event' : `${count} events`))
    this.#options.onCounts?.(this.#counts)
  }

  /** The rows of a file, without a row of column names; none where it is another file of GDELT. */
  async *#rows(file: SourceFile): AsyncGenerator<CsvRow> {
    let first = true
    for await (const row of csvRows(file, this.#context, { delimiter: '\t', quote: false })) {
      if (first && tellOther(row, this.#context)) return
      if (!first || row.cells[0] !== 'GLOBALEVENTID') yield row
      first = false
    }
  }

  *#event(event: GdeltEvent): Generator<RawRecord> {
    this.#counts.events++
    const [one, other] = event.countries
    if (one === '' || other === '' || one === other) return
    this.#counts.pairs++
    if (event.added !== this.#added) yield* this.#gathered.statements()
    this.#added = event.added
    if (event.mended) this.#tellMended()

    const subject = this.#country(one)
    const object = this.#country(other)
    if (!subject || !object || subject.id === object.id) return
    if (this.#gathered.has(event)) {
      this.#context.tell('conflict', `the event ${event.id} is there twice: the first stands`)
      return
    }
    this.#counts.taken++
    const rule = cameoRule(event.code)
    const meaning = rule?.meaning
    const relation = meaning && core.relation(meaning.relation)
    const [from, to] = meaning?.reversed ? [object, subject] : [subject, object]
    if (!meaning || !relation || !isOf(from, relation.from) || !isOf(to, relation.to)) {
      this.#counts.leaveOut(event.code)
      const title = rule ? ` (${rule.title})` : ''
      const why = !rule
        ? 'is no code of CAMEO'
        : (rule.why ?? `is nothing that passes here from ${from.label}`)
      this.#unmapped.add(`code ${event.code}`, 'unmapped', `CAMEO ${event.code.slice(0, 20)}${title}: ${why}`)
      return
    }
    for (const { id, record } of [subject, object]) {
      if (!this.#told.has(id)) yield record
      this.#told.add(id)
    }
    this.#counts.take(meaning.relation)
    this.#gathered.add(event, meaning, subject.id, object.id, relation.symmetric === true)
  }

  /** Whoever stands behind a country code, where that is wanted. */
  #country(code: string): Country | undefined {
    const country = this.#countries.of(code)
    const { pairs = 'different-states' } = this.#options
    if (country && (pairs === 'different-countries' || country.type === 'State')) return country
    const message = country
      ? `the country code ${code} (${country.label}) is no state`
      : `there is no country code '${code.slice(0, 20)}' in CAMEO`
    const hint = country ? "the option pairs: 'different-countries' takes its events" : undefined
    this.#unmapped.add(`country ${code}`, 'unmapped', message, hint)
    return undefined
  }

  #tellMended(): void {
    if (this.#mended) return
    this.#mended = true
    this.#context.tell('bad-value', 'event codes have lost their leading zeros, which are put back', {
      hint: 'was the file saved by a spreadsheet?',
    })
  }
}

function isOf({ type }: Country, types: readonly string[]): boolean {
  return types.some((ancestor) => core.isA(type, ancestor))
}
