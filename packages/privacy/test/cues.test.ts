import { expect, test } from 'vitest'
import { scanIdentifiers } from '../src/index.ts'

const found = (text: string): string[] =>
  scanIdentifiers(text).identifiers.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)

// Invented texts in the ways that notes of their countries write such numbers.
test.each([
  ['Hosp No. P771203', 'record-number: P771203'],
  ['Path ref 22-7719034', 'record-number: 22-7719034'],
  ['K-number K0771203', 'record-number: K0771203'],
  ['EMIS No. 77120', 'record-number: 77120'],
  ['cartella clinica n. 77120/21', 'record-number: 77120/21'],
  ['Patiëntnummer 7712034', 'record-number: 7712034'],
  ['Centrelink CRN 771 203 456K', 'record-number: 771 203 456K'],
  ['Specimen S23-77120', 'record-number: S23-77120'],
  ['Implant lot L771203', 'device: L771203'],
  ['CRM-PE 77120', 'licence: 77120'],
  ['group # 0077120', 'health-number: 0077120'],
  // Its ninth digit is right for a Medicare card.
  ['Fallnummer 4820193746', 'record-number: 4820193746'],
  ['Fallnummer: 4820193746', 'record-number: 4820193746'],
  ['918/743-2916', 'phone: 918/743-2916'],
  ['918 743 2916 x204', 'phone: 918 743 2916 x204'],
  ['06-77120345', 'phone: 06-77120345'],
  ['743-2916 (home)', 'phone: 743-2916'],
  ['Seen 8-14-22.', 'date: 8-14-22'],
  ['on 14.3.57;', 'date: 14.3.57'],
  ['since 3-Mar,', 'date: 3-Mar'],
  ['scan of Feb-23,', 'date: Feb-23'],
  ['Note Sept 9: well', 'date: Sept 9'],
  ['recall Mon 2 Dec.', 'date: 2 Dec'],
  ['Wednesday 12th Nov', 'date: 12th Nov'],
  ['Seen Jan. 5/24', 'date: Jan. 5/24'],
  ['at 20230201T0930', 'date: 20230201T0930'],
  ['She is 93.', 'age: 93'],
  ['96 jaar', 'age: 96'],
  ['vista por el doctor Echeverrigaray ayer', 'person: Echeverrigaray'],
  ['Il signor Quagliarella viene', 'person: Quagliarella'],
  ['gezien met mevrouw Hoekstra-de Boer', 'person: Hoekstra-de Boer'],
  ['le docteur Lemaistre a vu', 'person: Lemaistre'],
  ['com Dona Zilda Farias', 'person: Zilda Farias'],
  ['Nurse Practitioner Quillinan today', 'person: Quillinan'],
  ['Reviewed by Sr Mulvihill', 'person: Mulvihill'],
  ['with SHO Quillinan', 'person: Quillinan'],
  ['Moglie: Concetta', 'person: Concetta'],
])('%s', (text, expected) => expect(found(text)).toEqual([expected]))

test.each([
  'Fall 482019',
  'K 4.5, Na 138',
  'vaccine lot 77120',
  'version 14.3.57',
  '5-10-15 mg',
  'ran out 1/52',
  'pulse is 93.',
  'sats are 93%',
  'Sr 120 mmol',
  'SHO Review done',
  'Nurse Manager informed',
  'the doctor I spoke to',
  "Lou Gehrig's disease",
  'Jackson Pratt drain',
  'Thomas splint',
  'Signe de Lasègue négatif',
  'Forrest Ib ulcer',
])('%s names nobody', (text) => expect(found(text)).toEqual([]))
