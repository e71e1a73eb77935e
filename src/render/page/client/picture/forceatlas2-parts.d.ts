/** The parts of ForceAtlas2 that its own types leave out: its settings, and one iteration over plain arrays. */
declare module 'graphology-layout-forceatlas2/iterate' {
  export default function iterate(settings: object, nodes: Float32Array, edges: Float32Array): void
}
declare module 'graphology-layout-forceatlas2/defaults' {
  const defaults: object
  export default defaults
}
