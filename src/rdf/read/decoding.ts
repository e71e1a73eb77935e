import type * as Rdf from '@rdfjs/types'
import { type Issue, issue } from '../../model/issue'
import type { Names } from '../codec'
import type { Alignment } from './alignment'
import type { QuadSet } from './quad-set'
import type { Roles } from './roles'

/** How many foreign triples may still be kept; it is counted down, and below zero what was not kept. */
export interface Budget {
  left: number
  /** Nodes that were left out since they were nested too deep. */
  tooDeep: number
}

/** What every decoder works with. */
export interface Decoding extends Names {
  readonly roles: Roles
  readonly alignment: Alignment
  /** The quads at hand. */
  readonly set: QuadSet
  /** How many foreign triples may still be kept. */
  readonly budget: Budget
  /** The types of a node, as far as they are known here. */
  readonly types: (node: Rdf.Term) => readonly string[]
  /** Whether a node has what only statements have. */
  readonly isStatement: (node: Rdf.Term) => boolean
  readonly report: (found: Issue) => void
  /** Tells of a statement or claim of which a half is not there: in parts of a file, the rest may stand elsewhere. */
  readonly torn: (found: Issue) => void
  /** Tells of a predicate or class that means nothing here and ought to, once in a file. */
  readonly unknown: (word: Rdf.Term, node: Rdf.Term) => void
}

/** A record as it stands in the file: its reader checks it. */
export type RawRecord = Record<string, unknown>

const EXCERPT = 500

/** What a node is called in messages. */
export function nodeName(node: Rdf.Term): string {
  return (node.termType === 'BlankNode' ? `_:${node.value}` : node.value).slice(0, 200)
}

/** What is wrong with a node, with what is said of it. */
export function problemAt(code: Issue['code'], message: string, node: Rdf.Term, set: QuadSet): Issue {
  const said = set
    .about(node)
    .map(({ predicate, object }) => `<${predicate.value}> ${object.value.slice(0, EXCERPT)}`)
  return issue(code, `${nodeName(node)}: ${message}`, { record: said.join(' ; ').slice(0, EXCERPT) })
}
