import type { PartyFacts } from './facts'
import { fullName } from './parties'
import { scriptNamed } from './scripts'

/** A part of a name, and what it is in it: `Last Name`, `Entity Name`… */
export interface NamePart {
  readonly kind: string | undefined
  readonly text: string
}

/** A name as the advanced and the enhanced XML have it. */
export interface NameInParts {
  readonly parts: readonly NamePart[]
  /** The whole name, where the file has it beside its parts. */
  readonly whole?: string | undefined
  /** What the file calls its script: `Cyrillic`. */
  readonly script: string | undefined
  /** `A.K.A.`, `F.K.A.`, `N.K.A.`; undefined of the primary name. */
  readonly aliasType: string | undefined
  readonly isLowQuality: boolean
  /** It is the name of the party. */
  readonly isPrimary: boolean
}

/**
 * Takes a name into the facts of its party. How it is written in its parts is kept beside, where that differs.
 *
 * @returns whether it is one, and the primary one
 */
export function takeName(name: NameInParts, facts: PartyFacts): boolean {
  const { parts, whole = formattedName(parts), isPrimary, isLowQuality } = name
  if (whole === '') return false
  const written = inOrder(parts, (part) => part.text)
  if (written !== whole && written !== '') facts.note('writtenNames', written)
  const script = scriptNamed(name.script, whole)
  const more = script === undefined ? {} : { script }
  const isFormer = /^f\.?k\.?a/i.test(name.aliasType ?? '')
  if (isPrimary) facts.name(whole, 'primary', more)
  else if (isFormer && isLowQuality) facts.weakName(whole, true)
  else facts.name(whole, isFormer ? 'former' : isLowQuality ? 'weak' : 'alias', more)
  return isPrimary
}

/**
 * A name of parts as OFAC writes it: family names first and in capitals, nicknames as they are. The advanced XML has the
 * parts alone, and these often in lower case, where all other formats have the name: `Bank of Moscow` is
 * `BANK OF MOSCOW`, `Bektas`, `Halis` is `BEKTAS, Halis`. One name is to be the same in all of them.
 */
export function formattedName(parts: readonly NamePart[]): string {
  return inOrder(parts, (part) =>
    isGiven(part) || /^nickname$/i.test(part.kind ?? '') ? part.text : part.text.toUpperCase(),
  )
}

/** Kinds of parts that stand after the comma; all others are the family name, or the whole name of what is no person. */
const GIVEN: ReadonlySet<string> = new Set(['first name', 'middle name', 'patronymic'])

function isGiven({ kind }: NamePart): boolean {
  return GIVEN.has(kind?.trim().toLowerCase() ?? '')
}

function inOrder(parts: readonly NamePart[], textOf: (part: NamePart) => string): string {
  const joined = (some: readonly NamePart[]) => some.map(textOf).join(' ')
  return fullName(joined(parts.filter((part) => !isGiven(part))), joined(parts.filter(isGiven)))
}
