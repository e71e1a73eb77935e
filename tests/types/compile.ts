import { resolve } from 'node:path'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '../..')

/** The compiler options of the repository. */
function options(): ts.CompilerOptions {
  const { config, error } = ts.readConfigFile(resolve(root, 'tsconfig.json'), ts.sys.readFile)
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'))
  return ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root).options
}

/**
 * Compiles source texts that stand nowhere on disk, as if they were files of this folder, in one program.
 *
 * @param sources name → text
 * @returns name → what the compiler says about it, one message an error
 */
export function compile<const N extends string>(
  sources: { readonly [name in N]: string },
): Record<N, string[]> {
  const files = new Map(
    Object.entries<string>(sources).map(([name, text], i) => [
      resolve(import.meta.dirname, `snippet-${i}.ts`),
      { name, text },
    ]),
  )
  const host = ts.createCompilerHost(options())
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (file) => files.has(file) || fileExists(file)
  host.readFile = (file) => files.get(file)?.text ?? readFile(file)
  host.getSourceFile = (file, language) => {
    const text = files.get(file)?.text
    return text === undefined ? getSourceFile(file, language) : ts.createSourceFile(file, text, language)
  }
  const program = ts.createProgram([...files.keys()], options(), host)
  const found = [...files].map(([file, { name }]) => {
    const source = program.getSourceFile(file)
    const diagnostics = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]
    return [name, diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))]
  })
  return Object.fromEntries(found)
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
  const program = ts.createProgram(paths, options())
  const errors = paths.flatMap((file) => program.getSemanticDiagnostics(program.getSourceFile(file)))
  return {
    instantiations: program.getInstantiationCount(),
    errors: errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  }
}
