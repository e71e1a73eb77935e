import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { PassThrough } from 'node:stream'
import { createGraph } from 'statecraft'
import { readJsonl, toJsonl } from 'statecraft/jsonl'
import { toTurtle } from 'statecraft/rdf'
import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run'
import { SAMPLE, Sink, statecraft, useFolder } from './run'

const lines = SAMPLE.trimEnd().split('\n')
const at = useFolder({
  'sample.jsonl': SAMPLE,
  'bad.jsonl': `${lines[0]}\nnonsense\n${lines[1]}\n`,
  'worst.jsonl': '{"statecraft":"2"}\n',
  'entities.jsonl': `${lines.slice(0, 7).join('\n')}\n`,
  'statements.jsonl': `${lines.slice(7).join('\n')}\n`,
})
const loaded = () => {
  const kg = createGraph()
  kg.load(readJsonl(SAMPLE))
  return kg
}

describe('statecraft convert', () => {
  it('writes every format, by name or by extension', async () => {
    const first: [to: string, extension: string, start: RegExp][] = [
      ['jsonl', 'ndjson', /^\{"type":"NewsAgency","id":"agency:dw"/],
      ['turtle', 'ttl', /^@prefix /],
      ['trig', 'trig', /^@prefix /],
      ['ntriples', 'nt', /^<https:\/\/w3id\.org\/statecraft\/id\/agency\/dw> /],
      ['nquads', 'nq', /^<https:\/\/w3id\.org\/statecraft\/id\/agency\/dw> /],
    ]
    for (const [to, extension, start] of first) {
      const printed = await statecraft(['convert', at('sample.jsonl'), '--to', to])
      expect(printed.code).toBe(0)
      expect(printed.stderr).toBe('')
      expect(printed.stdout, to).toMatch(start)
      const out = at(`out.${extension}`)
      expect(await statecraft(['convert', at('sample.jsonl'), '-o', out])).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      })
      expect(readFileSync(out, 'utf8')).toBe(printed.stdout)
    }
  })

  it('writes what the library writes', async () => {
    expect((await statecraft(['convert', at('sample.jsonl'), '--to', 'jsonl'])).stdout).toBe(
      toJsonl(loaded()),
    )
    expect((await statecraft(['convert', at('sample.jsonl'), '--to', 'turtle'])).stdout).toBe(
      toTurtle(loaded()),
    )
  })

  it('reads the standard input, and writes to the standard output', async () => {
    const { code, stdout } = await statecraft(['convert', '-', '-o', '-', '--to', 'jsonl'], SAMPLE)
    expect(code).toBe(0)
    expect(stdout).toBe(toJsonl(loaded()))
  })

  it('takes several files for one graph, whatever their order', async () => {
    for (const files of [
      ['entities.jsonl', 'statements.jsonl'],
      ['statements.jsonl', 'entities.jsonl'],
    ]) {
      const { code, stdout, stderr } = await statecraft(['convert', ...files.map(at), '--to', 'jsonl'])
      expect(stdout).toBe(toJsonl(loaded()))
      expect([code, stderr]).toEqual([0, '']) // what one file misses, the other has
    }
  })

  it('writes the part that the view options ask for', async () => {
    const { stdout } = await statecraft([
      'convert',
      at('sample.jsonl'),
      '--to',
      'jsonl',
      '--relations',
      'supplies',
      '--status',
      'alleged,predicted',
      '--disputed',
      'exclude',
    ])
    expect(stdout).toBe(
      toJsonl(
        loaded().view({ relations: 'supplies', status: ['alleged', 'predicted'], disputed: 'exclude' }),
      ),
    )
    const kept = stdout.split('\n').filter((line) => line.startsWith('{"relation"'))
    expect(kept).toEqual([
      '{"relation":"supplies","subject":"state:KP","object":"state:IR","occurrence":"","claims":[{"stance":"predicts","by":"person:park","source":"source:dw","at":"§6"}]}',
    ])
  })

  it('with errors in the data writes the good part, tells the bad, and ends with 1', async () => {
    const { code, stderr } = await statecraft(['convert', at('bad.jsonl'), '-o', at('out.jsonl')])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^line 2: bad-json: .*\n1 error, 0 warnings\n$/)
    expect(readFileSync(at('out.jsonl'), 'utf8')).toBe(
      `${lines[0]!.replace('{"en":"Iran","ar":"إيران"}', '{"ar":"إيران","en":"Iran"}')}\n${lines[1]}\n`,
    )
  })

  it('under --strict, or where nothing could be read, writes nothing and ends with 1', async () => {
    for (const argv of [
      ['bad.jsonl', '--strict'],
      ['worst.jsonl'],
      ['bad.jsonl', '--strict', '--stream'],
      ['worst.jsonl', '--stream'],
    ]) {
      const [file, ...flags] = argv
      const { code, stderr } = await statecraft(['convert', at(file!), '-o', at('out.nq'), ...flags])
      expect(code, argv.join(' ')).toBe(1)
      expect(stderr).toMatch(/(bad-json|unsupported-version): /)
      expect(existsSync(at('out.nq'))).toBe(false)
    }
  })

  it('leaves the output as it was where an input cannot be read', async () => {
    writeFileSync(at('out.ttl'), 'before')
    const { code, stderr } = await statecraft([
      'convert',
      at('sample.jsonl'),
      at('none.jsonl'),
      '-o',
      at('out.ttl'),
    ])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error: ENOENT: .*none\.jsonl/)
    expect(readFileSync(at('out.ttl'), 'utf8')).toBe('before')
  })

  it('leaves no file where it is interrupted', async () => {
    for (const flags of [[], ['--stream']]) {
      const controller = new AbortController()
      const stdin = new PassThrough()
      const [stdout, stderr] = [new Sink(), new Sink()]
      const ended = run(['convert', '-', '-o', at('out.nq'), ...flags], {
        stdin,
        stdout,
        stderr,
        signal: controller.signal,
      })
      stdin.write(SAMPLE)
      setTimeout(() => controller.abort('SIGINT'), 50) // it waits for more
      expect(await ended).toBe(130)
      expect(stderr.text).toBe('interrupted\n')
      expect(readdirSync(dirname(at('x'))).filter((name) => name.includes('out'))).toEqual([])
    }
  })

  it('may write over its own input', async () => {
    await statecraft(['convert', at('sample.jsonl'), '-o', at('sample.jsonl'), '--stream'])
    expect(toJsonl(loaded())).toBe(
      (await statecraft(['convert', at('sample.jsonl'), '--to', 'jsonl'])).stdout,
    )
  })
})

