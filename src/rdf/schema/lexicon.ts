import { PrefixMap } from '../../model/id'
import type { Ontology } from '../../ontology/ontology'
import type { Vocabulary } from '../../ontology/typing'
import { Lexicon } from '../lexicon'

/** The names of an ontology as IRIs, without any data. */
export function schemaLexicon<D extends Vocabulary>(ontology: Ontology<D>): Lexicon {
  return new Lexicon(ontology as unknown as Ontology, new PrefixMap()) // the schemas know no names of their own
}
