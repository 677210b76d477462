import { expect, test } from 'vitest'
import { scanIdentifiers } from '../src/index.ts'

const found = (text: string): string[] =>
  scanIdentifiers(text).identifiers.map(({ kind, nobody }) => [kind, nobody].filter(Boolean).join(': '))

// SSA: 000, 666 and 900 to 999 are no areas, 078-05-1120 was printed on sample cards. NANPA: 555-0100 to 555-0199 are for fiction.
test.each([
  ['phone 555-0123', 'phone: reserved for fiction'],
  ['phone (415) 555-0123', 'phone: reserved for fiction'],
  ['SSN 000-00-0000', 'national-number: reserved for fiction'],
  ['SSN 078-05-1120', 'national-number: reserved for fiction'],
  ['SSN: 078051120', 'national-number: reserved for fiction'],
  ['MRN 000000', 'record-number: a placeholder'],
  ['MRN 999999', 'record-number: a placeholder'],
  ['MRN: 12345678', 'record-number: a placeholder'],
  ['MAC 00:00:00:00:00:00', 'device: a placeholder'],
  ['DOB 01/01/1900', 'date: a placeholder'],
])('%s names nobody', (text, expected) => expect(found(text)).toEqual([expected]))

test.each([
  ['phone 555-0223', 'phone'],
  ['SSN 512-44-1234', 'national-number'],
  ['MRN 482019', 'record-number'],
  ['MAC 00:1a:2b:3c:4d:5e', 'device'],
  ['DOB 02/01/1900', 'date'],
])('%s may name somebody', (text, expected) => expect(found(text)).toEqual([expected]))
