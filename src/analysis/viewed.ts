import type { Vocabulary } from '../ontology/typing'
import type { ViewOptions } from '../query/options'
import type { Lens } from '../store/lens'

/** What a view is to an analysis: its lens, and a method that tells the compiler its vocabulary. */
export interface Viewed<D extends Vocabulary = Vocabulary> {
  readonly lens: Lens
  view(options: ViewOptions<D>): unknown
}
