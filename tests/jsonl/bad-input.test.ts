import { createGraph, type Graph, type Issue, type LoadReport } from 'statecraft'
import { readJsonl, toJsonl } from 'statecraft/jsonl'
import { describe, expect, it } from 'vitest'

// One bad line among good ones: it is told with its code, line and path, and the good ones are all there.

const GOOD = [
  '{"type":"State","id":"state:KP","label":{"en":"North Korea"}}',
  '{"type":"State","id":"state:IR","label":{"en":"Iran"}}',
  '{"type":"Technology","id":"technology:nuclear","label":{"en":"nuclear technology"}}',
  '{"type":"Article","id":"source:elaph","label":{"en":"Elaph"},"published":"2024-05"}',
  '{"type":"Expert","id":"person:pinkston","label":{"en":"Daniel Pinkston"}}',
  // The bad line comes here: line 6.
  '{"relation":"supplies","subject":"state:KP","object":"state:IR","item":"technology:nuclear","claims":[{"stance":"asserts","by":"person:pinkston","source":"source:elaph","at":"§14","when":"2024"}]}',
  '{"relation":"hasTiesWith","subject":"state:KP","object":"state:IR","claims":[{"stance":"asserts","source":"source:elaph","by":"person:pinkston"}]}',
]
const BAD_LINE = 6
/** What the good lines are in a graph, written by hand: entities by id, statements by relation. */
const GOOD_ENTITIES = ['person:pinkston', 'source:elaph', 'state:IR', 'state:KP', 'technology:nuclear']
const GOOD_STATEMENTS = ['hasTiesWith state:IR state:KP', 'supplies state:KP state:IR']

interface Loaded {
  readonly kg: Graph
  readonly report: LoadReport
  /** `line code path`, of each issue. */
  readonly issues: readonly string[]
  readonly issue: Issue | undefined
  /** The record of the bad line, if there is one in the graph. */
  readonly entities: readonly string[]
  readonly statements: readonly string[]
}

function loadWith(bad: string | readonly string[] | Uint8Array, maxLine?: number): Loaded {
  const encode = (text: string) => new TextEncoder().encode(text)
  const middle = bad instanceof Uint8Array ? bad : encode([bad].flat().join('\n'))
  const chunks = [
    encode(`${GOOD.slice(0, 5).join('\n')}\n`),
    middle,
    encode(`\n${GOOD.slice(5).join('\n')}\n`),
  ]
  const kg = createGraph()
  const report = kg.load(readJsonl(chunks, maxLine === undefined ? {} : { maxLine }))
  const issues = report.issues.map(({ line, code, path = [] }) => [line, code, ...path].join(' '))
  const entities = [...kg.entities()].map(({ id }) => id).sort()
  const statements = [
    ...kg.view({ status: ['asserted', 'alleged', 'announced', 'predicted', 'denied'] }).statements(),
  ]
  const ends = statements.map(({ relation, subject, object }) => `${relation} ${subject} ${object}`).sort()
  // Nothing good is lost, whatever the bad line is, and what is there can be written and read again.
  expect(entities).toEqual(expect.arrayContaining(GOOD_ENTITIES))
  expect(ends).toEqual(expect.arrayContaining(GOOD_STATEMENTS))
  const again = createGraph()
  expect(again.load(readJsonl(toJsonl(kg)))).toMatchObject({ errors: 0, dropped: 0 })
  expect(toJsonl(again)).toBe(toJsonl(kg))
  return { kg, report, issues, issue: report.issues[0], entities, statements: ends }
}

/** The bad line leaves nothing behind. */
function expectDropped(
  bad: string | readonly string[] | Uint8Array,
  issues: readonly string[],
  maxLine?: number,
): Issue {
  const loaded = loadWith(bad, maxLine)
  expect(loaded.issues).toEqual(issues)
  expect(loaded.entities).toEqual(GOOD_ENTITIES)
  expect(loaded.statements).toEqual(GOOD_STATEMENTS)
  expect(loaded.report).toMatchObject({ entities: 5, statements: 2, dropped: issues.length })
  expect(loaded.issue?.severity).toBe('error')
  expect(loaded.issue?.record, 'the text of a dropped record stays in its issue').toBeTruthy()
  return loaded.issue!
}

