import { LEVELS, type Level } from '../../../model/claim'
import { formatDay } from '../../../model/days'
import { daysNamed, readDay } from './day'
import { bdi, fill, h } from './dom'
import { unfiltered } from './filter'
import type { State } from './state'
import { counted, labelOf } from './words'

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  asserted: 'asserted',
  alleged: 'alleged',
  announced: 'announced',
  predicted: 'predicted',
  denied: 'only denied',
}

const DISPUTED = {
  include: 'Disputed or not',
  exclude: 'Nothing disputed',
  only: 'Only what is disputed',
} as const

/** The filters, and what each choice would show. */
export class Controls {
  readonly #state: State
  readonly #updates: (() => void)[] = []

  constructor(state: State, container: HTMLElement) {
    this.#state = state
    const reset = h('button', { type: 'button', id: 'reset' }, 'Show everything again')
    reset.addEventListener('click', () => state.ask(unfiltered(state.data)))
    fill(
      container,
      this.#viewpoint(),
      this.#date(),
      this.#levels(),
      this.#disputed(),
      this.#relations(),
      reset,
    )
    this.update()
  }

  update(): void {
    for (const update of this.#updates) update()
  }

  #viewpoint(): HTMLElement | false {
    const state = this.#state
    const { data } = state
    if (data.view.hasViewpoint || data.viewpoints.length === 0) return false
    const select = h(
      'select',
      { id: 'viewpoint' },
      h('option', { value: -1 }, 'Nobody’s: all claims count'),
      ...data.viewpoints.map(({ actor, speaks }, place) =>
        h('option', { value: place }, `${labelOf(data, actor)} (speaks of ${speaks})`),
      ),
    )
    const note = h('p', { class: 'quiet' })
    select.addEventListener('change', () => state.ask({ viewpoint: Number(select.value) }))
    this.#updates.push(() => {
      select.value = String(state.filter.viewpoint)
      note.textContent =
        state.filter.viewpoint < 0
          ? ''
          : 'Where its side speaks, its claims alone count. Elsewhere, what is asserted and undisputed is in.'
    })
    return group('Viewpoint', h('label', { for: 'viewpoint' }, 'As seen by'), select, note)
  }

  #date(): HTMLElement | false {
    const state = this.#state
    const { data } = state
    const named = daysNamed(data)
    if (!named) return false
    const [first, last] = [named[0] - 1, named[1] + 1]
    const slider = h('input', {
      type: 'range',
      id: 'day',
      min: first,
      max: last,
      step: 1,
      'aria-label': 'Day',
    })
    const input = h('input', {
      type: 'text',
      id: 'date',
      placeholder: 'any time',
      autocomplete: 'off',
      spellcheck: 'false',
      inputmode: 'numeric',
      'aria-describedby': 'date-note',
    })
    const any = h('button', { type: 'button', id: 'any-time' }, 'Any time')
    const note = h('p', { class: 'quiet', id: 'date-note', role: 'status' })
    const certain = h('input', { type: 'checkbox', id: 'certain' })
    slider.addEventListener('input', () => state.ask({ day: Number(slider.value) }, true))
    input.addEventListener('change', () => {
      const day = readDay(input.value)
      if (input.value.trim() === '') state.ask({ day: undefined })
      else if (day !== undefined) state.ask({ day })
      input.setAttribute('aria-invalid', String(day === undefined && input.value.trim() !== ''))
      if (day !== undefined || input.value.trim() === '') return
      const still = state.filter.day === undefined ? 'any time' : formatDay(state.filter.day)
      note.textContent = `A day is written YYYY-MM-DD. Still shown: ${still}.`
    })
    any.addEventListener('click', () => state.ask({ day: undefined }))
    certain.addEventListener('change', () => state.ask({ certain: certain.checked }))
    this.#updates.push(() => {
      const { day } = state.filter
      const text = day === undefined ? '' : formatDay(day)
      input.value = text
      input.setAttribute('aria-invalid', 'false')
      slider.value = String(day ?? last)
      slider.setAttribute('aria-valuetext', text === '' ? 'any time' : text)
      slider.classList.toggle('unset', day === undefined)
      certain.checked = state.filter.certain
      certain.disabled = data.view.certain === 'always'
      note.textContent =
        day === undefined
          ? `Dates from ${formatDay(named[0])} to ${formatDay(named[1])}`
          : state.filter.certain
            ? 'What certainly held on this day'
            : 'What held or may have held on this day'
    })
    return group(
      'Date',
      h('div', { class: 'line' }, h('label', { for: 'date' }, 'As of'), input, any),
      slider,
      note,
      data.view.certain !== 'never' &&
        h('label', { class: 'check' }, certain, 'Only what is certain of the day'),
    )
  }

  #levels(): HTMLElement {
    const state = this.#state
    const boxes = LEVELS.map((level) => {
      const box = h('input', { type: 'checkbox', id: `level-${level}` })
      const count = h('span', { class: 'count' })
      box.addEventListener('change', () => {
        const levels = new Set(state.filter.levels)
        if (box.checked) levels.add(level)
        else levels.delete(level)
        state.ask({ levels })
      })
      this.#updates.push(() => {
        box.checked = state.filter.levels.has(level)
        count.textContent = String(state.facets.levels.get(level) ?? 0)
      })
      return h(
        'label',
        { class: 'check' },
        box,
        h('span', { class: `stroke neutral ${level}`, 'aria-hidden': 'true' }),
        LEVEL_WORDS[level],
        count,
      )
    })
    return group('Level', ...boxes)
  }

  #disputed(): HTMLElement {
    const state = this.#state
    const select = h(
      'select',
      { id: 'disputed' },
      ...Object.entries(DISPUTED).map(([value, text]) => h('option', { value }, text)),
    )
    const note = h('p', { class: 'quiet' })
    select.addEventListener('change', () => {
      const { value } = select
      state.ask({ disputed: value === 'exclude' || value === 'only' ? value : 'include' })
    })
    this.#updates.push(() => {
      select.value = state.filter.disputed
      note.textContent = counted(state.facets.disputed, 'statement is disputed', 'statements are disputed')
    })
    return group(
      'Dispute',
      h('label', { for: 'disputed', class: 'away' }, 'Disputed statements'),
      select,
      note,
    )
  }

  #relations(): HTMLElement {
    const state = this.#state
    const { data } = state
    const order = data.relations
      .map((relation, place) => ({ ...relation, place }))
      .sort((a, b) => (a.label < b.label ? -1 : 1))
    const rows = order.map(({ label, name, place, sign }) => {
      const box = h('input', { type: 'checkbox', 'data-relation': name })
      const count = h('span', { class: 'count' })
      box.addEventListener('change', () => {
        const relations = new Set(state.filter.relations ?? data.relations.keys())
        if (box.checked) relations.add(place)
        else relations.delete(place)
        state.ask({ relations: relations.size === data.relations.length ? undefined : relations })
      })
      const row = h(
        'label',
        { class: 'check' },
        box,
        h('span', {
          class: `dot ${['conflict', 'neutral', 'cooperation'][sign + 1]}`,
          'aria-hidden': 'true',
        }),
        bdi(label),
        count,
      )
      this.#updates.push(() => {
        box.checked = state.filter.relations?.has(place) ?? true
        const total = state.facets.relations[place] ?? 0
        count.textContent = String(total)
        row.classList.toggle('none', total === 0)
      })
      return row
    })
    const button = (text: string, relations: () => ReadonlySet<number> | undefined) => {
      const element = h('button', { type: 'button' }, text)
      element.addEventListener('click', () => state.ask({ relations: relations() }))
      return element
    }
    return group(
      'Relations',
      h(
        'div',
        { class: 'line' },
        button('All', () => undefined),
        button('None', () => new Set()),
      ),
      h('div', { class: 'relations' }, ...rows),
    )
  }
}

function group(title: string, ...children: (HTMLElement | false)[]): HTMLElement {
  return h('fieldset', {}, h('legend', {}, title), ...children)
}
