import type { Answer, Path, Showing } from 'statecraft'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { refused, world } from './world'

const { kg, kp, us } = world()
kg.relate(kp, 'opposes', us, { claims: [{ stance: 'asserts', by: kp }] })

describe('what shows itself', () => {
  it('is every result, the graph, its views and its subgraphs', () => {
    expectTypeOf<Path>().toExtend<Showing>()
    expectTypeOf<Answer<Path>>().toExtend<Showing>()
    expectTypeOf(kg).toExtend<Showing>()
    expectTypeOf(kg.view({ asOf: '2024-04-20' })).toExtend<Showing>()
    expectTypeOf(kg.neighbourhood(kp)).toExtend<Showing>()
    const [match] = kg.match((m) => m.where('?a', 'opposes', '?b'))
    expectTypeOf(match!).toExtend<Showing>()
    const [reached] = kg.reachable(kp)
    expectTypeOf(reached!).toExtend<Showing>()
  })

  it('gives an element of the document that it is asked for', () => {
    const document = { createElement: (_: string): HTMLDivElement => ({ innerHTML: '' }) as HTMLDivElement }
    const element: HTMLElement = kg.toElement(document as Document, { rows: 3 })
    expectTypeOf(kg.toElement(document as Document)).toExtend<HTMLElement>()
    expectTypeOf(kg.toElement(document)).toEqualTypeOf<HTMLDivElement>()
    expect(element.innerHTML).toContain('opposes')
  })

  it('is shown as asked, and not otherwise', () => {
    kg.toSVG({ theme: 'dark', flow: 'down', legend: false, languages: ['ar'] })
    // @ts-expect-error there is no such theme
    refused('bad-value', () => kg.toSVG({ theme: 'black' }))
    // @ts-expect-error it is called rows
    refused('bad-value', () => kg.toHTML({ row: 20 }))
    // @ts-expect-error languages are a list
    refused('bad-value', () => kg.toSVG({ languages: 'ar' }))
    refused('bad-value', () => kg.toHTML({ rows: 0.5 }))
  })
})
