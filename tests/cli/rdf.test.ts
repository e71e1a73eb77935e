import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { SAMPLE, statecraft, useFolder } from './run'

const at = useFolder({ 'sample.jsonl': SAMPLE })
const lines = (text: string) => text.trim().split('\n')

/** What others wrote: two people, one of them a member of something, and a triple that nothing here stands for. */
const FOREIGN = `@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix ex: <https://example.org/> .
ex:kim a foaf:Person ; foaf:name "Kim" ; org:memberOf ex:club ; ex:shoes 42 .
ex:club a org:Organization ; foaf:name "The club" .
`

describe('commands that read RDF', () => {
  it.each(['ttl', 'trig', 'nt', 'nq', 'jsonld'])(
    'convert to .%s and back, to the same lines',
    async (ending) => {
      const [there, back] = [at(`graph.${ending}`), at('back.jsonl')]
      expect(await statecraft(['convert', at('sample.jsonl'), '-o', there])).toMatchObject({
        code: 0,
        stderr: '',
      })
      expect(await statecraft(['convert', there, '-o', back])).toMatchObject({ code: 0, stderr: '' })
      const canonical = await statecraft(['convert', at('sample.jsonl'), '--to', 'jsonl'])
      expect(readFileSync(back, 'utf8')).toBe(canonical.stdout)
    },
  )

  it.each(['ttl', 'nq', 'jsonld'])('convert --stream to .%s and back, record by record', async (ending) => {
    await statecraft(['convert', at('sample.jsonl'), '-o', at('canonical.jsonl')])
    await statecraft(['convert', at('canonical.jsonl'), '--stream', '-o', at(`graph.${ending}`)])
    const back = await statecraft(['convert', at(`graph.${ending}`), '--stream', '--to', 'jsonl'])
    expect(back).toMatchObject({ code: 0, stderr: '' })
    const claims = (line: string) => {
      const record = JSON.parse(line) as { claims?: unknown[] }
      record.claims?.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      return JSON.stringify(record)
    }
    expect(lines(back.stdout).map(claims).sort()).toEqual(
      lines(readFileSync(at('canonical.jsonl'), 'utf8'))
        .map(claims)
        .sort(),
    )
  })

  it.each([
    ['ttl', false],
    ['nt', true],
    ['nq', true],
    ['jsonld', false],
  ])('keep prefixes with namespaces of their own in .%s, in a stream: %s', async (ending, stream) => {
    const lines = [
      '{"statecraft":"1","prefixes":{"wikidata":"http://www.wikidata.org/entity/"}}',
      '{"type":"State","id":"wikidata:Q794","label":{"en":"Iran"}}',
      '',
    ].join('\n')
    writeFileSync(at('wd.jsonl'), lines)
    const how = stream ? ['--stream'] : []
    await statecraft(['convert', at('wd.jsonl'), ...how, '-o', at(`wd.${ending}`)])
    const rdf = readFileSync(at(`wd.${ending}`), 'utf8')
    expect(rdf).toContain('http://www.wikidata.org/entity/')
    const back = await statecraft(['convert', at(`wd.${ending}`), ...how, '--to', 'jsonl'])
    expect(back).toEqual({ code: 0, stdout: lines, stderr: '' })
  })

  it('find paths in it as in JSON Lines', async () => {
    await statecraft(['convert', at('sample.jsonl'), '-o', at('graph.trig')])
    const path = ['state:IR', 'state:KP', '--via', 'hasTiesWith']
    const [one, other] = [
      await statecraft(['path', at('graph.trig'), ...path]),
      await statecraft(['path', at('sample.jsonl'), ...path]),
    ]
    expect(one.stdout).toBe(other.stdout)
    expect(one.stdout).toContain('Iran')
  })

  it('read the standard input as what it is said to be', async () => {
    const { stdout } = await statecraft(['convert', '-', '--from', 'turtle', '--to', 'jsonl'], FOREIGN)
    expect(lines(stdout).map((line) => JSON.parse(line))).toEqual([
      { type: 'Document', id: 'document:standard-input', label: { und: 'standard input' } },
      { type: 'Organization', id: 'iri:https://example.org/club', label: { und: 'The club' } },
      {
        type: 'Person',
        id: 'iri:https://example.org/kim',
        label: { und: 'Kim' },
        extra: {
          'https://example.org/shoes': [
            { '@type': 'http://www.w3.org/2001/XMLSchema#integer', '@value': '42' },
          ],
        },
      },
      {
        relation: 'memberOf',
        subject: 'iri:https://example.org/kim',
        object: 'iri:https://example.org/club',
        standing: 'member',
        occurrence: '',
        claims: [{ stance: 'asserts', source: 'document:standard-input' }],
      },
    ])
  })

  it('tell the line at which a file is cut off, and keep what came before', async () => {
    writeFileSync(at('cut.ttl'), FOREIGN.slice(0, FOREIGN.indexOf('ex:club a') + 12))
    const { code, stdout, stderr } = await statecraft(['convert', at('cut.ttl'), '--to', 'jsonl'])
    expect(code).toBe(1)
    expect(stderr).toContain('line 5: bad-rdf: ')
    expect(stderr).toContain('is the file cut short?')
    expect(stdout).toContain('"label":{"und":"Kim"}')
    expect(stdout).not.toContain('The club')
  })

  it('say once that a file was not written for a stream', async () => {
    await statecraft(['convert', at('sample.jsonl'), '-o', at('sorted.nq')])
    const { code, stderr } = await statecraft(['convert', at('sorted.nq'), '--stream', '--to', 'jsonl'])
    expect(code).toBe(1)
    const told = lines(stderr).filter((line) => line.includes('read it whole, without streaming'))
    expect(told).toHaveLength(2)
    expect(told[1]).toMatch(/^bad-id: \d+ more statements and claims stand in parts/)
  })

  it('tell at which node of a file something is wrong', async () => {
    const bad =
      '@prefix sc: <https://w3id.org/statecraft/ns#> . <https://example.org/x> a sc:State ; sc:existed "soon" .'
    const { stdout } = await statecraft(['validate', '-', '--from', 'ttl'], bad)
    expect(lines(stdout)).toEqual([
      "https://example.org/x: bad-date: 'soon' is not an EDTF date, at existed[0]",
      'https://example.org/x: missing-field: the entity has no label, at label',
    ])
  })

  it('read pages of schema.org, and other JSON-LD whose contexts are given', async () => {
    const page = (context: string) =>
      JSON.stringify({
        '@context': context,
        '@id': 'https://example.org/kim',
        '@type': 'Person',
        name: 'Kim',
      })
    const kim = '{"type":"Person","id":"iri:https://example.org/kim","label":{"und":"Kim"}}\n'
    const convert = (context: string, ...flags: string[]) =>
      statecraft(['convert', '-', '--from', 'jsonld', '--to', 'jsonl', ...flags], page(context))
    expect(await convert('https://schema.org')).toMatchObject({ code: 0, stdout: kim })
    const mine = 'https://example.org/context?v=1'
    expect((await convert(mine)).stderr).toContain('would have to be fetched')
    writeFileSync(at('c.json'), '{"@context":{"@vocab":"https://schema.org/"}}')
    expect(await convert(mine, '--context', `${mine}=${at('c.json')}`)).toMatchObject({
      code: 0,
      stdout: kim,
    })
    expect(await convert(mine, '--context', 'c.json')).toMatchObject({ code: 2 })
  })

  it('do not take plain triples for statements where they cannot know', async () => {
    writeFileSync(at('foreign.ttl'), FOREIGN)
    const { stdout, stderr } = await statecraft(['convert', at('foreign.ttl'), '--stream', '--to', 'jsonl'])
    expect(lines(stdout)).toHaveLength(2)
    expect(stderr).toContain('truncated: 1 plain triples were left out')
  })
})

