/**
 * Canonical JSON: keys in code-unit order, no white space, `undefined` left out. Over what the model admits
 * (well-formed strings, finite numbers) this is RFC 8785.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const parts: string[] = []
    for (const key of Object.keys(value).sort()) {
      const part = (value as Record<string, unknown>)[key] // an object's own key
      if (part !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(part)}`)
    }
    return `{${parts.join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/** Code-unit order, for `sort`. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
