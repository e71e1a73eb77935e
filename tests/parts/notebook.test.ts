import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inkOf, launchBrowser } from './browser'

/** The notebooks as somebody runs them who has installed the package: packed, in a folder of its own, in Deno’s kernel. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const deno = fileURLToPath(new URL('node_modules/.bin/deno', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'statecraft-notebook-'))
const notebooks = join(folder, 'notebooks')

/** What a kernel gives back for a cell, as the notebook format has it. */
interface Output {
  readonly output_type: string
  readonly name?: string
  readonly text?: string | string[]
  readonly data?: Readonly<Record<string, string | string[]>>
}
interface Cell {
  readonly id: string
  readonly cell_type: string
  readonly execution_count?: number | null
  readonly outputs?: readonly Output[]
}

const joined = (text: string | string[] = ''): string => (typeof text === 'string' ? text : text.join(''))

const executedIn = new Map<string, readonly Cell[]>()
/** Of both, by id. */
let cells: Map<string, Cell>
/** What a cell shows of its last expression, by media type. */
function shown(id: string, type = 'text/html'): string {
  const output = cells.get(id)?.outputs?.find(({ output_type }) => output_type === 'execute_result')
  return joined(output?.data?.[type])
}
/** What a cell prints. */
function printed(id: string): string {
  const outputs = cells.get(id)?.outputs ?? []
  return outputs.map(({ name, text }) => (name === 'stdout' ? joined(text) : '')).join('')
}

/** The package as it would be published: `STATECRAFT_TARBALL`, or built and packed here. */
function tarball(): string {
  const given = process.env.STATECRAFT_TARBALL
  if (given !== undefined) return given
  execFileSync('npm', ['run', '-s', 'build'], { cwd: root })
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root })
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz'))!)
}

beforeAll(() => {
  for (const name of ['notebooks', 'tehran-pyongyang', 'analyses']) {
    cpSync(join(root, 'examples', name), join(folder, name), {
      recursive: true,
      filter: (path) => !/\/(node_modules|out)$/.test(path),
    })
  }
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', tarball()], { cwd: notebooks })

  const home = join(folder, 'home')
  mkdirSync(home)
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    LANG: 'C.UTF-8',
    DENO_DIR: join(home, 'deno'),
    DENO_NO_UPDATE_CHECK: '1',
    // Nobody listens there: what a cell needs is in the folder, and a kernel that would fetch something fails.
    HTTP_PROXY: 'http://127.0.0.1:9',
    HTTPS_PROXY: 'http://127.0.0.1:9',
    NO_PROXY: '127.0.0.1,localhost',
  }
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: notebooks, env, stdio: 'pipe' })
  run(deno, 'jupyter', '--install', '--force')
  const nbconvert = ['nbconvert', '--config', 'jupyter_nbconvert_config.py', '--execute']
  for (const name of ['paths', 'analyses']) {
    run('jupyter', ...nbconvert, `${name}.ipynb`, '--to', 'html')
    run('jupyter', ...nbconvert, `${name}.ipynb`, '--to', 'notebook', '--output', `${name}-executed.ipynb`)
    const text = readFileSync(join(notebooks, `${name}-executed.ipynb`), 'utf8')
    // The boundary: the file is as the notebook format describes it.
    const executed = JSON.parse(text) as { cells: Cell[] }
    executedIn.set(name, executed.cells)
  }
  cells = new Map([...executedIn.values()].flat().map((cell) => [cell.id, cell]))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(['paths', 'analyses'])(
  'every cell of %s succeeds, one after another, and none complains',
  (name) => {
    const code = executedIn.get(name)!.filter((cell) => cell.cell_type === 'code')
    expect(code.length).toBeGreaterThan(10)
    expect(code.map((cell) => cell.execution_count)).toEqual(code.map((_, index) => index + 1))
    const trouble = code.flatMap((cell) =>
      (cell.outputs ?? []).filter(({ output_type, name }) => output_type === 'error' || name === 'stderr'),
    )
    expect(trouble).toEqual([])
  },
)

test('the example is loaded whole', () => {
  expect(printed('load')).toBe('70 entities, 104 claims, 0 issues\n')
})

