import { type Entry, ROW, SWATCH } from '../drawing/legend'
import type { Paint } from '../drawing/theme'
import { LEVELS } from '../model/claim'
import type { Axis } from './timeline-axis'
import { drawTimes, type Times } from './timeline-bars'

/** What bars and points mean, and how what is not simply asserted is drawn: only what is used. */
export function timelineEntries(rows: readonly Times[], paint: Paint): Entry[] {
  const holds = { isEvent: false, level: 'asserted', possible: { from: 0, until: SWATCH - 1 } } as const
  const happens = { ...holds, isEvent: true } as const
  const day = { from: SWATCH / 2, until: SWATCH / 2 }
  const entries: Entry[] = []
  const add = (isUsed: (times: Times) => boolean, words: string, times: Times) => {
    if (rows.some(isUsed)) entries.push({ words, drawn: drawTimes(times, ROW / 2, SAMPLE, paint) })
  }
  add(({ isEvent, certain }) => !isEvent && certain !== undefined, 'holds for certain', {
    ...holds,
    certain: holds.possible,
  })
  add(({ isEvent }) => !isEvent, 'may hold', holds)
  add((times) => isPoint(times) && times.certain !== undefined, 'on that day', {
    ...happens,
    possible: day,
    certain: day,
  })
  add((times) => isPoint(times) && times.certain === undefined, 'perhaps on that day', {
    ...happens,
    possible: day,
  })
  add((times) => times.isEvent && !isPoint(times), 'at some time within', happens)
  add(({ possible: { from, until } }) => from === -Infinity || until === Infinity, 'bound not known', {
    ...holds,
    possible: { from: 0, until: Infinity },
  })
  for (const level of LEVELS.slice(1)) add((times) => times.level === level, level, { ...holds, level })
  return entries
}

function isPoint({ isEvent, possible: { from, until } }: Times): boolean {
  return isEvent && from === until
}

/** An axis with a day a px, and room for an arrow at its end. */
const SAMPLE: Axis = { at: (day) => (day === Infinity ? SWATCH - 9 : day), ticks: [] }
