import { version } from '../../package.json'
import { core } from '../ontology/core'
import type { Ontology } from '../ontology/ontology'
import { json } from './text'

/** The schemas that follow from an ontology, by the names that the command line has for them. */
const SCHEMAS = {
  owl: async (ontology: Ontology) => (await import('../rdf')).toOwl(ontology, editionOf(ontology)),
  shacl: async (ontology: Ontology) => (await import('../rdf')).toShacl(ontology, editionOf(ontology)),
  'json-schema': async (ontology: Ontology) =>
    inAscii(json((await import('../jsonl')).toJsonSchema(ontology, editionOf(ontology)))),
  'jsonld-context': async (ontology: Ontology) => json((await import('../rdf')).toJsonLdContext(ontology)),
} as const

export type SchemaName = keyof typeof SCHEMAS

export const SCHEMA_NAMES = Object.keys(SCHEMAS) as readonly SchemaName[] // its own keys

/** A schema as the text of a file. */
export async function schemaOf(name: SchemaName, ontology: Ontology): Promise<string> {
  return await SCHEMAS[name](ontology)
}

/** Patterns hold characters that editors and programs like to change into others that look the same. */
function inAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The core ontology has the version of the package; which version another has, its owner knows. */
function editionOf(ontology: Ontology): { readonly version?: string; readonly id?: string } {
  const isCore = ontology === (core as unknown as Ontology)
  return isCore ? { version, id: `https://w3id.org/statecraft/ns/${version}/statecraft.schema.json` } : {}
}
