import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { contradictions } from '../src/contradictions.ts'
import { consistency } from '../src/index.ts'

const said = (text: string): [rule: string, words: string][] =>
  contradictions(createDocument({ text, language: 'en' })).map(({ rule, span }) => [
    rule.replace('consistency-', ''),
    text.slice(span!.start, span!.end),
  ])

test('obeys the laws', () => obeysTheLaws(consistency()))

test.each<[string, [string, string][]]>([
  ['45 yo male. Endometriosis since 2010.', [['sex', 'Endometriosis']]],
  ['34 year old woman with benign prostatic hyperplasia.', [['sex', 'benign prostatic hyperplasia']]],
  ['4 year old girl, dementia.', [['age', 'dementia']]],
  ['72 year old woman, pregnant.', [['age', 'pregnant']]],
  [
    'HR 720, SpO2 140%, BP 80/120, temp 57 C',
    [
      ['vital', 'HR 720'],
      ['vital', 'SpO2 140%'],
      ['vital', 'temp 57 C'],
      ['vital', 'BP 80/120'],
    ],
  ],
  [
    'Start amoxicillin 500 g tds, levothyroxine 100 mg.',
    [
      ['dose', 'amoxicillin 500 g'],
      ['dose', 'levothyroxine 100 mg'],
    ],
  ],
  ['Give paracetamol 1 g, digoxin 125 mcg, amoxicillin 500 mg.', []],
  ['HR 72, SpO2 98%, RR 16, BP 128/76, temp 37.2 C, radial pulse 2+', []],
  ['45 yo male. Wife is pregnant.', []],
  ['45 yo male. Mother had endometriosis. No vaginal bleeding.', []],
  ['45 yo male, avoid contact with pregnant women.', []],
  ['34 year old woman, pregnant.', []],
  // Temperatures and pulses that people lived through.
  ['Found in the snow, temp 14 C, HR 24', []],
  [
    'HISTORY\nPain in the left knee. Left knee swollen.\n\nEXAMINATION\nLeft knee effusion\n\nPLAN\nMRI of the right knee\n',
    [['laterality', 'right knee']],
  ],
  ['HISTORY\nLeft knee pain. Left knee swollen.\n\nPLAN\nMRI of the left knee\n', []],
  ['HISTORY\nLeft knee pain. Left knee swollen. Right knee stiff.\n\nPLAN\nInject right knee\n', []],
  ['HISTORY\nLeft knee pain. Left knee swollen.\n\nPLAN\nCompare with the right knee\n', []],
  ['Seen 31/02/2024 for a cough. Next due 30.04.2024.', [['date', '31/02/2024']]],
  ['Seen 02/13/2024, spirometry 12/13/2024, ratio 45/60/2020.', []],
  ['Admitted 12/03/2024, discharged 10/03/2024.', [['date', '10/03/2024']]],
  // Read month first, the discharge is the later.
  ['Admitted 04/03/2024, discharged 03/05/2024.', []],
  ['DOB 12/05/1980. Admitted on 2024-03-12. Discharged on 2024-03-15.', []],
  ['Past history: asthma. No history of asthma.', [['negation', 'asthma']]],
  ['Known type 2 diabetes. Patient does not have diabetes.', [['negation', 'diabetes']]],
  ['Known asthma. No asthma attack since. Not typical asthma per patient.', []],
  ['Known asthma. Mother has no asthma. No gestational diabetes.', []],
  ['No diabetes. Possible diabetes, HbA1c sent.', []],
  ['NKDA. Takes ramipril. Allergic to penicillin.', [['negation', 'Allergic to penicillin']]],
  ['NKDA. Not allergic to latex.', []],
])('%s', (text, expected) => expect(said(text)).toEqual(expected))

test('every rule names what it comes from', () => {
  for (const { id, definition } of consistency().rules!) expect(definition, id).toMatch(/Source: .+\d{4}/)
})

test('a contradiction names both places and no words of the text', () => {
  const [found] = contradictions(createDocument({ text: '45 yo male. Endometriosis since 2010.', language: 'en' }))
  expect(found!.message).toMatch(/^against the sex "male", stated at \d+ to \d+$/)
})
