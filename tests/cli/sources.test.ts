import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Sink, statecraft, useFolder } from './run'

const UN = 'tests/fixtures/un/consolidated-2025-04-19.excerpt.xml'
const UN_MADE_UP = 'tests/fixtures/un/made-up.xml'
const OFAC = 'tests/fixtures/ofac/sdn-2021-07'
const GDELT = 'tests/fixtures/gdelt/20191024143000.excerpt.export.CSV'

const counted = async (...argv: string[]) =>
  JSON.parse((await statecraft(['stats', ...argv, '--json'])).stdout)

describe('every reading command', () => {
  const at = useFolder()

  it('reads what others publish, known by how it begins', async () => {
    expect((await counted(UN)).statements.byRelation.designates).toBe(6)
    expect((await counted(GDELT)).entities.byType.State).toBe(17)
  })

  it('reads a folder of files that belong together, and the main one alone', async () => {
    const folder = await counted(OFAC)
    expect(folder.statements.byRelation.designates).toBeGreaterThan(0)
    const alone = await statecraft(['stats', `${OFAC}/sdn.csv`, '--json'])
    expect(JSON.parse(alone.stdout).statements.byRelation.designates).toBe(
      folder.statements.byRelation.designates,
    )
  })

  it('reads the standard input, and what is read twice from it', async () => {
    const text = readFileSync(UN, 'utf8')
    const { stdout } = await statecraft(['stats', '-', '--json'], text)
    expect(JSON.parse(stdout).statements.byRelation.designates).toBe(6)
    const piped = await statecraft(['convert', '-', '--to', 'nquads', '--stream'], text)
    expect(piped.stdout).toContain('<https://w3id.org/statecraft/id/un/')
  })

  it('reads several lists and the reference data as one graph', async () => {
    const all = await counted(UN, OFAC, 'reference:states')
    expect(all.entities.byType.State).toBeGreaterThanOrEqual(193)
    expect(all.issues.byCode.conflict).toBeUndefined()
  })

  it('is told the format where the file does not tell it, and refuses another list', async () => {
    cpSync(UN, at('list.txt'))
    const said = await statecraft(['stats', at('list.txt'), '--from', 'un-xml', '--json'])
    expect(JSON.parse(said.stdout).statements.byRelation.designates).toBe(6)
    const other = await statecraft(['stats', UN, '--from', 'eu-xml'])
    expect(other.code).toBe(1)
    expect(other.stderr).toContain('wrong-format: ')
    expect(other.stderr).toContain('CONSOLIDATED_LIST')
    const unknown = await statecraft(['stats', UN, '--from', 'un-xlm'])
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('did you mean un-xml?')])
  })

  it.each([
    [
      'an error page',
      '<!DOCTYPE html>\n<html><body>502 Bad Gateway</body></html>',
      /begins with <html>.*error/,
    ],
    [
      'XML of something else',
      '<?xml version="1.0"?><rss version="2.0"></rss>',
      /begins with <rss>, and is none of the lists/,
    ],
  ])('names %s', async (_, text, message) => {
    writeFileSync(at('list.xml'), text)
    const { code, stderr } = await statecraft(['stats', at('list.xml')])
    expect(code).toBe(1)
    expect(stderr).toMatch(message)
  })

  it('names a table without a mapping, and says what it wants', async () => {
    writeFileSync(at('votes.csv'), 'rcid,ccode,vote\n1,2,1\n')
    const { code, stderr } = await statecraft(['stats', at('votes.csv')])
    expect([code, stderr]).toEqual([expect.any(Number), expect.stringContaining('--mapping')])
    expect(code).not.toBe(0)
  })

  it('sums issues by code', async () => {
    const { code, stderr } = await statecraft(['stats', UN_MADE_UP])
    expect(code).toBe(1)
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(
      /^\d errors, \d warnings \((?:[a-z-]+ \d+(?:, )?)+\)$/,
    )
  })

  it('shows progress with rate and time left, on a terminal', async () => {
    const { run } = await import('../../src/cli/run')
    const [stdout, stderr] = [new Sink(), new Sink()]
    stderr.isTTY = true
    stderr.columns = 120
    const { Readable } = await import('node:stream')
    await run(['stats', UN], { stdin: Readable.from([]), stdout, stderr })
    expect(stderr.text).toMatch(/MB\/s/)
  })

  it('says of a folder that there is no list in it, or no file', async () => {
    mkdirSync(at('empty'))
    for (const flags of [[], ['--from', 'un-xml']]) {
      const { code, stderr } = await statecraft(['stats', at('empty'), ...flags])
      expect([code, stderr]).toEqual([2, expect.stringContaining('is a folder without files')])
    }
    writeFileSync(at('empty/notes.txt'), 'nothing')
    const { code, stderr } = await statecraft(['stats', at('empty')])
    expect([code, stderr]).toEqual([2, expect.stringContaining('EISDIR')])
  })
})

