export class Match<Row = unknown> {
  readonly row!: Row
}
export class Group<Row = unknown> {
  readonly row!: Row
}
