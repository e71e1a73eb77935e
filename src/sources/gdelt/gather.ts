import type { RawRecord } from '../input/records'
import type { CameoMeaning } from './cameo'
import type { GdeltEvent } from './event'

/** Ids of what GDELT is to us: its events as a source, and who publishes them. */
export const GDELT_SOURCE = 'source:gdelt-2-events'
export const GDELT_PUBLISHER = 'organization:gdelt'

/** Events that say the same of one day. */
interface Group {
  readonly meaning: CameoMeaning
  readonly subject: string
  readonly object: string
  /** Who announces it, where it is announced. */
  readonly by: string | undefined
  readonly first: GdeltEvent
  readonly ids: string[]
  readonly codes: Map<string, number>
  readonly actors: Set<string>
  readonly urls: Set<string>
  mentions: number
}

/**
 * Joins the events of one day, pair and root code that become the same statement: one claim each. It holds what GDELT
 * took up on one day, whatever the number of files.
 */
export class Gathered {
  readonly #groups = new Map<string, Group>()
  readonly #ids = new Set<string>()

  /** Whether the event was taken already. */
  has({ id }: GdeltEvent): boolean {
    return this.#ids.has(id)
  }

  /**
   * Takes an event.
   *
   * @param one the first actor of the event
   * @param other the second
   * @param symmetric whether the relation is the same both ways
   */
  add(event: GdeltEvent, meaning: CameoMeaning, one: string, other: string, symmetric: boolean): void {
    const turned = meaning.reversed || (symmetric && other < one)
    const [subject, object] = turned ? [other, one] : [one, other]
    const by = meaning.stance === 'announces' ? one : undefined
    const key = JSON.stringify([
      event.day,
      event.rootCode,
      meaning.relation,
      subject,
      object,
      meaning.qualifiers ?? {},
      by ?? '',
    ])
    let group = this.#groups.get(key)
    if (!group) {
      group = {
        meaning,
        subject,
        object,
        by,
        first: event,
        ids: [],
        codes: new Map(),
        actors: new Set(),
        urls: new Set(),
        mentions: 0,
      }
      this.#groups.set(key, group)
    }
    this.#ids.add(event.id)
    group.ids.push(event.id)
    group.codes.set(event.code, (group.codes.get(event.code) ?? 0) + 1)
    group.actors.add(event.actors.join(' '))
    if (event.url !== '') group.urls.add(event.url)
    group.mentions += event.mentions
  }

  /** The statements of what was taken, in the order in which it came; then there is nothing. */
  *statements(): Generator<RawRecord> {
    for (const group of this.#groups.values()) yield statementOf(group)
    this.#groups.clear()
    this.#ids.clear()
  }
}

function statementOf(group: Group): RawRecord {
  const { meaning, subject, object, by, first } = group
  return {
    relation: meaning.relation,
    subject,
    object,
    ...meaning.qualifiers,
    occurrence: first.day,
    claims: [
      {
        stance: meaning.stance,
        ...(by === undefined ? {} : { by, via: GDELT_PUBLISHER }),
        source: GDELT_SOURCE,
        at: `event ${first.id}`,
        said: first.added,
        method: 'machine',
        when: first.day,
        ...meaning.details,
        extra: {
          rootCode: first.rootCode,
          codes: Object.fromEntries(group.codes),
          events: group.ids,
          mentions: group.mentions,
          actors: [...group.actors],
          articles: [...group.urls],
        },
      },
    ],
  }
}
