import { fail } from '../model/issue'
import type { Showing } from '../query/show/shown'
import { collect } from './page/collect'
import { pageHtml } from './page/html'
import { line } from './page/values'

/** How a page is made. */
export interface PageOptions {
  /** What stands above it; where not given, what it shows, in a line. */
  readonly title?: string
  /** Languages of labels, best first: English where not given. In the search all of them are found. */
  readonly languages?: readonly string[]
  /** `auto`, where not given, follows the reader's. */
  readonly theme?: 'auto' | 'light' | 'dark'
}

const THEMES = ['auto', 'light', 'dark'] as const

/**
 * A page on which an answer, a view or a whole graph can be explored: searched by any label, filtered by relation, level
 * and date, seen from the viewpoints of those who speak in it, with the claims and sources of each statement. It is one
 * file that loads nothing, and works from a disk, without a mouse, and without WebGL (then without the picture).
 *
 * What the page shows is what the library says: every standing in it was worked out when it was made.
 *
 * @param shown a graph, a view, paths, matches or one of them
 * @param options its title, languages of labels, and theme
 * @returns the HTML of the page: the same for the same graph
 * @throws {@link StatecraftError} `bad-value`, where a theme is none
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
  const { languages, theme = 'auto' } = options
  if (!THEMES.includes(theme)) fail('bad-value', `there is no theme '${theme}'`, { path: ['theme'] })
  const excerpt = shown.excerpt(Number.POSITIVE_INFINITY, languages)
  const data = collect(excerpt, line(options.title ?? excerpt.title), languages)
  return pageHtml(data, theme)
}
