import { expect, test } from 'vitest'
import { betaQuantile, regularisedBeta } from '../src/index.ts'
import { expectClose } from './vectors.ts'

test('closed forms', () => {
  for (const x of [1e-9, 0.1, 0.37, 0.5, 0.9]) {
    expectClose(regularisedBeta(x, 1, 1), x, 1e-14)
    expectClose(regularisedBeta(x, 3, 1), x ** 3, 1e-14)
    expectClose(regularisedBeta(x, 1, 4), -Math.expm1(4 * Math.log1p(-x)), 1e-14)
    expectClose(regularisedBeta(x, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(x)), 1e-14)
  }
})

test('whole numbers give a sum of binomial probabilities', () => {
  // P(at least 3 of 10 at 0.2)
  const below = 0.8 ** 10 + 10 * 0.2 * 0.8 ** 9 + 45 * 0.04 * 0.8 ** 8
  expectClose(regularisedBeta(0.2, 3, 8), 1 - below, 1e-14)
})

test('symmetry, and quantiles that lead back, from tiny to a million', () => {
  for (const [a, b] of [
    [0.5, 20.5],
    [3, 8],
    [400, 600],
    [0.01, 3],
    [1e6, 2e6],
  ] as const) {
    for (const p of [0.001, 0.025, 0.5, 0.975]) {
      const x = betaQuantile(p, a, b)
      expectClose(regularisedBeta(x, a, b), p, 1e-10)
    }
    for (const x of [0.25, 0.5, 0.75]) expectClose(regularisedBeta(x, a, b) + regularisedBeta(1 - x, b, a), 1, 1e-11)
  }
})

test('odd inputs', () => {
  expect(regularisedBeta(0, 2, 3)).toBe(0)
  expect(regularisedBeta(1, 2, 3)).toBe(1)
  expect(betaQuantile(0, 2, 3)).toBe(0)
  expect(betaQuantile(1, 2, 3)).toBe(1)
  expect(() => regularisedBeta(1.1, 2, 3)).toThrow(RangeError)
  expect(() => regularisedBeta(0.5, 0, 3)).toThrow(RangeError)
})
