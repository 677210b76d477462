import { wilson } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { clusteredShare } from '../src/index.ts'

test('without duplicates the interval is that of 0 of n', () => {
  expect(clusteredShare([], 20)).toEqual({ share: 0, interval: wilson(0, 20) })
})

test('pairs count as half as many documents', () => {
  // sum g^2 / sum g = 2, so 10 of 100 documents are read as 5 of 50.
  expect(clusteredShare([2, 2, 2, 2, 2], 100)).toEqual({ share: 0.1, interval: wilson(5, 50) })
})

test('one group of ten says less than five pairs', () => {
  const [low, high] = clusteredShare([10], 100)!.interval
  const [lowPairs, highPairs] = clusteredShare([2, 2, 2, 2, 2], 100)!.interval
  expect(low).toBeLessThan(lowPairs)
  expect(high).toBeGreaterThan(highPairs)
})

test('a corpus that is one document again and again is one observation', () => {
  expect(clusteredShare([10_000], 10_000)).toEqual({ share: 1, interval: wilson(1, 1) })
})

test('no document has no share', () => expect(clusteredShare([], 0)).toBeNull())
