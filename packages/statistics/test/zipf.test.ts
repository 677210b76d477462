import { expect, test } from 'vitest'
import { multinomialDraws, seededRandom, zipfExponent } from '../src/index.ts'

test.each([0.5, 1, 1.7])('finds the exponent %f that counts were made with', (exponent) => {
  const shares = Array.from({ length: 40 }, (_, i) => (i + 1) ** -exponent)
  const sum = shares.reduce((a, b) => a + b, 0)
  const exact = zipfExponent(shares.map((share) => (1e9 * share) / sum))!
  expect(exact.exponent).toBeCloseTo(exponent, 6)
  const drawn = new Float64Array(40)
  multinomialDraws(
    shares.map((share) => share / sum),
    20_000,
    seededRandom(exponent),
  )(drawn)
  const { interval } = zipfExponent(drawn)!
  expect(interval[0]).toBeLessThan(exponent + 0.02)
  expect(interval[1]).toBeGreaterThan(exponent - 0.02)
})

test('flat counts have 0, one kind has none', () => {
  expect(zipfExponent([5, 5, 5])!.exponent).toBeCloseTo(0, 6)
  expect(zipfExponent([5])).toBeNull()
  expect(zipfExponent([0, 0])).toBeNull()
})
