import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { createGraph } from 'statecraft'
import { jsonlLines } from 'statecraft/jsonl'
import { loadFile, openInput, writeFileAtomically, writeToStream } from 'statecraft/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { graphOf, states } from '../records'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'statecraft-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)

describe('a file', () => {
  it('is written whole, of text and bytes, at hand or still to come', async () => {
    async function* chunks() {
      yield 'é'
      yield new Uint8Array([10, 255])
      yield '\n'
    }
    await writeFileAtomically(at('out'), chunks())
    expect([...readFileSync(at('out'))]).toEqual([0xc3, 0xa9, 10, 255, 10])
    await writeFileAtomically(at('out'), 'text')
    expect(readFileSync(at('out'), 'utf8')).toBe('text')
    await writeFileAtomically(at('empty'), [])
    expect(readFileSync(at('empty'), 'utf8')).toBe('')
    expect(readdirSync(folder).sort()).toEqual(['empty', 'out'])
  })

  it('of many chunks keeps characters that are cut in two', async () => {
    const text = 'x'.repeat(64 * 1024 - 1) + '👩‍🚀'.repeat(1000)
    await writeFileAtomically(at('out'), text.split('')) // every surrogate by itself
    expect(readFileSync(at('out'), 'utf8')).toBe(text)
  })

  it('is absent, or as it was, where the chunks end in an error', async () => {
    async function* broken() {
      yield 'half'
      throw new Error('no more')
    }
    await expect(writeFileAtomically(at('out'), broken())).rejects.toThrow('no more')
    expect(readdirSync(folder)).toEqual([])
    writeFileSync(at('out'), 'before')
    await expect(writeFileAtomically(at('out'), broken())).rejects.toThrow('no more')
    expect(readFileSync(at('out'), 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['out'])
  })

  it('is absent where a signal stops the writing', async () => {
    const controller = new AbortController()
    const big = 'x'.repeat(100_000)
    function* chunks() {
      yield big
      controller.abort(new Error('stopped'))
      yield big
    }
    await expect(writeFileAtomically(at('out'), chunks(), { signal: controller.signal })).rejects.toThrow(
      'stopped',
    )
    await expect(writeFileAtomically(at('out'), 'x', { signal: controller.signal })).rejects.toThrow(
      'stopped',
    )
    expect(readdirSync(folder)).toEqual([])
  })

  it('stands under no other name than its own until it is complete', async () => {
    writeFileSync(at('out'), 'before')
    async function* chunks() {
      yield 'x'.repeat(200_000)
      expect(readFileSync(at('out'), 'utf8')).toBe('before')
      expect(readdirSync(folder)).toHaveLength(2)
      yield 'y'
    }
    await writeFileAtomically(at('out'), chunks())
    expect(readFileSync(at('out'), 'utf8')).toHaveLength(200_001)
  })

  it('keeps its mode, and a symbolic link to it stays one', async () => {
    writeFileSync(at('real'), 'before')
    chmodSync(at('real'), 0o640)
    symlinkSync('real', at('link'))
    await writeFileAtomically(at('link'), 'after')
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('real'), 'utf8')).toBe('after')
    expect(statSync(at('real')).mode & 0o777).toBe(0o640)
  })

  it('comes to be where a link that leads nowhere yet points to', async () => {
    symlinkSync('later', at('link'))
    await writeFileAtomically(at('link'), 'x')
    expect(readFileSync(at('later'), 'utf8')).toBe('x')
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true)
  })

  it('is not written over a folder, nor into one that is not there', async () => {
    mkdirSync(at('folder'))
    await expect(writeFileAtomically(at('folder'), 'x')).rejects.toMatchObject({ code: 'EISDIR' })
    await expect(writeFileAtomically(at('none/out'), 'x')).rejects.toMatchObject({ code: 'ENOENT' })
    expect(readdirSync(folder)).toEqual(['folder'])
  })

  it.skipIf(!existsSync('/dev/null'))('that is a device is written to as it is', async () => {
    await writeFileAtomically('/dev/null', 'x')
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })
})

