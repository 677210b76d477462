import { expect, test } from 'vitest'
import { chiSquareQuantile, chiSquareSurvival, lnGamma, normalCdf, normalQuantile, regularisedGamma } from '../src/index.ts'
import { expectClose, testVectors } from './vectors.ts'

test('gamma of whole and half numbers', () => {
  let factorial = 1
  for (let n = 1; n <= 20; n++) {
    expectClose(Math.exp(lnGamma(n)), factorial, 3e-14)
    factorial *= n
  }
  expectClose(lnGamma(0.5), Math.log(Math.PI) / 2, 1e-15)
  // 1,000,000! has 5,565,709 digits.
  expectClose(lnGamma(1_000_001), 12815518.384658169, 1e-15)
})

test('with two degrees of freedom the tail is exponential', () => {
  // An exponent of x / 2 cannot be held to better than its last place.
  for (const x of [0, 0.001, 0.5, 3, 20, 200, 1400]) expectClose(chiSquareSurvival(x, 2), Math.exp(-x / 2), Number.EPSILON * (10 + x / 2))
})

test('with one degree of freedom it is the square of a normal variable', () => {
  for (const z of [0.01, 0.7, 1.96, 5, 12, 30]) expectClose(chiSquareSurvival(z * z, 1), 2 * normalCdf(-z), Number.EPSILON * (20 + z * z))
  for (const p of [0.01, 0.5, 0.95, 0.999]) expectClose(chiSquareQuantile(p, 1), normalQuantile((1 + p) / 2) ** 2, 1e-13)
})

test('whole a is a sum of Poisson probabilities', () => {
  for (const [a, x] of [
    [3, 0.2],
    [10, 12],
    [40, 30],
    [170, 200],
  ] as const) {
    let term = Math.exp(-x)
    let sum = 0
    for (let k = 0; k < a; k++) {
      sum += term
      term *= x / (k + 1)
    }
    expectClose(regularisedGamma(a, x)[1], sum, 1e-13)
  }
})

testVectors('tails that SciPy gives', ({ syngp500_vs_beach_31_categories: beach, goodman_simultaneous_95: goodman }) => {
  expectClose(chiSquareSurvival(beach.observed.chi2, 30), beach.chi2_p)
  expectClose(chiSquareQuantile(1 - 0.05 / 7, 1), goodman.chi2_quantile_used)
})

test('the printed tables', () => {
  expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(3.841458820694124, 12)
  expect(chiSquareQuantile(0.95, 10)).toBeCloseTo(18.30703805327515, 11)
  expect(chiSquareQuantile(0.05, 10)).toBeCloseTo(3.940299136119, 10)
})

test('quantile and tail undo each other', () => {
  for (const df of [0.2, 1, 2.5, 30, 400, 100_000]) {
    for (const p of [1e-12, 0.001, 0.3, 0.5, 0.8, 0.999, 1 - 1e-9]) {
      const x = chiSquareQuantile(p, df)
      const [lower, upper] = regularisedGamma(df / 2, x / 2)
      if (p < 0.5) expectClose(lower, p, 1e-11)
      else expectClose(upper, 1 - p, 1e-11)
    }
  }
})

test('odd inputs', () => {
  expect(chiSquareQuantile(0, 3)).toBe(0)
  expect(chiSquareQuantile(1, 3)).toBe(Infinity)
  expect(chiSquareSurvival(0, 3)).toBe(1)
  expect(chiSquareSurvival(0, 0)).toBe(1)
  expect(chiSquareSurvival(1e6, 3)).toBe(0)
  expect(() => chiSquareSurvival(-1, 3)).toThrow(RangeError)
  expect(() => chiSquareQuantile(0.5, 0)).toThrow(RangeError)
})
