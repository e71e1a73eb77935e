import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { version } from '../../package.json'
import { run } from '../../src/cli/run'
import { SAMPLE, Sink, statecraft, useFolder } from './run'

const at = useFolder({ 'sample.jsonl': SAMPLE })

describe('statecraft', () => {
  it('tells its version and its help, and ends with 0', async () => {
    expect(await statecraft(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
    for (const argv of [['--help'], ['help']]) {
      const { code, stdout } = await statecraft(argv)
      expect(code).toBe(0)
      for (const command of ['convert', 'validate', 'stats', 'disputes', 'ontology'])
        expect(stdout).toContain(`\n  ${command} `)
    }
    const { code, stdout } = await statecraft(['convert', '--help'])
    expect(code).toBe(0)
    for (const told of ['--stream', '--as-of', '--viewpoint', 'Exit codes', 'complete or absent'])
      expect(stdout).toContain(told)
  })

  it('ends with 2 for a mistake in the command line, and prints no result', async () => {
    const mistakes: [argv: string[], told: RegExp][] = [
      [[], /Usage: statecraft/],
      [['stast'], /Did you mean stats/],
      [['stats'], /missing required argument 'in'/],
      [['stats', '--jsn', 'x'], /Did you mean --json/],
      [['stats', at('none.jsonl')], /ENOENT/],
      [['stats', resolve(at('sample.jsonl'), '..')], /EISDIR/],
      [['stats', at('sample.jsonl'), '--status', 'aserted'], /did you mean asserted\?/],
      [['stats', at('sample.jsonl'), '--status', ','], /separated by commas/],
      [['stats', at('sample.jsonl'), '--disputed', 'maybe'], /one of include, exclude, only/],
      [['stats', at('sample.jsonl'), '--as-of', '2023-02-29'], /bad-date/],
      [['stats', at('sample.jsonl'), '--as-of', '2023'], /not one day/],
      [['stats', at('sample.jsonl'), '--relations', 'suplies'], /did you mean supplies\?/],
      [['stats', at('sample.jsonl'), '--types', 'Sate'], /did you mean State\?/],
      [['stats', at('sample.jsonl'), '--viewpoint', 'state:XX'], /state:XX/],
      [['stats', at('sample.jsonl'), '--sources', 'source:d'], /did you mean source:dw\?/],
      [['stats', at('sample.jsonl'), '--min-confidence', '2'], /0 to 1/],
      [['stats', at('sample.jsonl'), '--min-confidence', 'high'], /a number/],
      [['stats', at('sample.jsonl'), '--method', 'magic'], /no method/],
      [['stats', '-', '-'], /read once/],
    ]
    for (const [argv, told] of mistakes) {
      const { code, stdout, stderr } = await statecraft(argv)
      expect([code, stdout], argv.join(' ')).toEqual([2, ''])
      expect(stderr, argv.join(' ')).toMatch(told)
    }
  })

  it('finds mistakes in the options before it reads the data', async () => {
    const { stderr } = await statecraft(['stats', at('none.jsonl'), '--status', 'aserted'])
    expect(stderr).toContain('aserted')
  })

  it('ends quietly where nobody reads its output any more', async () => {
    const stdout = new Sink()
    stdout._write = (_chunk: Buffer, _encoding: string, done: (error?: Error) => void) =>
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
    const stderr = new Sink()
    const stdin = (async function* () {})()
    expect(await run(['ontology'], { stdin, stdout, stderr })).toBe(0)
    expect(stderr.text).toBe('')
  })

  it('shows progress on a terminal alone', async () => {
    const [stdout, stderr] = [new Sink(), new Sink()]
    stderr.isTTY = true
    const stdin = (async function* () {})()
    // What cli-progress asks of a terminal.
    Object.assign(stderr, {
      cursorTo: () => true,
      clearLine: () => true,
      moveCursor: () => true,
      columns: 80,
    })
    expect(await run(['stats', at('sample.jsonl')], { stdin, stdout, stderr })).toBe(0)
    expect(stderr.text).toContain('sample.jsonl')
    expect(stdout.text).not.toContain('sample.jsonl')
    expect((await statecraft(['stats', at('sample.jsonl')])).stderr).toBe('')
  })
})

describe('statecraft validate', () => {
  it('prints nothing but a summary of good data', async () => {
    expect(await statecraft(['validate', at('sample.jsonl')])).toEqual({
      code: 0,
      stdout: '',
      stderr: '7 entities, 4 statements, 6 claims; 0 errors, 0 warnings\n',
    })
  })

  it('prints each issue on a line, and ends with 1 where there is an error', async () => {
    const bad = [
      '{"type":"Sate","id":"state:US","label":"US"}',
      '{"type":"State","id":"state:US"}',
      '{"type":"State","id":"state:\\u001b[31m"}',
      '{"relation":"supplies","subject":"state:US","object":"state:ZZ","claims":[{"stance":"asserts","by":"state:US","when":"2023-02-29"}]}',
    ]
    const { code, stdout, stderr } = await statecraft(['validate', '-'], bad.join('\n'))
    expect(code).toBe(1)
    expect(stdout.split('\n')).toEqual([
      "line 1: unknown-type: there is no type 'Sate', at type (did you mean State?)",
      'line 2: missing-field: the entity has no label, at label',
      expect.stringMatching(/^line 3: bad-id: /),
      expect.stringMatching(/^line 4: bad-date: .*, at claims\[0\]\.when/),
      expect.stringMatching(/^line 4: dangling: state:ZZ .*, at object$/),
      '',
    ])
    expect(stdout).not.toContain('\u001b')
    expect(stderr).toBe(
      '1 entity, 1 statement, 1 claim, 2 records dropped; 3 errors, 2 warnings ' +
        '(bad-date 1, bad-id 1, dangling 1, missing-field 1, unknown-type 1)\n',
    )
  })

  it('ends with 0 where there are warnings alone', async () => {
    const { code, stdout } = await statecraft(['validate', '-'], '{"type":"State","id":"state:US"}')
    expect([code, stdout]).toEqual([0, 'line 1: missing-field: the entity has no label, at label\n'])
  })

  it('prints all issues, where other commands tell the first twenty', async () => {
    const bad = 'x\n'.repeat(50)
    expect((await statecraft(['validate', '-'], bad)).stdout.split('\n')).toHaveLength(51)
    const { code, stderr } = await statecraft(['stats', '-'], bad)
    expect(code).toBe(1)
    expect(stderr.split('\n')).toHaveLength(23)
    expect(stderr).toContain('… and 30 issues more')
    expect(stderr.trimEnd().split('\n').at(-1)).toBe('50 errors, 0 warnings')
  })

  it('tells of several files in which an issue is', async () => {
    writeFileSync(at('bad.jsonl'), 'nonsense\n')
    const { stdout } = await statecraft(['validate', at('sample.jsonl'), at('bad.jsonl')])
    expect(stdout).toMatch(new RegExp(`^${at('bad.jsonl')}: line 1: bad-json: `))
  })
})

describe('statecraft stats', () => {
  // Counted by hand in SAMPLE. Park is of two types.
  const all = {
    entities: {
      total: 7,
      byType: { State: 2, Article: 1, Commodity: 1, Expert: 1, NewsAgency: 1, Official: 1, Vessel: 1 },
    },
    statements: {
      total: 4,
      byRelation: { supplies: 2, attacks: 1, hasTiesWith: 1 },
      byStatus: { asserted: 1, alleged: 1, predicted: 1, denied: 1 },
      disputed: 1,
    },
    claims: { total: 6, byStance: { asserts: 1, alleges: 1, predicts: 1, denies: 3 } },
    issues: { error: 0, warning: 0, byCode: {} },
  }

  it('counts what there is, as JSON', async () => {
    const { code, stdout, stderr } = await statecraft(['stats', at('sample.jsonl'), '--json'])
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toEqual(all)
  })

  it('counts what there is, as tables', async () => {
    const { stdout } = await statecraft(['stats', at('sample.jsonl')])
    expect(stdout).toBe(`7 entities by type
  State        2
  Article      1
  Commodity    1
  Expert       1
  NewsAgency   1
  Official     1
  Vessel       1

4 statements by relation
  supplies     2
  attacks      1
  hasTiesWith  1

4 statements by level, 1 disputed
  asserted     1
  alleged      1
  predicted    1
  denied       1

6 claims by stance
  asserts      1
  alleges      1
  predicts     1
  denies       3
`)
  })

  it('counts a view', async () => {
    const { stdout } = await statecraft(['stats', at('sample.jsonl'), '--json', '--status', 'predicted'])
    // The statement that Park makes in the article: both ends, the claimant and the source.
    expect(JSON.parse(stdout)).toMatchObject({
      entities: { total: 4 },
      statements: { total: 1, byRelation: { supplies: 1 }, byStatus: { predicted: 1 }, disputed: 0 },
      claims: { total: 1, byStance: { predicts: 1 } },
    })
  })

  it('counts issues', async () => {
    const { code, stdout } = await statecraft(
      ['stats', '-', '--json'],
      'x\nx\n{"type":"State","id":"state:A"}',
    )
    expect(code).toBe(1)
    expect(JSON.parse(stdout).issues).toEqual({
      error: 2,
      warning: 1,
      byCode: { 'bad-json': 2, 'missing-field': 1 },
    })
  })

  it('of nothing are zeros', async () => {
    const { code, stdout } = await statecraft(['stats', '-', '--json'], '')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      entities: { total: 0, byType: {} },
      statements: { total: 0 },
      claims: { total: 0 },
    })
    expect((await statecraft(['stats', '-'], '')).stdout).toBe(
      '0 entities by type\n\n0 statements by relation\n\n0 statements by level, 0 disputed\n\n0 claims by stance\n',
    )
  })

  it('is stopped by --strict at the first error', async () => {
    const { code, stdout, stderr } = await statecraft(['stats', '-', '--strict'], 'x\n')
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^error: -: line 1: bad-json: /)
  })
})

