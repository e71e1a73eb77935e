/** IRIs as they are written in Turtle, with prefixes. */

/** What shortens IRIs by the prefixes that a text in Turtle declares. */
export function shortener(turtle: string): (value: string) => string {
  const prefixes = [...turtle.matchAll(/^@prefix ([\w-]*): <(.*?)>\s*\.$/gm)]
  return (value) => {
    for (const [, prefix, namespace = ''] of prefixes) {
      const local = value.slice(namespace.length)
      if (value.startsWith(namespace) && /^[\w.-]+$/.test(local)) return `${prefix}:${local}`
    }
    return value
  }
}
