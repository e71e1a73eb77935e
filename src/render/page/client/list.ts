import { h } from './dom'

/** So many rows the browser lays out or leaves out together. */
const CHUNK = 40
/** In one go, ms. */
const SLICE = 10

/** A long list of buttons, one of which is reached by Tab and the others by the arrow keys. */
export class List {
  readonly element = h('div', { role: 'list', class: 'rows' })
  readonly #total: number
  readonly #make: (place: number) => HTMLElement
  readonly #type: (text: string) => void
  readonly #rows: HTMLElement[] = []
  readonly #chunks: HTMLElement[] = []
  #shown: ArrayLike<number> = []
  #current = -1
  #marked = -1
  #isMaking = false

  /**
   * @param total how many rows there are, shown or not
   * @param make makes the button of a row
   * @param type called with a character that is typed in the list
   */
  constructor(
    label: string,
    total: number,
    make: (place: number) => HTMLElement,
    type: (text: string) => void,
  ) {
    this.#total = total
    this.#make = make
    this.#type = type
    this.element.setAttribute('aria-label', label)
    this.element.addEventListener('keydown', (event) => this.#key(event))
    this.element.addEventListener('focusin', ({ target }) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('.row') : null
      if (row) this.#point(Number(row.dataset.row))
    })
  }

  /** Shows some of the rows: by their places, 1 or 0. */
  show(shown: ArrayLike<number>): void {
    this.#shown = shown
    for (const [place, row] of this.#rows.entries()) row.hidden = shown[place] !== 1
    for (const chunk of this.#chunks) this.#size(chunk)
    if (this.#current < 0 || shown[this.#current] !== 1) this.#point(this.#next(-1, 1))
    if (this.#rows.length < this.#total && !this.#isMaking) this.#fill()
  }

  /** Brings what the rows say up to date. */
  renew(bring: (place: number, button: HTMLElement) => void): void {
    for (const place of this.#rows.keys()) bring(place, this.#button(place)!)
  }

  /** Marks what is selected. */
  mark(place: number): void {
    for (const row of this.element.querySelectorAll('[aria-current]')) row.removeAttribute('aria-current')
    this.#marked = place
    const button = this.#button(place)
    if (!button) return // it is marked when it is made
    button.setAttribute('aria-current', 'true')
    if (this.#shown[place] !== 1) return
    if (!this.element.contains(document.activeElement)) {
      this.#point(place)
      const panel = this.element.parentElement
      const row = button.getBoundingClientRect()
      const seen = panel?.getBoundingClientRect()
      // Only the list is moved, never the page.
      if (panel && seen && (row.top < seen.top || row.bottom > seen.bottom))
        panel.scrollTop += row.top - seen.top - 40
    }
  }

  focus(): void {
    this.#button(this.#current)?.focus()
  }

  #fill(): void {
    this.#isMaking = true
    const slice = () => {
      const began = performance.now()
      while (this.#rows.length < this.#total && performance.now() - began < SLICE) this.#addChunk()
      if (this.#rows.length < this.#total) setTimeout(slice)
      else this.#isMaking = false
    }
    slice()
  }

  #addChunk(): void {
    const chunk = h('div', { class: 'chunk' })
    for (let i = 0; i < CHUNK && this.#rows.length < this.#total; i++) {
      const place = this.#rows.length
      const row = h('div', { role: 'listitem', class: 'row', 'data-row': place })
      const button = this.#make(place)
      button.tabIndex = place === this.#current ? 0 : -1
      row.hidden = this.#shown[place] !== 1
      row.append(button)
      chunk.append(row)
      this.#rows.push(row)
      if (this.#current < 0 && !row.hidden) this.#point(place)
    }
    this.#size(chunk)
    this.#chunks.push(chunk)
    this.element.append(chunk)
    const last = this.#rows.length
    if (this.#marked >= last - chunk.childElementCount && this.#marked < last) this.mark(this.#marked)
  }

  /** Tells how high a chunk is that is not laid out. */
  #size(chunk: HTMLElement): void {
    let rows = 0
    for (const row of chunk.children) if (!(row as HTMLElement).hidden) rows++ // rows, as made above
    chunk.hidden = rows === 0
    chunk.style.containIntrinsicSize = `auto ${rows * 44}px`
  }

  #point(place: number): void {
    const before = this.#button(this.#current)
    if (before) before.tabIndex = -1
    this.#current = place
    const now = this.#button(place)
    if (now) now.tabIndex = 0
  }

  #button(place: number): HTMLElement | undefined {
    const button = this.#rows[place]?.firstElementChild
    return button instanceof HTMLElement ? button : undefined
  }

  /** The nearest row that is shown, from a place on; -1 where there is none. */
  #next(from: number, step: 1 | -1): number {
    for (let place = from + step; place >= 0 && place < this.#total; place += step) {
      if (this.#shown[place] === 1) return place
    }
    return -1
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const to = this.#target(event.key)
    if (to !== undefined) {
      event.preventDefault()
      if (to >= 0) this.#button(to)?.focus()
    } else if (event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key)) {
      event.preventDefault()
      this.#type(event.key)
    }
  }

  /** Where a key leads: -1 to no other row; undefined for keys that lead nowhere. */
  #target(key: string): number | undefined {
    const far = (step: 1 | -1) => {
      let place = this.#current
      for (let i = 0; i < 10; i++) {
        const next = this.#next(place, step)
        if (next < 0) break
        place = next
      }
      return place
    }
    if (key === 'ArrowDown') return this.#next(this.#current, 1)
    if (key === 'ArrowUp') return this.#next(this.#current, -1)
    if (key === 'PageDown') return far(1)
    if (key === 'PageUp') return far(-1)
    if (key === 'Home') return this.#next(-1, 1)
    if (key === 'End') return this.#next(this.#total, -1)
    return undefined
  }
}
