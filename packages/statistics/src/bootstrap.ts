import { mean, quantile, standardDeviation } from './distribution.ts'
import { exactSum, sumOf } from './exact-sum.ts'
import { criticalValue, type Interval } from './interval.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import type { Random } from './random.ts'

export interface BootstrapOptions {
  /** Numbers of 53 bits, as from `seededRandom`. */
  readonly random: Random
  readonly resamples?: number
  readonly level?: number
}

/**
 * Bias correction z0: the normal quantile of the share of resamples below the estimate, half of the ties counted.
 *
 * @param sorted     resampled statistics, ascending
 * @param tolerance  how far apart two equal values may be by rounding
 * @returns          null when all resamples lie on one side: the statistic is not one that resampling can judge
 */
export function biasCorrection(sorted: ArrayLike<number>, estimate: number, tolerance = 0): number | null {
  let below = 0
  let ties = 0
  for (let i = 0; i < sorted.length; i++) {
    if (sorted[i]! < estimate - tolerance) below++
    else if (sorted[i]! <= estimate + tolerance) ties++
  }
  const share = (below + ties / 2) / sorted.length
  return share > 0 && share < 1 ? normalQuantile(share) : null
}

/**
 * Acceleration: sum d^3 / (6 (sum d^2)^1.5), over what each value left out takes from the statistic; 0 when nothing varies.
 *
 * @param influences  jackknife mean - jackknife value; for the mean simply value - mean, as the scale cancels
 * @param times       how many values each stands for; 1 each when left out
 */
export function acceleration(influences: ArrayLike<number>, times?: ArrayLike<number>): number {
  let scale = 0
  for (let i = 0; i < influences.length; i++) scale = Math.max(scale, Math.abs(influences[i]!))
  if (scale === 0) return 0
  const squares = exactSum.create()
  const cubes = exactSum.create()
  for (let i = 0; i < influences.length; i++) {
    const d = influences[i]! / scale
    const weight = times ? times[i]! : 1
    exactSum.add(squares, weight * d * d)
    exactSum.add(cubes, weight * d * d * d)
  }
  return exactSum.value(cubes) / (6 * exactSum.value(squares) ** 1.5)
}

/**
 * The levels at which the resampled statistics are read: (0.025, 0.975) moved by bias and acceleration.
 *
 * @see Efron 1987, Better Bootstrap Confidence Intervals
 */
export function bcaLevels(z0: number, acceleration: number, level = 0.95): Interval {
  const z = criticalValue(level)
  const moved = (to: number): number => {
    const divisor = 1 - acceleration * (z0 + to)
    if (divisor <= 0) return to < 0 ? 0 : 1
    return normalCdf(z0 + (z0 + to) / divisor)
  }
  return [moved(-z), moved(z)]
}

function countOf(resamples: number): number {
  if (!Number.isSafeInteger(resamples) || resamples < 1) {
    throw new RangeError(`bootstrap: resamples must be a whole number, 1 or more, but got ${resamples}`)
  }
  return resamples
}

/** Sums of n values drawn with replacement, one sum a resample. */
function resampledSums(values: Float64Array, resamples: number, random: Random): Float64Array {
  const n = values.length
  const sums = new Float64Array(resamples)
  // Half of the 53 bits are enough for an index below 2^26, so one random number makes two.
  const pairs = n < 2 ** 26 ? n >>> 1 : 0
  for (let r = 0; r < resamples; r++) {
    let sum = 0
    for (let i = 0; i < pairs; i++) {
      const position = random() * n
      const index = Math.floor(position)
      sum += values[index]! + values[Math.floor((position - index) * n)]!
    }
    for (let i = 2 * pairs; i < n; i++) sum += values[Math.floor(random() * n)]!
    sums[r] = sum
  }
  return sums
}

/**
 * BCa bootstrap interval of a mean; the jackknife is in closed form.
 *
 * @param values  finite, in an order that does not depend on how they were computed: the draws follow it
 * @returns       null for fewer than two values; [x, x] when all are x
 * @see Efron 1987; ties count half in z0, quantiles as R type 7
 */
