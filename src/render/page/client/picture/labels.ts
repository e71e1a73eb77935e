import { directionOf } from '../../../../model/direction'
import { colour } from '../palette'

/** Longer labels are cut in the picture; the list and the details have all of them. */
const MOST = 42
const FONT = 'system-ui, "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK KR", "Noto Sans CJK SC", sans-serif'
/** The side of the squares in which labels are looked up, in px. */
const CELL = 64

/** A label to be drawn, in px of the canvas. */
export interface Label {
  readonly text: string
  readonly x: number
  readonly y: number
  /** How far it stands from there, on the side where there is room; 0 is on the place itself. */
  readonly away: number
  readonly size: number
  readonly weight: number
  readonly ink: string
  /** Drawn even where it lies on another. */
  readonly must: boolean
}

interface Place {
  readonly left: number
  /** Of its middle. */
  readonly y: number
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A label as it stands in the picture. */
export function short(label: string, most = MOST): string {
  if (label.length <= most) return label
  const graphemes = [...new Intl.Segmenter().segment(label.slice(0, most * 8))].map(({ segment }) => segment)
  return graphemes.length <= most ? label.slice(0, most * 8) : `${graphemes.slice(0, most - 1).join('')}…`
}

/** Draws labels one after the other, where there is room for them: the more important first. */
export class Labels {
  readonly #context: CanvasRenderingContext2D
  readonly #cells = new Map<number, Box[]>()
  readonly #paper = colour('paper')

  readonly #area: { readonly width: number; readonly height: number }

  /** @param area that is seen, in px */
  constructor(context: CanvasRenderingContext2D, area: { readonly width: number; readonly height: number }) {
    this.#context = context
    this.#area = area
    context.textBaseline = 'middle'
    context.lineJoin = 'round'
    context.lineWidth = 4
    context.strokeStyle = this.#paper
  }

  draw({ text, x, y, away, size, weight, ink, must }: Label): boolean {
    const context = this.#context
    const font = `${weight} ${size}px ${FONT}`
    const width = widthOf(context, font, text)
    const places =
      away === 0
        ? [0, -1, 1, -2, 2].map((lines) => ({ left: x - width / 2, y: y + lines * size * 1.5 }))
        : [
            { left: x + away, y },
            { left: x - away - width, y },
            { left: x - width / 2, y: y + away + size * 0.6 },
            { left: x - width / 2, y: y - away - size * 0.6 },
          ]
    const inside = places.map((place) => this.#inside(place, width))
    const boxAt = ({ left, y }: Place): Box => ({
      left: left - 2,
      top: y - size * 0.7,
      right: left + width + 2,
      bottom: y + size * 0.7,
    })
    const place =
      (must ? [...places, ...inside] : places).find((one) => this.#fits(boxAt(one))) ??
      (must ? inside[0] : undefined)
    if (!place) return false
    this.#take(boxAt(place))
    context.font = font
    context.direction = directionOf(text)
    context.textAlign = 'left'
    context.strokeText(text, place.left, place.y)
    context.fillStyle = ink
    context.fillText(text, place.left, place.y)
    return true
  }

  /** A place moved to where all of a label can be read. */
  #inside({ left, y }: Place, width: number): Place {
    return {
      left: Math.max(2, Math.min(left, this.#area.width - width - 4)),
      y: Math.max(12, Math.min(y, this.#area.height - 12)),
    }
  }

  /** Keeps a place free of labels, as that of an entity. */
  keepFree(x: number, y: number, size: number): void {
    this.#take({ left: x - size, top: y - size, right: x + size, bottom: y + size })
  }

  #fits(box: Box): boolean {
    const { width, height } = this.#area
    const isInside = box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height
    return isInside && !this.#isTaken(box)
  }

  #isTaken(box: Box): boolean {
    return [...cellsOf(box)].some((cell) =>
      this.#cells
        .get(cell)
        ?.some(
          (other) =>
            box.left < other.right &&
            other.left < box.right &&
            box.top < other.bottom &&
            other.top < box.bottom,
        ),
    )
  }

  #take(box: Box): void {
    for (const cell of cellsOf(box)) {
      const there = this.#cells.get(cell)
      if (there) there.push(box)
      else this.#cells.set(cell, [box])
    }
  }
}

function* cellsOf({ left, top, right, bottom }: Box): Generator<number> {
  for (let x = Math.floor(left / CELL); x <= right / CELL; x++) {
    for (let y = Math.floor(top / CELL); y <= bottom / CELL; y++) yield x * 4096 + y
  }
}

const widths = new Map<string, number>()

function widthOf(context: CanvasRenderingContext2D, font: string, text: string): number {
  const key = `${font}\u0000${text}`
  let width = widths.get(key)
  if (width === undefined) {
    context.font = font
    width = context.measureText(text).width
    if (widths.size > 50_000) widths.clear()
    widths.set(key, width)
  }
  return width
}
