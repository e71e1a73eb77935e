import { readFileSync } from 'node:fs'
import { core, createGraph, type Graph } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { toOwl, toTurtle } from 'statecraft/rdf'
import { describe, expect, test } from 'vitest'
import { shortener } from '../../examples/sparql/curies'
import { asker, type Data } from '../../examples/sparql/data'
import { readQueries } from '../../examples/sparql/queries'
import { by, entity, graphOf, source, statement, states } from '../records'

/**
 * The queries of examples/sparql and of docs/rdf.md. The answers are those of the fact sheet behind the worked example, row by
 * row; `row N` in a comment names its row. None of them is taken from a run of a query.
 */
const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const queries = readQueries()
const ontology = toOwl(core)
const kg = createGraph()
kg.load(readJsonl(file('examples/tehran-pyongyang/graph.jsonl')))

/** Answers of a graph, a row a string: names without their prefixes, and without what is empty. */
function teller(graph: Graph): (query: string, data?: Data) => string[] {
  const ask = asker(graph, ontology)
  const shorten = shortener(toTurtle(graph))
  const brief = (value: string) => shorten(value).replace(/^[\w-]+:(?=[A-Za-z])/, '')
  return (query, data) => ask(query, data).rows.map((row) => row.map(brief).filter(Boolean).join(' '))
}
const tell = teller(kg)
const query = (name: string) => queries.find((one) => one.name === name)!

const PINKSTON = 'daniel-pinkston'
const KIM = 'kim-sung-kyung'
const TROY = 'troy-university'
const STUDIES = 'university-of-north-korean-studies'

