import { readShowOptions } from '../query/show/options'
import type { Showing } from '../query/show/shown'
import { collect } from './page/collect'
import { pageHtml } from './page/html'
import { line } from './page/values'

/** How a page is made. */
export interface PageOptions {
  /** What stands above it; where not given, what is answered; of a view or a graph, that it is one. */
  readonly title?: string
  /** Languages of labels, best first: English where not given. In the search all of them are found. */
  readonly languages?: readonly string[]
  /** `auto`, where not given, follows the reader's. */
  readonly theme?: 'auto' | 'light' | 'dark'
}

/**
 * A page on which an answer, a view or a whole graph can be explored: searched by any label, filtered by relation, level
 * and date, seen from the viewpoints of those who speak in it, with the claims and sources of each statement. It is one
 * file that loads nothing, and works from a disk, without a mouse, and without WebGL (then without the picture).
 *
 * Its size grows with what it holds: about 1.8 MB for 10,000 statements, 9 MB for 60,000, 41 MB for 300,000. Of more than
 * 50,000 statements the picture is drawn only when the reader asks for it; the list and the details are there at once.
 *
 * What the page shows is what the library says: every standing in it was worked out when it was made.
 *
 * @param shown a graph, a view, paths, matches or one of them
 * @param options its title, languages of labels, and theme
 * @returns the HTML of the page: the same for the same graph
 * @throws {@link StatecraftError} `bad-value`, for an option or a value of one that there is none of
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { toPage } from 'statecraft/render'
 *
 * const kg = createGraph()
 * const kp = kg.add('State', { id: 'state:KP', label: { en: 'North Korea', ar: 'كوريا الشمالية' } })
 * const ir = kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
 * kg.relate(kp, 'hasTiesWith', ir, { claims: [{ stance: 'asserts', by: kp }] })
 * const html = toPage(kg, { title: 'Who has ties with whom' })
 * console.log(html.startsWith('<!doctype html>')) // true
 * ```
 */
export function toPage(shown: Pick<Showing, 'excerpt'>, options: PageOptions = {}): string {
  const { languages, theme = 'auto' } = readShowOptions(options, ['title', 'languages', 'theme'])
  const excerpt = shown.excerpt(Number.POSITIVE_INFINITY, languages)
  // How much a view holds stands on the page itself, and changes as it is filtered.
  const title = options.title ?? (excerpt.isView ? 'Knowledge graph' : excerpt.title)
  const data = collect(excerpt, line(title), languages)
  return pageHtml(data, theme)
}
