import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { createGraph, type Graph } from 'statecraft'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type PageEvent, watched } from './browser'

/** Whatever a source puts into a label, a note or a locator is text to whoever looks, in HTML and in Markdown. */
const PAYLOADS = [
  '<script>window.pwned = "script"</script>',
  '"><img src=x onerror="window.pwned = 1">',
  "'><svg onload=window.pwned=2>",
  ']]><script>window.pwned = "cdata"</script>',
  '</script></style></title></svg></table><script>window.pwned = "close"</script>',
  '--><iframe srcdoc="<script>parent.pwned = 3</script>"></iframe>',
  '<style>@import "http://example.invalid/x.css"</style>',
  '[click](javascript:window.pwned=4) <javascript:window.pwned=5>',
  '![x](http://example.invalid/x.png) <http://example.invalid/>',
  '`</code><script>window.pwned = 6</script>',
  'a | b\n\n<script>window.pwned = 7</script>\n\n# c',
  '[x]: javascript:window.pwned=8 "y"',
  '&lt;script&gt; &#60;script&#62;window.pwned=9',
  '\u202egnp.exe\u2066\u202d',
  '# heading',
  '- item',
  '1. one',
  '> quote',
  '    code',
  'paid $5m and then $6m',
]

function hostileGraph(): Graph {
  const kg = createGraph()
  const says = kg.add('NewsAgency', { id: 'agency:says', label: PAYLOADS.join(' ') })
  const states = PAYLOADS.map((label, index) =>
    kg.add('State', { id: `state:${index}`, label, aliases: { en: [label] }, description: label }),
  )
  PAYLOADS.forEach((text, index) => {
    const source = kg.add('Article', { id: `source:${index}`, label: text, publisher: says })
    kg.relate(states[index]!, 'condemns', states[(index + 1) % states.length]!, {
      claims: [{ stance: 'alleges', source, at: text, note: text }],
    })
  })
  return kg
}

const kg = hostileGraph()
const results = [
  kg,
  kg.view({ status: 'alleged' }),
  kg.shortestPath('state:0', 'state:5', { direction: 'out' })!,
  kg.paths('state:0', 'state:3', { direction: 'out' }),
  kg.match((m) => m.where('?who', 'condemns', '?whom')),
  kg.match((m) => m.where('?who', 'condemns', '?whom').groupBy('?who')),
  kg.reachable('state:0', { direction: 'out', maxSteps: 5 }),
]

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'statecraft-hostile-'))
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

/** Opens a page of the folder, goes over all that could react, and tells what happened. */
async function visit<T>(name: string, look: (page: Page) => Promise<T>): Promise<[T, PageEvent[]]> {
  const page = await browser.newPage()
  try {
    const events = await watched(page)
    await page.route(/^https?:/, (route) => route.abort())
    await page.goto(pathToFileURL(join(folder, name)).href)
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('body *')) {
        for (const type of ['mouseover', 'focus', 'click', 'toggle']) element.dispatchEvent(new Event(type))
      }
    })
    await page.waitForTimeout(200)
    return [await look(page), events]
  } finally {
    await page.close()
  }
}

test('HTML of every kind of result executes nothing, fetches nothing, links nowhere, and shows the text', async () => {
  const body = results.map((result) => result.toHTML({ rows: 50 })).join('\n')
  writeFileSync(join(folder, 'all.html'), `<!doctype html><meta charset="utf-8"><title>all</title>${body}`)
  const [seen, events] = await visit('all.html', (page) =>
    page.evaluate(() => ({
      text: document.body.innerText,
      active: document.querySelectorAll('script, iframe, img, a, link, object, embed, form, [id], [href]')
        .length,
      // Notebooks run MathJax over what they show: it would take what stands between two dollars for a formula.
      asFormulas: document.querySelectorAll('body > div:not(.tex2jax_ignore.mathjax_ignore)').length,
      handlers: [...document.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((attribute) => attribute.startsWith('on')),
      ),
    })),
  )
  expect(events).toEqual([])
  expect(seen.active).toBe(0)
  expect(seen.handlers).toEqual([])
  expect(seen.asFormulas).toBe(0)
  for (const text of PAYLOADS.slice(0, 10)) expect(seen.text).toContain(text)
  expect(seen.text).not.toMatch(/[\u202a-\u202e]/)
})

test('an element of a result is as inert, and is the result’s HTML', async () => {
  const page = await browser.newPage()
  const events = await watched(page)
  await page.goto('about:blank')
  for (const result of results) {
    let html = ''
    result.toElement({
      createElement: () => ({
        set innerHTML(text: string) {
          html = text
        },
      }),
    })
    await page.evaluate((text) => {
      const element = document.createElement('div')
      element.innerHTML = text
      document.body.append(element)
    }, html)
  }
  await page.waitForTimeout(200)
  expect(await page.locator('svg').count()).toBeGreaterThanOrEqual(results.length - 1)
  expect(events).toEqual([])
  await page.close()
})

/** Markdown as a notebook's own converter sets it, which lets HTML through. */
async function asNotebook(name: string, texts: readonly string[]) {
  const cells = texts.map((source, index) => ({
    cell_type: 'markdown',
    id: `cell-${index}`,
    metadata: {},
    source,
  }))
  const notebook = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }
  writeFileSync(join(folder, `${name}.ipynb`), JSON.stringify(notebook))
  execFileSync('jupyter', ['nbconvert', '--to', 'html', `${name}.ipynb`], { cwd: folder, stdio: 'pipe' })
  return visit(`${name}.html`, (page) =>
    page.evaluate(() => {
      const cells = [...document.querySelectorAll('.jp-MarkdownCell .jp-RenderedMarkdown')]
      const within = (what: string) => cells.flatMap((cell) => [...cell.querySelectorAll(what)])
      return {
        text: cells.map((cell) => cell.textContent).join('\n'),
        active: within('script, iframe, img, svg, style, code, a:not(.anchor-link), h1, blockquote').length,
      }
    }),
  )
}

test('Markdown of every kind of result is only text where HTML in Markdown would run', async () => {
  // The converter's own template wants scripts from elsewhere: whatever a harmless page wants is not counted.
  const [, usual] = await asNotebook('harmless', ['harmless'])
  const [bad, found] = await asNotebook('bad', [PAYLOADS[0]!])
  expect([bad.active, found.map(({ kind }) => kind)]).toEqual([1, expect.arrayContaining(['executed'])])

  const texts = results.map((result) => result.toMarkdown(undefined, 50))
  const [seen, events] = await asNotebook('all', texts)
  expect(events).toEqual(usual)
  expect(seen.active).toBe(0)
  expect(seen.text).toContain(PAYLOADS[0])
  expect(seen.text).toContain(PAYLOADS[1])
  expect(texts.join()).not.toMatch(/\$/) // nor to a formula, as above
  expect(seen.text).not.toMatch(/[\u202a-\u202e]/)
})
