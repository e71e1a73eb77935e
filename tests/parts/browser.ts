import { type Browser, chromium, type Page } from 'playwright-core'

/** Starts Chromium without a window: `STATECRAFT_CHROMIUM`, or Debian's. The caller closes it. */
export function launchBrowser(options: { readonly webgl?: boolean } = {}): Promise<Browser> {
  const graphics =
    options.webgl === false
      ? ['--disable-gpu', '--disable-3d-apis']
      : ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']
  return chromium.launch({
    executablePath: process.env.STATECRAFT_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', ...graphics],
  })
}

/** What a page did besides standing there. */
export interface PageEvent {
  /** `executed`: a payload set `window.pwned`, as the tests' payloads do. `console` is at the level of errors. */
  readonly kind: 'console' | 'warning' | 'error' | 'dialog' | 'request' | 'popup' | 'executed'
  readonly text: string
}

/**
 * Writes down what a page does that a page of ours must not do. To be called before the page is opened; the list grows
 * as things happen. A request for the document itself is none, nor is what stands in the page already (`data:`, `blob:`).
 */
export async function watched(page: Page): Promise<PageEvent[]> {
  const events: PageEvent[] = []
  const note = (kind: PageEvent['kind'], text: string) => events.push({ kind, text })
  page.on('console', (message) => {
    if (message.type() === 'error') note('console', message.text())
    if (message.type() === 'warning') note('warning', message.text())
  })
  page.on('pageerror', (error) => note('error', String(error)))
  page.on('dialog', async (dialog) => {
    note('dialog', dialog.message())
    await dialog.dismiss()
  })
  page.on('popup', (popup) => note('popup', popup.url()))
  let opened = false
  page.on('request', (request) => {
    const isDocument = request.isNavigationRequest() && request.frame() === page.mainFrame() && !opened
    if (isDocument) opened = true
    else if (!/^(data|blob):/.test(request.url())) note('request', request.url())
  })
  await page.exposeFunction('statecraftExecuted', (what: string) => {
    note('executed', what)
  })
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'pwned', {
      set: (what: unknown) => Reflect.get(globalThis, 'statecraftExecuted')(String(what)),
    })
  })
  return events
}

/** What can be told of a screenshot without an eye. */
export interface Ink {
  readonly width: number
  readonly height: number
  /** How many colours there are. */
  readonly colours: number
  /** The share of the pixels that have another colour than the commonest, 0 to 1; 0 is blank. */
  readonly share: number
}

/** Reads a PNG, as `page.screenshot()` and `locator.screenshot()` give it. Chromium itself decodes it. */
export async function inkOf(browser: Browser, png: Buffer): Promise<Ink> {
  const page = await browser.newPage()
  try {
    return await page.evaluate(
      async (source) => {
        const image = new Image()
        image.src = source
        await image.decode()
        const canvas = new OffscreenCanvas(image.width, image.height)
        const context = canvas.getContext('2d')
        if (context === null) throw new Error('no canvas')
        context.drawImage(image, 0, 0)
        const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)
        const counts = new Map<number, number>()
        for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
        const commonest = Math.max(...counts.values())
        return {
          width: image.width,
          height: image.height,
          colours: counts.size,
          share: 1 - commonest / pixels.length,
        }
      },
      `data:image/png;base64,${png.toString('base64')}`,
    )
  } finally {
    await page.close()
  }
}
