import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jaccard } from '../src/index.ts'

test.each([
  ['equal', [1, 2, 3], [1, 2, 3], 1],
  ['half of each', [1, 2, 3], [2, 3, 4], 2 / 4],
  ['one in the other', [1, 2, 3, 4], [2], 1 / 4],
  ['nothing shared', [1, 3], [2, 4], 0],
  ['an empty one', [], [1], 0],
  ['both empty', [], [], 0],
])('%s', (_, a, b, expected) => {
  expect(jaccard(a, b)).toBe(expected)
  expect(jaccard(b, a)).toBe(expected)
})

test('equals the definition on sets, and a bound changes nothing at or above it', () => {
  const sorted = fc.uniqueArray(fc.nat(60), { maxLength: 40 }).map((set) => set.sort((x, y) => x - y))
  fc.assert(
    fc.property(sorted, sorted, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, atLeast) => {
      const shared = a.filter((x) => b.includes(x)).length
      const union = a.length + b.length - shared
      const expected = union === 0 ? 0 : shared / union
      expect(jaccard(a, b)).toBe(expected)
      if (expected >= atLeast) expect(jaccard(a, b, atLeast)).toBe(expected)
      else expect([0, expected]).toContain(jaccard(a, b, atLeast))
    }),
  )
})

test('a similarity that is the bound itself is kept', () => {
  for (let shared = 1; shared <= 200; shared++) {
    const a = Array.from({ length: shared + 50 }, (_, i) => i)
    const b = [...Array.from({ length: shared }, (_, i) => i), ...Array.from({ length: 37 }, (_, i) => 1000 + i)]
    expect(jaccard(a, b, shared / (shared + 87))).toBe(shared / (shared + 87))
  }
})
