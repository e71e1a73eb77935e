import { createGraph, type Issue, type LoadReport, type RecordStream } from 'statecraft'
import {
  diff,
  type HistoryRecords,
  history,
  readSnapshot,
  type Snapshot,
  type SnapshotDiff,
} from 'statecraft/history'
import {
  jurisdictionOfName,
  type Resolution,
  resolve,
  type WhoSanctions,
  whoSanctions,
} from 'statecraft/reference'
import { type Candidate, candidates, type FoundEntities, search } from 'statecraft/search'
import {
  type CsvMapping,
  readCsv,
  readFormat,
  readUnXml,
  type SourceRecords,
  sniffFormat,
} from 'statecraft/sources'
import { describe, expectTypeOf, it } from 'vitest'

const kg = createGraph()
async function* later(): AsyncGenerator<Uint8Array> {}

describe('sources', () => {
  it('take text, bytes, streams and files, and give what a load takes', () => {
    expectTypeOf(readUnXml('')).toEqualTypeOf<SourceRecords>()
    expectTypeOf(
      readUnXml(new Uint8Array(), { encoding: 'utf-8', published: '2025' }),
    ).toEqualTypeOf<SourceRecords>()
    expectTypeOf(readUnXml(later())).toExtend<AsyncIterable<object> & RecordStream>()
    expectTypeOf(readUnXml([{ name: 'a.xml', bytes: later }]).issues).toEqualTypeOf<readonly Issue[]>()
    expectTypeOf(kg.load(readUnXml(''))).resolves.toEqualTypeOf<LoadReport>()
  })

  it('are called by name, and a table wants a mapping', () => {
    expectTypeOf(readFormat('un-xml', '')).resolves.toEqualTypeOf<SourceRecords>()
    // @ts-expect-error there is no such format
    readFormat.bind(null, 'un-xlm', '')
    // @ts-expect-error a table does not say what its rows mean
    void (() => readCsv(''))
    // @ts-expect-error a statement has two ends
    const _: CsvMapping['statements'] = [{ relation: 'sanctions', subject: 'state:US' }]
    expectTypeOf(sniffFormat(['a'], '')).not.toEqualTypeOf<string | undefined>()
  })
})

describe('editions', () => {
  it('are compared and strung together', () => {
    expectTypeOf(readSnapshot).returns.resolves.toEqualTypeOf<Snapshot>()
    expectTypeOf(diff).returns.toEqualTypeOf<SnapshotDiff>()
    expectTypeOf(history).returns.toEqualTypeOf<HistoryRecords>()
    // @ts-expect-error snapshots are compared, not streams
    void (() => diff(readUnXml(''), readUnXml('')))
  })
})

describe('names and codes', () => {
  it('give one, several or none', () => {
    expectTypeOf(resolve(365, 'cow', '1985')).toEqualTypeOf<Resolution>()
    const found = resolve('CS', 'iso2')
    if (found.answer === 'one') expectTypeOf(found.id).toEqualTypeOf<string>()
    // @ts-expect-error only where it is one
    void found.id
    expectTypeOf(jurisdictionOfName('Burma')).toEqualTypeOf<string | undefined>()
    expectTypeOf(whoSanctions(['state:IR'])).toEqualTypeOf<WhoSanctions>()
  })

  it('are searched for in a graph or any view', () => {
    expectTypeOf(search(kg.view({ asOf: '2024-01-01' }), 'x')).toEqualTypeOf<FoundEntities>()
    expectTypeOf(candidates(kg)).toEqualTypeOf<Candidate[]>()
    // @ts-expect-error a limit is a number
    search.bind(null, kg, 'x', { limit: '5' })
  })
})
