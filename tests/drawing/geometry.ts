import { type Element, within } from './xml'

/** A rectangle by its sides. */
export interface Sides {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export type Place = readonly [x: number, y: number]

/** The box of an entity's form: the first rectangle or polygon in its group. */
export function boxOf(node: Element): Sides {
  const form = node.children.find(({ name }) => name === 'rect' || name === 'polygon')
  if (!form) throw new Error('an entity without a form')
  const of = (key: string) => Number(form.attributes[key])
  if (form.name === 'rect') {
    return { left: of('x'), right: of('x') + of('width'), top: of('y'), bottom: of('y') + of('height') }
  }
  const places = form.attributes.points!.split(' ').map((pair) => pair.split(',').map(Number))
  const [xs, ys] = [places.map(([x]) => x!), places.map(([, y]) => y!)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** Places along the whole line of a statement, from end to end, a few px apart. */
export function placesOf(edge: Element): Place[] {
  const d = [...within(edge)].find(({ attributes }) => attributes['pointer-events'] === 'stroke')!.attributes
    .d!
  const places: Place[] = []
  let at: Place = [0, 0]
  for (const [, command, numbers] of d.matchAll(/([MLCQ])([^MLCQ]*)/g)) {
    const values = numbers!.split(/[ ,]/).map(Number)
    if (values.some(Number.isNaN)) throw new Error(`not a path: ${d}`)
    const corners: Place[] = [at]
    for (let i = 0; i < values.length; i += 2) corners.push([values[i]!, values[i + 1]!])
    const end = corners.at(-1)!
    const steps = Math.max(1, Math.ceil(Math.hypot(end[0] - at[0], end[1] - at[1]) / 3))
    if (command === 'M') places.push(end)
    else for (let k = 1; k <= steps; k++) places.push(bezier(corners, k / steps))
    at = end
  }
  return places
}

/** De Casteljau's algorithm: for a line, a quadratic and a cubic curve alike. */
function bezier(corners: readonly Place[], share: number): Place {
  if (corners.length === 1) return corners[0]!
  const between = corners.slice(1).map(([x, y], i): Place => {
    const [px, py] = corners[i]!
    return [px + share * (x - px), py + share * (y - py)]
  })
  return bezier(between, share)
}

/** How deep a place is within a rectangle, px; negative outside. */
export function depth([x, y]: Place, { left, right, top, bottom }: Sides): number {
  return Math.min(x - left, right - x, y - top, bottom - y)
}

export function overlap(a: Sides, b: Sides): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
