import { createGraph } from 'statecraft'
import { memberships, programmes, states, treaties } from 'statecraft/reference'

/** The whole reference graph. */
export const kg = createGraph()
/** What loading it had to report, part by part. */
export const reports = [states(), memberships(), treaties(), programmes()].map((records) => kg.load(records))

interface Asked {
  readonly standing?: string
  readonly certain?: boolean
}

/** Keys of the members on a day, in their order: `KP` for `state:KP`. */
export function members(
  organization: string,
  asOf: string,
  { standing = 'member', certain = true }: Asked = {},
) {
  return [...kg.view({ asOf, certain }).statements({ relation: 'memberOf', object: organization })]
    .filter((statement) => statement.standing === standing)
    .map(({ subject }) => subject.slice(subject.indexOf(':') + 1))
    .sort()
}

/** Keys of the states that are suspended on a day. */
export function suspended(organization: string, asOf: string, certain = true) {
  return [...kg.view({ asOf, certain }).statements({ relation: 'suspendedFrom', object: organization })]
    .map(({ subject }) => subject.slice('state:'.length))
    .sort()
}
