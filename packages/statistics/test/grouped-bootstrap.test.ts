import { expect, test } from 'vitest'
import { bootstrapInterval, groupedBootstrap, ratingAgreement, seededRandom } from '../src/index.ts'

test.each([
  ['two kinds', [30, 20], [0, 1]],
  ['a rare kind far off', [40, 9, 3], [0, 1, 6]],
])('%s: the interval is that of drawing the things one by one', (_, counts, values) => {
  const mean = (drawn: ArrayLike<number>): number => {
    let [sum, n] = [0, 0]
    values.forEach((value, kind) => {
      sum += value * drawn[kind]!
      n += drawn[kind]!
    })
    return sum / n
  }
  const resamples = 40_000
  const { interval, method } = groupedBootstrap(counts, mean, { random: seededRandom('kinds'), resamples })
  const things = counts.flatMap((times, kind) => new Array<number>(times).fill(values[kind]!))
  const meanOf = (weights: Uint32Array): number => {
    let [sum, n] = [0, 0]
    weights.forEach((weight, i) => {
      sum += weight * things[i]!
      n += weight
    })
    return sum / n
  }
  const apart = bootstrapInterval(things.length, meanOf, { random: seededRandom('things'), resamples })!
  expect(method).toBe('BCa bootstrap')
  // Means of so few things lie on a grid; one step of it is the noise of 40,000 resamples.
  const step = 1 / counts.reduce((sum, each) => sum + each, 0)
  expect(Math.abs(interval![0] - apart[0])).toBeLessThan(1.001 * step)
  expect(Math.abs(interval![1] - apart[1])).toBeLessThan(1.001 * step)
})

test.each<[string, number[], (drawn: ArrayLike<number>) => number, RegExp]>([
  ['one thing', [1, 0], () => 1, /^fewer than two/],
  ['a value that is none', [3, 3], () => Number.NaN, /not defined/],
  [
    'a statistic that some resamples do not have',
    [1, 5],
    (drawn) => (drawn[0]! > 0 ? drawn[1]! : Number.NaN),
    /^too few or too much alike: in \d+ of 1000/,
  ],
  [
    'a value at the edge: how many kinds there are',
    new Array<number>(20).fill(1),
    (drawn) => Array.from(drawn).filter((times) => times > 0).length,
    /one side/,
  ],
])('%s has no interval, and the reason is said', (_, counts, statistic, reason) => {
  const found = groupedBootstrap(counts, statistic, { random: seededRandom('none') })
  expect(found.interval).toBeNull()
  expect(found.reason).toMatch(reason)
})

test('every coefficient without a value or an interval says why, any other says how', () => {
  const random = (purpose: string) => seededRandom(purpose)
  for (const ratings of [
    [
      [1, 1, 1, 1],
      [1, 1, 1, 1],
    ],
    [
      [1, 2, 1],
      [1, 2, 1],
    ],
    [
      [1, null],
      [null, 1],
    ],
    [
      [1, 2, 1, 3, 2, 1, 2, 2],
      [1, 2, 1, 3, 2, 2, 2, 1],
      [null, 2, 1, 3, 1, 1, 2, 1],
    ],
  ])
    for (const { value, interval, intervalMethod, reason } of ratingAgreement(ratings, ['nominal', 'interval'], { random })) {
      expect(interval === null).toBe(reason !== undefined)
      expect(interval === null).toBe(intervalMethod === undefined)
      if (value === null) expect(reason).toMatch(/alike|no unit/)
    }
})

test('20,000 units of five raters take no time to speak of', () => {
  const random = seededRandom('many')
  const ratings = Array.from({ length: 5 }, () => Array.from({ length: 20_000 }, () => (random() < 0.1 ? null : Math.floor(random() * 4))))
  const start = process.cpuUsage()
  const found = ratingAgreement(ratings, ['nominal', 'ordinal', 'interval'], { random: (purpose) => seededRandom(purpose) })
  const { user, system } = process.cpuUsage(start)
  expect(found.every(({ interval }) => interval !== null)).toBe(true)
  // It took 19 s before units alike were taken together; this is for whoever takes them apart again.
  expect((user + system) / 1e6).toBeLessThan(8)
})