describe('what the cells show', () => {
  test('the way of the oil, as a picture and in words, and that it is predicted', () => {
    const html = shown('route')
    expect(html).toMatch(/<svg[^>]*>/)
    for (const label of ['Iran', 'Russia', 'North Korea', 'supplies oil', 'predicted', 'Daniel Pinkston']) {
      expect(html).toContain(label)
    }
    expect(html).not.toContain('asserted')
    for (const type of ['text/markdown', 'text/plain']) expect(shown('route', type)).toContain('North Korea')
    expect(shown('route', 'image/svg+xml')).toMatch(/^<svg/)
    expect(printed('route-who')).toMatch(/^(Daniel Pinkston predicts, §16: .*our reading.*\n){2}$/)
  })

  test('no such way among the facts', () => {
    expect(shown('facts')).not.toContain('Russia')
    expect(shown('facts', 'text/plain')).not.toBe('')
  })

  test('the first twenty of many paths, and how many more there are', () => {
    expect(shown('paths')).toContain('101 more')
    expect(shown('paths', 'text/markdown')).toContain('101 more')
  })

  test('a table of all who supply, each row with its level', () => {
    const html = shown('table')
    expect(html.match(/<tr\b/g)).toHaveLength(9) // eight supplies, and the heads
    for (const level of ['asserted', 'alleged', 'predicted']) expect(html).toContain(level)
  })

  test('the visit on its date, and not before', () => {
    expect(shown('april')).toContain('North Korea ─visits→ Tehran')
    expect(shown('march')).not.toContain('Tehran')
  })

  test('the charge that Pyongyang’s side denies: disputed, out, and an allegation', () => {
    expect(shown('quarrel')).toContain('the regional escalation')
    expect(shown('quarrel')).toContain('disputed')
    expect(shown('pyongyang')).toContain('Korean Central News Agency')
    expect(shown('pyongyang')).not.toContain('the regional escalation')
    expect(shown('washington')).toContain('the regional escalation')
    expect(shown('washington')).toContain('alleged')
  })
})

test('the files that it writes are whole', () => {
  const turtle = readFileSync(join(notebooks, 'out/facts.ttl'), 'utf8')
  expect(turtle).toContain(`\n${printed('turtle')}`)
  expect(printed('turtle')).toMatch(/^state:KP a sc:State;\n[\s\S]* sc:visits place:tehran;\n[\s\S]*\.\n$/)
  expect(readFileSync(join(notebooks, 'out/graph.html'), 'utf8')).toMatch(
    /^<!doctype html>[\s\S]*<\/html>\s*$/i,
  )
})

describe('what the analyses show', () => {
  test('who is blocked because of who owns it, with shares, chains and the caveat', () => {
    const html = shown('ownership')
    for (const told of ['Delta Lines', 'owns 45–55 %', 'undetermined', 'FAQ 402', 'not a clearance'])
      expect(html).toContain(told)
    expect(printed('divestment')).toBe(
      '2022-05-01 blocked 60 \n2022-05-02 below 40 person:amber until 2022-05-01\n',
    )
  })

  test('what reaches a ship, and what is only a reason to look closer at a sister', () => {
    expect(shown('exposure', 'text/plain')).toMatch(/^ *reach +ownership/m)
    expect(shown('relative', 'text/plain')).toMatch(/^ *indicator +family/m)
    expect(shown('relative', 'text/plain')).toMatch(/^ *possible indicator +association.*alleged/m)
    expect(shown('relative', 'text/plain')).toContain('Reach in law: no finding')
  })

  test('routes as risks, the predicted one as predicted', () => {
    expect(shown('evasion', 'text/plain')).toContain('no finding of evasion')
    expect(shown('oil', 'text/plain')).toMatch(
      /Iran ─supplies oil→ Russia ─supplies oil→ North Korea +predicted/,
    )
  })

  test('exports that rose, by both reporters', () => {
    expect(shown('partners', 'text/plain')).toMatch(/Beringia +exporter .* 3\.64 +rose/)
    expect(shown('partners', 'text/plain')).toMatch(/Cascadia +exporter .* 1\.00 +not-risen/)
  })

  test('balance over the years, and the blocs of 1914', () => {
    expect(printed('blocs')).toBe(
      '1903 state:DE state:GB state:IT state:austria-hungary | state:FR state:RU\n' +
        '1907 state:DE state:IT state:austria-hungary | state:FR state:GB state:RU\n',
    )
    expect(printed('similarity')).toMatch(/^state:austria-hungary 1 1 1\nstate:FR -0\.77/)
  })
})

test.each([
  ['paths', ['route', 'paths', 'table', 'april', 'quarrel', 'pyongyang', 'washington']],
  ['analyses', ['ownership', 'exposure', 'relative', 'evasion', 'oil', 'partners', 'balance']],
])('in a browser every picture of the exported %s is there and not blank', async (name, withPicture) => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } })
    // What the exporter’s own template wants from elsewhere (for formulas) is not needed.
    await page.route(/^https?:/, (route) => route.abort())
    await page.goto(pathToFileURL(join(notebooks, `${name}.html`)).href)
    const pictures = page.locator('.jp-OutputArea-output .statecraft svg')
    const own = executedIn.get(name)!.map(({ id }) => id)
    expect(own.filter((id) => /statecraft-(node|series)/.test(shown(id)))).toEqual(withPicture)
    const drawn = pictures.filter({ has: page.locator('.statecraft-node, .statecraft-series') })
    expect(await drawn.count()).toBe(withPicture.length)
    for (const picture of await drawn.all()) {
      const ink = await inkOf(browser, await picture.screenshot())
      expect(ink.width).toBeGreaterThan(100)
      expect(ink.colours).toBeGreaterThan(10)
      expect(ink.share).toBeGreaterThan(0.01)
    }
    if (name !== 'paths') return
    for (const label of ['Iran', 'Russia', 'North Korea'])
      expect(await drawn.first().getByText(label, { exact: true }).first().isVisible()).toBe(true)
  } finally {
    await browser.close()
  }
})
