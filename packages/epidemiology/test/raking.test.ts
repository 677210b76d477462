import { expect, test } from 'vitest'
import { rake } from '../src/index.ts'

const groups = (...values: number[]): Int32Array => Int32Array.from(values)

test('one margin: share over share', () => {
  const { weights, effective, residual } = rake(4, [{ groups: groups(0, 0, 0, 1), shares: [0.5, 0.5] }])!
  expect([...weights]).toEqual([2 / 3, 2 / 3, 2 / 3, 2].map((weight) => expect.closeTo(weight, 12)))
  // (2/3 * 3 + 2)^2 / (3 * 4/9 + 4) = 16 / (16/3)
  expect(effective).toBeCloseTo(3, 12)
  expect(residual).toBeLessThan(1e-9)
})

test('two margins are met at once', () => {
  const sex = groups(0, 0, 1, 1, 1, 0, 1, 1)
  const age = groups(0, 1, 0, 1, 1, 1, 0, 1)
  const { weights } = rake(8, [
    { groups: sex, shares: [0.58, 0.42] },
    { groups: age, shares: [0.25, 0.75] },
  ])!
  const share = (of: Int32Array, group: number): number => weights.reduce((sum, weight, i) => sum + (of[i] === group ? weight : 0), 0) / 8
  expect(share(sex, 0)).toBeCloseTo(0.58, 9)
  expect(share(age, 0)).toBeCloseTo(0.25, 9)
})

test('already there: all weights are 1 and nothing is lost', () => {
  const { weights, effective } = rake(2, [{ groups: groups(0, 1), shares: [0.5, 0.5] }])!
  expect([...weights, effective]).toEqual([1, 1, 2])
})

test('a group without documents is said, an unknown group left alone', () => {
  expect(rake(2, [{ groups: groups(0, 0), shares: [0.7, 0.3] }])!.missing[0]).toBeCloseTo(0.3, 12)
  expect([...rake(3, [{ groups: groups(0, 1, -1), shares: [0.5, 0.5] }])!.weights]).toEqual([1, 1, 1])
})

test('no documents, or none that count', () => {
  expect(rake(0, [])).toBeNull()
  expect(rake(2, [{ groups: groups(1, 1), shares: [1, 0] }])).toBeNull()
  expect([...rake(2, [])!.weights]).toEqual([1, 1])
})
