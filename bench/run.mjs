// npm run bench -- [--statements 1000000] [--seed 1] [--rounds 5] [--alone] [--rdf] [--lists] [--ownership]: bundles the benchmark with the sources
// as they stand, and runs it.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { pageClientForEsbuild } from '../build/page-client.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const outfile = 'out/bench/run.mjs'
await build({
  entryPoints: ['bench/run.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  // Of sources that are imported in both ways, at once and when they are needed, the bundler else leaves out the former.
  ignoreAnnotations: true,
  plugins: [pageClientForEsbuild],
  sourcemap: true,
})
const node = ['--expose-gc', '--max-old-space-size=12000', outfile, ...process.argv.slice(2)]
process.exitCode = spawnSync(process.execPath, node, { stdio: 'inherit' }).status ?? 1
