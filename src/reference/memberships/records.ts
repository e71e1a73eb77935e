import type { EntityRecord, StatecraftRecord } from '../../model/record'
import { given, rowsOf, sourcesOf } from '../table'
import { MEMBERS, ORGANIZATIONS, SOURCES, SUSPENSIONS } from './data'
import { idsOf, type Spell, spellStatements } from './spells'

/**
 * Who is or was a member of what, as records for a graph: the United Nations, NATO, the Warsaw Pact, the Collective
 * Security Treaty Organization, the European Union, the Council of Europe, the Shanghai Cooperation Organisation,
 * BRICS, the G7 and G8, the Arab League, the Gulf Cooperation Council, ASEAN, the Organisation of African Unity and the
 * African Union, ECOWAS and the Organization of American States. Load them with `states()`, which has the members.
 *
 * - `memberOf` is dated by the day on which accession took effect, not by signature. Founders are dated by the entry
 *   into force of the charter, or by the founding declaration where there is none. Where the day is not certain there
 *   is a month or a year, and within that the membership is possible and not certain.
 * - The last day is that on which the membership ended; on it, it still holds.
 * - Other standings are statements of their own: `associate`, `observer`, `partner`, `candidate`, `invited`. They are
 *   given where they are sure, and are not complete.
 * - `suspendedFrom` says when a member’s rights were suspended. Who is suspended is a member still.
 * - A state that is continued by another, as the USSR by Russia, is followed by that on the next day.
 * - The sources speak of the time up to 31 October 2025. What goes on is certain until then, and possible after.
 *
 * @returns records, organisations and sources first, in an order that does not change; they load without issues
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { memberships, states } from 'statecraft/reference'
 *
 * const kg = createGraph()
 * kg.load(states())
 * kg.load(memberships())
 * const then = kg.view({ asOf: '1955-05-06', certain: true })
 * const members = [...then.statements({ relation: 'memberOf', object: 'organization:nato', standing: 'member' })]
 * members.length // 15
 * ```
 *
 * Sources: `reference-data/NOTICE.md`.
 */
export function* memberships(): Generator<StatecraftRecord> {
  yield* organizations()
  yield* sourcesOf(SOURCES)
  yield AFRICAN_UNION
  yield* spellStatements(members())
  yield* spellStatements(suspensions())
}

/** The one among them that took the place of another. */
const AFRICAN_UNION: StatecraftRecord = {
  relation: 'succeeds',
  subject: 'organization:au',
  object: 'organization:oau',
  kind: 'replacement',
  occurrence: '',
  claims: [{ stance: 'asserts', source: 'source:au-members', when: '2002-07-09/..' }],
}

function* organizations(): Generator<EntityRecord> {
  for (const [
    id = '',
    type = '',
    founded,
    dissolved,
    wikidata,
    alias,
    description,
    ...labels
  ] of organizationRows()) {
    const [en, fr, es, ru, ar, zh] = labels
    yield {
      type,
      id,
      label: given({ en, fr, es, ru, ar, zh }),
      ...(alias ? { names: [{ text: alias, lang: 'en', kind: 'alias' as const }] } : {}),
      ...(wikidata ? { identifiers: [{ scheme: 'wikidata', value: wikidata }] } : {}),
      ...(description ? { description: { en: description } } : {}),
      ...given({ founded, dissolved }),
    }
  }
}

function* members(): Generator<Spell> {
  const ids = idsBySlug()
  for (const [slug = '', standing, from = '', until = '', source = '', stance, by, note, keys = ''] of rowsOf(
    MEMBERS,
  )) {
    const object = ids.get(slug) ?? ''
    const qualifiers = { standing: standing || 'member' }
    for (const subject of idsOf(keys))
      yield { relation: 'memberOf', subject, object, qualifiers, from, until, source, stance, by, note }
  }
}

function* suspensions(): Generator<Spell> {
  const ids = idsBySlug()
  for (const [slug = '', from = '', until = '', source = '', note, keys = ''] of rowsOf(SUSPENSIONS)) {
    const object = ids.get(slug) ?? ''
    for (const subject of idsOf(keys))
      yield { relation: 'suspendedFrom', subject, object, from, until, source, note }
  }
}

/** `nato` → `organization:nato`, `g7` → `grouping:g7`. */
function idsBySlug(): ReadonlyMap<string, string> {
  return new Map(organizationRows().map(([id = '']) => [id.slice(id.indexOf(':') + 1), id]))
}

function organizationRows(): string[][] {
  return rowsOf(ORGANIZATIONS)
}
