import fc from 'fast-check'
import type { EntityRecord } from 'statecraft'
import { readOfacCsv } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'
import { party } from './files'

/** What is read of one party with these remarks. */
async function read(remarks: string, type = 'individual') {
  const { kg, report, links } = await loaded(readOfacCsv(party(1, 'X, Y', { type, remarks })))
  const found: EntityRecord | undefined = kg.entity('ofac:1')
  return { party: found, extra: found?.extra ?? {}, report, links }
}

const weakOf = (found: EntityRecord | undefined) =>
  (found?.names ?? []).filter(({ kind }) => kind === 'weak').map(({ text }) => text)

describe('dates of birth', () => {
  // The forms that the lists have, and what they are in EDTF by hand.
  it.each([
    ['DOB 10 Dec 1948', '1948-12-10'],
    ['DOB 1946', '1946'],
    ['DOB Sep 1938', '1938-09'],
    ['DOB circa 1951', '1951~'],
    ['DOB circa Sep 1951', '1951-09~'],
    ['DOB 1951 to 1953', '[1951..1953]'],
    ['DOB Mar 1962 to Feb 1963', '[1962-03..1963-02]'],
    ['DOB 01 Jan 1961 to 31 Dec 1962', '[1961-01-01..1962-12-31]'],
    ['DOB circa 1979-1982', '[1979~..1982~]'],
    ['DOB 10 Apr 1960; alt. DOB 1961', '[1960-04-10,1961]'],
  ])('%s', async (remarks, born) => {
    const { party, report } = await read(`${remarks}.`)
    expect(party?.born).toBe(born)
    expect(report.errors).toBe(0)
  })
})

it('keeps dates of birth that are too many for one expression', async () => {
  const days = Array.from({ length: 8 }, (_, i) => `0${i + 1} May 1960`)
  const { party, report } = await read(`${days.map((date) => `DOB ${date}`).join('; ')}.`)
  expect(party?.born).toBe('[1960-05-01..1960-05-08]')
  expect(party?.extra?.datesOfBirth).toHaveLength(8)
  expect(report.errors).toBe(0)
})

describe('documents', () => {
  it.each([
    [
      'Passport 1084010 (Egypt) issued 12 Sep 2006 expires 11 Sep 2016',
      { scheme: 'passport', value: '1084010', country: 'EG', when: '2006-09-12/2016-09-11' },
    ],
    [
      'Passport A123 (Korea, North) expires May 2009',
      { scheme: 'passport', value: 'A123', country: 'KP', when: '/2009-05' },
    ],
    [
      'C.U.R.P. AIMM67125HCHRRG06 (Mexico) issued 1968',
      { scheme: 'national-id', value: 'AIMM67125HCHRRG06', country: 'MX', when: '1968/' },
    ],
    [
      'Tarjeta Profesional 186785 (Abogado) (Colombia)',
      { scheme: 'x-tarjeta-profesional', value: '186785 (Abogado)', country: 'CO' },
    ],
    ['Tax ID No. AABA 670850 Y', { scheme: 'tax', value: 'AABA 670850 Y' }],
    ['NIT # 800083192-3 (Colombia)', { scheme: 'tax', value: '800083192-3', country: 'CO' }],
    ['SWIFT/BIC BTEJ IR TH', { scheme: 'bic', value: 'BTEJIRTH' }],
    ['SWIFT/BIC BTEJ', { scheme: 'swift-code', value: 'BTEJ' }],
    ['Email:adelb@shabakah.net.sa', { scheme: 'email', value: 'adelb@shabakah.net.sa' }],
    ['alt. Website http://www.x.example', { scheme: 'website', value: 'http://www.x.example' }],
    ['Alt. Telephone: 982188554432', { scheme: 'phone', value: '982188554432' }],
    [
      'Digital Currency Address - XBT 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h',
      { scheme: 'x-wallet', value: 'XBT:12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h' },
    ],
    // The LEI of the European Central Bank; the other has the wrong check digits.
    ['Legal Entity Number 549300DTUYXVMJXZNY75', { scheme: 'lei', value: '549300DTUYXVMJXZNY75' }],
    [
      'Legal Entity Number 549300DTUYXVMJXZNY76',
      { scheme: 'x-legal-entity-number', value: '549300DTUYXVMJXZNY76' },
    ],
    [
      'Legal Entity Number 851683897 (Netherlands)',
      { scheme: 'x-legal-entity-number', value: '851683897', country: 'NL' },
    ],
    ['Passport 7 (Iran) issued 2009 expires 2004', { scheme: 'passport', value: '7', country: 'IR' }],
  ])('%s', async (remarks, identifier) => {
    const { party, report } = await read(`${remarks}.`)
    expect(party?.identifiers).toEqual([identifier])
    expect(report.errors).toBe(0)
  })

  it('of the IMO are those of ships where the last digit checks, and of companies where they are given to one', async () => {
    const idOf = async (remarks: string, type: string) => (await read(remarks, type)).party?.identifiers
    const ship = 'Vessel Registration Identification IMO '
    expect(await idOf(`${ship}9187629.`, 'vessel')).toEqual([{ scheme: 'imo', value: '9187629' }])
    expect(await idOf(`${ship}9187628.`, 'vessel')).toEqual([{ scheme: 'x-imo', value: '9187628' }])
    expect(await idOf(`${ship}1991835.`, 'entity')).toEqual([{ scheme: 'x-imo', value: '1991835' }])
    expect(await idOf('Company Number IMO 1991835.', 'entity')).toEqual([
      { scheme: 'imo-company', value: '1991835' },
    ])
    expect(await idOf(`${ship}15411.`, 'vessel')).toEqual([
      { scheme: 'x-vessel-registration-identification', value: 'IMO 15411' },
    ])
  })

  it('keep how OFAC names them where the scheme does not say it', async () => {
    expect((await read('C.U.I.T. 30-68074603-2 (Argentina).')).extra.documents).toEqual([
      'C.U.I.T. 30-68074603-2 (AR)',
    ])
    expect((await read('Tax ID No. 30 (Argentina).')).extra.documents).toBeUndefined()
  })
})