/** By query; in any order. */
const ANSWERS: { readonly [name: string]: readonly string[] } = {
  reachable: ['KP IR'], // row 26 alone
  'against-direction': ['IR KP'], // rows 4 and 26
  supplies: [
    `KP nuclear IR asserted ${PINKSTON}`, // row 26
    'IR drones RU alleged US', // row 13
    `KP arms IR predicted ${KIM}`, // row 5
    `KP military IR predicted ${KIM}`, // row 5
    `KP nuclear IR predicted ${PINKSTON}`, // row 27
    `KP nuclear-test-data IR predicted ${PINKSTON}`, // row 27
    `IR oil RU predicted ${PINKSTON} method-derived`, // row 30
    `RU oil KP predicted ${PINKSTON} method-derived`, // row 30
  ],
  'routes-of-oil': [`IR predicted ${PINKSTON} §16 RU predicted ${PINKSTON} §16 KP true`], // row 30
  'certain-on-a-day': ['US Sanctions IR'], // row 12 alone
  'possible-on-a-day': [
    ...[
      'IR CooperatesWith KP nuclear', // row 1
      'IR CooperatesWith KP drone-manufacturing', // row 1
      'IR CooperatesWith KP military', // row 1
      'IR AlliedWith KP', // row 1b
      'KP SeeksTiesWith IR', // rows 2 and 21
      'kim-jong-un SeeksTiesWith IR', // row 2
      'KP AlliedWith RU', // row 3
      'CN AlliedWith KP', // row 3
      'KP CooperatesWith RU', // row 3
      'CN CooperatesWith KP', // row 3
      'KP Opposes US', // row 4
      'sanctions-on-north-korea Sanctions KP', // row 6
      'sanctions-on-iran Sanctions IR', // row 6
      'KP ParticipatesIn tehran-exhibition', // row 10
      'tehran-exhibition LocatedIn tehran', // row 10
      'IR Meets KP trade', // row 10
      'kcna Condemns US', // row 11
      'US Sanctions IR', // row 12
      'US Sanctions IR steel', // row 16
      'US Sanctions IR automobiles', // row 16
      'US Sanctions IR drones', // row 16
      'kcna Accuses US', // row 17
      'KP SeeksTiesWith RU', // row 21
      'KP SeeksTiesWith CN', // row 21
      'KP SeeksTiesWith SY', // row 21
      'KP SeeksTiesWith BY', // row 21
      'KP ClosesMissionIn ES', // row 22
      'KP ClosesMissionIn AO', // row 22
      'KP ClosesMissionIn UG', // row 22
      'KP ClosesMissionIn NP', // row 22
      'KP ClosesMissionIn HK', // row 22
      'KP Supplies IR nuclear', // row 26
      'julian-ryall AffiliatedWith dw', // row 31
      'kim-jong-un Leads KP', // row 31
      `${KIM} AffiliatedWith ${STUDIES}`, // row 31
      `${PINKSTON} AffiliatedWith ${TROY}`, // row 31
      `${STUDIES} LocatedIn seoul`, // rows 31 and 33
      `${TROY} LocatedIn seoul`, // rows 31 and 33
      'kcna AgencyOf KP', // row 31
      'yonhap RegisteredIn KR', // row 31
      'dw RegisteredIn DE', // row 31
    ].map((statement) => `asserted true ${statement}`),
    ...[
      'IR HasTiesWith KP', // rows 18 and 19
      'IR Condemns US', // row 20
      'KP Condemns US', // row 20
      'KP Needs oil', // row 29
      'oil-sanctions Sanctions KP oil', // row 29
      'tehran LocatedIn IR', // row 33
      'damascus LocatedIn SY', // row 33
      'seoul LocatedIn KR', // row 33
      'berlin LocatedIn DE', // row 33
      `${TROY} RegisteredIn US`, // row 33
      'kcna SpeaksFor KP', // row 33
      'ir-consulate-damascus AgencyOf IR', // row 33
      'ir-consulate-damascus LocatedIn damascus', // row 33
    ].map((statement) => `asserted false ${statement}`),
    'alleged true IR Meets KP military', // row 8
    'alleged true true IR Meets KP nuclear-weapons', // row 8, disputed by row 9
    'alleged true IR Meets KP ballistic-missiles', // row 8
    'alleged true IR Supplies RU drones', // row 13
    'alleged true true IR ResponsibleFor regional-escalation', // row 17, disputed
    ...[
      'KP Supplies IR arms', // row 5
      'KP Supplies IR military', // row 5
      'IR Aids KP', // row 5b
      'KP Supports IR', // row 25
      'IR Supports KP', // row 25
      'KP Supplies IR nuclear', // row 27
      'KP Supplies IR nuclear-test-data', // row 27
      'IR CooperatesWith KP space', // row 27
      'IR CooperatesWith KP satellites', // row 27
      'IR CooperatesWith KP drones', // row 28
      'IR CooperatesWith KP drone-counter-measures', // row 28
      'IR Supplies RU oil', // row 30
      'RU Supplies KP oil', // row 30
    ].map((statement) => `predicted false ${statement}`),
  ],
  disputes: [
    'IR Meets KP nuclear-weapons alleges analysts-talks elaph-2024 §4', // row 8
    'IR Meets KP nuclear-weapons denies ir-mfa elaph-2024 §5', // row 9
    'IR ResponsibleFor regional-escalation alleges US elaph-2024 §7', // row 17
    'IR ResponsibleFor regional-escalation denies kcna elaph-2024 §7', // row 17
  ],
  'independent-claimants': [
    'asserted KP Visits tehran 2 Deutsche Welle, Reuters', // row 7
    'asserted US Sanctions IR 3 Deutsche Welle, Korean Central News Agency, Xinhua', // row 12
    'asserted IR Attacks IL 2 Deutsche Welle, Xinhua', // row 14
    'asserted damascus-strike Attacks ir-consulate-damascus 2 Deutsche Welle, Xinhua', // row 15
    ...['ES', 'AO', 'UG', 'NP', 'HK'].map(
      (to) => `asserted KP ClosesMissionIn ${to} 2 Deutsche Welle, Yonhap`,
    ), // row 22
  ],
  'sanctions-by-measure': [
    'not stated sanctions-on-north-korea KP asserted', // row 6
    'not stated sanctions-on-iran IR asserted', // row 6
    'not stated US IR asserted', // row 12
    'not stated US IR steel asserted', // row 16
    'not stated US IR automobiles asserted', // row 16
    'not stated US IR drones asserted', // row 16
    'not stated oil-sanctions KP oil asserted', // row 29
  ],
  'actors-by-type': [
    ...['KP', 'IR', 'RU', 'CN', 'SY', 'BY', 'US', 'IL', 'UA', 'KR', 'DE', 'ES', 'AO', 'UG', 'NP'].map(
      (state) => `${state} State`,
    ),
    'HK Territory',
    'west Grouping',
    ...['dw', 'elaph', 'yonhap', 'kcna', 'xinhua', 'reuters'].map((agency) => `${agency} NewsAgency`),
    'ir-mfa GovernmentAgency',
    'ir-consulate-damascus GovernmentAgency', // row 33
    `${PINKSTON} Expert`,
    `${KIM} Expert`,
    'julian-ryall Person',
    'kim-jong-un Official',
    'yun-jong-ho Official',
    `${TROY} ResearchInstitution`,
    `${STUDIES} ResearchInstitution`,
    'editors Organization',
  ],
  // row 12; an agency's report has no paragraphs
  'claims-of-a-statement': [
    'dw asserts 2024-04/.. elaph-2024 §6',
    'kcna asserts 2024-04/.. elaph-2024 §7',
    'xinhua asserts 2024-04-18/.. xinhua-2024-04-18',
  ],
  'reified-supplies': [
    'KP IR nuclear asserted true', // row 26: the one that puts the triple there
    'KP IR arms predicted true', // row 5
    'KP IR military predicted true', // row 5
    'KP IR nuclear predicted true', // row 27
    'KP IR nuclear-test-data predicted true', // row 27
    'IR RU drones alleged false', // row 13
    'IR RU oil predicted false', // row 30
    'RU KP oil predicted false', // row 30
  ],
  'reified-between-two': [
    'KP cooperatesWith IR nuclear asserted asserts julian-ryall', // row 1
    'KP cooperatesWith IR drone-manufacturing asserted asserts julian-ryall', // row 1
    'KP cooperatesWith IR military asserted asserts elaph', // row 1: the headline
    'KP alliedWith IR asserted asserts julian-ryall', // row 1b
    'KP seeksTiesWith IR asserted asserts dw', // rows 2 and 21
    `KP supplies IR arms predicted predicts ${KIM}`, // row 5
    `KP supplies IR military predicted predicts ${KIM}`, // row 5
    `IR aids KP predicted predicts ${KIM}`, // row 5b
    'KP meets IR military alleged alleges analysts-talks', // row 8
    'KP meets IR nuclear-weapons alleged true alleges analysts-talks', // row 8
    'KP meets IR ballistic-missiles alleged alleges analysts-talks', // row 8
    'KP meets IR nuclear-weapons alleged true denies ir-mfa', // row 9
    'KP meets IR trade asserted asserts ir-mfa', // row 10
    `KP hasTiesWith IR asserted asserts ${PINKSTON}`, // rows 18 and 19
    `KP supports IR predicted predicts ${PINKSTON}`, // row 25
    `IR supports KP predicted predicts ${PINKSTON}`, // row 25
    `KP supplies IR nuclear asserted asserts ${PINKSTON}`, // row 26
    `KP supplies IR nuclear predicted predicts ${PINKSTON}`, // row 27
    `KP supplies IR nuclear-test-data predicted predicts ${PINKSTON}`, // row 27
    `KP cooperatesWith IR space predicted predicts ${PINKSTON}`, // row 27
    `KP cooperatesWith IR satellites predicted predicts ${PINKSTON}`, // row 27
    `KP cooperatesWith IR drones predicted predicts ${PINKSTON}`, // row 28
    `KP cooperatesWith IR drone-counter-measures predicted predicts ${PINKSTON}`, // row 28
  ],
  'one-source': [
    'asserts xinhua US Sanctions IR 2024-04-18/..', // row 12
    'asserts xinhua IR Attacks IL 2024-04-13', // row 14
    'asserts xinhua damascus-strike Attacks ir-consulate-damascus 2024-04-01', // row 15
    'alleges IR IL Attacks ir-consulate-damascus 2024-04-01', // row 15
  ],
}

