import { expect, test } from 'vitest'
import { rectifiedPowerLaw } from '../src/index.ts'

const sizes = [31, 44, 62, 88, 125, 177, 250, 354, 500]

test.each<[string, (x: number) => number]>([
  ['nears 40 from below', (x) => 40 - 300 / (10 + x ** 0.8)],
  ['falls towards 0.1', (x) => 0.1 + 2 / x ** 0.5],
  ['grows without a limit', (x) => 3 * x ** 0.4],
  ['grows as a logarithm', (x) => 5 + 2 * Math.log(x)],
  ['saturates', (x) => (60 * x) / (x + 200)],
])('what %s is foretold at twice the greatest size', (_, of) => {
  const law = rectifiedPowerLaw(sizes, sizes.map(of))
  for (const x of [40, 300, 1000]) expect(law.at(x) / of(x)).toBeCloseTo(1, 2)
})

test('what stays the same goes on staying the same', () => {
  expect(
    rectifiedPowerLaw(
      sizes,
      sizes.map(() => 7),
    ).at(5000),
  ).toBeCloseTo(7, 9)
})

test('a point of great weight is met, one of none is not', () => {
  const y = sizes.map((x) => 10 - 50 / x)
  const off = y.map((value, i) => (i === 0 ? 2 * value : value))
  const weights = y.map((_, i) => (i === 0 ? 1e-9 : 1))
  expect(rectifiedPowerLaw(sizes, off, weights).at(1000)).toBeCloseTo(10 - 0.05, 2)
})

test.each([
  [[1, 2, 3], [1, 2, 3], 'four points or more'],
  [[1, 2, 3, 4], [1, 2, 3, 0], 'above 0'],
])('%j, %j: %s', (x, y, message) => expect(() => rectifiedPowerLaw(x, y)).toThrow(message))
