import { NODE_KINDS } from '../../../drawing/diagram'
import { KIND_WORDS } from '../../../drawing/theme'
import { LEVELS } from '../../../model/claim'
import type { PageData } from '../data'
import { fill, h } from './dom'

/** Says what forms, colours and lines mean: of the kinds and levels that the page has. */
export function showLegend(data: PageData, container: HTMLElement): void {
  const kinds = new Set(data.entities.slice(0, data.nodes).map(({ kind }) => kind))
  const item = (sign: HTMLElement, text: string) => h('li', {}, sign, text)
  const line = (classes: string, text: string) => item(h('span', { class: `stroke ${classes}` }), text)
  fill(
    container,
    h(
      'ul',
      {},
      ...NODE_KINDS.filter((kind) => kinds.has(kind)).map((kind) =>
        item(h('span', { class: `glyph ${kind}` }), KIND_WORDS[kind]),
      ),
      data.entities.some(({ unnamed }) => unnamed) &&
        item(h('span', { class: 'glyph actor unnamed' }), 'unnamed by its source'),
    ),
    h(
      'ul',
      {},
      line('cooperation asserted', 'cooperation'),
      line('conflict asserted', 'conflict'),
      line('neutral asserted', 'neither'),
      ...LEVELS.map((level) => line(`neutral ${level}`, level === 'asserted' ? 'asserted as fact' : level)),
      line('neutral asserted disputed', 'disputed'),
      data.inferred.length > 0 && line('neutral inferred', 'follows from others'),
      line('bundle', 'many statements'),
    ),
  )
}
