import { byCodeUnits } from '../../model/canonical'
import { LEVELS, type Level } from '../../model/claim'
import type { Property, Relation } from '../../ontology/ontology'
import { verbFor, verbOf } from '../../query/cite'
import { criteriaInWords } from '../../query/show/criteria'
import type { Excerpt } from '../../query/show/excerpt'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import type {
  EntityData,
  Fact,
  InferredRow,
  PageData,
  RelationData,
  SpanRow,
  StatementRow,
  ViewpointData,
  ViewpointRow,
} from './data'
import { entityData } from './entities'
import { Places } from './places'
import { remarksOf } from './remarks'
import { claimRow, claimsInOrder, spanRow, standingCode } from './statements'
import { factsOf, line } from './values'
import { viewsOf } from './viewpoints'

/** Works out all that a page shows of an excerpt. */
export function collect(excerpt: Excerpt, title: string, languages?: readonly string[]): PageData {
  return new Collector(excerpt, languages).collect(title)
}

class Collector {
  readonly #excerpt: Excerpt
  readonly #languages: readonly string[] | undefined
  /** The view with what is only denied in it: the page decides whether that is shown. */
  readonly #lens: Lens
  readonly #hasViewpoint: boolean
  readonly #entities = new Places<Row>((row) => row)
  readonly #types = new Places<string>((label) => label)
  readonly #relations = new Places<Relation>((relation) => relation)
  readonly #verbs = new Places<string>((verb) => verb)
  readonly #spans = new Places<SpanRow, string>((span) => span.join())
  readonly #statements = new Places<Row>((row) => row)
  /** By the place of a statement, its claims. */
  readonly #claims: Row[][] = []

  constructor(excerpt: Excerpt, languages?: readonly string[]) {
    this.#excerpt = excerpt
    this.#languages = languages
    this.#lens = excerpt.edges.lens.with({ status: new Set(LEVELS) })
    this.#hasViewpoint = this.#lens.criteria.some(({ viewpoint }) => viewpoint !== undefined)
  }

