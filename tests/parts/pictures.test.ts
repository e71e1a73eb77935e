import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Diagram, NODE_KINDS } from '../../src/drawing/diagram'
import { drawSVG } from '../../src/drawing/svg'
import { LEVELS } from '../../src/model/claim'
import { drawTimeline, type TimelineRow } from '../../src/render/timeline-svg'
import { diagram, edge, HOSTILE, node } from '../drawing/diagrams'
import { inkOf, launchBrowser, watched } from './browser'

/** Pictures as a browser draws them, with real fonts. */

let browser: Browser
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'statecraft-pictures-'))
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

/** Names of entities and what is said of them, as people write them. */
const LANGUAGES: Readonly<Record<string, readonly [names: readonly string[], says: string]>> = {
  English: [
    ['Iran', 'Democratic People’s Republic of Korea', 'WWWWWWWWWWWWWWWWWWWWWWWWWW'],
    'condemns · nuclear technology',
  ],
  Arabic: [
    ['إيران', 'جمهورية كوريا الديمقراطية الشعبية (DPRK)', 'وزارة العلاقات الاقتصادية الخارجية'],
    'يزوّد · تكنولوجيا نووية',
  ],
  Korean: [['이란', '조선민주주의인민공화국', '대외경제성 (Ministry)'], '공급하다 · 핵 기술'],
  Chinese: [['伊朗', '朝鲜民主主义人民共和国', '中華人民共和國外交部發言人辦公室'], '譴責 · 核技術'],
  Russian: [
    ['Иран', 'Корейская Народно-Демократическая Республика', 'МИНИСТЕРСТВО ВНЕШНЕЭКОНОМИЧЕСКИХ СВЯЗЕЙ'],
    'поставляет · ядерные технологии',
  ],
  Hebrew: [['איראן', 'הרפובליקה העממית הדמוקרטית של קוריאה'], 'מגנה · טכנולוגיה גרעינית'],
  Thai: [['อิหร่าน', 'สาธารณรัฐประชาธิปไตยประชาชนเกาหลี'], 'คว่ำบาตร'],
  Hindi: [['ईरान', 'कोरिया लोकतांत्रिक जनवादी गणराज्य'], 'निंदा करता है'],
  Japanese: [['イラン', '朝鮮民主主義人民共和国', 'ミサイル・ロケット'], '制裁を科す'],
  emoji: [['🇰🇵', '👩‍👩‍👧‍👦 🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀'], '🤝'],
}

/** Every kind of entities with names of a language, in pairs that somebody says something of. */
function spoken(language: string): Diagram {
  const [names, says] = LANGUAGES[language]!
  const nodes = NODE_KINDS.flatMap((kind) =>
    names.map((label, i) => node(`${kind}${i}`, { label, kind, isEnd: i % 2 === 0, isUnnamed: i === 2 })),
  )
  const edges = nodes.slice(1).map(({ id }, i) =>
    edge(nodes[i]!.id, id, {
      id: String(i),
      label: says,
      level: LEVELS[i % LEVELS.length]!,
      disputed: i % 3 === 0,
      isInferred: i % 4 === 0,
      sign: ([-1, 0, 1] as const)[i % 3]!,
    }),
  )
  return diagram(nodes, [...edges, edge(nodes[0]!.id, nodes[0]!.id, { id: 'loop', label: says })])
}

/** By how many px each text sticks out of its box, and by how many what is written on lines overlaps boxes or the edge. */
function measured() {
  return page.evaluate(() => {
    const sidesOf = (element: Element) => element.getBoundingClientRect()
    const picture = sidesOf(document.querySelector('svg')!)
    const nodes = [...document.querySelectorAll('.statecraft-node')]
    const out: string[] = []
    const sticksOut = (text: Element, { left, right, top, bottom }: DOMRect) => {
      const box = sidesOf(text)
      const most = Math.max(left - box.left, box.right - right, top - box.top, box.bottom - bottom)
      if (most > 0.5) out.push(`${text.textContent} by ${most}`)
    }
    const forms = nodes.map((group) => {
      const form = sidesOf(group.querySelector('rect,polygon')!)
      for (const text of group.querySelectorAll('text')) sticksOut(text, form)
      return form
    })
    const said = [...document.querySelectorAll('.statecraft-edge text')]
    for (const text of said) {
      sticksOut(text, picture)
      const box = sidesOf(text)
      for (const form of forms) {
        const across = Math.min(box.right, form.right) - Math.max(box.left, form.left)
        const down = Math.min(box.bottom, form.bottom) - Math.max(box.top, form.top)
        if (across > 0.5 && down > 0.5) out.push(`${text.textContent} over an entity by ${across}, ${down}`)
      }
    }
    for (const text of document.querySelectorAll('.statecraft-legend text')) sticksOut(text, picture)
    return { out, texts: nodes.length + said.length }
  })
}

describe.each(Object.keys(LANGUAGES))('in %s', (language) => {
  test.each(['right', 'down'] as const)('every label is within its box, flowing %s', async (flow) => {
    const what = spoken(language)
    await page.setContent(`<!doctype html><body>${drawSVG(what, { flow })}`)
    const { out, texts } = await measured()
    expect(texts).toBeGreaterThan(what.nodes.length)
    expect(out).toEqual([])
  })
})

test('the measure finds a label that is not within its box', async () => {
  const svg = drawSVG(diagram([node('a', { label: 'short' })], [])).replace('short', 'much longer than that')
  await page.setContent(`<!doctype html><body>${svg}`)
  expect((await measured()).out).toHaveLength(1)
})

