import type { Io } from './io'

/** Hands what a command was called with on to it, and keeps what it ends with. */
export type Into = <A, F>(
  command: (args: A, flags: F, io: Io) => Promise<number>,
) => (args: A, flags: F) => Promise<void>
