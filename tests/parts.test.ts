import { test } from 'vitest'

// They need a notebook kernel, a browser and fonts, which `npm ci` does not bring: .ci/run installs and runs them.
const skipped =
  'notebooks, pages and pictures in real parts: npm ci --prefix tests/parts && npm run test:parts'
console.log(`skipped: ${skipped}`)
test.skip(skipped, () => {})
