import { expect, test } from 'vitest'
import { meanInterval, normalQuantile, seededRandom, studentCriticalValue } from '../src/index.ts'

test.each([
  // Published tables of Student's t, two-sided 95 %.
  [1, 12.706],
  [2, 4.303],
  [5, 2.571],
  [10, 2.228],
  [29, 2.045],
  [120, 1.98],
])("Student's t of %i degrees of freedom", (freedom, expected) => {
  expect(studentCriticalValue(freedom)).toBeCloseTo(expected, 3)
})

test('with many degrees of freedom it is the normal value', () => {
  expect(studentCriticalValue(1e7)).toBeCloseTo(normalQuantile(0.975), 6)
  expect(studentCriticalValue(10, 0.99)).toBeCloseTo(3.169, 3)
})

test("values without skewness have Student's interval", () => {
  // Mean 3, standard deviation sqrt(2.5).
  const { interval, method, reason } = meanInterval([1, 2, 3, 4, 5, 3].slice(0, 5))
  const half = 2.776445 * Math.sqrt(2.5 / 5)
  expect(interval![0]).toBeCloseTo(3 - half, 5)
  expect(interval![1]).toBeCloseTo(3 + half, 5)
  expect(method).toBe('skewness-corrected t')
  expect(reason).toMatch(/^the interval may be too narrow: 4 of 5/)
})

test("the transform of its ends is Student's t (Hall 1992, third transformation)", () => {
  const values = [1, 1, 1, 2, 2, 3, 5, 9, 20, 4, 6, 2]
  const n = values.length
  const centre = values.reduce((sum, value) => sum + value, 0) / n
  const moment = (power: number): number => values.reduce((sum, value) => sum + (value - centre) ** power, 0) / n
  const skewness = (moment(3) / moment(2) ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2))
  const error = Math.sqrt((moment(2) * n) / (n - 1) / n)
  const { interval } = meanInterval(values)
  const transformed = interval!.map((end) => {
    const t = (centre - end) / error
    const a = skewness / 3
    return t + (a * t * t) / Math.sqrt(n) + (a * a * t ** 3) / (3 * n) + skewness / (6 * Math.sqrt(n))
  })
  expect(transformed[0]).toBeCloseTo(studentCriticalValue(n - 1), 9)
  expect(transformed[1]).toBeCloseTo(-studentCriticalValue(n - 1), 9)
})

const gauss = (random: () => number): number => normalQuantile(random() || 0.5)
test.each<[string, number, (random: () => number) => number, number, number]>([
  ['normal', 10, gauss, 0, 0.95],
  ['normal', 30, gauss, 0, 0.95],
  ['exponential', 30, (random) => -Math.log(1 - random()), 1, 0.946],
  ['lognormal', 30, (random) => Math.exp(gauss(random)), Math.exp(0.5), 0.924],
  ['lognormal', 100, (random) => Math.exp(gauss(random)), Math.exp(0.5), 0.936],
  ['four of five zero', 30, (random) => (random() < 0.2 ? Math.exp(gauss(random)) : 0), 0.2 * Math.exp(0.5), 0.955],
])('covers the mean of %s values, %i of them, as often as the docstring says', (name, n, draw, truth, expected) => {
  const random = seededRandom(`${name} ${n}`)
  const rounds = 2000
  let [covered, made] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const { interval } = meanInterval(Array.from({ length: n }, () => draw(random)))
    if (!interval) continue
    made++
    if (interval[0] <= truth && truth <= interval[1]) covered++
  }
  // Three standard errors of 2,000 rounds.
  expect(Math.abs(covered / made - expected)).toBeLessThan(0.018)
})

test('order and scale do not matter; the range is not left', () => {
  const values = Array.from({ length: 40 }, (_, i) => (i % 13 === 0 ? 1 : 0))
  const own = meanInterval(values).interval!
  expect(meanInterval([...values].reverse()).interval).toEqual(own)
  const scaled = meanInterval(values.map((value) => 1e100 * value)).interval!
  expect(scaled.map((end) => end / 1e100)).toEqual([expect.closeTo(own[0], 12), expect.closeTo(own[1], 12)])
  // Three shares: t of 2 degrees is 4.303, the standard error 0.289.
  const open = meanInterval([0, 0.5, 1]).interval!
  expect(open).toEqual([expect.closeTo(0.5 - 4.3027 * Math.sqrt(1 / 12), 4), expect.closeTo(0.5 + 4.3027 * Math.sqrt(1 / 12), 4)])
  expect(meanInterval([0, 0.5, 1], { within: [0, 1] }).interval).toEqual([0, 1])
  expect(meanInterval([0, 0.5, 1], { within: [0, null] }).interval).toEqual([0, open[1]])
})

test('what does not vary has no interval, and says so', () => {
  expect(meanInterval([])).toMatchObject({ interval: null, reason: expect.stringContaining('fewer than two') })
  expect(meanInterval([3])).toMatchObject({ interval: null })
  expect(meanInterval([0, 0, 0])).toMatchObject({ interval: null, reason: 'no interval: all 3 values are the same' })
  expect(() => meanInterval([1, 2], { level: 95 })).toThrow(RangeError)
})
