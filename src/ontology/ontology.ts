import { fail } from '../model/issue'
import { didYouMean } from '../model/suggest'
import type {
  Checked,
  CheckedExtension,
  Extended,
  Kind,
  ListDefinition,
  OntologyDefinition,
  OntologyExtension,
  PropertyUses,
  RelationDefinition,
  TypeDefinition,
} from './definition'

export type { Extended } from './definition'

/** A property as one type or relation uses it. */
export interface Property {
  readonly name: string
  readonly kind: Kind
  readonly definition: string
  readonly label: string
  /** Types that an entity here may have; none: any. */
  readonly of: readonly string[]
  /** The list that a choice is from. */
  readonly list: string | undefined
  /** The values of that list. */
  readonly values: ReadonlySet<string> | undefined
  readonly many: boolean
  readonly ordered: boolean
  readonly required: boolean
  /** What is meant where nothing is said. */
  readonly default: string | undefined
  /** How a value is read after the verb. */
  readonly preposition: string | undefined
}

/** A relation with everything that applies to it. */
export interface Relation extends Omit<RelationDefinition, 'defining' | 'details'> {
  readonly name: string
  /** Its place among the relations of its ontology. */
  readonly index: number
  readonly label: string
  readonly aspect: 'state' | 'event'
  readonly symmetric?: true
  readonly defining: ReadonlyMap<string, Property>
  readonly details: ReadonlyMap<string, Property>
  /** Those of `defining` that mean something where they are not given. */
  readonly defaults: readonly Property[]
}

/** Names that no property may have: keys of records, words of the RDF, and what JavaScript objects inherit. */
const TAKEN = new Set(
  (
    'type id label names aliases identifiers addresses description sameAs sources unnamed extra relation subject ' +
    'object occurrence claims ref status stance by source at via said withdrawn likelihood confidence credibility ' +
    'method about name identifier address disputed possibleFrom possibleUntil certainFrom certainUntil ' +
    '__proto__ constructor prototype toString valueOf hasOwnProperty'
  ).split(' '),
)
const TYPE_NAME = /^[A-Z][A-Za-z0-9]*$/
const NAME = /^[a-z][A-Za-z0-9]*$/
const VALUE = /^[A-Za-z0-9][A-Za-z0-9-]*$/

/**
 * A vocabulary: types, relations, their properties, and closed lists. Made by {@link defineOntology}; the one
 * that comes with the package is `core`.
 */
export class Ontology<D extends OntologyDefinition = OntologyDefinition> {
  /** The literal that it was made of. */
  readonly definition: D
  /** Every relation by name. */
  readonly relations: ReadonlyMap<string, Relation>
  /** Every type by name, parents before children. */
  readonly types: ReadonlyMap<string, TypeDefinition>
  readonly #lineages = new Map<string, readonly string[]>()
  readonly #fields = new Map<string, ReadonlyMap<string, Property>>()

  /** @throws {@link StatecraftError} where the definition contradicts itself */
  constructor(definition: D) {
    this.definition = definition
    if (!/^(https?:\/\/|urn:)\S+[#/]$/.test(definition.iri)) {
      fail('bad-value', 'the IRI of an ontology ends in # or /', { path: ['iri'] })
    }
    checkLists(definition)
    for (const [name, property] of Object.entries(definition.properties)) {
      const path = ['properties', name]
      if (!NAME.test(name) || TAKEN.has(name))
        fail('bad-value', `no property can be called '${name}'`, { path })
      this.#checkNames(property.of, definition.types, 'type', path)
      if (property.list !== undefined) this.#checkNames([property.list], definition.lists, 'list', path)
    }
    const order = Object.keys(definition.types)
    for (const name of order) {
      if (!TYPE_NAME.test(name))
        fail('bad-value', `no type can be called '${name}'`, { path: ['types', name] })
      this.#lineages.set(name, this.#climb(name))
    }
    // Parents before children, otherwise as defined.
    order.sort((a, b) => this.lineage(a).length - this.lineage(b).length)
    this.types = new Map(order.map((name) => [name, definition.types[name]!]))
    for (const name of order) {
      const own = this.#uses(definition.types[name]?.fields, ['types', name, 'fields'])
      const parent = definition.types[name]?.extends
      this.#fields.set(name, new Map([...(parent ? this.fields(parent) : []), ...own]))
    }
    this.relations = new Map(
      Object.entries(definition.relations).map(([name, relation], index) => [
        name,
        this.#relation(name, relation, index),
      ]),
    )
  }

  /** A type and its ancestors, itself first. */
  lineage(type: string): readonly string[] {
    return this.#lineages.get(type) ?? []
  }

  /** Whether a type is another or descends from it. */
  isA(type: string, ancestor: string): boolean {
    return this.lineage(type).includes(ancestor)
  }

  /** The fields of a type, inherited ones first. */
  fields(type: string): ReadonlyMap<string, Property> {
    return this.#fields.get(type) ?? new Map()
  }

  /** A relation, or a thrown `unknown-relation` with a hint. */
  relation(name: string): Relation {
    return (
      this.relations.get(name) ??
      fail('unknown-relation', `there is no relation '${name}'`, hint(name, this.relations.keys()))
    )
  }

  /**
   * Whether one thing can be of two types at once: neither lies on another branch below a type whose
   * subtypes are disjoint, and they have a root in common.
   */
  compatible(a: string, b: string): boolean {
    const [up, other] = [this.lineage(a), this.lineage(b)]
    if (up.includes(b) || other.includes(a)) return true
    const common = up.find((type) => other.includes(type))
    return common !== undefined && !this.types.get(common)?.disjoint
  }

  /** Types without those that are ancestors of another, in code-unit order. */
  leaves(types: Iterable<string>): readonly string[] {
    const all = [...new Set(types)]
    return all.filter((type) => !all.some((other) => other !== type && this.isA(other, type))).sort()
  }

  #climb(name: string): readonly string[] {
    const up: string[] = []
    for (let at: string | undefined = name; at !== undefined; at = this.definition.types[at]?.extends) {
      const path = ['types', up.at(-1) ?? at, 'extends']
      if (up.includes(at)) fail('bad-value', `'${name}' extends itself, through ${up.join(' → ')}`, { path })
      if (!Object.hasOwn(this.definition.types, at)) {
        const known = Object.keys(this.definition.types)
        fail('unknown-type', `there is no type '${at}' to extend`, { path, ...hint(at, known) })
      }
      up.push(at)
    }
    return up
  }

