import { type Issue, issue } from '../../model/issue'

/** What the processor `jsonld` tells of: what it was, and the name or IRI that it was about. */
interface JsonLdEvent {
  readonly code: string
  readonly details?: { readonly [key: string]: unknown }
}

/**
 * Tells of what JSON-LD says and no triple can be made of, each once: the processor leaves it out, and says so only to
 * whoever listens.
 *
 * @returns what it calls for every event
 */
export function leftOutTo(report: (found: Issue) => void): (given: { readonly event: JsonLdEvent }) => void {
  const told = new Set<string>()
  return ({ event: { code, details = {} } }) => {
    const what = Object.values(details).find((value) => typeof value === 'string')
    const name = `'${String(what ?? '').slice(0, 200)}'`
    const found = problemOf(code, name)
    if (!found || told.has(found.message)) return
    told.add(found.message)
    report(found)
  }
}

function problemOf(code: string, name: string): Issue | undefined {
  if (
    code === 'invalid property' ||
    code === 'blank node predicate' ||
    code === 'relative predicate reference'
  ) {
    const hint = 'declare it in the context, or give that a @vocab'
    return issue('bad-rdf', `${name} is neither an IRI nor a term of the context: what it says is left out`, {
      hint,
    })
  }
  if (/^relative (?:subject|object|graph) reference$/.test(code)) {
    const hint = 'a `base` makes whole IRIs of relative ones'
    return issue('bad-id', `${name} is not an absolute IRI: what is said of it is left out`, { hint })
  }
  return undefined // of nothing else is anything lost
}
