import { readFileSync, writeFileSync } from 'node:fs'
import { createGraph } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { checkShapes, toQuads, toTurtle } from 'statecraft/rdf'
import { describe, expect, it } from 'vitest'
import { statecraft, useFolder } from '../cli/run'

const EXAMPLE = 'examples/tehran-pyongyang/graph.jsonl'
const kg = createGraph()
kg.load(readJsonl(readFileSync(EXAMPLE, 'utf8')))
const turtle = toTurtle(kg)
const at = useFolder()

describe('validate --shacl', () => {
  it('finds nothing in the worked example, as JSON Lines and as RDF', async () => {
    for (const path of [EXAMPLE, at('graph.ttl')]) {
      writeFileSync(at('graph.ttl'), turtle)
      const { code, stdout, stderr } = await statecraft(['validate', path, '--shacl'])
      expect(stdout).toBe('')
      expect(stderr).toContain('SHACL: it conforms')
      expect(code).toBe(0)
    }
  })

  it('tells what others got wrong, by shape, before it is mended in loading', async () => {
    // A derived word that is never read: only the shapes see it.
    writeFileSync(at('bad.ttl'), turtle.replace('sc:status sc:asserted', 'sc:status sc:certain'))
    const { code, stdout, stderr } = await statecraft(['validate', at('bad.ttl'), '--shacl'])
    expect(stderr).toContain('; 0 errors, 0 warnings')
    expect(stderr).toContain('SHACL: 1 result')
    expect(stdout).toMatch(
      /^bad-shape: https:\/\/w3id\.org\/statecraft\/id\/stmt\/\w{26}: status: .*, at Statement-status$/m,
    )
    expect(code).toBe(1)
  })
})

it('checkShapes takes quads of any graph', async () => {
  expect(await checkShapes(toQuads(kg, { graphs: true }))).toEqual([])
})
