import { fail } from '../model/issue'
import { checkExtension } from './check'
import type {
  CheckedExtension,
  Extended,
  ListDefinition,
  OntologyDefinition,
  OntologyExtension,
  RelationDefinition,
  TypeDefinition,
} from './definition'
import { Ontology } from './ontology'

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
  checkExtension(extension)
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
