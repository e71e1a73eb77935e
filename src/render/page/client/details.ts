import type { ClaimRow, Fact, PageData } from '../data'
import { bdi, fill, h, the } from './dom'
import type { Standing } from './filter'
import { aboutEntity, entityButton, glyph, selectionAt, statementButton, stroke, typesOf } from './rows'
import type { State } from './state'
import { counted, labelOf, lineOf, partsOf, spanInWords, standingInWords } from './words'

/** So many rows of a kind are told before the reader asks for more. */
const MOST = 100

const WHY = {
  own: 'as the chosen viewpoint’s own claims have it',
  spokesman: 'as those have it who speak for the chosen viewpoint',
  'common-ground': 'common ground: the chosen viewpoint’s side is silent',
} as const

const RULES = {
  transitive: 'Nobody states this: it follows from a chain of statements.',
  membership: 'Nobody states this: it follows from what an organization does and who is its member.',
  treaty: 'Nobody states this: it follows from who is party to the treaty.',
} as const

/** The panel that tells all that is known of what is selected. */
export class Details {
  readonly #state: State
  readonly #element = the('details')

  constructor(state: State) {
    this.#state = state
    this.#element.addEventListener('click', (event) => {
      const more = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-more]') : null
      if (more) return more.parentElement?.classList.add('all')
      const selection = selectionAt(event.target)
      if (selection) {
        state.select(selection)
        this.focus()
      }
    })
  }

  focus(): void {
    this.#element.focus({ preventScroll: true })
    this.#element.scrollTo({ top: 0 })
  }

  update(): void {
    const { selected } = this.#state
    if (!selected) {
      fill(
        this.#element,
        h('h2', { id: 'about' }, 'Details'),
        h(
          'p',
          { class: 'quiet' },
          'Choose an entity or a statement, in the graph or in the list, to see who says what, where and when.',
        ),
      )
    } else if (selected.kind === 'entity') this.#entity(selected.place)
    else if (selected.kind === 'edge') this.#edge(selected.place)
    else this.#pair(selected.place, selected.other)
  }

  #edge(place: number): void {
    const { data, standings, edges } = this.#state
    const { subject, object, relation, verb, arrow, isInferred } = partsOf(data, place)
    const standing = standings[place]
    const row = isInferred ? undefined : data.statements[place]
    const rests = isInferred ? data.inferred[place - data.statements.length]! : undefined
    fill(
      this.#element,
      h(
        'h2',
        { id: 'about' },
        bdi(labelOf(data, subject)),
        h('i', {}, ` ${verb} ${arrow} `),
        bdi(labelOf(data, object)),
      ),
      this.#worth(place, standing, isInferred),
      h('p', { class: 'ends' }, entityButton(data, subject), entityButton(data, object)),
      standing &&
        edges[place] !== 1 &&
        h('p', { class: 'note' }, 'Not shown in the graph as it is filtered now.'),
      rests && h('p', { class: 'note' }, RULES[rests[5]]),
      rests && section('Rests on', ...rests[4].map((one) => statementButton(data, one, standings[one]))),
      row && factList(row[8]),
      row && section(counted(row[7].length, 'claim'), this.#claims(row[7], standing)),
      row && h('p', { class: 'id' }, h('code', {}, row[0]), ` · ${data.relations[relation]!.name}`),
    )
  }

  #worth(place: number, standing: Standing | undefined, isInferred: boolean): HTMLElement {
    const { data } = this.#state
    const { relation } = partsOf(data, place)
    if (!standing) {
      return h(
        'p',
        { class: 'note' },
        this.#state.filter.viewpoint < 0
          ? 'Not in this view (the claims below are those of all): it comes in only from a viewpoint.'
          : 'From the chosen viewpoint nothing of this is in the graph; the claims below are those of all.',
      )
    }
    const when = spanInWords(standing.span, data.relations[relation]!.event)
    return h(
      'p',
      { class: 'worth' },
      stroke(data, relation, standing, isInferred),
      h('strong', {}, standingInWords(standing)),
      ` · ${when === '' ? 'no date is stated' : when}`,
      standing.why !== undefined && h('span', { class: 'why' }, WHY[standing.why]),
    )
  }

  #claims(claims: readonly ClaimRow[], standing: Standing | undefined): HTMLElement {
    return h(
      'ol',
      { class: 'claims' },
      ...claims.map((claim, i) => this.#claim(claim, standing?.deciding?.includes(i) ?? false)),
    )
  }

  #claim([stance, by, source, at, said, when, facts, wider]: ClaimRow, decides: boolean): HTMLElement {
    const { data } = this.#state
    const published = source < 0 ? undefined : data.entities[source]!.published
    const dates = [
      said !== '' ? `said ${said}` : published === undefined ? '' : `published ${published}`,
      when === '' ? '' : `of ${when}`,
    ].filter((date) => date !== '')
    return h(
      'li',
      { class: stance },
      h(
        'p',
        {},
        by < 0 ? h('span', { class: 'quiet' }, 'Nobody named') : entityButton(data, by),
        h('strong', { class: 'stance' }, ` ${stance}`),
        wider === 1 ? ' of a wider statement, and so of this' : ' this',
        decides && h('mark', {}, 'decides here'),
      ),
      source >= 0 &&
        h('p', {}, 'in ', at !== '' && bdi(`${at} of `), entityButton(data, source), link(data, source)),
      source < 0 && at !== '' && h('p', {}, bdi(at)),
      dates.length > 0 && h('p', { class: 'quiet' }, dates.join('; ')),
      factList(facts),
    )
  }

  #entity(place: number): void {
    const { data, at, edges, standings } = this.#state
    const { id, names = [], description, facts = [], identifiers = [], sources = [] } = data.entities[place]!
    const near = at[place]!
    const shown = near.filter((edge) => edges[edge] === 1)
    const says = this.#saysIn(place)
    const buttons = (edgesOf: readonly number[]) =>
      edgesOf.map((edge) => statementButton(data, edge, standings[edge]))
    fill(
      this.#element,
      h('h2', { id: 'about' }, glyph(data, place), bdi(labelOf(data, place))),
      h('p', { class: 'quiet' }, typesOf(data, place), ' · ', h('code', {}, id), link(data, place)),
      names.length > 0 &&
        h(
          'p',
          { class: 'names' },
          ...names.map(([text, about]) =>
            h('span', {}, bdi(text), about !== '' && h('small', {}, ` ${about}`)),
          ),
        ),
      description !== undefined && h('p', {}, bdi(description)),
      factList([...facts, ...identifiers]),
      section(
        `${shown.length === near.length ? counted(near.length, 'statement') : `${shown.length} of ${counted(near.length, 'statement')}`} of it shown`,
        ...buttons(shown),
      ),
      says.length > 0 && section(`Says or carries ${counted(says.length, 'statement')}`, ...buttons(says)),
      sources.length > 0 && section('Told of in', ...sources.map((source) => entityButton(data, source))),
    )
  }

  /** The statements that an entity claims, or that stand in it. */
  #saysIn(entity: number): number[] {
    const { data } = this.#state
    const found: number[] = []
    for (let place = 0; place < data.listed; place++) {
      if (data.statements[place]![7].some(([, by, source]) => by === entity || source === entity))
        found.push(place)
    }
    return found
  }

  #pair(a: number, b: number): void {
    const { data, at, edges, standings } = this.#state
    const between = at[a]!.filter((edge) => {
      const { subject, object } = partsOf(data, edge)
      return (subject === a && object === b) || (subject === b && object === a)
    })
    const isItself = a === b
    const whom = isItself ? 'of it with itself' : 'between them'
    const shown = between.filter((edge) => edges[edge] === 1)
    fill(
      this.#element,
      isItself
        ? h('h2', { id: 'about' }, bdi(labelOf(data, a)), ', with itself')
        : h('h2', { id: 'about' }, bdi(labelOf(data, a)), h('i', {}, ' and '), bdi(labelOf(data, b))),
      h(
        'p',
        { class: 'ends' },
        ...[...new Set([a, b])].map((end) =>
          entityButton(data, end, aboutEntity(data, end, at[end]!.length)),
        ),
      ),
      section(
        shown.length === between.length
          ? `${counted(between.length, 'statement')} ${whom}`
          : `${shown.length} of ${counted(between.length, 'statement')} ${whom}`,
        ...shown.map((edge) => statementButton(data, edge, standings[edge])),
      ),
    )
  }
}

