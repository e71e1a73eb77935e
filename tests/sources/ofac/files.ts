import { readdirSync, readFileSync } from 'node:fs'
import type { SourceFile } from 'statecraft/sources'

/** A file of some text, by a name. */
export function file(name: string, content: string | Uint8Array): SourceFile {
  return {
    name,
    size: content.length,
    async *bytes() {
      yield content
    },
  }
}

/** The files of a folder. */
export function folder(path: string): SourceFile[] {
  return readdirSync(path)
    .sort()
    .map((name) => file(name, readFileSync(`${path}/${name}`)))
}

/** A row of the main table, of a few of its cells. */
export function party(
  uid: number,
  name: string,
  {
    type = 'individual',
    tags = 'SDGT',
    remarks = '-0- ',
  }: { type?: string; tags?: string; remarks?: string } = {},
): string {
  const quoted = (cell: string) => (cell === '-0- ' ? cell : `"${cell.replaceAll('"', '""')}"`)
  const cells = [quoted(name), quoted(type), quoted(tags), ...Array<string>(7).fill('-0- '), quoted(remarks)]
  return `${uid},${cells.join(',')}\r\n`
}
