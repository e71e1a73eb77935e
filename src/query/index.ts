export { Path, type Step } from './path'
export { findPaths } from './paths'
export type { PathOptions } from './walk'
