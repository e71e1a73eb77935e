import { STANCES } from '../model/claim'
import { fail } from '../model/issue'
import { hintOf } from '../model/suggest'
import { COMMON_LISTS, statementClass } from './common'
import type { OntologyDefinition, OntologyExtension, PropertyUses, RelationDefinition } from './definition'

/**
 * Names that no property or relation may have: keys of records, words of the RDF, and what JavaScript objects
 * inherit.
 */
const TAKEN = new Set(
  (
    'type id label names aliases identifiers addresses description sameAs sources unnamed extra relation subject ' +
    'object occurrence claims ref status stance by source at via said withdrawn likelihood confidence credibility ' +
    'method about name identifier address disputed possibleFrom possibleUntil certainFrom certainUntil ' +
    'nameKind range idPrefix ' +
    'statementForm objectForm statementClass ' +
    'asserts alleges announces predicts denies asserted alleged announced predicted denied ' +
    '__proto__ constructor prototype toString valueOf hasOwnProperty'
  ).split(' '),
)
/** Classes that the RDF has beside the ontology's own. */
const TAKEN_TYPES = new Set(['Statement', 'Claim', 'Name', 'Identifier', 'Address'])
/** Lists that every ontology has, and names that would give values the IRIs of other words of the RDF. */
const TAKEN_LISTS = new Set([...Object.keys(COMMON_LISTS), 'list', 'name', 'identifier', 'address'])
const TYPE_NAME = /^[A-Z][A-Za-z0-9]*$/
const NAME = /^[a-z][A-Za-z0-9]*$/
const VALUE = /^[A-Za-z0-9][A-Za-z0-9-]*$/

const KINDS = new Set(
  'string text date number integer boolean url share currency language point choice entity statement thing'.split(
    ' ',
  ),
)

/** What each part of a definition may have; `!` marks what it must. */
const KEYS = {
  ontology: '!iri !vocabularies !lists !properties !types !everyRelation !relations',
  extension: 'vocabularies lists properties types relations',
  list: '!definition !values',
  value: '!definition broader counterparts',
  property: '!kind !definition label preposition of list counterparts',
  use: 'of list many ordered required default preposition',
  type: '!definition extends label disjoint fields counterparts',
  relation:
    '!from !to !definition alike symmetric transitive aspect sign exclusive utters voice collective membership dyads label inverse defining ' +
    'details counterparts',
}

type Path = readonly string[]

/**
 * Checks a whole vocabulary: what the compiler says of a literal, said again at run time, and what it cannot say.
 *
 * @throws {@link StatecraftError} at the first contradiction, with its place and what may have been meant
 */