describe('statecraft disputes', () => {
  it('tells who is on either side, and where', async () => {
    const { code, stdout } = await statecraft(['disputes', at('sample.jsonl')])
    expect(code).toBe(0)
    expect(stdout).toBe(`1 statement is disputed

Iran ─supplies oil→ North Korea    alleged, disputed    2024-04-01/2024-04-30
  for      alleges  Park            An old alliance, §3  when 2024-04
  against  denies   Iran            An old alliance, §4  said 2024-05-01
  against  denies   Deutsche Welle  An old alliance, §5
`)
  })

  it('tells it in another language, and as JSON', async () => {
    expect((await statecraft(['disputes', at('sample.jsonl'), '--lang', 'ar'])).stdout).toContain(
      '\u2068إيران\u2069 ─supplies oil→ North Korea',
    )
    const { stdout } = await statecraft(['disputes', at('sample.jsonl'), '--json'])
    const { disputes, conflicts } = JSON.parse(stdout)
    expect(conflicts).toEqual([])
    expect(disputes).toHaveLength(1)
    expect(disputes[0]).toMatchObject({
      relation: 'supplies',
      subject: 'state:IR',
      object: 'state:KP',
      statements: [{ claimants: { for: ['person:park'], against: ['agency:dw', 'state:IR'] } }],
    })
  })

  it('tells denials of a wider statement', async () => {
    const wide =
      '{"relation":"supplies","subject":"state:IR","object":"state:KP","claims":[{"stance":"denies","by":"state:KP"}]}\n'
    const { stdout } = await statecraft(['disputes', '-'], SAMPLE + wide)
    expect(stdout).toMatch(/\n {2}against {2}denies {3}North Korea/)
  })

  it('tells of rivals for what can have but one holder', async () => {
    const flags = ['IR', 'KP'].map(
      (code) =>
        `{"relation":"flaggedBy","subject":"vessel:one","object":"state:${code}","claims":[{"stance":"asserts","by":"person:park","when":"2024/.."}]}`,
    )
    const { stdout } = await statecraft(['disputes', '-'], SAMPLE + flags.join('\n'))
    expect(stdout).toContain('\n1 conflict: but one of these can hold\n')
    expect(stdout).toContain('One ─flagged by→ Iran    asserted    2024-01-01/\n  asserts  Park')
    expect(stdout).toContain('One ─flagged by→ North Korea    asserted    2024-01-01/\n')
  })

  it('says so where there are none', async () => {
    expect((await statecraft(['disputes', '-'], '')).stdout).toBe('nothing is disputed\n')
  })

  it('prints foreign text without its control characters', async () => {
    const evil = SAMPLE.replace('"en":"Iran"', '"en":"I\u202eran"').replace(
      '"An old alliance"',
      '"An old \\u007f\\u009b2Jalliance"',
    )
    const { stdout } = await statecraft(['disputes', '-'], evil)
    expect(stdout).toContain('I\\u{202e}ran ─supplies oil→')
    expect(stdout).toContain('An old \\u{7f}\\u{9b}2Jalliance')
  })
})

