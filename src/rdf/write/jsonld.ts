import { byCodeUnits } from '../../model/canonical'
import { isDerived } from '../derived'
import type { Lexicon } from '../lexicon'
import { ContextTerms } from '../schema/context'
import type { Iri, Quad } from '../terms'
import type { Blocks } from './blocks'
import { Framer } from './frames'
import { Prefixing } from './prefixes'

/*
 * JSON-LD by entity: a node a line, in it what it says and its statements, in them their claims. The context stands in the
 * document, so that nothing has to be fetched to read it.
 */

const TAIL = '\n]}\n'

function head(terms: ContextTerms, prefixes: ReadonlyMap<string, string>): string {
  const ids = [...prefixes].map(([prefix, namespace]) => [prefix, { '@id': namespace, '@prefix': true }])
  const context = JSON.stringify({ ...terms.context, ...Object.fromEntries(ids) })
  return `{"@context":${context},\n"@graph":[`
}

/** The prefixes that a context can declare: not those that are its own words, nor those that it has already. */
function declarable(prefixes: Iterable<readonly [string, string]>, terms: ContextTerms): Map<string, string> {
  return new Map([...prefixes].filter(([prefix]) => !terms.has(prefix)))
}

/**
 * A whole document: entities in the order of their IRIs, each with its statements.
 *
 * @param blocks the quads of each record
 */
export function* writeJsonLd(blocks: Iterable<readonly Quad[]>, lexicon: Lexicon): Generator<string> {
  const frames = new Map<string, { readonly root: Iri; readonly quads: Quad[] }>()
  for (const block of blocks) {
    for (const quad of block) {
      // What is made for a record stands with the entity that it begins with; a direct triple with its own subject.
      const root = isDerived(quad.subject.value) ? block[0]!.subject : quad.subject
      const frame = frames.get(root.value)
      if (frame) frame.quads.push(quad)
      else frames.set(root.value, { root, quads: [quad] })
    }
  }
  const sorted = [...frames.values()].sort((a, b) => byCodeUnits(a.root.value, b.root.value))
  const terms = new ContextTerms(lexicon)
  const used = new Prefixing(lexicon).used(allOf(sorted))
  const prefixes = declarable(used, terms)
  const framer = new Framer(terms, lexicon.term('about'), prefixes)
  let text = head(terms, prefixes)
  for (const [i, { root, quads }] of sorted.entries()) {
    yield `${text}${i > 0 ? ',' : ''}\n${JSON.stringify(framer.frame(root, quads))}`
    text = ''
  }
  yield text + TAIL
}

function* allOf(frames: Iterable<{ readonly quads: readonly Quad[] }>): Generator<Quad> {
  for (const { quads } of frames) yield* quads
}

/**
 * A node a record, as they come. Ids stand as IRIs: which prefixes they have is not known before, nor which IRIs will come
 * whose scheme is called like one (`urn:isbn:…` beside a prefix `urn`).
 */
export class JsonLdBlocks implements Blocks {
  readonly head: string
  readonly tail = TAIL
  readonly #framer: Framer
  #begun = false

  constructor(lexicon: Lexicon) {
    const terms = new ContextTerms(lexicon)
    this.head = head(terms, new Map())
    this.#framer = new Framer(terms, lexicon.term('about'), new Map())
  }

  write(quads: readonly Quad[]): string {
    const node = JSON.stringify(this.#framer.frame(quads[0]!.subject, quads))
    const separator = this.#begun ? ',\n' : '\n'
    this.#begun = true
    return separator + node
  }
}
