import type { Point } from './shapes'

/** A piece of a picture. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** A picture is about so much wider than it is high. */
const SHAPE = 1.6

/**
 * Places pieces in rows, in their order, in an area that is rather wide than high.
 *
 * @param gap between pieces, in px
 * @returns the upper left corner of each, and the size of it all
 */
export function pack(sizes: readonly Size[], gap: number): Size & { readonly places: readonly Point[] } {
  const area = sizes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0)
  const most = Math.max(Math.sqrt(area * SHAPE), ...sizes.map(({ width }) => width))
  const places: Point[] = []
  let [x, y, rowHeight, width] = [0, 0, 0, 0]
  for (const size of sizes) {
    if (x > 0 && x + size.width > most) {
      y += rowHeight + gap
      x = 0
      rowHeight = 0
    }
    places.push({ x, y })
    x += size.width + gap
    width = Math.max(width, x - gap)
    rowHeight = Math.max(rowHeight, size.height)
  }
  return { places, width, height: y + rowHeight }
}
