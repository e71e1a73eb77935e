import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { type Core, createGraph, type Graph } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PageOptions, toPage } from '../../src/render/page'
import { inkOf, launchBrowser, type PageEvent, watched } from './browser'

/** The page in a real browser, from a file. */

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'statecraft-page-'))
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

const example = (): Graph<Core> => {
  const kg = createGraph()
  kg.load(readJsonl(readFileSync('examples/tehran-pyongyang/graph.jsonl', 'utf8')))
  return kg
}
const kg = example()
let files = 0

interface Opened {
  readonly page: Page
  readonly events: PageEvent[]
}

async function opened(
  shown: Parameters<typeof toPage>[0],
  { hash = '', from = browser, options = {} }: { hash?: string; from?: Browser; options?: PageOptions } = {},
): Promise<Opened> {
  const path = join(folder, `${++files}.html`)
  writeFileSync(path, toPage(shown, options))
  const page = await from.newPage({ viewport: { width: 1280, height: 800 } })
  const events = await watched(page)
  await page.goto(pathToFileURL(path).href + hash)
  await page.waitForSelector('html[data-picture]')
  return { page, events }
}

const about = (page: Page) => page.locator('#about').innerText()
const counts = (page: Page) => page.locator('#status b').innerText()

/** The ids of the statements in the list, by way of the details of each: as a reader would find them. */
async function listed(page: Page): Promise<string[]> {
  await page.locator('#tab-statements').click()
  const rows = page.locator('#rows .row:not([hidden]) button')
  await expect.poll(async () => `${await rows.count()}`).toBe((await counts(page)).split(' ')[0])
  const ids: string[] = []
  for (const row of await rows.all()) {
    await row.click()
    ids.push(await page.locator('#details .id code').innerText())
  }
  return ids.sort()
}

const idsOf = (view: { statements(): Iterable<{ id: string }> }) =>
  [...view.statements()].map(({ id }) => id).sort()
const visit = [...kg.statements({ relation: 'visits', subject: 'state:KP' })][0]!

