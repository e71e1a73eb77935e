import { type Issue, issue } from '../../../model/issue'
import type { FtmEntity } from '../node'
import { BornThings, bornLink } from './born'
import { foreignLink, foreignSanction } from './foreign-links'
import { foreignThing } from './foreign-things'
import { Gathered, isPlaceholder, type RecordsInput } from './gathered'
import { Plan, type PlannedLink, standsAlone } from './plan'
import { schemaOfRelation, writtenAs } from './relations'

/** How to write FollowTheMoney. */
export interface FtmWriteOptions {
  /** Takes what cannot be said there, each once with its number: `unmapped`. */
  readonly report?: ((found: Issue) => void) | undefined
}

/**
 * Records as entities of FollowTheMoney. What was read by {@link readFtm} comes back as it was, up to the order of values;
 * of what was merged since, both together. Of anything else, persons, organisations, assets, places, events and documents
 * are written as their schemata, links among them as `Ownership`, `Directorship`, `Family`…, designations as `Sanction`,
 * jurisdictions as codes. What has no counterpart is told: relations as `supplies`, programmes, claims that do not assert.
 *
 * @param input a graph, a view of one, or records; all of them are held
 * @param options what takes what cannot be said, when all is written
 * @returns entities, things before links
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { toFtm } from 'statecraft/sources'
 *
 * const kg = createGraph()
 * const owner = kg.add('Person', { id: 'person:jane-doe', label: { en: 'Jane Doe' } })
 * const asset = kg.add('Company', { id: 'organization:doe-ltd', label: { en: 'Doe Ltd' } })
 * kg.relate(owner, 'owns', asset, { share: 75, claims: [{ stance: 'asserts', by: owner }] })
 * for (const { schema, properties } of toFtm(kg)) console.log(schema, JSON.stringify(properties))
 * // Company {"name":["Doe Ltd"]}
 * // Person {"name":["Jane Doe"]}
 * // Ownership {"owner":["person-jane-doe"],"asset":["organization-doe-ltd"],"percentage":["75"]}
 * ```
 *
 * Source: FollowTheMoney, https://followthemoney.tech/explorer/
 */
export function* toFtm(input: RecordsInput, { report }: FtmWriteOptions = {}): Generator<FtmEntity> {
  const counts = new Map<string, number>()
  const untold = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1)
  const gathered = new Gathered(input)
  const plan = new Plan(gathered, untold)
  const links = [...linksOf(plan, gathered, untold)]
  yield* new BornThings(plan.born, plan.ties).entities()
  yield* foreignThings(plan, gathered, new Set(links.flatMap(({ ends }) => ends)), untold)
  for (const [id, link] of plan.links) {
    const entity = bornLink(id, link, schemaOfRelation)
    if (entity) yield entity
  }
  for (const { write } of links) yield write()
  for (const [what, count] of counts) {
    report?.(
      issue(
        'unmapped',
        `FollowTheMoney has no place for ${what}: ${count === 1 ? 'once' : `${count} times`}`,
      ),
    )
  }
}

/**
 * Records as lines of FollowTheMoney: what {@link toFtm} gives, an entity a line.
 *
 * @param input a graph, a view of one, or records
 * @param options what takes what cannot be said
 * @returns lines with their line ends, one at a time
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { ftmLines } from 'statecraft/sources'
 *
 * const kg = createGraph()
 * kg.add('Vessel', { id: 'vessel:morning-star', label: { en: 'Morning Star' }, identifiers: { imo: '9074729' } })
 * console.log([...ftmLines(kg)].join(''))
 * // {"id":"vessel-morning-star","caption":"Morning Star","schema":"Vessel","properties":{"name":["Morning Star"],"imoNumber":["9074729"]}}
 * ```
 */
export function* ftmLines(input: RecordsInput, options: FtmWriteOptions = {}): Generator<string> {
  for (const entity of toFtm(input, options)) yield `${JSON.stringify(entity)}\n`
}

/** A link that is to be written, and what it is between. */
interface Link {
  readonly ends: readonly string[]
  write(): FtmEntity
}

function* linksOf(plan: Plan, { entities }: Gathered, untold: (what: string) => void): Generator<Link> {
  for (const { statement, claims } of plan.designations) {
    const { object } = statement
    if (plan.schemaOf(object) === undefined) untold('designations of what is not there')
    else {
      for (const claim of claims) {
        yield {
          ends: [object],
          write: () => foreignSanction(statement, claim, plan.idOf(object), entities, untold),
        }
      }
    }
  }
  for (const link of plan.others) {
    const written = linkOf(plan, link, untold)
    if (written) yield written
  }
}

function linkOf(
  plan: Plan,
  { statement, claims }: PlannedLink,
  untold: (what: string) => void,
): Link | undefined {
  const { relation, subject, object } = statement
  const [one, other] = [plan.schemaOf(subject), plan.schemaOf(object)]
  const as = one === undefined || other === undefined ? undefined : writtenAs(relation, one, other)
  if (!as) {
    untold(`the relation '${relation}' between such ends`)
    return undefined
  }
  const { schema, role } = as
  return {
    ends: [subject, object],
    write: () =>
      foreignLink(
        { statement, claims, subject: plan.idOf(subject), object: plan.idOf(object), schema, role },
        untold,
      ),
  }
}

function* foreignThings(
  plan: Plan,
  { entities }: Gathered,
  needed: ReadonlySet<string>,
  untold: (what: string) => void,
): Generator<FtmEntity> {
  for (const [id, record] of entities) {
    if (plan.born.has(id) || isPlaceholder(record)) continue
    const schema = plan.schemaOf(id)
    if (schema !== undefined && (needed.has(id) || standsAlone(record, plan.values))) {
      yield foreignThing(record, plan.idOf(id), schema, plan.ties.get(id) ?? new Map(), untold)
    } else if (!plan.values.has(id)) untold(`entities of type ${[record.type].flat().join(' and ')}`)
  }
}