/** Names that are put together come in any order. */
const sorted = (row: string) => {
  const [, start = '', names] = /^(.* \d )(\D+, .*)$/.exec(row) ?? []
  return names === undefined ? row : start + names.split(', ').sort().join(', ')
}

test('every query has an answer here', () => {
  expect(Object.keys(ANSWERS).sort()).toEqual(queries.map(({ name }) => name))
})

test.each(queries)('$name answers as the fact sheet does', ({ name, text, data }) => {
  expect(tell(text, data).map(sorted).sort()).toEqual([...ANSWERS[name]!].sort())
})

test('where everything is only predicted, no row passes for a fact', () => {
  const text = file('examples/tehran-pyongyang/graph.jsonl')
  const graph = createGraph()
  graph.load(readJsonl(text.replaceAll(/"stance": "(asserts|alleges)"/g, '"stance": "predicts"')))
  const ask = teller(graph)
  const rows = queries
    .filter(({ name }) => name !== 'actors-by-type') // it asks for no statement
    .flatMap((one) => ask(one.text, one.data).map((row) => `${one.name}: ${row}`))
  expect(rows.filter((row) => !/ (predicted|predicts|denies)( |$)/.test(row))).toEqual([])
  expect(new Set(rows.map((row) => row.split(':')[0])).size).toBeGreaterThan(8)
})

