import { expect, test } from 'vitest'
import { alignedSubset } from '../src/index.ts'

test('one half wanted, 8 of 10 there: two of each', () => {
  expect(alignedSubset([8, 2], [0.5, 0.5], 0)).toEqual({ keep: [2, 2], total: 4 })
  // 2 of N at least 0.4: N is 5.
  expect(alignedSubset([8, 2], [0.5, 0.5], 0.1)).toEqual({ keep: [3, 2], total: 5 })
})

test('aligned already: all of it', () =>
  expect(alignedSubset([50, 30, 20], [0.5, 0.3, 0.2], 0.02)).toEqual({ keep: [50, 30, 20], total: 100 }))

test('a category without documents: nothing, unless the tolerance can do without it', () => {
  expect(alignedSubset([9, 0], [0.9, 0.1], 0).total).toBe(0)
  const { keep, total } = alignedSubset([90, 9, 0], [0.89, 0.1, 0.01], 0.02)
  expect([keep[2], total]).toEqual([0, 99])
})

test('a category the reference does not have is left out, and documents are never invented', () => {
  expect(alignedSubset([9, 5], [1, 0], 0)).toEqual({ keep: [9, 0], total: 9 })
  expect(alignedSubset([0, 0], [0.5, 0.5], 0)).toEqual({ keep: [0, 0], total: 0 })
  const counts = Array.from({ length: 31 }, (_, i) => (i * 37) % 23)
  const sum = counts.reduce((a, b) => a + b, 0)
  const reference = counts.map((_, i) => (31 - i) / 496)
  const { keep, total } = alignedSubset(counts, reference, 0.07)
  for (const [i, each] of keep.entries()) {
    expect(each).toBeLessThanOrEqual(counts[i]!)
    expect(Math.abs(each / total - reference[i]!)).toBeLessThan(0.07 + 1 / total)
  }
  expect(total).toBeGreaterThan(0)
  expect(total).toBeLessThanOrEqual(sum)
})
