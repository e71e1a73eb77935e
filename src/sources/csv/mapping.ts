/**
 * The language of mappings: a plain JSON value that says what the rows of a table mean. Every key is described with an
 * example in `docs/sources/csv.md`.
 */

export type Scalar = string | number | boolean

/** A constant, a column, or something made of columns; a list of these is a list of values. */
export type Expression = Scalar | Computed | readonly Expression[]

/** Takes a text from a row, and makes something of it: the steps are taken in the order in which they stand here. */
export interface Computed {
  /** The cell of this column. */
  readonly column?: string
  /** Or a text with columns in it: `{ccode}-{year}`. It is missing where one of them is. */
  readonly template?: string
  /** Cells that say nothing, instead of those of the dialect; an empty cell never says anything. */
  readonly missing?: readonly string[]
  /** Splits a list cell; items lose the white space around them. */
  readonly split?: string | { readonly separator: string; readonly quote?: string }
  /** What each text stands for; `null` for nothing. A text that is not here is told as `unmapped`. */
  readonly map?: { readonly [text: string]: Mapped }
  /** What all other texts stand for. */
  readonly default?: Mapped
  /** For closed lists: the value whose counterpart in this vocabulary the text is: `gsdb`, `unvotes`. */
  readonly counterpart?: string
  /** A code of a state, as of a date. */
  readonly resolve?: { readonly scheme: string; readonly at?: DateExpression }
  /** Makes an id with this prefix of any text. */
  readonly mint?: string
  /** How a date is written: `DD/MM/YYYY`, `YYYYMMDD`, `D MMM YYYY`. */
  readonly format?: string
  /** A number is multiplied by this: 1000000 for millions. */
  readonly times?: number
}

/** What a text of a value map stands for. */
export type Mapped = Scalar | null | readonly Scalar[]

/** A date or an interval, where a date is wanted: EDTF as a constant or in a column, or put together. */
export type DateExpression = string | Computed | DateParts | Interval

/** A date of several columns; parts that are missing leave it coarser. */
export interface DateParts {
  readonly year: string
  readonly month?: string
  readonly day?: string
  /** As of {@link Computed}. */
  readonly missing?: readonly string[]
}

/** An interval; an end that is missing is not known. */
export interface Interval {
  readonly from?: DateExpression
  readonly to?: DateExpression
  /** A missing end is open (`..`): always, or where the condition holds. */
  readonly open?: boolean | Condition
}

/** What must be so of a row. */
export type Condition =
  | CellCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }

export interface CellCondition {
  readonly column: string
  /** It is one of these texts. */
  readonly is?: string | readonly string[]
  /** It is none of these texts. */
  readonly not?: string | readonly string[]
  /** It says something, or does not. */
  readonly present?: boolean
}

/** An expression for each item of a list. */
export interface Each {
  /** The name by which the item is known, as if it were a column. */
  readonly as: string
  readonly of: Expression
}

/** A value of a field: an expression, or an object or list with expressions in it (`{ "en": "{name}" }`). */
export type FieldValue =
  | Expression
  | DateExpression
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue }

interface Rule {
  /** Only rows of which this is so. */
  readonly if?: Condition
  /** Once for each item of a list. */
  readonly each?: Each
}

/** An entity of each row; the fields of its types stand beside. */
export interface EntityRule extends Rule {
  readonly type: string | readonly string[]
  readonly id: Expression
  readonly [field: string]: unknown
}

/** A statement of each row; the qualifiers and details of its relation stand beside. */
export interface StatementRule extends Rule {
  readonly relation: string
  readonly subject: Expression
  readonly object: Expression
  /** As of a statement: as a rule the start of its `when`. */
  readonly occurrence?: Expression
  /** Who says so, and how; `stance` is `asserts`, `source` the mapping's, and `at` the line, where not given. */
  readonly claim?: { readonly [field: string]: FieldValue }
  readonly [field: string]: unknown
}

/** How the table is written. */
export interface MappingDialect {
  /** A comma where not given. */
  readonly delimiter?: string
  /** A double quote where not given; `false`: there is none. */
  readonly quote?: string | false
  /** A label of the Encoding Standard; UTF-8 where not given. */
  readonly encoding?: string
  /** Names of the columns of a table without a header. */
  readonly columns?: readonly string[]
  /** Cells that say nothing, beside empty ones: `-9`, `NA`. */
  readonly missing?: readonly string[]
  /** In numbers: a full stop where not given. */
  readonly decimal?: string
  /** Between the thousands of numbers. */
  readonly thousands?: string
}

/** The table as a source; other fields of its type stand beside. */
export interface MappingSource {
  readonly type?: string
  readonly id: string
  readonly [field: string]: unknown
}

/** What the rows of a table mean. */
export interface CsvMapping {
  readonly $schema?: string
  /** For people. */
  readonly description?: string
  /** Whose claims they are. */
  readonly source: MappingSource
  readonly dialect?: MappingDialect
  /** Records that are there whatever the rows: the publisher, a treaty. */
  readonly records?: readonly { readonly [field: string]: unknown }[]
  readonly entities?: readonly EntityRule[]
  readonly statements?: readonly StatementRule[]
}

/** Keys of rules that are no fields. */
export const RULE_KEYS: readonly string[] = ['if', 'each']

/** Whether a value of a field is computed, and no object with fields in it. */
export function isComputed(value: unknown): value is Computed {
  return isObject(value) && (Object.hasOwn(value, 'column') || Object.hasOwn(value, 'template'))
}

/** Whether a date is put together of columns. */
export function isDateParts(value: unknown): value is DateParts {
  return isObject(value) && Object.hasOwn(value, 'year')
}

/** Whether a date is an interval. */
export function isInterval(value: unknown): value is Interval {
  return isObject(value) && (Object.hasOwn(value, 'from') || Object.hasOwn(value, 'to'))
}

export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Keys of a rule, or of the record that it makes, that are no fields, qualifiers or details. */
export const RECORD_KEYS: ReadonlySet<string> = new Set([
  ...RULE_KEYS,
  'type',
  'id',
  'relation',
  'subject',
  'object',
  'claim',
])
