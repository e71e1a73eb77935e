import { ID_BASE } from '../model/id'

const DERIVED = ['stmt', 'claim', 'name'].map((prefix) => `${ID_BASE}${prefix}/`)

/** Whether an IRI is of a statement, a claim, or a node that something needs: made of what it says, of no entity. */
export function isDerived(iri: string): boolean {
  return iri.startsWith(ID_BASE) && DERIVED.some((namespace) => iri.startsWith(namespace))
}
