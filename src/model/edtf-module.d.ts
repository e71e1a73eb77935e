/** The part of npm `edtf` that is used here: it has no types of its own. */
declare module 'edtf' {
  /** Throws where the text is not EDTF up to `level` (0 to 2; 3 is the package's own: seasons everywhere). */
  export function parse(text: string, constraints?: { level?: number }): unknown
}
