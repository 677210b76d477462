import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { countedPairs, countedWithin, pairDistribution, pairSimilarities } from '../src/index.ts'
import { hasOracles, oracle, unitRows } from './examples.ts'

const random = seededRandom('pairs')
const rows = (n: number, d: number): Float64Array =>
  unitRows(Array.from({ length: n }, () => Array.from({ length: d }, () => random() - 0.3)))

test.each([
  [2, 3],
  [127, 8],
  [300, 16],
])('%i rows: counted, every quantile lies within a bin of the sorted one, the ends exactly', (n, d) => {
  const vectors = rows(n, d)
  const [sorted, counted] = [pairDistribution(vectors, n, d), countedPairs(vectors, n, d)]
  expect(counted.pairs).toBe(sorted.pairs)
  for (const p of [0.001, 0.05, 0.3, 0.5, 0.95, 0.999]) {
    // With few pairs the gap between two of them is wider than a bin: R type 7 goes between them in either.
    expect(Math.abs(counted.quantile(p) - sorted.quantile(p))).toBeLessThan(2 * countedWithin)
  }
  expect(counted.quantile(0)).toBe(sorted.quantile(0))
  expect(counted.quantile(1)).toBe(sorted.quantile(1))
})

test('both count every pair between the same readable edges', () => {
  const vectors = rows(200, 8)
  const [sorted, counted] = [pairDistribution(vectors, 200, 8).histogram(20), countedPairs(vectors, 200, 8).histogram(20)]
  expect(counted.edges).toEqual(sorted.edges)
  expect(counted.counts.reduce((sum, count) => sum + count, 0)).toBe(19_900)
  // Of pairs in the bin that an edge cuts some may fall on its other side.
  const off = counted.counts.map((count, i) => Math.abs(count - sorted.counts[i]!))
  expect(Math.max(...off)).toBeLessThan(20)
})

test('copies are alike to 1, opposites to -1', () => {
  const vectors = unitRows(Array.from({ length: 40 }, (_, i) => (i % 2 ? [1, 2, 3] : [-1, -2, -3])))
  const { quantile, pairs } = countedPairs(vectors, 40, 3)
  expect([quantile(0), quantile(1), pairs]).toEqual([-1, 1, 780])
})

test.skipIf(!hasOracles)('sentence vectors of 3,000 news: counted quantiles to 1e-5', () => {
  const { n, d, rows, results } = oracle('ag_news_test3000')
  const { quantile } = countedPairs(rows, n, d)
  for (const [p, value] of Object.entries(results.cosine.quantiles))
    expect(Math.abs(quantile(Number(p)) - (value as number))).toBeLessThan(1e-5)
  expect(Math.abs(quantile(0) - results.cosine.min)).toBeLessThan(1e-5)
  expect(Math.abs(quantile(1) - results.cosine.max)).toBeLessThan(1e-5)
})

test('every pair once', () => {
  const vectors = rows(5, 4)
  expect(pairSimilarities(vectors, 5, 4)).toHaveLength(10)
})
