import { expect, test } from 'vitest'
import { adjustedRandIndex, crossTable, normalisedMutualInformation } from '../src/index.ts'

// adjusted_rand_score and normalized_mutual_info_score of scikit-learn 1.9.1.
test.each([
  [[0, 0, 1, 1], [0, 0, 1, 2], 0.5714285714285714, 0.7999999999999999],
  [[0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2], 0.24242424242424243, 0.5158037429793889],
  [[0, 1, 2, 3], [0, 0, 0, 0], 0, 0],
  [[0, 0, 1, 1, 2, 2, 2, 3, 3, 0], [1, 1, 0, 0, 2, 2, 3, 3, 3, 1], 0.6959459459459459, 0.8602254409666873],
  [[0, 1, 0, 1, 0, 1], [0, 0, 0, 1, 1, 1], -0.1111111111111111, 0.08170416594551037],
  [[0, 0, 0], [0, 0, 0], 1, 1],
  [[0, 1, 2], [2, 0, 1], 1, 1],
])('%j and %j: as scikit-learn has it', (first, second, rand, information) => {
  for (const table of [crossTable(first, second), crossTable(second, first)]) {
    expect(adjustedRandIndex(table)).toBeCloseTo(rand, 12)
    expect(normalisedMutualInformation(table)).toBeCloseTo(information, 12)
  }
})

test('what is in no group is left out of the table', () => {
  expect(crossTable([0, -1, 1, 1], [1, 0, 0, -1])).toEqual([
    [0, 1],
    [1, 0],
  ])
  expect(() => crossTable([0], [0, 1])).toThrow('both groupings must be of the same things, but got 1 and 2')
})

test('nothing to compare', () => {
  expect(adjustedRandIndex([[1]])).toBeNull()
  expect(normalisedMutualInformation([])).toBeNull()
})
