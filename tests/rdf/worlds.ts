import { isStatement, type Ontology, PrefixMap, type StatecraftRecord } from 'statecraft'
import { canonicalJson } from '../../src/model/canonical'
import { canonical, idOf, linked } from './canonical'

/** A file's worth of records that speak of each other. */
export interface World {
  readonly prefixes: PrefixMap
  /** Entities that it may speak of. */
  readonly ids: readonly string[]
  /** As somebody may write them: ids in any form, statements named by handles. */
  readonly given: readonly object[]
  /** The same in their canonical form, statements named by ids. */
  readonly records: readonly StatecraftRecord[]
}

/** A record as it is generated: names in it are {@link Mention}, {@link Twin} and {@link Quotation}. */
export type Raw = Record<string, unknown>

/** An entity that is named: of one of these types where the world has one, any otherwise. */
export class Mention {
  constructor(
    readonly place: number,
    readonly of: readonly string[],
  ) {}
}

/** A statement that is named: an earlier one by its handle where there is one, one that is not there otherwise. */
export class Quotation {
  constructor(
    readonly place: number,
    readonly otherwise: string,
  ) {}
}

/** Another id of an entity: one that nothing else has, or, now and then, that of another entity of such a type. */
export class Twin {
  constructor(readonly place: number) {}
}

/** What a world is made of. */
export interface Parts {
  readonly prefixes: Record<string, string>
  readonly ids: readonly string[]
  /** With the places at which they stand among the statements. */
  readonly entities: readonly (readonly [Raw, number])[]
  readonly statements: readonly Raw[]
}

/** Puts names in, and makes different what RDF could not tell apart. */
export function assembled({ prefixes, ids, entities, statements }: Parts, ontology: Ontology): World {
  const map = new PrefixMap(prefixes)
  const known = [...new Map(ids.map((id) => [map.canonical(id), id])).values()]
  const named = entities.slice(0, known.length).map(([raw, at], i) => ({ raw, at, id: known[i]! }))
  const others = known.slice(named.length)
  const fits = (raw: Raw, of: readonly string[]) =>
    of.length === 0 ||
    [raw.type].flat().some((type) => of.some((wanted) => ontology.isA(String(type), wanted)))

  const put = (value: unknown, handles: readonly string[]): unknown => {
    if (value instanceof Mention) {
      const there = named.filter(({ raw }) => fits(raw, value.of)).map(({ id }) => id)
      const from = there.length > 0 ? there : others
      return from[value.place % from.length] ?? 'state:nobody'
    }
    if (value instanceof Quotation) {
      // The last one is for what is not there.
      return handles[value.place % (handles.length + 1)] ?? value.otherwise
    }
    if (Array.isArray(value)) return value.map((one) => put(one, handles))
    return value
  }
  const alike = (a: unknown, b: unknown) =>
    [a].flat().every((one) => [b].flat().every((other) => ontology.compatible(String(one), String(other))))
  const twins = ({ sameAs, type }: Raw): Raw => {
    if (!Array.isArray(sameAs)) return {}
    const i = named.findIndex(({ raw }) => raw.sameAs === sameAs)
    const ids = sameAs.map(({ place }: Twin) => {
      const other = named[place - 5]
      return other && !other.raw.unnamed && alike(type, other.raw.type)
        ? other.id
        : (others[i + named.length * place] ?? `twin:${i}-${place}`)
    })
    return { sameAs: ids }
  }
  const filled = (raw: Raw, handles: readonly string[]): Raw =>
    Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, put(value, handles)]))

  const read = (raw: object): StatecraftRecord => {
    const { records, issues } = canonical([raw], ontology, map)
    const error = issues.find(({ severity }) => severity === 'error')
    if (error || !records[0]) throw new Error(`no record: ${JSON.stringify(error)} ${JSON.stringify(raw)}`)
    return records[0]
  }

  const given: object[] = []
  const records: StatecraftRecord[] = []
  const byHandle = new Map<string, string>()
  const seen = new Set<string>()
  statements.forEach((template, i) => {
    const handles = [...byHandle.keys()]
    const filledClaims = (template.claims as Raw[]).map((one) => filled(one, handles)) // as `statement` made it
    // `é` and `9`: letters and digits of any script are fine in handles.
    const raw = { ...filled(template, handles), ref: `é-9_${i}.`, claims: filledClaims }
    const claims = distinct(raw, read(raw))
    let whole: Raw = { ...raw, claims }
    let record = linked(read(whole), ontology, new Map(byHandle))
    if (seen.has(idOf(record, ontology))) {
      whole = { ...whole, occurrence: `another ${i}` } // one statement that comes twice comes back as one
      record = linked(read(whole), ontology, new Map(byHandle))
    }
    seen.add(idOf(record, ontology))
    byHandle.set(String(raw.ref), idOf(record, ontology))
    given.push(whole)
    records.push(record)
  })
  for (const { raw, at, id } of named) {
    const whole = { ...filled(raw, []), id, ...twins(raw) }
    const place = at % (given.length + 1)
    given.splice(place, 0, whole)
    records.splice(place, 0, read(whole))
  }
  return { prefixes: map, ids: known, given, records }
}

/** The claims of a statement without those that have the id of another: what tells claims apart is in their key. */
function distinct(raw: { readonly claims: readonly Raw[] }, record: StatecraftRecord): Raw[] {
  const seen = new Set<string>()
  return raw.claims.filter((_, i) => {
    const { stance, by, source, at, said } = (isStatement(record) ? record.claims[i] : undefined) ?? {}
    const key = canonicalJson([stance, by, source, at, said])
    return seen.size < seen.add(key).size
  })
}
