import { readFile } from 'node:fs/promises'
import { UsageError } from './exit'
import type { ReadFlags } from './flags'

/**
 * The contexts of JSON-LD that the command line gives: nothing is fetched.
 *
 * @throws UsageError for what is no `iri=file`, or a file that is no JSON object
 */
export async function contextsOf({ context = [] }: ReadFlags): Promise<{ readonly [iri: string]: object }> {
  const found = context.map(async (given) => {
    // The IRI may have an equals sign itself; names of files seldom do.
    const at = given.lastIndexOf('=')
    const [iri, path] = [given.slice(0, at), given.slice(at + 1)]
    if (at < 1 || path === '')
      throw new UsageError(`'${given}' names no context`, 'as https://example.org/c=c.jsonld')
    return [iri, await readJson(path)] as const
  })
  return Object.fromEntries(await Promise.all(found))
}

async function readJson(path: string): Promise<object> {
  const text = await readFile(path, 'utf8')
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // told below
  }
  throw new UsageError(`${path} is no JSON object`)
}
