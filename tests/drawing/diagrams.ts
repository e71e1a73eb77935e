import fc from 'fast-check'
import { type Diagram, type DiagramEdge, type DiagramNode, NODE_KINDS } from '../../src/drawing/diagram'
import { LEVELS } from '../../src/model/claim'

export function node(id: string, more: Partial<DiagramNode> = {}): DiagramNode {
  return { id, label: id, kind: 'jurisdiction', notes: [`notes of ${id}`], ...more }
}

export function edge(from: string, to: string, more: Partial<DiagramEdge> = {}): DiagramEdge {
  return {
    id: `${from}>${to}`,
    from,
    to,
    label: 'relates to',
    isDirected: true,
    sign: 0,
    level: 'asserted',
    disputed: false,
    isInferred: false,
    notes: [`notes of ${from}>${to}`],
    ...more,
  }
}

export function diagram(nodes: readonly (string | DiagramNode)[], edges: readonly DiagramEdge[]): Diagram {
  return {
    title: 'a test',
    nodes: nodes.map((each) => (typeof each === 'string' ? node(each) : each)),
    edges,
  }
}

/** Diagrams of all sorts: pieces, circles, loops, lines beside each other; texts by the arbitrary given. */
export function diagrams(text: fc.Arbitrary<string>, most = { nodes: 12, edges: 24 }): fc.Arbitrary<Diagram> {
  return fc.uniqueArray(text, { minLength: 1, maxLength: most.nodes }).chain((ids) =>
    fc.record({
      title: text,
      nodes: fc.tuple(
        ...ids.map((id) =>
          fc.record({
            id: fc.constant(id),
            label: text,
            kind: fc.constantFrom(...NODE_KINDS),
            notes: fc.array(text, { maxLength: 2 }),
            isEnd: fc.boolean(),
            isUnnamed: fc.boolean(),
          }),
        ),
      ),
      edges: fc.array(
        fc.record({
          id: text,
          from: fc.constantFrom(...ids),
          to: fc.constantFrom(...ids),
          label: text,
          isDirected: fc.boolean(),
          sign: fc.constantFrom(-1 as const, 0 as const, 1 as const),
          level: fc.constantFrom(...LEVELS),
          disputed: fc.boolean(),
          isInferred: fc.boolean(),
          notes: fc.array(text, { maxLength: 2 }),
        }),
        { maxLength: most.edges },
      ),
    }),
  )
}

/** What tries to be more than text. */
export const HOSTILE = [
  '<script>window.pwned = 1</script>',
  '"><img src=x onerror="window.pwned = 2">',
  ']]><script>window.pwned = 3</script>',
  '</title></text></svg><script>window.pwned = 4</script>',
  '--><script>window.pwned = 5</script>',
  'javascript:window.pwned=6',
  "' onload='window.pwned=7",
  '<a href="javascript:window.pwned=8">x</a>',
  '<foreignObject><body onload="window.pwned=9"/></foreignObject>',
  '&lt;script&gt;window.pwned=10&lt;/script&gt;',
  '\u202etxet desrever\u202c \u2066isolated',
  '\u0000\u0001\u000b\ufffe\uffff\ud800 lone',
  '{{constructor.constructor("window.pwned=11")()}}',
  '</style><script>window.pwned = 12</script>',
  '__proto__',
  'constructor',
  '',
  '   ',
  '🇰🇵👩‍👩‍👧‍👦',
]

/** Texts of all sorts: hostile ones, any characters at all, words. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.lorem({ maxCount: 12 }),
)
