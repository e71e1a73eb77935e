import fc from 'fast-check'
import { createGraph, formatIssue } from 'statecraft'
import { type Chunk, readJsonl } from 'statecraft/jsonl'
import { describe, expect, it } from 'vitest'

const bytes = (text: string) => new TextEncoder().encode(text)
const IRAN = '{"type":"State","id":"state:IR","label":{"en":"Iran","ar":"إيران"}}'
const KOREA = '{"type":"State","id":"state:KP","label":{"en":"North Korea"}}'

/** Each record with its line, then the issues as people read them, in short. */
function read(input: string | Uint8Array | Iterable<Chunk>, maxLine?: number) {
  const stream = readJsonl(input, maxLine === undefined ? {} : { maxLine })
  const records: [line: number, record: unknown][] = []
  for (const record of stream) records.push([stream.line, record])
  return { records, issues: stream.issues.map((found) => `${found.line} ${found.code}`), stream }
}

async function readAsync(input: AsyncIterable<Chunk>) {
  const stream = readJsonl(input)
  const records: [line: number, record: unknown][] = []
  for await (const record of stream) records.push([stream.line, record])
  return { records, issues: stream.issues.map((found) => `${found.line} ${found.code}`), stream }
}

async function* later(chunks: Iterable<Chunk>): AsyncGenerator<Chunk> {
  for (const chunk of chunks) {
    await Promise.resolve()
    yield chunk
  }
}

/** Cuts at these places. */
function cut<T extends { slice(from: number, to?: number): T; readonly length: number }>(
  whole: T,
  at: readonly number[],
): T[] {
  const places = [...new Set(at.map((n) => n % (whole.length + 1)))].sort((a, b) => a - b)
  return [0, ...places].map((from, i) => whole.slice(from, places[i] ?? whole.length))
}

describe('lines', () => {
  it('gives each record with its line, past empty lines, CRLF and a last line without an end', () => {
    const { records, issues } = read(`${IRAN}\r\n\r\n\n   \n${KOREA}`)
    expect(records).toEqual([
      [1, JSON.parse(IRAN)],
      [5, JSON.parse(KOREA)],
    ])
    expect(issues).toEqual([])
  })

  it('reads an empty file as an empty graph', () => {
    for (const empty of ['', '\n\n', '\ufeff', bytes(''), [], [bytes(''), bytes('\n')]]) {
      expect(read(empty)).toMatchObject({ records: [], issues: [] })
      const report = createGraph().load(readJsonl(empty))
      expect(report).toMatchObject({ entities: 0, statements: 0, dropped: 0, issues: [] })
    }
  })

  it('reads over a byte order mark, in bytes and in text', () => {
    expect(read(`\ufeff${IRAN}\n`).records).toHaveLength(1)
    expect(read(bytes(`\ufeff${IRAN}\n`)).records).toHaveLength(1)
    expect(
      read([...bytes(`\ufeff{"statecraft":"1","source":"source:x"}\n${IRAN}`)].map((b) => Uint8Array.of(b))),
    ).toMatchObject({
      records: [[2, JSON.parse(IRAN)]],
      issues: [],
      stream: { source: 'source:x' },
    })
  })

  it('reads the same wherever the chunks are cut, in bytes and in text', () => {
    const text = `${IRAN}\n\n${KOREA}\r\n{"type":"State","id":"state:𐀀","label":"👩‍🚀 “é”"}\nnonsense\n${IRAN}`
    const whole = read(text)
    expect(whole.records.map(([line]) => line)).toEqual([1, 3, 4, 6])
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 400 }), { maxLength: 12 }), (at) => {
        for (const chunks of [cut(bytes(text), at), cut(text, at)]) {
          const { records, issues } = read(chunks)
          expect(records).toEqual(whole.records)
          expect(issues).toEqual(whole.issues)
        }
      }),
    )
  })

  it('reads chunks that are text and bytes in turn', () => {
    const at = IRAN.indexOf('Iran')
    const chunks = [IRAN.slice(0, at), bytes(`${IRAN.slice(at)}\n${KOREA.slice(0, 5)}`), KOREA.slice(5)]
    expect(read(chunks).records.map(([, record]) => record)).toEqual([JSON.parse(IRAN), JSON.parse(KOREA)])
  })

  it('does not keep the memory of a chunk, which its giver may use again', () => {
    const memory = new Uint8Array(16)
    const text = bytes(`${IRAN}\n${KOREA}`)
    function* reused() {
      for (let at = 0; at < text.length; at += memory.length) {
        const part = text.subarray(at, at + memory.length)
        memory.set(part)
        yield memory.subarray(0, part.length)
      }
    }
    expect(read(reused()).records.map(([, record]) => record)).toEqual([JSON.parse(IRAN), JSON.parse(KOREA)])
  })
})

