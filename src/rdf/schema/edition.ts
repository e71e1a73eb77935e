import { fail } from '../../model/issue'

/** How a schema is published. */
export interface SchemaOptions {
  /** What this edition is called, as `1.0.0`: letters, digits, dots, hyphens and plus signs. */
  readonly version?: string
  /** What the ontology is called; `Statecraft ontology` where nothing is said. */
  readonly title?: string
}

export const TITLE = 'Statecraft ontology'

/** Refuses what cannot end the IRI of an edition. */
export function checkVersion(version: string): void {
  if (/^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(version)) return
  const hint = "letters, digits, dots, hyphens and plus signs, as '1.0.0'"
  fail('bad-value', `'${version.slice(0, 80)}' cannot be a version`, { path: ['version'], hint })
}
