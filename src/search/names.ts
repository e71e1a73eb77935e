import type { View } from '../graph/view'
import type { EntityRecord, NameKind } from '../model/record'
import type { Vocabulary } from '../ontology/typing'

/** A name of an entity, as it stands in its record. */
export interface NameOf {
  readonly entity: string
  readonly text: string
  readonly kind: NameKind
}

/** The entities of a view that have names. */
export function* named<D extends Vocabulary>(view: View<D>): Generator<EntityRecord> {
  // The boundary: records of whatever vocabulary.
  for (const record of view.entities() as Generator<EntityRecord>) if (!record.unnamed) yield record
}

/** All names of an entity: labels in every language, and names of every kind; each text once. */
export function namesOf({ id, label = {}, names = [] }: EntityRecord): NameOf[] {
  const kinds = new Map<string, NameKind>()
  // A name tells its kind, which a label does not.
  for (const { text, kind } of names) if (!kinds.has(text)) kinds.set(text, kind)
  for (const text of Object.values(label)) if (!kinds.has(text)) kinds.set(text, 'primary')
  return [...kinds].map(([text, kind]) => ({ entity: id, text, kind }))
}
