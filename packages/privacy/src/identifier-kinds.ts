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
export type IdentifierKindId = 'email' | 'phone' | 'medicare' | 'date'

/** Every kind that is looked for, in the order of tables and charts. */
export const identifierKinds: readonly IdentifierKind[] = [
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
    id: 'date',
    name: 'date',
    toldBy: 'calendar',
    rule: {
      id: 'identifier-date',
      title: 'Full date',
      severity: 'warning',
      definition:
        'A day, month and year that exist in the calendar, in figures or with a month name (en, fr, es, pt, de, it). Durations such as 3/52 and values such as 120/80 are none.',
    },
  },
]
