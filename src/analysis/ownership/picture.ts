import type { Diagram } from '../../drawing/diagram'
import { type Case, sharesOf, verdictOn } from './assess'
import { INTEREST, UNSTATED } from './holdings'

/** A diagram of holdings in which each has its share, and each entity what is found of it. */
export function withShares(found: Case, diagram: Diagram): Diagram {
  const { store } = found.lens
  const { vertexOf } = found.lens.adjacency()
  const vertices = diagram.nodes.map(({ id }) => vertexOf[store.findEntity(id)]!)
  const shares = new Map(vertices.flatMap((vertex) => [...sharesByStatement(found, vertex)]))
  return {
    ...diagram,
    nodes: diagram.nodes.map((node, i) => ({
      ...node,
      label: `${node.label}${verdictInWords(found, vertices[i]!)}`,
    })),
    edges: diagram.edges.map((edge) => {
      const share = shares.get(edge.id)
      return share === undefined ? edge : { ...edge, label: `${edge.label} ${share}` }
    }),
  }
}

function* sharesByStatement(
  { lens, holdings }: Case,
  vertex: number,
): Generator<[id: string, share: string]> {
  for (let h = holdings.inAsset[vertex]!; h < holdings.inAsset[vertex + 1]!; h++) {
    const flags = holdings.flags[h]!
    if ((flags & INTEREST) === 0) continue
    const share = flags & UNSTATED ? '(share not stated)' : percent(...sharesOf(holdings, h))
    for (const row of holdings.statement.subarray(holdings.from[h], holdings.from[h + 1]))
      if (lens.store.relationOf(row).name !== 'controls') yield [lens.store.statementId(row), share]
  }
}

function verdictInWords(found: Case, vertex: number): string {
  const verdict = verdictOn(found, vertex)
  if (verdict === 'no-finding') return ''
  return `: ${verdict}, ${percent(found.surely.heldOf(vertex), found.possibly.heldOf(vertex))}`
}

/** `50 %`, `0–100 %`. */
export function percent(low: number, high = low): string {
  return low === high ? `${low} %` : `${low}–${high} %`
}
