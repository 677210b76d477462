import type { Feature } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { type DocumentFrequencies, type TfIdf, termCounts, tfIdf, vocabularyOf } from '../src/index.ts'
import { documentsOf, made } from './examples.ts'

const weights: Feature<DocumentFrequencies, TfIdf> = {
  id: 'weights',
  create: termCounts.create,
  observe: (partial, document) => termCounts.observe(partial, document, 'weights'),
  merge: termCounts.merge,
  conclude: (partial, context) => tfIdf(context.rows, partial, 'weights'),
}

test('weights are (1 + ln tf) (1 + ln((1 + n) / (1 + df))), rows of unit length', async () => {
  const { matrix, terms, documents } = await made(weights, documentsOf(['fever fever rash', 'rash', '']))
  expect(terms).toEqual(['fever', 'rash'])
  expect([...documents]).toEqual([1, 2])
  const fever = (1 + Math.log(2)) * (1 + Math.log(4 / 2))
  const rash = 1 + Math.log(4 / 3)
  const length = Math.hypot(fever, rash)
  expect([...matrix.starts]).toEqual([0, 2, 3, 3])
  expect(matrix.values[0]).toBeCloseTo(fever / length, 15)
  expect(matrix.values[1]).toBeCloseTo(rash / length, 15)
  expect(matrix.values[2]).toBe(1)
})

test('from five documents on, a term needs two of them', async () => {
  const { terms } = await made(weights, documentsOf(['fever cough', 'fever', 'rash', 'rash', 'swelling']))
  expect(terms).toEqual(['fever', 'rash'])
})

test('terms stand in the order of code units, not of a language', async () => {
  const { terms } = await made(weights, documentsOf(['éclair zoster 痛风', 'apple ärzte']))
  expect(terms).toEqual([...terms].sort((a, b) => (a < b ? -1 : 1)))
  expect(terms).toContain('éclair')
})

test('too many terms leave those of most documents, then of least code units', () => {
  const documents = new Map([1, 2, 3, 4].map((hash) => [hash, hash === 3 ? 9 : 5]))
  const terms = new Map([
    [1, 'd'],
    [2, 'b'],
    [3, 'z'],
    [4, 'a'],
  ])
  expect(vocabularyOf({ documents, terms, identifying: new Map() }, 10, 3).map(({ term }) => term)).toEqual(['a', 'b', 'z'])
})

test('documents without words have empty rows', async () => {
  const { matrix } = await made(weights, documentsOf(['', ' \n']))
  expect(matrix.columns).toBe(0)
  expect([...matrix.starts]).toEqual([0, 0, 0])
})
