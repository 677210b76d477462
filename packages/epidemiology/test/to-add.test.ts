import { expect, test } from 'vitest'
import { additions } from '../src/index.ts'

test('one half wanted, 8 of 10 there: 6 more of the other', () => {
  expect(additions([8, 2], [0.5, 0.5], 0)).toEqual({ add: [0, 6], total: 6 })
  // 8 / N at most 0.6: N is 14 rounded up from 13.33.
  expect(additions([8, 2], [0.5, 0.5], 0.1)).toEqual({ add: [0, 4], total: 4 })
})

test('aligned already: nothing', () => expect(additions([50, 30, 20], [0.5, 0.3, 0.2], 0.02)).toEqual({ add: [0, 0, 0], total: 0 }))

test('an empty category is filled', () => {
  const { add, total } = additions([9, 0], [0.9, 0.1], 0)!
  expect([add, total]).toEqual([[0, 1], 1])
})

test('a category the reference does not have cannot be added away, unless within the tolerance', () => {
  expect(additions([9, 1], [1, 0], 0)).toBeNull()
  expect(additions([9, 1], [1, 0], 0.02)).toEqual({ add: [40, 0], total: 40 })
})

test('nothing there, one category, and many', () => {
  expect(additions([0, 0], [0.5, 0.5], 0)).toEqual({ add: [0, 0], total: 0 })
  expect(additions([3], [1], 0)).toEqual({ add: [0], total: 0 })
  const k = 20_000
  const { add } = additions(
    Float64Array.from({ length: k }, (_, i) => (i === 0 ? 2 : 1)),
    Array<number>(k).fill(1 / k),
    0,
  )!
  expect([add[0], add[1]]).toEqual([0, 1])
})
