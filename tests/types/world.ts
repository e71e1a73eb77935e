import { createGraph, type IssueCode } from 'statecraft'
import { expect } from 'vitest'

/** A graph with a few entities, as typed refs: what the tests of this folder try to relate. */
export function world() {
  const kg = createGraph()
  return {
    kg,
    kp: kg.add('State', { id: 'state:KP', label: 'North Korea' }),
    us: kg.add('State', { id: 'state:US', label: 'United States' }),
    crimea: kg.add('Territory', { id: 'territory:crimea', label: 'Crimea' }),
    nato: kg.add('Alliance', { id: 'org:nato', label: 'NATO' }),
    komid: kg.add('Company', { id: 'company:komid', label: 'KOMID' }),
    kim: kg.add(['Expert', 'Official'], { id: 'person:kim', label: 'Kim' }),
    dw: kg.add('NewsAgency', { id: 'agency:dw', label: 'Deutsche Welle' }),
    ship: kg.add('Vessel', { id: 'vessel:chong-chon-gang', label: 'Chong Chon Gang' }),
    nuclear: kg.add('Technology', { id: 'technology:nuclear', label: 'nuclear technology' }),
    missile: kg.add('WeaponSystem', { id: 'technology:scud', label: 'Scud' }),
    oil: kg.add('Commodity', { id: 'commodity:oil', label: 'oil' }),
    npt: kg.add('Treaty', { id: 'treaty:npt', label: 'NPT' }),
    test: kg.add('Event', { id: 'event:test-2017', label: 'nuclear test' }),
    report: kg.add('Article', { id: 'source:elaph-2024', label: 'An old alliance' }),
  }
}

/** What does not compile in a call is refused when it runs, too: with an issue of this code. */
export function refused(code: IssueCode, call: () => unknown): void {
  expect(call).toThrowError(expect.objectContaining({ name: 'StatecraftError', code }))
}
