import { NODE_KINDS, type NodeKind } from '../../../drawing/diagram'
import { type Colour, colourIn } from '../../../drawing/theme'
import { clipOf } from './glyphs'

const USED = [
  'paper',
  'ink',
  'quiet',
  'faint',
  'cooperation',
  'conflict',
  'neutral',
  'denied',
  'dispute',
  ...NODE_KINDS,
] as const satisfies readonly Colour[]

/** The colours of the pictures, for style sheets, and the forms of the kinds. */
export function paletteStyle(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  const colours = (theme: 'light' | 'dark') =>
    USED.map((name) => `--${name}:${colourIn(theme, name)}`).join(';')
  sheet.replaceSync(
    [
      `:root{${colours('light')}}`,
      `:root[data-theme=dark]{${colours('dark')}}`,
      `@media (prefers-color-scheme:dark){:root[data-theme=auto]{${colours('dark')}}}`,
      ...NODE_KINDS.map((kind) => `.glyph.${kind}{background:var(--${kind});clip-path:${clipOf(kind)}}`),
    ].join('\n'),
  )
  return sheet
}

const dark = matchMedia('(prefers-color-scheme: dark)')

/** The theme that is shown. */
export function themeShown(): 'light' | 'dark' {
  const { theme } = document.documentElement.dataset
  if (theme === 'light' || theme === 'dark') return theme
  return dark.matches ? 'dark' : 'light'
}

/** Calls back when the reader changes between light and dark. */
export function onThemeChange(changed: () => void): void {
  dark.addEventListener('change', changed)
}

/** The colour of a kind, or of a purpose. */
export function colour(name: Colour | NodeKind): string {
  return colourIn(themeShown(), name)
}
