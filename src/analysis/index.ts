/**
 * Analyses of a view: ownership and exposure, evasion routes and third parties, structural balance and similarity, and
 * panels for statistics.
 *
 * @packageDocumentation
 */

export type { Balance, BalanceRecord, SignRecord } from './balance/answer'
export { balance } from './balance/balance'
export type { TriadCounts } from './balance/graph/triads'
export type { BalanceOptions, TieLevel } from './balance/options'
export type {
  ActorBalance,
  BlocChange,
  ComponentRecord,
  FrustrationRecord,
  GraphBalance,
  LeftOut,
  RolledUp,
  TieChange,
  TieRecord,
} from './balance/records'
export { type Sign, type Signs, type SignWhere, STANDING_TIES } from './balance/signs'
export type { Reason as LeftOutReason } from './balance/ties'
export type { Basis } from './basis'
export type { EvasionRecord, EvasionRoutes, LeftOutWays } from './evasion/answer'
export { evasionRoutes } from './evasion/evasion'
export type { Delivery, Leg } from './evasion/leg'
export type { EvasionOptions } from './evasion/options'
export type {
  Charge,
  DirectSupply,
  EvasionRoute,
  Intermediary,
  OwnEmbargo,
  RouteEmbargo,
  Score,
} from './evasion/route'
export { type Exposure, type ExposureRecord, exposure, type Possibly } from './exposure/exposure'
export type {
  Bearing,
  ExposureDoubt,
  Indicator,
  IndicatorKind,
  Measures,
  PossibleIndicator,
  PossibleReach,
  Reach,
  ReachWay,
} from './exposure/found'
export type { ExposureOptions } from './exposure/options'
export type { ExposureStep } from './exposure/step'
export type {
  BlockedOwner,
  Divestment,
  Doubt,
  OwnershipFinding,
  Verdict,
} from './ownership/finding'
export type { Listing } from './ownership/listings'
export type { OwnershipOptions, OwnershipRuleId } from './ownership/options'
export { type Excess, type Ownership, type OwnershipRecord, ownership } from './ownership/ownership'
export { type Interest, OWNERSHIP_RULES, type OwnershipRule } from './ownership/rule'
export type { Coverage } from './panel/coverage'
export type { DyadYearOptions } from './panel/options'
export { type CsvOptions, type DyadYear, dyadYears, type Panel, type PanelRecord } from './panel/panel'
export type { Distance } from './similarity/agreement'
export type { SimilarityRow, Unpaired } from './similarity/compare'
export type { SimilarityOptions, SimilaritySeriesOptions, Weights } from './similarity/options'
export {
  type SimilaritySeries,
  type SimilaritySeriesRecord,
  type SimilarityYear,
  similarityByYear,
} from './similarity/series'
export { type Similarity, type SimilarityRecord, similarity } from './similarity/similarity'
export type { Mean, Rise } from './third-parties/assess'
export type { Reported } from './third-parties/figures'
export type { PartnerFlow, ThirdParty } from './third-parties/find'
export type { ReporterSide, SanctionEnds, ThirdPartiesOptions } from './third-parties/options'
export type { AsSender, SenderRole } from './third-parties/senders'
export {
  type FiguresLeftOut,
  type ThirdParties,
  type ThirdPartiesRecord,
  thirdParties,
} from './third-parties/third-parties'