describe('streams', () => {
  it('reads what comes bit by bit', async () => {
    const { records, issues } = await readAsync(
      later([bytes(`${IRAN}\nx\n${KOREA.slice(0, 20)}`), bytes(KOREA.slice(20))]),
    )
    expect(records.map(([line]) => line)).toEqual([1, 3])
    expect(issues).toEqual(['2 bad-json'])
  })

  it('reads a stream of the web, also where it is not iterable', async () => {
    const { body } = new Response(`${IRAN}\n${KOREA}\n`)
    expect((await readAsync(body as unknown as AsyncIterable<Chunk>)).records).toHaveLength(2)
    const reader = new Response(IRAN).body!.getReader()
    const plain = { getReader: () => reader } as unknown as ReadableStream<Uint8Array>
    const records: unknown[] = []
    for await (const record of readJsonl(plain)) records.push(record)
    expect(records).toEqual([JSON.parse(IRAN)])
  })

  it('answers calls that do not wait for each other in their order', async () => {
    const stream = readJsonl(later([`${IRAN}\n`, `${KOREA}\n`]))
    const answers = await Promise.all([stream.next(), stream.next(), stream.next(), stream.next()])
    expect(answers).toEqual([
      { done: false, value: JSON.parse(IRAN) },
      { done: false, value: JSON.parse(KOREA) },
      { done: true, value: undefined },
      { done: true, value: undefined },
    ])
  })

  it('hands on what goes wrong with the input, after the records before it', async () => {
    async function* broken() {
      yield `${IRAN}\n`
      throw new Error('the disk is gone')
    }
    const stream = readJsonl(broken())
    expect((await stream.next()).value).toEqual(JSON.parse(IRAN))
    await expect(stream.next()).rejects.toThrow('the disk is gone')
    expect(await stream.next()).toEqual({ done: true, value: undefined })
  })

  it('closes the input when somebody stops', async () => {
    let closed = 0
    async function* endless() {
      try {
        for (;;) yield `${IRAN}\n${KOREA}\n`
      } finally {
        closed++
      }
    }
    const stream = readJsonl(endless())
    for await (const _ of stream) break
    expect(closed).toBe(1)
    expect((await stream.next()).done).toBe(true)
    function* chunks() {
      try {
        for (;;) yield `${IRAN}\n${KOREA}\n`
      } finally {
        closed++
      }
    }
    for (const _ of readJsonl(chunks())) break
    expect(closed).toBe(2)
  })

  it('is what a graph loads, with its lines', async () => {
    const kg = createGraph()
    const report = await kg.load(readJsonl(later([`${IRAN}\n{"type":"Sate","id":"state:KP"}\n`])))
    expect(report.issues.map((found) => formatIssue(found))).toEqual([
      "line 2: unknown-type: there is no type 'Sate', at type (did you mean State?)",
    ])
    expect(kg.label('state:IR', ['ar'])).toBe('إيران')
  })
})

