import { expect, test } from 'vitest'
import { adjustedResiduals, chiSquareTest, cohenW, gTest, sharesOf, standardisedResiduals } from '../src/index.ts'
import { expectClose, testVectors } from './vectors.ts'

testVectors('agree with SciPy', ({ chi_square_gof: gof, chi_square_zero_observed: zero }) => {
  const { observed, expected } = gof
  expect(chiSquareTest(observed, expected).df).toBe(gof.df)
  expectClose(chiSquareTest(observed, expected).statistic, gof.chi2)
  expectClose(chiSquareTest(observed, expected).p, gof.p)
  expectClose(gTest(observed, expected).statistic, gof.g)
  expectClose(gTest(observed, expected).p, gof.g_p)
  expectClose(cohenW(observed, expected), gof.cohen_w)
  for (const [i, residual] of standardisedResiduals(observed, expected).entries()) expectClose(residual, gof.standardised_residuals[i]!)
  for (const [i, residual] of adjustedResiduals(observed, expected).entries()) expectClose(residual, gof.adjusted_residuals[i]!)
  expectClose(chiSquareTest(zero.observed, zero.expected).statistic, zero.chi2)
  expectClose(gTest(zero.observed, zero.expected).statistic, zero.g)
  expectClose(gTest(zero.observed, zero.expected).p, zero.g_p)
})

testVectors('500 synthetic notes against general practice', ({ syngp500_vs_beach_31_categories: beach }) => {
  const expected = sharesOf(beach.beach_percent)!.map((share) => share * 500)
  expectClose(chiSquareTest(beach.syngp500_counts_n500, expected).p, beach.chi2_p)
  expectClose(gTest(beach.syngp500_counts_n500, expected).statistic, beach.g)
  expectClose(cohenW(beach.syngp500_counts_n500, expected), beach.cohen_w)
})

test('as expected: nothing to see', () => {
  expect(chiSquareTest([5, 5], [5, 5])).toEqual({ statistic: 0, df: 1, p: 1 })
  expect(gTest([5, 5], [5, 5])).toEqual({ statistic: 0, df: 1, p: 1 })
})

test('odd inputs', () => {
  expect(chiSquareTest([1, 9], [0, 10])).toEqual({ statistic: null, df: 0, p: 0 })
  expect(cohenW([1, 9], [0, 10])).toBeNull()
  expect(chiSquareTest([0, 4, 6], [0, 5, 5])).toMatchObject({ df: 1 })
  expect(chiSquareTest([], [])).toEqual({ statistic: 0, df: 0, p: 1 })
  expect(cohenW([0], [0])).toBeNull()
  expect(standardisedResiduals([0, 4], [0, 4])).toEqual([null, 0])
  expect(adjustedResiduals([0, 4], [0, 4])).toEqual([null, null])
  expect(() => chiSquareTest([5, 5], [0.5, 0.5])).toThrow('multiply shares by 10')
  expect(() => chiSquareTest([5], [5, 5])).toThrow(RangeError)
  expect(() => gTest([-1, 5], [2, 2])).toThrow(RangeError)
})
