import { orderEnds } from '../../model/identity'
import { core } from '../../ontology/core'
import type { SourceContext } from '../input/context'
import type { RawRecord } from '../input/records'
import { Attribution, claim, occurrenceOf, placeOf } from './claims'
import { coreTypeOf, fits } from './core-types'
import { ADDRESS, countryCode, readTies, type Tie } from './countries'
import { datasetId } from './datasets'
import { type Edge, edgeProperties, keptOf, readEdge } from './edge'
import { coreId, ftmIdOf } from './ids'
import { addTo, type Fields, type Node, residueOf, valuesOf } from './node'
import { type Designation, readSanction } from './sanction'
import { Support } from './support'
import { aboutOf, type Role, roleOf, type Survey } from './survey'
import { Tellings } from './tellings'
import { readThing, residueFields } from './thing'

/** Writes entities of FollowTheMoney as records, of one file or several. */
export class FtmRecords {
  readonly #survey: Survey
  #attribution = new Attribution('')
  readonly #support: Support
  readonly #tell: Tellings

  constructor(survey: Survey, context: SourceContext) {
    this.#survey = survey
    this.#support = new Support(context.options.published)
    this.#tell = new Tellings(survey, context)
  }

  /** Begins a file, which is taken for a data set of this name where entities name none. */
  begin(dataset: string): void {
    this.#attribution = new Attribution(dataset)
  }

  *take(node: Node): Generator<RawRecord> {
    this.#tell.repeated(node)
    const role = roleOf(node.schema)
    if (role === 'edge') yield* this.#edge(node)
    else if (role === 'sanction') yield* this.#sanction(node)
    else {
      if (role === 'record') this.#tell.record(node, 'nothing here says what it does')
      yield* this.#thing(node, role)
    }
  }

  /** Tells what is told once of all files. */
  end(): void {
    this.#tell.end()
  }

  // Things

  *#thing(node: Node, role: Role): Generator<RawRecord> {
    const { id } = node
    const whom = aboutOf(role)
    if (whom !== undefined) this.#tell.missing(node, whom)
    const ties = this.#tiesOf(node)
    const told = new Map<string, string[]>()
    for (const { property, value, isExact } of ties) if (isExact) addTo(told, property, [value])
    const about = this.#survey.aboutOf(id)
    const datasets = this.#attribution.datasetsOf(node)
    for (const dataset of datasets) yield* this.#support.dataset(dataset)
    const lent = { identifiers: about.identifiers, addresses: this.#survey.addressesOf(node) }
    const sources = [...datasets.map(datasetId), ...about.records.map(coreId)]
    yield readThing(node, { lent, told, sources })
    for (const tie of ties) yield* this.#tie(node, tie)
  }

  /** Ties of an entity, with the value that each comes back as. */
  #tiesOf(node: Node): (Tie & { readonly value: string; readonly isExact: boolean })[] {
    const { schema, properties } = node
    const type = coreTypeOf(schema)
    const ties = readTies(type, schema, properties, (code, property) => this.#tell.country(code, property))
    const found = ties.map((tie) => {
      const value = countryCode(tie.object) ?? ''
      return { ...tie, value, isExact: valuesOf(properties, tie.property).includes(value) }
    })
    for (const id of valuesOf(properties, ADDRESS)) {
      const there = this.#survey.typeOf(id)
      if (there === undefined) this.#tell.dangling(id)
      if (there === undefined || !fits(there, ['Place']) || !fits(type, core.relation('locatedIn').from))
        continue
      found.push({ property: ADDRESS, relation: 'locatedIn', object: coreId(id), value: id, isExact: true })
    }
    return found
  }

