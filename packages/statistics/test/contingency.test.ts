import { expect, test } from 'vitest'
import { cramersV, independenceTest } from '../src/index.ts'
import { expectClose, testVectors } from './vectors.ts'

testVectors('agree with SciPy and with Bergsma 2013', ({ contingency }) => {
  const found = independenceTest(contingency.table)!
  expect(found.df).toBe(contingency.df)
  expectClose(found.statistic, contingency.chi2)
  expectClose(found.p, contingency.p)
  expectClose(cramersV(contingency.table), contingency.cramers_v)
  expectClose(cramersV(contingency.table, { biasCorrected: true }), contingency.cramers_v_bias_corrected)
})

test('independent is 0, one telling the other is 1', () => {
  expect(
    cramersV([
      [2, 4],
      [3, 6],
    ]),
  ).toBe(0)
  expect(
    cramersV(
      [
        [2, 4],
        [3, 6],
      ],
      { biasCorrected: true },
    ),
  ).toBe(0)
  expect(
    cramersV([
      [5, 0, 0],
      [0, 7, 2],
    ]),
  ).toBe(1)
})

test('empty rows and columns do not count', () => {
  expect(
    cramersV([
      [5, 0, 1],
      [0, 0, 0],
      [2, 0, 7],
    ]),
  ).toBe(
    cramersV([
      [5, 1],
      [2, 7],
    ]),
  )
  for (const table of [
    [],
    [[]],
    [[1, 2]],
    [[1], [2]],
    [
      [0, 0],
      [1, 2],
    ],
  ]) {
    expect(independenceTest(table)).toBeNull()
    expect(cramersV(table)).toBeNull()
  }
})

test('a ragged or negative table is refused', () => {
  expect(() => cramersV([[1, 2], [3]])).toThrow(RangeError)
  expect(() =>
    cramersV([
      [1, -2],
      [3, 4],
    ]),
  ).toThrow(RangeError)
})
