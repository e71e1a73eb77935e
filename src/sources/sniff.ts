import type { SourceFormat } from './formats'

/** The outermost elements of lists in XML, by local name. */
const ROOTS: { readonly [root: string]: SourceFormat } = {
  sdnList: 'ofac-legacy-xml',
  Sanctions: 'ofac-advanced-xml',
  sanctionsData: 'ofac-enhanced-xml',
  CONSOLIDATED_LIST: 'un-xml',
  Designations: 'uk-xml',
  ArrayOfFinancialSanctionsTarget: 'uk-xml',
  export: 'eu-xml',
  'swiss-sanctions-list': 'seco-xml',
}

/** Columns of a GDELT 2.0 event export. */
const GDELT_COLUMNS = 61

/**
 * Tells the format of what others publish by how it begins, and by the names of its files.
 *
 * @param names of the file, or of all files of a folder
 * @param head the first characters of the first of them; a few thousand are enough
 * @returns `csv` for a table that is no known one: it needs a mapping; undefined where it is none of these
 *
 * @example
 * ```ts
 * import { sniffFormat } from 'statecraft/sources'
 *
 * sniffFormat(['consolidated.xml'], '<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="…">') // 'un-xml'
 * ```
 */
export function sniffFormat(names: readonly string[], head: string): SourceFormat | undefined {
  if (names.some((name) => /^(?:sdn|cons_prim)\.(?:csv|pip|del)$/i.test(name))) return 'ofac-sdn-csv'
  const text = head.replace(/^\ufeff/, '').trimStart()
  const root = rootOf(text)
  if (root !== undefined) return Object.hasOwn(ROOTS, root) ? ROOTS[root] : undefined
  const [line = ''] = text.split(/\r?\n/, 1)
  if (line.startsWith('{'))
    return /^\{"(?:op|entity|schema|properties)"|"schema":\s*"/.test(line) ? 'ftm' : undefined
  if (/^\d+,"[^"]*",(?:-0- |"individual"|"vessel"|"aircraft")/.test(line)) return 'ofac-sdn-csv'
  if (line.split('\t').length === GDELT_COLUMNS && /^\d+\t\d{8}\t/.test(line)) return 'gdelt-events'
  if (/^"?Report Date:|^"?Last Updated"?,"?Unique ID/i.test(line)) return 'uk-csv'
  if (/^"?id"?,"?schema"?,"?name"?,|^"?canonical_id"?,|,"?canonical_id"?[,\s]/.test(line)) return 'ftm'
  return names.length === 1 && /\.(?:csv|tsv|tab)$/i.test(names[0]!) ? 'csv' : undefined
}

/** The local name of the outermost element; undefined where the text is no XML. */
export function rootOf(text: string): string | undefined {
  const inside = text.replace(
    /^(?:\s*<\?[\s\S]*?\?>|\s*<!--[\s\S]*?-->|\s*<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>)*/i,
    '',
  )
  return /^\s*<(?:[\w.-]+:)?([\w.-]+)/.exec(inside)?.[1]
}
