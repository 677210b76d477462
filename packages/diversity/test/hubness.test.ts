import { expect, test } from 'vitest'
import { hubness } from '../src/index.ts'
import { euclideanNeighbours, vectors } from './examples.ts'

test('a star: everyone has the middle as neighbour, the middle has one of them', () => {
  const { counts, robinHood, antihubs, skewness } = hubness(new Uint32Array([1, 0, 0, 0, 0]), 5, 1)!
  expect([...counts]).toEqual([4, 1, 0, 0, 0])
  expect(robinHood).toBe((3 + 0 + 1 + 1 + 1) / 10)
  expect(antihubs).toBe(3 / 5)
  // Deviations 3, 0, -1, -1, -1: second moment 12 / 5, third 24 / 5.
  expect(skewness).toBeCloseTo(24 / 5 / (12 / 5) ** 1.5, 14)
})

test('a ring is even', () => {
  expect(hubness(new Uint32Array([1, 2, 3, 0]), 4, 1)).toMatchObject({ robinHood: 0, antihubs: 0, skewness: null })
})

test('nothing has no hubs', () => {
  expect(hubness(new Uint32Array(0), 0, 0)).toBeNull()
  expect(hubness(new Uint32Array(0), 1, 0)).toBeNull()
})

test.skipIf(!vectors)('agrees with the reference values to 1e-9', () => {
  const { k_occurrence, hubness_skewness_population, robin_hood_index } = vectors.knn_k2_euclidean
  const indices = euclideanNeighbours(vectors.X, 2).flatMap((found) => found.map(({ at }) => at))
  const found = hubness(Uint32Array.from(indices), 6, 2)!
  expect([...found.counts]).toEqual(k_occurrence)
  expect(found.skewness).toBeCloseTo(hubness_skewness_population, 9)
  expect(found.robinHood).toBeCloseTo(robin_hood_index, 9)
})
