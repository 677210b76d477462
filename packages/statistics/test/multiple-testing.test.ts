import { expect, test } from 'vitest'
import { benjaminiHochberg, holm } from '../src/index.ts'
import { expectClose, testVectors } from './vectors.ts'

testVectors('agrees with statsmodels, ties included', ({ multiple_testing: { p, bh_adjusted } }) => {
  for (const [i, adjusted] of benjaminiHochberg(p).entries()) expectClose(adjusted, bh_adjusted[i]!)
})

test('the example of Benjamini & Hochberg 1995: four of fifteen are rejected at 0.05', () => {
  const ps = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
  expect(benjaminiHochberg(ps).filter((p) => p <= 0.05)).toHaveLength(4)
})

test('odd inputs', () => {
  expect([...benjaminiHochberg([])]).toEqual([])
  expect([...benjaminiHochberg([0.03])]).toEqual([0.03])
  expect(() => benjaminiHochberg([1.2])).toThrow(RangeError)
})

// R 4.3: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), 'holm') gives 0.05 0.08 0.09 0.09 0.09.
test('Holm as R does it', () => {
  expect(holm([0.01, 0.02, 0.03, 0.04, 0.05]).map((p) => Number(p.toFixed(12)))).toEqual([0.05, 0.08, 0.09, 0.09, 0.09])
  expect(holm([])).toEqual([])
})
