import { jurisdictionId, jurisdictionOfName } from '../../reference/states'
import type { SourceContext } from '../input/context'
import type { Tie } from './party'

/** The code of a jurisdiction for identifiers, of its id; undefined where it has none of two letters. */
export function codeOf(jurisdiction: string | undefined): string | undefined {
  return /^(?:state|territory):([A-Z]{2})$/.exec(jurisdiction ?? '')?.[1]
}

/** The code of a country for identifiers, of its name as lists write it. */
export function codeOfName(name: string | undefined): string | undefined {
  return name === undefined ? undefined : codeOf(jurisdictionOfName(name))
}

/** A country of a list: its code where the list gives one, else its name. */
export interface Country {
  readonly iso2?: string | undefined
  readonly name?: string | undefined
}

/** The id of a country, by its code, else by its name. */
export function idOfCountry({ iso2, name }: Country): string | undefined {
  return (
    (iso2 === undefined ? undefined : jurisdictionId(iso2)) ??
    (name === undefined ? undefined : jurisdictionOfName(name))
  )
}

/**
 * Ties of a party to countries, each once. A country that is none is told, and handed back, so that it is kept as the
 * list has it.
 */
export function tiesTo(
  relation: Tie['relation'],
  countries: readonly Country[],
  context: SourceContext,
  kind?: string,
): { readonly ties: readonly Tie[]; readonly unknown: readonly string[] } {
  const ids = new Set<string>()
  const unknown: string[] = []
  for (const country of countries) {
    const id = idOfCountry(country)
    if (id !== undefined) ids.add(id)
    else {
      const said = country.name ?? country.iso2 ?? ''
      unknown.push(said)
      const message = `'${said.slice(0, 100)}' is no country that is known here; it is kept under extra`
      context.tell('unmapped', message)
    }
  }
  const ties = [...ids].map((jurisdiction) => ({
    relation,
    jurisdiction,
    ...(kind === undefined ? {} : { kind }),
  }))
  return { ties, unknown }
}
