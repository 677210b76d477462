import { isDigit, isLetter, isWordy } from './characters.ts'
import { cueReach, wordsBefore } from './cues.ts'
import { type Identifier, type Scan, strengths } from './identifier.ts'
import type { IdentifierKindId } from './identifier-kinds.ts'
import { isFilledIn, placeholder } from './placeholders.ts'

const least = 4
/** With its blanks. */
const leastGrouped = 8
const longest = 28

interface Cue {
  readonly kind: IdentifierKindId
  /** Too common alone: "number", "no." or "ID" has to stand between it and the value. */
  readonly needsNumber: boolean
}

const rows: readonly (readonly [IdentifierKindId, boolean, string])[] = [
  ['phone', false, 'pager beeper bleep dect extension durchwahl nebenstelle ramal anexo'],
  [
    'record-number',
    false,
    'mrn fn piz hnr emr ehr vorgangsnummer ur urn urno hrn umrn crn nhi nhc ipp nip fallnummer fallzahl aufnahmenummer patientennummer patientenid piz patnr fallnr befundnummer auftragsnummer eingangsnummer journalnummer histologienummer patiëntnummer patientnummer dossiernummer dossiernr patiëntnr processo registro nip hospitalnummer opnamenummer nosologico aufnahmenr patientennr auftragsnr accession dossier prontuario prontuário expediente historia nhce siape cartella',
  ],
  [
    'record-number',
    true,
    'path pathology k emis systmone epic cerner meditech pid job dictation document record records chart file case patient patienten visit episode encounter specimen lab laboratory order request referral admission hospital hosp unit fall befund e eingang auftrag journal histo vorgangs vorgang study sample protocol protokoll histologie',
  ],
  [
    'health-number',
    true,
    'medicare member membership beneficiary plan pension policy health insurance insured claim sv dva concession healthcare versicherung sv kranken group polis',
  ],
  [
    'health-number',
    false,
    'nhs nass cip sip tis cipa nuss naf niss utente svnr sozialversicherungsnummer versichertennummer versicherungsnummer krankenversicherungsnummer versichertennr kvnr polisnummer krankenversichertennummer vsnr hicn mbi ihi ohip phn hcn cns mutua',
  ],
  [
    'national-number',
    false,
    'dni nie nif nir cpf bsn ssn tfn nino insee sécurité seguridad personnummer fødselsnummer henkilötunnus pesel cnp oib steuer-id',
  ],
  ['national-number', true, 'security identité identidad identidade ausweis personalausweis rg'],
  [
    'licence',
    true,
    'licence license licences licenses driver drivers registration certificate provider prescriber passport ahpra npi führerschein permis arztnummer dl passeport pasaporte passaporte reisepass cédula cedula col ordem om',
  ],
  [
    'licence',
    false,
    'lanr bsnr führerscheinnummer passnummer colegiado colegiada númcol nºcol crm coren rpps adeli finess gmc nmc upin dea npi',
  ],
  ['account', true, 'account acct bank konto compte cuenta conta'],
  ['account', false, 'kontonummer bsb'],
  ['device', true, 'serial device pacemaker implant imei udi'],
  ['device', false, 'imei seriennummer'],
  ['vehicle', true, 'vehicle car'],
  ['vehicle', false, 'rego plate plates numberplate kennzeichen vin'],
  ['postcode', false, 'cp cep zip zipcode postcode postalcode plz postleitzahl'],
  ['postcode', true, 'postal zip'],
]
export const recordCues: ReadonlyMap<string, Cue> = new Map(
  [...rows].reverse().flatMap(([kind, needsNumber, words]) => words.split(' ').map((word): [string, Cue] => [word, { kind, needsNumber }])),
)
const numberWords: ReadonlySet<string> = new Set(
  'lot batch no nr num núm nro number numbers nummer nummern id ids ref reference code n numéro numero número zahl card carte tarjeta'.split(
    ' ',
  ),
)
const fillers: ReadonlySet<string> = new Set(
  'is was are s the clinica clínica clinique médical medical has der die lautet de la du do da d del es est é o social sociale rs sp rj mg pr sc ba ce df pe pb pi pa am al ac ap ma mt ms rn ro rr to go'.split(
    ' ',
  ),
)

