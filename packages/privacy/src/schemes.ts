import { isLuhn, isMod11Of10, isSnomedIdentifier, remainder, weightedSum } from './check-digits.ts'
import type { IdentifierKindId } from './identifier-kinds.ts'

/** A way of numbering persons, cards or professionals. A further one is a further row. */
export interface Scheme {
  readonly id: string
  readonly name: string
  readonly kind: IdentifierKindId
  /** Whether letters and digits, without what separates them, are such a number. */
  readonly isValid: (value: string) => boolean
  /** How many characters stand in each group, where the form and check digit alone are believed. */
  readonly sure: readonly string[]
  /** The same, where one of `cues` has to stand before. */
  readonly cued: readonly string[]
  readonly cues: ReadonlySet<string>
  /** What else the written form needs. */
  readonly written?: RegExp
  /** It has no check digit: its form is all that is tested. */
  readonly unchecked?: boolean
  /** Small letters may stand for large ones. */
  readonly anyCase?: boolean
  /** Whether it was set aside for examples and tests. */
  readonly isFictional?: (value: string) => boolean
}

const list = (words: string): string[] => (words === '' ? [] : words.split(' '))

interface Row extends Omit<Scheme, 'sure' | 'cued' | 'cues'> {
  readonly sure?: string
  readonly cued?: string
  readonly cues?: string
}

const scheme = ({ sure = '', cued = '', cues = '', ...row }: Row): Scheme => ({
  ...row,
  sure: list(sure),
  cued: list(cued),
  cues: new Set(list(cues)),
})

const last = (value: string): number => value.charCodeAt(value.length - 1) - 48

