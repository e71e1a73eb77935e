#!/usr/bin/env node
import { run } from './run'

const controller = new AbortController()
// Once: who asks a second time does not want to wait.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => controller.abort(signal))
}
const { stdin, stdout, stderr } = process
process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, signal: controller.signal })
