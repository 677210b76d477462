import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { consistency, contradictions } from '../src/index.ts'

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
])('%s', (text, expected) => expect(said(text)).toEqual(expected))

test('a contradiction names both places and no words of the text', () => {
  const [found] = contradictions(createDocument({ text: '45 yo male. Endometriosis since 2010.', language: 'en' }))
  expect(found!.message).toMatch(/^against the sex "male", stated at \d+ to \d+$/)
})
