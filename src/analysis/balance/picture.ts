import { drawChart } from '../../drawing/chart'
import type { PictureOptions } from '../../drawing/diagram'
import type { GraphBalance } from './records'

/** Balance over years, as lines: the shares of triads, and the frustration, a band where it is known between bounds. */
export function chartOf(
  title: string,
  graphs: readonly GraphBalance[],
  caveat: string,
  options: PictureOptions,
): string {
  const first = graphs[0]?.year ?? 0
  return drawChart(
    {
      title,
      first,
      range: [0, 1],
      series: [
        {
          label: 'strongly balanced share of triads (Cartwright–Harary)',
          colour: 'cooperation',
          values: graphs.map(({ strong }) => strong),
        },
        {
          label: 'weakly balanced share (Davis)',
          colour: 'organization',
          dashes: '6 4',
          values: graphs.map(({ weak }) => weak),
        },
        {
          label: 'frustration, normalised: 0 is balanced',
          colour: 'conflict',
          dashes: '1.5 3.5',
          values: graphs.map(({ frustration }) => frustration.normalised),
        },
      ],
      remarks: [caveat],
    },
    options,
  )
}
