import { expect, test } from 'vitest'
import { kernelDensity, silverman } from '../src/index.ts'

test("the bandwidth is R's bw.nrd0", () => {
  // 1 to 5: sd 1.5811, IQR 2 / 1.34 = 1.4925; 0.9 * 1.4925 * 5^-0.2. R: bw.nrd0(1:5) is 0.9735847.
  expect(silverman([1, 2, 3, 4, 5])).toBeCloseTo(0.9735847, 5)
  expect(silverman([2, 2, 2])).toBe(0)
})

test('adds up to 1, is symmetric around symmetric values, and stands over what is there', () => {
  const places = Array.from({ length: 61 }, (_, i) => i / 5)
  const density = kernelDensity([5, 6, 7], places)
  const area = density.reduce((sum, height, i) => sum + height * (i === 0 || i === 60 ? 0.1 : 0.2), 0)
  expect(area).toBeCloseTo(1, 12)
  expect(density[25]).toBeCloseTo(density[35]!, 12)
  expect(density.indexOf(Math.max(...density))).toBe(30)
})

test('values all alike make a narrow peak, not a division by 0', () => {
  const density = kernelDensity([3, 3], [1, 2, 3, 4, 5])
  expect([...density].every(Number.isFinite)).toBe(true)
  expect(density[2]).toBeGreaterThan(0.7)
})