/** Day and month of DDMMYY or, with `yearFirst`, of YYMMDD exist. */
function isDay(value: string, yearFirst = false): boolean {
  const day = Number(yearFirst ? value.slice(4, 6) : value.slice(0, 2))
  const month = Number(value.slice(2, 4))
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** Weights falling from `from` to 2; what is missing to a multiple of 11 is the check digit, 11 counts as 0 and 10 is not issued. */
function isMod11(value: string, from: number): boolean {
  const weights = Array.from({ length: from - 1 }, (_, i) => from - i)
  return (11 - (weightedSum(value, weights) % 11)) % 11 === last(value)
}

function isAbn(value: string): boolean {
  if (!/^[1-9]\d{10}$/.test(value)) return false
  return (weightedSum(value, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0
}

const places = '0123456789ABCDEFGHJKLMNPQRTUVWXY'

function isProvider(value: string): boolean {
  if (!/^\d{6}[0-9A-HJ-NP-RT-Y][ABFHJKLTWXY]$/.test(value)) return false
  return 'YXWTLKJHFBA'[(weightedSum(value, [3, 5, 8, 4, 2, 1]) + 6 * places.indexOf(value[6]!)) % 11] === value[7]
}

function isPrescriber(value: string): boolean {
  if (!/^\d{7}$/.test(value)) return false
  return value.startsWith('0')
    ? weightedSum(value, [0, 5, 8, 4, 2, 1]) % 11 === last(value)
    : weightedSum(value, [1, 3, 7, 9, 1, 3]) % 10 === last(value)
}

const voidSsn: ReadonlySet<string> = new Set(['078051120', '219099999', '457555462'])
const isSsn = (value: string): boolean => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(value) && !voidSsn.has(value)
const isItin = (value: string): boolean => /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(value)
/** One that was printed on sample cards, or stands where none is known. */
const isSsnOrVoid = (value: string): boolean => isSsn(value) || voidSsn.has(value) || value === '000000000'
/** Nine digits that are called so: what the SSA never issued is nobody's. */
const isCalledSsn = (value: string): boolean => /^\d{9}$/.test(value) && !isItin(value)
const isNoSsn = (value: string): boolean => !isSsn(value)

function isNir(value: string): boolean {
  if (!/^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{8}$/.test(value)) return false
  const digits = value.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return 97 - remainder(digits, 97) === Number(value.slice(13))
}

const dniLetters = 'TRWAGMYFPDXBNJZSQVHLCKE'
const isDni = (value: string): boolean => /^\d{8}[A-Z]$/.test(value) && dniLetters[Number(value.slice(0, 8)) % 23] === value[8]

function isKvnr(value: string): boolean {
  if (!/^[A-Z]\d{9}$/.test(value)) return false
  const digits = String(value.charCodeAt(0) - 64).padStart(2, '0') + value.slice(1, 9)
  let sum = 0
  for (let i = 0; i < 10; i++) {
    const product = Number(digits[i]) * (i % 2 === 0 ? 1 : 2)
    sum += product > 9 ? product - 9 : product
  }
  return sum % 10 === last(value)
}

function isGermanTaxNumber(value: string): boolean {
  if (!/^[1-9]\d{10}$/.test(value) || !isMod11Of10(value)) return false
  const times = new Map<string, number>()
  for (const each of value.slice(0, 10)) times.set(each, (times.get(each) ?? 0) + 1)
  const repeated = [...times.values()].filter((count) => count > 1)
  return repeated.length === 1 && repeated[0]! <= 3
}

function isCpf(value: string): boolean {
  if (!/^\d{11}$/.test(value) || /^(\d)\1+$/.test(value)) return false
  const check = (length: number): number => {
    const rest =
      11 -
      (weightedSum(
        value,
        Array.from({ length }, (_, i) => length + 1 - i),
      ) %
        11)
    return rest > 9 ? 0 : rest
  }
  return check(9) === Number(value[9]) && check(10) === Number(value[10])
}

const oddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

function isCodiceFiscale(value: string): boolean {
  if (!/^[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPR-T][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]$/.test(value)) return false
  let sum = 0
  for (let i = 0; i < 15; i++) {
    const code = value.charCodeAt(i)
    const rank = code >= 65 ? code - 65 : code - 48
    sum += i % 2 === 0 ? oddValues[rank]! : rank
  }
  return value.charCodeAt(15) - 65 === sum % 26
}

function isPersonnummer(value: string): boolean {
  if (!/^(?:(?:18|19|20)\d{2}|\d{2})\d{8}$/.test(value)) return false
  const ten = value.slice(-10)
  const day = Number(ten.slice(4, 6))
  const calendar = ten.slice(0, 4) + String(day > 60 ? day - 60 : day).padStart(2, '0')
  return isDay(calendar, true) && isLuhn(ten)
}

function isFodselsnummer(value: string): boolean {
  if (!/^\d{11}$/.test(value)) return false
  const day = Number(value.slice(0, 2))
  const month = Number(value.slice(2, 4))
  const calendar = String(day > 40 ? day - 40 : day).padStart(2, '0') + String(month > 80 ? month - 80 : month).padStart(2, '0')
  const first = (11 - (weightedSum(value, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11
  const second = (11 - (weightedSum(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11
  return isDay(calendar) && first === Number(value[9]) && second === Number(value[10])
}

function isHetu(value: string): boolean {
  const parts = /^(\d{6})[-+A-FU-Y]?(\d{3})([0-9A-Y])$/.exec(value)
  return parts !== null && isDay(value) && '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(parts[1]! + parts[2]!) % 31] === parts[3]
}

const issuers =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35\d{14,17}|(?:1800|2131)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12,15}|62\d{14,17}|(?:50|5[6-9]|6[0-9])\d{10,17})$/
const testCards: ReadonlySet<string> = new Set(['4111111111111111', '378282246310005', '5555555555554444', '4012888888881881'])

const ibanLengths = new Map(
  'AD24 AE23 AT20 BE16 BG22 BR29 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IL23 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SA24 SE24 SI19 SK24 SM27 TR26'
    .split(' ')
    .map((row): [string, number] => [row.slice(0, 2), Number(row.slice(2))]),
)

const isIban = (value: string): boolean =>
  /^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(value) &&
  ibanLengths.get(value.slice(0, 2)) === value.length &&
  remainder(value.slice(4) + value.slice(0, 4), 97) === 1

const lengths = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_, i) => from + i).join(' ')
const inFours = [...ibanLengths.values()].map((length) => '4-'.repeat(Math.floor(length / 4)) + (length % 4 || ''))
const ibanForms = [...new Set(inFours.map((form) => form.replace(/-$/, '')))].join(' ')

/**
 * Every scheme, with the rule of its check digit. Sources: the issuers' documents named in each row, and for all that python-stdnum or
 * presidio-analyzer know, agreement with them on valid and invalid examples (see the tests).
 */
export const schemes: readonly Scheme[] = [
  // Australia. Healthcare identifiers: HL7 AU Base; provider, prescriber and registration numbers: Services Australia and Ahpra forms.
  scheme({
    id: 'au_ihi',
    name: 'Individual Healthcare Identifier',
    kind: 'health-number',
    isValid: (v) => /^800360\d{10}$/.test(v) && isLuhn(v),
    sure: '16 4-4-4-4',
  }),
  scheme({
    id: 'au_hpi',
    name: 'Healthcare Provider Identifier',
    kind: 'licence',
    isValid: (v) => /^80036[12]\d{10}$/.test(v) && isLuhn(v),
    sure: '16 4-4-4-4',
  }),
  scheme({
    id: 'au_dva',
    name: 'DVA file number',
    kind: 'health-number',
    unchecked: true,
    isValid: (v) => /^[NVQSTW](?:[A-Z]\d{6}|[A-Z]{2}\d{5}|[A-Z]{3}\d{4})[A-Z]?$/.test(v),
    cued: '8 9',
    cues: 'dva veteran veterans affairs vea',
  }),
  scheme({
    id: 'au_tfn',
    name: 'Tax File Number',
    kind: 'national-number',
    isValid: (v) => /^\d{9}$/.test(v) && weightedSum(v, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
    cued: '9 3-3-3',
    cues: 'tfn tax',
  }),
  scheme({
    id: 'au_abn',
    name: 'Australian Business Number',
    kind: 'national-number',
    isValid: isAbn,
    sure: '2-3-3-3',
    cued: '11',
    cues: 'abn business',
  }),
  scheme({
    id: 'au_acn',
    name: 'Australian Company Number',
    kind: 'national-number',
    isValid: (v) => /^\d{9}$/.test(v) && (10 - (weightedSum(v, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === last(v),
    cued: '9 3-3-3',
    cues: 'acn company',
  }),
  scheme({
    id: 'au_ahpra',
    name: 'Ahpra registration',
    kind: 'licence',
    unchecked: true,
    isValid: (v) => /^(?:ATS|CHI|CMR|DEN|MED|MRP|NMW|OCC|OPT|OST|PAR|PHA|PHY|POD|PSY)\d{10}$/.test(v),
    sure: '13',
  }),
  scheme({
    id: 'au_provider',
    name: 'Medicare provider number',
    kind: 'licence',
    isValid: isProvider,
    sure: '8',
    cued: '7-1 6-2',
    cues: 'provider prov',
  }),
  scheme({ id: 'au_prescriber', name: 'PBS prescriber number', kind: 'licence', isValid: isPrescriber, cued: '7', cues: 'prescriber pbs' }),
  // United Kingdom: NHS Data Dictionary; HMRC NIM39110.
  scheme({
    id: 'uk_chi',
    name: 'CHI number',
    kind: 'health-number',
    isValid: (v) => /^\d{10}$/.test(v) && isDay(v) && isMod11(v, 10),
    sure: '6-4',
    cued: '10',
    cues: 'chi',
  }),
  scheme({
    id: 'uk_nhs',
    name: 'NHS number',
    kind: 'health-number',
    isValid: (v) => /^\d{10}$/.test(v) && isMod11(v, 10),
    sure: '3-3-4',
    cued: '10',
    cues: 'nhs',
    isFictional: (v) => v.startsWith('999'),
  }),
  scheme({
    id: 'uk_nino',
    name: 'National Insurance number',
    kind: 'national-number',
    unchecked: true,
    isValid: (v) => /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(v),
    sure: '9 2-2-2-2-1 2-6-1',
  }),
  // United States: SSA; CMS; Drug Enforcement Administration.
  scheme({
    id: 'us_ssn',
    name: 'Social Security number',
    kind: 'national-number',
    unchecked: true,
    isValid: isSsnOrVoid,
    sure: '3-2-4',
    written: /^\d{3}-\d{2}-\d{4}$/,
    isFictional: isNoSsn,
  }),
  scheme({
    id: 'us_ssn',
    name: 'Social Security number',
    kind: 'national-number',
    unchecked: true,
    isValid: isCalledSsn,
    cued: '9 3-2-4',
    cues: 'ssn social security',
    isFictional: isNoSsn,
  }),
  scheme({
    id: 'us_itin',
    name: 'Individual Taxpayer Identification Number',
    kind: 'national-number',
    unchecked: true,
    isValid: isItin,
    sure: '3-2-4',
    written: /^\d{3}-\d{2}-\d{4}$/,
  }),
  scheme({
    id: 'us_npi',
    name: 'National Provider Identifier',
    kind: 'licence',
    isValid: (v) => /^[12]\d{9}$/.test(v) && isLuhn(`80840${v}`),
    cued: '10',
    cues: 'npi provider',
  }),
  scheme({
    id: 'us_dea',
    name: 'DEA number',
    kind: 'licence',
    isValid: (v) => /^[A-HJ-MPRSTUX][A-Z9]\d{7}$/.test(v) && weightedSum(v.slice(2), [1, 2, 1, 2, 1, 2]) % 10 === last(v),
    sure: '9',
  }),
  scheme({
    id: 'us_mbi',
    name: 'Medicare Beneficiary Identifier',
    kind: 'health-number',
    unchecked: true,
    isValid: (v) => /^[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/.test(v),
    sure: '11 4-3-4',
  }),
  // France: INSEE; Spain: Ministerio del Interior; Germany: § 290 SGB V, § 139b AO.
  scheme({
    id: 'fr_nir',
    name: 'NIR',
    kind: 'national-number',
    isValid: (v) => /^[12]/.test(v) && isNir(v),
    sure: '15 13-2 1-2-2-2-3-3-2',
  }),
  scheme({
    id: 'fr_nir',
    name: 'NIR',
    kind: 'national-number',
    isValid: isNir,
    cued: '15 13-2 1-2-2-2-3-3-2',
    cues: 'nir sécurité sociale insee secu sécu',
  }),
  scheme({
    id: 'fr_rpps',
    name: 'RPPS number',
    kind: 'licence',
    isValid: (v) => /^1\d{10}$/.test(v) && isLuhn(v),
    cued: '11',
    cues: 'rpps',
  }),
  scheme({ id: 'es_dni', name: 'DNI', kind: 'national-number', isValid: isDni, sure: '9 8-1' }),
  scheme({
    id: 'es_nie',
    name: 'NIE',
    kind: 'national-number',
    isValid: (v) => /^[XYZ]\d{7}[A-Z]$/.test(v) && isDni('XYZ'.indexOf(v[0]!) + v.slice(1)),
    sure: '9 1-7-1',
  }),
  scheme({ id: 'de_kvnr', name: 'Krankenversichertennummer', kind: 'health-number', isValid: isKvnr, sure: '10' }),
  scheme({
    id: 'de_steuer_id',
    name: 'Steuer-Identifikationsnummer',
    kind: 'national-number',
    isValid: isGermanTaxNumber,
    cued: '11 2-3-3-3',
    cues: 'steuer steuerid idnr identifikationsnummer steueridentifikationsnummer tin',
  }),
  // Brazil: Receita Federal, Ministério da Saúde; Canada: ESDC, Ontario's Interface to Health Care Systems.
  scheme({ id: 'br_cpf', name: 'CPF', kind: 'national-number', isValid: isCpf, sure: '3-3-3-2', cued: '11', cues: 'cpf' }),
  scheme({
    id: 'br_cns',
    name: 'Cartão Nacional de Saúde',
    kind: 'health-number',
    isValid: (v) => /^[12789]\d{14}$/.test(v) && weightedSum(v, [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    sure: '15 3-4-4-4',
  }),
  scheme({
    id: 'ca_sin',
    name: 'Social Insurance Number',
    kind: 'national-number',
    isValid: (v) => /^\d{9}$/.test(v) && isLuhn(v),
    cued: '9 3-3-3',
    cues: 'sin insurance nas',
    isFictional: (v) => v.startsWith('0'),
  }),
  scheme({
    id: 'ca_on_ohip',
    name: 'Ontario health number',
    kind: 'health-number',
    isValid: (v) => /^[1-9]\d{9}[A-Z]{0,2}$/.test(v) && isLuhn(v.slice(0, 10)),
    cued: '10 11 12 4-3-3 4-3-3-2',
    cues: 'ohip hcn health card',
  }),
  // The Netherlands, Italy, Sweden, Norway, Finland: tax and population registers.
  scheme({
    id: 'nl_bsn',
    name: 'BSN',
    kind: 'national-number',
    isValid: (v) => /^\d{8,9}$/.test(v) && Number(v) > 0 && weightedSum(v.padStart(9, '0'), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
    cued: '8 9 4-2-3 3-3-3',
    cues: 'bsn burgerservicenummer sofinummer',
  }),
  scheme({ id: 'it_codice_fiscale', name: 'Codice fiscale', kind: 'national-number', isValid: isCodiceFiscale, sure: '16 3-3-5-5' }),
  scheme({
    id: 'se_personnummer',
    name: 'Personnummer',
    kind: 'national-number',
    isValid: isPersonnummer,
    sure: '6-4 8-4',
    written: /^\d+[-+]\d+$/,
  }),
  scheme({
    id: 'se_personnummer',
    name: 'Personnummer',
    kind: 'national-number',
    isValid: isPersonnummer,
    sure: '12',
    cued: '10',
    cues: 'personnummer pnr personnr',
  }),
  scheme({
    id: 'no_fodselsnummer',
    name: 'Fødselsnummer',
    kind: 'national-number',
    isValid: isFodselsnummer,
    sure: '11 6-5',
    isFictional: (v) => Number(v.slice(2, 4)) > 80,
  }),
  scheme({
    id: 'fi_hetu',
    name: 'Henkilötunnus',
    kind: 'national-number',
    isValid: isHetu,
    sure: '6-4 11',
    written: /^\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]$/,
    isFictional: (v) => v.at(-4) === '9',
  }),
  // Cards: ISO/IEC 7812; IBAN: ISO 13616. A SNOMED CT extension's concept is as long, and may pass for a card.
  scheme({
    id: 'credit_card',
    name: 'payment card number',
    kind: 'account',
    isValid: (v) => issuers.test(v) && isLuhn(v),
    sure: `${lengths(12, 19)} 4-4-4-4 4-6-5 4-6-4 4-4-4-4-3`,
    isFictional: (v) => testCards.has(v),
  }),
  scheme({
    id: 'iban',
    name: 'IBAN',
    kind: 'account',
    isValid: isIban,
    sure: `${lengths(15, 34)} ${ibanForms}`,
    anyCase: true,
    isFictional: (v) => v === 'GB82WEST12345698765432',
  }),
  // IEEE 802.
  scheme({
    id: 'mac',
    name: 'MAC address',
    kind: 'device',
    unchecked: true,
    isValid: (v) => /^[0-9A-F]{12}$/.test(v),
    sure: '2-2-2-2-2-2',
    written: /^(?:[\da-f]{2}-){5}[\da-f]{2}$/i,
    anyCase: true,
  }),
]

/** A run that reads as a SNOMED CT extension's concept names a thing, whatever else it passes for. */
export const isConcept = (value: string): boolean => value.length >= 15 && /1000\d{3}1[0-5]\d$/.test(value) && isSnomedIdentifier(value)
