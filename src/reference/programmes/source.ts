/** The metadata of programmes by OpenSanctions, as a source. */
export const OPENSANCTIONS = 'source:opensanctions-programmes'

/** Our own readings of the acts behind programmes: what falls on a country, and what was wrong in the metadata. */
export const READINGS = 'source:statecraft-programmes'

/**
 * The last day of which the metadata surely speaks. They do not say when they were compiled; the newest day that they
 * name is that of a document published on 8 June 2026 (the list under section 1260H), so they are no older.
 */
export const COMPILED = '2026-06-08'

/** What goes on since nobody says when: certain on the day of which the source speaks. */
export const ONGOING = '/..'

/** What had ended by then, nobody says when. */
export const ENDED = `[..${COMPILED}]`
