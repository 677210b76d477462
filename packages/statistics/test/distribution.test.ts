import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distribution, mean, meanAndCv, quantile, standardDeviation } from '../src/index.ts'
import { expectClose, testVectors } from './vectors.ts'

test('a case for the pencil', () => {
  expect(distribution([1, 2, 3, 4])).toEqual({
    n: 4,
    mean: 2.5,
    sd: Math.sqrt(5 / 3),
    cv: Math.sqrt(5 / 3) / 2.5,
    min: 1,
    max: 4,
    quantiles: { q05: 1 + 3 * 0.05, q25: 1.75, median: 2.5, q75: 3.25, q95: 1 + 3 * 0.95 },
  })
})

testVectors('coefficient of variation as published', ({ descriptive }) => {
  expectClose(distribution(descriptive.x)?.cv, descriptive.cv_sample_ddof1)
})

test('quantiles as R type 7', () => {
  // quantile(c(1, 3, 4, 10), c(0, .1, .5, .9, 1)) in R
  const r = [1, 1.6, 3.5, 8.2, 10]
  for (const [i, p] of [0, 0.1, 0.5, 0.9, 1].entries()) expectClose(quantile([1, 3, 4, 10], p), r[i]!, 1e-15)
  expect(quantile([7], 0.3)).toBe(7)
})

test('odd inputs', () => {
  expect(distribution([])).toBeNull()
  expect(mean([])).toBeNull()
  expect(standardDeviation([5])).toBeNull()
  expect(distribution([5])).toMatchObject({ n: 1, mean: 5, sd: null, cv: null, min: 5, max: 5 })
  expect(distribution([-1, 1])).toMatchObject({ mean: 0, cv: null })
  expect(distribution([-1, -3])?.cv).toBeCloseTo(Math.SQRT2 / 2, 15)
  expect(distribution([0.1, 0.1, 0.1])).toMatchObject({ mean: 0.1, sd: 0, cv: 0 })
  expect(() => distribution([1, Number.NaN])).toThrow(RangeError)
  expect(() => quantile([], 0.5)).toThrow(RangeError)
  expect(() => quantile([1], 1.1)).toThrow(RangeError)
})

test('order does not matter, and quantiles lie in order between the extremes', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e100, max: 1e100 }), { minLength: 1 }), (values) => {
      const one = distribution(values)!
      expect(distribution([...values].sort())).toEqual(one)
      const { q05, q25, median, q75, q95 } = one.quantiles
      const sorted = [one.min, q05, q25, median, q75, q95, one.max]
      for (let i = 1; i < sorted.length; i++) expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(-1e-12 * Math.abs(sorted[i]!))
      expect(one.mean >= one.min && one.mean <= one.max).toBe(true)
    }),
  )
})

test('a large offset does not eat the spread', () => {
  expectClose(standardDeviation([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]), Math.sqrt(30), 1e-15)
})

test('mean and CV of whole numbers are those of the distribution', () => {
  expect(meanAndCv([2, 4, 6])).toEqual({ mean: 4, cv: 0.5 })
  expect(meanAndCv([])).toBeNull()
  expect(meanAndCv([3])).toEqual({ mean: 3, cv: null })
  expect(meanAndCv([0, 0])).toEqual({ mean: 0, cv: null })
  fc.assert(
    fc.property(fc.array(fc.nat(5000), { minLength: 2, maxLength: 50 }), (counts) => {
      const whole = distribution(counts)!
      const quick = meanAndCv(counts)!
      expect(quick.mean).toBeCloseTo(whole.mean, 9)
      if (whole.cv !== null) expect(quick.cv).toBeCloseTo(whole.cv, 9)
    }),
  )
})