describe('the page of the worked example', () => {
  test('loads from a file, asks for nothing else, complains of nothing, and draws the graph', async () => {
    const { page, events } = await opened(kg)
    expect(await page.evaluate(() => location.protocol)).toBe('file:')
    expect(await page.getAttribute('html', 'data-picture')).toBe('shown')
    expect(await counts(page)).toMatch(/^78 statements: \d+ asserted, .*; 70 entities$/)
    await page.waitForTimeout(1500)
    const ink = await inkOf(browser, await page.locator('#canvas').screenshot())
    expect(ink.colours).toBeGreaterThan(50)
    expect(ink.share).toBeGreaterThan(0.01)
    // Rearranging is done by a worker, which the page carries with it.
    const before = await page.locator('#canvas').screenshot()
    await page.locator('#rearrange').click()
    await page.waitForTimeout(800)
    await page.locator('#rearrange').click()
    expect((await page.locator('#canvas').screenshot()).equals(before)).toBe(false)
    expect(events).toEqual([])
    await page.close()
  })

  test('a name in Arabic finds North Korea, of which more is said than of South Korea', async () => {
    const { page, events } = await opened(kg)
    await page.locator('#search').fill('كوريا')
    expect(await about(page)).toContain('North Korea')
    await page.keyboard.press('ArrowDown')
    expect(await about(page)).toContain('South Korea')
    await page.keyboard.press('ArrowUp')
    expect(await about(page)).toContain('North Korea')
    expect(await page.evaluate(() => location.hash)).toBe('#select=state:KP')
    await page.locator('#search').fill('Q794')
    expect(await about(page)).toContain('Iran')
    await page.locator('#search').fill('nothing of that name')
    expect(await page.locator('#found').innerText()).toBe('Nothing is called so.')
    expect(events).toEqual([])
    await page.close()
  })

  test('before April 2024 there is no visit; in it there is', async () => {
    const { page } = await opened(kg)
    const isListed = async () => (await listed(page)).includes(visit.id)
    expect(await isListed()).toBe(true)
    await page.locator('#date').fill('2024-03-31')
    await page.locator('#date').press('Enter')
    expect(await isListed()).toBe(false)
    expect(await listed(page)).toEqual(idsOf(kg.view({ asOf: '2024-03-31' })))
    // The slider goes by days.
    await page.locator('#day').focus()
    for (let i = 0; i < 24; i++) await page.keyboard.press('ArrowRight')
    expect(await page.locator('#date').inputValue()).toBe('2024-04-24')
    expect(await listed(page)).toEqual(idsOf(kg.view({ asOf: '2024-04-24' })))
    await page.locator('#certain').check()
    expect(await counts(page)).toContain(
      `${idsOf(kg.view({ asOf: '2024-04-24', certain: true })).length} of 78`,
    )
    await page.locator('#any-time').click()
    await page.locator('#certain').uncheck()
    expect(await counts(page)).toContain('78 statements')
    await page.locator('#date').fill('2024-02-30')
    await page.locator('#date').press('Enter')
    expect(await page.locator('#date').getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('#date-note').innerText()).toBe(
      'A day is written YYYY-MM-DD. Still shown: any time.',
    )
    await page.close()
  })

  test('from KCNA’s viewpoint it shows what the library says', async () => {
    const { page } = await opened(kg)
    await page
      .locator('#viewpoint')
      .selectOption({ label: await optionOf(page, 'Korean Central News Agency') })
    const view = kg.view({ viewpoint: 'agency:kcna' })
    expect(await listed(page)).toEqual(idsOf(view))
    const own = [...view.statements()].find(({ status }) => status.why === 'own')!
    await page.goto(`${page.url().split('#')[0]}#select=${own.id}&viewpoint=agency:kcna`)
    expect(await page.locator('.why').innerText()).toContain('own claims')
    expect(await page.locator('mark').count()).toBeGreaterThan(0)
    await page.close()
  })

  test('level, dispute and relation filters show what the library says, and combine', async () => {
    const { page } = await opened(kg)
    await page.locator('#level-asserted').uncheck()
    expect(await listed(page)).toEqual(idsOf(kg.view({ status: ['alleged', 'announced', 'predicted'] })))
    await page.locator('#disputed').selectOption('only')
    expect(await listed(page)).toEqual(
      idsOf(kg.view({ status: ['alleged', 'announced', 'predicted'], disputed: 'only' })),
    )
    await page.locator('#reset').click()
    await page.getByRole('button', { name: 'None', exact: true }).click()
    expect(await counts(page)).toContain('0 of 78')
    await page.locator('[data-relation=supplies]').check()
    await page.locator('[data-relation=visits]').check()
    expect(await listed(page)).toEqual(idsOf(kg.view({ relations: ['supplies', 'visits'] })))
    await page.close()
  })

  test('a link restores what was looked at, and the way back leads back', async () => {
    const hash =
      '#select=state:IR&viewpoint=state:KP&asof=2024-04-23&levels=asserted&disputed=exclude&relations=supplies,visits'
    const { page } = await opened(kg, { hash })
    expect(await about(page)).toContain('Iran')
    const view = kg.view({
      viewpoint: 'state:KP',
      asOf: '2024-04-23',
      status: 'asserted',
      disputed: 'exclude',
      relations: ['supplies', 'visits'],
    })
    expect(await counts(page)).toContain(`${idsOf(view).length} of 78`)
    await page.locator('#reset').click()
    expect(await counts(page)).toContain('78 statements')
    await page.goBack()
    await expect.poll(() => page.locator('#date').inputValue()).toBe('2024-04-23')
    expect(await page.evaluate(() => location.hash)).toBe(hash)
    await page.close()
  })

  test('a stale or hostile link is left out, and says so', async () => {
    const hash =
      '#select=state:XX&asof=yesterday&levels=certain&viewpoint=__proto__&relations=%3Cimg%20src=x%20onerror=pwned=1%3E&constructor=1&%E0%A4%A&__proto__=2'
    const { page, events } = await opened(kg, { hash })
    expect(await counts(page)).toContain('78 statements')
    const notice = await page.locator('#notice').innerText()
    for (const part of ['select', 'asof', 'levels', 'viewpoint', 'relations']) expect(notice).toContain(part)
    expect(events).toEqual([])
    await page.close()
  })

  test('all of it can be reached by keys alone', async () => {
    const { page } = await opened(kg)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('skip')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
    await page.keyboard.type('Iran')
    expect(await about(page)).toContain('Iran')
    // On to the list: one stop for the tabs, one for all of its rows.
    await page.locator('#tab-entities').focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('#tab-statements').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Tab')
    const row = () => page.evaluate(() => document.activeElement?.closest('.row')?.getAttribute('data-row'))
    expect(await row()).toBe('0')
    await page.keyboard.press('ArrowDown')
    expect(await row()).toBe('1')
    await page.keyboard.press('End')
    expect(await row()).toBe('77')
    await page.keyboard.press('Home')
    expect(await row()).toBe('0')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('details')
    expect(await page.locator('.claims li').count()).toBeGreaterThan(0)
    await page.keyboard.press('Tab')
    const entity = await page.evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press('Enter')
    expect(await about(page)).toBe(entity?.trim())
    await page.keyboard.press('Escape')
    // The list is now that of the entities, at the one that was chosen.
    expect(await page.locator('#tab-entities').getAttribute('aria-selected')).toBe('true')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe('true')
    // What is typed in the list goes into the search.
    await page.keyboard.type('Rus')
    expect(await about(page)).toContain('Russia')
    await page.close()
  })

  test('the way to the list leads there, and changes nothing that is asked', async () => {
    const hash = '#select=state:KP&asof=2024-04-23'
    const { page } = await opened(kg, { hash })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => location.hash)).toBe(hash)
    expect(await page.evaluate(() => document.activeElement?.closest('#list')?.id)).toBe('list')
    expect(await page.locator('#date').inputValue()).toBe('2024-04-23')
    expect(await page.locator('#notice').isVisible()).toBe(false)
    await page.close()
  })

  test('what is selected is marked in its list, said, and moves nothing', async () => {
    const { page } = await opened(kg)
    const top = async () => (await page.locator('#columns').boundingBox())!.y
    const before = await top()
    await page.goto(`${page.url().split('#')[0]}#select=${visit.id}`)
    expect(await page.locator('#tab-statements').getAttribute('aria-selected')).toBe('true')
    expect(await page.locator('#rows [aria-current]').textContent()).toContain('North Korea')
    await expect.poll(() => page.locator('#rows [aria-current]').innerText()).toContain('visits') // it is in view
    expect(await page.locator('#announced').textContent()).toContain('visits')
    expect(await top()).toBe(before)
    await page.goto(`${page.url().split('#')[0]}#select=state:KP`)
    expect(await page.locator('#rows [aria-current]').textContent()).toContain('North Korea')
    expect(await page.locator('#tab-entities').getAttribute('aria-selected')).toBe('true')
    await page.close()
  })

  test('what was cut is told where everybody sees it', async () => {
    const { page } = await opened(kg.paths('state:IR', 'state:KP', { limit: 3 }))
    expect(await page.locator('#remarks').innerText()).toContain('… cut short by limit: there may be more')
    expect(await page.locator('#remarks').isVisible()).toBe(true)
    await page.close()
  })

  test('a statement of somebody about themselves is told apart from those about others', async () => {
    const { page } = await opened(kg, { hash: '#select=state:KP&with=state:KP' })
    expect(await about(page)).toBe('North Korea, with itself')
    expect(await page.locator('#details').innerText()).toContain('0 statements of it with itself')
    await page.close()
  })

  test('so much that drawing it would stop the browser is drawn only when asked for', async () => {
    const html = toPage(kg)
    const [, json] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)!
    const data = JSON.parse(json!)
    const one = data.statements[0]
    // As many of one statement, which the page takes for others: to build such a graph would take longer.
    data.statements = Array.from({ length: 50_001 }, (_, i) => [`s${i}`, ...one.slice(1)])
    data.listed = data.statements.length
    data.viewpoints = []
    const path = join(folder, 'many.html')
    writeFileSync(
      path,
      html.replace(json!, () => JSON.stringify(data).replaceAll('<', '\\u003c')),
    )
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(pathToFileURL(path).href)
    expect(await page.locator('#unseen').innerText()).toContain(
      '50,001 statements are too many to draw at once',
    )
    expect(await page.locator('canvas').count()).toBe(0)
    await page.locator('#draw').click()
    await page.waitForSelector('html[data-picture=shown]')
    expect(await page.locator('#unseen').isVisible()).toBe(false)
    await page.close()
  })

  test('a click in the graph selects what is there', async () => {
    const { page } = await opened(kg, { hash: '#select=state:KP' })
    await page.waitForTimeout(2500)
    await page.evaluate(() => {
      location.hash = ''
    })
    await expect.poll(() => about(page)).toBe('Details')
    const box = (await page.locator('#canvas').boundingBox())!
    const found = new Set<string>()
    for (let x = 20; x < box.width; x += 24) {
      for (let y = 20; y < box.height - 60; y += 24) {
        await page.mouse.move(box.x + x, box.y + y)
        if ((await page.locator('#canvas').evaluate((canvas) => canvas.style.cursor)) !== 'pointer') continue
        await page.mouse.click(box.x + x, box.y + y)
        found.add((await page.evaluate(() => location.hash)).replace(/^#select=(\w+).*$/, '$1'))
      }
      if (found.has('stmt') && found.has('state')) break
    }
    expect([...found]).toEqual(expect.arrayContaining(['stmt', 'state']))
    await page.close()
  })

  test('the graph is rearranged also where no worker is allowed', async () => {
    const path = join(folder, 'refused.html')
    writeFileSync(path, toPage(kg))
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const events = await watched(page)
    await page.addInitScript(() => {
      globalThis.Worker = class {
        constructor() {
          throw new Error('refused')
        }
      } as unknown as typeof Worker // stands for a browser that refuses it
    })
    await page.goto(pathToFileURL(path).href)
    await page.waitForSelector('html[data-picture=shown]')
    await page.waitForTimeout(2000)
    const before = await page.locator('#canvas').screenshot()
    await page.locator('#rearrange').click()
    expect(await page.locator('#rearrange').getAttribute('aria-pressed')).toBe('true')
    await page.waitForTimeout(800)
    await page.locator('#rearrange').click()
    expect(await page.locator('#rearrange').getAttribute('aria-pressed')).toBe('false')
    expect((await page.locator('#canvas').screenshot()).equals(before)).toBe(false)
    expect(events).toEqual([])
    await page.close()
  })

  test('without WebGL the list and the details are there, and it says what is missing', async () => {
    const without = await launchBrowser({ webgl: false })
    const { page, events } = await opened(kg, { from: without })
    expect(await page.getAttribute('html', 'data-picture')).toBe('none')
    expect(await page.locator('#unseen').innerText()).toContain('WebGL')
    await page.locator('#search').fill('平壤')
    expect(await page.locator('#found').innerText()).toBe('Nothing is called so.')
    await page.locator('#search').fill('Pyongyang')
    expect(await about(page)).toContain('North Korea')
    expect(await listed(page)).toEqual(idsOf(kg))
    expect(events).toEqual([])
    await without.close()
  })
})

