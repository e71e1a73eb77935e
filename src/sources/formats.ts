import type { SourceReader } from './input/records'

/** A format of what others publish. */
export interface SourceFormatInfo {
  /** What it is, in a few words. */
  readonly title: string
  /** Loads what reads it. */
  reader(): Promise<SourceReader>
}

/** Formats of what others publish, by name. Tables (`csv`) also need a mapping: `readCsv`. */
export const SOURCE_FORMATS = {
  'ofac-sdn-csv': {
    title: "OFAC's flat files, SDN and consolidated: a folder, or the main file alone",
    reader: async () => (await import('./ofac')).ofacCsv,
  },
  'ofac-legacy-xml': {
    title: "OFAC's sdn.xml and consolidated.xml",
    reader: async () => (await import('./ofac')).ofacLegacyXml,
  },
  'ofac-advanced-xml': {
    title: "OFAC's sdn_advanced.xml and cons_advanced.xml",
    reader: async () => (await import('./ofac/advanced')).ofacAdvancedXml,
  },
  'ofac-enhanced-xml': {
    title: "OFAC's SDN_ENHANCED.XML and CONS_ENHANCED.XML",
    reader: async () => (await import('./ofac/enhanced')).ofacEnhancedXml,
  },
  'un-xml': {
    title: "the Security Council's consolidated list",
    reader: async () => (await import('./un')).unXml,
  },
  'uk-xml': {
    title: 'the UK Sanctions List, and the closed list of OFSI, in XML',
    reader: async () => (await import('./uk')).ukXml,
  },
  'uk-csv': { title: 'the UK Sanctions List as CSV', reader: async () => (await import('./uk')).ukCsv },
  'eu-xml': {
    title: "the EU's financial sanctions files, XML 1.1",
    reader: async () => (await import('./eu')).euXml,
  },
  'seco-xml': { title: 'the list of the Swiss SECO', reader: async () => (await import('./seco')).secoXml },
  ftm: {
    title: 'FollowTheMoney: JSON lines, deltas, targets.simple.csv, statements.csv',
    reader: async () => (await import('./ftm')).ftm,
  },
  'gdelt-events': {
    title: 'GDELT 2.0 events',
    reader: async () => (await import('./gdelt')).gdeltEvents,
  },
  csv: { title: 'any table, by a mapping', reader: async () => (await import('./csv')).csv },
} as const satisfies { readonly [name: string]: SourceFormatInfo }

/** The name of a format of {@link SOURCE_FORMATS}. */
export type SourceFormat = keyof typeof SOURCE_FORMATS