/** What is announced when something is selected. */
export function announced(state: State): string {
  const { data, selected, standings } = state
  if (!selected) return ''
  if (selected.kind === 'pair') {
    const [one, other] = [labelOf(data, selected.place), labelOf(data, selected.other)]
    return selected.place === selected.other ? `${one}, with itself` : `${one} and ${other}`
  }
  if (selected.kind === 'entity') return `${labelOf(data, selected.place)}, ${typesOf(data, selected.place)}`
  const standing = standings[selected.place]
  return `${lineOf(data, selected.place)}, ${standing ? standingInWords(standing) : 'not in view'}`
}

/** A part of the panel; of many rows it shows the first, and how many more there are. */
function section(title: string, ...children: HTMLElement[]): HTMLElement {
  const more = children.length - MOST
  const element = h('section', {}, h('h3', {}, title), ...children)
  for (const child of children.slice(MOST)) child.classList.add('more')
  if (more > 0)
    element.append(
      h('button', { type: 'button', 'data-more': true }, `Show ${more.toLocaleString('en')} more`),
    )
  return element
}

function factList(facts: readonly Fact[]): HTMLElement | false {
  return (
    facts.length > 0 &&
    h('dl', {}, ...facts.flatMap(([label, text]) => [h('dt', {}, bdi(label)), h('dd', {}, bdi(text))]))
  )
}

/** A link to where an entity is described or published: only http(s), as the library let through. */
function link(data: PageData, entity: number): HTMLElement | false {
  const { url } = data.entities[entity]!
  if (url === undefined || !/^https?:\/\//.test(url)) return false
  const label = `open ${labelOf(data, entity)}, ${new URL(url).host}`
  return h(
    'a',
    { href: url, rel: 'noreferrer noopener', target: '_blank', 'aria-label': label, title: url },
    'open ↗',
  )
}