async function optionOf(page: Page, label: string): Promise<string> {
  const options = await page.locator('#viewpoint option').allInnerTexts()
  return options.find((option) => option.startsWith(label))!
}

describe('hostile texts', () => {
  const HOSTILE = [
    `<script>window.pwned = 'script'</script>`,
    `"><img src=x onerror="window.pwned = 'image'">`,
    `]]></script><script>window.pwned = 'cdata'</script>`,
    `</title></style></script><svg onload="window.pwned = 'svg'">`,
    `javascript:window.pwned='link'`,
    `<!--<script>`,
    `\u202Eevil\u2066\u2069 ${'W'.repeat(2000)}`,
    '👩‍👩‍👧‍👦 ‮ \u2028 \u2029',
  ]

  test('are shown as they are, and do nothing', async () => {
    const hostile = createGraph()
    const label = (i: number) => ({
      en: HOSTILE[i % HOSTILE.length]!,
      ar: HOSTILE[(i + 1) % HOSTILE.length]!,
    })
    hostile.load([
      ...HOSTILE.map((text, i) => ({
        type: 'State',
        id: `state:S${i}`,
        label: label(i),
        description: { en: text },
        aliases: { en: [text] },
        extra: { __proto__: text, [text]: text },
      })),
      {
        type: 'Article',
        id: 'source:s',
        label: label(0),
        published: '2024',
        url: `https://example.org/'onmouseover='window.pwned=1`,
        publisher: 'state:S0',
      },
      ...HOSTILE.map((text, i) => ({
        relation: 'supplies',
        subject: `state:S${i}`,
        object: `state:S${(i + 1) % HOSTILE.length}`,
        occurrence: `${i}`,
        claims: [
          {
            stance: 'asserts',
            by: `state:S${i}`,
            source: 'source:s',
            at: text,
            note: { en: text },
            extra: { [text]: text },
          },
        ],
      })),
    ] as never)
    const { page, events } = await opened(hostile, { options: { title: HOSTILE[3]! } })
    expect(await page.title()).toContain('</title>')
    for (let i = 0; i < HOSTILE.length; i++) {
      await page.locator('#search').fill(`state:S${i}`)
      expect(await page.locator('#details code').first().innerText()).toBe(`state:S${i}`)
    }
    await page.locator('#search').fill('source:s')
    expect(await page.locator('#details a').getAttribute('aria-label')).toMatch(/^open .+, example\.org$/)
    await listed(page)
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    for (const href of links) expect(href).toMatch(/^(https:\/\/example\.org\/|#list$)/)
    await page.waitForTimeout(300)
    expect(events).toEqual([])
    await page.close()
  })
})