describe('the header', () => {
  it('gives prefixes and a source, and is no record', () => {
    const { records, issues, stream } = read(
      `\n{"statecraft":"1","prefixes":{"wikidata":"http://www.wikidata.org/entity/"},"source":"source:notes"}\n${IRAN}`,
    )
    expect(records.map(([line]) => line)).toEqual([3])
    expect(issues).toEqual([])
    expect(stream.prefixes).toEqual({ wikidata: 'http://www.wikidata.org/entity/' })
    expect(stream.source).toBe('source:notes')
  })

  it('may be all there is, or not there', () => {
    expect(read('{"statecraft":"1"}')).toMatchObject({ records: [], issues: [], stream: { prefixes: {} } })
    expect('source' in read(IRAN).stream && read(IRAN).stream.source).toBe(undefined)
  })

  it('may give its version as a number, and an older or a minor one', () => {
    for (const version of ['1', 1, '1.7', 1.7, '0.9', 0]) {
      expect(read(`${JSON.stringify({ statecraft: version })}\n${IRAN}`)).toMatchObject({
        issues: [],
        records: [[2, {}]],
      })
    }
  })

  it('of a newer major version is refused with a hint, and nothing further is read', async () => {
    for (const version of ['2', 2, '10.1']) {
      const text = `${JSON.stringify({ statecraft: version, source: 'bad' })}\n${IRAN}\n`
      const { records, issues, stream } = read(text)
      expect(records).toEqual([])
      expect(issues).toEqual(['1 unsupported-version'])
      expect(stream.issues[0]?.hint).toContain('newer')
      expect(stream.issues[0]?.severity).toBe('error')
    }
    let pulled = 0
    async function* counted() {
      for (; pulled < 100; pulled++) yield pulled === 0 ? '{"statecraft":"2"}\n' : `${IRAN}\n`
    }
    expect((await readAsync(counted())).records).toEqual([])
    expect(pulled).toBeLessThan(3)
  })

  it('with a version that is none is read on', () => {
    for (const version of [true, 'one', null, -1]) {
      const { records, issues } = read(`${JSON.stringify({ statecraft: version })}\n${IRAN}`)
      expect(issues).toEqual(['1 bad-value'])
      expect(records).toHaveLength(1)
    }
  })

  it('with bad prefixes keeps the good ones, and the load goes on', () => {
    const header = {
      statecraft: '1',
      prefixes: {
        ok: 'https://example.org/ok/',
        stmt: 'https://example.org/stmt/',
        Bad: 'https://example.org/bad/',
        ftp: 'ftp://example.org/',
        within: 'https://example.org/ok/within/',
        number: 7,
        constructor: 'https://example.org/constructor/',
      },
      sorce: 'source:x',
    }
    const text = `${JSON.stringify(header).replace('"stmt"', '"__proto__":"https://e.org/p/","stmt"')}\n${IRAN}`
    const { issues, stream } = read(text)
    expect(stream.issues.map(({ code, path }) => `${code} ${path?.join('.')}`)).toEqual([
      'unknown-field sorce',
      'bad-id prefixes.__proto__',
      'bad-id prefixes.stmt',
      'bad-id prefixes.Bad',
      'bad-id prefixes.ftp',
      'bad-id prefixes.within',
      'bad-id prefixes.number',
    ])
    expect(issues.every((found) => found.startsWith('1 '))).toBe(true)
    expect(stream.issues[0]?.hint).toBe('did you mean source?')
    expect({ ...stream.prefixes }).toEqual({
      ok: 'https://example.org/ok/',
      constructor: 'https://example.org/constructor/',
    })
    const kg = createGraph()
    expect(kg.load(readJsonl(text)).entities).toBe(1)
    expect(kg.prefixes.iri('ok:1')).toBe('https://example.org/ok/1')
  })

  it('with a bad source or prefixes of another kind goes on without', () => {
    const { issues, records, stream } = read(
      `{"statecraft":"1","prefixes":["x"],"source":"no prefix"}\n${IRAN}`,
    )
    expect(issues).toEqual(['1 bad-value', '1 bad-id'])
    expect(records).toHaveLength(1)
    expect(stream.source).toBe(undefined)
  })

  it('is only on the first line: later it is a record like any other', () => {
    expect(read(`${IRAN}\n{"statecraft":"2"}`).records).toHaveLength(2)
  })

  it('gives its source to claims without one', () => {
    const kg = createGraph()
    const report = kg.load(
      readJsonl(
        [
          '{"statecraft":"1","source":"source:notes"}',
          '{"type":"Document","id":"source:notes","label":"Notes"}',
          IRAN,
          KOREA,
          '{"relation":"hasTiesWith","subject":"state:IR","object":"state:KP","claims":[{"stance":"asserts"}]}',
        ].join('\n'),
      ),
    )
    expect(report.issues.map((found) => `${found.line} ${found.code}`)).toEqual(['5 unattributed'])
    expect([...kg.statements()][0]?.claims[0]?.source).toBe('source:notes')
  })
})

