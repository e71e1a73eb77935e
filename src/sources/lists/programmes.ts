import { mintId } from '../../model/id'
import { programmeByAlias } from '../../reference/programmes'
import type { ListProgramme } from './party'

/**
 * A programme as a list names it.
 *
 * @param key what tells it apart: `un Al-Qaida`, with the list before the name
 * @param label what it is called
 * @param names what the reference graph may know it by; the first by which it knows one programme counts
 * @param issuer in whose name it is: `organization:un`
 */
export function listProgramme(
  key: string,
  label: string,
  names: readonly string[],
  issuer: string,
): ListProgramme {
  const known = names.map((name) => programmeByAlias(name, issuer).ids).find((ids) => ids.length === 1)
  const [partOf] = known ?? []
  return { id: mintId('programme', key), label, ...(partOf === undefined ? {} : { partOf }) }
}
