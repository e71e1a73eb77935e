import type { ListProgramme } from '../lists/party'
import { listProgramme } from '../lists/programmes'
import { type ListKey, OFAC } from './lists'

/** Tags that were renamed, and nothing else: parties keep their place on the list. */
const RENAMED: { readonly [tag: string]: string } = { '561List': '561-Related' }

const known = new Map<string, ListProgramme>()
/** Tags are a few hundred; what is endless is no list of tags. */
const MOST_KNOWN = 5_000

/**
 * The programme that a tag stands for: one tag, one programme, whatever the format.
 *
 * @param tag as the lists write it, `SDGT`, `CAATSA - RUSSIA`
 */
export function programmeOf(tag: string): ListProgramme {
  const name = tagOf(tag)
  const found = known.get(name)
  if (found) return found
  const programme = listProgramme(`ofac ${name}`, name, [name], OFAC.id)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(name, programme)
  return programme
}

/** A tag as it is written now, without what surrounds it. */
export function tagOf(tag: string): string {
  const name = tag.trim().replace(/\s+/g, ' ')
  return (Object.hasOwn(RENAMED, name) && RENAMED[name]) || name
}

/**
 * The tags of one cell: `SDGT] [SYRIA` is two.
 *
 * @returns each once, in order
 */
export function tagsOf(cell: string): readonly string[] {
  const tags = cell.replace(/^\[|\]$/g, '').split(/\s*\]\s*\[\s*/)
  return [...new Set(tags.map(tagOf))].filter((tag) => tag !== '')
}

/**
 * Tags that stand only on lists other than the SDN List, and tags that stand on both. All others stand on the SDN List
 * alone. From the tags, lists and sanctions types of the advanced and enhanced XML, and OFAC's list of program tags,
 * https://ofac.treasury.gov/specially-designated-nationals-list-sdn-list/program-tag-definitions-for-ofac-sanctions-lists
 */
const ELSEWHERE: ReadonlyMap<string, ListKey> = new Map([
  ['NS-PLC', 'plc'],
  ['FSE-IR', 'fse'],
  ['FSE-SY', 'fse'],
  ['561-Related', 'capta'],
  ['CMIC-EO13959', 'cmic'],
  ['CCMC', 'cmic'],
  ['NS-ISA', 'isa'],
])
const BOTH: ReadonlyMap<string, readonly ListKey[]> = new Map([
  ['UKRAINE-EO13662', ['ssi']],
  ['RUSSIA-EO14024', ['mbs', 'capta']],
  ['BELARUS-EO14038', ['mbs']],
  ['BURMA-EO14014', ['mbs']],
  ['CAATSA - RUSSIA', ['mbs']],
  ['ILLICIT-DRUGS-EO14059', ['mbs']],
  ['IRAN', ['eo13599']],
  ['ISA', ['isa']],
])

/** The lists that parties of a programme may stand on: the SDN List first, where it is one of them. */
export function listsOfTag(tag: string): readonly ListKey[] {
  const elsewhere = ELSEWHERE.get(tag)
  return elsewhere ? [elsewhere] : ['sdn', ...(BOTH.get(tag) ?? [])]
}

/** Whether a party of these programmes stands on no list that is the SDN List: then its file is not, either. */
export function isNowhereOnSdn(tags: readonly string[]): boolean {
  return tags.length > 0 && tags.every((tag) => !listsOfTag(tag).includes('sdn'))
}