describe('statecraft ontology', () => {
  it('gives an overview: types as a tree, relations with their ends, lists', async () => {
    const { code, stdout } = await statecraft(['ontology'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Types\n {2}Actor /)
    expect(stdout).toMatch(/\n {4}Organization .*\n {6}IntergovernmentalOrganization .*\n {8}Alliance /)
    expect(stdout).toMatch(/\n {2}alliedWith +Actor – Actor /)
    expect(stdout).toMatch(/\n {2}visits +Actor → Jurisdiction \/ Organization \/ Place +event /)
    expect(stdout).toMatch(/\n {2}vote +5 {2}/)
  })

  it('tells about a relation', async () => {
    const { stdout } = await statecraft(['ontology', 'sanctions'])
    expect(stdout).toMatch(/^sanctions: relation\n/)
    for (const told of [
      /\n {2}subject {2}State \/ Organization\n/,
      /\n {2}inverse {2}is sanctioned by\n/,
      /\n {2}sign {5}− \(hostile\)\n/,
      /\n {2}programme +SanctionsProgramme /,
      /\n {2}measures\[\]! +measure /,
      /plover:COERCE/,
    ])
      expect(stdout).toMatch(told)
  })

  it('tells about a type, a property, a list and a value', async () => {
    const type = (await statecraft(['ontology', 'Alliance'])).stdout
    expect(type).toMatch(/\n {2}is a +IntergovernmentalOrganization < Organization < Actor\n/)
    expect(type).toMatch(/\n {2}founded +date /)
    const property = (await statecraft(['ontology', 'legalBasis'])).stdout
    expect(property).toMatch(/\n {2}detail of +sanctions, designates, suspends\n/)
    const list = (await statecraft(['ontology', 'measure'])).stdout
    expect(list).toMatch(/\n {2}travel-ban +natural persons may not enter/)
    const value = (await statecraft(['ontology', 'trade-embargo'])).stdout
    expect(value).toMatch(/^trade-embargo: value of measure\n/)
    expect(value).toMatch(/\n {2}broader +export-control, import-restrictions\n/)
  })

  it('tells all that has a name', async () => {
    // `member` and the like stand in a list each; `form` is a property, `registration` a list.
    const { stdout } = await statecraft(['ontology', 'other', '--json'])
    const entries = JSON.parse(stdout)
    expect(entries.length).toBeGreaterThan(1)
    expect(
      new Set(entries.map(({ entry, name }: { entry: string; name: string }) => `${entry} ${name}`)),
    ).toEqual(new Set(['value other']))
  })

  it('is JSON for other programs', async () => {
    const whole = JSON.parse((await statecraft(['ontology', '--json'])).stdout)
    expect(Object.keys(whole)).toEqual(
      expect.arrayContaining(['iri', 'types', 'relations', 'properties', 'lists']),
    )
    const one = JSON.parse((await statecraft(['ontology', 'supplies', '--json'])).stdout)
    expect(one).toMatchObject({
      entry: 'relation',
      subject: ['Actor'],
      object: ['Actor'],
      aspect: 'event',
      inverse: 'is supplied by',
    })
  })

  it('proposes the name that was meant', async () => {
    for (const [name, meant] of [
      ['sancsions', 'sanctions'],
      ['state', 'State'],
      ['travelban', 'travel-ban'],
    ] as const) {
      const { code, stdout, stderr } = await statecraft(['ontology', name])
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain(`did you mean ${meant}?`)
    }
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect((await statecraft(['ontology', name])).code).toBe(2)
  })

  it('fits a narrow terminal', async () => {
    const [stdout, stderr] = [new Sink(), new Sink()]
    Object.assign(stdout, { isTTY: true, columns: 60 })
    await run(['ontology'], { stdin: (async function* () {})(), stdout, stderr })
    expect(
      Math.max(
        ...stdout.text
          .split('\n')
          .slice(0, -2)
          .map((line) => [...line].length),
      ),
    ).toBeLessThanOrEqual(60)
    expect(stdout.text).toContain('…')
  })
})

describe('an ontology of one’s own', () => {
  const core = JSON.stringify(resolve('src/index.ts'))

  it('is taken from a module', async () => {
    writeFileSync(
      at('mine.mjs'),
      `import { core, extendOntology } from ${core}
       export const ontology = extendOntology(core, { types: { Port: { extends: 'Place', definition: 'where ships load' } } })`,
    )
    const port = '{"type":"Port","id":"port:a","label":"A"}'
    expect((await statecraft(['validate', '-', '--ontology', at('mine.mjs')], port)).code).toBe(0)
    expect((await statecraft(['validate', '-'], port)).code).toBe(1)
    expect(
      (await statecraft(['stats', '-', '--types', 'Port', '--ontology', at('mine.mjs')], port)).code,
    ).toBe(0)
    expect((await statecraft(['ontology', 'Port', '--ontology', at('mine.mjs')])).stdout).toContain(
      'where ships load',
    )
    const streamed = await statecraft(
      ['convert', '-', '--stream', '--to', 'ntriples', '--ontology', at('mine.mjs')],
      port,
    )
    expect(streamed.stdout).toContain('ns#Port')
  })

  it('that is not there, or none, says so', async () => {
    writeFileSync(at('none.mjs'), 'export const ontology = { types: {} }')
    writeFileSync(at('broken.mjs'), 'throw new Error("broken")')
    for (const [file, told] of [
      ['missing.mjs', 'cannot be loaded'],
      ['none.mjs', 'exports no ontology'],
      ['broken.mjs', 'broken'],
    ] as const) {
      const { code, stderr } = await statecraft(['ontology', '--ontology', at(file)])
      expect(code).toBe(2)
      expect(stderr).toContain(told)
    }
  })
})
