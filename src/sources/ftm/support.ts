import { programme } from '../../reference/programmes'
import { jurisdiction } from '../../reference/states'
import type { RawRecord } from '../input/records'
import type { ListProgramme } from '../lists/party'
import { datasetId, publisherOf } from './datasets'
import { coreId } from './ids'
import { isText } from './names'
import { type Body, bodyOf, organisationLabel } from './senders'

/** Records of what entities speak of and what is none of them: data sets, jurisdictions, authorities, programmes; each once. */
export class Support {
  readonly #written = new Set<string>()
  readonly #published: string | undefined

  /** @param published EDTF: when the data sets were published, where that is known */
  constructor(published: string | undefined) {
    this.#published = published
  }

  *dataset(name: string): Generator<RawRecord> {
    const id = datasetId(name)
    if (!this.#isNew(id)) return
    const publisher = bodyOf(publisherOf(name))
    if (publisher) yield* this.body(publisher)
    yield {
      type: 'Dataset',
      id,
      label: { und: isText(name) ? name : id },
      ...(publisher ? { publisher: publisher.id } : {}),
      ...(this.#published === undefined ? {} : { published: this.#published }),
    }
  }

  /** A state or territory, or an organisation in whose name lists are. */
  *jurisdiction(id: string): Generator<RawRecord> {
    if (!this.#isNew(id)) return
    const label = organisationLabel(id)
    const record =
      label === undefined
        ? jurisdiction(id)
        : { type: 'IntergovernmentalOrganization', id, label: { en: label } }
    if (record) yield record
  }

  *body({ id, type, label }: Body): Generator<RawRecord> {
    if (this.#isNew(id)) yield { type, id, label }
  }

  *programme({ id, label, partOf }: ListProgramme, source: string): Generator<RawRecord> {
    if (!this.#isNew(id)) return
    yield programme(id) ?? { type: 'SanctionsProgramme', id, label: { und: label } }
    if (partOf === undefined) return
    const whole = programme(partOf)
    if (whole && this.#isNew(partOf)) yield whole
    // By our own table: no data set says so.
    const claims = [{ stance: 'asserts', source, method: 'derived' }]
    yield { relation: 'partOf', subject: id, object: partOf, occurrence: '', claims }
  }

  /** What stands for an entity that is named and not there. */
  *placeholder(id: string, type: string, source: string): Generator<RawRecord> {
    if (!this.#isNew(coreId(id))) return
    yield {
      type,
      id: coreId(id),
      label: { und: isText(id) ? id : coreId(id) },
      sources: [source],
      extra: { ftm: { dangling: true } },
    }
  }

  #isNew(key: string): boolean {
    if (this.#written.has(key)) return false
    this.#written.add(key)
    return true
  }
}
