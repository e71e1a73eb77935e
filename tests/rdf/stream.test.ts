import { readFileSync } from 'node:fs'
import { createGraph, defineOntology, type Issue, isStatement, StatecraftError } from 'statecraft'
import { type StreamOptions, toQuads, writeRecords } from 'statecraft/rdf'
import { describe, expect, test } from 'vitest'
import { by, entity, source, statement, states } from '../records'
import { claim, FORMATS, line, n3Lines, oxigraphLines, stmt } from './parse'

const written = async (records: Iterable<unknown> | AsyncIterable<unknown>, options: StreamOptions) => {
  const pieces: string[] = []
  for await (const piece of writeRecords(records, options)) pieces.push(piece)
  return pieces
}
const HEAD = `@prefix dct: <http://purl.org/dc/terms/>.
@prefix geo: <http://www.opengis.net/ont/geosparql#>.
@prefix owl: <http://www.w3.org/2002/07/owl#>.
@prefix prov: <http://www.w3.org/ns/prov#>.
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>.
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#>.
@prefix skos: <http://www.w3.org/2004/02/skos/core#>.
@prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
@prefix sc: <https://w3id.org/statecraft/ns#>.
@prefix scp: <https://w3id.org/statecraft/ns/statement#>.
@prefix scs: <https://w3id.org/statecraft/ns/object#>.

`