const claims = '"claims":[{"stance":"asserts","source":"source:elaph","by":"person:pinkston"}]'
const about = (relation: string, subject: string, object: string, rest = claims) =>
  `{"relation":"${relation}","subject":"${subject}","object":"${object}",${rest}}`
const state = (id: string, rest = '"label":"X"') => `{"type":"State","id":${JSON.stringify(id)},${rest}}`

it('the good lines alone load without an issue', () => {
  const { issues, entities, statements } = loadWith('')
  expect(issues).toEqual([])
  expect(entities).toEqual(GOOD_ENTITIES)
  expect(statements).toEqual(GOOD_STATEMENTS)
})

describe('a line that is no record', () => {
  it('malformed JSON', () => {
    const found = expectDropped('{"type":"State","id":"state:US"', [`${BAD_LINE} bad-json`])
    expect(found.record).toBe('{"type":"State","id":"state:US"')
  })

  it('JSON that is no object', () => {
    for (const line of ['[]', 'null', '3', '"x"', 'true']) expectDropped(line, [`${BAD_LINE} bad-json`])
  })

  it('an object that is neither entity nor statement', () => {
    for (const line of ['{}', '{"id":"state:US"}', '{"Type":"State","id":"state:US"}']) {
      expectDropped(line, [`${BAD_LINE} bad-json`])
    }
  })

  it('a line over the limit', () => {
    expectDropped(state('state:US', `"label":"${'x'.repeat(2000)}"`), [`${BAD_LINE} line-too-long`], 1000)
  })

  it('bytes of another encoding', () => {
    const latin1 = Uint8Array.from([...state('state:FR', '"label":"La Réunion"')].map((c) => c.charCodeAt(0)))
    const { issues, kg } = loadWith(latin1)
    expect(issues).toEqual([`${BAD_LINE} bad-encoding`])
    expect(kg.label('state:FR')).toBe('La R\ufffdunion') // the record itself is kept
  })
})

describe('a name that the ontology does not have', () => {
  it('of a type, with what was probably meant', () => {
    const found = expectDropped('{"type":"Sate","id":"state:US","label":"US"}', [
      `${BAD_LINE} unknown-type type`,
    ])
    expect(found.hint).toBe('did you mean State?')
  })

  it('of a type that is none at all', () => {
    for (const type of [
      '7',
      'null',
      '[]',
      '{}',
      '["State",7]',
      '"__proto__"',
      '"constructor"',
      '"toString"',
    ]) {
      expectDropped(`{"type":${type},"id":"state:US","label":"US"}`, [`${BAD_LINE} unknown-type type`])
    }
  })

  it('of a relation, with what was probably meant', () => {
    const found = expectDropped(about('suplies', 'state:KP', 'state:IR'), [
      `${BAD_LINE} unknown-relation relation`,
    ])
    expect(found.hint).toBe('did you mean supplies?')
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty']) {
      expectDropped(about(name, 'state:KP', 'state:IR'), [`${BAD_LINE} unknown-relation relation`])
    }
  })

  it('of a field: kept under extra, with what was probably meant', () => {
    const { issues, issue, kg } = loadWith(state('state:US', '"label":"US","labels":"U.S."'))
    expect(issues).toEqual([`${BAD_LINE} unknown-field labels`])
    expect(issue).toMatchObject({ severity: 'warning', hint: 'did you mean label?' })
    expect(kg.entity('state:US')?.extra).toEqual({ labels: 'U.S.' })
  })

  it('of a field with two letters swapped has a hint, too', () => {
    const { issue } = loadWith(state('state:US', '"label":"US","lable":"U.S."'))
    expect(issue?.hint).toBe('did you mean label?')
  })

  it('of a qualifier: kept under extra of the claims', () => {
    const { issues, issue, kg } = loadWith(about('supplies', 'state:IR', 'state:KP', `"itm":"oil",${claims}`))
    expect(issues).toEqual([`${BAD_LINE} unknown-field itm`])
    expect(issue?.hint).toBe('did you mean item?')
    expect([...kg.statements({ subject: 'state:IR', relation: 'supplies' })][0]?.claims[0]?.extra).toEqual({
      itm: 'oil',
    })
  })
})