describe('bad lines', () => {
  it('are left out and told with their line, their text and a hint', () => {
    const cases: [line: string, hint: RegExp | undefined][] = [
      ['[{"type":"State"}]', /JSON array/],
      ['[', /JSON array/],
      ['{', /pretty-printed/],
      [`${IRAN},`, /comma stands between/],
      ['{"type":"State","id":"state:IR",}', /comma before/],
      ["{'type': 'State'}", /double quotes/],
      ['{"type":"State","confidence":NaN}', /finite/],
      ['{"type":"State","id":"sta', /cut short/],
      ['state:KP a sc:State .', undefined],
      ['@prefix state: <https://w3id.org/statecraft/id/state/> .', /RDF/],
      ['null', undefined],
      ['"text"', undefined],
      ['7', undefined],
    ]
    for (const [line, hint] of cases) {
      const { records, issues, stream } = read(`${IRAN}\n${line}\n${KOREA}`)
      expect(
        records.map(([at]) => at),
        line,
      ).toEqual([1, 3])
      expect(issues, line).toEqual(['2 bad-json'])
      expect(stream.issues[0]?.record, line).toBe(line)
      if (hint) expect(stream.issues[0]?.hint, line).toMatch(hint)
      else expect(stream.issues[0]?.hint, line).toBe(undefined)
    }
  })

  it('are kept in part only', () => {
    const { stream } = read(`{"x":"${'y'.repeat(10_000)}`)
    expect(stream.issues[0]?.record).toHaveLength(501) // 500 and an ellipsis
  })

  it('count as dropped records', () => {
    const report = createGraph().load(readJsonl(`${IRAN}\nx\n[]\n`))
    expect(report).toMatchObject({ entities: 1, dropped: 2, counts: { 'bad-json': 2 } })
  })

  it('in a great number are counted, and cost no memory of their own', () => {
    const report = createGraph().load(readJsonl('x\n'.repeat(30_000)))
    expect(report).toMatchObject({ dropped: 30_000, errors: 30_000, counts: { 'bad-json': 30_000 } })
    expect(report.issues).toHaveLength(10_000)
    expect(report.issues.at(-1)?.line).toBe(10_000)
  })
})

