import { FACTS } from './fact-kinds'
import type { PartyFacts } from './facts'
import { ID_TYPES } from './id-types'
import { documentOfText } from './identifiers'

/** Between the items of remarks; a dot is part of many names. */
const SEPARATOR = '; '

/**
 * Reads the remarks of a party, item by item, into its facts: `DOB 10 Dec 1948; a.k.a. 'BNC'; Linked To: HIZBALLAH.`
 * Weak aliases stand here alone in the flat files. What is none of the kinds that OFAC has is kept as it stands.
 *
 * @param remarks without what `-0-` stands for; whole: the flat files have their ends in a file of their own
 * @param facts takes what is said
 * @param isCut whether the end is missing: the last item is then kept as it stands
 * @returns the names of the parties that it is linked to, in order, without the dot at the end of the remarks: that may
 *   be part of the last one, for it stands there once
 */
export function readRemarks(remarks: string, facts: PartyFacts, isCut = false): readonly string[] {
  const links: string[] = []
  const items = itemsOf(remarks)
  const last = isCut ? items.pop() : undefined
  for (const item of items) {
    const link = /^\(?Linked To: (.+?)\)?$/i.exec(item)?.[1]
    if (link !== undefined) links.push(item.startsWith('(') ? link : item.slice('Linked To: '.length))
    else if (!isWeakName(item, facts) && !isFact(item, facts)) facts.note('remarks', item)
  }
  if (last !== undefined) facts.note('remarks', last)
  return links
}

/** The items of remarks, without the dot at their end. */
function itemsOf(remarks: string): string[] {
  return remarks
    .trim()
    .replace(/\.$/, '')
    .split(SEPARATOR)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function isWeakName(item: string, facts: PartyFacts): boolean {
  const [, letter, name = ''] = /^([afn])\.k\.a\. '(.+)'$/.exec(item) ?? []
  if (letter === undefined) return false
  facts.weakName(name, letter === 'f')
  return true
}

/** Kinds of facts and of documents by the first word of their names, the longest first. */
const KINDS: ReadonlyMap<string, readonly string[]> = (() => {
  const kinds = new Map<string, string[]>()
  for (const kind of [...FACTS.keys(), ...ID_TYPES.keys()].sort((a, b) => b.length - a.length)) {
    const first = firstWord(kind)
    const there = kinds.get(first)
    if (there) there.push(kind)
    else kinds.set(first, [kind])
  }
  return kinds
})()

function firstWord(text: string): string {
  return /^[^\s:]*/.exec(text)![0]
}

/** Schemes whose values may have no digit; of others, words that follow are no number but a sentence. */
const WORDS: ReadonlySet<string> = new Set([
  'bic',
  'email',
  'website',
  'call-sign',
  'tail-number',
  'msn',
  'x-wallet',
  'x-equity-ticker',
])

function isFact(item: string, facts: PartyFacts): boolean {
  const text = item.replace(/^alt\.\s+/i, '')
  const low = text.toLowerCase()
  const kind = KINDS.get(firstWord(low))?.find(
    (one) => low.startsWith(one) && /^[\s:]/.test(low.slice(one.length)),
  )
  if (kind === undefined) return false
  const [separator] = /^\s*(?::|-(?=\s))?\s*/.exec(text.slice(kind.length))!
  const value = text.slice(kind.length + separator.length)
  const name = text.slice(0, kind.length)
  if (value === '') return false
  // What OFAC puts after the name of a kind is part of how it names it.
  if (FACTS.has(kind)) return facts.fact(`${name}${/[:-]/.exec(separator) ? separator.trimEnd() : ''}`, value)
  const type = ID_TYPES.get(kind)!
  if (!WORDS.has(type.scheme) && !/\d/.test(value)) return false
  const [, currency, address] = type.scheme === 'x-wallet' ? (/^(\S+)\s+(\S.*)$/.exec(value) ?? []) : []
  facts.document(
    address === undefined ? documentOfText(name, value) : { type: `${name} - ${currency}`, value: address },
  )
  return true
}