describe('ends that do not fit', () => {
  it('a subject of a type that the relation does not take', () => {
    expectDropped(about('supplies', 'technology:nuclear', 'state:IR'), [`${BAD_LINE} bad-domain subject`])
  })

  it('an object of a type that the relation does not take', () => {
    expectDropped(about('supplies', 'state:KP', 'technology:nuclear'), [`${BAD_LINE} bad-range object`])
  })

  it('a qualifier of a type that is not taken there', () => {
    expectDropped(about('supplies', 'state:IR', 'state:KP', `"item":"person:pinkston",${claims}`), [
      `${BAD_LINE} bad-range item`,
    ])
  })

  it('also where the entities come after the statement', () => {
    const { issues, statements } = loadWith([
      about('supplies', 'person:late', 'technology:late'),
      '{"type":"Expert","id":"person:late","label":"Late"}',
      '{"type":"Technology","id":"technology:late","label":"late"}',
    ])
    expect(issues).toEqual([`${BAD_LINE} bad-range object`])
    expect(statements).toEqual(GOOD_STATEMENTS)
  })

  it('no subject or no object', () => {
    expectDropped(`{"relation":"supplies","object":"state:IR",${claims}}`, [`${BAD_LINE} bad-id subject`])
    expectDropped(`{"relation":"supplies","subject":"state:IR","object":null,${claims}}`, [
      `${BAD_LINE} bad-id object`,
    ])
  })
})

describe('claims', () => {
  it('none', () => {
    for (const none of ['', ',"claims":[]', ',"claims":null']) {
      expectDropped(`{"relation":"supplies","subject":"state:IR","object":"state:KP"${none}}`, [
        `${BAD_LINE} no-claims claims`,
      ])
    }
  })

  it('that are no list, or a list of something else', () => {
    const record = (value: string) =>
      `{"relation":"supplies","subject":"state:IR","object":"state:KP","claims":${value}}`
    const notList = loadWith(record('{"stance":"asserts"}'))
    expect(notList.issues).toEqual([`${BAD_LINE} bad-value claims`, `${BAD_LINE} no-claims claims`])
    const notClaims = loadWith(record('["asserts"]'))
    expect(notClaims.issues).toEqual([`${BAD_LINE} bad-value claims 0`, `${BAD_LINE} no-claims claims`])
    expect(notClaims.statements).toEqual(GOOD_STATEMENTS)
  })

  it('one without a stance that is one: the others stand', () => {
    const { issues, issue, kg } = loadWith(
      about(
        'supplies',
        'state:IR',
        'state:KP',
        '"claims":[{"stance":"assert","by":"state:IR"},{"stance":"denies","by":"state:KP"}]',
      ),
    )
    expect(issues).toEqual([`${BAD_LINE} bad-value claims 0 stance`])
    expect(issue?.hint).toBe('did you mean asserts?')
    const [kept] = kg.view({ status: 'denied' }).statements()
    expect(kept?.claims.map(({ stance, by }) => `${stance} ${by}`)).toEqual(['denies state:KP'])
  })

  it('by nobody, in no source: kept', () => {
    const { issues, issue, statements } = loadWith(
      about('supplies', 'state:IR', 'state:KP', '"claims":[{"stance":"asserts"}]'),
    )
    expect(issues).toEqual([`${BAD_LINE} unattributed claims 0`])
    expect(issue?.severity).toBe('warning')
    expect(statements).toContain('supplies state:IR state:KP')
  })
})

