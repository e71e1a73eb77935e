/**
 * A regular expression as SHACL takes it: XPath 2.0 and SPARQL know no groups that do not capture, no escaped slash, and
 * other digits than ours.
 */
export function patternOf({ source }: RegExp): string {
  return source.replaceAll('(?:', '(').replaceAll('\\/', '/').replaceAll('\\d', '[0-9]')
}
