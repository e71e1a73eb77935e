import { fill, h, the } from './dom'
import type { Selection } from './fragment'
import { List } from './list'
import { aboutEntity, entityButton, selectionAt, statementButton } from './rows'
import type { State } from './state'

type Tab = 'entities' | 'statements'

/** The list of all that is in view: entities, and statements. */
export class Lists {
  readonly #state: State
  readonly #lists: Readonly<Record<Tab, List>>
  readonly #tabs: Readonly<Record<Tab, HTMLButtonElement>>
  readonly #panel = h('div', { id: 'rows', role: 'tabpanel', 'aria-labelledby': 'tab-entities' })
  #open: Tab = 'entities'
  /** Whether a list that is not open has to be brought up to date. */
  readonly #isStale: Record<Tab, boolean> = { entities: true, statements: true }
  /** What was selected before: only what is selected anew opens a tab. */
  #selected: Selection | undefined
  /** From what viewpoint the statements' rows are told. */
  #viewpoint: number

  constructor(state: State, type: (text: string) => void) {
    this.#state = state
    this.#viewpoint = state.filter.viewpoint
    const { data } = state
    this.#lists = {
      entities: new List(
        'Entities',
        data.nodes,
        (place) => entityButton(data, place, aboutEntity(data, place, this.#shownAt(place))),
        type,
      ),
      statements: new List(
        'Statements',
        data.statements.length + data.inferred.length,
        (place) => statementButton(data, place, state.standings[place]),
        type,
      ),
    }
    const tab = (name: Tab) =>
      h('button', {
        type: 'button',
        role: 'tab',
        id: `tab-${name}`,
        'aria-controls': 'rows',
        'data-tab': name,
      })
    this.#tabs = { entities: tab('entities'), statements: tab('statements') }
    const tabs = h(
      'div',
      { role: 'tablist', 'aria-label': 'List' },
      this.#tabs.entities,
      this.#tabs.statements,
    )
    fill(the('list'), tabs, this.#panel)
    tabs.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-tab]') : null
      if (button) this.open(button.dataset.tab === 'statements' ? 'statements' : 'entities')
    })
    tabs.addEventListener('keydown', ({ key }) => {
      if (key !== 'ArrowLeft' && key !== 'ArrowRight') return
      this.open(this.#open === 'entities' ? 'statements' : 'entities')
      this.#tabs[this.#open].focus()
    })
    this.#panel.addEventListener('click', ({ target }) => {
      const selection = selectionAt(target)
      if (!selection) return
      state.select(selection)
    })
    this.open('entities')
  }

  /** Brings the lists up to date. */
  update(filterChanged: boolean): void {
    if (filterChanged) this.#isStale.entities = this.#isStale.statements = true
    const { selected } = this.#state
    const isNew = selected !== this.#selected
    this.#selected = selected
    if (isNew && selected?.kind === 'edge') this.open('statements')
    else if (isNew && selected?.kind === 'entity' && selected.place < this.#state.data.nodes)
      this.open('entities')
    else this.#show()
  }

  /** Goes to the row where the reader was. */
  focus(): void {
    this.#lists[this.#open].focus()
  }

  open(tab: Tab): void {
    const isOther = this.#open !== tab || this.#panel.childElementCount === 0
    this.#open = tab
    for (const name of ['entities', 'statements'] as const) {
      this.#tabs[name].setAttribute('aria-selected', String(name === tab))
      this.#tabs[name].tabIndex = name === tab ? 0 : -1
    }
    this.#panel.setAttribute('aria-labelledby', `tab-${tab}`)
    if (isOther) fill(this.#panel, this.#lists[tab].element)
    this.#show()
  }

  #show(): void {
    const state = this.#state
    const { edges, ofEdges, nodes, ofNodes } = state.counts
    this.#tabs.entities.textContent = `Entities ${part(nodes, ofNodes)}`
    this.#tabs.statements.textContent = `Statements ${part(edges, ofEdges)}`
    const open = this.#open
    if (this.#isStale[open]) {
      this.#isStale[open] = false
      this.#renew(open)
      this.#lists[open].show(open === 'entities' ? state.nodes : state.edges)
    }
    const { selected } = state
    const isHere =
      selected && selected.kind !== 'pair' && (selected.kind === 'edge') === (open === 'statements')
    this.#lists[open].mark(isHere ? selected.place : -1)
  }

  #renew(tab: Tab): void {
    const { data, standings, filter } = this.#state
    if (tab === 'entities') {
      this.#lists.entities.renew((place, button) => {
        const about = aboutEntity(data, place, this.#shownAt(place))
        const small = button.querySelector('small')
        if (small && small.textContent !== about) small.textContent = about
      })
    } else if (this.#viewpoint !== filter.viewpoint) {
      this.#viewpoint = filter.viewpoint
      this.#lists.statements.renew((place, button) => {
        fill(button, ...statementButton(data, place, standings[place]).children)
      })
    }
  }

  #shownAt(entity: number): number {
    return this.#state.at[entity]!.reduce((sum, edge) => sum + this.#state.edges[edge]!, 0)
  }
}

function part(shown: number, all: number): string {
  return shown === all
    ? all.toLocaleString('en')
    : `${shown.toLocaleString('en')} of ${all.toLocaleString('en')}`
}