describe('a reference to an entity that never comes', () => {
  it('is told at the end of the load, with the line; the statement is kept, and counts', () => {
    const { issues, issue, report, kg, statements } = loadWith(about('supplies', 'state:KP', 'state:ZZ'))
    expect(issues).toEqual([`${BAD_LINE} dangling object`])
    expect(issue).toMatchObject({ severity: 'warning' })
    expect(issue?.message).toContain('state:ZZ')
    expect(report).toMatchObject({ statements: 3, dropped: 0 })
    expect(statements).toContain('supplies state:KP state:ZZ')
    expect([...kg.paths('state:IR', 'state:ZZ')].map((path) => path.entities)).toEqual([
      ['state:IR', 'state:KP', 'state:ZZ'],
      ['state:IR', 'state:KP', 'state:ZZ'],
    ])
  })

  it('as a claimant, a source or a qualifier is told with its path', () => {
    const line = about(
      'supplies',
      'state:IR',
      'state:KP',
      '"item":"commodity:oil","claims":[{"stance":"asserts","by":"person:nobody","source":"source:nowhere"}]',
    )
    const { issues, statements } = loadWith(line)
    expect([...issues].sort()).toEqual([
      `${BAD_LINE} dangling claims by`,
      `${BAD_LINE} dangling claims source`,
      `${BAD_LINE} dangling item`,
    ])
    expect(statements).toContain('supplies state:IR state:KP')
  })

  it('as a statement that nobody wrote', () => {
    const { issues, statements } = loadWith(about('accuses', 'state:IR', 'state:KP', `"of":"r-99",${claims}`))
    expect(issues).toEqual([`${BAD_LINE} dangling of`])
    expect(statements).toContain('accuses state:IR state:KP')
  })
})

describe('dates', () => {
  it('that do not exist are left out of what is kept', () => {
    for (const date of ['2024-02-31', '2023-02-29', '2024-13', '2024-05-01/2024-04-01', '31 May 2024', '']) {
      const line = about(
        'supplies',
        'state:IR',
        'state:KP',
        `"claims":[{"stance":"asserts","source":"source:elaph","when":"${date}"}]`,
      )
      const { issues, issue, kg } = loadWith(line)
      expect(issues, date).toEqual([`${BAD_LINE} bad-date claims 0 when`])
      expect(issue?.severity).toBe('error')
      const [kept] = kg.statements({ subject: 'state:IR', relation: 'supplies' })
      expect(kept?.claims[0], date).toMatchObject({ stance: 'asserts', source: 'source:elaph' })
      expect(kept?.claims[0], date).not.toHaveProperty('when')
    }
  })

  it('of an entity, and ones that are no strings', () => {
    const { issues, issue, kg } = loadWith('{"type":"Article","id":"source:x","label":"X","published":2024}')
    expect(issues).toEqual([`${BAD_LINE} bad-date published`])
    expect(issue?.hint).toContain("'2024'")
    expect(kg.entity('source:x')).toEqual({ type: 'Article', id: 'source:x', label: { und: 'X' } })
  })

  it('29 February of a leap year exists', () => {
    expect(
      loadWith('{"type":"Article","id":"source:x","label":"X","published":"2024-02-29"}').issues,
    ).toEqual([])
  })
})

