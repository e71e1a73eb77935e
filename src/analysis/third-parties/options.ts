import { fail } from '../../model/issue'
import type { Relation } from '../../ontology/ontology'
import { told } from '../../ontology/values'
import { entityRow, oneOf } from '../../query/options'
import type { Lens } from '../../store/lens'
import type { Row, Store } from '../../store/store'
import { type CountedOptions, type CountedStandings, readCounted } from '../counted'

/** Sanctions, by who has them on whom. */
export interface SanctionEnds {
  /** Id of the sender. */
  readonly sender: string
  /** Id of the target. */
  readonly target: string
  /** Id of the programme, where the sender has several. */
  readonly programme?: string
}

/** Who reports a figure: the exporter, or the importer, whose figure is the mirror of it. */
export type ReporterSide = 'exporter' | 'importer'

/** What is asked of the partners of a target. */
export interface ThirdPartiesOptions extends CountedOptions {
  /** How many years before and after are taken the mean of: 1 to 50; 3 where not given. */
  readonly years?: number
  /**
   * Exports rose where the mean after, divided by the mean before, is above this: 1 where not given, so that any rise is
   * one; 1.25 asks for more than a quarter.
   */
  readonly threshold?: number
  /** Only the figures of this side; both, beside each other, where not given. */
  readonly reporter?: ReporterSide
  /** Only exports of this item, by id, and of what falls under it by `broader` statements. */
  readonly item?: string
  /** The year in which they were imposed is in neither mean where not given. */
  readonly impositionYear?: 'exclude' | 'before' | 'after'
}

const OPTIONS = [
  'years',
  'threshold',
  'reporter',
  'item',
  'impositionYear',
  'levels',
  'disputed',
] as const satisfies (keyof ThirdPartiesOptions)[]

/** Options, checked and in rows. */
export interface AskedThirdParties {
  readonly sanction: Row
  readonly sender: Row
  readonly target: Row
  readonly years: number
  readonly threshold: number
  readonly reporter: ReporterSide | undefined
  readonly item: Row | undefined
  readonly impositionYear: 'exclude' | 'before' | 'after'
  readonly counted: CountedStandings
}

const MOST_YEARS = 50

export function readThirdParties(
  lens: Lens,
  sanction: string | SanctionEnds,
  options: ThirdPartiesOptions,
): AskedThirdParties {
  const { store } = lens
  if (typeof options !== 'object' || options === null)
    fail('bad-value', 'thirdParties takes an object of options')
  for (const key of Object.keys(options)) oneOf(key, OPTIONS, 'option of thirdParties', [key])
  const { years = 3, threshold = 1, reporter, item, impositionYear = 'exclude' } = options
  if (!Number.isSafeInteger(years) || years < 1 || years > MOST_YEARS)
    fail('bad-value', `years is a whole number from 1 to ${MOST_YEARS}`, { path: ['years'] })
  if (typeof threshold !== 'number' || !(threshold > 0 && threshold < Infinity))
    fail('bad-value', 'threshold is a number above 0: a ratio, 1 is as much as before', {
      path: ['threshold'],
    })
  const row = typeof sanction === 'string' ? byId(lens, sanction) : byEnds(lens, sanction)
  const { subject, object } = store.statements.columns
  const [sender, target] = [store.current(subject[row]!), store.current(object[row]!)]
  const exports = store.ontology.relation('exportsTo')
  if (store.isDeclared(target) && !store.passesFor(target, exports.to))
    fail('bad-range', `nobody exports to '${store.idOf(target)}'`, {
      path: ['sanction'],
      hint: `sanctions on ${exports.to.join(', ')}`,
    })
  return {
    ...{ sanction: row, sender, target, years, threshold },
    reporter:
      reporter === undefined
        ? undefined
        : oneOf(reporter, ['exporter', 'importer'], 'reporter', ['reporter']),
    item: item === undefined ? undefined : readItem(store, item, exports),
    impositionYear: oneOf(impositionYear, ['exclude', 'before', 'after'], 'choice', ['impositionYear']),
    counted: readCounted(options),
  }
}

function readItem(store: Store, id: string, { defining }: Relation): Row {
  const row = store.current(entityRow(store, id, 'item'))
  const types = defining.get('item')?.of ?? []
  if (!store.isDeclared(row) || types.length === 0 || store.passesFor(row, types)) return row
  return fail('bad-value', `'${store.idOf(row)}' is nothing that is exported`, {
    path: ['item'],
    hint: `of ${types.join(', ')}`,
  })
}

function byId(lens: Lens, id: string): Row {
  const { store } = lens
  const row = store.findStatement(id)
  const place = { path: ['sanction'] }
  if (row === 0 || lens.standing(row) === undefined) {
    return fail('dangling', `there is no statement '${told(id)}' in this view`, {
      ...place,
      hint: 'ask for its id, or by { sender, target }; under `asOf` only what holds on the day is there',
    })
  }
  const { name } = store.relationOf(row)
  if (name !== 'sanctions')
    fail('bad-value', `'${told(id)}' tells that somebody ${name}`, {
      ...place,
      hint: 'it takes a `sanctions` statement',
    })
  return checked(lens, row)
}

function checked(lens: Lens, row: Row): Row {
  if (lens.standing(row)?.level !== 'denied') return row
  return fail('bad-value', 'these sanctions are only denied', { path: ['sanction'] })
}

const MOST_NAMED = 5

function byEnds(lens: Lens, ends: SanctionEnds): Row {
  const { store } = lens
  if (typeof ends !== 'object' || ends === null)
    fail('bad-value', 'sanctions are named by the id of their statement, or by { sender, target }', {
      path: ['sanction'],
    })
  for (const key of Object.keys(ends))
    oneOf(key, ['sender', 'target', 'programme'], 'part of sanctions', ['sanction', key])
  const find = (id: string, key: string) => store.current(entityRow(store, id, ['sanction', key]))
  const [sender, target] = [find(ends.sender, 'sender'), find(ends.target, 'target')]
  const programme = ends.programme === undefined ? undefined : find(ends.programme, 'programme')
  const sanctions = store.ontology.relation('sanctions')
  const { subject, object, relation } = store.statements.columns
  const found: Row[] = []
  for (const row of lens.statements()) {
    if (relation[row] !== sanctions.index || lens.standing(row)?.level === 'denied') continue
    if (store.current(subject[row]!) !== sender || store.current(object[row]!) !== target) continue
    const own = store.qualifiersOf(row).programme
    if (programme !== undefined && store.current(store.findEntity(String(own))) !== programme) continue
    found.push(row)
  }
  if (found.length === 1) return found[0]!
  const between = `sanctions of '${store.idOf(sender)}' on '${store.idOf(target)}'`
  if (found.length === 0) return fail('dangling', `this view has no ${between}`, { path: ['sanction'] })
  const ids = found.map((row) => store.statementId(row)).sort()
  const others = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : ''
  return fail('bad-value', `there are ${ids.length} statements of ${between}`, {
    path: ['sanction'],
    hint: `ask for one by its id: ${ids.slice(0, MOST_NAMED).join(', ')}${others}`,
  })
}
