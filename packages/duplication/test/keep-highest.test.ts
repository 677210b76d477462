import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepHighest } from '../src/index.ts'

test.each([
  ['the longest is kept', [3, 5, 4], [0, 1], [1, 2], [1, 1, 1], [[1, 0, 2]]],
  ['of equal length the earliest', [5, 5], [0], [1], [0, 0], [[0, 1]]],
  // 0 is like 1, 1 like 2, 2 like 3: 0 and 3 need not be alike, and do not stand in one group.
  [
    'a chain is split',
    [9, 8, 7, 6],
    [0, 1, 2],
    [1, 2, 3],
    [0, 0, 2, 2],
    [
      [0, 1],
      [2, 3],
    ],
  ],
  ['one alone stays', [1, 2], [], [], [0, 1], []],
  ['no document', [], [], [], [], []],
])('%s', (_, lengths, a, b, keeper, groups) => {
  const kept = keepHighest(lengths, a, b)
  expect([...kept.keeper]).toEqual(keeper)
  expect(kept.groups).toEqual(groups)
})

test('whatever the pairs: each dropped one is a copy of its keeper, which is no shorter, and no two kept ones are copies', () => {
  const pairs = fc.array(
    fc.tuple(fc.nat(29), fc.nat(29)).filter(([x, y]) => x < y),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(pairs, fc.array(fc.nat(5), { minLength: 30, maxLength: 30 }), (linked, lengths) => {
      const unique = [...new Map(linked.map((pair) => [pair.join(' '), pair])).values()]
      const { keeper, groups } = keepHighest(
        lengths,
        unique.map(([x]) => x),
        unique.map(([, y]) => y),
      )
      const has = (x: number, y: number): boolean => unique.some(([p, q]) => (p === x && q === y) || (p === y && q === x))
      keeper.forEach((other, i) => {
        if (other === i) return
        expect(has(i, other)).toBe(true)
        expect(keeper[other]).toBe(other)
        expect(lengths[other]!).toBeGreaterThanOrEqual(lengths[i]!)
      })
      for (const [x, y] of unique) expect(keeper[x] === x && keeper[y] === y).toBe(false)
      expect(groups.flat().length).toBe(new Set(groups.flat()).size)
    }),
  )
})
