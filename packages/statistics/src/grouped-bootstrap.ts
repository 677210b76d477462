import { acceleration, type BootstrapOptions, bcaLevels, biasCorrection } from './bootstrap.ts'
import { quantile } from './distribution.ts'
import { sumOf } from './exact-sum.ts'
import type { Interval } from './interval.ts'
import { multinomialDraws } from './multinomial.ts'

export type BootstrapMethod = 'BCa bootstrap' | 'percentile bootstrap'

/** An interval with the method that made it, or why there is none. */
export interface BootstrapResult {
  readonly interval: Interval | null
  readonly method: BootstrapMethod
  readonly reason?: string
}

/** Beyond this many groups the jackknife of BCa takes too long; among as many things its corrections are too small to see. */
const mostGroups = 2000

/**
 * Bootstrap over things of which many are alike, such as units that were rated alike: how often each kind is drawn is multinomial, so that a resample
 * costs as much as there are kinds, and the jackknife one call a kind. The same distribution as drawing the things one by one.
 *
 * @param counts     how many things of each kind, whole numbers
 * @param statistic  of such counts; NaN where it is not defined. The array is used again
 * @see Efron 1987
 */
export function groupedBootstrap(
  counts: ArrayLike<number>,
  statistic: (counts: Float64Array) => number,
  { random, resamples = 1000, level = 0.95 }: BootstrapOptions,
): BootstrapResult {
  const method: BootstrapMethod = counts.length > mostGroups ? 'percentile bootstrap' : 'BCa bootstrap'
  const none = (reason: string): BootstrapResult => ({ interval: null, method, reason })
  const n = sumOf(counts)
  if (n < 2) return none('fewer than two to draw from')
  const own = Float64Array.from(counts)
  const estimate = statistic(own.slice())
  if (!Number.isFinite(estimate)) return none('the value itself is not defined')
  const draw = multinomialDraws(
    own.map((count) => count / n),
    n,
    random,
  )
  const drawn = new Float64Array(own.length)
  const replicates = Float64Array.from({ length: resamples }, () => {
    draw(drawn)
    return statistic(drawn)
  })
  const undefinedOnes = replicates.reduce((sum, value) => sum + Number(!Number.isFinite(value)), 0)
  if (undefinedOnes > 0)
    return none(`too few or too much alike: in ${undefinedOnes} of ${resamples} resamples there is nothing to agree or disagree on`)
  replicates.sort()
  const [least, greatest] = [replicates[0]!, replicates[resamples - 1]!]
  const tolerance = 1e-14 * Math.max(Math.abs(least), Math.abs(greatest), Math.abs(estimate))
  if (greatest - least <= tolerance) return { interval: [estimate, estimate], method }
  if (method === 'percentile bootstrap')
    return { interval: [quantile(replicates, (1 - level) / 2), quantile(replicates, (1 + level) / 2)], method }
  const z0 = biasCorrection(replicates, estimate, tolerance)
  if (z0 === null) return none('all resamples lie on one side of the value')
  const without = own.map((count, kind) => {
    if (count === 0) return estimate
    own[kind]!--
    const value = statistic(own.slice())
    own[kind]!++
    return value
  })
  if (!without.every(Number.isFinite)) return none('too few: without one of them there is nothing to agree or disagree on')
  const middle = sumOf(without.map((value, kind) => value * own[kind]!)) / n
  const [low, high] = bcaLevels(
    z0,
    acceleration(
      without.map((value) => middle - value),
      own,
    ),
    level,
  )
  return { interval: [quantile(replicates, low), quantile(replicates, high)], method }
}
