import type * as Rdf from '@rdfjs/types'
import { DataFactory, Parser, Store } from 'n3'
import { fail, type Issue, issue } from '../model/issue'
import { core } from '../ontology/core'
import type { Ontology } from '../ontology/ontology'
import { stemOf } from './namespaces'
import { toOwl } from './schema/owl'
import { toShacl } from './schema/shacl'

/** How RDF is held against the shapes. */
export interface ShapesOptions {
  /** The vocabulary; the core one where none is given. */
  readonly ontology?: Ontology
}

/**
 * Holds RDF against the shapes of an ontology ({@link toShacl}), by the engine `shacl-engine`, which is installed beside
 * this library. The data is held in memory; the ontology is added to it, since what is of a class follows from it.
 *
 * @param quads what is checked: of a file as it stands, or of {@link toQuads}
 * @param options the vocabulary
 * @returns an issue `bad-shape` for each result, with the name of the shape as its `path`; a warning where the shape only
 * warns; none where the data conforms
 * @throws {@link StatecraftError} `bad-value` where `shacl-engine` is not installed
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { checkShapes, toQuads } from 'statecraft/rdf'
 *
 * const kg = createGraph()
 * kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
 * console.log(await checkShapes(toQuads(kg))) // []
 * ```
 */
export async function checkShapes(
  quads: Iterable<Rdf.BaseQuad> | AsyncIterable<Rdf.BaseQuad>,
  { ontology = core as unknown as Ontology }: ShapesOptions = {}, // the shapes know no names of their own
): Promise<Issue[]> {
  const { Validator } = await loadEngine()
  const parse = (turtle: string) => new Parser({ format: 'Turtle' }).parse(turtle)
  const vocabulary = parse(toOwl(ontology))
  // The engine looks for subclasses in the shapes, others do in the data.
  const shapes = new Store([...parse(toShacl(ontology)), ...vocabulary])
  const dataset = new Store(vocabulary)
  for await (const { subject, predicate, object } of quads) {
    // In one graph: shapes are of what is said, wherever it stands.
    dataset.add(
      DataFactory.quad(
        subject as Rdf.Quad_Subject,
        predicate as Rdf.NamedNode,
        object as Rdf.Quad_Object,
      ) as never,
    )
  }
  const { results } = await new Validator(shapes, { factory: DataFactory }).validate({ dataset })
  const namespace = `${stemOf(ontology.definition.iri)}/shapes#`
  return results.map(({ focusNode, shape, severity, message, value }) => {
    const said = message.map((one) => one.value).join(' ') || 'it does not conform'
    const found = value?.term && value.term !== focusNode.term ? `: ${value.term.value.slice(0, 120)}` : ''
    const place = { path: [shape.ptr.term.value.replace(namespace, '')] }
    const result = issue('bad-shape', `${focusNode.term.value}: ${said}${found}`, place)
    return severity.value.endsWith('#Violation') ? result : { ...result, severity: 'warning' }
  })
}

async function loadEngine() {
  try {
    return await import('shacl-engine')
  } catch {
    return fail('bad-value', 'shapes are checked by the package shacl-engine, which is not installed', {
      hint: 'npm install shacl-engine',
    })
  }
}
