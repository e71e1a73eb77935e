import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'

/**
 * The client of the interactive page as two texts: `import { script, style } from './client?bundle'` gives the folder's
 * `main.ts` with all that it imports, as one minified script, and its `style.css`. The library inlines them in a page.
 *
 * The same plugin works in esbuild (tsup) and in Vite (vitest): both resolve the import to the folder and load it here.
 */
const SUFFIX = '?bundle'

async function bundled(folder) {
  const { outputFiles, metafile } = await build({
    entryPoints: { script: join(folder, 'main.ts'), style: join(folder, 'style.css') },
    outdir: 'out',
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    legalComments: 'none',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const files = Object.keys(metafile.inputs).map((path) => resolve(path))
  const contained = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0),
  )
  const textOf = (end) => outputFiles.find((file) => file.path.endsWith(end)).text.trim()
  const texts = { script: `${notice(contained)}\n${textOf('.js')}`, style: textOf('.css') }
  return {
    code: Object.entries(texts)
      .map(([name, text]) => `export const ${name} = ${JSON.stringify(text)}`)
      .join('\n'),
    files,
  }
}

/** What of others a bundle contains: their licences ask for a notice in every copy. */
function notice(files) {
  const folders = files.flatMap(
    (file) => /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(file)?.[0] ?? [],
  )
  const lines = [...new Set(folders)].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const text = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file))
    const holder = text && /^Copyright.*$/m.exec(readFileSync(join(folder, text), 'utf8'))?.[0].trim()
    return `${name} ${version}, ${license}${holder ? `: ${holder}` : ''}`
  })
  return `/* Contains (the MIT licence: https://opensource.org/license/mit)\n${lines.sort().join('\n')} */`
}

/** For esbuild, as tsup runs it. */
export const pageClientForEsbuild = {
  name: 'page-client',
  setup(esbuild) {
    esbuild.onResolve({ filter: /\?bundle$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.slice(0, -SUFFIX.length)),
      namespace: 'page-client',
    }))
    esbuild.onLoad({ filter: /.*/, namespace: 'page-client' }, async ({ path }) => {
      const { code, files } = await bundled(path)
      return { contents: code, loader: 'js', watchFiles: files }
    })
  },
}

/** For Vite, as vitest runs it. */
export function pageClientForVite() {
  return {
    name: 'page-client',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith(SUFFIX) || importer === undefined) return undefined
      return `\0${resolve(dirname(importer), source.slice(0, -SUFFIX.length))}${SUFFIX}.js`
    },
    async load(id) {
      if (!id.startsWith('\0') || !id.endsWith(`${SUFFIX}.js`)) return undefined
      return (await bundled(id.slice(1, -`${SUFFIX}.js`.length))).code
    },
  }
}
