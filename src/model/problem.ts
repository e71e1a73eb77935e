/** Why a value was refused; `hint` says what would do. */
export class Problem {
  constructor(
    readonly message: string,
    readonly hint?: string,
  ) {}
}
