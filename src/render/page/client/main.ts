import { LEVELS } from '../../../model/claim'
import type { PageData } from '../data'
import { Controls } from './controls'
import { announced, Details } from './details'
import { bdi, fill, h, the } from './dom'
import { Finder } from './finder'
import { showLegend } from './legend'
import { Lists } from './lists'
import { onThemeChange, paletteStyle } from './palette'
import type { Picture } from './picture/picture'
import { State } from './state'
import { counted } from './words'

/** Of so many edges and more, the picture is drawn only when asked for: it takes the whole browser for a while. */
const MOST_DRAWN = 50_000
/** From so wide a page on, in px, there is room for the legend. */
const WIDE = 1100

/** The page: all of it works without the picture, which comes where the browser can draw it. */
function begin(): void {
  document.adoptedStyleSheets = [paletteStyle()]
  // The boundary: the page's own data, as the library wrote it.
  const data = JSON.parse(the('data').textContent ?? '') as PageData
  const state = new State(data)
  const finder = new Finder(state)
  const controls = new Controls(state, the('controls'))
  const details = new Details(state)
  const lists = new Lists(state, (text) => finder.type(text))
  fill(the('asked'), data.asked.join(' · '))
  showLegend(data, the('signs'))
  if (matchMedia('(max-width: 760px)').matches) the<HTMLDetailsElement>('filtering').open = false
  the<HTMLDetailsElement>('legend').open = matchMedia(`(min-width: ${WIDE}px)`).matches
  let picture: Picture | undefined
  const update = (filterChanged: boolean) => {
    if (filterChanged) controls.update()
    lists.update(filterChanged)
    details.update()
    tellCounts(state)
    tellSelected(state)
    tellNotes(state)
    picture?.show(state.scene)
  }
  state.onChange(update)
  update(true)
  // The way from the picture to the details is the pointer's; from the list it is Enter's.
  the('list').addEventListener('click', (event) => {
    const isKey = event.detail === 0
    if (isKey && event.target instanceof Element && event.target.closest('[data-entity],[data-edge]'))
      details.focus()
  })
  // To follow the link would change the fragment, which says what is asked.
  the('skip').addEventListener('click', (event) => {
    event.preventDefault()
    the('list').focus()
    lists.focus()
  })
  addEventListener('keydown', ({ key, target }) => {
    if (key === 'Escape' && target instanceof Node && the('details').contains(target)) lists.focus()
  })
  if (!hasWebGL()) {
    showNoPicture(
      'This browser cannot draw the graph: WebGL is needed. The list and the details tell all of it.',
    )
    return
  }
  const draw = () => {
    showPicture()
    // It comes after the rest, which can be read by then.
    import('./picture/picture')
      .then(({ Picture }) => {
        picture = new Picture(the('canvas'), data, (selection) => state.select(selection))
        picture.show(state.scene)
        picture.begin()
        onThemeChange(() => picture?.show(state.scene))
        showTools(picture)
        document.documentElement.dataset.picture = 'shown'
      })
      .catch((error: unknown) => {
        picture = undefined
        showNoPicture('The graph could not be drawn. The list and the details tell all of it.')
        throw error
      })
  }
  const { ofEdges } = state.counts
  if (ofEdges <= MOST_DRAWN) {
    draw()
    return
  }
  const anyway = h('button', { type: 'button', id: 'draw' }, 'Draw it all the same')
  anyway.addEventListener('click', draw)
  showNoPicture(
    `${counted(ofEdges, 'statement')} are too many to draw at once. The list and the details tell all of them. `,
    anyway,
  )
}

function hasWebGL(): boolean {
  const canvas = h('canvas')
  return (
    typeof WebGL2RenderingContext !== 'undefined' &&
    (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null
  )
}

function showPicture(): void {
  the('graph').classList.remove('unseen')
  the('unseen').hidden = true
}

function showNoPicture(why: string, instead?: HTMLElement): void {
  fill(the('canvas'))
  the('graph').classList.add('unseen')
  const note = the('unseen')
  note.hidden = false
  fill(note, h('span', {}, why), instead)
  document.documentElement.dataset.picture = 'none'
}

function tellCounts(state: State): void {
  const { edges, ofEdges, nodes, ofNodes } = state.counts
  const shown = (part: number, all: number, one: string, many: string) =>
    part === all ? counted(all, one, many) : `${part.toLocaleString('en')} of ${counted(all, one, many)}`
  const alone = state.data.entities.filter((entity) => entity.alone).length
  const only = alone === 0 ? '' : ` (${alone.toLocaleString('en')} only listed: no statement speaks of them)`
  const levels = levelsShown(state)
  const text = shown(edges, ofEdges, 'statement', 'statements')
  const all = `${text}${levels === '' ? '' : `: ${levels}`}; ${shown(nodes, ofNodes, 'entity', 'entities')}`
  const status = the('status')
  if (status.textContent !== all + only) fill(status, h('b', {}, all), only)
}

/** How many of each level are shown, and of which it has to be told more. */
function levelsShown({ data, standings, edges }: State): string {
  const counts = new Map<string, number>()
  let [disputed, inferred] = [0, 0]
  for (const [place, standing] of standings.entries()) {
    if (edges[place] !== 1 || !standing) continue
    counts.set(standing.level, (counts.get(standing.level) ?? 0) + 1)
    if (standing.disputed) disputed++
    if (place >= data.statements.length) inferred++
  }
  return [
    ...LEVELS.filter((level) => counts.has(level)).map(
      (level) => `${counts.get(level)!.toLocaleString('en')} ${level}`,
    ),
    disputed > 0 && `${disputed.toLocaleString('en')} of them disputed`,
    inferred > 0 && `${inferred.toLocaleString('en')} of them inferred`,
  ]
    .filter((part) => part !== false)
    .join(', ')
}

/** Says what is selected to those who do not see it: the details show it to the others. */
function tellSelected(state: State): void {
  const said = announced(state)
  const region = the('announced')
  if (region.textContent !== said) region.textContent = said
}

function tellNotes({ strange, data }: State): void {
  const notice = the('notice')
  const keys = strange.map((key) => key.slice(0, 40))
  notice.hidden = keys.length === 0
  notice.textContent =
    keys.length === 0 ? '' : `Parts of the link are not understood here, and left out: ${listed(keys, 12)}.`
  const remarks = the('remarks')
  remarks.hidden = data.remarks.length === 0
  if (remarks.childElementCount === 0)
    fill(remarks, ...data.remarks.map((remark) => h('li', {}, bdi(remark))))
}

/** Some of a list, and how many more there are. */
function listed(all: readonly string[], most: number): string {
  const more = all.length - most
  return [...all.slice(0, most), ...(more > 0 ? [`and ${more} more`] : [])].join(', ')
}

function showTools(picture: Picture): void {
  const button = (id: string, text: string, label: string, act: () => void) => {
    const element = h('button', { type: 'button', id, 'aria-label': label, title: label }, text)
    element.addEventListener('click', act)
    return element
  }
  const rearrange = button('rearrange', 'Rearrange', 'Rearrange the graph: start or stop', () => {
    picture.rearrange()
    rearrange.setAttribute('aria-pressed', String(picture.isMoving))
  })
  rearrange.setAttribute('aria-pressed', 'false')
  fill(
    the('tools'),
    button('closer', '+', 'Closer', () => picture.zoom(1.5)),
    button('farther', '−', 'Farther', () => picture.zoom(1 / 1.5)),
    button('fit', 'Fit', 'Show all of the graph', () => picture.fit()),
    rearrange,
  )
}

begin()
