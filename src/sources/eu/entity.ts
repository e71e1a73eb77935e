import type { Name } from '../../model/record'
import { canonicalLanguage } from '../../model/text'
import type { SourceContext } from '../input/context'
import { attributeOf, childOf, childrenOf, textAt, type XmlElement } from '../input/xml'
import { tiesTo } from '../lists/countries'
import { leftOf } from '../lists/left'
import type { Listing, Party } from '../lists/party'
import { listProgramme } from '../lists/programmes'
import { scriptOf } from '../lists/scripts'
import { anyStated, distinct, joined, stated } from '../lists/stated'
import { dateIn } from '../lists/written-dates'
import { unId } from '../un/list'
import { readAddress } from './addresses'
import { readBirths } from './births'
import { readIdentifications } from './identifications'
import { COUNCIL, countryCode, MEASURES } from './list'
import { remarksOf } from './remarks'

/** Children of an entry that are read; the rest is kept by name. */
const READ = new Set(
  'remark additionalInformation regulation subjectType nameAlias citizenship birthdate address identification'.split(
    ' ',
  ),
)

/** The letter that tells persons from entities in a reference of the United Nations: `QDi.001`. */
const UN_LETTERS = { Person: 'i', Organization: 'e', Actor: undefined }

/** Reads one `sanctionEntity`, whose id is known. */
export function readEntity(element: XmlElement, id: string, entry: string, context: SourceContext): Party {
  const at = (name: string) => attributeOf(element, name)
  const type = typeOf(element, context)
  const aliases = childrenOf(element, 'nameAlias')
  const citizenships = childrenOf(element, 'citizenship')
  const countries = countriesOf(citizenships)
  // Only persons are citizens: where the list says it of others, it is kept as it stands.
  const citizen = tiesTo('citizenOf', type === 'Person' ? countries : [], context, 'citizenship')
  const births = readBirths(childrenOf(element, 'birthdate'), context)
  const addresses = childrenOf(element, 'address').map(readAddress)
  const { identifiers, documents } = readIdentifications(childrenOf(element, 'identification'))
  const logicalId = at('logicalId')
  const genders = distinct(
    aliases.map((alias) => attributeOf(alias, 'gender')).filter((one) => one !== undefined),
  )
  const gender = genders.length === 1 ? { F: 'female', M: 'male' }[genders[0] ?? ''] : undefined
  const un = unId(at('unitedNationId'))
  const sameAs = un !== undefined && un.charAt(5) === UN_LETTERS[type] ? un : undefined
  const remarks = remarksOf(element)
  const attributes = (parts: readonly XmlElement[], name: string) =>
    distinct(parts.map((part) => attributeOf(part, name)).filter((value) => value !== undefined))
  const extra = anyStated({
    unitedNationId: sameAs === undefined ? at('unitedNationId') : undefined,
    designationDetails: at('designationDetails'),
    titles: attributes(aliases, 'title'),
    functions: attributes(aliases, 'function'),
    gender: gender === undefined ? genders.filter((one) => one !== '?') : [],
    aliasRemarks: aliases.flatMap((alias) =>
      remarksOf(alias).map((remark) => `${nameOf(alias) ?? ''}: ${remark}`),
    ),
    citizenship: type === 'Person' ? citizen.unknown : countries.map(({ iso2, name }) => name ?? iso2),
    citizenships: citizenships.map(citizenshipDetails).filter((details) => details !== undefined),
    datesOfBirth: births.left,
    placesOfBirth: births.places,
    addressNotes: addresses.flatMap(({ notes }) => notes ?? []),
    documents,
    regulations: regulationsOf(element),
    other: leftOf([element], READ, context),
    additional: childrenOf(element, 'additionalInformation').map(({ attributes }) =>
      Object.fromEntries(attributes),
    ),
  })
  return {
    id,
    type,
    names: readNames(aliases),
    listings: listingsOf(element, entry, context),
    ...stated({
      identifiers: [
        ...(logicalId === undefined ? [] : [{ scheme: 'x-eu-logical-id', value: logicalId }]),
        ...identifiers,
        ...addresses.flatMap(({ contacts }) => contacts),
      ],
      addresses: addresses.flatMap(({ address }) => address ?? []),
      born: births.born,
      gender,
      description: remarks.length > 0 ? { en: remarks.join('\n') } : undefined,
      sameAs: sameAs === undefined ? [] : [sameAs],
      ties: citizen.ties,
      extra,
    }),
  }
}

/** What a part of an entry calls the party. */
export function nameOf(alias: XmlElement | undefined): string | undefined {
  const at = (name: string) => attributeOf(alias, name)
  return joined([at('wholeName')]) ?? joined([at('firstName'), at('middleName'), at('lastName')])
}

