import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { agreement, calibration, macroF1Interval, stratifiedFolds } from '../src/index.ts'

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

test('the interval of macro-F1 holds it, and narrows with the root of n', () => {
  const of = (times: number) => {
    const pairs = Array.from({ length: 100 * times }, (_, i) => [i % 2, i % 10 === 0 ? 1 - (i % 2) : i % 2] as const)
    const found = agreement(
      pairs.map(([label]) => label),
      pairs.map(([, code]) => code),
      2,
    )!
    const [low, high] = macroF1Interval(found, 2, { random: seededRandom('macro') })!
    expect([low <= found.macroF1, found.macroF1 <= high]).toEqual([true, true])
    return high - low
  }
  // Of 100 documents 90 are right: as an accuracy, 2 * 1.96 * sqrt(0.09 / 100) is 0.118.
  expect(of(1)).toBeGreaterThan(0.09)
  expect(of(1)).toBeLessThan(0.15)
  expect(of(1) / of(16)).toBeGreaterThan(3)
  expect(macroF1Interval(agreement([0], [0], 1)!, 1, { random: seededRandom(1) })).toBeNull()
})

test('calibration by hand: two bins of two', () => {
  const { error, bins } = calibration(
    [
      { confidence: 0.9, right: true },
      { confidence: 0.2, right: false },
      { confidence: 0.8, right: true },
      { confidence: 0.3, right: true },
    ],
    2,
  )!
  expect(bins).toEqual([
    { n: 2, confidence: 0.25, accuracy: 0.5 },
    { n: 2, confidence: expect.closeTo(0.85, 12), accuracy: 1 },
  ])
  expect(error).toBeCloseTo((0.25 + 0.15) / 2, 12)
  expect(calibration([])).toBeNull()
})
