import { titled, worthOf } from '../../query/cite'
import type { TableRow } from '../../query/show/table'
import type { Lens } from '../../store/lens'
import { DOUBTS } from '../ownership/finding'
import {
  type Bearing,
  EXPOSURE_DOUBTS,
  type ExposureDoubt,
  type Indicator,
  type PossibleIndicator,
  type PossibleReach,
  type Reach,
} from './found'
import { chainInWords } from './step'

export const COLUMNS = ['class', 'what', 'measures', 'chain', 'standing', 'sources', 'beside'] as const

const WHAT = {
  listing: 'own listing',
  ownership: 'ownership',
  embargo: 'comprehensive embargo',
  target: 'measures on it as such',
  craft: 'measures on craft',
}

/** An item in cells. */
export function rowOf(
  lens: Lens,
  item: Reach | PossibleReach | Indicator | PossibleIndicator,
  languages?: readonly string[],
): TableRow {
  const { store } = lens
  const name = (id: string) => titled(lens, store.findEntity(id), languages, id)
  const isReach = 'way' in item
  const doubts = 'doubts' in item ? item.doubts : undefined
  const rows = item.statements.map((id) => store.findStatement(id))
  const [standing, ...sayers] = worthOf(lens, rows, languages)
  return {
    cells: [
      `${doubts ? 'possible ' : ''}${isReach ? 'reach' : 'indicator'}`,
      isReach ? `${WHAT[item.way]}${heldOf(item)}` : `${item.kind}${relationOf(lens, item)}${heldOf(item)}`,
      measuresInWords(item, name),
      item.chains.map((chain) => chainInWords(lens, chain, languages)).join('; '),
      [standing, ...(doubts ?? []).map(doubtInWords).filter((doubt) => !standing.includes(doubt))].join(', '),
      sayers.join('; '),
      [
        ...item.licences.map((one) => bearingInWords('licence', one, name)),
        ...item.suspensions.map((one) => bearingInWords('suspension', one, name)),
      ].join('; '),
    ],
    level: item.level,
    disputed: item.disputed,
  }
}

/** Why it is open, in words. */
export function doubtInWords(doubt: ExposureDoubt): string {
  return ({ ...DOUBTS, ...EXPOSURE_DOUBTS } satisfies { [D in ExposureDoubt]: string })[doubt]
}

function heldOf({ rule, low, high }: Reach | Indicator): string {
  return rule === undefined || low === undefined || high === undefined
    ? ''
    : ` (${rule}: ${low === high ? low : `${low}–${high}`} %)`
}

function relationOf({ store }: Lens, { relation }: Indicator): string {
  return relation === undefined ? '' : `: ${store.ontology.relation(relation).label}`
}

function measuresInWords(item: Reach | Indicator, name: (id: string) => string): string {
  const { senders, target, measures, programme, since } = item
  const under = programme === undefined ? '' : ` under ${name(programme)}`
  const from = since.length === 0 ? '' : `, ${since.join(' or ')}`
  const what = measures.join(', ') || 'measures not stated'
  return `${senders.map(name).join(' and ')} on ${name(target)}: ${what}${under}${from}`
}

function bearingInWords(what: string, one: Bearing, name: (id: string) => string): string {
  const { level, disputed, sender, object, general, covers, certain } = one
  const kind = general === undefined ? what : `${general ? 'general' : 'specific'} ${what}`
  const of = covers.length > 0 ? ` for ${covers.map(name).join(', ')}` : ''
  const worth = certain
    ? ''
    : ` (${disputed ? 'disputed' : level === 'asserted' ? 'not certain on the day' : level})`
  return `${kind} of ${name(sender)}, ${name(object)}${of}${worth}`
}
