import { orderEnds } from '../../model/identity'
import { core } from '../../ontology/core'
import type { SourceContext } from '../input/context'
import type { RawRecord } from '../input/records'
import { Tally } from '../input/tally'
import { Attribution, claim, occurrenceOf, placeOf } from './claims'
import { coreTypeOf, fits } from './core-types'
import { ADDRESS, countryCode, readTies, type Tie } from './countries'
import { datasetId } from './datasets'
import { type Edge, edgeProperties, keptOf, readEdge } from './edge'
import { coreId, ftmIdOf } from './ids'
import { addTo, type Fields, type Node, residueOf, valuesOf } from './node'
import { type Designation, readSanction } from './sanction'
import { isSchema } from './schemata'
import { Support } from './support'
import { aboutOf, type Role, roleOf, type Survey } from './survey'
import { readThing, residueFields } from './thing'

/** Writes entities of FollowTheMoney as records, of one file or several. */
export class FtmRecords {
  readonly #survey: Survey
  readonly #context: SourceContext
  #attribution = new Attribution('')
  readonly #support: Support
  readonly #tally: Tally
  readonly #missing = new Set<string>()
  readonly #met = new Set<string>()

  constructor(survey: Survey, context: SourceContext) {
    this.#survey = survey
    this.#context = context
    this.#support = new Support(context.options.published)
    this.#tally = new Tally(context)
  }

  /** Begins a file, which is taken for a data set of this name where entities name none. */
  begin(dataset: string): void {
    this.#attribution = new Attribution(dataset)
  }

  *take(node: Node): Generator<RawRecord> {
    this.#tellRepeated(node)
    const role = roleOf(node.schema)
    if (role === 'edge') yield* this.#edge(node)
    else if (role === 'sanction') yield* this.#sanction(node)
    else {
      if (role === 'record') this.#tellRecord(node, 'nothing here says what it does')
      yield* this.#thing(node, role)
    }
  }

  /** Tells what is told once of a whole file. */
  end(): void {
    this.#tally.tell((count) => (count === 1 ? 'once' : `${count} times`))
  }

  // Things

  *#thing(node: Node, role: Role): Generator<RawRecord> {
    const { id } = node
    if (role === 'document' || role === 'record') this.#tellMissing(node, aboutOf(role))
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
    const ties = readTies(type, schema, properties, (code, property) => {
      const message = `'${code.slice(0, 40)}' is no country that is known here (${property}); it is kept as it is`
      this.#tally.add(`country ${property} ${code}`, 'unmapped', message)
    })
    const found = ties.map((tie) => {
      const value = countryCode(tie.object) ?? ''
      return { ...tie, value, isExact: valuesOf(properties, tie.property).includes(value) }
    })
    for (const id of valuesOf(properties, ADDRESS)) {
      const there = this.#survey.typeOf(id)
      if (there === undefined) this.#tellDangling(id)
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
      this.#tellRecord(node, edge)
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
      this.#tellRecord(node, why ?? '')
      this.#tellMissing(node, 'entity')
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
        this.#tally.add(`listing ${key}`, 'unmapped', `the programme '${key.slice(0, 80)}': ${found}`)
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
    this.#tellDangling(id)
    const type = this.#survey.placeholderOf(id)
    if (type !== undefined) yield* this.#support.placeholder(id, type, datasetId(dataset))
  }

  // What is told

  #tellRecord({ schema }: Node, why: string): void {
    const message = isSchema(schema)
      ? `${schema}: ${why}; it is kept as a record`
      : `'${schema.slice(0, 80)}' is no schema that is known here; it is kept as a record`
    this.#tally.add(`${schema} ${why}`, 'unmapped', message)
  }

  #tellMissing({ properties }: Node, property: string | undefined): void {
    for (const id of property === undefined ? [] : valuesOf(properties, property))
      if (this.#survey.typeOf(id) === undefined) this.#tellDangling(id)
  }

  #tellDangling(id: string): void {
    if (this.#missing.has(id)) return
    this.#missing.add(id)
    const message = `'${id.slice(0, 80)}' is referred to, and not in the file`
    this.#context.tell('dangling', message, { entity: coreId(id) })
  }

  #tellRepeated({ id, within }: Node): void {
    if (within || !this.#survey.isRepeated(id)) return
    if (this.#met.has(id)) {
      const hint = 'both are read as one'
      this.#context.tell('conflict', `the id '${id.slice(0, 80)}' comes twice`, { entity: coreId(id), hint })
    }
    this.#met.add(id)
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
