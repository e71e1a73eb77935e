/**
 * Packs the package, installs it in an empty project, compiles that under `strict` with `skipLibCheck: false`,
 * runs it from ESM and CommonJS, and bundles it for the browser, where no `node:` import may be left.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
const project = mkdtempSync(join(tmpdir(), 'statecraft-consumer-'))
const { peerDependenciesMeta: optional } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const run = (command, args, cwd = project) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })

try {
  run('npm', ['pack', '--pack-destination', project], root)
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz'))
  cpSync(join(here, 'project'), project, { recursive: true })
  writeFileSync(join(project, 'package.json'), '{ "name": "consumer", "private": true }')
  run('npm', [
    'install',
    '--no-audit',
    '--no-fund',
    `./${tarball}`,
    'zod@4',
    'typescript@6.0',
    '@types/node@20',
  ])

  run('npx', ['tsc', '-p', '.'])
  for (const file of ['esm.mjs', 'commonjs.cjs']) {
    const printed = run('node', [join('built', file)]).trim()
    if (printed !== 'Iran ─rivals─ North Korea      asserted · Iran') {
      throw new Error(`${file} printed: ${printed}`)
    }
  }
  const help = run('npx', ['statecraft', '--version']).trim()
  console.log(`consumer: compiles, runs from ESM and CommonJS, statecraft ${help}`)

  for (const entry of [
    'statecraft',
    'statecraft/rdf',
    'statecraft/jsonl',
    'statecraft/analysis',
    'statecraft/render',
    'statecraft/sources',
    'statecraft/reference',
    'statecraft/history',
    'statecraft/search',
  ]) {
    const { outputFiles, metafile } = await build({
      stdin: { contents: `export * from '${entry}'`, resolveDir: project },
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      platform: 'browser',
      metafile: true,
      logLevel: 'silent',
    })
    // What is only loaded when it is asked for, and installed beside the package where somebody asks.
    const isOptional = ({ kind, path }) => kind === 'dynamic-import' && path in optional
    const imports = Object.values(metafile.outputs)
      .flatMap((output) => output.imports.filter((one) => !isOptional(one)))
      .map(({ path }) => path)
    if (imports.length > 0) throw new Error(`${entry} imports ${imports.join(', ')} in the browser`)
    const [{ contents }] = outputFiles
    const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`
    console.log(
      `browser: ${entry} ${kB(contents.length)} minified, ${kB(gzipSync(contents).length)} gzipped, no node: import`,
    )
  }
  // What is imported at once by one entry, and when it is needed by another, has to be there in one bundle.
  const bundled = join(project, 'bundled.mjs')
  await build({
    stdin: {
      contents: `
        import { createGraph } from 'statecraft'
        import { memberships, programmes, states, treaties } from 'statecraft/reference'
        import { readFormat, readOfacCsv } from 'statecraft/sources'
        const kg = createGraph()
        for (const part of [states, memberships, treaties, programmes]) kg.load(part())
        const row = '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \\r\\n'
        await kg.load(await readFormat('ofac-sdn-csv', row))
        await kg.load(readOfacCsv(row))
        console.log(kg.label('ofac:36'), kg.label('state:CU', ['en']))`,
      resolveDir: project,
    },
    bundle: true,
    outfile: bundled,
    format: 'esm',
    platform: 'node',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
    logLevel: 'silent',
  })
  const found = run('node', [bundled]).trim()
  if (found !== 'AEROCARIBBEAN AIRLINES Cuba') throw new Error(`the bundled program printed: ${found}`)
  console.log('bundled: sources and reference data in one file')

  const parsers = Object.keys(
    (
      await build({
        stdin: { contents: `export * from 'statecraft'`, resolveDir: project },
        bundle: true,
        write: false,
        format: 'esm',
        platform: 'browser',
        metafile: true,
      })
    ).metafile.inputs,
  ).filter((path) => /node_modules\/(n3|commander|cli-progress)\//.test(path))
  if (parsers.length > 0) throw new Error(`the root entry loads ${parsers[0]}`)
} finally {
  rmSync(project, { recursive: true, force: true })
}