describe('statecraft convert --stream', () => {
  it('writes record by record: no direct triples, no status', async () => {
    const { code, stdout, stderr } = await statecraft(
      ['convert', '-', '--stream', '--to', 'ntriples'],
      SAMPLE,
    )
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('<https://w3id.org/statecraft/ns/statement#supplies>')
    expect(stdout).not.toContain('<https://w3id.org/statecraft/ns#supplies>')
    expect(stdout).not.toContain('<https://w3id.org/statecraft/ns#status>')
  })

  it('keeps the order of the records, in their canonical form', async () => {
    const header =
      '{"statecraft":"1","prefixes":{"wikidata":"http://www.wikidata.org/entity/"},"source":"source:notes"}'
    const input = [
      header,
      '{"id":"wikidata:Q794","type":"State","label":"Iran"}',
      '{"claims":[{"stance":"asserts"}],"when":"2024","relation":"condemns","object":"state:US","subject":"wikidata:Q794","ref":"r1"}',
    ]
    const { code, stdout, stderr } = await statecraft(
      ['convert', '-', '--stream', '--to', 'jsonl'],
      input.join('\n'),
    )
    expect(code).toBe(0)
    expect(stderr).toMatch(/^line 3: unattributed: /)
    expect(stdout.split('\n')).toEqual([
      '{"statecraft":"1","prefixes":{"wikidata":"http://www.wikidata.org/entity/"}}',
      '{"type":"State","id":"wikidata:Q794","label":{"und":"Iran"}}',
      '{"ref":"r1","relation":"condemns","subject":"wikidata:Q794","object":"state:US","occurrence":"2024","claims":[{"stance":"asserts","source":"source:notes","when":"2024"}]}',
      '',
    ])
  })

  it('says what a graph says, once it is loaded', async () => {
    const { stdout } = await statecraft(['convert', '-', '--stream', '--to', 'jsonl'], SAMPLE)
    const kg = createGraph()
    kg.load(readJsonl(stdout))
    expect(toJsonl(kg)).toBe(toJsonl(loaded()))
  })

  it('takes several files as RDF, and tells each issue with its file', async () => {
    const { code, stdout, stderr } = await statecraft([
      'convert',
      at('bad.jsonl'),
      at('bad.jsonl'),
      '--stream',
      '--to',
      'nquads',
    ])
    expect(code).toBe(1)
    expect(stdout.match(/rdf-schema#label> "North Korea"@en/g)).toHaveLength(2)
    expect(
      stderr
        .split('\n')
        .slice(0, 2)
        .map((line) => line.slice(0, line.indexOf(': bad-json'))),
    ).toEqual([`${at('bad.jsonl')}: line 2`, `${at('bad.jsonl')}: line 2`])
  })

  it('takes no view options, and one file as JSON Lines', async () => {
    const view = await statecraft([
      'convert',
      at('sample.jsonl'),
      '--stream',
      '--to',
      'nquads',
      '--as-of',
      '2024-01-01',
    ])
    expect(view).toMatchObject({ code: 2, stdout: '' })
    expect(view.stderr).toContain('--stream takes no view options')
    const two = await statecraft([
      'convert',
      at('sample.jsonl'),
      at('bad.jsonl'),
      '--stream',
      '--to',
      'jsonl',
    ])
    expect(two).toMatchObject({ code: 2, stdout: '' })
  })

  it('needs no memory for the data: 100,000 records pass', async () => {
    let most = 0
    function* records() {
      const before = process.memoryUsage().heapUsed
      for (let i = 0; i < 100_000; i += 100) {
        const some = Array.from(
          { length: 100 },
          (_, j) => `{"type":"State","id":"state:x${i + j}","label":"${'x'.repeat(500)}"}\n`,
        )
        yield Buffer.from(some.join(''))
        most = Math.max(most, process.memoryUsage().heapUsed - before)
      }
    }
    async function* stdin() {
      yield* records()
    }
    const stdout = new Sink()
    let written = 0
    stdout._write = (chunk: Buffer, _encoding: string, done: () => void) => {
      written += chunk.length
      done()
    }
    const code = await run(['convert', '-', '--stream', '--to', 'jsonl'], {
      stdin: stdin(),
      stdout,
      stderr: new Sink(),
    })
    expect(code).toBe(0)
    expect(written).toBeGreaterThan(50_000_000)
    expect(most).toBeLessThan(50_000_000)
  })
})

describe('the command line of convert', () => {
  it('asks for a format where nothing tells one', async () => {
    for (const argv of [
      [at('sample.jsonl')],
      [at('sample.jsonl'), '-o', at('out.txt')],
      [at('sample.jsonl'), '--to', 'rdfxml'],
    ]) {
      const { code, stdout, stderr } = await statecraft(['convert', ...argv])
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain('jsonl, turtle, trig, ntriples, nquads')
    }
  })

  it('reads a file as what its extension tells, or as what it is told to be', async () => {
    writeFileSync(at('data.ttl'), SAMPLE)
    const refused = await statecraft(['convert', at('data.ttl'), '--to', 'jsonl'])
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/line 1: bad-rdf: .*\(is this JSON\?\)/)
    expect((await statecraft(['convert', at('data.ttl'), '--from', 'jsonl', '--to', 'jsonl'])).code).toBe(0)
    const unknown = await statecraft(['convert', at('sample.jsonl'), '--from', 'rdfxml', '--to', 'jsonl'])
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toContain('jsonl, turtle, trig, ntriples, nquads, jsonld')
  })
})
