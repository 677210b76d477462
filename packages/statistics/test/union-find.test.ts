import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unionFind } from '../src/index.ts'

test('groups of six', () => {
  const sets = unionFind(6)
  expect(sets.union(4, 2)).toBe(true)
  expect(sets.union(2, 5)).toBe(true)
  expect(sets.union(5, 4)).toBe(false)
  expect(sets.union(3, 0)).toBe(true)
  expect(sets.find(5)).toBe(2)
  expect(sets.groups()).toEqual([[0, 3], [1], [2, 4, 5]])
  expect(sets.groups(2)).toEqual([
    [0, 3],
    [2, 4, 5],
  ])
  expect(sets.groups(3)).toEqual([[2, 4, 5]])
})

test('the order of the pairs does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(29), fc.nat(29), fc.nat())), (pairs) => {
      const forward = unionFind(30)
      for (const [a, b] of pairs) forward.union(a, b)
      const shuffled = unionFind(30)
      for (const [a, b] of [...pairs].sort((x, y) => x[2] - y[2])) shuffled.union(b, a)
      expect(shuffled.groups()).toEqual(forward.groups())
    }),
  )
})

test('a chain of a million is no deep recursion', () => {
  const sets = unionFind(1_000_000)
  for (let i = 999_999; i > 0; i--) sets.union(i, i - 1)
  expect(sets.find(999_999)).toBe(0)
})

test('nobody, and a stranger', () => {
  expect(unionFind(0).groups()).toEqual([])
  expect(() => unionFind(2).find(2)).toThrow(RangeError)
})
