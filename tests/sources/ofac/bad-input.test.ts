import { formatIssue } from 'statecraft'
import { diff, readSnapshot } from 'statecraft/history'
import { readOfacCsv, readOfacLegacyXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'
import { file, party } from './files'

const ALONE = /missing-field: what is not here/

async function csv(input: Parameters<typeof readOfacCsv>[0]) {
  const { kg, report } = await loaded(readOfacCsv(input))
  const ids = [...kg.entities()].map(({ id }) => id).filter((id) => id.startsWith('ofac:'))
  return {
    kg,
    ids,
    issues: report.issues.map(formatIssue).filter((line) => !ALONE.test(line) && !/programme:US/.test(line)),
  }
}

async function xml(input: Parameters<typeof readOfacLegacyXml>[0]) {
  const { kg, report } = await loaded(readOfacLegacyXml(input))
  const ids = [...kg.entities()].map(({ id }) => id).filter((id) => id.startsWith('ofac:'))
  return { kg, ids, issues: report.issues.map(formatIssue).filter((line) => !/programme:US/.test(line)) }
}

describe('flat files that are not as they should be', () => {
  const good = (uid: number) => party(uid, `PARTY ${uid}`)

  it('keep the rows before and after one that cannot be read', async () => {
    const { ids, issues } = await csv(`${good(1)}2,"NEVER CLOSED,"individual"\r\n${good(3)}`)
    expect(ids).toEqual(['ofac:1', 'ofac:3'])
    expect(issues).toEqual([expect.stringMatching(/^line 2: bad-csv/)])
  })

  it('tell a row without a number, and a number that comes twice', async () => {
    const { ids, issues, kg } = await csv(
      `${good(1)}x,"Y"\r\n${good(2)}${party(2, 'OTHER', { tags: 'CUBA' })}${good(4)}`,
    )
    expect(ids).toEqual(['ofac:1', 'ofac:2', 'ofac:4'])
    expect(issues).toContain('line 4: conflict: the number 2 comes twice (both rows are of one party)')
    expect(issues.some((line) => /^line 2: bad-csv: .*no number of a party/.test(line))).toBe(true)
    expect(
      [...kg.statements()].filter(({ relation, object }) => relation === 'designates' && object === 'ofac:2'),
    ).toHaveLength(2)
  })

  it('tell once that columns are missing, and read those that are there', async () => {
    const { kg, issues } = await csv('1,"A","individual","SDGT"\r\n2,"B","vessel","SDGT"\r\n')
    expect(kg.entity('ofac:2')).toMatchObject({ type: 'Vessel', label: { und: 'B' } })
    expect(issues).toEqual([
      expect.stringMatching(/^line 1: missing-field: a row of parties has 4 columns, not 12/),
    ])
  })

  it('are read by a header, where there is one, and told what it does not have', async () => {
    const { kg, issues } = await csv(
      'ent_num,SDN_Type,SDN_Name,Program,Titel,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks\r\n' +
        '5,individual,"X, Y",SDGT,Boss,,,,,,,"DOB 1946."\r\n',
    )
    expect(kg.entity('ofac:5')).toMatchObject({ label: { und: 'X, Y' }, born: '1946' })
    expect(issues).toEqual([
      "line 1: missing-field: the table of parties has no column 'title' (did you mean titel?)",
    ])
  })

  it('tell side rows of parties that are not there', async () => {
    const { issues, kg } = await csv([
      file('sdn.csv', good(5) + good(7)),
      file('alt.csv', '4,1,"aka","GHOST",-0- \r\n5,2,"aka","FIVE",-0- \r\n9,3,"aka","GHOST",-0- \r\n'),
      file('add.csv', ''),
      file('sdn_comments.csv', ''),
    ])
    expect(issues).toEqual([
      'alt.csv: line 1: dangling: a row is about the party 4, which is not there; it is left out',
      'alt.csv: line 3: dangling: a row is about the party 9, which is not there; it is left out',
    ])
    expect(kg.entity('ofac:5')?.names).toContainEqual({ text: 'FIVE', kind: 'alias' })
  })

  it('are not whole where the table of parties is empty, or others tell of parties that it does not have', async () => {
    const alias = (uid: number) => `${uid},${uid},"aka","ALIAS ${uid}",-0- \r\n`
    const edition = (parties: string) =>
      readSnapshot(
        readOfacCsv(
          [
            file('sdn.csv', parties),
            file('alt.csv', alias(5) + alias(7)),
            file('add.csv', ''),
            file('sdn_comments.csv', ''),
          ],
          { published: '2021-07-20' },
        ),
      )
    const whole = await edition(good(5) + good(7))
    expect(whole.complete).toBe(true)
    expect(diff(whole, await edition(good(5)))).toMatchObject({ delisted: [], unknown: ['ofac:7'] })
    expect(diff(whole, await edition(''))).toMatchObject({ delisted: [], unknown: ['ofac:5', 'ofac:7'] })
    expect((await csv(file('sdn.csv', ''))).issues).toEqual([
      'wrong-format: there is no party in the table of parties (is the file empty?)',
    ])
  })

  it('are told from what is none of them, by what that is', async () => {
    const page = '<!DOCTYPE html><html><body>Access denied</body></html>'
    expect((await csv(file('sdn.csv', page))).issues).toEqual([
      expect.stringMatching(/wrong-format: this is an HTML page/),
    ])
    expect((await csv('<sdnList><sdnEntry/></sdnList>')).issues).toEqual([
      "wrong-format: this is none of OFAC's flat files; it is not read (it looks like 'ofac-legacy-xml')",
    ])
    expect((await csv(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).issues).toEqual([
      expect.stringMatching(/wrong-format: this is a zip archive/),
    ])
    expect((await csv('')).issues).toEqual([expect.stringMatching(/wrong-format/)])
    expect((await csv(file('alt.csv', '5,2,"aka","FIVE",-0- \r\n'))).issues).toEqual([
      'wrong-format: there is no table of parties among the files (parties stand in sdn.csv or cons_prim.csv)',
    ])
  })

  it('tell a table that goes with none of the lists, one too many, and one that is not what its name says', async () => {
    const alias = '1,2,"aka","ONE",-0- \r\n'
    const { kg, issues } = await csv([
      file('cons_prim.csv', party(1, 'A', { tags: 'NS-PLC' })),
      file('alt.csv', alias),
      file('cons_add.csv', alias),
      file('cons_alt.csv', alias),
      file('cons_comments.csv', ''),
    ])
    expect(issues).toEqual([
      expect.stringMatching(/^alt\.csv: unmapped: nothing says of which list this table of aliases is/),
      expect.stringMatching(
        /^cons_add\.csv: ambiguous: by its name this is the table of addresses, by its rows that of aliases/,
      ),
      expect.stringMatching(
        /^cons_alt\.csv: wrong-format: this is another table of aliases of the same list/,
      ),
    ])
    expect(kg.entity('ofac:1')?.names).toContainEqual({ text: 'ONE', kind: 'alias' })
  })

  it('tell a party that is linked to itself', async () => {
    const { issues, kg } = await csv(party(1, 'A', { remarks: 'Linked To: A.' }))
    expect(issues).toEqual(['line 1: unmapped: ofac:1 is linked to itself, which says nothing'])
    expect([...kg.statements()].filter(({ relation }) => relation === 'linkedTo')).toEqual([])
  })

  it('do not mind a file of another kind beside them', async () => {
    const { ids, issues } = await csv([file('readme.txt', 'hello\n'), file('sdn.csv', good(1))])
    expect(ids).toEqual(['ofac:1'])
    expect(issues).toEqual([expect.stringMatching(/^readme\.txt: unmapped/)])
  })

  it('are read in the encoding that is said, and tell where they are in another', async () => {
    const latin = new Uint8Array([
      ...new TextEncoder().encode('1,"JOS'),
      0xc9,
      ...new TextEncoder().encode('","individual","CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'),
    ])
    expect((await csv(latin)).issues).toEqual([expect.stringMatching(/^line 1: bad-encoding/)])
    const { kg } = await loaded(readOfacCsv(latin, { encoding: 'windows-1252' }))
    expect(kg.entity('ofac:1')?.label).toEqual({ und: 'JOSÉ' })
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...[...party(1, 'JOSÉ')].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ])
    expect((await loaded(readOfacCsv(wide))).kg.entity('ofac:1')?.label).toEqual({ und: 'JOSÉ' })
  })

  it('cannot smuggle in names of fields, nor characters that no text has', async () => {
    const { kg, ids } = await csv(
      party(1, '__proto__', {
        tags: '__proto__',
        remarks: 'constructor x; __proto__: y; Passport __proto__ 1 (constructor).',
      }) +
        party(2, 'A\u0000B', {
          remarks: "a.k.a. '\u202eEVIL\u0007'; Linked To: __proto__; Linked To: \ud800.",
        }) +
        party(3, 'C', { type: 'constructor', tags: 'constructor' }),
    )
    expect(ids).toEqual(['ofac:1', 'ofac:2', 'ofac:3'])
    expect(kg.entity('ofac:1')?.extra).toEqual({ remarks: ['constructor x', '__proto__: y'] })
    expect(kg.entity('ofac:3')?.type).toBe('Actor')
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })

  it('keep dates that are none as they stand, and tell them', async () => {
    const { kg, issues } = await csv(
      party(1, 'A', {
        remarks: 'DOB 31 Feb 1960; alt. DOB 1 Muharram 1400; alt. DOB 1961; alt. DOB 1990 to 1980.',
      }),
    )
    expect(kg.entity('ofac:1')).toMatchObject({
      born: '1961',
      extra: { datesOfBirth: ['31 Feb 1960', '1 Muharram 1400', '1990 to 1980'] },
    })
    expect(issues).toHaveLength(3)
    expect(issues[0]).toMatch(/^line 1: bad-date: '31 Feb 1960'/)
  })
})

