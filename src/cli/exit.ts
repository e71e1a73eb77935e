import { CommanderError } from 'commander'
import { printable, StatecraftError } from '../model/issue'
import { type Io, say } from './io'

/** What a command ends with. */
export const EXIT = {
  ok: 0,
  /** There are errors in the data; what is good in it was used. */
  data: 1,
  /** The command line is wrong, or a file cannot be read or written; nothing was done. */
  usage: 2,
} as const

/** For the help of every command that reads data. */
export const EXIT_HELP = `
Exit codes:
  0  done, without errors in the data (there may be warnings)
  1  done, with errors in the data: what is bad is left out, what is good is used
  2  not done: a mistake in the command line, or a file that cannot be read or written`

/** The command line is wrong; `hint` says what would do. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(hint === undefined ? message : `${message} (${hint})`)
  }
}

/** The data is so wrong that the command cannot go on. */
export class DataError extends Error {}

/** Tells the user why a command failed. */
export function exitCodeOf(error: unknown, io: Io): number {
  if (io.signal?.aborted) {
    say(io, 'interrupted')
    return interruptedCode(io.signal.reason)
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage // it has told
  if (error instanceof DataError) {
    say(io, `error: ${printable(error.message)}`)
    return EXIT.data
  }
  if (error instanceof UsageError || error instanceof StatecraftError || isSystemError(error)) {
    say(io, `error: ${printable(error.message)}`)
    return EXIT.usage
  }
  throw error
}

/** 128 and the number of the signal, as shells have it. */
function interruptedCode(reason: unknown): number {
  return reason === 'SIGTERM' ? 143 : 130
}

/** A file that is not there, may not be read, a full disk…: not a mistake in this program. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code)
}
