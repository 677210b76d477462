import type { Identifier } from './identifier.ts'

/** A type of a gold corpus: its labels, Presidio's types for it, and what of ours it is. */
export interface GoldType {
  readonly name: string
  readonly labels: readonly string[]
  /** Empty where Presidio's pattern recognisers know no such type. */
  readonly peer: readonly string[]
  /** Written in a form of its own, so that nearly all of them should be found. */
  readonly fixedForm?: boolean
  readonly ours: (identifier: Identifier) => boolean
}

const of =
  (...kinds: readonly string[]) =>
  ({ kind }: Identifier): boolean =>
    kinds.includes(kind)

/** Gold corpora by name: the file under `corpora/`, and its types in our words. Their text is no part of the project. */
export const goldCorpora: Readonly<Record<string, { readonly file: string; readonly types: readonly GoldType[] }>> = {
  presidio_synth: {
    file: 'presidio_synth/synth_dataset_v2.jsonl',
    types: [
      { name: 'e-mail', labels: ['EMAIL_ADDRESS'], peer: ['EMAIL_ADDRESS'], fixedForm: true, ours: of('email') },
      { name: 'telephone', labels: ['PHONE_NUMBER'], peer: ['PHONE_NUMBER'], fixedForm: true, ours: of('phone') },
      { name: 'date', labels: ['DATE_TIME'], peer: ['DATE_TIME'], ours: of('date') },
      {
        name: 'payment card',
        labels: ['CREDIT_CARD'],
        peer: ['CREDIT_CARD'],
        fixedForm: true,
        ours: ({ kind, scheme }) => kind === 'account' && scheme !== 'IBAN',
      },
      { name: 'IBAN', labels: ['IBAN_CODE'], peer: ['IBAN_CODE'], fixedForm: true, ours: ({ scheme }) => scheme === 'IBAN' },
      { name: 'social security', labels: ['US_SSN'], peer: ['US_SSN'], fixedForm: true, ours: of('national-number') },
      { name: 'IP address', labels: ['IP_ADDRESS'], peer: ['IP_ADDRESS'], fixedForm: true, ours: of('ip') },
      { name: 'domain', labels: ['DOMAIN_NAME'], peer: ['URL'], ours: of('url') },
      { name: 'driver licence', labels: ['US_DRIVER_LICENSE'], peer: ['US_DRIVER_LICENSE'], ours: of('licence') },
      { name: 'person', labels: ['PERSON'], peer: [], ours: of('person') },
      { name: 'street address', labels: ['STREET_ADDRESS'], peer: [], ours: of('address') },
    ],
  },
  grascco_phi: {
    file: 'grascco_phi/grascco_phi.jsonl',
    types: [
      { name: 'e-mail', labels: ['CONTACT_EMAIL'], peer: ['EMAIL_ADDRESS'], fixedForm: true, ours: of('email') },
      { name: 'telephone', labels: ['CONTACT_PHONE', 'CONTACT_FAX'], peer: ['PHONE_NUMBER'], fixedForm: true, ours: of('phone') },
      { name: 'date', labels: ['DATE'], peer: ['DATE_TIME'], ours: of('date') },
      { name: 'clinician', labels: ['NAME_DOCTOR'], peer: [], ours: of('person') },
      { name: 'patient', labels: ['NAME_PATIENT'], peer: [], ours: of('person') },
      { name: 'person', labels: ['NAME_PATIENT', 'NAME_DOCTOR', 'NAME_RELATIVE', 'NAME_EXT'], peer: [], ours: of('person') },
      { name: 'street address', labels: ['LOCATION_STREET'], peer: [], ours: of('address') },
      { name: 'postcode', labels: ['LOCATION_ZIP'], peer: [], fixedForm: true, ours: of('postcode') },
      { name: 'town', labels: ['LOCATION_CITY'], peer: [], ours: of('place') },
      { name: 'hospital', labels: ['LOCATION_HOSPITAL'], peer: [], ours: of('facility') },
    ],
  },
}