describe('legacy XML that is not as it should be', () => {
  const entry = (uid: number, more = '') =>
    `<sdnEntry><uid>${uid}</uid><lastName>P${uid}</lastName><sdnType>Entity</sdnType><programList><program>CUBA</program></programList>${more}</sdnEntry>\n`
  const list = (content: string, count: number) =>
    `<sdnList xmlns="urn:any">\n<publshInformation><Publish_Date>01/31/2026</Publish_Date><Record_Count>${count}</Record_Count></publshInformation>\n${content}</sdnList>`

  it('tells fewer or more entries than it says that it has', async () => {
    expect((await xml(list(entry(1), 2))).issues).toEqual([
      expect.stringMatching(/cut-off: the file says that it has 2 entries, and 1 came/),
    ])
    expect((await xml(list(entry(1) + entry(2), 1))).issues).toEqual([
      expect.stringMatching(/conflict: the file says that it has 1 entries, and 2 came/),
    ])
  })

  it('tells that it is cut off and how much is missing, and keeps what came before', async () => {
    const whole = list(entry(1) + entry(2), 2)
    const { ids, issues } = await xml(whole.slice(0, whole.lastIndexOf('<sdnType>')))
    expect(ids).toEqual(['ofac:1'])
    expect(issues).toEqual([
      expect.stringMatching(/cut-off: the file ends within <sdnEntry>/),
      expect.stringMatching(/cut-off: the file says that it has 2 entries, and 1 came/),
    ])
  })

  it('keeps the entries around one that is broken', async () => {
    const { ids, issues } = await xml(
      list(`${entry(1)}<sdnEntry><uid>2</uid><lastName>X & Y</lastName></sdnEntry>${entry(3)}`, 3),
    )
    expect(ids).toContain('ofac:1')
    expect(ids).toContain('ofac:3')
    expect(issues.some((line) => /bad-xml/.test(line))).toBe(true)
  })

  it('tells a number that comes twice, and one that is missing', async () => {
    const { ids, issues } = await xml(
      list(`${entry(1)}${entry(1)}<sdnEntry><lastName>NOBODY</lastName></sdnEntry>`, 3),
    )
    expect(ids).toEqual(['ofac:1'])
    expect(issues).toContain('line 4: conflict: the number 1 comes twice (both entries are of one party)')
    expect(issues.some((line) => /missing-field: an entry has no number/.test(line))).toBe(true)
  })

  it('expands no entity and fetches nothing', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE sdnList [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>${list(
      `${entry(1)}<sdnEntry><uid>2</uid><lastName>&b;&x;</lastName><sdnType>Entity</sdnType></sdnEntry>`,
      2,
    )}`
    const { kg, issues } = await xml(bomb)
    expect(JSON.stringify([...kg.entities()])).not.toMatch(/aaaaaaaaaa|root:/)
    expect(issues.some((line) => /bad-xml: a document type declaration/.test(line))).toBe(true)
  })

  it('is told from other lists', async () => {
    expect((await xml('<CONSOLIDATED_LIST dateGenerated="2025"/>')).issues).toEqual([
      expect.stringMatching(/wrong-format: .*<CONSOLIDATED_LIST>, not <sdnList>/),
    ])
    expect((await xml('<html><body/></html>')).issues).toEqual([
      expect.stringMatching(/wrong-format: this is an HTML page/),
    ])
  })

  it('does not take a date that is none', async () => {
    const { kg, issues } = await xml(list(entry(1), 1).replace('01/31/2026', '31/01/2026'))
    expect(issues).toEqual([expect.stringMatching(/bad-date: '31\/01\/2026' is no day \(month\/day\/year\)/)])
    expect(kg.entity('ofac:1')?.sources).toEqual(['source:ofac-sdn'])
  })

  it('goes through elements however deep', async () => {
    const deep = `${'<a>'.repeat(9900)}x${'</a>'.repeat(9900)}`
    const { kg } = await xml(list(entry(1, deep), 1))
    expect(kg.entity('ofac:1')?.label).toEqual({ und: 'P1' })
  })
})