test('what is read from the right begins at the right, also with Latin in it', async () => {
  const starts = async (label: string) => {
    await page.setContent(`<!doctype html><body dir="ltr">${drawSVG(diagram([node('a', { label })], []))}`)
    return page.evaluate(() => {
      const text = document.querySelector<SVGTextElement>('.statecraft-node text')!
      const at = (index: number) => text.getExtentOfChar(index).x
      const latin = text.textContent!.indexOf('D')
      return { first: at(0), last: at(text.getNumberOfChars() - 1), latin: [at(latin), at(latin + 1)] }
    })
  }
  const arabic = await starts('كوريا DPRK')
  expect(arabic.first).toBeGreaterThan(arabic.latin[1]!)
  expect(arabic.latin[0]).toBeLessThan(arabic.latin[1]!)
  const english = await starts('Iran DPRK')
  expect(english.first).toBeLessThan(english.last)
})

test('a sentence in a timeline is read from the left, though its names are not, and though it is broken', async () => {
  const label = `\u2068إيران\u2069 ─cooperates with, in \u2068التكنولوجيا النووية العسكرية\u2069─ \u2068كوريا\u2069`
  const rows = [{ ...plainRow, label }]
  await page.setContent(`<!doctype html><body dir="rtl">${drawTimeline(rows)}`)
  const lines = await page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('.statecraft-row text')].map((text) => {
      const words = [...text.textContent!.matchAll(/\p{L}+/gu)]
      return words
        .sort((a, b) => text.getExtentOfChar(a.index).x - text.getExtentOfChar(b.index).x)
        .map(String)
    }),
  )
  const read = lines.flat()
  expect(lines.length).toBeGreaterThan(1)
  expect(read.indexOf('إيران')).toBeLessThan(read.indexOf('cooperates'))
  const [technology, korea] = ['العسكرية', 'كوريا'].map((word) => read.indexOf(word))
  expect(technology).toBeLessThan(korea!)
})

const plainRow: TimelineRow = {
  id: 's',
  label: '',
  level: 'asserted',
  disputed: false,
  isEvent: false,
  possible: { from: '2024-01-01', until: '2024-12-31' },
  notes: [],
}

const attack: Diagram = {
  title: HOSTILE.join(' '),
  nodes: HOSTILE.map((text, i) => node(`${i}${text}`, { label: text, notes: [text] })),
  edges: HOSTILE.slice(1).map((text, i) =>
    edge(`${i}${HOSTILE[i]}`, `${i + 1}${text}`, { id: text, label: text, notes: [text] }),
  ),
}
const rows = HOSTILE.map(
  (text): TimelineRow => ({
    id: text,
    label: text,
    level: 'alleged',
    disputed: true,
    isEvent: false,
    possible: { from: '2024-01-01' },
    notes: [text],
  }),
)

describe.each([
  ['picture', drawSVG(attack), '.statecraft-node', attack.nodes.length],
  ['timeline', drawTimeline(rows, { title: HOSTILE.join(' ') }), '.statecraft-row', rows.length],
] as const)('hostile labels in a %s', (name, svg, drawn, count) => {
  test.each(['svg', 'html'] as const)('do nothing in a file of type %s', async (type) => {
    const path = join(folder, `${name}.${type}`)
    writeFileSync(path, type === 'svg' ? svg : `<!doctype html><meta charset="utf-8"><title>x</title>${svg}`)
    const tab = await browser.newPage()
    const events = await watched(tab)
    await tab.goto(pathToFileURL(path).href)
    for (const group of (await tab.locator(drawn).all()).slice(0, 6)) await group.click({ force: true })
    await tab.waitForTimeout(200)
    // Had it been cut short by a payload, there would be fewer.
    expect(await tab.locator(drawn).count()).toBe(count)
    expect(await tab.locator('script, img, a, foreignObject').count()).toBe(0)
    expect(events).toEqual([])
    expect((await inkOf(browser, await tab.screenshot())).colours).toBeGreaterThan(5)
    await tab.close()
  })
})

test('a picture follows the reader’s colours, one of a chosen theme does not', async () => {
  const what = diagram(['a'], [])
  const svgs = (['auto', 'light', 'dark'] as const).map((theme) => drawSVG(what, { theme }))
  await page.setContent(`<!doctype html><body>${svgs.join('')}`)
  const papers = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('svg')].map(
        (svg) => getComputedStyle(svg.querySelector(':scope > rect')!).fill,
      ),
    )
  const [white, black] = ['rgb(255, 255, 255)', 'rgb(20, 23, 28)']
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await papers()).toEqual([white, white, black])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await papers()).toEqual([black, white, black])
  await page.emulateMedia({ colorScheme: 'light' })
})

test('in a timeline no label reaches the bars or leaves the page, in any script', async () => {
  const labels = Object.values(LANGUAGES).flatMap(([names, says]) =>
    names.map((name) => `${name} ${says} ${name}`),
  )
  const spokenRows = labels.map(
    (label, i): TimelineRow => ({
      id: String(i),
      label,
      level: LEVELS[i % LEVELS.length]!,
      disputed: i % 2 === 0,
      isEvent: false,
      possible: i % 5 === 0 ? {} : { from: '2024-01-01', until: '2024-12-31' },
      notes: [],
    }),
  )
  await page.setContent(`<!doctype html><body>${drawTimeline(spokenRows)}`)
  const found = await page.evaluate(() => {
    const picture = document.querySelector('svg')!.getBoundingClientRect()
    return [...document.querySelectorAll('.statecraft-row')].flatMap((row) => {
      const bars = row.querySelector('g')?.getBoundingClientRect().left ?? Number.POSITIVE_INFINITY
      return [...row.querySelectorAll('text')]
        .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ box }) => box.left < picture.left || box.right > Math.min(bars, picture.right))
        .map(({ text }) => text)
    })
  })
  expect(found).toEqual([])
})
