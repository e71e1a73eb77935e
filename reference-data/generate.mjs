/**
 * Writes the data modules of `statecraft/reference` from the tables beside this file. With `--check` it writes nothing,
 * and fails where a module is not what it would write. Each part has a generator in `generate/`, which exports
 * `generate(): { path, text }[]`, with paths from the root of the project.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const PARTS = ['states', 'memberships', 'treaties', 'programmes']
const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

const check = process.argv.includes('--check')
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const stale = []
for (const part of only.length > 0 ? only : PARTS) {
  const generator = new URL(`generate/${part}.mjs`, import.meta.url)
  if (!existsSync(generator)) {
    // A part that is asked for by name must be there.
    if (only.length > 0) throw new Error(`there is no reference-data/generate/${part}.mjs`)
    continue
  }
  const { generate } = await import(generator.href)
  for (const { path, text } of generate()) {
    const file = inRoot(path)
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
    stale.push(path)
    if (check) continue
    await mkdir(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

if (check && stale.length > 0) {
  console.error(`Not what the tables give; run node reference-data/generate.mjs:\n  ${stale.join('\n  ')}`)
  process.exitCode = 1
} else {
  console.log(
    check ? 'The data modules are what the tables give.' : `Written: ${stale.join(', ') || 'nothing new'}`,
  )
}
