import { isLuhn, isSnomedIdentifier, weightedSum } from './check-digits.ts'
import type { IdentifierKindId } from './identifier-kinds.ts'
import {
  ibanLengths,
  isAbn,
  isCalledSsn,
  isCodiceFiscale,
  isCpf,
  isDay,
  isDni,
  isFodselsnummer,
  isGermanTaxNumber,
  isHetu,
  isIban,
  isItin,
  isKvnr,
  isMod11,
  isNir,
  isNoSsn,
  isPersonnummer,
  isPrescriber,
  isProvider,
  isSsnOrVoid,
  issuers,
  last,
  testCards,
} from './scheme-checks.ts'

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
