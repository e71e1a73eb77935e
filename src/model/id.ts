import { sha256 } from '@noble/hashes/sha2.js'
import { isIri, PLAIN } from './iri'
import { fail } from './issue'
import { Problem } from './problem'

/**
 * The name of an entity: `prefix:local`, as `state:KP`, `ofac:36` or `un:QDi.001`. A foreign IRI stands as
 * `iri:https://…`.
 */
export type Id = `${string}:${string}`

/** What a prefix is. */
export const PREFIX = /^[a-z][a-z0-9-]*$/
const ASCII_LOCAL = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})+$/
/** What stands after the prefix of an id, unless that is `iri`. */
export const LOCAL = new RegExp(`^(?:[${PLAIN}:@/]|%[0-9A-Fa-f]{2})+$`, 'u')
/** How long that may be. */
export const MAX_LOCAL = 512
const SIMPLE = /^[a-z][a-z0-9-]*:[A-Za-z0-9._-]{1,200}$/

/** Prefixes that ids of entities and prefix maps may not use: they have a meaning of their own. */
export const RESERVED_PREFIXES: readonly string[] = ['stmt', 'claim', 'name', 'iri', 'sc', 'scp', 'scs']

/** The namespace of a prefix that no prefix map names: `https://w3id.org/statecraft/id/<prefix>/`. */
export const ID_BASE = 'https://w3id.org/statecraft/id/'

/**
 * Says what is wrong with a string as the id of an entity, if anything.
 *
 * @param id what was given
 * @returns undefined where it is an id
 */
export function idProblem(id: string): Problem | undefined {
  if (SIMPLE.test(id)) return id.startsWith('iri:') ? foreignProblem(id.slice(4)) : reservedProblem(id)
  const colon = id.indexOf(':')
  if (colon < 0)
    return new Problem(`'${id.slice(0, 80)}' has no prefix`, "ids are 'prefix:local', as 'state:KP'")
  const prefix = id.slice(0, colon)
  if (!PREFIX.test(prefix)) {
    return new Problem(`'${id.slice(0, 80)}' has a bad prefix`, 'a prefix is a-z, then a-z, 0-9 and -')
  }
  const local = id.slice(colon + 1)
  if (local.length === 0) return new Problem(`'${id}' has nothing after its prefix`)
  if (local.length > MAX_LOCAL) return new Problem(`the id is longer than ${MAX_LOCAL} characters`)
  if (prefix === 'iri') return foreignProblem(local)
  if (!(/[^\0-\x7f]/.test(local) ? LOCAL : ASCII_LOCAL).test(local)) {
    const bad = [...local].find((c) => !LOCAL.test(c))
    const code = (bad ?? '%').codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    return new Problem(`an id takes no U+${code}`, `mintId('${prefix}', …) makes an id of any text`)
  }
  if (local.normalize('NFC') !== local) return new Problem('the id is not in Unicode normal form C')
  return reservedProblem(id)
}

/** A foreign IRI stands for itself, but not for what is derived here. */
function foreignProblem(iri: string): Problem | undefined {
  if (!isIri(iri))
    return new Problem(`'${iri.slice(0, 80)}' is not an absolute IRI`, 'what is relative needs a base')
  if (iri.normalize('NFC') !== iri) return new Problem('the id is not in Unicode normal form C')
  const derived = RESERVED_PREFIXES.find((prefix) => iri.startsWith(`${ID_BASE}${prefix}/`))
  return derived ? new Problem(`the prefix '${derived}' is reserved`) : undefined
}

