import type { Level } from '../model/claim'
import type { NodeKind, PictureOptions } from './diagram'
import { type Attributes, element } from './xml'

/**
 * What a colour is for, on a light and on a dark page. The hues are those of Okabe and Ito (*Color Universal Design*,
 * 2008), which colour-blind people tell apart, darker or lighter so far that lines have a contrast of at least 3:1
 * with the page and text one of 4.5:1 (WCAG 2.2, 1.4.3 and 1.4.11).
 */
const COLOURS = {
  paper: ['#ffffff', '#14171c'],
  ink: ['#16191d', '#eef1f5'],
  quiet: ['#565d66', '#a7b0bb'],
  faint: ['#dfe3e8', '#2c323a'],
  cooperation: ['#0072b2', '#56b4e9'],
  conflict: ['#c44e00', '#f0803c'],
  neutral: ['#5a626c', '#a7b0bb'],
  denied: ['#7a828c', '#8b949f'],
  dispute: ['#8a6d00', '#f0e442'],
  jurisdiction: ['#0072b2', '#56b4e9'],
  organization: ['#00805d', '#2cc29a'],
  person: ['#a86800', '#e69f00'],
  actor: ['#5a626c', '#a7b0bb'],
  thing: ['#a9508a', '#dd8fbd'],
  asset: ['#2a86c0', '#8fd0f5'],
  instrument: ['#7d7400', '#e8dc42'],
  event: ['#c44e00', '#f0803c'],
  place: ['#7a5230', '#c79a72'],
  source: ['#16191d', '#eef1f5'],
  'jurisdiction-tint': ['#e3f1fa', '#10293a'],
  'organization-tint': ['#e0f4ee', '#0e2d25'],
  'person-tint': ['#fdf1da', '#33260a'],
  'actor-tint': ['#eef0f2', '#252a31'],
  'thing-tint': ['#faeaf4', '#351d2c'],
  'asset-tint': ['#e6f5fd', '#15303f'],
  'instrument-tint': ['#faf8d8', '#2e2b0c'],
  'event-tint': ['#fdeadd', '#3a1e0d'],
  'place-tint': ['#f5ece3', '#2f231a'],
  'source-tint': ['#f4f5f6', '#20242a'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>

/** What a colour is for. */
export type Colour = keyof typeof COLOURS

/** The theme of a picture, and what each colour is in it. */
export type Theme = NonNullable<PictureOptions['theme']>

/** A colour in a theme that has just one. */
export function colourIn(theme: 'light' | 'dark', colour: Colour): string {
  return COLOURS[colour][theme === 'dark' ? 1 : 0]
}

/** Attributes that paint: under `auto`, those of a light page, and a class by which a dark one changes them. */
export type Paint = (colours: { readonly fill?: Colour | 'none'; readonly stroke?: Colour }) => Attributes

/** How to paint in a theme. */
export function paintIn(theme: Theme): Paint {
  const place = theme === 'dark' ? 1 : 0
  const valueIn = (colour: Colour | 'none') => (colour === 'none' ? 'none' : COLOURS[colour][place])
  return ({ fill, stroke }) => {
    const classes = [
      fill === undefined || fill === 'none' ? undefined : `statecraft-fill-${fill}`,
      stroke === undefined ? undefined : `statecraft-stroke-${stroke}`,
    ].filter((name) => name !== undefined)
    return {
      fill: fill === undefined ? undefined : valueIn(fill),
      stroke: stroke === undefined ? undefined : valueIn(stroke),
      class: theme === 'auto' && classes.length > 0 ? classes.join(' ') : undefined,
    }
  }
}

/** The rules that a dark page applies: the same in all pictures, since in a page they hold for all of it. */
export function themeStyle(theme: Theme): string | undefined {
  if (theme !== 'auto') return undefined
  const rules = Object.entries(COLOURS).map(
    ([colour, [, dark]]) =>
      `.statecraft-fill-${colour}{fill:${dark}}.statecraft-stroke-${colour}{stroke:${dark}}`,
  )
  return element('style', {}, `@media (prefers-color-scheme:dark){${rules.join('')}}`)
}

/** What kinds of entities are called. */
export const KIND_WORDS: Readonly<Record<NodeKind, string>> = {
  jurisdiction: 'state or territory',
  organization: 'organization',
  person: 'person',
  actor: 'actor',
  thing: 'goods or technology',
  asset: 'asset',
  instrument: 'law or treaty',
  event: 'event',
  place: 'place',
  source: 'source',
}

/** What the polarity of a relation is called, by itself also the name of its colour. */
export const SIGNS = { '1': 'cooperation', '-1': 'conflict', '0': 'neutral' } as const satisfies Readonly<
  Record<'1' | '-1' | '0', Colour>
>

/** Dashes of a line, in px, by what its statement has behind it; round dots are dashes of no length. */
export const DASHES: Readonly<Record<Level, string | undefined>> = {
  asserted: undefined,
  alleged: '7 4',
  announced: '0 4.5',
  predicted: '0 4.5',
  denied: '14 6',
}
