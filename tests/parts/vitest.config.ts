import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import main from '../../vitest.config.ts'

/** The tests in real parts: nothing is skipped here, an absent part fails. The names of the package are the main suite's. */
export default defineConfig({
  ...main,
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/parts/*.test.ts'],
    // A browser and a notebook beside each other are too much for a small machine.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})
