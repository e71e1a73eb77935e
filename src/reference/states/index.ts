/**
 * States and territories: records of them, and what their codes and names stand for.
 */
export { CODE_SCHEMES, type CodeScheme } from './codes'
export { jurisdictionOfName } from './english'
export { jurisdiction, jurisdictionId } from './jurisdictions'
export { stateName } from './names'
export { states } from './records'
export { type Resolution, resolve } from './resolve'
