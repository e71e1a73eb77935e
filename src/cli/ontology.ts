import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { core } from '../ontology/core'
import type { Ontology } from '../ontology/ontology'
import { UsageError } from './exit'

/**
 * The ontology that a module exports, as `ontology` or as its default; the core one where no module is named.
 *
 * @param path of an ES module, from the working directory
 */
export async function loadOntology(path: string | undefined): Promise<Ontology> {
  if (path === undefined) return core as unknown as Ontology // the commands know no names of its own
  let module: Record<string, unknown>
  try {
    module = await import(/* @vite-ignore */ pathToFileURL(resolve(path)).href)
  } catch (error) {
    throw new UsageError(
      `the ontology ${path} cannot be loaded: ${error instanceof Error ? error.message : error}`,
    )
  }
  for (const exported of [module.ontology, module.default]) if (isOntology(exported)) return exported
  throw new UsageError(`${path} exports no ontology`, 'as `ontology` or default: what extendOntology returns')
}

/** By what it has, since the module may have its own copy of the library. */
function isOntology(value: unknown): value is Ontology {
  return (
    typeof value === 'object' &&
    value !== null &&
    'relations' in value &&
    value.relations instanceof Map &&
    'types' in value &&
    value.types instanceof Map &&
    'definition' in value
  )
}
