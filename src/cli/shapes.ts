import type { View } from '../graph/view'
import type { Issue } from '../model/issue'
import { openInput } from '../node'
import type { Ontology } from '../ontology/ontology'
import type { Vocabulary } from '../ontology/typing'
import { UsageError } from './exit'
import { rdfFormatOf } from './formats'
import type { Io } from './io'

/**
 * Holds files against the shapes of the ontology, as one graph: RDF as it stands there, before anything in it is mended or
 * left out; everything else as the RDF that it makes.
 *
 * @throws UsageError for RDF from the standard input: it was read already
 */
export async function checkFiles(
  paths: readonly string[],
  view: View<Vocabulary>,
  { from, ontology }: { readonly from: string | undefined; readonly ontology: Ontology },
  io: Io,
): Promise<Issue[]> {
  const { checkShapes, parseQuads, toQuads } = await import('../rdf') // n3 only where it is needed
  async function* quads() {
    if (paths.some((path) => !rdfFormatOf(path, from))) yield* toQuads(view)
    for (const path of paths) {
      const format = rdfFormatOf(path, from)
      if (!format) continue
      const input = await openInput(path, { signal: io.signal })
      try {
        yield* parseQuads(input.chunks, { format, report: () => {} }) // it was told when it was loaded
      } finally {
        await input.close()
      }
    }
  }
  return await checkShapes(quads(), { ontology })
}

/** Refuses what cannot be read twice. */
export function checkReadable(paths: readonly string[], from: string | undefined): void {
  const piped = paths.find((path) => path === '-' && rdfFormatOf(path, from))
  if (piped) throw new UsageError('--shacl reads RDF twice, which the standard input cannot', 'give a file')
}
