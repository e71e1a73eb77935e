import type { PictureOptions } from '../../drawing/diagram'
import { fail } from '../../model/issue'
import { oneOf } from '../options'
import { ROWS } from './table'

/** How something is shown. */
export interface ShowOptions extends PictureOptions {
  /** Languages of labels, best first. */
  readonly languages?: readonly string[]
  /** At most so many rows, of a table or list, or answers in a picture; 20 where not given. */
  readonly rows?: number
}

/** Every option of what is shown. */
export const SHOW_OPTIONS = [
  'languages',
  'rows',
  'theme',
  'flow',
  'legend',
] as const satisfies (keyof ShowOptions)[]

/**
 * Checks how something is to be shown.
 *
 * @param known the options that are taken here
 * @returns the options, with their rows
 * @throws {@link StatecraftError} `bad-value`, for an option or a value of one that there is none of
 */
export function readShowOptions<O extends ShowOptions>(
  options: O,
  known: readonly string[] = SHOW_OPTIONS,
): O & { readonly rows: number } {
  for (const key of Object.keys(options)) oneOf(key, known, 'option', [])
  const { languages, theme, flow, legend, rows = ROWS } = options
  if (languages !== undefined && !isListOfTexts(languages))
    fail('bad-value', 'languages are a list of tags, best first', {
      path: ['languages'],
      hint: "as ['ar', 'en']",
    })
  if (theme !== undefined) oneOf(theme, ['auto', 'light', 'dark'], 'theme', ['theme'])
  if (flow !== undefined) oneOf(flow, ['right', 'down'], 'flow', ['flow'])
  if (legend !== undefined) oneOf(legend, [true, false], 'choice', ['legend'])
  if (!(Number.isInteger(rows) ? rows > 0 : rows === Number.POSITIVE_INFINITY))
    fail('bad-value', 'rows is a whole number from 1 on, or Infinity', { path: ['rows'] })
  return { ...options, rows }
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
