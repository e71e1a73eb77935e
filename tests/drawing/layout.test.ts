import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Diagram } from '../../src/drawing/diagram'
import { place } from '../../src/drawing/layout'
import type { Flow } from '../../src/drawing/placed'
import { drawSVG } from '../../src/drawing/svg'
import { diagram, diagrams, edge } from './diagrams'
import { boxOf, depth, overlap, placesOf } from './geometry'
import { ofClass, parseXML } from './xml'

const RUNS = Number(process.env.STATECRAFT_RUNS ?? 60)
const flows = fc.constantFrom<Flow>('right', 'down')
const words = fc.oneof(fc.lorem({ maxCount: 4 }), fc.string({ unit: 'grapheme', maxLength: 60 }))

/** Boxes and lines as they are drawn, by id; the ids of the statements are their numbers. */
function drawn(what: Diagram, flow: Flow) {
  const numbered = { ...what, edges: what.edges.map((each, i) => ({ ...each, id: String(i) })) }
  const picture = parseXML(drawSVG(numbered, { theme: 'light', flow }))
  const boxes = new Map(
    ofClass(picture, 'statecraft-node').map((group) => [group.attributes['data-id']!, boxOf(group)]),
  )
  const lines = ofClass(picture, 'statecraft-edge').map((group) => ({
    edge: numbered.edges[Number(group.attributes['data-id'])]!,
    places: placesOf(group),
  }))
  return { boxes, lines }
}

describe('in any picture', () => {
  test('no two entities overlap', () => {
    fc.assert(
      fc.property(diagrams(words), flows, (what, flow) => {
        const boxes = [...drawn(what, flow).boxes.values()]
        boxes.forEach((box, i) => {
          for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false)
        })
      }),
      { numRuns: RUNS },
    )
  })

  test('every line begins and ends at the outlines of its own entities, and runs through no other', () => {
    fc.assert(
      fc.property(diagrams(words), flows, (what, flow) => {
        const { boxes, lines } = drawn(what, flow)
        for (const { edge, places } of lines) {
          // What slopes or is round lies up to 14 px within its box; all is written to a tenth of a px.
          for (const [id, at] of [[edge.from, places[0]!] as const, [edge.to, places.at(-1)!] as const]) {
            const deep = depth(at, boxes.get(id)!)
            expect(deep, `${id} at ${at}`).toBeGreaterThan(-0.5)
            expect(deep, `${id} at ${at}`).toBeLessThan(15)
          }
          for (const [id, box] of boxes) {
            if (id === edge.from || id === edge.to) continue
            for (const at of places) expect(depth(at, box), `${edge.id} through ${id}`).toBeLessThan(0.5)
          }
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('what is written on a line keeps clear of all entities and of what is written on others', () => {
    fc.assert(
      fc.property(diagrams(words), flows, (what, flow) => {
        const { nodes, edges } = place(what, flow)
        const sides = ({ x, y }: { x: number; y: number }, width: number, height: number) => ({
          left: x - width / 2,
          right: x + width / 2,
          top: y - height / 2,
          bottom: y + height / 2,
        })
        const labels = edges.map(({ label, width, height }) => sides(label, width, height))
        const boxes = nodes.map((each) => sides(each, each.width, each.height))
        labels.forEach((label, i) => {
          for (const other of [...boxes, ...labels.slice(i + 1)]) expect(overlap(label, other)).toBe(false)
        })
      }),
      { numRuns: RUNS },
    )
  })

  test('nothing leaves the page', () => {
    fc.assert(
      fc.property(diagrams(words), flows, (what, flow) => {
        const { nodes, edges, width, height } = place(what, flow)
        const boxes = [...nodes, ...edges.map(({ label, width, height }) => ({ ...label, width, height }))]
        for (const box of boxes) {
          expect(box.x - box.width / 2).toBeGreaterThan(-1)
          expect(box.y - box.height / 2).toBeGreaterThan(-1)
          expect(box.x + box.width / 2).toBeLessThan(width + 1)
          expect(box.y + box.height / 2).toBeLessThan(height + 1)
        }
      }),
      { numRuns: RUNS },
    )
  })
})

describe('the flow', () => {
  const chain = diagram(['c', 'a', 'b'], [edge('a', 'b'), edge('b', 'c')])

  test('leads to the right, or down', () => {
    const along = (flow: Flow) => {
      const at = new Map(
        place(chain, flow).nodes.map(({ node, x, y }) => [node.id, flow === 'right' ? x : y]),
      )
      return ['a', 'b', 'c'].map((id) => at.get(id)!)
    }
    for (const flow of ['right', 'down'] as const) {
      const [a, b, c] = along(flow)
      expect(a).toBeLessThan(b!)
      expect(b).toBeLessThan(c!)
    }
  })

  test('keeps lines between the same two in their order, one below the other', () => {
    const edges = ['first', 'second', 'third'].map((id, i) =>
      i === 1 ? edge('b', 'a', { id }) : edge('a', 'b', { id }),
    )
    const heights = place(diagram(['a', 'b'], edges), 'right').edges.map(({ label }) => label.y)
    expect(heights).toEqual(heights.toSorted((a, b) => a - b))
    expect(new Set(heights).size).toBe(3)
  })

  test('turns a line against it only where it leads back', () => {
    const circle = place(diagram(['a', 'b', 'c'], [edge('a', 'b'), edge('b', 'c'), edge('c', 'a')]), 'right')
    const ways = circle.edges.map(({ line }) => Math.sign(line.at(-1)!.x - line[0]!.x))
    expect(ways).toEqual([1, 1, -1])
  })

  test('of many circles is not strung up in a line', () => {
    const ids = Array.from({ length: 40 }, (_, i) => `n${i}`)
    const edges = ids.flatMap((id, i) => [
      edge(id, ids[(i * 7 + 3) % 40]!),
      edge(id, ids[(i * 11 + 5) % 40]!),
    ])
    const { nodes } = place(diagram(ids, edges), 'right')
    expect(new Set(nodes.map(({ x }) => Math.round(x))).size).toBeLessThan(25)
  })
})
