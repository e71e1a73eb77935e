import type { PageData } from '../data'
import { bdi, h } from './dom'
import type { Standing } from './filter'
import type { Selection } from './fragment'
import { counted, labelOf, partsOf, spanInWords, standingInWords } from './words'

/** The form and colour of an entity's kind. */
export function glyph(data: PageData, entity: number): HTMLElement {
  const { kind, unnamed } = data.entities[entity]!
  return h('span', { class: `glyph ${kind}${unnamed ? ' unnamed' : ''}`, 'aria-hidden': 'true' })
}

/** What kinds of thing an entity is. */
export function typesOf(data: PageData, entity: number): string {
  const { types, unnamed } = data.entities[entity]!
  const words = types.map((type) => data.types[type]!).join(', ') || 'not described'
  return unnamed ? `${words}, unnamed by its source` : words
}

/** A button that selects an entity. */
export function entityButton(data: PageData, entity: number, about?: string): HTMLButtonElement {
  return h(
    'button',
    { type: 'button', class: 'entity', 'data-entity': entity },
    glyph(data, entity),
    h('span', { class: 'words' }, bdi(labelOf(data, entity)), about ? h('small', {}, about) : undefined),
  )
}

/** A line that shows level and sign as in the picture. */
export function stroke(
  data: PageData,
  relation: number,
  standing: Standing | undefined,
  isInferred: boolean,
): HTMLElement {
  const sign = standing?.level === 'denied' ? 'denied' : SIGN[data.relations[relation]!.sign + 1]!
  const classes = [
    'stroke',
    sign,
    standing?.level ?? '',
    standing?.disputed ? 'disputed' : '',
    isInferred ? 'inferred' : '',
  ]
  return h('span', { class: classes.filter(Boolean).join(' '), 'aria-hidden': 'true' })
}

const SIGN = ['conflict', 'neutral', 'cooperation']

/** A statement in words with its standing. */
export function statementButton(
  data: PageData,
  place: number,
  standing: Standing | undefined,
): HTMLButtonElement {
  const { subject, object, relation, verb, arrow, isInferred } = partsOf(data, place)
  const said = standing ? standingInWords(standing) : 'not in view'
  const when = standing ? spanInWords(standing.span, data.relations[relation]!.event) : ''
  return h(
    'button',
    { type: 'button', class: 'statement', 'data-edge': place },
    stroke(data, relation, standing, isInferred),
    h(
      'span',
      { class: 'words' },
      bdi(labelOf(data, subject)),
      h('i', {}, ` ${verb} ${arrow} `),
      bdi(labelOf(data, object)),
      h('small', {}, [isInferred ? `follows from others, ${said}` : said, when].filter(Boolean).join(' · ')),
    ),
  )
}

/** What an entity's row says below its label. */
export function aboutEntity(data: PageData, entity: number, shown: number): string {
  return `${typesOf(data, entity)} · ${shown === 0 ? 'no statement' : counted(shown, 'statement')}`
}

/** What a click on something inside a list or panel selects, if anything. */
export function selectionAt(target: EventTarget | null): Selection | undefined {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-entity],[data-edge]') : null
  if (!button) return undefined
  const { entity, edge } = button.dataset
  return entity === undefined
    ? { kind: 'edge', place: Number(edge) }
    : { kind: 'entity', place: Number(entity) }
}
