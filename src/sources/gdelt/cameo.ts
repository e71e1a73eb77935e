/**
 * What becomes of CAMEO's event codes: said once, for the reader and for the table in `docs/sources/gdelt.md`.
 *
 * Source of the codes: Schrodt, *CAMEO: Conflict and Mediation Event Observations. Event and Actor Codebook*, version
 * 1.1b3, 2012; the list that GDELT publishes (`CAMEO.eventcodes.txt`).
 */

/** What a code means here. */
export interface CameoMeaning {
  readonly relation: string
  /** `announces`: the first actor itself says that it will. Otherwise the event is told as a fact. */
  readonly stance: 'asserts' | 'announces'
  /** The second actor is the subject: whoever hosts a visit is visited. */
  readonly reversed?: true
  /** Defining qualifiers. */
  readonly qualifiers?: { readonly [qualifier: string]: string }
  /** Details of the claim. */
  readonly details?: { readonly [detail: string]: readonly string[] }
}

/** A code, or the beginning of codes: what CAMEO calls it, and what it means here or why it means nothing. */
export interface CameoRule {
  readonly code: string
  readonly title: string
  readonly meaning?: CameoMeaning
  /** Why there is no counterpart. */
  readonly why?: string
}

const asserts = (
  relation: string,
  qualifiers?: CameoMeaning['qualifiers'],
  others: Omit<CameoMeaning, 'relation' | 'stance' | 'qualifiers'> = {},
): CameoMeaning => ({ relation, stance: 'asserts', ...(qualifiers ? { qualifiers } : {}), ...others })

const announces = (relation: string, qualifiers?: CameoMeaning['qualifiers']): CameoMeaning => ({
  ...asserts(relation, qualifiers),
  stance: 'announces',
})

/** All rules. Of those whose code an event's code begins with, the longest holds. */
export const CAMEO_RULES: readonly CameoRule[] = [
  { code: '01', title: 'make public statement', why: 'what is stated is not coded' },
  { code: '02', title: 'appeal', why: 'a request, whatever the answer' },
  { code: '030', title: 'express intent to cooperate', meaning: announces('cooperatesWith') },
  { code: '031', title: 'express intent of material cooperation', meaning: announces('cooperatesWith') },
  {
    code: '032',
    title: 'express intent to provide diplomatic cooperation',
    meaning: announces('supports', { form: 'diplomatic' }),
  },
  { code: '033', title: 'express intent to provide aid', meaning: announces('aids') },
  {
    code: '0331',
    title: 'express intent to provide economic aid',
    meaning: announces('aids', { form: 'economic' }),
  },
  {
    code: '0332',
    title: 'express intent to provide military aid',
    meaning: announces('aids', { form: 'military' }),
  },
  {
    code: '0333',
    title: 'express intent to provide humanitarian aid',
    meaning: announces('aids', { form: 'humanitarian' }),
  },
  { code: '034', title: 'express intent of political reform', why: 'reform is at home' },
  { code: '035', title: 'express intent to yield', why: 'to ease something is not to end or suspend it' },
  { code: '036', title: 'express intent to meet or negotiate', meaning: announces('meets') },
  { code: '037', title: 'express intent to settle dispute', why: 'the dispute is not coded' },
  { code: '038', title: 'express intent to accept mediation', why: 'the dispute is not coded' },
  { code: '039', title: 'express intent to mediate', why: 'the dispute is not coded' },
  { code: '04', title: 'consult', meaning: asserts('meets') },
  { code: '042', title: 'make a visit', meaning: asserts('visits') },
  { code: '043', title: 'host a visit', meaning: asserts('visits', undefined, { reversed: true }) },
  {
    code: '05',
    title: 'engage in diplomatic cooperation',
    why: 'it is not coded over what, or for how long',
  },
  { code: '057', title: 'sign formal agreement', meaning: asserts('meets') },
  { code: '06', title: 'engage in material cooperation', why: 'what it is about is not coded' },
  { code: '07', title: 'provide aid', meaning: asserts('aids') },
  { code: '071', title: 'provide economic aid', meaning: asserts('aids', { form: 'economic' }) },
  { code: '072', title: 'provide military aid', meaning: asserts('aids', { form: 'military' }) },
  { code: '073', title: 'provide humanitarian aid', meaning: asserts('aids', { form: 'humanitarian' }) },
  { code: '075', title: 'grant asylum', why: 'asylum is granted to persons, often from their state' },
  { code: '08', title: 'yield', why: 'to ease something is not to end or suspend it' },
  { code: '09', title: 'investigate', why: 'an investigation charges nobody yet' },
  { code: '10', title: 'demand', why: 'a request, whatever the answer' },
  { code: '11', title: 'disapprove', why: 'neither denounced nor accused' },
  { code: '111', title: 'criticize or denounce', meaning: asserts('condemns') },
  { code: '112', title: 'accuse', meaning: asserts('accuses') },
  { code: '12', title: 'reject', why: 'a refusal: it denies no statement' },
  { code: '13', title: 'threaten', meaning: asserts('threatens') },
  { code: '14', title: 'protest', why: 'people protest, not their state' },
  { code: '15', title: 'exhibit force posture', why: 'nobody is attacked or threatened yet' },
  { code: '16', title: 'reduce relations', why: 'what is reduced is not coded, or is no relation here' },
  {
    code: '163',
    title: 'impose embargo, boycott, or sanctions',
    meaning: asserts('sanctions', undefined, { details: { measures: ['not-stated'] } }),
  },
  { code: '17', title: 'coerce', why: 'neither armed force nor sanctions' },
  { code: '172', title: 'impose administrative sanctions', why: 'domestic: curfews, bans of parties' },
  { code: '18', title: 'assault', meaning: asserts('attacks') },
  { code: '19', title: 'fight', meaning: asserts('attacks') },
  { code: '20', title: 'use unconventional mass violence', meaning: asserts('attacks') },
]

const LONGEST = 4
const BY_CODE: ReadonlyMap<string, CameoRule> = /* @__PURE__ */ new Map(
  CAMEO_RULES.map((rule) => [rule.code, rule]),
)

/**
 * The rule for an event code.
 *
 * @param code text with its leading zeros: `040`, `0331`; a root alone (`04`) is its unspecified code (`040`)
 * @returns undefined where CAMEO has no such code
 */
export function cameoRule(code: string): CameoRule | undefined {
  if (!/^\d{2,4}$/.test(code)) return undefined
  const whole = code.length === 2 ? `${code}0` : code
  for (let length = Math.min(LONGEST, whole.length); length >= 2; length--) {
    const rule = BY_CODE.get(whole.slice(0, length))
    if (rule) return rule
  }
  return undefined
}
