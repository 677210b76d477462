import { expect, test } from 'vitest'
import { clopperPearson, criticalValue, goodman, jeffreys, regularisedBeta, wilson, wilsonContinuityCorrected } from '../src/index.ts'
import { expectClose, expectPair, testVectors } from './vectors.ts'

testVectors('agree with statsmodels and with the examples of Newcombe 1998', ({ proportion_intervals_95 }) => {
  for (const [name, expected] of Object.entries(proportion_intervals_95)) {
    if (!/^\d+\/\d+$/.test(name)) continue
    const [successes, n] = name.split('/').map(Number) as [number, number]
    expectPair(wilson(successes, n), expected.wilson)
    expectPair(wilsonContinuityCorrected(successes, n), expected.wilson_cc)
    expectPair(clopperPearson(successes, n), expected.clopper_pearson)
    expectPair(jeffreys(successes, n), expected.jeffreys)
  }
})

testVectors('simultaneous intervals of Goodman', ({ goodman_simultaneous_95: { counts, intervals } }) => {
  for (const [i, interval] of goodman(counts)!.entries()) expectPair(interval, intervals[i]!)
})

test('Wilson solves its own equation: at each end the score test is at the edge', () => {
  const [low, high] = wilson(3, 40)!
  for (const p of [low, high]) expectClose(Math.abs(3 / 40 - p) / Math.sqrt((p * (1 - p)) / 40), criticalValue(0.95), 1e-12)
})

test('Clopper and Pearson leave 2.5 % on each side', () => {
  const [low, high] = clopperPearson(3, 40)!
  expectClose(regularisedBeta(low, 3, 38), 0.025, 1e-12)
  expectClose(1 - regularisedBeta(high, 4, 37), 0.025, 1e-12)
  expectClose(clopperPearson(0, 20)![1], 1 - 0.025 ** (1 / 20), 1e-13)
})

test('successes and failures mirror each other, and the share lies inside', () => {
  for (const interval of [wilson, wilsonContinuityCorrected, clopperPearson, jeffreys]) {
    for (const [x, n] of [
      [1, 7],
      [20, 31],
      [400, 100_000],
    ] as const) {
      const [low, high] = interval(x, n)!
      const [mirrorLow, mirrorHigh] = interval(n - x, n)!
      expect(low).toBeLessThan(x / n)
      expect(high).toBeGreaterThan(x / n)
      expect(Math.abs(low + mirrorHigh - 1)).toBeLessThan(1e-12)
      expect(Math.abs(high + mirrorLow - 1)).toBeLessThan(1e-12)
    }
  }
})

test('odd inputs', () => {
  for (const interval of [wilson, wilsonContinuityCorrected, clopperPearson, jeffreys]) {
    expect(interval(0, 0)).toBeNull()
    expect(() => interval(3, 2)).toThrow(RangeError)
    expect(() => interval(-1, 2)).toThrow(RangeError)
    expect(() => interval(1, Number.NaN)).toThrow(RangeError)
    expect(() => interval(1, 2, 1)).toThrow(RangeError)
    expect(interval(0, 1)![0]).toBeGreaterThanOrEqual(0)
  }
  expect(wilson(0, 9)![0]).toBe(0)
  expect(wilson(9, 9)![1]).toBe(1)
  expect(wilson(2.5, 10.5)).not.toBeNull()
  expect(goodman([0, 0])).toBeNull()
  expect(goodman([])).toBeNull()
  expectPair(goodman([4])![0]!, wilson(4, 4)!, 1e-12)
})
