import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterEach, beforeEach } from 'vitest'
import { run } from '../../src/cli/run'

/** What a command wrote, and what it ended with. */
export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A stream that keeps what is written to it. */
export class Sink extends Writable {
  text = ''
  declare isTTY?: boolean
  declare columns?: number

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

/** Runs the command with this standard input. */
export async function statecraft(
  argv: readonly string[],
  input = '',
  signal?: AbortSignal,
): Promise<Outcome> {
  const [stdout, stderr] = [new Sink(), new Sink()]
  const stdin = Readable.from([Buffer.from(input)])
  const code = await run(argv, { stdin, stdout, stderr, ...(signal ? { signal } : {}) })
  return { code, stdout: stdout.text, stderr: stderr.text }
}

/** A folder for each test, with these files in it. */
export function useFolder(files: { readonly [name: string]: string } = {}): (name: string) => string {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'statecraft-cli-'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  return (name) => join(folder, name)
}

/** A small graph: seven entities, four statements, six claims; one statement is disputed, one only denied. */
export const SAMPLE = [
  '{"type":"State","id":"state:IR","label":{"en":"Iran","ar":"إيران"}}',
  '{"type":"State","id":"state:KP","label":{"en":"North Korea"}}',
  '{"type":"Commodity","id":"commodity:oil","label":{"en":"oil"}}',
  '{"type":["Expert","Official"],"id":"person:park","label":{"en":"Park"}}',
  '{"type":"NewsAgency","id":"agency:dw","label":{"en":"Deutsche Welle"}}',
  '{"type":"Article","id":"source:dw","label":{"en":"An old alliance"},"published":"2024-05-07","publisher":"agency:dw"}',
  '{"type":"Vessel","id":"vessel:one","label":{"en":"One"}}',
  '{"relation":"supplies","subject":"state:IR","object":"state:KP","item":"commodity:oil","claims":[{"stance":"alleges","by":"person:park","source":"source:dw","at":"§3","when":"2024-04"},{"stance":"denies","by":"state:IR","source":"source:dw","at":"§4","said":"2024-05-01"},{"stance":"denies","source":"source:dw","at":"§5"}]}',
  '{"relation":"hasTiesWith","subject":"state:KP","object":"state:IR","claims":[{"stance":"asserts","source":"source:dw","at":"§1"}]}',
  '{"relation":"supplies","subject":"state:KP","object":"state:IR","claims":[{"stance":"predicts","by":"person:park","source":"source:dw","at":"§6"}]}',
  '{"relation":"attacks","subject":"state:KP","object":"state:IR","claims":[{"stance":"denies","by":"state:KP","source":"source:dw"}]}',
  '',
].join('\n')
