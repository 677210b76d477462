import { expect, test } from 'vitest'
import { personNames } from '../src/index.ts'
import { ofKind } from './found.ts'

test.each([
  ['Reviewed by Dr Jane Meadows today', ['Jane Meadows']],
  ['d/w Dr. K. Lee – pathology', ['K. Lee']],
  ['seen by Dr K]', ['K']],
  ['signed Dr M. Thompson.', ['M. Thompson']],
  ['Mrs O’Brien and Nurse Patel called', ['O’Brien', 'Patel']],
  ['Prof. Dr. med. Karl von Hausen', ['Karl von Hausen']],
  ['Sehr geehrte Frau Kollegin Schickedanz,', ['Schickedanz']],
  ['Frau Müller-Lüdenscheidt wurde entlassen. Müller-Lüdenscheidt klagt', ['Müller-Lüdenscheidt', 'Müller-Lüdenscheidt']],
  ['Mme Dupont, Sra. García, Dott. Bianchi', ['Dupont', 'García', 'Bianchi']],
  ['Patient: Susan Hargreaves', ['Susan Hargreaves']],
  ['Kind regards,\nPeter Winslow\nGP', ['Peter Winslow']],
  ['Dear Margaret,', ['Margaret']],
  ['Betrifft: Tupolev, Konstantin, geb. 21.06.1967', ['Tupolev, Konstantin']],
  ['Luise Utz, * 3.4.1950', ['Luise Utz']],
  ['lives with Michael Thornbury', ['Michael Thornbury']],
  ['Dr Parkinson referred him', ['Parkinson']],
])('%j', (text, names) => expect(ofKind('person', text)).toEqual(names))

test.each([
  'Parkinson’s disease, Crohn disease, Addison’s disease',
  'Foley catheter, Colles fracture, Glasgow Coma Scale',
  'M. Parkinson, M. Crohn',
  'Dr Google suggests cancer',
  'Nurse to review. Dr to call. Mr',
  'MR Becken, MS since 2004, OA R hip',
  'Name: ____ Patient: Yes. GP: Left message.',
  'History: Chest pain. Plan: Review.',
  'Victoria Street, St. Johann, Charlotte Hospital',
  '',
  'Dr',
  '@ 1 Д',
])('none in %j', (text) => expect(ofKind('person', text)).toEqual([]))

test('a heading in capitals names nobody, a patient in capitals is named', () => {
  const found = (text: string): string[] => personNames(text).map(({ start, end }) => text.slice(start, end))
  expect(found('SOCIAL\nLives alone\n\nPATIENT CONCERNS\nHad hoped to drive again')).toEqual([])
  expect(found('PATIENT JOHN SMITH\nSeen today')).toEqual(['JOHN SMITH'])
})

test.each([
  ['Dr L. Young rang, Dr Jung and Dr Leung did not', ['L. Young', 'Jung', 'Leung']],
  ['The letter came from Hanne I. Kreutzmann today', ['Hanne I. Kreutzmann']],
  ['we need to add Mstislav Dolgorukova as guardian', ['Mstislav Dolgorukova']],
  ['My name is Rubija, and I have a cough', ['Rubija']],
  ['Hi Freddy, thanks for the referral', ['Freddy']],
  ['Roxanne was seen with her carer', ['Roxanne']],
  ['Her children Daniel, Nathaniel and Kirsten came along', ['Daniel', 'Nathaniel', 'Kirsten']],
  ['Zsuzsika Kürthy lives with her aunt', ['Zsuzsika Kürthy']],
  ['Tervolk lives alone', ['Tervolk']],
  ['Your last name? Quennell', ['Quennell']],
  ['My name is Ysolde Vantrack but call me Izzy', ['Ysolde Vantrack']],
  ['EtOH drinks most days', []],
  ['Flown in from Kőszeg Várhegy', []],
  ['Ventolin helped, Symbicort Turbuhaler twice daily', []],
  ['Modified by Daniel and Kirsten classification', ['Daniel']],
  ['Hi. So, just before we begin', []],
  ['with a Hartmann procedure and Bence Jones protein', []],
  ['Gluteus Medius and Factor V Leiden', []],
  ['Vitamin D Level, Hepatitis B Surface antigen', []],
  ['Grossesse Avant de commencer, demandez conseil à votre médecin', []],
])('without a title: %j', (text, expected) => expect(personNames(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected))
