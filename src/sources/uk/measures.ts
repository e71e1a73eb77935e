/**
 * Measures by what the list says of the sanctions imposed; the first words that fit count. Words of the UK Sanctions List
 * (`Sanctions Imposed`, and the elements of `SanctionsImposedIndicators`) and of OFSI's list (`GroupStatus`).
 */
const MEASURES: readonly (readonly [words: RegExp, measure: string])[] = [
  [/asset freeze/, 'asset-freeze'],
  [/travel ban/, 'travel-ban'],
  [/arms embargo/, 'arms-embargo'],
  [/correspondent banking/, 'correspondent-account-restrictions'],
  // Joint ventures and the like with designated persons.
  [/prevention of business arrangements|investment ban/, 'investment-ban'],
  // Of banks of the country.
  [/closure of representative offices/, 'financial-restrictions'],
  [/trust services|internet services|technical assistance|crew servicing/, 'services-ban'],
  [
    /port entry|charter|deflag|de-flag|specified ship|transport|port barring|detention/,
    'transportation-restrictions',
  ],
  [/director disqualification/, 'other'],
]

/** The measure that words of the list stand for; undefined for words that it did not have so far. */
export function measureOf(words: string): string | undefined {
  const lower = words.toLowerCase()
  return MEASURES.find(([pattern]) => pattern.test(lower))?.[1]
}
