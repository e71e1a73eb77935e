import { StatecraftError } from 'statecraft'
import { serialize, toNQuads, toNTriples, toQuads, toTriG, toTurtle } from 'statecraft/rdf'
import { describe, expect, test } from 'vitest'
import { writeBlock } from '../../src/rdf/n3'
import { iri, literal, Quad } from '../../src/rdf/terms'
import { by, entity, graphOf, source, statement, states } from '../records'
import { claim, FORMATS, line, n3Lines, stmt } from './parse'

const s = stmt(['rivals', 'state:A', 'state:B', '', {}])
const sourced = claim(s, 'asserts', 'person:x', 'source:s', null, null)
const unsourced = claim(s, 'asserts', 'person:x', null, null, null)
const kg = graphOf(
  states('A', 'B'),
  entity('Expert', 'person:x'),
  source('s', '2024'),
  statement('A', 'rivals', 'B', [
    by('person:x', 'asserts', { source: 'source:s' }),
    by('person:x', 'asserts'),
  ]),
)

describe('named graphs', () => {
  test('in TriG hold the claims of their source, and nothing else', () => {
    const text = toTriG(kg)
    expect(text.slice(text.indexOf('source:s {'))).toBe(`source:s {
claim:${sourced} a sc:Claim;
    prov:hadPrimarySource source:s;
    prov:wasAttributedTo person:x;
    sc:about stmt:${s};
    sc:stance sc:asserts
}
`)
    expect(text).toContain(`claim:${unsourced} a sc:Claim;
    prov:wasAttributedTo person:x;
    sc:about stmt:${s};
    sc:stance sc:asserts.
`)
  })

  test('in N-Quads are the fourth term', () => {
    const id = 'https://w3id.org/statecraft/id'
    const inGraphs = toNQuads(kg)
      .split('\n')
      .filter((one) => one.endsWith(`<${id}/source/s> .`) && one.startsWith(`<${id}/claim/`))
    expect(inGraphs).toHaveLength(5)
    expect(inGraphs[0]).toBe(
      `<${id}/claim/${sourced}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ` +
        `<https://w3id.org/statecraft/ns#Claim> <${id}/source/s> .`,
    )
  })

  test('are not in Turtle and N-Triples, which are complete all the same', () => {
    const triples = (text: string, format: 'nquads' | 'turtle' | 'ntriples') =>
      n3Lines(text, format)
        .map((one) => one.replace(/ (DefaultGraph|NamedNode) \S*$/, ''))
        .sort()
    const expected = triples(toNQuads(kg), 'nquads')
    expect(triples(toTurtle(kg), 'turtle')).toEqual(expected)
    expect(triples(toNTriples(kg), 'ntriples')).toEqual(expected)
    expect(new Set(n3Lines(toTurtle(kg), 'turtle').map((one) => one.split(' ').at(-2)))).toEqual(
      new Set(['DefaultGraph']),
    )
  })

  test('are there in quads where asked for', () => {
    const graphs = (options?: { graphs: boolean }) =>
      new Set([...toQuads(kg, options)].map(({ graph }) => `${graph.termType} ${graph.value}`))
    expect(graphs()).toEqual(new Set(['DefaultGraph ']))
    expect(graphs({ graphs: true })).toEqual(
      new Set(['DefaultGraph ', 'NamedNode https://w3id.org/statecraft/id/source/s']),
    )
  })

  test.each(['turtle', 'ntriples'] as const)('never reach %s', (format) => {
    const quad = new Quad(iri('urn:a:b'), iri('urn:a:b'), literal('x'), iri('urn:a:g'))
    expect(() => writeBlock([quad], format)).toThrow(StatecraftError)
  })
})

describe('quads', () => {
  test('are RDF/JS quads that know when they are equal', () => {
    const [first, second] = [...toQuads(kg)]
    expect(first?.termType).toBe('Quad')
    expect(first?.equals([...toQuads(kg)][0])).toBe(true)
    expect(first?.equals(second)).toBe(false)
    expect(first?.subject.equals(null)).toBe(false)
    expect(literal('x').equals(literal('x'))).toBe(true)
    expect(literal('x').equals(literal('x', iri('urn:a:b')))).toBe(false)
  })

  test.each(FORMATS)('are what %s says', (format) => {
    const graphs = format === 'trig' || format === 'nquads'
    const expected = [...new Set([...toQuads(kg, { graphs })].map(line))].sort()
    expect(n3Lines([...serialize(kg, { format })].join(''), format)).toEqual(expected)
  })

  test('are not written in a format that is none', () => {
    expect(() => serialize(kg, { format: 'rdfxml' as never })).toThrow(
      /bad-value: there is no RDF format 'rdfxml'/,
    )
  })
})
