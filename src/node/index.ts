/**
 * Files and streams of Node.
 *
 * @packageDocumentation
 */
export type { Output, Outputs } from './batch'
export { type WriteOptions, writeFileAtomically } from './file'
export { EXTENSIONS, FORMATS, type Format, formatOf, formatOfInput, type InputFormat } from './formats'
export { type Input, type InputOptions, openInput } from './input'
export { type LoadFileOptions, loadFile } from './load'
export { isGraphFormat, type ReadRecordsOptions, type Records, readRecords } from './records'
export { writeToStream } from './stream'
