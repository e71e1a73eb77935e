import { escapeXML } from '../../drawing/xml'
import type { Table, TableRow } from './table'

/**
 * A picture and its rows as a fragment of HTML in which every text is only text; without scripts, ids, links and
 * outer styles, so that it can stand in any page.
 *
 * @param svg the picture; undefined where there is none
 * @param table what stands below
 */
export function htmlOf(title: string, svg: string | undefined, { columns, rows, remarks }: Table): string {
  const head = columns.map((column) => cell('th', column)).join('')
  const body = rows.map(
    (row) => `<tr${worth(row)}>${row.cells.map((text) => cell('td', text)).join('')}</tr>`,
  )
  return [
    // Arrows are read from left to right; names in other directions are isolated.
    // The other classes keep what notebooks run over their pages from taking `$` for the start of a formula.
    '<div class="statecraft tex2jax_ignore mathjax_ignore" dir="ltr">',
    `<p><strong>${escapeXML(title)}</strong></p>`,
    ...(svg === undefined ? [] : [`<div style="overflow-x:auto">${svg}</div>`]),
    ...(rows.length === 0
      ? []
      : ['<table>', `<thead><tr>${head}</tr></thead>`, '<tbody>', ...body, '</tbody>', '</table>']),
    ...remarks.map((remark) => `<p>${escapeXML(remark)}</p>`),
    '</div>',
  ].join('\n')
}

const ALIGNED = 'text-align:start;vertical-align:top;padding:2px 1em 2px 0'

function cell(name: 'th' | 'td', text: string): string {
  return `<${name} style="${ALIGNED}">${escapeXML(text)}</${name}>`
}

/** For those who style the page: rows that are no undisputed facts can be told apart. */
function worth({ level, disputed }: TableRow): string {
  return level === undefined ? '' : ` data-level="${level}"${disputed ? ' data-disputed=""' : ''}`
}