describe('a stream of records', () => {
  test('is a block a record, without direct triples and status', async () => {
    const s = stmt(['rivals', 'state:A', 'state:B', '2020', {}])
    const c = claim(s, 'asserts', 'person:x', null, null, null)
    const records = [
      entity('State', 'state:A'),
      statement('B', 'rivals', 'A', [by('person:x', 'asserts')], { when: '2020/..' }),
    ]
    expect(await written(records, { format: 'turtle' })).toEqual([
      HEAD,
      `@prefix state: <https://w3id.org/statecraft/id/state/>.
state:A a sc:State;
    rdfs:label "A"@en.

`,
      `@prefix claim: <https://w3id.org/statecraft/id/claim/>.
@prefix person: <https://w3id.org/statecraft/id/person/>.
@prefix stmt: <https://w3id.org/statecraft/id/stmt/>.
state:A scp:rivals stmt:${s}.
stmt:${s} a sc:Rivals;
    scs:rivals state:B;
    sc:occurrence "2020".
claim:${c} a sc:Claim;
    sc:about stmt:${s};
    sc:stance sc:asserts;
    sc:when "2020/.."^^<http://id.loc.gov/datatypes/edtf/EDTF>;
    prov:wasAttributedTo person:x.

`,
    ])
  })

  const lines = readFileSync('examples/tehran-pyongyang/graph.jsonl', 'utf8').trim().split('\n')
  const example = lines.slice(1).map((text) => JSON.parse(text) as Record<string, unknown>)

  test.each(FORMATS)(
    'says in %s what the graph does, but for layer 1 and what is derived',
    async (format) => {
      const graphs = format === 'trig' || format === 'nquads'
      const kg = createGraph(undefined, { source: 'source:editors' })
      kg.load(example)
      const derived =
        /NamedNode https:\/\/w3id.org\/statecraft\/ns#(status|disputed|(possible|certain)(From|Until)) /
      const expected = [...new Set([...toQuads(kg, { graphs, direct: 'none' })].map(line))]
        .filter((one) => !derived.test(one))
        .sort()
      // What speech acts claim of others, and what merging joins, only a graph knows: so these are its own
      // records.
      const text = (await written(kg.records(), { format })).join('')
      expect(n3Lines(text, format)).toEqual(expected)
      expect(oxigraphLines(text, format)).toEqual(expected)
    },
  )

  const speaks = ({ over, inResponseTo }: Record<string, unknown>) =>
    Number((over ?? inResponseTo) !== undefined)

  test('of foreign records gives the ids that the graph gives', async () => {
    // In a stream statements come before those that speak of them; and what speech acts claim only a graph
    // knows.
    const plain = example
      .filter(({ relation }) => relation !== 'accuses' && relation !== 'threatens')
      .sort((a, b) => speaks(a) - speaks(b))
    const kg = createGraph(undefined, { source: 'source:editors' })
    kg.load(plain)
    const text = (await written(plain, { format: 'nquads', source: 'source:editors' })).join('')
    const found = new Set(
      [...text.matchAll(/<https:\/\/w3id\.org\/statecraft\/id\/((?:stmt|claim)\/\w+)>/g)].map((m) => m[1]),
    )
    const expected = [...kg.records()].flatMap((record) =>
      isStatement(record) ? [record.id, ...record.claims.map(({ id }) => id)] : [],
    )
    expect(expected.length).toBeGreaterThan(100)
    expect([...found].sort()).toEqual(expected.map((id) => id?.replace(':', '/')).sort())
  })

  test.each(FORMATS)('gives the %s of one record before it asks for the next', async (format) => {
    let pulled = 0
    async function* records() {
      for (const code of ['A', 'B', 'C']) {
        pulled++
        yield entity('State', `state:${code}`)
      }
    }
    const seen: [number, string][] = []
    for await (const piece of writeRecords(records(), { format })) {
      const code = /id\/state\/([ABC])>|state:([ABC]) /.exec(piece)
      if (code) seen.push([pulled, code[1] ?? code[2] ?? ''])
    }
    expect(seen).toEqual([
      [1, 'A'],
      [2, 'B'],
      [3, 'C'],
    ])
  })

  test('closes its source where nobody reads on', async () => {
    let closed = false
    function* records() {
      try {
        while (true) yield entity('State', 'state:A')
      } finally {
        closed = true
      }
    }
    for await (const piece of writeRecords(records(), { format: 'turtle' })) if (piece !== HEAD) break
    expect(closed).toBe(true)
  })

  test('knows statements by the handles that it has seen, and reports others', async () => {
    const charge = stmt(['attacks', 'state:A', 'state:B', '', {}])
    const issues: Issue[] = []
    const records = [
      statement('A', 'attacks', 'B', [by('state:B', 'alleges')], { ref: 'charge' }),
      statement('B', 'accuses', 'A', [by('state:B', 'asserts')], { of: 'charge' }),
      statement('B', 'condemns', 'A', [by('state:B', 'asserts')], { over: 'later' }),
      statement('A', 'attacks', 'C', [by('state:B', 'alleges')], { ref: 'later' }),
      statement('A', 'attacks', 'D', [by('state:B', 'alleges')], { ref: 'later' }),
    ]
    const text = (await written(records, { format: 'turtle', report: (found) => issues.push(found) })).join(
      '',
    )
    expect(text).toContain(`sc:of stmt:${charge};`)
    expect(text).not.toContain('sc:over')
    expect(text).toContain(`scp:condemns stmt:${stmt(['condemns', 'state:B', 'state:A', '', {}])}.`)
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['dangling', ['over']],
      ['conflict', ['ref']],
    ])
  })

  test('reports what it drops with its line and goes on, or throws', async () => {
    const issues: Issue[] = []
    const records = [entity('State', 'no id'), entity('State', 'state:A'), { id: 'x:y' }]
    const stream = {
      line: 0,
      *[Symbol.iterator]() {
        for (const record of records) {
          stream.line++
          yield record
        }
      },
    }
    const pieces = await written(stream, { format: 'turtle', report: (found) => issues.push(found) })
    expect(pieces).toHaveLength(2)
    expect(issues.map(({ code, line, record }) => [code, line, record !== undefined])).toEqual([
      ['bad-id', 1, true],
      ['bad-json', 3, true],
    ])
    await expect(written(records, { format: 'turtle' })).rejects.toThrow(StatecraftError)
    await expect(written([], { format: 'rdfxml' as never })).rejects.toThrow(/no RDF format/)
  })

  test('takes prefixes and the default source from its own header', async () => {
    const records = [statement('A', 'rivals', 'B', [{ stance: 'asserts' }])]
    const stream = Object.assign([...records], {
      prefixes: { state: 'https://example.org/' },
      source: 'source:s',
    })
    const text = (await written(stream, { format: 'turtle' })).join('')
    expect(text).toContain('@prefix state: <https://example.org/>.\n')
    expect(text).toContain('prov:hadPrimarySource source:s.\n')
  })

  test('is written with the ontology that it is of', async () => {
    const rivers = defineOntology({
      iri: 'https://example.org/rivers#',
      vocabularies: {},
      lists: {},
      properties: { when: { kind: 'date', definition: 'when' } },
      types: {
        Actor: { definition: 'actor' },
        Source: { definition: 'source' },
        River: { definition: 'river' },
      },
      everyRelation: { defining: {}, details: { when: {} } },
      relations: { damsUp: { from: ['Actor'], to: ['River'], definition: 'dams up' } },
    })
    const records = [
      { relation: 'damsUp', subject: 'x:a', object: 'x:b', claims: [{ stance: 'asserts', by: 'x:a' }] },
    ]
    const text = (await written(records, { format: 'ntriples', ontology: rivers })).join('')
    const s = stmt(['damsUp', 'x:a', 'x:b', '', {}])
    expect(text.split('\n').slice(0, 3)).toEqual([
      `<https://w3id.org/statecraft/id/x/a> <https://example.org/rivers/statement#damsUp> <https://w3id.org/statecraft/id/stmt/${s}> .`,
      `<https://w3id.org/statecraft/id/stmt/${s}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://example.org/rivers#DamsUp> .`,
      `<https://w3id.org/statecraft/id/stmt/${s}> <https://example.org/rivers/object#damsUp> <https://w3id.org/statecraft/id/x/b> .`,
    ])
  })

  test('in TriG puts the claims of a source into its graph', async () => {
    const records = [
      ...states('A', 'B'),
      source('s', '2024'),
      statement('A', 'rivals', 'B', [{ stance: 'asserts', source: 'source:s' }]),
    ]
    const text = (await written(records, { format: 'trig' })).join('')
    expect(text).toMatch(/\nsource:s \{\nclaim:\w+ a sc:Claim;\n[^}]*\n\}\n\n$/)
  })

  test('with very many prefixes stops declaring them', async () => {
    const records = Array.from({ length: 400 }, (_, i) => entity('State', `p${i}:x`))
    const text = (await written(records, { format: 'turtle' })).join('')
    expect(text.match(/@prefix/g)).toHaveLength(256)
    expect(n3Lines(text, 'turtle')).toHaveLength(800)
  })
})
