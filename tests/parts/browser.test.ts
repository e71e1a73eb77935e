import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inkOf, launchBrowser, watched } from './browser'

/** The other tests find nothing wrong only if these helpers would have found it. */
let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'statecraft-browser-'))
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

async function eventsOf(name: string, text: string) {
  const path = join(folder, name)
  writeFileSync(path, text)
  const page = await browser.newPage()
  const events = await watched(page)
  await page.goto(pathToFileURL(path).href)
  await page.waitForTimeout(200)
  await page.close()
  return events
}

test('a page that executes a payload, complains, asks and fetches is found out', async () => {
  const events = await eventsOf(
    'bad.html',
    `<!doctype html><title>bad</title><img src="missing.png" onerror="window.pwned = 'onerror'">
    <script>console.error('said'); console.warn('warned'); alert('asked'); setTimeout(() => { throw new Error('thrown') })</script>`,
  )
  const kinds = new Set(events.map((event) => event.kind))
  expect([...kinds].sort()).toEqual(['console', 'dialog', 'error', 'executed', 'request', 'warning'])
  expect(events).toContainEqual({ kind: 'executed', text: 'onerror' })
})

test('so is a script in a picture that is opened by itself', async () => {
  const events = await eventsOf(
    'bad.svg',
    `<svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned = 'svg'"><script>alert(1)</script></svg>`,
  )
  expect(events.map((event) => event.kind).sort()).toEqual(['dialog', 'executed'])
})

test('a quiet page is quiet, though it draws what stands in it', async () => {
  const events = await eventsOf(
    'good.html',
    `<!doctype html><title>good</title><img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E">`,
  )
  expect(events).toEqual([])
})

test('ink is told from a blank page', async () => {
  const page = await browser.newPage({ viewport: { width: 100, height: 100 } })
  await page.setContent('<body style="margin:0;background:#fff">')
  expect(await inkOf(browser, await page.screenshot())).toEqual({
    width: 100,
    height: 100,
    colours: 1,
    share: 0,
  })
  await page.setContent('<body style="margin:0"><div style="width:50px;height:50px;background:#000">')
  expect(await inkOf(browser, await page.screenshot())).toEqual({
    width: 100,
    height: 100,
    colours: 2,
    share: 0.25,
  })
  await page.close()
})

test('a browser without WebGL has none, the usual one has it', async () => {
  const hasWebGL = async (from: Browser) => {
    const page = await from.newPage()
    return page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null)
  }
  const without = await launchBrowser({ webgl: false })
  try {
    expect([await hasWebGL(browser), await hasWebGL(without)]).toEqual([true, false])
  } finally {
    await without.close()
  }
})
