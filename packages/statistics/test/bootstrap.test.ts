import { expect, test } from 'vitest'
import {
  acceleration,
  type BootstrapOptions,
  bcaLevels,
  biasCorrection,
  bootstrapInterval,
  mean,
  normalQuantile,
  quantile,
  seededRandom,
  wilson,
} from '../src/index.ts'
import { expectClose, expectPair, testVectors } from './vectors.ts'

const bcaMeanInterval = (values: readonly number[], options: BootstrapOptions) => {
  const meanOf = (weights: Uint32Array): number => {
    let sum = 0
    let n = 0
    for (let i = 0; i < weights.length; i++) {
      sum += weights[i]! * values[i]!
      n += weights[i]!
    }
    return sum / n
  }
  return bootstrapInterval(values.length, meanOf, options)
}

testVectors('all 3,125 resamples of five values', ({ bootstrap_bca_exact_n5_mean: exact }) => {
  const means = Float64Array.from({ length: 3125 }, (_, i) => {
    let sum = 0
    for (let j = 0, rest = i; j < 5; j++, rest = Math.floor(rest / 5)) sum += exact.data[rest % 5]!
    return sum / 5
  }).sort()
  const centre = mean(exact.data)!
  const z0 = biasCorrection(means, centre)!
  const a = acceleration(exact.data.map((value) => value - centre))
  expectClose(z0, exact.z0_with_half_ties)
  expectClose(a, exact.acceleration_jackknife)
  const levels = bcaLevels(z0, a)
  expectPair(levels, exact.bca_levels_half_ties)
  expectPair(
    levels.map((level) => quantile(means, level)),
    exact.bca_ci95_half_ties_linear,
  )
  expectPair(
    [0.025, 0.975].map((level) => quantile(means, level)),
    exact.percentile_ci95_linear_quantiles,
  )
})

test('without bias and acceleration the levels stay where they were', () => {
  expectPair(bcaLevels(0, 0), [0.025, 0.975], 1e-14)
  expectPair(bcaLevels(0, 0, 0.9), [0.05, 0.95], 1e-14)
})

test('drawn at random, five values come to the exact interval', () => {
  // Resampled means of these are multiples of 0.2, so the right interval is met exactly.
  expectPair(bcaMeanInterval([2, 3, 5, 8, 13], { random: seededRandom(1), resamples: 100_000 }), [3.4, 10.4], 1e-12)
})

test('shares of ties by rounding count as ties', () => {
  const tenths = bcaMeanInterval([0.2, 0.3, 0.5, 0.8, 1.3], { random: seededRandom(1), resamples: 20_000 })
  expectPair(
    bcaMeanInterval([2, 3, 5, 8, 13], { random: seededRandom(1), resamples: 20_000 })!.map((x) => x / 10),
    tenths!,
    1e-12,
  )
})

test('many normal values: the interval is that of the theory', () => {
  const values = Array.from({ length: 1000 }, (_, i) => normalQuantile((i + 0.5) / 1000))
  const [low, high] = bcaMeanInterval(values, { random: seededRandom(2), resamples: 20_000 })!
  expectClose(high - low, (2 * 1.959964 * 0.999) / Math.sqrt(1000), 0.02)
})

test('covers a skewed mean about as often as it says', () => {
  let covered = 0
  const random = seededRandom('coverage')
  for (let trial = 0; trial < 1000; trial++) {
    const values = Array.from({ length: 60 }, () => -Math.log(1 - random()))
    const [low, high] = bcaMeanInterval(values, { random, resamples: 1000 })!
    if (low <= 1 && 1 <= high) covered++
  }
  // 0.95 within four standard errors of 1,000 trials: 0.028.
  expect(covered / 1000).toBeGreaterThan(0.922)
  expect(covered / 1000).toBeLessThan(0.978)
})

test('percentiles of a mean that is nearly normal are near to BCa', () => {
  const values = Array.from({ length: 80 }, (_, i) => (i * 37) % 83)
  const meanOf = (weights: Uint32Array): number => values.reduce((sum, value, i) => sum + weights[i]! * value, 0) / 80
  const closed = bcaMeanInterval(values, { random: seededRandom(6), resamples: 40_000 })!
  const percentile = bootstrapInterval(80, meanOf, { random: seededRandom(5), resamples: 40_000, method: 'percentile' })!
  expectPair(percentile, closed, 0.02)
})

test('odd inputs', () => {
  const random = seededRandom(1)
  expect(bcaMeanInterval([], { random })).toBeNull()
  expect(bcaMeanInterval([3], { random })).toBeNull()
  expect(bcaMeanInterval([0.5, 0.5, 0.5], { random })).toEqual([0.5, 0.5])
  expect(bootstrapInterval(1, () => 1, { random })).toBeNull()
  expect(bootstrapInterval(5, () => 0.1, { random })).toEqual([0.1, 0.1])
  expect(bootstrapInterval(5, () => Number.NaN, { random })).toBeNull()
  // Distinct things drawn: always fewer than there are, so resampling cannot judge it.
  expect(bootstrapInterval(30, (weights) => weights.reduce((sum, weight) => sum + Math.min(1, weight), 0), { random })).toBeNull()
  expect(() => bcaMeanInterval([1, 2], { random, resamples: 0 })).toThrow(RangeError)
  expect(() => bcaMeanInterval([1, 2], { random, level: 95 })).toThrow(RangeError)
})

test('rare ones among zeros: the interval is near that of a share', () => {
  const values = Array.from({ length: 400 }, (_, i) => (i % 20 === 0 ? 1 : 0))
  expectPair(bcaMeanInterval(values, { random: seededRandom(1), resamples: 20_000 }), wilson(20, 400)!, 0.07)
})
