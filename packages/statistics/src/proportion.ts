import { betaQuantile } from './beta.ts'
import { sumOf } from './exact-sum.ts'
import { criticalValue, type Interval } from './interval.ts'

function check(name: string, successes: number, n: number): void {
  if (!(successes >= 0 && successes <= n && n < Infinity)) {
    throw new RangeError(`${name}: successes must lie between 0 and n, but got ${successes} of ${n}`)
  }
}

function scoreInterval(successes: number, n: number, z: number): Interval {
  const squared = z * z
  const middle = 2 * successes + squared
  const half = z * Math.sqrt(squared + (4 * successes * (n - successes)) / n)
  const below = 2 * (n + squared)
  return [successes === 0 ? 0 : Math.max(0, (middle - half) / below), successes === n ? 1 : Math.min(1, (middle + half) / below)]
}

/**
 * Wilson's score interval for a share.
 *
 * @param successes  0 to n, fractional where n is an effective size
 * @param n          trials
 * @returns          shares from 0 to 1; null when n is 0
 * @see Wilson 1927; Newcombe 1998, method 3
 * @example wilson(81, 263) // [0.2553, 0.3662]
 */
export function wilson(successes: number, n: number, level = 0.95): Interval | null {
  check('wilson', successes, n)
  return n === 0 ? null : scoreInterval(successes, n, criticalValue(level))
}

/** Wilson's interval with continuity correction: covers at least nominally almost everywhere, null when n is 0 (Newcombe 1998, method 4). */
export function wilsonContinuityCorrected(successes: number, n: number, level = 0.95): Interval | null {
  check('wilsonContinuityCorrected', successes, n)
  if (n === 0) return null
  const z = criticalValue(level)
  const squared = z * z
  const share = successes / n
  const failures = n - successes
  const low = 2 * successes + squared - 1 - z * Math.sqrt(squared - 2 - 1 / n + 4 * share * (failures + 1))
  const high = 2 * successes + squared + 1 + z * Math.sqrt(squared + 2 - 1 / n + 4 * share * (failures - 1))
  const below = 2 * (n + squared)
  return [successes === 0 ? 0 : Math.max(0, low / below), successes === n ? 1 : Math.min(1, high / below)]
}

/** The exact interval of Clopper & Pearson 1934: never covers less than its level; null when n is 0. */
export function clopperPearson(successes: number, n: number, level = 0.95): Interval | null {
  check('clopperPearson', successes, n)
  criticalValue(level)
  if (n === 0) return null
  const outside = (1 - level) / 2
  return [
    successes === 0 ? 0 : betaQuantile(outside, successes, n - successes + 1),
    successes === n ? 1 : betaQuantile(1 - outside, successes + 1, n - successes),
  ]
}

/**
 * Equal-tailed interval of the posterior under Jeffreys' prior, Beta(1/2, 1/2); null when n is 0.
 * Left as it is at 0 and n, where some set the end to 0 or 1 (Brown, Cai & DasGupta 2001).
 */
export function jeffreys(successes: number, n: number, level = 0.95): Interval | null {
  check('jeffreys', successes, n)
  criticalValue(level)
  if (n === 0) return null
  const outside = (1 - level) / 2
  const a = successes + 0.5
  const b = n - successes + 0.5
  return [betaQuantile(outside, a, b), betaQuantile(1 - outside, a, b)]
}

/**
 * Simultaneous intervals for the shares of k categories: together they hold with at least the level.
 *
 * @param counts  documents per category
 * @returns       one interval per category, in order; null when nothing was counted
 * @see Goodman 1965: Wilson's form at level 1 - (1 - level) / k
 */
export function goodman(counts: ArrayLike<number>, level = 0.95): Interval[] | null {
  const n = sumOf(counts)
  criticalValue(level)
  for (let i = 0; i < counts.length; i++) check('goodman', counts[i]!, n)
  if (n === 0) return null
  const z = criticalValue(1 - (1 - level) / counts.length)
  return Array.from(counts, (count) => scoreInterval(count, n, z))
}
