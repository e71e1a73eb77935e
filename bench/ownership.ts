import { MultiDirectedGraph } from 'graphology'
import { createGraph } from 'statecraft'
import { type OwnershipRuleId, ownership } from 'statecraft/analysis'
import { random } from './generate'
import { type Options, timed } from './lines'

/** How long a rule takes over so many holdings, beside the plain fixpoint over a graphology graph of the same shares. */
export interface OwnershipTimes {
  readonly holdings: number
  readonly first: number
  readonly rules: { readonly [rule in OwnershipRuleId]?: number }
  readonly counts: object
  readonly naive: number
}

const DAY = '2024-12-31'
const PARTIES = 2000

/**
 * Companies in a random graph of holdings, four to a company, of which the owners hold some ninety percent together, so
 * that rings and long chains are common; every hundredth company is listed.
 */
export function measureOwnership({ statements, seed }: Options): OwnershipTimes {
  const companies = Math.ceil(statements / 4)
  const shares = holdings(statements, companies, random(seed))
  const listed = Array.from({ length: PARTIES }, (_, i) => Math.floor((i * companies) / PARTIES))
  const kg = createGraph()
  kg.load(records(companies, shares, listed))
  const view = kg.view({ asOf: DAY })
  // The first question also builds what later ones find: statuses and adjacency.
  const first = timed(() => ownership(view).counts)
  const rules: { [rule in OwnershipRuleId]?: number } = {}
  for (const rule of ['us-ofac', 'eu', 'uk'] as const) rules[rule] = timed(() => ownership(view, { rule })).ms
  const naive = measureNaive(shares, listed)
  if (naive.blocked !== first.result.blocked)
    throw new Error(`${naive.blocked} blocked by the plain fixpoint, ${first.result.blocked} by ours`)
  return { holdings: statements, first: first.ms, rules, counts: first.result, naive: naive.ms }
}

/** Between each two at most one. */
function holdings(count: number, companies: number, next: () => number): Share[] {
  const shares = new Map<number, Share>()
  while (shares.size < count) {
    const [owner, asset] = [Math.floor(next() * companies), Math.floor(next() * companies)]
    const share = Math.round(500 + next() * 4000) / 100
    if (owner !== asset) shares.set(owner * companies + asset, { owner, asset, share })
  }
  return [...shares.values()]
}

interface Share {
  readonly owner: number
  readonly asset: number
  readonly share: number
}

function* records(companies: number, shares: readonly Share[], listed: readonly number[]) {
  yield { type: 'State', id: 'state:US', label: 'United States' }
  yield { type: 'Dataset', id: 'source:register', label: 'Register', published: DAY }
  for (let i = 0; i < companies; i++) yield { type: 'Company', id: `company:${i}`, label: `Company ${i}` }
  const claim = { stance: 'asserts', source: 'source:register', when: '2020-01-01/..' } as const
  for (const party of listed) {
    const claims = [{ ...claim, measures: ['asset-freeze'] }]
    yield { relation: 'designates', subject: 'state:US', object: `company:${party}`, claims }
  }
  for (const { owner, asset, share } of shares) {
    const claims = [{ ...claim, share }]
    yield { relation: 'owns', subject: `company:${owner}`, object: `company:${asset}`, claims }
  }
}

/** Rounds over all holdings until nobody new is blocked, as one would write it over a graph library. */
function measureNaive(shares: readonly Share[], listed: readonly number[]) {
  const graph = new MultiDirectedGraph()
  for (const { owner, asset, share } of shares) graph.mergeEdge(owner, asset, { share })
  const { ms, result } = timed(() => {
    const blocked = new Set(listed.map(String))
    const owned = new Set<string>()
    for (let grows = true; grows; ) {
      grows = false
      graph.forEachNode((node) => {
        if (owned.has(node)) return
        let sum = 0
        graph.forEachInEdge(node, (_, { share }, owner) => {
          if (blocked.has(owner)) sum += share
        })
        if (sum < 50 - 1e-9) return
        owned.add(node)
        blocked.add(node)
        grows = true
      })
    }
    return owned.size
  })
  return { ms, blocked: result }
}
