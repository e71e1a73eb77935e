import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { pageClientForEsbuild } from '../../build/page-client.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The TypeScript of a page, as it stands there. */
function samples(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8')
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].flatMap((match) => match[1]!.split('\n'))
}

/** Each name is imported once, though several samples do. */
function imports(lines: readonly string[]): string[] {
  const found = lines.flatMap((line) => {
    const [, names = '', from] = /^import \{ (.*) \} from '(.*?)'/.exec(line) ?? []
    return from === undefined ? [] : names.split(', ').map((name) => `import { ${name} } from '${from}'`)
  })
  return [...new Set(found)]
}

/** Runs the samples of a page, one after another in one program; gives what they print, and looks at what they write. */
async function run(page: string, look?: (folder: string) => void): Promise<unknown[][]> {
  const lines = samples(page)
  const folder = mkdtempSync(join(tmpdir(), 'statecraft-readme-'))
  try {
    const program = [
      ...imports(lines),
      'const printed: unknown[][] = []',
      'const console = { log: (...said: unknown[]) => printed.push(said), error: (...said: unknown[]) => printed.push(said) }',
      ...lines.filter((line) => !line.startsWith('import ')),
      'process.stdout.write(JSON.stringify(printed))',
    ].join('\n')
    writeFileSync(join(folder, 'program.ts'), program)
    await build({
      entryPoints: [join(folder, 'program.ts')],
      outfile: join(folder, 'program.mjs'),
      bundle: true,
      // Of sources that are imported in both ways, at once and when they are needed, the bundler else leaves out the former.
      ignoreAnnotations: true,
      plugins: [pageClientForEsbuild],
      format: 'esm',
      platform: 'node',
      nodePaths: [join(root, 'node_modules')],
      // What is CommonJS among the dependencies asks for `require`.
      banner: {
        js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)`,
      },
      alias: Object.fromEntries(
        [
          '',
          '/rdf',
          '/jsonl',
          '/node',
          '/analysis',
          '/render',
          '/sources',
          '/reference',
          '/search',
          '/history',
        ].map((entry) => [`statecraft${entry}`, join(root, 'src', entry, 'index.ts')]),
      ),
    })
    const printed = execFileSync('node', ['program.mjs'], { cwd: folder, encoding: 'utf8' })
    look?.(folder)
    return JSON.parse(printed)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('the README runs, and prints what its comments say', async () => {
  const printed = await run('README.md', (folder) => {
    expect(readFileSync(join(folder, 'facts.ttl'), 'utf8')).toContain('state:KP a sc:State')
  })
  expect(printed).toEqual([
    ['North Korea ─supplies nuclear technology→ Iran      asserted · Daniel Pinkston in Elaph, §14'],
    [
      'Iran ←supplies nuclear technology─ North Korea ─opposes→ United States      asserted · Daniel Pinkston in Elaph, §14 · Elaph, §3',
    ],
    [
      'Iran ─supports→ North Korea ─opposes→ United States      predicted · Daniel Pinkston in Elaph, §13 · Elaph, §3',
    ],
    ['technology:nuclear', { until: '2024-05-31' }],
    [3, 3],
    [{ for: ['person:daniel-pinkston'], against: ['state:KP'] }],
    ['North Korea ─opposes→ United States      asserted · Elaph, §3', 'common-ground'],
    [['person:daniel-pinkston']],
    [['state:IR', 'state:KP', 'state:US'], 'asserted', ['source:elaph-2024']],
    [false],
    ['state:KP', 'technology:nuclear', 'state:US', 'asserted', true],
    [true, true],
    [16],
    [['state:SUHH'], ['state:RU']],
    ['state:CI'],
    ['organization:un', 'un:QDi.900', '2010-02-03/..'],
    ['company:bank', 'undetermined', 45, 55],
    ['company:holding', 'blocked', 50, 50],
    [1],
    [true],
  ])
})

test('docs/pictures.md runs, and prints what its comments say', async () => {
  const printed = await run('docs/pictures.md', (folder) => {
    expect(readFileSync(join(folder, 'graph.html'), 'utf8')).toContain('"supplies oil"')
  })
  expect(printed).toEqual([
    [true],
    [
      [
        '**Iran ─supplies oil→ Russia ─supplies oil→ North Korea**',
        '',
        '1. Iran ─supplies oil→ Russia: asserted · an expert in a paper, p. 3',
        '2. Russia ─supplies oil→ North Korea: predicted · an expert in a paper, p. 3',
      ].join('\n'),
    ],
    [true],
  ])
})

test('docs/paths.md runs, and prints what its comments say', async () => {
  expect(await run('docs/paths.md')).toEqual([
    ['Iran ─supplies oil→ Russia ─supplies oil→ North Korea      predicted · an expert in a paper, p. 3'],
    [0],
    [
      'Russia ─supplies oil→ North Korea      predicted · an expert in a paper, p. 3',
      'predicted',
      ['source:paper'],
    ],
    [false, 'limit'],
  ])
})

test('docs/patterns.md runs, and prints what its comments say', async () => {
  expect(await run('docs/patterns.md')).toEqual([
    ['state:KP', 'commodity:arms', 'alleged', 'alleged', true],
    [
      '{"find":"match","where":[{"measures":"arms-embargo","subject":"?sender","relation":"sanctions","object":"?target"}]}',
    ],
    [1],
  ])
})

test('docs/panels.md runs, and prints the table that it shows', async () => {
  const [, table] = /```csv\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/panels.md'), 'utf8')) ?? []
  expect(await run('docs/panels.md')).toEqual([[table], [['Pacts of the Pacific (covers 1946/1952)']]])
})

test('docs/balance.md runs, and prints what its comments say', async () => {
  expect(await run('docs/balance.md')).toEqual([
    [[1, 0, 2, 0]],
    [1, 0],
    [
      [
        ['state:AT', 'state:DE', 'state:IT'],
        ['state:FR', 'state:RU'],
      ],
    ],
    [['1.00', '0.67', '0.67', '0.67', '0.67', '1.00']],
    [
      [
        [1912, 'state:AT', 'state:IT', 'turned-negative'],
        [1916, 'state:DE', 'state:IT', 'ended'],
      ],
    ],
  ])
})

test('docs/similarity.md runs, and prints what its comments say', async () => {
  expect(await run('docs/similarity.md')).toEqual([
    ['0.733', '0.778', '0.783', 5],
    [0, 2, 'asserted'],
    [['1901: 1.00', '1902: 0.73', '1903: 0.73']],
  ])
})

test('docs/notebooks.md runs, and prints and writes what it says', async () => {
  const printed = await run('docs/notebooks.md', (folder) => {
    expect(readFileSync(join(folder, 'visits.svg'), 'utf8')).toMatch(/^<svg .*Iran.*<\/svg>\s*$/s)
  })
  expect(printed).toEqual([['North Korea ─visits→ Iran      asserted · Deutsche Welle']])
})

test('docs/rdf.md runs, and prints what its comments say', async () => {
  expect(await run('docs/rdf.md')).toEqual([
    [true, false],
    [true],
    [6, 2, 0, true],
    ['Kim ─member of→ The Party      asserted · people.ttl'],
    [
      {
        'https://example.org/shoeSize': [
          { '@value': '42', '@type': 'http://www.w3.org/2001/XMLSchema#integer' },
        ],
      },
    ],
    [2],
    [true],
    [true],
    [true],
  ])
})

test('docs/ownership.md runs, and prints what its comments say', async () => {
  expect(await run('docs/ownership.md')).toEqual([
    ['company:a', 'blocked', 50, 50, ['person:x']],
    ['company:b', 'undetermined', 45, 55, ['person:x', 'company:a']],
  ])
})

test('docs/third-parties.md runs, and prints what its comments say', async () => {
  expect(await run('docs/third-parties.md')).toEqual([
    ['exporter', 90, [2012, 2013], 120, '1.33', 'rose'],
    ['importer', 90, [2013], 45, '0.50', 'not-risen'],
    ['figures-differ'],
  ])
})

test('docs/exposure.md runs, and prints what its comments say', async () => {
  expect(await run('docs/exposure.md')).toEqual([
    [['ownership us-ofac']],
    [['vessel:one owns company:owner', 'company:owner owns person:boss', 'person:boss designates state:US']],
    [['embargo: alleged']],
    [['family person:boss']],
    [0],
  ])
})

test('docs/evasion.md runs, and prints what its comments say', async () => {
  expect(await run('docs/evasion.md')).toEqual([
    ['state:IR state:RU state:KP'],
    ['in-force', 'not-delivered', { from: '2024-04-01', until: '2024-04-30' }],
    [[['state:XA', 'another']]],
    [1],
  ])
})
