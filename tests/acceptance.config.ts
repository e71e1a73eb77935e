import { existsSync } from 'node:fs'
import { mergeConfig } from 'vitest/config'
import base from '../vitest.config'

if (!existsSync('../shared/data')) {
  console.log('skipped: the acceptance tests, whose real files are not here (../shared/data)')
  process.exit(0)
}

/** Real files, whole: what must be shown of them. */
const config = mergeConfig(base, { test: { testTimeout: 120_000, typecheck: { enabled: false } } })
// Lists are joined when configurations are merged: these are others.
config.test = { ...config.test, include: ['tests/**/*.acceptance.test.ts'], exclude: ['**/node_modules/**'] }

export default config
