import { paintIn, type Theme, themeStyle } from './theme'
import { FONTS } from './widths'
import { element, escapeXML } from './xml'

/** The `<svg>` element around a picture: its title, its page, and all that text would else take from a host page. */
export function frame(
  { width, height, title, theme }: { width: number; height: number; title: string; theme: Theme },
  ...content: (string | undefined)[]
): string {
  const paint = paintIn(theme)
  const [w, h] = [Math.ceil(width), Math.ceil(height)]
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: w,
      height: h,
      viewBox: `0 0 ${w} ${h}`,
      role: 'img',
      // The other classes keep what notebooks run over their pages from taking `$` for the start of a formula.
      class: 'statecraft-picture tex2jax_ignore mathjax_ignore',
      'font-family': FONTS,
      'font-weight': 'normal',
      'font-style': 'normal',
      'letter-spacing': 0,
      'word-spacing': 0,
      direction: 'ltr',
    },
    element('title', {}, escapeXML(title)),
    themeStyle(theme),
    element('rect', { width: w, height: h, ...paint({ fill: 'paper' }) }),
    ...content,
  )
}