  *#tie(
    node: Node,
    { property, relation, kind, object, value }: Tie & { readonly value: string },
  ): Generator<RawRecord> {
    const at = `${placeOf(node.id)} ${property}`
    const datasets = this.#attribution.whoSays(node, property, value)
    for (const dataset of datasets) yield* this.#support.dataset(dataset)
    yield* this.#support.jurisdiction(object)
    const claims = datasets.map((dataset) => ({
      ...claim(dataset, at),
      ...(kind === undefined ? {} : { kind }),
    }))
    yield { relation, subject: coreId(node.id), object, occurrence: '', claims }
  }

  // Links

  *#edge(node: Node): Generator<RawRecord> {
    const edge = readEdge(node, (id) => this.#typeOf(id))
    if (typeof edge === 'string') {
      this.#tell.record(node, edge)
      yield* this.#thing(node, 'edge')
      return
    }
    const datasets = this.#attribution.datasetsOf(node)
    for (const dataset of datasets) yield* this.#support.dataset(dataset)
    const { relation, pairs, details, act } = edge
    for (const { subject, object } of pairs) {
      yield* this.#placeholder(subject, datasets[0]!)
      yield* this.#placeholder(object, datasets[0]!)
    }
    let kept: Fields | undefined = residueFields(node, edgeResidue(node, edge))
    for (const { subject, object } of pairs) {
      yield {
        relation,
        subject: coreId(subject),
        object: coreId(object),
        ...(act ? { occurrence: occurrenceOf(node.id) } : {}),
        claims: this.#attribution.claimsOfEdge(node, details, kept),
      }
      kept = undefined
    }
  }

  *#sanction(node: Node): Generator<RawRecord> {
    const found = readSanction(node)
    const why = typeof found === 'string' ? found : this.#whyNot(found)
    if (typeof found === 'string' || why !== undefined) {
      this.#tell.record(node, why ?? '')
      yield* this.#thing(node, 'sanction')
      return
    }
    const datasets = this.#attribution.datasetsOf(node)
    for (const dataset of datasets) yield* this.#support.dataset(dataset)
    const source = datasetId(datasets[0]!)
    yield* this.#support.jurisdiction(found.sender)
    if (found.authority) yield* this.#support.body(found.authority)
    for (const programme of found.programmes) if (programme) yield* this.#support.programme(programme, source)
    const details = { ...found.details, ...(found.authority ? { authority: found.authority.id } : {}) }
    // All of it is kept: whoever is listed by whom stands there in words of many kinds.
    let kept: Fields | undefined = residueFields(node, Object.fromEntries(node.properties))
    for (const party of found.parties) {
      yield* this.#placeholder(party, datasets[0]!)
      for (const programme of found.programmes) {
        yield {
          relation: 'designates',
          subject: found.sender,
          object: coreId(party),
          ...(programme ? { programme: programme.id } : {}),
          occurrence: '',
          claims: this.#attribution.claimsOfEdge(node, details, kept),
        }
        kept = undefined
      }
    }
  }

  /** Listings of an entity that names its programmes itself, as in targets.simple.csv: who lists it is who issues them. */
  *listings(node: Node): Generator<RawRecord> {
    const { to } = core.relation('designates')
    if (!fits(coreTypeOf(node.schema), to)) return
    for (const key of valuesOf(node.properties, 'programId')) {
      const found = readSanction({
        ...node,
        properties: new Map([
          ['entity', [node.id]],
          ['programId', [key]],
        ]),
        rest: {},
      })
      if (typeof found === 'string') {
        this.#tell.programme(key, found)
        continue
      }
      const datasets = this.#attribution.whoSays(node, 'programId', key)
      for (const dataset of datasets) yield* this.#support.dataset(dataset)
      yield* this.#support.jurisdiction(found.sender)
      if (found.authority) yield* this.#support.body(found.authority)
      for (const programme of found.programmes) {
        if (programme) yield* this.#support.programme(programme, datasetId(datasets[0]!))
        const details = { when: '/..', ...(found.authority ? { authority: found.authority.id } : {}) }
        yield {
          relation: 'designates',
          subject: found.sender,
          object: coreId(node.id),
          ...(programme ? { programme: programme.id } : {}),
          occurrence: '',
          claims: datasets.map((dataset) => ({ ...claim(dataset, placeOf(node.id)), ...details })),
        }
      }
    }
  }

  #whyNot({ parties }: Designation): string | undefined {
    const { to } = core.relation('designates')
    const fine = parties.every((party) => {
      const type = this.#typeOf(party)
      return type === undefined || fits(type, to)
    })
    return fine ? undefined : 'it is on what is no actor and no asset'
  }

  /** The type of an entity, or of what stands for it; undefined where nothing is known of it. */
  #typeOf(id: string): string | undefined {
    return this.#survey.typeOf(id) ?? this.#survey.placeholderOf(id)
  }

  *#placeholder(id: string, dataset: string): Generator<RawRecord> {
    if (this.#survey.typeOf(id) !== undefined) return
    this.#tell.dangling(id)
    const type = this.#survey.placeholderOf(id)
    if (type !== undefined) yield* this.#support.placeholder(id, type, datasetId(dataset))
  }
}

/** What of a link its statements do not say. */
function edgeResidue(node: Node, { relation, pairs, details }: Edge): Fields | undefined {
  const symmetric = core.relation(relation).symmetric === true
  const rows = pairs.map(({ subject, object }) => {
    const [one, other] = orderEnds(coreId(subject), coreId(object), symmetric)
    return { relation, subject: ftmIdOf(one), object: ftmIdOf(other), details }
  })
  const back = edgeProperties(node.schema, rows)
  for (const property of keptOf(node, relation)) back.delete(property)
  return residueOf(node.properties, back)
}