describe('diff', () => {
  const at = useFolder()
  const without = (id: string) =>
    readFileSync(UN, 'utf8').replace(
      new RegExp(`<(INDIVIDUAL|ENTITY)>(?:(?!</\\1>)[\\s\\S])*${id.replace('.', '\\.')}[\\s\\S]*?</\\1>`),
      '',
    )
  const [id = ''] = /<REFERENCE_NUMBER>\s*([A-Za-z]+\.\d+)/.exec(readFileSync(UN, 'utf8'))?.slice(1) ?? []

  it('tells who came and who went, for people and for programs', async () => {
    writeFileSync(at('newer.xml'), without(id))
    const gone = await statecraft(['diff', UN, at('newer.xml'), '--json'])
    expect(JSON.parse(gone.stdout)).toMatchObject({ listed: [], delisted: [`un:${id}`] })
    const came = await statecraft(['diff', at('newer.xml'), UN])
    expect(came.stdout).toContain(`+ un:${id}`)
    expect(came.stdout).toMatch(/1 listed, 0 delisted, \d+ amended\n$/)
    expect(came.code).toBe(0)
  })

  it('names what changed, and tells it value by value where that is asked for', async () => {
    writeFileSync(
      at('newer.xml'),
      readFileSync(UN, 'utf8').replace(/<GENDER>[^<]*<\/GENDER>/g, '<GENDER>FEMALE</GENDER>'),
    )
    const named = await statecraft(['diff', UN, at('newer.xml')])
    expect(named.stdout).toMatch(/^~ un:\S+ .*: gender$/m)
    const full = await statecraft(['diff', UN, at('newer.xml'), '--changes'])
    expect(full.stdout).toMatch(/^ {4}gender: (?:none|male) → female$/m)
  })

  it('of a newer file that is cut off calls nobody delisted', async () => {
    const text = readFileSync(UN, 'utf8')
    writeFileSync(at('cut.xml'), text.slice(0, text.lastIndexOf('<ENTITY>') + 30))
    const { code, stdout, stderr } = await statecraft(['diff', UN, at('cut.xml'), '--json'])
    expect(code).toBe(1)
    const found = JSON.parse(stdout)
    expect(found.delisted).toEqual([])
    expect(found.unknown).toHaveLength(1)
    expect(stderr).toContain('may be listed still')
  })

  it('names the edition that is no list, and why', async () => {
    writeFileSync(at('page.xml'), '<!DOCTYPE html>\n<html></html>')
    const { stderr } = await statecraft(['diff', UN, at('page.xml'), '--from', 'un-xml'])
    expect(stderr).toContain('page.xml: ')
    expect(stderr).toContain('an HTML page')
  })

  it('is refused between different lists', async () => {
    const { code, stderr } = await statecraft(['diff', UN, OFAC])
    expect([code, stderr]).toEqual([2, expect.stringContaining('different lists')])
  })
})

describe('search and candidates', () => {
  it('find by any name, weak ones marked', async () => {
    const { stdout } = await statecraft(['search', UN_MADE_UP, 'эмиль пример'])
    expect(stdout).toMatch(/^un:QDi\.901 /)
    const weak = await statecraft(['search', UN_MADE_UP, 'emilio', '--json'])
    expect(JSON.parse(weak.stdout).entities[0]).toMatchObject({ id: 'un:QDi.901', kind: 'weak' })
    const none = await statecraft(['search', UN_MADE_UP, 'nobody at all', '--exact'])
    expect([none.stdout, none.stderr.endsWith('nobody here has such a name\n')]).toEqual(['', true])
  })

  it('propose pairs', async () => {
    const { code, stdout } = await statecraft(['candidates', UN, OFAC, '--min-score', '0.1', '--json'])
    expect(code).toBe(0)
    for (const { a, b, score } of JSON.parse(stdout)) {
      expect(a.split(':')[0]).not.toBe(b.split(':')[0])
      expect(score).toBeGreaterThanOrEqual(0.1)
    }
  })
})

describe('reference data', () => {
  const at = useFolder()

  it('is written in any format, and read by any command', async () => {
    const { code, stderr } = await statecraft(['reference', 'programmes', '-o', at('programmes.ttl')])
    expect([code, stderr]).toEqual([0, ''])
    expect((await counted(at('programmes.ttl'))).entities.byType.SanctionsProgramme).toBe(261)
    const lines = await statecraft(['reference', 'states'])
    expect(lines.stdout.split('\n')[1]).toMatch(/^\{"type":/)
    const unknown = await statecraft(['reference', 'state'])
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('did you mean states?')])
  })

  it('tells who sanctions both Iran and North Korea, and for whom it cannot say', async () => {
    const { stdout } = await statecraft(['who-sanctions', 'state:IR', 'state:KP'])
    expect(stdout).toContain('With measures on each of them as such: 6')
    for (const sender of [
      'organization:eu',
      'organization:un',
      'state:AU',
      'state:CH',
      'state:GB',
      'state:US',
    ])
      expect(stdout).toContain(`  ${sender} `)
    expect(stdout).toMatch(/Of whom the data cannot say: \d+ \(unknown is not no\)/)
    expect((await statecraft(['who-sanctions', 'IR', 'Korea, North'])).stdout).toBe(stdout)
    const none = await statecraft(['who-sanctions', 'state:ZZ'])
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("no state or territory 'state:ZZ'")])
  })
})