const value = /(?:[A-Z]{1,3}[-/ ]?|[a-z]{1,2}(?=\d{5}))?\d[\dA-Z]*(?:[-/.][\dA-Z]+){0,4}(?![\w])/y
/** Where a word names a number that is written in groups, blanks may part them, as long as none begins a date, a time or a quantity. */
const grouped = /\d{1,10}(?: \d{1,10}){1,6}(?![\w%]|[.,/:-]\d)(?! ?(?:mg|ml|kg|years|yo|Jahre|años|ans|anos))/y
const code = /\d{8}(?!\w)|\d{3,5}(?:[- ]\d{2,4})?(?![\w])/y

/** S24-48201: a specimen of a laboratory, by its letters and year; no word has to say that it is a number. */
const specimen = /[A-Z]{1,3}\d{2}-\d{4,7}(?![\w-])/y
/** 482 019 374K: a record in groups of three. */
const inThrees = /\d{3}(?: \d{3}){2}[A-Z]?(?!\w| \d{3}(?!\d)|[.,/:-]\d)/y

/** Numbers of records, accounts, licences, devices and vehicles, and postcodes, after the word that names them. */
export function recordNumber(scan: Scan, at: number): Identifier | undefined {
  const { text } = scan
  let start = at
  while (start > at - 4 && start > 0 && isLetter(text.charCodeAt(start - 1))) start--
  if (start < at - 3) return undefined
  if (start === at && at > 2 && text.charCodeAt(at - 1) === 45 && isLetter(text.charCodeAt(at - 2))) {
    let before = at - 1
    while (before > at - 5 && before > 0 && isLetter(text.charCodeAt(before - 1))) before--
    // E-Nr-17 has its letters from the label; A-2023 has them from the value.
    if (before > at - 5 && text.charCodeAt(before) <= 90) start = before
  }
  if (start - scan.ends.record > cueReach || (start > 0 && isWordy(text.charCodeAt(start - 1)))) return undefined
  const cue = cueBefore(scan, start)
  if (!cue) return undefined
  const form = cue.kind === 'postcode' ? code : value
  form.lastIndex = start
  const groups = inGroups.has(cue.kind) ? grouped : inThrees
  groups.lastIndex = start
  const parted = cue.kind === 'record-number' || groups === grouped ? groups.exec(text.string) : null
  const found = parted && parted[0].length >= leastGrouped ? parted : form.exec(text.string)
  if (!found) return undefined
  scan.steps += longest
  const written = found[0]
  if (/^\d{1,2}\/\d{1,2}$/.test(written)) return undefined
  const digits = [...written].filter((sign) => isDigit(sign.charCodeAt(0))).length
  if (cue.kind !== 'postcode' && (digits < 3 || written.length < least)) return undefined
  const identity = written.replace(/[-/. ]/g, '')
  return {
    kind: cue.kind,
    start,
    end: start + written.length,
    strength: strengths.cue,
    identity,
    ...(isFilledIn(identity) && { nobody: placeholder }),
  }
}

const inGroups: ReadonlySet<IdentifierKindId> = new Set(['health-number', 'national-number', 'licence', 'account'])

function cueBefore(scan: Scan, start: number): Cue | undefined {
  const text = scan.text
  const words = wordsBefore(scan, start, 4)
  if (!words.some((word) => recordCues.has(word))) return undefined
  // "Job #: 88", "Nº 88", and "MRN: 88".
  // "Fall: 102341651622": a long number behind the colon is one without a word that says so.
  const labelled = /: ?$/.test(text.slice(Math.max(0, start - 2), start)) && /^[A-Z-]{0,3}\d{6}/.test(text.slice(start, start + 9))
  specimen.lastIndex = start
  let numbered = labelled || specimen.test(text.string) || /[#ºª°][ \p{L}.]{0,12}:? ?$/u.test(text.slice(Math.max(0, start - 16), start))
  for (const word of words) {
    if (numberWords.has(word)) numbered = true
    else if (!fillers.has(word)) {
      const cue = recordCues.get(word)
      return cue && (numbered || !cue.needsNumber) ? cue : undefined
    }
  }
  return undefined
}
