import { expect, test } from 'vitest'
import { found } from './found.ts'

test.each([
  ['MRN 4471902', ['record-number 4471902']],
  ['UR No: A123456', ['record-number A123456']],
  ['Fallnummer: A-202344102', ['record-number A-202344102']],
  ['Account number 0042 is closed', ['account 0042']],
  ["my driver's license number is 2270-66-1551", ['licence 2270-66-1551']],
  ['Serial no. X88123', ['device X88123']],
  ['rego ABC123', ['vehicle ABC123']],
  ['postcode 3056', ['postcode 3056']],
  ['see https://clinic.org/p?id=7.', ['url https://clinic.org/p?id=7']],
  ['www.clinic.org, today', ['url www.clinic.org']],
  ['from 106.31.73.20:80', ['ip 106.31.73.20']],
  ['fe80:0:0:0:202:b3ff:fe1e:8329', ['ip fe80:0:0:0:202:b3ff:fe1e:8329']],
  ['192.0.2.17', ['ip 192.0.2.17 (reserved for fiction)']],
  ['a 93 year old man', ['age 93']],
  ['aged 101', ['age 101']],
  ['91-jährige Patientin', ['age 91']],
])('%j', (text, expected) => expect(found(text)).toEqual(expected))

test.each([
  'Case 3, file 2, visit 4',
  'PID 18/12 ago',
  'version 1.2.3.4',
  'aged 89',
  'smoked 95 packs',
  'HR 98, SpO2 97%',
  'Na 124 age 45',
  'ratio 1:2:3',
  '',
])('none in %j', (text) => expect(found(text)).toEqual([]))
