import { resolve } from 'node:path'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '../..')

/** The compiler options of the repository. */
function options(): ts.CompilerOptions {
  const { config, error } = ts.readConfigFile(resolve(root, 'tsconfig.json'), ts.sys.readFile)
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'))
  return ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root).options
}

const parsed = new Map<string, ts.SourceFile | undefined>()

/** A host that parses each file once for all programs, and takes some from memory. */
function hostOf(texts: ReadonlyMap<string, string> = new Map()): ts.CompilerHost {
  const host = ts.createCompilerHost(options())
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (file) => texts.has(file) || fileExists(file)
  host.readFile = (file) => texts.get(file) ?? readFile(file)
  host.getSourceFile = (file, language) => {
    const text = texts.get(file)
    if (text !== undefined) return ts.createSourceFile(file, text, language)
    if (!parsed.has(file)) parsed.set(file, getSourceFile(file, language))
    return parsed.get(file)
  }
  return host
}

const plain = ({ messageText }: ts.Diagnostic) => ts.flattenDiagnosticMessageText(messageText, '\n')

/**
 * Compiles source texts that stand nowhere on disk, as if they were files of this folder, in one program.
 *
 * @param sources name → text
 * @returns name → what the compiler says about it, one message an error
 */
export function compile<const N extends string>(
  sources: { readonly [name in N]: string },
): Record<N, string[]> {
  const named = Object.entries<string>(sources).map(([name, text], i) => ({
    name,
    text,
    file: resolve(import.meta.dirname, `snippet-${i}.ts`),
  }))
  const files = named.map(({ file }) => file)
  const program = ts.createProgram(
    files,
    options(),
    hostOf(new Map(named.map(({ file, text }) => [file, text]))),
  )
  const found = named.map(({ name, file }) => {
    const source = program.getSourceFile(file)
    return [
      name,
      [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(plain),
    ]
  })
  return Object.fromEntries(found) // one list a name
}

/**
 * What the compiler has to do to check some files; of the files that these import it works out what they use.
 *
 * @param files their paths from the root of the repository
 */
export function cost(files: readonly string[]): {
  readonly instantiations: number
  readonly errors: readonly string[]
} {
  const paths = files.map((file) => resolve(root, file))
  const program = ts.createProgram(paths, options(), hostOf())
  const errors = paths.flatMap((file) => program.getSemanticDiagnostics(program.getSourceFile(file)))
  return { instantiations: program.getInstantiationCount(), errors: errors.map(plain) }
}