test('what is alleged of a certain day is not certain: on 1 April only the strike that nobody is charged with', () => {
  const text = query('certain-on-a-day').text.replace('"2024-04-20"', '"2024-04-01"')
  expect(tell(text)).toEqual(['damascus-strike Attacks ir-consulate-damascus']) // row 15
})

test('claims are in the graphs of their sources in TriG: who asks the default graph finds none', () => {
  expect(tell(query('supplies').text, 'TriG')).toEqual([])
})

describe('on other data', () => {
  const world = () => {
    const graph = createGraph()
    const state = (name: string) => graph.add('State', { id: `state:${name}`, label: { en: name } })
    return { graph, us: state('US'), ir: state('IR'), kp: state('KP') }
  }

  test('an asset freeze is a financial restriction, too; what is only predicted says so', () => {
    const { graph, us, ir, kp } = world()
    const paper = graph.from(graph.add('Article', { id: 'source:paper', label: 'paper' }), { by: us })
    paper.relate(us, 'sanctions', ir, { measures: 'asset-freeze' })
    paper.relate(us, 'sanctions', kp, { measures: 'travel-ban', stance: 'predicts' })
    const { text, data } = query('sanctions-by-measure')
    expect(teller(graph)(text, data)).toEqual([
      'asset freeze US IR asserted',
      'financial restrictions US IR asserted',
      'travel ban US KP predicted',
    ])
  })

  test('what relays a text, what is our own reading, what is withdrawn and who is unnamed support nothing', () => {
    const { graph, us, ir, kp } = world()
    const one = graph.add('NewsAgency', { id: 'agency:one', label: { en: 'One' } })
    const two = graph.add('NewsAgency', { id: 'agency:two', label: { en: 'Two' } })
    const somebody = graph.unnamed('Actor', { id: 'unnamed:somebody', label: { en: 'somebody' } })
    const original = graph.add('Article', { id: 'source:original', label: 'o', publisher: one })
    const relay = graph.add('Article', { id: 'source:relay', label: 'r', publisher: two, relays: original })
    graph.relate(kp, 'opposes', us, {
      claims: [
        { stance: 'asserts', source: original },
        { stance: 'asserts', source: relay },
        { stance: 'asserts', by: ir, method: 'derived' },
        { stance: 'asserts', by: somebody },
        { stance: 'predicts', by: ir },
        { stance: 'asserts', by: kp, withdrawn: '2024' },
      ],
    })
    graph.relate(ir, 'opposes', us, {
      claims: [
        { stance: 'asserts', source: original },
        { stance: 'asserts', source: relay, by: two },
      ],
    })
    const answer = teller(graph)(query('independent-claimants').text).map(sorted)
    expect(answer).toEqual(['asserted IR Opposes US 2 One, Two'])
  })

  test('what is only denied is told as that, and never possible or certain', () => {
    const { graph, us, ir, kp } = world()
    graph.relate(kp, 'opposes', us, { claims: [{ stance: 'denies', by: kp, when: '2024-04-20' }] })
    graph.relate(ir, 'opposes', us, {
      claims: [
        { stance: 'asserts', by: us, when: '2024-04-20' },
        { stance: 'denies', by: ir, when: '2024-04-20' },
      ],
    })
    const answer = (name: string) => teller(graph)(query(name).text)
    expect(answer('disputes')).toEqual([
      'IR Opposes US asserts US',
      'IR Opposes US denies IR',
      'KP Opposes US denies KP',
    ])
    expect(answer('certain-on-a-day')).toEqual([])
    expect(answer('possible-on-a-day')).toEqual(['asserted true true IR Opposes US'])
  })
})