/** Names: the first strong one is the primary one. */
function readNames(aliases: readonly XmlElement[]): Name[] {
  const isWeak = (alias: XmlElement) => attributeOf(alias, 'strong') === 'false'
  const ordered = [...aliases.filter((alias) => !isWeak(alias)), ...aliases.filter(isWeak)]
  const names = ordered.flatMap((alias): Name[] => {
    const text = nameOf(alias)
    if (text === undefined) return []
    const lang = canonicalLanguage(attributeOf(alias, 'nameLanguage') ?? '')
    const script = scriptOf(text)
    return [
      {
        text,
        ...(lang === undefined ? {} : { lang }),
        ...(script === undefined || script === 'Latn' ? {} : { script }),
        kind: isWeak(alias) ? 'weak' : 'alias',
      },
    ]
  })
  const [primary, ...others] = distinct(names, ({ text }) => text)
  return primary === undefined
    ? []
    : [primary.kind === 'weak' ? primary : { ...primary, kind: 'primary' }, ...others]
}

function typeOf(element: XmlElement, context: SourceContext): keyof typeof UN_LETTERS {
  const subject = childOf(element, 'subjectType')
  const code = attributeOf(subject, 'code')
  const classification = attributeOf(subject, 'classificationCode')
  if (code === 'person' || classification === 'P') return 'Person'
  if (code !== 'enterprise' && classification !== 'E') {
    context.tell('unmapped', `'${code ?? ''}' is no type of party: it is read as an actor`)
    return 'Actor'
  }
  return 'Organization'
}

function countriesOf(citizenships: readonly XmlElement[]) {
  return citizenships.flatMap((citizenship) => {
    const iso2 = countryCode(attributeOf(citizenship, 'countryIso2Code'))
    return iso2 === undefined ? [] : [{ iso2, name: attributeOf(citizenship, 'countryDescription') }]
  })
}

function citizenshipDetails(citizenship: XmlElement): object | undefined {
  const at = (name: string) => attributeOf(citizenship, name)
  const details = anyStated({
    region: at('region'),
    acquired: at('acquisitionDate'),
    lost: at('disenfranchisementDate'),
    remarks: remarksOf(citizenship),
  })
  return details && { country: at('countryDescription'), ...details }
}

function listingsOf(element: XmlElement, entry: string, context: SourceContext): Listing[] {
  const designated = dateIn(attributeOf(element, 'designationDate'), 'date of designation', context)
  const ended = dateIn(attributeOf(element, 'delistingDate'), 'date of delisting', context)
  const regulations = childrenOf(element, 'regulation')
  if (regulations.length === 0) context.tell('missing-field', 'the entry has no regulation')
  const listings = regulations.map((regulation): Listing => {
    const at = (name: string) => attributeOf(regulation, name)
    const code = at('programme')
    const inForce = dateIn(at('entryIntoForceDate'), 'date of entry into force', context)
    const published = dateIn(at('publicationDate'), 'date of publication', context)
    return {
      ...listed(entry),
      programme:
        code === undefined
          ? undefined
          : listProgramme(`eu ${code}`, `EU: ${code}`, [code], 'organization:eu'),
      ...stated({ legalBasis: at('numberTitle'), listed: designated ?? inForce ?? published, ended }),
    }
  })
  if (listings.length === 0) return [{ ...listed(entry), ...stated({ listed: designated, ended }) }]
  // One designation a programme: of several regulations under one, the first.
  return distinct(listings, ({ programme }) => programme?.id ?? '')
}

function listed(entry: string) {
  return { sender: 'organization:eu', programme: undefined, authority: COUNCIL, measures: MEASURES, entry }
}

/** The acts that an entry and its parts cite, each once. */
function regulationsOf(element: XmlElement): object[] {
  const parts = element.children.flatMap((part) => [part, ...childrenOf(part, 'regulationSummary')])
  const acts = parts
    .filter(({ name }) => name === 'regulation' || name === 'regulationSummary')
    .map((act) => {
      const at = (name: string) => attributeOf(act, name)
      return anyStated({
        title: at('numberTitle'),
        type: at('regulationType'),
        organisation: at('organisationType'),
        programme: at('programme'),
        published: at('publicationDate'),
        inForce: at('entryIntoForceDate'),
        url: at('publicationUrl') ?? textAt(act, 'publicationUrl'),
        remarks: remarksOf(act),
      })
    })
    .filter((act) => act !== undefined)
  return distinct(acts, (act) => JSON.stringify(act))
}
