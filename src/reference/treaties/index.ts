/**
 * Alliances by treaty, and who is or was bound by them.
 */
export { treaties } from './records'