describe('ids', () => {
  it('with a space, a bracket, a control character, or no prefix', () => {
    for (const id of [
      'state:North Korea',
      'state:K>P',
      'state:K\u0007P',
      'state:K\u0000P',
      'KP',
      ':KP',
      'state:',
      'State:KP',
      'state:\ud800',
      'state:a\u0301',
    ]) {
      expectDropped(state(id), [`${BAD_LINE} bad-id id`])
    }
  })

  it('that are reserved, or no string', () => {
    for (const id of ['"stmt:x"', '"sc:State"', '"name:x"', '7', 'null', '["state:US"]', '{}']) {
      expectDropped(`{"type":"State","id":${id},"label":"X"}`, [`${BAD_LINE} bad-id id`])
    }
    expectDropped('{"type":"State","label":"X"}', [`${BAD_LINE} bad-id id`])
  })

  it('that would smuggle triples into an IRI', () => {
    expectDropped(state('iri:https://x.org/> <https://x.org/p'), [`${BAD_LINE} bad-id id`])
    expectDropped(state('state:x"^^<'), [`${BAD_LINE} bad-id id`])
  })

  it('at an end of a statement', () => {
    expectDropped(about('supplies', 'North Korea', 'state:IR'), [`${BAD_LINE} bad-id subject`])
    expectDropped(about('supplies', 'state:KP', 'state:I R'), [`${BAD_LINE} bad-id object`])
  })

  it('of an optional part are left out, and the record is kept', () => {
    const { issues, kg } = loadWith(
      state('state:US', '"label":"US","sameAs":["wikidata Q30"],"sources":["no prefix","source:elaph"]'),
    )
    expect(issues).toEqual([`${BAD_LINE} bad-id sameAs 0`, `${BAD_LINE} bad-id sources 0`])
    expect(kg.entity('state:US')).toEqual({
      type: 'State',
      id: 'state:US',
      label: { und: 'US' },
      sources: ['source:elaph'],
    })
  })
})

describe('__proto__ and constructor', () => {
  const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']

  it('as an id or a part of one', () => {
    for (const name of NAMES) {
      expectDropped(state(name), [`${BAD_LINE} bad-id id`])
      const { issues, kg } = loadWith(state(`state:${name}`))
      expect(issues, name).toEqual([])
      expect(kg.label(`state:${name}`), name).toBe('X')
    }
  })

  it('as a prefix', () => {
    for (const name of NAMES) {
      const { report, entities } = loadWith(state(`${name}:x`))
      const isPrefix = /^[a-z][a-z0-9-]*$/.test(name)
      expect(report.dropped, name).toBe(isPrefix ? 0 : 1)
      expect(entities.includes(`${name}:x`), name).toBe(isPrefix)
    }
  })

  it('as a key of an entity, a claim, foreign data, a text, identifiers and aliases', () => {
    for (const name of NAMES) {
      const key = JSON.stringify(name)
      const { kg, report } = loadWith([
        state('state:US', `"label":{"en":"US",${key}:"X"},${key}:{"x":1},"extra":{${key}:{"y":[2]}}`),
        state('state:FR', `"label":"FR","identifiers":{${key}:"1"},"aliases":{${key}:["F"]}`),
        about(
          'hasTiesWith',
          'state:US',
          'state:FR',
          `${key}:1,"claims":[{"stance":"asserts","by":"state:US",${key}:{"polluted":true}}]`,
        ),
      ])
      expect(report.dropped, name).toBe(0)
      expect(
        report.issues.every(({ line }) => line !== undefined && line >= 6 && line <= 8),
        name,
      ).toBe(true)
      expect(Object.hasOwn(kg.entity('state:US')?.extra ?? {}, name), name).toBe(true)
      expect(Object.getPrototypeOf(kg.entity('state:US')), name).toBe(Object.prototype)
      expect(({} as { polluted?: true }).polluted, name).toBe(undefined)
      expect(JSON.stringify({} as { x?: 1; y?: 2 }), name).toBe('{}')
      expect(toJsonl(kg), name).toContain(`${key}:{"polluted":true}`)
    }
  })

  it('as a value: stance, measure, list value, handle', () => {
    for (const name of NAMES) {
      const value = JSON.stringify(name)
      const { issues, statements } = loadWith([
        about(
          'supplies',
          'state:IR',
          'state:KP',
          `"ref":${value},"claims":[{"stance":"asserts","by":"state:IR","stage":${value}}]`,
        ),
        about(
          'accuses',
          'state:IR',
          'state:KP',
          `"of":${value},"claims":[{"stance":"asserts","by":"state:IR"},{"stance":${value}}]`,
        ),
      ])
      expect(issues, name).toEqual(['6 bad-value claims 0 stage', '7 bad-value claims 1 stance'])
      expect(statements, name).toContain('accuses state:IR state:KP')
    }
  })
})

