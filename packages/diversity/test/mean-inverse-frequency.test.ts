import { obeysTheLaws } from '@corpuscope/core'
import { wordSequences } from '@corpuscope/features'
import { expect, test } from 'vitest'
import { inverseFrequency, meanInverseFrequencyAnalysis } from '../src/index.ts'
import { estimateOf, vectors } from './examples.ts'

test('obeys the laws', () => obeysTheLaws(meanInverseFrequencyAnalysis(), { features: [wordSequences()] }))

test('two words, one four times as rare', async () => {
  // "a" stands 4 times of 5, "b" once: documents of ln(5/4) and of the mean of ln(5/4) and ln 5.
  const { value } = await estimateOf(meanInverseFrequencyAnalysis(), ['a a a', 'a b'])
  expect(value).toBeCloseTo((Math.log(5 / 4) + (Math.log(5 / 4) + Math.log(5)) / 2) / 2, 12)
})

test.skipIf(!vectors)('agrees with the reference values to 1e-9, in both forms', () => {
  const { reference_counts: counts, reference_total_tokens: total } = vectors.mif
  const reference = new Map<string, number>(Object.entries(counts))
  const found = (vectors.texts.documents as string[]).map((text) => inverseFrequency(text.split(' '), reference, total))
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  expect(mean(found.map(({ plain }) => plain))).toBeCloseTo(vectors.mif.variant_a_mean_1_over_count.mean, 9)
  expect(mean(found.map(({ logarithmic }) => logarithmic))).toBeCloseTo(vectors.mif.variant_b_mean_log_total_over_count.mean, 9)
})

test('without words there is no value', async () => {
  expect(await estimateOf(meanInverseFrequencyAnalysis(), ['', ''])).toMatchObject({ value: null, reason: 'no document has words' })
})
