import { type IdentifierKindId, identifierKinds } from './identifier-kinds.ts'
import { phonePlans } from './phone-plans.ts'
import { safeHarbor } from './safe-harbor.ts'
import { schemes } from './schemes.ts'

export type Confidence = 'high' | 'medium' | 'low'

/** What is looked for: a kind of identifier, or one scheme of numbers of a kind. */
export interface DetectorFacts {
  readonly id: string
  readonly title: string
  readonly kind: IdentifierKindId
  /** The class of 45 CFR 164.514(b)(2)(i) that the kind belongs to. */
  readonly safeHarbor: { readonly letter: string; readonly title: string } | null
  /** ISO 3166-1 alpha-2, upper case; empty where it belongs to no country. */
  readonly countries: readonly string[]
  /** Whether a check digit is tested; of a kind, whether one is in any of its schemes. */
  readonly checkDigit: boolean
  /** How much a finding is believed, by what gave it away. */
  readonly confidence: readonly Confidence[]
  /** Words of which one has to stand before, where the form alone is not believed. */
  readonly cues: readonly string[]
  readonly toldBy: string
}

/** By what a kind is told: check digit, full form or address are high; a form or the words before it medium; a given name alone low. */
export const confidenceOf: Readonly<Record<IdentifierKindId, readonly Confidence[]>> = {
  person: ['medium', 'low'],
  email: ['high'],
  phone: ['medium'],
  medicare: ['high'],
  'health-number': ['high', 'medium'],
  'national-number': ['high', 'medium'],
  licence: ['high', 'medium'],
  account: ['high', 'medium'],
  'record-number': ['medium'],
  device: ['high', 'medium'],
  vehicle: ['high', 'medium'],
  url: ['high'],
  ip: ['medium'],
  address: ['medium'],
  postcode: ['medium'],
  facility: ['medium'],
  place: ['medium'],
  date: ['medium'],
  age: ['medium'],
  listed: ['high'],
}

/** Codes of E.164 of the plans, as countries. */
const dialled: ReadonlyMap<string, string> = new Map([
  ['1', 'US'],
  ['31', 'NL'],
  ['33', 'FR'],
  ['34', 'ES'],
  ['44', 'GB'],
  ['55', 'BR'],
  ['61', 'AU'],
])

/** `uk_nhs` belongs to GB, `iban` to no country. */
function countryOf(scheme: string): string[] {
  const [country] = /^[a-z]{2}(?=_)/.exec(scheme) ?? []
  return country === undefined ? [] : [country === 'uk' ? 'GB' : country.toUpperCase()]
}

const classOf = (kind: IdentifierKindId): DetectorFacts['safeHarbor'] => {
  const found = safeHarbor.find(({ kinds }) => kinds.includes(kind))
  return found ? { letter: found.letter, title: found.title } : null
}

/** Every kind, each followed by its schemes, made of the tables that the detectors work with. */
export function detectors(): DetectorFacts[] {
  return identifierKinds.flatMap(({ id: kind, rule, toldBy }) => {
    const own = schemesOf(kind)
    const countries =
      kind === 'phone'
        ? phonePlans.flatMap(({ country }) => dialled.get(country) ?? [])
        : kind === 'medicare'
          ? ['AU']
          : own.flatMap((scheme) => scheme.countries)
    return [
      {
        id: kind,
        title: rule.title,
        kind,
        safeHarbor: classOf(kind),
        countries: [...new Set(countries)].sort(),
        checkDigit: kind === 'medicare' || own.some(({ checkDigit }) => checkDigit),
        confidence: confidenceOf[kind],
        cues: [],
        toldBy,
      },
      ...own,
    ]
  })
}

/** Rows of one scheme, with and without a cue, as one. */
function schemesOf(kind: IdentifierKindId): DetectorFacts[] {
  const found = new Map<string, DetectorFacts>()
  for (const { id, name, kind: itsKind, cued, cues, sure, unchecked } of schemes) {
    if (itsKind !== kind) continue
    const before = found.get(id)
    const form = unchecked ? 'its form' : 'check digit'
    const behind = cued.length > 0 ? 'a word before it' : ''
    found.set(id, {
      id,
      title: name,
      kind,
      safeHarbor: classOf(kind),
      countries: countryOf(id),
      checkDigit: !unchecked,
      confidence: ['high'],
      cues: [...new Set([...(before?.cues ?? []), ...cues])],
      toldBy:
        before || (sure.length > 0 && behind !== '')
          ? `${form}; in its common spellings, ${behind || 'a word before it'} too`
          : [form, behind].filter((part) => part !== '').join(' and '),
    })
  }
  return [...found.values()]
}
