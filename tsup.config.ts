import { defineConfig } from 'tsup'
import { pageClientForEsbuild } from './build/page-client.mjs'

export default defineConfig([
  {
    entry: {
      index: 'src/index.ts',
      'rdf/index': 'src/rdf/index.ts',
      'jsonl/index': 'src/jsonl/index.ts',
      'node/index': 'src/node/index.ts',
      'zod/index': 'src/zod/index.ts',
      'analysis/index': 'src/analysis/index.ts',
      'render/index': 'src/render/index.ts',
      'sources/index': 'src/sources/index.ts',
      'reference/index': 'src/reference/index.ts',
      'history/index': 'src/history/index.ts',
      'search/index': 'src/search/index.ts',
    },
    format: ['esm', 'cjs'],
    target: 'es2022',
    platform: 'neutral',
    // One copy of every class, whichever entry it is imported from.
    splitting: true,
    clean: true,
    silent: true,
    esbuildPlugins: [pageClientForEsbuild],
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  {
    entry: { 'cli/main': 'src/cli/main.ts' },
    format: ['esm'],
    target: 'node20',
    platform: 'node',
    silent: true,
    esbuildPlugins: [pageClientForEsbuild],
  },
])
