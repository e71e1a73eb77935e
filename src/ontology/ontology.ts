import { fail } from '../model/issue'
import { hintOf } from '../model/suggest'
import { checkDefinition } from './check'
import type {
  Checked,
  Kind,
  OntologyDefinition,
  PropertyUses,
  RelationDefinition,
  TypeDefinition,
} from './definition'

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
    checkDefinition(definition)
    for (const name of Object.keys(definition.types)) this.#lineages.set(name, this.#climb(name))
    // Parents before children, otherwise as defined.
    const order = Object.keys(definition.types).sort(
      (a, b) => this.lineage(a).length - this.lineage(b).length,
    )
    this.types = new Map(order.map((name) => [name, definition.types[name]!]))
    for (const name of order) {
      const { extends: parent, fields } = definition.types[name]!
      this.#fields.set(name, new Map([...(parent ? this.fields(parent) : []), ...this.#uses(fields)]))
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

  /** What people call a type: `ArmedGroup` → "armed group". */
  typeLabel(type: string): string {
    return this.types.get(type)?.label ?? words(type)
  }

  /** A relation, or a thrown `unknown-relation` with a hint. */
  relation(name: string): Relation {
    const found = this.relations.get(name)
    if (found) return found
    return fail('unknown-relation', `there is no relation '${name}'`, hintOf(name, this.relations.keys()))
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
    const parent = this.definition.types[name]?.extends
    return parent === undefined ? [name] : [name, ...this.#climb(parent)]
  }

  #uses(uses: PropertyUses = {}): [string, Property][] {
    return Object.entries(uses).map(([name, use]) => {
      const property = this.definition.properties[name]!
      const list = property.kind === 'choice' ? (use.list ?? property.list) : undefined
      const values = list === undefined ? undefined : this.definition.lists[list]?.values
      return [
        name,
        {
          name,
          kind: property.kind,
          definition: property.definition,
          label: property.label ?? words(name),
          of: use.of ?? property.of ?? [],
          list,
          values: values && new Set(Object.keys(values)),
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
    const every = this.definition.everyRelation
    const defining = new Map([...this.#uses(relation.defining), ...this.#uses(every.defining)])
    return {
      ...relation,
      name,
      index,
      label: relation.label ?? words(name),
      aspect: relation.aspect ?? 'state',
      defining,
      details: new Map([...this.#uses(relation.details), ...this.#uses(every.details)]),
      defaults: [...defining.values()].filter((property) => property.default !== undefined),
    }
  }
}

/** `alliedWith` → "allied with". */
export function words(name: string): string {
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