describe('convert --reify rdf12', () => {
  it('says which triples a statement reifies, and is read back', async () => {
    await statecraft(['convert', at('sample.jsonl'), '--reify', 'rdf12', '-o', at('graph.ttl')])
    expect(readFileSync(at('graph.ttl'), 'utf8')).toContain('rdf:reifies <<(state:KP sc:supplies state:IR)>>')
    const back = await statecraft(['convert', at('graph.ttl'), '--to', 'jsonl'])
    const canonical = await statecraft(['convert', at('sample.jsonl'), '--to', 'jsonl'])
    expect(back.stdout).toBe(canonical.stdout)
  })

  it.each([[], ['--stream']])('is refused for JSON-LD', async (...flags) => {
    const argv = ['convert', at('sample.jsonl'), '--reify', 'rdf12', ...flags, '--to', 'jsonld']
    const { code, stderr } = await statecraft(argv)
    expect(code).not.toBe(0)
    expect(stderr).toContain('JSON-LD has no triple terms')
  })

  it('is refused where it is no such way', async () => {
    const { code, stderr } = await statecraft([
      'convert',
      at('sample.jsonl'),
      '--reify',
      'star',
      '--to',
      'nt',
    ])
    expect(code).toBe(2)
    expect(stderr).toContain("there is no way to reify called 'star'")
  })
})

describe('ontology --emit', () => {
  it.each([
    ['owl', 'ontology.ttl'],
    ['shacl', 'shapes.ttl'],
    ['json-schema', 'statecraft.schema.json'],
    ['jsonld-context', 'context.jsonld'],
  ])('%s prints what is published as schemas/%s', async (schema, file) => {
    const { code, stdout } = await statecraft(['ontology', '--emit', schema])
    expect(code).toBe(0)
    expect(stdout).toBe(readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8'))
  })

  it('takes an ontology of one’s own', async () => {
    const core = pathToFileURL('src/ontology/core/index.ts').href
    const extend = pathToFileURL('src/ontology/extend.ts').href
    writeFileSync(
      at('mine.mjs'),
      `import { core } from '${core}'
       import { extendOntology } from '${extend}'
       export const ontology = extendOntology(core, { types: { Port: { extends: 'Place', definition: 'where ships load' } } })`,
    )
    const { stdout } = await statecraft([
      'ontology',
      '--ontology',
      at('mine.mjs'),
      '--emit',
      'owl',
      '-o',
      at('o.ttl'),
    ])
    expect(stdout).toBe('')
    expect(readFileSync(at('o.ttl'), 'utf8')).toContain('\nsc:Port a owl:Class')
  })

  it('is of the whole vocabulary', async () => {
    const { code, stderr } = await statecraft(['ontology', 'supplies', '--emit', 'owl'])
    expect(code).toBe(2)
    expect(stderr).toContain('--emit is for the whole vocabulary')
  })
})

describe('validate --shacl', () => {
  it('says what is missing where the engine is not installed, or what it found', async () => {
    const { code, stderr } = await statecraft(['validate', at('sample.jsonl'), '--shacl'])
    // The engine is tested in real parts, with the shapes.
    if (code === 0) expect(stderr).toContain('SHACL: it conforms')
    else expect(stderr).toContain('npm install shacl-engine')
  })

  it('refuses RDF that it cannot read twice', async () => {
    const { code, stderr } = await statecraft(['validate', '-', '--from', 'turtle', '--shacl'], FOREIGN)
    expect(code).toBe(2)
    expect(stderr).toContain('the standard input cannot')
  })
})
