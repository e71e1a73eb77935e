/**
 * Writes what follows from the code: the schemas in `schemas/`, `docs/ontology.md`, `docs/issues.md`, and the picture at
 * the top of the README. With `--check` it
 * writes nothing, and fails where a file is not what it would write. Needs the built package.
 */
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { core, createGraph, ISSUE_CODES } from 'statecraft'
import { loadFile } from 'statecraft/node'

const { definition } = core
const words = (name) => name.replace(/[A-Z]/g, (c, i) => (i ? ' ' : '') + c.toLowerCase())
const code = (text) => `\`${text}\``
const anchor = (name) => `[${name}](#${name.toLowerCase()})`
const counterparts = (entry) =>
  entry.counterparts?.length ? ` Counterparts: ${entry.counterparts.map(code).join(', ')}.` : ''

function use(property, mark = '') {
  const kind =
    property.kind === 'choice'
      ? `one of [${property.list}](#list-${property.list.toLowerCase()})`
      : property.kind === 'entity' || property.kind === 'thing'
        ? (property.of.map(anchor).join(' / ') || 'any entity') +
          (property.kind === 'thing' ? ' / a statement' : '')
        : property.kind
  const flags = [
    property.many ? 'several' : '',
    property.required ? 'required' : '',
    property.default ? `default ${property.default}` : '',
  ]
  const note = [kind, ...flags].filter(Boolean).join(', ')
  return `- ${code(property.name)}${mark}: ${property.definition} (${note})`
}

function types() {
  const children = new Map()
  for (const [name, type] of Object.entries(definition.types)) {
    const parent = type.extends ?? ''
    children.set(parent, [...(children.get(parent) ?? []), name])
  }
  const tree = (name, depth) => [
    `${'  '.repeat(depth)}- ${anchor(name)}`,
    ...(children.get(name) ?? []).flatMap((child) => tree(child, depth + 1)),
  ]
  const roots = children.get('') ?? []
  const entries = [...core.types].flatMap(([name, type]) => [
    `### ${name}`,
    '',
    `${type.definition}.${type.extends ? ` Extends ${anchor(type.extends)}.` : ''}${counterparts(type)}`,
    '',
    ...Object.keys(type.fields ?? {}).map((field) => use(core.fields(name).get(field))),
    ...(type.fields ? [''] : []),
  ])
  return ['## Types', '', ...roots.flatMap((root) => tree(root, 0)), '', ...entries]
}

/** What follows from statements of a relation, where a query asks for it (`infer`). */
function rules({ collective, membership, dyads }) {
  const member = membership && `the ${code(membership.qualifier)} is ${code(membership.value)}`
  return [
    collective ? 'what an organisation does, its members do through it' : '',
    membership ? `membership, where ${member} and no ${anchor(membership.suspendedBy)} holds` : '',
    dyads
      ? `any two with the same object: ${anchor(dyads.relation)}, with the object as its ${code(dyads.qualifier)}, where that has ${code(dyads.given)}`
      : '',
  ]
}

function relations() {
  const every = new Set(
    Object.keys({ ...definition.everyRelation.defining, ...definition.everyRelation.details }),
  )
  const sign = { 1: '+', '-1': '−' }
  const entries = [...core.relations.values()].flatMap((relation) => {
    const facts = [
      relation.symmetric ? 'symmetric' : `seen from the object: *${relation.inverse}*`,
      relation.transitive ? 'transitive' : '',
      relation.alike ? 'like with like' : '',
      relation.aspect === 'event' ? 'an event' : 'a state',
      relation.sign ? `sign ${sign[relation.sign]}` : '',
      relation.exclusive ? `one at a time for each ${relation.exclusive.join(' and ')}` : '',
      ...rules(relation),
    ]
    const own = (uses, mark) => [...uses.values()].filter((p) => !every.has(p.name)).map((p) => use(p, mark))
    return [
      `### ${relation.name}`,
      '',
      `${relation.from.map(anchor).join(' / ')} ${relation.symmetric ? '–' : '→'} ${relation.to.map(anchor).join(' / ')}: ${relation.definition}.`,
      '',
      `${facts.filter(Boolean).join('; ')}.${counterparts(relation)}`,
      '',
      ...own(relation.defining, ''),
      ...own(relation.details, '°'),
      '',
    ]
  })
  return [
    '## Relations',
    '',
    'Each has the qualifier `event` and the details `when`°, `reason`° and `note`°. A detail (°) stands on the claim; the others say which fact it is, and stand on the statement.',
    '',
    ...entries,
  ]
}

function lists() {
  const entries = Object.entries(definition.lists).flatMap(([name, list]) => [
    `<a id="list-${name.toLowerCase()}"></a>`,
    '',
    `### ${words(name)} (\`${name}\`)`,
    '',
    `${list.definition}.`,
    '',
    ...Object.entries(list.values).map(([value, entry]) => {
      const broader = entry.broader?.length ? ` Broader: ${entry.broader.map(code).join(', ')}.` : ''
      return `- ${code(value)}: ${entry.definition}.${broader}${counterparts(entry)}`
    }),
    '',
  ])
  return ['## Lists', '', ...entries]
}

const markdown = [
  '# The ontology',
  '',
  'Every type, relation and list of the core vocabulary. Generated from the one literal that defines it; do not edit.',
  '',
  ...types(),
  ...relations(),
  ...lists(),
].join('\n')

const issues = [
  '# Issues',
  '',
  'Every code that readers and graphs report. An error lost something (a record, a value, a merge), a warning nothing. Generated; do not edit.',
  '',
  '| code | severity | meaning |',
  '| --- | --- | --- |',
  ...Object.entries(ISSUE_CODES).map(
    ([name, [severity, meaning]]) => `| \`${name}\` | ${severity} | ${meaning} |`,
  ),
  '',
].join('\n')

/** Who supplies what to whom, although somebody has sanctions against the supplier? Asked of the worked example. */
async function suppliersUnderSanctions() {
  const kg = createGraph()
  await loadFile(kg, fileURLToPath(new URL('../examples/tehran-pyongyang/graph.jsonl', import.meta.url)))
  const matches = kg.match((m) =>
    m.where('?sender', 'sanctions', '?supplier').where('?supplier', 'supplies', '?buyer'),
  )
  return `${matches.toSVG({ rows: Number.POSITIVE_INFINITY })}\n`
}

/** A schema as the command line prints it. */
function emitted(schema) {
  const command = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
  return execFileSync(process.execPath, [command, 'ontology', '--emit', schema], { encoding: 'utf8' })
}

const files = {
  '../schemas/ontology.json': `${JSON.stringify(definition, null, 2)}\n`,
  '../schemas/ontology.ttl': emitted('owl'),
  '../schemas/shapes.ttl': emitted('shacl'),
  '../schemas/statecraft.schema.json': emitted('json-schema'),
  '../schemas/context.jsonld': emitted('jsonld-context'),
  'issues.md': issues,
  'pictures/suppliers-under-sanctions.svg': await suppliersUnderSanctions(),
  'ontology.md': `${markdown.replace(/\n{3,}/g, '\n\n').trimEnd()}\n`,
}

let stale = 0
for (const [name, text] of Object.entries(files)) {
  const url = new URL(name, import.meta.url)
  if (!process.argv.includes('--check')) await writeFile(url, text)
  else if ((await readFile(url, 'utf8').catch(() => '')) !== text) {
    console.error(`${name} is not fresh: npm run generate`)
    stale++
  }
}
process.exitCode = stale ? 1 : 0
