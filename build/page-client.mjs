import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'

/**
 * The client of the interactive page as two texts: `import { script, style } from './client?bundle'` gives the folder's
 * `main.ts` with all that it imports, as one minified script, and its `style.css`. The library inlines them in a page.
 *
 * The same plugin works in esbuild (tsup) and in Vite (vitest): both resolve the import to the folder and load it here.
 */
const SUFFIX = '?bundle'

/** What a bundle contains that others wrote: their licences ask for a notice in every copy. */
const CONTAINED = ['sigma', 'graphology', 'graphology-layout-forceatlas2', 'graphology-utils', 'events']

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
  const textOf = (end) => outputFiles.find((file) => file.path.endsWith(end)).text.trim()
  const texts = { script: `${notice()}\n${textOf('.js')}`, style: textOf('.css') }
  return {
    code: Object.entries(texts)
      .map(([name, text]) => `export const ${name} = ${JSON.stringify(text)}`)
      .join('\n'),
    files: Object.keys(metafile.inputs).map((path) => resolve(path)),
  }
}

function notice() {
  const require = createRequire(import.meta.url)
  const lines = CONTAINED.map((name) => {
    const folder = require.resolve.paths(name).map((path) => join(path, name))
    const read = (file) => folder.map((path) => tryRead(join(path, file))).find((text) => text !== undefined)
    const { version } = JSON.parse(read('package.json'))
    const licence = read('LICENSE.txt') ?? read('LICENSE') ?? ''
    return `${name} ${version}: ${/^Copyright.*$/m.exec(licence)?.[0] ?? 'its authors'}`
  })
  return `/* Contains, under the MIT licence (https://opensource.org/license/mit):\n${lines.join('\n')} */`
}

function tryRead(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
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