describe('text', () => {
  it('with quotes, line ends, right-to-left marks and astral characters comes back as it was', () => {
    const texts = [
      'say "no"',
      "it's",
      'a\\b',
      'a\nb\r\nc\td',
      '\u202eאבג\u202c',
      'كوريا الشمالية',
      '👩‍🚀𐎠',
      '\u2028\u2029',
      '',
      ' ',
      '<>&%@prefix',
    ]
    for (const text of texts) {
      const { issues, kg } = loadWith(state('state:US', `"label":{"en":${JSON.stringify(text)}}`))
      expect(issues, JSON.stringify(text)).toEqual([])
      const copy = createGraph()
      copy.load(readJsonl(new TextEncoder().encode(toJsonl(kg))))
      expect(copy.entity('state:US')?.label, JSON.stringify(text)).toEqual({ en: text })
    }
  })

  it('with NUL, other controls, lone surrogates or noncharacters is left out, and the rest kept', () => {
    for (const text of ['a\u0000b', '\u0007', '\ud800', 'x\udc00y', '\ufffe', '\u{1ffff}', '\u001b[31mred']) {
      const line = state('state:US', `"label":{"en":"US","ar":${JSON.stringify(text)}}`)
      const { issues, kg } = loadWith(line)
      expect(issues, JSON.stringify(text)).toEqual([`${BAD_LINE} bad-text label ar`])
      expect(kg.entity('state:US')?.label, JSON.stringify(text)).toEqual({ en: 'US' })
    }
  })

  it('in a claim: the claim stands without it', () => {
    const line = about(
      'supplies',
      'state:IR',
      'state:KP',
      '"claims":[{"stance":"asserts","by":"state:IR","at":"p\\u0000","note":"\\ud800"}]',
    )
    const { issues, kg } = loadWith(line)
    expect(issues).toEqual([`${BAD_LINE} bad-text claims 0 at`, `${BAD_LINE} bad-text claims 0 note`])
    const [kept] = kg.statements({ subject: 'state:IR', relation: 'supplies' })
    expect(kept?.claims[0]).toEqual({ id: kept?.claims[0]?.id, stance: 'asserts', by: 'state:IR' })
  })

  it('in a language that is none', () => {
    const { issues, kg } = loadWith(state('state:US', '"label":{"en":"US","not a language":"X"}'))
    expect(issues).toEqual([`${BAD_LINE} bad-text label not a language`])
    expect(kg.entity('state:US')?.label).toEqual({ en: 'US' })
  })
})

describe('contradictions', () => {
  it('the same id with two unrelated types: the first stands', () => {
    const { issues, issue, kg, report } = loadWith(
      '{"type":"Vessel","id":"state:KP","label":"MV North Korea"}',
    )
    expect(issues).toEqual([`${BAD_LINE} type-conflict type`])
    expect(issue?.severity).toBe('error')
    expect(report.dropped).toBe(1)
    expect(kg.entity('state:KP')).toMatchObject({ type: 'State', label: { en: 'North Korea' } })
  })

  it('two unrelated types in one record', () => {
    expectDropped('{"type":["State","Vessel"],"id":"state:US","label":"US"}', [
      `${BAD_LINE} type-conflict type`,
    ])
  })

  it('the same id with two values of a field: the first stands, the other is kept', () => {
    const { issues, kg } = loadWith(
      '{"type":"Article","id":"source:elaph","label":{"en":"Elaph"},"published":"2023"}',
    )
    expect(issues).toEqual([`${BAD_LINE} conflict published`])
    expect(kg.entity('source:elaph')).toMatchObject({
      published: '2024-05',
      extra: { conflicts: { published: ['2023'] } },
    })
  })

  it('handles in a circle: those statements are dropped, with their lines', () => {
    const { issues, report, statements } = loadWith([
      about('accuses', 'state:IR', 'state:KP', `"ref":"a","of":"b",${claims}`),
      about('accuses', 'state:KP', 'state:IR', `"ref":"b","of":"a",${claims}`),
      about('accuses', 'state:KP', 'state:IR', `"ref":"self","of":"self",${claims}`),
    ])
    expect(issues).toEqual(['6 statement-cycle', '7 statement-cycle', '8 statement-cycle'])
    expect(report.dropped).toBe(3)
    expect(statements).toEqual(GOOD_STATEMENTS)
  })

  it('one handle for two statements: the first keeps it', () => {
    const { issues, kg } = loadWith([
      about('condemns', 'state:IR', 'state:KP', `"ref":"h",${claims}`),
      about('condemns', 'state:KP', 'state:IR', `"ref":"h",${claims}`),
      about('accuses', 'state:KP', 'state:IR', `"of":"h",${claims}`),
    ])
    expect(issues).toEqual(['7 conflict ref'])
    const [accusation] = kg.statements({ relation: 'accuses' })
    expect(kg.statement(String(accusation?.of))?.subject).toBe('state:IR')
  })
})

