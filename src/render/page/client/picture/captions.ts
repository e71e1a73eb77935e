import { colour } from '../palette'
import { counted, standingInWords } from '../words'
import { type Label, type Labels, short } from './labels'
import type { Looks, Scene } from './looks'

/** So many entities are named before others are given room. */
const NAMED_FIRST = 10

interface Point {
  readonly x: number
  readonly y: number
}

/** What is seen of the graph, and where. */
export interface View {
  /** In px. */
  readonly width: number
  readonly height: number
  /** Of the camera: 1 shows all, less is closer. */
  readonly ratio: number
  /** Where an entity is on the screen, and how large; undefined where it is not shown. */
  placeOf(entity: number): (Point & { readonly size: number }) | undefined
}

/** The labels of what is shown, the most important first. */
export function* captions(looks: Looks, view: View, room: Labels): Generator<Label> {
  const { scene } = looks
  if (!scene) return
  const { width, height } = view
  const focus = looks.focus()
  const isInView = ({ x, y }: Point) => x > -150 && x < width + 20 && y > -20 && y < height + 20
  const isCrowd = looks.data.nodes > 150
  const places: (Point & { readonly size: number })[] = []
  const later: Label[] = []
  // The entities of which most is said stand first in the data.
  for (let place = 0; place < looks.data.nodes; place++) {
    if (scene.nodes[place] !== 1) continue
    const at = view.placeOf(place)
    if (!at || !isInView(at)) continue
    places.push(at)
    const { label, id, end, unnamed } = looks.data.entities[place]!
    const isNear = looks.near?.has(place) === true && looks.near.size <= 25
    const must = isNear || focus?.has(place) === true || looks.hoveredNode === place
    const one: Label = {
      text: short(label === '' ? id : label),
      x: at.x,
      y: at.y,
      away: at.size + 5,
      size: 13,
      weight: (must && !isNear) || focus?.has(place) || end ? 650 : 500,
      ink: colour((unnamed && !must) || looks.near?.has(place) === false ? 'quiet' : 'ink'),
      must,
    }
    // Those of which most is said are named even in a crowd; the others only beside it.
    if (must || end || looks.near?.has(place) || (isCrowd && places.length <= NAMED_FIRST)) yield one
    else later.push(one)
  }
  for (const { x, y, size } of places) room.keepFree(x, y, size)
  const edges = edgeLabels(looks, view, scene, isInView)
  // What edges say never lies on a name near what the reader looks at: those have their places by now.
  yield* edges.filter(({ must }) => must)
  yield* later
  yield* edges.filter(({ must }) => !must)
}

/** The words of the edges that the reader looks at, and where there are few or the reader is close, of others. */
function edgeLabels(looks: Looks, view: View, scene: Scene, isInView: (at: Point) => boolean): Label[] {
  const labels: Label[] = []
  const isClose = view.ratio < 0.5
  const few = scene.edges.reduce((sum, bit) => sum + bit, 0) <= 30
  const add = (from: number, to: number, curvature: number, text: string, ink: string, must: boolean) => {
    const [a, b] = [view.placeOf(from), view.placeOf(to)]
    if (!a || !b) return
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    if (!must && from !== to && Math.hypot(dx, dy) < 60) return
    // On the screen y goes down: the left of the way is where it is, turned the other way.
    const x = (a.x + b.x) / 2 + (dy * curvature) / 2
    const y = (a.y + b.y) / 2 - (dx * curvature) / 2 - (from === to ? a.size * 1.6 + 24 : 0)
    if (isInView({ x, y }))
      labels.push({ text: short(text, 60), x, y, away: 0, size: 11, weight: 500, ink, must })
  }
  // How many statements a band stands for matters more than what one line says.
  for (const [at, count] of looks.bundled.entries()) {
    const { a, b } = looks.pairs[at]!
    const isSelected = looks.isSelectedIn(at)
    const text = isSelected ? `one of ${counted(count, 'statement')}` : counted(count, 'statement')
    if (count > 0) add(a, b, 0, text, colour('ink'), isSelected || looks.hovered === `pair ${at}`)
  }
  for (const [place, drawn] of looks.drawn.entries()) {
    const standing = scene.standings[place]
    if (!drawn || !standing) continue
    const isNear = looks.isNear(place)
    if (!isNear && !isClose && !few) continue
    const { subject, object, verb } = looks.parts[place]!
    const plain = standing.level === 'asserted' && !standing.disputed && !standing.derived
    const isPointed =
      looks.hovered === String(place) || (scene.selected?.kind === 'edge' && scene.selected.place === place)
    add(
      subject,
      object,
      drawn.curvature,
      plain ? verb : `${verb} · ${standingInWords(standing)}`,
      looks.inkOf(place, standing),
      isPointed,
    )
  }
  return labels
}
