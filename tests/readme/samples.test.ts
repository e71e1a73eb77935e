import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** The README's TypeScript, as it stands there, one sample after another in one program. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const lines = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].flatMap((match) => match[1]!.split('\n'))

/** Each name is imported once, though several samples do. */
function imports(): string[] {
  const found = lines.flatMap((line) => {
    const [, names = '', from] = /^import \{ (.*) \} from '(.*?)'/.exec(line) ?? []
    return from === undefined ? [] : names.split(', ').map((name) => `import { ${name} } from '${from}'`)
  })
  return [...new Set(found)]
}

test('runs, and prints what its comments say', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'statecraft-readme-'))
  try {
    const program = [
      ...imports(),
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
      format: 'esm',
      platform: 'node',
      nodePaths: [join(root, 'node_modules')],
      // What is CommonJS among the dependencies asks for `require`.
      banner: {
        js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)`,
      },
      alias: Object.fromEntries(
        ['', '/rdf', '/jsonl', '/node'].map((entry) => [
          `statecraft${entry}`,
          join(root, 'src', entry, 'index.ts'),
        ]),
      ),
    })
    const printed = JSON.parse(execFileSync('node', ['program.mjs'], { cwd: folder, encoding: 'utf8' }))
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
    ])
    expect(readFileSync(join(folder, 'facts.ttl'), 'utf8')).toContain('state:KP a sc:State')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