  #uses(uses: PropertyUses = {}, path: readonly string[]): [string, Property][] {
    return Object.entries(uses).map(([name, use]) => {
      const at = [...path, name]
      if (!Object.hasOwn(this.definition.properties, name)) {
        const known = Object.keys(this.definition.properties)
        fail('unknown-field', `there is no property '${name}'`, { path: at, ...hint(name, known) })
      }
      const property = this.definition.properties[name]!
      this.#checkNames(use.of, this.definition.types, 'type', at)
      if (use.list !== undefined) this.#checkNames([use.list], this.definition.lists, 'list', at)
      const list = property.kind === 'choice' ? (use.list ?? property.list) : undefined
      if (property.kind === 'choice' && list === undefined)
        fail('bad-value', 'a choice names its list', { path: at })
      return [
        name,
        {
          name,
          kind: property.kind,
          definition: property.definition,
          label: property.label ?? words(name),
          of: use.of ?? property.of ?? [],
          list,
          values:
            list === undefined ? undefined : new Set(Object.keys(this.definition.lists[list]?.values ?? {})),
          many: use.many ?? false,
          ordered: use.ordered ?? false,
          required: use.required ?? false,
          default: use.default,
          preposition: use.preposition ?? property.preposition,
        },
      ]
    })
  }

  #relation(name: string, relation: RelationDefinition, index: number): Relation {
    const path = ['relations', name]
    if (!NAME.test(name) || Object.hasOwn(this.definition.properties, name)) {
      const hint = NAME.test(name) ? 'a property has that name' : 'a-z, then letters and digits'
      fail('bad-value', `no relation can be called '${name}'`, { path, hint })
    }
    if (relation.from.length === 0 || relation.to.length === 0)
      fail('bad-value', 'a relation has two ends', { path })
    this.#checkNames(relation.from, this.definition.types, 'type', [...path, 'from'])
    this.#checkNames(relation.to, this.definition.types, 'type', [...path, 'to'])
    const same =
      relation.from.length === relation.to.length && relation.from.every((t) => relation.to.includes(t))
    if ((relation.symmetric || relation.transitive || relation.alike) && !same && !relation.transitive) {
      fail('bad-value', 'a symmetric relation, or one of like with like, has the same types at both ends', {
        path,
      })
    }
    const every = this.definition.everyRelation
    const defining = new Map([
      ...this.#uses(relation.defining, [...path, 'defining']),
      ...this.#uses(every.defining, ['everyRelation', 'defining']),
    ])
    const details = new Map([
      ...this.#uses(relation.details, [...path, 'details']),
      ...this.#uses(every.details, ['everyRelation', 'details']),
    ])
    for (const both of defining.keys()) {
      if (details.has(both)) fail('bad-value', `'${both}' is defining and a detail at once`, { path })
    }
    for (const key of relation.exclusive ?? []) {
      if (key !== 'subject' && key !== 'object' && !defining.has(key)) {
        fail('unknown-field', `'${key}' is no end or defining qualifier of ${name}`, {
          path: [...path, 'exclusive'],
        })
      }
    }
    return {
      ...relation,
      name,
      index,
      label: relation.label ?? words(name),
      aspect: relation.aspect ?? 'state',
      defining,
      details,
      defaults: [...defining.values()].filter((property) => property.default !== undefined),
    }
  }

  #checkNames(
    names: readonly string[] | undefined,
    known: object,
    what: 'type' | 'list',
    path: readonly string[],
  ): void {
    for (const name of names ?? []) {
      if (!Object.hasOwn(known, name)) {
        fail('unknown-type', `there is no ${what} '${name}'`, { path, ...hint(name, Object.keys(known)) })
      }
    }
  }
}

