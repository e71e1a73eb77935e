import { COUNTRY_MEASURES, ISSUERS, PROGRAMMES, TAGS } from './data'

/** Who issues programmes, and in whose name. */
export interface Issuer {
  readonly key: string
  readonly id: string
  readonly type: string
  readonly label: string
  /** The state or organisation in whose name it acts; '' where it acts in its own, as journalists do. */
  readonly sender: string
}

/** A programme as the table has it. */
export interface Programme {
  readonly key: string
  readonly id: string
  readonly title: string
  /** Of the core's list `programmeKind`. */
  readonly kind: string
  /** An act under which its sender may have sanctions on any country. */
  readonly general: boolean
  /** `active`, `ended` or `legacy`. */
  readonly status: string
  readonly issuer: Issuer
  /** Ids of the jurisdictions and organisations that it is about. */
  readonly concerns: readonly string[]
  /** Codes of OpenSanctions for what is no territory: `zz`, the world, and `ip`, its networks. */
  readonly elsewhere: readonly string[]
  /** What it is about is our correction. */
  readonly corrected: boolean
  /** Measures in the words of OpenSanctions, as `Asset freeze`. */
  readonly measures: readonly string[]
  readonly aliases: readonly string[]
  readonly url: string
}

/** A tag under which a publisher's list has a programme. */
export interface Tag {
  /** The id of the agency that publishes the list. */
  readonly publisher: string
  readonly tag: string
  /** Keys of programmes. */
  readonly programmes: readonly string[]
}

/** Measures that fall on a country as such, by a row checked by hand. */
export interface CountryMeasures {
  /** The key of the programme. */
  readonly programme: string
  /** The id of the jurisdiction. */
  readonly target: string
  /** Of the core's list `measure`. */
  readonly measures: readonly string[]
  readonly scope: string
  readonly legalBasis: string
  /** EDTF where the act itself dates the measures; else ''. */
  readonly when: string
  readonly note: string
}

/** All of the programmes, in the order of their keys. */
export function programmeTable(): readonly Programme[] {
  table ??= readProgrammes()
  return table
}

let table: readonly Programme[] | undefined

function readProgrammes(): Programme[] {
  const issuers = new Map(issuerTable().map((issuer) => [issuer.key, issuer]))
  return rows(PROGRAMMES).map(
    ([
      key = '',
      title = '',
      kind = '',
      general,
      status = '',
      by = '',
      concerns,
      elsewhere,
      corrected,
      measures,
      aliases,
      url = '',
    ]): Programme => {
      const issuer = issuers.get(by)
      if (!issuer) throw new Error(`no issuer '${by}'`) // the generator has checked that there is one
      return {
        key,
        id: `programme:${key}`,
        title,
        kind,
        general: general === 'yes',
        status,
        issuer,
        concerns: values(concerns),
        elsewhere: values(elsewhere),
        corrected: corrected === 'yes',
        measures: values(measures),
        aliases: values(aliases),
        url,
      }
    },
  )
}

/** All of the issuers. */
export function issuerTable(): Issuer[] {
  return rows(ISSUERS).map(([key = '', id = '', type = '', label = '', sender = '']) => ({
    key,
    id,
    type,
    label,
    sender,
  }))
}

/** Tags of lists beyond the aliases of programmes. */
export function tagTable(): Tag[] {
  return rows(TAGS).map(([publisher = '', tag = '', programmes]) => ({
    publisher,
    tag,
    programmes: values(programmes),
  }))
}

/** Measures that fall on countries as such. */
export function countryMeasuresTable(): CountryMeasures[] {
  return rows(COUNTRY_MEASURES).map(
    ([programme = '', target = '', measures, scope = '', legalBasis = '', when = '', note = '']) => ({
      programme,
      target,
      measures: values(measures),
      scope,
      legalBasis,
      when,
      note,
    }),
  )
}

function rows(text: string): string[][] {
  return text === '' ? [] : text.split('\n').map((line) => line.split('\t'))
}

function values(cell = ''): string[] {
  return cell === '' ? [] : cell.split(' // ')
}