export function checkDefinition(definition: OntologyDefinition): void {
  checkKeys(definition, 'ontology', [])
  if (!/^(https?:\/\/|urn:)\S+[#/]$/.test(definition.iri)) {
    fail('bad-value', 'the IRI of an ontology ends in # or /', { path: ['iri'] })
  }
  checkLists(definition)
  checkProperties(definition)
  checkTypes(definition)
  const { defining, details } = definition.everyRelation
  checkUses(defining, definition, ['everyRelation', 'defining'])
  checkUses(details, definition, ['everyRelation', 'details'])
  for (const [name, relation] of Object.entries(definition.relations))
    checkRelation(name, relation, definition)
}

/** Checks what an extension names: a part that there is not would do nothing. */
export function checkExtension(extension: OntologyExtension): void {
  checkKeys(extension, 'extension', [])
}

function checkLists(definition: OntologyDefinition): void {
  for (const [name, list] of Object.entries(definition.lists)) {
    const path = ['lists', name]
    if (!NAME.test(name) || TAKEN_LISTS.has(name))
      fail('bad-value', `no list can be called '${name}'`, { path })
    checkKeys(list, 'list', path)
    for (const [value, entry] of Object.entries(list.values)) {
      const at = [...path, value]
      if (!VALUE.test(value)) fail('bad-value', `no value of a list can be called '${value}'`, { path: at })
      checkKeys(entry, 'value', at)
      checkNames(entry.broader, list.values, 'value', [...at, 'broader'])
      checkCounterparts(entry.counterparts, definition, at)
    }
  }
}

function checkProperties(definition: OntologyDefinition): void {
  for (const [name, property] of Object.entries(definition.properties)) {
    const path = ['properties', name]
    if (!NAME.test(name) || TAKEN.has(name))
      fail('bad-value', `no property can be called '${name}'`, { path })
    checkKeys(property, 'property', path)
    if (!KINDS.has(property.kind)) {
      fail('bad-value', `there is no kind '${String(property.kind)}'`, {
        path,
        ...hintOf(String(property.kind), KINDS),
      })
    }
    checkNames(property.of, definition.types, 'type', path)
    if (property.list !== undefined) checkNames([property.list], definition.lists, 'list', path)
    checkCounterparts(property.counterparts, definition, path)
  }
}

function checkTypes(definition: OntologyDefinition): void {
  for (const [name, type] of Object.entries(definition.types)) {
    const path = ['types', name]
    if (!TYPE_NAME.test(name) || TAKEN_TYPES.has(name))
      fail('bad-value', `no type can be called '${name}'`, { path })
    checkKeys(type, 'type', path)
    checkAncestry(name, definition)
    checkUses(type.fields, definition, [...path, 'fields'])
    checkCounterparts(type.counterparts, definition, path)
  }
}

function checkAncestry(name: string, definition: OntologyDefinition): void {
  const up: string[] = []
  for (let at: string | undefined = name; at !== undefined; at = definition.types[at]?.extends) {
    const path = ['types', up.at(-1) ?? at, 'extends']
    if (up.includes(at)) fail('bad-value', `'${name}' extends itself, through ${up.join(' → ')}`, { path })
    if (!Object.hasOwn(definition.types, at)) {
      fail('unknown-type', `there is no type '${at}' to extend`, {
        path,
        ...hintOf(at, Object.keys(definition.types)),
      })
    }
    up.push(at)
  }
}

function checkUses(uses: PropertyUses = {}, definition: OntologyDefinition, path: Path): void {
  for (const [name, use] of Object.entries(uses)) {
    const at = [...path, name]
    const known = Object.keys(definition.properties)
    if (!Object.hasOwn(definition.properties, name)) {
      fail('unknown-field', `there is no property '${name}'`, { path: at, ...hintOf(name, known) })
    }
    const property = definition.properties[name]!
    checkKeys(use, 'use', at)
    checkNames(use.of, definition.types, 'type', at)
    const list = use.list ?? property.list
    if (use.list !== undefined) checkNames([use.list], definition.lists, 'list', at)
    if (property.kind === 'choice' && list === undefined)
      fail('bad-value', 'a choice names its list', { path: at })
    if (use.default === undefined) continue
    if (at.at(-2) !== 'defining') fail('bad-value', 'only a defining qualifier has a default', { path: at })
    if (list !== undefined) checkNames([use.default], definition.lists[list]?.values ?? {}, 'value', at)
  }
}

function checkRelation(name: string, relation: RelationDefinition, definition: OntologyDefinition): void {
  const path = ['relations', name]
  const why = whyNoRelation(name, definition)
  if (why) fail('bad-value', `no relation can be called '${name}'`, { path, hint: why })
  checkKeys(relation, 'relation', path)
  const { from, to, alike, symmetric, transitive, voice, utters } = relation
  if (from.length === 0 || to.length === 0) fail('bad-value', 'a relation has two ends', { path })
  checkNames(from, definition.types, 'type', [...path, 'from'])
  checkNames(to, definition.types, 'type', [...path, 'to'])
  checkNames(voice?.of, definition.types, 'type', [...path, 'voice'])
  checkNames(voice?.not, definition.types, 'type', [...path, 'voice'])
  checkCounterparts(relation.counterparts, definition, path)
  const same = from.length === to.length && from.every((type) => to.includes(type))
  if ((symmetric || alike) && !same && !transitive) {
    const message = 'a symmetric relation, or one of like with like, has the same types at both ends'
    fail('bad-value', message, { path })
  }
  checkUses(relation.defining, definition, [...path, 'defining'])
  checkUses(relation.details, definition, [...path, 'details'])
  const defining = { ...definition.everyRelation.defining, ...relation.defining }
  const details = { ...definition.everyRelation.details, ...relation.details }
  for (const both of Object.keys(defining)) {
    if (Object.hasOwn(details, both))
      fail('bad-value', `'${both}' is defining and a detail at once`, { path })
  }
  for (const key of relation.exclusive ?? []) {
    if (key !== 'subject' && key !== 'object' && !Object.hasOwn(defining, key)) {
      const at = [...path, 'exclusive']
      fail('unknown-field', `'${key}' is no end or defining qualifier of ${name}`, { path: at })
    }
  }
  checkRules(name, relation, definition)
  if (!utters) return
  const isStatement =
    Object.hasOwn(defining, utters.property) && definition.properties[utters.property]?.kind === 'statement'
  if (!isStatement || !STANCES.includes(utters.stance)) {
    const message = `${name} utters a statement that stands in one of its defining qualifiers, with a stance`
    fail('bad-value', message, { path: [...path, 'utters'] })
  }
}

/** What stands against a name of a relation: in RDF it is one of a property, and with a capital of a class. */
function whyNoRelation(name: string, { properties, types }: OntologyDefinition): string | undefined {
  if (!NAME.test(name)) return 'a-z, then letters and digits'
  if (TAKEN.has(name)) return 'records or their RDF have a word of that name'
  if (Object.hasOwn(properties, name)) return 'a property has that name'
  const statements = statementClass(name)
  const taken = TAKEN_TYPES.has(statements) || Object.hasOwn(types, statements)
  return taken ? `its statements would be called like the type ${statements}` : undefined
}

/** Rules of inference name relations, qualifiers and fields that there are. */
function checkRules(
  name: string,
  { membership, dyads, defining = {} }: RelationDefinition,
  { relations, properties }: OntologyDefinition,
): void {
  const path = ['relations', name]
  for (const other of [membership?.suspendedBy, dyads?.relation]) {
    if (other === undefined || Object.hasOwn(relations, other)) continue
    fail('unknown-relation', `there is no relation '${other}'`, {
      path,
      ...hintOf(other, Object.keys(relations)),
    })
  }
  if (membership && !Object.hasOwn(defining, membership.qualifier)) {
    const message = `'${membership.qualifier}' is no defining qualifier of ${name}`
    fail('unknown-field', message, { path: [...path, 'membership'] })
  }
  if (!dyads) return
  const made = relations[dyads.relation]!
  if (!Object.hasOwn(made.defining ?? {}, dyads.qualifier)) {
    const message = `'${dyads.qualifier}' is no defining qualifier of ${dyads.relation}`
    fail('unknown-field', message, { path: [...path, 'dyads'] })
  }
  if (!Object.hasOwn(properties, dyads.given)) {
    fail('unknown-field', `there is no property '${dyads.given}'`, { path: [...path, 'dyads'] })
  }
}

function checkKeys(part: object, what: keyof typeof KEYS, path: Path): void {
  if (typeof part !== 'object' || part === null)
    fail('bad-value', `${article(what)} ${what} is an object`, { path })
  const keys = KEYS[what].split(' ')
  const known = keys.map((key) => key.replace('!', ''))
  for (const key of Object.keys(part)) {
    if (!known.includes(key)) {
      fail('unknown-field', `${article(what)} ${what} has no '${key}'`, {
        path: [...path, key],
        ...hintOf(key, known),
      })
    }
  }
  for (const key of keys) {
    if (key.startsWith('!') && !Object.hasOwn(part, key.slice(1))) {
      fail('missing-field', `the ${what} has no \`${key.slice(1)}\``, { path })
    }
  }
}

const article = (what: string) => (/^[aeiou]/.test(what) ? 'an' : 'a')

function checkNames(
  names: readonly string[] | undefined,
  known: object,
  what: 'type' | 'list' | 'value',
  path: Path,
): void {
  for (const name of names ?? []) {
    if (Object.hasOwn(known, name)) continue
    const code = what === 'type' ? 'unknown-type' : 'bad-value'
    fail(code, `there is no ${what} '${name}'`, { path, ...hintOf(name, Object.keys(known)) })
  }
}

function checkCounterparts(terms: readonly string[] = [], definition: OntologyDefinition, path: Path): void {
  for (const term of terms) {
    const prefix = term.slice(0, Math.max(0, term.indexOf(':')))
    if (Object.hasOwn(definition.vocabularies, prefix)) continue
    const known = Object.keys(definition.vocabularies)
    const at = [...path, 'counterparts']
    fail('bad-value', `'${term}' is of no vocabulary that is named`, { path: at, ...hintOf(prefix, known) })
  }
}
