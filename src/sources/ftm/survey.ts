import type { Address, Identifier } from '../../model/record'
import { core } from '../../ontology/core'
import { addressOf } from './addresses'
import { coreTypeOf, fits } from './core-types'
import { ADDRESS } from './countries'
import { identifiersOf, isIdentification } from './documents'
import { endsOf } from './edge'
import { edgeRules } from './edge-rules'
import { type Node, valuesOf } from './node'
import { readSanction } from './sanction'
import { isA } from './schemata'

/** What a node is here. */
export type Role = 'thing' | 'edge' | 'sanction' | 'document' | 'record'

/** What a node is here: by its schema alone. */
export function roleOf(schema: string): Role {
  if (schema === 'Sanction') return 'sanction'
  if (isIdentification(schema)) return 'document'
  if (edgeRules(schema)) return 'edge'
  return isA(schema, 'Thing') ? 'thing' : 'record'
}

/** The property that names whom a record is about, where it is about somebody alone. */
export function aboutOf(role: Role): string | undefined {
  if (role === 'document') return 'holder'
  return role === 'record' || role === 'sanction' ? 'entity' : undefined
}

/** What stands for the type of what is no entity here: nothing that is between entities takes it. */
const A_LINK = '-'

/** What a sanction may be on. */
const LISTED = core.relation('designates').to

/** What others say of an entity. */
interface About {
  readonly identifiers: Identifier[]
  /** Ids in FollowTheMoney of records that speak of it. */
  readonly records: string[]
}

/**
 * What has to be known of a file before the first of its entities can be written: which there are, of what type;
 * addresses, for those who name them; documents, for their holders. No more of it is held.
 */
export class Survey {
  /** Of each entity its type. */
  readonly #types = new Map<string, string>()
  readonly #addresses = new Map<string, Address>()
  readonly #about = new Map<string, About>()
  readonly #repeated = new Set<string>()
  /** Of what is named and has not come: the types of which it should be one, by all who name it. */
  readonly #asked = new Map<string, Set<readonly string[]>>()

  take(node: Node): void {
    const { id, schema, properties } = node
    const role = roleOf(schema)
    const known = this.#types.get(id)
    if (known !== undefined && !node.within) this.#repeated.add(id)
    const isLink = role === 'edge' || role === 'sanction'
    if (known === undefined || !isLink) this.#types.set(id, isLink ? A_LINK : coreTypeOf(schema))
    if (schema === 'Address') {
      const address = addressOf(properties)
      if (address) this.#addresses.set(id, address)
    }
    this.#asked.delete(id)
    for (const [end, asked] of role === 'edge' ? endsOf(node) : []) this.#ask(end, asked)
    if (role === 'sanction') for (const party of valuesOf(properties, 'entity')) this.#ask(party, LISTED)
    if (role === 'document') this.#add(node, role, identifiersOf(schema, properties))
    else if (role === 'record' || (role === 'sanction' && typeof readSanction(node) === 'string'))
      this.#add(node, role, [])
  }

  /** The type of an entity; undefined where it is not in the file. */
  typeOf(id: string): string | undefined {
    return this.#types.get(id)
  }

  /**
   * The type of what stands for an entity that is named and not there: an actor where all who name it take one, else
   * whatever one of them asks for and all take. Undefined where none is certain: of what is owned, nothing says whether it
   * is a company or a ship.
   */
  placeholderOf(id: string): string | undefined {
    const asked = [...(this.#asked.get(id) ?? [])]
    const certain = ['Actor', ...asked.flatMap((types) => (types.length === 1 ? types : [])).sort()]
    return asked.length === 0 ? undefined : certain.find((type) => asked.every((types) => fits(type, types)))
  }

  /** Whether several entities of the file have the id. */
  isRepeated(id: string): boolean {
    return this.#repeated.has(id)
  }

  /** The addresses of an entity that are entities themselves. */
  addressesOf({ properties }: Node): Address[] {
    return valuesOf(properties, ADDRESS).flatMap((id) => this.#addresses.get(id) ?? [])
  }

  /** What others say of an entity. */
  aboutOf(id: string): About {
    return this.#about.get(id) ?? NOTHING
  }

  #ask(id: string, types: readonly string[]): void {
    if (this.#types.has(id)) return
    const asked = this.#asked.get(id)
    if (asked) asked.add(types)
    else this.#asked.set(id, new Set([types]))
  }

  #add({ id, properties }: Node, role: Role, identifiers: readonly Identifier[]): void {
    const property = aboutOf(role)
    for (const whom of property === undefined ? [] : valuesOf(properties, property)) {
      const about = this.#about.get(whom) ?? { identifiers: [], records: [] }
      for (const identifier of identifiers) about.identifiers.push(identifier)
      about.records.push(id)
      this.#about.set(whom, about)
    }
  }
}

const NOTHING: About = { identifiers: [], records: [] }