describe('values of another kind', () => {
  it('are left out, one by one', () => {
    const line = about(
      'sanctions',
      'state:KP',
      'state:IR',
      '"claims":[{"stance":"asserts","by":"state:KP","measures":["travel-ban","tarvel-ban"],"confidence":7,"likelihood":"maybe","method":"magic","credibility":0}]',
    )
    const { issues, kg } = loadWith(line)
    expect([...issues].sort()).toEqual(
      ['confidence', 'credibility', 'likelihood', 'measures 1', 'method'].map(
        (field) => `${BAD_LINE} bad-value claims 0 ${field}`,
      ),
    )
    expect([...kg.statements({ relation: 'sanctions' })][0]?.claims[0]?.measures).toEqual(['travel-ban'])
  })

  it('several where one is taken', () => {
    const { issues } = loadWith(
      about(
        'supplies',
        'state:IR',
        'state:KP',
        `"item":["technology:nuclear","technology:nuclear"],${claims}`,
      ),
    )
    expect(issues).toEqual([`${BAD_LINE} bad-value item`])
  })

  it('nested too deep to be meant', () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000)
    const { issues, entities } = loadWith(state('state:US', `"label":"US","extra":{"deep":${deep}}`))
    expect(issues).toEqual([`${BAD_LINE} bad-value extra deep`])
    expect(entities).toContain('state:US')
  })
})

describe('the whole file', () => {
  it('with every kind of trouble at once keeps every good record', () => {
    const { report, issues } = loadWith([
      'nonsense',
      state('no prefix'),
      about('suplies', 'state:KP', 'state:IR'),
      about('supplies', 'technology:nuclear', 'state:IR'),
      about('supplies', 'state:KP', 'state:ZZ'),
    ])
    expect(issues).toEqual([
      '6 bad-json',
      '7 bad-id id',
      '8 unknown-relation relation',
      '9 bad-domain subject',
      '10 dangling object',
    ])
    expect(report).toMatchObject({ entities: 5, statements: 3, dropped: 4, errors: 4, warnings: 1 })
  })

  it('under strict stops at the first error', () => {
    const kg = createGraph()
    expect(() => kg.load(readJsonl([GOOD[0], 'nonsense', GOOD[1]].join('\n')), { strict: true })).toThrow(
      /^line 2: bad-json: /,
    )
  })
})

describe('several files', () => {
  it('a statement whose ends come with a later file is checked then', () => {
    const kg = createGraph()
    kg.load(readJsonl(about('supplies', 'technology:nuclear', 'state:IR')))
    const report = kg.load(readJsonl(GOOD.join('\n')))
    expect(report.counts).toEqual({ 'bad-domain': 1 })
  })

  it('a header that gives a prefix another namespace than the graph has is an issue, no exception', () => {
    const kg = createGraph(undefined, { prefixes: { wd: 'https://a.example/' } })
    const header = '{"statecraft":"1","prefixes":{"wd":"https://b.example/"}}'
    const report = kg.load(readJsonl([header, ...GOOD].join('\n')))
    expect(report).toMatchObject({ entities: 5, statements: 2, counts: { 'bad-id': 1 } })
  })
})
