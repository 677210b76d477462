import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { namesPerson, scanIdentifiers } from '../src/index.ts'

test.each([
  'Jane_Meadows',
  'Meadows_Jane',
  'meadows, Jane 1980',
  'jane.doe@mail.org',
  '0412345678',
  'MRN 4471902',
  'Dr Patel',
  '2123456701',
  '943 476 5919',
])('%j names a person', (text) => expect(namesPerson(text)).toBe(true))

test.each([
  'note-0042',
  '0042',
  'rural',
  'bulk-billing',
  'F',
  '2024-03-12',
  'train.csv:17',
  '202882003_0002_Policeman_s_heel',
  '363732003_0386_Addison_disease',
  'Bell palsy',
  'Back symptom/complaint',
  'constructor',
  '',
])('%j does not', (text) => expect(namesPerson(text)).toBe(false))

test('a name that only the text tells', () => {
  expect(namesPerson('Quackenthorpe_Wilhelmina', 'Patient: Wilhelmina Quackenthorpe, seen today')).toBe(true)
  expect(namesPerson('Heart_Failure', 'Dr Patel: Heart Failure')).toBe(false)
})

test('a letter and digits are a serial number, which no detector takes for an identifier either', () => {
  const random = seededRandom('serial')
  for (let i = 0; i < 2000; i++) {
    const digits = Array.from({ length: 1 + Math.floor(random() * 14) }, () => Math.floor(random() * 10)).join('')
    const serial = String.fromCharCode(97 + Math.floor(random() * 26)) + digits
    expect(namesPerson(serial), serial).toBe(false)
    expect(
      scanIdentifiers(serial).identifiers.filter(({ nobody, kind }) => !nobody && kind !== 'date'),
      serial,
    ).toEqual([])
  }
})
