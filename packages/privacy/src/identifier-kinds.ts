import type { Rule } from '@corpuscope/core'

/** What names a person directly, and how sure a form alone makes us of it. */
export interface IdentifierKind {
  readonly id: IdentifierKindId
  /** Names the kind inside a sentence, in the singular. */
  readonly name: string
  /** What tells it from other text: for the reader of the table. */
  readonly toldBy: string
  readonly rule: Rule
}
export type IdentifierKindId =
  | 'person'
  | 'email'
  | 'phone'
  | 'medicare'
  | 'health-number'
  | 'national-number'
  | 'licence'
  | 'account'
  | 'record-number'
  | 'device'
  | 'vehicle'
  | 'url'
  | 'ip'
  | 'address'
  | 'postcode'
  | 'place'
  | 'facility'
  | 'date'
  | 'age'
  | 'listed'

/** Every kind that is looked for, in the order of tables and charts. */
export const identifierKinds: readonly IdentifierKind[] = [
  {
    id: 'person',
    name: 'name of a person',
    toldBy: 'title, label, salutation or signature before it; a given name',
    rule: {
      id: 'identifier-person',
      title: 'Name of a person',
      severity: 'error',
      definition:
        'A name after a title (Dr, Mrs, Nurse, Frau), a label (Name:), a salutation or the close of a letter, a known given name with a family name, and the same name elsewhere in the document. Eponyms (Crohn’s disease, Foley catheter) are none.',
    },
  },
  {
    id: 'email',
    name: 'e-mail address',
    toldBy: 'pattern',
    rule: {
      id: 'identifier-email',
      title: 'E-mail address',
      severity: 'error',
      definition:
        'A mailbox at a host name with a top-level domain. Addresses at example.com, .org, .net and under .test, .invalid and .example are notes: they are reserved and belong to nobody.',
    },
  },
  {
    id: 'phone',
    name: 'telephone number',
    toldBy: 'pattern, or a cue such as "tel" before it',
    rule: {
      id: 'identifier-phone',
      title: 'Telephone number',
      severity: 'error',
      definition:
        'A number in an Australian, British, American, French or international (+) form, or 7 to 15 digits after a word such as "phone". Numbers reserved for fiction and public helplines are notes.',
    },
  },
  {
    id: 'medicare',
    name: 'Medicare card number',
    toldBy: 'check digit',
    rule: {
      id: 'identifier-medicare',
      title: 'Medicare card number',
      severity: 'error',
      definition:
        'Ten digits of an Australian Medicare card, with or without the individual reference number, whose check digit is right. About 4.5 % of arbitrary runs of ten digits pass it.',
    },
  },
  {
    id: 'health-number',
    name: 'health number',
    toldBy: 'check digit; a cue where the form is common',
    rule: {
      id: 'identifier-health-number',
      title: 'Health number',
      severity: 'error',
      definition:
        'A number of a patient or card: IHI and DVA (Australia), NHS and CHI (UK), MBI (US), Krankenversichertennummer, Cartão Nacional de Saúde, Ontario health number; or a number after a word such as "insurance no.".',
    },
  },
  {
    id: 'national-number',
    name: 'national number',
    toldBy: 'check digit; a cue where the form is common',
    rule: {
      id: 'identifier-national-number',
      title: 'National or tax number',
      severity: 'error',
      definition:
        'TFN, ABN, ACN (Australia), National Insurance (UK), SSN, ITIN (US), NIR (France), DNI, NIE (Spain), Steuer-ID (Germany), CPF (Brazil), SIN (Canada), BSN (Netherlands), codice fiscale (Italy), personnummer, fødselsnummer, henkilötunnus. Bare runs of seven to eleven digits need the number named before them.',
    },
  },
  {
    id: 'licence',
    name: 'licence number',
    toldBy: 'check digit or cue',
    rule: {
      id: 'identifier-licence',
      title: 'Licence of a professional or driver',
      severity: 'error',
      definition:
        'Ahpra, provider, prescriber and HPI numbers (Australia), NPI and DEA (US), RPPS (France), or a number after "licence no." and the like.',
    },
  },
  {
    id: 'account',
    name: 'account or card number',
    toldBy: 'check digit or cue',
    rule: {
      id: 'identifier-account',
      title: 'Account or card number',
      severity: 'error',
      definition: 'Payment cards (issuer and Luhn), IBAN (length and mod 97), or a number after "account no." and the like.',
    },
  },
  {
    id: 'record-number',
    name: 'record number',
    toldBy: 'cue',
    rule: {
      id: 'identifier-record-number',
      title: 'Medical record number',
      severity: 'error',
      definition: 'Letters and digits with at least three digits after MRN, UR, "record no.", "accession", Fallnummer and the like.',
    },
  },
  {
    id: 'device',
    name: 'device number',
    toldBy: 'form or cue',
    rule: {
      id: 'identifier-device',
      title: 'Device or serial number',
      severity: 'error',
      definition: 'MAC addresses, and numbers after "serial no.", "device no.", IMEI.',
    },
  },
  {
    id: 'vehicle',
    name: 'vehicle number',
    toldBy: 'cue',
    rule: {
      id: 'identifier-vehicle',
      title: 'Vehicle or plate number',
      severity: 'error',
      definition: 'A number after "rego", "plate", VIN or Kennzeichen.',
    },
  },
  {
    id: 'url',
    name: 'web address',
    toldBy: 'form',
    rule: {
      id: 'identifier-url',
      title: 'Web address',
      severity: 'warning',
      definition: 'An address with its scheme, or one that begins with www.',
    },
  },
  {
    id: 'ip',
    name: 'network address',
    toldBy: 'form',
    rule: {
      id: 'identifier-ip',
      title: 'IP address',
      severity: 'error',
      definition: 'IPv4 with at least six digits, or IPv6. Those for documentation (RFC 5737, 3849) and of one’s own machine are notes.',
    },
  },
  {
    id: 'address',
    name: 'street address',
    toldBy: 'form',
    rule: {
      id: 'identifier-address',
      title: 'Street address',
      severity: 'error',
      definition: 'House number and street (en, fr), street and number (de, it, es, pt), apartment or box number.',
    },
  },
  {
    id: 'postcode',
    name: 'postcode',
    toldBy: 'form or cue',
    rule: {
      id: 'identifier-postcode',
      title: 'Postcode',
      severity: 'warning',
      definition:
        'The form of a British or Canadian postcode, four or five digits behind a state (Australia, US) or before a town (de, fr), or digits after "zip", "postcode", PLZ.',
    },
  },
  {
    id: 'place',
    name: 'town',
    toldBy: 'words such as "lives in", a label, the street or postcode beside it',
    rule: {
      id: 'identifier-place',
      title: 'Town',
      severity: 'warning',
      definition:
        'A town behind words such as "lives in", "born in" or "wohnhaft in", behind a label such as "City:", beside a street or postcode, above a letter, or a large town behind a preposition. Countries and states are none: Safe Harbor keeps them.',
    },
  },
  {
    id: 'facility',
    name: 'name of a facility',
    toldBy: 'a word such as "hospital" beside a name',
    rule: {
      id: 'identifier-facility',
      title: 'Hospital, clinic or practice',
      severity: 'warning',
      definition:
        'Hospital, clinic, medical centre and the like with a name of their own (en, de, fr, es, it); "local hospital" and "pain clinic" are none.',
    },
  },
  {
    id: 'date',
    name: 'date',
    toldBy: 'calendar',
    rule: {
      id: 'identifier-date',
      title: 'Date',
      severity: 'warning',
      definition:
        'A day, month and year that exist in the calendar, in figures or with a month name (en, fr, es, pt, de, it, nl, sv, no, da), a day and month, or a month and year: the Safe Harbor list keeps the year alone. Durations such as 3/52 and values such as 120/80 are none.',
    },
  },
  {
    id: 'age',
    name: 'age over 89',
    toldBy: 'number and unit',
    rule: {
      id: 'identifier-age',
      title: 'Age over 89',
      severity: 'warning',
      definition: 'An age of 90 to 125 after "aged" or before years, yo, -jährig or the sex: the Safe Harbor list counts it among dates.',
    },
  },
  {
    id: 'listed',
    name: 'value of your own list',
    toldBy: 'deny list and patterns of the configuration',
    rule: {
      id: 'identifier-listed',
      title: 'Value of your own list',
      severity: 'error',
      definition: 'A value of the deny list, as whole words in any case, or what a pattern of the configuration (RE2) matches.',
    },
  },
]
