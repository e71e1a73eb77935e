/** The part of npm `shacl-engine` that is used here: it has no types of its own. */
declare module 'shacl-engine' {
  import type * as Rdf from '@rdfjs/types'

  export interface Result {
    readonly focusNode: { readonly term: Rdf.Term }
    readonly shape: { readonly ptr: { readonly term: Rdf.Term } }
    readonly value?: { readonly term?: Rdf.Term }
    readonly severity: Rdf.Term
    readonly message: readonly Rdf.Literal[]
  }

  export class Validator {
    constructor(shapes: Rdf.DatasetCore, options: { readonly factory: Rdf.DataFactory })
    validate(data: {
      readonly dataset: Rdf.DatasetCore
    }): Promise<{ readonly conforms: boolean; readonly results: readonly Result[] }>
  }
}
