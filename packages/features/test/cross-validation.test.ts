import { expect, test } from 'vitest'
import { agreement, stratifiedFolds } from '../src/index.ts'

test('accuracy, macro-F1 and confusion by hand', () => {
  const { n, accuracy, macroF1, confusion } = agreement([0, 0, 0, 1, 1, -1], [0, 0, 1, 1, 0, 2], 3)!
  expect([n, accuracy]).toEqual([5, 3 / 5])
  // F1: 2 * 2 / (3 + 3), 2 * 1 / (2 + 2); class 2 is neither labelled nor predicted among the five.
  expect(macroF1).toBeCloseTo((4 / 6 + 2 / 4) / 2, 12)
  expect([...confusion]).toEqual([2, 1, 0, 1, 1, 0, 0, 0, 0])
})

test('nothing labelled has no accuracy', () => expect(agreement([-1], [0], 1)).toBeNull())

test('every class is spread over the folds, the unlabelled are in none', () => {
  const labels = [...Array<number>(10).fill(0), ...Array<number>(5).fill(1), -1]
  const fold = stratifiedFolds(labels, [...labels.keys()], 5)
  for (let k = 0; k < 5; k++) {
    const inside = labels.filter((_, i) => fold[i] === k)
    expect(inside.filter((label) => label === 0)).toHaveLength(2)
    expect(inside.filter((label) => label === 1)).toHaveLength(1)
  }
  expect(fold[15]).toBe(-1)
})
