import { drawSVG } from '../../drawing/svg'
import { StatecraftError } from '../../model/issue'
import { diagramOf } from './diagram'
import type { Excerpt } from './excerpt'
import { htmlOf } from './html'
import { readShowOptions, type ShowOptions } from './options'
import { ROWS, type Table } from './table'

/** What Jupyter kernels show of a value, by media type. */
export interface MediaBundle {
  readonly [mediaType: string]: string
}

/** What can make an element: a DOM's `document`. */
export interface ElementMaker<E extends { innerHTML: string }> {
  createElement(name: 'div'): E
}

/** What shows itself. */
export interface Showing {
  toString(languages?: readonly string[]): string
  toMarkdown(languages?: readonly string[], rows?: number): string
  toSVG(options?: ShowOptions): string
  toHTML(options?: ShowOptions): string
  toElement<E extends { innerHTML: string }>(document: ElementMaker<E>, options?: ShowOptions): E
  /** @internal What a picture or a page shows of it. */
  excerpt(rows?: number, languages?: readonly string[]): Excerpt
}

/**
 * What shows itself: in a file, on a page, in a notebook, at a prompt. No host is needed, and none is asked for:
 * notebooks find what they show by `Symbol.for('Jupyter.display')`, Node by `Symbol.for('nodejs.util.inspect.custom')`.
 */
export abstract class Shown implements Showing {
  abstract toString(languages?: readonly string[]): string
  abstract toMarkdown(languages?: readonly string[], rows?: number): string
  /** @internal */
  abstract excerpt(rows?: number, languages?: readonly string[]): Excerpt
  /** @internal What stands below its picture. */
  abstract tabulate(languages?: readonly string[], rows?: number): Table

  /**
   * The picture of it, as SVG: entities as boxes, statements as arrows. Shape and colour tell types and signs, lines
   * levels; dates and claimants stand in tooltips.
   *
   * @param options languages of labels; how many answers; how it is drawn
   * @returns an `<svg>` element that stands alone or in a page: without scripts, ids, links
   * @throws {@link StatecraftError} `truncated`, where there is more than a picture can show (200 entities, 600 connected pairs): a page
   * can, by `toPage` of `statecraft/render`
   *
   * @example
   * ```ts
   * await writeFile('path.svg', kg.shortestPath('state:IR', 'state:KP', { via: 'supplies' })?.toSVG() ?? '')
   * ```
   */
  toSVG(options: ShowOptions = {}): string {
    const { rows, languages } = readShowOptions(options)
    return drawSVG(diagramOf(this.excerpt(rows, languages), languages), options)
  }

  /**
   * Its picture, and rows with who says so below, as a fragment of HTML in which labels are only text. Where there is too
   * much for a picture it says so.
   *
   * @param options languages of labels; how many rows, 20 where not given: how many more there are is told; how the
   * picture is drawn
   */
  toHTML(options: ShowOptions = {}): string {
    return this.#html(this.#picture(options), options)
  }

  /**
   * {@link Shown.toHTML} as an element.
   *
   * @param document that of the page it is for
   *
   * @example
   * ```ts
   * document.body.append(kg.paths('state:IR', 'state:KP').toElement(document))
   * ```
   */
  toElement<E extends { innerHTML: string }>(document: ElementMaker<E>, options: ShowOptions = {}): E {
    const element = document.createElement('div')
    element.innerHTML = this.toHTML(options) // where every text is escaped
    return element
  }

  /** @internal What a notebook shows. */
  [Symbol.for('Jupyter.display')](): MediaBundle {
    return this.display()
  }

  /** @internal */
  display(): MediaBundle {
    const picture = this.#picture({})
    const { svg } = picture
    return {
      'text/html': this.#html(picture, {}),
      'text/markdown': this.toMarkdown(undefined, ROWS),
      'text/plain': this.toText(ROWS),
      // Beside the HTML, which holds it too: some converters show nothing where there is an image of this type alone.
      ...(svg === undefined ? {} : { 'image/svg+xml': svg }),
    }
  }

  /** @internal What Node shows. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.inspect()
  }

  /** @internal What Node shows: never an exception, which would end whoever only writes a line of a log. */
  inspect(): string {
    let text: string
    try {
      text = `${this.called} { ${this.inspected()} }`
    } catch (error) {
      text = `Nothing to show { ${error instanceof Error ? error.message : String(error)} }`
    }
    return text.replaceAll('\n', '\n  ')
  }

  /** @internal By what name Node shows it: that of its class, which bundlers change. */
  protected abstract get called(): string

  /** @internal What Node shows between its braces. */
  protected inspected(): string {
    return this.toText(ROWS)
  }

  /** @internal As a terminal shows it. */
  toText(_rows: number): string {
    return this.toString()
  }

  #html({ svg, remarks }: Picture, options: ShowOptions): string {
    const { rows, languages } = readShowOptions(options)
    const table = this.tabulate(languages, rows)
    return htmlOf(this.excerpt(rows, languages).title, svg, {
      ...table,
      remarks: [...table.remarks, ...remarks],
    })
  }

  #picture(options: ShowOptions): Picture {
    try {
      return { svg: this.toSVG(options), remarks: [] }
    } catch (error) {
      if (!(error instanceof StatecraftError) || error.code !== 'truncated') throw error
      return { remarks: [`No picture: ${error.issue.message}. ${error.hint ?? ''}`.trim()] }
    }
  }
}

/** A picture, or why there is none. */
interface Picture {
  readonly svg?: string
  readonly remarks: readonly string[]
}
