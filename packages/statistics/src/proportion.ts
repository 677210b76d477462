import { betaQuantile } from './beta.ts'
import { sumOf } from './exact-sum.ts'
import { chiSquareQuantile, lnGamma, regularisedGamma } from './gamma.ts'
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

/** Agresti & Coull's interval: Wald's with z^2 / 2 successes and as many failures added, cut to 0 to 1; null when n is 0 (Agresti & Coull 1998). */
export function agrestiCoull(successes: number, n: number, level = 0.95): Interval | null {
  check('agrestiCoull', successes, n)
  if (n === 0) return null
  const z = criticalValue(level)
  const trials = n + z * z
  const share = (successes + (z * z) / 2) / trials
  const half = z * Math.sqrt((share * (1 - share)) / trials)
  return [Math.max(0, share - half), Math.min(1, share + half)]
}

/** What was never seen in n trials happens, at 95 %, in at most about 3 / n of them; null when n is 0 (Hanley & Lippman-Hand 1983). */
export const ruleOfThree = (n: number): Interval | null => (n > 0 ? [0, Math.min(1, 3 / n)] : null)

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

/** Simultaneous intervals as `goodman`, wider and for all contrasts too: Wilson's form at the chi-square quantile with k - 1 degrees (Quesenberry & Hurst 1964). */
export function quesenberryHurst(counts: ArrayLike<number>, level = 0.95): Interval[] | null {
  const n = sumOf(counts)
  criticalValue(level)
  for (let i = 0; i < counts.length; i++) check('quesenberryHurst', counts[i]!, n)
  if (n === 0 || counts.length < 2) return null
  const z = Math.sqrt(chiSquareQuantile(level, counts.length - 1))
  return Array.from(counts, (count) => scoreInterval(count, n, z))
}

/** Chance that a Poisson variable lies within low to high. */
const poissonWithin = (low: number, high: number, expected: number): number => {
  if (high < low || high < 0) return 0
  if (expected === 0) return low <= 0 ? 1 : 0
  return regularisedGamma(high + 1, expected)[1] - (low > 0 ? regularisedGamma(low, expected)[1] : 0)
}

/**
 * Simultaneous intervals of Sison & Glaz: all counts within c of what was seen, c the least for which that holds at the level; narrower than Goodman's for many
 * categories of like size, too narrow for skewed shares.
 *
 * @returns  one interval a category; null when nothing was counted or there is one category
 * @see Sison & Glaz 1995; Levin 1981 for the Edgeworth approximation; interpolated as May & Johnson 2000
 */
export function sisonGlaz(counts: ArrayLike<number>, level = 0.95): Interval[] | null {
  const n = sumOf(counts)
  criticalValue(level)
  for (let i = 0; i < counts.length; i++) check('sisonGlaz', counts[i]!, n)
  if (n === 0 || counts.length < 2) return null
  const all = Math.exp(-n + n * Math.log(n) - lnGamma(n + 1))
  const within = (c: number): number => {
    let product = 1
    const sums = [0, 0, 0, 0, 0]
    for (let i = 0; i < counts.length; i++) {
      const [low, high] = [Math.max(0, counts[i]! - c), Math.min(n, counts[i]! + c)]
      const inside = poissonWithin(low, high, counts[i]!)
      product *= inside
      const [a, b, d, e] = [1, 2, 3, 4].map(
        (r) =>
          counts[i]! ** r * (1 - (poissonWithin(high - r + 1, high, counts[i]!) - poissonWithin(low - r, low - 1, counts[i]!)) / inside),
      ) as [number, number, number, number]
      const variance = b + a - a * a
      sums[0]! += a
      sums[1]! += variance
      sums[2]! += d + b * (3 - 3 * a) + a - 3 * a ** 2 + 2 * a ** 3
      sums[3]! += e + d * (6 - 4 * a) + b * (7 - 12 * a + 6 * a ** 2) + a - 4 * a ** 2 + 6 * a ** 3 - 3 * a ** 4
      sums[4]! += variance ** 2
    }
    const [centre, variance, third, fourth, squares] = sums as [number, number, number, number, number]
    const skew = third / variance ** 1.5
    const excess = (fourth - 3 * squares) / variance ** 2
    const x = (n - centre) / Math.sqrt(variance)
    const density =
      (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) *
      (1 +
        (skew * (x ** 3 - 3 * x)) / 6 +
        (excess * (x ** 4 - 6 * x ** 2 + 3)) / 24 +
        (skew ** 2 * (x ** 6 - 15 * x ** 4 + 45 * x ** 2 - 15)) / 72)
    return ((density / Math.sqrt(variance)) * product) / all
  }
  let c = 1
  let [at, next] = [within(1), within(2)]
  while (!(at <= level && level < next) && c <= n) {
    c++
    at = next
    next = within(c + 1)
  }
  const part = next > at ? (level - at) / (next - at) : 0
  return Array.from(counts, (count) => [Math.max(0, (count - c) / n), Math.min(1, (count + c + 2 * part) / n)])
}
