export { Path, type Step } from './path'
export { findPaths, type PathsEnd } from './paths'
export type { PathOptions } from './walk'
