import type { Address, Identifier, Name } from '../../model/record'

/**
 * What lists of sanctioned parties have in common, whatever their format: each source turns its entries into these, and
 * one place turns these into records.
 */

/** An organisation that stands behind a list. */
export interface Body {
  readonly id: string
  readonly type: string
  readonly label: string
  /** The state or organisation that it is an agency of. */
  readonly of?: string
}

/** A list, whatever its edition. */
export interface List {
  readonly id: string
  readonly label: string
  readonly url?: string
  readonly publisher: Body
}

/** One edition of a list: the file that is read. */
export interface Edition {
  readonly list: List
  /** EDTF: when it was published; undefined where neither the file nor the options say. */
  readonly published: string | undefined
}

/** A programme as a list names it: an entity of its own, which may be part of one of the reference graph. */
export interface ListProgramme {
  readonly id: string
  readonly label: string
  /** The programme of `programmes()` that it is part of, where that is certain. */
  readonly partOf?: string
}

/** That a party stands on a list, under one programme. */
export interface Listing {
  /** In whose name: a state or organisation. */
  readonly sender: string
  /** Undefined where the list names none. */
  readonly programme: ListProgramme | undefined
  /** The list, where it is not that of the edition: OFAC's consolidated file holds several. */
  readonly list?: List
  /** The authority that acts for the sender: the publisher of the list where not given. */
  readonly authority?: Body
  readonly measures: readonly string[]
  readonly legalBasis?: string
  /** EDTF. */
  readonly listed?: string
  /** EDTF: where the list itself says that the listing has ended. */
  readonly ended?: string
  /** The number or reference of the entry. */
  readonly entry: string
  readonly secondaryRisk?: boolean
  /** Why, as the list says; by language. */
  readonly reason?: { readonly [language: string]: string }
  /** `''` where not given; of a later spell, its first day. */
  readonly occurrence?: string
}

/** How a party belongs to a jurisdiction. */
export interface Tie {
  readonly relation: 'citizenOf' | 'registeredIn' | 'flaggedBy'
  /** The id of the jurisdiction. */
  readonly jurisdiction: string
  readonly kind?: string
}

/** A stated link between two parties, in the direction of its relation. */
export interface Link {
  readonly relation:
    | 'ownsOrControls'
    | 'owns'
    | 'actsFor'
    | 'supports'
    | 'familyOf'
    | 'parentOf'
    | 'leads'
    | 'directs'
    | 'affiliatedWith'
    | 'associateOf'
    | 'linkedTo'
  readonly subject: string
  readonly object: string
  /** Details of the relation: `role`, `kind`, `share`, `note`… */
  readonly details?: { readonly [detail: string]: unknown }
  /** The entry that states it. */
  readonly entry: string
}

/** A party on a list, or an asset. */
export interface Party {
  readonly id: string
  /** `Actor` where the list does not tell what it is. */
  readonly type: string | readonly string[]
  /** The primary one first: the first is the label. */
  readonly names: readonly Name[]
  readonly identifiers?: readonly Identifier[]
  readonly addresses?: readonly Address[]
  /** EDTF; alternatives as a set, `{1960-04-10,1961}`. */
  readonly born?: string
  readonly died?: string
  readonly founded?: string
  readonly gender?: string
  readonly description?: { readonly [language: string]: string }
  /** Ids under which other lists have it, where this one says so: `un:QDi.001`. */
  readonly sameAs?: readonly string[]
  readonly ties?: readonly Tie[]
  readonly listings: readonly Listing[]
  /** What the list says beside: nothing is lost. */
  readonly extra?: { readonly [field: string]: unknown }
}
