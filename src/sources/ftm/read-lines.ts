import { readJsonl } from '../../jsonl/read'
import type { SourceContext } from '../input/context'
import type { SourceFile } from '../input/files'
import { textOf } from '../input/text'
import { coreId } from './ids'
import type { Node } from './node'
import { isFields, nodesOf } from './read-node'

/** What happened to an entity, in the lines of a delta. */
const OPERATIONS = ['ADD', 'MOD', 'DEL']

/**
 * The entities of lines of JSON: of an export (`entities.ftm.json`), or of a delta (`entities.delta.json`), whose
 * entities that are gone are told of.
 *
 * @param onDeleted takes the id of each entity that a delta says is gone
 */
export async function* readLines(
  file: SourceFile,
  context: SourceContext,
  onDeleted: (id: string) => void,
): AsyncGenerator<Node> {
  const end = new End()
  const records = readJsonl(end.watch(textOf(file, context)))
  let told = 0
  const tellUpTo = (line: number) => {
    for (; told < records.issues.length; told++) {
      const found = records.issues[told]!
      if ((found.line ?? 0) > line) return
      const { code, message, severity: _, ...place } = found
      const isCut =
        code === 'bad-json' && end.isOpen && found.line === end.line && /^\s*\{/.test(found.record ?? '')
      if (isCut)
        context.tell('cut-off', 'the file ends within a line, which is left out: is it cut off?', place)
      else context.tell(code, message, place)
    }
  }
  let first = true
  for await (const raw of records) {
    tellUpTo(records.line)
    context.line = records.line
    if (!isFields(raw)) continue
    if (first && isOther(raw)) {
      context.tell('wrong-format', 'this is not FollowTheMoney: its records have no schema', {
        hint:
          Object.hasOwn(raw, 'statecraft') || Object.hasOwn(raw, 'relation')
            ? OURS
            : 'is it another kind of JSON?',
      })
      return
    }
    first = false
    const { op, entity } = raw
    if (typeof op !== 'string' || !isFields(entity)) {
      yield* nodesOf(raw, context)
      continue
    }
    const operation = op.toUpperCase()
    if (!OPERATIONS.includes(operation)) {
      const hint = `it is ${OPERATIONS.join(', ')}; the entity is taken`
      context.tell('bad-value', `there is no operation '${op.slice(0, 20)}' in a delta`, {
        path: ['op'],
        hint,
      })
    }
    if (operation !== 'DEL') yield* nodesOf(entity, context)
    else if (typeof entity.id === 'string' && entity.id !== '') onDeleted(coreId(entity.id))
    else
      context.tell('bad-id', 'a delta says that an entity is gone, and not which', { path: ['entity', 'id'] })
  }
  tellUpTo(Infinity)
}

const OURS = "it is Statecraft's own JSON Lines: read it as 'jsonl'"

/** Whether the first record of a file shows that it is something else. */
function isOther(raw: { readonly [field: string]: unknown }): boolean {
  if (Object.hasOwn(raw, 'schema') || Object.hasOwn(raw, 'op')) return false
  return ['statecraft', 'relation', 'type', '@context'].some((field) => Object.hasOwn(raw, field))
}

/** Watches where a text ends. */
class End {
  /** The line that the text ends on, from 1. */
  line = 1
  /** Whether that line has no line end. */
  isOpen = false

  async *watch(text: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const chunk of text) {
      for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', at + 1)) this.line++
      if (chunk !== '') this.isOpen = !chunk.endsWith('\n')
      yield chunk
    }
  }
}
