/**
 * Who is or was a member of which organisation.
 */
export { memberships } from './records'
