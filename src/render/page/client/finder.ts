import { fill, h, the } from './dom'
import { entityButton, typesOf } from './rows'
import { Search } from './search'
import type { State } from './state'
import { counted, labelOf } from './words'

/** So many matches are listed; the keys go through all. */
const MOST = 12

/** The search box: what is typed selects the entity that fits best, keys go on to the others. */
export class Finder {
  readonly #state: State
  readonly #input = the<HTMLInputElement>('search')
  readonly #list = the('matches')
  readonly #found = the('found')
  #search: Search | undefined
  #matches: readonly number[] = []
  #at = 0

  constructor(state: State) {
    this.#state = state
    this.#input.addEventListener('input', () => this.#look())
    this.#input.addEventListener('keydown', (event) => this.#key(event))
    this.#list.addEventListener('click', ({ target }) => {
      const option = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
      if (option) this.#go(Number(option.dataset.at))
    })
  }

  /** Goes to the box, with a text to begin with. */
  type(text: string): void {
    this.#input.focus()
    this.#input.value = text
    this.#look()
  }

  #look(): void {
    const { data, at } = this.#state
    this.#search ??= new Search(
      data,
      at.map((edges) => edges.length),
    )
    const found = this.#search.find(this.#input.value)
    // What is only spoken of, as sources are, comes after what stands in the graph.
    this.#matches = [
      ...found.filter((place) => place < data.nodes),
      ...found.filter((place) => place >= data.nodes),
    ]
    this.#at = 0
    if (this.#matches.length > 0) this.#go(0)
    else this.#show()
  }

  #go(at: number): void {
    const total = this.#matches.length
    if (total === 0) return
    this.#at = (at + total) % total
    this.#show()
    this.#state.select({ kind: 'entity', place: this.#matches[this.#at]! }, true)
  }

  #show(): void {
    const { data } = this.#state
    const total = this.#matches.length
    const first = Math.max(0, Math.min(this.#at - MOST + 3, total - MOST))
    const listed = this.#matches.slice(first, first + MOST)
    fill(
      this.#list,
      ...listed.map((place, i) => {
        const button = entityButton(data, place, typesOf(data, place))
        const at = first + i
        return h(
          'li',
          {
            role: 'option',
            id: `match-${at}`,
            'data-at': at,
            'aria-selected': String(at === this.#at),
            class: 'entity',
          },
          ...button.childNodes,
        )
      }),
    )
    this.#list.hidden = total === 0
    this.#input.setAttribute('aria-expanded', String(total > 0))
    if (total > 0) this.#input.setAttribute('aria-activedescendant', `match-${this.#at}`)
    else this.#input.removeAttribute('aria-activedescendant')
    this.#found.textContent =
      this.#input.value.trim() === ''
        ? ''
        : total === 0
          ? 'Nothing is called so.'
          : `${this.#at + 1} of ${counted(total, 'match', 'matches')}: ${labelOf(data, this.#matches[this.#at]!)}`
  }

  #close(): void {
    this.#matches = []
    this.#input.value = ''
    this.#show()
  }

  #key(event: KeyboardEvent): void {
    const { key, shiftKey } = event
    if (key === 'ArrowDown' || (key === 'Enter' && !shiftKey)) this.#go(this.#at + 1)
    else if (key === 'ArrowUp' || key === 'Enter') this.#go(this.#at - 1)
    else if (key === 'Escape') this.#close()
    else return
    event.preventDefault()
  }
}
