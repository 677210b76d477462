import { expect, test } from 'vitest'
import { scanIdentifiers } from '../src/index.ts'
import { found, ofKind } from './found.ts'

test.each([
  ['Australian mobile', '0412 345 678', '61412345678'],
  ['Australian mobile', '0412345678', '61412345678'],
  ['Australian mobile', '0412-345-678', '61412345678'],
  ['Australian mobile', '+61 412 345 678', '61412345678'],
  ['Australian mobile', '(+61) 412 345 678', '61412345678'],
  ['Australian landline', '(03) 9123 4567', '61391234567'],
  ['Australian landline', '02 9123 4567', '61291234567'],
  ['Australian landline', '+61 (0)7 3123 4567', '61731234567'],
  ['Australian 1300 number', '1300 123 456', '611300123456'],
  ['Australian 1800 number', '1800 123 456', '611800123456'],
  ['British mobile', '07123 456 789', '447123456789'],
  ['British landline', '020 7123 4567', '442071234567'],
  ['British landline', '0161 912 3456', '441619123456'],
  ['British, from abroad', '+44 20 7123 4567', '442071234567'],
  ['North American', '(212) 736-5000', '12127365000'],
  ['North American', '212-736-5000', '12127365000'],
  ['North American', '212.736.5000', '12127365000'],
  ['North American', '1-212-736-5000', '12127365000'],
  ['North American', '+1 212 736 5000', '12127365000'],
  ['French', '01 42 92 81 00', '33142928100'],
  ['German, from abroad', '+49 30 2093 70333', '4930209370333'],
  ['Swiss, by 00', '0041 44 634 11 11', '41446341111'],
])('%s: %s', (_, number, identity) => {
  const text = `Daughter: ${number}.`
  expect(found(text)).toEqual([`phone ${number}`])
  expect(scanIdentifiers(text).identifiers[0]!.identity).toBe(identity)
})

test.each([
  ['Ph 9123 4567', '9123 4567'],
  ['ph:91234567', '91234567'],
  ['Tel. 08991/23354', '08991/23354'],
  ['Fax (0461) 708 - 223', '(0461) 708 - 223'],
  ['call back on 736-5000 today', '736-5000'],
  ['Phone:\n736 5000\n', '736 5000'],
  ['736-5000 fax', '736-5000'],
  ['ring 13 14 50', '13 14 50'],
  ['Mob0412 345 678', '0412 345 678'],
  ['office 212-736-5000 x204', '212-736-5000 x204'],
])('told by a cue: %j', (text, number) => expect(ofKind('phone', text)).toEqual([number]))

test.each([
  '0491 570 006',
  '0491570157',
  '(02) 5550 1234',
  '03 7010 1234',
  '07700 900123',
  '020 7946 0123',
  '0161 496 0123',
  '01632 960123',
  '(212) 555-0123',
  '0400 000 000',
])('%s is reserved for fiction', (number) => expect(found(`Mob ${number}`)).toEqual([`phone ${number} (reserved for fiction)`]))

test('a helpline is everybody’s number', () =>
  expect(found('or call Lifeline 13 11 14 any time')).toEqual(['phone 13 11 14 (a public helpline)']))

test.each([
  'BP 120/80, 118/74 lying, HR 72 98 16',
  'Hb 132 WCC 7.2 Plt 250 Na 138 K 4.2',
  'amoxicillin 875/125 mg, 0.25-0.5 mg, 1.2.13',
  '13 11 14 in the first week',
  '943 476 5919',
  'SNOMED 73211009404684003',
  'scores 212 736 5000 apart',
  'part AB0412345678, 0412345678X',
  '0412 345 67',
  '10:30 0412 34',
  'call in 2-3/52 or 12/12',
  '',
])('none in %j', (text) => expect(ofKind('phone', text)).toEqual([]))

test('two numbers side by side are two', () =>
  expect(found('0412 345 678 2123 45670 1 0413 345 678')).toEqual(['phone 0412 345 678', 'medicare 2123 45670 1', 'phone 0413 345 678']))

test.each(['not answering at 71-33-52-22', 'stop messages to 699 956 915', 'erreichbar unter 5110-2882', 'Fax 030 110-2619'])(
  'a word that says somebody is called: %s',
  (text) => expect(found(text)).toEqual([expect.stringMatching(/^phone /)]),
)
