import type { Identifier } from '../../model/record'
import type { SourceContext } from '../input/context'
import { attributeOf, childOf, childrenOf, type XmlElement } from '../input/xml'
import { tiesTo } from '../lists/countries'
import { leftOf } from '../lists/left'
import type { Listing, Party } from '../lists/party'
import { anyStated, distinct, stated, tidy } from '../lists/stated'
import { unId } from '../un/list'
import { readIdentities } from './identity'
import { readNames, titlesIn } from './names'
import type { Place } from './places'
import type { SanctionsSet, SanctionsSets } from './programmes'
import { type Spell, spellsOf } from './spells'

/** What must be known before targets are read: the programmes, and the places, which stand at the end. */
export interface Known {
  readonly sets: SanctionsSets
  readonly places: ReadonlyMap<string, Place>
}

/** Elements of a target, its body and its identities that are read; the rest is kept by name. */
const READ = new Set(
  (
    'sanctions-set-id foreign-identifier individual entity object generic-attribute modification ' +
    'identity justification relation other-information ' +
    'name day-month-year nationality place-of-birth address identification-document'
  ).split(' '),
)

/** Kinds of targets, the letters of their references of the United Nations, and types of objects. */
const KINDS = { individual: 'Person', entity: 'Organization', object: 'Asset' } as const
const UN_LETTERS: { readonly [type: string]: string } = { Person: 'i', Organization: 'e' }
const OBJECTS: { readonly [type: string]: string } = { vessel: 'Vessel', aircraft: 'Aircraft' }

/** The element that says what a target is; `modification` has others like it, of what it was. */
export function bodyOf(target: XmlElement): XmlElement | undefined {
  return childOf(target, 'individual') ?? childOf(target, 'entity') ?? childOf(target, 'object')
}

/** Reads a target as it is now: old states stand within its modifications, and are not looked at. */
export function readTarget(
  target: XmlElement,
  id: string,
  entry: string,
  known: Known,
  context: SourceContext,
): Party {
  const body = bodyOf(target)
  const type = typeOf(body, context)
  const identities = childrenOf(body, 'identity').toSorted((a, b) => Number(isMain(b)) - Number(isMain(a)))
  const said = readIdentities(identities, known.places, context)
  const citizen = tiesTo('citizenOf', type === 'Person' ? said.nationalities : [], context, 'nationality')
  const sex = attributeOf(body, 'sex')?.toLowerCase()
  const gender = sex === 'male' || sex === 'female' ? sex : undefined
  const information = texts(body, 'other-information')
  const foreign = texts(target, 'foreign-identifier')
  const un = foreign.length === 1 ? unId(foreign[0]) : undefined
  const sameAs = un !== undefined && un.charAt(5) === UN_LETTERS[type] ? un : undefined
  const sets = setsOf(target, known, context)
  const spells = spellsOf(childrenOf(target, 'modification'), context)
  // Of a spell that has ended, and of which the list tells neither its beginning nor its end, nothing can be said.
  const dated = spells.filter(({ listed, ended }) => listed !== undefined || ended !== '')
  const extra = anyStated({
    delisted: dated.length < spells.length ? true : undefined,
    foreignIdentifier: sameAs === undefined ? foreign : [],
    sanctionsSets: sets.map(({ name }) => name).filter((name) => name !== undefined),
    origin: distinct(sets.map(({ origin }) => origin).filter((origin) => origin !== undefined)),
    sex: gender === undefined ? sex : undefined,
    titles: titlesIn(identities),
    nationality:
      type === 'Person' ? citizen.unknown : said.nationalities.map(({ name, iso2 }) => name ?? iso2 ?? ''),
    dates: type === 'Person' || said.dates === undefined ? undefined : said.dates,
    datesLeft: said.datesLeft,
    placesOfBirth: said.placesOfBirth,
    addressNotes: said.addressNotes,
    documents: said.documents,
    attributes: childrenOf(target, 'generic-attribute').map(
      (one) => `${attributeOf(one, 'name') ?? ''}: ${one.text}`,
    ),
    other: leftOf([target], READ, context),
    otherOfBody: leftOf(body ? [body] : [], READ, context),
    otherOfIdentities: leftOf(identities, READ, context),
    objectType: type === 'Asset' ? attributeOf(body, 'object-type') : undefined,
  })
  return {
    id,
    type,
    names: readNames(identities),
    listings: listingsOf(entry, sets, dated, texts(body, 'justification'), context),
    ...stated({
      identifiers: [...said.identifiers, ...(type === 'Vessel' ? information.flatMap(imoIn) : [])],
      addresses: said.addresses,
      born: type === 'Person' ? said.dates : undefined,
      gender,
      description: information.length > 0 ? { en: information.join('\n') } : undefined,
      sameAs: sameAs === undefined ? [] : [sameAs],
      ties: citizen.ties,
      extra,
    }),
  }
}

