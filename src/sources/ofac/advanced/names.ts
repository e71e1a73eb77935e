import { attributeOf, childrenAt, childrenOf, type XmlElement } from '../../input/xml'
import type { PartyFacts } from '../facts'
import { formattedName, takeName } from '../name-parts'
import type { Values } from './values'

/**
 * Takes the names of a party, the primary one first. The parts of a name have their kinds in another place, the groups of
 * its identity. What is written in a second way, as in another script, is an alias; names under which somebody falsely
 * goes are kept beside.
 *
 * @returns whether there was a primary name
 */
export function takeNames(identities: readonly XmlElement[], values: Values, facts: PartyFacts): boolean {
  let isNamed = false
  for (const identity of byRank(identities)) {
    const kinds = kindsOf(identity, values)
    for (const alias of byRank(childrenOf(identity, 'Alias'))) {
      for (const name of latinFirst(childrenOf(alias, 'DocumentedName'), values)) {
        const written = childrenAt(name, 'DocumentedNamePart', 'NamePartValue')
        const parts = written.map((part) => ({
          kind: kinds.get(attributeOf(part, 'NamePartGroupID') ?? ''),
          text: part.text,
        }))
        if (attributeOf(identity, 'False') === 'true') {
          facts.note('falseIdentities', formattedName(parts))
          continue
        }
        const isFirst: boolean = !isNamed && isPrimary(identity) && isPrimary(alias)
        const isTaken = takeName(
          {
            parts,
            script: values.of(written[0], 'Script'),
            aliasType: values.of(alias, 'AliasType'),
            isLowQuality: attributeOf(alias, 'LowQuality') === 'true',
            isPrimary: isFirst,
          },
          facts,
        )
        isNamed ||= isTaken
      }
    }
  }
  return isNamed
}

/** Kinds of the parts of names, by their groups. */
function kindsOf(identity: XmlElement, values: Values): ReadonlyMap<string, string | undefined> {
  const groups = childrenAt(identity, 'NamePartGroups', 'MasterNamePartGroup', 'NamePartGroup')
  return new Map(groups.map((group) => [attributeOf(group, 'ID') ?? '', values.of(group, 'NamePartType')]))
}

function isPrimary(element: XmlElement): boolean {
  return attributeOf(element, 'Primary') === 'true'
}

function byRank(elements: readonly XmlElement[]): readonly XmlElement[] {
  return elements.toSorted((a, b) => Number(!isPrimary(a)) - Number(!isPrimary(b)))
}

function latinFirst(names: readonly XmlElement[], values: Values): readonly XmlElement[] {
  const rank = (name: XmlElement) => Number(values.of(name, 'DocNameStatus') !== 'Primary Latin')
  return names.toSorted((a, b) => rank(a) - rank(b))
}
