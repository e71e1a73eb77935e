import type { Excerpt } from '../../query/show/excerpt'
import { line } from './values'

/**
 * What a page does not show, or cannot be asked, in words: what was cut before comes first.
 *
 * @param isWhole whether it shows a whole view, into which other levels and viewpoints bring more
 * @param speakers how many actors may have a viewpoint
 * @param viewpoints how many of them can be chosen
 */
export function remarksOf(
  { remarks = [], isView, edges, numbers }: Excerpt,
  isWhole: boolean,
  speakers: number,
  viewpoints: number,
): string[] {
  const isInferred = numbers.some((number) => edges.edge(number).statement === 0)
  return [
    ...remarks.map(line),
    speakers > viewpoints &&
      `Of ${speakers} actors who may have a viewpoint, the ${viewpoints} whose side speaks of the most can be chosen.`,
    isInferred &&
      'What follows from statements was inferred once: under another date, level or viewpoint more may follow.',
    !isWhole &&
      numbers.length > 0 &&
      (isView
        ? 'The filters choose among the statements of this graph: more of the view that it was taken from does not come in.'
        : 'The filters choose among what this answer holds; the question is not asked again.'),
  ].filter((remark) => remark !== false)
}
