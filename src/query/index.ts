export { Path, type Step } from './path'
export { findPaths, type PathOptions } from './paths'
