import { lists } from '../../ontology/core/lists'
import { measureOf } from '../../reference/programmes/measures'
import type { ListProgramme } from '../lists/party'
import { listProgramme } from '../lists/programmes'
import { isText } from './names'
import { type Fields, type Node, onlyOf, valuesOf } from './node'
import { type Sender, senderOf } from './senders'
import { readFtmDate } from './times'

/** A sanction has no more parties and programmes than this, or is kept as a record. */
const MOST = 1000

/** That parties are listed: what a `Sanction` says. */
export interface Designation extends Pick<Sender, 'sender' | 'authority'> {
  /** Ids in FollowTheMoney. */
  readonly parties: readonly string[]
  /** `undefined` alone where none is named. */
  readonly programmes: readonly (ListProgramme | undefined)[]
  readonly details: Fields
}

/**
 * Reads a `Sanction`.
 *
 * @returns why it is no designation
 */
export function readSanction(node: Node): Designation | string {
  const { properties } = node
  const parties = valuesOf(properties, 'entity')
  if (parties.length === 0) return 'it is on nobody'
  const sender = senderOf(node)
  if (typeof sender === 'string') return sender
  const programmes = programmesOf(node, sender)
  if (parties.length * programmes.length > MOST) return `it has over ${MOST} parties and programmes`
  return {
    sender: sender.sender,
    authority: sender.authority,
    parties,
    programmes,
    details: detailsOf(node),
  }
}

function programmesOf(
  { properties }: Node,
  { sender, authority, programmes }: Sender,
): Designation['programmes'] {
  if (programmes.length > 0) return programmes.map(({ id, title }) => ({ id, label: title }))
  const names = [...valuesOf(properties, 'program'), ...valuesOf(properties, 'programId')].filter(isText)
  if (names.length === 0) return [undefined]
  const whose = (authority?.id ?? sender).replace(/^[a-z]+:/, '')
  return names.map((name) => listProgramme(`${whose} ${name}`, name, [name], sender))
}

function detailsOf({ properties }: Node): Fields {
  const date = (property: string) => {
    const value = onlyOf(properties, property)
    return value === undefined ? undefined : readFtmDate(value)
  }
  const listed = date('listingDate')
  const start = date('startDate') ?? listed
  const end = date('endDate')
  // What is on a list holds when it comes out, unless it says that it does not any more.
  const isOver = valuesOf(properties, 'status').some((status) => OVER.test(status))
  const when = `${start ?? ''}/${end ?? (isOver ? '' : '..')}`
  const measures = [...new Set(valuesOf(properties, 'provisions').flatMap((term) => measure(term) ?? []))]
  const entry = onlyOf(properties, 'authorityId') ?? onlyOf(properties, 'recordId')
  const reason = valuesOf(properties, 'reason').filter(isText).join('\n')
  return {
    ...(when === '/' || (end !== undefined && start !== undefined && end < start) ? {} : { when }),
    ...(listed === undefined ? {} : { listed }),
    ...(measures.length === 0 ? {} : { measures }),
    ...(entry === undefined || !isText(entry) ? {} : { entry }),
    ...(reason === '' ? {} : { reason: { und: reason } }),
  }
}

const OVER = /\b(?:inactive|expired|ended|lifted|removed|delisted|revoked|terminated)\b/i

/** The measure that a provision stands for, in the words of OpenSanctions or our own. */
function measure(term: string): string | undefined {
  const slug = term.trim().toLowerCase().replace(/\s+/g, '-')
  return measureOf(term.trim()) ?? (Object.hasOwn(lists.measure.values, slug) ? slug : undefined)
}
