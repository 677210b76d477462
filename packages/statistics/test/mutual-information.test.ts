import { expect, test } from 'vitest'
import { mutualInformation } from '../src/index.ts'

test('independent: 0; one tells the other: the entropy of either', () => {
  expect(
    mutualInformation([
      [4, 8],
      [6, 12],
    ])!.plain,
  ).toBeCloseTo(0, 12)
  expect(
    mutualInformation([
      [5, 0, 0, 0],
      [0, 5, 0, 0],
      [0, 0, 5, 0],
      [0, 0, 0, 5],
    ])!.plain,
  ).toBeCloseTo(2, 12)
})

test('the correction takes off what chance gives, never more than there is', () => {
  const { plain, corrected } = mutualInformation([
    [12, 5, 3],
    [4, 9, 7],
  ])!
  // G = 2 n ln 2 times the plain value: 6.99058 for this table.
  expect(plain * 2 * 40 * Math.LN2).toBeCloseTo(6.99058006306, 9)
  expect(plain - corrected).toBeCloseTo(2 / (2 * 40 * Math.LN2), 12)
  expect(
    mutualInformation([
      [1, 1],
      [1, 1],
    ])!.corrected,
  ).toBe(0)
})

test('empty rows and columns do not count, an empty table has none', () => {
  expect(
    mutualInformation([
      [3, 0, 1],
      [0, 0, 0],
      [1, 0, 3],
    ]),
  ).toEqual(
    mutualInformation([
      [3, 1],
      [1, 3],
    ]),
  )
  expect(mutualInformation([])).toBeNull()
  expect(mutualInformation([[0, 0]])).toBeNull()
  expect(() => mutualInformation([[1], [1, 2]])).toThrow(RangeError)
})
