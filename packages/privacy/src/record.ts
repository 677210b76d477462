import { isDigit, isLetter, isWordy } from './characters.ts'
import { wordsBefore } from './cues.ts'
import { type Identifier, type Scan, strengths } from './identifier.ts'
import type { IdentifierKindId } from './identifier-kinds.ts'

const least = 4
const longest = 28

interface Cue {
  readonly kind: IdentifierKindId
  /** Too common alone: "number", "no." or "ID" has to stand between it and the value. */
  readonly needsNumber: boolean
}

const rows: readonly (readonly [IdentifierKindId, boolean, string])[] = [
  [
    'record-number',
    false,
    'mrn fn vorgangsnummer ur urn urno hrn umrn crn nhi nhc ipp nip fallnummer fallzahl aufnahmenummer patientennummer patientenid piz patnr fallnr befundnummer auftragsnummer eingangsnummer journalnummer histologienummer accession dossier prontuario expediente',
  ],
  [
    'record-number',
    true,
    'pid record records chart file case patient patienten visit episode encounter specimen lab laboratory order request referral admission hospital unit fall befund e eingang auftrag journal histo vorgangs vorgang study sample protocol',
  ],
  [
    'health-number',
    true,
    'medicare member membership beneficiary plan pension policy health insurance insured claim dva concession healthcare versicherung sv kranken',
  ],
  ['health-number', false, 'svnr sozialversicherungsnummer versichertennummer versicherungsnummer krankenversicherungsnummer hicn'],
  [
    'licence',
    true,
    'licence license licences licenses driver drivers registration certificate provider prescriber passport ahpra npi führerschein permis arztnummer',
  ],
  ['licence', false, 'lanr führerscheinnummer'],
  ['account', true, 'account acct bank konto compte cuenta conta'],
  ['account', false, 'kontonummer bsb'],
  ['device', true, 'serial device pacemaker implant imei udi'],
  ['device', false, 'imei seriennummer'],
  ['vehicle', true, 'vehicle car'],
  ['vehicle', false, 'rego plate plates numberplate kennzeichen vin'],
  ['postcode', false, 'zip zipcode postcode postalcode plz postleitzahl'],
  ['postcode', true, 'postal zip'],
]
const cues: ReadonlyMap<string, Cue> = new Map(
  [...rows].reverse().flatMap(([kind, needsNumber, words]) => words.split(' ').map((word): [string, Cue] => [word, { kind, needsNumber }])),
)
const numberWords: ReadonlySet<string> = new Set('no nr num number nummer id ref reference code n numéro numero número zahl'.split(' '))
const fillers: ReadonlySet<string> = new Set('is was are s the has der die lautet'.split(' '))

const value = /(?:[A-Z]{1,3}[-/ ]?)?\d[\dA-Z]*(?:[-/.][\dA-Z]+){0,4}(?![\w])/y
const code = /\d{3,5}(?:[- ]\d{2,4})?(?![\w])/y

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
  if (start > 0 && isWordy(text.charCodeAt(start - 1))) return undefined
  const cue = cueBefore(scan, start)
  if (!cue) return undefined
  const form = cue.kind === 'postcode' ? code : value
  form.lastIndex = start
  const found = form.exec(text)
  if (!found) return undefined
  scan.steps += longest
  const written = found[0]
  if (/^\d{1,2}\/\d{1,2}$/.test(written)) return undefined
  const digits = [...written].filter((sign) => isDigit(sign.charCodeAt(0))).length
  if (cue.kind !== 'postcode' && (digits < 3 || written.length < least)) return undefined
  return { kind: cue.kind, start, end: start + written.length, strength: strengths.cue, identity: written.replace(/[-/. ]/g, '') }
}

function cueBefore(scan: Scan, start: number): Cue | undefined {
  let numbered = scan.text.charCodeAt(start - 1) === 35
  for (const word of wordsBefore(scan, start, 4)) {
    if (numberWords.has(word)) numbered = true
    else if (!fillers.has(word)) {
      const cue = cues.get(word)
      return cue && (numbered || !cue.needsNumber) ? cue : undefined
    }
  }
  return undefined
}
