import { quantile } from './distribution.ts'
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
