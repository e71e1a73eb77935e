import type { Address } from '../../model/record'
import type { SourceContext } from '../input/context'
import { tiesTo } from '../lists/countries'
import { oneOf } from '../lists/dates'
import type { List, Listing, Party } from '../lists/party'
import { listProgramme } from '../lists/programmes'
import { anyStated, distinct, joined, stated, tidy } from '../lists/stated'
import { tellBadDate, writtenDate } from '../lists/written-dates'
import { unId } from '../un/list'
import type { Field } from './fields'
import { readIdentifiers } from './identifiers'
import { measureOf } from './measures'
import { readNames } from './names'
import { groupsOf, type Row, valuesOf } from './rows'

const LINES = ['line1', 'line2', 'line3', 'line4', 'line5', 'line6'] as const

/** What kinds of parties there are, and the letter that their reference numbers of the United Nations have. */
const KINDS: { readonly [kind: string]: { readonly type: string; readonly un?: string } } = {
  individual: { type: 'Person', un: 'i' },
  entity: { type: 'Organization', un: 'e' },
  // The United Nations list a ship as an asset of its owner: the number is the owner's.
  ship: { type: 'Vessel' },
}

/** A designation of all its rows, in whichever of the formats they were. */
export function readDesignation(
  id: string,
  entry: string,
  rows: readonly Row[],
  list: List,
  context: SourceContext,
): Party {
  const all = (field: Field) => valuesOf(rows, field)
  const kind = kindOf(all('kind')[0], context)
  const nationalities = all('nationality')
  // Only persons are citizens: where the list says it of others, it is kept as it stands.
  const isPerson = kind.type === 'Person'
  const persons = isPerson ? nationalities.map((name) => ({ name })) : []
  const citizen = tiesTo('citizenOf', persons, context, 'nationality')
  const flags = kind.type === 'Vessel' ? all('flag') : []
  const flag = tiesTo(
    'flaggedBy',
    flags.map((name) => ({ name })),
    context,
  )
  const { identifiers, documents } = readIdentifiers(rows)
  const births = readBirths(all('born'), context)
  const gender = all('gender').map((text) => text.toLowerCase())[0]
  const known = gender === 'male' || gender === 'female' ? gender : undefined
  const references = all('unReference')
  const [reference] = references
  const id2 = references.length === 1 && kind.un !== undefined ? unId(reference) : undefined
  const sameAs = id2 !== undefined && id2.charAt(5) === kind.un ? id2 : undefined
  const ship = anyStated({
    type: all('shipType'),
    tonnage: all('tonnage'),
    length: all('length'),
    yearBuilt: all('yearBuilt'),
    currentOwnersOrOperators: all('owner'),
    previousOwnersOrOperators: all('previousOwner'),
    previousFlags: all('previousFlag'),
    flag: [...flag.unknown, ...(kind.type === 'Vessel' ? [] : all('flag'))],
  })
  const extra = anyStated({
    updated: all('updated').map((text) => writtenDate(text) ?? text),
    unReference: sameAs === undefined ? references : [],
    designationSource: all('designationSource'),
    sanctionsImposed: all('sanctions'),
    dateListed: all('dateListed'),
    titles: all('title'),
    positions: all('position'),
    gender: known === undefined ? gender : undefined,
    nationality: isPerson ? citizen.unknown : nationalities,
    datesOfBirth: births.left,
    placesOfBirth: groupsOf(rows, ['birthTown', 'birthCountry']).map(({ birthTown, birthCountry }) =>
      stated({ town: birthTown, country: birthCountry }),
    ),
    documents,
    scriptTypes: all('scriptType'),
    entityTypes: all('entityType'),
    parentCompanies: all('parent'),
    subsidiaries: all('subsidiary'),
    ship,
    kind: kind.type === 'Actor' ? all('kind') : [],
    other: othersOf(rows),
  })
  const information = rows
    .map(({ fields }) => fields.get('otherInformation'))
    .filter((text) => text !== undefined)
  return {
    id,
    type: kind.type,
    names: readNames(rows),
    listings: [listingOf(entry, rows, list, context)],
    ...stated({
      identifiers,
      addresses: readAddresses(rows),
      born: births.born,
      gender: known,
      description: information.length > 0 ? { en: distinct(information).join('\n') } : undefined,
      sameAs: sameAs === undefined ? [] : [sameAs],
      ties: [...citizen.ties, ...flag.ties],
      extra,
    }),
  }
}

function kindOf(
  kind: string | undefined,
  context: SourceContext,
): { readonly type: string; readonly un?: string } {
  const lower = kind?.toLowerCase() ?? ''
  if (Object.hasOwn(KINDS, lower)) return KINDS[lower]!
  context.tell('unmapped', `'${kind ?? ''}' is no kind of party: it is read as an actor`)
  return { type: 'Actor' }
}

function readBirths(cells: readonly string[], context: SourceContext) {
  const dates = cells.map((cell) => [cell, writtenDate(cell)] as const)
  const left = dates.filter(([, date]) => date === undefined).map(([cell]) => cell)
  for (const cell of left) tellBadDate(cell, 'date of birth', context)
  return { born: oneOf(dates.map(([, date]) => date).filter((date) => date !== undefined)), left }
}

function readAddresses(rows: readonly Row[]): Address[] {
  return groupsOf(rows, [...LINES, 'postcode', 'country']).map((group) =>
    stated({
      text: joined(
        LINES.map((line) => group[line]),
        ', ',
      ),
      postcode: tidy(group.postcode),
      country: tidy(group.country),
    }),
  )
}

function listingOf(entry: string, rows: readonly Row[], list: List, context: SourceContext): Listing {
  const all = (field: Field) => valuesOf(rows, field)
  const [regime] = all('regime')
  const measures = all('sanctions').map((words) => {
    const measure = measureOf(words)
    if (measure === undefined) context.tell('unmapped', `no measure is known for '${words.slice(0, 100)}'`)
    return measure ?? 'other'
  })
  const reasons = distinct(
    rows.map(({ fields }) => fields.get('reasons')).filter((text) => text !== undefined),
  )
  return {
    sender: 'state:GB',
    programme:
      regime === undefined ? undefined : listProgramme(`uk ${regime}`, `UK: ${regime}`, [regime], 'state:GB'),
    list,
    authority: list.publisher,
    measures: measures.length > 0 ? distinct(measures) : ['not-stated'],
    entry,
    ...stated({
      // The regime is called by its regulations, where it is not called by its country.
      legalBasis: regime !== undefined && /\b(?:Regulations|Act|Order)\b/.test(regime) ? regime : undefined,
      listed: listedOf(all('designated'), all('dateListed'), context),
      reason: reasons.length > 0 ? { en: reasons.join('\n') } : undefined,
    }),
  }
}

/** The first of the days of designation: rows of one party may have several. */
function listedOf(
  designated: readonly string[],
  listed: readonly string[],
  context: SourceContext,
): string | undefined {
  const cells = designated.length > 0 ? designated : listed
  const dates = cells.map((cell) => {
    const date = writtenDate(cell)
    if (date === undefined) tellBadDate(cell, 'date of designation', context)
    return date
  })
  return dates.filter((date) => date !== undefined).toSorted()[0]
}

function othersOf(rows: readonly Row[]): { readonly [name: string]: readonly string[] } | undefined {
  const others = new Map<string, Set<string>>()
  for (const row of rows) {
    for (const [name, value] of row.others) {
      const values = others.get(name) ?? new Set()
      others.set(name, values.add(value))
    }
  }
  if (others.size === 0) return undefined
  return Object.fromEntries([...others].map(([name, values]) => [name, [...values]]))
}
