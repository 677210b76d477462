import { meanInterval, seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { jointMeanIntervals } from '../src/joint-intervals.ts'

const column = (seed: number, n: number): Float64Array => {
  const random = seededRandom(seed)
  return Float64Array.from({ length: n }, () => random() ** 2)
}

test('agrees with the interval of each measure by itself, up to the noise of resampling', () => {
  const columns = [1, 2, 3].map((seed) => column(seed, 300))
  const joint = jointMeanIntervals(columns, seededRandom(1), 4000)
  columns.forEach((values, i) => {
    const single = meanInterval(values, { random: seededRandom(2), resamples: 4000 }).interval!
    const width = single[1] - single[0]
    expect(Math.abs(joint[i]![0] - single[0])).toBeLessThan(0.1 * width)
    expect(Math.abs(joint[i]![1] - single[1])).toBeLessThan(0.1 * width)
  })
})

test('documents that a measure leaves out do not touch its interval', () => {
  const values = column(4, 50)
  const gappy = Float64Array.of(Number.NaN, ...values, Number.NaN)
  expect(jointMeanIntervals([gappy], seededRandom(3))).toEqual(jointMeanIntervals([values], seededRandom(3)))
})

test('nothing varies: an interval of no width; one document: none', () => {
  expect(jointMeanIntervals([Float64Array.of(2, 2, 2), Float64Array.of(1, Number.NaN, Number.NaN)], seededRandom(1))).toEqual([
    [2, 2],
    null,
  ])
})