const isMain = (identity: XmlElement) => attributeOf(identity, 'main') === 'true'

function texts(element: XmlElement | undefined, name: string): string[] {
  return distinct(
    childrenOf(element, name)
      .map(({ text }) => tidy(text))
      .filter((text) => text !== undefined),
  )
}

function typeOf(body: XmlElement | undefined, context: SourceContext): string {
  const kind = body?.name
  if (kind === 'individual' || kind === 'entity') return KINDS[kind]
  if (kind !== 'object') {
    context.tell('missing-field', 'the target is no individual, entity or object: it is read as an actor')
    return 'Actor'
  }
  const type = attributeOf(body, 'object-type') ?? ''
  return Object.hasOwn(OBJECTS, type) ? OBJECTS[type]! : KINDS.object
}

/** IMO numbers of vessels stand in other information: `IMO Number: 8405270`. */
function imoIn(information: string): Identifier[] {
  const value = /\bIMO\b(?: number)?\s*:?\s*(\d{7})\b/i.exec(information)?.[1]
  return value === undefined ? [] : [{ scheme: 'imo', value }]
}

function setsOf(target: XmlElement, known: Known, context: SourceContext): SanctionsSet[] {
  const attribute = attributeOf(target, 'sanctions-set-id')
  const ids = distinct([
    ...(attribute === undefined ? [] : [attribute]),
    ...texts(target, 'sanctions-set-id'),
  ])
  return ids.flatMap((ssid) => {
    const set = known.sets.get(ssid)
    if (set) return [set]
    context.tell('dangling', `the set of sanctions ${ssid} is not in the list`)
    return []
  })
}

/** One listing for each programme and spell, with the measures of all sets of the programme that the target is in. */
function listingsOf(
  entry: string,
  sets: readonly SanctionsSet[],
  spells: readonly Spell[],
  justifications: readonly string[],
  context: SourceContext,
): Listing[] {
  for (const { name, measure } of sets) {
    if (measure === undefined)
      context.tell('unmapped', `no measure is known for '${(name ?? '').slice(0, 100)}'`)
  }
  const programmes = distinct(sets, ({ programme }) => programme.id)
  const kinds = programmes.length > 0 ? programmes : [undefined]
  return spells.flatMap(({ listed, ended }, i) =>
    kinds.map((kind): Listing => {
      const own = sets.filter(({ programme }) => programme.id === kind?.programme.id)
      const measures = distinct(own.map(({ measure }) => measure).filter((measure) => measure !== undefined))
      return {
        sender: 'state:CH',
        programme: kind?.programme,
        measures: measures.length > 0 ? measures : ['not-stated'],
        entry,
        ...(i === 0 ? {} : { occurrence: listed ?? String(i + 1) }),
        ...stated({
          legalBasis: kind?.legalBasis,
          listed,
          reason: justifications.length > 0 ? { en: justifications.join('\n') } : undefined,
        }),
        // That it has ended, and the list does not tell when, is told by an end that is not known.
        ...(ended === undefined ? {} : { ended }),
      }
    }),
  )
}
