/** The id of a party, the same in all formats: `ofac:9639`. */
export function partyId(uid: string): string {
  return `ofac:${uid}`
}

/** Numbers of parties, as all formats have them. */
export function isUid(text: string | undefined): boolean {
  return text !== undefined && /^[1-9]\d{0,11}$/.test(text)
}

const TYPES: ReadonlyMap<string, PartyType> = new Map([
  ['individual', 'Person'],
  ['entity', 'Organization'],
  ['vessel', 'Vessel'],
  ['aircraft', 'Aircraft'],
])

/** What parties on the lists may be; `Actor` where a file does not tell. */
export type PartyType = 'Person' | 'Organization' | 'Vessel' | 'Aircraft' | 'Actor'

/**
 * The type of a party by OFAC's word for it, in any case.
 *
 * @param word `Individual`, `Entity`, `vessel`…
 * @returns undefined where there is no such kind of parties
 */
export function typeOfParty(word: string): PartyType | undefined {
  return TYPES.get(word.trim().toLowerCase())
}

/**
 * A name of several parts, as the flat files have it: `HANIYA, Ismail Abdul Salah`. Names stay in this order in all
 * formats: which part comes first elsewhere the lists do not say, and a party is to have one label whatever it is read
 * from.
 *
 * @param last the family name, or the whole name of what is no person
 * @param first all other parts, in their order
 */
export function fullName(last: string | undefined, first: string | undefined): string {
  return [last, first]
    .map((part) => part?.trim().replace(/\s+/g, ' '))
    .filter((part) => part)
    .join(', ')
}
