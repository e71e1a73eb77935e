import { fileURLToPath } from 'node:url'
import type { Alias } from 'vite'
import { defineConfig } from 'vitest/config'
import main from '../../vitest.config.ts'

// The library finds the engine beside itself; here it is installed with the tests.
const engine = fileURLToPath(new URL('node_modules/shacl-engine/index.js', import.meta.url))

/** The tests in real parts: nothing is skipped here, an absent part fails. The names of the package are the main suite's. */
export default defineConfig({
  ...main,
  resolve: {
    alias: [...((main.resolve?.alias ?? []) as Alias[]), { find: /^shacl-engine$/, replacement: engine }], // a list, there
  },
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/parts/*.test.ts'],
    // A browser and a notebook beside each other are too much for a small machine.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})
