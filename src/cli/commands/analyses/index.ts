import type { Command } from 'commander'
import type { Into } from '../../into'
import { addBalance } from './balance'
import { addEvasion } from './evasion'
import { addExposure } from './exposure'
import { addOwnership } from './ownership'
import { addSimilarity } from './similarity'
import { addThirdParties } from './third-parties'

/** Each command that asks one analysis, in the order of the help. */
const ANALYSES: readonly ((program: Command, into: Into) => void)[] = [
  addOwnership,
  addExposure,
  addEvasion,
  addBalance,
  addSimilarity,
  addThirdParties,
]

/** Adds the commands of all analyses. */
export function addAnalyses(program: Command, into: Into): void {
  for (const add of ANALYSES) add(program, into)
}
