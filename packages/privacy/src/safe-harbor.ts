import type { IdentifierKindId } from './identifier-kinds.ts'

/** The identifiers that Safe Harbor removes, with our detectors; classes without a kind cannot be told from running text. */
export const safeHarbor: readonly {
  readonly letter: string
  readonly title: string
  readonly kinds: readonly IdentifierKindId[]
  readonly detector: string
}[] = [
  { letter: 'A', title: 'Names', kinds: ['person'], detector: 'title, label, salutation, signature; given names' },
  {
    letter: 'B',
    title: 'Places smaller than a state',
    kinds: ['address', 'postcode', 'place', 'facility'],
    detector: 'streets, postcodes, facilities; towns by what stands beside them',
  },
  { letter: 'C', title: 'Dates but the year, ages over 89', kinds: ['date', 'age'], detector: 'calendar; number and unit' },
  { letter: 'D', title: 'Telephone numbers', kinds: ['phone'], detector: 'national forms, cue' },
  { letter: 'E', title: 'Fax numbers', kinds: [], detector: 'as telephone numbers, and counted there' },
  { letter: 'F', title: 'E-mail addresses', kinds: ['email'], detector: 'form' },
  {
    letter: 'G',
    title: 'Social security numbers',
    kinds: ['national-number'],
    detector: 'SSN and the national numbers of 14 countries: check digit or form',
  },
  { letter: 'H', title: 'Medical record numbers', kinds: ['record-number'], detector: 'cue' },
  { letter: 'I', title: 'Health plan beneficiary numbers', kinds: ['medicare', 'health-number'], detector: 'check digit, cue' },
  { letter: 'J', title: 'Account numbers', kinds: ['account'], detector: 'cards and IBAN by check digit; cue' },
  { letter: 'K', title: 'Certificate and licence numbers', kinds: ['licence'], detector: 'check digit, cue' },
  { letter: 'L', title: 'Vehicle identifiers and plates', kinds: ['vehicle'], detector: 'cue' },
  { letter: 'M', title: 'Device identifiers and serial numbers', kinds: ['device'], detector: 'MAC address by form; cue' },
  { letter: 'N', title: 'Web addresses', kinds: ['url'], detector: 'form' },
  { letter: 'O', title: 'IP addresses', kinds: ['ip'], detector: 'form' },
  { letter: 'P', title: 'Biometric identifiers', kinds: [], detector: 'not detectable in text' },
  { letter: 'Q', title: 'Full-face photographs', kinds: [], detector: 'not detectable in text' },
  {
    letter: 'R',
    title: 'Any other unique number or code',
    kinds: ['listed'],
    detector: 'lists and patterns of the configuration; what singles out a document is counted with the quasi-identifiers',
  },
]
