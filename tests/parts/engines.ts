import type * as Rdf from '@rdfjs/types'
import { DataFactory, Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { Validator } from 'shacl-engine'
import type { Ontology } from '../../src/ontology/ontology'
import type { Vocabulary } from '../../src/ontology/typing'
import { toOwl, toShacl } from '../../src/rdf/index'

/** What an engine found. */
export interface Finding {
  readonly shape: string
  readonly focus: string
  readonly message: string
}

/** What both engines say of data. */
export interface Verdict {
  readonly conforms: boolean
  readonly findings: readonly Finding[]
}

export const parse = (turtle: string): Rdf.Quad[] => new Parser().parse(turtle)

/** Two engines of SHACL with the shapes of one ontology. */
export class Engines {
  readonly #ontology: readonly Rdf.Quad[]
  readonly #namespace: string
  readonly #checkers: readonly (readonly [name: string, check: (data: Rdf.DatasetCore) => Promise<Verdict>])[]

  constructor(ontology: Ontology<Vocabulary>) {
    const shapes = parse(toShacl(ontology))
    this.#ontology = parse(toOwl(ontology))
    this.#namespace = `${ontology.definition.iri.replace(/[#/]$/, '')}/shapes#`
    // The first looks for subclasses in the data, the second in the shapes. The first would stop after fifty looks at one
    // node, were it not told otherwise.
    const patient: object = { maxNodeChecks: 0 } // its types do not know the option
    const first = new SHACLValidator(new Store(shapes), patient)
    const second = new Validator(new Store([...shapes, ...this.#ontology]), { factory: DataFactory })
    this.#checkers = [
      [
        'rdf-validate-shacl',
        async (data) => {
          const { conforms, results } = await first.validate(data)
          const findings = results.map((result) =>
            this.#finding(result.sourceShape, result.focusNode, result.message),
          )
          return { conforms, findings }
        },
      ],
      [
        'shacl-engine',
        async (data) => {
          const { conforms, results } = await second.validate({ dataset: data })
          const findings = results.map((result) =>
            this.#finding(result.shape.ptr.term, result.focusNode.term, result.message),
          )
          return { conforms, findings }
        },
      ],
    ]
  }

  /** What each engine says of data, to which the ontology is added; by the name of the engine. */
  async check(data: Iterable<Rdf.Quad>): Promise<Record<string, Verdict>> {
    const dataset = new Store([...data, ...this.#ontology])
    const verdicts: [string, Verdict][] = []
    for (const [name, check] of this.#checkers) verdicts.push([name, await check(dataset)])
    return Object.fromEntries(verdicts)
  }

  #finding(shape: Rdf.Term | null, focus: Rdf.Term | null, message: readonly Rdf.Term[]): Finding {
    return {
      shape: (shape?.value ?? '').replace(this.#namespace, ''),
      focus: focus?.value ?? '',
      message: message.map(({ value }) => value).join(' '),
    }
  }
}