  collect(title: string): PageData {
    const { edges, numbers, entities, ends, isView } = this.#excerpt
    const lens = this.#lens
    const { store } = lens
    const stated = numbers.filter((number) => edges.edge(number).statement !== 0)
    const inferred = numbers.filter((number) => edges.edge(number).statement === 0)
    // Where the whole view is shown, so is what other levels and viewpoints bring into it.
    const isWhole = isView === true && stated.length === count(edges.lens.statements())
    const listed = new Set(isWhole ? lens.statements() : stated)
    const { views, speakers } = this.#hasViewpoint
      ? { views: [], speakers: 0 }
      : viewsOf(lens, isWhole ? undefined : listed)
    if (isWhole) for (const view of views) for (const row of view.lens.statements()) listed.add(row)
    const { subject, object } = store.statements.columns
    const degrees = new Map(entities.map((row) => [row, 0]))
    const meet = (...rows: Row[]) => {
      for (const row of new Set(rows)) degrees.set(row, (degrees.get(row) ?? 0) + 1)
    }
    for (const row of listed) meet(subject[row]!, object[row]!)
    for (const number of inferred) {
      const edge = edges.edge(number)
      meet(edge.subject, edge.object)
    }
    // Those of which most is said come first.
    const byDegree = [...degrees].sort(
      ([a, first], [b, second]) => second - first || byCodeUnits(store.idOf(a), store.idOf(b)),
    )
    for (const [row] of byDegree) this.#entities.of(row)
    const alone = new Set(byDegree.flatMap(([row, degree]) => (degree === 0 ? [row] : [])))
    const nodes = this.#entities.all.length
    for (const row of this.#inOrder(listed)) this.#statements.of(row)
    for (const number of inferred) for (const row of edges.restsOf(number)) this.#statements.of(row)
    const statements = this.#statements.all.map((row) => this.#statementRow(row))
    const viewpoints = (
      this.#hasViewpoint
        ? [this.#viewpoint(this.#ownViewpoint(), lens, false)]
        : views.map((view) => this.#viewpoint(view.actor, view.lens, true))
    ).filter(({ speaks }) => speaks > 0 || this.#hasViewpoint)
    const inferredRows = inferred.map((number) => this.#inferredRow(number))
    return {
      title,
      asked: criteriaInWords(edges.lens, this.#languages),
      remarks: remarksOf(this.#excerpt, isWhole, speakers, viewpoints.length),
      relations: this.#relations.all.map(relationData),
      verbs: this.#verbs.all,
      spans: this.#spans.all,
      entities: this.#entityData(new Set(ends), alone),
      types: this.#types.all,
      nodes,
      statements,
      listed: listed.size,
      inferred: inferredRows,
      viewpoints,
      view: {
        levels: this.#levels(),
        hasViewpoint: this.#hasViewpoint,
        certain: this.#certain(),
        days: this.#lens.criteria.flatMap(({ asOf }) => asOf ?? []),
      },
    }
  }

  /** Statements by their ends, as these stand in the page, then by relation: the same whatever came first. */
  #inOrder(rows: Iterable<Row>): Row[] {
    const { store } = this.#lens
    const { subject, object } = store.statements.columns
    const ends = (row: Row) =>
      [subject[row]!, object[row]!].map((end) => this.#entities.of(end)).sort((a, b) => a - b) as [
        number,
        number,
      ] // two
    const keyed = [...rows].map((row) => ({ row, ends: ends(row), relation: store.relationOf(row).name }))
    keyed.sort(
      (a, b) =>
        a.ends[0] - b.ends[0] ||
        a.ends[1] - b.ends[1] ||
        byCodeUnits(a.relation, b.relation) ||
        byCodeUnits(store.statementId(a.row), store.statementId(b.row)),
    )
    return keyed.map(({ row }) => row)
  }

  #ownViewpoint(): Row {
    const { viewpoint = 0 } = this.#lens.criteria.find((criteria) => criteria.viewpoint !== undefined) ?? {}
    return this.#lens.store.current(viewpoint)
  }

  #levels(): Level[] {
    const asked = this.#excerpt.edges.lens.criteria.flatMap(({ status }) => status ?? [])
    return LEVELS.filter((level) =>
      asked.length === 0 ? level !== 'denied' : asked.every((levels) => levels.has(level)),
    )
  }

  #certain(): 'ask' | 'always' | 'never' {
    const { criteria } = this.#excerpt.edges.lens
    if (criteria.some(({ certain }) => certain)) return 'always'
    // "Certainly" would leave out claims whose date is not known, too: that is not worked out here.
    return criteria.some(({ asKnownOn }) => asKnownOn) ? 'never' : 'ask'
  }

  #entity(row: Row): number {
    return row === 0 ? -1 : this.#entities.of(row)
  }

  #span(lens: Lens, row: Row): number {
    const days = lens.days(row)
    return days ? this.#spans.of(spanRow(days)) : -1
  }

  #statementRow(row: Row): StatementRow {
    const lens = this.#lens
    const { store } = lens
    const { subject, object } = store.statements.columns
    const claims = claimsInOrder(lens, row)
    this.#claims.push(claims)
    const relation = store.relationOf(row)
    return [
      store.statementId(row),
      this.#relations.of(relation),
      this.#entity(subject[row]!),
      this.#entity(object[row]!),
      this.#verbs.of(verbOf(lens, row, this.#languages)),
      standingCode(lens, row),
      this.#span(lens, row),
      claims.map((claim) => claimRow(lens, row, claim, (of) => this.#entity(of), this.#languages)),
      this.#factsOf(row, relation),
    ]
  }

  /** What the verb does not say. */
  #factsOf(row: Row, { defining }: Relation): Fact[] {
    const isSaid = ({ name, kind }: Property) => kind === 'choice' || (kind === 'entity' && name !== 'event')
    const left = Object.entries(this.#lens.store.qualifiersOf(row)).filter(([name]) => {
      const property = defining.get(name)
      return property === undefined || !isSaid(property)
    })
    return factsOf(this.#lens, Object.fromEntries(left), defining, this.#languages)
  }

  #inferredRow(number: number): InferredRow {
    const { edges } = this.#excerpt
    const { relation, subject, object, rests, rule } = edges.edge(number)
    return [
      this.#relations.of(relation),
      this.#entity(subject),
      this.#entity(object),
      this.#verbs.of(verbFor(edges, number, this.#languages)),
      rests.map((row) => this.#statements.of(row)),
      rule ?? 'transitive',
    ]
  }

  /** @param differs whether to tell also what differs from the base without anybody having spoken */
  #viewpoint(actor: Row, lens: Lens, differs: boolean): ViewpointData {
    let speaks = 0
    const rows: ViewpointRow[] = []
    for (const [place, row] of this.#statements.all.entries()) {
      const standing = standingCode(lens, row)
      const why = lens.standing(row)?.why
      const isSpoken = why === 'own' || why === 'spokesman'
      if (isSpoken) speaks++
      const base = standingCode(this.#lens, row)
      const common = base >= 0 && (base & 15) === 0 ? base : -1
      const isAsElse = !isSpoken && (!differs || standing === common)
      if (isAsElse) continue
      const claims = this.#claims[place]!
      const deciding = isSpoken
        ? lens
            .deciding(row)
            .map((claim) => claims.indexOf(claim))
            .sort((a, b) => a - b)
        : []
      rows.push([place, standing, standing < 0 ? -1 : this.#span(lens, row), why ?? '', deciding])
    }
    return { actor: this.#entity(actor), speaks, rows }
  }

  /** The entities, while those that they name as sources come to them. */
  #entityData(ends: ReadonlySet<Row>, alone: ReadonlySet<Row>): EntityData[] {
    const found: EntityData[] = []
    for (let place = 0; place < this.#entities.all.length; place++) {
      const row = this.#entities.all[place]!
      const data = entityData(
        this.#lens,
        row,
        (label) => this.#types.of(line(label)),
        (source) => this.#entity(source),
        this.#languages,
      )
      found.push({
        ...data,
        ...(ends.has(row) ? { end: true } : {}),
        ...(alone.has(row) ? { alone: true } : {}),
      })
    }
    return found
  }
}

function relationData({ name, label, sign, symmetric, aspect }: Relation): RelationData {
  return { name, label, sign: sign ?? 0, symmetric: symmetric === true, event: aspect === 'event' }
}

function count(things: Iterable<unknown>): number {
  let total = 0
  for (const _ of things) total++
  return total
}