describe('an input', () => {
  it('knows its size, and how much of it was read', async () => {
    writeFileSync(at('in'), 'x'.repeat(600_000))
    const input = await openInput(at('in'))
    expect([input.size, input.bytesRead]).toEqual([600_000, 0])
    let read = 0
    for await (const chunk of input.chunks) {
      read += chunk.length
      expect(input.bytesRead).toBe(read)
    }
    expect(read).toBe(600_000)
    await input.close()
  })

  it('is the standard input where it is called -', async () => {
    const input = await openInput('-', { stdin: Readable.from([Buffer.from('ab'), Buffer.from('c')]) })
    const chunks: number[] = []
    for await (const chunk of input.chunks) chunks.push(chunk.length)
    expect(chunks).toEqual([2, 1])
    expect([input.size, input.bytesRead]).toEqual([undefined, 3])
  })

  it('that is not there, or a folder, says so', async () => {
    await expect(openInput(at('none'))).rejects.toMatchObject({ code: 'ENOENT' })
    mkdirSync(at('empty'))
    writeFileSync(at('empty/.hidden'), 'x')
    await expect(openInput(at('empty'))).rejects.toThrow(/is a folder without files/)
    writeFileSync(at('in'), 'x')
    await expect(loadFile(createGraph(), folder)).rejects.toMatchObject({ code: 'EISDIR' })
  })

  it('that waits for more is stopped by a signal', async () => {
    const controller = new AbortController()
    const stdin = new PassThrough()
    const input = await openInput('-', { stdin, signal: controller.signal })
    const reading = (async () => {
      for await (const _ of input.chunks) controller.abort(new Error('stopped'))
    })()
    stdin.write('x')
    await expect(reading).rejects.toThrow('stopped')
    expect(stdin.destroyed).toBe(true)
  })
})

describe('loading a file', () => {
  it('gives what was loaded, and issues with their lines', async () => {
    await writeFileAtomically(at('in.jsonl'), [...jsonlLines(graphOf(states('A', 'B'))), 'nonsense\n'])
    const kg = createGraph()
    const report = await loadFile(kg, at('in.jsonl'))
    expect(report).toMatchObject({ entities: 2, dropped: 1 })
    expect(report.issues.map(({ line, code }) => `${line} ${code}`)).toEqual(['3 bad-json'])
    expect([...kg.entities()].map(({ id }) => id)).toEqual(['state:A', 'state:B'])
  })

  it('takes the options of a load and of a reader', async () => {
    writeFileSync(at('in.jsonl'), `${'x'.repeat(100)}\n`)
    const report = await loadFile(createGraph(), at('in.jsonl'), { maxLine: 50 })
    expect(report.counts).toEqual({ 'line-too-long': 1 })
    await expect(loadFile(createGraph(), at('in.jsonl'), { strict: true })).rejects.toMatchObject({
      code: 'bad-json',
      line: 1,
    })
    await expect(loadFile(createGraph(), at('none.jsonl'))).rejects.toMatchObject({ code: 'ENOENT' })
    const signal = AbortSignal.abort(new Error('stopped'))
    await expect(loadFile(createGraph(), at('in.jsonl'), { signal })).rejects.toThrow('stopped')
  })
})

describe('a stream', () => {
  it('is written to no faster than it takes', async () => {
    let held = 0
    let most = 0
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _, done) {
        setImmediate(() => {
          held -= chunk.length
          done()
        })
      },
    })
    function* chunks() {
      for (let i = 0; i < 50; i++) {
        held += 100_000
        most = Math.max(most, held)
        yield 'x'.repeat(100_000)
      }
    }
    expect(await writeToStream(slow, chunks())).toBe(true)
    expect(most).toBeLessThanOrEqual(200_000)
    expect(slow.writableEnded).toBe(false)
    expect(slow.listenerCount('error')).toBe(0)
  })

  it('whose reader has gone is quietly written to no further', async () => {
    let taken = 0
    const head = new Writable({
      write(_chunk, _encoding, done) {
        done(++taken > 1 ? Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }) : null)
      },
    })
    let given = 0
    function* endless() {
      for (;;) {
        given++
        yield 'x'.repeat(100_000)
      }
    }
    expect(await writeToStream(head, endless())).toBe(false)
    expect(given).toBeLessThan(5)
    await new Promise((resolve) => setImmediate(resolve)) // its event ends nothing
    expect(await writeToStream(head, 'more')).toBe(false)
  })

  it('hands on other errors, and those of the chunks', async () => {
    const full = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('disk full'), { code: 'ENOSPC' })),
    })
    await expect(writeToStream(full, 'x')).rejects.toThrow('disk full')
    await new Promise((resolve) => setImmediate(resolve))
    async function* broken() {
      yield 'x'
      throw new Error('no more')
    }
    await expect(writeToStream(new PassThrough(), broken())).rejects.toThrow('no more')
  })
})
