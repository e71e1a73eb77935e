import type { Address, Name } from '../../model/record'
import type { SourceContext } from '../input/context'
import { childrenAt, childrenOf, textAt, type XmlElement } from '../input/xml'
import { tiesTo } from '../lists/countries'
import { leftOf } from '../lists/left'
import type { Listing, Party } from '../lists/party'
import { listProgramme } from '../lists/programmes'
import { scriptOf } from '../lists/scripts'
import { anyStated, distinct, joined, stated, tidy } from '../lists/stated'
import { dateIn } from '../lists/written-dates'
import { readBirths, readPlaces } from './births'
import { readDocuments } from './documents'
import { regimeOf, statedMeasures } from './regimes'

/** Children of an entry that are read; the rest is kept by name. */
const READ = new Set(
  (
    'DATAID VERSIONNUM FIRST_NAME SECOND_NAME THIRD_NAME FOURTH_NAME UN_LIST_TYPE REFERENCE_NUMBER LISTED_ON GENDER ' +
    'SUBMITTED_BY SUBMITTED_ON NAME_ORIGINAL_SCRIPT COMMENTS1 NATIONALITY NATIONALITY2 TITLE DESIGNATION LIST_TYPE ' +
    'LAST_DAY_UPDATED INDIVIDUAL_ALIAS ENTITY_ALIAS INDIVIDUAL_ADDRESS ENTITY_ADDRESS INDIVIDUAL_DATE_OF_BIRTH ' +
    'INDIVIDUAL_PLACE_OF_BIRTH INDIVIDUAL_DOCUMENT DELISTED_ON'
  ).split(' '),
)

/** What the list writes where it has nothing. */
const NOTHING = /^(?:na|n\/a|-)$/i

/** What a party is called, in the order of the list. */
export function nameOf(element: XmlElement): string | undefined {
  const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((field) =>
    textAt(element, field),
  )
  return joined(parts.filter((part) => part !== undefined && !NOTHING.test(part)))
}

/** The comment of an entry, on one line. */
export function commentOf(element: XmlElement): string | undefined {
  return tidy(textAt(element, 'COMMENTS1'))
}

/** Reads one entry, whose id and reference are known. */
export function readEntry(element: XmlElement, id: string, reference: string, context: SourceContext): Party {
  const isPerson = element.name === 'INDIVIDUAL'
  const comment = commentOf(element)
  const aliases = childrenOf(element, `${element.name}_ALIAS`)
  const addresses = childrenOf(element, `${element.name}_ADDRESS`).map(readAddress)
  const births = readBirths(childrenOf(element, 'INDIVIDUAL_DATE_OF_BIRTH'), context)
  const documents = readDocuments(childrenOf(element, 'INDIVIDUAL_DOCUMENT'))
  const nationalities = [
    ...childrenAt(element, 'NATIONALITY', 'VALUE'),
    ...childrenOf(element, 'NATIONALITY2'),
  ]
    .map(({ text }) => tidy(text))
    .filter((name) => name !== undefined && !NOTHING.test(name))
  const citizen = tiesTo(
    'citizenOf',
    nationalities.map((name) => ({ name })),
    context,
    'nationality',
  )
  const gender = genderOf(textAt(element, 'GENDER'))
  const extra = anyStated({
    dataId: textAt(element, 'DATAID'),
    version: textAt(element, 'VERSIONNUM'),
    titles: values(element, 'TITLE'),
    designations: values(element, 'DESIGNATION'),
    updated: values(element, 'LAST_DAY_UPDATED'),
    submittedBy: textAt(element, 'SUBMITTED_BY'),
    submittedOn: textAt(element, 'SUBMITTED_ON'),
    gender: gender === undefined ? textAt(element, 'GENDER') : undefined,
    listType: values(element, 'LIST_TYPE').filter((type) => type !== 'UN List'),
    nationality: citizen.unknown,
    aliases: aliases.map(aliasDetails).filter((alias) => alias !== undefined),
    addressNotes: addresses.filter(({ note }) => note !== undefined),
    datesOfBirth: births.left,
    placesOfBirth: readPlaces(childrenOf(element, 'INDIVIDUAL_PLACE_OF_BIRTH')),
    documents: documents.left,
    links: distinct((comment ?? '').match(/https?:\/\/[^\s,;)]+/g) ?? []),
    other: leftOf([element], READ, context),
  })
  return {
    id,
    type: isPerson ? 'Person' : 'Organization',
    names: readNames(element, aliases),
    listings: [listingOf(element, reference, comment, context)],
    ...stated({
      identifiers: documents.identifiers,
      addresses: addresses.flatMap(({ address }) => address ?? []),
      born: births.born,
      gender,
      description: comment === undefined ? undefined : { en: comment },
      ties: citizen.ties,
      extra,
    }),
  }
}

