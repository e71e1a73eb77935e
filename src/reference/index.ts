/**
 * The reference graph that comes with the package: states, memberships, treaties and programmes of sanctions, as
 * records that a graph takes.
 *
 * @packageDocumentation
 */

export * from './memberships'
export * from './programmes'
export * from './states'
export * from './treaties'