describe('bytes that are not UTF-8', () => {
  const bad = (...parts: (string | number)[]) =>
    new Uint8Array(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...bytes(part)])))

  it('are told once a line, and the record is kept with U+FFFD', () => {
    const label = (id: string) => `{"type":"State","id":"state:${id}","label":"`
    const file = bad(
      `${IRAN}\n`,
      label('A'),
      0xe9,
      0xe9,
      ' ',
      0xff,
      '"}\n', // Latin-1, twice in one line
      `${KOREA}\n`,
      label('B'),
      0xc3,
      '"}\n', // the first of two bytes
      label('C'),
      0xed,
      0xa0,
      0x80,
      '"}\n', // a surrogate
      label('D'),
      0xc0,
      0x80,
      '"}', // an overlong NUL, in a last line without an end
    )
    const expected = {
      records: [1, 2, 3, 4, 5, 6],
      issues: ['2', '4', '5', '6'].map((line) => `${line} bad-encoding`),
    }
    for (const size of [1, 2, 3, 7, 1000]) {
      const chunks: Uint8Array[] = []
      for (let at = 0; at < file.length; at += size) chunks.push(file.slice(at, at + size))
      const { records, issues } = read(chunks)
      expect({ records: records.map(([line]) => line), issues }, `chunks of ${size}`).toEqual(expected)
      expect(records[3]?.[1]).toEqual({ type: 'State', id: 'state:B', label: '\ufffd' })
    }
  })

  it('are no trouble where a U+FFFD really stands in the file', () => {
    expect(read(bytes(`{"type":"State","id":"state:A","label":"\ufffd"}`)).issues).toEqual([])
  })

  it('of another encoding altogether are refused at once, with a hint', () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...`${IRAN}\n${KOREA}\n`].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ])
    const gzip = bad(0x1f, 0x8b, 8, 0, 0, 10, 'xyz', 10, 'x')
    for (const file of [utf16, gzip]) {
      const { records, issues, stream } = read([file.slice(0, 30), file.slice(30)])
      expect(records).toEqual([])
      expect(issues).toEqual(['1 bad-encoding'])
      expect(stream.issues[0]?.hint).toContain('UTF-8')
    }
  })
})

describe('a line that is too long', () => {
  const long = `{"type":"State","id":"state:X","label":"${'x'.repeat(200)}"}`

  it('is skipped and told with its line and its start; the others come', () => {
    const text = `${KOREA}\n${long}\n${KOREA}\n${long}`
    for (const size of [1, 5, 64, 100, 10_000]) {
      const whole = bytes(text)
      const inBytes: Uint8Array[] = []
      const inText: string[] = []
      for (let at = 0; at < whole.length; at += size) inBytes.push(whole.slice(at, at + size))
      for (let at = 0; at < text.length; at += size) inText.push(text.slice(at, at + size))
      for (const chunks of [inBytes, inText]) {
        const { records, issues, stream } = read(chunks, 100)
        expect(
          records.map(([line]) => line),
          `chunks of ${size}`,
        ).toEqual([1, 3])
        expect(issues, `chunks of ${size}`).toEqual(['2 line-too-long', '4 line-too-long'])
        expect(stream.issues[0]?.record?.startsWith('{"type":"State","id":"state:X"')).toBe(true)
        expect(stream.issues[0]?.message).toContain('100 bytes')
      }
    }
  })

  it('is one byte longer than the limit', () => {
    const length = bytes(IRAN).length // Arabic: more bytes than characters
    expect(length).toBeGreaterThan(IRAN.length)
    for (const chunks of [[bytes(`${IRAN}\n`)], [...bytes(`${IRAN}\n`)].map((b) => Uint8Array.of(b))]) {
      expect(read(chunks, length).records).toHaveLength(1)
      expect(read(chunks, length - 1).issues).toEqual(['1 line-too-long'])
    }
  })

  it('counts as one dropped record', () => {
    const report = createGraph().load(readJsonl(`${KOREA}\n${long}\n`, { maxLine: 100 }))
    expect(report).toMatchObject({ entities: 1, dropped: 1, errors: 1 })
  })

  it('is not held: 200 MB of one line leave memory as it was', async () => {
    const part = new Uint8Array(1024 * 1024).fill(120)
    let most = 0
    async function* huge() {
      yield bytes(`${IRAN}\n`)
      const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
      for (let i = 0; i < 200; i++) {
        yield part
        most = Math.max(most, process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before)
      }
      yield bytes(`\n${KOREA}\n`)
    }
    const { records, issues } = await readAsync(huge())
    expect(records.map(([line]) => line)).toEqual([1, 3])
    expect(issues).toEqual(['2 line-too-long'])
    // Up to the limit of 64 MiB it must be held; what is beyond must not.
    expect(most).toBeLessThan(100 * 1024 * 1024)
  })
})
