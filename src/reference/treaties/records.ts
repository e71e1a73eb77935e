import type { EntityRecord, StatecraftRecord, StatementRecord } from '../../model/record'
import { idsOf, type Spell, spellStatements } from '../memberships/spells'
import { given, idOf, rowsOf, sourcesOf } from '../table'
import { ORGANIZATIONS, PARTIES, SOURCES, SUSPENSIONS, TREATIES } from './data'

/**
 * Alliances proper as records for a graph: the North Atlantic Treaty, the Warsaw Treaty, the Collective Security Treaty
 * of 1992, ANZUS, the Rio Treaty, the treaties of the United States with Japan (1951, 1960), South Korea, the
 * Philippines and, until 1980, the Republic of China, and those of North Korea with China (1961), the USSR (1961) and
 * Russia (2024), and of the USSR with China (1950). Load them with `states()`, which has the parties.
 *
 * - Each `Treaty` has when it was signed, when it is in force, and what its parties promise each other (`obligations`,
 *   in the terms of ATOP). They are our reading of the articles that the description names.
 * - `partyTo` is dated by when the treaty bound the party. The last day is that on which it ended.
 * - `suspendsObligationsTo`: the United States towards New Zealand under ANZUS, from 11 August 1986.
 * - A treaty `concerns` the organisation that rests on it, as NATO.
 * - That two parties are allied is not stated: it is inferred from the obligations where a query asks for it
 *   (`infer: true`), as `alliedWith` under the treaty, for as long as both are bound.
 * - The sources speak of the time up to 31 October 2025. What goes on is certain until then, and possible after.
 *
 * @returns records, sources first, in an order that does not change; they load without issues
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { states, treaties } from 'statecraft/reference'
 *
 * const kg = createGraph()
 * kg.load(states())
 * kg.load(treaties())
 * const options = { via: 'alliedWith', infer: true, maxSteps: 1, asOf: '1986-01-01' } as const
 * for (const path of kg.paths('state:KP', { type: 'State' }, options)) console.log(String(path))
 * ```
 *
 * Sources: `reference-data/NOTICE.md`; Leeds, Ritter, Mitchell and Long, “Alliance Treaty Obligations and Provisions,
 * 1815–1944”, International Interactions 28 (2002), for the terms.
 */
export function* treaties(): Generator<StatecraftRecord> {
  yield* sourcesOf(SOURCES)
  for (const [id = '', type = '', label = ''] of rowsOf(ORGANIZATIONS))
    yield { type, id, label: { en: label } }
  yield* entities()
  yield* spellStatements(parties())
  yield* spellStatements(suspensions())
}

function* entities(): Generator<EntityRecord | StatementRecord> {
  for (const [
    slug,
    signed,
    inForce,
    obligations = '',
    label = '',
    alias,
    organization,
    description,
  ] of rowsOf(TREATIES)) {
    const id = `treaty:${slug}`
    const source = `source:treaty-${slug}`
    yield {
      type: 'Treaty',
      id,
      label: { en: label },
      ...(alias ? { names: [{ text: alias, lang: 'en', kind: 'alias' as const }] } : {}),
      ...(description ? { description: { en: description } } : {}),
      sources: [source],
      ...given({ signed, inForce }),
      obligations: obligations.split(' '),
    }
    if (organization)
      yield {
        relation: 'concerns',
        subject: id,
        object: organization,
        occurrence: '',
        claims: [{ stance: 'asserts', source, when: String(inForce) }],
      }
  }
}

function* parties(): Generator<Spell> {
  for (const [treaty, from = '', until = '', source = '', note, keys = ''] of rowsOf(PARTIES)) {
    for (const subject of idsOf(keys))
      yield { relation: 'partyTo', subject, object: `treaty:${treaty}`, from, until, source, note }
  }
}

function* suspensions(): Generator<Spell> {
  for (const [treaty, from = '', until = '', source = '', note, subject = '', object = ''] of rowsOf(
    SUSPENSIONS,
  )) {
    const qualifiers = { treaty: `treaty:${treaty}` }
    yield {
      relation: 'suspendsObligationsTo',
      subject: idOf(subject),
      object: idOf(object),
      qualifiers,
      from,
      until,
      source,
      note,
    }
  }
}