export function bcaMeanInterval(values: ArrayLike<number>, { random, resamples = 2000, level = 0.95 }: BootstrapOptions): Interval | null {
  const count = countOf(resamples)
  criticalValue(level)
  const n = values.length
  const centre = mean(values)
  if (centre === null || n < 2) return null
  const deviations = Float64Array.from(values, (value) => value - centre)
  let largest = 0
  let furthest = 0
  for (let i = 0; i < n; i++) {
    largest = Math.max(largest, Math.abs(values[i]!))
    furthest = Math.max(furthest, Math.abs(deviations[i]!))
  }
  if (furthest === 0) return [centre, centre]

  const means = resampledSums(deviations, count, random).map((sum) => sum / n)
  means.sort()
  const z0 = biasCorrection(means, 0, 4 * Number.EPSILON * Math.sqrt(n) * largest)
  if (z0 === null) return null
  const [low, high] = bcaLevels(z0, acceleration(deviations), level)
  return [centre + quantile(means, low), centre + quantile(means, high)]
}

/**
 * Bootstrap interval of any statistic of n things that can be told how often each of them was drawn.
 *
 * @param n          things resampled, such as documents
 * @param statistic  of the multiplicities, n whole numbers that sum to n (n - 1 in the jackknife); the array is used again for the next resample
 * @param options    method: `bca` (Efron 1987, n more calls for the jackknife) or `percentile`
 * @returns          null for fewer than two things, when the statistic is NaN or infinite for a resample, or when `bca` is undefined because all
 *                   resamples lie on one side of the estimate. [x, x] when all resamples give x.
 */
export function bootstrapInterval(
  n: number,
  statistic: (weights: Uint32Array) => number,
  { random, resamples = 2000, level = 0.95, method = 'bca' }: BootstrapOptions & { readonly method?: 'bca' | 'percentile' },
): Interval | null {
  const count = countOf(resamples)
  criticalValue(level)
  if (n < 2) return null
  const weights = new Uint32Array(n).fill(1)
  const estimate = statistic(weights)
  const replicates = new Float64Array(count)
  for (let r = 0; r < count; r++) {
    weights.fill(0)
    for (let i = 0; i < n; i++) weights[Math.floor(random() * n)]!++
    replicates[r] = statistic(weights)
  }
  if (!Number.isFinite(estimate) || !replicates.every(Number.isFinite)) return null
  replicates.sort()
  const least = replicates[0]!
  const greatest = replicates[count - 1]!
  const tolerance = 1e-14 * Math.max(Math.abs(least), Math.abs(greatest), Math.abs(estimate))
  if (method === 'percentile' || (greatest === least && Math.abs(estimate - least) <= tolerance)) {
    return [quantile(replicates, (1 - level) / 2), quantile(replicates, (1 + level) / 2)]
  }

  const z0 = biasCorrection(replicates, estimate, tolerance)
  if (z0 === null) return null
  const without = new Float64Array(n)
  weights.fill(1)
  for (let i = 0; i < n; i++) {
    weights[i] = 0
    without[i] = statistic(weights)
    weights[i] = 1
  }
  if (!without.every(Number.isFinite)) return null
  const middle = sumOf(without) / n
  const [low, high] = bcaLevels(z0, acceleration(without.map((value) => middle - value)), level)
  return [quantile(replicates, low), quantile(replicates, high)]
}

/** Beyond this many values the mean's distribution is normal for all purposes, and resampling only costs time. */
const bootstrapLimit = 10_000

/**
 * 95 % interval of a mean: BCa bootstrap of 2,000 resamples up to 10,000 values, above that the normal interval from exact sums.
 *
 * @returns interval null for fewer than two values; method as shown to readers
 */
export function meanInterval(
  values: ArrayLike<number>,
  { random, resamples = 2000, level = 0.95 }: BootstrapOptions,
): { readonly interval: Interval | null; readonly method: 'BCa bootstrap' | 'normal' } {
  const n = values.length
  if (n <= bootstrapLimit) return { interval: bcaMeanInterval(values, { random, resamples, level }), method: 'BCa bootstrap' }
  const centre = mean(values)!
  const half = (criticalValue(level) * standardDeviation(values)!) / Math.sqrt(n)
  return { interval: [centre - half, centre + half], method: 'normal' }
}
