export { ofacCsv, readOfacCsv } from './csv'
export { ofacLegacyXml, readOfacLegacyXml } from './legacy'
