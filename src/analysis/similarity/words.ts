import { byCodeUnits } from '../../model/canonical'
import { counted } from '../../query/show/table'
import type { Compared, Unpaired } from './compare'
import type { Asked, AskedTime } from './options'
import type { NoPair } from './tie'

/** What is to be cited, and the sources on whose silence zeros rest. */
export function withSilent(cited: readonly string[], silent: readonly string[]): string[] {
  return [...new Set([...cited, ...silent])].sort(byCodeUnits)
}

/** The sources that make zeros of silence, by id: those that cover a time in which there are any. */
export function silentSources(found: readonly Pick<Compared, 'rows' | 'coverage'>[]): string[] {
  const withZeros = found.filter(({ rows }) => rows.some(({ a, b }) => a === 0 || b === 0))
  return withSilent(
    [],
    withZeros.flatMap(({ coverage }) => coverage.map(({ source }) => source)),
  )
}

export const CAVEAT =
  'It tells how alike two portfolios are: not how friendly the two are, nor what they want, and it forecasts nothing.'

const WHY: { readonly [W in NoPair]: string } = {
  'not-stated': 'of one of the two nothing is stated',
  'type-not-stated': 'an alliance is stated, and not of what type',
  'sources-differ': 'statements differ about it',
  absent: 'one of the two was absent',
  'not-a-member': 'one of the two had no vote',
  'left-out': 'what is stated is of a standing that does not count',
  'no-weight': 'it has no weight',
}

/** A measure, to three places. */
export function measured(value: number | undefined): string {
  if (value === undefined) return '·'
  const rounded = value.toFixed(3).replace('-', '−')
  return /^−0\.0+$/.test(rounded) ? rounded.slice(1) : rounded
}

export function timeInWords(time: AskedTime | undefined): string {
  if (!time) return 'all years'
  const { first, last } = time.years
  return first === last ? String(first) : `${first}–${last}`
}

/** By what conventions it was measured. */
export function conventionsInWords({
  over,
  self,
  isWeighted,
  distance,
  infer,
  absent,
  counted: c,
}: Asked): string {
  const both = distance.s === distance.corrected
  return [
    `Measured over ${over}`,
    both ? `${distance.s} distances` : `${distance.s} distances for S, ${distance.corrected} for π and κ`,
    isWeighted ? 'weighted' : 'equal weights',
    ...(over === 'pledges'
      ? [self === 'defence' ? 'each has a defence pact with itself' : 'the two themselves left out']
      : [absent === 'abstain' ? 'absence counts as abstention' : 'absence left out']),
    ...(infer ? ['with what follows from treaties'] : []),
    `counting what is ${[...c.levels].join(', ')}${c.disputed ? ', disputed or not' : ' and undisputed'}`,
  ].join('; ')
}

/** What is to be told beside the figures of one comparison. */
export function remarksOn(found: Compared, { over }: Asked, time: AskedTime | undefined): string[] {
  const undefinedOnes = (['s', 'pi', 'kappa'] as const).flatMap((name) => {
    const why = found.why[name]
    return why === undefined ? [] : [`${{ s: 'S', pi: 'π', kappa: 'κ' }[name]} is undefined: ${why}`]
  })
  return [
    ...undefinedOnes,
    ...(over === 'pledges' ? zeros(found, time) : []),
    ...unpairedInWords(found.unpaired),
    ...told(found.leftOut, 'left out for their standing: they count for nothing here, which is not a no'),
    ...told(found.undated, 'of dates that do not place them in this time: left out'),
    ...told(found.vague, 'whose dates are vague may hold, and count'),
    ...(over === 'votes' && time?.day !== undefined
      ? ['The view is of one day: only its votes are in it']
      : []),
  ]
}

function zeros({ rows, coverage }: Compared, time: AskedTime | undefined): string[] {
  const silent = rows.reduce((n, { a, b }) => n + Number(a === 0) + Number(b === 0), 0)
  if (silent === 0) return []
  const on =
    coverage.length > 0
      ? `rest on the silence of what covers ${timeInWords(time)}: ${coverage.map(({ source }) => source).join(', ')}`
      : `rest on no source's coverage of ${timeInWords(time)}: that nothing is stated may only be a gap`
  return [`${silent} of the ${2 * rows.length} codes are 0 and ${on}`]
}

function unpairedInWords(unpaired: readonly Unpaired[]): string[] {
  const reasons = new Map<NoPair, number>()
  for (const { why } of unpaired) reasons.set(why, (reasons.get(why) ?? 0) + 1)
  return Object.entries(WHY).flatMap(([why, words]) => {
    const n = reasons.get(why as NoPair) // the boundary: a key of the object above
    return n === undefined ? [] : [`Not compared over ${n}: ${words}`]
  })
}

function told(ids: readonly string[], words: string): string[] {
  return ids.length === 0 ? [] : [`${counted(ids.length, 'statements')} ${words}`]
}