test('the queries of docs/rdf.md and the README answer as the fact sheet does', () => {
  const prefixes = [...toTurtle(kg).matchAll(/^@prefix (.*)\.$/gm)]
    .map((match) => `PREFIX ${match[1]}`)
    .join('\n')
  const pages = file('docs/rdf.md') + file('README.md')
  const shown = [...pages.matchAll(/```sparql\n([\s\S]*?)```/g)].map((match) => match[1]!)
  const answers = shown.map((text) => tell(`${prefixes}\n${text}`).sort())
  expect(answers).toEqual([
    ['IR'], // row 26 alone
    [
      `IR RU predicted predicts ${PINKSTON} elaph-2024 §16`,
      `RU KP predicted predicts ${PINKSTON} elaph-2024 §16`,
    ], // row 30
    [
      `IR RU drones alleged alleges US`, // row 13
      `IR RU oil predicted predicts ${PINKSTON}`, // row 30
      `KP IR arms predicted predicts ${KIM}`, // row 5
      `KP IR military predicted predicts ${KIM}`, // row 5
      `KP IR nuclear asserted asserts ${PINKSTON}`, // row 26
      `KP IR nuclear predicted predicts ${PINKSTON}`, // row 27
      `KP IR nuclear-test-data predicted predicts ${PINKSTON}`, // row 27
      `RU KP oil predicted predicts ${PINKSTON}`, // row 30
    ],
  ])
})

test('the query of the README lists publishers and denials, and nothing that is withdrawn', () => {
  const graph = graphOf(
    states('A', 'B'),
    entity('NewsAgency', 'agency:n'),
    entity('Expert', 'person:x'),
    source('s', '2024', 'agency:n'),
    statement('A', 'supplies', 'B', [
      { stance: 'asserts', source: 'source:s' },
      by('person:x', 'denies'),
      by('state:B', 'asserts', { withdrawn: '2024-06' }),
    ]),
  )
  const [query = ''] = [...file('README.md').matchAll(/```sparql\n([\s\S]*?)```/g)].map((match) => match[1]!)
  const names = { sc: 'ns#', scp: 'ns/statement#', scs: 'ns/object#' }
  const prefixes = Object.entries(names).map(
    ([name, end]) => `PREFIX ${name}: <https://w3id.org/statecraft/${end}>`,
  )
  const text = [...prefixes, 'PREFIX prov: <http://www.w3.org/ns/prov#>', query].join('\n')
  expect(teller(graph)(text).sort()).toEqual(['A B asserted true asserts n', 'A B asserted true denies x'])
})
