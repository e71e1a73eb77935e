import { byCodeUnits } from '../../model/canonical'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { type Basis, basisOf } from '../basis'
import { dayOfView } from '../day'
import { type Assessed, assess, type Rise } from './assess'
import { collectFigures, type Reported, type Series, type Unused } from './figures'
import { impositionOf, type Windows, windowsAround } from './imposition'
import type { AskedThirdParties } from './options'
import { type AsSender, sendersOn } from './senders'

/** What one partner exports to the target, as one side reports it in one currency. */
export interface PartnerFlow extends Omit<Assessed, 'rests'> {
  readonly reported: Reported
  /** Whose statistics, by id, where it is stated. */
  readonly reporter?: string
  readonly currency: string
  readonly basis: Basis
}

/** A partner of the target. */
export interface ThirdParty {
  /** Id of the partner. */
  readonly partner: string
  /** Whether its exports rose, where all figures that tell agree; else `figures-differ`. */
  readonly verdict: 'rose' | 'not-risen' | 'undetermined' | 'figures-differ'
  /** Where the partner has sanctions on the target itself. */
  readonly sender?: AsSender
  /** Each reporter and currency on its own: the exporter's figures first, then the importer's. */
  readonly flows: readonly PartnerFlow[]
}

/** What an answer holds. */
export interface Found {
  readonly windows: Windows | undefined
  readonly imposed: readonly [first: number, last: number] | undefined
  readonly undetermined: string | undefined
  readonly parties: readonly ThirdParty[]
  readonly unused: Unused | undefined
  readonly rests: readonly Row[]
}

/** Looks at each partner with a figure in the years around the imposition. */
export function find(lens: Lens, view: Lens, asked: AskedThirdParties): Found {
  const imposition = impositionOf(lens, asked.sanction)
  if ('unknown' in imposition) {
    return {
      ...{ windows: undefined, imposed: undefined, undetermined: imposition.unknown, parties: [] },
      ...{ unused: undefined, rests: [asked.sanction] },
    }
  }
  const windows = windowsAround(imposition, asked.years, asked.impositionYear)
  const years = new Set([...windows.before, ...windows.after])
  const { series, unused } = collectFigures(lens, asked, years, dayOfView(view))
  const senders = sendersOn(lens, asked, { first: imposition.first, last: windows.after.at(-1)! })
  const byPartner = new Map<Row, { readonly series: Series; readonly found: Assessed }[]>()
  for (const one of series) {
    const known = byPartner.get(one.partner) ?? []
    known.push({ series: one, found: assess(lens, one, windows, asked) })
    byPartner.set(one.partner, known)
  }
  const { store } = lens
  const partners = [...byPartner.keys()].sort((a, b) => byCodeUnits(store.idOf(a), store.idOf(b)))
  const rests = new Set([asked.sanction])
  const parties = partners.map((partner): ThirdParty => {
    const all = byPartner.get(partner)!.sort((a, b) => byCodeUnits(orderOf(a.series), orderOf(b.series)))
    for (const { found } of all) for (const row of found.rests) rests.add(row)
    const sender = senders.get(partner)
    return {
      partner: store.idOf(partner),
      verdict: verdictOf(all.map(({ found }) => found.rise)),
      ...(sender ? { sender } : {}),
      flows: all.map((one) => flowOf(lens, one.series, one.found)),
    }
  })
  return {
    ...{ windows, imposed: [imposition.first, imposition.last], undetermined: undefined },
    ...{ parties, unused, rests: [...rests] },
  }
}

const SIDES: readonly Reported[] = ['exporter', 'importer', 'other', 'not-stated']

function orderOf({ reported, reporter, currency }: Series): string {
  return `${SIDES.indexOf(reported)} ${reporter} ${currency}`
}

function flowOf(lens: Lens, { reported, reporter, currency }: Series, found: Assessed): PartnerFlow {
  const { store } = lens
  const { rests, ...told } = found
  const sorted = [...rests].sort((a, b) => byCodeUnits(store.statementId(a), store.statementId(b)))
  return {
    reported,
    ...(reporter === '' ? {} : { reporter }),
    currency,
    ...told,
    basis: basisOf(lens, sorted),
  }
}

function verdictOf(rises: readonly Rise[]): ThirdParty['verdict'] {
  const known = new Set(
    rises.flatMap((rise) => (rise === 'undetermined' ? [] : rise === 'not-risen' ? 'not-risen' : 'rose')),
  )
  if (known.size > 1) return 'figures-differ'
  return known.has('rose') ? 'rose' : known.has('not-risen') ? 'not-risen' : 'undetermined'
}