function reservedProblem(id: string): Problem | undefined {
  const prefix = id.slice(0, id.indexOf(':'))
  return RESERVED_PREFIXES.includes(prefix) ? new Problem(`the prefix '${prefix}' is reserved`) : undefined
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567' // RFC 4648 §6, in lower case
const encoder = new TextEncoder()

/** 128 bits of SHA-256 over UTF-8, in lower-case base32 (RFC 4648) without padding: 26 characters. */
export function digest(text: string): string {
  const bytes = sha256(encoder.encode(text))
  let out = ''
  let bits = 0
  let held = 0
  for (let i = 0; i < 16; i++) {
    bits = (bits << 8) | (bytes[i] ?? 0)
    for (held += 8; held >= 5; held -= 5) out += BASE32[(bits >>> (held - 5)) & 31]
    bits &= (1 << held) - 1
  }
  return out + BASE32[(bits << (5 - held)) & 31]
}

/**
 * Makes an id of any text: lower case, letters and digits of any script kept, everything else a hyphen.
 * Two texts that differ only in case or punctuation give one id; a text without a letter or digit, or a
 * very long one, ends in a hash.
 *
 * @param prefix `[a-z][a-z0-9-]*`, not a reserved one
 * @param text a name, a title, a foreign key
 * @returns an id that every reader takes
 * @throws {@link StatecraftError} `bad-id` where the prefix is not one
 *
 * @example
 * ```ts
 * import { mintId } from 'statecraft'
 *
 * mintId('person', 'Daniel Pinkston') // 'person:daniel-pinkston'
 * ```
 */
export function mintId(prefix: string, text: string): Id {
  if (!PREFIX.test(prefix) || RESERVED_PREFIXES.includes(prefix)) {
    fail('bad-id', `'${prefix}' cannot be the prefix of an id`)
  }
  const slug = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC')
  if (slug.length > 0 && slug.length <= 120 && LOCAL.test(slug)) return `${prefix}:${slug}`
  const start = [...slug].slice(0, 60).join('')
  return `${prefix}:${LOCAL.test(start) ? `${start}-` : ''}${digest(text)}`
}

/** Prefix → namespace IRI. */
export type Prefixes = { readonly [prefix: string]: string }

/**
 * Ids ⇄ IRIs, as a bijection: each prefix has one namespace, no namespace begins with another, and an IRI
 * under none of them is `iri:<it>`.
 *
 * @example
 * ```ts
 * import { PrefixMap } from 'statecraft'
 *
 * const map = new PrefixMap({ wikidata: 'http://www.wikidata.org/entity/' })
 * map.iri('wikidata:Q423') // 'http://www.wikidata.org/entity/Q423'
 * map.id('https://w3id.org/statecraft/id/state/KP') // 'state:KP'
 * ```
 */
export class PrefixMap {
  readonly #namespaces = new Map<string, string>()
  readonly #named: [prefix: string, namespace: string][] = []

  /**
   * @param prefixes namespaces of prefixes that shall not have the default one
   * @throws {@link StatecraftError} `bad-id` for a reserved or malformed prefix, a namespace that is no IRI
   * in http(s) or urn, or one that begins with another
   */
  constructor(prefixes: Prefixes = {}) {
    for (const [prefix, namespace] of Object.entries(prefixes)) this.set(prefix, namespace)
  }

  /** Gives a prefix its namespace; saying the same twice is fine. */
  set(prefix: string, namespace: string): void {
    if (!PREFIX.test(prefix) || RESERVED_PREFIXES.includes(prefix)) {
      fail('bad-id', `'${prefix}' cannot be a prefix`)
    }
    if (typeof namespace !== 'string' || !/^(https?:\/\/|urn:)/.test(namespace) || !isIri(namespace)) {
      fail('bad-id', `the namespace of '${prefix}' is not an http(s) or urn IRI`)
    }
    const known = this.#namespaces.get(prefix)
    if (known === namespace || namespace === `${ID_BASE}${prefix}/`) return
    if (known !== undefined) fail('bad-id', `the prefix '${prefix}' has the namespace ${known} already`)
    for (const [other, there] of [...this.#named, ['', ID_BASE] as const]) {
      if (namespace.startsWith(there) || there.startsWith(namespace)) {
        fail('bad-id', `the namespaces of '${prefix}' and '${other || 'the default'}' begin with each other`)
      }
    }
    this.#namespaces.set(prefix, namespace)
    this.#named.push([prefix, namespace])
  }

  /** The namespaces that are not the default ones, by prefix. */
  named(): Prefixes {
    return Object.fromEntries([...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** The namespace of a prefix. */
  namespace(prefix: string): string {
    return this.#namespaces.get(prefix) ?? `${ID_BASE}${prefix}/`
  }

  /** The IRI of an id. */
  iri(id: string): string {
    const colon = id.indexOf(':')
    const prefix = id.slice(0, colon)
    return prefix === 'iri' ? id.slice(4) : this.namespace(prefix) + id.slice(colon + 1)
  }

  /** The id of an absolute IRI. */
  id(iri: string): string {
    for (const [prefix, namespace] of this.#named) {
      if (iri.startsWith(namespace)) {
        const id = `${prefix}:${iri.slice(namespace.length)}`
        if (!idProblem(id)) return id
      }
    }
    if (iri.startsWith(ID_BASE)) {
      const rest = iri.slice(ID_BASE.length)
      const slash = rest.indexOf('/')
      const id = `${rest.slice(0, slash)}:${rest.slice(slash + 1)}`
      // A prefix with a namespace of its own has no ids under the default one.
      if (slash > 0 && !this.#namespaces.has(rest.slice(0, slash)) && !idProblem(id)) return id
    }
    return `iri:${iri}`
  }

  /** The one id by which an entity is known here: an `iri:` id under a namespace takes its prefix. */
  canonical(id: string): string {
    return id.startsWith('iri:') ? this.id(id.slice(4)) : id
  }
}
