import { expect, test } from 'vitest'
import { reveals } from '../src/index.ts'

test.each([
  ['ward', 'Ward QX7739215'],
  ['mrn', '4820193'],
  ['patient_id', 'QX-7739215'],
  ['clinician', 'Ottoline Vrzymek'],
  ['contact', '0438 291 746'],
  ['note', 'jane.doe@mail.org'],
  ['', 'jane.doe@mail.org'],
])('%s: %s holds an identifier', (field, value) => expect(reveals(field, value)).toBe(true))

test.each([
  ['ward', 'Ward 7 East'],
  ['label', 'Back complaint'],
  ['diagnosis', '73211009'],
  ['diagnosis', 'E11.9'],
  ['label', 'Addison disease'],
  ['author', 'gpt-4o-2024'],
  ['clinician', 'Nurse'],
  ['age', '45'],
  ['', 'Chief Complaint'],
])('%s: %s holds none', (field, value) => expect(reveals(field, value)).toBe(false))