function checkLists(definition: OntologyDefinition): void {
  for (const [name, list] of Object.entries(definition.lists)) {
    if (!NAME.test(name)) fail('bad-value', `no list can be called '${name}'`, { path: ['lists', name] })
    for (const [value, { broader = [] }] of Object.entries(list.values)) {
      const path = ['lists', name, value]
      if (!VALUE.test(value)) fail('bad-value', `no value of a list can be called '${value}'`, { path })
      for (const other of broader) {
        if (!Object.hasOwn(list.values, other)) fail('bad-value', `there is no value '${other}'`, { path })
      }
    }
  }
}

function hint(name: string, known: Iterable<string>): { hint?: string } {
  const meant = didYouMean(name, known)
  return meant ? { hint: meant } : {}
}

/** `alliedWith` → "allied with". */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (c, i) => (i ? ' ' : '') + c.toLowerCase())
}

/**
 * Makes an ontology of one literal. Names that are not defined do not compile, and throw.
 *
 * @param definition types, relations, properties and lists
 * @returns the ontology, with the literal in its type: refs, fields and qualifiers follow from it
 * @throws {@link StatecraftError} for a parent, type, property or list that is not defined, a type that extends
 * itself, a name that records need
 *
 * @example
 * ```ts
 * import { createGraph, defineOntology } from 'statecraft'
 *
 * const rivers = defineOntology({
 *   iri: 'https://example.org/rivers#',
 *   vocabularies: {},
 *   lists: {},
 *   properties: { when: { kind: 'date', definition: 'when it holds' } },
 *   types: { Actor: { definition: 'who acts' }, Source: { definition: 'who says so' }, River: { definition: 'flows' } },
 *   everyRelation: { defining: {}, details: { when: {} } },
 *   relations: {
 *     damsUp: { from: ['Actor'], to: ['River'], inverse: 'is dammed up by', definition: 'holds back the water of' },
 *   },
 * })
 * const kg = createGraph(rivers)
 * ```
 */
export function defineOntology<const D extends OntologyDefinition>(
  definition: D & Checked<D, D>,
): Ontology<D> {
  return new Ontology<D>(definition)
}

/**
 * Adds types, relations, properties and values to an ontology. An entry that is there already takes further
 * fields, qualifiers or values; what it says otherwise stays. Refs made with the base keep working.
 *
 * @param base the ontology to extend; it is not changed
 * @param extension what to add
 * @returns a new ontology
 * @throws {@link StatecraftError} as {@link defineOntology}, and `conflict` where an entry says anew what the base says
 *
 * @example
 * ```ts
 * import { core, createGraph, extendOntology } from 'statecraft'
 *
 * const mine = extendOntology(core, {
 *   types: { Port: { extends: 'Place', definition: 'where ships load and unload' } },
 *   relations: {
 *     callsAt: { from: ['Vessel'], to: ['Port'], aspect: 'event', inverse: 'is called at by', definition: 'puts in at' },
 *   },
 * })
 * const kg = createGraph(mine)
 * ```
 */
export function extendOntology<const D extends OntologyDefinition, const X extends OntologyExtension>(
  base: Ontology<D>,
  extension: X & CheckedExtension<X, D>,
): Ontology<Extended<D, X>> {
  const { definition } = base
  const joined: OntologyDefinition = {
    ...definition,
    vocabularies: { ...definition.vocabularies, ...extension.vocabularies },
    lists: join<ListDefinition>('lists', definition.lists, extension.lists, ['values']),
    properties: join('properties', definition.properties, extension.properties, []),
    types: join<TypeDefinition>('types', definition.types, extension.types, ['fields']),
    relations: join<RelationDefinition>('relations', definition.relations, extension.relations, [
      'defining',
      'details',
    ]),
  }
  // The boundary: `joined` is what `Extended` says, which the compiler cannot follow through the loops.
  return new Ontology(joined) as unknown as Ontology<Extended<D, X>>
}

type Entries<T> = { readonly [name: string]: T }

function join<T extends object>(
  part: string,
  base: Entries<T>,
  added: Entries<Partial<T>> = {},
  open: readonly (keyof T & string)[],
): Entries<T> {
  const all = new Map<string, T>(Object.entries(base)) // not an object: an entry may be called __proto__
  for (const [name, entry] of Object.entries(added)) {
    const there = Object.hasOwn(base, name) ? base[name] : undefined
    const merged = new Map<string, unknown>(Object.entries(there ?? {}))
    for (const [key, value] of Object.entries(entry)) {
      const known = there && Object.hasOwn(there, key) ? merged.get(key) : undefined
      const isOpen = open.some((k) => k === key)
      for (const taken of isOpen && known ? Object.keys(value as object) : []) {
        if (Object.hasOwn(known as object, taken)) {
          fail('conflict', `'${taken}' of '${name}' is defined already`, { path: [part, name, key, taken] })
        }
      }
      if (there && !isOpen) fail('conflict', `'${name}' is defined already`, { path: [part, name, key] })
      merged.set(key, isOpen ? { ...(known as object), ...(value as object) } : value)
    }
    all.set(name, Object.fromEntries(merged) as T) // the boundary: checked by the constructor of Ontology
  }
  return Object.fromEntries(all)
}
