import type { PageData } from '../data'
import { Controls } from './controls'
import { announced, Details } from './details'
import { fill, h, the } from './dom'
import { Finder } from './finder'
import { showLegend } from './legend'
import { Lists } from './lists'
import { onThemeChange, paletteStyle } from './palette'
import type { Picture } from './picture/picture'
import { State } from './state'
import { counted } from './words'

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
  let picture: Picture | undefined
  const update = (filterChanged: boolean) => {
    if (filterChanged) controls.update()
    lists.update(filterChanged)
    details.update()
    tellCounts(state)
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
  addEventListener('keydown', ({ key, target }) => {
    if (key === 'Escape' && target instanceof Node && the('details').contains(target)) lists.focus()
  })
  if (!hasWebGL()) {
    showNoPicture(
      'This browser cannot draw the graph: WebGL is needed. The list and the details tell all of it.',
    )
    return
  }
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

function hasWebGL(): boolean {
  const canvas = h('canvas')
  return (
    typeof WebGL2RenderingContext !== 'undefined' &&
    (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null
  )
}

function showNoPicture(why: string): void {
  fill(the('canvas'))
  the('graph').classList.add('unseen')
  const note = the('unseen')
  note.hidden = false
  note.textContent = why
  document.documentElement.dataset.picture = 'none'
}

function tellCounts(state: State): void {
  const { edges, ofEdges, nodes, ofNodes } = state.counts
  const shown = (part: number, all: number, one: string, many: string) =>
    part === all ? counted(all, one, many) : `${part.toLocaleString('en')} of ${counted(all, one, many)}`
  const alone = state.data.entities.filter((entity) => entity.alone).length
  const only = alone === 0 ? '' : ` (${alone.toLocaleString('en')} only listed: no statement speaks of them)`
  const text = `${shown(edges, ofEdges, 'statement', 'statements')}, ${shown(nodes, ofNodes, 'entity', 'entities')}${only}`
  const said = [text, announced(state)].filter((part) => part !== '').join('. ')
  const status = the('status')
  if (status.textContent !== said) fill(status, h('b', {}, text), said.slice(text.length))
  const notice = the('notice')
  const strange = state.strange.map((key) => key.slice(0, 40))
  const notes = [
    ...(strange.length > 0
      ? [`Parts of the link are not understood here, and left out: ${listed(strange, 12)}.`]
      : []),
    ...state.data.remarks,
  ]
  notice.hidden = notes.length === 0
  notice.textContent = notes.join(' ')
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