function readNames(element: XmlElement, aliases: readonly XmlElement[]): Name[] {
  const name = nameOf(element)
  const original = tidy(textAt(element, 'NAME_ORIGINAL_SCRIPT'))
  const names: (Name | undefined)[] = [
    name === undefined ? undefined : { text: name, kind: 'primary' },
    original === undefined ? undefined : { text: original, ...scripted(original), kind: 'primary' },
    ...aliases.map((alias): Name | undefined => {
      const text = tidy(textAt(alias, 'ALIAS_NAME'))
      if (text === undefined) return undefined
      const script = scriptOf(text)
      return { text, ...(script === 'Latn' ? {} : scripted(text)), kind: kindOf(textAt(alias, 'QUALITY')) }
    }),
  ]
  return distinct(
    names.filter((one) => one !== undefined),
    ({ text, kind }) => `${kind} ${text}`,
  )
}

function scripted(text: string): { readonly script?: string } {
  const script = scriptOf(text)
  return script === undefined ? {} : { script }
}

/** Qualities of aliases: of persons Good and Low, of entities a.k.a. and f.k.a. */
function kindOf(quality: string | undefined): Name['kind'] {
  if (/^low/i.test(quality ?? '')) return 'weak'
  return /^f\.?k\.?a/i.test(quality ?? '') ? 'former' : 'alias'
}

/** What the list says of an alias beside its name and quality. */
function aliasDetails(alias: XmlElement): { readonly [field: string]: string } | undefined {
  const at = (field: string) => tidy(textAt(alias, field))
  const details = anyStated({
    dateOfBirth: at('DATE_OF_BIRTH'),
    cityOfBirth: at('CITY_OF_BIRTH'),
    countryOfBirth: at('COUNTRY_OF_BIRTH'),
    note: at('NOTE'),
  })
  return details && { name: at('ALIAS_NAME') ?? '', ...details }
}

function readAddress(element: XmlElement): { readonly address?: Address; readonly note?: string } {
  const at = (field: string) => tidy(textAt(element, field))
  const address = anyStated({
    street: at('STREET'),
    city: at('CITY'),
    region: at('STATE_PROVINCE'),
    postcode: at('ZIP_CODE'),
    country: at('COUNTRY'),
  })
  return stated({ address, note: at('NOTE') })
}

function listingOf(
  element: XmlElement,
  reference: string,
  comment: string | undefined,
  context: SourceContext,
): Listing {
  const type = tidy(textAt(element, 'UN_LIST_TYPE'))
  const regime = type === undefined ? undefined : regimeOf(type)
  if (!regime) context.tell('unmapped', `which measures the list '${type ?? ''}' has is not known here`)
  const said = statedMeasures(comment ?? '')
  const byTable = [
    ...(regime?.measures ?? []),
    ...(element.name === 'INDIVIDUAL' ? (regime?.onPersons ?? []) : []),
  ]
  const measures = said?.measures ?? byTable
  return {
    sender: 'organization:un',
    programme:
      type === undefined
        ? undefined
        : listProgramme(`un ${type}`, `Security Council: ${type}`, [type], 'organization:un'),
    measures: measures.length > 0 ? measures : ['not-stated'],
    entry: reference,
    ...stated({
      legalBasis: said?.legalBasis ?? regime?.legalBasis,
      listed: dateIn(textAt(element, 'LISTED_ON'), 'date of listing', context),
      ended: dateIn(textAt(element, 'DELISTED_ON'), 'date of delisting', context),
    }),
  }
}

function genderOf(text: string | undefined): string | undefined {
  const gender = text?.toLowerCase()
  return gender === 'male' || gender === 'female' ? gender : undefined
}

/** The texts of the `VALUE` children of a field, and its own. */
function values(element: XmlElement, field: string): string[] {
  const found = childrenOf(element, field).flatMap((one) => [one, ...childrenOf(one, 'VALUE')])
  return found.map(({ text }) => tidy(text)).filter((text) => text !== undefined)
}
