import type { Io } from '../io'
import type { OutputFlags } from '../output'
import { convert } from './convert'

interface ReferenceFlags extends OutputFlags {
  readonly to?: string
}

/** Writes data that comes with the package: JSON Lines, where nothing else is said. */
export async function reference(parts: readonly string[], flags: ReferenceFlags, io: Io): Promise<number> {
  const asJsonl = flags.to === undefined && (flags.output ?? '-') === '-'
  return await convert([`reference:${parts.join(',')}`], asJsonl ? { ...flags, to: 'jsonl' } : flags, io)
}
