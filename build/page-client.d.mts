import type { Plugin } from 'esbuild'

export declare const pageClientForEsbuild: Plugin
export declare function pageClientForVite(): {
  name: string
  enforce: 'pre'
  resolveId(source: string, importer: string | undefined): string | undefined
  load(id: string): Promise<string | undefined>
}
