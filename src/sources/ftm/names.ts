import type { Name, NameKind } from '../../model/record'
import { stringProblem } from '../../model/text'
import { addTo, type Properties, valuesOf } from './node'

/** Property → kind of the names in it. */
const NAMES: readonly (readonly [property: string, kind: NameKind])[] = [
  ['name', 'primary'],
  ['alias', 'alias'],
  ['weakAlias', 'weak'],
  ['previousName', 'former'],
]

/** Whether a value may stand as a text. */
export function isText(value: string): boolean {
  return value !== '' && !stringProblem(value)
}

/**
 * The names of an entity. FollowTheMoney does not tell their languages; statements do.
 *
 * @param languageOf the language of a value, where it is known
 */
export function readNames(
  properties: Properties,
  languageOf: (property: string, value: string) => string | undefined = () => undefined,
): Name[] {
  return NAMES.flatMap(([property, kind]) =>
    valuesOf(properties, property)
      .filter(isText)
      .map((text) => {
        const lang = languageOf(property, text)
        return { text, ...(lang === undefined ? {} : { lang }), kind }
      }),
  )
}

/** The same back. */
export function writeNames(names: readonly Name[], properties: Map<string, string[]>): void {
  for (const [property, kind] of NAMES) {
    const texts = names.filter((name) => name.kind === kind).map(({ text }) => text)
    addTo(properties, property, texts)
  }
}
