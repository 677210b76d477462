import { expect, test } from 'vitest'
import { equivalenceTest } from '../src/index.ts'
import { expectClose, expectPair, testVectors } from './vectors.ts'

testVectors('the Wald form agrees with statsmodels: 36 of 500 against 8.8 % within 3 points', ({ tost }) => {
  const { x, n, p0, margin, p_tost, ci90_wald } = tost.one_proportion_wald
  const result = equivalenceTest(x, n, p0, margin, { method: 'wald' })!
  expectClose(result.p, p_tost)
  expectPair(result.interval, ci90_wald)
  expect(result.equivalent).toBe(false)
})

test.each([
  [50, 500, 0.1, 0.05],
  [36, 500, 0.088, 0.03],
  [1, 400, 0.01, 0.02],
  [300, 1000, 0.3, 0.02],
  [3000, 10_000, 0.3, 0.02],
])('%i of %i against %f: equivalent exactly when the 90 %% score interval lies within the margin', (x, n, reference, margin) => {
  const { equivalent, interval } = equivalenceTest(x, n, reference, margin)!
  expect(equivalent).toBe(interval[0] >= reference - margin && interval[1] <= reference + margin)
})

test('no success of 5 is no proof that a share is near 0, of 500 it is', () => {
  expect(equivalenceTest(0, 5, 0.01, 0.02)!.equivalent).toBe(false)
  expect(equivalenceTest(0, 500, 0.01, 0.02)!.equivalent).toBe(true)
})

test('a bound below 0 needs no test, and n = 0 has no answer', () => {
  expect(equivalenceTest(0, 500, 0, 0.02)!.p).toBeLessThan(0.05)
  expect(equivalenceTest(5, 5, 1, 0.5)!.p).toBeLessThanOrEqual(0.05)
  expect(equivalenceTest(0, 0, 0.5, 0.02)).toBeNull()
  expect(() => equivalenceTest(1, 2, 0.5, 0)).toThrow(RangeError)
})
