import { byCodeUnits } from '../../model/canonical'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'

/** At most so many viewpoints can be chosen. */
export const MOST_VIEWPOINTS = 60
/** At most so many are worked out to find those: each is a view of its own. */
const MOST_TRIED = 200
/** Of a large graph fewer are: at most so many standings in all, but always as many as can be chosen. */
const MOST_STANDINGS = 6_000_000

/** A viewpoint that can be chosen. */
export interface OwnView {
  readonly actor: Row
  readonly lens: Lens
}

/**
 * The views of those whose side speaks, those first whose side speaks of the most, and how many actors may have one.
 *
 * @param among the statements that are shown; all of the view where not given: then also those count which only a
 * viewpoint brings into it, since it works out anew what each is worth
 */
export function viewsOf(
  lens: Lens,
  among?: ReadonlySet<Row>,
): { readonly views: readonly OwnView[]; readonly speakers: number } {
  const { store } = lens
  const speakers = speakersOf(lens, among ?? living(lens))
  const most = Math.floor(MOST_STANDINGS / Math.max(1, store.statements.length))
  const tried = speakers.slice(0, Math.min(MOST_TRIED, Math.max(MOST_VIEWPOINTS, most)))
  const speaking = tried
    .map((actor) => ({ actor, speaks: speaksOf(viewOf(lens, actor), among) }))
    .filter(({ speaks }) => speaks > 0)
    .sort((a, b) => b.speaks - a.speaks || byCodeUnits(store.idOf(a.actor), store.idOf(b.actor)))
  const silent = tried.length - speaking.length
  // Each view takes room of its own: of those that cannot be chosen none is kept, nor of the others before it is known.
  const views = speaking
    .slice(0, MOST_VIEWPOINTS)
    .map(({ actor }): OwnView => ({ actor, lens: viewOf(lens, actor) }))
  return { views, speakers: speakers.length - silent }
}

function viewOf(lens: Lens, actor: Row): Lens {
  return lens.with({ viewpoint: actor, silent: 'include' })
}

/** Of how many statements a view's own side speaks. */
function speaksOf(view: Lens, among: ReadonlySet<Row> | undefined): number {
  let speaks = 0
  for (const row of among ?? view.statements()) {
    const why = view.standing(row)?.why
    if (why === 'own' || why === 'spokesman') speaks++
  }
  return speaks
}

function* living({ store }: Lens): Generator<Row> {
  for (let row = 1; row < store.statements.length; row++) if (store.isAlive(row)) yield row
}

/**
 * The actors whose side may speak of statements: who claims something of them, and for whom claimants speak. Those
 * whose side may speak of the most come first.
 */
function speakersOf(lens: Lens, statements: Iterable<Row>): Row[] {
  const { store } = lens
  const spoken = new Map<Row, Set<Row>>()
  for (const row of statements) {
    for (const claim of lens.claims(row)) {
      const by = store.provenance.claimant(claim)
      if (by === 0 || store.isUnnamed(by)) continue // an unnamed actor is on no side
      const known = spoken.get(by)
      if (known) known.add(row)
      else spoken.set(by, new Set([row]))
    }
  }
  // Whoever may be spoken for: whether they are, at a claim's date, the view of each will tell.
  const voices = voicesOf(lens)
  const queue = [...spoken.keys()]
  for (let speaker = queue.pop(); speaker !== undefined; speaker = queue.pop()) {
    for (const of of voices.get(speaker) ?? []) {
      const known = spoken.get(of) ?? new Set()
      const before = known.size
      for (const row of spoken.get(speaker)!) known.add(row)
      if (known.size > before) queue.push(of)
      spoken.set(of, known)
    }
  }
  const order = (a: Row, b: Row) =>
    spoken.get(b)!.size - spoken.get(a)!.size || byCodeUnits(store.idOf(a), store.idOf(b))
  return [...spoken.keys()].sort(order)
}

/** For whom an actor may speak, by any statement that says so. */
function voicesOf({ store }: Lens): Map<Row, Row[]> {
  const { subject, object } = store.statements.columns
  const voices = new Map<Row, Row[]>()
  for (let row = 1; row < store.statements.length; row++) {
    if (!store.isAlive(row) || !store.relationOf(row).voice || store.isUnnamed(object[row]!)) continue
    voices.set(subject[row]!, [...(voices.get(subject[row]!) ?? []), object[row]!])
  }
  return voices
}
