import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { rhythm, rhythmOf } from '../src/index.ts'
import { audited } from './audited.ts'

test('obeys the laws', () => obeysTheLaws(rhythm()))

const of = (...sentences: string[]) => rhythmOf(createDocument({ text: sentences.join('\n'), language: 'en' }))

test('lengths 2, 2, 2, 2, 7 and three openings of five: the arithmetic stands here', () => {
  const values = of('Nil fever', 'Nil fever', 'Some cough', 'nil fever', 'Some cough since a week or so')
  // Mean 3, squared deviations 1 + 1 + 1 + 1 + 16 over 4: a standard deviation of the square root of 5.
  expect(values['sentence-burstiness']).toBeCloseTo((Math.sqrt(5) - 3) / (Math.sqrt(5) + 3), 14)
  expect(values['repeated-opening-share']).toBeCloseTo(3 / 5, 15)
})

test('sentences of one length are -1, of different openings 0', () => {
  const values = of('Nil fever', 'Some cough', 'Good appetite', 'No pain', 'Sleeps well')
  expect(values).toEqual({ 'sentence-burstiness': -1, 'repeated-opening-share': 0 })
})

test('the same opening throughout: all but the first repeat it', () => {
  expect(of(...Array.from({ length: 8 }, () => 'The patient is well'))['repeated-opening-share']).toBeCloseTo(7 / 8, 15)
})

test('a standard deviation below the mean is below 0', () => {
  const lengths = [1, 1, 1, 1, 1, 1, 1, 1, 4]
  // Mean 4 / 3, squared deviations 8 / 9 + 64 / 9 = 8 over 8: a standard deviation of 1.
  const text = lengths.map((length) => Array.from({ length }, () => 'word').join(' ')).join('\n')
  expect(rhythmOf(createDocument({ text, language: 'en' }))['sentence-burstiness']).toBeCloseTo((1 - 4 / 3) / (1 + 4 / 3), 14)
})

test('four sentences have no rhythm; other scripts do', async () => {
  expect(of('a b', 'c d', 'e f', 'g h')).toEqual({ 'sentence-burstiness': null, 'repeated-opening-share': null })
  expect(rhythmOf(createDocument({ text: '患者发热。患者咳嗽。患者发热三天。无疼痛。血压正常。' }))['sentence-burstiness']).toBeLessThan(0)
  const { estimate } = await audited(rhythm(), [createDocument({ text: '', language: 'en' })])
  expect(estimate('sentence-burstiness')).toMatchObject({ status: 'not applicable', left: 1 })
})