describe('items', () => {
  it('are cut at semicolons, never at dots', async () => {
    const { extra } = await read(
      'Minister of the U.S. Interior. Retired; Brigadier General; POB St. John, N.B.',
    )
    expect(extra).toEqual({
      remarks: ['Minister of the U.S. Interior. Retired', 'Brigadier General'],
      placesOfBirth: ['St. John, N.B'],
    })
  })

  it('that only begin like a document are sentences', async () => {
    const sentence = 'License to trade was revoked; Passport place of issue unknown; Licensed in 1990'
    expect((await read(`${sentence}.`)).extra.remarks).toEqual(sentence.split('; '))
  })

  it('say where a person belongs: of nationality and citizenship, citizenship', async () => {
    const { links, party } = await read(
      'nationality Iran; citizen Iran; nationality Palestinian; citizen undetermined.',
    )
    expect(links('citizenOf')).toEqual(['ofac:1 → state:IR', 'ofac:1 → state:PS'])
    expect(party?.extra).toEqual({ nationalities: ['Iran'], citizenships: ['undetermined'] })
  })

  it('say nothing of a kind that the party cannot have, but are kept', async () => {
    const { party, report } = await read('Gender Male; DOB 1960; nationality Iran.', 'vessel')
    expect(report.errors).toBe(0)
    expect(party?.extra).toEqual({ gender: ['Male'], born: ['1960'], nationalities: ['Iran'] })
  })
})

const word = fc.stringMatching(/^[A-Z][a-zA-Z]{0,8}$/)
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** A date of EDTF as OFAC writes it. */
function written(date: string): string {
  const month = new Date(`${date}T00:00:00Z`)
    .toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' })
    .slice(0, 3)
  return `${date.slice(8)} ${month} ${date.slice(0, 4)}`
}

it('gives back what remarks were made of', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        born: fc.uniqueArray(day, { minLength: 1, maxLength: 3 }),
        weak: fc.uniqueArray(name, { maxLength: 3 }),
        passports: fc.uniqueArray(fc.stringMatching(/^[A-Z]{0,2}\d{4,8}$/), { maxLength: 3 }),
        places: fc.uniqueArray(name, { maxLength: 2 }),
        links: fc.uniqueArray(name, { maxLength: 3, selector: (text) => text.toLowerCase() }),
        seed: fc.integer(),
      }),
      async ({ born, weak, passports, places, links, seed }) => {
        const items = [
          ...born.map((date) => `DOB ${written(date)}`),
          ...weak.map((text) => `a.k.a. '${text}'`),
          ...passports.map((number) => `Passport ${number} (Iran)`),
          ...places.map((place) => `POB ${place}`),
          ...links.map((text) => `Linked To: ${text}`),
        ]
        const at = Math.abs(seed) % items.length
        const remarks = [...items.slice(at), ...items.slice(0, at)].join('; ')
        const found = await read(`${remarks}.`)
        const dates = [...born].sort()
        expect(found.party?.born).toBe(dates.length === 1 ? dates[0] : `[${dates.join(',')}]`)
        expect(weakOf(found.party).sort()).toEqual([...weak].sort())
        const numbers = (found.party?.identifiers ?? []).map(({ scheme, value, country }) => [
          scheme,
          value,
          country,
        ])
        expect(numbers.sort()).toEqual(passports.map((number) => ['passport', number, 'IR']).sort())
        expect(found.extra.placesOfBirth ?? []).toEqual(expect.arrayContaining(places))
        expect(found.links('linkedTo')).toHaveLength(links.length)
        expect(found.report.errors).toBe(0)
      },
    ),
    { numRuns: 60 },
  )
})

it('takes any remarks without an error, and loses no word of them', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '; ',
      '. ',
      ' (',
      ')',
      ' - ',
      ': ',
      ' issued ',
      ' expires ',
      'alt. ',
      "a.k.a. '",
      "'",
      'Linked To: ',
    ),
    fc.constantFrom(
      'DOB ',
      'Passport ',
      'IMO ',
      'Digital Currency Address - ',
      'nationality ',
      'Gender ',
      '1951 to ',
      'circa ',
    ),
    word,
    fc.stringMatching(/^\d{1,8}$/),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 25 }), async (pieces) => {
      const remarks = pieces.join('')
      const { party, report, links } = await read(remarks)
      expect(report.errors).toBe(0)
      const kept = JSON.stringify([party, links('linkedTo'), report.issues]).toLowerCase()
      for (const word of remarks.match(/[A-Z][a-z]{3,}/g) ?? []) {
        if (!KINDS.test(word)) expect(kept).toContain(word.toLowerCase())
      }
    }),
    { numRuns: 150 },
  )
})

/** Words of kinds of facts, which become fields. */
const KINDS = /^(?:Passport|Digital|Currency|Address|Gender|Linked)/
