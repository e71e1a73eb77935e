import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import main from '../vitest.config.ts'

if (!existsSync('../shared/data')) {
  console.log('skipped: the acceptance tests, whose real files are not here (../shared/data)')
  process.exit(0)
}

/** What must be shown of real files, whole. The names of the package are the main suite's. */
export default defineConfig({
  ...main,
  test: {
    include: ['tests/**/*.acceptance.test.ts'],
    pool: 'threads',
    maxWorkers: '100%',
    testTimeout: 120_000,
  },
})
