import { expect, test } from 'vitest'
import { averageRanks, kendallTauB, seededRandom, spearman } from '../src/index.ts'
import { expectClose, testVectors } from './vectors.ts'

testVectors('agree with SciPy', ({ rank_correlation: ranks, syngp500_vs_beach_31_categories: beach }) => {
  expectClose(spearman(ranks.x, ranks.y), ranks.spearman)
  expectClose(kendallTauB(ranks.x, ranks.y), ranks.kendall_tau_b)
  const named = <T>(values: readonly T[]): readonly T[] => values.slice(0, 30)
  expectClose(spearman(named(beach.beach_percent), named(beach.syngp500_counts_n500)), beach.spearman_30_categories_without_other)
  expectClose(kendallTauB(named(beach.beach_percent), named(beach.syngp500_counts_n500)), beach.kendall_tau_b_30)
})

test('ties share the mean of their ranks', () => expect([...averageRanks([3, 1, 3, 2])]).toEqual([3.5, 1, 3.5, 2]))

test('the same order is 1, the reverse -1, whatever the distances', () => {
  const x = [1, 2, 4, 8, 16]
  for (const correlation of [spearman, kendallTauB]) {
    expect(correlation(x, [0, 1, 2, 3, 900])).toBe(1)
    expect(correlation(x, [5, 4, 3, 2, 1])).toBe(-1)
  }
})

test('tau-b counts pairs as the definition does', () => {
  const random = seededRandom('tau')
  for (let round = 0; round < 30; round++) {
    const x = Array.from({ length: 23 }, () => Math.floor(random() * 6))
    const y = Array.from({ length: 23 }, () => Math.floor(random() * 5))
    let [balance, untiedX, untiedY] = [0, 0, 0]
    for (let i = 0; i < 23; i++)
      for (let j = 0; j < i; j++) {
        const [u, v] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)]
        balance += u * v
        untiedX += Math.abs(u)
        untiedY += Math.abs(v)
      }
    expect(kendallTauB(x, y)).toBeCloseTo(balance / Math.sqrt(untiedX * untiedY), 12)
  }
})

test.each([
  ['nothing', [], []],
  ['one pair', [1], [2]],
  ['a constant', [1, 1, 1], [1, 2, 3]],
])('%s has no correlation', (_, x, y) => {
  expect(spearman(x, y)).toBeNull()
  expect(kendallTauB(x, y)).toBeNull()
})

test('NaN and uneven lengths are refused', () => {
  expect(() => spearman([Number.NaN], [1])).toThrow('must be finite')
  expect(() => kendallTauB([1, 2], [1])).toThrow('same length')
})
