import type { Diagram } from '../../drawing/diagram'
import { refuseTooMuch } from '../../drawing/limits'
import type { Row } from '../../store/store'
import { titled, verbFor } from '../cite'
import { weakest } from '../edge'
import type { Excerpt } from './excerpt'
import { nodeKindOf } from './kinds'
import { counted } from './table'
import { edgeNotes, entityNotes } from './words'

/**
 * What a picture of an excerpt shows. Entities that no edge joins are left out of it, unless there is nothing else or an
 * answer begins or ends there.
 *
 * @throws {@link StatecraftError} `truncated`, where these are more than a picture can show
 */
export function diagramOf(excerpt: Excerpt, languages?: readonly string[]): Diagram {
  const { edges, numbers, ends, title } = excerpt
  const { store } = edges.lens
  const nodes = new Set<Row>(numbers.length === 0 ? excerpt.entities : ends)
  const current = (row: Row) => store.current(row)
  const drawn = numbers.map((number) => ({ number, ...edges.edge(number) }))
  for (const { subject, object } of drawn) nodes.add(current(subject)).add(current(object))
  // Before words are found for all of it.
  refuseTooMuch(
    nodes.size,
    drawn.map(({ subject, object }) => [current(subject), current(object)] as const),
  )
  return {
    title,
    remarks: remarksOf(excerpt, nodes.size),
    nodes: [...nodes].map((row) => ({
      id: store.idOf(row),
      label: titled(edges.lens, row, languages),
      kind: nodeKindOf(store, row),
      notes: entityNotes(edges, row, languages),
      isEnd: ends.has(row),
      isUnnamed: store.isUnnamed(row),
    })),
    edges: drawn.map(({ number, relation, subject, object, statement, rests }) => ({
      id: statement === 0 ? `inferred ${number}` : store.statementId(statement),
      from: store.idOf(current(subject)),
      to: store.idOf(current(object)),
      label: verbFor(edges, number, languages),
      isDirected: !relation.symmetric,
      sign: relation.sign ?? 0,
      ...weakest(edges.lens, rests),
      isInferred: statement === 0,
      // Of many between the same two only some are drawn: words are found for those.
      get notes() {
        return edgeNotes(edges, number, languages)
      },
    })),
  }
}

/** What stands below the picture: what is not in it. */
function remarksOf({ remarks = [], isView, entities, numbers }: Excerpt, drawn: number): string[] {
  const left = isView && numbers.length > 0 ? entities.length - drawn : 0
  return [
    ...remarks,
    ...(left > 0 ? [`${counted(left, 'entities')} of which no statement here speaks: not drawn`] : []),
  ]
}
