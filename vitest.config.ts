import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { pageClientForVite } from './build/page-client.mjs'

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [pageClientForVite()],
  resolve: {
    // Tests and examples import the package by its public names; here those names are the sources.
    alias: [
      {
        find: /^statecraft\/(rdf|jsonl|node|zod|analysis|render|sources|reference|history|search)$/,
        replacement: source('./src/$1/index.ts'),
      },
      { find: /^statecraft$/, replacement: source('./src/index.ts') },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/parts/**', 'tests/consumer/**', 'tests/**/*.acceptance.test.ts', 'node_modules/**'],
    // Quicker to start than processes, and there are many files.
    pool: 'threads',
    // Modules are loaded once a thread, not once a file: no test changes what another sees.
    isolate: false,
    // As many as there are cores: where nothing is said, one core stays idle.
    maxWorkers: '100%',
    testTimeout: 30_000,
    // Wrong use must not compile: these files are tests for the compiler as well.
    typecheck: { enabled: true, include: ['tests/types/**/*.test.ts'] },
  },
})
