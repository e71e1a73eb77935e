/**
 * Files and streams of Node.
 *
 * @packageDocumentation
 */
export type { Output, Outputs } from './batch'
export { type WriteOptions, writeFileAtomically } from './file'
export { type Input, type InputOptions, openInput } from './input'
export { type LoadFileOptions, loadFile } from './load'
export { writeToStream } from './stream'
