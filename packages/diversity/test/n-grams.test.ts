import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { distinctShare, distinctShareError, documentFrequencies, nGrams, selfRepetition } from '../src/index.ts'
import { counted, hasWording, numbered } from './counted.ts'
import { vectors } from './examples.ts'

const words = (...numbers: number[]): Uint32Array => Uint32Array.from(numbers)
const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length

test('runs are numbered by what they say, and never cross documents', () => {
  const grams = nGrams([words(1, 2, 1, 2), words(2, 1)], 2)
  expect([...grams.numbers]).toEqual([0, 1, 0, 1])
  expect([...grams.starts]).toEqual([0, 3, 4])
  expect(grams.different).toBe(2)
  expect([...documentFrequencies(grams)]).toEqual([1, 2])
  expect(distinctShare(grams)).toBe(2 / 4)
})

test('self-repetition: two documents share one of their runs', () => {
  const grams = nGrams([words(1, 2, 3, 4, 5), words(9, 1, 2, 3, 4), words(7, 8)], 4)
  expect([...selfRepetition(grams)]).toEqual([Math.log(2), Math.log(2), 0])
})

test('no document, or none long enough, has no share', () => {
  expect(distinctShare(nGrams([], 1))).toBeNull()
  expect(distinctShare(nGrams([words(1), words()], 2))).toBeNull()
  expect(distinctShareError(nGrams([words(1), words(2)], 1))).toBeNull()
  expect(() => nGrams([], 0)).toThrow('n must be a whole number of words')
})

test.skipIf(!vectors)('agrees with the reference values to 1e-9', () => {
  const { documents, distinct_n_within_documents, ngram_diversity_corpus_concatenated, ngram_diversity_score_sum_1_to_4 } = vectors.texts
  const each = numbered(documents)
  const joined = numbered([documents.join(' ')])
  let score = 0
  for (const n of [1, 2, 3, 4]) {
    expect(distinctShare(nGrams(each, n))).toBeCloseTo(distinct_n_within_documents[n], 9)
    expect(distinctShare(nGrams(joined, n))).toBeCloseTo(ngram_diversity_corpus_concatenated[n], 9)
    score += distinctShare(nGrams(joined, n))!
  }
  expect(score).toBeCloseTo(ngram_diversity_score_sum_1_to_4, 9)
  expect(mean(selfRepetition(nGrams(each, 4)))).toBeCloseTo(vectors.texts.self_repetition_4gram_mean_log, 9)
})

test.skipIf(!hasWording).each(['syngp500', 'ncbi_disease', 'primock57-notes', 'primock57-dialogues', 'ag_news_test3000', 'grascco_phi'])(
  '%s: distinct-n, totals and self-repetition as counted by Python packages, to 1e-9',
  (name) => {
    const { texts, oracle } = counted(name)
    const documents = numbered(texts)
    for (const n of [1, 2, 3, 4]) {
      const grams = nGrams(documents, n)
      expect(grams.numbers.length).toBe(oracle.ngrams[`total_${n}`])
      expect(distinctShare(grams)).toBeCloseTo(oracle.ngrams[`distinct_${n}`]!, 9)
    }
    expect(mean(selfRepetition(nGrams(documents, 4)))).toBeCloseTo(oracle.ngrams['self_repetition_4']!, 9)
  },
)

test('the standard error is that of leaving out each document in turn', () => {
  const random = seededRandom('distinct')
  const documents = Array.from({ length: 25 }, () =>
    Uint32Array.from({ length: 5 + Math.floor(random() * 30) }, () => Math.floor(random() * 60)),
  )
  const without = documents.map(
    (_, i) =>
      distinctShare(
        nGrams(
          documents.filter((_, j) => j !== i),
          2,
        ),
      )!,
  )
  const squares = without.reduce((sum, value) => sum + (value - mean(without)) ** 2, 0)
  expect(distinctShareError(nGrams(documents, 2))).toBeCloseTo(Math.sqrt((24 / 25) * squares), 12)
})
