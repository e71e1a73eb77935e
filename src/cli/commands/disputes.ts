import type { Dispute, Disputes, View } from '../../graph/view'
import { isolated, printableWords } from '../../model/direction'
import { writeToStream } from '../../node'
import type { Vocabulary } from '../../ontology/typing'
import { arrow, verbOf } from '../../query/cite'
import type { Statement } from '../../query/read'
import type { ReadFlags, ViewFlags } from '../flags'
import type { Io } from '../io'
import { readGraph } from '../read'
import { count, json, table } from '../text'
import { exitCodeFor, tellTrouble } from '../trouble'

/** Prints what has claims on both sides, and who is on either. */
export async function disputes(
  paths: readonly string[],
  flags: ReadFlags & ViewFlags & { readonly json?: true; readonly lang?: string[] },
  io: Io,
): Promise<number> {
  const reading = await readGraph(paths, flags, io)
  tellTrouble(reading, paths, io)
  const found = reading.view.disputes()
  const text = flags.json ? json(found) : new Page(reading.view, flags.lang).write(found)
  await writeToStream(io.stdout, text, { signal: io.signal })
  return exitCodeFor(reading)
}

/** Disputes for people: labels, not ids. */
class Page {
  readonly #view: View<Vocabulary>
  readonly #languages: readonly string[] | undefined

  constructor(view: View<Vocabulary>, languages: readonly string[] | undefined) {
    this.#view = view
    this.#languages = languages
  }

  write({ disputes, conflicts }: Disputes): string {
    const statements = disputes.flatMap((group) => group.statements)
    const parts = [
      statements.length > 0
        ? count(statements.length, 'statement is disputed', 'statements are disputed')
        : 'nothing is disputed',
      ...statements.map((dispute) => this.#dispute(dispute)),
    ]
    if (conflicts.length > 0) {
      parts.push(
        count(conflicts.length, 'conflict: but one of these can hold', 'conflicts: but one of each can hold'),
      )
      for (const rivals of conflicts)
        parts.push(rivals.statements.map((rival) => this.#rival(rival)).join('\n'))
    }
    return `${parts.join('\n\n')}\n`
  }

  #dispute(dispute: Dispute): string {
    const rows = [
      ...dispute.for.map((claim) => ['for', ...this.#claim(claim)]),
      ...dispute.against.map((claim) => ['against', ...this.#claim(claim)]),
    ]
    return `${this.#title(dispute.statement)}\n${table(rows, '  ')}`
  }

  #rival(statement: Statement): string {
    const rows = statement.claims.map((claim) => this.#claim(claim.id))
    return `${this.#title(statement)}\n${table(rows, '  ')}`
  }

  /** `North Korea ─supplies arms→ Iran    alleged, disputed    2024-04-18 to 2024-05-31`. */
  #title(statement: Statement): string {
    const { lens } = this.#view
    const row = lens.store.findStatement(statement.id)
    const verb = arrow(verbOf(lens, row, this.#languages), lens.store.relationOf(row).symmetric)
    const [from, to] = [statement.subject, statement.object].map((id) => isolated(this.#label(id)))
    const { level, disputed, possible } = statement.status
    const days = [possible.from ?? '', possible.until ?? '']
    const when = days.join('') === '' ? [] : [days[0] === days[1] ? days[0] : days.join('/')]
    const standing = `${level}${disputed ? ', disputed' : ''}`
    return printableWords([`${from} ${verb} ${to}`, standing, ...when].join('    '))
  }

  /** Stance, who, in what and where, and since when it is said: a denial may stand on a wider statement. */
  #claim(id: string): string[] {
    const { store } = this.#view.lens
    const { stance, by, source, at, said, when } = store.claim(store.findClaim(id))
    const publisher = source === undefined ? undefined : this.#view.entity(source)?.publisher
    const who = by ?? (typeof publisher === 'string' ? publisher : undefined)
    const place = [source === undefined ? '' : this.#label(source), at ?? '']
    const dates = [typeof when === 'string' ? `when ${when}` : '', said === undefined ? '' : `said ${said}`]
    return [stance, who === undefined ? 'nobody named' : this.#label(who), joined(place), joined(dates)]
  }

  #label(id: string): string {
    return this.#view.label(id, this.#languages)
  }
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}
