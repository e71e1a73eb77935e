/** What a tie is worth, by the value of a list; what is not named is worth nothing that could be said. */
type Codes = ReadonlyMap<unknown, number>

/** What similarity may be measured over. */
export type Over = 'pledges' | 'votes'

/** The highest code of each scale. */
export const HIGHEST: { readonly [O in Over]: number } = { pledges: 3, votes: 2 }

/**
 * Pledges as Signorino and Ritter code the types of the Correlates of War: no alliance 0, entente 1, neutrality or
 * nonaggression 2, defence 3. Obligations of ATOP take the code of the type they make. ATOP keeps a promise of help in
 * offence apart from one of defence; the scale has nothing above active help in war, and so it is 3 as well.
 */
export const PLEDGE_CODES: { readonly [detail in 'obligations' | 'cowType']: Codes } = {
  obligations: new Map([
    ['defence', 3],
    ['offence', 3],
    ['neutrality', 2],
    ['nonaggression', 2],
    ['consultation', 1],
  ]),
  cowType: new Map([
    ['defence', 3],
    ['neutrality', 2],
    ['nonaggression', 2],
    ['entente', 1],
  ]),
}

/** Votes in their order, an abstention halfway (Lijphart 1963, *American Political Science Review* 57, 902–917). */
export const VOTE_CODES: Codes = new Map([
  ['yes', 2],
  ['abstain', 1],
  ['no', 0],
])
