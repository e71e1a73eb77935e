import { createGraph } from 'statecraft'
import { programmes, states, whoSanctions } from 'statecraft/reference'
import { describe, expect, it } from 'vitest'

const BOTH = ['organization:eu', 'organization:un', 'state:AU', 'state:CH', 'state:GB', 'state:US']

describe('who sanctions both Iran and North Korea', () => {
  const { sanctioning, cannotSay } = whoSanctions(['state:IR', 'state:KP'])

  it('with which measures, under which programmes', () => {
    expect(sanctioning.map(({ sender }) => sender)).toEqual(BOTH)
    const us = sanctioning.find(({ sender }) => sender === 'state:US')
    expect(us?.on.map(({ target, programme, scope }) => [target, programme, scope])).toEqual([
      ['state:IR', 'programme:US-IRAN', 'comprehensive'],
      ['state:KP', 'programme:US-NK', 'comprehensive'],
    ])
    const gb = sanctioning.find(({ sender }) => sender === 'state:GB')
    expect(gb?.on.map(({ programme }) => programme)).toEqual([
      'programme:GB-IRAN-NW',
      'programme:GB-IRAN',
      'programme:GB-DPRK',
    ])
    expect(gb?.on.every(({ authority }) => authority === 'agency:fcdo')).toBe(true)
  })

  it('and for whom the data cannot say, and why', () => {
    const why = new Map(
      cannotSay.map(({ sender, unsaid }) => [
        sender,
        unsaid.map(({ target, why, programmes }) => [target, why, ...programmes].join(' ')),
      ]),
    )
    expect(why.get('state:CA')).toEqual([
      'state:IR lists programme:CA-NRO',
      'state:KP no-territory programme:CA-SEMA',
    ])
    expect(why.get('state:UA')).toEqual([
      'state:IR no-territory programme:UA-SA1644',
      'state:KP no-territory programme:UA-SA1644',
    ])
    expect(why.get('state:NZ')).toEqual(['state:IR silent', 'state:KP silent'])
    // Neither a target, nor who only publishes names or punishes breaches, is a sender in question.
    for (const none of ['state:IR', 'state:LI', 'organization:interpol', 'organization:icij', ''])
      expect([...why.keys()]).not.toContain(none)
    expect(cannotSay.filter(({ sender }) => BOTH.includes(sender))).toEqual([])
  })

  it('measures whose act has expired are none', () => {
    // Public Law 115-335 expired on 31 December 2023; the programme goes on as a list.
    const { sanctioning, cannotSay } = whoSanctions(['state:NI'])
    expect(sanctioning.map(({ sender }) => sender)).not.toContain('state:US')
    expect(cannotSay.find(({ sender }) => sender === 'state:US')?.unsaid).toEqual([
      { target: 'state:NI', why: 'lists', programmes: ['programme:US-NICARAGUA'] },
    ])
  })

  it('a pattern over the graph finds the same senders', () => {
    const kg = createGraph()
    kg.load(states())
    kg.load(programmes())
    const found = kg.match((m) =>
      m
        .where('?sender', 'sanctions', 'state:IR', { programme: '?overIran' })
        .where('?sender', 'sanctions', 'state:KP', { programme: '?overKorea' })
        .select('?sender')
        .options({ asOf: '2026-06-08' }),
    )
    expect([...found].map(({ row }) => row.sender)).toEqual(BOTH)
  })
})

describe('who sanctions', () => {
  it('tells measures that a sender has on one of the targets, though not on all', () => {
    const { sanctioning, cannotSay } = whoSanctions(['state:RU', 'state:KP'])
    expect(sanctioning.map(({ sender }) => sender)).toEqual([
      'organization:eu',
      'state:AU',
      'state:CH',
      'state:GB',
      'state:US',
    ])
    const un = cannotSay.find(({ sender }) => sender === 'organization:un')
    expect(un?.on.map(({ programme }) => programme)).toEqual(['programme:UN-SC1718'])
    expect(un?.unsaid).toEqual([{ target: 'state:RU', why: 'silent', programmes: [] }])
    const nz = cannotSay.find(({ sender }) => sender === 'state:NZ')
    expect(nz?.on.map(({ programme, measures }) => [programme, measures])).toEqual([
      ['programme:NZ-RSA2022', ['export-control', 'import-restrictions']],
    ])
  })

  it('leaves out what has ended: the United States on Syria', () => {
    const { sanctioning, cannotSay } = whoSanctions(['state:SY'])
    expect(sanctioning.map(({ sender }) => sender)).toEqual([
      'organization:eu',
      'state:AU',
      'state:CH',
      'state:GB',
    ])
    const us = cannotSay.find(({ sender }) => sender === 'state:US')
    expect(us?.unsaid[0]).toMatchObject({
      why: 'lists',
      programmes: ['programme:US-FSE', 'programme:US-SYR-REL'],
    })
  })

  it('nobody sanctions Ukraine or the United States as such, as far as the data go', () => {
    expect(whoSanctions(['state:UA']).sanctioning).toEqual([])
    expect(whoSanctions(['state:US']).sanctioning).toEqual([])
  })

  it.each(['__proto__', 'constructor', '', 'state:XX'])(
    'of a target that is none, nothing is said',
    (target) => {
      const { sanctioning, cannotSay } = whoSanctions([target])
      expect(sanctioning).toEqual([])
      expect(cannotSay.every(({ on, unsaid }) => on.length === 0 && unsaid[0]?.why !== 'lists')).toBe(true)
    },
  )
})
